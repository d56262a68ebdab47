/** What the stand-in remembers. Records change in place; `representations.ts` turns them into the API's shapes. */

export type BranchState = 'init' | 'resetting' | 'ready' | 'archived';
export type EndpointState = 'init' | 'active' | 'idle';
export type EndpointType = 'read_write' | 'read_only';
export type InitSource = 'parent-data' | 'schema-only' | 'parent-schema';
export type AnonymizedState =
  | 'created'
  | 'initialized'
  | 'initialization_error'
  | 'anonymizing'
  | 'anonymized'
  | 'error';
export type OperationStatus =
  | 'scheduling'
  | 'running'
  | 'finished'
  | 'failed'
  | 'error'
  | 'cancelled'
  | 'skipped';
export type OperationAction =
  | 'create_branch'
  | 'create_timeline'
  | 'start_compute'
  | 'suspend_compute'
  | 'apply_config'
  | 'delete_timeline'
  | 'check_availability'
  | 'timeline_unarchive';

export interface RoleRecord {
  readonly name: string;
  password: string;
  /** False for roles made with `no_login`. */
  readonly canLogIn: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface DatabaseRecord {
  readonly id: number;
  name: string;
  owner: string;
  /** Name of the Postgres database that holds it; undefined until the branch's first operation has made it. */
  real: string | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface MaskingRule {
  readonly database_name: string;
  readonly schema_name: string;
  readonly table_name: string;
  readonly column_name: string;
  readonly masking_function?: string;
  readonly masking_value?: string;
}

export interface Anonymization {
  state: AnonymizedState;
  message: string | undefined;
  rules: readonly MaskingRule[];
  readonly createdAt: Date;
  updatedAt: Date;
  failedAt: Date | undefined;
  lastRun: { startedAt: Date; completedAt: Date | undefined; maskedColumns: number } | undefined;
}

export interface Annotation {
  value: Readonly<Record<string, string>>;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface BranchRecord {
  readonly id: string;
  readonly projectId: string;
  name: string;
  parentId: string | undefined;
  parentLsn: string | undefined;
  parentTimestamp: Date | undefined;
  state: BranchState;
  pendingState: BranchState | undefined;
  stateChangedAt: Date;
  isDefault: boolean;
  isProtected: boolean;
  readonly initSource: InitSource;
  readonly createdAt: Date;
  updatedAt: Date;
  expiresAt: Date | undefined;
  ttlSeconds: number | undefined;
  lastResetAt: Date | undefined;
  annotation: Annotation | undefined;
  deleted: { readonly at: Date; readonly method: 'user' | 'ttl' } | undefined;
  anonymization: Anonymization | undefined;
  readonly roles: Map<string, RoleRecord>;
  readonly databases: Map<string, DatabaseRecord>;
}

export interface EndpointRecord {
  readonly id: string;
  readonly projectId: string;
  branchId: string;
  readonly type: EndpointType;
  name: string | undefined;
  state: EndpointState;
  pendingState: EndpointState | undefined;
  minCu: number;
  maxCu: number;
  suspendTimeoutSeconds: number;
  disabled: boolean;
  readonly createdAt: Date;
  updatedAt: Date;
  lastActiveAt: Date;
  startedAt: Date | undefined;
  suspendedAt: Date | undefined;
  deleted: boolean;
}

export interface OperationRecord {
  readonly id: string;
  readonly projectId: string;
  readonly branchId: string | undefined;
  readonly endpointId: string | undefined;
  readonly action: OperationAction;
  status: OperationStatus;
  error: string | undefined;
  failures: number;
  retryAt: Date | undefined;
  readonly createdAt: Date;
  updatedAt: Date;
}

export interface SnapshotRecord {
  readonly id: string;
  readonly name: string;
  readonly sourceBranchId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
}

export interface ProjectRecord {
  readonly id: string;
  name: string;
  readonly regionId: string;
  readonly pgVersion: number;
  storePasswords: boolean;
  settings: Readonly<Record<string, unknown>>;
  historyRetentionSeconds: number;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly branches: Map<string, BranchRecord>;
  readonly endpoints: Map<string, EndpointRecord>;
  readonly snapshots: Map<string, SnapshotRecord>;
  /** Oldest first. */
  readonly operations: OperationRecord[];
}

/** Branches that were not deleted. */
export function liveBranches(project: ProjectRecord): readonly BranchRecord[] {
  return [...project.branches.values()].filter((branch) => branch.deleted === undefined);
}

export function childrenOf(project: ProjectRecord, branch: BranchRecord): readonly BranchRecord[] {
  return liveBranches(project).filter((other) => other.parentId === branch.id);
}

export function endpointsOf(project: ProjectRecord, branch: BranchRecord): readonly EndpointRecord[] {
  return [...project.endpoints.values()].filter(
    (endpoint) => endpoint.branchId === branch.id && !endpoint.deleted,
  );
}

export function defaultBranch(project: ProjectRecord): BranchRecord {
  const found = liveBranches(project).find((branch) => branch.isDefault);
  if (found === undefined) throw new Error(`The project ${project.id} has no default branch.`);
  return found;
}
