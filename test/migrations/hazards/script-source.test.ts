import { describe, expect, test } from 'vitest';
import { scriptSource, withoutComments } from '../../../src/migrations/hazards/script-source.ts';
import { commaOrEnd, sqlTokens } from '../../../src/migrations/hazards/sql-tokens.ts';

describe('sqlTokens', () => {
  const tokens = (text: string) =>
    [...sqlTokens(text)].map(({ kind, start, end }) => [kind, text.slice(start, end)]);

  test.each([
    [
      "a -- b ' c\nd",
      [
        ['word', 'a'],
        ['comment', "-- b ' c"],
        ['word', 'd'],
      ],
    ],
    [
      "/* a /* b */ ' */ x",
      [
        ['comment', "/* a /* b */ ' */"],
        ['word', 'x'],
      ],
    ],
    [
      "'a''--b' y",
      [
        ['quoted', "'a'"],
        ['quoted', "'--b'"],
        ['word', 'y'],
      ],
    ],
    [
      String.raw`E'a\'--b''c' y`,
      [
        ['quoted', String.raw`E'a\'--b''c'`],
        ['word', 'y'],
      ],
    ],
    [
      String.raw`'a\' b`,
      [
        ['quoted', String.raw`'a\'`],
        ['word', 'b'],
      ],
    ],
    [
      '"a""--" b',
      [
        ['quoted', '"a"'],
        ['quoted', '"--"'],
        ['word', 'b'],
      ],
    ],
    [
      "$$ -- ' $$ b",
      [
        ['quoted', "$$ -- ' $$"],
        ['word', 'b'],
      ],
    ],
    [
      '$a$ $$ $b$ $a$;',
      [
        ['quoted', '$a$ $$ $b$ $a$'],
        ['symbol', ';'],
      ],
    ],
    ['a$b$c', [['word', 'a$b$c']]],
    [
      '$1 é_ü',
      [
        ['symbol', '$'],
        ['symbol', '1'],
        ['word', 'é_ü'],
      ],
    ],
    ["'open", [['quoted', "'open"]]],
    ['/* open', [['comment', '/* open']]],
    ['$x$ open', [['quoted', '$x$ open']]],
    ["E'open\\", [['quoted', "E'open\\"]]],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  test('a long quoted text is one step, not one a character', () => {
    const text = `'${'x'.repeat(5_000_000)}'`;
    expect([...sqlTokens(text)]).toEqual([{ kind: 'quoted', start: 0, end: text.length }]);
  });
});

test('places in bytes become places in the string', () => {
  const text = 'aé😀z';
  const { indexOf } = scriptSource(text);
  expect([0, 1, 3, 7, 8].map(indexOf)).toEqual([0, 1, 2, 4, 5]);
  const ascii = scriptSource('abc');
  expect(ascii.indexOf(2)).toBe(2);
});

test.each([
  ['CHECK (a > 0), ADD b', 'CHECK (a > 0)'],
  ["CHECK (f(a, ',)') > 0) , x", "CHECK (f(a, ',)') > 0) "],
  ['DEFAULT ARRAY[1, 2], x', 'DEFAULT ARRAY[1, 2]'],
  ['a', 'a'],
  ['a) b', 'a'],
])('%s ends at its comma', (text, expected) => {
  expect(text.slice(0, commaOrEnd(text, 0, text.length))).toBe(expected);
});

test('comments go, quoted ones stay', () => {
  expect(withoutComments("a -- b\n'-- c' /* d */ e -- f")).toBe("a\n'-- c'  e");
});
