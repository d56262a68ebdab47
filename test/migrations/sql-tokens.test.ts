import { expect, test } from 'vitest';
import { loadSqlParser } from '../../src/migrations/sql-parser.ts';

const parser = await loadSqlParser();
const words = (text: string) => parser.tokens(text).map((token) => token.text);

test('tokens are as they are written, without comments', () => {
  expect(words(`ADD "a""b" CHECK(x<>'it''s (' /* ( /* nested */ */ AND y = $$)$$) -- )`)).toEqual([
    'ADD',
    '"a""b"',
    'CHECK',
    '(',
    'x',
    '<>',
    "'it''s ('",
    'AND',
    'y',
    '=',
    '$$)$$',
    ')',
  ]);
});

test('offsets are those of the JavaScript string', () => {
  const text = `'é😀' "tab\there" é😀 E'\\u00e9\u0001' x`;
  const tokens = parser.tokens(text);
  expect(tokens).toHaveLength(5);
  for (const { start, end, text: written } of tokens) expect(text.slice(start, end)).toBe(written);
  expect(tokens.at(-1)).toEqual({ start: text.length - 1, end: text.length, text: 'x' });
});

test('what the scanner cannot read has no tokens', () => {
  expect(words("SELECT 'open")).toEqual([]);
  expect(words('SELECT ""')).toEqual([]);
  expect(words('')).toEqual([]);
});
