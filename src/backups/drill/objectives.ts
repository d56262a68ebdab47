/** How long a restore may take and how much may be lost, held against what was measured. */
import { formatDuration } from '../../duration.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import type { DrillRecord } from './drill.ts';
import { newestVerified } from './drill-history.ts';
import { backupStale, neverVerified, rpoExceeded, rtoExceeded } from './rules.ts';

/** In seconds; 0 = no limit. */
export interface Objectives {
  readonly maxRto: number;
  readonly maxRpo: number;
}

/** A time that was measured of a drill that did not verify says nothing. */
export function rtoFindings(record: DrillRecord, { maxRto }: Objectives): readonly Finding[] {
  if (record.verdict !== 'verified' || maxRto === 0 || record.rtoSeconds <= maxRto) return [];
  return [
    findingOf(rtoExceeded, {
      subject: record.backupId,
      message: `The restore took ${inWords(record.rtoSeconds)}, the objective is ${inWords(maxRto)}.`,
      evidence: record.timings.map(({ step, seconds }) => `${step} ${inWords(seconds)}`).join(', '),
      fix: 'Restore on a larger machine, with more `jobs`, or keep less in the database; else agree on a longer objective.',
    }),
  ];
}

/** Seconds from the newest verified snapshot to `at`; undefined while nothing was verified. */
export function measureRpo(history: readonly DrillRecord[], at: Date): number | undefined {
  const newest = newestVerified(history);
  if (newest === undefined) return undefined;
  return Math.max(0, Math.round((at.getTime() - newest.takenAt.getTime()) / 1000));
}

/** @param rpo as `measureRpo` gives it */
export function rpoFindings(
  rpo: number | undefined,
  { maxRpo }: Objectives,
  series: string,
): readonly Finding[] {
  if (rpo === undefined)
    return [
      findingOf(neverVerified, {
        subject: series,
        message: `No backup of ${series} was ever verified by a drill.`,
        fix: 'Run `verify-backup` on a schedule, once a month at least.',
      }),
    ];
  if (maxRpo === 0 || rpo <= maxRpo) return [];
  return [
    findingOf(rpoExceeded, {
      subject: series,
      message: `The snapshot of the newest verified backup of ${series} is ${inWords(rpo)} old, the objective is ${inWords(maxRpo)}.`,
      fix: 'Back up and verify more often, and look whether the scheduled runs still run.',
    }),
  ];
}

export interface AgeQuestion {
  readonly series: string;
  /** Snapshot of the newest backup, verified or not; undefined when there is none. */
  readonly newestTakenAt: Date | undefined;
  readonly now: Date;
  /** Seconds; 0 = no limit. */
  readonly maxAge: number;
}

export function ageFindings({ series, newestTakenAt, now, maxAge }: AgeQuestion): readonly Finding[] {
  const fix = 'Look at the runs of the scheduled backup: is the workflow disabled, does it fail?';
  if (newestTakenAt === undefined)
    return [
      findingOf(backupStale, { subject: series, message: `There is no backup of ${series} at all.`, fix }),
    ];
  const age = Math.round((now.getTime() - newestTakenAt.getTime()) / 1000);
  if (maxAge === 0 || age <= maxAge) return [];
  return [
    findingOf(backupStale, {
      subject: series,
      message: `The newest backup of ${series} is ${inWords(age)} old, at most ${inWords(maxAge)} is allowed.`,
      fix,
    }),
  ];
}

export function inWords(seconds: number): string {
  return formatDuration(seconds * 1000);
}
