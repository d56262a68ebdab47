import { formatDuration } from '../duration.ts';
import { CancelledError, UserError } from '../errors.ts';

/** Why a run must stop, once it must. */
export interface Stop {
  readonly signal: AbortSignal;
  reason(): 'cancelled' | 'timed-out' | undefined;
  /** Throws when the run must stop, naming what it was about to do. */
  check(what: string): void;
  [Symbol.dispose](): void;
}

/** Stops when `signal` aborts or `timeoutMs` is over. Dispose of it, or its timer keeps the process alive. */
export function stopOn(signal: AbortSignal, timeoutMs: number): Stop {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(timeIsOver('the migrations were done', timeoutMs)), timeoutMs);
  const reason = () => {
    if (signal.aborted) return 'cancelled';
    return timeout.signal.aborted ? 'timed-out' : undefined;
  };
  return {
    signal: AbortSignal.any([signal, timeout.signal]),
    reason,
    check(what) {
      if (reason() === 'cancelled') throw new CancelledError(`before ${what}`);
      if (reason() === undefined) return;
      throw timeIsOver(what, timeoutMs);
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}

function timeIsOver(before: string, timeoutMs: number): UserError {
  return new UserError(`Gave up before ${before}: ${formatDuration(timeoutMs)} were over.`, {
    hint: 'Raise the `timeout` input.',
  });
}
