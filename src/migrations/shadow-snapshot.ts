/** What a Prisma schema, or a folder of migrations, makes of an empty database. */
import type { Client } from 'pg';
import { errorMessage, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { quoteIdentifier } from '../postgres/identifier.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import { readSnapshot } from '../schema/read-snapshot.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import type { DeclaredExtension } from './declared-objects.ts';
import type { MigrationFolder } from './migration-files.ts';
import { schemaScript } from './prisma-diff.ts';
import { datasourceBlock, type PrismaProject } from './prisma-project.ts';
import { runScript } from './script-run.ts';
import { connectionOpener, schemaOf } from './session.ts';
import { openShadowDatabase, type ShadowDatabase } from './shadow-database.ts';
import { loadSqlParser } from './sql-parser.ts';
import type { WasmPaths } from './wasm-path.ts';

export interface ShadowOptions {
  /** Direct URI on a server where the role may create a database; it may be on PostgreSQL of another version. */
  readonly serverUri: string;
  readonly wasm?: WasmPaths | undefined;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds for getting a connection. */
  readonly timeoutMs: number;
}

/**
 * The Prisma schema as a database, of the schemas that it names (`public`, or the URI's `schema`, without `multiSchema`).
 * @throws UserError when it is not valid, or the server refuses what Prisma makes of it (a type of an extension)
 */
export async function prismaSchemaSnapshot(
  project: Pick<PrismaProject, 'schemaPath' | 'schemaFiles' | 'external'>,
  options: ShadowOptions & {
    /** A schema file takes them for granted. Those that the server does not have are left away. */
    readonly extensions: readonly DeclaredExtension[];
  },
): Promise<SchemaSnapshot> {
  const { serverUri: directUri, wasm } = options;
  const { sql } = await schemaScript({
    project,
    directUri,
    wasm,
    openConnection: connectionOpener(options),
  });
  const schemas = declaredSchemas(project, directUri);
  return inShadow(options, async ({ client, session }) => {
    for (const extension of options.extensions) await createExtension(client, extension, options.log);
    try {
      await client.query(sql);
    } catch (thrown) {
      throw refused('The Prisma schema cannot be made in a shadow database', thrown);
    }
    return await readSnapshot(session, { schemas });
  });
}

/** The schema after all migrations, with everything that they make. @throws UserError when one fails */
export async function migrationsSnapshot(
  folder: MigrationFolder,
  options: ShadowOptions,
): Promise<SchemaSnapshot> {
  const parser = await loadSqlParser(options.wasm?.sqlParser);
  return inShadow(options, async ({ client, session }) => {
    for (const { name, script } of folder.migrations) {
      const { signal } = options;
      try {
        await runScript({ client, script, transport: 'statements', parser, signal, onFailure: () => {} });
      } catch (thrown) {
        signal.throwIfAborted();
        throw refused(`The migration ${name} failed on a shadow database`, thrown);
      }
    }
    return await readSnapshot(session);
  });
}

async function createExtension(
  client: Client,
  { name, schema }: DeclaredExtension,
  log: Logger,
): Promise<void> {
  const place = schema === undefined ? '' : quoteIdentifier(schema);
  try {
    if (place !== '') await client.query(`CREATE SCHEMA IF NOT EXISTS ${place}`);
    const where = place === '' ? '' : ` WITH SCHEMA ${place}`;
    await client.query(`CREATE EXTENSION IF NOT EXISTS ${quoteIdentifier(name)}${where}`);
  } catch (thrown) {
    if (sqlStateOf(thrown) === undefined) throw thrown;
    log.debug(`The extension ${name} cannot be had in the shadow database: ${errorMessage(thrown)}`);
  }
}

async function inShadow<T>(options: ShadowOptions, work: (shadow: ShadowDatabase) => Promise<T>): Promise<T> {
  const { serverUri } = options;
  const shadow = await openShadowDatabase(serverUri, connectionOpener(options));
  try {
    const schema = quoteIdentifier(schemaOf(serverUri));
    await shadow.client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}; SET search_path = ${schema}`);
    return await work(shadow);
  } finally {
    await shadow.drop();
  }
}

function declaredSchemas(
  { schemaFiles }: Pick<PrismaProject, 'schemaFiles'>,
  uri: string,
): readonly string[] {
  const list = /^\s*schemas\s*=\s*\[([^\]]*)\]/m.exec(datasourceBlock(schemaFiles))?.[1] ?? '';
  const named = [...list.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  return named.length === 0 ? [schemaOf(uri)] : named;
}

function refused(what: string, thrown: unknown): unknown {
  const state = sqlStateOf(thrown);
  if (state === undefined) return thrown;
  return new UserError(`${what}: ${errorMessage(thrown)} (SQLSTATE ${state}).`, {
    hint: 'It is made on the server of `shadow-url`, or on one of this runner: what it takes for granted (an extension, a role) has to be there, or made by it.',
  });
}
