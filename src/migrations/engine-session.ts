/** One schema engine on one database. */

import type { SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Client } from 'pg';
import { type AdapterOptions, adapterFactory } from './adapter.ts';
import type { SchemaFile } from './prisma-project.ts';
import { loadSchemaEngine, type SchemaEngine } from './schema-engine.ts';
import { type OpenClient, openClient, quoteIdentifier, schemaOf } from './session.ts';
import { openShadowDatabase } from './shadow-database.ts';

export interface EngineSessionOptions {
  readonly directUri: string;
  readonly schemaFiles: readonly SchemaFile[];
  readonly wasmPath: string | undefined;
  readonly openClient?: OpenClient | undefined;
  /** Runs a migration's script; undefined where no migration is applied. */
  readonly runScript?: ((client: Client, script: string) => Promise<void>) | undefined;
  readonly aroundQuery?: AdapterOptions['aroundQuery'] | undefined;
}

export interface EngineSession extends AsyncDisposable {
  readonly engine: SchemaEngine;
  /** The connection that the engine uses; never use it while the engine works. */
  readonly client: Client;
  /** Process id of the connection's server process. */
  readonly backend: number;
  /** Schema of the history table. */
  readonly schema: string;
}

export const nothingExternal: SchemaFilter = { externalTables: [], externalEnums: [] };

/** Ends the connection when disposed, and with it the advisory lock that the engine took. */
export async function openEngine(options: EngineSessionOptions): Promise<EngineSession> {
  const module = await loadSchemaEngine(options.wasmPath);
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const open = options.openClient ?? openClient;
  const schema = schemaOf(options.directUri);
  const client = await open(options.directUri, 'database-actions migrate');
  const end = () => client.end().catch(() => {});
  try {
    const backend = await prepare(client, schema);
    const factory = await adapterFactory({
      schema,
      open: async () => client,
      openShadow: () => openShadowDatabase(options.directUri, open),
      runScript: options.runScript ?? (async (_, script) => void (await client.query(script))),
      aroundQuery: options.aroundQuery ?? ((_, work) => work()),
    });
    const datamodels = options.schemaFiles.map(({ path, content }): [string, string] => [path, content]);
    const engine = await module.SchemaEngine.new(
      { datamodels },
      () => {},
      bindMigrationAwareSqlAdapterFactory(factory),
    );
    return { engine, client, backend, schema, [Symbol.asyncDispose]: end };
  } catch (thrown) {
    await end();
    throw thrown;
  }
}

/** As Prisma's native engine connects: the search path is the URI's schema and nothing else. */
async function prepare(client: Client, schema: string): Promise<number> {
  await client.query(`SET search_path = ${quoteIdentifier(schema)}`);
  const { rows } = await client.query({ text: 'SELECT pg_backend_pid()', rowMode: 'array' });
  return Number(rows[0]?.[0]);
}

/** The code of a thrown engine error, such as `P3005`. */
export function engineErrorCode(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : undefined;
}
