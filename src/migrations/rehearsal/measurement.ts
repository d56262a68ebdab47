/** What a rehearsal measured: each statement of each pending migration, and in what circumstances. */
import type { Transport } from '../script-batch.ts';
import type { LockMode } from './lock-mode.ts';

export type RelationKind =
  | 'table'
  | 'partitioned table'
  | 'index'
  | 'partitioned index'
  | 'view'
  | 'materialized view'
  | 'sequence'
  | 'foreign table'
  | 'toast table'
  | 'composite type';

export interface RelationRef {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly kind: RelationKind;
}

/** A relation as it was before the first pending migration. */
export interface RelationState extends RelationRef {
  /** The planner's estimate; undefined when the table was never analysed. Of an index: entries. */
  readonly rows: number | undefined;
  /** Of a table with its TOAST table, without its indexes; of an index its own. 0 for what has no storage. */
  readonly bytes: number;
  /** `pg_relation_filenode`: another one afterwards means that the relation was rewritten. */
  readonly fileNode: number | undefined;
  /** Of an index or TOAST table: its table. */
  readonly tableOid: number | undefined;
}

/** One lock on a relation that was there before the migrations. */
export interface HeldLock {
  readonly relation: RelationRef;
  readonly mode: LockMode;
  /**
   * Milliseconds, from the start of the statement that took it (or from when it was first seen) to the end of the
   * transaction: never less than the truth by more than one look of the observer.
   */
  readonly heldMs: number;
  /** Milliseconds that the statement waited for others before it got the lock; 0 on a branch of one's own. */
  readonly waitedMs: number;
}

export interface MeasuredStatement {
  readonly migration: string;
  /** Path of migration.sql relative to the workspace; undefined for `command:`. */
  readonly file: string | undefined;
  /** Place among the statements of its script, from 0. */
  readonly index: number;
  /** Line of its first token, from 1; 1 where the script was measured as a whole. */
  readonly line: number;
  /** The SQL, whole. */
  readonly text: string;
  /** Node of the parse tree, such as `IndexStmt`; `Script` where a script was measured as a whole. */
  readonly kind: string;
  readonly status: 'done' | 'failed' | 'not run';
  /** Milliseconds since the first statement of the run began. */
  readonly startMs: number;
  readonly durationMs: number;
  /** The strongest mode on each relation that was there before, newly taken by this statement; strongest first. */
  readonly locks: readonly HeldLock[];
  /** Tables, materialised views and indexes that were there before and got new storage. TRUNCATE is one of the ways. */
  readonly rewritten: readonly RelationRef[];
  /** Bytes of write-ahead log of the whole server in that time; undefined where it could not be read. */
  readonly walBytes: number | undefined;
  /** Statements of one number (from 0; -1: not run) shared a transaction; its locks are held to the end of the last of them. */
  readonly transaction: number;
  /** `exact`: read in the statement's own transaction. `observed`: seen from a second session; a lock shorter than a look is missed. */
  readonly source: 'exact' | 'observed' | 'none';
}

export interface Circumstances {
  /** Such as 180001. */
  readonly serverVersion: number;
  readonly databaseBytes: number;
  /** Such as `0.25 CU`; undefined where the provider does not say. */
  readonly computeSize: string | undefined;
  /** `cold` when most pages came from outside shared buffers while measuring. */
  readonly cache: 'cold' | 'warm' | 'unknown';
  readonly transport: Transport;
  readonly engine: 'project' | 'bundled' | 'command';
  /** False on a schema-only branch and on a server without production's data: sizes then say nothing about production. */
  readonly isProductionData: boolean;
  /** Milliseconds, of the migrating session before the first migration; 0 = none. */
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

export interface Measurement {
  readonly statements: readonly MeasuredStatement[];
  /** Every relation of the user's before the first pending migration. */
  readonly before: readonly RelationState[];
  readonly circumstances: Circumstances;
  /** What could not be measured and why, a sentence an entry. */
  readonly notes: readonly string[];
}
