import { mkdir, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../../errors.ts';
import { codeOf, fileFailure } from './failure.ts';

export interface FileRoot {
  /** Absolute, as given. */
  readonly folder: string;
}

export function openRoot(folder: string): FileRoot {
  return { folder: resolve(folder) };
}

/**
 * The path of a key. The destination itself may be a symbolic link; below it none is followed, so that nobody who may make
 * links there leads us out.
 * @throws UserError when the key's folder lies elsewhere
 */
export async function placeIn(
  root: FileRoot,
  key: string,
  options: { readonly makeFolders?: boolean } = {},
): Promise<string> {
  const path = join(root.folder, key);
  const parent = dirname(path);
  if (options.makeFolders === true) await makeFolder(root, parent, key);
  const real = await realOf(parent);
  const realRoot = await realOf(root.folder);
  if (real !== undefined && real !== join(realRoot ?? root.folder, dirname(key)))
    throw new UserError(`The folder of ${key} is a symbolic link, and none is followed.`, {
      hint: `Look into ${root.folder}: only folders that were made for backups belong there.`,
    });
  return path;
}

async function makeFolder(root: FileRoot, parent: string, key: string): Promise<void> {
  try {
    await mkdir(parent, { recursive: true });
  } catch (thrown) {
    throw fileFailure(thrown, `make a folder for ${key} in ${root.folder}`);
  }
}

async function realOf(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown))) return undefined;
    throw fileFailure(thrown, `find ${path}`);
  }
}
