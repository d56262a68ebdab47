import { addBranch, assertNameFree, nextDatabaseId, refuse, setBranchState } from '../branches.ts';
import { badRequest, notFound } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { newLsn } from '../ids.ts';
import {
  type BranchRecord,
  childrenOf,
  type DatabaseRecord,
  endpointsOf,
  type ProjectRecord,
} from '../model.ts';
import { describeBranch, describeEndpoint, describeOperation, recoveryDays } from '../representations.ts';
import type { World } from '../world.ts';
import { branchById, branchOf, projectOf } from './find.ts';

export const restoreBranchRoutes: readonly Route[] = [
  { method: 'POST', path: '/projects/:project/branches/:branch/restore', handle: restore },
  {
    method: 'POST',
    path: '/projects/:project/branches/:branch/finalize_restore',
    handle(call) {
      call.body.string('name');
      branchOf(call);
      return { status: 200, body: { operations: [] } };
    },
  },
  { method: 'POST', path: '/projects/:project/branches/:branch/recover', handle: recover },
];

interface RestoreRequest {
  readonly source: BranchRecord;
  readonly lsn: string | undefined;
  readonly timestamp: Date | undefined;
  readonly preserveUnderName: string | undefined;
}

function readRestore({ body }: Call, project: ProjectRecord): RestoreRequest {
  const sourceId = body.required('source_branch_id', body.string('source_branch_id'));
  return {
    source: branchById(project, sourceId),
    lsn: body.string('source_lsn'),
    timestamp: body.time('source_timestamp'),
    preserveUnderName: body.string('preserve_under_name'),
  };
}

/** Replaces a branch's content by the source's; its id, endpoints, roles and passwords stay. */
function restore(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const request = readRestore(call, project);
  assertMayRestore(world, project, { branch, request });
  world.operations.assertUnlocked(project, [branch.id, request.source.id]);
  const preserved =
    request.preserveUnderName === undefined
      ? undefined
      : preserve(world, project, { branch, name: request.preserveUnderName });
  setBranchState(world, branch, 'resetting');
  branch.pendingState = 'ready';
  world.endpoints.disconnect(project, branch);
  const operations = world.operations.schedule(project, {
    steps: [
      {
        action: 'create_timeline',
        branchId: branch.id,
        run: () =>
          replaceContent(
            world,
            branch,
            preserved !== undefined && request.source === branch ? preserved : request.source,
          ),
      },
      { action: 'apply_config', branchId: branch.id },
    ],
    settle: () => settleRestore(world, branch, request),
  });
  return {
    status: 200,
    body: { branch: describeBranch(branch), operations: operations.map(describeOperation) },
  };
}

interface Restoring {
  readonly branch: BranchRecord;
  readonly request: RestoreRequest;
}

function assertMayRestore(world: World, project: ProjectRecord, { branch, request }: Restoring): void {
  const { source, lsn, timestamp, preserveUnderName } = request;
  if (lsn !== undefined && timestamp !== undefined)
    throw badRequest('source_lsn and source_timestamp cannot be given together');
  if (branch.isProtected) throw refuse(world, 'cannot restore a protected branch');
  if (branch.anonymization !== undefined) throw refuse(world, 'cannot restore anonymized branches');
  if (source === branch && (preserveUnderName === undefined || (lsn ?? timestamp) === undefined))
    throw badRequest('restoring a branch to itself needs a point in time and preserve_under_name');
  if (source !== branch && branch.parentId === undefined) throw refuse(world, 'cannot reset a root branch');
  if (childrenOf(project, branch).length > 0 && preserveUnderName === undefined)
    throw refuse(world, 'the branch has children: preserve_under_name is required');
  if (preserveUnderName !== undefined) assertNameFree(world, project, preserveUnderName);
}

/** The state before becomes a branch of its own, which also takes over the children. It has no endpoint. */
function preserve(
  world: World,
  project: ProjectRecord,
  { branch, name }: { readonly branch: BranchRecord; readonly name: string },
): BranchRecord {
  const backup = addBranch(world, project, {
    name,
    source: branch,
    initSource: 'parent-data',
    isProtected: false,
    lsn: undefined,
    timestamp: undefined,
  });
  for (const child of childrenOf(project, branch)) child.parentId = backup.id;
  backup.parentId = branch.parentId;
  for (const [database, original] of branch.databases) {
    const kept = backup.databases.get(database);
    if (kept !== undefined) kept.real = original.real;
    original.real = undefined;
  }
  setBranchState(world, backup, 'ready');
  return backup;
}

/** The point in time is approximated by the source's head: plain Postgres keeps no history of pages. */
async function replaceContent(world: World, branch: BranchRecord, source: BranchRecord): Promise<void> {
  const now = world.clock.now();
  const old = [...branch.databases.values()];
  const fresh: DatabaseRecord[] = [];
  for (const original of source.databases.values()) {
    if (original.real === undefined) continue;
    const real = await world.server.copyDatabase(original.real, original.owner);
    const before = branch.databases.get(original.name);
    fresh.push({ ...original, id: before?.id ?? nextDatabaseId(), real, createdAt: now, updatedAt: now });
  }
  branch.databases.clear();
  for (const database of fresh) branch.databases.set(database.name, database);
  for (const [name, role] of source.roles) if (!branch.roles.has(name)) branch.roles.set(name, { ...role });
  for (const { real } of old) if (real !== undefined) await world.server.dropDatabase(real);
}

function settleRestore(world: World, branch: BranchRecord, request: RestoreRequest): void {
  const now = world.clock.now();
  setBranchState(world, branch, 'ready');
  branch.lastResetAt = now;
  if (request.source.id === branch.parentId) {
    branch.parentLsn = request.lsn ?? newLsn();
    branch.parentTimestamp = request.timestamp ?? now;
  }
  if (branch.ttlSeconds !== undefined) branch.expiresAt = new Date(now.getTime() + branch.ttlSeconds * 1000);
}

/** Brings a deleted branch back, its endpoints idle and its expiry dropped. */
function recover(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = project.branches.get(call.params.branch ?? '');
  const deleted = branch?.deleted;
  if (branch === undefined || deleted === undefined) throw notFound('deleted branch');
  const age = world.clock.now().getTime() - deleted.at.getTime();
  if (age >= recoveryDays * 86_400_000) throw notFound('deleted branch');
  assertNameFree(world, project, branch.name);
  branch.deleted = undefined;
  branch.expiresAt = undefined;
  branch.ttlSeconds = undefined;
  branch.updatedAt = world.clock.now();
  const endpoints = endpointsOf(project, branch).map((endpoint) => describeEndpoint(world, endpoint));
  return { status: 200, body: { branch: describeBranch(branch), endpoints } };
}
