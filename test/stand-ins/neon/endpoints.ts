import { sleep } from '../../../src/wait.ts';
import type { Clock } from './clock.ts';
import { type Admission, type EndpointListener, listenAsEndpoint } from './endpoint/endpoint-listener.ts';
import { newId } from './ids.ts';
import {
  type BranchRecord,
  type EndpointRecord,
  type EndpointType,
  endpointsOf,
  type ProjectRecord,
} from './model.ts';
import type { Operations } from './operations.ts';
import type { Settings } from './options.ts';
import type { RealServer } from './postgres/real-server.ts';

export interface EndpointSettings {
  readonly type: EndpointType;
  readonly name?: string | undefined;
  readonly minCu?: number | undefined;
  readonly maxCu?: number | undefined;
  readonly suspendTimeoutSeconds?: number | undefined;
  readonly disabled?: boolean | undefined;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface Endpoints extends AsyncDisposable {
  /** Remembers an endpoint in state `init`, which lets nobody in until it is active. */
  add(project: ProjectRecord, branchId: string, settings: EndpointSettings): EndpointRecord;
  /** Opens its two ports. */
  open(endpoint: EndpointRecord): Promise<void>;
  host(endpoint: EndpointRecord, pooled: boolean): string;
  /** Of an open endpoint. */
  address(endpoint: EndpointRecord, pooled: boolean): Address;
  setState(endpoint: EndpointRecord, state: EndpointRecord['state']): void;
  /** Breaks the connections to every endpoint of the branch. */
  disconnect(project: ProjectRecord, branch: BranchRecord): void;
  /** Suspends endpoints that nobody has used for their suspend timeout. */
  suspendIdle(project: ProjectRecord): void;
}

interface Context {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly operations: Operations;
  readonly server: RealServer;
  readonly projects: ReadonlyMap<string, ProjectRecord>;
}

interface Listeners {
  readonly direct: EndpointListener;
  readonly pooled: EndpointListener;
}

const defaultSuspendSeconds = 300;

export function createEndpoints(context: Context): Endpoints {
  const { settings, clock, server, projects } = context;
  const listeners = new Map<string, Listeners>();
  const disconnect = (endpoint: EndpointRecord) => {
    listeners.get(endpoint.id)?.direct.disconnect();
    listeners.get(endpoint.id)?.pooled.disconnect();
  };
  const setState: Endpoints['setState'] = (endpoint, state) => {
    const now = clock.now();
    endpoint.state = state;
    endpoint.pendingState = undefined;
    endpoint.updatedAt = now;
    if (state === 'active') [endpoint.startedAt, endpoint.lastActiveAt] = [now, now];
    if (state === 'idle') endpoint.suspendedAt = now;
    if (state !== 'active') disconnect(endpoint);
  };
  const host: Endpoints['host'] = (endpoint, pooled) =>
    settings.hostTemplate.replaceAll('{endpoint}', pooled ? `${endpoint.id}-pooler` : endpoint.id);
  const inUse = (endpoint: EndpointRecord) => {
    const both = listeners.get(endpoint.id);
    return (both?.direct.connections ?? 0) + (both?.pooled.connections ?? 0) > 0;
  };
  return {
    setState,
    add(project, branchId, wanted) {
      const endpoint = newEndpoint(project, branchId, { ...wanted, now: clock.now() });
      project.endpoints.set(endpoint.id, endpoint);
      return endpoint;
    },
    async open(endpoint) {
      const project = projects.get(endpoint.projectId);
      if (project === undefined) throw new Error(`The endpoint ${endpoint.id} has no project.`);
      const listen = (pooled: boolean) =>
        listenAsEndpoint({
          pooled,
          tls: settings.tls,
          server: { host: server.address.host, port: server.address.port, passwordOf: server.passwordOf },
          admit: (role, database) =>
            admitClient(context, { project, endpoint, setState }, { role, database }),
        });
      listeners.set(endpoint.id, { direct: await listen(false), pooled: await listen(true) });
    },
    host,
    address(endpoint, pooled) {
      const both = listeners.get(endpoint.id);
      if (both === undefined) throw new Error(`The endpoint ${endpoint.id} does not listen.`);
      return { host: host(endpoint, pooled), port: pooled ? both.pooled.port : both.direct.port };
    },
    disconnect(project, branch) {
      for (const endpoint of endpointsOf(project, branch)) disconnect(endpoint);
    },
    suspendIdle(project) {
      const now = clock.now().getTime();
      for (const endpoint of project.endpoints.values()) {
        const seconds = endpoint.suspendTimeoutSeconds || defaultSuspendSeconds;
        const isOver = now - endpoint.lastActiveAt.getTime() >= seconds * 1000;
        if (endpoint.state === 'active' && seconds > 0 && isOver && !inUse(endpoint))
          setState(endpoint, 'idle');
      }
    },
    async [Symbol.asyncDispose]() {
      for (const { direct, pooled } of listeners.values()) {
        await direct[Symbol.asyncDispose]();
        await pooled[Symbol.asyncDispose]();
      }
    },
  };
}

function newEndpoint(
  project: ProjectRecord,
  branchId: string,
  wanted: EndpointSettings & { readonly now: Date },
): EndpointRecord {
  return {
    id: newId('ep'),
    projectId: project.id,
    branchId,
    type: wanted.type,
    name: wanted.name,
    state: 'init',
    pendingState: 'active',
    minCu: wanted.minCu ?? 0.25,
    maxCu: Math.max(wanted.maxCu ?? 1, wanted.minCu ?? 0.25),
    suspendTimeoutSeconds: wanted.suspendTimeoutSeconds ?? 0,
    disabled: wanted.disabled ?? false,
    createdAt: wanted.now,
    updatedAt: wanted.now,
    lastActiveAt: wanted.now,
    startedAt: undefined,
    suspendedAt: undefined,
    deleted: false,
  };
}

interface Door {
  readonly project: ProjectRecord;
  readonly endpoint: EndpointRecord;
  readonly setState: Endpoints['setState'];
}

async function admitClient(
  context: Context,
  door: Door,
  wanted: { readonly role: string; readonly database: string },
): Promise<Admission> {
  const { endpoint, project } = door;
  const branch = project.branches.get(endpoint.branchId);
  if (endpoint.deleted || branch === undefined || branch.deleted !== undefined)
    return refused("The requested endpoint could not be found, or you don't have access to it.");
  if (endpoint.disabled)
    return refused('The endpoint has been disabled. Enable it using Neon API and retry.');
  if (endpoint.state === 'idle') await wake(context, door);
  if (endpoint.state !== 'active' || branch.state === 'init' || branch.state === 'resetting')
    return { kind: 'dead' };
  endpoint.lastActiveAt = context.clock.now();
  const role = branch.roles.get(wanted.role);
  return {
    kind: 'open',
    password: role?.canLogIn ? role.password : undefined,
    database: branch.databases.get(wanted.database)?.real,
    readOnly: endpoint.type === 'read_only',
  };
}

function refused(message: string): Admission {
  return { kind: 'refused', sqlstate: 'XX000', message };
}

/** A cold start: the first client waits, and the operation shows in the list. Several at once share one start. */
const waking = new WeakMap<EndpointRecord, Promise<void>>();

function wake({ settings, operations }: Context, { project, endpoint, setState }: Door): Promise<void> {
  const running = waking.get(endpoint);
  if (running !== undefined) return running;
  const start = new Promise<void>((resolve) => {
    const step = {
      action: 'start_compute' as const,
      branchId: endpoint.branchId,
      endpointId: endpoint.id,
      run: (signal: AbortSignal) => sleep(settings.timings.coldStartMs, signal),
    };
    const settle = () => {
      setState(endpoint, 'active');
      resolve();
    };
    operations.schedule(project, { steps: [step], settle, locks: false });
  }).finally(() => waking.delete(endpoint));
  waking.set(endpoint, start);
  return start;
}
