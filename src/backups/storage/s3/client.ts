/** Requests to S3, repeated until they are answered, refused for good, or given up. */
import { formatDuration } from '../../../duration.ts';
import { retryAfterMs } from '../../../http-exchange.ts';
import { sleep } from '../../../wait.ts';
import {
  type Ending,
  exchange,
  type OpenExchange,
  openExchange,
  type Refusal,
  type S3Connection,
  type S3Request,
} from './exchange.ts';
import { failureOf } from './failure.ts';

export interface Patience {
  /** Requests for one call, the first included. */
  readonly tries: number;
  /** Of the first pause; each next one is twice as long, with jitter, up to 10 s. */
  readonly baseMs: number;
}

export const defaultPatience: Patience = { tries: 8, baseMs: 200 };
const longestPauseMs = 10_000;
/** A service that wants more is not waited for. */
const longestAskedMs = 120_000;

export type S3Answer = Exclude<Ending, { readonly kind: 'no-answer' }> & {
  /** An earlier try may have done the work: then "it is there already" may mean ours. */
  readonly inDoubt: boolean;
};
export type S3Success = Extract<S3Answer, { readonly kind: 'ok' }>;
export type S3Outcome = S3Answer | Extract<Ending, { readonly kind: 'no-answer' }>;

export interface S3Client {
  readonly connection: S3Connection;
  /** Rejects only with the signal's reason. */
  call(request: S3Request): Promise<S3Outcome>;
  /** @throws ExternalError when the answer is no success */
  expect(request: S3Request): Promise<S3Success>;
  /** The body is left unread. */
  open(request: S3Request): Promise<OpenExchange | Exclude<S3Outcome, { readonly kind: 'ok' }>>;
}

export function createS3Client(connection: S3Connection, patience: Patience): S3Client {
  const client = { connection, patience };
  const call = async (request: S3Request) => withDoubt(await repeated(client, request, exchange));
  return {
    connection,
    call,
    async expect(request) {
      const outcome = await call(request);
      if (outcome.kind === 'ok') return outcome;
      throw failureOf(outcome, request, connection.destination);
    },
    async open(request) {
      const { ending, inDoubt } = await repeated(client, request, openExchange);
      return ending.kind === 'refused' ? { ...ending, inDoubt } : ending;
    },
  };
}

interface Repeated<T> {
  readonly ending: T;
  readonly inDoubt: boolean;
}

function withDoubt({ ending, inDoubt }: Repeated<Ending>): S3Outcome {
  return ending.kind === 'no-answer' ? ending : { ...ending, inDoubt };
}

interface Caller {
  readonly connection: S3Connection;
  readonly patience: Patience;
}

async function repeated<T extends Exclude<Ending, { kind: 'ok' }> | { readonly kind: 'ok' | 'open' }>(
  { connection, patience }: Caller,
  request: S3Request,
  attempt: (connection: S3Connection, request: S3Request) => Promise<T>,
): Promise<Repeated<T>> {
  const { context, state } = connection;
  let inDoubt = false;
  let corrections = 0;
  for (let tries = 1; ; tries += 1) {
    const ending = await attempt(connection, request);
    if (ending.kind === 'ok' || ending.kind === 'open') return { ending, inDoubt };
    const failed = ending as Exclude<Ending, { kind: 'ok' }>;
    if (failed.kind === 'refused' && corrections < 3 && correct(failed, state, context.now())) {
      corrections += 1;
      context.log.debug(
        `S3 answered ${failed.status} ${failed.code}; trying again in its region, at its time.`,
      );
      continue;
    }
    const pause =
      tries < patience.tries
        ? pauseBefore(failed, { tries, baseMs: patience.baseMs, now: context.now() })
        : undefined;
    if (pause === undefined) return { ending, inDoubt };
    inDoubt ||=
      failed.kind === 'no-answer' ? failed.mayHaveArrived : failed.status >= 500 || failed.status === 200;
    context.log.info(
      `S3, ${request.operation} ${request.key}: ${described(failed)}. Trying again in ${formatDuration(pause)} (try ${tries + 1}).`,
    );
    await sleep(pause, request.signal ?? context.signal);
  }
}

function described(failed: Exclude<Ending, { kind: 'ok' }>): string {
  return failed.kind === 'no-answer' ? failed.reason : `HTTP ${failed.status} ${failed.code}`.trim();
}

/** True when the answer taught us something that makes the same request right: the bucket's region, the server's time. */
function correct(refusal: Refusal, state: S3Connection['state'], now: Date): boolean {
  if (refusal.code === 'RequestTimeTooSkewed' || refusal.code === 'RequestExpired') {
    const date = Date.parse(refusal.headers.get('date') ?? '');
    if (Number.isNaN(date)) return false;
    state.skewMs = date - now.getTime();
    return true;
  }
  const isElsewhere =
    refusal.status === 301 ||
    refusal.status === 307 ||
    refusal.code === 'AuthorizationHeaderMalformed' ||
    // A HEAD has no body to name the reason.
    (refusal.status === 400 && refusal.code === '');
  if (!isElsewhere || !/^[a-z0-9-]{2,40}$/.test(refusal.region) || refusal.region === state.region)
    return false;
  state.region = refusal.region;
  return true;
}

/** Refusals that pass, whatever their status; `BadDigest` and its kin mean bytes that changed on the way. */
const passing: ReadonlySet<string> = new Set([
  'InternalError',
  'ServiceUnavailable',
  'SlowDown',
  'RequestTimeout',
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TooManyRequests',
  'OperationAborted',
  'ConditionalRequestConflict',
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'IncompleteBody',
]);

function pauseBefore(
  failed: Exclude<Ending, { kind: 'ok' }>,
  { tries, baseMs, now }: { readonly tries: number; readonly baseMs: number; readonly now: Date },
): number | undefined {
  const jittered = Math.random() * Math.min(longestPauseMs, baseMs * 2 ** (tries - 1));
  if (failed.kind === 'no-answer') return jittered;
  // 501 means "I do not know that header or call", and never passes.
  const passes =
    passing.has(failed.code) || failed.status === 429 || (failed.status >= 500 && failed.status !== 501);
  if (!passes) return undefined;
  const asked = retryAfterMs(failed.headers.get('retry-after'), now) ?? 0;
  return asked > longestAskedMs ? undefined : asked + jittered;
}
