/** One schema engine on one database. */

import type { Client } from 'pg';
import type { PostgresConnection } from '../postgres/connection.ts';
import { quoteIdentifier } from '../postgres/identifier.ts';
import { type AdapterOptions, adapterFactory } from './adapter.ts';
import { engineFiles } from './engine-schema.ts';
import type { SchemaFile } from './prisma-project.ts';
import { loadSchemaEngine, type SchemaEngine } from './schema-engine.ts';
import { type OpenConnection, schemaOf } from './session.ts';
import { openShadowDatabase } from './shadow-database.ts';

export interface EngineSessionOptions {
  readonly directUri: string;
  readonly schemaFiles: readonly SchemaFile[];
  readonly wasmPath: string | undefined;
  readonly open: OpenConnection;
  /** Runs a migration's script; undefined where no migration is applied. */
  readonly runScript?: ((client: Client, script: string) => Promise<void>) | undefined;
  readonly aroundQuery?: AdapterOptions['aroundQuery'] | undefined;
}

export interface EngineSession extends AsyncDisposable {
  readonly engine: SchemaEngine;
  /** The connection that the engine uses; never use it while the engine works. */
  readonly connection: PostgresConnection;
  /** Schema of the history table. */
  readonly schema: string;
}

/** Closes the connection when disposed, and with it lets go of the advisory lock that the engine took. */
export async function openEngine(options: EngineSessionOptions): Promise<EngineSession> {
  const module = await loadSchemaEngine(options.wasmPath);
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const schema = schemaOf(options.directUri);
  const connection = await options.open(options.directUri, 'database-actions/migrate');
  const { client } = connection;
  const close = () => connection[Symbol.asyncDispose]();
  try {
    // As Prisma's native engine connects: the search path is the URI's schema and nothing else.
    await client.query(`SET search_path = ${quoteIdentifier(schema)}`);
    const factory = await adapterFactory({
      schema,
      client,
      openShadow: () => openShadowDatabase(options.directUri, options.open),
      runScript: options.runScript ?? (async (shadow, script) => void (await shadow.query(script))),
      aroundQuery: options.aroundQuery ?? ((_, work) => work()),
    });
    const datamodels = engineFiles(options.schemaFiles).map(({ path, content }): [string, string] => [
      path,
      content,
    ]);
    const engine = await module.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return { engine, connection, schema, [Symbol.asyncDispose]: close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** The code of a thrown engine error, such as `P3005`. */
export function engineErrorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}
