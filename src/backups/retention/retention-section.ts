/** What retention kept and deleted, and why, as a section of the report. */
import type { Finding } from '../../report/finding.ts';
import { counted, formatBytes } from '../../report/quantity.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { Block, PlainBlock, Section, Text } from '../../report/section.ts';
import { statusOf } from '../../report/verdict.ts';
import type { RetentionDecision } from './plan.ts';
import type { PrunedStore } from './prune.ts';

const nothingVerified: RuleInfo = {
  id: 'nothing-verified',
  title: 'No backup of the series is verified, so none is deleted',
  severity: 'warning',
  why: 'Old backups go only behind a newer one that was restored and proved. Until then they are all there is.',
};

const unreadableBackup: RuleInfo = {
  id: 'backup-manifest-unreadable',
  title: 'The manifest of a stored backup cannot be read, or is not by a key that is trusted',
  severity: 'warning',
  why: 'Such a folder is not counted as a backup and is never deleted.',
};

const uploadsNotEnded: RuleInfo = {
  id: 'unfinished-uploads-not-ended',
  title: 'Unfinished uploads could not be listed or ended',
  severity: 'warning',
  why: 'The parts of an upload that broke off cost as much as what is stored, and no list of objects shows them.',
  docs: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html',
};

const retentionFailed: RuleInfo = {
  id: 'retention-failed',
  title: 'Retention could not be applied after a backup',
  severity: 'warning',
  why: 'The backup is stored all the same; old ones stay until retention runs again.',
};

export const retentionRules: readonly RuleInfo[] = [
  nothingVerified,
  unreadableBackup,
  uploadsNotEnded,
  retentionFailed,
];

/** A destination in which the rules could not be applied. */
export interface UnprunedStore {
  readonly location: string;
  readonly reason: string;
  readonly hint: string | undefined;
}

export interface Pruning {
  readonly series: string;
  readonly isDryRun: boolean;
  readonly stores: readonly PrunedStore[];
  /** Where it failed; none for an action that fails itself then. */
  readonly failed?: readonly UnprunedStore[];
}

export function retentionSection(pruning: Pruning): Section {
  const section: Section = {
    id: 'prune-backups',
    title: 'Retention',
    status: 'passed',
    summary: summaryOf(pruning),
    blocks: pruning.stores.flatMap((store) => storeBlocks(store, pruning.isDryRun)),
    findings: [
      ...pruning.stores.flatMap((store) => findingsOf(store, pruning.series)),
      ...(pruning.failed ?? []).map(({ location, reason, hint }) =>
        findingOf(retentionFailed, {
          subject: location,
          message: reason,
          ...(hint === undefined ? {} : { fix: hint }),
        }),
      ),
    ],
  };
  return { ...section, status: statusOf(section) };
}

function summaryOf({ series, isDryRun, stores }: Pruning): string {
  const deleted = stores.reduce((sum, { outcome }) => sum + outcome.deleted.length, 0);
  const all = stores.reduce((sum, { plan }) => sum + plan.decisions.length, 0);
  if (stores.length === 0) return `${series}: nothing could be looked at, so nothing was deleted`;
  const verb = isDryRun ? 'would be deleted (dry run)' : 'deleted';
  return `${series}: ${deleted} of ${counted(all, 'backup')} ${verb}`;
}

function storeBlocks(
  { location, plan, outcome, swept, uploads }: PrunedStore,
  isDryRun: boolean,
): readonly Block[] {
  const deleted = new Set(outcome.deleted);
  const of = (wanted: boolean) => plan.decisions.filter(({ backup }) => deleted.has(backup.id) === wanted);
  const rows: (readonly [string, Text])[] = [
    ['Place', { code: location }],
    [isDryRun ? 'Would be deleted' : 'Deleted', String(deleted.size)],
    ['Kept', String(plan.decisions.length - deleted.size)],
    ['Behind', plan.guard === undefined ? 'nothing: no backup is verified' : { code: plan.guard.id }],
    ...(outcome.locked.length === 0 ? [] : [['Locked by the store', outcome.locked.join(', ')] as const]),
    ...(swept.length + uploads.length === 0
      ? []
      : [['Unfinished', `${swept.length} folders, ${uploads.length} uploads`] as const]),
  ];
  return [
    { kind: 'facts', rows },
    ...decisionDetails(isDryRun ? 'Would be deleted' : 'Deleted', of(true)),
    ...decisionDetails('Kept', of(false)),
  ];
}

const mostShown = 200;

function decisionDetails(title: string, decisions: readonly RetentionDecision[]): readonly Block[] {
  if (decisions.length === 0) return [];
  const table: PlainBlock = {
    kind: 'table',
    columns: [{ title: 'Backup' }, { title: 'Size', align: 'right' }, { title: 'Why' }],
    rows: decisions
      .slice(0, mostShown)
      .map(({ backup, reasons }) => [
        { code: backup.id },
        formatBytes(backup.files.reduce((sum, { bytes }) => sum + bytes, 0)),
        reasons.join('; '),
      ]),
    ...(decisions.length > mostShown
      ? { caption: `and ${decisions.length - mostShown} more, in the log` }
      : {}),
  };
  return [{ kind: 'details', title: `${title} (${decisions.length})`, blocks: [table] }];
}

function findingsOf(
  { location, plan, ignored, uploadsLeft }: PrunedStore,
  series: string,
): readonly Finding[] {
  const none =
    plan.guard === undefined && plan.decisions.length > 0
      ? [
          findingOf(nothingVerified, {
            subject: series,
            message: `No backup of ${series} in ${location} is verified.`,
            fix: 'Run `verify-backup` on the newest one.',
          }),
        ]
      : [];
  return [
    ...none,
    ...ignored.map(({ id, reason }) => findingOf(unreadableBackup, { subject: id, message: reason })),
    ...(uploadsLeft === undefined
      ? []
      : [
          findingOf(uploadsNotEnded, {
            subject: location,
            message: uploadsLeft,
            fix: 'Allow it (docs/backups/permissions.md), or let a lifecycle rule of the bucket end them.',
          }),
        ]),
  ];
}
