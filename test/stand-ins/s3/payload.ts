/** The body of a request: taken out of its frames, and compared with every checksum that came with it. */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Refusal } from './answer.ts';
import type { StoredChecksum } from './world.ts';

export interface Payload {
  readonly bytes: Buffer;
  readonly checksum: StoredChecksum | undefined;
}

/** @throws S3Refusal when anything differs */
export function readPayload(headers: IncomingHttpHeaders, body: Buffer): Payload {
  const declared = String(headers['x-amz-content-sha256'] ?? '');
  const framed = declared.startsWith('STREAMING-');
  if (framed && declared !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') throw new S3Refusal(501, 'NotImplemented');
  const { bytes, trailers } = framed ? unframe(body) : { bytes: body, trailers: {} };
  if (/^[0-9a-f]{64}$/.test(declared)) {
    if (createHash('sha256').update(bytes).digest('hex') !== declared)
      throw new S3Refusal(400, 'XAmzContentSHA256Mismatch');
  } else if (!framed && declared !== 'UNSIGNED-PAYLOAD') throw new S3Refusal(400, 'InvalidRequest');
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(bytes).digest('base64') !== md5)
    throw new S3Refusal(400, 'BadDigest');
  return { bytes, checksum: checkedChecksum({ ...headers, ...trailers }, bytes) };
}

function checkedChecksum(
  headers: Readonly<Record<string, string | string[] | undefined>>,
  bytes: Buffer,
): StoredChecksum | undefined {
  for (const [name, value] of Object.entries(headers)) {
    const algorithm = /^x-amz-checksum-(crc32|crc32c|crc64nvme|sha1|sha256)$/.exec(name)?.[1];
    if (algorithm === undefined) continue;
    if (digest(algorithm, bytes) !== value) throw new S3Refusal(400, 'BadDigest');
    return { algorithm: algorithm.toUpperCase(), value: String(value), type: 'FULL_OBJECT' };
  }
  return undefined;
}

export function digest(algorithm: string, bytes: Uint8Array): string {
  if (algorithm === 'sha256' || algorithm === 'sha1')
    return createHash(algorithm).update(bytes).digest('base64');
  if (algorithm !== 'crc32') throw new S3Refusal(501, 'NotImplemented');
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(bytes));
  return crc.toString('base64');
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html, without signatures of the chunks */
function unframe(body: Buffer): { readonly bytes: Buffer; readonly trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    if (end < 0) throw new S3Refusal(400, 'IncompleteBody');
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (Number.isNaN(size)) throw new S3Refusal(400, 'IncompleteBody');
    at = end + 2;
    if (size === 0) break;
    chunks.push(body.subarray(at, at + size));
    at += size + 2;
  }
  const lines = body.toString('latin1', at).split('\r\n');
  const trailers = lines.flatMap((line) => {
    const [, name, value] = /^([^:]+):(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()] as const];
  });
  return { bytes: Buffer.concat(chunks), trailers: Object.fromEntries(trailers) };
}
