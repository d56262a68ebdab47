import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { formatBytes } from '../../report/quantity.ts';

/** Share of the tables' size that a compressed dump takes: at the very least, as is usual, and to be safe. */
const shares = { least: 0.05, usual: 0.2, safe: 0.5 } as const;

/** What a dump will probably take, in bytes, of tables of that size on the server. */
export function usualDumpBytes(tableBytes: number): number {
  return tableBytes * shares.usual;
}

/**
 * Before hours of dumping: whether the disk has room for the folder that is to be made. How well data compresses nobody
 * knows before, so only what cannot fit is refused.
 * @throws UserError
 */
export async function assertDiskSpace(folder: string, tableBytes: number, log: Logger): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(folder));
  const free = bavail * bsize;
  const sizes = `${formatBytes(tableBytes)} of tables, ${formatBytes(free)} free at ${dirname(folder)}`;
  if (free < tableBytes * shares.least)
    throw new UserError(`The disk of this runner has no room for the dump: ${sizes}.`, {
      hint: 'Free space before this step, take a larger runner, exclude tables, or use `spool: never`, which needs no disk.',
    });
  if (free < tableBytes * shares.safe)
    log.warning(
      `The dump may not fit on the disk of this runner: ${sizes}; a dump usually takes about ${formatBytes(usualDumpBytes(tableBytes))}.`,
    );
}
