/** What an observer saw of a migrating session. All times are `performance.now()` of this process, in milliseconds. */
import type { LockMode } from './lock-mode.ts';
import type { RelationRef } from './measurement.ts';

/** Whoever made the observed session wait. */
export interface Blocker {
  readonly pid: number;
  readonly applicationName: string;
  /** As `pg_stat_activity.state` names it; empty where it may not be read. */
  readonly state: string;
}

/** A wait for another session. */
export interface ObservedWait {
  /** As `pg_locks.locktype` names it: `relation`; `virtualxid` where CREATE INDEX CONCURRENTLY waits for older transactions. */
  readonly lockType: string;
  /** As `pg_locks.mode` names it. */
  readonly mode: string;
  /** Undefined where it is no relation, or one that was not there before. */
  readonly relation: RelationRef | undefined;
  readonly start: number;
  /** The last look that saw it. */
  readonly end: number;
  /** By process id. A prepared transaction has none and is pid 0. */
  readonly blockedBy: readonly Blocker[];
}

/** A granted lock on a relation that was there before. */
export interface ObservedLock {
  readonly relation: RelationRef;
  readonly mode: LockMode;
  /** At the earliest: the last look without it, or the start of the statement that took it. */
  readonly start: number;
  /** At the latest: the end of the transaction, or the first look without it. */
  readonly end: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** Milliseconds of waiting before it was granted. */
  readonly waitedMs: number;
}

export interface ObservedStatement {
  readonly pid: number;
  readonly applicationName: string;
  /** Statements of one number shared a transaction. */
  readonly transaction: number;
  /** What the session sent, up to `textLimit` bytes; undefined where the observer may not read it. */
  readonly text: string | undefined;
  /** By the server's clock where the text may be read; else the look that first saw the transaction. */
  readonly start: number;
  /** By the server's clock where the session was seen idle after it; else later than the truth by at most one look. */
  readonly end: number;
  /** It still ran at the last look. */
  readonly isRunning: boolean;
  /** Newly taken by this statement, every mode. */
  readonly locks: readonly ObservedLock[];
  readonly waits: readonly ObservedWait[];
  /** Relations with new storage; known only after the commit. */
  readonly rewritten: readonly RelationRef[];
  /** Of the whole server; no byte counts for two statements of one session. Undefined where it cannot be read. */
  readonly walBytes: number | undefined;
}

export interface Observation {
  /** By start. A statement that began and ended between two looks is missing unless it was the session's last one at a look. */
  readonly statements: readonly ObservedStatement[];
  /** Relations with new storage that no observed statement accounts for. */
  readonly rewrittenUnseen: readonly RelationRef[];
  /** Bytes to which the server cuts a statement's text (`track_activity_query_size`); undefined before the first look. */
  readonly textLimit: number | undefined;
  readonly looks: number;
  /** What could not be observed and why, a sentence an entry. */
  readonly notes: readonly string[];
}
