/** What storing in one request and storing in parts have in common. */
import { ExternalError, UserError } from '../../../errors.ts';
import type { WriteOptions } from '../store.ts';
import type { S3Outcome } from './client.ts';
import type { S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { lookAt } from './head-object.ts';
import type { S3Session } from './session.ts';

export interface Writing {
  readonly session: S3Session;
  readonly key: string;
  readonly options: WriteOptions;
}

/** What was sent, as it is known here. */
export interface Sent {
  readonly bytes: number;
  /** Hex, of the whole. */
  readonly sha256: string;
  /** As the service writes it, if it keeps one: in base64, of the whole or of its parts. */
  readonly checksum: string;
}

/** An object that is stored, before it is looked at again. */
export interface Stored extends Sent {
  /** The service compared SHA-256 checksums of every byte, and says so. */
  readonly isConfirmed: boolean;
  readonly versionId: string | undefined;
}

export function conditionHeaders({ learned }: S3Session): Readonly<Record<string, string>> {
  return learned.knowsConditions ? { 'if-none-match': '*' } : {};
}

/** A body that ends early is a bug of who made it; nothing is stored then. */
export function checkLength({ key, options }: Writing, bytes: number): void {
  if (options.bytes === undefined || options.bytes === bytes) return;
  throw new Error(`${key} was announced with ${options.bytes} bytes and came with ${bytes}`);
}

export function taken({ client }: S3Session, key: string): UserError {
  return new UserError(
    `${client.connection.destination.location} already holds ${key}, and nothing is overwritten.`,
    { hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.' },
  );
}

/**
 * True when the service refused a header that can be left out, so that the same call is worth another try: 501 for a
 * header that it does not implement, or a 400 that is not about the content. Each is left out for good. AWS knows them all.
 */
export function learnFrom(
  { learned, client }: S3Session,
  request: S3Request,
  outcome: Extract<S3Outcome, { kind: 'refused' }>,
): boolean {
  const isUnknownHeader =
    outcome.status === 501 ||
    (outcome.status === 400 &&
      ['InvalidArgument', 'InvalidRequest', 'NotImplemented'].includes(outcome.code));
  if (!isUnknownHeader || client.connection.destination.endpoint === undefined) return false;
  const headers = request.headers ?? {};
  if ('x-amz-checksum-sha256' in headers || 'x-amz-checksum-algorithm' in headers) {
    learned.knowsSha256 = false;
    return true;
  }
  if (!('if-none-match' in headers)) return false;
  learned.knowsConditions = false;
  return true;
}

export interface Doubtful {
  readonly outcome: Exclude<S3Outcome, { kind: 'ok' }>;
  readonly request: S3Request;
  readonly sent: Sent;
}

/**
 * No answer, or "it is there already" after a try whose answer was lost: the object itself tells whether it is ours, by
 * its checksum, or where the service keeps none by its length, since nobody else makes keys of this second and commit.
 * @throws UserError when the key is another's, ExternalError when it is not stored or nobody can tell
 */
export async function settleDoubt(writing: Writing, { outcome, request, sent }: Doubtful): Promise<Stored> {
  const { session, key } = writing;
  const isTaken = outcome.kind === 'refused' && outcome.status === 412;
  if (isTaken && !outcome.inDoubt) throw taken(session, key);
  const failure = isTaken
    ? lostAnswer(key)
    : failureOf(outcome, request, session.client.connection.destination);
  if (outcome.kind === 'refused' && !outcome.inDoubt) throw failure;
  const found = await lookAt(session, key);
  if (found === undefined) throw failure;
  if (found.bytes !== sent.bytes || (found.checksum !== undefined && found.checksum !== sent.checksum))
    throw taken(session, key);
  return { ...sent, isConfirmed: found.checksum === sent.checksum, versionId: found.versionId };
}

function lostAnswer(key: string): ExternalError {
  return new ExternalError('S3', `The answer of S3 was lost, and something is stored as ${key} now.`, {
    status: 412,
    hint: 'Allow `s3:GetObject` for the role, so that it can be told whether it is this backup; or run the job again.',
  });
}
