import type { EnsureBranchRequest } from '../../../src/providers/provider.ts';
import type { NeonStandIn, NeonStandInOptions } from '../../stand-ins/neon/stand-in.ts';
import { startForTest } from '../../stand-ins/neon/support.ts';
import { queryOnce } from '../../support/database.ts';
import { owner, type Setup, type SetupOptions, setUp } from './neon-setup.ts';

export interface Lab extends Setup, AsyncDisposable {
  readonly standIn: NeonStandIn;
  /** Another program of the same project: another run, or another repository's. */
  another(options?: Partial<SetupOptions>): Setup;
  /** How often a route was called, `GET /branches`. */
  count(call: string): number;
}

/** A provider on a stand-in whose `main` has a table with two rows. */
export async function startLab(
  standInOptions: Partial<NeonStandInOptions> = {},
  options: Partial<SetupOptions> = {},
): Promise<Lab> {
  const standIn = await startForTest(standInOptions);
  const { apiKey, projectId, url: apiUrl } = standIn;
  const another = (more: Partial<SetupOptions> = {}) =>
    setUp({ apiUrl, apiKey, projectId, ...options, ...more });
  await queryOnce(
    standIn.realUri(),
    "CREATE TABLE users (id int PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'ada@real.test'), (2, 'bob@real.test'); GRANT ALL ON users TO public",
  );
  return {
    ...another(),
    standIn,
    another,
    count: (call) => standIn.requests.filter(({ method, path }) => matches(call, method, path)).length,
    [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose](),
  };
}

function matches(call: string, method: string, path: string): boolean {
  const below = path.replace(/^\/projects\/[^/]+/, '').replace(/\?.*$/, '');
  return `${method} ${below}` === call;
}

/** What `create-branch` asks for pull request 7. */
export function request(fields: Partial<EnsureBranchRequest> = {}): EnsureBranchRequest {
  return { name: 'preview/pr-7', parent: undefined, owner, expiresAt: undefined, ...fields };
}

export const anyDatabase = { database: undefined, role: undefined } as const;

/** Read once: the same days are the same moment all through a file. */
const start = Math.floor(Date.now() / 1000) * 1000;

/** In whole seconds, as Neon keeps them. */
export function inDays(days: number): Date {
  return new Date(start + days * 86_400_000);
}

/** The e-mail addresses that a client of this URI reads. */
export async function emails(uri: string): Promise<readonly unknown[]> {
  const rows = await queryOnce(uri, 'SELECT email FROM users ORDER BY id');
  return rows.map(({ email }) => email);
}
