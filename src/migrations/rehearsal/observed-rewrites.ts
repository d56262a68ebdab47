/** Which relations got new storage, and by which statement. Others see it only after the commit. */
import type { RelationState } from './measurement.ts';
import type { TrackedLock, TrackedStatement, TrackedTransaction } from './observed-session.ts';
import type { Look } from './observer-look.ts';

/** Storage is only ever replaced under ACCESS EXCLUSIVE. */
export interface ExclusiveLock {
  readonly lock: TrackedLock;
  readonly transaction: TrackedTransaction | undefined;
}

export interface Rewrites {
  /** From now on the storage of the relation and its parts is asked for, until the lock is let go of. */
  suspect(exclusive: ExclusiveLock): void;
  /** Takes in the storage that this look read, after its locks. */
  see(look: Look): void;
  toAsk(): readonly number[];
  readonly all: readonly number[];
  /** Relations whose storage changed although no look saw them locked. */
  readonly unseen: readonly RelationState[];
}

export function createRewrites(before: readonly RelationState[]): Rewrites {
  const stored = new Map(
    before.filter(({ fileNode }) => fileNode !== undefined).map((state) => [state.oid, state]),
  );
  const known = new Map([...stored].map(([oid, { fileNode }]) => [oid, fileNode]));
  const parts = partsByTable(before);
  const suspects = new Map<number, readonly ExclusiveLock[]>();
  const unseen: RelationState[] = [];
  return {
    all: [...stored.keys()],
    unseen,
    toAsk: () => [...suspects.keys()],
    suspect(exclusive) {
      const { oid } = exclusive.lock.relation;
      for (const part of [oid, ...(parts.get(oid) ?? [])])
        if (stored.has(part)) suspects.set(part, [...(suspects.get(part) ?? []), exclusive]);
    },
    see(look) {
      for (const { oid, node } of look.fileNodes) {
        const holders = suspects.get(oid) ?? [];
        const left = holders.filter(({ lock }) => lock.end === undefined);
        if (left.length > 0) suspects.set(oid, left);
        else suspects.delete(oid);
        const relation = stored.get(oid);
        if (relation === undefined || node === null || node === known.get(oid)) continue;
        known.set(oid, node);
        const [first] = holders;
        if (first === undefined) unseen.push(relation);
        else rewriter(first).rewritten.push(relation);
      }
    },
  };
}

/** Indexes and TOAST table of each table. */
function partsByTable(before: readonly RelationState[]): ReadonlyMap<number, readonly number[]> {
  const parts = new Map<number, number[]>();
  for (const { oid, tableOid } of before) {
    if (tableOid === undefined) continue;
    const known = parts.get(tableOid);
    if (known === undefined) parts.set(tableOid, [oid]);
    else known.push(oid);
  }
  return parts;
}

/**
 * Of a transaction of several statements: the first from the one that took the lock on that made new relations, as every
 * rewrite does but for TRUNCATE and REINDEX; else the one that took the lock.
 */
function rewriter({ transaction, lock: { taker } }: ExclusiveLock): TrackedStatement {
  const statements = transaction?.statements ?? [];
  const from = Math.max(0, statements.indexOf(taker));
  return statements.slice(from).find(({ madeStorage }) => madeStorage) ?? taker;
}
