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

interface CatalogQueries {
  /** Each sees the same state. */
  readonly statements: readonly [string, ...string[]];
  /** Asked when the transaction has ended. */
  readonly afterwards: string;
  /** Of a snapshot that another session exported: the transaction then sees that. */
  readonly snapshotId: string | undefined;
  /** Called with the rows of each statement in turn, while the server works on what comes next. */
  readonly take: (rows: readonly Row[]) => void;
}

/**
 * Statements in such a transaction, and one after its end, in a round trip each: beginning and ending go along.
 * @returns the rows of the last one, which are on their way
 */
export async function queryCatalogThen(
  session: Session,
  { statements: [first, ...others], afterwards, snapshotId, take }: CatalogQueries,
): Promise<{ readonly afterwards: Promise<readonly Row[]> }> {
  const snapshot = snapshotId === undefined ? [] : [`SET TRANSACTION SNAPSHOT ${quoteLiteral(snapshotId)}`];
  let asked = session.query([begin, ...snapshot, first].join(';\n'));
  try {
    for (const next of [...others, `ROLLBACK;\n${afterwards}`]) {
      const rows = await asked;
      asked = session.query(next);
      // Whoever waits for it hears of a failure; nobody may be there yet.
      asked.catch(() => {});
      take(rows);
    }
  } catch (thrown) {
    await session.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
  return { afterwards: asked };
}

/** Settings that end with the transaction, in one round trip. */
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL search_path = '';
SET LOCAL quote_all_identifiers = off;
SET LOCAL jit = off`;
