/** What `restore-backup` has to say, as a section of the report. */
import type { Finding } from '../../report/finding.ts';
import { counted } from '../../report/quantity.ts';
import type { Section } from '../../report/section.ts';
import type { DrillRecord } from '../drill/drill.ts';
import { drillBlocks } from '../drill/drill-section.ts';
import { inWords } from '../drill/objectives.ts';

export interface RestoreReport {
  readonly record: DrillRecord;
  /** Where it is now; undefined when nothing was left. */
  readonly place: string | undefined;
  readonly findings: readonly Finding[];
}

export function restoreSection({ record, place, findings }: RestoreReport): Section {
  const hasError = record.verdict !== 'verified' || findings.some(({ severity }) => severity === 'error');
  const hasWarning = findings.some(({ severity }) => severity === 'warning');
  return {
    id: 'restore-backup',
    title: 'Restore',
    status: hasError ? 'failed' : hasWarning ? 'warning' : 'passed',
    summary: summaryOf(record, place),
    blocks: drillBlocks(record, place),
    findings,
    ...(hasError ? { nextSteps: nextSteps(record, place) } : {}),
  };
}

function summaryOf(record: DrillRecord, place: string | undefined): string {
  if (record.verdict === 'verified')
    return `${record.backupId} restored in ${inWords(record.rtoSeconds)} and proved equal: ${counted(record.tables, 'table')}, ${counted(record.rows, 'row')}`;
  return place === undefined
    ? `${record.backupId} was not restored`
    : `${record.backupId} was restored and not proved equal`;
}

function nextSteps(record: DrillRecord, place: string | undefined): readonly string[] {
  if (place === undefined)
    return ['Nothing was left behind. Mend what the finding names, or restore another backup or copy.'];
  return [
    `Look at what is different before anybody works with ${place}: it holds what could be restored of ${record.backupId}.`,
  ];
}
