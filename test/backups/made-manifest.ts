import { backupId } from '../../src/backups/backup-id.ts';
import type { BackupManifest } from '../../src/backups/manifest.ts';
import type { DatabaseFacts } from '../../src/backups/proof/database-facts.ts';

export const noFacts: DatabaseFacts = {
  algorithm: 'row-text',
  materialisedViews: [],
  tables: [],
  sequences: [],
  largeObjects: { count: 0, bytes: 0, hash: '0' },
  extensions: [],
  roles: [],
  settings: [],
  collations: [],
  invalidObjects: [],
  notCompared: [],
};

/** A manifest as a backup of a local PostgreSQL 15 has it, with what a test says otherwise. */
export function madeManifest(change: Partial<BackupManifest> = {}): BackupManifest {
  const takenAt = new Date('2026-11-22T05:00:00Z');
  return {
    kind: 'database-actions-backup',
    version: 1,
    id: backupId({ series: 'app', takenAt, trigger: 'scheduled', commit: '' }),
    series: 'app',
    database: 'app',
    origin: { trigger: 'scheduled', repository: 'neonhub/app', commit: '' },
    server: { versionNumber: 150_018, version: '15.18', encoding: 'UTF8', locale: 'C' },
    snapshot: { takenAt: takenAt.toISOString() },
    finishedAt: '2026-11-22T05:01:00.000Z',
    dump: {
      format: 'directory',
      compression: 'none',
      jobs: 2,
      options: [],
      client: 'pg_dump (PostgreSQL) 15.18',
      clientVersion: 150_018,
      files: [{ name: 'toc.dat', bytes: 1, sha256: '0'.repeat(64) }],
    },
    encryption: { kind: 'none' },
    files: [{ name: 'dump.tar', role: 'dump', bytes: 1, sha256: '0'.repeat(64) }],
    proof: 'source',
    facts: noFacts,
    notInBackup: [],
    seconds: { dump: 1, proof: 1, store: 1 },
    ...change,
  };
}
