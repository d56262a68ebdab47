import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { withDatabase } from '../../../src/postgres/connection-uri.ts';
import {
  type EmbeddedServerOptions,
  ensureEmbeddedServer,
  stopEmbeddedServer,
} from '../../../src/providers/postgres/embedded-server.ts';
import { readLatest } from '../../../src/providers/postgres/embedded-state.ts';
import { isAlive } from '../../../src/providers/postgres/process.ts';
import { createPostgresProvider } from '../../../src/providers/postgres/provider.ts';
import { queryOnce } from '../../support/database.ts';
import { contextWith, request } from './setup.ts';

const execFileAsync = promisify(execFile);
let stateDirectory: string;

beforeEach(async () => {
  stateDirectory = await mkdtemp(join(tmpdir(), 'database-actions-state-'));
});

afterEach(async () => {
  await stopEmbeddedServer(stateDirectory);
  await rm(stateDirectory, { recursive: true });
});

function options(more: Partial<EmbeddedServerOptions> = {}): EmbeddedServerOptions {
  return {
    stateDirectory,
    environment: process.env,
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 30_000,
    ...more,
  };
}

async function runningServer() {
  const latest = await readLatest(join(stateDirectory, 'embedded-postgres'));
  if (latest?.kind !== 'server') throw new Error('no server is remembered');
  return latest.server;
}

async function anEndedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

function inAnotherProcess(): Promise<string> {
  const script = fileURLToPath(new URL('embedded-child.ts', import.meta.url));
  return execFileAsync(process.execPath, ['--import', 'tsx', script, stateDirectory]).then(
    ({ stdout }) => stdout,
  );
}

test('two processes at once get one server, which outlives them; nobody else can read its password', async () => {
  const [one, two] = await Promise.all([inAnotherProcess(), inAnotherProcess()]);
  expect(one).toBe(two);
  expect(await ensureEmbeddedServer(options())).toEqual({ uri: one });
  expect(
    await queryOnce(
      one,
      'SELECT current_database()::text AS name, count(*)::int AS tables FROM pg_tables WHERE schemaname = $1',
      ['public'],
    ),
  ).toEqual([{ name: 'main', tables: 0 }]);
  const folder = join(stateDirectory, 'embedded-postgres');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  expect(files.toSorted()).toEqual(['claim-1.json', 'server-1.json']);
  for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o066).toBe(0);
  const { dataDirectory } = await runningServer();
  expect((await stat(dataDirectory)).mode & 0o777).toBe(0o700);
  expect(await stopEmbeddedServer(stateDirectory)).toBe(true);
  await expect(access(dataDirectory)).rejects.toThrow();
  await expect(access(dirname(dataDirectory))).rejects.toThrow();
  expect(await stopEmbeddedServer(stateDirectory)).toBe(false);
});

test('a server that died is followed by another', async () => {
  const first = await ensureEmbeddedServer(options());
  const { pid } = await runningServer();
  process.kill(pid, 'SIGKILL');
  // As long as its process can be seen it may be merely busy, and is given 30 s.
  while (isAlive(pid)) await setTimeout(5);
  const second = await ensureEmbeddedServer(options());
  expect(second.uri).not.toBe(first.uri);
  expect(await queryOnce(second.uri, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a process number that belongs to someone else by now is no proof', async () => {
  const folder = join(stateDirectory, 'embedded-postgres');
  await mkdir(folder);
  const server = {
    pid: process.pid,
    uri: 'postgresql://postgres:x@127.0.0.1:1/main',
    dataDirectory: join(folder, 'gone', 'data'),
  };
  await writeFile(join(folder, 'server-1.json'), JSON.stringify(server));
  const quick = options({ timeoutMs: 30_000 });
  const { uri } = await ensureEmbeddedServer(quick);
  expect(await queryOnce(uri, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
}, 30_000);

test.each([
  ['by a process that has ended', async () => JSON.stringify({ pid: await anEndedProcess() })],
  ['by nobody that can be read', async () => '{"pid"'],
])('a start that was claimed %s is made by the next one', async (_who, content) => {
  const folder = join(stateDirectory, 'embedded-postgres');
  await mkdir(folder);
  await writeFile(join(folder, 'claim-1.json'), await content());
  const { uri } = await ensureEmbeddedServer(options());
  expect(await queryOnce(uri, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a start by a living process is waited for, up to the deadline', async () => {
  const folder = join(stateDirectory, 'embedded-postgres');
  await mkdir(folder);
  await writeFile(join(folder, 'claim-1.json'), JSON.stringify({ pid: process.pid }));
  await expect(ensureEmbeddedServer(options({ timeoutMs: 200 }))).rejects.toThrow('another process');
});

test('a start that failed can be tried again at once', async () => {
  await expect(ensureEmbeddedServer(options({ binaries: '/not/there' }))).rejects.toThrow(
    'no PostgreSQL server in /not/there',
  );
  expect(await readLatest(join(stateDirectory, 'embedded-postgres'))).toBeUndefined();
  await expect(ensureEmbeddedServer(options())).resolves.toHaveProperty('uri');
});

test('without `postgres-url` branches live on it, for whoever has the same state', async () => {
  const open = () =>
    createPostgresProvider({ adminUri: undefined, stateDirectory, environment: process.env }, contextWith());
  const one = await open();
  const { branch } = await one.ensureBranch(request('preview/pr-7'));
  expect(branch.parent?.name).toBe('main');
  const two = await open();
  const found = await two.findBranch('preview/pr-7');
  expect(found).toEqual(branch);
  const { direct } = await two.connection(branch, { database: undefined, role: undefined });
  expect(await queryOnce(direct, 'SELECT current_user::text AS me')).toEqual([{ me: branch.id }]);
  expect(await queryOnce(withDatabase(direct, branch.id), `SELECT lower('Ä') AS letter`)).toEqual([
    { letter: 'ä' },
  ]);
});

test("the runner can tell that the server is the job's", async () => {
  await ensureEmbeddedServer(
    options({ environment: { ...process.env, RUNNER_TRACKING_ID: 'github_0123', PGDATA: '/elsewhere' } }),
  );
  const { pid } = await runningServer();
  const environment = (await readFile(`/proc/${pid}/environ`, 'utf8')).split('\0');
  expect(environment).toContain('RUNNER_TRACKING_ID=github_0123');
  expect(environment.join()).not.toContain('/elsewhere');
  expect((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('password')).toBe(false);
});
