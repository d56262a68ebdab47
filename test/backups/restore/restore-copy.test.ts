import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbeddedTarget } from '../../../src/backups/restore/embedded-target.ts';
import { createEmptyDatabase } from '../../../src/backups/restore/empty-database.ts';
import { type RestoredCopy, restoreCopy } from '../../../src/backups/restore/restore-copy.ts';
import type { RestoreTarget } from '../../../src/backups/restore/restore-target.ts';
import { withDatabase } from '../../../src/postgres/connection-uri.ts';
import { libpqEnvironment } from '../../../src/postgres/libpq-environment.ts';
import { createTestDatabase, queryOnce, serverUri } from '../../support/database.ts';
import { madeManifest, noFacts } from '../made-manifest.ts';
import { dumpDatabase, pgRestore, type RestoreSetup, restoreSetup } from './setup.ts';

const hostile = 'we"ird\'; -- \\ table';
const source = `
  CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE, n int CHECK (n > 0));
  INSERT INTO users (email, n) SELECT 'person-' || g, g FROM generate_series(1, 500) g;
  CREATE TABLE "${hostile.replaceAll('"', '""')}" (id int REFERENCES users);
  CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM users;`;

async function restoreInto(
  target: RestoreTarget,
  archive: string,
  setup: RestoreSetup,
  roles: readonly string[] = [],
): Promise<RestoredCopy> {
  await using libpq = await libpqEnvironment({
    uri: target.uri,
    environment: process.env,
    applicationName: 'test',
  });
  const manifest = madeManifest({ facts: { ...noFacts, roles } });
  return await restoreCopy(
    { manifest, archive, target, program: pgRestore, environment: libpq.variables, jobs: 2 },
    setup.context,
  );
}

test('a dump goes into a server of its own, owners and grants too', async () => {
  await using database = await createTestDatabase();
  const role = `app ${database.name}`;
  await database.query(`${source} CREATE ROLE "${role}"; GRANT SELECT ON users TO "${role}";
    ALTER TABLE users ENABLE ROW LEVEL SECURITY;
    CREATE POLICY own ON users TO "${role}" USING (true); CREATE TABLE theirs (); ALTER TABLE theirs OWNER TO "${role}"`);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  await database.query(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
  await using target = await startEmbeddedTarget(
    { server: madeManifest().server, database: 'restored', maintenanceMegabytes: 64 },
    setup.context,
  );
  const copy = await restoreInto(target, archive, setup, [role]);
  expect(copy).toEqual({ problems: [], omissions: [], hasOwners: true });
  const [row] = await queryOnce(
    target.uri,
    `SELECT (SELECT count(*)::int FROM users) AS rows, has_table_privilege($1, 'users', 'SELECT') AS granted,
      (SELECT rolcanlogin FROM pg_roles WHERE rolname = $1) AS login`,
    [role],
  );
  expect(row).toEqual({ rows: 500, granted: true, login: false });
  expect(target.description).toMatch(/^embedded server, PostgreSQL 15\.\d+$/);
});

test('into a server that runs: a database of its own, dropped with the roles that were made', async () => {
  await using database = await createTestDatabase();
  const role = `grantee_${database.name}`;
  await database.query(`${source} CREATE ROLE "${role}"; GRANT SELECT ON users TO "${role}"`);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  await database.query(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
  const name = `restored ${database.name}`;
  const count = async () => {
    const [row] = await queryOnce(
      serverUri(),
      `SELECT (SELECT count(*)::int FROM pg_database WHERE datname = $1) AS databases,
        (SELECT count(*)::int FROM pg_roles WHERE rolname = $2) AS roles`,
      [name, role],
    );
    return row;
  };
  {
    await using target = await createEmptyDatabase(
      {
        serverUri: serverUri(),
        database: name,
        server: madeManifest().server,
        description: 'a server',
        isThrownAway: true,
        roles: 'make',
      },
      setup.context,
    );
    const copy = await restoreInto(target, archive, setup, [role]);
    expect(copy.problems).toEqual([]);
    expect(copy.hasOwners).toBe(true);
    expect(await count()).toEqual({ databases: 1, roles: 1 });
  }
  expect(await count()).toEqual({ databases: 0, roles: 0 });
});

test('a role with few rights: without owners and grants, and told', async () => {
  await using database = await createTestDatabase();
  const admin = `few_${database.name}`;
  await database.query(`${source} CREATE ROLE "${admin}" LOGIN CREATEDB PASSWORD 'few-rights-only'`);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  try {
    await using target = await createEmptyDatabase(
      {
        serverUri: withDatabase(serverUri(), 'postgres').replace(/\/\/[^@]*@/, `//${admin}:few-rights-only@`),
        database: `restored_${database.name}`,
        server: madeManifest().server,
        description: 'a server',
        isThrownAway: true,
        roles: 'make',
      },
      setup.context,
    );
    const copy = await restoreInto(target, archive, setup, ['role_of_nobody']);
    expect(copy.problems).toEqual([]);
    expect(copy.hasOwners).toBe(false);
    expect(copy.omissions).toContainEqual({
      subject: 'owners and grants',
      reason: expect.stringContaining('role_of_nobody'),
    });
  } finally {
    await queryOnce(serverUri(), `DROP ROLE "${admin}"`);
  }
});

test('a policy for a role that nobody may make is no failure of the backup', async () => {
  await using database = await createTestDatabase();
  const [admin, role] = [`limited_${database.name}`, `reader_${database.name}`];
  await database.query(`${source} CREATE ROLE "${admin}" LOGIN CREATEDB PASSWORD 'few-rights-only'; CREATE ROLE "${role}";
    ALTER TABLE users ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON users TO "${role}" USING (true)`);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  await database.query(`DROP OWNED BY "${role}"; DROP ROLE "${role}"`);
  try {
    await using target = await createEmptyDatabase(
      {
        serverUri: serverUri().replace(/\/\/[^@]*@/, `//${admin}:few-rights-only@`),
        database: `restored_${database.name}`,
        server: madeManifest().server,
        description: 'a server',
        isThrownAway: true,
        roles: 'make',
      },
      setup.context,
    );
    await expect(restoreInto(target, archive, setup, [role])).rejects.toMatchObject({
      name: 'UnfitTargetError',
      message: expect.stringContaining(role),
    });
  } finally {
    await queryOnce(serverUri(), `DROP ROLE "${admin}"`);
  }
});

test('every error is told, with what it is about and without a row', async () => {
  await using database = await createTestDatabase();
  await database.query(source);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'), '-Z0');
  const data = await dataFileOf(archive, 'person-1');
  const text = await import('node:fs/promises').then(({ readFile }) => readFile(data, 'utf8'));
  await writeFile(
    data,
    text.replace('\tperson-7\t7', '\tperson-7\tsecret-word').replace('\tperson-2\t', '\tperson-1\t'),
  );
  await using target = await shared(setup);
  const { problems } = await restoreInto(target, archive, setup);
  expect(problems.map(({ subject }) => subject)).toContain('table data public users');
  expect(JSON.stringify(problems)).not.toContain('secret-word');
});

test('an extension that the server does not have is no failure of the backup', async () => {
  await using database = await createTestDatabase();
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  await using target = await shared(setup);
  const manifest = madeManifest({
    facts: { ...noFacts, extensions: [{ name: 'no_such_extension', version: '1' }] },
  });
  await using libpq = await libpqEnvironment({
    uri: target.uri,
    environment: process.env,
    applicationName: 'test',
  });
  await expect(
    restoreCopy(
      { manifest, archive, target, program: pgRestore, environment: libpq.variables, jobs: 1 },
      setup.context,
    ),
  ).rejects.toMatchObject({
    name: 'UnfitTargetError',
    message: expect.stringContaining('no_such_extension'),
  });
});

test('what is no archive is told as such', async () => {
  await using setup = await restoreSetup();
  const archive = join(setup.folder.path, 'empty');
  await writeFile(archive, '');
  await using target = await shared(setup);
  const { problems } = await restoreInto(target, archive, setup);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.subject).toBe('the archive');
});

test('an abort in the middle leaves no server and no folder', async () => {
  await using database = await createTestDatabase();
  await database.query(
    'CREATE TABLE slow AS SELECT g, repeat(md5(g::text), 40) AS t FROM generate_series(1, 60000) g',
  );
  const controller = new AbortController();
  await using setup = await restoreSetup(controller.signal);
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  const target = await embedded(setup);
  const restoring = restoreInto(target, archive, setup);
  setTimeout(() => controller.abort(new Error('stopped by the test')), 150);
  await expect(restoring).rejects.toThrow('stopped by the test');
  await target[Symbol.asyncDispose]();
  await expect(queryOnce(target.uri, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('without a server of that version the next higher one is taken, and told; without any nothing is proved', async () => {
  await using database = await createTestDatabase();
  await database.query(source);
  await using setup = await restoreSetup();
  const archive = await dumpDatabase(database.uri, join(setup.folder.path, 'out'));
  const { server } = madeManifest();
  const open = (versionNumber: number) =>
    startEmbeddedTarget(
      {
        server: { ...server, versionNumber, locale: 'xx_NOWHERE.UTF-8' },
        database: 'restored',
        maintenanceMegabytes: 64,
      },
      setup.context,
    );
  await using target = await open(160_004);
  const { problems, omissions } = await restoreInto(target, archive, setup);
  expect(problems).toEqual([]);
  expect(target.serverVersion).toBeGreaterThanOrEqual(170_000);
  expect(omissions.map(({ subject }) => subject)).toEqual(['locale xx_NOWHERE.UTF-8', 'PostgreSQL 16']);
  await expect(
    startEmbeddedTarget(
      { server, database: 'restored', maintenanceMegabytes: 64, dataBytes: 2 ** 60 },
      setup.context,
    ),
  ).rejects.toThrow('are free');
  await expect(open(990_000)).rejects.toThrow('no PostgreSQL server of version 99 or newer');
});

function shared(setup: RestoreSetup): Promise<RestoreTarget> {
  return createEmptyDatabase(
    {
      serverUri: serverUri(),
      database: `restored_${randomUUID()}`,
      server: madeManifest().server,
      description: 'shared server',
      isThrownAway: true,
      roles: 'make',
    },
    setup.context,
  );
}

function embedded(setup: RestoreSetup): Promise<RestoreTarget> {
  return startEmbeddedTarget(
    { server: madeManifest().server, database: 'restored', maintenanceMegabytes: 64 },
    setup.context,
  );
}

async function dataFileOf(archive: string, content: string): Promise<string> {
  const { readdir, readFile } = await import('node:fs/promises');
  for (const name of await readdir(archive))
    if (name !== 'toc.dat' && (await readFile(join(archive, name), 'utf8')).includes(content))
      return join(archive, name);
  throw new Error(`No file of the dump holds ${content}.`);
}
