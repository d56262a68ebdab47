import { formatConnectionUri } from '../../../src/postgres/connection-uri.ts';
import type {
  Annotation,
  BranchRecord,
  DatabaseRecord,
  EndpointRecord,
  OperationRecord,
  ProjectRecord,
  RoleRecord,
} from './model.ts';
import type { World } from './world.ts';

/** Days in which a deleted branch can be brought back. */
export const recoveryDays = 7;
const dayMs = 86_400_000;

/** Neon gives seconds, in UTC. */
function time(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function optionalTime(date: Date | undefined): string | undefined {
  return date === undefined ? undefined : time(date);
}

/** A field that is `undefined` is absent from the JSON. */
export function describeBranch(branch: BranchRecord): Record<string, unknown> {
  return {
    id: branch.id,
    project_id: branch.projectId,
    parent_id: branch.parentId,
    parent_lsn: branch.parentLsn,
    parent_timestamp: optionalTime(branch.parentTimestamp),
    name: branch.name,
    current_state: branch.state,
    pending_state: branch.pendingState,
    state_changed_at: time(branch.stateChangedAt),
    logical_size: 30_000_000,
    creation_source: 'console',
    primary: branch.isDefault,
    default: branch.isDefault,
    protected: branch.isProtected,
    cpu_used_sec: 0,
    compute_time_seconds: 0,
    active_time_seconds: 0,
    written_data_bytes: 0,
    data_transfer_bytes: 0,
    created_at: time(branch.createdAt),
    updated_at: time(branch.updatedAt),
    ttl_interval_seconds: branch.ttlSeconds,
    expires_at: optionalTime(branch.expiresAt),
    last_reset_at: optionalTime(branch.lastResetAt),
    init_source: branch.initSource,
    restricted_actions: branch.anonymization && [
      { name: 'restore', reason: 'cannot restore anonymized branches' },
    ],
    recovery: branch.deleted && {
      deleted_at: time(branch.deleted.at),
      recoverable_until: time(new Date(branch.deleted.at.getTime() + recoveryDays * dayMs)),
      deletion_method: branch.deleted.method,
    },
  };
}

export function describeAnnotation(branch: BranchRecord, annotation: Annotation | undefined): unknown {
  return {
    object: { type: 'console/branch', id: branch.id },
    value: annotation?.value ?? {},
    created_at: optionalTime(annotation?.createdAt),
    updated_at: optionalTime(annotation?.updatedAt),
  };
}

export function describeEndpoint(world: World, endpoint: EndpointRecord): unknown {
  const project = world.projects.get(endpoint.projectId);
  const host = world.endpoints.host(endpoint, false);
  return {
    host,
    id: endpoint.id,
    name: endpoint.name,
    project_id: endpoint.projectId,
    branch_id: endpoint.branchId,
    autoscaling_limit_min_cu: endpoint.minCu,
    autoscaling_limit_max_cu: endpoint.maxCu,
    region_id: project?.regionId,
    type: endpoint.type,
    current_state: endpoint.state,
    pending_state: endpoint.pendingState,
    settings: {},
    pooler_enabled: false,
    pooler_mode: 'transaction',
    disabled: endpoint.disabled,
    passwordless_access: true,
    last_active: time(endpoint.lastActiveAt),
    creation_source: 'console',
    created_at: time(endpoint.createdAt),
    updated_at: time(endpoint.updatedAt),
    started_at: optionalTime(endpoint.startedAt),
    suspended_at: optionalTime(endpoint.suspendedAt),
    proxy_host: host,
    suspend_timeout_seconds: endpoint.suspendTimeoutSeconds,
    provisioner: 'k8s-neonvm',
  };
}

/** @param withPassword true only where Neon tells it: right after it was made or reset. */
export function describeRole(branch: BranchRecord, role: RoleRecord, withPassword = false): unknown {
  return {
    branch_id: branch.id,
    name: role.name,
    password: withPassword && role.canLogIn ? role.password : undefined,
    protected: false,
    authentication_method: role.canLogIn ? 'password' : 'no_login',
    created_at: time(role.createdAt),
    updated_at: time(role.updatedAt),
  };
}

export function describeDatabase(branch: BranchRecord, database: DatabaseRecord): unknown {
  return {
    id: database.id,
    branch_id: branch.id,
    name: database.name,
    owner_name: database.owner,
    created_at: time(database.createdAt),
    updated_at: time(database.updatedAt),
  };
}

export function describeOperation(operation: OperationRecord): unknown {
  return {
    id: operation.id,
    project_id: operation.projectId,
    branch_id: operation.branchId,
    endpoint_id: operation.endpointId,
    action: operation.action,
    status: operation.status,
    error: operation.error,
    failures_count: operation.failures,
    retry_at: optionalTime(operation.retryAt),
    created_at: time(operation.createdAt),
    updated_at: time(operation.updatedAt),
    total_duration_ms: operation.updatedAt.getTime() - operation.createdAt.getTime(),
  };
}

/** What a list of projects and a single project both show. */
export function describeProject(project: ProjectRecord): Record<string, unknown> {
  return {
    id: project.id,
    platform_id: 'aws',
    region_id: project.regionId,
    name: project.name,
    provisioner: 'k8s-neonvm',
    default_endpoint_settings: {
      autoscaling_limit_min_cu: 0.25,
      autoscaling_limit_max_cu: 1,
      suspend_timeout_seconds: 0,
    },
    settings: project.settings,
    pg_version: project.pgVersion,
    proxy_host: `${project.regionId}.neon.tech`,
    branch_logical_size_limit: 512,
    branch_logical_size_limit_bytes: 536_870_912,
    store_passwords: project.storePasswords,
    active_time: 0,
    cpu_used_sec: 0,
    creation_source: 'console',
    created_at: time(project.createdAt),
    updated_at: time(project.updatedAt),
    owner_id: 'org-stand-in',
    history_retention_seconds: project.historyRetentionSeconds,
  };
}

/** The usage figures that only a single project shows. */
export function describeWholeProject(project: ProjectRecord): unknown {
  return {
    ...describeProject(project),
    active_time: undefined,
    data_storage_bytes_hour: 0,
    data_transfer_bytes: 0,
    written_data_bytes: 0,
    compute_time_seconds: 0,
    active_time_seconds: 0,
    consumption_period_start: time(project.createdAt),
    consumption_period_end: time(project.createdAt),
  };
}

export interface UriRequest {
  readonly endpoint: EndpointRecord;
  readonly role: RoleRecord;
  readonly database: string;
  readonly pooled: boolean;
}

export function connectionUri(world: World, { endpoint, role, database, pooled }: UriRequest): string {
  const stores = world.projects.get(endpoint.projectId)?.storePasswords ?? true;
  return formatConnectionUri({
    ...world.endpoints.address(endpoint, pooled),
    user: role.name,
    password: stores ? role.password : '',
    database,
    parameters: new Map(Object.entries(world.settings.uriParameters)),
  });
}
