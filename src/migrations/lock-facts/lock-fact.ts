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
  | 'view'
  | 'sequence';

export interface RoleLock {
  readonly role: LockRole;
  readonly mode: LockMode;
}

/** Of one form on one major version of Postgres. */
export interface LockFact {
  /** Strongest mode on each relation involved; strongest first. */
  readonly locks: readonly RoleLock[];
  readonly rewritesTable: boolean;
  readonly rewritesIndexes: boolean;
  /** The table is read from beginning to end (also to build an index or check a constraint). */
  readonly scansTable: boolean;
  readonly runsInTransaction: boolean;
}
