import { ExternalError, UserError } from '../../errors.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { StoredRelation } from '../proof/relations.ts';

const perStatement = 500;

/**
 * Keeps the tables that the role may read as they are until the transaction ends: reading and writing go on, TRUNCATE and whatever rewrites or
 * drops a table waits. pg_dump does the same, but lets go when it is done, and a TRUNCATE before the proof would make
 * the table empty to every snapshot (https://www.postgresql.org/docs/current/mvcc-caveats.html).
 * @throws UserError when another session holds one of them, ExternalError when one is gone since the snapshot
 */
export async function lockTables(
  session: Session,
  relations: readonly StoredRelation[],
  lockTimeoutMs: number,
): Promise<void> {
  const tables = relations.filter(({ kind, canRead }) => kind === 'table' && canRead);
  try {
    for (let start = 0; start < tables.length; start += perStatement) {
      const names = tables.slice(start, start + perStatement).map((table) => `ONLY ${qualifiedName(table)}`);
      await session.query(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`);
    }
  } catch (thrown) {
    throw lockFailure(thrown, lockTimeoutMs);
  }
}

function lockFailure(thrown: unknown, lockTimeoutMs: number): unknown {
  switch (sqlStateOf(thrown)) {
    case sqlState.lockNotAvailable:
      return new UserError(
        `A table could not be locked for reading within ${lockTimeoutMs / 1000} s: another session holds it exclusively.`,
        {
          hint: 'A migration, VACUUM FULL or a forgotten transaction (see pg_locks). Run the backup when it is over.',
          cause: thrown,
        },
      );
    case sqlState.outOfMemory:
      return tooManyTables('use `proof: archive`, which locks no more than pg_dump does');
    case sqlState.undefinedTable:
      return new ExternalError('Postgres', 'A table was dropped just after the snapshot was taken.', {
        retryable: true,
        hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`).',
        cause: thrown,
      });
    default:
      return thrown;
  }
}

export function tooManyTables(instead: string): UserError {
  return new UserError('The server has no room for the locks of so many tables.', {
    hint: `Raise its \`max_locks_per_transaction\` (needs a restart), or ${instead}.`,
  });
}
