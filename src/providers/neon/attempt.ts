import { formatDuration } from '../../duration.ts';
import { isNeverConnected, networkCode, timeLimit } from '../../http-exchange.ts';
import type { Deadline } from '../../wait.ts';

/** One HTTP exchange with the API: what it needs, and the three ways it can end. */

export interface AttemptSettings {
  readonly apiKey: string;
  readonly apiUrl: string;
  readonly projectId: string;
  readonly userAgent: string;
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  readonly requestTimeoutMs: number;
}

interface AttemptRequest {
  readonly method: string;
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly deadline: Deadline;
  readonly requestId: string;
}

export type Attempt =
  | { readonly kind: 'answered'; readonly status: number; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      /** One line, shortened, without the key. */
      readonly message: string;
      readonly requestId: string;
      readonly retryAfter: string | null;
    }
  | { readonly kind: 'no-answer'; readonly mayHaveArrived: boolean; readonly reason: string };

/** Never rejects but with the signal's reason: every other ending is a value. */
export async function attempt(settings: AttemptSettings, request: AttemptRequest): Promise<Attempt> {
  settings.signal.throwIfAborted();
  const limitMs = Math.max(1, Math.min(settings.requestTimeoutMs, request.deadline.remaining()));
  const limit = timeLimit(settings.signal, limitMs);
  try {
    const response = await settings.fetch(urlOf(settings, request), {
      method: request.method,
      headers: headersOf(settings, request),
      body: request.body === undefined ? null : JSON.stringify(request.body),
      // Followed, a redirect turns POST into GET and may carry the key elsewhere.
      redirect: 'manual',
      signal: limit.signal,
    });
    const text = await response.text();
    return response.ok
      ? { kind: 'answered', status: response.status, text }
      : refused(settings, request, { response, text });
  } catch (error) {
    settings.signal.throwIfAborted();
    return noAnswer(error, limit.expired(), limitMs);
  } finally {
    limit.release();
  }
}

function urlOf(settings: AttemptSettings, request: AttemptRequest): string {
  const path = ['projects', settings.projectId, ...request.path].map(encodeURIComponent).join('/');
  const query = new URLSearchParams(request.query).toString();
  return `${settings.apiUrl}/${path}${query === '' ? '' : `?${query}`}`;
}

function headersOf(settings: AttemptSettings, request: AttemptRequest): Record<string, string> {
  return {
    authorization: `Bearer ${settings.apiKey}`,
    accept: 'application/json',
    'user-agent': settings.userAgent,
    'x-request-id': request.requestId,
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
  };
}

interface Answer {
  readonly response: Response;
  readonly text: string;
}

function refused(settings: AttemptSettings, request: AttemptRequest, { response, text }: Answer): Attempt {
  const body = errorBody(text);
  return {
    kind: 'refused',
    status: response.status,
    code: clear(settings, body.code),
    message: clear(settings, body.message),
    requestId: clear(settings, body.requestId) || (response.headers.get('x-request-id') ?? request.requestId),
    retryAfter: response.headers.get('retry-after'),
  };
}

/** `{request_id?, code, message}` as the description promises; a proxy's HTML page becomes three empty texts. */
function errorBody(text: string): {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
} {
  const fields = new Map<string, unknown>();
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null)
      for (const [name, value] of Object.entries(parsed)) fields.set(name, value);
  } catch {
    // Not JSON: nothing to tell but the status.
  }
  const read = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { code: read('code'), message: read('message'), requestId: read('request_id') };
}

/** Whatever a server or a proxy echoes, the key does not pass; one line, at most 300 characters. */
function clear(settings: AttemptSettings, text: string): string {
  return text
    .replaceAll(settings.apiKey, '***')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** Only the code of the cause is shown: the rest of a fetch error is not ours to judge. */
function noAnswer(error: unknown, expired: boolean, limitMs: number): Attempt {
  if (expired)
    return { kind: 'no-answer', mayHaveArrived: true, reason: `no answer within ${formatDuration(limitMs)}` };
  const code = networkCode(error);
  return {
    kind: 'no-answer',
    mayHaveArrived: !isNeverConnected(code),
    reason: `the connection failed${code === undefined ? '' : ` (${code})`}`,
  };
}
