import { badRequest, notFound } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { defaultBranch, endpointsOf } from '../model.ts';
import {
  connectionUri,
  describeOperation,
  describeProject,
  describeWholeProject,
} from '../representations.ts';
import { branchById, databaseByName, endpointById, projectOf, roleByName } from './find.ts';
import { pageOf } from './paging.ts';

export const projectRoutes: readonly Route[] = [
  { method: 'GET', path: '/projects', handle: listProjects },
  {
    method: 'GET',
    path: '/projects/:project',
    handle: (call) => ({ status: 200, body: { project: describeWholeProject(projectOf(call)) } }),
  },
  { method: 'PATCH', path: '/projects/:project', handle: updateProject },
  { method: 'GET', path: '/projects/:project/connection_uri', handle: revealUri },
  { method: 'GET', path: '/projects/:project/operations', handle: listOperations },
  { method: 'GET', path: '/projects/:project/operations/:operation', handle: oneOperation },
  {
    method: 'GET',
    path: '/auth',
    handle: () => ({ status: 200, body: { account_id: 'org-stand-in', auth_method: 'api_key_org' } }),
  },
  { method: 'GET', path: '/users/me', handle: currentUser },
];

function listProjects({ world, query }: Call): Reply {
  const text = query.get('search') ?? '';
  const found = [...world.projects.values()].filter(
    (project) => project.name.includes(text) || project.id.includes(text),
  );
  const { page, next } = pageOf(found, query, { normal: 10, most: 400 });
  const body = {
    projects: page.map(describeProject),
    applications: {},
    integrations: {},
    pagination: next === undefined ? undefined : { cursor: next },
  };
  return { status: 200, body };
}

function updateProject(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const wanted = call.body.object('project');
  const name = wanted.string('name');
  const retention = wanted.number('history_retention_seconds');
  const settings = readProjectSettings(call);
  if (retention !== undefined && (retention < 0 || retention > 2_592_000))
    throw badRequest('history_retention_seconds must be 0 to 2592000');
  world.operations.assertUnlocked(project, []);
  project.name = name ?? project.name;
  project.historyRetentionSeconds = retention ?? project.historyRetentionSeconds;
  project.settings = { ...project.settings, ...settings };
  project.updatedAt = world.clock.now();
  return { status: 200, body: { project: describeWholeProject(project), operations: [] } };
}

const settingNames = [
  'allowed_ips',
  'block_public_connections',
  'block_vpc_connections',
  'enable_logical_replication',
  'maintenance_window',
  'quota',
] as const;

/** Kept and shown; the stand-in does not enforce the allow-list. */
function readProjectSettings({ body }: Call): Readonly<Record<string, unknown>> {
  const settings = body.object('project').object('settings');
  const given = settingNames.map((name) => [name, settings.json(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function revealUri(call: Call): Reply {
  const { world, query } = call;
  const project = projectOf(call);
  const databaseName = query.get('database_name');
  const roleName = query.get('role_name');
  if (databaseName === null || roleName === null)
    throw badRequest('database_name and role_name are required');
  const branchId = query.get('branch_id');
  const endpointId = query.get('endpoint_id');
  const named = endpointId === null ? undefined : endpointById(project, endpointId);
  const branch =
    branchId === null && named === undefined
      ? defaultBranch(project)
      : branchById(project, branchId ?? named?.branchId ?? '');
  const role = roleByName(branch, roleName);
  const database = databaseByName(branch, databaseName).name;
  const endpoint = named ?? endpointsOf(project, branch).find(({ type }) => type === 'read_write');
  if (endpoint === undefined || endpoint.branchId !== branch.id) throw notFound('endpoint');
  const pooled = query.get('pooled') === 'true';
  return { status: 200, body: { uri: connectionUri(world, { endpoint, role, database, pooled }) } };
}

/** Newest first. */
function listOperations(call: Call): Reply {
  const operations = projectOf(call).operations.toReversed();
  const { page, next } = pageOf(operations, call.query, { normal: 100, most: 1000 });
  const pagination = next === undefined ? undefined : { cursor: next };
  return { status: 200, body: { operations: page.map(describeOperation), pagination } };
}

function oneOperation(call: Call): Reply {
  const operation = projectOf(call).operations.find(({ id }) => id === call.params.operation);
  if (operation === undefined) throw notFound('operation');
  return { status: 200, body: { operation: describeOperation(operation) } };
}

function currentUser({ world }: Call): Reply {
  const body = {
    active_seconds_limit: 0,
    auth_accounts: [],
    email: 'stand-in@example.com',
    id: 'a7b3c0de-0000-4000-8000-000000000001',
    image: '',
    login: 'stand-in',
    name: 'Stand-in',
    last_name: '',
    projects_limit: world.projects.size,
    branches_limit: world.settings.limits.branches,
    max_autoscaling_limit: 8,
    plan: 'launch_v3',
  };
  return { status: 200, body };
}
