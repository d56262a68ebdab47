/** A server's data folder: made, given to the server's user, and initialised. */
import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ExternalError } from '../../errors.ts';
import { serverMajor } from './binaries.ts';
import { lastLines, type Place, runAs } from './server-place.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

const execFileAsync = promisify(execFile);

export async function prepareFolder(folder: string, user: UnprivilegedUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
}

export async function isInitialised(folder: string): Promise<boolean> {
  return readFile(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Runs initdb. @throws ExternalError with what it said */
export async function initialise(place: Place, password: string): Promise<void> {
  const { folder, user } = place;
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  try {
    await initialiseInSomeLocale(place, passwordFile);
  } catch (thrown) {
    throw new ExternalError('Postgres', `initdb failed: ${lastLines(standardError(thrown))}`, {
      cause: thrown,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * C.UTF-8 as hosted Postgres has it: byte order, but upper and lower case of every letter. From 17 on the server
 * brings it along; before, the machine may lack it (older macOS), and C, which knows ASCII letters only, must do.
 */
async function initialiseInSomeLocale(place: Place, passwordFile: string): Promise<void> {
  const flags = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-sync',
    '--no-instructions',
  ];
  const initdb = (...locale: readonly string[]) =>
    execFileAsync(join(place.binaries, 'initdb'), [...flags, ...locale, place.folder], runAs(place));
  if ((await serverMajor(place.binaries)) >= 17) {
    await initdb('--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8');
    return;
  }
  // A failed initdb leaves the folder as empty as it found it.
  await initdb('--locale=C.UTF-8', '--lc-messages=C').catch(() => initdb('--no-locale'));
}

function standardError(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'stderr' in thrown ? String(thrown.stderr) : '';
}
