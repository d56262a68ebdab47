/** `prisma.config.ts`: read without running it where its values are literals, else run by the project's own Prisma. */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { readProperties, stringLiteral } from './config-literals.ts';

export interface PrismaConfig {
  /** The file, absolute. */
  readonly file: string;
  /** Absolute paths; undefined where the file does not set them, or they are in `unreadable`. */
  readonly schema: string | undefined;
  readonly migrations: string | undefined;
  /** Properties whose value only running the file would tell. */
  readonly unreadable: readonly ('schema' | 'migrations.path')[];
  /** True with `engine: "js"` (Prisma 6): its command line needs no native engine. */
  readonly usesJavaScriptEngine: boolean;
  /** The environment variables that `datasource.url` and `datasource.directUrl` read (Prisma 7). */
  readonly urlVariables: readonly string[];
  /** Tables and enums that are managed elsewhere, as far as they are literals. */
  readonly external: SchemaFilter;
}

const extensions = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'];

/** Undefined when the project has none in the places where Prisma looks. */
export async function readPrismaConfig(workingDirectory: string): Promise<PrismaConfig | undefined> {
  const names = [
    ...extensions.map((end) => `prisma.config.${end}`),
    ...extensions.map((end) => `.config/prisma.${end}`),
  ];
  for (const name of names) {
    const file = join(resolve(workingDirectory), name);
    const source = await readFile(file, 'utf8').catch(() => undefined);
    if (source !== undefined) return interpret(file, source);
  }
  return undefined;
}

function interpret(file: string, source: string): PrismaConfig {
  const properties = readProperties(source);
  const folder = dirname(file);
  const values = { schema: properties.get('schema'), 'migrations.path': properties.get('migrations.path') };
  const path = (expression: string | undefined) =>
    expression === undefined ? undefined : pathOf(expression, folder);
  const hides = (name: string) =>
    properties.size === 0 ||
    properties.has('*') ||
    (name !== 'schema' && (properties.has('migrations.*') || properties.has('migrations')));
  const unreadable = (['schema', 'migrations.path'] as const).filter((name) =>
    values[name] === undefined ? hides(name) : path(values[name]) === undefined,
  );
  return {
    file,
    schema: path(values.schema),
    migrations: path(values['migrations.path']),
    unreadable,
    usesJavaScriptEngine: stringLiteral(properties.get('engine') ?? '') === 'js',
    urlVariables: ['datasource.url', 'datasource.directUrl'].flatMap((name) =>
      variablesIn(properties.get(name)),
    ),
    external: {
      externalTables: stringsIn(properties.get('tables.external')),
      externalEnums: stringsIn(properties.get('enums.external')),
    },
  };
}

/** A literal, or `path.join`/`path.resolve` of literals and the file's own folder. */
function pathOf(expression: string, folder: string): string | undefined {
  const literal = stringLiteral(expression);
  if (literal !== undefined) return resolve(folder, literal);
  const call = /^(?:path\.)?(?:join|resolve)\(([^()]*(?:\(\))?[^()]*)\)$/s.exec(expression.trim());
  const parts = call?.[1]
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const texts = parts?.map((part) => (isOwnFolder(part) ? folder : stringLiteral(part)));
  if (texts === undefined || texts.length === 0) return undefined;
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? resolve(folder, join(...known)) : undefined;
}

function isOwnFolder(expression: string): boolean {
  return ['__dirname', 'import.meta.dirname', 'process.cwd()'].includes(expression);
}

function stringsIn(list: string | undefined): string[] {
  const inside = /^\[(.*)\]/s.exec(list ?? '')?.[1] ?? '';
  return inside.split(',').flatMap((item) => stringLiteral(item) ?? []);
}

function variablesIn(expression: string | undefined): readonly string[] {
  const pattern = /(?:\benv\(\s*['"](\w+)['"]\s*\)|process\.env\.(\w+)|process\.env\[['"](\w+)['"]\])/g;
  return [...(expression ?? '').matchAll(pattern)].flatMap(([, a, b, c]) => a ?? b ?? c ?? []);
}
