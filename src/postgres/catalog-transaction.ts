import type { PostgresConnection } from './connection.ts';
import { quoteLiteral } from './identifier.ts';

/** Where queries go. */
export type Session = Pick<PostgresConnection, 'query'>;

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too. Compiling (JIT) takes ten times as long as such a query itself.
 * @param snapshotId of a snapshot that another session exported: the transaction then sees that
 */
export async function inCatalogTransaction<T>(
  session: Session,
  work: () => Promise<T>,
  snapshotId?: string,
): Promise<T> {
  try {
    await session.query(begin);
    if (snapshotId !== undefined) await session.query(`SET TRANSACTION SNAPSHOT ${quoteLiteral(snapshotId)}`);
    const result = await work();
    await session.query('ROLLBACK');
    return result;
  } catch (thrown) {
    // The first error is the one to tell; on a broken connection this one fails too.
    await session.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL jit = off`;
