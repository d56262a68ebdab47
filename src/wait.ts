import { UserError } from './errors.ts';

/** Resolves after `milliseconds`; rejects with the signal's reason as soon as it aborts. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/**
 * What `work` comes to, or the signal's reason as soon as it aborts: for work that does not know the signal. It is not
 * stopped. Not a race with one lasting promise, which would keep every result in memory as long as it lasts.
 */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** The moment a wait gives up, with the reason to show. Composites have no step time-out, so every wait takes one. */
export interface Deadline {
  /** Milliseconds left, never below 0. */
  remaining(): number;
  /** Throws a UserError naming `what` when the time is over. */
  check(what: string): void;
  /** Milliseconds since the deadline was made. */
  elapsed(): number;
}

/** @param milliseconds the whole time allowed; the error names the `timeout` input that sets it. */
export function deadlineIn(milliseconds: number, now: () => number = () => performance.now()): Deadline {
  const start = now();
  const elapsed = () => now() - start;
  return {
    elapsed,
    remaining: () => Math.max(0, milliseconds - elapsed()),
    check(what) {
      if (elapsed() < milliseconds) return;
      throw new UserError(`Gave up waiting for ${what} after ${Math.round(milliseconds / 1000)} s.`, {
        hint: 'Raise the `timeout` input if the service is merely slow; otherwise see the log above for what it answered.',
      });
    },
  };
}
