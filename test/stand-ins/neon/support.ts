import { inject } from 'vitest';
import { queryOnce } from '../../support/database.ts';
import { type NeonStandIn, type NeonStandInOptions, startNeonStandIn } from './stand-in.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Api = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A stand-in on the shared server. */
export function startForTest(options: Partial<NeonStandInOptions> = {}): Promise<NeonStandIn> {
  return startNeonStandIn({ postgresUri: inject('postgresUri'), ...options });
}

/** For what needs no Postgres: projects without a database start, and branch, at once. */
export function startWithoutContent(options: Partial<NeonStandInOptions> = {}): Promise<NeonStandIn> {
  return startForTest({ projects: [{ databases: [] }], ...options });
}

/** Calls paths below the first project. */
export function apiOf(standIn: NeonStandIn): Api {
  return (method, path, body) =>
    call(standIn, { method, path: `/projects/${standIn.projectId}${path}`, body });
}

export interface RawCall {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function call(standIn: NeonStandIn, request: RawCall): Promise<Answer> {
  const response = await fetch(`${standIn.url}${request.path}`, {
    method: request.method,
    headers: { authorization: `Bearer ${request.key ?? standIn.apiKey}`, ...request.headers },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** The value at `branch.id` or `branches.0.name` of an answer. */
export function at(answer: Answer, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === name)?.[1];
  }, answer.body);
}

/** A branch with an endpoint, ready. @returns its id */
export async function makeBranch(
  standIn: NeonStandIn,
  name: string,
  branch: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const body = { branch: { name, ...branch }, endpoints: [{ type: 'read_write' }] };
  const created = await apiOf(standIn)('POST', '/branches', body);
  if (created.status !== 201) throw new Error(`status ${created.status}: ${JSON.stringify(created.body)}`);
  await standIn.idle();
  return String(at(created, 'branch.id'));
}

/** The first column of the first row. */
export async function single(uri: string, sql: string): Promise<unknown> {
  const [row] = await queryOnce(uri, sql);
  return row === undefined ? undefined : Object.values(row)[0];
}
