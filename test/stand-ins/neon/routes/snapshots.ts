import { refuse } from '../branches.ts';
import { badRequest, notFound } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { newId } from '../ids.ts';
import type { SnapshotRecord } from '../model.ts';
import { describeOperation } from '../representations.ts';
import { branchOf, projectOf } from './find.ts';

/** Taken, listed and deleted; restoring one is not played. */
export const snapshotRoutes: readonly Route[] = [
  { method: 'POST', path: '/projects/:project/branches/:branch/snapshot', handle: createSnapshot },
  {
    method: 'GET',
    path: '/projects/:project/snapshots',
    handle: (call) => ({
      status: 200,
      body: { snapshots: [...projectOf(call).snapshots.values()].map(describeSnapshot) },
    }),
  },
  { method: 'DELETE', path: '/projects/:project/snapshots/:snapshot', handle: deleteSnapshot },
];

function createSnapshot(call: Call): Reply {
  const { world, query } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  if (query.has('lsn') && query.has('timestamp'))
    throw badRequest('lsn and timestamp cannot be given together');
  if (branch.parentId !== undefined) throw refuse(world, 'snapshots can only be created from root branches');
  if (project.snapshots.size >= world.settings.limits.snapshots)
    throw refuse(world, 'snapshots limit exceeded');
  world.operations.assertUnlocked(project, [branch.id]);
  const now = world.clock.now();
  const snapshot: SnapshotRecord = {
    id: newId('snap'),
    name: query.get('name') ?? `${branch.name} at ${now.toISOString()}`,
    sourceBranchId: branch.id,
    createdAt: now,
    expiresAt: momentOf(query.get('expires_at')),
  };
  project.snapshots.set(snapshot.id, snapshot);
  const operations = world.operations.schedule(project, {
    steps: [{ action: 'create_timeline', branchId: branch.id }],
  });
  return {
    status: 200,
    body: { snapshot: describeSnapshot(snapshot), operations: operations.map(describeOperation) },
  };
}

function momentOf(text: string | null): Date | undefined {
  if (text === null) return undefined;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) throw badRequest(`expires_at: "${text}" is no time`);
  return new Date(text);
}

function deleteSnapshot(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const id = call.params.snapshot ?? '';
  if (!project.snapshots.delete(id)) throw notFound('snapshot');
  const operations = world.operations.schedule(project, { steps: [{ action: 'delete_timeline' }] });
  return { status: 202, body: { operations: operations.map(describeOperation) } };
}

function describeSnapshot(snapshot: SnapshotRecord): unknown {
  return {
    id: snapshot.id,
    name: snapshot.name,
    source_branch_id: snapshot.sourceBranchId,
    created_at: snapshot.createdAt.toISOString(),
    ...(snapshot.expiresAt !== undefined && { expires_at: snapshot.expiresAt.toISOString() }),
    manual: true,
  };
}
