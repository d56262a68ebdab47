/** PutObject, GetObject, HeadObject, DeleteObject. */
import { type Answer, type Call, S3Refusal } from './answer.ts';
import { readPayload } from './payload.ts';
import { addVersion, currentVersion, type Lock, timeOf, type Version } from './world.ts';

export function putObject(call: Call): Answer {
  const { world, bucket, key, headers } = call;
  refuseChecksums(call);
  const lock = wantedLock(call);
  const payload = readPayload(headers, call.body);
  if (lock !== undefined && payload.checksum === undefined && headers['content-md5'] === undefined)
    throw new S3Refusal(400, 'InvalidRequest', {
      message: 'Content-MD5 OR x-amz-checksum- HTTP header is required',
    });
  checkCondition(call);
  const version = addVersion(bucket, key, {
    bytes: payload.bytes,
    checksum: world.quirks.ignoresChecksums ? undefined : payload.checksum,
    contentType: headers['content-type'] ?? 'binary/octet-stream',
    modifiedAt: timeOf(world),
    lock,
  });
  return {
    status: 200,
    headers: { etag: version.etag, ...versionHeader(call, version), ...checksumHeaders(version) },
  };
}

export function refuseChecksums({ world, headers }: Call): void {
  const status = world.quirks.refusesChecksums;
  const sent = Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-'));
  if (status !== undefined && sent)
    throw new S3Refusal(status, status === 501 ? 'NotImplemented' : 'InvalidArgument', {
      message: 'Unsupported header x-amz-checksum',
    });
}

/** `If-None-Match: *`: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export function checkCondition({ world, bucket, key, headers }: Call): void {
  const condition = headers['if-none-match'];
  if (condition === undefined || world.quirks.ignoresConditions) return;
  if (world.quirks.refusesConditions || condition !== '*') throw new S3Refusal(501, 'NotImplemented');
  if (currentVersion(bucket, key) !== undefined) throw new S3Refusal(412, 'PreconditionFailed');
}

export function wantedLock(call: Call): Lock | undefined {
  const { headers, bucket, world } = call;
  const mode = headers['x-amz-object-lock-mode'];
  const until = headers['x-amz-object-lock-retain-until-date'];
  if ((mode === undefined && until === undefined) || world.quirks.ignoresLocks) return undefined;
  if (!call.may('s3:PutObjectRetention')) throw new S3Refusal(403, 'AccessDenied');
  if (!bucket.hasObjectLock)
    throw new S3Refusal(400, 'InvalidRequest', { message: 'Bucket is missing Object Lock Configuration' });
  const date = new Date(String(until));
  if ((mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE') || Number.isNaN(date.getTime()))
    throw new S3Refusal(400, 'InvalidArgument');
  if (date <= timeOf(world))
    throw new S3Refusal(400, 'InvalidArgument', { message: 'The retain until date must be in the future!' });
  return { mode, until: new Date(Math.floor(date.getTime() / 1000) * 1000) };
}

export function versionHeader({ bucket }: Call, version: Version): Readonly<Record<string, string>> {
  return bucket.isVersioned ? { 'x-amz-version-id': version.versionId } : {};
}

function checksumHeaders({ checksum }: Version): Readonly<Record<string, string>> {
  if (checksum === undefined) return {};
  return {
    [`x-amz-checksum-${checksum.algorithm.toLowerCase()}`]: checksum.value,
    'x-amz-checksum-type': checksum.type,
  };
}

function found(call: Call): Version {
  const { bucket, key, query } = call;
  const id = query.get('versionId');
  const version =
    id === null
      ? currentVersion(bucket, key)
      : bucket.objects.get(key)?.find(({ versionId }) => versionId === id);
  if (version !== undefined) return version;
  // Without the right to list, nobody learns what is not there.
  throw call.may('s3:ListBucket')
    ? new S3Refusal(404, id === null ? 'NoSuchKey' : 'NoSuchVersion')
    : new S3Refusal(403, 'AccessDenied');
}

function objectHeaders(call: Call, version: Version): Readonly<Record<string, string>> {
  const { lock, isHeld } = version;
  return {
    etag: version.etag,
    'content-type': version.contentType,
    'last-modified': version.modifiedAt.toUTCString(),
    'accept-ranges': 'bytes',
    ...versionHeader(call, version),
    ...(call.headers['x-amz-checksum-mode'] === 'ENABLED' ? checksumHeaders(version) : {}),
    ...(lock !== undefined && call.may('s3:GetObjectRetention')
      ? {
          'x-amz-object-lock-mode': lock.mode,
          'x-amz-object-lock-retain-until-date': lock.until.toISOString(),
        }
      : {}),
    ...(isHeld && call.may('s3:GetObjectLegalHold') ? { 'x-amz-object-lock-legal-hold': 'ON' } : {}),
  };
}

export function headObject(call: Call): Answer {
  const version = found(call);
  return {
    status: 200,
    headers: { ...objectHeaders(call, version), 'content-length': String(version.bytes.length) },
  };
}

export function getObject(call: Call): Answer {
  const version = found(call);
  const { headers } = call;
  if (headers['if-match'] !== undefined && headers['if-match'] !== version.etag)
    throw new S3Refusal(412, 'PreconditionFailed');
  const [, from] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  if (from === undefined) return { status: 200, headers: objectHeaders(call, version), body: version.bytes };
  const start = Number(from);
  const { length } = version.bytes;
  if (start >= length) throw new S3Refusal(416, 'InvalidRange');
  return {
    status: 206,
    headers: { ...objectHeaders(call, version), 'content-range': `bytes ${start}-${length - 1}/${length}` },
    body: version.bytes.subarray(start),
  };
}

export function deleteObject(call: Call): Answer {
  const { bucket, key, query, world } = call;
  const id = query.get('versionId');
  if (id === null) return deleteCurrent(call);
  const versions = bucket.objects.get(key) ?? [];
  const version = versions.find(({ versionId }) => versionId === id);
  if (version === undefined) return { status: 204 };
  const bypassed =
    version.lock?.mode === 'GOVERNANCE' &&
    call.headers['x-amz-bypass-governance-retention'] === 'true' &&
    call.may('s3:BypassGovernanceRetention');
  const isLocked = version.lock !== undefined && version.lock.until > timeOf(world) && !bypassed;
  if (isLocked || version.isHeld)
    throw new S3Refusal(403, 'AccessDenied', {
      message: 'Access Denied because object protected by object lock.',
    });
  const left = versions.filter((other) => other !== version);
  if (left.length === 0) bucket.objects.delete(key);
  else bucket.objects.set(key, left);
  return { status: 204, headers: { 'x-amz-version-id': id } };
}

function deleteCurrent({ bucket, key }: Call): Answer {
  if (!bucket.isVersioned) {
    bucket.objects.delete(key);
    return { status: 204 };
  }
  const marker = addVersion(bucket, key, { bytes: Buffer.alloc(0), isDeleteMarker: true });
  return { status: 204, headers: { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId } };
}
