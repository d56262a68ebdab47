import { randomBytes } from 'node:crypto';
import { type FileHandle, link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { unlessAborted } from '../../../wait.ts';
import { codeOf, fileFailure } from './failure.ts';

interface NewFile {
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

/**
 * Writes a file that is there whole or not at all, and never over another: under a name of its own first, forced to the
 * disk, then linked to its name, which fails when that is taken.
 * @param key for people
 */
export async function commitNewFile(
  path: string,
  key: string,
  { body, signal }: NewFile,
): Promise<'written' | 'taken'> {
  const partial = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.partial`);
  try {
    const file = await open(partial, 'wx', 0o600);
    await fill(file, body, signal);
    const outcome = await giveName(partial, path);
    await flushFolder(dirname(path));
    return outcome;
  } catch (thrown) {
    signal.throwIfAborted();
    throw fileFailure(thrown, `write ${key}`);
  } finally {
    await unlink(partial).catch(() => undefined);
  }
}

async function fill(file: FileHandle, body: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(signal, iterator.next());
      if (next.done === true) break;
      await file.writeFile(next.value);
    }
    await file.sync();
  } finally {
    // What makes the body may wait for ever; it is told to stop, and not waited for.
    iterator.return?.().catch(() => undefined);
    await file.close();
  }
}

/** File systems without hard links (exFAT, some network shares): the name is taken first, then replaced by the file. */
async function giveName(partial: string, path: string): Promise<'written' | 'taken'> {
  try {
    await link(partial, path);
    return 'written';
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return 'taken';
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(thrown))) throw thrown;
  }
  try {
    await (await open(path, 'wx', 0o600)).close();
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return 'taken';
    throw thrown;
  }
  await rename(partial, path);
  return 'written';
}

/** So that the name outlives a crash of the machine as well; not every file system can do it. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (thrown) {
    if (!['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP'].includes(codeOf(thrown))) throw thrown;
  }
}
