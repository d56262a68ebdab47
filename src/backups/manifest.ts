import type { Trigger } from './backup-id.ts';
import type { DatabaseFacts, Omission, ProofMode } from './proof/database-facts.ts';

/** Names inside a backup's folder. The manifest is written last: a folder without it is no backup. */
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
export const recoveryName = 'RECOVERY.md';

/** One stored object of a backup, beside the manifest and its signature. */
export interface BackupFile {
  /** Relative to the backup's folder: `dump.tar.age`, `schema.json.age`, `RECOVERY.md`. */
  readonly name: string;
  readonly role: 'dump' | 'schema' | 'recovery';
  /** As stored. */
  readonly bytes: number;
  /** Hex, of what is stored. */
  readonly sha256: string;
  /** Before encryption; absent when it is not encrypted. */
  readonly plain?: { readonly bytes: number; readonly sha256: string };
}

/** A file inside `dump.tar`: a file of pg_dump's directory format. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface DumpDescription {
  /** `directory` is stored as a tar of its files, `custom` as it is. */
  readonly format: 'directory' | 'custom';
  /** As pg_dump was told: `zstd:3`, `gzip:1`, `none`. */
  readonly compression: string;
  readonly jobs: number;
  /** Every option given to pg_dump but the connection. */
  readonly options: readonly string[];
  /** `pg_dump (PostgreSQL) 17.12` */
  readonly client: string;
  /** `server_version_num` of the client's own version, such as 170012. */
  readonly clientVersion: number;
  readonly files: readonly PackedFile[];
}

/** What the backup is of, and what it was taken for. */
export interface BackupOrigin {
  readonly trigger: Trigger;
  /** `owner/name`; empty outside of GitHub. */
  readonly repository: string;
  readonly commit: string;
  /** Absent where there is none. */
  readonly tag?: string;
  /** The last applied migration of the database. */
  readonly migrationHead?: string;
  /** Address of the workflow run. */
  readonly run?: string;
}

/**
 * What a backup is, and what its content must be. Written last, as the mark that the backup is whole; signed. Holds no
 * secret, but names of tables and counts of rows.
 */
export interface BackupManifest {
  readonly kind: 'database-actions-backup';
  readonly version: 1;
  readonly id: string;
  readonly series: string;
  readonly database: string;
  readonly origin: BackupOrigin;
  readonly server: {
    /** `server_version_num` */
    readonly versionNumber: number;
    /** Such as `17.12 (Debian 17.12-1.pgdg12+1)`. */
    readonly version: string;
    readonly encoding: string;
    /** Such as `en_US.utf8`, `icu:und` or `builtin:C.UTF-8`. */
    readonly locale: string;
  };
  readonly snapshot: {
    /** ISO 8601, by the server's clock, when the snapshot was exported. RPO counts from it. */
    readonly takenAt: string;
    /** `pg_current_wal_lsn()`; absent where the role may not ask or the server is a standby. */
    readonly lsn?: string;
  };
  /** By the server's clock too, when everything but this manifest was stored. */
  readonly finishedAt: string;
  readonly dump: DumpDescription;
  readonly encryption:
    | { readonly kind: 'none' }
    | { readonly kind: 'age'; readonly recipients: readonly string[] };
  readonly files: readonly BackupFile[];
  readonly proof: ProofMode;
  /** Of the source under `proof: source`, of the archive under `archive` (sequences then as the dump has them). */
  readonly facts: DatabaseFacts;
  /** What a restore of this will not bring back. */
  readonly notInBackup: readonly Omission[];
  /** Kept by retention whatever its rules say. */
  readonly keep?: 'forever';
  readonly seconds: { readonly dump: number; readonly proof: number; readonly store: number };
}
