/** Prisma's own comparison of a database with the Prisma schema. */
import { dirname } from 'node:path';
import type { DiffTarget, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Client } from 'pg';
import { UserError } from '../errors.ts';
import { silentLogger } from '../log.ts';
import { declaredIndexes, declaredTables } from './declared-objects.ts';
import { engineFiles } from './engine-schema.ts';
import { engineErrorCode, openEngine } from './engine-session.ts';
import { type MigrationFolder, migrationList } from './migration-files.ts';
import type { ObjectName } from './parse-tree.ts';
import type { PrismaProject, SchemaFile } from './prisma-project.ts';
import type { Transport } from './script-batch.ts';
import { runScript } from './script-run.ts';
import { connectionOpener, type OpenConnection } from './session.ts';
import { loadSqlParser } from './sql-parser.ts';
import type { WasmPaths } from './wasm-path.ts';

export interface DiffOptions {
  readonly project: Pick<PrismaProject, 'schemaPath' | 'schemaFiles' | 'external'>;
  readonly directUri: string;
  readonly wasm?: WasmPaths | undefined;
  readonly openConnection?: OpenConnection | undefined;
}

export interface PrismaDiff {
  /** The statements that would make the database equal to the schema; empty when it is. */
  readonly sql: string;
  readonly empty: boolean;
}

/**
 * What is missing in the database for the Prisma schema. It sees only what Prisma models: tables, columns, keys,
 * indexes, enums; not views, triggers, functions, policies or check constraints.
 * @throws UserError when the schema is not valid.
 */
export function prismaDiff(options: DiffOptions): Promise<PrismaDiff> {
  return diffToSchema(options, (files) => ({
    tag: 'schemaDatasource',
    files,
    configDir: dirname(options.project.schemaPath),
  }));
}

/**
 * What the Prisma schema has and no migration makes: somebody changed the schema and forgot the migration. Runs all
 * migrations on a shadow database, which is gone afterwards; the role needs CREATEDB.
 */
export async function migrationsDiff(
  options: DiffOptions & { readonly folder: MigrationFolder; readonly transport: Transport },
): Promise<PrismaDiff> {
  const { folder, transport } = options;
  const parser = await loadSqlParser(options.wasm?.sqlParser);
  const { signal } = new AbortController();
  const runShadow = (client: Client, script: string) =>
    runScript({ client, script, transport, parser, signal, onFailure: () => {} });
  return diffToSchema({ ...options, runScript: runShadow }, () => ({
    tag: 'migrations',
    ...migrationList(folder),
  }));
}

export interface ExpectedObjects {
  readonly tables: readonly ObjectName[];
  readonly indexes: readonly (ObjectName & { readonly table: string })[];
}

/** The tables and indexes that the Prisma schema describes, under their names in the database. */
export async function expectedObjects(options: DiffOptions): Promise<ExpectedObjects> {
  const [{ sql: script }, parser] = await Promise.all([
    schemaScript(options),
    loadSqlParser(options.wasm?.sqlParser),
  ]);
  const scripts = [{ name: 'schema', script }];
  return { tables: declaredTables(scripts, parser), indexes: declaredIndexes(scripts, parser) };
}

/** The script that makes the Prisma schema in an empty database. @throws UserError when the schema is not valid. */
export function schemaScript(options: DiffOptions): Promise<PrismaDiff> {
  return diffToSchema(options, () => ({ tag: 'empty' }));
}

/** Prisma's way from one schema to the project's. Nothing is read from the database. */
export function schemasDiff(
  options: DiffOptions & { readonly from: readonly SchemaFile[] },
): Promise<PrismaDiff> {
  return diffToSchema(options, () => ({ tag: 'schemaDatamodel', files: engineFiles(options.from) }));
}

const connectMs = 60_000;

function patientOpener(): OpenConnection {
  const { signal } = new AbortController();
  return connectionOpener({ log: silentLogger, signal, timeoutMs: connectMs });
}

type RunScript = (client: Client, script: string) => Promise<void>;

async function diffToSchema(
  options: DiffOptions & { readonly runScript?: RunScript },
  from: (files: SchemaContainer[]) => DiffTarget,
): Promise<PrismaDiff> {
  const files = engineFiles(options.project.schemaFiles);
  try {
    await using session = await openEngine({
      ...options,
      schemaFiles: options.project.schemaFiles,
      wasmPath: options.wasm?.schemaEngine,
      open: options.openConnection ?? patientOpener(),
    });
    const { exitCode, stdout } = await session.engine.diff({
      from: from(files),
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: options.project.external,
    });
    return exitCode === 2 ? { sql: (stdout ?? '').trim(), empty: false } : { sql: '', empty: true };
  } catch (thrown) {
    throw engineErrorCode(thrown) === 'P1012' ? invalidSchema(thrown) : thrown;
  }
}

function invalidSchema(thrown: unknown): UserError {
  const text = thrown instanceof Error ? thrown.message.trim() : '';
  return new UserError(`The Prisma schema is not valid (P1012).\n${text}`, {
    hint: 'Run `npx prisma validate` and correct the schema.',
  });
}
