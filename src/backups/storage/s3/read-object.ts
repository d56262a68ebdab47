import { UserError } from '../../../errors.ts';
import { checkKey } from '../key.ts';
import type { OpenExchange, S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { fullKey, type S3Session } from './session.ts';

/** How often a connection may break without a byte in between. */
const mostBreaks = 5;

interface Opened {
  readonly response: Response;
  readonly chunks: AsyncGenerator<Uint8Array>;
}

/** The object's bytes. A connection that breaks is taken up again where it broke, of the same object only (`If-Match`). */
export async function readObject(session: S3Session, key: string): Promise<AsyncIterable<Uint8Array>> {
  checkKey(key);
  const first = await openAt(session, key, { offset: 0 });
  return resumed(session, key, first);
}

async function* resumed(session: S3Session, key: string, first: Opened): AsyncGenerator<Uint8Array> {
  const { log, signal } = session.client.connection.context;
  const etag = first.response.headers.get('etag') ?? undefined;
  const length = first.response.headers.get('content-length');
  const total = length === null ? undefined : Number(length);
  let { chunks } = first;
  let offset = 0;
  for (let breaks = 0; ; breaks += 1) {
    const before = offset;
    try {
      for await (const chunk of chunks) {
        offset += chunk.length;
        yield chunk;
      }
      if (total === undefined || offset >= total) return;
    } catch {
      signal.throwIfAborted();
    }
    if (offset > before) breaks = 0;
    if (etag === undefined || breaks >= mostBreaks) throw broken(session, key, { offset, total });
    log.info(`Reading ${key}: the connection broke after ${offset} bytes; going on from there.`);
    ({ chunks } = await openAt(session, key, { offset, etag }));
  }
}

interface From {
  readonly offset: number;
  readonly etag?: string;
}

async function openAt(session: S3Session, key: string, { offset, etag }: From): Promise<Opened> {
  const { client } = session;
  const request: S3Request = {
    operation: 'GetObject',
    method: 'GET',
    key: fullKey(session, key),
    headers: {
      ...(offset > 0 && { range: `bytes=${offset}-` }),
      ...(etag !== undefined && { 'if-match': etag }),
    },
  };
  const opened = await client.open(request);
  if (opened.kind === 'refused' && opened.status === 404 && opened.code !== 'NoSuchBucket')
    throw new UserError(`There is no ${key} in ${client.connection.destination.location}.`);
  if (opened.kind !== 'open') throw failureOf(opened, request, client.connection.destination);
  opened.limit.pause();
  // A service that knows no ranges sends it all again.
  const skip = offset > 0 && opened.response.status !== 206 ? offset : 0;
  return { response: opened.response, chunks: chunksOf(opened, skip) };
}

/** The time runs while we wait for the service, not while the reader is busy. */
async function* chunksOf({ response, limit }: OpenExchange, skip: number): AsyncGenerator<Uint8Array> {
  let left = skip;
  try {
    limit.renew();
    for await (const chunk of response.body ?? []) {
      limit.pause();
      const skipped = Math.min(left, chunk.length);
      left -= skipped;
      if (skipped < chunk.length) yield chunk.subarray(skipped);
      limit.renew();
    }
  } finally {
    limit.release();
  }
}

function broken(
  { client }: S3Session,
  key: string,
  state: { readonly offset: number; readonly total: number | undefined },
) {
  return failureOf(
    {
      kind: 'no-answer',
      reason: `the connection broke after ${state.offset} of ${state.total ?? 'an unknown number of'} bytes`,
    },
    { operation: 'GetObject', method: 'GET', key },
    client.connection.destination,
  );
}
