import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { formatConnectionUri, parseConnectionUri } from '../../src/postgres/connection-uri.ts';

export interface TestDatabase extends AsyncDisposable {
  readonly name: string;
  /** Superuser URI of this database. */
  readonly uri: string;
  /** Runs one or more statements and gives the last one's rows. */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

/** Superuser URI of the shared server, on the given database. */
export function serverUri(database = 'postgres'): string {
  return formatConnectionUri({ ...parseConnectionUri(inject('postgresUri')), database });
}

/** A fresh, empty database on the shared server; dropped when disposed: `await using db = await createTestDatabase()`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Another test's session on template1 would refuse it. To copy its files costs half of writing their pages to the WAL.
  await administer(`CREATE DATABASE "${name}" TEMPLATE template0 STRATEGY file_copy`);
  const uri = serverUri(name);
  return {
    name,
    uri,
    query: (sql, values) => queryOnce(uri, sql, values),
    [Symbol.asyncDispose]: () => administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  };
}

async function administer(sql: string): Promise<void> {
  await queryOnce(serverUri(), sql);
}

/** One connection, one query, closed again. */
export async function queryOnce(
  uri: string,
  sql: string,
  values?: readonly unknown[],
): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: uri });
  await client.connect();
  try {
    const result: unknown =
      values === undefined ? await client.query(sql) : await client.query(sql, [...values]);
    const last = Array.isArray(result) ? result.at(-1) : result;
    return last.rows;
  } finally {
    await client.end();
  }
}
