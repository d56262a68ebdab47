import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import {
  formatConnectionUri,
  parseConnectionUri,
  withDatabase,
  withParameter,
} from '../../../src/postgres/connection-uri.ts';
import { quoteIdentifier } from '../../../src/postgres/identifier.ts';
import { databaseNameOf, unfinishedNameOf } from '../../../src/providers/postgres/naming.ts';
import type { Branch, Provider } from '../../../src/providers/provider.ts';
import { queryOnce, serverUri } from '../../support/database.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { createParent, expiry, migration, openProvider, owner, request, uniqueName } from './setup.ts';

const noChoice = { database: undefined, role: undefined };

async function list(provider: Provider): Promise<readonly Branch[]> {
  const branches: Branch[] = [];
  for await (const branch of provider.listBranches()) branches.push(branch);
  return branches;
}

async function connectedTo(uri: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: uri, application_name: applicationName });
  client.on('error', () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test('create, migrate, adopt, reset and delete', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = uniqueName('preview/pr');
  const first = await provider.ensureBranch(request(name));
  expect(first).toMatchObject({
    created: true,
    branch: {
      name,
      owner,
      createdAt: new Date('2031-01-02T03:04:05.000Z'),
      expiresAt: expiry,
      isDefault: false,
      isProtected: false,
      hasChildren: false,
      parent: { id: parent.name, name: parent.name },
    },
  });
  const connection = await provider.connection(first.branch, noChoice);
  expect(connection.pooled).toBe(connection.direct);
  expect(connection.password.length).toBeGreaterThanOrEqual(32);
  expect(parseConnectionUri(connection.direct)).toMatchObject({
    host: connection.host,
    user: connection.role,
    password: connection.password,
    database: connection.database,
  });
  await queryOnce(connection.direct, migration);
  const later = new Date('2031-03-01T00:00:00.000Z');
  const second = await provider.ensureBranch(request(name, { expiresAt: later }));
  expect(second).toMatchObject({
    created: false,
    branch: { id: first.branch.id, createdAt: first.branch.createdAt, expiresAt: later },
  });
  expect(await queryOnce(connection.direct, 'SELECT name FROM users ORDER BY id')).toEqual([
    { name: 'a@example.com' },
    { name: 'b@example.com' },
  ]);
  expect(
    (await provider.ensureBranch(request(name, { expiresAt: undefined }))).branch.expiresAt,
  ).toBeUndefined();
  const another = await openProvider(parent.adminUri);
  expect(await another.connection(first.branch, noChoice)).toEqual(connection);
  const open = await connectedTo(connection.direct, 'app');
  const filledAt = new Date('2031-01-05T00:00:00.000Z');
  const onThatDay = await openProvider(parent.adminUri, { now: () => filledAt });
  const { createdAt } = first.branch;
  expect(await onThatDay.resetBranch(second.branch)).toMatchObject({ createdAt, filledAt, owner });
  await expect(open.query('SELECT 1')).rejects.toThrow();
  expect(await queryOnce(connection.direct, 'SELECT * FROM users WHERE id = 1')).toEqual([
    { id: 1, email: 'a@example.com', level: 1, p: null },
  ]);
  expect(await provider.deleteBranch(first.branch)).toBe(true);
  expect(await provider.deleteBranch(first.branch)).toBe(false);
  expect(await provider.findBranch(name)).toBeUndefined();
  await expect(provider.connection(first.branch, noChoice)).rejects.toThrow('does not exist');
  await expect(provider.resetBranch(first.branch)).rejects.toThrow('does not exist');
});

test.each([
  `"; DROP DATABASE postgres; --'\n\t\\`,
  'ü🐘\u202e'.repeat(80),
  'x'.repeat(300),
  '${{ secrets.X }}`$(id)`',
  'template1 ',
])('the branch name %j does no harm and is found again', async (hostile) => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = `${hostile}${randomUUID().slice(0, 8)}`;
  const { branch } = await provider.ensureBranch(request(name));
  expect(branch.name).toBe(name);
  expect((await provider.findBranch(name))?.id).toBe(branch.id);
  expect(await provider.findBranch(`${name} `)).toBeUndefined();
  expect(await provider.deleteBranch(branch)).toBe(true);
});

test('two runs at once end with one branch, and one of them made it', async () => {
  await using parent = await createParent({ server: serverUri() });
  const [one, two] = await Promise.all([openProvider(parent.adminUri), openProvider(parent.adminUri)]);
  const name = uniqueName('race');
  const results = await Promise.all([one.ensureBranch(request(name)), two.ensureBranch(request(name))]);
  expect(results.map(({ created }) => created).toSorted()).toEqual([false, true]);
  expect(results[0].branch).toEqual(results[1].branch);
  expect((await list(one)).filter((branch) => branch.name === name)).toHaveLength(1);
});

test('a parent that somebody is connected to: who is named, and the copy is made when they have gone', async () => {
  await using parent = await createParent({ server: serverUri() });
  const busy = await connectedTo(parent.adminUri, 'nightly report');
  await busy.query(`SELECT 'a secret of the query'`);
  const name = uniqueName('busy');
  const log = recordingLogger();
  const patient = await openProvider(parent.adminUri, { log });
  const waiting = patient.ensureBranch(request(name));
  await expect
    .poll(() => log.lines.join('\n'), { timeout: 20_000 })
    .toContain('role postgres (nightly report)');
  expect(log.lines.join('\n')).not.toContain('a secret of the query');
  await busy.end();
  expect(await waiting).toMatchObject({ created: true });
});

test('a parent that stays in use ends with an error that lists the sessions', async () => {
  await using parent = await createParent({ server: serverUri() });
  await connectedTo(parent.adminUri, 'the app');
  await connectedTo(parent.adminUri, 'the app');
  const provider = await openProvider(parent.adminUri, { timeoutMs: 400 });
  const failure = provider.ensureBranch(request(uniqueName('busy')));
  await expect(failure).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('role postgres (the app), 2 sessions'),
    hint: expect.stringContaining('parent-branch'),
  });
});

test('what is not ours is neither reused nor reset nor deleted', async () => {
  await using parent = await createParent({ server: serverUri() });
  await using production = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const untouchable = async (name: string, reason: string) => {
    const branch = await provider.findBranch(name);
    if (branch === undefined) throw new Error('not found');
    await expect(provider.ensureBranch(request(name))).rejects.toThrow(reason);
    await expect(provider.resetBranch(branch)).rejects.toThrow(reason);
    await expect(provider.deleteBranch(branch)).rejects.toThrow(reason);
    await expect(provider.connection(branch, noChoice)).rejects.toThrow('not known');
  };
  await untouchable(parent.name, 'default branch');
  await untouchable(production.name, 'protected');
  await untouchable('postgres', 'protected');
  expect(await queryOnce(production.adminUri, 'SELECT count(*)::int AS n FROM users')).toEqual([{ n: 2 }]);
  for (const system of ['template0', 'template1'])
    expect((await list(provider)).map(({ id }) => id)).not.toContain(system);
});

test('a database that happens to have the name a branch would get is not taken over', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = uniqueName('squatted/by');
  const { branch } = await provider.ensureBranch(request(name));
  await queryOnce(serverUri(), `ALTER DATABASE "${branch.id}" OWNER TO postgres`);
  onTestFinished(async () => {
    await queryOnce(serverUri(), `DROP DATABASE "${branch.id}"`);
    await queryOnce(serverUri(), `DROP ROLE "${branch.id}"`);
  });
  expect(await provider.findBranch(name)).toMatchObject({
    id: branch.id,
    isProtected: true,
    owner: undefined,
  });
  await expect(provider.ensureBranch(request(name))).rejects.toThrow('Refused to reuse');
  await expect(provider.deleteBranch(branch)).rejects.toThrow('Refused to delete');
});

test('a role that happens to have the name is not given a new password', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = uniqueName('app').replaceAll('-', '_');
  await queryOnce(serverUri(), `CREATE ROLE ${name} LOGIN PASSWORD 'theirs'`);
  onTestFinished(async () => {
    await queryOnce(serverUri(), `DROP ROLE ${name}`);
  });
  await expect(provider.ensureBranch(request(name))).rejects.toThrow(`There is a role "${name}"`);
  const theirs = formatConnectionUri({ ...parseConnectionUri(serverUri()), user: name, password: 'theirs' });
  expect(await queryOnce(theirs, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(await provider.findBranch(name)).toBeUndefined();
});

test("another pull request's branch, and a parent of others, are refused; a child says where it came from", async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const [name, childName] = [uniqueName('preview/base'), uniqueName('preview/child')];
  const { branch } = await provider.ensureBranch(request(name));
  const stranger = { ...owner, pullRequest: 8 };
  await expect(provider.ensureBranch(request(name, { owner: stranger }))).rejects.toThrow('pull request #7');
  const child = await provider.ensureBranch(request(childName, { parent: name }));
  expect(child.branch.parent).toEqual({ id: branch.id, name });
  expect((await provider.findBranch(name))?.hasChildren).toBe(true);
  await expect(provider.deleteBranch(branch)).rejects.toThrow('other branches were made from it');
  await expect(provider.resetBranch(branch)).rejects.toThrow('other branches were made from it');
  expect(await provider.ensureBranch(request(name))).toMatchObject({ created: false });
  expect(await provider.deleteBranch(child.branch)).toBe(true);
  expect(await provider.deleteBranch(branch)).toBe(true);
  await expect(provider.ensureBranch(request(childName, { parent: 'not there' }))).rejects.toMatchObject({
    name: 'UserError',
    hint: expect.stringContaining(parent.name),
  });
});

test("the branch's role rules its own database and nothing else, its mark included", async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const [{ branch }, other] = [
    await provider.ensureBranch(request(uniqueName('rights'))),
    await provider.ensureBranch(request(uniqueName('rights'))),
  ];
  const { direct, role } = await provider.connection(branch, noChoice);
  await queryOnce(
    direct,
    `ALTER DATABASE "${branch.id}" SET work_mem = '8MB'; CREATE EXTENSION pg_trgm; COMMENT ON DATABASE "${branch.id}" IS 'mine'`,
  );
  for (const forbidden of [
    `COMMENT ON ROLE "${role}" IS '{}'`,
    `CREATE DATABASE more`,
    `CREATE ROLE more`,
    `DROP DATABASE "${parent.name}"`,
    `ALTER ROLE "${role}" SUPERUSER`,
  ])
    await expect(queryOnce(direct, forbidden)).rejects.toMatchObject({ code: '42501' });
  await expect(queryOnce(withDatabase(direct, other.branch.id), 'SELECT 1')).rejects.toMatchObject({
    code: '42501',
  });
  expect(await provider.findBranch(branch.name)).toEqual(branch);
});

test('a branch that its role made a template goes nevertheless', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('template')));
  await queryOnce(serverUri(), `ALTER DATABASE "${branch.id}" IS_TEMPLATE true`);
  expect(await provider.deleteBranch(branch)).toBe(true);
});

test('a role that owns something elsewhere is locked out, and the log says what is in the way', async () => {
  await using parent = await createParent({ server: serverUri() });
  await using elsewhere = await createParent({ server: serverUri() });
  const log = recordingLogger();
  const provider = await openProvider(parent.adminUri, { log });
  const { branch } = await provider.ensureBranch(request(uniqueName('owner')));
  const { direct, role } = await provider.connection(branch, noChoice);
  await queryOnce(elsewhere.adminUri, `ALTER TABLE users OWNER TO "${role}"`);
  expect(await provider.deleteBranch(branch)).toBe(true);
  expect(log.lines.join('\n')).toMatch(/warning: The role .* cannot be dropped: .*database/);
  await expect(queryOnce(withDatabase(direct, elsewhere.name), 'SELECT 1')).rejects.toMatchObject({
    code: '28000',
  });
  await queryOnce(elsewhere.adminUri, 'ALTER TABLE users OWNER TO postgres');
  expect(await provider.deleteBranch(branch)).toBe(true);
  expect(await provider.findBranch(branch.name)).toBeUndefined();
});

test("the parent's settings come along, and a parent that is read-only by setting can be copied", async () => {
  await using parent = await createParent({ server: serverUri() });
  await queryOnce(
    serverUri(),
    `ALTER DATABASE ${parent.name} SET search_path = "$user", 'we"ird schema', public;
     ALTER DATABASE ${parent.name} SET statement_timeout = '31s';
     ALTER DATABASE ${parent.name} SET app.note = 'it''s, "so"';
     ALTER DATABASE ${parent.name} SET default_transaction_read_only = on`,
  );
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('settings')));
  const { direct } = await provider.connection(branch, noChoice);
  const settings = (database: string) =>
    queryOnce(
      serverUri(),
      `SELECT unnest(setconfig) AS setting FROM pg_db_role_setting s JOIN pg_database d ON d.oid = setdatabase WHERE datname = $1`,
      [database],
    );
  expect(await settings(branch.id)).toEqual(await settings(parent.name));
  expect(await queryOnce(direct, `SELECT current_setting('search_path') AS path`)).toEqual([
    { path: '"$user", "we""ird schema", public' },
  ]);
  await queryOnce(serverUri(), `ALTER DATABASE ${parent.name} RESET default_transaction_read_only`);
});

test('an event trigger of the parent does not keep it from being copied', async () => {
  await using parent = await createParent({ server: serverUri() });
  await queryOnce(
    parent.adminUri,
    `CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no DDL here''; END';
     CREATE EVENT TRIGGER forbid ON ddl_command_start EXECUTE FUNCTION forbid()`,
  );
  const provider = await openProvider(parent.adminUri);
  expect(await provider.ensureBranch(request(uniqueName('ddl')))).toMatchObject({ created: true });
});

test('the database and the role are what they are: another choice is explained', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('choice')));
  const same = { database: branch.id, role: branch.id };
  expect((await provider.connection(branch, same)).database).toBe(branch.id);
  await expect(provider.connection(branch, { ...same, database: 'neondb' })).rejects.toThrow(
    'Input `database` is "neondb"',
  );
  await expect(provider.connection(branch, { ...same, role: 'app' })).rejects.toThrow(
    'Input `role` is "app"',
  );
});

test('every password is masked before it is used, and reaches the server in no statement', async () => {
  await using parent = await createParent({ server: serverUri() });
  const masked = new Set<string>();
  const log = recordingLogger();
  const mask = (secret: string) => {
    masked.add(secret);
  };
  const provider = await openProvider(parent.adminUri, { mask, log });
  const { branch } = await provider.ensureBranch(request(uniqueName('mask')));
  const { password, direct } = await provider.connection(branch, noChoice);
  const adminPassword = parseConnectionUri(parent.adminUri).password;
  for (const secret of [password, direct, adminPassword, encodeURIComponent(adminPassword)])
    expect(masked).toContain(secret);
  for (const secret of masked) expect(log.lines.join('\n')).not.toContain(secret);
  await queryOnce(serverUri(), 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const roles = await queryOnce(serverUri(), `SELECT query FROM pg_stat_statements WHERE query LIKE $1`, [
    `%${branch.id}%`,
  ]);
  expect(roles.length).toBeGreaterThan(0);
  expect(JSON.stringify(roles)).not.toContain(password);
});

test("after the administrator's password has changed the next run sets the branch's anew", async () => {
  const administrator = { name: `admin_${randomUUID().slice(0, 8)}`, password: 'first/one' };
  await queryOnce(serverUri(), `CREATE ROLE "${administrator.name}" LOGIN SUPERUSER PASSWORD 'first/one'`);
  onTestFinished(async () => {
    await queryOnce(serverUri(), `DROP ROLE "${administrator.name}"`);
  });
  await using parent = await createParent({ server: serverUri() });
  const uri = (password: string) =>
    formatConnectionUri({ ...parseConnectionUri(parent.adminUri), user: administrator.name, password });
  const name = uniqueName('rotate');
  const before = await openProvider(uri('first/one'));
  const { branch } = await before.ensureBranch(request(name));
  const old = await before.connection(branch, noChoice);
  await queryOnce(serverUri(), `ALTER ROLE "${administrator.name}" PASSWORD 'second/one'`);
  const after = await openProvider(uri('second/one'));
  expect(await after.ensureBranch(request(name))).toMatchObject({ created: false });
  const { direct } = await after.connection(branch, noChoice);
  expect(await queryOnce(direct, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await expect(queryOnce(old.direct, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('an administrator without the rights is told which', async () => {
  const role = `weak_${randomUUID().slice(0, 8)}`;
  await queryOnce(serverUri(), `CREATE ROLE ${role} LOGIN PASSWORD 'weak/one'`);
  onTestFinished(async () => {
    await queryOnce(serverUri(), `DROP ROLE ${role}`);
  });
  await using parent = await createParent({ server: serverUri() });
  const uri = formatConnectionUri({
    ...parseConnectionUri(parent.adminUri),
    user: role,
    password: 'weak/one',
  });
  const provider = await openProvider(uri);
  await expect(provider.findBranch('x')).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('CREATEDB and CREATEROLE'),
    hint: expect.stringContaining(`ALTER ROLE ${role}`),
  });
  await queryOnce(serverUri(), `ALTER ROLE ${role} CREATEDB CREATEROLE`);
  const name = uniqueName('weak');
  await expect(provider.ensureBranch(request(name))).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('permission denied to copy database'),
    hint: expect.stringContaining('IS_TEMPLATE'),
  });
  const half = await provider.findBranch(name);
  if (half === undefined) throw new Error('not found');
  expect(await provider.deleteBranch(half)).toBe(true);
});

test('a template that others own is copied; what stays theirs is named in the log', async () => {
  const role = `maker_${randomUUID().slice(0, 8)}`;
  await queryOnce(serverUri(), `CREATE ROLE ${role} LOGIN CREATEDB CREATEROLE PASSWORD 'maker/one'`);
  await using parent = await createParent({ server: serverUri() });
  onTestFinished(async () => {
    await queryOnce(serverUri(), `DROP ROLE ${role}`);
  });
  await queryOnce(serverUri(), `ALTER DATABASE ${parent.name} IS_TEMPLATE true`);
  const log = recordingLogger();
  const uri = formatConnectionUri({
    ...parseConnectionUri(parent.adminUri),
    user: role,
    password: 'maker/one',
  });
  const provider = await openProvider(uri, { log });
  const { branch } = await provider.ensureBranch(request(uniqueName('kept')));
  expect(log.lines.join('\n')).toMatch(/warning: \d+ objects of the copy keep their owners/);
  const { direct } = await provider.connection(branch, noChoice);
  await queryOnce(direct, 'CREATE TABLE mine ()');
  expect(await provider.deleteBranch(branch)).toBe(true);
  await queryOnce(serverUri(), `ALTER DATABASE ${parent.name} IS_TEMPLATE false`);
});

test.each([
  [
    'a pooled URI',
    withParameter('postgresql://me:hunter2222@h/db', 'pgbouncer', 'true'),
    'direct connection',
  ],
  ['a URI without a password', 'postgresql://me@h/db', 'no password'],
  ['what is no URI', 'hunter2222', 'cannot be read'],
])('%s is refused', async (_name, uri, message) => {
  const refused = openProvider(uri);
  await expect(refused).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining(message),
  });
  await expect(refused).rejects.not.toThrow('hunter2222');
});

test('a cancelled run stops copying and leaves what the next one finishes', async () => {
  await using parent = await createParent({ server: serverUri() });
  await connectedTo(parent.adminUri, 'in the way');
  const controller = new AbortController();
  const name = uniqueName('cancel');
  const provider = await openProvider(parent.adminUri, { signal: controller.signal });
  const running = provider.ensureBranch(request(name));
  const copying = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'CREATE DATABASE%TEMPLATE ${quoteIdentifier(parent.name)}%' AND pid <> pg_backend_pid() AND state = 'active'`;
  await expect.poll(async () => (await queryOnce(serverUri(), copying)).length, { timeout: 20_000 }).toBe(1);
  controller.abort(new Error('cancelled by the test'));
  await expect(running).rejects.toThrow('cancelled by the test');
  await expect.poll(async () => (await queryOnce(serverUri(), copying)).length).toBe(0);
  const next = await openProvider(parent.adminUri);
  const half = await next.findBranch(name);
  if (half === undefined) throw new Error('not found');
  expect(await next.deleteBranch(half)).toBe(true);
});

test('a database of someone else is not dropped, even where a copy in the making would have its name', async () => {
  await using parent = await createParent({ server: serverUri() });
  const provider = await openProvider(parent.adminUri);
  const name = uniqueName('name/taken');
  const copy = unfinishedNameOf(databaseNameOf(name));
  await queryOnce(serverUri(), `CREATE DATABASE ${copy}`);
  await expect(provider.ensureBranch(request(name))).rejects.toThrow('Refused to drop');
  await queryOnce(serverUri(), `DROP DATABASE ${copy}`);
  expect(await provider.ensureBranch(request(name))).toMatchObject({ created: true });
});

test('a parent with more objects than one transaction should lock is handed over whole', async () => {
  await using parent = await createParent({ server: serverUri() });
  await queryOnce(
    parent.adminUri,
    `DO $$ BEGIN FOR i IN 1..1100 LOOP EXECUTE format('CREATE DOMAIN d%s AS int', i); END LOOP; END $$`,
  );
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('many')));
  const { direct } = await provider.connection(branch, noChoice);
  const owners = `SELECT pg_get_userbyid(typowner)::text AS owner, count(*)::int AS domains FROM pg_type WHERE typname ~ '^d[0-9]+$' GROUP BY 1`;
  expect(await queryOnce(direct, owners)).toEqual([{ owner: branch.id, domains: 1100 }]);
});

test('a template that lets nobody in is the best parent: it is never in use', async () => {
  await using parent = await createParent({ server: serverUri() });
  const template = (isTemplate: boolean) =>
    queryOnce(
      serverUri(),
      `ALTER DATABASE ${parent.name} WITH ALLOW_CONNECTIONS ${!isTemplate} IS_TEMPLATE ${isTemplate}`,
    );
  await template(true);
  const provider = await openProvider(parent.adminUri);
  const { branch } = await provider.ensureBranch(request(uniqueName('closed')));
  const { direct } = await provider.connection(branch, noChoice);
  await queryOnce(direct, migration);
  await provider.resetBranch(branch);
  expect(await queryOnce(direct, 'SELECT count(*)::int AS users FROM users')).toEqual([{ users: 2 }]);
  await template(false);
});
