import type { PostgresConnection } from '../postgres/connection.ts';

/** Where queries go. */
export type Session = Pick<PostgresConnection, 'query'>;

/**
 * Runs `work` in a read-only transaction with an empty search_path: nothing that a schema of the database defines
 * (operators, functions, casts) can then stand before pg_catalog, and definitions come back schema-qualified. Works
 * through a pooler in transaction mode too.
 */
export async function withBareSearchPath<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await session.query("SET LOCAL search_path = ''");
    return await work();
  } finally {
    await session.query('ROLLBACK');
  }
}
