import { expect, test } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';

test('a server of ours answers with its password', async () => {
  await using database = await createTestDatabase();
  expect(await database.query('select current_database() as name')).toEqual([{ name: database.name }]);
});
