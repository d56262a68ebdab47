/** A sentence about the facts, with what must be measured for it to be true. */
import { isDeepStrictEqual } from 'node:util';
import type { LockRole, MeasuredFact } from '../../src/migrations/lock-facts/lock-fact.ts';
import type { LockForm } from '../../src/migrations/lock-facts/lock-facts.ts';
import type { LockMode } from '../../src/migrations/rehearsal/lock-mode.ts';

export interface Claim {
  readonly form: LockForm;
  /** `none`: no such relation is locked. */
  readonly locks?: Partial<Readonly<Record<LockRole, LockMode | 'none'>>>;
  readonly rewritten?: readonly LockRole[];
  readonly scanned?: readonly LockRole[];
  readonly runsInTransaction?: boolean;
}

export interface Remark {
  /** Markdown, a paragraph. */
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** What of the claim is not so, a phrase an entry. */
export function contradictions(claim: Claim, fact: MeasuredFact): readonly string[] {
  const locks = Object.entries(claim.locks ?? {}).filter(
    ([role, mode]) => (fact.locks.find((lock) => lock.role === role)?.mode ?? 'none') !== mode,
  );
  const others = (['rewritten', 'scanned', 'runsInTransaction'] as const).filter(
    (key) => claim[key] !== undefined && !isDeepStrictEqual(claim[key], fact[key]),
  );
  return [
    ...locks.map(([role, mode]) => `${claim.form}: ${role} ${mode}`),
    ...others.map((key) => `${claim.form}: ${key}`),
  ];
}
