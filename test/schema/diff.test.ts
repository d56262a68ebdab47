import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseConnectionUri, withDatabase } from '../../src/postgres/connection-uri.ts';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { diffAgainstFork } from '../../src/schema/fork-diff.ts';
import { readSnapshot } from '../../src/schema/read-snapshot.ts';
import type { DiffOptions } from '../../src/schema/schema-diff.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { connectTo, openSide, told } from './support.ts';

const users = 'CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL, name text)';

/** Both sides of one database: before and after the statements. */
async function changed(before: string, statements: string, options: DiffOptions = {}) {
  await using side = await openSide(serverUri(), before);
  const from = await side.read();
  await side.run(statements);
  return diffSnapshots(from, await side.read(), options);
}

/** Two databases that were made apart. */
async function apart(left: string, right: string, options: DiffOptions = {}) {
  await using from = await openSide(serverUri(), left);
  await using to = await openSide(serverUri(), right);
  return diffSnapshots(await from.read(), await to.read(), options);
}

test('two empty databases, and one without any schema', async () => {
  expect(told(await apart('', ''))).toEqual([]);
  expect(told(await apart('', 'DROP SCHEMA public'))).toEqual(['removed schema public']);
});

test('what is no difference: order of columns, names that Postgres made, the history of migrations', async () => {
  const left = `CREATE TABLE a (x integer UNIQUE, y text, CHECK (x > 0)); CREATE INDEX ON a (y);
    CREATE TABLE _prisma_migrations (id text)`;
  const right = `CREATE TABLE a (y text, x integer, CONSTRAINT a_x_key1 UNIQUE (x), CONSTRAINT a_check CHECK (x > 0));
    CREATE INDEX a_y_idx3 ON a (y)`;
  expect(told(await apart(left, right))).toEqual([]);
  expect(told(await apart(left, right, { columnOrder: true }))).toEqual([
    'changed table public.a: columnOrder',
  ]);
  expect(told(await apart(left, right, { exclude: [] }))).toContain(
    'removed table public._prisma_migrations',
  );
});

test('a name that somebody chose is a rename, with the reason', async () => {
  const diff = await apart(
    `${users}; CREATE INDEX by_name ON users (name)`,
    `${users}; CREATE INDEX by_it ON users (name)`,
  );
  expect(told(diff)).toEqual(['renamed index public.users.by_it from public.users.by_name: ']);
  expect(diff.changes[0]).toMatchObject({ why: 'the definition is the same', isCertain: false });
});

test('members of an extension are its affair', async () => {
  expect(told(await apart('', 'CREATE EXTENSION pg_trgm'))).toEqual(['added extension pg_trgm']);
});

test('a renamed table in one database: nothing that only follows from it is told', async () => {
  const before = `${users}; CREATE TABLE posts (id integer PRIMARY KEY, author integer REFERENCES users);
    CREATE VIEW emails AS SELECT email FROM users; CREATE INDEX by_email ON users (lower(email));
    CREATE POLICY p ON users USING (email <> '')`;
  const after = 'ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME email TO "E-Mail"';
  const certain = await changed(before, after, { identity: 'same' });
  expect(told(certain)).toEqual([
    'renamed table public.people from public.users: ',
    'renamed column public.people.E-Mail from public.users.email: ',
    'changed view public.emails: definition',
  ]);
  expect(certain.changes[0]).toMatchObject({ isCertain: true });
});

test('between two databases a rename is a guess, and where there are several there is none', async () => {
  const diff = await apart(users, users.replace('name text', '"fullName" text'));
  expect(told(diff)).toEqual(['renamed column public.users.fullName from public.users.name: ']);
  expect(diff.changes[0]).toMatchObject({ isCertain: false });
  expect(told(await apart('CREATE TABLE t (a text, b text)', 'CREATE TABLE t (c text, d text)'))).toEqual([
    'removed column public.t.a',
    'removed column public.t.b',
    'added column public.t.c',
    'added column public.t.d',
  ]);
});

test('a column that is dropped and made anew is no rename where that is known', async () => {
  const statements = 'ALTER TABLE users DROP name, ADD nickname text';
  expect(told(await changed(users, statements, { identity: 'same' }))).toEqual([
    'removed column public.users.name',
    'added column public.users.nickname',
  ]);
  expect(told(await changed(users, statements))).toEqual([
    'renamed column public.users.nickname from public.users.name: ',
  ]);
});

test('what partitions have from their parent is told once, with how many', async () => {
  const before = `CREATE TABLE e (at date NOT NULL, b text) PARTITION BY RANGE (at);
    CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
    CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')`;
  const diff = await changed(
    before,
    'ALTER TABLE e ADD c integer CHECK (c > 0); CREATE INDEX ON e (b); ALTER TABLE e1 ALTER b SET DEFAULT 1',
  );
  expect(told(diff)).toEqual([
    'added column public.e.c',
    'changed column public.e1.b: default',
    'added constraint public.e.e_c_check',
    'added index public.e.e_b_idx',
  ]);
  expect(diff.changes.map(({ inheritedBy }) => inheritedBy)).toEqual([2, 0, 2, 2]);
});

test('parts of a table that came or went are within it', async () => {
  const diff = await changed(users, 'DROP TABLE users; CREATE TABLE new_one (n serial, PRIMARY KEY (n))');
  expect(diff.changes.filter(({ isWithin }) => !isWithin).map(({ object }) => object.name)).toEqual([
    'new_one',
    'users',
  ]);
});

test.each([
  [{ include: ['public.a'] }, ['changed table public.a: unlogged', 'added column public.a.x']],
  [{ include: ['table:*'] }, ['changed table public.a: unlogged', 'added table public.b']],
  [{ exclude: ['public.a', 'view:*'] }, ['added table public.b']],
  [{ exclude: ['public.*'] }, []],
  [
    { exclude: ['public.(a|b)'] },
    [
      'changed table public.a: unlogged',
      'added table public.b',
      'added column public.a.x',
      'added view public.v',
    ],
  ],
])('patterns: %j', async (options, expected) => {
  const statements =
    'ALTER TABLE a SET UNLOGGED; ALTER TABLE a ADD x integer; CREATE TABLE b (); CREATE VIEW v AS SELECT 1';
  expect(told(await changed('CREATE TABLE a ()', statements, options))).toEqual(expected);
});

test('schemas that one side did not look at are no dropped schemas', async () => {
  await using side = await openSide(serverUri(), `${users}; CREATE SCHEMA other; CREATE TABLE other.t ()`);
  const diff = diffSnapshots(await side.read(), await side.read({ schemas: ['public'] }));
  expect(told(diff)).toEqual([]);
  expect(diff.notes).toEqual([expect.stringContaining('all schemas, the other for public')]);
});

test('three ways: what came later in the parent is not the preview’s, and what both changed is a conflict', async () => {
  await using parent = await openSide(
    serverUri(),
    `${users}; CREATE TABLE old (id integer); CREATE TABLE both_add (id integer)`,
  );
  await using preview = await openSide(
    serverUri(),
    `${users}; CREATE TABLE old (id integer); CREATE TABLE both_add (id integer)`,
  );
  const fork = await parent.read();
  await parent.run(
    'ALTER TABLE users ADD later integer, ALTER name TYPE varchar(9); DROP TABLE old; ALTER TABLE both_add ADD same integer',
  );
  await preview.run(
    'ALTER TABLE users ADD own integer, ALTER name SET NOT NULL; ALTER TABLE old ADD x integer; ALTER TABLE both_add ADD same integer',
  );
  const result = diffAgainstFork({ fork, parentHead: await parent.read(), preview: await preview.read() });
  expect(told(result.preview)).toEqual([
    'added column public.both_add.same',
    'added column public.old.x',
    'changed column public.users.name: notNull',
    'added column public.users.own',
  ]);
  expect(told(result.parent)).toContain('added column public.users.later');
  expect(
    result.conflicts.map(({ object, parent: { change } }) => [object.parent, object.name, change]),
  ).toEqual([
    ['old', 'x', 'removed'],
    ['users', 'name', 'changed'],
  ]);
  expect(result.alike.map(({ name }) => name)).toEqual(['same']);
});

test('in a copy a column with another number is no rename, and one with the same number may be', async () => {
  await using parent = await openSide(serverUri(), users);
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  await parent.session[Symbol.asyncDispose]();
  await queryOnce(
    serverUri(),
    `CREATE DATABASE "${name}" TEMPLATE "${parseConnectionUri(parent.uri).database}"`,
  );
  try {
    await using from = await connectTo(parent.uri);
    await using to = await connectTo(withDatabase(serverUri(), name));
    await to.query('ALTER TABLE users DROP name, ADD nickname text');
    const compare = async () =>
      told(diffSnapshots(await readSnapshot(from), await readSnapshot(to), { identity: 'copy' }));
    expect(await compare()).toEqual([
      'removed column public.users.name',
      'added column public.users.nickname',
    ]);
    await from.query('ALTER TABLE users DROP name, ADD alias text');
    expect(await compare()).toEqual(['renamed column public.users.nickname from public.users.alias: ']);
  } finally {
    await queryOnce(serverUri(), `DROP DATABASE "${name}" WITH (FORCE)`);
  }
});
