import type { Logger } from '../log.ts';
import { reasonOf } from './failure.ts';

type Fetch = typeof globalThis.fetch;

interface ApiFetchOptions {
  /** The fetch of `@actions/github`, which goes through the runner's proxy. */
  readonly proxied: unknown;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * The fetch under octokit: one attempt, noted in the log. It reads JSON to the end and parses it, because
 * octokit takes a body that was cut off, or the page of a proxy, for an answer (data becomes a string) and does not retry.
 */
export function createApiFetch({ proxied, log, signal }: ApiFetchOptions): Fetch {
  const send = isFetch(proxied) ? proxied : globalThis.fetch;
  return async (input, init) => {
    const what = `${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`;
    const limits = init?.signal ? [signal, init.signal] : [signal];
    try {
      const response = await send(input, { ...init, signal: AbortSignal.any(limits) });
      log.debug(`GitHub answered ${response.status} to ${what}`);
      return await withCheckedBody(response);
    } catch (thrown) {
      log.debug(`GitHub gave no usable answer to ${what}: ${reasonOf(thrown)}`);
      throw thrown;
    }
  };
}

function isFetch(value: unknown): value is Fetch {
  return typeof value === 'function';
}

async function withCheckedBody(response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return parsedBody(response);
  if (response.ok && /^text\/html\b/i.test(type)) {
    await response.body?.cancel();
    throw new TypeError('an HTML page came instead of JSON; is there a proxy in between?');
  }
  return response;
}

async function parsedBody(response: Response): Promise<Response> {
  const text = await response.text();
  const { status, statusText, headers } = response;
  if (response.ok) assertJson(text);
  const answer = new Response(isBodiless(status) ? null : text, { status, statusText, headers });
  Object.defineProperty(answer, 'url', { value: response.url });
  return answer;
}

function isBodiless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function assertJson(text: string): void {
  try {
    JSON.parse(text);
  } catch {
    throw new TypeError('the JSON of the answer is cut off or malformed');
  }
}
