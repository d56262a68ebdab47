import { expect, test } from 'vitest';
import { settingValue } from '../../../src/providers/postgres/database-settings.ts';

test.each([
  ['statement_timeout', '30s', "'30s'"],
  ['app.note', `it's "quoted", with a comma`, `'it''s "quoted", with a comma'`],
  ['search_path', '"$user", public, "we""ird, one"', `'$user', 'public', 'we"ird, one'`],
  ['search_path', '', "''"],
  ['Search_Path', 'a,b', "'a', 'b'"],
])('%s = %s', (name, value, expected) => {
  expect(settingValue(name, value)).toBe(expected);
});
