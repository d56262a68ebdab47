/** What the questions meet in a real database: no privileges, locks, slow and writing functions, hostile data. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { dataRuleList } from '../../../src/migrations/data/rules.ts';
import { runDataChecks } from '../../../src/migrations/data/run-checks.ts';
import { connectWhenReady } from '../../../src/postgres/connect.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, connectTo, countsOf, plan, stateOf } from './support.ts';

let db: TestDatabase;
let session: PostgresConnection;

beforeAll(async () => {
  db = await createTestDatabase();
  session = await connectTo(db.uri);
  await session.query(`
    CREATE TABLE users (id int PRIMARY KEY, email text, n int);
    INSERT INTO users SELECT n, CASE WHEN n % 2 = 0 THEN 'SECRET' || n END, n FROM generate_series(1, 40) n;
    CREATE TABLE log (id int);
    CREATE FUNCTION writing(int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN false; END $$;
    CREATE FUNCTION slow(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.05); RETURN n; END $$;
    CREATE FUNCTION slow_error(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.02); RETURN 1 / (n - n); END $$;
    CREATE FUNCTION slow_later(n int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN IF n > 1500 THEN PERFORM pg_sleep(0.02); END IF; RETURN false; END $$`);
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

const notNull = 'ALTER TABLE users ALTER email SET NOT NULL';

test('the finding says what was found, where, why it matters and what to do', async () => {
  const { refusals, notes } = await check(session, `-- AlterTable\n${notNull};`);
  expect(notes).toEqual([]);
  expect(refusals).toEqual([
    {
      statement: { migration: '1_test', index: 0 },
      kind: 'not null',
      table: { oid: expect.any(Number), schema: 'public', name: 'users', kind: 'table' },
      columns: ['email'],
      rows: 20,
      isAtLeast: false,
      sampleKeys: ['id=1', 'id=3', 'id=5', 'id=7', 'id=9'],
      finding: {
        rule: 'data-refuses-not-null',
        severity: 'error',
        docs: expect.stringContaining('postgresql.org'),
        subject: 'public.users.email',
        message: '20 rows of public.users have `email` null, so SET NOT NULL will fail.',
        evidence: 'Rows: id=1; id=3; id=5; id=7; id=9; …',
        fix: `-- The rows:
SELECT * FROM "public"."users" WHERE "email" IS NULL;
-- Give them a value before, in this migration or an earlier one:
-- UPDATE "public"."users" SET "email" = … WHERE "email" IS NULL;`,
        location: { file: 'prisma/migrations/1_test/migration.sql', line: 2 },
      },
    },
  ]);
});

test('one row and one group are told in the singular, a composite key whole', async () => {
  await session.query(`CREATE TABLE seats (hall text, number int, holder int, PRIMARY KEY (hall, number));
    INSERT INTO seats VALUES ('a,b', 1, 7), ('a,b', 2, 7), ('c', 1, NULL)`);
  const { refusals } = await check(
    session,
    'CREATE UNIQUE INDEX seats_holder ON seats (holder); ALTER TABLE seats ALTER holder SET NOT NULL',
  );
  expect(refusals.map(({ finding, sampleKeys }) => [finding.message, sampleKeys])).toEqual([
    [
      '1 row of public.seats repeats the `holder` of another row (1 group), so the unique index `seats_holder` will fail.',
      ['hall=a,b, number=1', 'hall=a,b, number=2'],
    ],
    ['1 row of public.seats has `holder` null, so SET NOT NULL will fail.', ['hall=c, number=1']],
  ]);
});

test('rows that repeat each other stand together in the sample', async () => {
  await session.query(`CREATE TABLE twins (id int PRIMARY KEY, v text);
    INSERT INTO twins VALUES (1, 'b'), (2, 'a'), (3, 'c'), (4, 'b'), (5, 'a'), (6, 'b')`);
  const { refusals } = await check(session, 'ALTER TABLE twins ADD UNIQUE (v)');
  expect(refusals[0]).toMatchObject({ rows: 3, sampleKeys: ['id=2', 'id=5', 'id=1', 'id=4', 'id=6'] });
});

test('rows without a key are named by their place, in a partition with its name', async () => {
  await session.query(`CREATE TABLE keyless (v int); INSERT INTO keyless VALUES (1), (NULL);
    CREATE TABLE parts (v int, at int) PARTITION BY RANGE (at);
    CREATE TABLE "Part 1" PARTITION OF parts FOR VALUES FROM (0) TO (9); INSERT INTO parts VALUES (NULL, 1)`);
  const { refusals } = await check(
    session,
    'ALTER TABLE keyless ALTER v SET NOT NULL; ALTER TABLE parts ALTER v SET NOT NULL',
  );
  expect(refusals.map(({ sampleKeys }) => sampleKeys)).toEqual([
    ['ctid=(0,2)'],
    ['table="Part 1", ctid=(0,1)'],
  ]);
});

test('long and hostile keys are cut and told as they are', async () => {
  const hostile = "`<b>\n$$ '; DROP TABLE users; --";
  await session.query('CREATE TABLE keyed (k text PRIMARY KEY, v text)');
  await session.query('INSERT INTO keyed VALUES ($1, $3), ($2, $3)', [hostile, 'x'.repeat(2000), 'n']);
  const { refusals } = await check(session, 'ALTER TABLE keyed ALTER v TYPE int USING v::int');
  expect(refusals[0]?.sampleKeys).toEqual([`k=${hostile}`, `k=${'x'.repeat(78)}…`]);
  const rows = await session.query(refusals[0]?.finding.fix ?? '');
  expect(rows).toHaveLength(2);
  expect(rows).toContainEqual({ k: hostile, v: 'n' });
});

test('no value of another column is told, not even by an error', async () => {
  const forms = [
    ['ALTER TABLE users ALTER email TYPE int USING email::int', 'cast 20'],
    ['CREATE UNIQUE INDEX ON users ((left(email, 6)))', 'unique 19'],
    ['CREATE INDEX ON users ((email::int))', 'cast 20'],
    ['CREATE UNIQUE INDEX ON users ((email::int))', 'cast 20'],
    ['ALTER TABLE users ADD CHECK (email::int > 0)', 'check 20'],
    ["ALTER TABLE users ADD CHECK (email = 'x')", 'check 20'],
    ['ALTER TABLE users ADD EXCLUDE ((left(email, 5)) WITH =)', 'exclusion 20'],
    ['ALTER TABLE users ADD c int DEFAULT 1, ADD CHECK (email::int > c)'],
    ['ALTER TABLE users ALTER email TYPE varchar(3)', 'cast 20'],
  ] as const;
  const told: string[] = [];
  for (const [sql, ...expected] of forms) {
    const result = await check(session, sql);
    expect([sql, ...countsOf(result)]).toEqual([sql, ...expected]);
    told.push(JSON.stringify(result));
  }
  expect(told.join()).not.toContain('SECRET');
  expect(told.join().match(/SQLSTATE 22P02\)/g)).toHaveLength(2);
});

test('errors of rows are told by their SQLSTATE', async () => {
  await session.query(`CREATE TABLE amounts (id int PRIMARY KEY, v text);
    INSERT INTO amounts VALUES (1, '1'), (2, 'n/a'), (3, '99999999999'), (4, 'x')`);
  const { refusals } = await check(session, 'ALTER TABLE amounts ALTER v TYPE int USING (v::int)');
  expect(refusals[0]?.finding.evidence).toBe(
    'Rows: id=2; id=3; id=4\n2 rows: SQLSTATE 22P02 (not written as the type is)\n1 row: SQLSTATE 22003 (out of range)',
  );
});

test('a role that may not read a table gets a note, as does one whom a policy hides rows from', async () => {
  const role = `reader_${randomUUID().slice(0, 8)}`;
  await session.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA public TO ${role};
    CREATE TABLE hidden (id int PRIMARY KEY, v int); INSERT INTO hidden VALUES (1), (2); GRANT SELECT ON hidden TO ${role};
    ALTER TABLE hidden ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON hidden USING (id = 1)`);
  try {
    const uri = formatConnectionUri({ ...parseConnectionUri(db.uri), user: role, password: 'x' });
    await using reader = await connectTo(uri);
    const script = `${notNull}; ALTER TABLE hidden ALTER v SET NOT NULL; ALTER TABLE users ALTER n TYPE smallint`;
    const { refusals, notes } = await check(reader, script);
    expect(refusals).toEqual([]);
    expect(notes).toHaveLength(3);
    for (const note of notes)
      expect(note).toContain('the role may not read all of its rows (SQLSTATE 42501)');
  } finally {
    await session.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});

test('what was dropped meanwhile is a note, and the checks after it are asked', async () => {
  await session.query('CREATE TABLE fleeting (id int PRIMARY KEY, v int)');
  const checks = await plan(
    session,
    `ALTER TABLE fleeting ALTER v SET NOT NULL, ADD FOREIGN KEY (v) REFERENCES users; ALTER TABLE users ADD FOREIGN KEY (n) REFERENCES fleeting; ${notNull}`,
  );
  await session.query('DROP TABLE fleeting');
  const result = await runDataChecks(session, checks, { when: 'before' });
  expect(countsOf(result)).toEqual(['not null 20']);
  expect(result.notes).toHaveLength(3);
  for (const note of result.notes)
    expect(note).toContain('a table that it names is not there (SQLSTATE 42P01)');
});

test('a locked table is not waited for', async () => {
  const checks = await plan(session, notNull);
  await using other = await connectTo(db.uri);
  await other.query('BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE');
  const { refusals, notes } = await runDataChecks(session, checks, { when: 'before', lockTimeoutMs: 50 });
  expect(refusals).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('another session has the table locked (SQLSTATE 55P03)')]);
});

test('nothing is written, whatever the functions do', async () => {
  const { refusals, notes } = await check(
    session,
    'ALTER TABLE users ADD CHECK (writing(n)); ALTER TABLE users ALTER n TYPE int USING writing(n)::int',
  );
  expect(refusals).toEqual([]);
  expect(notes).toHaveLength(2);
  for (const note of notes) expect(note).toContain('SQLSTATE 25006');
  expect(await session.query('SELECT FROM log')).toEqual([]);
});

test('a check that takes too long is a note, never a count of 0', async () => {
  const slow = 'ALTER TABLE users ADD CHECK (slow(n) > 0)';
  const { refusals, notes } = await check(session, slow, { checkTimeoutMs: 300 });
  expect(refusals).toEqual([]);
  expect(notes).toEqual([expect.stringContaining('it takes longer than the time that is given to it')]);
  const none = await check(session, `${slow}; ${notNull}`, { totalTimeoutMs: 0 });
  expect(none.refusals).toEqual([]);
  expect(none.notes).toHaveLength(2);
});

test('rows that were found until the time was over are told as at least so many', async () => {
  await session.query(
    'CREATE TABLE large (id int PRIMARY KEY); INSERT INTO large SELECT generate_series(1, 4000)',
  );
  const counted = await check(session, 'ALTER TABLE large ADD CHECK (slow_later(id))', {
    checkTimeoutMs: 3000,
  });
  expect(counted.refusals[0]).toMatchObject({ rows: 1000, isAtLeast: true });
  expect(counted.refusals[0]?.finding.message).toMatch(/^At least 1,000 rows of public.large do not fulfil/);
  const tried = await check(session, 'ALTER TABLE large ALTER id TYPE int USING slow_error(id)', {
    checkTimeoutMs: 3000,
  });
  expect(tried.refusals[0]?.isAtLeast).toBe(true);
  expect(tried.refusals[0]?.rows).toBeGreaterThan(0);
  expect(tried.refusals[0]?.rows).toBeLessThan(4000);
});

test('the session is left as it was, also after a refusal', async () => {
  const settings = () =>
    session.query(
      `SELECT name, setting FROM pg_settings WHERE name IN ('search_path', 'statement_timeout', 'lock_timeout', 'row_security', 'jit', 'transaction_read_only')`,
    );
  const before = await settings();
  await check(
    session,
    `${notNull}; ALTER TABLE users ADD CHECK (writing(n)), ALTER email TYPE int USING email::int`,
  );
  expect(await settings()).toEqual(before);
  await session.query('SAVEPOINT nowhere').then(
    () => expect.unreachable(),
    (thrown) => expect(thrown).toMatchObject({ code: '25P01' }),
  );
});

test('a lost connection and a cancelled run are no notes', async () => {
  const controller = new AbortController();
  const connect = (signal: AbortSignal) =>
    connectWhenReady({ uri: db.uri, applicationName: 'test', log: silentLogger, signal, timeoutMs: 10_000 });
  await using cancelled = await connect(controller.signal);
  const checks = await plan(session, 'ALTER TABLE users ADD CHECK (slow(n) > 0)');
  const reason = new Error('cancelled by hand');
  const running = runDataChecks(cancelled, checks, { when: 'before' });
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
  await using lost = await connect(new AbortController().signal);
  const waiting = runDataChecks(lost, checks, { when: 'before' });
  const ended = expect(waiting).rejects.toThrow(/terminating connection|connection was lost/);
  await session.query('SELECT pg_terminate_backend($1)', [lost.pid]);
  await ended;
});

test('a citext key in a schema outside the search path is compared as citext', async () => {
  await session.query(`CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions;
    CREATE TABLE tags (name extensions.citext PRIMARY KEY); CREATE TABLE uses (id int PRIMARY KEY, tag extensions.citext);
    INSERT INTO tags VALUES ('Red'); INSERT INTO uses VALUES (1, 'red'), (2, 'blue'), (3, 'RED')`);
  const script = 'ALTER TABLE uses ADD FOREIGN KEY (tag) REFERENCES tags (name)';
  const { refusals } = await check(session, `${script}; CREATE UNIQUE INDEX ON uses (tag)`);
  expect(refusals.map(({ kind, rows, sampleKeys }) => [kind, rows, sampleKeys])).toEqual([
    ['foreign key', 1, ['id=2']],
    ['unique', 1, ['id=1', 'id=3']],
  ]);
  await session.query("DELETE FROM uses WHERE tag = 'blue'");
  expect(await stateOf(session, script)).toBeUndefined();
});

test('composite values, domains that refuse null, collations and types of other width', async () => {
  await session.query(`CREATE TYPE place AS (x int, y int); CREATE DOMAIN present AS text NOT NULL;
    CREATE COLLATION anycase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
    CREATE TABLE odd (id int PRIMARY KEY, p place, d present, c text COLLATE anycase, small smallint, big bigint, o oid);
    INSERT INTO odd VALUES (1, ROW(NULL, NULL), '1', 'a', 1, 1), (2, NULL, 'x', 'A', 2, 7), (3, ROW(1, 2), '3', 'b', 9, 8);
    CREATE TABLE keys (c text COLLATE anycase PRIMARY KEY, big bigint UNIQUE, small smallint UNIQUE); INSERT INTO keys VALUES ('A', 2, 1)`);
  const forms = [
    ['ALTER TABLE odd ALTER p SET NOT NULL', 'not null 1'],
    ['CREATE UNIQUE INDEX ON odd (p) NULLS NOT DISTINCT'],
    ['CREATE UNIQUE INDEX ON odd (c)', 'unique 1'],
    ['CREATE UNIQUE INDEX ON odd (c COLLATE "C")'],
    ['CREATE UNIQUE INDEX ON odd (c COLLATE "public"."anycase" DESC, (id / 9))', 'unique 1'],
    ['ALTER TABLE odd ALTER d TYPE int USING d::int', 'cast 1'],
    ['ALTER TABLE odd ADD CHECK (d <> $$x$$)', 'check 1'],
    ['ALTER TABLE odd ADD FOREIGN KEY (c) REFERENCES keys', 'foreign key 1'],
    ['ALTER TABLE odd ADD FOREIGN KEY (small) REFERENCES keys (big)', 'foreign key 2'],
    ['ALTER TABLE odd ADD FOREIGN KEY (big) REFERENCES keys (small)', 'foreign key 2'],
    ['ALTER TABLE odd ALTER c TYPE text COLLATE "C", ADD UNIQUE (c)'],
    ['ALTER TABLE odd ADD CHECK ((p).x IS NOT NULL)', 'check 2'],
    ['ALTER TABLE odd ADD CHECK (odd IS NOT NULL)', 'check 3'],
    ['ALTER TABLE odd ADD CHECK (num_nulls(odd.*) = 0 AND tableoid > 0)'],
  ] as const;
  for (const [sql, ...expected] of forms) {
    const result = await check(session, sql);
    expect({ sql, counts: countsOf(result), notes: result.notes }).toEqual({
      sql,
      counts: expected,
      notes: [],
    });
    expect({ sql, state: await stateOf(session, sql) }).toEqual({
      sql,
      state: expected.length > 0 ? expect.stringMatching(/^2[23]/) : undefined,
    });
  }
});

test('every kind has a rule that the documentation can show', () => {
  expect(dataRuleList.map(({ id }) => id)).toEqual([
    'data-refuses-not-null',
    'data-refuses-unique',
    'data-refuses-foreign-key',
    'data-refuses-check',
    'data-refuses-cast',
    'data-refuses-exclusion',
    'data-refuses-partition',
  ]);
  for (const { why, docs, title } of dataRuleList) expect([why, docs, title].every(Boolean)).toBe(true);
});
