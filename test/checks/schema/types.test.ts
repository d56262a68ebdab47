import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, checkInSchema, first, of, policyWith } from './support.ts';

let shared: TestDatabase;
beforeAll(async () => {
  shared = await createTestDatabase();
});
afterAll(() => shared[Symbol.asyncDispose]());

const strict = { policy: policyWith('strict') };

test('timestamp without time zone: one finding a table, none of partitions, and its fix mends it', async () => {
  const sql = `create table "Events" (id int primary key, "at" timestamp(3) not null, seen timestamp, ok timestamptz);
    create domain moment as timestamp;
    create table d (id int primary key, m moment);
    create table parts (id int, at timestamp, primary key (id, at)) partition by range (at);
    create table parts_1 partition of parts for values from ('2020-01-01') to ('2021-01-01')`;
  const rule = 'timestamp-without-time-zone';
  const result = await checkInSchema(shared, sql, strict);
  expect(of(rule, result)).toEqual(
    ['warning "Events"', 'warning d', 'warning parts'].map((text) => text.replace('"Events"', 'Events')),
  );
  const finding = first(rule, result);
  expect(finding.evidence).toContain('at timestamp(3) without time zone, seen timestamp without time zone');
  expect(finding.fix).toContain('ALTER COLUMN "at" TYPE timestamptz(3)');
  await shared.query(finding.fix ?? '');
  expect(of(rule, await check(shared, '', { ...strict, schemas: [result.schema] }))).toHaveLength(2);
});

test('types: what only `strict` says is not said by default', async () => {
  const sql = `create table t (id serial primary key, at timestamp, doc json, better jsonb, free timestamptz)`;
  const quiet = await checkInSchema(shared, sql);
  expect(quiet.findings).toEqual([]);
  const loud = await checkInSchema(shared, sql, strict);
  expect(loud.findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
    'warning timestamp-without-time-zone',
    'notice json-column',
    'notice serial-column',
  ]);
});

test('discouraged types: char(n), money, timetz; not char(1), varchar, time', async () => {
  const sql = `create table t (id int primary key, code char(2), flag char(1), price money, at timetz, note varchar(20), clock time, flags char(2)[])`;
  const result = await checkInSchema(shared, sql);
  const finding = first('discouraged-type', result);
  expect(finding.severity).toBe('notice');
  expect(finding.message).toBe(
    'code would better be text, price would better be numeric, at would better be timestamptz.',
  );
  expect(finding.fix).not.toContain('"at"');
  await shared.query(finding.fix ?? '');
  const after = await check(shared, '', { schemas: [result.schema] });
  expect(first('discouraged-type', after).message).toBe('at would better be timestamptz.');
});

test('serial: told with a fix that goes on counting; identity and a shared sequence are not', async () => {
  const sql = `create table t (id bigserial primary key, n int generated always as identity);
    insert into t select from generate_series(1, 7);
    create sequence shared_seq; create table u (id int primary key default nextval('shared_seq'))`;
  const result = await checkInSchema(shared, sql, strict);
  expect(of('serial-column', result)).toEqual(['notice t.id']);
  await shared.query(first('serial-column', result).fix ?? '');
  const [row] = await shared.query(`insert into ${result.schema}.t default values returning id::int, n`);
  expect(row).toEqual({ id: 8, n: 8 });
  expect(of('serial-column', await check(shared, '', { ...strict, schemas: [result.schema] }))).toEqual([]);
});

test.each([
  ['int to bigint', 'bigint', 'int', true],
  ['bigint to int', 'int', 'bigint', true],
  ['smallint to int', 'int', 'smallint', true],
  ['the same', 'bigint', 'bigint', false],
  ['varchar to text', 'text', 'varchar(20)', false],
  ['a domain over the same', 'int', 'small_id', false],
  ['a domain over another', 'bigint', 'small_id', true],
  ['int to numeric', 'numeric', 'int', true],
])('foreign key type: %s', async (_name, parent, child, isFound) => {
  const sql = `create domain small_id as int;
    create table parent (id ${parent} primary key);
    create table child (id int primary key, p ${child} references parent);
    create index on child (p)`;
  const result = await checkInSchema(shared, sql);
  expect(of('foreign-key-type-mismatch', result)).toEqual(isFound ? ['warning child · child_p_fkey'] : []);
});

test('foreign key type: the fix mends it, in a key of two columns too', async () => {
  const sql = `create table parent (a int, b bigint, primary key (a, b));
    create table child (id int primary key, x int, "Y y" int, foreign key (x, "Y y") references parent);
    create index on child (x, "Y y")`;
  const result = await checkInSchema(shared, sql);
  const finding = first('foreign-key-type-mismatch', result);
  expect(finding.message).toContain('"Y y" is integer');
  await shared.query(finding.fix ?? '');
  expect((await check(shared, '', { schemas: [result.schema] })).findings).toEqual([]);
});

test('a sequence that only feeds a default, and the foreign keys that end with it', async () => {
  const sql = `create sequence ids; create table t (id int primary key default nextval('ids'));
    create table refers (id int primary key, t_id int references t); create index on refers (t_id);
    create table wide (id bigint primary key default nextval('ids'));
    select setval('ids', 1700000000)`;
  const result = await checkInSchema(shared, sql);
  const finding = first('sequence-near-end', result);
  expect(finding.message).toContain('79 % of its values are used up (column');
  expect(finding.message).toContain('.t.id, int4)');
  await shared.query(finding.fix ?? '');
  expect((await check(shared, '', { schemas: [result.schema] })).findings).toEqual([]);
  const [row] = await shared.query(
    `select atttypid::regtype::text as type from pg_attribute where attrelid = '${result.schema}.refers'::regclass and attname = 't_id'`,
  );
  expect(row).toEqual({ type: 'bigint' });
});
