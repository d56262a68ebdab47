/** Where GitHub says nothing else: "wait for at least one minute". */
const blindWaitSeconds = 60;

/**
 * How long GitHub wants us to wait after this failure, or undefined when no rate limit was hit. In the order of
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit: `retry-after`;
 * the end of an exhausted budget; a minute. The end is taken against the answer's own date, not this machine's clock.
 */
export function secondsToWait(thrown: unknown): number | undefined {
  const response = limitedResponse(thrown);
  if (response === undefined) return undefined;
  const { headers } = response;
  const retryAfter = wholeNumber(headers['retry-after']);
  if (retryAfter !== undefined) return retryAfter;
  if (headers['x-ratelimit-remaining'] === '0') return secondsUntilReset(headers);
  return blindWaitSeconds;
}

interface LimitedResponse {
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A 403 is also every other refusal; when no header tells, only the text of a secondary limit does. */
function limitedResponse(thrown: unknown): LimitedResponse | undefined {
  if (!isRecord(thrown) || !isRecord(thrown.response) || !isRecord(thrown.response.headers)) return undefined;
  const { headers, data } = thrown.response;
  const isLimited =
    thrown.status === 429 ||
    (thrown.status === 503 && headers['retry-after'] !== undefined) ||
    (thrown.status === 403 && (namesLimit(headers) || /secondary rate limit/i.test(messageOf(data))));
  return isLimited ? { headers } : undefined;
}

function namesLimit(headers: LimitedResponse['headers']): boolean {
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
}

/** A second more, so as not to come back in the very second of the reset. */
function secondsUntilReset(headers: LimitedResponse['headers']): number {
  const reset = wholeNumber(headers['x-ratelimit-reset']);
  const date = Date.parse(String(headers.date));
  if (reset === undefined || Number.isNaN(date)) return blindWaitSeconds;
  return Math.max(0, reset - Math.floor(date / 1000)) + 1;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}

function messageOf(data: unknown): string {
  return isRecord(data) ? String(data.message) : '';
}

import { isRecord } from '../guard.ts';
