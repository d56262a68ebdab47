/** Retention over what really lies in a store: backups and drill records by the code that writes them, in folders and a bucket. */
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backupFolder } from '../../../src/backups/backup-id.ts';
import { type PruneRequest, pruneStore } from '../../../src/backups/retention/prune.ts';
import { retentionSection } from '../../../src/backups/retention/retention-section.ts';
import { parseRetention } from '../../../src/backups/retention/rules.ts';
import { parsePublicKeys, parseSignKey } from '../../../src/backups/signing-keys.ts';
import { createFileStore } from '../../../src/backups/storage/file/file-store.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import type { StoredBackup } from '../../../src/backups/store-backup.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { recordDrill, storeSmallBackup } from '../small-backup.ts';
import { s3Scene } from '../storage/s3-scene.ts';
import { listed, storeContext } from '../storage/store-context.ts';

const now = new Date('2026-11-22T12:00:00Z');

let temporary: TemporaryFolder;
let store: BackupStore;
let other: BackupStore;

beforeEach(async () => {
  temporary = await createTemporaryFolder('prune-');
  [store, other] = [open('store'), open('other')];
});
afterEach(() => temporary[Symbol.asyncDispose]());

function open(name: string): BackupStore {
  const folder = join(temporary.path, name);
  return createFileStore({ folder, location: `file:///${name}`, isPublic: undefined }, storeContext());
}

/** A backup of each of the days before, the newest first. */
async function dailyBackups(days: number, more: Partial<Parameters<typeof storeSmallBackup>[0]> = {}) {
  const made: StoredBackup[] = [];
  for (let day = 0; day < days; day += 1) {
    const takenAt = `2026-11-${String(22 - day).padStart(2, '0')}T05:00:00.000Z`;
    made.push(await storeSmallBackup({ stores: [store], takenAt, ...more }));
  }
  return made;
}

function prune(from: BackupStore, change: Partial<PruneRequest> = {}) {
  const log = recordingLogger();
  const request = {
    series: 'app',
    rules: parseRetention('keep-last=2 min=1'),
    publicKeys: [],
    isDryRun: false,
    now: () => now,
    log,
    signal: new AbortController().signal,
    ...change,
  };
  return pruneStore(from, request).then((outcome) => ({ ...outcome, log }));
}

const keysIn = async (from: BackupStore) => (await listed(from.list(''))).map(({ key }) => key);
const idsOf = (backups: readonly StoredBackup[]) => backups.map(({ manifest }) => manifest.id);

/** Ids of the folders that have a manifest, newest first. */
async function idsIn(from: BackupStore): Promise<readonly string[]> {
  const keys = (await keysIn(from)).filter((key) => key.endsWith('/manifest.json'));
  return keys.map((key) => key.split('/').at(-2) ?? '').toReversed();
}

test('without a verified backup nothing is deleted, and a warning says so', async () => {
  const backups = await dailyBackups(5);
  const before = await keysIn(store);
  const pruned = await prune(store);
  expect(pruned.outcome.deleted).toEqual([]);
  expect(await keysIn(store)).toEqual(before);
  const section = retentionSection({ series: 'app', isDryRun: false, stores: [pruned] });
  expect(section).toMatchObject({
    status: 'warning',
    summary: 'app: 0 of 5 backups deleted',
    findings: [{ rule: 'nothing-verified', severity: 'warning' }],
  });
  const [newest] = backups;
  if (newest !== undefined) await recordDrill(store, newest, { verdict: 'failed' });
  expect((await prune(store)).outcome.deleted).toEqual([]);
});

test('behind a verified one what no rule keeps goes, file by file, and nothing else', async () => {
  const [first, second, third, ...rest] = await dailyBackups(5);
  const pinned = await storeSmallBackup({
    stores: [store],
    takenAt: '2026-10-01T05:00:00.000Z',
    isPinned: true,
  });
  const elsewhere = await storeSmallBackup({
    stores: [store],
    takenAt: '2026-09-01T05:00:00.000Z',
    series: 'app-prod',
  });
  if (first === undefined || second === undefined || third === undefined) throw new Error('no backups');
  await recordDrill(store, second);
  const [foreign = '', unknown] = [`${backupFolder(third.manifest.id)}/notes.txt`, 'app/readme.md'];
  for (const key of [foreign, unknown]) await writeFile(join(temporary.path, 'store', key), 'of somebody');

  const before = await keysIn(store);
  const dry = await prune(store, { isDryRun: true });
  const doomed = idsOf([third, ...rest]);
  expect(dry.outcome.deleted).toEqual(doomed);
  expect(await keysIn(store)).toEqual(before);

  const pruned = await prune(store);
  expect(pruned.outcome).toEqual({ deleted: doomed, locked: [], foreign: [foreign] });
  expect(await idsIn(store)).toEqual(idsOf([first, second, pinned, elsewhere]));
  expect((await keysIn(store)).filter((key) => doomed.some((id) => key.includes(id)))).toEqual([foreign]);
  expect(await keysIn(store)).toContain(unknown);
  expect(retentionSection({ series: 'app', isDryRun: false, stores: [pruned] })).toMatchObject({
    status: 'passed',
    findings: [],
  });
  expect((await prune(store)).outcome.deleted).toEqual([]);
});

test('only the newest of a period stays; a backup that is newer than the verified one always does', async () => {
  const hours = ['20', '21', '22', '23'];
  const made: StoredBackup[] = [];
  for (const hour of hours)
    made.push(await storeSmallBackup({ stores: [store], takenAt: `2026-11-20T${hour}:00:00.000Z` }));
  const [oldest, , verified, newest] = made;
  if (verified !== undefined) await recordDrill(store, verified);
  const pruned = await prune(store, { rules: parseRetention('keep-weekly=1 min=1') });
  expect(pruned.outcome.deleted).toEqual(idsOf(made.slice(0, 2).toReversed()));
  expect(await idsIn(store)).toEqual([newest?.manifest.id, verified?.manifest.id]);
  expect(pruned.plan.guard?.id).toBe(verified?.manifest.id);
  expect(pruned.outcome.deleted).toContain(oldest?.manifest.id);
});

test('a drill of another copy, or of another manifest, proves nothing here', async () => {
  const both = await dailyBackups(4, { stores: [store, other] });
  const [newest] = both;
  if (newest === undefined) throw new Error('no backup');
  await recordDrill(store, newest);
  await recordDrill(other, newest, { location: store.location });
  expect((await prune(other)).outcome.deleted).toEqual([]);
  expect((await prune(store)).outcome.deleted).toHaveLength(2);
  expect(await idsIn(other)).toHaveLength(4);
  await recordDrill(other, newest, {
    id: `20261122T070000Z_${newest.manifest.id}`,
    manifestSha256: '0'.repeat(64),
  });
  expect((await prune(other)).outcome.deleted).toEqual([]);
});

describe('with public keys', () => {
  function signer() {
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = parseSignKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return { key, publicKeys: parsePublicKeys(key.publicPem) };
  }

  test('what none of them signed is not counted, not deleted, and guards nothing', async () => {
    const { key, publicKeys } = signer();
    const signed = await dailyBackups(4, { signKey: key });
    const unsigned = await storeSmallBackup({ stores: [store], takenAt: '2026-11-19T06:00:00.000Z' });
    const strange = await storeSmallBackup({
      stores: [store],
      takenAt: '2026-11-22T06:00:00.000Z',
      signKey: signer().key,
    });
    await recordDrill(store, strange);
    const first = await prune(store, { publicKeys });
    expect(first.outcome.deleted).toEqual([]);
    const section = retentionSection({ series: 'app', isDryRun: false, stores: [first] });
    expect(section.findings.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['nothing-verified', 'app'],
      ['backup-manifest-unreadable', strange.manifest.id],
      ['backup-manifest-unreadable', unsigned.manifest.id],
    ]);
    const [newest] = signed;
    if (newest !== undefined) await recordDrill(store, newest);
    const pruned = await prune(store, { publicKeys });
    expect(pruned.outcome.deleted).toEqual(idsOf(signed.slice(2)));
    expect(await idsIn(store)).toEqual(idsOf([strange, ...signed.slice(0, 2), unsigned]));
  });

  test('a manifest that was changed afterwards is not one of theirs', async () => {
    const { key, publicKeys } = signer();
    const signed = await dailyBackups(4, { signKey: key });
    const [newest, , , oldest] = signed;
    if (newest === undefined || oldest === undefined) throw new Error('no backup');
    await recordDrill(store, newest);
    await appendFile(join(temporary.path, 'store', backupFolder(oldest.manifest.id), 'manifest.json'), '\n');
    const pruned = await prune(store, { publicKeys });
    expect(pruned.outcome.deleted).toEqual(idsOf(signed.slice(2, 3)));
    expect(pruned.ignored).toMatchObject([{ id: oldest.manifest.id }]);
  });
});

test('a folder that never became a backup goes when it is old, and stays while it may be in the making', async () => {
  const backups = await dailyBackups(2);
  const [newest] = backups;
  if (newest !== undefined) await recordDrill(store, newest);
  const [old, fresh] = ['app_20261101T050000Z_scheduled_ab12cd3', 'app_20261121T060000Z_scheduled_ab12cd3'];
  for (const id of [old, fresh]) {
    const folder = join(temporary.path, 'store', backupFolder(id));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'dump.tar'), 'half');
    const at = id === old ? new Date('2026-11-01T05:00:00Z') : now;
    await utimes(join(folder, 'dump.tar'), at, at);
  }
  expect((await prune(store, { isDryRun: true })).swept).toEqual([old]);
  expect((await prune(store)).swept).toEqual([old]);
  const keys = await keysIn(store);
  expect(keys.some((key) => key.includes(old))).toBe(false);
  expect(keys.some((key) => key.includes(fresh))).toBe(true);
});

describe('in a bucket', () => {
  test('whose service cannot list unfinished uploads, the backups are pruned all the same', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.quirks.noUploadList = true;
    const bucket = scene.open();
    const backups = await dailyBackups(4, { stores: [bucket] });
    const [newest] = backups;
    if (newest !== undefined) await recordDrill(bucket, newest);
    const pruned = await prune(bucket);
    expect(pruned.outcome.deleted).toEqual(idsOf(backups.slice(2)));
    expect(pruned.log.lines).toContainEqual(
      expect.stringMatching(/^notice: s3:.* cannot list unfinished uploads/),
    );
    expect(retentionSection({ series: 'app', isDryRun: false, stores: [pruned] }).status).toBe('passed');
  });

  test('whose role may not list them, a warning names the permission', async () => {
    await using scene = await s3Scene();
    const bucket = scene.open();
    await dailyBackups(1, { stores: [bucket] });
    scene.standIn.faults.add({ operation: 'ListMultipartUploads', status: 403, code: 'AccessDenied' });
    const pruned = await prune(bucket);
    expect(retentionSection({ series: 'app', isDryRun: false, stores: [pruned] }).findings).toMatchObject([
      { rule: 'nothing-verified' },
      { rule: 'unfinished-uploads-not-ended', message: expect.stringContaining('403 AccessDenied') },
    ]);
  });
});
