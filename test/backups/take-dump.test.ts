import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFacts } from '../../src/backups/proof/compare-facts.ts';
import { createTestDatabase } from '../support/database.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { dumpOf, factsOf, restore } from './support.ts';
import { zoo } from './zoo.ts';

test('a restored copy of everything equals its source', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  await source.query(zoo);
  const taken = await dumpOf(source.uri, join(folder.path, 'dump'));
  await restore(join(folder.path, 'dump'), copy.uri);
  const { differences } = compareFacts(taken.facts, await factsOf(copy.uri));
  expect(differences).toEqual([]);
});
