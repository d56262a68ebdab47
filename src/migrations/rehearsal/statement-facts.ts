/** One statement as a reader of the report wants to know it: how bad it is, and who waits for it. */
import { type Finding, severities } from '../../report/finding.ts';
import type { AllowedHazard, HazardBasis, StatementRef } from './hazard.ts';
import { blockedBy, compareLockModes } from './lock-mode.ts';
import type { HeldLock, MeasuredStatement } from './measurement.ts';
import type { Rehearsal } from './rehearsal.ts';
import { keyOf, resultOf } from './rehearsal-findings.ts';
import { isTable } from './relation-words.ts';

export interface StatementFacts {
  readonly statement: MeasuredStatement;
  /** The strongest lock on a table, else on anything; undefined where it locked nothing that was there before. */
  readonly strongest: HeldLock | undefined;
  /** Locks on tables that an application notices, longest first. */
  readonly stalls: readonly HeldLock[];
  readonly judged: readonly Judged[];
  readonly allowed: readonly AllowedHazard[];
}

export interface Judged {
  readonly finding: Finding;
  /** Undefined for a finding about data. */
  readonly basis: HazardBasis | undefined;
}

/** Milliseconds: whoever waits for less does not notice. */
export const shortestStallMs = 10;

/** Holds up the application's reads or writes long enough to be noticed. */
export function isStall({ relation, mode, heldMs }: HeldLock): boolean {
  return isTable(relation) && blockedBy(mode).writes && heldMs >= shortestStallMs;
}

/** Every measured statement, worst first. */
export function statementFacts(rehearsal: Rehearsal): readonly StatementFacts[] {
  const data = resultOf(rehearsal.data, []).map((entry) => ({ ...entry, basis: undefined }));
  const judged = groupByStatement([...rehearsal.hazards, ...data], ({ statement }) => statement);
  const allowed = groupByStatement(rehearsal.allowed, ({ hazard }) => hazard.statement);
  return rehearsal.measurement.statements
    .map((statement) => ({
      statement,
      strongest: strongestLock(statement.locks),
      stalls: statement.locks.filter(isStall).toSorted((a, b) => b.heldMs - a.heldMs),
      judged: (judged.get(keyOf(statement)) ?? []).toSorted(bySeverity),
      allowed: allowed.get(keyOf(statement)) ?? [],
    }))
    .toSorted(worstFirst);
}

/** Worth a line that is seen without a click. */
export function isNotable({ statement, stalls, judged }: StatementFacts): boolean {
  const found = judged.some(({ finding }) => finding.severity !== 'notice');
  return statement.status === 'failed' || found || stalls.length > 0;
}

function strongestLock(locks: readonly HeldLock[]): HeldLock | undefined {
  const stronger = (a: HeldLock, b: HeldLock) =>
    Number(isTable(b.relation)) - Number(isTable(a.relation)) ||
    compareLockModes(b.mode, a.mode) ||
    b.heldMs - a.heldMs;
  return locks.toSorted(stronger)[0];
}

function bySeverity(left: Judged, right: Judged): number {
  return severities.indexOf(left.finding.severity) - severities.indexOf(right.finding.severity);
}

/** A failed statement first, then by severity, by the longest stall, by time; else as they were run. */
function worstFirst(left: StatementFacts, right: StatementFacts): number {
  return (
    rankOf(left) - rankOf(right) ||
    (right.stalls[0]?.heldMs ?? 0) - (left.stalls[0]?.heldMs ?? 0) ||
    right.statement.durationMs - left.statement.durationMs
  );
}

function rankOf({ statement, judged }: StatementFacts): number {
  if (statement.status === 'failed') return -1;
  const [worst] = judged;
  return worst === undefined ? severities.length : severities.indexOf(worst.finding.severity);
}

function groupByStatement<T>(
  entries: readonly T[],
  statementOf: (entry: T) => StatementRef,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(statementOf(entry));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups;
}
