/** Multipart uploads. */
import { createHash, randomUUID } from 'node:crypto';
import { type Answer, type Call, elementsOf, S3Refusal, tag, xml } from './answer.ts';
import { checkCondition, refuseChecksums, versionHeader, wantedLock } from './objects.ts';
import { readPayload } from './payload.ts';
import { addVersion, md5Tag, type Part, type StoredChecksum, timeOf, type Upload } from './world.ts';

export function createUpload(call: Call): Answer {
  const { bucket, key, headers, world } = call;
  refuseChecksums(call);
  const algorithm = headers['x-amz-checksum-algorithm'];
  const upload: Upload = {
    id: randomUUID(),
    key,
    initiated: timeOf(world),
    contentType: headers['content-type'] ?? 'binary/octet-stream',
    algorithm: typeof algorithm === 'string' && !world.quirks.ignoresChecksums ? algorithm : undefined,
    lock: wantedLock(call),
    parts: new Map(),
  };
  bucket.uploads.set(upload.id, upload);
  return {
    status: 200,
    body: xml(
      'InitiateMultipartUploadResult',
      tag('Bucket', bucket.name) + tag('Key', key) + tag('UploadId', upload.id),
    ),
  };
}

function uploadOf({ bucket, key, query }: Call): Upload {
  const upload = bucket.uploads.get(query.get('uploadId') ?? '');
  if (upload === undefined || upload.key !== key) throw new S3Refusal(404, 'NoSuchUpload');
  return upload;
}

export function uploadPart(call: Call): Answer {
  const { query, headers, world } = call;
  refuseChecksums(call);
  const upload = uploadOf(call);
  const number = Number(query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new S3Refusal(400, 'InvalidArgument');
  const { bytes, checksum } = readPayload(headers, call.body);
  if (upload.algorithm !== undefined && checksum?.algorithm !== upload.algorithm)
    throw new S3Refusal(400, 'InvalidRequest', { message: 'Checksum Type mismatch occurred' });
  if (upload.lock !== undefined && checksum === undefined && headers['content-md5'] === undefined)
    throw new S3Refusal(400, 'InvalidRequest', {
      message: 'Content-MD5 OR x-amz-checksum- HTTP header is required',
    });
  const part: Part = {
    bytes,
    etag: md5Tag(bytes),
    checksum: world.quirks.ignoresChecksums ? undefined : checksum,
  };
  upload.parts.set(number, part);
  const echo =
    part.checksum === undefined
      ? {}
      : { [`x-amz-checksum-${part.checksum.algorithm.toLowerCase()}`]: part.checksum.value };
  return { status: 200, headers: { etag: part.etag, ...echo } };
}

export function completeUpload(call: Call): Answer {
  const { bucket, key, world } = call;
  const upload = uploadOf(call);
  const parts = chosenParts(call, upload);
  checkSizes(call, parts);
  checkCondition(call);
  const checksum = composite(upload, parts);
  const version = addVersion(bucket, key, {
    bytes: Buffer.concat(parts.map(({ bytes }) => bytes)),
    etag: compositeTag(parts),
    checksum,
    contentType: upload.contentType,
    modifiedAt: timeOf(world),
    lock: upload.lock,
  });
  bucket.uploads.delete(upload.id);
  const told =
    checksum === undefined
      ? ''
      : tag(`Checksum${checksum.algorithm}`, checksum.value) + tag('ChecksumType', checksum.type);
  return {
    status: 200,
    headers: versionHeader(call, version),
    body: xml(
      'CompleteMultipartUploadResult',
      tag('Bucket', bucket.name) + tag('Key', key) + tag('ETag', version.etag) + told,
    ),
  };
}

function chosenParts(call: Call, upload: Upload): readonly Part[] {
  readPayload(call.headers, call.body);
  const listed = elementsOf(call.body.toString('utf8'), 'Part').map((text) => ({
    number: Number(elementsOf(text, 'PartNumber')[0]),
    etag: elementsOf(text, 'ETag')[0],
    checksum: elementsOf(text, `Checksum${upload.algorithm ?? 'SHA256'}`)[0],
  }));
  if (listed.length === 0) throw new S3Refusal(400, 'MalformedXML');
  return listed.map(({ number, etag, checksum }, index) => {
    if (index > 0 && number <= (listed[index - 1]?.number ?? 0)) throw new S3Refusal(400, 'InvalidPartOrder');
    const part = upload.parts.get(number);
    if (part === undefined || part.etag.replaceAll('"', '') !== etag?.replaceAll('"', ''))
      throw new S3Refusal(400, 'InvalidPart');
    if (upload.algorithm !== undefined && part.checksum?.value !== checksum)
      throw new S3Refusal(400, 'InvalidPart');
    return part;
  });
}

function checkSizes({ world }: Call, parts: readonly Part[]): void {
  const full = parts.slice(0, -1);
  if (full.some(({ bytes }) => bytes.length < world.smallestPart)) throw new S3Refusal(400, 'EntityTooSmall');
  if (world.quirks.wantsEqualParts && new Set(full.map(({ bytes }) => bytes.length)).size > 1)
    throw new S3Refusal(400, 'InvalidPart', { message: 'All non-trailing parts must have the same length.' });
}

function composite({ algorithm }: Upload, parts: readonly Part[]): StoredChecksum | undefined {
  if (algorithm !== 'SHA256') return undefined;
  const hash = createHash('sha256');
  for (const { checksum } of parts) hash.update(Buffer.from(checksum?.value ?? '', 'base64'));
  return { algorithm, value: `${hash.digest('base64')}-${parts.length}`, type: 'COMPOSITE' };
}

function compositeTag(parts: readonly Part[]): string {
  const hash = createHash('md5');
  for (const { etag } of parts) hash.update(Buffer.from(etag.replaceAll('"', ''), 'hex'));
  return `"${hash.digest('hex')}-${parts.length}"`;
}

export function abortUpload(call: Call): Answer {
  call.bucket.uploads.delete(uploadOf(call).id);
  return { status: 204 };
}

export function listUploads({ bucket, query, world }: Call): Answer {
  if (world.quirks.noUploadList) throw new S3Refusal(501, 'NotImplemented');
  const prefix = query.get('prefix') ?? '';
  const encoded = query.get('encoding-type') === 'url';
  const name = (key: string) => (encoded ? encodeURIComponent(key).replaceAll('%2F', '/') : key);
  const after = [query.get('key-marker') ?? '', query.get('upload-id-marker') ?? ''] as const;
  const all = [...bucket.uploads.values()]
    .filter(({ key }) => key.startsWith(prefix))
    .sort((left, right) => compare([left.key, left.id], [right.key, right.id]))
    .filter(({ key, id }) => compare([key, id], after) > 0);
  const page = all.slice(0, world.pageSize);
  const last = page.at(-1);
  const isTruncated = page.length < all.length;
  const uploads = page.map(
    ({ key, id, initiated }) =>
      `<Upload>${tag('Key', name(key))}${tag('UploadId', id)}${tag('Initiated', initiated.toISOString())}</Upload>`,
  );
  return {
    status: 200,
    body: xml(
      'ListMultipartUploadsResult',
      tag('Bucket', bucket.name) +
        tag('IsTruncated', isTruncated) +
        (encoded ? tag('EncodingType', 'url') : '') +
        (isTruncated
          ? tag('NextKeyMarker', name(last?.key ?? '')) + tag('NextUploadIdMarker', last?.id ?? '')
          : '') +
        uploads.join(''),
    ),
  };
}

function compare(left: readonly [string, string], right: readonly [string, string]): number {
  return Buffer.compare(Buffer.from(left.join('\0')), Buffer.from(right.join('\0')));
}
