import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { formatConnectionUri, parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { quoteIdentifier } from '../../src/postgres/identifier.ts';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { readSnapshot, readSnapshotAgain } from '../../src/schema/read-snapshot.ts';
import {
  parseSnapshot,
  parseSnapshotText,
  serializeSnapshot,
  snapshotSchema,
} from '../../src/schema/snapshot-file.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { connectTo, isInstalled, openSide, startMajor, told } from './support.ts';

const table = 'CREATE TABLE users (id integer PRIMARY KEY, email text)';

test('the same schema gives the same bytes, whatever order it was made in', async () => {
  await using left = await openSide(
    serverUri(),
    'CREATE TABLE b (x integer); CREATE TABLE "A" (y text); CREATE TABLE a ()',
  );
  await using right = await openSide(
    serverUri(),
    'CREATE TABLE a (); CREATE TABLE "A" (y text); CREATE TABLE b (x integer)',
  );
  expect(serializeSnapshot(await left.read())).toBe(serializeSnapshot(await right.read()));
});

test('a snapshot is frozen, and reading leaves nothing behind in the session', async () => {
  await using side = await openSide(serverUri(), table);
  const snapshot = await side.read();
  expect(() => Reflect.set(snapshot.objects[0]?.attributes ?? {}, 'owner', 'me') || fail()).toThrow();
  expect(Object.isFrozen(snapshot.objects)).toBe(true);
  expect(await side.session.query('SHOW search_path')).toEqual([{ search_path: '"$user", public' }]);
  expect(await side.session.query('SHOW transaction_read_only')).toEqual([{ transaction_read_only: 'off' }]);
});

function fail(): never {
  throw new Error('it could be written');
}

test('functions of the database that are called like Postgres’s own have no say', async () => {
  await using side = await openSide(
    serverUri(),
    `${table}; CREATE SCHEMA evil; CREATE FUNCTION evil.pg_get_userbyid(oid) RETURNS name LANGUAGE sql AS $$ SELECT 'x'::name $$;
     CREATE FUNCTION evil.eq(name, name) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
     CREATE OPERATOR evil.= (LEFTARG = name, RIGHTARG = name, FUNCTION = evil.eq);
     SET search_path = evil, pg_catalog, public`,
  );
  const found = (await side.read()).objects.find(({ kind, name }) => kind === 'table' && name === 'users');
  expect(found?.attributes).toMatchObject({ owner: 'postgres', columnOrder: ['id', 'email'] });
});

test('what the role may not see is said, and never told as dropped', async () => {
  const role = `blind_${randomUUID().slice(0, 8)}`;
  await using side = await openSide(
    serverUri(),
    `${table}; CREATE POLICY p ON users USING (true);
     CREATE ROLE ${role} LOGIN PASSWORD 'blind'; REVOKE SELECT ON pg_catalog.pg_policy FROM PUBLIC`,
  );
  const uri = formatConnectionUri({ ...parseConnectionUri(side.uri), user: role, password: 'blind' });
  try {
    await using session = await connectTo(uri);
    const blind = await readSnapshot(session);
    expect(blind.notVisible).toEqual([
      { kind: 'policy', reason: 'the role may not read pg_catalog.pg_policy' },
    ]);
    const diff = diffSnapshots(await side.read(), blind);
    expect(told(diff)).toEqual([]);
    expect(diff.notCompared).toEqual(blind.notVisible);
  } finally {
    await queryOnce(side.uri, `DROP ROLE ${role}`);
  }
});

test('a schema that changes while it is read is read again, until it stands still', async () => {
  await using side = await openSide(serverUri(), table);
  let changes = 0;
  const restless = {
    async query(sql: string, values?: readonly unknown[]) {
      const rows = await side.session.query(sql, values);
      // Between the reading and the look at what it was.
      if (sql.startsWith('BEGIN') && changes < 2) {
        changes += 1;
        await queryOnce(side.uri, `ALTER TABLE users ADD c${changes} integer`);
      }
      return rows;
    },
  };
  const snapshot = await readSnapshot(restless);
  expect(snapshot.objects.filter(({ kind }) => kind === 'column').map(({ name }) => name)).toEqual([
    'c1',
    'c2',
    'email',
    'id',
  ]);
});

test('a schema that never stands still is an error that says so', async () => {
  await using side = await openSide(serverUri(), table);
  let count = 0;
  const restless = {
    async query(sql: string, values?: readonly unknown[]) {
      const rows = await side.session.query(sql, values);
      if (!sql.startsWith('BEGIN')) return rows;
      count += 1;
      await queryOnce(side.uri, `ALTER TABLE users ADD d${count} integer`);
      return rows;
    },
  };
  await expect(readSnapshot(restless)).rejects.toThrow('changed while it was read');
});

test('schemas whose names have quotes and backslashes in them', async () => {
  const name = 'it\'s \\ "one"';
  const quoted = quoteIdentifier(name);
  await using side = await openSide(serverUri(), `CREATE SCHEMA ${quoted}; CREATE TABLE ${quoted}.t ()`);
  const { objects } = await side.read({ schemas: [name, 'nowhere'] });
  expect(objects.map((object) => [object.schema, object.name])).toEqual([
    [null, name],
    [null, 'plpgsql'],
    [name, 't'],
  ]);
});

test('what was read before holds until a transaction has written', async () => {
  await using side = await openSide(serverUri(), table);
  const earlier = await side.read();
  const queries: string[] = [];
  const session = {
    query: (sql: string, values?: readonly unknown[]) => {
      queries.push(sql);
      return side.session.query(sql, values);
    },
  };
  await side.run('ALTER TABLE users ADD more integer');
  const changed = await readSnapshotAgain(session, earlier);
  expect(told(diffSnapshots(earlier, changed))).toEqual(['added column public.users.more']);
  expect(queries.length).toBeGreaterThan(1);
  // What others do on the same server has a say, so the state is played.
  const asked = (transactions: string) => ({ query: () => Promise.resolve([{ transactions }]) });
  const still = { ...changed, transactions: '7:7:' };
  expect(await readSnapshotAgain(asked('7:7:'), still)).toBe(still);
  await expect(readSnapshotAgain(asked('8:8:'), still)).rejects.toThrow();
  await expect(readSnapshotAgain(asked('7:9:8'), { ...changed, transactions: '7:9:8' })).rejects.toThrow();
});

test('a temporary table of another session changes nothing', async () => {
  await using side = await openSide(serverUri(), table);
  const before = await side.read();
  await side.run('CREATE TEMPORARY TABLE scratch (id integer)');
  expect(told(diffSnapshots(before, await side.read()))).toEqual([]);
});

test('row estimates and sizes are read along, and not compared', async () => {
  await using side = await openSide(serverUri(), table);
  const before = await side.read();
  await side.run('INSERT INTO users SELECT n FROM generate_series(1, 500) n; ANALYZE users');
  const after = await side.read();
  expect(after.sizes).toEqual([{ schema: 'public', name: 'users', rows: 500, bytes: expect.any(Number) }]);
  expect(told(diffSnapshots(before, after))).toEqual([]);
});

test.runIf(isInstalled('pg15') && isInstalled('pg17'))(
  'two major versions: the same schema is the same',
  async () => {
    await using old = await startMajor('pg15');
    await using current = await startMajor('pg17');
    const schema = `${table}; CREATE TYPE mood AS ENUM ('a'); CREATE VIEW v AS SELECT users.id, upper(users.email) AS u FROM users WHERE (users.id > 1);
    CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a'; CREATE INDEX ON users (lower(email));
    GRANT SELECT ON users TO PUBLIC; CREATE TABLE s (id serial, n integer NOT NULL)`;
    await using left = await openSide(old.uri, schema);
    await using right = await openSide(current.uri, schema);
    const diff = diffSnapshots(await left.read(), await right.read());
    expect(told(diff)).toEqual([]);
    expect(diff.notes).toEqual([expect.stringContaining('PostgreSQL 15, the other 17')]);
    await right.run('CREATE OR REPLACE VIEW v AS SELECT id, upper(email) AS u FROM users WHERE id > 2');
    expect(told(diffSnapshots(await left.read(), await right.read()))).toEqual([
      'changed view public.v: definition',
    ]);
  },
);

const whole = {
  format: 'database-actions/schema-snapshot',
  version: 1,
  serverVersion: 180_000,
  scope: null,
  providerSchemas: [],
  notVisible: [],
  objects: [],
  sizes: [],
};

test.each([
  ['no snapshot', { hello: 1 }, 'This is no schema snapshot.'],
  ['a list', [], 'This is no schema snapshot.'],
  ['a later version', { ...whole, version: 2 }, 'has version 2; this release reads version 1'],
  [
    'a kind of a later version',
    { ...whole, objects: [{ kind: 'galaxy', schema: null, parent: null, name: 'x', attributes: {} }] },
    'snapshot.objects[0].kind is "galaxy"',
  ],
  [
    'an attribute of another shape',
    {
      ...whole,
      objects: [{ kind: 'table', schema: 's', parent: null, name: 'x', attributes: { owner: { a: 1 } } }],
    },
    'snapshot.objects[0].attributes.owner',
  ],
  [
    'an object without a name',
    { ...whole, objects: [{ kind: 'table', schema: 's', parent: null, attributes: {} }] },
    'snapshot.objects[0].name is missing',
  ],
  ['no server version', { ...whole, serverVersion: '18' }, 'snapshot.serverVersion is "18"'],
])('a snapshot file that is %s is refused with the reason', (_name, value, message) => {
  expect(() => parseSnapshot(value)).toThrow(message);
  expect(() => parseSnapshot(value)).toThrow(UserError);
});

test('a file that was cut off says so, under its name', async () => {
  await using side = await openSide(serverUri(), table);
  const text = serializeSnapshot(await side.read());
  expect(() => parseSnapshotText(text.slice(0, -20), 'old.json')).toThrow(
    'old.json is not JSON; is it whole?',
  );
  expect(parseSnapshotText(text, 'old.json').objects.length).toBeGreaterThan(3);
});

test('a snapshot file is what its JSON schema says', async () => {
  const { default: Ajv } = await import('ajv');
  await using side = await openSide(serverUri(), table);
  const validate = new Ajv({ strict: false }).compile({ ...snapshotSchema() });
  expect(validate(JSON.parse(serializeSnapshot(await side.read()))), JSON.stringify(validate.errors)).toBe(
    true,
  );
  expect(validate({ ...whole, objects: [{ kind: 'galaxy' }] })).toBe(false);
});
