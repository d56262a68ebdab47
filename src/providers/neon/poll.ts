import { formatDuration } from '../../duration.ts';
import { ExternalError } from '../../errors.ts';
import { sleep } from '../../wait.ts';
import type { Session } from './session.ts';

/** One look at something that takes time. */
export type Look<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** `state` is what a person reads in the log while waiting. */
  | { readonly kind: 'waiting'; readonly state: string };

const firstPauseMs = 150;
const longestPauseMs = 2_000;
const silenceMs = 10_000;
/** With less time than this left no answer can be expected. */
const shortestLookMs = 100;

/**
 * Looks until it is done. Logs when the state changes and every ten seconds.
 * @throws UserError at the deadline, naming `what` and the last state seen.
 */
export async function pollUntil<T>(session: Session, what: string, look: () => Promise<Look<T>>): Promise<T> {
  const { deadline, context } = session;
  const start = deadline.elapsed();
  let lastState = 'nothing yet';
  let lastLog = start;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 1.5)) {
    const seen = await look().catch((error: unknown) =>
      giveUp(session, `${what} (last seen: ${lastState})`, error),
    );
    if (seen.kind === 'done') return seen.value;
    const now = deadline.elapsed();
    if (seen.state !== lastState || now - lastLog >= silenceMs) {
      context.log.info(`Waiting for ${what}: ${seen.state} (${formatDuration(now - start)} so far).`);
      lastState = seen.state;
      lastLog = now;
    }
    await sleep(Math.min(pause, deadline.remaining()), context.signal);
    deadline.check(`${what} (last seen: ${lastState})`);
  }
}

/** A look that was cut short by the deadline says nothing about Neon: then the wait itself is what failed. */
async function giveUp({ deadline, context }: Session, what: string, error: unknown): Promise<never> {
  const isCutShort = error instanceof ExternalError && error.status === undefined;
  if (isCutShort && deadline.remaining() < shortestLookMs) {
    await sleep(deadline.remaining() + 1, context.signal);
    deadline.check(what);
  }
  throw error;
}
