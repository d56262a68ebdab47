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
  readonly tables: readonly StoredRelation[];
  /** Each on a connection of its own; they share the work. */
  readonly sessions: readonly Session[];
  readonly signal: AbortSignal;
  /** Told of each table that is done. */
  onDone(bytes: number): void;
}

type Outcome = { readonly table: TableFingerprint } | { readonly omission: Omission };

/** The largest first, so that no session is left alone with it at the end. */
export async function fingerprintTables(work: FingerprintWork): Promise<Fingerprints> {
  const queue = work.tables.toSorted((left, right) => right.bytes - left.bytes);
  const outcomes = new Map<StoredRelation, Outcome>();
  const takeNext = async (session: Session) => {
    for (let table = queue.shift(); table !== undefined; table = queue.shift()) {
      work.signal.throwIfAborted();
      outcomes.set(table, await fingerprint(session, table));
      work.onDone(table.bytes);
    }
  };
  const results = await Promise.allSettled(
    work.sessions.map((session) =>
      takeNext(session).catch((thrown) => {
        queue.length = 0;
        throw thrown;
      }),
    ),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const inOrder = work.tables.flatMap((table) => outcomes.get(table) ?? []);
  return {
    tables: inOrder.flatMap((outcome) => ('table' in outcome ? [outcome.table] : [])),
    notCompared: inOrder.flatMap((outcome) => ('omission' in outcome ? [outcome.omission] : [])),
  };
}

/** In a savepoint: a table that cannot be read this way must not cost the others their snapshot. */
async function fingerprint(session: Session, relation: StoredRelation): Promise<Outcome> {
  const { schema, name, bytes } = relation;
  await session.query('SAVEPOINT fingerprint');
  try {
    const [row = {}] = await session.query(fingerprintQuery(relation));
    await session.query('RELEASE SAVEPOINT fingerprint');
    return { table: { schema, name, rows: numeric(row, 'rows'), hash: text(row, 'hash'), bytes } };
  } catch (thrown) {
    const reason = cannotFingerprint(thrown);
    if (reason === undefined) throw thrown;
    await session.query('ROLLBACK TO SAVEPOINT fingerprint');
    return { omission: { subject: displayName(relation), reason } };
  }
}

/** What is the table's nature and not a failure; undefined for all else. */
function cannotFingerprint(thrown: unknown): string | undefined {
  const state = sqlStateOf(thrown);
  if (state === sqlState.insufficientPrivilege)
    return `the role may not read all of its rows: ${errorMessage(thrown)}`;
  const isTooLarge = state === '54000' || (state === sqlState.internalError && isInvalidAllocation(thrown));
  return isTooLarge ? 'a row is too large to be written out as one text (1 GB)' : undefined;
}

/** The one internal error that a mere size makes (palloc's limit); it has no SQLSTATE of its own. */
function isInvalidAllocation(thrown: unknown): boolean {
  return errorMessage(thrown).startsWith('invalid memory alloc request size');
}
