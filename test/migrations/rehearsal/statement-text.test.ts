import { describe, expect, test } from 'vitest';
import { canonicalSql, isSameSql, seenText } from '../../../src/migrations/rehearsal/statement-text.ts';

const fileText = (raw: string) => ({ raw, canonical: canonicalSql(raw) });

describe('the same SQL', () => {
  test.each([
    ['-- CreateIndex\nCREATE  INDEX i\n  ON t(a);', 'create index i on t ( a )'],
    ['/* a /* nested */ b */ SELECT 1', 'SELECT 1;'],
    [`SELECT 'It''s -- no comment'`, `SELECT\n'It''s -- no comment' -- one`],
    [String.raw`SELECT E'\' -- no', 1`, String.raw`SELECT E'\' -- no' , 1`],
    ['DO $x$ BEGIN -- kept\nEND $x$', 'do   $x$ BEGIN -- kept\nEND $x$'],
  ])('%s', (left, right) => {
    expect(canonicalSql(left)).toBe(canonicalSql(right));
  });

  test.each([
    ['SELECT "a"', 'SELECT "A"'],
    ["SELECT 'a  b'", "SELECT 'a b'"],
    ['DO $$ a $$', 'DO $$ b $$'],
    ['SELECT 1', 'SELECT 12'],
    ['SELECT a - - b', 'SELECT a -- b'],
  ])('is not %s and %s', (left, right) => {
    expect(canonicalSql(left)).not.toBe(canonicalSql(right));
  });
});

const script = `-- CreateTable: a -- "comment" with 'quotes' and $tags$
CREATE TABLE "users; --" ("e mail" text DEFAULT 'it''s -- ; not', /* nested /* too */ */ n int - - 1);
CREATE FUNCTION f() RETURNS text AS $body$ BEGIN RETURN '$$ ; /*'; END $body$ LANGUAGE plpgsql;
INSERT INTO t VALUES (E'\\' -- ; é 😀', 'next', U&'\\0041');`;

test('a text that is cut anywhere is found in the whole one', () => {
  const bytes = Buffer.from(script);
  for (let limit = 6; limit < bytes.length; limit += 1) {
    // As the server does: only whole characters.
    const raw = bytes
      .subarray(0, limit - 1)
      .toString('utf8')
      .replace(/\uFFFD+$/, '');
    const seen = seenText(raw, limit);
    expect(seen.isCut, raw).toBe(true);
    expect(isSameSql(seen, fileText(script)), raw).toBe(true);
  }
});

test('a text that is not cut must be all of it', () => {
  expect(
    isSameSql(seenText('ALTER TABLE a ADD b int', 1024), fileText('ALTER TABLE a ADD b int, ADD c int')),
  ).toBe(false);
});

test('a cut text that is only the comment before the statement is told by its letters', () => {
  const comment = `-- ${'why '.repeat(300)}`;
  const seen = seenText(comment.slice(0, 1023), 1024);
  expect(isSameSql(seen, fileText(`${comment}\nSELECT 1`))).toBe(true);
  expect(isSameSql(seen, fileText('SELECT 1'))).toBe(false);
});

test('a long literal takes no deep recursion', () => {
  const long = `INSERT INTO t VALUES ('${"it''s ".repeat(1_000_000)}')`;
  expect(canonicalSql(long)).toHaveLength(long.length + 2);
});
