/**
 * A small, bounded load beside a migration: does an application that reads and writes these tables stall, or fail?
 *
 * Each table is read (one row by its key) and written at most `perSecond` times a second, by one connection for all reads
 * and one for all writes, so while one table stalls the others are not asked. A write is an UPDATE that sets a column to
 * what it is, in a transaction that is rolled back in the same message: no row is changed. What it leaves is a dead row
 * version, some write-ahead log and the statistics of an update. Tables with a trigger or rule on UPDATE, or with foreign
 * partitions, are only read, since those may act outside of the transaction; a check, policy or index expression that
 * calls such a function would still act (`nextval` counts on), as in any UPDATE.
 */
import type { Logger } from '../../log.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { sortFindings } from '../../report/finding.ts';
import type { OpenConnection } from '../session.ts';
import type { RehearsalCatalog } from './catalog.ts';
import { byState, loadFindings } from './load-findings.ts';
import { prepareTables } from './load-prepare.ts';
import { type LoadQuery, type LoadTable, loadable } from './load-table.ts';
import { newTally, type Operation, type TableTally } from './load-tally.ts';
import { runWorker, type Target } from './load-worker.ts';
import type { RelationState } from './measurement.ts';
import type { LoadResult } from './rehearsal.ts';

export interface LoadOptions {
  readonly directUri: string;
  readonly open: OpenConnection;
  /** The tables involved; the 16 largest are taken. */
  readonly tables: readonly RelationState[];
  /** Before the first pending migration. */
  readonly catalog: RehearsalCatalog;
  /** Name of the migration that runs now; undefined between two, and where it is not known. */
  currentMigration(): string | undefined;
  /** Aborting ends the load at once. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** From when on a wait is a finding; milliseconds, default 1000. */
  readonly stallLimitMs?: number | undefined;
  /** Of reads, and of writes, per table; default 10, at most 20. */
  readonly perSecond?: number | undefined;
}

export interface Load {
  /** Asks each table a last time, ends what still waits, closes both connections, and gives what was met. Takes five seconds at most. */
  stop(): Promise<LoadResult>;
}

const mostTables = 16;
const mostPerSecond = 20;
const defaultPerSecond = 10;
/** Of reads, and of writes, over all tables. */
const mostInAllPerSecond = 100;
const defaultStallLimitMs = 1000;

/**
 * Tries each operation once and begins with those that work.
 * @throws what `open` throws, the signal's reason, ExternalError when a connection is lost meanwhile
 */
export async function startLoad(options: LoadOptions): Promise<Load> {
  const { signal, log, stallLimitMs = defaultStallLimitMs } = options;
  const all = loadable(options.tables);
  const chosen = all.slice(0, mostTables);
  if (chosen.length < all.length) log.info(`Load: on the ${mostTables} largest of ${all.length} tables.`);
  const { reader, writer, tables } = await connectAndPrepare(options, chosen);
  const done = new AbortController();
  const tallies = new Map(tables.map(({ table }) => [table.oid, newTally(table)]));
  const work = (operation: Operation, connection: PostgresConnection) => {
    const targets = targetsOf(operation, tables, tallies);
    const everyMs = pauseMs(targets.length, options.perSecond ?? defaultPerSecond);
    const open = () => openFor(operation, options);
    const currentMigration = () => options.currentMigration();
    const common = { currentMigration, done: done.signal, signal, log };
    return runWorker({ ...common, operation, targets, open, everyMs }, connection);
  };
  const working = [work('read', reader), work('write', writer)];
  return {
    async stop() {
      done.abort();
      await Promise.all(working);
      return resultOf([...tallies.values()], stallLimitMs);
    },
  };
}

interface Prepared {
  readonly reader: PostgresConnection;
  readonly writer: PostgresConnection;
  readonly tables: readonly LoadTable[];
}

async function connectAndPrepare(options: LoadOptions, chosen: readonly RelationState[]): Promise<Prepared> {
  const opened: PostgresConnection[] = [];
  try {
    const reader = await openFor('read', options);
    opened.push(reader);
    const writer = await openFor('write', options);
    opened.push(writer);
    const tables = await prepareTables({ ...options, reader, writer, tables: chosen });
    await Promise.all([reader.query(settings), writer.query(settings)]);
    return { reader, writer, tables };
  } catch (thrown) {
    await Promise.allSettled(opened.map((connection) => connection[Symbol.asyncDispose]()));
    throw thrown;
  }
}

function pauseMs(targets: number, perSecond: number): number {
  const each = Math.min(mostPerSecond, perSecond);
  return 1000 / Math.min(mostInAllPerSecond, each * Math.max(1, targets));
}

function targetsOf(
  operation: Operation,
  tables: readonly LoadTable[],
  tallies: ReadonlyMap<number, TableTally>,
): readonly Target[] {
  return tables.flatMap((loaded) => {
    const tally = tallies.get(loaded.table.oid);
    const queries: readonly LoadQuery[] = operation === 'read' ? loaded.reads : loaded.writes;
    return tally === undefined || queries.length === 0 ? [] : [{ tally, queries, turn: 0, restsUntil: 0 }];
  });
}

/**
 * A wait shows by its length, so there is no lock_timeout; the limit of an operation is for a lock that is never let go
 * of. Should this process vanish, the server ends what it left after ten seconds.
 */
const settings = `SET statement_timeout = '60s';
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = '10s';`;

async function openFor(operation: Operation, { open, directUri }: LoadOptions): Promise<PostgresConnection> {
  const connection = await open(directUri, 'database-actions/load');
  try {
    await connection.query(
      operation === 'read' ? `${settings} SET default_transaction_read_only = on` : settings,
    );
  } catch (thrown) {
    await connection[Symbol.asyncDispose]();
    throw thrown;
  }
  // Only some roles may: in a deadlock with the migration, this session then gives way.
  await connection.query("SET deadlock_timeout = '100ms'").catch(() => {});
  return connection;
}

function resultOf(tallies: readonly TableTally[], stallLimitMs: number): LoadResult {
  const sorted = tallies.toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  return {
    tables: sorted.map(({ table: { oid, schema, name, kind }, read, write, errors }) => ({
      table: { oid, schema, name, kind },
      reads: read.count,
      writes: write.count,
      longestReadMs: read.longestMs,
      longestWriteMs: write.longestMs,
      during: (write.longestMs > read.longestMs ? write : read).during,
      errors: [...errors.values()]
        .toSorted(byState)
        .map(({ sqlState, message, count }) => ({ sqlState, message, count })),
    })),
    findings: sortFindings(loadFindings(sorted, stallLimitMs)),
  };
}

function nameOf({ table }: TableTally): string {
  return `${table.schema}.${table.name}`;
}
