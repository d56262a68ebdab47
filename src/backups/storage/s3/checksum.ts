import { createHash } from 'node:crypto';
import { ExternalError } from '../../../errors.ts';
import type { S3Success } from './client.ts';
import type { S3Session } from './session.ts';

/** Of the bytes of one request. */
export interface Checksum {
  readonly hex: string;
  readonly base64: string;
}

export function sha256Of(bytes: Uint8Array): Checksum {
  const digest = createHash('sha256').update(bytes).digest();
  return { hex: digest.toString('hex'), base64: digest.toString('base64') };
}

/** The service compares it with what arrived, and keeps a SHA-256. MD5 is what every service knows. */
export function checksumHeaders(
  { learned }: S3Session,
  bytes: Uint8Array,
  checksum: Checksum,
): Readonly<Record<string, string>> {
  return learned.knowsSha256
    ? { 'x-amz-checksum-sha256': checksum.base64 }
    : { 'content-md5': createHash('md5').update(bytes).digest('base64') };
}

/** S3's checksum of an upload in parts: of the digests of its parts, with their number behind it. */
export function compositeChecksum(parts: readonly Checksum[]): string {
  const hash = createHash('sha256');
  for (const { base64 } of parts) hash.update(Buffer.from(base64, 'base64'));
  return `${hash.digest('base64')}-${parts.length}`;
}

/** @param what was stored @throws ExternalError when the answer is not that of S3, or tells of other bytes */
export function checkEcho(answer: S3Success, { base64 }: Checksum, what: string): void {
  if (answer.headers.get('etag') === null) throw notFromS3(what);
  const echoed = answer.headers.get('x-amz-checksum-sha256');
  if (echoed === null || echoed === base64) return;
  throw new ExternalError('S3', `S3 stored other bytes of ${what} than were sent: the checksums differ.`, {
    retryable: true,
  });
}

/** Every object and every part has an ETag, whatever the service. */
export function notFromS3(what: string): ExternalError {
  return new ExternalError('S3', `The answer about ${what} does not come from S3: it has no ETag.`, {
    hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
  });
}
