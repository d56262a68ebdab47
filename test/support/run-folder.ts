/** Where a run of the tests keeps its temporary files: in memory where there is enough of it. */
import { access, chmod, constants, mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const prefix = 'database-actions-test-';
/** A run was seen to take 2 GB at most. */
const neededBytes = 6 * 1024 ** 3;

/**
 * A folder as open as /tmp, which goes when the run ends. Most of what the tests write are files of Postgres: each new
 * database is a copy of 300, which took 80 to 200 ms of CPU on a disk and 10 ms in memory.
 */
export async function createRunFolder(): Promise<string> {
  const parent = (await hasRoom()) ? memory : tmpdir();
  await removeRemains(parent);
  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  // As root, servers run as another user, who must get in.
  await chmod(folder, 0o1777);
  return folder;
}

/** Programs are run from there, and a container may have 64 MB there, or less memory than its machine. */
async function hasRoom(): Promise<boolean> {
  try {
    await access(memory, constants.W_OK);
    const mount = (await readFile('/proc/mounts', 'utf8'))
      .split('\n')
      .map((line) => line.split(' '))
      .findLast(([, folder]) => folder === memory);
    const [, , type, options = ''] = mount ?? [];
    if (type !== 'tmpfs' || options.split(',').includes('noexec')) return false;
    const { bavail, bsize } = await statfs(memory);
    return bavail * bsize >= neededBytes && process.availableMemory() >= neededBytes;
  } catch {
    return false;
  }
}

/** A run that was killed leaves its folder behind, and with it memory. Its process number is in the name. */
async function removeRemains(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, owner] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? [];
    if (owner === undefined || isAlive(Number(owner))) continue;
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH');
  }
}
