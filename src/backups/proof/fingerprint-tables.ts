import { errorMessage } from '../../errors.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import { displayName } from '../../postgres/object-name.ts';
import { numeric, text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Omission, TableFingerprint } from './database-facts.ts';
import type { StoredRelation } from './relations.ts';
import { fingerprintQuery } from './row-expression.ts';

export interface Fingerprints {
  readonly tables: readonly TableFingerprint[];
  readonly notCompared: readonly Omission[];
}

export interface FingerprintWork {
  /** All of the database: they are shared out by their sizes, whether they are hashed or not. */
  readonly relations: readonly StoredRelation[];
  readonly tables: ReadonlySet<StoredRelation>;
  /** Each on a connection of its own. */
  readonly sessions: readonly Session[];
  readonly signal: AbortSignal;
  /** Told of each table that is done. */
  onDone(bytes: number): void;
}

type Outcome = { readonly table: TableFingerprint } | { readonly omission: Omission };

export async function fingerprintTables(work: FingerprintWork): Promise<Fingerprints> {
  const outcomes = new Map<StoredRelation, Outcome>();
  const failed = new AbortController();
  const runAll = async (session: Session, share: readonly StoredRelation[]) => {
    await session.query('SAVEPOINT fingerprint');
    for (const batch of batchesOf(share.filter((one) => work.tables.has(one)))) {
      work.signal.throwIfAborted();
      if (failed.signal.aborted) return;
      const results = await fingerprintBatch(session, batch);
      for (const [index, outcome] of results.entries()) {
        const relation = batch[index];
        if (relation !== undefined) outcomes.set(relation, outcome);
      }
      work.onDone(bytesOf(batch));
    }
    // The last batch may have failed, and what comes next needs the transaction.
    await session.query('ROLLBACK TO SAVEPOINT fingerprint');
  };
  const shares = shareTables(work.relations, work.sessions.length);
  const results = await Promise.allSettled(
    work.sessions.map((session, index) =>
      runAll(session, shares[index] ?? []).catch((thrown) => {
        failed.abort();
        throw thrown;
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const inOrder = work.relations.flatMap((relation) => outcomes.get(relation) ?? []);
  return {
    tables: inOrder.flatMap((outcome) => ('table' in outcome ? [outcome.table] : [])),
    notCompared: inOrder.flatMap((outcome) => ('omission' in outcome ? [outcome.omission] : [])),
  };
}

/**
 * Which session reads which table, the largest first, each to the one that has least to do. Settled beforehand, since
 * who locks a table must be who reads it: a request for a lock stands in line behind an exclusive one that waits for
 * another session of ours, and neither would ever end.
 */
export function shareTables(
  relations: readonly StoredRelation[],
  count: number,
): readonly (readonly StoredRelation[])[] {
  const shares = Array.from({ length: count }, () => ({ bytes: 0, tables: [] as StoredRelation[] }));
  const tables = relations.filter(({ kind }) => kind === 'table');
  for (const table of tables.toSorted((left, right) => right.bytes - left.bytes)) {
    const least = shares.reduce((best, share) => (share.bytes < best.bytes ? share : best));
    least.tables.push(table);
    // So that empty tables are shared out too.
    least.bytes += table.bytes + 1;
  }
  return shares.map((share) => share.tables);
}

/** A round trip to a server far away takes longer than hashing a small table. */
const small = 1024 * 1024;
const mostInBatch = 40;

/** Large tables one by one, small ones together; in their order. */
function batchesOf(tables: readonly StoredRelation[]): readonly (readonly StoredRelation[])[] {
  const batches: StoredRelation[][] = [];
  let open: StoredRelation[] | undefined;
  for (const table of tables) {
    if (table.bytes < small && open !== undefined && open.length < mostInBatch) {
      open.push(table);
      continue;
    }
    const batch = [table];
    batches.push(batch);
    open = table.bytes < small ? batch : undefined;
  }
  return batches;
}

function bytesOf(tables: readonly StoredRelation[]): number {
  return tables.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** From the savepoint on: a table that cannot be read this way must not cost the others their snapshot. */
async function fingerprintBatch(
  session: Session,
  batch: readonly StoredRelation[],
): Promise<readonly Outcome[]> {
  const parts = batch.map(
    (table, index) => `SELECT ${index} AS position, f.rows, f.hash FROM (${fingerprintQuery(table)}) AS f`,
  );
  try {
    const rows = await session.query(`ROLLBACK TO SAVEPOINT fingerprint; ${parts.join('\nUNION ALL\n')}`);
    const byPosition = new Map(rows.map((row) => [numeric(row, 'position'), row]));
    return batch.map(({ schema, name, bytes }, index) => {
      const row = byPosition.get(index) ?? {};
      return { table: { schema, name, rows: numeric(row, 'rows'), hash: text(row, 'hash'), bytes } };
    });
  } catch (thrown) {
    const reason = cannotFingerprint(thrown);
    if (reason === undefined) throw thrown;
    if (batch.length === 1) return batch.map((one) => ({ omission: { subject: displayName(one), reason } }));
    const outcomes: Outcome[] = [];
    for (const one of batch) outcomes.push(...(await fingerprintBatch(session, [one])));
    return outcomes;
  }
}

/** What is the table's nature and not a failure; undefined for all else. */
function cannotFingerprint(thrown: unknown): string | undefined {
  const state = sqlStateOf(thrown);
  if (state === sqlState.insufficientPrivilege)
    return `the role may not read all of its rows: ${errorMessage(thrown)}`;
  const isTooLarge =
    state === sqlState.programLimitExceeded ||
    (state === sqlState.internalError && isInvalidAllocation(thrown));
  return isTooLarge ? 'a row is too large to be written out as one text (1 GB)' : undefined;
}

/** The one internal error that a mere size makes (palloc's limit); it has no SQLSTATE of its own. */
function isInvalidAllocation(thrown: unknown): boolean {
  return errorMessage(thrown).startsWith('invalid memory alloc request size');
}
