import { createHash } from 'node:crypto';
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
