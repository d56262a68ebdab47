/** Starts a Postgres server of our own: binaries of this machine, a data folder of its own, never as root. */
import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ExternalError } from '../../errors.ts';
import { formatConnectionUri } from '../../postgres/connection-uri.ts';
import { sleep } from '../../wait.ts';
import { findServerBinaries, prepareBinaries } from './binaries.ts';
import { serverUser, type UnprivilegedUser } from './unprivileged-user.ts';

const execFileAsync = promisify(execFile);

export interface StartServerOptions {
  /** Made if absent; empty, or a data folder of ours. */
  readonly dataDirectory: string;
  /** Folder of initdb and postgres; undefined = {@link findServerBinaries}. */
  readonly binaries?: string | undefined;
  /** Of the superuser `postgres`. */
  readonly password: string;
  /** Settings on top of the defaults. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly environment: NodeJS.ProcessEnv;
}

export interface RunningServer extends AsyncDisposable {
  /** URI of the superuser `postgres` on the database `postgres`, by 127.0.0.1. */
  readonly uri: string;
  readonly port: number;
  readonly pid: number;
  readonly binaries: string;
  /** Fast shutdown; resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Starts a server that outlives this process unless stopped. @throws ExternalError with the end of the server's log. */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const user = await serverUser();
  const folder = await prepareFolder(options.dataDirectory, user);
  const found = options.binaries ?? (await findServerBinaries(options.environment));
  const binaries = await prepareBinaries(found, user, dirname(folder));
  if (!(await isInitialised(folder)))
    await initialise({ folder, binaries, user, password: options.password });
  const port = await freePort();
  const pid = await launch({ folder, binaries, user, port, settings: options.settings ?? {} });
  const uri = superuserUri(port, options.password);
  const stop = () => stopServer(pid, folder);
  return { uri, port, pid, binaries, stop, [Symbol.asyncDispose]: stop };
}

function superuserUri(port: number, password: string): string {
  return formatConnectionUri({
    host: '127.0.0.1',
    port,
    database: 'postgres',
    user: 'postgres',
    password,
    parameters: new Map(),
  });
}

async function prepareFolder(folder: string, user: UnprivilegedUser | undefined): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  return folder;
}

async function isInitialised(folder: string): Promise<boolean> {
  return readFile(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

interface Place {
  readonly folder: string;
  readonly binaries: string;
  readonly user: UnprivilegedUser | undefined;
}

async function initialise({ folder, binaries, user, password }: Place & { password: string }): Promise<void> {
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) await chown(passwordFile, user.uid, user.gid);
  const flags = [
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
    '--no-instructions',
  ];
  try {
    await execFileAsync(join(binaries, 'initdb'), [...flags, folder], { ...user, env: serverEnvironment() });
  } catch (thrown) {
    throw new ExternalError('Postgres', `initdb failed: ${lastLines(standardError(thrown))}`, {
      cause: thrown,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function standardError(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'stderr' in thrown ? String(thrown.stderr) : '';
}

/** LC_ALL: a locale that the machine does not have stops initdb. Nothing else of ours (PGDATA, PGHOST) may leak in. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
}

async function launch({
  folder,
  binaries,
  user,
  port,
  settings,
}: Place & { port: number; settings: Readonly<Record<string, string>> }): Promise<number> {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'off',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = `${folder}.log`;
  await using log = await open(logFile, 'w', 0o600);
  const child = spawn(join(binaries, 'postgres'), ['-D', folder, ...flags], {
    ...user,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: serverEnvironment(),
  });
  child.unref();
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`exit code ${code}`)));
  });
  try {
    await Promise.race([ended, untilReady(folder)]);
  } catch (thrown) {
    throw new ExternalError(
      'Postgres',
      `The server did not start: ${lastLines(await readFile(logFile, 'utf8'))}`,
      { cause: thrown },
    );
  } finally {
    ended.catch(() => {});
    child.removeAllListeners();
  }
  return child.pid ?? 0;
}

/** The eighth line of postmaster.pid says `ready`, as pg_ctl reads it (src/include/utils/pidfile.h). */
async function untilReady(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[7]?.trim() === 'ready') return;
    await sleep(25);
  }
  throw new Error('not ready after 15 s');
}

async function stopServer(pid: number, folder: string): Promise<void> {
  signal(pid, 'SIGINT');
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (!signal(pid, 0)) return;
    if (attempt === 200) signal(pid, 'SIGQUIT');
    await sleep(25);
  }
  throw new ExternalError('Postgres', `The server in ${folder} (process ${pid}) did not stop within 10 s.`);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
