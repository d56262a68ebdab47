/** `verify-backup` as a workflow runs it: real backups in a folder, a real restore, GitHub's and Neon's stand-ins. */
import { readFileSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseRecord } from '../../src/backups/drill/drill-record-file.ts';
import { changeObject, makeBackup, openScene, type Scene, signPair } from '../backups/drill/scene.ts';
import { makeAgeKeys } from '../backups/made-backup.ts';
import { createTestDatabase, queryOnce, serverUri, type TestDatabase } from '../support/database.ts';
import { createScene, neonKey, type PreviewScene } from '../support/preview-scene.ts';

let scene: PreviewScene;
let backups: Scene;
let database: TestDatabase;

beforeEach(async () => {
  [scene, backups, database] = await Promise.all([createScene(), openScene(), createTestDatabase()]);
  await database.query(`CREATE TABLE users (id serial PRIMARY KEY, email text);
    INSERT INTO users (email) SELECT 'person-' || g FROM generate_series(1, 50) g`);
});

afterEach(async () => {
  await Promise.all([scene, backups, database].map((one) => one[Symbol.asyncDispose]()));
});

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const issues = () => [...scene.github.world.issues.values()];

async function branchNames(): Promise<readonly string[]> {
  const { url, projectId } = scene.neon;
  const response = await fetch(`${url}/projects/${projectId}/branches`, {
    headers: { authorization: `Bearer ${neonKey}` },
  });
  return [...(await response.text()).matchAll(/"name":"([^"]+)"/g)].map((match) => match[1] ?? '');
}

function verify(more: Readonly<Record<string, string>>, secrets: readonly string[] = []) {
  return scene.run({
    action: 'verify-backup',
    event: { name: 'schedule', payload: { schedule: '0 5 1 * *' } },
    with: {
      from: `file://${backups.folder}`,
      into: serverUri(),
      'install-client': 'false',
      'allow-unpatched-pg-restore': 'true',
      ...more,
    },
    secrets: [neonKey, serverUri(), ...secrets],
  });
}

test('a drill, its files, its record; an issue while it fails, closed when it is well', async () => {
  const keys = await makeAgeKeys();
  const signer = signPair();
  const id = await makeBackup(backups, database, {
    at: hoursAgo(2),
    recipients: keys.recipients,
    sign: signer.sign,
  });
  const well = {
    identity: keys.identity,
    'public-key': signer.publicPem,
    'max-rto': '10m',
    'max-rpo': '3h',
    'assert-sql': 'SELECT count(*) = 50 FROM users; SELECT true',
  };
  const failed = await verify({ ...well, 'assert-sql': 'SELECT count(*) = 51 FROM users' }, [keys.identity]);
  expect(failed.conclusion).toBe('failure');
  expect(failed.outputs).toMatchObject({ verdict: 'failed', 'backup-id': id, status: 'failed' });
  expect(issues()).toMatchObject([{ state: 'open', title: expect.stringContaining('Backups of app') }]);
  expect(issues()[0]?.body).toContain('count');

  const result = await verify(well, [keys.identity]);
  expect(result.log).toContain('verified');
  expect(result.conclusion, result.log).toBe('success');
  expect(result.outputs).toMatchObject({ verdict: 'verified', 'backup-id': id });
  expect(Number(result.outputs['rto-seconds'])).toBeGreaterThan(0);
  expect(Math.abs(Number(result.outputs['rpo-seconds']) - 7200)).toBeLessThan(300);
  expect(issues()[0]?.state).toBe('closed');
  const record = parseRecord(readFileSync(result.outputs['record-path'] ?? '', 'utf8'));
  expect(record).toMatchObject({ verdict: 'verified', isSigned: true, rows: 50 });
  const evidence = JSON.parse(readFileSync(result.outputs['evidence-path'] ?? '', 'utf8'));
  expect(evidence.subject).toHaveLength(2);
  expect(readFileSync(result.outputs['chart-path'] ?? '', 'utf8')).toContain('<svg');
  expect(await readdir(join(backups.folder, 'app/drills'))).toHaveLength(2);
  const left = await queryOnce(
    serverUri(),
    "SELECT 1 FROM pg_database WHERE datname LIKE 'database_actions_drill%'",
  );
  expect(left).toEqual([]);

  const fresh = await verify({ mode: 'freshness', 'max-rpo': '3h', 'max-age': '3h' });
  expect(fresh.outputs).toMatchObject({ verdict: 'fresh', status: 'passed' });
  expect(fresh.conclusion).toBe('success');
  const stale = await verify({ mode: 'freshness', 'max-rpo': '1h', 'max-age': '3h' });
  expect(stale.conclusion).toBe('failure');
  expect(stale.outputs.verdict).toBe('stale');
  expect(issues().filter(({ state }) => state === 'open')).toHaveLength(1);
});

test('objectives, a lot, and the copy whose turn it is', async () => {
  const second = await backups.openStore('second');
  const stores = [backups.store, second];
  for (const hours of [30, 20, 10]) await makeBackup(backups, database, { at: hoursAgo(hours), stores });
  const from = `file://${backups.folder}\nfile://${backups.folder.replace(/store$/, 'second')}`;
  const first = await verify({
    from,
    'random-older': 'true',
    'max-rto': '1s',
    'max-rpo': '1h',
    issue: 'false',
  });
  expect(first.outputs.verdict, first.log).toBe('verified');
  expect(first.conclusion).toBe('failure');
  expect(first.log).toMatch(/rpo-exceeded|is older|objective/);
  await changeObject(backups, first.outputs['backup-id'] ?? '', 'dump.tar', (bytes) => bytes.subarray(1));
  const next = await verify({ from, issue: 'false' });
  expect(next.log).toContain('second');
  expect(next.conclusion, next.log).toBe('success');
  expect(issues()).toEqual([]);
});

test('on a branch of Neon, which is gone afterwards', async () => {
  await makeBackup(backups, database, { at: hoursAgo(1) });
  const result = await verify({ into: 'neon' });
  expect(result.conclusion, result.log).toBe('success');
  expect(result.outputs.verdict).toBe('verified');
  expect(result.summary).toContain('branch on Neon');
  expect(await branchNames()).toEqual(['main']);
});

test('no backup, no such backup, and a token that may not open an issue', async () => {
  const none = await verify({ series: 'app' });
  expect(none.conclusion).toBe('failure');
  expect(none.outputs.verdict).toBe('could-not-verify');
  expect(none.log).toContain('There is no backup of app');
  await makeBackup(backups, database, { at: hoursAgo(1) });
  const other = await verify({ 'backup-id': 'app_20200101T000000Z_manual_nocommit', issue: 'false' });
  expect(other.outputs.verdict).toBe('could-not-verify');
  await rm(join(backups.folder, 'app'), { recursive: true });
  const refused = await verify({ into: 'local' });
  expect(refused.log).toContain('neither `embedded`, `neon` nor a connection URI');
});
