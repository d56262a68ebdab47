/** A multipart upload: a few parts at a time, ended and cleaned up whatever happens. */
import { createHash } from 'node:crypto';
import { ExternalError, errorMessage } from '../../../errors.ts';
import { unlessAborted } from '../../../wait.ts';
import { type Checksum, checkEcho, checksumHeaders, compositeChecksum, sha256Of } from './checksum.ts';
import type { S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { lookAt } from './head-object.ts';
import { mostParts, partsInFlight } from './parts.ts';
import { fullKey, lockHeaders } from './session.ts';
import {
  checkLength,
  conditionHeaders,
  type Doubtful,
  learnFrom,
  type Sent,
  type Stored,
  settleDoubt,
  type Writing,
} from './writing.ts';
import { escapeXml, parseXml, textOf } from './xml.ts';

interface Upload {
  readonly writing: Writing;
  readonly uploadId: string;
  /** As it was begun: the parts of one upload have one kind of checksum. */
  readonly withSha256: boolean;
  readonly parts: UploadedPart[];
  /** Ends the parts that are under way when one has failed. */
  readonly stop: AbortController;
}

interface UploadedPart {
  readonly number: number;
  readonly etag: string;
  readonly checksum: Checksum;
}

/** Milliseconds for taking away what was begun: a cancelled job has 7.5 s. */
const cleaningMs = 5000;

/** @param first the first part, which is full @param rest all others */
export async function uploadParts(
  writing: Writing,
  first: Buffer,
  rest: AsyncGenerator<Buffer>,
): Promise<Stored> {
  const { context } = writing.session.client.connection;
  const upload = await beginUpload(writing);
  const onAbort = () => upload.stop.abort(context.signal.reason);
  context.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const counted = await sendParts(upload, first, rest);
    checkLength(writing, counted.bytes);
    return await completeUpload(upload, counted);
  } catch (thrown) {
    await endUpload(upload);
    throw thrown;
  } finally {
    context.signal.removeEventListener('abort', onAbort);
  }
}

async function beginUpload(writing: Writing): Promise<Upload> {
  const { session, key, options } = writing;
  const withSha256 = session.learned.knowsSha256;
  const request: S3Request = {
    operation: 'CreateMultipartUpload',
    method: 'POST',
    key: fullKey(session, key),
    query: { uploads: '' },
    headers: {
      ...(options.contentType !== undefined && { 'content-type': options.contentType }),
      ...lockHeaders(session, options),
      ...(withSha256 && { 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-type': 'COMPOSITE' }),
    },
  };
  const outcome = await session.client.call(request);
  if (outcome.kind === 'refused' && withSha256 && learnFrom(session, request, outcome))
    return beginUpload(writing);
  if (outcome.kind !== 'ok') throw failureOf(outcome, request, session.client.connection.destination);
  const uploadId = textOf(parseXml(outcome.text), 'UploadId');
  if (uploadId === '')
    throw new ExternalError('S3', `S3 began the upload of ${key}, but did not name it.`, {
      status: outcome.status,
      hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
    });
  return { writing, uploadId, withSha256, parts: [], stop: new AbortController() };
}

/** Resolves when all parts are stored. Reads on only when there is room for another part. */
async function sendParts(upload: Upload, first: Buffer, rest: AsyncGenerator<Buffer>): Promise<Counted> {
  const whole = createHash('sha256');
  const underWay = partsUnderWay(upload);
  let bytes = 0;
  let part: Buffer | undefined = first;
  try {
    for (let number = 1; part !== undefined; number += 1) {
      if (number > mostParts) throw tooLarge(upload.writing);
      whole.update(part);
      bytes += part.length;
      underWay.add(sendPart(upload, part, number));
      await underWay.room(partsInFlight(part.length));
      const next: IteratorResult<Buffer> = await underWay.unlessFailed(rest.next());
      part = next.done === true ? undefined : next.value;
    }
    await underWay.all();
    return { bytes, sha256: whole.digest('hex') };
  } catch (thrown) {
    upload.stop.abort(thrown);
    // A part that arrives after the upload was ended would stay and cost.
    await underWay.settled();
    throw thrown;
  }
}

interface Counted {
  readonly bytes: number;
  readonly sha256: string;
}

/** The parts that are being sent: the first that fails ends every wait, and the others. */
function partsUnderWay({ stop }: Upload) {
  const sending = new Set<Promise<void>>();
  return {
    add(work: Promise<void>) {
      const tracked = work.finally(() => sending.delete(tracked));
      sending.add(tracked);
      tracked.catch((thrown) => stop.abort(thrown));
    },
    /** Waits until fewer than `most` are being sent. */
    async room(most: number) {
      while (sending.size >= most) await unlessAborted(stop.signal, Promise.race(sending));
    },
    unlessFailed: <T>(work: Promise<T>) => unlessAborted(stop.signal, work),
    all: () => unlessAborted(stop.signal, Promise.all(sending)),
    settled: () => Promise.allSettled(sending),
  };
}

function tooLarge({ key, session }: Writing): ExternalError {
  return new ExternalError('S3', `${key} is larger than ${mostParts} parts can hold.`, {
    hint: session.dialect.equalParts
      ? 'This service wants parts of one size; give the length beforehand, or use another one.'
      : 'No object can be larger than 5 TiB.',
  });
}

async function sendPart(upload: Upload, bytes: Buffer, number: number): Promise<void> {
  const { session, key } = upload.writing;
  const checksum = sha256Of(bytes);
  const request: S3Request = {
    operation: 'UploadPart',
    method: 'PUT',
    key: fullKey(session, key),
    query: { partNumber: String(number), uploadId: upload.uploadId },
    headers: checksumHeaders(session, bytes, checksum),
    body: bytes,
    bodyHash: checksum.hex,
    signal: upload.stop.signal,
  };
  const outcome = await session.client.call(request);
  if (outcome.kind === 'refused' && learnFrom(session, request, outcome))
    return sendPart(upload, bytes, number);
  if (outcome.kind !== 'ok') throw failureOf(outcome, request, session.client.connection.destination);
  checkEcho(outcome, checksum, `part ${number} of ${key}`);
  upload.parts.push({ number, etag: outcome.headers.get('etag') ?? '', checksum });
}

async function completeUpload(upload: Upload, counted: Counted): Promise<Stored> {
  const { session, key } = upload.writing;
  const parts = upload.parts.toSorted((left, right) => left.number - right.number);
  const sent: Sent = { ...counted, checksum: compositeChecksum(parts.map(({ checksum }) => checksum)) };
  const request: S3Request = {
    operation: 'CompleteMultipartUpload',
    method: 'POST',
    key: fullKey(session, key),
    query: { uploadId: upload.uploadId },
    headers: { 'content-type': 'application/xml', ...conditionHeaders(session) },
    body: Buffer.from(completionBody(parts, upload.withSha256 && session.learned.knowsSha256)),
  };
  const outcome = await session.client.call(request);
  if (outcome.kind === 'refused' && learnFrom(session, request, outcome))
    return completeUpload(upload, counted);
  if (outcome.kind !== 'ok') return settleCompletion(upload, { outcome, request, sent });
  const told = textOf(parseXml(outcome.text), 'ChecksumSHA256');
  if (told.includes('-') && told !== sent.checksum) throw differs(key);
  const versionId = outcome.headers.get('x-amz-version-id') ?? undefined;
  return { ...sent, isConfirmed: told === sent.checksum, versionId };
}

/**
 * The upload's id was ours alone: when it is gone after a try whose answer was lost, that try completed it. So a role that
 * may not look at objects can know it too.
 */
async function settleCompletion({ writing }: Upload, doubtful: Doubtful): Promise<Stored> {
  const { outcome, sent } = doubtful;
  const isGone = outcome.kind === 'refused' && outcome.code === 'NoSuchUpload' && outcome.inDoubt;
  if (!isGone) return settleDoubt(writing, doubtful);
  const found = await lookAt(writing.session, writing.key);
  if (found !== undefined || !writing.session.learned.mayNotLook) return settleDoubt(writing, doubtful);
  return { ...sent, isConfirmed: false, versionId: undefined };
}

function differs(key: string): ExternalError {
  return new ExternalError('S3', `What S3 stored as ${key} is not what was sent: the checksums differ.`, {
    hint: 'No manifest was written for it, so that it is no backup. Delete it, and run the job again.',
  });
}

function completionBody(parts: readonly UploadedPart[], withSha256: boolean): string {
  const listed = parts.map(
    ({ number, etag, checksum }) =>
      `<Part><PartNumber>${number}</PartNumber><ETag>${escapeXml(etag)}</ETag>${withSha256 ? `<ChecksumSHA256>${checksum.base64}</ChecksumSHA256>` : ''}</Part>`,
  );
  return `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
}

/** Also after the run was cancelled. What cannot be taken away is told: it costs until a lifecycle rule ends it. */
async function endUpload({ writing, uploadId }: Upload): Promise<void> {
  const { session, key } = writing;
  const { context, destination } = session.client.connection;
  try {
    const outcome = await session.client.call({
      operation: 'AbortMultipartUpload',
      method: 'DELETE',
      key: fullKey(session, key),
      query: { uploadId },
      signal: AbortSignal.timeout(cleaningMs),
    });
    if (outcome.kind === 'ok' || (outcome.kind === 'refused' && outcome.status === 404)) return;
    context.log.warning(
      leftOver(
        key,
        outcome.kind === 'refused' ? `${outcome.status} ${outcome.code}` : outcome.reason,
        destination.bucket,
      ),
    );
  } catch (thrown) {
    context.log.warning(leftOver(key, errorMessage(thrown), destination.bucket));
  }
}

function leftOver(key: string, reason: string, bucket: string): string {
  return `The unfinished upload of ${key} could not be taken away (${reason}). Its parts cost until they are swept: allow \`s3:AbortMultipartUpload\`, and give the bucket ${bucket} a lifecycle rule that ends incomplete uploads.`;
}
