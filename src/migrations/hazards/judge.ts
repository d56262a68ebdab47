/** From what a rule detected to a finding: what the facts predict, what was measured, and how large the table is. */
import { displayName } from '../../postgres/object-name.ts';
import type { Finding, Severity } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import type { HazardBasis } from '../rehearsal/hazard.ts';
import { blockedBy, blockedWords, compareLockModes, lockModeWords } from '../rehearsal/lock-mode.ts';
import type { MeasuredStatement } from '../rehearsal/measurement.ts';
import type { Detection } from './hazard-rule.ts';
import { heldOverSlow } from './held-locks.ts';
import type { TableLock } from './involved-tables.ts';
import { type MeasuredFacts, measuredText, sizeText } from './measured-facts.ts';
import type { TableModel } from './schema-model.ts';

export interface Limits {
  /** True: the sizes are production's. */
  readonly isProductionData: boolean;
  /** A table with fewer rows is small; one whose rows are not known is not. */
  readonly lockRowThreshold: number;
  /** Milliseconds; undefined = no limit. */
  readonly maxLockDurationMs: number | undefined;
}

export interface Evidence {
  readonly limits: Limits;
  readonly measured: MeasuredStatement | undefined;
  readonly facts: MeasuredFacts | undefined;
  /** What the operation is predicted to lock, or what its transaction holds. */
  readonly predicted: readonly TableLock[];
  readonly isRewritePredicted: boolean;
}

export interface Judgement {
  readonly finding: Finding;
  readonly basis: HazardBasis;
}

export function isSmall(rows: number | undefined, { isProductionData, lockRowThreshold }: Limits): boolean {
  return isProductionData && rows !== undefined && rows < lockRowThreshold;
}

/** Undefined where the measurement settles that there is no danger after all. */
export function judged(detection: Detection, evidence: Evidence): Judgement | undefined {
  const { rule, subject, message, fix } = detection;
  const comparison = compared(detection, evidence);
  if (comparison === 'contradicted' && detection.isCertain === false) return undefined;
  const lines = evidenceLines(detection, comparison, evidence);
  const finding = findingOf(rule, {
    severity: severityOf(detection, comparison, evidence),
    subject,
    message,
    fix,
    ...(lines.length === 0 ? {} : { evidence: lines.join('\n') }),
  });
  return { finding, basis: comparison === 'confirmed' ? 'confirmed' : 'static only' };
}

type Comparison = 'confirmed' | 'contradicted' | 'unknown';

function compared({ rule, table }: Detection, evidence: Evidence): Comparison {
  const { measured, facts, predicted } = evidence;
  if (measured === undefined || facts === undefined || table?.oid === undefined) return 'unknown';
  if (measured.status === 'not run' || measured.source === 'none') return 'unknown';
  const isSettled = measured.status === 'done' && measured.source === 'exact';
  if (rule.danger === 'rewrite') {
    if (facts.isRewritten(measured, table.oid)) return 'confirmed';
    return isSettled ? 'contradicted' : 'unknown';
  }
  const wanted = predicted.find((lock) => lock.table.id === table.id)?.mode ?? 'ShareLock';
  const lock = facts.lockOn(measured, table.oid);
  if (lock !== undefined && compareLockModes(lock.mode, wanted) >= 0) return 'confirmed';
  return isSettled ? 'contradicted' : 'unknown';
}

function severityOf(detection: Detection, comparison: Comparison, evidence: Evidence): Severity {
  const { rule, table } = detection;
  const severity = detection.severity ?? rule.severity;
  if (rule.danger === 'meaning') return severity;
  if (comparison === 'contradicted') return 'notice';
  if (rule.id === heldOverSlow.id) return wasShort(detection, evidence) ? 'notice' : severity;
  if (rule.danger === 'lock') return severity;
  return isSmall(table?.rows, evidence.limits) ? 'notice' : severity;
}

/** How slow a statement is depends on what it finds, so time on production's data settles it. */
function wasShort({ table }: Detection, { limits, measured, facts }: Evidence): boolean {
  if (!limits.isProductionData || measured === undefined || table?.oid === undefined) return false;
  const lock = measured.status === 'done' ? facts?.lockOn(measured, table.oid) : undefined;
  return lock !== undefined && lock.heldMs <= (limits.maxLockDurationMs ?? 1000);
}

function evidenceLines(detection: Detection, comparison: Comparison, evidence: Evidence): readonly string[] {
  const { table, rule } = detection;
  return [
    ...(detection.evidence === undefined ? [] : [detection.evidence]),
    ...(table === undefined ? [] : predictionLines(table, evidence)),
    ...measuredLines(detection, comparison, evidence),
    ...(table === undefined || rule.danger === 'meaning' ? [] : [sizeLine(table, evidence.limits)]),
  ];
}

function predictionLines(table: TableModel, { predicted, isRewritePredicted }: Evidence): readonly string[] {
  const lock = predicted.find((other) => other.table.id === table.id);
  // Weaker ones are those of every query.
  if (lock === undefined || !blockedBy(lock.mode).ddl) return [];
  const wait = `${blockedWords(lock.mode)} wait`;
  const also = predicted
    .filter((other) => other.table.id !== table.id)
    .map((other) => `${lockModeWords(other.mode)} on ${displayName(other.table)}`);
  return [
    `${lockModeWords(lock.mode)} on ${displayName(table)}: ${wait}.${isRewritePredicted ? ' The table is rewritten.' : ''}`,
    ...(also.length === 0 ? [] : [`Also: ${also.join(', ')}.`]),
  ];
}

function measuredLines(
  { table, rule }: Detection,
  comparison: Comparison,
  { measured, facts, limits }: Evidence,
): readonly string[] {
  if (measured === undefined || facts === undefined || measured.status === 'not run') return [];
  if (table?.oid === undefined || measured.source === 'none') return [];
  const where = limits.isProductionData
    ? []
    : ['The branch has no data of production’s, so times say little.'];
  if (comparison === 'contradicted' && rule.danger !== 'meaning')
    return [
      rule.danger === 'rewrite'
        ? 'Measured here, and not seen: the table was not rewritten.'
        : 'Measured here, and not seen: no such lock was taken.',
    ];
  const lock = facts.lockOn(measured, table.oid);
  return comparison === 'confirmed' ? [measuredText(measured, lock), ...where] : [];
}

function sizeLine(table: TableModel, limits: Limits): string {
  const small = isSmall(table.rows, limits)
    ? ` Fewer than ${limits.lockRowThreshold.toLocaleString('en-US')} rows, so it is over at once.`
    : '';
  return sizeText(table) + small;
}
