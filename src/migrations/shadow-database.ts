import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { formatConnectionUri, parseConnectionUri } from '../postgres/connection-uri.ts';
import { type OpenClient, quoteIdentifier } from './session.ts';

export interface ShadowDatabase {
  readonly client: Client;
  /** Ends the connection and drops the database, even if somebody else is connected to it. */
  drop(): Promise<void>;
}

/** A new database of a name of its own on the same server, made as Prisma makes its: from the server's default template. */
export async function openShadowDatabase(directUri: string, open: OpenClient): Promise<ShadowDatabase> {
  const name = `prisma_migrate_shadow_db_${randomBytes(8).toString('hex')}`;
  const administrator = await open(directUri, 'database-actions shadow');
  const drop = async () => {
    await administrator.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
    await administrator.end();
  };
  try {
    await administrator.query(`CREATE DATABASE ${quoteIdentifier(name)}`);
    const uri = formatConnectionUri({ ...parseConnectionUri(directUri), database: name });
    const client = await open(uri, 'database-actions shadow');
    return {
      client,
      async drop() {
        await client.end().catch(() => {});
        await drop();
      },
    };
  } catch (thrown) {
    await drop().catch(() => {});
    throw thrown;
  }
}
