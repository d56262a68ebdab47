/** When a call to the API is tried again, and after how long. */
import { retryAfterMs } from '../../http-exchange.ts';

/** How one attempt ended without a usable answer. */
export type FailedAttempt =
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** The `Retry-After` header as sent. */
      readonly retryAfter: string | null;
    }
  | {
      readonly kind: 'no-answer';
      /** False when the request certainly never reached the server (no connection), so that nothing was done. */
      readonly mayHaveArrived: boolean;
    };

export interface RetryRule {
  /** The number of attempts made, this one included. */
  readonly tries: number;
  /** Doing it twice equals doing it once. */
  readonly repeatable: boolean;
  readonly now: Date;
  readonly random: () => number;
}

const baseMs = 250;
const longestMs = 10_000;
/** Tries while the server is broken or unreachable; a server that says "later" is asked until the deadline. */
const triesWhenBroken = 8;

/** Statuses that promise that nothing was done: Neon's description names 423 and 503; 429 is refused before any work. */
const neverDone: ReadonlySet<number> = new Set([423, 429, 503]);

/** Milliseconds to wait before the next try, or undefined to give up. `Retry-After` is a minimum and never shortened. */
export function pauseBeforeRetry(failed: FailedAttempt, rule: RetryRule): number | undefined {
  if (!mayRetry(failed, rule)) return undefined;
  const jittered = rule.random() * Math.min(longestMs, baseMs * 2 ** (rule.tries - 1));
  const asked = failed.kind === 'refused' ? retryAfterMs(failed.retryAfter, rule.now) : undefined;
  return asked === undefined ? jittered : asked + Math.min(jittered, baseMs);
}

function mayRetry(failed: FailedAttempt, rule: RetryRule): boolean {
  if (failed.kind === 'refused' && neverDone.has(failed.status)) return true;
  if (rule.tries >= triesWhenBroken) return false;
  if (failed.kind === 'no-answer') return rule.repeatable || !failed.mayHaveArrived;
  return rule.repeatable && leavesDoubt(failed);
}

/** True when the server may have done the work although it did not say so. */
export function leavesDoubt(failed: FailedAttempt): boolean {
  if (failed.kind === 'no-answer') return failed.mayHaveArrived;
  return failed.status === 408 || (failed.status >= 500 && !neverDone.has(failed.status));
}
