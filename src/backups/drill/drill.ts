import type { ContentDifference, Omission } from '../proof/database-facts.ts';

/** `could-not-verify`: nothing is proved, neither way; never green. */
export const verdicts = ['verified', 'failed', 'could-not-verify'] as const;
export type DrillVerdict = (typeof verdicts)[number];

export const drillSteps = ['download', 'restore', 'analyze', 'compare', 'amcheck', 'assert-sql'] as const;
export type DrillStep = (typeof drillSteps)[number];

export interface DrillTiming {
  readonly step: DrillStep;
  readonly seconds: number;
}

/** Where it was done: a time says nothing without. */
export interface DrillMachine {
  readonly cores: number;
  readonly memoryBytes: number;
  readonly platform: string;
  /** Such as `embedded server, PostgreSQL 17.12`. */
  readonly target: string;
}

/**
 * What one drill found: written beside the backups (`<series>/drills/<drill id>.json`), where retention and freshness
 * read it again. Plain data; its JSON is versioned.
 */
export interface DrillRecord {
  readonly kind: 'database-actions-drill';
  readonly version: 1;
  /** `<yyyymmddThhmmssZ>_<backup id>` */
  readonly id: string;
  readonly backupId: string;
  readonly series: string;
  /** The copy that was restored. */
  readonly location: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly verdict: DrillVerdict;
  /** One line: why it is not `verified`. */
  readonly reason?: string;
  /** Hex SHA-256 of the manifest's bytes, and whether a signature of a known key was checked. */
  readonly manifestSha256: string;
  readonly isSigned: boolean;
  readonly timings: readonly DrillTiming[];
  /** Download to last comparison. */
  readonly rtoSeconds: number;
  /** From the exported snapshot to the start of the drill, of the newest verified backup; absent while none was verified. */
  readonly rpoSeconds?: number;
  readonly bytes: number;
  readonly rows: number;
  readonly tables: number;
  readonly machine: DrillMachine;
  readonly differences: readonly ContentDifference[];
  readonly notInBackup: readonly Omission[];
  readonly notCompared: readonly Omission[];
}

/** Folder of a series' drill records, below a destination. */
export function drillFolder(series: string): string {
  return `${series}/drills`;
}
