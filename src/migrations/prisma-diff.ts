/** Prisma's own comparison of a database with the Prisma schema. */
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { declaredIndexes, declaredTables, type ObjectName } from './declared-objects.ts';
import { engineErrorCode, nothingExternal, openEngine } from './engine-session.ts';
import type { PrismaProject } from './prisma-project.ts';
import type { OpenClient } from './session.ts';
import { loadSqlParser } from './sql-parser.ts';
import type { WasmPaths } from './wasm-path.ts';

export interface DiffOptions {
  readonly project: Pick<PrismaProject, 'schemaPath' | 'schemaFiles'>;
  readonly directUri: string;
  readonly wasm?: WasmPaths | undefined;
  readonly openClient?: OpenClient | undefined;
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
  return diffToSchema(options, 'database');
}

export interface ExpectedObjects {
  readonly tables: readonly ObjectName[];
  readonly indexes: readonly (ObjectName & { readonly table: string })[];
}

/** The tables and indexes that the Prisma schema describes, under their names in the database. */
export async function expectedObjects(options: DiffOptions): Promise<ExpectedObjects> {
  const [{ sql: script }, parser] = await Promise.all([
    diffToSchema(options, 'empty'),
    loadSqlParser(options.wasm?.sqlParser),
  ]);
  const scripts = [{ name: 'schema', script }];
  return { tables: declaredTables(scripts, parser), indexes: declaredIndexes(scripts, parser) };
}

async function diffToSchema(options: DiffOptions, from: 'database' | 'empty'): Promise<PrismaDiff> {
  const { project } = options;
  const files = project.schemaFiles.map(({ path, content }) => ({ path, content }));
  const configDir = dirname(project.schemaPath);
  try {
    await using session = await openEngine({
      ...options,
      schemaFiles: project.schemaFiles,
      wasmPath: options.wasm?.schemaEngine,
    });
    const { exitCode, stdout } = await session.engine.diff({
      from: from === 'empty' ? { tag: 'empty' } : { tag: 'schemaDatasource', files, configDir },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: nothingExternal,
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
