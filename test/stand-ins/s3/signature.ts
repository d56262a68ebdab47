/** Checks Signature Version 4 with AWS's own signer, so that ours is not held against itself. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { S3Refusal } from './answer.ts';
import { type KeyGrant, timeOf, type World } from './world.ts';

class NodeSha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView) {
    this.#hash.update(bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset() {
    throw new Error('not needed');
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}

const pattern =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const mostSkewMs = 15 * 60 * 1000;

export interface Signed {
  readonly grant: KeyGrant;
  readonly region: string;
}

/** Who sent it. @param host as the client wrote it @throws S3Refusal */
export async function checkSignature(world: World, request: IncomingMessage, host: string): Promise<Signed> {
  const header = request.headers.authorization;
  if (header === undefined) throw new S3Refusal(403, 'AccessDenied', { message: 'Anonymous' });
  const [, id = '', day = '', region = '', names = '', signature = ''] = pattern.exec(header) ?? [];
  if (signature === '') throw new S3Refusal(400, 'AuthorizationHeaderMalformed');
  const grant = world.grants.find(({ accessKeyId }) => accessKeyId === id);
  if (grant === undefined) throw new S3Refusal(403, 'InvalidAccessKeyId');
  const token = request.headers['x-amz-security-token'];
  if (token !== grant.sessionToken) throw new S3Refusal(400, 'InvalidToken');
  if (grant.isExpired === true)
    throw new S3Refusal(400, 'ExpiredToken', { message: 'The provided token has expired.' });
  const at = dateOf(request);
  if (Math.abs(at.getTime() - timeOf(world).getTime()) > mostSkewMs)
    throw new S3Refusal(403, 'RequestTimeTooSkewed', {
      message: 'The difference between the request time and the current time is too large.',
    });
  const signedNames = names.split(';');
  checkSignedNames(request, signedNames);
  const expected = await expectedSignature(request, { grant, region, at, signedNames, host });
  if (!timingSafeEqual(Buffer.from(expected, 'hex'), Buffer.from(signature, 'hex')) || !isSameDay(at, day))
    throw new S3Refusal(403, 'SignatureDoesNotMatch');
  return { grant, region };
}

/** AWS refuses a request whose `host` or any `x-amz-` header is not signed. */
function checkSignedNames(request: IncomingMessage, signed: readonly string[]): void {
  const needed = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  const missing = needed.filter((name) => !signed.includes(name));
  if (missing.length > 0)
    throw new S3Refusal(403, 'AccessDenied', {
      message: `There were headers present in the request which were not signed: ${missing.join(', ')}`,
    });
}

function dateOf(request: IncomingMessage): Date {
  const text = String(request.headers['x-amz-date'] ?? '');
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (s === undefined) throw new S3Refusal(403, 'AccessDenied', { message: 'no date' });
  return new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`);
}

function isSameDay(at: Date, day: string): boolean {
  return at.toISOString().slice(0, 10).replaceAll('-', '') === day;
}

interface Scope {
  readonly grant: KeyGrant;
  readonly region: string;
  readonly at: Date;
  readonly signedNames: readonly string[];
  readonly host: string;
}

async function expectedSignature(request: IncomingMessage, scope: Scope): Promise<string> {
  const { accessKeyId, secretAccessKey, sessionToken } = scope.grant;
  const signer = new SignatureV4({
    service: 's3',
    region: scope.region,
    uriEscapePath: false,
    applyChecksum: false,
    sha256: NodeSha256,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) },
  });
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const headers = Object.fromEntries(
    scope.signedNames.map((name) => [
      name,
      name === 'host' ? scope.host : String(request.headers[name] ?? ''),
    ]),
  );
  const query: Record<string, string> = Object.fromEntries(url.searchParams);
  const signed = await signer.sign(
    {
      method: request.method ?? '',
      protocol: 'http:',
      hostname: scope.host,
      path: (request.url ?? '/').replace(/\?.*$/s, ''),
      query,
      headers: { ...headers, 'x-amz-content-sha256': String(request.headers['x-amz-content-sha256'] ?? '') },
    },
    { signingDate: scope.at, signableHeaders: new Set(scope.signedNames) },
  );
  return /Signature=([0-9a-f]{64})/.exec(signed.headers.authorization ?? '')?.[1] ?? '0'.repeat(64);
}
