/** What the stand-in knows: one repository with its pull requests, comments, checks, runs and artifacts, all in memory. */
import { createHash } from 'node:crypto';

export type AccountType = 'User' | 'Bot';
export type PermissionLevel = 'read' | 'write';
/** By the names of GitHub's `x-accepted-github-permissions` header. */
export type PermissionName = 'actions' | 'checks' | 'contents' | 'issues' | 'pull_requests' | 'statuses';
export type Permissions = Readonly<Partial<Record<PermissionName, PermissionLevel>>>;

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: AccountType;
}

export interface TokenGrant {
  readonly token: string;
  readonly login: string;
  /** An installation token (`GITHUB_TOKEN`) has no `/user`; a personal one has. */
  readonly kind: 'installation' | 'personal';
  readonly permissions: Permissions;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  state: 'open' | 'closed';
  merged: boolean;
  readonly draft: boolean;
  headSha: string;
  readonly headRef: string;
  /** `owner/name`; undefined when the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  readonly labels: string[];
  readonly files: readonly { readonly filename: string; readonly status: 'added' | 'modified' | 'removed' }[];
}

/** One that is no pull request; both are numbered in one row. */
export interface Issue {
  readonly number: number;
  readonly id: number;
  readonly author: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'reopened' | null;
  readonly labels: string[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export interface Comment {
  readonly id: number;
  readonly issue: number;
  readonly author: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly headSha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  annotations: number;
  startedAt: string;
  completedAt: string | null;
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
}

export interface WorkflowRun {
  readonly id: number;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: string;
  readonly conclusion: string;
}

export interface Artifact {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly expired: boolean;
  /** What the listing claims, which need not be true. */
  readonly claimedSize: number;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly isDraft: boolean;
}

export interface ReleaseAsset {
  readonly id: number;
  readonly releaseId: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** What an upload that failed leaves behind is `open`. */
  readonly state: 'uploaded' | 'open';
  /** Undefined: of bytes that GitHub made no digest of yet. */
  readonly sha256: string | undefined;
  readonly uploader: string;
  readonly createdAt: string;
}

export interface World {
  readonly repository: Repository;
  readonly accounts: Map<string, Account>;
  readonly tokens: readonly TokenGrant[];
  readonly pulls: Map<number, PullRequest>;
  readonly issues: Map<number, Issue>;
  /** In the order of creation, which is GitHub's order of listing. */
  readonly comments: Map<number, Comment>;
  readonly labels: Map<string, number>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly statuses: CommitStatus[];
  readonly runs: Map<number, WorkflowRun>;
  readonly artifacts: Map<number, Artifact>;
  readonly releases: Map<number, Release>;
  readonly assets: Map<number, ReleaseAsset>;
  /** Uploads arrive otherwise than they were sent. */
  damagesUploads: boolean;
  /** Files by path, by commit. */
  readonly files: Map<string, ReadonlyMap<string, string>>;
  readonly rateLimit: { limit: number; remaining: number; resetAt: number };
  nextId: number;
}

const hour = 3600;

export function createWorld(repository: string, isPrivate: boolean, tokens: readonly TokenGrant[]): World {
  const [owner = '', name = ''] = repository.split('/');
  const world: World = {
    repository: { id: 1000, owner, name, isPrivate },
    accounts: new Map(),
    tokens,
    pulls: new Map(),
    issues: new Map(),
    comments: new Map(),
    labels: new Map(),
    checkRuns: new Map(),
    statuses: [],
    runs: new Map(),
    artifacts: new Map(),
    releases: new Map(),
    assets: new Map(),
    damagesUploads: false,
    files: new Map(),
    rateLimit: { limit: 1000, remaining: 1000, resetAt: Math.floor(Date.now() / 1000) + hour },
    nextId: 1001,
  };
  for (const { login } of tokens) accountOf(world, login);
  return world;
}

export function newId(world: World): number {
  world.nextId += 1;
  return world.nextId;
}

/** The account of that login, made on first sight; logins that end in `[bot]` are bots. */
export function accountOf(world: World, login: string): Account {
  const known = world.accounts.get(login);
  if (known !== undefined) return known;
  const account: Account = { id: newId(world), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
  world.accounts.set(login, account);
  return account;
}

/** ISO 8601 without milliseconds, as GitHub writes it. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

export interface NewPullRequest {
  readonly number?: number;
  readonly title?: string;
  readonly author?: string;
  readonly state?: 'open' | 'closed';
  readonly merged?: boolean;
  readonly draft?: boolean;
  readonly headSha?: string;
  readonly headRef?: string;
  /** `null` = the fork was deleted; default: the repository itself. */
  readonly headRepository?: string | null;
  readonly baseRef?: string;
  readonly labels?: readonly string[];
  readonly files?: PullRequest['files'];
}

export function addPullRequest(world: World, wanted: NewPullRequest = {}): PullRequest {
  const number = wanted.number ?? nextNumber(world);
  const { owner, name } = world.repository;
  const pull: PullRequest = {
    number,
    title: wanted.title ?? `Change ${number}`,
    author: wanted.author ?? 'octocat',
    state: wanted.merged === true ? 'closed' : (wanted.state ?? 'open'),
    merged: wanted.merged ?? false,
    draft: wanted.draft ?? false,
    headSha: wanted.headSha ?? number.toString(16).padStart(40, 'a'),
    headRef: wanted.headRef ?? `change-${number}`,
    headRepository:
      wanted.headRepository === null ? undefined : (wanted.headRepository ?? `${owner}/${name}`),
    baseRef: wanted.baseRef ?? 'main',
    labels: [...(wanted.labels ?? [])],
    files: wanted.files ?? [],
  };
  world.pulls.set(number, pull);
  return pull;
}

function nextNumber({ pulls, issues }: World): number {
  return Math.max(0, ...pulls.keys(), ...issues.keys()) + 1;
}

export function addIssue(
  world: World,
  wanted: { readonly author: string; readonly title: string } & Partial<Issue>,
): Issue {
  const now = timestamp();
  const issue: Issue = {
    number: nextNumber(world),
    id: newId(world),
    body: '',
    state: 'open',
    stateReason: null,
    labels: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    ...wanted,
  };
  world.issues.set(issue.number, issue);
  return issue;
}

export function addComment(world: World, wanted: { issue: number; author: string; body: string }): Comment {
  const now = timestamp();
  const comment: Comment = { id: newId(world), ...wanted, createdAt: now, updatedAt: now };
  world.comments.set(comment.id, comment);
  return comment;
}

export function addWorkflowRun(world: World, wanted: Partial<Omit<WorkflowRun, 'id'>> = {}): WorkflowRun {
  const run: WorkflowRun = {
    id: newId(world),
    event: 'pull_request',
    headSha: 'b'.repeat(40),
    headBranch: 'main',
    headRepository: `${world.repository.owner}/${world.repository.name}`,
    conclusion: 'success',
    ...wanted,
  };
  world.runs.set(run.id, run);
  return run;
}

export interface NewArtifact {
  readonly runId: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly expired?: boolean;
  readonly claimedSize?: number;
}

export function addArtifact(world: World, wanted: NewArtifact): Artifact {
  const artifact: Artifact = { id: newId(world), expired: false, claimedSize: wanted.zip.length, ...wanted };
  world.artifacts.set(artifact.id, artifact);
  return artifact;
}

export function addRelease(world: World, tag: string, options: { readonly isDraft?: boolean } = {}): Release {
  const release: Release = { id: newId(world), tag, isDraft: options.isDraft ?? false };
  world.releases.set(release.id, release);
  return release;
}

export type NewReleaseAsset = Pick<ReleaseAsset, 'releaseId' | 'name' | 'bytes'> & Partial<ReleaseAsset>;

export function addReleaseAsset(world: World, wanted: NewReleaseAsset): ReleaseAsset {
  const asset: ReleaseAsset = {
    contentType: 'application/octet-stream',
    state: 'uploaded',
    sha256: createHash('sha256').update(wanted.bytes).digest('hex'),
    uploader: 'github-actions[bot]',
    createdAt: timestamp(),
    ...wanted,
    id: newId(world),
  };
  world.assets.set(asset.id, asset);
  return asset;
}
