/** Locks that a transaction keeps while a later statement of it takes its time. */
import { displayName } from '../../postgres/object-name.ts';
import { blockedBy, blockedWords, compareLockModes, lockModeWords } from '../rehearsal/lock-mode.ts';
import { comment, lines } from './fix-text.ts';
import { type Detection, type HazardInfo, links, type RuleContext, type Step } from './hazard-rule.ts';
import type { TableLock } from './involved-tables.ts';
import { withoutComments } from './script-source.ts';

export const heldOverSlow: HazardInfo = {
  id: 'lock-held-over-slow-statement',
  title: 'A lock is held while another statement of the transaction takes its time',
  severity: 'error',
  why: 'Locks are kept to the end of the transaction. An ALTER TABLE that is over in a moment blocks its table for as long as a later statement rewrites, reads or fills a large table, be it the same or another one: in a migration of its own, that one would block nothing of it.',
  docs: links.locks,
  danger: 'lock',
};

interface Held extends TableLock {
  readonly step: Step;
}

export interface HeldLocks {
  /** What the statement's transaction holds on the table from statements before. */
  before(step: Step, tableId: number): Held | undefined;
  /** All that block reads or writes, from statements before. */
  blocking(step: Step): readonly Held[];
  add(step: Step, locks: readonly TableLock[]): void;
  /** True once for a table in a transaction. */
  tell(step: Step, tableId: number): boolean;
}

export function heldLocks(): HeldLocks {
  let transaction = -1;
  let held = new Map<number, Held>();
  const told = new Set<string>();
  const enter = (step: Step) => {
    if (step.place.transaction !== transaction) held = new Map();
    transaction = step.place.transaction;
  };
  return {
    before(step, tableId) {
      enter(step);
      const lock = held.get(tableId);
      return lock?.step === step ? undefined : lock;
    },
    blocking(step) {
      enter(step);
      return [...held.values()].filter((lock) => lock.step !== step && blockedBy(lock.mode).writes);
    },
    add(step, locks) {
      enter(step);
      for (const lock of locks) {
        const known = held.get(lock.table.id);
        if (known === undefined || compareLockModes(known.mode, lock.mode) < 0)
          held.set(lock.table.id, { ...lock, step });
      }
    },
    tell(step, tableId) {
      const key = `${step.place.transaction} ${tableId}`;
      const isNew = !told.has(key);
      told.add(key);
      return isNew;
    },
  };
}

/** The finding stands at the slow statement. */
export function heldDetection({ table, mode, step: taken }: Held, { step }: RuleContext): Detection {
  const waiting = blockedWords(mode);
  return {
    rule: heldOverSlow,
    subject: displayName(table),
    message: `${lockModeWords(mode)} on ${displayName(table)}, taken in line ${taken.statement.line}, is held until the end of the transaction and so for as long as this statement takes: ${waiting} of that table wait.`,
    fix: lines(
      step.place.isExplicit
        ? '-- COMMIT before this statement, so that the lock is gone:'
        : '-- This statement in a migration of its own, so that the lock is gone before it begins:',
      comment(firstLine(step)),
      '-- and apart from it:',
      comment(firstLine(taken)),
    ),
    table,
  };
}

function firstLine({ statement }: Step): string {
  const [first = '', ...rest] = withoutComments(statement.text).split('\n');
  return `${first.slice(0, 200)}${rest.length > 0 || first.length > 200 ? ' …' : ';'}`;
}
