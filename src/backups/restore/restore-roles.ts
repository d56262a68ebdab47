/** Roles that a dump refers to and does not bring: owners, grantees, policies. */
import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';

export interface PreparedRoles {
  /** Made here; nobody can log in as one of them. */
  readonly made: readonly string[];
  /** Not there, and not to be made. */
  readonly missing: readonly string[];
}

/**
 * Makes the roles that are missing, without login, where `mayCreate`. Names that start with `pg_` are the server's own:
 * they are there, or this version has none of that name.
 */
export async function prepareRoles(
  session: PostgresConnection,
  names: readonly string[],
  mayCreate: boolean,
): Promise<PreparedRoles> {
  const wanted = [...new Set(names)].toSorted();
  const rows = await session.query(
    'SELECT rolname::text AS name FROM pg_catalog.pg_roles WHERE rolname = ANY ($1::text[])',
    [wanted],
  );
  const present = new Set(rows.map((row) => text(row, 'name')));
  const absent = wanted.filter((name) => !present.has(name));
  const made: string[] = [];
  for (const name of mayCreate ? absent.filter((one) => !one.startsWith('pg_')) : [])
    if (await makeRole(session, name)) made.push(name);
  const missing = mayCreate ? absent.filter((name) => name.startsWith('pg_')) : absent;
  return { made, missing };
}

/** False when another run made it in between: then it is not ours to drop. */
async function makeRole(session: PostgresConnection, name: string): Promise<boolean> {
  try {
    await session.query(`CREATE ROLE ${quoteIdentifier(name)} NOLOGIN`);
    return true;
  } catch (thrown) {
    if (sqlStateOf(thrown) === sqlState.duplicateObject) return false;
    throw thrown;
  }
}

/** After the database is gone. One that something else has come to depend on stays. @returns those that stayed */
export async function dropRoles(
  session: PostgresConnection,
  names: readonly string[],
): Promise<readonly string[]> {
  const stayed: string[] = [];
  for (const name of names) {
    try {
      await session.query(`DROP ROLE IF EXISTS ${quoteIdentifier(name)}`);
    } catch (thrown) {
      if (sqlStateOf(thrown) !== sqlState.dependentObjectsStillExist) throw thrown;
      stayed.push(name);
    }
  }
  return stayed;
}
