/** The backups of a series in all the places where they are stored. */
import { listBackups } from '../list-backups.ts';
import type { BackupStore } from '../storage/store.ts';
import type { StoredBackup } from './choose-drills.ts';

/** Newest backups that are looked at in each place; a lot among them is wide enough. */
const mostBackups = 200;

export interface Gathered extends StoredBackup {
  /** Release that it was taken for, as its manifest says, which nobody has proved here. */
  readonly tag: string | undefined;
}

/**
 * Newest first. A folder whose manifest cannot be read is a damaged backup, and is listed: choosing it tells why. One without
 * a manifest was never finished, and is none.
 * @throws ExternalError when a store fails
 */
export async function gatherBackups(
  stores: readonly BackupStore[],
  series: string,
): Promise<readonly Gathered[]> {
  const found = new Map<string, { locations: string[]; tag: string | undefined }>();
  for (const store of stores)
    for (const backup of await listBackups(store, series, { newest: mostBackups })) {
      if (backup.kind === 'unfinished') continue;
      const tag = backup.kind === 'complete' ? backup.summary.origin.tag : undefined;
      const known = found.get(backup.id) ?? { locations: [], tag };
      found.set(backup.id, { locations: [...known.locations, store.location], tag: known.tag ?? tag });
    }
  return (
    [...found]
      .map(([id, rest]) => ({ id, ...rest }))
      // Of one series, so the time decides.
      .toSorted((left, right) => (left.id < right.id ? 1 : -1))
  );
}
