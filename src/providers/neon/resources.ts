import {
  readFlag,
  readList,
  readMoment,
  readObject,
  readOptionalMoment,
  readOptionalObject,
  readOptionalText,
  readText,
  readTexts,
} from './json.ts';

/** The parts of Neon's resources that are used here. States stay texts: new ones must not break a reader. */

/** The properties of a branch's annotation; empty when it has none. */
export type Annotation = ReadonlyMap<string, string>;

export interface NeonBranch {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | undefined;
  /** `init`, `resetting`, `ready` or `archived`. */
  readonly state: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  readonly lastResetAt: Date | undefined;
  readonly isDefault: boolean;
  readonly isProtected: boolean;
  /** `parent-data` or `schema-only`; absent on old branches. */
  readonly initSource: string | undefined;
  readonly annotation: Annotation;
}

export interface Endpoint {
  readonly id: string;
  readonly branchId: string;
  readonly host: string;
  readonly isReadWrite: boolean;
  /** `init`, `active` or `idle`. */
  readonly state: string;
  readonly isDisabled: boolean;
  /** Such as `0.25 CU` or `0.25-2 CU`. */
  readonly computeSize: string | undefined;
}

export interface Operation {
  readonly id: string;
  readonly action: string;
  readonly status: string;
}

export interface Role {
  readonly name: string;
  /** False for Neon's own roles and those that cannot log in. */
  readonly isUsable: boolean;
}

export interface Database {
  readonly name: string;
  readonly owner: string;
}

function readBranch(value: unknown, annotation: Annotation): NeonBranch {
  const branch = readObject(value, 'branch');
  return {
    id: readText(branch, 'id'),
    name: readText(branch, 'name'),
    parentId: readOptionalText(branch, 'parent_id'),
    state: readText(branch, 'current_state'),
    createdAt: readMoment(branch, 'created_at'),
    expiresAt: readOptionalMoment(branch, 'expires_at'),
    lastResetAt: readOptionalMoment(branch, 'last_reset_at'),
    isDefault: readFlag(branch, 'default'),
    isProtected: readFlag(branch, 'protected'),
    initSource: readOptionalText(branch, 'init_source'),
    annotation,
  };
}

const noAnnotation: Annotation = new Map();

function readAnnotation(value: unknown): Annotation {
  if (value === undefined || value === null) return noAnnotation;
  const { value: properties } = readObject(value, 'annotation');
  return properties === undefined || properties === null
    ? noAnnotation
    : readTexts(properties, 'annotation value');
}

export interface BranchPage {
  readonly branches: readonly NeonBranch[];
  /** Undefined on the last page. */
  readonly nextCursor: string | undefined;
}

/** The list keeps annotations beside the branches, in a map by branch id. */
export function readBranchPage(body: unknown): BranchPage {
  const page = readObject(body, 'the answer');
  const annotations = readOptionalObject(page, 'annotations') ?? {};
  const pagination = readOptionalObject(page, 'pagination') ?? {};
  return {
    branches: readList(page, 'branches', (item) =>
      readBranch(item, readAnnotation(annotations[readText(readObject(item, 'branch'), 'id')])),
    ),
    nextCursor: readOptionalText(pagination, 'next'),
  };
}

/** `{branch, annotation?}`, as one branch is answered. */
export function readBranchAnswer(body: unknown): NeonBranch {
  const answer = readObject(body, 'the answer');
  return readBranch(answer.branch, readAnnotation(answer.annotation));
}

export interface StartedWork {
  readonly branchId: string;
  readonly operations: readonly Operation[];
}

/** `{branch, operations}`, as every change of a branch is answered. */
export function readStartedWork(body: unknown): StartedWork {
  const answer = readObject(body, 'the answer');
  return {
    branchId: readText(readObject(answer.branch, 'branch'), 'id'),
    operations: readOperations(body),
  };
}

export function readOperations(body: unknown): readonly Operation[] {
  return readList(readObject(body, 'the answer'), 'operations', readOperation);
}

function readOperation(value: unknown): Operation {
  const operation = readObject(value, 'operation');
  return {
    id: readText(operation, 'id'),
    action: readText(operation, 'action'),
    status: readText(operation, 'status'),
  };
}

export function readOperationAnswer(body: unknown): Operation {
  return readOperation(readObject(body, 'the answer').operation);
}

export function readEndpoints(body: unknown): readonly Endpoint[] {
  return readList(readObject(body, 'the answer'), 'endpoints', (item) => {
    const endpoint = readObject(item, 'endpoint');
    return {
      id: readText(endpoint, 'id'),
      branchId: readText(endpoint, 'branch_id'),
      host: readText(endpoint, 'host'),
      isReadWrite: readText(endpoint, 'type') === 'read_write',
      state: readText(endpoint, 'current_state'),
      isDisabled: endpoint.disabled === true,
      computeSize: computeSizeOf(endpoint),
    };
  });
}

function computeSizeOf({
  autoscaling_limit_min_cu: minimum,
  autoscaling_limit_max_cu: maximum,
}: ReturnType<typeof readObject>): string | undefined {
  if (typeof minimum !== 'number' || typeof maximum !== 'number') return undefined;
  return `${minimum === maximum ? minimum : `${minimum}-${maximum}`} CU`;
}

export function readRoles(body: unknown): readonly Role[] {
  return readList(readObject(body, 'the answer'), 'roles', (item) => {
    const role = readObject(item, 'role');
    return {
      name: readText(role, 'name'),
      isUsable: role.protected !== true && role.authentication_method !== 'no_login',
    };
  });
}

export function readDatabases(body: unknown): readonly Database[] {
  return readList(readObject(body, 'the answer'), 'databases', (item) => {
    const database = readObject(item, 'database');
    return { name: readText(database, 'name'), owner: readText(database, 'owner_name') };
  });
}

export interface AnonymizedStatus {
  /** `created`, `initialized`, `initialization_error`, `anonymizing`, `anonymized` or `error`. */
  readonly state: string;
  readonly message: string | undefined;
}

export function readAnonymizedStatus(body: unknown): AnonymizedStatus {
  const status = readObject(body, 'the answer');
  return { state: readText(status, 'state'), message: readOptionalText(status, 'status_message') };
}

export function readUri(body: unknown): string {
  return readText(readObject(body, 'the answer'), 'uri');
}

export interface NeonSnapshot {
  readonly id: string;
  readonly name: string;
  readonly sourceBranchId: string | undefined;
}

function readSnapshot(value: unknown): NeonSnapshot {
  const snapshot = readObject(value, 'snapshot');
  return {
    id: readText(snapshot, 'id'),
    name: readText(snapshot, 'name'),
    sourceBranchId: readOptionalText(snapshot, 'source_branch_id'),
  };
}

export function readSnapshots(body: unknown): readonly NeonSnapshot[] {
  return readList(readObject(body, 'the answer'), 'snapshots', readSnapshot);
}
