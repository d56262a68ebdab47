/** Finds a project's Prisma schema and migrations where Prisma itself would. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { UserError } from '../errors.ts';
import { readPackageJson } from './package-json.ts';
import { isRecord, textOrUndefined } from './record.ts';

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/** A Prisma schema at a commit. */
export interface SchemaAt {
  readonly files: readonly SchemaFile[];
  /** Such as the commit. */
  readonly of: string;
}

export interface PrismaProject {
  /** Absolute. */
  readonly workingDirectory: string;
  /** The schema file or folder, absolute. */
  readonly schemaPath: string;
  readonly schemaFiles: readonly SchemaFile[];
  /** Absolute; may not exist. */
  readonly migrationsDirectory: string;
  /** What Prisma is told to leave alone: `tables.external` and `enums.external` of prisma.config.ts. */
  readonly external: SchemaFilter;
}

/** Paths that the inputs or the project's configuration give; undefined = Prisma's defaults. */
export interface ProjectPaths {
  readonly schema?: string | undefined;
  readonly migrations?: string | undefined;
  readonly external?: SchemaFilter | undefined;
}

/** @throws UserError that names every place that was looked at. */
export async function findPrismaProject(
  workingDirectory: string,
  paths: ProjectPaths,
): Promise<PrismaProject> {
  const root = resolve(workingDirectory);
  const schemaPath = await findSchema(root, paths.schema);
  const schemaFiles = await readSchema(schemaPath);
  const migrationsDirectory =
    paths.migrations === undefined
      ? join(datasourceFolder(schemaPath, schemaFiles), 'migrations')
      : resolve(root, paths.migrations);
  assertPostgres(schemaFiles);
  const external = paths.external ?? { externalTables: [], externalEnums: [] };
  return { workingDirectory: root, schemaPath, schemaFiles, migrationsDirectory, external };
}

function assertPostgres(files: readonly SchemaFile[]): void {
  const provider = /^\s*provider\s*=\s*"([^"]*)"/m.exec(datasourceBlock(files))?.[1];
  if (provider === undefined || provider === 'postgresql' || provider === 'postgres') return;
  throw new UserError(`The Prisma schema is for "${provider}"; only PostgreSQL is supported.`, {
    hint: 'Point the `schema` input at the schema for PostgreSQL, or set `command` for another tool.',
  });
}

/** Prisma's own order (loadSchema of @prisma/schema-files-loader), and its multi-file example folder last. */
async function findSchema(root: string, given: string | undefined): Promise<string> {
  const named = given === undefined ? await schemaOfPackageJson(root) : resolve(root, given);
  if (named !== undefined) {
    if ((await kindOf(named)) !== undefined) return named;
    throw new UserError(`There is no Prisma schema at ${relative(root, named) || '.'}.`, {
      hint: 'Correct the `schema` input, or `prisma.schema` in package.json, or `schema` in prisma.config.ts: the path is taken from the working directory.',
    });
  }
  const candidates = ['schema.prisma', 'prisma/schema.prisma', 'prisma/schema'];
  for (const candidate of candidates)
    if ((await kindOf(join(root, candidate))) !== undefined) return join(root, candidate);
  throw new UserError(`No Prisma schema was found in ${root}.`, {
    hint: `Looked for ${candidates.join(', ')} and \`prisma.schema\` in package.json. Set the \`schema\` or \`working-directory\` input; for another migration tool set \`command\`.`,
  });
}

async function schemaOfPackageJson(root: string): Promise<string | undefined> {
  const found = await readPackageJson(root);
  const prisma = found?.content.prisma;
  const schema = isRecord(prisma) ? textOrUndefined(prisma.schema) : undefined;
  return found === undefined || schema === undefined ? undefined : resolve(found.folder, schema);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  return found.isDirectory() ? 'folder' : 'file';
}

async function readSchema(path: string): Promise<readonly SchemaFile[]> {
  if ((await kindOf(path)) === 'file') return [await readSchemaFile(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.prisma'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (files.length > 0) return Promise.all(files.map(readSchemaFile));
  throw new UserError(`The schema folder ${path} holds no .prisma file.`, {
    hint: 'Correct the `schema` input.',
  });
}

async function readSchemaFile(path: string): Promise<SchemaFile> {
  return { path, content: await readFile(path, 'utf8') };
}

/** Migrations lie beside the file that holds the datasource block (https://www.prisma.io/docs/orm/prisma-schema/overview/location). */
function datasourceFolder(schemaPath: string, files: readonly SchemaFile[]): string {
  const holder = files.find(({ content }) => /^\s*datasource\s+\w+\s*\{/m.test(content));
  return holder === undefined ? schemaPath : dirname(holder.path);
}

/** The body of the datasource block, comments removed; empty when there is none. */
export function datasourceBlock(files: readonly SchemaFile[]): string {
  const all = files.map(({ content }) => content.replace(/\/\/.*$/gm, '')).join('\n');
  return /^\s*datasource\s+\w+\s*\{([^}]*)\}/m.exec(all)?.[1] ?? '';
}

/** Names of the environment variables that the datasource block reads for a field such as `directUrl`. */
export function environmentNamesOf(
  files: readonly SchemaFile[],
  field: 'url' | 'directUrl',
): readonly string[] {
  const pattern = new RegExp(`^\\s*${field}\\s*=\\s*env\\(\\s*"([^"]+)"\\s*\\)`, 'gm');
  return [...datasourceBlock(files).matchAll(pattern)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
}
