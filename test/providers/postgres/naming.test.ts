import { expect, test } from 'vitest';
import { databaseNameOf, lockKeyOf, unfinishedNameOf } from '../../../src/providers/postgres/naming.ts';

test.each(['preview_7', 'main', 'a', 'x'.repeat(63)])('%s stays as it is', (name) => {
  expect(databaseNameOf(name)).toBe(name);
});

test.each([
  ['preview/pr-7', /^preview_pr_7_[0-9a-f]{12}$/],
  ['Preview_7', /^preview_7_[0-9a-f]{12}$/],
  ['Übergrößenträger', /^ubergro_entrager_[0-9a-f]{12}$/],
  ['🐘', /^branch_[0-9a-f]{12}$/],
  ['', /^branch_[0-9a-f]{12}$/],
  ['7', /^branch_[0-9a-f]{12}$/],
  ['pg_catalog', /^branch_[0-9a-f]{12}$/],
  ['PG-x', /^branch_[0-9a-f]{12}$/],
  ['public', /^branch_[0-9a-f]{12}$/],
  ['template0', /^branch_[0-9a-f]{12}$/],
  ['template1', /^branch_[0-9a-f]{12}$/],
  ['Public', /^branch_[0-9a-f]{12}$/],
  [`"; DROP DATABASE x; --\n'`, /^drop_database_x_[0-9a-f]{12}$/],
  ['x'.repeat(64), /^x{50}_[0-9a-f]{12}$/],
  ['ü'.repeat(300), /^u{50}_[0-9a-f]{12}$/],
])('%j is made safe', (name, expected) => {
  const database = databaseNameOf(name);
  expect(database).toMatch(expected);
  expect(Buffer.byteLength(database)).toBeLessThanOrEqual(63);
});

test('no two names meet: not by case, not by what is left out, not by looking like a result', () => {
  const names = [
    'preview/pr-7',
    'preview/pr_7',
    'preview_pr_7',
    'Preview/PR-7',
    'preview/pr-7 ',
    'x'.repeat(64),
    'x'.repeat(65),
    '🐘',
    '🐘🐘',
  ];
  const results = names.map(databaseNameOf);
  const all = [...results, ...results.map(databaseNameOf)];
  expect(new Set(all.slice(0, names.length)).size).toBe(names.length);
  // A branch called what another branch's database is called does not get that database.
  for (const [index, name] of names.entries())
    if (results[index] !== name) expect(databaseNameOf(results[index] ?? '')).not.toBe(results[index]);
});

test('a copy in the making and the lock have names of their own', () => {
  expect(unfinishedNameOf('a')).not.toBe(unfinishedNameOf('b'));
  expect(unfinishedNameOf('x'.repeat(63)).length).toBeLessThanOrEqual(63);
  expect(lockKeyOf('a')).toMatch(/^-?\d+$/);
  expect(BigInt.asIntN(64, BigInt(lockKeyOf('a'))).toString()).toBe(lockKeyOf('a'));
});
