import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { PostgresConnection } from '../postgres/connection.ts';
import { formatConnectionUri, parseConnectionUri } from '../postgres/connection-uri.ts';
import { quoteIdentifier } from '../postgres/identifier.ts';
import type { OpenConnection } from './session.ts';

export interface ShadowDatabase {
  readonly client: Client;
  /** The same connection, whose queries end with the signal that it was opened with. */
  readonly session: PostgresConnection;
  /** Ends the connection and drops the database, even if somebody else is connected to it. */
  drop(): Promise<void>;
}

const applicationName = 'database-actions/shadow-database';

/** A new database of a name of its own on the same server, made as Prisma makes its: from the server's default template. */
export async function openShadowDatabase(directUri: string, open: OpenConnection): Promise<ShadowDatabase> {
  const name = `prisma_migrate_shadow_db_${randomBytes(8).toString('hex')}`;
  const administrator = await open(directUri, applicationName);
  const drop = async () => {
    await administrator.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
    await administrator[Symbol.asyncDispose]();
  };
  try {
    await administrator.query(`CREATE DATABASE ${quoteIdentifier(name)}`);
    const uri = formatConnectionUri({ ...parseConnectionUri(directUri), database: name });
    const connection = await open(uri, applicationName);
    return {
      client: connection.client,
      session: connection,
      async drop() {
        await connection[Symbol.asyncDispose]();
        await drop();
      },
    };
  } catch (thrown) {
    await drop().catch(() => {});
    throw thrown;
  }
}
