import type { Logger } from '../../log.ts';
import { takenAtOf } from '../backup-id.ts';
import { parseBackupKey } from '../backup-key.ts';
import { manifestName } from '../manifest.ts';
import type { BackupStore, StoredObject } from '../storage/store.ts';
import type { RetentionCandidate } from './candidate.ts';

export interface UnfinishedRequest {
  readonly series: string;
  readonly now: Date;
  /** Milliseconds; a backup that is being stored must not be taken for a leftover. */
  readonly olderThanMs: number;
  /** The newest verified backup: nothing is swept but behind it. */
  readonly guard: RetentionCandidate | undefined;
  readonly isDryRun: boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/**
 * Deletes folders of backups that have no manifest: of a run that was killed, or of a deletion that was. Only where every
 * object in the folder is ours; one foreign object, and the folder stays. @returns ids, sorted
 */
export async function sweepUnfinishedBackups(
  store: BackupStore,
  request: UnfinishedRequest,
): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const { id, objects } of await unfinishedBackups(store, request)) {
    request.signal.throwIfAborted();
    request.log.info(
      `${request.isDryRun ? 'Would sweep' : 'Sweeping'} ${id}: it has no manifest, and ${request.guard?.id} is newer and verified.`,
    );
    const outcomes = request.isDryRun ? [] : await deleteAll(store, objects);
    if (outcomes.includes('locked')) request.log.notice(`${id} is locked by the store, and kept until then.`);
    else swept.push(id);
  }
  return swept;
}

async function deleteAll(store: BackupStore, objects: readonly StoredObject[]) {
  const outcomes: string[] = [];
  for (const { key } of objects) outcomes.push(await store.delete(key));
  return outcomes;
}

interface Folder {
  readonly id: string;
  readonly objects: StoredObject[];
  isForeign: boolean;
}

async function unfinishedBackups(
  store: BackupStore,
  { series, now, olderThanMs, guard }: UnfinishedRequest,
): Promise<readonly Folder[]> {
  if (guard === undefined) return [];
  const limit = now.getTime() - olderThanMs;
  const folders = [...(await foldersOf(store, series)).values()];
  return folders
    .filter(
      ({ isForeign, objects }) =>
        !isForeign && objects.every(({ modifiedAt }) => modifiedAt.getTime() < limit),
    )
    .filter(({ objects }) => !objects.some(({ key }) => parseBackupKey(key)?.name === manifestName))
    .filter(({ id }) => {
      const takenAt = takenAtOf(id)?.getTime() ?? Number.POSITIVE_INFINITY;
      return takenAt < limit && takenAt < guard.takenAt.getTime();
    })
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

/** By `<series>/<yyyy>/<mm>/<id>`; the drills of the series lie elsewhere. */
async function foldersOf(store: BackupStore, series: string): Promise<ReadonlyMap<string, Folder>> {
  const folders = new Map<string, Folder>();
  for await (const object of store.list(`${series}/`)) {
    const segments = object.key.split('/');
    const [, , , id = ''] = segments;
    if (segments.length < 5 || takenAtOf(id) === undefined) continue;
    const at = segments.slice(0, 4).join('/');
    const folder = folders.get(at) ?? { id, objects: [], isForeign: false };
    folders.set(at, folder);
    folder.objects.push(object);
    const parsed = parseBackupKey(object.key);
    folder.isForeign ||= parsed?.series !== series || parsed.id !== id;
  }
  return folders;
}
