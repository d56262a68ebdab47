import type { WriteOptions } from '../store.ts';
import type { Dialect } from './address.ts';
import type { S3Client } from './client.ts';

/** What the calls of one store share, and what they learn about the service. */
export interface S3Session {
  readonly client: S3Client;
  readonly dialect: Dialect;
  readonly learned: Learned;
  /** Bytes of the first parts of an upload. */
  readonly firstPart: number;
}

export interface Learned {
  /** False once the service has refused a header of a SHA-256 checksum: MD5 is sent instead. */
  knowsSha256: boolean;
  /** False once the service has refused `If-None-Match`. */
  knowsConditions: boolean;
  /** The role may not look at objects: said once. */
  mayNotLook: boolean;
}

export function fullKey({ client }: S3Session, key: string): string {
  return `${client.connection.destination.prefix}${key}`;
}

/** Headers that make the new object undeletable, of the call or of the destination. */
export function lockHeaders(session: S3Session, options: WriteOptions): Readonly<Record<string, string>> {
  const retainUntil = retentionOf(session, options);
  const { lock } = session.client.connection.destination;
  if (retainUntil === undefined) return {};
  return {
    'x-amz-object-lock-mode': lock?.mode ?? 'GOVERNANCE',
    'x-amz-object-lock-retain-until-date': retainUntil.toISOString(),
  };
}

export function retentionOf({ client }: S3Session, { retainUntil }: WriteOptions): Date | undefined {
  const { destination, context } = client.connection;
  if (retainUntil !== undefined) return retainUntil;
  if (destination.lock === undefined) return undefined;
  return new Date(context.now().getTime() + destination.lock.retainSeconds * 1000);
}
