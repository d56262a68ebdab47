import type { Recipients } from './encryption/recipients.ts';
import type { BackupFile, BackupManifest, DumpDescription, PackedFile } from './manifest.ts';
import { serializeManifest } from './manifest-file.ts';
import { manifestKind, manifestVersion } from './manifest-shape.ts';

/** A manifest without what is known only when everything is stored. */
export type ManifestDraft = Omit<
  BackupManifest,
  'kind' | 'version' | 'dump' | 'encryption' | 'files' | 'finishedAt' | 'seconds'
> & {
  readonly dump: Omit<DumpDescription, 'format' | 'files'>;
  readonly seconds: { readonly dump: number; readonly proof: number };
};

/** Of a dump that is stored while it is made: the rest is known when all of it has been read. */
export interface LateDraft {
  readonly id: string;
  complete(): Promise<ManifestDraft>;
}

export function isLate(draft: ManifestDraft | LateDraft): draft is LateDraft {
  return 'complete' in draft;
}

export interface DraftedBackup {
  readonly draft: ManifestDraft;
  readonly dump: { readonly format: DumpDescription['format'] };
  readonly recipients: Recipients | undefined;
}

export interface StoredContent {
  readonly packed: readonly PackedFile[];
  readonly files: readonly BackupFile[];
}

/** The manifest as far as it is known before the end. */
export function draftedManifest(
  { draft, dump, recipients }: DraftedBackup,
  { packed, files }: StoredContent,
): Omit<BackupManifest, 'finishedAt' | 'seconds'> {
  const { seconds: _notYet, ...known } = draft;
  return {
    ...known,
    kind: manifestKind,
    version: manifestVersion,
    dump: { ...draft.dump, format: dump.format, files: packed },
    encryption: recipients === undefined ? { kind: 'none' } : { kind: 'age', recipients: recipients.keys },
    files,
  };
}

/** @throws UserError when no manifest could be made of this draft, whatever is stored */
export function checkDraft(backup: DraftedBackup): void {
  const sha256 = '0'.repeat(64);
  const dump = { name: 'dump', role: 'dump', bytes: 0, sha256 } as const;
  const isEncrypted = backup.recipients !== undefined;
  serializeManifest({
    ...draftedManifest(backup, {
      packed: backup.dump.format === 'directory' ? [{ name: 'toc.dat', bytes: 0, sha256 }] : [],
      files: [isEncrypted ? { ...dump, plain: { bytes: 0, sha256 } } : dump],
    }),
    finishedAt: backup.draft.snapshot.takenAt,
    seconds: { ...backup.draft.seconds, store: 0 },
  });
}
