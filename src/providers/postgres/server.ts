/**
 * Starts a Postgres server of our own: binaries of this machine, a data folder of its own, never as root. It is a
 * throw-away: nothing is flushed to disk, so a crash of the machine loses it.
 */
import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { ExternalError } from '../../errors.ts';
import { formatConnectionUri } from '../../postgres/connection-uri.ts';
import { sleep } from '../../wait.ts';
import { findServerBinaries, prepareBinaries } from './binaries.ts';
import { initialise, isInitialised, prepareFolder } from './data-folder.ts';
import { isAlive, sendSignal } from './process.ts';
import { lastLines, type Place, runAs, serverEnvironment } from './server-place.ts';
import { serverUser } from './unprivileged-user.ts';

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

/** Starts a server that outlives this process unless stopped. @throws ExternalError with the end of the server's log */
export async function startServer(options: StartServerOptions): Promise<RunningServer> {
  const user = await serverUser();
  const folder = await prepareFolder(options.dataDirectory, user);
  const found = options.binaries ?? (await findServerBinaries(options.environment));
  const binaries = await prepareBinaries(found, user, dirname(folder));
  const place = { folder, binaries, user, environment: serverEnvironment(options.environment) };
  if (!(await isInitialised(folder))) await initialise(place, options.password);
  const { port, pid } = await launchOnFreePort(place, options.settings ?? {});
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

type Settings = Readonly<Record<string, string>>;

const launchAttempts = 3;

/** Between looking for a free port and listening on it another process may have taken it. */
async function launchOnFreePort(place: Place, settings: Settings): Promise<{ port: number; pid: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { port, pid: await launch(place, { port: String(port), ...settings }) };
    } catch (thrown) {
      if (attempt === launchAttempts) throw thrown;
    }
  }
}

async function launch(place: Place, settings: Settings): Promise<number> {
  const { folder, binaries } = place;
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const logFile = `${folder}.log`;
  await using log = await open(logFile, 'w', 0o600);
  const child = spawn(join(binaries, 'postgres'), ['-D', folder, ...flags], {
    ...runAs(place),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`exit code ${code}`)));
  });
  try {
    await Promise.race([ended, untilReady(folder, child.pid)]);
  } catch (thrown) {
    if (child.pid !== undefined) sendSignal(child.pid, 'SIGKILL');
    const said = lastLines(await readFile(logFile, 'utf8'));
    throw new ExternalError('Postgres', `The server did not start: ${said}`, { cause: thrown });
  } finally {
    ended.catch(() => {});
    child.removeAllListeners();
    // Without a listener a late 'error' would end this process.
    child.on('error', () => {});
  }
  return child.pid ?? 0;
}

/**
 * The eighth line of postmaster.pid says `ready`, as pg_ctl reads it (src/include/utils/pidfile.h); the first, whose
 * it is, since a crashed server leaves its file behind.
 */
async function untilReady(folder: string, pid: number | undefined): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0]?.trim() === String(pid) && lines[7]?.trim() === 'ready') return;
    await sleep(25);
  }
  throw new Error('not ready after 15 s');
}

/** Fast shutdown, after 5 s an immediate one; resolves when the process is gone. */
export async function stopServer(pid: number, folder: string): Promise<void> {
  sendSignal(pid, 'SIGINT');
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (!isAlive(pid)) return;
    if (attempt === 200) sendSignal(pid, 'SIGQUIT');
    await sleep(25);
  }
  throw new ExternalError('Postgres', `The server in ${folder} (process ${pid}) did not stop within 10 s.`);
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
