/** What one backup has to say for itself in a report. */
import { formatDuration } from '../duration.ts';
import type { Finding } from '../report/finding.ts';
import { counted, formatBytes } from '../report/quantity.ts';
import { findingOf } from '../report/rule.ts';
import type { Block, Section, Text } from '../report/section.ts';
import { statusOf } from '../report/verdict.ts';
import { backupFolder } from './backup-id.ts';
import { notEncrypted, notProved, notSigned, singleCopy } from './backup-rules.ts';
import type { BackupManifest } from './manifest.ts';
import type { Omission } from './proof/database-facts.ts';
import type { BackupLocation, StoredBackup } from './store-backup.ts';

export interface BackupOutcome {
  readonly stored: StoredBackup;
  /** `a copy of the branch main`. */
  readonly source: string;
  /** Id of the key that signed it. */
  readonly signedBy: string | undefined;
  /** The Neon snapshot taken beside it. */
  readonly restorePoint: string | undefined;
  /** What was found while it was made. */
  readonly findings: readonly Finding[];
}

export function backupSection(outcome: BackupOutcome): Section {
  const findings = [...outcome.findings, ...findingsOf(outcome)];
  const { manifest, bytes, copies } = outcome.stored;
  const section: Omit<Section, 'status'> = {
    id: 'backup',
    title: 'Backup',
    summary: `${contentOf(manifest)} in ${formatBytes(bytes)}, ${copies.length === 1 ? 'dumped and stored' : `dumped and stored in ${copies.length} places`} in ${formatDuration(totalMs(manifest))}`,
    blocks: [facts(outcome), copyTable(copies), ...omissions(manifest)],
    findings,
  };
  return { ...section, status: statusOf({ ...section, status: 'passed' }) };
}

function totalMs({ seconds }: BackupManifest): number {
  return (seconds.dump + seconds.proof + seconds.store) * 1000;
}

function contentOf({ facts: { tables }, proof }: BackupManifest): string {
  if (proof === 'none') return 'The database';
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${counted(tables.length, 'table')} with ${counted(rows, 'row')}`;
}

const proofs = {
  source: 'every row hashed at the source, in the snapshot that was dumped',
  archive: 'every row hashed as the dump holds it',
  none: 'none',
} as const;

function facts({ stored: { manifest }, source, signedBy, restorePoint }: BackupOutcome): Block {
  const { origin, encryption, seconds } = manifest;
  const rows: (readonly [string, Text])[] = [
    ['Folder', { code: backupFolder(manifest.id) }],
    ['Of', source],
    [
      'Taken at',
      `${manifest.snapshot.takenAt}${manifest.snapshot.lsn === undefined ? '' : `, at ${manifest.snapshot.lsn}`}`,
    ],
    ['Server', manifest.server.version],
    [
      'Dumped with',
      `${manifest.dump.client}, ${manifest.dump.compression}, ${counted(manifest.dump.jobs, 'job')}`,
    ],
    ['Proof', proofs[manifest.proof]],
    [
      'Encrypted to',
      encryption.kind === 'none' ? 'nobody: plaintext' : counted(encryption.recipients.length, 'recipient'),
    ],
    ['Signed by', signedBy === undefined ? 'nobody' : { code: signedBy }],
    [
      'Took',
      `dump ${formatDuration(seconds.dump * 1000)}, proof ${formatDuration(seconds.proof * 1000)}, store ${formatDuration(seconds.store * 1000)}`,
    ],
  ];
  const bound: (readonly [string, Text | undefined])[] = [
    ['Release', origin.tag === undefined ? undefined : { code: origin.tag }],
    ['Commit', origin.commit === '' ? undefined : { code: origin.commit.slice(0, 12) }],
    ['Migration head', origin.migrationHead === undefined ? undefined : { code: origin.migrationHead }],
    ['Neon snapshot', restorePoint],
  ];
  const known = bound.flatMap(([label, value]) => (value === undefined ? [] : [[label, value] as const]));
  return { kind: 'facts', rows: [...rows.slice(0, 2), ...known, ...rows.slice(2)] };
}

function copyTable(copies: readonly BackupLocation[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Copy' },
      { title: 'Size', align: 'right' },
      { title: 'Checksum' },
      { title: 'Locked until' },
    ],
    rows: copies.map(({ location, objects }) => [
      { code: location },
      formatBytes(objects.reduce((sum, { bytes }) => sum + bytes, 0)),
      objects.every(({ isConfirmed }) => isConfirmed) ? 'confirmed by the store' : 'counted while writing',
      lockOf(objects),
    ]),
  };
}

/** The earliest: what is gone first is what a restore misses. */
function lockOf(objects: BackupLocation['objects']): string {
  const times = objects.map(({ retainUntil }) => retainUntil?.getTime() ?? 0);
  const earliest = Math.min(...times);
  return times.length === 0 || earliest === 0 ? 'not locked' : new Date(earliest).toISOString().slice(0, 10);
}

function omissions({ notInBackup, facts: { notCompared } }: BackupManifest): readonly Block[] {
  return [
    ...omissionBlock('Not in this backup', notInBackup),
    ...omissionBlock('Not compared by a drill', notCompared),
  ];
}

const mostOmissions = 100;

function omissionBlock(title: string, list: readonly Omission[]): readonly Block[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, mostOmissions).map(({ subject, reason }) => `${subject}: ${reason}`);
  const rest = list.length - shown.length;
  const items = rest > 0 ? [...shown, `… and ${rest} more, in the manifest`] : shown;
  return [{ kind: 'details', title: `${title} (${list.length})`, blocks: [{ kind: 'list', items }] }];
}

function findingsOf({ stored: { manifest, copies }, signedBy }: BackupOutcome): readonly Finding[] {
  const subject = manifest.id;
  const findings: Finding[] = [];
  if (manifest.encryption.kind === 'none')
    findings.push(
      findingOf(notEncrypted, {
        subject,
        message: 'The dump is stored unencrypted.',
        fix: 'Make a key with `age-keygen`, keep it away from this workflow, and give its public part as `encrypt-to`.',
      }),
    );
  if (signedBy === undefined)
    findings.push(
      findingOf(notSigned, {
        subject,
        message: 'The manifest is not signed, so a drill cannot tell who made the backup.',
        fix: 'openssl genpkey -algorithm ed25519 -out sign-key.pem\nopenssl pkey -in sign-key.pem -pubout',
      }),
    );
  if (manifest.proof === 'none')
    findings.push(
      findingOf(notProved, {
        subject,
        message: '`proof: none`: a restored copy has nothing to be equal to.',
      }),
    );
  if (copies.length === 1)
    findings.push(
      findingOf(singleCopy, {
        subject,
        message: `The only copy is in ${copies[0]?.location ?? 'one place'}.`,
        fix: 'Give `to` a second destination, a line each: another account, another region.',
      }),
    );
  return findings;
}
