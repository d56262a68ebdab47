import { expect, test } from 'vitest';
import { backupFolder, backupId } from '../../src/backups/backup-id.ts';
import { listBackups } from '../../src/backups/list-backups.ts';
import { draftedManifest } from '../../src/backups/manifest-draft.ts';
import { serializeManifest } from '../../src/backups/manifest-file.ts';
import { ExternalError } from '../../src/errors.ts';
import { makeDraft } from './made-backup.ts';
import { createMemoryStore, type MemoryStore, serviceFailure } from './memory-store.ts';

const sha256 = 'ab'.repeat(32);

/** Puts a complete backup's manifest there. @returns its id */
function put(store: MemoryStore, takenAt: Date, series = 'app'): string {
  const draft = makeDraft();
  const id = backupId({ series, takenAt, trigger: 'scheduled', commit: '' });
  const manifest = draftedManifest(
    { draft: { ...draft, id, series }, dump: { format: 'custom' }, recipients: undefined },
    { packed: [], files: [{ name: 'dump.custom', role: 'dump', bytes: 3, sha256 }] },
  );
  const finished = {
    ...manifest,
    finishedAt: takenAt.toISOString(),
    seconds: { dump: 1, proof: 0, store: 1 },
  };
  store.objects.set(`${backupFolder(id)}/dump.custom`, Buffer.from('abc'));
  store.objects.set(`${backupFolder(id)}/manifest.json`, serializeManifest(finished));
  return id;
}

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));

test('newest first, over years; an empty store and an unknown series have none', async () => {
  const store = createMemoryStore();
  const ids = [at(24 * 400), at(5), at(0), at(24 * 40)].map((time) => put(store, time));
  const listed = await listBackups(store, 'app');
  expect(listed.map(({ id }) => id)).toEqual([ids[0], ids[3], ids[1], ids[2]]);
  expect(listed[0]).toMatchObject({ kind: 'complete', summary: { tables: 1, rows: 1200, series: 'app' } });
  expect(listed[0]).not.toHaveProperty('summary.facts');
  expect(await listBackups(store, 'ap')).toEqual([]);
  expect(await listBackups(createMemoryStore(), 'app')).toEqual([]);
});

test('series whose names begin the same stay apart', async () => {
  const store = createMemoryStore();
  const own = put(store, at(1));
  put(store, at(2), 'app-prod');
  put(store, at(3), 'app.old');
  expect((await listBackups(store, 'app')).map(({ id }) => id)).toEqual([own]);
});

test('unfinished and unreadable ones are told and hide no other; what is not ours is left out', async () => {
  const store = createMemoryStore();
  const good = put(store, at(1));
  const [unfinished, corrupt, foreign, future, replayed] = [2, 3, 4, 5, 6].map((hour) =>
    put(store, at(hour)),
  );
  const manifest = (id = '') => `${backupFolder(id)}/manifest.json`;
  store.objects.delete(manifest(unfinished));
  store.objects.set(
    manifest(corrupt),
    store.objects.get(manifest(corrupt))?.subarray(0, 300) ?? Buffer.alloc(0),
  );
  store.objects.set(manifest(foreign), Buffer.from('{"some":"thing"}'));
  store.objects.set(manifest(future), Buffer.from('{"kind":"database-actions-backup","version":9}'));
  store.objects.set(manifest(replayed), store.objects.get(manifest(good)) ?? Buffer.alloc(0));
  for (const key of [
    `app/drills/20260101T000000Z_${good}.json`,
    'app/notes.txt',
    `app/2026/01/${good}.bak/manifest.json`,
    `app/2025/01/${good}/manifest.json`,
    `app/2026/01/app_20260101T070000Z_weekly_nocommit/manifest.json`,
    `${backupFolder(good)}/deeper/manifest.json`,
  ])
    store.objects.set(key, Buffer.from('{}'));
  const listed = await listBackups(store, 'app');
  expect(listed.map((backup) => [backup.id, backup.kind])).toEqual([
    [replayed, 'unreadable'],
    [future, 'unreadable'],
    [foreign, 'unreadable'],
    [corrupt, 'unreadable'],
    [unfinished, 'unfinished'],
    [good, 'complete'],
  ]);
  const reasons = listed.map((backup) => (backup.kind === 'unreadable' ? backup.reason : ''));
  expect(reasons.slice(0, 4)).toEqual([
    `The manifest belongs to the backup ${good}.`,
    expect.stringContaining('version 9'),
    expect.stringContaining('no manifest of a backup'),
    expect.stringContaining('not JSON'),
  ]);
  expect(listed.at(-1)?.objects.map(({ key }) => key.split('/').at(-1))).toEqual([
    'dump.custom',
    'manifest.json',
  ]);
});

test('a store that fails is not a backup that is damaged', async () => {
  const store = createMemoryStore();
  put(store, at(1));
  store.fault = (operation) => {
    if (operation === 'read') throw serviceFailure();
  };
  await expect(listBackups(store, 'app')).rejects.toBeInstanceOf(ExternalError);
});

test('a manifest that is taken away between the list and the look is told', async () => {
  const store = createMemoryStore();
  const id = put(store, at(1));
  const { read } = store;
  store.read = async (key) => {
    store.objects.delete(key);
    return read(key);
  };
  expect(await listBackups(store, 'app')).toMatchObject([{ id, kind: 'unreadable' }]);
});

test('of thousands, only the manifests asked for are fetched, so many at a time', async () => {
  const store = createMemoryStore();
  for (let hour = 0; hour < 2_000; hour += 1) put(store, at(hour));
  let [reads, running, most] = [0, 0, 0];
  const { read } = store;
  store.read = async (key) => {
    reads += 1;
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return read(key);
  };
  const newest = await listBackups(store, 'app', { newest: 3, atOnce: 4 });
  expect(newest.map(({ id }) => id)).toEqual(
    [1_999, 1_998, 1_997].map((hour) => expect.stringContaining(at(hour).toISOString().slice(11, 13))),
  );
  expect(reads).toBe(3);
  expect(await listBackups(store, 'app')).toHaveLength(2_000);
  expect(most).toBe(8);
});
