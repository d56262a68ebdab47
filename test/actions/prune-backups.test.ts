/** `prune-backups`, and `retention` of `backup`, as a workflow runs them. */
import { generateKeyPairSync } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { parseSignKey } from '../../src/backups/signing-keys.ts';
import { createFileStore } from '../../src/backups/storage/file/file-store.ts';
import type { BackupStore } from '../../src/backups/storage/store.ts';
import type { StoredBackup } from '../../src/backups/store-backup.ts';
import { recordDrill, storeSmallBackup } from '../backups/small-backup.ts';
import { listed, storeContext } from '../backups/storage/store-context.ts';
import { startS3StandIn } from '../stand-ins/s3/server.ts';
import { addBucket } from '../stand-ins/s3/world.ts';
import { type Consumer, createConsumer } from '../support/consumer.ts';
import { createTestDatabase } from '../support/database.ts';

const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
const signKey = parseSignKey(pem);

let consumer: Consumer;
let store: BackupStore;
let other: BackupStore;

beforeEach(async () => {
  consumer = await createConsumer();
  [store, other] = [open('one'), open('two')];
});
afterEach(() => consumer[Symbol.asyncDispose]());

const urlOf = (name: string) => pathToFileURL(join(consumer.workspace, name)).href;

function open(name: string): BackupStore {
  const folder = join(consumer.workspace, name);
  return createFileStore({ folder, location: urlOf(name), isPublic: undefined }, storeContext());
}

interface Run {
  readonly action?: string;
  readonly with: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
}

function run({ action = 'prune-backups', ...more }: Run) {
  return consumer.run({
    action,
    event: { name: 'schedule', payload: {} },
    github: { repository: 'acme/shop' },
    ...more,
  });
}

/** Of a year ago, an hour apart, the newest first; the newest is verified in each store. */
async function oldBackups(stores: readonly BackupStore[], signed = true): Promise<readonly StoredBackup[]> {
  const day = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
  const made: StoredBackup[] = [];
  for (const hour of ['05', '04', '03', '02'])
    made.push(
      await storeSmallBackup({
        stores,
        takenAt: `${day}T${hour}:00:00.000Z`,
        ...(signed ? { signKey } : {}),
      }),
    );
  const [newest] = made;
  if (newest !== undefined) for (const place of stores) await recordDrill(place, newest);
  return made;
}

const idsOf = (backups: readonly StoredBackup[]) => backups.map(({ manifest }) => manifest.id);

async function idsIn(from: BackupStore): Promise<readonly string[]> {
  const keys = (await listed(from.list(''))).map(({ key }) => key);
  return keys
    .filter((key) => key.endsWith('/manifest.json'))
    .map((key) => key.split('/').at(-2) ?? '')
    .toReversed();
}

test('a dry run unless told otherwise; then in both destinations, signed ones only', async () => {
  const backups = await oldBackups([store, other]);
  const day = backups[0]?.manifest.snapshot.takenAt.slice(0, 10) ?? '';
  const unsigned = await storeSmallBackup({ stores: [store], takenAt: `${day}T01:00:00.000Z` });
  const inputs = {
    from: `${urlOf('one')}\n${urlOf('two')}`,
    retention: 'keep-last=1 min=1',
    'public-key': signKey.publicPem,
  };
  const dry = await run({ with: inputs });
  expect(dry.conclusion, dry.log).toBe('success');
  expect(JSON.parse(dry.outputs.deleted ?? '')).toEqual(idsOf(backups.slice(1)));
  expect(dry.summary).toContain('would be deleted (dry run)');
  expect(await idsIn(store)).toHaveLength(5);

  const result = await run({ with: { ...inputs, 'dry-run': 'false' } });
  expect(result.conclusion, result.log).toBe('success');
  expect(result.outputs).toMatchObject({ deleted: dry.outputs.deleted, status: 'warning' });
  expect(await idsIn(store)).toEqual([...idsOf(backups.slice(0, 1)), unsigned.manifest.id]);
  expect(await idsIn(other)).toEqual(idsOf(backups.slice(0, 1)));
  const kept: readonly { readonly backup: string; readonly reasons: readonly string[] }[] = JSON.parse(
    result.outputs.kept ?? '',
  );
  expect(new Set(kept.map(({ backup }) => backup))).toEqual(new Set(idsOf(backups.slice(0, 1))));
  expect(kept[0]?.reasons).toContain('the newest that is verified');
});

test('without a rule, a backup, or a verified one, nothing is deleted', async () => {
  const from = urlOf('one');
  const none = await run({ with: { from, retention: 'keep-last=1', 'dry-run': 'false' } });
  expect(none.log).toContain('There is no backup in file://');
  await storeSmallBackup({ stores: [store], takenAt: '2026-01-01T00:00:00.000Z' });
  const ruleless = await run({ with: { from, 'dry-run': 'false' } });
  expect([none.conclusion, ruleless.conclusion]).toEqual(['failure', 'failure']);
  expect(ruleless.log).toContain('The `retention` input cannot be used: it is empty.');
  const unverified = await run({ with: { from, retention: 'keep-last=1 min=1', 'dry-run': 'false' } });
  expect(unverified.outputs).toMatchObject({ deleted: '[]', status: 'warning' });
  expect(unverified.conclusion).toBe('success');
  expect(await idsIn(store)).toHaveLength(1);
});

test('a backup with `retention` prunes behind itself, what its own key signed', async () => {
  await using database = await createTestDatabase();
  const backups = await oldBackups([store, other]);
  const unsigned = (await oldBackups([open('three')], false)).slice(1);
  const result = await run({
    action: 'backup',
    with: {
      'database-url': database.uri,
      to: `${urlOf('one')}\n${urlOf('two')}\n${urlOf('three')}`,
      series: 'app',
      'sign-key': pem,
      retention: 'keep-last=1 min=1',
    },
    secrets: [database.uri, pem],
  });
  expect(result.conclusion, result.log).toBe('success');
  const id = result.outputs['backup-id'] ?? '';
  for (const place of [store, other]) expect(await idsIn(place)).toEqual([id, ...idsOf(backups.slice(0, 1))]);
  expect(await idsIn(open('three'))).toEqual(expect.arrayContaining(idsOf(unsigned)));
  expect(result.summary).toContain('Retention');
  expect(result.summary).toContain('Backup');
});

test('what goes wrong with `retention` is a warning of that destination; the backup is stored, and the others are pruned', async () => {
  await using database = await createTestDatabase();
  const writer = {
    accessKeyId: 'AKIAWRITER0000000000',
    secretAccessKey: 'secret/of+the+writer',
    policy: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::backups/*' } as const],
    },
  };
  await using s3 = await startS3StandIn([writer]);
  addBucket(s3.world, 'backups');
  const backups = await oldBackups([store, other]);
  const guard = backups[0]?.manifest.id ?? '';
  await rm(join(consumer.workspace, 'one', backupFolder(guard), 'dump.tar'));
  const result = await run({
    action: 'backup',
    with: {
      'database-url': database.uri,
      to: `${urlOf('one')}\ns3://backups/prefix?endpoint=${s3.url}\n${urlOf('two')}`,
      series: 'app',
      'sign-key': pem,
      retention: 'keep-last=1 min=1',
    },
    environment: {
      AWS_ACCESS_KEY_ID: writer.accessKeyId,
      AWS_SECRET_ACCESS_KEY: writer.secretAccessKey,
    },
    secrets: [database.uri, pem],
  });
  expect(result.conclusion, result.log).toBe('success');
  const id = result.outputs['backup-id'] ?? '';
  expect(await idsIn(store)).toEqual([id, ...idsOf(backups)]);
  expect(await idsIn(other)).toEqual([id, guard]);
  const warnings = result.annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message);
  expect(warnings).toContainEqual(
    expect.stringContaining(`of the verified backup ${guard}, dump.tar is missing`),
  );
  expect(warnings).toContainEqual(expect.stringContaining('s3:ListBucket'));

  const refused = await run({
    action: 'backup',
    with: { 'database-url': database.uri, to: urlOf('four'), retention: 'keep-everything=1' },
    secrets: [database.uri],
  });
  expect(refused.conclusion).toBe('failure');
  expect(refused.log).toContain('"keep-everything=1" is no rule');
  expect(await idsIn(open('four'))).toEqual([]);
});
