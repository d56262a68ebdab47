/** Stores one object: in one request when it is small, else in parts. */
import { ExternalError } from '../../../errors.ts';
import { unlessAborted } from '../../../wait.ts';
import { checkKey } from '../key.ts';
import type { StoredCopy, WriteOptions } from '../store.ts';
import { checkEcho, checksumHeaders, sha256Of } from './checksum.ts';
import type { S3Request } from './exchange.ts';
import { lookAt } from './head-object.ts';
import { cutParts, type PartPlan, planParts } from './parts.ts';
import { fullKey, lockHeaders, retentionOf, type S3Session } from './session.ts';
import { uploadParts } from './upload-parts.ts';
import {
  checkLength,
  conditionHeaders,
  learnFrom,
  type Stored,
  settleDoubt,
  taken,
  type Writing,
} from './writing.ts';

/** @throws UserError when the key is taken, ExternalError when the service fails */
export async function storeObject(
  session: S3Session,
  key: string,
  write: { readonly body: AsyncIterable<Uint8Array>; readonly options: WriteOptions },
): Promise<StoredCopy> {
  const writing: Writing = { session, key: checkKey(key), options: write.options };
  const plan = planParts({
    bytes: write.options.bytes,
    equalParts: session.dialect.equalParts,
    firstPart: session.firstPart,
  });
  const parts = cutParts(write.body, plan);
  try {
    await refuseTaken(writing);
    const stored = await storeParts(writing, plan, parts);
    return await lookedAt(writing, stored);
  } finally {
    // What makes the body may wait for ever; it is told to stop, and not waited for.
    parts.return(undefined).catch(() => undefined);
  }
}

/** Services that may ignore `If-None-Match` are asked first. */
async function refuseTaken({ session, key }: Writing): Promise<void> {
  if (session.dialect.createOnly && session.learned.knowsConditions) return;
  if ((await lookAt(session, key)) !== undefined) throw taken(session, key);
}

async function storeParts(writing: Writing, plan: PartPlan, parts: AsyncGenerator<Buffer>): Promise<Stored> {
  const { session } = writing;
  const first = await unlessAborted(session.client.connection.context.signal, parts.next());
  const bytes = first.done === true ? Buffer.alloc(0) : first.value;
  if (bytes.length === plan.size(1)) return uploadParts(writing, bytes, parts);
  checkLength(writing, bytes.length);
  return putObject(writing, bytes);
}

async function putObject(writing: Writing, bytes: Buffer): Promise<Stored> {
  const { session, key, options } = writing;
  const checksum = sha256Of(bytes);
  const request: S3Request = {
    operation: 'PutObject',
    method: 'PUT',
    key: fullKey(session, key),
    headers: {
      ...(options.contentType !== undefined && { 'content-type': options.contentType }),
      ...conditionHeaders(session),
      ...lockHeaders(session, options),
      ...checksumHeaders(session, bytes, checksum),
    },
    body: bytes,
    bodyHash: checksum.hex,
  };
  const outcome = await session.client.call(request);
  if (outcome.kind === 'refused' && learnFrom(session, request, outcome)) {
    await refuseTaken(writing);
    return putObject(writing, bytes);
  }
  const sent = { bytes: bytes.length, sha256: checksum.hex, checksum: checksum.base64 };
  if (outcome.kind !== 'ok') return settleDoubt(writing, { outcome, request, sent });
  checkEcho(outcome, checksum, key);
  return {
    ...sent,
    isConfirmed: outcome.headers.get('x-amz-checksum-sha256') === checksum.base64,
    versionId: outcome.headers.get('x-amz-version-id') ?? undefined,
  };
}

/** Looks at the object again where something is not known yet: its length, or until when it is kept. */
async function lookedAt({ session, key, options }: Writing, stored: Stored): Promise<StoredCopy> {
  const wanted = retentionOf(session, options);
  const copy: StoredCopy = {
    key,
    bytes: stored.bytes,
    sha256: stored.sha256,
    isConfirmed: stored.isConfirmed,
    ...(stored.versionId !== undefined && { versionId: stored.versionId }),
  };
  if (stored.isConfirmed && wanted === undefined) return copy;
  const found = await lookAt(session, key);
  if (found !== undefined && found.bytes !== stored.bytes)
    throw new ExternalError('S3', `S3 stored ${found.bytes} bytes of ${key}, not the ${stored.bytes} sent.`);
  // S3 keeps whole seconds.
  if (wanted !== undefined && (found?.retainUntil?.getTime() ?? 0) < wanted.getTime() - 1000)
    session.client.connection.context.log.warning(
      `${key} is stored, but S3 does not say that it is kept until ${wanted.toISOString()}: the service may know no Object Lock, or the role may not read it (\`s3:GetObject\`, \`s3:GetObjectRetention\`).`,
    );
  return { ...copy, ...(found?.retainUntil !== undefined && { retainUntil: found.retainUntil }) };
}
