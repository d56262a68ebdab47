/** One Postgres server for a whole job: the first step that needs it starts it, later ones, other processes, find it. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Logger } from '../../log.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import { withDatabase, withParameter } from '../../postgres/connection-uri.ts';
import { deadlineIn, sleep } from '../../wait.ts';
import { claim, type EmbeddedServer, publish, readLatest, unclaim } from './embedded-state.ts';
import { isAlive } from './process.ts';
import { startServer, stopServer } from './server.ts';
import { serverUser } from './unprivileged-user.ts';

export interface EmbeddedServerOptions {
  /** Lives as long as the job; several steps are given the same. */
  readonly stateDirectory: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Logger;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Folder of initdb and postgres, for tests; undefined = what the machine has. */
  readonly binaries?: string;
}

/** Empty at first: the default branch, which others are copied from. */
const defaultDatabase = 'main';
const pauseMs = 100;

/**
 * Starts the server, or finds the one that is there. Two processes at once end with one server, and one that has died
 * is replaced. @returns the superuser's URI on the database `main`
 */
export async function ensureEmbeddedServer(
  options: EmbeddedServerOptions,
): Promise<{ readonly uri: string }> {
  const folder = await stateFolder(options.stateDirectory);
  const deadline = deadlineIn(options.timeoutMs);
  for (;;) {
    const latest = await readLatest(folder);
    if (latest?.kind === 'server' && (await answers(latest.server, options)))
      return { uri: latest.server.uri };
    const isStarting = latest?.kind === 'claim' && isAlive(latest.pid);
    const generation = (latest?.generation ?? 0) + 1;
    if (!isStarting && (await claim(folder, generation))) {
      if (latest?.kind === 'server') await removeRemains(latest.server);
      return start({ options, folder, generation });
    }
    deadline.check('another process that starts the embedded server');
    await sleep(pauseMs, options.signal);
  }
}

/** Ends the server that is remembered there and removes its data. @returns false when there is none */
export async function stopEmbeddedServer(stateDirectory: string): Promise<boolean> {
  const folder = await stateFolder(stateDirectory);
  const latest = await readLatest(folder);
  const server = latest?.kind === 'server' ? latest.server : undefined;
  const wasRunning = server !== undefined && (await isRunning(server));
  if (wasRunning) await stopServer(server.pid, server.dataDirectory);
  if (server !== undefined) await rm(dirname(server.dataDirectory), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  return wasRunning;
}

async function stateFolder(stateDirectory: string): Promise<string> {
  const folder = join(stateDirectory, 'embedded-postgres');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** The process number alone proves nothing, it may be another's by now: the data folder must name it too. */
async function isRunning({ pid, dataDirectory }: EmbeddedServer): Promise<boolean> {
  const [running] = (await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  return running?.trim() === String(pid) && isAlive(pid);
}

const applicationName = 'database-actions/embedded-server';

/** A server that is merely busy is not given up for dead: branches live on it. */
const busyMs = 30_000;

async function answers(server: EmbeddedServer, { log, signal }: EmbeddedServerOptions): Promise<boolean> {
  if (!(await isRunning(server))) return false;
  const { uri } = server;
  try {
    await using connection = await connectWhenReady({ uri, applicationName, signal, timeoutMs: busyMs, log });
    return connection.serverVersion > 0;
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return false;
  }
}

async function removeRemains(server: EmbeddedServer): Promise<void> {
  if (!(await isRunning(server))) await rm(dirname(server.dataDirectory), { recursive: true, force: true });
}

interface Start {
  readonly options: EmbeddedServerOptions;
  readonly folder: string;
  readonly generation: number;
}

async function start({ options, folder, generation }: Start): Promise<{ readonly uri: string }> {
  const undo: (() => Promise<void>)[] = [() => unclaim(folder, generation)];
  try {
    const data = await dataFolder(folder, generation);
    undo.push(() => rm(data, { recursive: true, force: true }));
    const dataDirectory = join(data, 'data');
    const password = randomBytes(24).toString('base64url');
    const { environment, binaries } = options;
    const running = await startServer({ dataDirectory, binaries, password, environment });
    undo.push(() => running.stop());
    const uri = withParameter(withDatabase(running.uri, defaultDatabase), 'sslmode', 'disable');
    await createDefaultDatabase(options, withDatabase(uri, 'postgres'));
    await publish(folder, generation, { pid: running.pid, uri, dataDirectory });
    options.log.info(`Started a Postgres server on 127.0.0.1:${running.port} (${running.binaries})`);
    return { uri };
  } catch (thrown) {
    for (const step of undo.toReversed()) await step();
    throw thrown;
  }
}

async function createDefaultDatabase(
  { log, signal, timeoutMs }: EmbeddedServerOptions,
  uri: string,
): Promise<void> {
  await using connection = await connectWhenReady({ uri, applicationName, signal, timeoutMs, log });
  await connection.query(`CREATE DATABASE ${defaultDatabase}`);
}

/**
 * Beside the state, which the runner clears after the job; but as root the server runs as someone else, who may not be
 * let in there.
 */
async function dataFolder(folder: string, generation: number): Promise<string> {
  const isOther = (await serverUser()) !== undefined;
  if (isOther && !(await isOpenToOthers(dirname(folder))))
    return openFolder(await mkdtemp(join(tmpdir(), 'database-actions-')));
  if (isOther) await openFolder(folder);
  const data = join(folder, `server-${generation}`);
  await mkdir(data, { mode: 0o700 });
  return isOther ? openFolder(data) : data;
}

/** Others may pass through, not look around. */
async function openFolder(folder: string): Promise<string> {
  await chmod(folder, 0o711);
  return folder;
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}
