import { ExternalError } from '../../../errors.ts';
import { checkKey } from '../key.ts';
import type { StoredCopy } from '../store.ts';
import { notFromS3 } from './checksum.ts';
import type { S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { fullKey, type S3Session } from './session.ts';

export interface ObjectFacts extends StoredCopy {
  /** SHA-256 as the service keeps it: in base64, of the whole or of its parts. */
  readonly checksum: string | undefined;
  /** By a legal hold: nobody may delete it, whatever the time. */
  readonly isHeld: boolean;
}

/** Undefined when there is none. @throws ExternalError */
export async function headObject(session: S3Session, key: string): Promise<ObjectFacts | undefined> {
  const request: S3Request = {
    operation: 'HeadObject',
    method: 'HEAD',
    key: fullKey(session, checkKey(key)),
    headers: { 'x-amz-checksum-mode': 'ENABLED' },
  };
  const { client } = session;
  let outcome = await client.call(request);
  if (outcome.kind === 'refused' && (outcome.status === 400 || outcome.status === 403)) {
    const reason = await reasonOf(session, request);
    // What it asked for may be right now: the region and the time are learned from answers with a body.
    outcome = reason ?? (await client.call(request));
  }
  if (outcome.kind === 'ok') return factsOf(key, outcome.headers);
  if (outcome.kind === 'refused' && outcome.status === 404 && outcome.code !== 'NoSuchBucket')
    return undefined;
  throw failureOf(outcome, request, client.connection.destination);
}

/** The answer to a HEAD has no body to say why; the same question as a GET of one byte has. */
async function reasonOf({ client }: S3Session, { key }: S3Request) {
  const outcome = await client.call({
    operation: 'GetObject',
    method: 'GET',
    key,
    headers: { range: 'bytes=0-0' },
  });
  return outcome.kind === 'refused' && outcome.status !== 416 ? outcome : undefined;
}

/** Like {@link headObject}, for a role that may have no right to look: then it is said once, and undefined. */
export async function lookAt(session: S3Session, key: string): Promise<ObjectFacts | undefined> {
  if (session.learned.mayNotLook) return undefined;
  try {
    return await headObject(session, key);
  } catch (thrown) {
    if (!(thrown instanceof ExternalError) || thrown.status !== 403) throw thrown;
    const { context, destination } = session.client.connection;
    session.learned.mayNotLook = true;
    context.log.notice(
      `The role may not look at objects of ${destination.location}: what is stored there cannot be confirmed beyond the service's own answers. ${thrown.hint ?? ''}`.trim(),
    );
    return undefined;
  }
}

function factsOf(key: string, headers: Headers): ObjectFacts {
  if (headers.get('etag') === null) throw notFromS3(key);
  const checksum = headers.get('x-amz-checksum-sha256') ?? undefined;
  const sha256 = wholeSha256(checksum);
  const versionId = headers.get('x-amz-version-id');
  const retainUntil = new Date(headers.get('x-amz-object-lock-retain-until-date') ?? Number.NaN);
  return {
    key,
    bytes: Number(headers.get('content-length') ?? 0),
    sha256,
    checksum,
    isConfirmed: sha256 !== undefined,
    ...(versionId !== null && { versionId }),
    ...(!Number.isNaN(retainUntil.getTime()) && { retainUntil }),
    isHeld: headers.get('x-amz-object-lock-legal-hold') === 'ON',
  };
}

/** That of an object in parts is of the digests of its parts, and has their number behind it. */
function wholeSha256(checksum: string | undefined): string | undefined {
  if (checksum === undefined || !/^[A-Za-z0-9+/]{43}=$/.test(checksum)) return undefined;
  return Buffer.from(checksum, 'base64').toString('hex');
}
