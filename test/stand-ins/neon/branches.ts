import { ApiError, badRequest } from './http/api-error.ts';
import { newId, newLsn, newPassword } from './ids.ts';
import {
  type BranchRecord,
  childrenOf,
  type DatabaseRecord,
  endpointsOf,
  type InitSource,
  liveBranches,
  type ProjectRecord,
  type RoleRecord,
} from './model.ts';
import type { Step } from './operations.ts';
import { removeData } from './postgres/content.ts';
import type { World } from './world.ts';

const dayMs = 86_400_000;
const longestExpiryMs = 30 * dayMs;

export interface NewBranch {
  readonly name: string;
  /** Where its content comes from. */
  readonly source: BranchRecord;
  readonly initSource: InitSource;
  readonly isProtected: boolean;
  readonly lsn: string | undefined;
  readonly timestamp: Date | undefined;
}

let databaseCount = 1000;

export function nextDatabaseId(): number {
  databaseCount += 1;
  return databaseCount;
}

/** Remembers the branch, in state `init`; its databases do not exist yet. A schema-only branch is a root branch. */
export function addBranch(world: World, project: ProjectRecord, wanted: NewBranch): BranchRecord {
  const { source } = wanted;
  const now = world.clock.now();
  const isRoot = wanted.initSource === 'schema-only';
  const branch: BranchRecord = {
    id: newId('br'),
    projectId: project.id,
    name: wanted.name,
    parentId: isRoot ? undefined : source.id,
    // The point in time is recorded only: the content is always the source's head.
    parentLsn: isRoot ? undefined : (wanted.lsn ?? newLsn()),
    parentTimestamp: isRoot ? undefined : (wanted.timestamp ?? now),
    state: 'init',
    pendingState: 'ready',
    stateChangedAt: now,
    isDefault: false,
    isProtected: wanted.isProtected,
    initSource: wanted.initSource,
    createdAt: now,
    updatedAt: now,
    expiresAt: undefined,
    ttlSeconds: undefined,
    lastResetAt: undefined,
    annotation: undefined,
    deleted: undefined,
    anonymization: undefined,
    roles: new Map([...source.roles].map(([name, role]) => [name, inheritRole(role, source, now)])),
    databases: new Map(
      [...source.databases].map(([name, database]) => [name, inheritDatabase(database, now)]),
    ),
  };
  project.branches.set(branch.id, branch);
  return branch;
}

/** Children of a protected branch get passwords of their own; others share their parent's. */
function inheritRole(role: RoleRecord, parent: BranchRecord, now: Date): RoleRecord {
  const password = parent.isProtected ? newPassword() : role.password;
  return { ...role, password, createdAt: now, updatedAt: now };
}

function inheritDatabase(database: DatabaseRecord, now: Date): DatabaseRecord {
  return { ...database, id: nextDatabaseId(), real: undefined, createdAt: now, updatedAt: now };
}

/** Makes the branch's databases, each a copy of the source's of the same name. */
export async function copyContent(world: World, branch: BranchRecord, source: BranchRecord): Promise<void> {
  for (const database of branch.databases.values()) {
    const original = source.databases.get(database.name)?.real;
    if (original === undefined) continue;
    database.real = await world.server.copyDatabase(original, database.owner);
    if (branch.initSource !== 'parent-data') await removeData(world.server, database.real);
  }
}

export function setBranchState(world: World, branch: BranchRecord, state: BranchRecord['state']): void {
  const now = world.clock.now();
  branch.state = state;
  branch.pendingState = undefined;
  branch.stateChangedAt = now;
  branch.updatedAt = now;
}

export function assertNameFree(world: World, project: ProjectRecord, name: string): void {
  const candidates = world.settings.deletedKeeps.name
    ? [...project.branches.values()]
    : liveBranches(project);
  if (candidates.some((branch) => branch.name === name))
    throw new ApiError(409, `branch already exists; branch_name:"${name}"`);
}

export function assertWithinLimits(world: World, project: ProjectRecord, isRoot: boolean): void {
  const { limits, deletedKeeps } = world.settings;
  const counted = deletedKeeps.slot ? [...project.branches.values()] : liveBranches(project);
  const roots = counted.filter((branch) => branch.parentId === undefined);
  if (isRoot && roots.length >= limits.rootBranches)
    throw new ApiError(422, 'root branches limit exceeded', 'ROOT_BRANCHES_LIMIT_EXCEEDED');
  if (counted.length >= limits.branches)
    throw new ApiError(422, 'branches limit exceeded', 'BRANCHES_LIMIT_EXCEEDED');
}

export function refuse(world: World, message: string): ApiError {
  return new ApiError(world.settings.refusalStatus, message);
}

/** Sets or clears the expiry. @throws ApiError for a time outside the next 30 days, or a branch that may not expire. */
export function setExpiry(world: World, branch: BranchRecord, expiresAt: Date | undefined): void {
  if (expiresAt !== undefined) assertMayExpire(world, branch, expiresAt);
  const now = world.clock.now();
  branch.expiresAt = expiresAt;
  branch.ttlSeconds = expiresAt && Math.round((expiresAt.getTime() - now.getTime()) / 1000);
}

function assertMayExpire(world: World, branch: BranchRecord, expiresAt: Date): void {
  const ahead = expiresAt.getTime() - world.clock.now().getTime();
  if (ahead <= 0) throw badRequest('expires_at must be in the future');
  if (ahead > longestExpiryMs) throw badRequest('expires_at must be at most 30 days from now');
  if (branch.isDefault) throw refuse(world, 'cannot set an expiration on the default branch');
  if (branch.isProtected) throw refuse(world, 'cannot set an expiration on a protected branch');
  const project = world.projects.get(branch.projectId);
  if (project !== undefined && childrenOf(project, branch).length > 0)
    throw refuse(world, 'cannot set an expiration on a branch that has children');
}

/** What deleting a branch takes: its computes stop first, then the data is out of reach. */
export function deletionSteps(world: World, branch: BranchRecord, method: 'user' | 'ttl'): readonly Step[] {
  const project = world.projects.get(branch.projectId);
  const endpoints = project === undefined ? [] : endpointsOf(project, branch);
  branch.deleted = { at: world.clock.now(), method };
  branch.updatedAt = world.clock.now();
  const suspend = endpoints.map(
    (endpoint): Step => ({
      action: 'suspend_compute',
      branchId: branch.id,
      endpointId: endpoint.id,
      run: async () => world.endpoints.setState(endpoint, 'idle'),
    }),
  );
  return [...suspend, { action: 'delete_timeline', branchId: branch.id }];
}

/** Deletes what is over its time: expired branches, and for good what can no longer be recovered. */
export async function expireBranches(world: World, project: ProjectRecord): Promise<void> {
  const now = world.clock.now().getTime();
  for (const branch of liveBranches(project)) {
    if (branch.expiresAt === undefined || branch.expiresAt.getTime() > now) continue;
    world.operations.schedule(project, { steps: deletionSteps(world, branch, 'ttl'), locks: false });
  }
  await world.operations.idle();
  for (const branch of [...project.branches.values()]) {
    if (branch.deleted === undefined || now - branch.deleted.at.getTime() < 7 * dayMs) continue;
    await dropContent(world, branch);
    project.branches.delete(branch.id);
  }
}

export async function dropContent(world: World, branch: BranchRecord): Promise<void> {
  for (const database of branch.databases.values()) {
    if (database.real !== undefined) await world.server.dropDatabase(database.real);
    database.real = undefined;
  }
}
