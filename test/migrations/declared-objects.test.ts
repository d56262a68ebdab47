import { describe, expect, test } from 'vitest';
import { declaredIndexes, declaredTables } from '../../src/migrations/declared-objects.ts';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';

const parser = await loadSqlParser();

function indexesOf(...scripts: readonly string[]) {
  const named = scripts.map((script, index) => ({ name: `${index + 1}`, script }));
  return declaredIndexes(named, parser).map(({ schema, name, table }) => `${schema ?? ''}.${table}.${name}`);
}

describe('declaredIndexes', () => {
  test('holds name, table, columns and migration', () => {
    const script =
      'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "a;b" ON app."T" (x DESC, lower(y)) WHERE x > 0;';
    expect(declaredIndexes([{ name: '1_init', script }], parser)).toEqual([
      { schema: 'app', name: 'a;b', table: 'T', unique: true, columns: ['x'], migration: '1_init' },
    ]);
  });

  test.each([
    ['its own drop', 'DROP INDEX CONCURRENTLY IF EXISTS i'],
    ['a drop with the schema', 'DROP INDEX public.i'],
    ['its table’s drop', 'DROP TABLE other, t CASCADE'],
    ['its column’s drop', 'ALTER TABLE t ADD COLUMN z int, DROP COLUMN a'],
  ])('is gone after %s', (_, script) => {
    expect(indexesOf('CREATE INDEX i ON t (a)', script)).toEqual([]);
  });

  test.each([
    ['DROP INDEX other.i', '.t.i'],
    ['ALTER TABLE t DROP COLUMN b', '.t.i'],
    ['ALTER INDEX i RENAME TO j', '.t.j'],
    ['ALTER TABLE t RENAME TO u', '.u.i'],
    ['ALTER TABLE t ADD CONSTRAINT one UNIQUE USING INDEX i', '.t.one'],
    ['ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t DROP COLUMN a', '.t.i'],
    ['this is no SQL', '.t.i'],
  ])('after %s is %s', (script, expected) => {
    expect(indexesOf('CREATE INDEX i ON t (a)', script)).toEqual([expected]);
  });

  test('made again after a drop is there once', () => {
    expect(indexesOf('CREATE INDEX i ON t (a)', 'DROP INDEX i; CREATE INDEX i ON t (b)')).toEqual(['.t.i']);
  });
});

test('declaredTables reads names with their schema', () => {
  const script = 'CREATE TABLE a (id int); CREATE TABLE "B c"."D" (id int); CREATE VIEW v AS SELECT 1;';
  expect(declaredTables([{ name: '1', script }], parser)).toEqual([
    { schema: undefined, name: 'a' },
    { schema: 'B c', name: 'D' },
  ]);
});

describe('the parser', () => {
  test('gives places in JavaScript’s own counting, without comments before a statement', () => {
    const script = "-- é😀\nSELECT 'é😀';\n\n/* ü */ SELECT 2 ;\n";
    const parsed = parser.parse(script);
    if (parsed.kind !== 'parsed') throw new Error(parsed.message);
    expect(parsed.statements.map(({ line, text }) => [line, text])).toEqual([
      [2, "SELECT 'é😀'"],
      [4, 'SELECT 2'],
    ]);
    for (const { start, end, text } of parsed.statements) expect(script.slice(start, end)).toBe(text);
  });

  test('takes nothing, comments and bad SQL', () => {
    expect(parser.parse('')).toEqual({ kind: 'parsed', statements: [] });
    expect(parser.parse('-- only a comment')).toEqual({ kind: 'parsed', statements: [] });
    expect(parser.parse('SELEKT 1')).toMatchObject({
      kind: 'syntax-error',
      message: expect.stringContaining('SELEKT'),
    });
  });
});
