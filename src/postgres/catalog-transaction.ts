import type { PostgresConnection } from './connection.ts';
import { quoteLiteral } from './identifier.ts';
import type { Row } from './row.ts';

/** Where queries go. */
export type Session = Pick<PostgresConnection, 'query'>;

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Names are quoted where they must be, whatever the role's setting.
 * Compiling (JIT) takes ten times as long as such a query itself.
 */
export async function inCatalogTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  try {
    await session.query(begin);
    const result = await work();
    await session.query('ROLLBACK');
    return result;
  } catch (thrown) {
    // The first error is the one to tell; on a broken connection this one fails too.
    await session.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

interface CatalogQuery {
  readonly statement: string;
  /** Asked when the transaction has ended. */
  readonly afterwards: string;
  /** Of a snapshot that another session exported: the transaction then sees that. */
  readonly snapshotId: string | undefined;
}

/**
 * One statement in such a transaction, and one after its end, in two round trips instead of four.
 * @returns the rows of the first; those of the second are on their way
 */
export async function queryCatalogThen(
  session: Session,
  { statement, afterwards, snapshotId }: CatalogQuery,
): Promise<readonly [rows: readonly Row[], afterwards: Promise<readonly Row[]>]> {
  const snapshot = snapshotId === undefined ? [] : [`SET TRANSACTION SNAPSHOT ${quoteLiteral(snapshotId)}`];
  const rows = await session
    .query([begin, ...snapshot, statement].join(';\n'))
    .catch(async (thrown: unknown) => {
      await session.query('ROLLBACK').catch(() => {});
      throw thrown;
    });
  const asked = session.query(`ROLLBACK;\n${afterwards}`);
  // Whoever waits for it hears of a failure; nobody may be there yet.
  asked.catch(() => {});
  return [rows, asked];
}

/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL jit = off`;
