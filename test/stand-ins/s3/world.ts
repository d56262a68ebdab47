/** What the stand-in knows: buckets with their versions and uploads, and who may do what. All in memory. */
import { createHash, randomBytes } from 'node:crypto';
import type { Policy } from './policy.ts';

export interface Lock {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly until: Date;
}

export interface StoredChecksum {
  readonly algorithm: string;
  /** Base64; of an upload in parts with `-<parts>` behind it. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export interface Version {
  readonly versionId: string;
  readonly isDeleteMarker: boolean;
  bytes: Buffer;
  readonly etag: string;
  readonly checksum: StoredChecksum | undefined;
  readonly contentType: string;
  readonly modifiedAt: Date;
  lock: Lock | undefined;
  isHeld: boolean;
}

export interface Part {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly checksum: StoredChecksum | undefined;
}

export interface Upload {
  readonly id: string;
  readonly key: string;
  readonly initiated: Date;
  readonly contentType: string;
  readonly algorithm: string | undefined;
  readonly lock: Lock | undefined;
  readonly parts: Map<number, Part>;
}

export interface Bucket {
  readonly name: string;
  readonly region: string;
  readonly isVersioned: boolean;
  readonly hasObjectLock: boolean;
  /** Oldest version first. */
  readonly objects: Map<string, Version[]>;
  readonly uploads: Map<string, Upload>;
}

export interface KeyGrant {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Undefined: everything. */
  readonly policy?: Policy;
  isExpired?: boolean;
}

/** How other services differ. */
export interface Quirks {
  /** `If-None-Match` has no effect. */
  ignoresConditions?: boolean;
  /** `If-None-Match` is answered 501. */
  refusesConditions?: boolean;
  /** Checksum headers have no effect, and are not echoed. */
  ignoresChecksums?: boolean;
  /** Checksum headers are answered with this status. */
  refusesChecksums?: 400 | 501;
  /** As on R2: all parts but the last must have one size. */
  wantsEqualParts?: boolean;
  /** Lock headers have no effect. */
  ignoresLocks?: boolean;
  noUploadList?: boolean;
  /** A wrong region is answered as AuthorizationHeaderMalformed, not with a 301. */
  wrongRegionIsMalformed?: boolean;
}

export interface World {
  readonly buckets: Map<string, Bucket>;
  readonly grants: KeyGrant[];
  readonly quirks: Quirks;
  /** Of the server's clock, in milliseconds. */
  skewMs: number;
  /** Most keys or uploads in one answer. */
  pageSize: number;
  /** Bytes of the smallest part that is not the last. */
  smallestPart: number;
}

export function createWorld(grants: readonly KeyGrant[]): World {
  return {
    buckets: new Map(),
    grants: [...grants],
    quirks: {},
    skewMs: 0,
    pageSize: 1000,
    smallestPart: 5 * 1024 * 1024,
  };
}

export function timeOf(world: World): Date {
  return new Date(Date.now() + world.skewMs);
}

export function addBucket(
  world: World,
  name: string,
  options: Partial<Pick<Bucket, 'region' | 'isVersioned' | 'hasObjectLock'>> = {},
): Bucket {
  const hasObjectLock = options.hasObjectLock ?? false;
  const bucket: Bucket = {
    name,
    region: options.region ?? 'us-east-1',
    isVersioned: options.isVersioned ?? hasObjectLock,
    hasObjectLock,
    objects: new Map(),
    uploads: new Map(),
  };
  world.buckets.set(name, bucket);
  return bucket;
}

/** The newest version, undefined when there is none or it is a delete marker. */
export function currentVersion(bucket: Bucket, key: string): Version | undefined {
  const newest = bucket.objects.get(key)?.at(-1);
  return newest?.isDeleteMarker === true ? undefined : newest;
}

export type NewVersion = Pick<Version, 'bytes'> & Partial<Omit<Version, 'versionId' | 'bytes'>>;

/** Puts an object past all checks. */
export function addVersion(bucket: Bucket, key: string, wanted: NewVersion): Version {
  const version: Version = {
    isDeleteMarker: false,
    etag: md5Tag(wanted.bytes),
    checksum: undefined,
    contentType: 'binary/octet-stream',
    modifiedAt: new Date(),
    lock: undefined,
    isHeld: false,
    ...wanted,
    versionId: bucket.isVersioned ? randomBytes(12).toString('base64url') : 'null',
  };
  const earlier = bucket.isVersioned ? (bucket.objects.get(key) ?? []) : [];
  bucket.objects.set(key, [...earlier, version]);
  return version;
}

export function md5Tag(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}
