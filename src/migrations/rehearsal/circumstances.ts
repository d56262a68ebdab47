/** In what circumstances a rehearsal was measured: a figure without them says little. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { numeric, type Row } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Circumstances } from './measurement.ts';

export type ServerFacts = Pick<Circumstances, 'databaseBytes' | 'lockTimeoutMs' | 'statementTimeoutMs'>;

/** Pages of this database since the statistics were reset: found in shared buffers, and not. */
export interface PageCounts {
  readonly hit: number;
  readonly read: number;
}

/** Of a session as a migrating one would have it. */
export async function readServerFacts(session: Session): Promise<ServerFacts> {
  const [row = {}] = await session.query(
    `SELECT pg_catalog.pg_database_size(pg_catalog.current_database()) AS bytes,
            (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'lock_timeout') AS lock_timeout,
            (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'statement_timeout') AS statement_timeout`,
  );
  return {
    databaseBytes: numeric(row, 'bytes'),
    lockTimeoutMs: numeric(row, 'lock_timeout'),
    statementTimeoutMs: numeric(row, 'statement_timeout'),
  };
}

/** What the sessions so far reported of themselves; each does so when it is idle or ends. Undefined where it may not be read. */
export async function readPageCounts(session: Session): Promise<PageCounts | undefined> {
  try {
    await session.query('SELECT pg_catalog.pg_stat_clear_snapshot()');
    const [row = {}] = await session.query(
      'SELECT blks_hit, blks_read FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()',
    );
    return { hit: count(row, 'blks_hit'), read: count(row, 'blks_read') };
  } catch (thrown) {
    if (sqlStateOf(thrown) === sqlState.insufficientPrivilege) return undefined;
    throw thrown;
  }
}

function count(row: Row, column: string): number {
  return row[column] === undefined || row[column] === null ? 0 : numeric(row, column);
}

/** Fewer pages say nothing: connecting alone reads about as many of the catalog. */
const fewPages = 500;

/** @returns `cold` when most pages were not in shared buffers */
export function cacheBetween(
  before: PageCounts | undefined,
  after: PageCounts | undefined,
): Circumstances['cache'] {
  if (before === undefined || after === undefined) return 'unknown';
  const [hit, read] = [after.hit - before.hit, after.read - before.read];
  if (hit + read < fewPages || hit < 0 || read < 0) return 'unknown';
  return read > hit ? 'cold' : 'warm';
}
