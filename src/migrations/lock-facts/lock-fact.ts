/** What a form of DDL does to a table that was there before: measured on real servers, see docs/lock-facts.md. */
import type { LockMode } from '../rehearsal/lock-mode.ts';

/** Whose lock it is, seen from the statement. */
export type LockRole =
  | 'table'
  | 'index'
  | 'referenced table'
  | 'referencing table'
  | 'parent table'
  | 'partition'
  | 'default partition'
  /** Materialised ones too. */
  | 'view'
  | 'sequence'
  /** A composite type: it has a lock as tables have. */
  | 'type';

export interface RoleLock {
  readonly role: LockRole;
  readonly mode: LockMode;
}

/** Of one form on one major version of Postgres. */
export interface LockFact {
  /** Strongest mode on each relation involved; strongest first, indexes last among equals. */
  readonly locks: readonly RoleLock[];
  readonly rewritesTable: boolean;
  readonly rewritesIndexes: boolean;
  /** The table is read from beginning to end (also to build an index or check a constraint). */
  readonly scansTable: boolean;
  readonly runsInTransaction: boolean;
}

/** A fact as it was measured: which relations, not only whether. */
export interface MeasuredFact {
  readonly locks: readonly RoleLock[];
  /** What got new storage; indexes last. */
  readonly rewritten: readonly LockRole[];
  /** What was read from beginning to end. */
  readonly scanned: readonly LockRole[];
  readonly runsInTransaction: boolean;
}

/** Holds from this major version on, until the next entry. */
export interface FactSince extends MeasuredFact {
  readonly since: number;
}
