import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { readMigrations } from '../../src/migrations/migration-files.ts';
import { whyHistoryIsStale } from '../../src/migrations/stale-history.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { contextFor, createProject, requestFor, type TestProject } from './project.ts';

async function why(project: TestProject, db: TestDatabase, since = new Date(0)): Promise<string | undefined> {
  const folder = await readMigrations(join(project.folder, 'prisma/migrations'));
  const options = { log: silentLogger, signal: new AbortController().signal, timeoutMs: 10_000 };
  return whyHistoryIsStale({ directUri: db.uri, folder, since }, options);
}

const create = 'CREATE TABLE one (id INT PRIMARY KEY);\n';

test('a database without history, and one that goes on, are not stale', async () => {
  await using db = await createTestDatabase();
  await using project = await createProject({ '1_init': create });
  expect(await why(project, db)).toBeUndefined();
  await migrate(requestFor(project, db.uri), contextFor(silentLogger));
  await project.write('prisma/migrations/2_more/migration.sql', 'SELECT 1;\n');
  expect(await why(project, db)).toBeUndefined();
});

test('a failed migration is stale until it is resolved, whenever it ran', async () => {
  await using db = await createTestDatabase();
  await using project = await createProject({ '1_init': create, '2_bad': 'SELECT nope;\n' });
  await migrate(requestFor(project, db.uri), contextFor(silentLogger));
  expect(await why(project, db, new Date('2100-01-01'))).toBe('2_bad failed in an earlier run');
  await db.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL');
  expect(await why(project, db)).toBeUndefined();
});

test('an edited or removed migration is stale if it ran here, not if it came with the data', async () => {
  await using db = await createTestDatabase();
  await using project = await createProject({ '1_init': create });
  await migrate(requestFor(project, db.uri), contextFor(silentLogger));
  await project.write('prisma/migrations/1_init/migration.sql', 'CREATE TABLE two (id INT PRIMARY KEY);\n');
  expect(await why(project, db)).toBe('1_init was edited after it had run here');
  expect(await why(project, db, new Date('2100-01-01'))).toBeUndefined();
  await rm(join(project.folder, 'prisma/migrations/1_init'), { recursive: true });
  expect(await why(project, db)).toBe('1_init ran here and is not in the checkout any more');
  expect(await why(project, db, new Date('2100-01-01'))).toBeUndefined();
});
