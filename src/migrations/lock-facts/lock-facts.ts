/** The table of facts, for the rules to ask. */
import type { FactSince, LockFact, LockRole, MeasuredFact } from './lock-fact.ts';
import { measuredFacts } from './measured.ts';

/** Such as `alter-table-add-column-default-volatile`; all of them are in docs/lock-facts.md. */
export type LockForm = keyof typeof measuredFacts;

const factsByForm: ReadonlyMap<string, readonly FactSince[]> = new Map(Object.entries(measuredFacts));

export const lockForms: readonly string[] = [...factsByForm.keys()];

/** The oldest major version that was measured. */
const oldestMajor = Math.min(
  ...[...factsByForm.values()].flatMap((facts) => facts.map(({ since }) => since)),
);

/**
 * Undefined when there is no such form on that version. A version older than those that were measured is taken for the
 * oldest of them, a newer one for the newest.
 * @param form a {@link LockForm}; any text is allowed, since a rule may make it from a parse tree
 * @param serverMajor such as 17
 */
export function measuredFactOf(form: string, serverMajor: number): MeasuredFact | undefined {
  const major = Math.max(serverMajor, oldestMajor);
  return factsByForm.get(form)?.findLast(({ since }) => since <= major);
}

/** {@link measuredFactOf}, in the words that the rules use. */
export function lockFactOf(form: string, serverMajor: number): LockFact | undefined {
  const fact = measuredFactOf(form, serverMajor);
  if (fact === undefined) return undefined;
  return {
    locks: fact.locks,
    rewritesTable: fact.rewritten.some((role) => !ofItsOwn.has(role)),
    rewritesIndexes: fact.rewritten.includes('index'),
    scansTable: fact.scanned.length > 0,
    runsInTransaction: fact.runsInTransaction,
  };
}

/** A sequence's new storage is one row, an index's says nothing of its table. */
const ofItsOwn: ReadonlySet<LockRole> = new Set(['index', 'sequence']);
