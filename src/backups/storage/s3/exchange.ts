/** One HTTP exchange with S3 and the ways it can end. */
import { formatDuration } from '../../../duration.ts';
import { isNeverConnected, networkCode, type TimeLimit, timeLimit } from '../../../http-exchange.ts';
import type { S3Destination } from '../destination-s3.ts';
import type { StoreContext } from '../store.ts';
import { addressOf } from './address.ts';
import type { Credentials } from './credentials.ts';
import { queryString, sha256Hex, signedHeaders } from './signature.ts';
import { parseXml, textOf } from './xml.ts';

/** As AWS names them: an operation's permission is found by its name. */
export type Operation =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'ListObjectsV2'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListMultipartUploads';

export interface S3Request {
  readonly operation: Operation;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** In full, prefix included; empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Hex SHA-256 of the body, when it is known already. */
  readonly bodyHash?: string;
  /** Instead of the store's: cleaning up goes on after the run was cancelled. */
  readonly signal?: AbortSignal;
}

/** What is learned on the way holds for every later request. */
export interface S3State {
  region: string;
  /** Of the server's clock against ours, in milliseconds; 0 until it complains. */
  skewMs: number;
}

export interface S3Connection {
  readonly destination: S3Destination;
  readonly context: StoreContext;
  readonly credentials: Credentials;
  readonly state: S3State;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly status: number;
  /** `NoSuchKey`; empty for the answer to a HEAD, which has no body. */
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
  /** Where the bucket is, when S3 says so. */
  readonly region: string;
  readonly headers: Headers;
}

export type Ending =
  | { readonly kind: 'ok'; readonly status: number; readonly headers: Headers; readonly text: string }
  | Refusal
  | { readonly kind: 'no-answer'; readonly mayHaveArrived: boolean; readonly reason: string };

/** Slowest connection on which an upload still counts as progress, in bytes a second. */
const slowest = 64 * 1024;

/** Never rejects but with the signal's reason: every other ending is a value. */
export async function exchange(connection: S3Connection, request: S3Request): Promise<Ending> {
  const opened = await openExchange(connection, request);
  if (opened.kind !== 'open') return opened;
  const { response, limit } = opened;
  try {
    const text = await readText(response, limit);
    if (request.operation === 'CompleteMultipartUpload') return completion(response, text);
    return { kind: 'ok', status: response.status, headers: response.headers, text };
  } catch (error) {
    return noAnswer(connection, request, { error, limit });
  } finally {
    limit.release();
  }
}

export interface OpenExchange {
  readonly kind: 'open';
  readonly response: Response;
  /** For the caller to renew with every chunk and to release at the end. */
  readonly limit: TimeLimit;
}

/** Sends, and hands out the answer with its body unread when it is a success. */
export async function openExchange(
  connection: S3Connection,
  request: S3Request,
): Promise<OpenExchange | Exclude<Ending, { readonly kind: 'ok' }>> {
  const { context } = connection;
  const signal = request.signal ?? context.signal;
  signal.throwIfAborted();
  const sendingMs = ((request.body?.length ?? 0) / slowest) * 1000;
  const limit = timeLimit(signal, context.timeoutMs + sendingMs);
  try {
    const response = await send(connection, request, limit.signal);
    if (response.ok) return { kind: 'open', response, limit };
    const refusal = refusalOf(response, await readText(response, limit));
    limit.release();
    return refusal;
  } catch (error) {
    limit.release();
    return noAnswer(connection, request, { error, limit });
  }
}

/** Bytes of the longest answer that is read as text: a page of a list has 1,000 keys. */
const longestText = 16 * 1024 * 1024;

/** While S3 puts parts together, for minutes, it sends a blank now and then: that is progress. */
async function readText(response: Response, limit: TimeLimit): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    limit.renew();
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestText) throw new TypeError('the answer does not end');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(connection: S3Connection, request: S3Request, signal: AbortSignal): Promise<Response> {
  const { destination, context, credentials, state } = connection;
  const address = addressOf(destination, state.region, request.key);
  const query = request.query ?? {};
  // fetch makes the host header itself, of the same address.
  const { host: _, ...headers } = signedHeaders(
    {
      method: request.method,
      path: address.path,
      query,
      headers: { ...request.headers, host: address.host },
      payloadHash: request.bodyHash ?? sha256Hex(request.body ?? ''),
    },
    { credentials, region: state.region, at: new Date(context.now().getTime() + state.skewMs) },
  );
  const search = queryString(query);
  return context.fetch(`${address.origin}${address.path}${search === '' ? '' : `?${search}`}`, {
    method: request.method,
    headers,
    body: request.body ?? null,
    // The region is learned from the answer; the signature of one host is worth nothing at another.
    redirect: 'manual',
    signal,
  });
}

/** S3 answers 200 before it knows how completing ends; the body tells. */
function completion(response: Response, text: string): Ending {
  const root = parseXml(text);
  if (root?.name === 'CompleteMultipartUploadResult')
    return { kind: 'ok', status: response.status, headers: response.headers, text };
  if (root?.name === 'Error') return refusalOf(response, text);
  return { kind: 'no-answer', mayHaveArrived: true, reason: 'the answer was cut off' };
}

function refusalOf(response: Response, text: string): Refusal {
  const root = parseXml(text);
  const error = root?.name === 'Error' ? root : undefined;
  return {
    kind: 'refused',
    status: response.status,
    code: oneLine(textOf(error, 'Code')),
    message: oneLine(textOf(error, 'Message')),
    requestId: oneLine(response.headers.get('x-amz-request-id') ?? textOf(error, 'RequestId')),
    region: response.headers.get('x-amz-bucket-region') ?? textOf(error, 'Region'),
    headers: response.headers,
  };
}

/** Foreign text, kept short and to one line. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);
}

interface Broken {
  readonly error: unknown;
  readonly limit: TimeLimit;
}

/** Only the code of the cause is shown: the rest of a fetch error is not ours to judge. */
function noAnswer(
  { context }: S3Connection,
  request: S3Request,
  { error, limit }: Broken,
): Ending & { kind: 'no-answer' } {
  (request.signal ?? context.signal).throwIfAborted();
  if (limit.expired())
    return {
      kind: 'no-answer',
      mayHaveArrived: true,
      reason: `no answer within ${formatDuration(context.timeoutMs)}`,
    };
  const code = networkCode(error);
  return {
    kind: 'no-answer',
    mayHaveArrived: !isNeverConnected(code),
    reason: `the connection failed${code === undefined ? '' : ` (${code})`}`,
  };
}
