/** Client programs from PGDG, the packages that PostgreSQL's own people make for Debian and Ubuntu. */
import { access, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ExternalError, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { runProgram } from '../client-process.ts';

/** Where apt and the key are; to be given only where they are elsewhere. */
export interface InstallPlace {
  readonly keyFolder?: string;
  readonly sourceParts?: string;
  readonly osRelease?: string;
  readonly isRoot?: boolean;
}

export interface InstallClientOptions extends InstallPlace {
  readonly major: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** postgresql-common ships the repository's key, so that none is downloaded. */
const defaultPlace = {
  keyFolder: '/usr/share/postgresql-common/pgdg',
  sourceParts: '/etc/apt/sources.list.d',
  osRelease: '/etc/os-release',
} as const;

const keyNames = ['apt.postgresql.org.gpg', 'apt.postgresql.org.asc'];

/**
 * Installs `postgresql-client-N` and nothing else of the server. The repository is named to apt for these two calls
 * alone: no file of the machine's own sources is changed, and only its list is fetched.
 * @throws UserError when this machine cannot install it (no apt, no key, no root), ExternalError when apt fails
 */
export async function installClient(options: InstallClientOptions): Promise<void> {
  const place = { ...defaultPlace, ...withoutUndefined(options) };
  const [apt, key, codename] = await Promise.all([
    aptCommand(options),
    findKey(place.keyFolder, options.major),
    readCodename(place.osRelease, options.major),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-apt-'));
  try {
    const parts = join(folder, 'sources.list.d');
    await mkdir(parts);
    await cp(place.sourceParts, parts, { recursive: true, dereference: true }).catch(() => {});
    const source = join(parts, 'database-actions-pgdg.sources');
    await writeFile(source, sourceText(codename, key), { mode: 0o644 });
    options.log.info(`Installing postgresql-client-${options.major} from apt.postgresql.org.`);
    const only = ['-o', `Dir::Etc::sourcelist=${source}`, '-o', 'Dir::Etc::sourceparts=-'];
    await runApt(options, [...apt, 'update', ...patience, ...only, '-o', 'APT::Get::List-Cleanup=0']);
    const all = ['-o', `Dir::Etc::sourceparts=${parts}`];
    const choice = ['-y', '--no-install-recommends', `postgresql-client-${options.major}`];
    await runApt(options, [...apt, 'install', ...patience, ...all, ...choice]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another step may hold apt's lock; a mirror may hiccup. */
const patience = ['-q', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3'];

function withoutUndefined(place: InstallPlace): InstallPlace {
  return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
}

/** deb822, as `man sources.list` has it. */
function sourceText(codename: string, key: string): string {
  return `Types: deb
URIs: https://apt.postgresql.org/pub/repos/apt
Suites: ${codename}-pgdg
Components: main
Signed-By: ${key}
`;
}

async function aptCommand(options: InstallClientOptions): Promise<readonly string[]> {
  const path = options.environment.PATH ?? '';
  const apt = await findOnPath('apt-get', path);
  if (apt === undefined)
    throw cannotInstall(
      options.major,
      'there is no `apt-get` on this machine',
      'Install them in an earlier step.',
    );
  const quietly = ['/usr/bin/env', 'DEBIAN_FRONTEND=noninteractive', 'NEEDRESTART_MODE=a', apt];
  if (options.isRoot ?? process.getuid?.() === 0) return quietly;
  const sudo = await findOnPath('sudo', path);
  if (sudo !== undefined) return [sudo, '-n', ...quietly];
  throw cannotInstall(
    options.major,
    'the job does not run as root and there is no `sudo`',
    'Run the job as root, or use a runner image that has them.',
  );
}

async function findOnPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((entry) => entry.startsWith('/'))) {
    const file = join(folder, name);
    if (await exists(file)) return file;
  }
  return undefined;
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function findKey(folder: string, major: number): Promise<string> {
  for (const name of keyNames) if (await exists(join(folder, name))) return join(folder, name);
  throw cannotInstall(
    major,
    `the key of apt.postgresql.org is not in ${folder}`,
    'Install the package `postgresql-common` in an earlier step: it brings the key.',
  );
}

async function readCodename(file: string, major: number): Promise<string> {
  const release = await readFile(file, 'utf8').catch(() => '');
  const codename = /^VERSION_CODENAME="?([a-z][a-z0-9-]*)"?$/m.exec(release)?.[1];
  if (codename !== undefined) return codename;
  throw cannotInstall(
    major,
    `${file} names no release of Debian or Ubuntu (VERSION_CODENAME)`,
    'Install them in an earlier step.',
  );
}

function cannotInstall(major: number, why: string, hint: string): UserError {
  return new UserError(`The client programs of PostgreSQL ${major} cannot be installed: ${why}.`, { hint });
}

async function runApt(options: InstallClientOptions, command: readonly string[]): Promise<void> {
  const [path = '', ...argv] = command;
  const { end, stdout } = await runProgram({
    path,
    argv,
    environment: options.environment,
    signal: options.signal,
  });
  options.log.debug(stdout.trim());
  if (end.kind === 'exited' && end.code === 0) return;
  const said = `${stdout}\n${end.errors}`.trim().split('\n').slice(-6).join('\n');
  throw new ExternalError(
    'apt',
    `Installing postgresql-client-${options.major} failed: \`apt-get ${argv.includes('update') ? 'update' : 'install'}\` ${howEnded(end)}.\n${said}`,
    {
      retryable: true,
      hint: 'Is apt.postgresql.org reachable from this runner, does it have this version for the release of the image, and may the job use sudo without a password? Else install the package in an earlier step.',
    },
  );
}

function howEnded(end: Awaited<ReturnType<typeof runProgram>>['end']): string {
  if (end.kind === 'exited') return `ended with exit code ${end.code}`;
  return end.kind === 'killed' ? `was ended by ${end.signal}` : 'could not be started';
}
