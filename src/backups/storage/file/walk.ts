import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareKeys } from '../key.ts';
import type { StoredObject } from '../store.ts';
import { codeOf, fileFailure } from './failure.ts';
import type { FileRoot } from './root.ts';

/** A file that is still being written, or was when its writer was killed. */
const partialName = /(?:^|\/)\.[^/]+\.[0-9a-f]{16}\.partial$/;

export function isPartial(key: string): boolean {
  return partialName.test(key);
}

/** Every file whose key starts with the prefix, in the order of keys. Links and other odd things are left out. */
export async function* walkFiles(root: FileRoot, prefix: string): AsyncGenerator<StoredObject> {
  const slash = prefix.lastIndexOf('/');
  yield* walkFolder(root, prefix.slice(0, slash + 1), prefix);
}

/** @param at key of the folder: empty, or ends with `/` */
async function* walkFolder(root: FileRoot, at: string, prefix: string): AsyncGenerator<StoredObject> {
  const entries = (await entriesOf(join(root.folder, at)))
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .map((entry) => ({ entry, key: `${at}${entry.name}${entry.isDirectory() ? '/' : ''}` }))
    .filter(({ key }) => key.startsWith(prefix) || (key.endsWith('/') && prefix.startsWith(key)))
    .sort((left, right) => compareKeys(left.key, right.key));
  for (const { entry, key } of entries) {
    if (entry.isDirectory()) {
      yield* walkFolder(root, key, prefix);
      continue;
    }
    const object = await factsOf(root, key);
    if (object !== undefined) yield object;
  }
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown))) return [];
    throw fileFailure(thrown, `list ${folder}`);
  }
}

/** Undefined when it went away meanwhile. */
async function factsOf(root: FileRoot, key: string): Promise<StoredObject | undefined> {
  try {
    const facts = await lstat(join(root.folder, key));
    return { key, bytes: facts.size, modifiedAt: facts.mtime };
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw fileFailure(thrown, `look at ${key}`);
  }
}
