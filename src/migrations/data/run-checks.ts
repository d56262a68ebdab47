/** Asks the checks of a plan, in a transaction that changes nothing. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { displayIdentifier, displayName } from '../../postgres/object-name.ts';
import type { DataRefusal } from '../rehearsal/rehearsal.ts';
import { ask } from './ask.ts';
import type { DataCheck } from './data-check.ts';
import { refusalOf } from './refusal.ts';

export interface DataCheckOptions {
  /**
   * `before`: before the first migration; checks that rest on what an earlier statement changes are left out. `failed`:
   * after a failure, they are asked too.
   */
  readonly when: 'before' | 'failed';
  /** Milliseconds for one check; default 30 s. */
  readonly checkTimeoutMs?: number;
  /** Milliseconds for all of them; default 120 s. */
  readonly totalTimeoutMs?: number;
  /** Milliseconds to wait for a lock; default 2 s. */
  readonly lockTimeoutMs?: number;
  /**
   * Statements to run first, in the same transaction, which is rolled back: those of the failing migration that were
   * rolled back with it. Read-only from there on.
   */
  readonly replay?: readonly string[];
}

export interface DataCheckResult {
  /** In the order of the statements. */
  readonly refusals: readonly DataRefusal[];
  /** What was not asked, or not answered, and why: a sentence an entry. */
  readonly notes: readonly string[];
}

const defaults = { checkTimeoutMs: 30_000, totalTimeoutMs: 120_000, lockTimeoutMs: 2000 } as const;

/**
 * Counts the rows that each check's statement would refuse. What cannot be asked is a note, never a count of 0.
 * @throws when the connection is lost or the run is cancelled
 */
export async function runDataChecks(
  session: Session,
  checks: readonly DataCheck[],
  options: DataCheckOptions,
): Promise<DataCheckResult> {
  const limits = { ...defaults, ...options };
  const end = performance.now() + limits.totalTimeoutMs;
  const refusals: DataRefusal[] = [];
  const notes: string[] = [];
  const asked = checks.filter((check) => {
    const isEarly = limits.when === 'before' && check.dependsOn !== undefined;
    if (isEarly) notes.push(noteOf(check, dependencyText(check)));
    return !isEarly;
  });
  if (asked.length === 0) return { refusals, notes };
  await inReadOnlyTransaction(session, limits, async () => {
    for (const check of asked) {
      const checkEnd = Math.min(end, performance.now() + limits.checkTimeoutMs);
      const answer = await ask(check, { session, left: () => checkEnd - performance.now() });
      if (answer.kind === 'found') refusals.push(refusalOf(check, answer.found, limits.when));
      if (answer.kind === 'skipped') notes.push(noteOf(check, answer.reason));
    }
  });
  return { refusals, notes };
}

function dependencyText({ dependsOn, statement }: DataCheck): string {
  if (dependsOn === undefined) return '';
  const where = dependsOn.migration === statement.migration ? '' : ` of ${dependsOn.migration}`;
  return `line ${dependsOn.line}${where} changes what it rests on`;
}

function noteOf({ statement, line, table, columns, operation }: DataCheck, reason: string): string {
  const names = columns.length === 0 ? '' : ` (${columns.map(displayIdentifier).join(', ')})`;
  return `${statement.migration}, line ${line}: not asked whether the rows of ${displayName(table)}${names} allow ${operation}: ${reason}.`;
}

type Limits = Required<Omit<DataCheckOptions, 'replay'>> & Pick<DataCheckOptions, 'replay'>;

/**
 * With row_security off a policy is an error in place of fewer rows. Scans that join one another start in the middle,
 * and a sample would be another one every time. Compiling (JIT) is not worth it for one query.
 */
const settings = `SET LOCAL row_security = off;
SET LOCAL synchronize_seqscans = off;
SET LOCAL jit = off`;

async function inReadOnlyTransaction(
  session: Session,
  limits: Limits,
  work: () => Promise<void>,
): Promise<void> {
  const { replay = [], lockTimeoutMs, totalTimeoutMs } = limits;
  try {
    await session.query(replay.length > 0 ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await session.query(
      `SELECT pg_catalog.set_config('lock_timeout', $1, true), pg_catalog.set_config('statement_timeout', $2, true)`,
      [String(lockTimeoutMs), String(totalTimeoutMs)],
    );
    for (const sql of replay) await session.query(sql);
    await session.query(`${settings}; SET LOCAL transaction_read_only = on`);
    await work();
  } finally {
    // On a lost connection this fails too, and the first error is the one to tell.
    await session.query('ROLLBACK').catch(() => {});
  }
}
