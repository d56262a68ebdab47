import { expect, test } from 'vitest';
import { formatMark, type Mark, markPrefix, parseMark } from '../../../src/providers/postgres/mark.ts';

const mark: Mark = {
  branch: `preview/"pr'-7\n🐘`,
  owner: { repository: 'octo/app', pullRequest: 7, key: 'a' },
  parent: 'main',
  createdAt: new Date('2031-01-02T03:04:05.000Z'),
  filledAt: new Date('2031-01-03T03:04:05.000Z'),
  expiresAt: new Date('2031-02-02T03:04:05.000Z'),
  salt: 'c2FsdA',
};

test.each([
  mark,
  { ...mark, expiresAt: undefined, owner: { repository: 'octo/app', pullRequest: undefined, key: '' } },
])('a mark is read as it was written', (written) => {
  expect(parseMark(formatMark(written))).toEqual(written);
  expect(formatMark(written).startsWith(markPrefix)).toBe(true);
});

test.each([
  '',
  'null',
  'production database, do not touch',
  '{"app":"database-actions","version":1}',
  formatMark(mark).slice(0, -1),
  formatMark(mark).replace('"version":1', '"version":2'),
  formatMark(mark).replace('database-actions', 'other'),
  formatMark(mark).replace('"pullRequest":7', '"pullRequest":"7"'),
  formatMark(mark).replace('2031-01-02', 'soon'),
  formatMark(mark).replace('2031-02-02', 'soon'),
  formatMark(mark).replace('"parent":"main"', '"parent":null'),
])('%s is no mark', (comment) => {
  expect(parseMark(comment)).toBeUndefined();
});
