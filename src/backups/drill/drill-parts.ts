/** What a drill is made of: the stored backup, the programs, the target, and what comes of them. */
import type { Finding } from '../../report/finding.ts';
import type { SchemaSnapshot } from '../../schema/snapshot.ts';
import type { BackupManifest } from '../manifest.ts';
import type { CopyProof, FactsReader, ProveCopyRequest } from '../restore/prove-copy.ts';
import type { RestoreCopyRequest, RestoredCopy } from '../restore/restore-copy.ts';
import type { RestoreContext, RestoreTarget } from '../restore/restore-target.ts';
import type { DrillMachine, DrillRecord } from './drill.ts';

/** A backup whose manifest was read, and its signature checked where a key is given. */
export interface DrilledBackup {
  readonly manifest: BackupManifest;
  /** Hex, of its exact bytes. */
  readonly manifestSha256: string;
  /** By one of the keys that are trusted. */
  readonly isSigned: boolean;
  /** All hashes are checked before it resolves. @throws BackupDamage */
  fetch(folder: string): Promise<FetchedDump>;
}

export interface FetchedDump {
  /** Folder or file that pg_restore reads. */
  readonly archive: string;
  readonly schema: SchemaSnapshot | undefined;
  /** Downloaded. */
  readonly bytes: number;
}

export interface DrillSubject {
  readonly backupId: string;
  readonly series: string;
  /** The copy: the store's location. */
  readonly location: string;
  open(): Promise<DrilledBackup>;
}

export interface DrillParts {
  readonly subject: DrillSubject;
  /** @throws UnfitTargetError, UserError, ExternalError when there is none */
  openTarget(manifest: BackupManifest, context: RestoreContext): Promise<RestoreTarget>;
  /** Chooses the programs for the backup; a program that may not be used with it is an UnfitTargetError. */
  programs(backup: DrilledBackup): Promise<DrillPrograms>;
  readonly facts: FactsReader;
  readonly assertions: readonly string[];
  readonly assertionTimeoutMs: number;
  readonly jobs: number;
  /** What the machine is; the target is added. */
  readonly machine: Omit<DrillMachine, 'target'>;
}

export interface DrillPrograms {
  /** Holes of this very pg_restore that were accepted. */
  readonly findings: readonly Finding[];
  readonly restore: RestoreCopyRequest['program'];
  readonly amcheck: ProveCopyRequest['amcheck'];
}

export interface DrillOutcome {
  readonly record: DrillRecord;
  readonly manifest: BackupManifest | undefined;
  readonly restored: RestoredCopy | undefined;
  readonly proof: CopyProof | undefined;
  /** About the programs that were used. */
  readonly programFindings: readonly Finding[];
}

/** What is known so far; a drill that breaks off tells it. */
export interface Found {
  backup?: DrilledBackup;
  dump?: FetchedDump;
  programs?: DrillPrograms;
  target?: Pick<RestoreTarget, 'description'>;
  restored?: RestoredCopy;
  proof?: CopyProof;
}
