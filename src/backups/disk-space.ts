import { statfs } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { formatBytes } from '../report/quantity.ts';

/** @throws UserError when the disk of an existing folder has less room than that */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes) return;
  throw new UserError(`The dump needs ${formatBytes(bytes)}, and the disk has ${formatBytes(free)} left.`, {
    hint: spaceHint,
  });
}

export const spaceHint =
  'A restore needs room for the dump and for the restored database. Use a larger runner, or point `RUNNER_TEMP` to a larger disk.';
