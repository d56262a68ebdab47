/** A folder of a file system: a disk, a network share, what a later step uploads. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../../errors.ts';
import { checkKey } from '../key.ts';
import type { BackupStore, StoreContext, StoredCopy, WriteOptions } from '../store.ts';
import { commitNewFile } from './commit-file.ts';
import { codeOf, fileFailure } from './failure.ts';
import { type FileRoot, openRoot, placeIn } from './root.ts';
import { isPartial, walkFiles } from './walk.ts';

export interface FileStoreOptions {
  /** Absolute. */
  readonly folder: string;
  /** `file:///backups`, `artifact` */
  readonly location: string;
  /** Undefined: nobody knows who else reads the disk. */
  readonly isPublic: boolean | undefined;
}

/** Makes nothing before the first write. */
export function createFileStore(options: FileStoreOptions, context: StoreContext): BackupStore {
  const root = openRoot(options.folder);
  return {
    location: options.location,
    capabilities: { createOnly: true, objectLock: false, isPublic: options.isPublic },
    list: (prefix) => listFiles(root, prefix),
    read: (key) => readFile({ root, location: options.location, context }, key),
    write: (key, body, write = {}) =>
      writeFile({ root, location: options.location, context }, key, { body, write }),
    head: (key) => headFile(root, key),
    delete: (key) => deleteFile(root, key),
    sweepUnfinished: (olderThan) => sweepPartials(root, olderThan),
  };
}

interface Folder {
  readonly root: FileRoot;
  readonly location: string;
  readonly context: StoreContext;
}

async function* listFiles(root: FileRoot, prefix: string) {
  for await (const { key, bytes, modifiedAt } of walkFiles(root, prefix))
    if (!isPartial(key)) yield { key, bytes, modifiedAt };
}

async function readFile(
  { root, location, context }: Folder,
  key: string,
): Promise<AsyncIterable<Uint8Array>> {
  const path = await placeIn(root, checkKey(key));
  const found = await headFile(root, key);
  if (found === undefined) throw new UserError(`There is no ${key} in ${location}.`);
  return chunksOf(path, key, context.signal);
}

async function* chunksOf(path: string, key: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 256 * 1024, signal });
  try {
    for await (const chunk of stream) yield chunk;
  } catch (thrown) {
    signal.throwIfAborted();
    throw fileFailure(thrown, `read ${key}`);
  }
}

/** Counted while it is written; who stores on a disk has nobody to confirm it but a later reader. */
async function writeFile(
  { root, location, context }: Folder,
  key: string,
  { body, write }: { readonly body: AsyncIterable<Uint8Array>; readonly write: WriteOptions },
): Promise<StoredCopy> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const chunk of body) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
    if (write.bytes !== undefined && write.bytes !== bytes)
      throw new Error(`${key} was announced with ${write.bytes} bytes and came with ${bytes}`);
  }
  const path = await placeIn(root, checkKey(key), { makeFolders: true });
  const outcome = await commitNewFile(path, key, { body: counted(), signal: context.signal });
  if (outcome === 'taken')
    throw new UserError(`${location} already holds ${key}, and nothing is overwritten.`, {
      hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.',
    });
  return { key, bytes, sha256: hash.digest('hex'), isConfirmed: false };
}

async function headFile(root: FileRoot, key: string): Promise<StoredCopy | undefined> {
  try {
    const facts = await lstat(await placeIn(root, checkKey(key)));
    return facts.isFile() ? { key, bytes: facts.size, sha256: undefined, isConfirmed: false } : undefined;
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown))) return undefined;
    throw fileFailure(thrown, `look at ${key}`);
  }
}

async function deleteFile(root: FileRoot, key: string): Promise<'deleted' | 'absent'> {
  const path = await placeIn(root, checkKey(key));
  if ((await headFile(root, key)) === undefined) return 'absent';
  try {
    await unlink(path);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return 'absent';
    throw fileFailure(thrown, `delete ${key}`);
  }
  await removeEmptyFolders(root, dirname(path));
  return 'deleted';
}

/** Up to the destination itself, which stays. */
async function removeEmptyFolders(root: FileRoot, from: string): Promise<void> {
  for (let folder = from; folder.startsWith(`${root.folder}/`); folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

/** Of writes that were killed: nothing else leaves such a file behind. */
async function sweepPartials(root: FileRoot, olderThan: Date): Promise<readonly string[]> {
  const swept: string[] = [];
  for await (const { key, modifiedAt } of walkFiles(root, '')) {
    if (!isPartial(key) || modifiedAt >= olderThan) continue;
    if ((await deleteFile(root, key)) === 'deleted') swept.push(key);
  }
  return swept;
}
