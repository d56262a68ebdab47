import { refuse } from '../branches.ts';
import { ApiError } from '../http/api-error.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { type EndpointRecord, endpointsOf, type OperationAction } from '../model.ts';
import { describeEndpoint, describeOperation } from '../representations.ts';
import { readChangeableSettings, readEndpointSettings } from './endpoint-settings.ts';
import { branchById, branchOf, endpointOf, projectOf } from './find.ts';

export const endpointRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/projects/:project/branches/:branch/endpoints',
    handle: (call) => listed(call, endpointsOf(projectOf(call), branchOf(call))),
  },
  {
    method: 'GET',
    path: '/projects/:project/endpoints',
    handle(call) {
      const project = projectOf(call);
      const isLive = ({ branchId, deleted }: EndpointRecord) =>
        !deleted && project.branches.get(branchId)?.deleted === undefined;
      return listed(call, [...project.endpoints.values()].filter(isLive));
    },
  },
  { method: 'POST', path: '/projects/:project/endpoints', handle: createEndpoint },
  {
    method: 'GET',
    path: '/projects/:project/endpoints/:endpoint',
    handle: (call) => ({ status: 200, body: { endpoint: describeEndpoint(call.world, endpointOf(call)) } }),
  },
  { method: 'PATCH', path: '/projects/:project/endpoints/:endpoint', handle: updateEndpoint },
  { method: 'DELETE', path: '/projects/:project/endpoints/:endpoint', handle: deleteEndpoint },
  { method: 'POST', path: '/projects/:project/endpoints/:endpoint/start', handle: startEndpoint },
  { method: 'POST', path: '/projects/:project/endpoints/:endpoint/suspend', handle: suspendEndpoint },
  { method: 'POST', path: '/projects/:project/endpoints/:endpoint/restart', handle: restartEndpoint },
];

function listed({ world }: Call, endpoints: readonly EndpointRecord[]): Reply {
  return { status: 200, body: { endpoints: endpoints.map((endpoint) => describeEndpoint(world, endpoint)) } };
}

interface Change {
  readonly action: OperationAction;
  readonly settle: () => void;
  readonly status?: number;
}

function change(call: Call, endpoint: EndpointRecord, { action, settle, status }: Change): Reply {
  const { world } = call;
  const step = { action, branchId: endpoint.branchId, endpointId: endpoint.id };
  const operations = world.operations.schedule(projectOf(call), { steps: [step], settle });
  const body = {
    endpoint: describeEndpoint(world, endpoint),
    operations: operations.map(describeOperation),
  };
  return { status: status ?? 200, body };
}

async function createEndpoint(call: Call): Promise<Reply> {
  const { world } = call;
  const project = projectOf(call);
  const wanted = call.body.object('endpoint');
  const branch = branchById(project, wanted.required('branch_id', wanted.string('branch_id')));
  for (const name of ['region_id', 'pooler_mode'] as const) wanted.string(name);
  for (const name of ['pooler_enabled', 'passwordless_access'] as const) wanted.boolean(name);
  const settings = readEndpointSettings(wanted);
  world.operations.assertUnlocked(project, [branch.id]);
  const hasWriter = endpointsOf(project, branch).some(({ type }) => type === 'read_write');
  if (settings.type === 'read_write' && hasWriter)
    throw refuse(world, 'the branch already has a read_write endpoint');
  const endpoint = world.endpoints.add(project, branch.id, settings);
  const reply = change(call, endpoint, {
    action: 'start_compute',
    settle: () => world.endpoints.setState(endpoint, 'active'),
    status: 201,
  });
  await world.endpoints.open(endpoint);
  return reply;
}

function updateEndpoint(call: Call): Reply {
  const { world } = call;
  const endpoint = endpointOf(call);
  const wanted = readChangeableSettings(call.body.object('endpoint'));
  world.operations.assertUnlocked(projectOf(call), [endpoint.branchId]);
  endpoint.name = wanted.name ?? endpoint.name;
  endpoint.minCu = wanted.minCu ?? endpoint.minCu;
  endpoint.maxCu = wanted.maxCu ?? endpoint.maxCu;
  endpoint.suspendTimeoutSeconds = wanted.suspendTimeoutSeconds ?? endpoint.suspendTimeoutSeconds;
  endpoint.disabled = wanted.disabled ?? endpoint.disabled;
  endpoint.updatedAt = world.clock.now();
  return change(call, endpoint, { action: 'apply_config', settle: () => {} });
}

function deleteEndpoint(call: Call): Reply {
  const { world } = call;
  const project = projectOf(call);
  const endpoint = project.endpoints.get(call.params.endpoint ?? '');
  if (endpoint === undefined || endpoint.deleted) return { status: 204 };
  world.operations.assertUnlocked(project, [endpoint.branchId]);
  return change(call, endpoint, {
    action: 'suspend_compute',
    settle() {
      world.endpoints.setState(endpoint, 'idle');
      endpoint.deleted = true;
    },
  });
}

function startEndpoint(call: Call): Reply {
  const { world } = call;
  const endpoint = endpointOf(call);
  world.operations.assertUnlocked(projectOf(call), [endpoint.branchId]);
  if (endpoint.state === 'active')
    return { status: 200, body: { endpoint: describeEndpoint(world, endpoint), operations: [] } };
  endpoint.pendingState = 'active';
  const settle = () => world.endpoints.setState(endpoint, 'active');
  return change(call, endpoint, { action: 'start_compute', settle });
}

function suspendEndpoint(call: Call): Reply {
  const { world } = call;
  const endpoint = endpointOf(call);
  if (endpoint.pendingState !== undefined)
    throw new ApiError(423, 'endpoint is in some transitive state, could not suspend');
  world.operations.assertUnlocked(projectOf(call), [endpoint.branchId]);
  endpoint.pendingState = 'idle';
  const settle = () => world.endpoints.setState(endpoint, 'idle');
  return change(call, endpoint, { action: 'suspend_compute', settle });
}

function restartEndpoint(call: Call): Reply {
  const { world } = call;
  const endpoint = endpointOf(call);
  world.operations.assertUnlocked(projectOf(call), [endpoint.branchId]);
  world.endpoints.setState(endpoint, 'init');
  endpoint.pendingState = 'active';
  const settle = () => world.endpoints.setState(endpoint, 'active');
  return change(call, endpoint, { action: 'start_compute', settle });
}
