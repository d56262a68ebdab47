import {
  addBranch,
  assertNameFree,
  assertWithinLimits,
  copyContent,
  refuse,
  setBranchState,
  setExpiry,
} from '../branches.ts';
import type { EndpointSettings } from '../endpoints.ts';
import { badRequest } from '../http/api-error.ts';
import type { Fields } from '../http/body.ts';
import type { Call, Reply, Route } from '../http/router.ts';
import { newId } from '../ids.ts';
import {
  type BranchRecord,
  defaultBranch,
  type EndpointRecord,
  type InitSource,
  type OperationRecord,
  type ProjectRecord,
} from '../model.ts';
import type { Step } from '../operations.ts';
import {
  connectionUri,
  describeBranch,
  describeDatabase,
  describeEndpoint,
  describeOperation,
  describeRole,
} from '../representations.ts';
import type { World } from '../world.ts';
import { readEndpointSettings } from './endpoint-settings.ts';
import { branchById, projectOf } from './find.ts';

export const createBranchRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/projects/:project/branches',
    async handle(call) {
      const project = projectOf(call);
      const request = readRequest(call, project, call.body);
      const annotation = readAnnotation(call.body);
      const created = await createBranch(call.world, project, { ...request, annotation });
      return describeCreated(call.world, created);
    },
  },
];

export interface BranchRequest {
  readonly name: string;
  readonly parent: BranchRecord;
  readonly initSource: InitSource;
  readonly isProtected: boolean;
  readonly lsn: string | undefined;
  readonly timestamp: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly endpoints: readonly EndpointSettings[];
}

/** The body of a branch create, which an anonymised create has as `branch_create`. */
export function readRequest({ world }: Call, project: ProjectRecord, body: Fields): BranchRequest {
  const branch = body.object('branch');
  const parentId = branch.string('parent_id');
  const name = branch.string('name');
  if (name !== undefined && (name.length < 1 || name.length > 256))
    throw badRequest('branch.name must have 1 to 256 characters');
  branch.boolean('archived');
  const request = {
    name: name ?? newId('br').slice(3),
    parent: parentId === undefined ? defaultBranch(project) : branchById(project, parentId),
    initSource: readInitSource(branch.string('init_source')),
    isProtected: branch.boolean('protected') ?? false,
    lsn: branch.string('parent_lsn'),
    timestamp: branch.time('parent_timestamp'),
    expiresAt: branch.time('expires_at'),
    endpoints: body.objects('endpoints').map((fields) => readEndpointSettings(fields)),
  };
  assertConsistent(world, project, request);
  return request;
}

function readInitSource(text: string | undefined): InitSource {
  if (text === undefined) return 'parent-data';
  if (text === 'parent-data' || text === 'schema-only' || text === 'parent-schema') return text;
  throw badRequest(`branch.init_source: "${text}" is not known`);
}

function assertConsistent(world: World, project: ProjectRecord, request: BranchRequest): void {
  const { parent, lsn, timestamp } = request;
  if (lsn !== undefined && timestamp !== undefined)
    throw badRequest('parent_lsn and parent_timestamp cannot be given together');
  if (timestamp !== undefined) assertInHistory(world, project, timestamp);
  if (parent.expiresAt !== undefined)
    throw refuse(world, 'cannot create a branch from a branch that has an expiration');
  if (request.expiresAt !== undefined && request.isProtected)
    throw refuse(world, 'cannot set an expiration on a protected branch');
  if (request.endpoints.filter(({ type }) => type === 'read_write').length > 1)
    throw badRequest('a branch has at most one read_write endpoint');
}

/** A point in time must lie in the project's history. */
function assertInHistory(world: World, project: ProjectRecord, timestamp: Date): void {
  const age = world.clock.now().getTime() - timestamp.getTime();
  if (age < 0) throw badRequest('the timestamp is in the future');
  if (age > project.historyRetentionSeconds * 1000)
    throw badRequest('the timestamp is older than the history retention of the project');
}

export function readAnnotation(body: Fields): Readonly<Record<string, string>> | undefined {
  const value = body.strings('annotation_value');
  if (value !== undefined && Object.keys(value).length > 50)
    throw badRequest('annotation_value has more than 50 properties');
  return value;
}

export interface Created {
  readonly branch: BranchRecord;
  readonly endpoints: readonly EndpointRecord[];
  readonly operations: readonly OperationRecord[];
}

interface CreateOptions extends BranchRequest {
  readonly annotation: Readonly<Record<string, string>> | undefined;
  /** Runs after the content is there and before any endpoint starts. */
  readonly afterCopy?: (branch: BranchRecord) => Promise<void>;
  /** Runs when all operations have finished. */
  readonly settled?: (branch: BranchRecord) => void;
}

/** The name is looked up and taken without a pause in between, so that of two calls at once one gets a 409. */
export async function createBranch(
  world: World,
  project: ProjectRecord,
  options: CreateOptions,
): Promise<Created> {
  const isRoot = options.initSource === 'schema-only';
  assertNameFree(world, project, options.name);
  world.operations.assertUnlocked(project, [options.parent.id]);
  assertWithinLimits(world, project, isRoot);
  const branch = addBranch(world, project, { ...options, source: options.parent });
  try {
    setExpiry(world, branch, options.expiresAt);
  } catch (thrown) {
    project.branches.delete(branch.id);
    throw thrown;
  }
  if (options.annotation !== undefined) {
    const now = world.clock.now();
    branch.annotation = { value: options.annotation, createdAt: now, updatedAt: now };
  }
  const copy: Step = {
    action: 'create_branch',
    branchId: branch.id,
    run: async () => {
      await copyContent(world, branch, options.parent);
      await options.afterCopy?.(branch);
    },
  };
  const endpoints = options.endpoints.map((wanted) => world.endpoints.add(project, branch.id, wanted));
  const starts = endpoints.map(
    (endpoint): Step => ({ action: 'start_compute', branchId: branch.id, endpointId: endpoint.id }),
  );
  const settle = () => {
    setBranchState(world, branch, 'ready');
    for (const endpoint of endpoints) world.endpoints.setState(endpoint, 'active');
    options.settled?.(branch);
  };
  const operations = world.operations.schedule(project, { steps: [copy, ...starts], settle });
  for (const endpoint of endpoints) await world.endpoints.open(endpoint);
  return { branch, endpoints, operations };
}

export function describeCreated(world: World, { branch, endpoints, operations }: Created): Reply {
  const body = {
    branch: describeBranch(branch),
    endpoints: endpoints.map((endpoint) => describeEndpoint(world, endpoint)),
    operations: operations.map(describeOperation),
    roles: [...branch.roles.values()].map((role) => describeRole(branch, role, true)),
    databases: [...branch.databases.values()].map((database) => describeDatabase(branch, database)),
    connection_uris: connectionDetails(world, branch, endpoints),
  };
  return { status: 201, body };
}

/** Left out when there is more than one role or database, or no compute: then nothing says which is meant. */
function connectionDetails(
  world: World,
  branch: BranchRecord,
  endpoints: readonly EndpointRecord[],
): unknown {
  const [role, ...moreRoles] = branch.roles.values();
  const [database, ...moreDatabases] = branch.databases.values();
  const endpoint = endpoints.find(({ type }) => type === 'read_write');
  if (role === undefined || database === undefined || endpoint === undefined) return undefined;
  if (moreRoles.length + moreDatabases.length > 0) return undefined;
  return [
    {
      connection_uri: connectionUri(world, { endpoint, role, database: database.name, pooled: false }),
      connection_parameters: {
        database: database.name,
        password: role.password,
        role: role.name,
        host: world.endpoints.address(endpoint, false).host,
        pooler_host: world.endpoints.address(endpoint, true).host,
      },
    },
  ];
}
