import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const source = resolve(import.meta.dirname, '../src');

/** Each room and the rooms it may import; files at the root of src/ (errors, log, wait, duration, version) are everyone's. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  actions: [
    'checks',
    'backups',
    'migrations',
    'schema',
    'providers',
    'github',
    'postgres',
    'report',
    'runtime',
  ],
  checks: ['schema', 'providers', 'github', 'postgres', 'report'],
  backups: ['schema', 'providers', 'github', 'postgres', 'report'],
  migrations: ['schema', 'providers', 'github', 'postgres', 'report'],
  schema: ['postgres', 'report'],
  providers: ['postgres', 'report'],
  github: ['postgres', 'report'],
  runtime: ['report'],
  postgres: [],
  report: [],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

function specifiers(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found = text.matchAll(
    /(?:^|[^.\w])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const imports: readonly Import[] = files.flatMap((from) =>
  specifiers(from)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => ({ from, to: relative(source, resolve(source, dirname(from), specifier)) })),
);

function roomOf(file: string): string | undefined {
  return file.includes(sep) ? file.split(sep)[0] : undefined;
}

test('every folder of src/ is a room of the house', () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== undefined));
  expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
});

test('the scan sees the imports', () => {
  expect(imports.length).toBeGreaterThan(files.length);
});

test('rooms import only rooms below them', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [room, target] = [roomOf(from), roomOf(to)];
    if (room === undefined || target === undefined || room === target || to.startsWith('..')) return false;
    return !(mayImport[room] ?? []).includes(target);
  });
  expect(wrong).toEqual([]);
});

test('files at the root of src/ import no room, but for the dispatcher', () => {
  const wrong = imports.filter(({ from, to }) => roomOf(from) === undefined && roomOf(to) !== undefined);
  expect(wrong.filter(({ from }) => from !== 'main.ts')).toEqual([]);
});

test('nothing outside src/ is imported, but for the toolkit in one place', () => {
  expect(imports.filter(({ to }) => to.startsWith('..')).map(({ from }) => from)).toEqual([
    join('runtime', 'toolkit.ts'),
    join('runtime', 'toolkit.ts'),
  ]);
});

test('no import cycle', () => {
  const finished = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const cycle = visit(to, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    finished.add(file);
    return undefined;
  };
  expect(files.map((file) => visit(file, [])).filter((cycle) => cycle !== undefined)).toEqual([]);
});

test('only runtime/ knows @actions/core, the environment and the process', () => {
  const domain = files.filter((file) => !['runtime', 'actions', undefined].includes(roomOf(file)));
  const texts = domain.map((file) => ({
    file,
    text: withoutComments(readFileSync(join(source, file), 'utf8')),
  }));
  const using = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
  expect(using(/process\.env\b/)).toEqual([]);
  expect(using(/\bDate\.now\(|new Date\(\)/)).toEqual([]);
  expect(using(/@actions\/core/)).toEqual([]);
  expect(using(/process\.(exit|exitCode|stdout|stderr|on)\b/)).toEqual([]);
});

test('heavy packages are loaded only where they are used', () => {
  const heavy =
    /^import (?!type)[^;]*from ['"](pg|octokit|@actions\/(core|github|exec)|@prisma\/|libpg-query|age-encryption|yaml)/m;
  expect(files.filter((file) => heavy.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
