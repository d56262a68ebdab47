import { randomUUID } from 'node:crypto';
import { formatDuration } from '../../duration.ts';
import { ExternalError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { type Deadline, sleep } from '../../wait.ts';
import { type Attempt, type AttemptSettings, attempt } from './attempt.ts';
import { ShapeError } from './json.ts';
import { refusalError } from './refusal.ts';
import { type FailedAttempt, leavesDoubt, pauseBeforeRetry } from './retry.ts';

export interface NeonCall<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the project, one entry a segment; percent-encoded here. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Makes a value of the parsed JSON (undefined for an empty body); throws ShapeError when it is something else. */
  readonly read: (body: unknown, status: number) => T;
  /** What this call is for, after "to": `list the branches`. */
  readonly purpose: string;
  readonly deadline: Deadline;
  /**
   * Doing it twice equals doing it once, so that it may be repeated when nobody knows whether it was done. GET always
   * is. A POST never: its caller looks first, see {@link isInDoubt}.
   */
  readonly repeatable?: boolean;
}

export interface NeonAnswer<T> {
  readonly value: T;
  /** An earlier attempt may have done the work: "nothing to do" then means "done". */
  readonly repeatedInDoubt: boolean;
}

export interface NeonApi {
  /** @throws ExternalError when Neon refuses, fails or cannot be reached; the signal's reason when cancelled. */
  call<T>(call: NeonCall<T>): Promise<NeonAnswer<T>>;
}

export interface NeonApiContext extends AttemptSettings {
  readonly log: Logger;
  readonly now: () => Date;
}

export function createNeonApi(context: NeonApiContext): NeonApi {
  return { call: (call) => callUntilAnswered(context, call) };
}

async function callUntilAnswered<T>(context: NeonApiContext, call: NeonCall<T>): Promise<NeonAnswer<T>> {
  let repeatedInDoubt = false;
  for (let tries = 1; ; tries++) {
    call.deadline.check(`Neon to ${call.purpose}`);
    const requestId = randomUUID();
    const result = await attempt(context, { ...call, requestId });
    if (result.kind === 'answered') return { value: readAnswer(call, result, requestId), repeatedInDoubt };
    const failed = asFailed(result);
    const pause = pauseBeforeRetry(failed, {
      tries,
      repeatable: call.method === 'GET' || call.repeatable === true,
      now: context.now(),
      random: Math.random,
    });
    if (pause === undefined || pause >= call.deadline.remaining())
      throw failure(context, call, { result, requestId, tries });
    repeatedInDoubt ||= leavesDoubt(failed);
    context.log.info(
      `Neon, asked to ${call.purpose}: ${describe(result)}. Trying again in ${formatDuration(pause)} (try ${tries + 1}).`,
    );
    await sleep(pause, context.signal);
  }
}

type Failure = Exclude<Attempt, { readonly kind: 'answered' }>;

function asFailed(result: Failure): FailedAttempt {
  return result.kind === 'refused'
    ? { kind: 'refused', status: result.status, retryAfter: result.retryAfter }
    : { kind: 'no-answer', mayHaveArrived: result.mayHaveArrived };
}

function describe(result: Failure): string {
  if (result.kind === 'no-answer') return result.reason;
  return `HTTP ${result.status}${result.message === '' ? '' : ` (${result.message})`}`;
}

interface LastAttempt {
  readonly result: Failure;
  readonly requestId: string;
  readonly tries: number;
}

function failure<T>(context: NeonApiContext, call: NeonCall<T>, last: LastAttempt): ExternalError {
  const { result, requestId, tries } = last;
  if (result.kind === 'refused')
    return refusalError({ ...result, purpose: call.purpose, projectId: context.projectId, tries });
  return new ExternalError(
    'Neon',
    `Neon gave no answer when asked to ${call.purpose}: ${result.reason} (${tries === 1 ? 'one try' : `${tries} tries`} in ${formatDuration(call.deadline.elapsed())}).`,
    {
      requestId,
      retryable: true,
      hint: `Check that ${new URL(context.apiUrl).host} can be reached from the runner, and https://neonstatus.com. Raise \`timeout\` if it is merely slow.`,
    },
  );
}

function readAnswer<T>(
  call: NeonCall<T>,
  answer: { readonly status: number; readonly text: string },
  requestId: string,
): T {
  try {
    return call.read(answer.text === '' ? undefined : JSON.parse(answer.text), answer.status);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ShapeError)) throw error;
    // A SyntaxError quotes the text, which may hold a password.
    const what = error instanceof ShapeError ? error.message : 'it is not JSON';
    throw new ExternalError('Neon', `Neon's answer when asked to ${call.purpose} cannot be read: ${what}.`, {
      status: answer.status,
      requestId,
      hint: 'A proxy between the runner and Neon may have answered, or Neon changed its API. Check `neon-api-url`, and report it with the request id if it stays.',
    });
  }
}

/**
 * True when a call that is not repeatable may or may not have been done: no answer, a server error, or an answer that
 * says "done" but cannot be read. The caller has to look before it asks again.
 */
export function isInDoubt(error: unknown): boolean {
  if (!(error instanceof ExternalError)) return false;
  const { status } = error;
  return status === undefined || status < 300 || status === 408 || (status >= 500 && status !== 503);
}
