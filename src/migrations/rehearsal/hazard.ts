/** What is dangerous about a statement, and how that is known. */
import type { Finding } from '../../report/finding.ts';

/** `confirmed`: the rule and the measurement say the same. */
export type HazardBasis = 'confirmed' | 'measured only' | 'static only';

export interface StatementRef {
  readonly migration: string;
  /** Place among the statements of its script, from 0. */
  readonly index: number;
}

export interface Hazard {
  /** Its `rule` is a hazard's id; its `fix` is SQL or steps that can be pasted. */
  readonly finding: Finding;
  readonly basis: HazardBasis;
  readonly statement: StatementRef;
}

/** A hazard that a comment in the migration, the baseline file or the configuration accepts. */
export interface AllowedHazard {
  readonly hazard: Hazard;
  /** As written by whoever allowed it. */
  readonly reason: string;
  readonly by: 'comment' | 'baseline' | 'configuration';
}
