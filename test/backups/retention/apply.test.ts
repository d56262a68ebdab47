import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolder } from '../../../src/backups/backup-id.ts';
import { applyRetention } from '../../../src/backups/retention/apply.ts';
import type { RetentionCandidate } from '../../../src/backups/retention/candidate.ts';
import { planRetention } from '../../../src/backups/retention/plan.ts';
import { parseRetention } from '../../../src/backups/retention/rules.ts';
import { sweepUnfinishedBackups } from '../../../src/backups/retention/unfinished.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import { addVersion } from '../../stand-ins/s3/world.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { type S3Scene, s3Scene } from '../storage/s3-scene.ts';
import { candidate, daily } from './candidates.ts';

const now = new Date('2026-11-22T12:00:00Z');
const day = 86_400_000;

let scene: S3Scene;
let store: BackupStore;
beforeEach(async () => {
  scene = await s3Scene({ hasObjectLock: true });
  scene.standIn.world.skewMs = now.getTime() - Date.now();
  store = scene.open('', { now: () => now });
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

function put(
  key: string,
  bytes: number,
  more: { readonly lock?: Date; readonly modifiedAt?: Date } = {},
): void {
  addVersion(scene.bucket, `our/prefix/${key}`, {
    bytes: Buffer.alloc(bytes),
    modifiedAt: more.modifiedAt ?? now,
    lock: more.lock === undefined ? undefined : { mode: 'COMPLIANCE', until: more.lock },
  });
}

function putBackup(backup: RetentionCandidate, more: Parameters<typeof put>[2] = {}): void {
  const folder = backupFolder(backup.id);
  for (const { name, bytes } of backup.files) put(`${folder}/${name}`, bytes, more);
  put(`${folder}/manifest.json`, 2, more);
  put(`${folder}/manifest.sig`, 1, more);
}

function keys(): readonly string[] {
  return [...scene.bucket.objects.keys()].sort().map((key) => key.replace(/^our\/prefix\//, ''));
}

function context(more: { readonly isDryRun?: boolean } = {}) {
  const log = recordingLogger();
  return { log, signal: new AbortController().signal, now, isDryRun: false, ...more };
}

function planOf(backups: readonly RetentionCandidate[], rules = 'keep-last=2 min=1') {
  return planRetention({ series: 'app', backups, rules: parseRetention(rules), now });
}

const backups = daily('2026-11-22', 5, { verdict: 'verified' });

describe('deleting', () => {
  it('takes the manifest first, then what the manifest names, and nothing else', async () => {
    for (const backup of backups) putBackup(backup);
    const [, , third = candidate('2026-11-20')] = backups;
    put(`${backupFolder(third.id)}/notes of somebody.txt`, 3);
    put('app/drills/20261122T000000Z_x.json', 3);
    putBackup(candidate('2026-01-01', { series: 'app-prod' }));
    put('app.zip', 1);
    const work = context();
    const outcome = await applyRetention(store, planOf(backups), work);
    expect(outcome).toEqual({
      deleted: backups.slice(2).map(({ id }) => id),
      locked: [],
      foreign: [`${backupFolder(third.id)}/notes of somebody.txt`],
    });
    expect(keys().filter((key) => key.startsWith('app/2026'))).toEqual(
      [
        ...backups
          .slice(0, 2)
          .flatMap(({ id }) =>
            ['RECOVERY.md', 'dump.tar.age', 'manifest.json', 'manifest.sig', 'schema.json.age'].map(
              (name) => `${backupFolder(id)}/${name}`,
            ),
          ),
        `${backupFolder(third.id)}/notes of somebody.txt`,
      ].sort(),
    );
    expect(keys().filter((key) => key.startsWith('app-prod/')).length).toBe(5);
    expect(keys()).toContain('app.zip');
    const deletions = scene.standIn.exchanges.filter(({ operation }) => operation === 'DeleteObject');
    expect(deletions[0]?.key).toMatch(/20261118T.*\/manifest\.json$/);
    expect(work.log.lines.join('\n')).toMatch(
      /info: Delete app_20261118T000000Z_scheduled_nocommit: no rule keeps it; .* is newer and verified\./,
    );
    expect(work.log.lines.join('\n')).toMatch(/warning: Not of a backup/);
  });

  it('a dry run deletes nothing and says the same', async () => {
    for (const backup of backups) putBackup(backup);
    const before = keys();
    const outcome = await applyRetention(store, planOf(backups), context({ isDryRun: true }));
    expect(outcome.deleted).toEqual(backups.slice(2).map(({ id }) => id));
    expect(keys()).toEqual(before);
  });

  it.each(['manifest.json', 'dump.tar.age'])(
    'nothing goes when %s of the verified one is gone',
    async (name) => {
      for (const backup of backups) putBackup(backup);
      const [newest = candidate('2026-11-22')] = backups;
      scene.bucket.objects.delete(`our/prefix/${backupFolder(newest.id)}/${name}`);
      const before = keys();
      await expect(applyRetention(store, planOf(backups), context())).rejects.toThrow(
        /Nothing is deleted: of the verified/,
      );
      expect(keys()).toEqual(before);
    },
  );

  it('locked backups stay whole, and are told', async () => {
    const locking = scene.open('&object-lock=compliance&retain=30d', { now: () => now });
    const [a, b, c, d, e] = backups;
    for (const backup of [a, b, c, e]) if (backup) putBackup(backup);
    if (d) putBackup(d, { lock: new Date(now.getTime() + day) });
    const work = context();
    const outcome = await applyRetention(locking, planOf(backups), work);
    expect(outcome).toEqual({ deleted: [c?.id, e?.id], locked: [d?.id], foreign: [] });
    expect(keys().filter((key) => key.includes(d?.id ?? '')).length).toBe(5);
    expect(work.log.lines.join('\n')).toMatch(/notice: Locked by the store/);
    // Also where the destination says nothing of a lock.
    expect(
      (
        await applyRetention(
          store,
          planOf(backups.filter((backup) => backup !== c && backup !== e)),
          context(),
        )
      ).locked,
    ).toEqual([d?.id]);
    expect(keys().filter((key) => key.includes(d?.id ?? '')).length).toBe(5);
  });

  it('a backup of which one object is held stays whole', async () => {
    const [a, b, c, d, e] = backups;
    for (const backup of [a, b, c, d, e]) if (backup) putBackup(backup);
    const held = `our/prefix/${backupFolder(d?.id ?? '')}/dump.tar.age`;
    scene.bucket.objects.delete(held);
    addVersion(scene.bucket, held, { bytes: Buffer.from('held'), isHeld: true });
    const before = keys().filter((key) => key.includes(d?.id ?? ''));
    const outcome = await applyRetention(store, planOf(backups), context());
    expect(outcome).toMatchObject({ deleted: [c?.id, e?.id], locked: [d?.id] });
    expect(
      keys()
        .filter((key) => key.includes(d?.id ?? ''))
        .toSorted(),
    ).toEqual(before.toSorted());
  });

  it('a manifest that claims what is not a backup’s is not believed', async () => {
    const greedy = candidate('2026-11-01', {
      files: [
        { name: '../../../../app-prod/x', bytes: 1 },
        { name: 'nested/dump.tar', bytes: 1 },
        { name: 'photos.zip', bytes: 1 },
      ],
    });
    for (const backup of [...backups, greedy])
      putBackup({ ...backup, files: backup === greedy ? [] : backup.files });
    put(`${backupFolder(greedy.id)}/photos.zip`, 1);
    put('app-prod/x', 1);
    await applyRetention(store, planOf([...backups, greedy]), context());
    expect(keys()).toContain(`${backupFolder(greedy.id)}/photos.zip`);
    expect(keys()).toContain('app-prod/x');
    expect(keys()).not.toContain(`${backupFolder(greedy.id)}/manifest.json`);
  });

  it('a crash in the middle leaves no backup that looks whole, and the next run finishes', async () => {
    for (const backup of backups) putBackup(backup, { modifiedAt: new Date(now.getTime() - 30 * day) });
    for (let step = 0; step < 20; step += 1) {
      scene.standIn.faults.add({ operation: 'DeleteObject', skip: step, status: 403, code: 'AccessDenied' });
      await applyRetention(store, planOf(backups), context()).catch(() => undefined);
      scene.standIn.faults.clear();
      for (const { id, files } of backups.slice(2)) {
        const folder = backupFolder(id);
        if (!keys().includes(`${folder}/manifest.json`)) continue;
        for (const { name } of files) expect(keys()).toContain(`${folder}/${name}`);
      }
    }
    const sweep = {
      series: 'app',
      now: new Date(now.getTime() + 60 * day),
      olderThanMs: 7 * day,
      isDryRun: false,
    };
    await sweepUnfinishedBackups(store, {
      ...sweep,
      ...context(),
      now: sweep.now,
      guard: planOf(backups).guard,
    });
    expect(keys().filter((key) => backups.slice(2).some(({ id }) => key.includes(id)))).toEqual([]);
    expect(keys().length).toBe(10);
  });
});

describe('unfinished backups', () => {
  const guard = candidate('2026-11-22', { verdict: 'verified' });
  const old = { modifiedAt: new Date(now.getTime() - 20 * day) };
  const request = { series: 'app', now, olderThanMs: 7 * day, guard, isDryRun: false };
  const unfinished = candidate('2026-11-01');
  const folder = backupFolder(unfinished.id);

  it('without a manifest, old and all ours, are swept', async () => {
    put(`${folder}/dump.tar.age`, 9, old);
    put(`${folder}/schema.json.age`, 9, old);
    put(`app-prod/2026/11/${unfinished.id.replace('app', 'app-prod')}/dump.tar.age`, 9, old);
    expect(await sweepUnfinishedBackups(store, { ...request, ...context({ isDryRun: true }) })).toEqual([
      unfinished.id,
    ]);
    expect(keys().length).toBe(3);
    expect(await sweepUnfinishedBackups(store, { ...request, ...context() })).toEqual([unfinished.id]);
    expect(keys()).toEqual([`app-prod/2026/11/${unfinished.id.replace('app', 'app-prod')}/dump.tar.age`]);
  });

  it.each<[string, () => void, Partial<typeof request>]>([
    ['with a manifest', () => put(`${folder}/manifest.json`, 1, old), {}],
    ['with a foreign object', () => put(`${folder}/notes.txt`, 1, old), {}],
    ['with a folder in it', () => put(`${folder}/more/dump.tar.age`, 1, old), {}],
    [
      'that was written a day ago',
      () => put(`${folder}/schema.json.age`, 1, { modifiedAt: new Date(now.getTime() - day) }),
      {},
    ],
    ['of another series', () => undefined, { series: 'ap' }],
    [
      'that lies in the wrong month',
      () => put(`app/2025/01/${unfinished.id}/dump.tar.age`, 9, old),
      { olderThanMs: 100 * day },
    ],
    ['newer than the verified one', () => undefined, { guard: candidate('2026-10-01') }],
  ])('not one %s', async (_name, prepare, more) => {
    put(`${folder}/dump.tar.age`, 9, old);
    prepare();
    const before = keys();
    expect(await sweepUnfinishedBackups(store, { ...request, ...context(), ...more })).toEqual([]);
    expect(keys()).toEqual(before);
  });

  it('not one while nothing is verified, or while it is locked', async () => {
    put(`${folder}/dump.tar.age`, 9, { ...old, lock: new Date(now.getTime() + day) });
    expect(await sweepUnfinishedBackups(store, { ...request, ...context(), guard: undefined })).toEqual([]);
    expect(await sweepUnfinishedBackups(store, { ...request, ...context() })).toEqual([]);
    expect(keys().length).toBe(1);
  });
});
