/** Every example about backups, as it stands in its file: real dumps and restores, roles that may do no more than documented. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { storeSmallBackup } from '../backups/small-backup.ts';
import { bodyOf } from '../backups/storage/store-context.ts';
import type { StandIn } from '../runner/resolve-uses.ts';
import type { WorkflowJobResult } from '../runner/workflow.ts';
import { currentVersion } from '../stand-ins/s3/world.ts';
import { arns, type BackupStage, createBackupStage } from '../support/backup-stage.ts';
import { queryOnce } from '../support/database.ts';
import { neonKey } from '../support/preview-scene.ts';

const release = {
  name: 'release',
  payload: { action: 'published', release: { tag_name: 'v1.2.3' }, repository: { full_name: 'acme/shop' } },
};
const nightly = { name: 'schedule', payload: { schedule: '23 2 * * *' } };
/** Milliseconds: several jobs, each with a dump or with a server of its own. */
const long = 180_000;

let stage: BackupStage;

beforeAll(async () => {
  stage = await createBackupStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

const conclusions = (results: Readonly<Record<string, WorkflowJobResult>>) =>
  Object.fromEntries(
    Object.entries(results).map(([name, { skipped, conclusion }]) => [
      name,
      skipped ? 'skipped' : conclusion,
    ]),
  );

const issues = () => [...stage.scene.github.world.issues.values()].map(({ state }) => state);

/** One bit of the backup's dump in both buckets; a second time puts it right. */
function turnBit(id: string): void {
  for (const bucket of stage.buckets) {
    const version = currentVersion(bucket, `prefix/${backupFolder(id)}/dump.tar.age`);
    if (version === undefined) throw new Error(`There is no dump of ${id}.`);
    version.bytes = Buffer.from(version.bytes);
    version.bytes[version.bytes.length >> 1] = (version.bytes[version.bytes.length >> 1] ?? 0) ^ 1;
  }
}

const folders = () =>
  stage.buckets.map(
    (bucket) =>
      new Set(
        [...bucket.objects.keys()].flatMap((key) => /\/(neondb_[^/]+)\/manifest\.json$/.exec(key)?.[1] ?? []),
      ),
  );

const hasColumn = async () =>
  (
    await queryOnce(
      stage.scene.neon.uri(),
      "SELECT 1 FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'nickname'",
    )
  ).length > 0;

test(
  'release-backup.yml: a backup that is damaged before its proof lets no migration through; a whole one does',
  async () => {
    await stage.scene.consumer.addMigration(
      '20991231000000_nickname',
      'ALTER TABLE users ADD COLUMN nickname text;',
    );
    stage.roles.before = (arn) => {
      if (arn === arns.reader) turnBit([...(folders()[0] ?? [])][0] ?? '');
    };
    const damaged = await stage.run('release-backup.yml', { event: release });
    stage.roles.before = () => {};
    expect(conclusions(damaged), damaged.backup?.log).toEqual({
      backup: 'success',
      verify: 'failure',
      migrate: 'skipped',
    });
    expect(damaged.verify?.steps.at(-1)?.outputs).toMatchObject({ verdict: 'failed' });
    expect(await hasColumn()).toBe(false);
    const bad = damaged.backup?.outputs['backup-id'] ?? '';
    expect(bad).toMatch(/^neondb_\d{8}T\d{6}Z_release_/);

    const whole = await stage.run('release-backup.yml', { event: release });
    expect(conclusions(whole), whole.verify?.log).toEqual({
      backup: 'success',
      verify: 'success',
      migrate: 'success',
    });
    expect(await hasColumn()).toBe(true);
    const good = whole.backup?.outputs['backup-id'] ?? '';
    expect(folders()).toEqual([new Set([bad, good]), new Set([bad, good])]);
    expect(Object.values(whole).map(({ permissions }) => permissions)).toEqual([
      { 'id-token': 'write' },
      { 'id-token': 'write' },
      { contents: 'read' },
    ]);
    expect(issues()).toEqual([]);
  },
  long,
);

test('of the roles that the release used, none can do what another is for', async () => {
  const [writer, reader] = [arns.writer, arns.reader].map((arn) =>
    stage.roles.sessions.findLast(({ role }) => role === arn),
  );
  const [first] = stage.open();
  if (first === undefined) throw new Error('no store');
  const keys: string[] = [];
  for await (const { key } of first.list('')) keys.push(key);
  const dump = keys.find((key) => key.endsWith('dump.tar.age')) ?? '';
  const [asWriter] = stage.open(writer);
  const [asReader] = stage.open(reader);
  const denied = { code: 'AccessDenied' };
  await expect(asWriter?.read(dump)).rejects.toMatchObject(denied);
  await expect(asWriter?.delete(dump)).rejects.toMatchObject(denied);
  await expect(asWriter?.write('neondb/drills/x.json', bodyOf(Buffer.from('{}')))).rejects.toMatchObject(
    denied,
  );
  await expect(asReader?.delete(dump)).rejects.toMatchObject(denied);
  await expect(asReader?.write(dump, bodyOf(Buffer.from('x')))).rejects.toThrow();
  const done = (session: typeof writer) =>
    new Set(
      stage.s3.exchanges
        .filter(({ accessKeyId, status = 0 }) => accessKeyId === session?.accessKeyId && status < 300)
        .map(({ operation }) => operation),
    );
  expect([...done(writer)]).toEqual(['PutObject']);
  expect(done(reader)).toEqual(new Set(['ListObjectsV2', 'GetObject', 'HeadObject', 'PutObject']));
  expect(stage.buckets[0]?.objects.get(`prefix/${dump}`)?.[0]?.bytes.toString('latin1', 0, 21)).toBe(
    'age-encryption.org/v1',
  );
});

test(
  'backup-drill.yml: the older one is damaged, so an issue is opened, and closed when that one is whole again',
  async () => {
    const [bad = ''] = [...(folders()[0] ?? [])].toSorted();
    const failed = await stage.run('backup-drill.yml', { event: nightly });
    expect(conclusions(failed)).toEqual({ drill: 'failure' });
    expect(failed.drill?.log).toContain(`Restoring ${bad}`);
    expect(issues()).toEqual(['open']);
    turnBit(bad);
    const well = await stage.run('backup-drill.yml', { event: nightly });
    expect(conclusions(well), well.drill?.log).toEqual({ drill: 'success' });
    expect(issues()).toEqual(['closed']);
    expect(well.drill?.permissions).toEqual({ 'id-token': 'write', issues: 'write' });
  },
  long,
);

test('backup-freshness.yml: seconds and no database; an old backup fails the push', async () => {
  const push = { name: 'push', payload: { ref: 'refs/heads/main' } };
  const fresh = await stage.run('backup-freshness.yml', { event: push });
  expect(conclusions(fresh), fresh.freshness?.log).toEqual({ freshness: 'success' });
  expect(fresh.freshness?.concurrency).toEqual({ group: 'backup-freshness', 'cancel-in-progress': 'true' });
  const stale = await stage.run('backup-freshness.yml', {
    event: push,
    edit: (text) => text.replace('max-rpo: 35d', 'max-rpo: 1s'),
  });
  expect(conclusions(stale)).toEqual({ freshness: 'failure' });
  expect(issues().filter((state) => state === 'open')).toHaveLength(1);
});

test(
  'scheduled-backup.yml: another role deletes what no rule keeps, and nothing that is not ours',
  async () => {
    const day = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
    const ids: string[] = [];
    for (const hour of ['01', '02', '03', '04', '05']) {
      const { manifest } = await storeSmallBackup({
        stores: stage.open(),
        takenAt: `${day}T${hour}:00:00.000Z`,
        series: 'neondb',
        signKey: stage.signKey,
      });
      ids.push(manifest.id);
    }
    const unsigned = await storeSmallBackup({
      stores: stage.open(),
      takenAt: `${day}T02:30:00.000Z`,
      series: 'neondb',
    });
    const before = folders();
    const results = await stage.run('scheduled-backup.yml', { event: nightly });
    expect(conclusions(results), results.prune?.log).toEqual({ backup: 'success', prune: 'success' });
    for (const [index, known] of folders().entries()) {
      // The fourth may be one of the five that always stay: where the damaged one failed its drill, it is none of them.
      expect([0, 1, 2, 4].map((place) => known.has(ids[place] ?? ''))).toEqual([true, false, false, true]);
      expect([...known].filter((id) => before[index]?.has(id) !== true)).toEqual([
        expect.stringMatching(/^neondb_\d{8}T\d{6}Z_scheduled_/),
      ]);
      expect(known.has(unsigned.manifest.id)).toBe(true);
    }
    const pruner = stage.roles.sessions.findLast(({ role }) => role === arns.pruner);
    const [asPruner] = stage.open(pruner);
    await expect(asPruner?.write('x', bodyOf(Buffer.from('x')))).rejects.toMatchObject({
      code: 'AccessDenied',
    });
  },
  long,
);

test(
  'restore.yml: onto a new branch; production stays as it is',
  async () => {
    await queryOnce(stage.scene.neon.uri(), "UPDATE users SET name = 'after the loss'");
    const results = await stage.run('restore.yml', {
      event: { name: 'workflow_dispatch', payload: { inputs: { 'backup-id': '', at: '' } } },
      inputs: { 'backup-id': '', at: '' },
    });
    expect(conclusions(results), results.restore?.log).toEqual({ restore: 'success' });
    const restored = stage.scene.neon.uri({ branch: 'restored/42', database: 'restored' });
    const [row] = await queryOnce(
      restored,
      "SELECT count(*)::int AS rows FROM users WHERE name LIKE 'Ada %'",
    );
    expect(row).toEqual({ rows: 20 });
    const unknown = await stage.run('restore.yml', {
      event: { name: 'workflow_dispatch', payload: {} },
      inputs: { 'backup-id': '', at: '2001-01-01T00:00:00Z' },
      edit: (text) => text.replace('into: neon', 'into: neon\n          restored-branch: restored/other'),
    });
    expect(conclusions(unknown)).toEqual({ restore: 'failure' });
    expect(unknown.restore?.log).toContain(
      'There is no backup that was taken at 2001-01-01T00:00:00Z or before.',
    );
  },
  long,
);

test('release-backup-attested.yml: what is attested is the manifest as it is stored', async () => {
  const attested: string[] = [];
  const attest: StandIn = async ({ inputs }) => {
    const bytes = await readFile(inputs['subject-path'] ?? '');
    attested.push(createHash('sha256').update(bytes).digest('hex'));
    return {};
  };
  const before = folders();
  const results = await stage.run('release-backup-attested.yml', {
    event: release,
    standIns: { 'actions/attest': attest },
  });
  expect(conclusions(results)).toEqual({ backup: 'success' });
  expect(results.backup?.permissions).toEqual({ 'id-token': 'write', attestations: 'write' });
  for (const [index, bucket] of stage.buckets.entries()) {
    const [id = ''] = [...(folders()[index] ?? [])].filter((known) => before[index]?.has(known) !== true);
    const manifest = currentVersion(bucket, `prefix/${backupFolder(id)}/manifest.json`);
    expect(
      createHash('sha256')
        .update(manifest?.bytes ?? '')
        .digest('hex'),
    ).toBe(attested[0]);
  }
});

test(
  'call-proved-backup.yml: backup, proof and pruning, each with its own role and secrets',
  async () => {
    const placeholder = 'kept in the environment drill';
    const before = folders();
    const results = await stage.run('call-proved-backup.yml', {
      event: nightly,
      secrets: { NEON_API_KEY: neonKey, BACKUP_SIGN_KEY: placeholder, BACKUP_IDENTITY: placeholder },
      vars: {
        BACKUP_WRITER_ROLE: arns.writer,
        BACKUP_READER_ROLE: arns.reader,
        BACKUP_PRUNER_ROLE: arns.pruner,
      },
    });
    expect(conclusions(results), results['backup / verify']?.log).toEqual({
      'backup / backup': 'success',
      'backup / verify': 'success',
      'backup / prune': 'success',
    });
    const id = results['backup / backup']?.outputs['backup-id'] ?? '';
    expect(results['backup / verify']?.outputs).toEqual({ verdict: 'verified' });
    expect(folders().map((known) => [known.has(id), before[0]?.has(id)])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(results['backup / prune']?.summary).toContain('Retention');
  },
  long,
);
