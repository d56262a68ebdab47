import type { S3Destination } from '../destination-s3.ts';
import { encodeName } from './signature.ts';

export interface Address {
  /** `https://host` */
  readonly origin: string;
  readonly host: string;
  /** Percent-encoded. */
  readonly path: string;
}

/** Of an object, or of the bucket when `key` is empty. @param key in full, prefix included */
export function addressOf(
  destination: Pick<S3Destination, 'bucket' | 'endpoint' | 'pathStyle'>,
  region: string,
  key: string,
): Address {
  const { bucket, endpoint, pathStyle } = destination;
  const base = new URL(
    endpoint ?? `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`,
  );
  const path = key.split('/').map(encodeName).join('/');
  const host = pathStyle ? base.host : `${bucket}.${base.host}`;
  return {
    origin: `${base.protocol}//${host}`,
    host,
    path: pathStyle ? `/${encodeName(bucket)}${path === '' ? '' : `/${path}`}` : `/${path}`,
  };
}

/** What a service does differently, known by its host. */
export interface Dialect {
  /** It refuses to overwrite when told `If-None-Match: *`. Where that is not known, we look first. */
  readonly createOnly: boolean;
  /** All parts of an upload but the last must have one size. */
  readonly equalParts: boolean;
}

/**
 * R2 wants equal parts and ignores conditions when an upload is completed: https://developers.cloudflare.com/r2/objects/multipart-objects/
 * AWS has had conditional writes for PutObject and CompleteMultipartUpload since August 2024.
 */
export function dialectOf(endpoint: string | undefined): Dialect {
  const host = endpoint === undefined ? 's3.amazonaws.com' : new URL(endpoint).hostname;
  return {
    createOnly: /(^|\.)amazonaws\.com(\.cn)?$/.test(host),
    equalParts: host.endsWith('.r2.cloudflarestorage.com'),
  };
}
