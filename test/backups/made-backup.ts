import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { backupId } from '../../src/backups/backup-id.ts';
import { type Identities, parseIdentities } from '../../src/backups/encryption/identities.ts';
import { parseRecipients, type Recipients } from '../../src/backups/encryption/recipients.ts';
import type { ManifestDraft } from '../../src/backups/manifest-draft.ts';
import type { BackupStore } from '../../src/backups/storage/store.ts';
import type { BackupToStore } from '../../src/backups/store-backup.ts';
import { silentLogger } from '../../src/log.ts';

export interface AgeKeys {
  readonly identity: string;
  readonly recipient: string;
  readonly identities: Identities;
  readonly recipients: Recipients;
}

export async function makeAgeKeys(): Promise<AgeKeys> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return {
    identity,
    recipient,
    identities: await parseIdentities(identity),
    recipients: await parseRecipients(recipient),
  };
}

export function makeDraft(takenAt = '2026-11-22T05:00:00Z'): ManifestDraft {
  const commit = 'ab12cd3ab12cd3ab12cd3ab12cd3ab12cd3ab12c';
  return {
    id: backupId({ series: 'app', takenAt: new Date(takenAt), trigger: 'release', commit }),
    series: 'app',
    database: 'app',
    origin: {
      trigger: 'release',
      repository: 'neonhub/app',
      commit,
      tag: 'v3.2.0',
      migrationHead: '20261101_x',
    },
    server: { versionNumber: 170012, version: '17.12', encoding: 'UTF8', locale: 'C.UTF-8' },
    snapshot: { takenAt, lsn: '0/1A2B3C4D' },
    dump: {
      compression: 'gzip:1',
      jobs: 2,
      options: ['--format=directory', '--jobs=2'],
      client: 'pg_dump (PostgreSQL) 17.12',
      clientVersion: 170012,
    },
    proof: 'source',
    facts: {
      algorithm: 'row-text',
      materialisedViews: [],
      tables: [{ schema: 'public', name: 'users', rows: 1200, hash: '-9223372036854775809123', bytes: 8192 }],
      sequences: [{ schema: 'public', name: 'users_id_seq', lastValue: '1200', isCalled: true }],
      largeObjects: { count: 0, bytes: 0, hash: '0' },
      extensions: [{ name: 'plpgsql', version: '1.0' }],
      roles: ['app'],
      settings: ['statement_timeout=30s'],
      collations: [{ name: 'libc:en_US.utf8', version: '2.36' }],
      invalidObjects: [],
      notCompared: [],
    },
    notInBackup: [{ subject: 'roles', reason: 'A dump of one database does not hold them.' }],
    seconds: { dump: 1.5, proof: 0.5 },
  };
}

/** A folder such as pg_dump leaves, of random bytes. */
export async function makeDumpFolder(
  folder: string,
  sizes: Readonly<Record<string, number>> = { 'toc.dat': 3_000, '3012.dat.gz': 200_000, '3013.dat.gz': 0 },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(sizes)) {
    const content = randomBytes(bytes);
    if (name === 'toc.dat') content.write('PGDMP');
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export function backupOf(
  parts: Pick<BackupToStore, 'dump'> & { readonly stores: readonly BackupStore[] } & Partial<BackupToStore>,
): BackupToStore {
  return {
    schemaJson: () => '{"format":"schema"}\n',
    draft: makeDraft(),
    recipients: undefined,
    signKey: undefined,
    serverNow: async () => new Date('2026-11-22T05:01:00Z'),
    log: silentLogger,
    signal: new AbortController().signal,
    ...parts,
  };
}
