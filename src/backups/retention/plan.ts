/** Grandfather, father, son: which backups of a series are kept, which go, and why. */
import { assertNever } from '../../errors.ts';
import { compareKeys } from '../storage/key.ts';
import type { RetentionCandidate } from './candidate.ts';
import { type Period, periodOf } from './periods.ts';
import type { RetentionRules } from './rules.ts';

export interface RetentionDecision {
  readonly backup: RetentionCandidate;
  readonly action: 'keep' | 'delete';
  /** One line each, at least one. */
  readonly reasons: readonly string[];
}

export interface RetentionPlan {
  readonly series: string;
  /** Newest first. */
  readonly decisions: readonly RetentionDecision[];
  /** The newest backup that a drill verified: everything that goes is older, and it stays. */
  readonly guard: RetentionCandidate | undefined;
}

export interface RetentionRequest {
  readonly series: string;
  /** Those of other series are left out. */
  readonly backups: readonly RetentionCandidate[];
  readonly rules: RetentionRules;
  readonly now: Date;
}

/**
 * - A rule keeps the newest backup of each of its periods that have one; where there are fewer than it asks for, the
 *   oldest backup of all as well, so that the first year's backup is not lost in the second. As restic does:
 *   https://restic.readthedocs.io/en/stable/060_forget.html
 * - Rules are OR-ed. Pinned backups stay. Fewer than `min` never remain.
 * - Nothing goes but behind a newer backup that a drill verified.
 * - A backup whose drill failed takes no other's place.
 * - One whose time lies ahead stays, and counts for nothing.
 */
export function planRetention({ series, backups, rules, now }: RetentionRequest): RetentionPlan {
  const ours = backups.filter((backup) => backup.series === series).toSorted(newestFirst);
  const past = ours.filter((backup) => isPast(backup, now));
  const counting = past.filter(({ verdict }) => verdict !== 'failed');
  const guard = past.find(({ verdict }) => verdict === 'verified');
  const reasons = new Map<RetentionCandidate, string[]>(ours.map((backup) => [backup, []]));
  const keep = (backup: RetentionCandidate, why: string) => reasons.get(backup)?.push(why);
  for (const backup of ours) {
    if (!isPast(backup, now)) keep(backup, 'its time cannot be right: it lies ahead, or is none');
    if (backup.isPinned) keep(backup, 'pinned: `keep: forever`');
  }
  for (const { backup, why } of keptByRules(counting, rules)) keep(backup, why);
  const guardAt = guard === undefined ? -1 : ours.indexOf(guard);
  for (const [index, backup] of ours.entries()) {
    if (backup === guard) keep(backup, 'the newest that is verified');
    else if (guardAt < 0 || index < guardAt) keep(backup, 'no newer backup is verified');
  }
  keepFloor(counting, rules.min, reasons);
  return { series, guard, decisions: ours.map((backup) => decide(backup, reasons.get(backup) ?? [], guard)) };
}

function newestFirst(left: RetentionCandidate, right: RetentionCandidate): number {
  return timeOf(right) - timeOf(left) || compareKeys(right.id, left.id);
}

/** One that is no time lies ahead of all. */
function timeOf({ takenAt }: RetentionCandidate): number {
  const time = takenAt.getTime();
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}

/** A day of grace for clocks. */
function isPast(backup: RetentionCandidate, now: Date): boolean {
  return timeOf(backup) <= now.getTime() + 86_400_000;
}

interface Kept {
  readonly backup: RetentionCandidate;
  readonly why: string;
}

function* keptByRules(backups: readonly RetentionCandidate[], rules: RetentionRules): Generator<Kept> {
  yield* newest(backups, rules.last, 'keep-last');
  yield* newest(
    backups.filter(({ trigger }) => trigger === 'release'),
    rules.releases,
    'keep-releases',
  );
  for (const period of ['hourly', 'daily', 'weekly', 'monthly', 'yearly'] as const)
    yield* newestOfPeriods(backups, rules[period], period);
}

function* newest(backups: readonly RetentionCandidate[], count: number, rule: string): Generator<Kept> {
  for (const [index, backup] of backups.slice(0, count).entries())
    yield { backup, why: `${rule}: ${index + 1} of ${count}` };
}

function* newestOfPeriods(
  backups: readonly RetentionCandidate[],
  count: number,
  period: Period,
): Generator<Kept> {
  let last = '';
  let kept = 0;
  for (const [index, backup] of backups.entries()) {
    if (kept >= count) return;
    const name = periodOf(backup.takenAt, period);
    if (name !== last) {
      kept += 1;
      yield { backup, why: `keep-${period}: ${kept} of ${count} (${name})` };
    } else if (index === backups.length - 1)
      yield { backup, why: `keep-${period}: the oldest, as there are fewer than ${count}` };
    last = name;
  }
}

function keepFloor(
  counting: readonly RetentionCandidate[],
  min: number,
  reasons: ReadonlyMap<RetentionCandidate, string[]>,
): void {
  const isKept = (backup: RetentionCandidate) => (reasons.get(backup)?.length ?? 0) > 0;
  let kept = counting.filter(isKept).length;
  for (const backup of counting) {
    if (kept >= min) return;
    if (isKept(backup)) continue;
    reasons.get(backup)?.push(`min: never fewer than ${min}`);
    kept += 1;
  }
}

function decide(
  backup: RetentionCandidate,
  reasons: readonly string[],
  guard: RetentionCandidate | undefined,
): RetentionDecision {
  if (reasons.length > 0 || guard === undefined) return { backup, action: 'keep', reasons };
  return { backup, action: 'delete', reasons: [whyNot(backup), `${guard.id} is newer and verified`] };
}

function whyNot({ verdict }: RetentionCandidate): string {
  switch (verdict) {
    case 'failed':
      return 'its drill failed, so that no rule counts it';
    case 'verified':
    case 'unknown':
      return 'no rule keeps it';
    default:
      return assertNever(verdict);
  }
}
