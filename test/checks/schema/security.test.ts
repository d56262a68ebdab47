import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, checkInSchema, first, of, policyWith } from './support.ts';

let shared: TestDatabase;
const role = `app_${process.pid}`;
const owner = `owner_${process.pid}`;
const roles = [role, owner];

beforeAll(async () => {
  shared = await createTestDatabase();
  for (const name of roles) await shared.query(`create role ${name}`);
});
afterAll(async () => {
  await shared[Symbol.asyncDispose]();
  await using other = await createTestDatabase();
  for (const name of roles) await other.query(`drop role ${name}`);
});

test('policies without row-level security, and the other way round', async () => {
  const sql = `create table forgotten (id int primary key); create policy mine on forgotten using (true);
    create table closed (id int primary key); alter table closed enable row level security;
    create table right_one (id int primary key); create policy mine on right_one using (true);
    alter table right_one enable row level security;
    create table plain (id int primary key)`;
  const result = await checkInSchema(shared, sql);
  expect(result.findings.map(({ rule, severity, subject }) => `${severity} ${rule} ${subject}`)).toEqual([
    'error policy-without-row-security forgotten',
    'notice row-security-without-policy closed',
  ]);
  await shared.query(first('policy-without-row-security', result).fix ?? '');
  const after = await check(shared, '', { schemas: [result.schema] });
  expect(of('policy-without-row-security', after)).toEqual([]);
});

test('an exposed table without row-level security: only in the supabase preset, and only what the roles reach', async () => {
  const sql = `create table open_to (id int primary key); grant select on open_to to ${role};
    create table parts (id int primary key) partition by range (id); grant insert on parts to ${role};
    create table safe (id int primary key); grant select on safe to ${role}; alter table safe enable row level security;
    create table inner_one (id int primary key)`;
  const { schema } = await checkInSchema(shared, sql);
  const rule = 'row-security-off';
  const level = (preset: 'supabase' | 'recommended', options: Record<string, readonly string[]>) =>
    policyWith(preset, { [rule]: { options } });
  const ask = (policy: ReturnType<typeof level>) => check(shared, '', { schemas: [schema], policy });

  const options = { roles: [role], schemas: [schema] };
  expect(of(rule, await ask(level('supabase', options)))).toEqual([]);
  await shared.query(`grant usage on schema ${schema} to ${role}`);
  const found = await ask(level('supabase', options));
  expect(of(rule, found)).toEqual([`error ${schema}.open_to`, `error ${schema}.parts`]);
  expect(first(rule, found).message).toContain(`${role} may reach this table`);
  expect(of(rule, await ask(level('recommended', options)))).toEqual([]);
  expect(of(rule, await ask(level('supabase', { ...options, schemas: ['public'] })))).toEqual([]);

  const without = await ask(level('supabase', { ...options, roles: ['anon_that_is_not_there'] }));
  expect(of(rule, without)).toEqual([]);
  expect(without.skipped).toContainEqual({
    rule,
    reason: 'none of the roles anon_that_is_not_there is there, so no API reads the tables',
  });
});

const guarded = `create table t (id int primary key); alter table t enable row level security;
  create policy p on t using (id > 1);`;

test.each([
  ['the table owner’s view, granted', `create view v as select * from t; grant select on v to ${role}`, true],
  ['not granted to anybody', 'create view v as select * from t', false],
  [
    'security_invoker',
    `create view v with (security_invoker = on) as select * from t; grant select on v to ${role}`,
    false,
  ],
  [
    'security_invoker switched off again',
    `create view v with (security_invoker = off) as select * from t; grant select on v to ${role}`,
    true,
  ],
  [
    'of an owner for whom the policies hold',
    `grant select on t to ${owner}; create view v as select * from t; alter view v owner to ${owner}; grant select on v to ${role}`,
    false,
  ],
  [
    'over a table without row-level security',
    `create table u (id int primary key); create view v as select * from u; grant select on v to ${role}`,
    false,
  ],
  [
    'in a subquery',
    `create view v as select 1 as one where exists (select from t); grant select on v to ${role}`,
    true,
  ],
])('a view over row-level security: %s', async (_name, view, isFound) => {
  const result = await checkInSchema(shared, `${guarded} ${view}`);
  expect(of('view-bypasses-row-security', result)).toEqual(isFound ? ['warning v'] : []);
});

test('a view over row-level security: the owner of the table is held by FORCE, and the fix mends it', async () => {
  const make = (force: string) =>
    checkInSchema(
      shared,
      `${guarded} alter table t owner to ${owner}; ${force}
       create view v as select * from t; alter view v owner to ${owner}; grant select on v to ${role};
       grant usage on schema pg_catalog to ${role}`,
    );
  const rule = 'view-bypasses-row-security';
  expect(of(rule, await make('alter table t force row level security;'))).toEqual([]);
  const result = await make('');
  expect(of(rule, result)).toEqual(['warning v']);
  await shared.query(first(rule, result).fix ?? '');
  expect(of(rule, await check(shared, '', { schemas: [result.schema] }))).toEqual([]);
});

const body = "language plpgsql as 'begin return 1; end'";

test.each([
  [
    'SECURITY DEFINER',
    `create function f(a int, b text[]) returns int security definer ${body}`,
    ['definer-search-path', 'definer-for-everyone'],
  ],
  [
    'SECURITY DEFINER with its path',
    `create function f() returns int security definer set search_path = '' ${body}`,
    ['definer-for-everyone'],
  ],
  [
    'with its path, for some',
    `create function f() returns int security definer set search_path = '' ${body}; revoke execute on function f() from public`,
    [],
  ],
  [
    'a trigger function',
    `create function f() returns trigger security definer set search_path = '' language plpgsql as 'begin return new; end'`,
    [],
  ],
  [
    'BEGIN ATOMIC',
    'create function f() returns int security definer begin atomic select 1; end',
    ['definer-for-everyone'],
  ],
  ['of the caller', `create function f() returns int ${body}`, ['function-search-path']],
  [
    'of the caller, with its path',
    `create function f() returns int set search_path = pg_catalog ${body}`,
    [],
  ],
  ['an aggregate', 'create aggregate f(int) (sfunc = int4pl, stype = int)', []],
  ['internal', `create function f(int, int) returns int language internal as 'int4pl'`, []],
])('functions: %s', async (_name, sql, rules) => {
  const usable = await checkInSchema(shared, sql, { policy: policyWith('strict') });
  expect(usable.findings.filter(({ rule }) => rule === 'definer-for-everyone')).toEqual([]);
  await shared.query(`grant usage on schema ${usable.schema} to public`);
  const result = await check(shared, '', { schemas: [usable.schema], policy: policyWith('strict') });
  const found = result.findings.map(({ rule }) => rule).filter((rule) => rule !== 'not-visible');
  expect(found.toSorted()).toEqual([...rules].toSorted());
  for (const { rule, fix = '' } of result.findings)
    if (rules.includes(rule)) await shared.query(fix.replace('"role"', role));
  const after = await check(shared, '', { schemas: [usable.schema], policy: policyWith('strict') });
  expect(after.findings.map(({ rule }) => rule)).toEqual(['not-visible']);
});

test('a procedure and a hostile name are mended by their fixes too', async () => {
  const sql = `create procedure "p; drop -- "("a b" int, out c int) security definer language plpgsql as 'begin end'`;
  const result = await checkInSchema(shared, sql);
  await shared.query(first('definer-search-path', result).fix ?? '');
  expect(of('definer-search-path', await check(shared, '', { schemas: [result.schema] }))).toEqual([]);
});

test('by default only SECURITY DEFINER is told', async () => {
  const result = await checkInSchema(
    shared,
    `create function f() returns int ${body}; create table t (id int primary key)`,
  );
  expect(result.findings).toEqual([]);
});

test('grants to PUBLIC: reading is a notice, writing a warning; a role’s own and a partition’s are not told', async () => {
  const sql = `create table read_only (id int primary key); grant select on read_only to public;
    create table written (id int primary key); grant select, insert, delete on written to public;
    create table owned (id int primary key); grant all on owned to ${role};
    create view v as select 1 as one; grant select on v to public;
    create table parts (id int primary key) partition by range (id);
    create table part_1 partition of parts for values from (1) to (2); grant select on part_1 to public`;
  const result = await checkInSchema(shared, sql);
  expect(of('table-granted-to-public', result)).toEqual(['warning written', 'notice read_only', 'notice v']);
  for (const { fix = '' } of result.findings) await shared.query(fix);
  expect((await check(shared, '', { schemas: [result.schema] })).findings).toEqual([]);
});

test('CREATE for PUBLIC on a schema', async () => {
  const result = await checkInSchema(shared, 'create table t (id int primary key)');
  expect(of('schema-open-to-public', result)).toEqual([]);
  await shared.query(`grant create on schema ${result.schema} to public`);
  const opened = await check(shared, '', { schemas: [result.schema] });
  expect(of('schema-open-to-public', opened)).toEqual([`warning ${result.schema}`]);
  await shared.query(first('schema-open-to-public', opened).fix ?? '');
  expect((await check(shared, '', { schemas: [result.schema] })).findings).toEqual([]);
});

test('an extension in public: only where an API exposes it', async () => {
  await using database = await createTestDatabase();
  const sql =
    'create extension pg_trgm; create schema apart; create extension citext schema apart; create table t (id int primary key)';
  expect(of('extension-in-public', await check(database, sql))).toEqual([]);
  const supabase = { policy: policyWith('supabase') };
  const result = await check(database, '', supabase);
  expect(of('extension-in-public', result)).toEqual(['warning pg_trgm']);
  await database.query(first('extension-in-public', result).fix ?? '');
  expect(of('extension-in-public', await check(database, '', supabase))).toEqual([]);
});
