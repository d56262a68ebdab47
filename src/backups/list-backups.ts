import { errorMessage, UserError } from '../errors.ts';
import { backupFolder, isBackupId } from './backup-id.ts';
import { collectBytes } from './byte-reader.ts';
import type { BackupManifest, DumpDescription } from './manifest.ts';
import { manifestName } from './manifest.ts';
import { longestManifest, parseManifest } from './manifest-file.ts';
import { sha256Of } from './measured-stream.ts';
import type { BackupStore, StoredObject } from './storage/store.ts';

/** A manifest without its long lists: thousands of them are held in memory. */
export type BackupSummary = Omit<BackupManifest, 'facts' | 'dump'> & {
  readonly dump: Omit<DumpDescription, 'files'>;
  readonly tables: number;
  readonly rows: number;
};

interface ListedFolder {
  readonly id: string;
  /** Below the store's location, without a slash at the end. */
  readonly folder: string;
  /** What lies in the folder. */
  readonly objects: readonly StoredObject[];
}

export interface CompleteBackup extends ListedFolder {
  readonly kind: 'complete';
  /** As the manifest says, unproved: no signature is checked for a list. */
  readonly summary: BackupSummary;
  readonly manifestSha256: string;
}

/** No manifest: it is being written, or what did that has died. */
export interface UnfinishedBackup extends ListedFolder {
  readonly kind: 'unfinished';
}

/** There is a manifest, and it cannot be read or belongs elsewhere. */
export interface UnreadableBackup extends ListedFolder {
  readonly kind: 'unreadable';
  readonly reason: string;
}

export type ListedBackup = CompleteBackup | UnfinishedBackup | UnreadableBackup;

export interface ListOptions {
  /** So many complete ones at most, the newest; the manifests of older ones are not fetched, and they are left out. */
  readonly newest?: number;
  /** Manifests that are fetched at the same time. */
  readonly atOnce?: number;
}

/**
 * The backups of one series, newest first by the time in their ids. One bad folder never hides the others. Objects that lie
 * elsewhere, or in folders of another form, are not ours and left out.
 * @throws ExternalError when the store fails
 */
export async function listBackups(
  store: BackupStore,
  series: string,
  { newest = Number.POSITIVE_INFINITY, atOnce = 8 }: ListOptions = {},
): Promise<readonly ListedBackup[]> {
  const folders = await foldersOf(store, series);
  const listed: ListedBackup[] = [];
  let [next, wanted] = [0, newest];
  while (next < folders.length && wanted > 0) {
    const batch = folders.slice(next, next + Math.min(atOnce, wanted));
    const examined = await Promise.all(batch.map((folder) => examine(store, folder)));
    listed.push(...examined);
    wanted -= examined.filter(({ kind }) => kind === 'complete').length;
    next += batch.length;
  }
  return listed;
}

async function foldersOf(store: BackupStore, series: string): Promise<readonly ListedFolder[]> {
  const folders = new Map<string, StoredObject[]>();
  for await (const object of store.list(`${series}/`)) {
    const folder = object.key.slice(0, Math.max(0, object.key.lastIndexOf('/')));
    const id = folder.slice(folder.lastIndexOf('/') + 1);
    if (!isBackupId(id) || backupFolder(id) !== folder || !folder.startsWith(`${series}/`)) continue;
    const objects = folders.get(id);
    if (objects === undefined) folders.set(id, [object]);
    else objects.push(object);
  }
  return [...folders]
    .map(([id, objects]) => ({ id, folder: backupFolder(id), objects }))
    .toSorted((left, right) => (left.id < right.id ? 1 : -1));
}

async function examine(store: BackupStore, listed: ListedFolder): Promise<ListedBackup> {
  const key = `${listed.folder}/${manifestName}`;
  if (!listed.objects.some((object) => object.key === key)) return { kind: 'unfinished', ...listed };
  try {
    const bytes = await collectBytes(await store.read(key), longestManifest);
    if (bytes === undefined) throw new UserError(`The manifest has more than ${longestManifest} bytes.`);
    const manifest = parseManifest(bytes);
    if (manifest.id !== listed.id) throw new UserError(`The manifest belongs to the backup ${manifest.id}.`);
    return { kind: 'complete', ...listed, summary: summaryOf(manifest), manifestSha256: sha256Of(bytes) };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { kind: 'unreadable', ...listed, reason: errorMessage(thrown) };
  }
}

function summaryOf({ facts, dump, ...manifest }: BackupManifest): BackupSummary {
  const { files: _long, ...description } = dump;
  return {
    ...manifest,
    dump: description,
    tables: facts.tables.length,
    rows: facts.tables.reduce((sum, { rows }) => sum + rows, 0),
  };
}
