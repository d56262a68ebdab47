import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ExternalError } from '../../../src/errors.ts';
import { findServerBinaries } from '../../../src/providers/postgres/binaries.ts';
import { isAlive, sendSignal } from '../../../src/providers/postgres/process.ts';
import { startServer } from '../../../src/providers/postgres/server.ts';
import { createTestDatabase, queryOnce } from '../../support/database.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'database-actions-server-'));
  await chmod(made, 0o755);
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test('a server of ours answers with its password', async () => {
  await using database = await createTestDatabase();
  expect(await database.query('select current_database() as name')).toEqual([{ name: database.name }]);
});

test('killed and started again on the same data: what it left behind is not taken for a running server', async () => {
  const options = {
    dataDirectory: join(await folder(), 'data'),
    password: 'again/one',
    environment: process.env,
  };
  const first = await startServer(options);
  await queryOnce(first.uri, 'CREATE TABLE kept ()');
  await queryOnce(first.uri, 'CHECKPOINT');
  process.kill(first.pid, 'SIGKILL');
  await expect.poll(() => isAlive(first.pid)).toBe(false);
  await using second = await startServer(options);
  expect(await queryOnce(second.uri, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  await second.stop();
  expect(isAlive(second.pid)).toBe(false);
});

test("a server that cannot start says why, in the server's words", async () => {
  const started = startServer({
    dataDirectory: join(await folder(), 'data'),
    password: 'x',
    environment: process.env,
    settings: { shared_preload_libraries: 'no_such_library' },
  });
  await expect(started).rejects.toThrow(ExternalError);
  await expect(started).rejects.toThrow('no_such_library');
});

test('the password stays in no file beside the data', async () => {
  const place = await folder();
  await using server = await startServer({
    dataDirectory: join(place, 'data'),
    password: 'left/behind',
    environment: process.env,
  });
  expect(await readFile(join(place, 'data.log'), 'utf8')).not.toContain('left/behind');
  await expect(readFile(join(place, 'data.password'))).rejects.toThrow();
  expect(await queryOnce(server.uri, `SELECT upper('é') AS letter`)).toEqual([{ letter: 'É' }]);
});

test('PATH is looked at first, and what holds no server is passed over', async () => {
  const binaries = await findServerBinaries({ PATH: '' });
  expect(await findServerBinaries({ PATH: `/not/there:/bin:${binaries}` })).toBe(binaries);
});

test('no signal goes to a group of processes', () => {
  expect(sendSignal(0, 0)).toBe(false);
  expect(sendSignal(-1, 0)).toBe(false);
  expect(isAlive(process.pid)).toBe(true);
});
