import { access, constants, open, realpath } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { runProgram } from '../client-process.ts';
import { type ClientProgram, type ClientProgramName, majorOf } from '../client-program.ts';
import { installedVersions, type VersionFolder, versionFolders } from '../installed-versions.ts';
import { type InstallPlace, installClient } from './install-client.ts';

export interface FindClientOptions {
  readonly name: ClientProgramName;
  /** Such as 17: the program must be at least that, since an older one refuses. */
  readonly serverMajor: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** True: what is missing is installed from PGDG's packages (Debian and Ubuntu). */
  readonly install: boolean;
  /** Default: where the distributions keep them. */
  readonly folders?: readonly VersionFolder[];
  readonly installFrom?: InstallPlace;
}

/**
 * The program that fits the server, by absolute path: of its own major version, else of the next higher one that is
 * here; of several minors the newest. Debian's `/usr/bin/pg_dump` is passed over: it is a wrapper that takes the
 * version of the local cluster, whatever server it is sent to.
 * @throws UserError when there is none, ExternalError when it could not be installed
 */
export async function findClientProgram(options: FindClientOptions): Promise<ClientProgram> {
  const here = await programsHere(options);
  const fitting = best(here, options.serverMajor);
  if (fitting !== undefined) return told(fitting, options);
  if (!options.install) throw missing(options, here);
  await installClient({ ...options, ...(options.installFrom ?? {}), major: options.serverMajor });
  const found = best(await programsHere(options), options.serverMajor);
  if (found === undefined) throw missing(options, here);
  return told(found, options);
}

function told(program: ClientProgram, { serverMajor, log }: FindClientOptions): ClientProgram {
  log.debug(`Using ${program.path}: ${program.text}.`);
  const major = majorOf(program.version);
  if (major > serverMajor)
    log.notice(
      `Using ${program.name} ${major} for a server of PostgreSQL ${serverMajor}: a dump by it restores without a complaint only into PostgreSQL ${major} or newer. Install \`postgresql-client-${serverMajor}\` to match.`,
    );
  return program;
}

function best(programs: readonly ClientProgram[], serverMajor: number): ClientProgram | undefined {
  return programs
    .filter(({ version }) => majorOf(version) >= serverMajor)
    .toSorted(
      (left, right) => majorOf(left.version) - majorOf(right.version) || right.version - left.version,
    )[0];
}

function missing(
  { name, serverMajor, install }: FindClientOptions,
  here: readonly ClientProgram[],
): UserError {
  const found =
    here.length === 0
      ? 'none was found'
      : `found: ${here.map(({ path, version }) => `${path} (${versionText(version)})`).join(', ')}`;
  const instead = install ? '' : ', or let this action install it (`install-client: true`)';
  return new UserError(
    `No ${name} on this machine fits PostgreSQL ${serverMajor}: ${found}. An older one refuses a newer server.`,
    {
      hint: `Install the package \`postgresql-client-${serverMajor}\` of apt.postgresql.org in an earlier step${instead}. Debian's wrapper in /usr/bin does not count: its version is that of the machine's own cluster.`,
    },
  );
}

/** `17.12` */
export function versionText(version: number): string {
  return `${majorOf(version)}.${version % 10_000}`;
}

async function programsHere(options: FindClientOptions): Promise<readonly ClientProgram[]> {
  const installed = await installedVersions(options.folders ?? versionFolders);
  const onPath = (options.environment.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  const folders = [...installed.map(({ bin }) => bin), ...onPath];
  const paths = [...new Set(folders.map((folder) => join(folder, options.name)))];
  const programs = await Promise.all(paths.map((path) => readProgram(path, options)));
  return programs.filter((program) => program !== undefined);
}

async function readProgram(path: string, options: FindClientOptions): Promise<ClientProgram | undefined> {
  const { name, environment, signal } = options;
  const isExecutable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isExecutable || (await isDebianWrapper(path))) return undefined;
  const { end, stdout } = await runProgram({ path, argv: ['--version'], environment, signal });
  if (end.kind !== 'exited' || end.code !== 0) return undefined;
  const [text = ''] = stdout.split('\n');
  const version = readVersion(text);
  return version === undefined ? undefined : { name, path, version, text };
}

/** `pg_dump (PostgreSQL) 17.12 (Debian …)` as 170012; of a beta, whose minor is no number, as 190000. */
export function readVersion(text: string): number | undefined {
  const match = /\(PostgreSQL\) (\d+)(?:\.(\d+))?/.exec(text);
  return match === null ? undefined : Number(match[1]) * 10_000 + Number(match[2] ?? 0);
}

async function isDebianWrapper(path: string): Promise<boolean> {
  const target = await realpath(path).catch(() => path);
  if (basename(target) === 'pg_wrapper') return true;
  const file = await open(target).catch(() => undefined);
  if (file === undefined) return false;
  await using opened = file;
  const { buffer, bytesRead } = await opened.read(Buffer.alloc(4096), 0, 4096, 0);
  const start = buffer.subarray(0, bytesRead).toString('latin1');
  return start.startsWith('#!') && /PgCommon|pg_wrapper/.test(start);
}
