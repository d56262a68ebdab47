import { UserError } from '../../errors.ts';
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { text, truth } from '../../postgres/row.ts';
import type { Administrator } from './administrator.ts';
import { copyDatabase } from './copy-database.ts';
import { copySettings } from './database-settings.ts';
import { handOver } from './hand-over.ts';
import { unfinishedNameOf } from './naming.ts';

export interface BuildRequest {
  /** Name of the database, and of the role that will own it and all that is in it. */
  readonly database: string;
  readonly parent: string;
  /** For people who look at the server: which branch it is. */
  readonly description: string;
}

/**
 * Makes a whole copy of the parent under another name, which then takes the place of the branch's database at once.
 * Until then a branch that is reset keeps what it has, and a run that ends half-way leaves only a copy that the next
 * one replaces.
 */
export async function buildDatabase(administrator: Administrator, request: BuildRequest): Promise<void> {
  const { connection, context } = administrator;
  const { database, parent } = request;
  const copy = unfinishedNameOf(database);
  await dropDatabase(administrator, copy, database);
  context.log.debug(`Copying the database "${parent}" to "${copy}"`);
  await copyDatabase(administrator, { from: parent, to: copy, owner: database });
  context.log.debug(`Handing "${copy}" over to the role "${database}"`);
  await connection.query(`REVOKE ALL ON DATABASE ${quoteIdentifier(copy)} FROM PUBLIC`);
  await handOver(administrator, copy, database);
  await copySettings(administrator, parent, copy);
  await connection.query(
    `COMMENT ON DATABASE ${quoteIdentifier(copy)} IS ${quoteLiteral(request.description)}`,
  );
  context.log.debug(`Putting "${copy}" in the place of "${database}"`);
  await dropDatabase(administrator, database, database);
  context.log.debug(`Renaming "${copy}" to "${database}"`);
  await connection.query(`ALTER DATABASE ${quoteIdentifier(copy)} RENAME TO ${quoteIdentifier(database)}`);
}

/**
 * Drops a database of the branch's role, ending the sessions there. Absent is fine.
 * @throws UserError when it is somebody else's, whatever its name
 */
export async function dropDatabase(
  { connection }: Administrator,
  database: string,
  role: string,
): Promise<void> {
  const name = quoteIdentifier(database);
  const [row] = await connection.query(
    `SELECT datistemplate, pg_catalog.pg_get_userbyid(datdba)::text AS owner
       FROM pg_catalog.pg_database WHERE datname = $1`,
    [database],
  );
  if (row === undefined) return;
  const owner = text(row, 'owner');
  if (owner !== role)
    throw new UserError(`Refused to drop the database "${database}": it belongs to the role "${owner}".`, {
      hint: 'Drop or rename it by hand if it may go; its name is in the way of a branch.',
    });
  // Its owner may have made it a template, which cannot be dropped.
  if (truth(row, 'datistemplate')) await connection.query(`ALTER DATABASE ${name} IS_TEMPLATE false`);
  await connection.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
