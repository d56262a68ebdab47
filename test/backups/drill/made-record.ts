import type { DrillRecord } from '../../../src/backups/drill/drill.ts';

/** A drill of a day in November, verified unless a test says otherwise. */
export function madeRecord(day: number, change: Partial<DrillRecord> = {}): DrillRecord {
  const date = String(day).padStart(2, '0');
  const backupId = change.backupId ?? `app_202611${date}T050000Z_scheduled_nocommit`;
  return {
    kind: 'database-actions-drill',
    version: 1,
    id: `202611${date}T060000Z_${backupId}`,
    backupId,
    series: 'app',
    location: 's3://bucket/backups',
    startedAt: `2026-11-${date}T06:00:00.000Z`,
    finishedAt: `2026-11-${date}T06:02:00.000Z`,
    verdict: 'verified',
    manifestSha256: 'a'.repeat(64),
    isSigned: true,
    timings: [
      { step: 'download', seconds: 10 },
      { step: 'restore', seconds: 60 + day },
    ],
    rtoSeconds: 70 + day,
    rpoSeconds: 3600,
    bytes: 1_000_000,
    rows: 1200,
    tables: 3,
    machine: {
      cores: 4,
      memoryBytes: 16 * 1024 ** 3,
      platform: 'linux x64',
      target: 'embedded server, PostgreSQL 17.12',
    },
    differences: [],
    notInBackup: [{ subject: 'roles', reason: 'A dump of one database does not hold them.' }],
    notCompared: [],
    ...change,
  };
}
