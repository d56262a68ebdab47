import { assertNameFree, deletionSteps, refuse, setExpiry } from '../branches.ts';
import { badRequest } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { type BranchRecord, childrenOf, defaultBranch, liveBranches, type ProjectRecord } from '../model.ts';
import { describeAnnotation, describeBranch, describeOperation } from '../representations.ts';
import type { World } from '../world.ts';
import { branchOf, projectOf } from './find.ts';
import { pageOf } from './paging.ts';

export const branchRoutes: readonly Route[] = [
  { method: 'GET', path: '/projects/:project/branches', handle: listBranches },
  {
    method: 'GET',
    path: '/projects/:project/branches/count',
    handle: (call) => ({
      status: 200,
      body: { count: searched(liveBranches(projectOf(call)), call.query).length },
    }),
  },
  {
    method: 'GET',
    path: '/projects/:project/branches/:branch',
    handle(call) {
      const branch = branchOf(call);
      const annotation = describeAnnotation(branch, branch.annotation);
      return { status: 200, body: { branch: describeBranch(branch), annotation } };
    },
  },
  { method: 'PATCH', path: '/projects/:project/branches/:branch', handle: updateBranch },
  { method: 'DELETE', path: '/projects/:project/branches/:branch', handle: deleteBranch },
  { method: 'POST', path: '/projects/:project/branches/:branch/set_as_default', handle: setAsDefault },
];

function searched(branches: readonly BranchRecord[], query: URLSearchParams): readonly BranchRecord[] {
  const text = query.get('search') ?? '';
  return branches.filter((branch) => branch.name.includes(text) || branch.id.includes(text));
}

function listBranches(call: Call): Reply {
  const project = projectOf(call);
  const { query, world } = call;
  const wanted =
    query.get('include_deleted') === 'true' ? [...project.branches.values()] : liveBranches(project);
  const sortBy = query.get('sort_by') ?? 'updated_at';
  const sortOrder = query.get('sort_order') ?? 'desc';
  const sorted = sort(searched(wanted, query), sortBy, sortOrder);
  const { page, next } = pageOf(sorted, query, { normal: world.settings.pageSize, most: 10_000 });
  const annotated = page.filter((branch) => branch.annotation !== undefined);
  const body = {
    branches: page.map(describeBranch),
    annotations: Object.fromEntries(
      annotated.map((branch) => [branch.id, describeAnnotation(branch, branch.annotation)]),
    ),
    pagination: { next, sort_by: sortBy, sort_order: sortOrder },
  };
  return { status: 200, body };
}

function sort(branches: readonly BranchRecord[], by: string, order: string): readonly BranchRecord[] {
  const keys: Readonly<Record<string, (branch: BranchRecord) => string>> = {
    name: (branch) => branch.name,
    created_at: (branch) => branch.createdAt.toISOString(),
    updated_at: (branch) => branch.updatedAt.toISOString(),
  };
  const key = keys[by];
  if (key === undefined) throw badRequest(`sort_by: "${by}" is not name, created_at or updated_at`);
  if (order !== 'asc' && order !== 'desc') throw badRequest(`sort_order: "${order}" is not asc or desc`);
  const sign = order === 'asc' ? 1 : -1;
  // The id makes the order total, so that pages neither repeat nor miss a branch.
  return branches.toSorted((left, right) => {
    const [one, other] = [`${key(left)}\0${left.id}`, `${key(right)}\0${right.id}`];
    return one < other ? -sign : one > other ? sign : 0;
  });
}

function describeChanged(
  branch: BranchRecord,
  operations: readonly Parameters<typeof describeOperation>[0][],
): Reply {
  return {
    status: 200,
    body: { branch: describeBranch(branch), operations: operations.map(describeOperation) },
  };
}

function updateBranch(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  const wanted = call.body.object('branch');
  const name = wanted.string('name');
  const isProtected = wanted.boolean('protected');
  const clears = wanted.isNull('expires_at');
  const expiresAt = wanted.time('expires_at');
  if (name !== undefined && name !== branch.name) assertNameFree(world, project, name);
  world.operations.assertUnlocked(project, [branch.id]);
  if (isProtected === true && branch.expiresAt !== undefined && !clears)
    throw refuse(world, 'cannot protect a branch that has an expiration');
  if (clears) setExpiry(world, branch, undefined);
  if (expiresAt !== undefined) setExpiry(world, branch, expiresAt);
  branch.name = name ?? branch.name;
  branch.isProtected = isProtected ?? branch.isProtected;
  branch.updatedAt = world.clock.now();
  return describeChanged(branch, []);
}

/** Deleting what is absent, or was deleted before, is a success without a body. */
function deleteBranch(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = project.branches.get(call.params.branch ?? '');
  if (branch === undefined || branch.deleted !== undefined) return { status: 204 };
  assertMayDelete(world, project, branch);
  world.operations.assertUnlocked(project, [branch.id]);
  const steps = deletionSteps(world, branch, 'user');
  return describeChanged(branch, world.operations.schedule(project, { steps }));
}

function assertMayDelete(world: World, project: ProjectRecord, branch: BranchRecord): void {
  if (branch.isDefault) throw refuse(world, 'cannot delete the default branch');
  if (branch.isProtected) throw refuse(world, 'cannot delete a protected branch');
  if (childrenOf(project, branch).length > 0) throw refuse(world, 'cannot delete a branch that has children');
  if (branch.parentId === undefined && branch.initSource === 'parent-data')
    throw refuse(world, 'cannot delete the root branch');
}

function setAsDefault(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const branch = branchOf(call);
  world.operations.assertUnlocked(project, [branch.id]);
  if (branch.expiresAt !== undefined)
    throw refuse(world, 'a branch that has an expiration cannot be the default branch');
  defaultBranch(project).isDefault = false;
  branch.isDefault = true;
  branch.updatedAt = world.clock.now();
  return describeChanged(branch, []);
}
