import type { Deadline } from '../../wait.ts';
import type { NeonApi } from './api.ts';
import {
  type AnonymizedStatus,
  type BranchPage,
  type Database,
  type Endpoint,
  type NeonBranch,
  type NeonSnapshot,
  type Operation,
  type Role,
  readAnonymizedStatus,
  readBranchAnswer,
  readBranchPage,
  readDatabases,
  readEndpoints,
  readOperationAnswer,
  readOperations,
  readRoles,
  readSnapshots,
  readStartedWork,
  readUri,
  type StartedWork,
} from './resources.ts';

/** The routes of Neon's API v2 that are used, one function each. Ids only: a branch's name is never put in a path. */

/** What every route takes. */
export interface Caller {
  readonly api: NeonApi;
  readonly deadline: Deadline;
}

/** The page size of Neon's own CLI; the description names no default. */
const pageSize = 100;

/**
 * Sorted by creation, because the default order (last update first) moves branches between pages while others work on
 * them, and a branch that moves forward is never seen.
 */
export async function getBranchPage(
  { api, deadline }: Caller,
  cursor: string | undefined,
): Promise<BranchPage> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches'],
    query: {
      limit: String(pageSize),
      sort_by: 'created_at',
      sort_order: 'asc',
      ...(cursor !== undefined && { cursor }),
    },
    purpose: 'list the branches',
    read: readBranchPage,
    deadline,
  });
  return value;
}

export async function getBranch({ api, deadline }: Caller, branchId: string): Promise<NeonBranch> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches', branchId],
    purpose: `read the branch ${branchId}`,
    read: readBranchAnswer,
    deadline,
  });
  return value;
}

/** @param body the whole request body, see `create-branch.ts` */
export async function postBranch(
  { api, deadline }: Caller,
  request: { readonly name: string; readonly anonymized: boolean; readonly body: unknown },
): Promise<StartedWork> {
  const { value } = await api.call({
    method: 'POST',
    path: [request.anonymized ? 'branch_anonymized' : 'branches'],
    body: request.body,
    purpose: `create the branch "${request.name}"`,
    read: readStartedWork,
    deadline,
  });
  return value;
}

/** @param expiresAt undefined takes the expiry off */
export async function patchExpiry(
  { api, deadline }: Caller,
  branch: NeonBranch,
  expiresAt: Date | undefined,
): Promise<readonly Operation[]> {
  const { value } = await api.call({
    method: 'PATCH',
    path: ['branches', branch.id],
    body: { branch: { expires_at: expiresAt === undefined ? null : toNeonTime(expiresAt) } },
    purpose:
      expiresAt === undefined
        ? `take the expiry off the branch "${branch.name}"`
        : `let the branch "${branch.name}" expire at ${toNeonTime(expiresAt)}`,
    read: readOperations,
    repeatable: true,
    deadline,
  });
  return value;
}

/** RFC 3339 in whole seconds: more precision is refused. */
export function toNeonTime(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** True when there was a branch to delete. Deleting is answered 204 when it is gone already. */
export async function deleteBranchById({ api, deadline }: Caller, branch: NeonBranch): Promise<boolean> {
  const { value: wasThere, repeatedInDoubt } = await api.call({
    method: 'DELETE',
    path: ['branches', branch.id],
    purpose: `delete the branch "${branch.name}"`,
    read: (_body, status) => status !== 204,
    repeatable: true,
    deadline,
  });
  return wasThere || repeatedInDoubt;
}

export async function postRestore(
  { api, deadline }: Caller,
  branch: NeonBranch,
  sourceBranchId: string,
): Promise<StartedWork> {
  const { value } = await api.call({
    method: 'POST',
    path: ['branches', branch.id, 'restore'],
    body: { source_branch_id: sourceBranchId },
    purpose: `reset the branch "${branch.name}"`,
    read: readStartedWork,
    deadline,
  });
  return value;
}

export async function getOperation({ api, deadline }: Caller, operationId: string): Promise<Operation> {
  const { value } = await api.call({
    method: 'GET',
    path: ['operations', operationId],
    purpose: `read the operation ${operationId}`,
    read: readOperationAnswer,
    deadline,
  });
  return value;
}

export async function getEndpoints(
  { api, deadline }: Caller,
  branchId: string,
): Promise<readonly Endpoint[]> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches', branchId, 'endpoints'],
    purpose: `list the endpoints of the branch ${branchId}`,
    read: readEndpoints,
    deadline,
  });
  return value;
}

/** @param endpoint the API's own fields */
export async function postEndpoint(
  { api, deadline }: Caller,
  branch: NeonBranch,
  endpoint: Readonly<Record<string, unknown>>,
): Promise<readonly Operation[]> {
  const { value } = await api.call({
    method: 'POST',
    path: ['endpoints'],
    body: { endpoint: { ...endpoint, branch_id: branch.id } },
    purpose: `add a read_write endpoint to the branch "${branch.name}"`,
    read: readOperations,
    deadline,
  });
  return value;
}

export async function getDatabases(
  { api, deadline }: Caller,
  branchId: string,
): Promise<readonly Database[]> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches', branchId, 'databases'],
    purpose: `list the databases of the branch ${branchId}`,
    read: readDatabases,
    deadline,
  });
  return value;
}

export async function postDatabase(
  { api, deadline }: Caller,
  request: {
    readonly branch: Pick<NeonBranch, 'id' | 'name'>;
    readonly name: string;
    readonly owner: string;
  },
): Promise<readonly Operation[]> {
  const { branch, name, owner } = request;
  const { value } = await api.call({
    method: 'POST',
    path: ['branches', branch.id, 'databases'],
    body: { database: { name, owner_name: owner } },
    purpose: `make the database "${name}" on the branch "${branch.name}"`,
    read: readOperations,
    deadline,
  });
  return value;
}

export async function getRoles({ api, deadline }: Caller, branchId: string): Promise<readonly Role[]> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches', branchId, 'roles'],
    purpose: `list the roles of the branch ${branchId}`,
    read: readRoles,
    deadline,
  });
  return value;
}

export async function getAnonymizedStatus(
  { api, deadline }: Caller,
  branchId: string,
): Promise<AnonymizedStatus> {
  const { value } = await api.call({
    method: 'GET',
    path: ['branches', branchId, 'anonymized_status'],
    purpose: `read how far the branch ${branchId} is anonymised`,
    read: readAnonymizedStatus,
    deadline,
  });
  return value;
}

export interface UriRequest {
  readonly branchId: string;
  /** Always named: the default would be chosen by Neon, and must not be a read replica. */
  readonly endpointId: string;
  readonly database: string;
  readonly role: string;
  readonly pooled: boolean;
}

export async function getConnectionUri({ api, deadline }: Caller, request: UriRequest): Promise<string> {
  const { value } = await api.call({
    method: 'GET',
    path: ['connection_uri'],
    query: {
      branch_id: request.branchId,
      endpoint_id: request.endpointId,
      database_name: request.database,
      role_name: request.role,
      pooled: String(request.pooled),
    },
    purpose: `give the ${request.pooled ? 'pooled' : 'direct'} connection URI of the branch ${request.branchId}`,
    read: readUri,
    deadline,
  });
  return value;
}

export interface SnapshotRequest {
  readonly branch: { readonly id: string; readonly name: string };
  readonly name: string;
  /** Undefined: it stays. */
  readonly expiresAt: Date | undefined;
}

/** Everything goes in the query; the body is empty. */
export async function postSnapshot(
  { api, deadline }: Caller,
  { branch, name, expiresAt }: SnapshotRequest,
): Promise<readonly Operation[]> {
  const { value } = await api.call({
    method: 'POST',
    path: ['branches', branch.id, 'snapshot'],
    query: { name, ...(expiresAt !== undefined && { expires_at: toNeonTime(expiresAt) }) },
    purpose: `take the snapshot "${name}" of the branch "${branch.name}"`,
    read: readOperations,
    deadline,
  });
  return value;
}

export async function getSnapshots({ api, deadline }: Caller): Promise<readonly NeonSnapshot[]> {
  const { value } = await api.call({
    method: 'GET',
    path: ['snapshots'],
    purpose: 'list the snapshots',
    read: readSnapshots,
    deadline,
  });
  return value;
}
