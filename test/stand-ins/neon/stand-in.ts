import { expireBranches, nextDatabaseId } from './branches.ts';
import { createClock } from './clock.ts';
import { createEndpoints } from './endpoints.ts';
import { type LoggedRequest, serveApi } from './http/api-server.ts';
import { createControl } from './http/control.ts';
import { createFaults, type FaultRule, type Faults } from './http/faults.ts';
import type { Route } from './http/router.ts';
import { newId, newPassword } from './ids.ts';
import { type BranchRecord, defaultBranch, endpointsOf, liveBranches, type ProjectRecord } from './model.ts';
import { createOperations, type OperationFault } from './operations.ts';
import { completeOptions, type NeonStandInOptions, type ProjectSeed } from './options.ts';
import { giveAll } from './postgres/content.ts';
import { connectRealServer } from './postgres/real-server.ts';
import { connectionUri } from './representations.ts';
import { anonymizedRoutes } from './routes/anonymized.ts';
import { branchRoutes } from './routes/branches.ts';
import { createBranchRoutes } from './routes/create-branch.ts';
import { databaseRoutes } from './routes/databases.ts';
import { endpointRoutes } from './routes/endpoints.ts';
import { databaseByName, roleByName } from './routes/find.ts';
import { projectRoutes } from './routes/projects.ts';
import { restoreBranchRoutes } from './routes/restore-branch.ts';
import { roleRoutes } from './routes/roles.ts';
import { snapshotRoutes } from './routes/snapshots.ts';
import type { World } from './world.ts';

export type { FaultRule, LoggedRequest, NeonStandInOptions, OperationFault };

export const routes: readonly Route[] = [
  ...branchRoutes,
  ...createBranchRoutes,
  ...restoreBranchRoutes,
  ...anonymizedRoutes,
  ...endpointRoutes,
  ...roleRoutes,
  ...databaseRoutes,
  ...projectRoutes,
  ...snapshotRoutes,
];

export interface UriChoice {
  /** Name or id; default: the default branch. */
  readonly branch?: string;
  readonly database?: string;
  readonly role?: string;
  readonly pooled?: boolean;
  readonly project?: string;
}

export interface NeonStandIn extends AsyncDisposable {
  /** Of the API, to be given as `neon-api-url`. */
  readonly url: string;
  readonly port: number;
  readonly apiKey: string;
  /** Of the first project. */
  readonly projectId: string;
  readonly faults: Faults;
  /** Makes an operation fail. */
  failOperation(fault: OperationFault): void;
  /** Keeps operations running (and starting endpoints closed) until the function it gives is called. */
  holdOperations(): () => void;
  readonly requests: LoggedRequest[];
  /** Fields of requests that the API does not know. */
  readonly warnings: readonly string[];
  /** A URI that a client of the branch would have. */
  uri(choice?: UriChoice): string;
  /** The superuser's URI of the real database behind it, past the endpoint. */
  realUri(choice?: UriChoice): string;
  /** Makes branches without content or endpoints, past the limits: for paging. */
  seedBranches(count: number, name: (index: number) => string): void;
  /** Moves the time on; branches expire, idle endpoints suspend. */
  advance(milliseconds: number): Promise<void>;
  /** Resolves when no operation runs. */
  idle(): Promise<void>;
}

/** A Neon API v2 with projects, whose branches are databases of a real Postgres server. Bound to 127.0.0.1. */
export async function startNeonStandIn(options: NeonStandInOptions): Promise<NeonStandIn> {
  const settings = completeOptions(options);
  const clock = createClock();
  const server = await connectRealServer(settings.postgresUri);
  const projects = new Map<string, ProjectRecord>();
  const operations = createOperations(settings, clock);
  const endpoints = createEndpoints({ settings, clock, operations, server, projects });
  const world: World = { settings, clock, server, operations, endpoints, projects, warnings: [] };
  try {
    for (const seed of options.projects ?? [{}]) await addProject(world, seed);
  } catch (thrown) {
    await disposeAll([endpoints, server]);
    throw thrown;
  }
  clock.onAdvance(async () => {
    for (const project of projects.values()) {
      await expireBranches(world, project);
      endpoints.suspendIdle(project);
    }
  });
  const faults = createFaults();
  const requests: LoggedRequest[] = [];
  const control = createControl({ world, faults, requests });
  const api = await serveApi({ world, routes, faults, requests, control });
  return {
    url: `http://127.0.0.1:${api.port}/api/v2`,
    port: api.port,
    apiKey: settings.apiKey,
    projectId: firstProject(world).id,
    faults,
    failOperation: (fault) => void operations.faults.push(fault),
    holdOperations: () => operations.hold(),
    requests,
    warnings: world.warnings,
    uri: (choice = {}) => uriFor(world, choice),
    realUri: (choice = {}) => realUriFor(world, choice),
    seedBranches: (count, name) => seedBranches(world, count, name),
    advance: (milliseconds) => clock.advance(milliseconds),
    idle: () => operations.idle(),
    [Symbol.asyncDispose]: () => disposeAll([api, operations, endpoints, server]),
  };
}

async function disposeAll(resources: readonly AsyncDisposable[]): Promise<void> {
  for (const resource of resources) await resource[Symbol.asyncDispose]();
}

async function addProject(world: World, seed: ProjectSeed): Promise<void> {
  const now = world.clock.now();
  const project: ProjectRecord = {
    id: seed.id ?? `stand-in-${newId('br').slice(-8)}`,
    name: seed.name ?? 'stand-in',
    regionId: 'aws-eu-central-1',
    pgVersion: 17,
    storePasswords: seed.storePasswords ?? true,
    settings: {},
    historyRetentionSeconds: seed.historyRetentionSeconds ?? 604_800,
    createdAt: now,
    updatedAt: now,
    branches: new Map(),
    endpoints: new Map(),
    snapshots: new Map(),
    operations: [],
  };
  world.projects.set(project.id, project);
  const branch = rootBranch(project, seed, now);
  project.branches.set(branch.id, branch);
  for (const name of branch.roles.keys()) await world.server.ensureRole(name, true);
  for (const database of seed.databases ?? [{ name: 'neondb' }]) {
    const owner = database.owner ?? [...branch.roles.keys()][0] ?? '';
    const real = await seedDatabase(world, database.copyOf, owner);
    const record = { id: nextDatabaseId(), name: database.name, owner, real, createdAt: now, updatedAt: now };
    branch.databases.set(database.name, record);
  }
  const types =
    seed.readReplica === true ? (['read_only', 'read_write'] as const) : (['read_write'] as const);
  for (const type of types) {
    const endpoint = world.endpoints.add(project, branch.id, { type });
    await world.endpoints.open(endpoint);
    world.endpoints.setState(endpoint, 'active');
  }
}

async function seedDatabase(world: World, copyOf: string | undefined, owner: string): Promise<string> {
  if (copyOf === undefined) return world.server.createDatabase(owner);
  const real = await world.server.copyDatabase(copyOf, owner);
  await giveAll(world.server, real, owner);
  return real;
}

function rootBranch(project: ProjectRecord, seed: ProjectSeed, now: Date): BranchRecord {
  const roles = seed.roles ?? ['neondb_owner'];
  return {
    id: newId('br'),
    projectId: project.id,
    name: seed.branch ?? 'main',
    parentId: undefined,
    parentLsn: undefined,
    parentTimestamp: undefined,
    state: 'ready',
    pendingState: undefined,
    stateChangedAt: now,
    isDefault: true,
    isProtected: seed.isProtected ?? false,
    initSource: 'parent-data',
    createdAt: now,
    updatedAt: now,
    expiresAt: undefined,
    ttlSeconds: undefined,
    lastResetAt: undefined,
    annotation: undefined,
    deleted: undefined,
    anonymization: undefined,
    roles: new Map(
      roles.map((name) => [
        name,
        { name, password: newPassword(), canLogIn: true, createdAt: now, updatedAt: now },
      ]),
    ),
    databases: new Map(),
  };
}

function firstProject(world: World): ProjectRecord {
  const [project] = world.projects.values();
  if (project === undefined) throw new Error('The stand-in needs a project.');
  return project;
}

function choose(world: World, choice: UriChoice) {
  const project = choice.project === undefined ? firstProject(world) : world.projects.get(choice.project);
  if (project === undefined) throw new Error(`There is no project ${choice.project}.`);
  const branch =
    choice.branch === undefined
      ? defaultBranch(project)
      : liveBranches(project).find(({ id, name }) => id === choice.branch || name === choice.branch);
  if (branch === undefined) throw new Error(`There is no branch ${choice.branch}.`);
  const database = databaseByName(branch, choice.database ?? [...branch.databases.keys()][0] ?? '');
  return { project, branch, database };
}

function uriFor(world: World, choice: UriChoice): string {
  const { project, branch, database } = choose(world, choice);
  const role = roleByName(branch, choice.role ?? database.owner);
  const endpoint = endpointsOf(project, branch).find(({ type }) => type === 'read_write');
  if (endpoint === undefined) throw new Error(`The branch ${branch.name} has no endpoint.`);
  return connectionUri(world, { endpoint, role, database: database.name, pooled: choice.pooled ?? false });
}

function realUriFor(world: World, choice: UriChoice): string {
  const { branch, database } = choose(world, choice);
  if (database.real === undefined) throw new Error(`The branch ${branch.name} has no content yet.`);
  return world.server.uriOf(database.real);
}

function seedBranches(world: World, count: number, name: (index: number) => string): void {
  const project = firstProject(world);
  const parent = defaultBranch(project);
  for (let index = 0; index < count; index += 1) {
    const id = newId('br');
    const copy = {
      ...parent,
      id,
      name: name(index),
      parentId: parent.id,
      isDefault: false,
      isProtected: false,
    };
    project.branches.set(id, { ...copy, roles: new Map(), databases: new Map() });
  }
}
