import { expect, test } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';
import { check, first, of } from './support.ts';

const rule = 'published-without-identity';

test('a published table that cannot be updated: as the server itself refuses', async () => {
  await using database = await createTestDatabase();
  const sql = `create table bare (id int); insert into bare values (1);
    create table keyed (id int primary key); insert into keyed values (1);
    create table deferred (id int primary key deferrable); insert into deferred values (1);
    create table by_index (id int not null); create unique index by_index_id on by_index (id);
    alter table by_index replica identity using index by_index_id; insert into by_index values (1);
    create table whole (id int); alter table whole replica identity full; insert into whole values (1);
    create table nothing (id int primary key); alter table nothing replica identity nothing; insert into nothing values (1);
    create unlogged table cache (id int); insert into cache values (1);
    create table unpublished (id int); insert into unpublished values (1);
    create table parts (id int) partition by range (id);
    create table part_1 partition of parts for values from (0) to (10); insert into parts values (1);
    create schema app; create table app.inner_one (id int); insert into app.inner_one values (1);
    create publication changes for table bare, keyed, deferred, by_index, whole, nothing, parts;
    create publication of_schema for tables in schema app;
    create publication inserts for table unpublished with (publish = 'insert')`;
  const found = of(rule, await check(database, sql));
  const refused: string[] = [];
  const tables = [
    'bare',
    'keyed',
    'deferred',
    'by_index',
    'whole',
    'nothing',
    'cache',
    'unpublished',
    'parts',
  ];
  for (const table of [...tables.map((name) => `public.${name}`), 'app.inner_one'])
    await database.query(`update ${table} set id = 2`).catch(() => refused.push(`error ${table}`));
  expect(found).toEqual(refused.toSorted());
  expect(found).toEqual(
    ['app.inner_one', 'public.bare', 'public.deferred', 'public.nothing', 'public.parts'].map(
      (name) => `error ${name}`,
    ),
  );

  const result = await check(database, '');
  for (const finding of result.findings.filter((candidate) => candidate.rule === rule))
    await database.query(finding.fix ?? '');
  await database.query('update bare set id = 3; update parts set id = 3; update app.inner_one set id = 3');
  expect(of(rule, await check(database, ''))).toEqual([]);
});

test('FOR ALL TABLES reaches every logged table, and none is told without a publication', async () => {
  await using database = await createTestDatabase();
  const before = await check(database, 'create table bare (id int); create unlogged table cache (id int)');
  expect(of(rule, before)).toEqual([]);
  const after = await check(database, 'create publication everything for all tables');
  expect(of(rule, after)).toEqual(['error public.bare']);
  expect(first(rule, after).evidence).toContain('Publication everything');
});

test('an unlogged table is a notice', async () => {
  await using database = await createTestDatabase();
  const result = await check(database, 'create unlogged table cache (id int primary key)');
  expect(of('unlogged-table', result)).toEqual(['notice public.cache']);
  await database.query(first('unlogged-table', result).fix ?? '');
  expect((await check(database, '')).findings).toEqual([]);
});
