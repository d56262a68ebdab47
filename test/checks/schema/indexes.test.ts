import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, first, of } from './support.ts';

const foreignKey = 'foreign-key-without-index';

let shared: TestDatabase;
let schemas = 0;
beforeAll(async () => {
  shared = await createTestDatabase();
});
afterAll(() => shared[Symbol.asyncDispose]());

/** In a schema of its own, which is quicker to make than a database. */
function checkInSchema(sql: string) {
  schemas += 1;
  const schema = `s${schemas}`;
  const request = { schemas: [schema] };
  return check(shared, `create schema ${schema}; set search_path = ${schema}; ${sql}`, request);
}

/** The subjects without their schema. */
function namesOf(rule: string, result: Awaited<ReturnType<typeof check>>): readonly string[] {
  return of(rule, result).map((text) => text.replace(/ s\d+\./, ' '));
}

test('a foreign key without an index is found, and its fix mends it', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table users (id int primary key);
     create table accounts (id int primary key, user_id int references users)`,
  );
  expect(of(foreignKey, result)).toEqual(['warning public.accounts · accounts_user_id_fkey']);
  const finding = first(foreignKey, result);
  expect(finding.fix).toBe('CREATE INDEX CONCURRENTLY ON "public"."accounts" ("user_id");');
  expect(finding.evidence).toContain('FOREIGN KEY (user_id) REFERENCES public.users(id)');
  expect(of(foreignKey, await check(database, finding.fix ?? ''))).toEqual([]);
});

test.each([
  ['leading column of a composite index', 'create index on child (a, note)', true],
  ['composite index led by another column', 'create index on child (note, a)', false],
  ['unique index', 'create unique index on child (a)', true],
  ['hash index', 'create index on child using hash (a)', true],
  ['BRIN index', 'create index on child using brin (a)', false],
  ['partial index', "create index on child (a) where note = 'x'", false],
  ['partial index on IS NOT NULL of the column', 'create index on child (a) where a is not null', true],
  [
    'partial index on IS NOT NULL of another column',
    'create index on child (a) where note is not null',
    false,
  ],
  ['expression index', 'create index on child ((a + 0))', false],
  ['INCLUDE only', 'create index on child (note) include (a)', false],
  ['another collation', 'create index on child (a collate "C")', false],
])('foreign key: %s', async (_name, index, enough) => {
  const collated = index.includes('collate');
  const type = collated ? 'text' : 'int';
  const result = await checkInSchema(
    `create table parent (id ${type} primary key);
     create table child (id int primary key, a ${type} references parent, note text);
     ${index}`,
  );
  expect(of(foreignKey, result).length === 0).toBe(enough);
});

test('foreign key of two columns: either order of the leading columns serves, one alone does not', async () => {
  await using database = await createTestDatabase();
  const tables = `create table parent (x int, y int, primary key (x, y));
    create table child (id int primary key, a int, b int, c int, foreign key (a, b) references parent);
    create index child_a on child (a); create index child_acb on child (a, c, b);`;
  expect(of(foreignKey, await check(database, tables))).toHaveLength(1);
  const both = 'create index on child (b, a, c) where (b is not null and a is not null)';
  expect(of(foreignKey, await check(database, both))).toEqual([]);
});

test('foreign key of a partitioned table: told once, without CONCURRENTLY, and an invalid index does not count', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table parent (id int primary key);
     create table child (id int, a int references parent, primary key (id)) partition by range (id);
     create table child_1 partition of child for values from (0) to (10);
     create table child_2 partition of child for values from (10) to (20);
     create index on only child (a)`,
  );
  expect(of(foreignKey, result)).toHaveLength(1);
  expect(first(foreignKey, result).fix).toBe('CREATE INDEX ON "public"."child" ("a");');
});

test('indexes of partitions: the parent’s are spoken of once, a foreign key of one partition is served by them', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table parent (id int primary key);
     create table child (id int, a int, b int, primary key (id)) partition by range (id);
     create table child_1 partition of child for values from (0) to (10);
     alter table child_1 add foreign key (a) references parent, add foreign key (b) references parent;
     create index child_a on child (a); create index child_a_too on child (a);
     create index local on child_1 (a)`,
  );
  expect(of(foreignKey, result)).toEqual(['warning public.child_1 · child_1_b_fkey']);
  expect(of('duplicate-index', result)).toEqual([
    'warning public.child · child_a_too',
    'warning public.child_1 · local',
  ]);
});

test('invalid index: what a failed CREATE INDEX CONCURRENTLY leaves, with the migration that counts on it', async () => {
  await using database = await createTestDatabase();
  await database.query('create table t (id int primary key, a int); insert into t values (1, 7), (2, 7)');
  await expect(database.query('create unique index concurrently t_a_key on t (a)')).rejects.toThrow();
  const request = { expectIndexes: [{ name: 't_a_key', table: 't' }] };
  const result = await check(database, '', request);
  expect(of('invalid-index', result)).toEqual(['error public.t · t_a_key']);
  expect(of('missing-index', result)).toEqual([]);
  const finding = first('invalid-index', result);
  expect(finding.message).toContain('A migration makes it');
  expect(finding.fix).toContain('REINDEX INDEX CONCURRENTLY "public"."t_a_key";');
  expect(finding.fix).toContain('duplicate rows');
  await database.query('delete from t where id = 2');
  await database.query(finding.fix ?? '');
  expect(of('invalid-index', await check(database, '', request))).toEqual([]);
});

test('an index that is being built right now is a notice, to a role without privileges too', async () => {
  await using database = await createTestDatabase();
  const role = `limited_${database.name}`;
  await database.query(
    `create table t (id int primary key); create table other (id int primary key, a int);
     create index broken on other (a);
     update pg_index set indisvalid = false where indexrelid = 'broken'::regclass;
     create role ${role} login password 'limited'`,
  );
  const { default: pg } = await import('pg');
  const writer = new pg.Client({ connectionString: database.uri });
  await writer.connect();
  await writer.query('begin; insert into t values (1)');
  const building = database.query('create index concurrently t_new on t (id)');
  const isThere = () =>
    database.query("select from pg_index i join pg_class c on c.oid = indexrelid where relname = 't_new'");
  while ((await isThere()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const parts = parseConnectionUri(database.uri);
  const asRole = formatConnectionUri({ ...parts, user: role, password: 'limited' });
  const seen = [await check(database, ''), await check(database, '', { directUri: asRole })];
  await writer.query('rollback');
  await writer.end();
  await building;
  await database.query(`drop role ${role}`);
  for (const result of seen)
    expect(of('invalid-index', result)).toEqual(['error public.other · broken', 'notice public.t · t_new']);
});

test('invalid index: the rest of a REINDEX CONCURRENTLY is dropped, a partitioned one is completed', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table t (id int primary key, a int);
     create index t_a_idx_ccnew on t (a);
     update pg_index set indisvalid = false where indexrelid = 't_a_idx_ccnew'::regclass;
     create table p (id int primary key) partition by range (id);
     create table p1 partition of p for values from (0) to (9);
     create index p_id on only p (id)`,
  );
  expect(of('invalid-index', result)).toEqual(['error public.p · p_id', 'error public.t · t_a_idx_ccnew']);
  const fixes = result.findings.filter(({ rule }) => rule === 'invalid-index').map(({ fix }) => fix);
  expect(fixes[0]).toContain('ATTACH PARTITION');
  expect(fixes[1]).toBe('DROP INDEX CONCURRENTLY "public"."t_a_idx_ccnew";');
});

test.each([
  ['the same twice', 'create index t_1 on t (a); create index t_2 on t (a)', ['t_2']],
  ['plain beside unique', 'create unique index t_2 on t (a); create index t_1 on t (a)', ['t_1']],
  ['plain beside the primary key', 'create index t_1 on t (id)', ['t_1']],
  ['unique beside the primary key', 'create unique index t_1 on t (id)', ['t_1']],
  [
    'unique index beside a unique constraint',
    'alter table t add constraint k unique (a); create unique index t_1 on t (a)',
    ['t_1'],
  ],
  ['expression', 'create index t_1 on t (lower(b)); create index t_2 on t (lower(b))', ['t_2']],
  ['partial', 'create index t_1 on t (a) where a > 1; create index t_2 on t (a) where a > 1', ['t_2']],
  ['other predicate', 'create index t_1 on t (a) where a > 1; create index t_2 on t (a) where a > 2', []],
  ['partial beside whole', 'create index t_1 on t (a) where a > 1; create index t_2 on t (a)', []],
  ['other operator class', 'create index t_1 on t (b); create index t_2 on t (b text_pattern_ops)', []],
  ['other collation', 'create index t_1 on t (b); create index t_2 on t (b collate "POSIX")', []],
  ['other method', 'create index t_1 on t (a); create index t_2 on t using hash (a)', []],
  ['other order of columns', 'create index t_1 on t (a, b); create index t_2 on t (b, a)', []],
  ['descending second column', 'create index t_1 on t (a, b); create index t_2 on t (a, b desc)', []],
  [
    'other INCLUDE',
    'create unique index t_1 on t (a) include (b); create unique index t_2 on t (a) include (c)',
    [],
  ],
  [
    'NULLS NOT DISTINCT',
    'create unique index t_1 on t (a); create unique index t_2 on t (a) nulls not distinct',
    [],
  ],
  [
    'unique, other predicate',
    'create unique index t_1 on t (a); create unique index t_2 on t (a) where a > 1',
    [],
  ],
])('duplicate index: %s', async (_name, sql, expected) => {
  const result = await checkInSchema(`create table t (id int primary key, a int, b text, c int); ${sql}`);
  expect(namesOf('duplicate-index', result)).toEqual(expected.map((name) => `warning t · ${name}`));
});

test('duplicate index: what a foreign key points at is kept', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table t (id int primary key, a int not null);
     create unique index t_1 on t (a);
     create table u (id int primary key, a int unique references t (a));
     create unique index t_0 on t (a)`,
  );
  expect(of('duplicate-index', result)).toEqual(['warning public.t · t_0']);
  await database.query(first('duplicate-index', result).fix ?? '');
  expect(of('duplicate-index', await check(database, ''))).toEqual([]);
});

test('duplicate index: two that foreign keys point at both stay', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table t (id int not null unique); alter table t add primary key (id);
     create table u (id int primary key references t, other int unique references t (id))`,
  );
  const used = await database.query("select distinct conindid from pg_constraint where contype = 'f'");
  expect(used).toHaveLength(2);
  expect(of('duplicate-index', result)).toEqual([]);
});

test('duplicate index: two constraints, dropped as a constraint', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    'create table t (id int primary key); alter table t add constraint again unique (id)',
  );
  expect(first('duplicate-index', result).fix).toBe('ALTER TABLE "public"."t" DROP CONSTRAINT "again";');
});

test.each([
  ['prefix', 'create index t_1 on t (a); create index t_2 on t (a, b)', ['t_1']],
  ['prefix of a unique one', 'create index t_1 on t (a); create unique index t_2 on t (a, b)', ['t_1']],
  ['less INCLUDE', 'create index t_1 on t (a); create index t_2 on t (a) include (b)', ['t_1']],
  ['included in the keys', 'create index t_1 on t (a) include (b); create index t_2 on t (a, b)', ['t_1']],
  ['included elsewhere not', 'create index t_1 on t (a) include (c); create index t_2 on t (a, b)', []],
  [
    'same predicate',
    'create index t_1 on t (a) where c > 1; create index t_2 on t (a, b) where c > 1',
    ['t_1'],
  ],
  ['unique prefix', 'create unique index t_1 on t (a); create index t_2 on t (a, b)', []],
  ['partial wide one', 'create index t_1 on t (a); create index t_2 on t (a, b) where c > 1', []],
  ['partial prefix', 'create index t_1 on t (a) where c > 1; create index t_2 on t (a, b)', []],
  ['descending prefix', 'create index t_1 on t (a desc); create index t_2 on t (a, b)', []],
  ['operator class', 'create index t_1 on t (b text_pattern_ops); create index t_2 on t (b, a)', []],
  ['not the beginning', 'create index t_1 on t (b); create index t_2 on t (a, b)', []],
  ['GIN', "create index t_1 on t using gin (to_tsvector('simple', b)); create index t_2 on t (b)", []],
])('redundant index: %s', async (_name, sql, expected) => {
  const result = await checkInSchema(`create table t (id int primary key, a int, b text, c int); ${sql}`);
  expect(namesOf('redundant-index', result)).toEqual(expected.map((name) => `notice t · ${name}`));
});

test('an expected index: there, missing, on another table', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    'create table t (id int primary key, a int); create table u (id int primary key, a int); create index i on u (a); create index "J" on t (a)',
    {
      expectIndexes: [
        { name: 'J', table: 'public.t' },
        { name: 'i', table: 't', sql: 'CREATE INDEX "i" ON "t"("a");' },
        { name: 'gone', table: 't' },
      ],
    },
  );
  expect(of('missing-index', result)).toEqual(['error public.t · gone', 'error public.t · i']);
  const [gone, moved] = result.findings.filter(({ rule }) => rule === 'missing-index');
  expect(gone?.evidence).toBe('Indexes of the table: J, t_pkey.');
  expect(moved?.evidence).toContain('ON public.u');
  expect(moved?.fix).toBe('CREATE INDEX "i" ON "t"("a");');
});
