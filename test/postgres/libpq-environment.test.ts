import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { formatConnectionUri, parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { libpqEnvironment } from '../../src/postgres/libpq-environment.ts';
import { clientProgram } from '../backups/support.ts';
import { queryOnce, serverUri } from '../support/database.ts';

const run = promisify(execFile);

/** Asked by a real client of libpq, which gets nothing but the environment. */
async function ask(uri: string, sql: string, job: Record<string, string> = {}): Promise<string> {
  const environment = { ...process.env, ...job };
  const psql = join(dirname((await clientProgram('pg_dump')).path), 'psql');
  await using libpq = await libpqEnvironment({ uri, environment, applicationName: 'libpq-test' });
  const { stdout } = await run(psql, ['--no-psqlrc', '--no-password', '-At', '-c', sql], {
    env: libpq.variables,
  });
  return stdout.trim();
}

test.for(['a:b\\c:d\\', '\'"$(touch x) `&|;%25 ü', 'with\nline\r\nbreaks', ' ', '*'])(
  'the password %j reaches the server as it is',
  async (password) => {
    const user = `libpq_${randomBytes(6).toString('hex')}`;
    const literal = `E'${password.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
    await queryOnce(serverUri(), `CREATE ROLE "${user}" LOGIN PASSWORD ${literal}`);
    try {
      const uri = formatConnectionUri({ ...parseConnectionUri(serverUri()), user, password });
      expect(await ask(uri, 'SELECT current_user')).toBe(user);
      const wrong = formatConnectionUri({
        ...parseConnectionUri(serverUri()),
        user,
        password: `${password}x`,
      });
      await expect(ask(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    } finally {
      await queryOnce(serverUri(), `DROP ROLE "${user}"`);
    }
  },
);

test('nothing of the job’s own PG… variables has a say', async () => {
  const job = {
    PGHOST: 'nowhere.invalid',
    PGPORT: '1',
    PGDATABASE: 'other',
    PGOPTIONS: '-c work_mem=1MB',
    PGSERVICE: 'x',
  };
  expect(await ask(serverUri(), 'SHOW work_mem', job)).toBe('4MB');
});

test('what the URI says behind its ? reaches libpq, and what other drivers say there does not', async () => {
  const extra =
    'options=-c%20work_mem%3D7MB&keepalives_idle=77&connect_timeout=9&pgbouncer=false&connection_limit=1&schema=app&sslmode=prefer&channel_binding=prefer';
  const uri = `${serverUri()}?${extra}`;
  expect(await ask(uri, 'SHOW work_mem')).toBe('7MB');
  await using libpq = await libpqEnvironment({ uri, environment: {}, applicationName: 'a' });
  expect(libpq.variables).toMatchObject({
    PGCONNECT_TIMEOUT: '9',
    PGSSLMODE: 'prefer',
    PGCHANNELBINDING: 'prefer',
    PGGSSENCMODE: 'disable',
    PGAPPNAME: 'a',
  });
  expect(await readFile(libpq.variables.PGSERVICEFILE ?? '', 'utf8')).toBe('[backup]\nkeepalives_idle=77\n');
});

test('Neon’s form of a URI keeps both of its parameters', async () => {
  const uri = 'postgresql://u:p@ep-x-1.eu.neon.tech/db?sslmode=require&channel_binding=require';
  await using libpq = await libpqEnvironment({ uri, environment: {}, applicationName: 'a' });
  expect(libpq.variables).toMatchObject({
    PGHOST: 'ep-x-1.eu.neon.tech',
    PGPORT: '5432',
    PGDATABASE: 'db',
    PGSSLMODE: 'require',
    PGCHANNELBINDING: 'require',
  });
});

test('no variable holds the password; its file is the user’s alone, and goes', async () => {
  const uri = 'postgresql://u:a-long-secret@host/db';
  const libpq = await libpqEnvironment({ uri, environment: { PATH: '/bin' }, applicationName: 'a' });
  const file = libpq.variables.PGPASSFILE ?? '';
  expect(Object.values(libpq.variables).join('\n')).not.toContain('a-long-secret');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(libpq.variables.PATH).toBe('/bin');
  await libpq[Symbol.asyncDispose]();
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('the folder of a Unix socket, an IPv6 address and certificates', async () => {
  const variables = async (uri: string) => {
    await using libpq = await libpqEnvironment({ uri, environment: {}, applicationName: 'a' });
    const { PGSSLROOTCERT: file } = libpq.variables;
    return {
      ...libpq.variables,
      authorities: file === undefined ? '' : await readFile(file, 'utf8').catch(() => ''),
    };
  };
  expect(await variables('postgresql://u@/db?host=/run/pg')).toMatchObject({
    PGHOST: '/run/pg',
    PGSSLMODE: 'disable',
  });
  expect(await variables('postgresql://u@[::1]:6000/db')).toMatchObject({ PGHOST: '::1', PGPORT: '6000' });
  for (const uri of ['postgresql://u@h/db?sslmode=verify-full', 'postgresql://u@h/db?sslrootcert=system'])
    expect(await variables(uri)).toMatchObject({
      PGSSLMODE: 'verify-full',
      authorities: expect.stringContaining('BEGIN CERTIFICATE'),
    });
  expect(await variables('postgresql://u@h/db?sslmode=require')).not.toHaveProperty('PGSSLROOTCERT');
});
