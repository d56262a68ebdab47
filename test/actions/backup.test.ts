import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseManifest } from '../../src/backups/manifest-file.ts';
import { type Consumer, createConsumer } from '../support/consumer.ts';
import { createTestDatabase } from '../support/database.ts';

const release = {
  name: 'release',
  payload: { action: 'published', release: { tag_name: 'v1.2.3' }, repository: { full_name: 'acme/shop' } },
};

async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function shop() {
  const database = await createTestDatabase();
  await database.query(
    `CREATE TABLE orders (id serial PRIMARY KEY, note text);
     INSERT INTO orders (note) SELECT 'order ' || n FROM generate_series(1, 1000) n;
     CREATE TABLE _prisma_migrations (id text, migration_name text, finished_at timestamptz, rolled_back_at timestamptz);
     INSERT INTO _prisma_migrations VALUES ('1', '20260101_first', now(), NULL), ('2', '20260202_second', now(), NULL)`,
  );
  return database;
}

function backUp(consumer: Consumer, inputs: Readonly<Record<string, string>>) {
  return consumer.run({
    action: 'backup',
    with: inputs,
    event: release,
    github: { repository: 'acme/shop' },
  });
}

test.each(['disk', 'never'])('a release is backed up into a folder (spool: %s)', async (spool) => {
  await using database = await shop();
  await using consumer = await createConsumer();
  const result = await backUp(consumer, {
    'database-url': database.uri,
    to: 'backups',
    series: 'shop',
    spool,
  });
  expect(result.log).not.toContain('##[error]');
  expect(result.conclusion).toBe('success');
  const files = await filesBelow(join(consumer.workspace, 'backups'));
  const id = result.outputs['backup-id'] ?? '';
  expect(id).toMatch(/^shop_\d{8}T\d{6}Z_release_0123456$/);
  const folder = join(consumer.workspace, 'backups/shop', id.slice(5, 9), id.slice(9, 11), id);
  const dump = spool === 'disk' ? 'dump.tar' : 'dump.custom';
  const names = [dump, 'manifest.json', 'RECOVERY.md', 'schema.json'];
  expect(files).toEqual(names.map((name) => join(folder, name)).toSorted());
  const manifest = parseManifest(await readFile(join(folder, 'manifest.json')));
  expect(manifest).toMatchObject({
    origin: { trigger: 'release', tag: 'v1.2.3', migrationHead: '20260202_second' },
    proof: 'source',
  });
  expect(manifest.facts.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['_prisma_migrations', 2],
    ['orders', 1000],
  ]);
  expect(result.summary).toContain('1,002 rows');
  expect(result.outputs.status).toBe('warning');
});
