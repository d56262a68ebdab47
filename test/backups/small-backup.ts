/** Whole backups of a few bytes, by the code that stores real ones: for what looks at many of them and restores none. */
import { join } from 'node:path';
import { backupId, type Trigger } from '../../src/backups/backup-id.ts';
import type { DrillRecord } from '../../src/backups/drill/drill.ts';
import { writeRecord } from '../../src/backups/drill/drill-history.ts';
import type { SignKey } from '../../src/backups/signing-keys.ts';
import type { BackupStore } from '../../src/backups/storage/store.ts';
import { type StoredBackup, storeBackup } from '../../src/backups/store-backup.ts';
import { silentLogger } from '../../src/log.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { madeRecord } from './drill/made-record.ts';
import { backupOf, makeDraft, makeDumpFolder } from './made-backup.ts';

export interface SmallBackup {
  readonly stores: readonly BackupStore[];
  /** ISO 8601. */
  readonly takenAt: string;
  readonly series?: string;
  readonly trigger?: Trigger;
  readonly signKey?: SignKey;
  readonly isPinned?: boolean;
}

export async function storeSmallBackup(wanted: SmallBackup): Promise<StoredBackup> {
  const { stores, takenAt, series = 'app', trigger = 'scheduled', signKey } = wanted;
  await using temporary = await createTemporaryFolder('small-backup-');
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), { 'toc.dat': 100, '1.dat': 100 });
  const draft = makeDraft(takenAt);
  const id = backupId({ series, takenAt: new Date(takenAt), trigger, commit: draft.origin.commit });
  return await storeBackup({
    ...backupOf({ stores, dump: { format: 'directory', folder } }),
    draft: {
      ...draft,
      ...{ id, series, origin: { ...draft.origin, trigger } },
      ...(wanted.isPinned === true ? { keep: 'forever' as const } : {}),
    },
    signKey,
    serverNow: () => Promise.resolve(new Date(takenAt)),
  });
}

/** Records a drill of the copy in `store`, verified unless said otherwise, and done right after the backup. */
export async function recordDrill(
  store: BackupStore,
  { manifest, manifestSha256 }: Pick<StoredBackup, 'manifest' | 'manifestSha256'>,
  change: Partial<DrillRecord> = {},
): Promise<void> {
  const { id: backupId, series, snapshot } = manifest;
  const finishedAt = new Date(Date.parse(snapshot.takenAt) + 3_600_000).toISOString();
  const made = madeRecord(1, {
    id: `${finishedAt.slice(0, 19).replaceAll(/[-:]/g, '')}Z_${backupId}`,
    ...{ backupId, series, manifestSha256, location: store.location },
    ...{ startedAt: snapshot.takenAt, finishedAt },
    ...change,
  });
  const failed = await writeRecord(made, { stores: [store], log: silentLogger });
  if (failed.length > 0) throw new Error(`The drill could not be recorded: ${failed[0]?.reason}`);
}
