import type { Logger } from '../../log.ts';

/** Where backups lie: a bucket below a prefix, a folder, the assets of a release. Keys are relative to it, with `/`. */
export interface BackupStore {
  /** For people, no secret: `s3://bucket/prefix`, `file:///backups`. */
  readonly location: string;
  readonly capabilities: StoreCapabilities;
  /** Every object whose key starts with `prefix`, through all pages, in the order of the keys. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /**
   * The object's bytes from the start, verified by nobody: the reader compares hashes.
   * @throws UserError when there is no such object, ExternalError when the store fails
   */
  read(key: string): Promise<AsyncIterable<Uint8Array>>;
  /**
   * Create-only: writes a new object and resolves when the store has all of it and its checksum agrees. On failure or
   * abort nothing is left behind, parts of an upload included; what cannot be taken away is a warning. Memory stays flat.
   * @throws UserError when the key is taken, ExternalError when the store fails
   */
  write(key: string, body: AsyncIterable<Uint8Array>, options?: WriteOptions): Promise<StoredCopy>;
  /** Facts of one object, undefined when it is not there. */
  head(key: string): Promise<StoredCopy | undefined>;
  /** `locked`: retention of the store forbids it. Absent is `absent`, and no error. */
  delete(key: string): Promise<'deleted' | 'absent' | 'locked'>;
  /** Ends uploads that were begun before `olderThan` and never finished, below our prefix. @returns what was ended */
  sweepUnfinished(olderThan: Date): Promise<readonly string[]>;
}

export interface StoreCapabilities {
  /** The store itself refuses to overwrite (`If-None-Match: *`, O_EXCL). */
  readonly createOnly: boolean;
  /** Objects may be locked. */
  readonly objectLock: boolean;
  /** Anybody can read what is stored: plaintext is refused. Undefined: cannot be known. */
  readonly isPublic: boolean | undefined;
}

export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** The store's; a copy resets it, so retention never goes by it. */
  readonly modifiedAt: Date;
}

export interface WriteOptions {
  /** When known beforehand. */
  readonly bytes?: number;
  readonly contentType?: string;
  /** Object Lock: nobody may delete it before. Default: what the destination says. */
  readonly retainUntil?: Date;
}

export interface StoredCopy {
  readonly key: string;
  readonly bytes: number;
  /** Hex SHA-256 of the whole, by the store where it keeps one, else as counted while writing. */
  readonly sha256: string | undefined;
  /**
   * The store itself compared a SHA-256 of every byte, and says so: of the whole, or of every part and of the list of parts
   * (S3 keeps no SHA-256 of the whole of an upload in parts, so {@link BackupStore.head} of one has neither).
   */
  readonly isConfirmed: boolean;
  readonly versionId?: string;
  readonly retainUntil?: Date;
  /** By a legal hold: nobody may delete it, whatever the time. */
  readonly isHeld?: boolean;
}

/** What a store is given by hand. */
export interface StoreContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds for one request without progress. */
  readonly timeoutMs: number;
  readonly now: () => Date;
  readonly fetch: typeof globalThis.fetch;
  readonly mask: (secret: string) => void;
  /** The standard variables of the cloud's own tools are read from it (`AWS_ACCESS_KEY_ID`, …), and no others. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
