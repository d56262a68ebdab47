export const providerNames = ['neon', 'postgres'] as const;
export type ProviderName = (typeof providerNames)[number];

/** Which pull request of which repository a branch was made for. Written on the branch itself; read back before anything is changed. */
export interface BranchOwner {
  /** `owner/name` */
  readonly repository: string;
  /** Undefined for branches that belong to no pull request (`workflow_dispatch` with an explicit `branch`). */
  readonly pullRequest: number | undefined;
  readonly key: string;
}

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly parent: { readonly id: string; readonly name: string } | undefined;
  readonly createdAt: Date;
  /** When its data was last taken from the parent: when it was made, or reset since. */
  readonly filledAt: Date;
  readonly expiresAt: Date | undefined;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
  /** True when other branches were made from it. */
  readonly hasChildren: boolean;
  /** Undefined: not made by us, or the mark is gone. Such a branch is never changed. */
  readonly owner: BranchOwner | undefined;
  /** Where a person can look at it, when the provider has such a page. */
  readonly consoleUrl: string | undefined;
}

export interface EnsureBranchRequest {
  readonly name: string;
  /** Name or id; undefined = the provider's default branch. */
  readonly parent: string | undefined;
  readonly owner: BranchOwner;
  /** When the provider (or our sweep) may delete it; undefined = never. */
  readonly expiresAt: Date | undefined;
  /** What will be connected to: where the provider can tell, a wrong name fails before anything is created. */
  readonly choice?: DatabaseChoice | undefined;
}

export interface EnsuredBranch {
  readonly branch: Branch;
  /** False when an existing branch of ours was adopted. */
  readonly created: boolean;
}

export interface DatabaseChoice {
  readonly database: string | undefined;
  readonly role: string | undefined;
}

/** Both URIs hold the password and must be masked before they are shown anywhere. */
export interface BranchConnection {
  /** Direct host, no port. */
  readonly host: string;
  readonly database: string;
  readonly role: string;
  readonly password: string;
  readonly direct: string;
  /** The same as `direct` where the provider has no pooler. */
  readonly pooled: string;
  /** Such as `0.25 CU` or `0.25-2 CU`; undefined where the provider does not say. */
  readonly computeSize: string | undefined;
  /** False on a schema-only branch and on a server that was started empty: sizes then say nothing about production. */
  readonly hasParentData: boolean;
}

/**
 * A place where branches live. Every call has a deadline, may be repeated after any outcome and ends in the same state.
 * Providers refuse by themselves to reset or delete default, protected or parent branches; whether a branch is *ours*
 * is decided by `ownership.ts`, which every caller asks first.
 */
export interface Provider extends AsyncDisposable {
  readonly name: ProviderName;
  /** Creates the branch, or adopts an existing one that is ours, renewing its expiry. Resolves when it can be connected to. */
  ensureBranch(request: EnsureBranchRequest): Promise<EnsuredBranch>;
  /** By exact name. */
  findBranch(name: string): Promise<Branch | undefined>;
  /** The parent's current state again; same name, same URIs. Resolves when it can be connected to. */
  resetBranch(branch: Branch): Promise<Branch>;
  /** True when it was there; absent is success (false). */
  deleteBranch(branch: Branch): Promise<boolean>;
  /** Every branch, through all pages. */
  listBranches(): AsyncIterable<Branch>;
  /** URIs of one database of the branch. The choice is completed as the `database` and `role` inputs say. */
  connection(branch: Branch, choice: DatabaseChoice): Promise<BranchConnection>;
  /**
   * An empty database on the branch, where databases are made by the provider and not by SQL. False when there is one of
   * that name already, which is left as it is.
   */
  createDatabase?(
    branch: Branch,
    request: { readonly name: string; readonly owner: string },
  ): Promise<boolean>;
  /** Only where the provider has such a thing. Taken once: one of the same name and branch is adopted. */
  takeRestorePoint?(branch: Branch, request: RestorePointRequest): Promise<RestorePoint>;
}

export interface RestorePointRequest {
  readonly name: string;
  /** When the provider deletes it; undefined = never. */
  readonly expiresAt: Date | undefined;
}

/** A state of a branch that the provider itself can bring back at once. In its own region and account: no backup. */
export interface RestorePoint {
  readonly id: string;
  readonly name: string;
  /** False when it was there already. */
  readonly created: boolean;
}

/** What a provider is given by hand; no room below `actions` reads the clock, the environment or the network by itself. */
export interface ProviderContext {
  readonly log: import('../log.ts').Logger;
  readonly signal: AbortSignal;
  /** Milliseconds allowed for one whole call, waits included. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  /** Called with every secret the moment it is known, before anything is logged. */
  readonly mask: (secret: string) => void;
}
