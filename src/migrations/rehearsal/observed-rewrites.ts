/** Which relations got new storage, and by which statement. Others see it only after the commit. */
import type { RelationState } from './measurement.ts';
import type { TrackedSession, TrackedStatement, TrackedTransaction } from './observed-session.ts';
import type { Look } from './observer-look.ts';

export interface Rewrites {
  /** Takes in who locks what exclusively, and the storage that this look read. */
  see(look: Look, sessions: Iterable<TrackedSession>): void;
  toAsk(): readonly number[];
  readonly all: readonly number[];
  /** Relations whose storage changed although no look saw them locked. */
  readonly unseen: readonly RelationState[];
}

interface Suspicion {
  readonly transaction: TrackedTransaction | undefined;
  readonly taker: TrackedStatement;
}

export function createRewrites(before: readonly RelationState[]): Rewrites {
  const stored = new Map(
    before.filter(({ fileNode }) => fileNode !== undefined).map((state) => [state.oid, state]),
  );
  const known = new Map([...stored].map(([oid, { fileNode }]) => [oid, fileNode]));
  const parts = partsByTable(before);
  const suspects = new Map<number, Suspicion>();
  const unseen: RelationState[] = [];
  return {
    all: [...stored.keys()],
    unseen,
    toAsk: () => [...suspects.keys()],
    see(look, sessions) {
      const held = suspect({ suspects, stored, parts }, sessions);
      for (const { oid, node } of look.fileNodes) {
        const relation = stored.get(oid);
        const suspicion = suspects.get(oid);
        if (!held.has(oid)) suspects.delete(oid);
        if (relation === undefined || node === null || node === known.get(oid)) continue;
        known.set(oid, node);
        if (suspicion === undefined) unseen.push(relation);
        else rewriter(suspicion).rewritten.push(relation);
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

interface Suspects {
  readonly suspects: Map<number, Suspicion>;
  readonly stored: ReadonlyMap<number, RelationState>;
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/** Storage is only ever replaced under ACCESS EXCLUSIVE. Gives what is held so now, with its parts. */
function suspect(
  { suspects, stored, parts }: Suspects,
  sessions: Iterable<TrackedSession>,
): ReadonlySet<number> {
  const held = new Set<number>();
  for (const { transaction, statement, locks } of sessions)
    for (const { mode, relation } of locks.values()) {
      if (mode !== 'AccessExclusiveLock' || statement === undefined) continue;
      for (const oid of [relation.oid, ...(parts.get(relation.oid) ?? [])]) {
        held.add(oid);
        if (stored.has(oid) && !suspects.has(oid)) suspects.set(oid, { transaction, taker: statement });
      }
    }
  return held;
}

/**
 * Of a transaction of several statements: the first from the one that took the lock on that made new relations, as every
 * rewrite does but for TRUNCATE and REINDEX; else the one that took the lock.
 */
function rewriter({ transaction, taker }: Suspicion): TrackedStatement {
  const statements = transaction?.statements ?? [];
  const maker = statements
    .slice(Math.max(0, statements.indexOf(taker)))
    .find(({ madeStorage }) => madeStorage);
  return maker ?? taker;
}
