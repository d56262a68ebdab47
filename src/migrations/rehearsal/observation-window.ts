/** Answers about a part of an observation: one session, between two moments. */
import { compareLockModes, isLockMode } from './lock-mode.ts';
import type { HeldLock, RelationRef } from './measurement.ts';
import type { Observation, ObservedLock, ObservedStatement, ObservedWait } from './observation.ts';

export interface Window {
  readonly pid: number;
  /** `performance.now()` before the statement was sent. */
  readonly from: number;
  /** `performance.now()` after its answer, or after the end of its transaction. */
  readonly to: number;
}

export interface WindowSeen {
  /** False: too short to be seen, or the observer had no connection. */
  readonly isSeen: boolean;
  /** The strongest mode on each relation; strongest first. */
  readonly locks: readonly HeldLock[];
  readonly waits: readonly ObservedWait[];
  readonly rewritten: readonly RelationRef[];
}

/** By the middle of each statement: the clocks of two machines are not the same to the millisecond. */
export function seenBetween({ statements }: Observation, { pid, from, to }: Window): WindowSeen {
  const inside = statements.filter((statement) => {
    const middle = (statement.start + statement.end) / 2;
    return statement.pid === pid && from <= middle && middle <= to;
  });
  return {
    isSeen: inside.length > 0,
    locks: heldLocks(inside),
    waits: inside.flatMap(({ waits }) => waits),
    rewritten: uniqueRelations(inside.flatMap(({ rewritten }) => rewritten)),
  };
}

/**
 * The strongest lock on each relation that these statements took; strongest first, then longest. A lock that was waited
 * for and never granted (lock_timeout, a cancel) was held for 0 ms.
 */
export function heldLocks(statements: readonly ObservedStatement[]): readonly HeldLock[] {
  const strongest = new Map<number, HeldLock>();
  for (const lock of statements.flatMap((statement) => [
    ...statement.locks.map(heldLock),
    ...refusedLocks(statement),
  ])) {
    const known = strongest.get(lock.relation.oid);
    if (known === undefined || isMore(lock, known)) strongest.set(lock.relation.oid, lock);
  }
  return [...strongest.values()].toSorted(
    (left, right) =>
      compareLockModes(right.mode, left.mode) ||
      right.heldMs - left.heldMs ||
      left.relation.oid - right.relation.oid,
  );
}

function heldLock({ relation, mode, start, end, waitedMs }: ObservedLock): HeldLock {
  return { relation, mode, heldMs: end - start, waitedMs };
}

function refusedLocks({ waits, locks }: ObservedStatement): readonly HeldLock[] {
  return waits.flatMap(({ relation, mode, start, end }) => {
    if (relation === undefined || !isLockMode(mode)) return [];
    const isGranted = locks.some((lock) => lock.mode === mode && lock.relation.oid === relation.oid);
    return isGranted ? [] : [{ relation, mode, heldMs: 0, waitedMs: end - start }];
  });
}

function isMore(lock: HeldLock, known: HeldLock): boolean {
  return (compareLockModes(lock.mode, known.mode) || lock.heldMs - known.heldMs) > 0;
}

export function uniqueRelations(relations: readonly RelationRef[]): readonly RelationRef[] {
  return [...new Map(relations.map((relation) => [relation.oid, relation])).values()];
}
