import { formatDuration } from '../duration.ts';
import { ExternalError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { deadlineIn, sleep } from '../wait.ts';
import { type FailedRequest, failureOf } from './failure.ts';
import { secondsToWait } from './rate-limit.ts';

export interface PatienceOptions {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds for the whole call. */
  readonly deadlineMs: number;
  readonly secondMs?: number;
  /** Milliseconds for one attempt; default 30,000. */
  readonly attemptMs?: number;
  /** Default 2. */
  readonly retries?: number;
}

/** One attempt of one call; a call that hangs is worth trying again within its deadline. */
const usualAttemptMs = 30_000;
const usualRetries = 2;

/**
 * Sends a request until it is answered, refused, or its time is over.
 * - A rate limit is answered before anything takes effect, so any method waits for it, if the wait fits into the deadline.
 * - After a 5xx or a lost connection only what may be repeated is sent again: a POST may have taken effect.
 */
export async function sendPatiently<T>(
  send: (signal: AbortSignal) => Promise<T>,
  request: FailedRequest,
  {
    log,
    signal,
    deadlineMs,
    secondMs = 1000,
    attemptMs = usualAttemptMs,
    retries = usualRetries,
  }: PatienceOptions,
): Promise<T> {
  const deadline = deadlineIn(deadlineMs);
  for (let retry = 0; ; retry += 1) {
    signal.throwIfAborted();
    try {
      return await send(AbortSignal.timeout(Math.min(attemptMs, Math.ceil(deadline.remaining()))));
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = failureOf(thrown, request);
      const seconds =
        retry < retries ? (secondsToWait(thrown) ?? backoff(failure, request, retry)) : undefined;
      const waitMs = (seconds ?? Number.POSITIVE_INFINITY) * secondMs;
      if (waitMs >= deadline.remaining()) throw failure;
      log.info(`${failure.message} Trying again in ${formatDuration(waitMs)}.`);
      await sleep(waitMs, signal);
    }
  }
}

/** About 1 and 4 seconds, or undefined when the request is not to be sent again. */
function backoff(failure: Error, request: FailedRequest, retry: number): number | undefined {
  const isTransient = failure instanceof ExternalError && failure.retryable;
  if (!isTransient || !isRepeatable(request)) return undefined;
  return (retry + 1) ** 2 * (0.75 + Math.random() / 2);
}

/** GraphQL is only used for queries here. */
function isRepeatable({ method, url }: FailedRequest): boolean {
  return method !== 'POST' || url.endsWith('/graphql');
}
