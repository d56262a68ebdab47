/** A server of its own with tables of 250,000 rows, and migrations that are measured on copies of them. */
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { MigrateContext, MigrationRun } from '../../../src/migrations/migration-run.ts';
import type { MeasuredStatement, Measurement } from '../../../src/migrations/rehearsal/measurement.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { type RunningServer, startServer } from '../../../src/providers/postgres/server.ts';
import { queryOnce } from '../../support/database.ts';
import { createTemporaryFolder } from '../../support/temporary-folder.ts';
import { contextFor, createProject, historyTable, recordingLogger, requestFor } from '../project.ts';

export const rowCount = 250_000;
export const megabyte = 1_000_000;

/** Narrow, so that a copy is made in a moment. `payments` refers to `customers`; `orders` could. */
const tables = `
CREATE TYPE mood AS ENUM ('calm', 'cross', 'keen');
CREATE TABLE customers (id int NOT NULL, score int, mood mood NOT NULL DEFAULT 'calm');
INSERT INTO customers SELECT n, n, 'calm' FROM generate_series(1, ${rowCount}) n;
ALTER TABLE customers ADD PRIMARY KEY (id);
CREATE TABLE payments (id int NOT NULL, customer int NOT NULL);
INSERT INTO payments SELECT n, n FROM generate_series(1, ${rowCount}) n;
ALTER TABLE payments ADD PRIMARY KEY (id),
  ADD CONSTRAINT payments_customer_fkey FOREIGN KEY (customer) REFERENCES customers;
CREATE TABLE orders (id int, customer int);
INSERT INTO orders SELECT n, n FROM generate_series(1, ${rowCount}) n;
CREATE TABLE events (id int NOT NULL, day int NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_old PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_new PARTITION OF events FOR VALUES FROM (10) TO (20);
INSERT INTO events_old SELECT n, 5 FROM generate_series(1, ${rowCount}) n;
${historyTable}`;

export interface LargeTables extends AsyncDisposable {
  /** Superuser URI of a fresh copy. The copy before is dropped: there is one at a time. */
  copy(): Promise<string>;
}

/** The server is nobody else's: what it writes to its log is what the migrations wrote. */
export async function startLargeTables(): Promise<LargeTables> {
  const folder = await createTemporaryFolder('large-tables-');
  // As root the server runs as another user, who must get in.
  await chmod(folder.path, 0o755);
  const server = await startServer({
    dataDirectory: join(folder.path, 'data'),
    password: 'large-tables',
    environment: process.env,
    settings: { autovacuum: 'off', max_wal_size: '1GB' },
  });
  const stop = async () => {
    await server.stop();
    await folder[Symbol.asyncDispose]();
  };
  try {
    await queryOnce(server.uri, 'CREATE DATABASE rows');
    await queryOnce(uriOf(server, 'rows'), tables);
    await queryOnce(uriOf(server, 'rows'), 'VACUUM ANALYZE');
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return { copy: () => copyOf(server), [Symbol.asyncDispose]: stop };
}

async function copyOf(server: RunningServer): Promise<string> {
  await queryOnce(server.uri, 'DROP DATABASE IF EXISTS copy WITH (FORCE)');
  await queryOnce(server.uri, 'CREATE DATABASE copy TEMPLATE rows STRATEGY file_copy');
  return uriOf(server, 'copy');
}

function uriOf({ uri }: RunningServer, database: string): string {
  return formatConnectionUri({ ...parseConnectionUri(uri), database });
}

export interface Measured extends Measurement {
  /** Superuser URI of the migrated database. */
  readonly uri: string;
  readonly run: MigrationRun;
}

export interface MeasureOptions {
  readonly uri: string;
  /** package.json */
  readonly manifest: string;
  readonly script: string;
  readonly context?: Partial<MigrateContext> | undefined;
}

/** Applies the script as a pending migration, measured. @throws Error when nothing was measured */
export async function measure({ uri, manifest, script, context }: MeasureOptions): Promise<Measured> {
  await using project = await createProject({ [migrationName]: script });
  await project.write('package.json', manifest);
  const log = recordingLogger();
  const request = requestFor(project, uri, { rehearse: {}, workspace: project.folder });
  const run = await migrate(request, contextFor(log, context));
  if (run.rehearsal === undefined) throw new Error(`Nothing was measured: ${log.lines.join('\n')}`);
  return { uri, run, ...run.rehearsal.measurement };
}

export const migrationName = '1_change';

/** `customers AccessExclusiveLock`, sorted: of tables alone, whose locks are what others wait for. */
export function tableLocks({ locks }: MeasuredStatement): readonly string[] {
  return locks
    .filter(({ relation: { kind } }) => kind === 'table' || kind === 'partitioned table')
    .map(({ relation, mode }) => `${relation.name} ${mode}`)
    .toSorted();
}

export function rewrittenNames({ rewritten }: MeasuredStatement): readonly string[] {
  return rewritten.map(({ name }) => name);
}

/** When each of its locks was let go of, in milliseconds since the run began. */
export function releases({ startMs, locks }: MeasuredStatement): readonly number[] {
  return locks.map(({ heldMs, waitedMs }) => startMs + waitedMs + heldMs);
}
