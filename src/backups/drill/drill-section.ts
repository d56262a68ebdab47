/** What `verify-backup` has to say, as a section of the report. */
import { formatDuration } from '../../duration.ts';
import type { Finding } from '../../report/finding.ts';
import { counted, formatBytes, formatCount } from '../../report/quantity.ts';
import type { Block, Column, PlainBlock, Section, Text } from '../../report/section.ts';
import type { Omission } from '../proof/database-facts.ts';
import type { DrillRecord, DrillVerdict } from './drill.ts';
import { inWords } from './objectives.ts';
import { rtoDiagram } from './rto-chart.ts';

export interface DrillReport {
  readonly series: string;
  /** Of this run. Empty: there was nothing to restore, and `findings` say why. */
  readonly records: readonly DrillRecord[];
  /** Newest first, those of this run included. */
  readonly history: readonly DrillRecord[];
  readonly findings: readonly Finding[];
  /** Seconds; undefined while nothing was verified. */
  readonly rpo: number | undefined;
  readonly maxRto: number;
  readonly maxRpo: number;
}

export function drillSection(report: DrillReport): Section {
  const { records, findings } = report;
  const verdict = worstVerdict(records.map((record) => record.verdict));
  const isWell = verdict === 'verified' && findings.every(({ severity }) => severity === 'notice');
  const hasError = verdict !== 'verified' || findings.some(({ severity }) => severity === 'error');
  return {
    id: 'verify-backup',
    title: 'Restore drill',
    status: isWell ? 'passed' : hasError ? 'failed' : 'warning',
    summary: summaryOf(report, verdict),
    blocks: blocksOf(report),
    findings,
    ...(verdict === 'verified' ? {} : { nextSteps: nextSteps(verdict) }),
  };
}

/** No drill at all proves nothing. */
export function worstVerdict(verdicts: readonly DrillVerdict[]): DrillVerdict {
  if (verdicts.includes('failed')) return 'failed';
  return verdicts.length === 0 || verdicts.includes('could-not-verify') ? 'could-not-verify' : 'verified';
}

const verdictWords: Readonly<Record<DrillVerdict, string>> = {
  verified: 'verified',
  failed: 'failed',
  'could-not-verify': 'could not be verified',
};

function summaryOf({ records, series, findings }: DrillReport, verdict: DrillVerdict): string {
  const [first] = records;
  if (first === undefined)
    return findings[0]?.message.replace(/\.$/, '') ?? `Nothing of ${series} was restored`;
  if (verdict !== 'verified') {
    const bad = records.find((record) => record.verdict === verdict) ?? first;
    return `${bad.backupId} ${verdictWords[verdict]}`;
  }
  const rows = `${counted(first.tables, 'table')}, ${counted(first.rows, 'row')}`;
  return records.length === 1
    ? `${first.backupId} restored in ${inWords(first.rtoSeconds)} and proved equal: ${rows}`
    : `${records.length} backups restored and proved equal, the newest in ${inWords(first.rtoSeconds)}`;
}

function blocksOf(report: DrillReport): readonly Block[] {
  const { records, history, maxRto } = report;
  const [first] = records;
  if (first === undefined) return [];
  const diagram = rtoDiagram(history, maxRto);
  const blocks: readonly (Block | undefined)[] = [
    { kind: 'table', columns: tableColumns, rows: records.map(tableRow) },
    { kind: 'facts', rows: objectives(report, first) },
    ...(diagram === undefined ? [] : [{ kind: 'mermaid', text: diagram } as const]),
    details('Time by step', records.map(timingBlock)),
    omissionDetails(
      'Not compared',
      records.flatMap(({ notCompared }) => notCompared),
    ),
    omissionDetails(
      'Not in the backup: a real restore needs more than the dump',
      records.flatMap(({ notInBackup }) => notInBackup),
    ),
  ];
  return blocks.filter((block) => block !== undefined);
}

/** Of a restore that stays. */
export function drillBlocks(record: DrillRecord, place: string | undefined): readonly Block[] {
  const { machine, isSigned } = record;
  const blocks: readonly (Block | undefined)[] = [
    { kind: 'table', columns: tableColumns, rows: [tableRow(record)] },
    {
      kind: 'facts',
      rows: [
        ['Restored into', place ?? 'nothing was left'],
        ['Signature', isSigned ? 'checked before anything else' : 'not checked'],
        ['Server', machine.target],
      ],
    },
    details('Time by step', [timingBlock(record)]),
    omissionDetails('Not compared', record.notCompared),
    omissionDetails('Not in the backup: to be made by hand', record.notInBackup),
  ];
  return blocks.filter((block) => block !== undefined);
}

const tableColumns: readonly Column[] = [
  { title: 'Backup' },
  { title: 'Copy' },
  { title: 'Verdict' },
  { title: 'Time to restore', align: 'right' },
  { title: 'Size', align: 'right' },
];

function tableRow(record: DrillRecord): readonly Text[] {
  return [
    { code: record.backupId },
    { code: record.location },
    verdictWords[record.verdict],
    inWords(record.rtoSeconds),
    formatBytes(record.bytes),
  ];
}

function objectives(
  { rpo, maxRto, maxRpo }: DrillReport,
  first: DrillRecord,
): readonly (readonly [string, Text])[] {
  const limit = (seconds: number) => (seconds === 0 ? '' : ` (at most ${inWords(seconds)})`);
  const { machine, isSigned } = first;
  return [
    ['Time to restore (RTO)', `${inWords(first.rtoSeconds)}${limit(maxRto)}`],
    [
      'Age of what is verified (RPO)',
      `${rpo === undefined ? 'nothing was ever verified' : inWords(rpo)}${limit(maxRpo)}`,
    ],
    ['Signature', isSigned ? 'checked before anything else' : 'not checked'],
    ['Restored on', machine.target],
    [
      'Machine',
      `${counted(machine.cores, 'core')}, ${formatBytes(machine.memoryBytes)} of memory, ${machine.platform}`,
    ],
  ];
}

function timingBlock({ backupId, timings }: DrillRecord): PlainBlock {
  return {
    kind: 'table',
    caption: backupId,
    columns: [{ title: 'Step' }, { title: 'Time', align: 'right' }],
    rows: timings.map(({ step, seconds }) => [step, formatDuration(seconds * 1000)]),
  };
}

function details(title: string, blocks: readonly PlainBlock[]): Block {
  return { kind: 'details', title, blocks };
}

const mostOmissions = 100;

/** What two drills have in common is told once. */
function omissionDetails(title: string, all: readonly Omission[]): Block | undefined {
  const distinct = [...new Map(all.map((one) => [`${one.subject}\0${one.reason}`, one])).values()];
  if (distinct.length === 0) return undefined;
  const shown = distinct.slice(0, mostOmissions);
  const left = distinct.length - shown.length;
  return details(`${title} (${formatCount(distinct.length)})`, [
    {
      kind: 'table',
      columns: [{ title: 'What' }, { title: 'Why' }],
      rows: [
        ...shown.map(({ subject, reason }) => [{ code: subject }, reason]),
        ...(left === 0 ? [] : [[`${left} more`, '']]),
      ],
    },
  ]);
}

function nextSteps(verdict: DrillVerdict): readonly Text[] {
  if (verdict === 'failed')
    return [
      'Do not rely on this backup. Take a new one now, and verify it.',
      'Look at the other copies: run `verify-backup` with `from` naming one of them.',
    ];
  return [
    'Nothing is proved, neither way. Mend what the finding names and run the drill again.',
    'Retention keeps what is there: it deletes nothing before a newer backup is verified.',
  ];
}
