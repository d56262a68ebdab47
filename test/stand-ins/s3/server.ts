/**
 * A stand-in for S3: real HTTP, state in memory. It checks signatures, payload hashes, checksums and policies, keeps
 * versions and locks, and makes the faults it is told to.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Answer, type Call, errorXml, S3Refusal } from './answer.ts';
import { createFaultList, type Fault, type FaultList } from './faults.ts';
import { listObjects } from './lists.ts';
import { deleteObject, getObject, headObject, putObject } from './objects.ts';
import { isAllowed } from './policy.ts';
import { checkSignature, type Signed } from './signature.ts';
import { abortUpload, completeUpload, createUpload, listUploads, uploadPart } from './uploads.ts';
import { type Bucket, createWorld, type KeyGrant, timeOf, type World } from './world.ts';

interface Operation {
  readonly name: string;
  /** Of the policy; lists ask about the bucket. */
  readonly action: string;
  readonly handle: (call: Call) => Answer;
}

/** By method, whether there is a key, and what the query holds. First match counts. */
function operationOf(method: string, key: string, query: URLSearchParams): Operation | undefined {
  const on = (name: string, action: string, handle: (call: Call) => Answer): Operation => ({
    name,
    action,
    handle,
  });
  const has = (parameter: string) => query.has(parameter);
  if (key === '') {
    if (method !== 'GET') return undefined;
    if (has('uploads')) return on('ListMultipartUploads', 's3:ListBucketMultipartUploads', listUploads);
    return on('ListObjectsV2', 's3:ListBucket', listObjects);
  }
  switch (method) {
    case 'PUT':
      return has('partNumber')
        ? on('UploadPart', 's3:PutObject', uploadPart)
        : on('PutObject', 's3:PutObject', putObject);
    case 'POST':
      return has('uploads')
        ? on('CreateMultipartUpload', 's3:PutObject', createUpload)
        : on('CompleteMultipartUpload', 's3:PutObject', completeUpload);
    case 'GET':
      return on('GetObject', has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', getObject);
    case 'HEAD':
      return on('HeadObject', has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject', headObject);
    case 'DELETE':
      if (has('uploadId')) return on('AbortMultipartUpload', 's3:AbortMultipartUpload', abortUpload);
      return on(
        'DeleteObject',
        has('versionId') ? 's3:DeleteObjectVersion' : 's3:DeleteObject',
        deleteObject,
      );
    default:
      return undefined;
  }
}

export interface Exchange {
  readonly operation: string;
  readonly key: string;
  readonly query: string;
  /** Without the signature. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: number;
  status: number | undefined;
  readonly accessKeyId: string | undefined;
}

export interface S3StandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly world: World;
  readonly faults: FaultList;
  readonly exchanges: Exchange[];
  /** Requests that are being answered, and the most there ever were. */
  readonly load: { now: number; most: number };
}

interface Host {
  readonly world: World;
  readonly faults: FaultList;
  readonly exchanges: Exchange[];
  readonly load: { now: number; most: number };
  requests: number;
}

interface Place {
  readonly host: string;
  readonly bucket: string;
  readonly key: string;
}

/** `bucket.s3.…` or `/bucket/…`. `x-stand-in-host` says what the client's host was where the name leads nowhere. */
function placeOf(request: IncomingMessage): Place {
  const host = String(request.headers['x-stand-in-host'] ?? request.headers.host ?? '');
  const path = decodeURIComponent((request.url ?? '/').replace(/\?.*$/s, '')).slice(1);
  const [, virtual] = /^(.+?)\.(?:s3[.-]|localhost(?::|$))/.exec(host) ?? [];
  if (virtual !== undefined) return { host, bucket: virtual, key: path };
  const slash = path.indexOf('/');
  return slash < 0
    ? { host, bucket: path, key: '' }
    : { host, bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function checkRegion(world: World, bucket: Bucket, { region }: Signed): void {
  if (region === bucket.region || region === 'auto') return;
  const headers = { 'x-amz-bucket-region': bucket.region };
  if (!world.quirks.wrongRegionIsMalformed) throw new S3Refusal(301, 'PermanentRedirect', { headers });
  throw new S3Refusal(400, 'AuthorizationHeaderMalformed', { fields: { Region: bucket.region } });
}

interface Asked {
  readonly request: IncomingMessage;
  readonly place: Place;
  readonly operation: Operation;
  readonly body: Buffer;
  readonly signed: Signed;
}

function carryOut(host: Host, { request, place, operation, body, signed }: Asked): Answer {
  const { world } = host;
  const bucket = world.buckets.get(place.bucket);
  if (bucket === undefined) throw new S3Refusal(404, 'NoSuchBucket');
  checkRegion(world, bucket, signed);
  const query = new URL(request.url ?? '/', 'http://stand-in').searchParams;
  const may = (action: string) => {
    const onBucket = action.startsWith('s3:List');
    return isAllowed(signed.grant.policy, {
      action,
      resource: `arn:aws:s3:::${bucket.name}${onBucket ? '' : `/${place.key}`}`,
      ...(onBucket && { prefix: query.get('prefix') ?? '' }),
    });
  };
  if (!may(operation.action)) throw new S3Refusal(403, 'AccessDenied', { message: 'Access Denied' });
  return operation.handle({
    world,
    operation: operation.name,
    bucket,
    key: place.key,
    query,
    headers: request.headers,
    grant: signed.grant,
    body,
    may,
  });
}

function faultAnswer(fault: Fault | undefined): S3Refusal | undefined {
  if (fault?.status === undefined) return undefined;
  return new S3Refusal(fault.status, fault.code ?? 'InternalError', { headers: fault.headers ?? {} });
}

async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  host.requests += 1;
  const requestId = `STANDIN${host.requests}`;
  const place = placeOf(request);
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const operation = operationOf(request.method ?? '', place.key, url.searchParams);
  const fault = host.faults.take(operation?.name ?? '', place.key);
  if (fault?.reset === 'before') return void request.socket.destroy();
  const body = await readBody(request);
  const { authorization: _, ...headers } = request.headers;
  const exchange: Exchange = {
    operation: operation?.name ?? '',
    key: place.key,
    query: url.search,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    bytes: body.length,
    status: undefined,
    accessKeyId: /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1],
  };
  host.exchanges.push(exchange);
  const failure = faultAnswer(fault);
  const handled =
    failure !== undefined && fault?.applied !== true
      ? failure
      : await handle(host, { request, place, operation, body });
  if (fault?.delayMs !== undefined) await pause(fault.delayMs);
  if (fault?.reset === 'after') return void request.socket.destroy();
  const result = failure ?? handled;
  exchange.status = result.status;
  await send(response, result, {
    requestId,
    fault,
    isHead: request.method === 'HEAD',
    at: timeOf(host.world),
  });
}

async function handle(
  host: Host,
  asked: Omit<Asked, 'operation' | 'signed'> & { readonly operation: Operation | undefined },
): Promise<Answer | S3Refusal> {
  const { operation } = asked;
  try {
    const signed = await checkSignature(host.world, asked.request, asked.place.host);
    if (operation === undefined) return new S3Refusal(501, 'NotImplemented');
    return carryOut(host, { ...asked, operation, signed });
  } catch (thrown) {
    if (thrown instanceof S3Refusal) return thrown;
    throw thrown;
  }
}

interface Sending {
  readonly requestId: string;
  readonly fault: Fault | undefined;
  readonly isHead: boolean;
  readonly at: Date;
}

async function send(response: ServerResponse, result: Answer | S3Refusal, sending: Sending): Promise<void> {
  const { requestId, fault, isHead, at } = sending;
  const body = result instanceof S3Refusal ? errorXml(result, requestId) : (result.body ?? '');
  const bytes = damaged(Buffer.from(body), fault);
  response.sendDate = false;
  response.writeHead(result.status, {
    date: at.toUTCString(),
    'x-amz-request-id': requestId,
    ...(typeof body === 'string' && body !== '' && !isHead ? { 'content-type': 'application/xml' } : {}),
    ...(result.status === 204 || isHead || fault?.blanksMs !== undefined
      ? {}
      : { 'content-length': String(bytes.length) }),
    ...result.headers,
  });
  if (isHead) return void response.end();
  for (let waited = 0; waited < (fault?.blanksMs ?? 0); waited += 50) {
    response.write(' ');
    await pause(50);
  }
  if (fault?.truncateAt !== undefined) {
    response.write(bytes.subarray(0, fault.truncateAt));
    await pause(20);
    return void response.destroy();
  }
  if (fault?.stallMs !== undefined) {
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)));
    await pause(fault.stallMs);
    return void response.end(bytes.subarray(Math.ceil(bytes.length / 2)));
  }
  response.end(bytes);
}

function damaged(bytes: Buffer, fault: Fault | undefined): Buffer {
  if (fault?.flipAt === undefined) return bytes;
  const copy = Buffer.from(bytes);
  copy[fault.flipAt] = (copy[fault.flipAt] ?? 0) ^ 1;
  return copy;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function startS3StandIn(grants: readonly KeyGrant[]): Promise<S3StandIn> {
  const host: Host = {
    world: createWorld(grants),
    faults: createFaultList(),
    exchanges: [],
    load: { now: 0, most: 0 },
    requests: 0,
  };
  const server = createServer((request, response) => {
    host.load.now += 1;
    host.load.most = Math.max(host.load.most, host.load.now);
    response.once('close', () => {
      host.load.now -= 1;
    });
    answer(host, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    ...host,
    url: `http://127.0.0.1:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
