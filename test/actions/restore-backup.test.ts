/** `restore-backup` as a workflow runs it. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConnectionUri, withDatabase } from '../../src/postgres/connection-uri.ts';
import { changeObject, makeBackup, openScene, type Scene } from '../backups/drill/scene.ts';
import { createTestDatabase, queryOnce, serverUri, type TestDatabase } from '../support/database.ts';
import { createScene, neonKey, type PreviewScene } from '../support/preview-scene.ts';

let scene: PreviewScene;
let backups: Scene;
let database: TestDatabase;

beforeEach(async () => {
  [scene, backups, database] = await Promise.all([createScene(), openScene(), createTestDatabase()]);
  await database.query('CREATE TABLE notes (id serial PRIMARY KEY, words text)');
});

afterEach(async () => {
  await Promise.all([scene, backups, database].map((one) => one[Symbol.asyncDispose]()));
});

function restore(more: Readonly<Record<string, string>>) {
  return scene.run({
    action: 'restore-backup',
    event: { name: 'workflow_dispatch', payload: {} },
    with: {
      from: `file://${backups.folder}`,
      'install-client': 'false',
      'allow-unpatched-pg-restore': 'true',
      ...more,
    },
    secrets: [neonKey, serverUri(), ...(more.into?.startsWith('postgres') ? [more.into] : [])],
  });
}

const rowsIn = async (uri: string) => {
  const [row] = await queryOnce(uri, 'SELECT count(*)::int AS count FROM notes');
  return row?.count;
};

const databasesLike = async (pattern: string) =>
  (await queryOnce(serverUri(), 'SELECT datname FROM pg_database WHERE datname LIKE $1', [pattern])).map(
    ({ datname }) => datname,
  );

test('the point is chosen by time and tag; what exists is replaced only when it is named twice', async () => {
  await database.query("INSERT INTO notes (words) VALUES ('one')");
  await makeBackup(backups, database, { at: '2026-11-01T00:00:00Z', tag: 'v1.0.0' });
  await database.query("INSERT INTO notes (words) VALUES ('two')");
  const newest = await makeBackup(backups, database, { at: '2026-11-02T00:00:00Z' });
  const name = `restored_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const uri = withDatabase(serverUri(), name);
  try {
    const first = await restore({ into: uri, at: '2026-11-01T23:59:59Z' });
    expect(first.conclusion, first.log).toBe('success');
    expect(first.outputs).toMatchObject({ verdict: 'verified', status: expect.any(String) });
    expect(parseConnectionUri(first.outputs['database-url'] ?? '').database).toBe(name);
    expect(await rowsIn(uri)).toBe(1);

    const refused = await restore({ into: uri });
    expect(refused.conclusion).toBe('failure');
    expect(refused.log).toContain(`There is a database "${name}" already.`);
    const misnamed = await restore({ into: uri, overwrite: `${name}x` });
    expect(misnamed.conclusion).toBe('failure');
    expect(await rowsIn(uri)).toBe(1);

    const replaced = await restore({ into: uri, overwrite: name });
    expect(replaced.conclusion, replaced.log).toBe('success');
    expect(replaced.outputs['backup-id']).toBe(newest);
    expect(await rowsIn(uri)).toBe(2);

    await changeObject(backups, newest, 'dump.tar', (bytes) => bytes.subarray(1));
    const damaged = await restore({ into: uri, overwrite: name });
    expect(damaged.outputs).toMatchObject({ verdict: 'failed', 'database-url': '' });
    expect(await rowsIn(uri)).toBe(2);
    expect(await databasesLike(`${name}%`)).toEqual([name]);

    const tagged = await restore({ into: uri, overwrite: name, tag: 'v1.0.0' });
    expect(tagged.conclusion, tagged.log).toBe('success');
    expect(await rowsIn(uri)).toBe(1);
    const nowhere = await restore({ into: uri, overwrite: name, tag: 'v9' });
    expect(nowhere.log).toContain('There is no backup of the release v9.');
    const before = await restore({ into: uri, overwrite: name, at: '2026-01-01T00:00:00Z' });
    expect(before.log).toContain('There is no backup that was taken at 2026-01-01T00:00:00Z or before.');
  } finally {
    await queryOnce(serverUri(), `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}, 180_000);

test('onto a new branch of Neon, and not onto one that is there', async () => {
  await database.query("INSERT INTO notes (words) VALUES ('one')");
  await makeBackup(backups, database);
  const result = await restore({ into: 'neon', 'restored-branch': 'restored/one' });
  expect(result.conclusion, result.log).toBe('success');
  expect(await rowsIn(result.outputs['database-url'] ?? '')).toBe(1);
  const again = await restore({ into: 'neon', 'restored-branch': 'restored/one' });
  expect(again.log).toContain('There is a branch "restored/one" already.');
  const production = await restore({ into: 'neon', 'restored-branch': 'main', overwrite: 'main' });
  expect(production.conclusion).toBe('failure');
  expect(production.log).toMatch(/Refused to reuse the branch "main"/);
  const embedded = await restore({ into: 'embedded' });
  expect(embedded.log).toContain('gone with the job');
});
