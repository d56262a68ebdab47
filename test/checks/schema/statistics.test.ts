import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkSchema } from '../../../src/checks/check-schema.ts';
import { schemaSection } from '../../../src/checks/schema-section.ts';
import { createTestDatabase, queryOnce, type TestDatabase } from '../../support/database.ts';
import { context, first, of, policy, policyWith } from './support.ts';

const statisticRules = ['autovacuum-behind', 'table-bloat', 'unused-index'];

let production: TestDatabase;
beforeAll(async () => {
  production = await createTestDatabase();
});
afterAll(() => production[Symbol.asyncDispose]());

/** As if production had counted for long: no server of a test is a month old. */
const longEnough = policyWith('recommended', {
  'unused-index': { options: { days: 0, 'minimum-megabytes': 0 } },
  'autovacuum-behind': { options: { hours: 0, 'minimum-rows': 1000 } },
  'table-bloat': { options: { 'minimum-megabytes': 1 } },
});

function ask(database: TestDatabase, request: Partial<Parameters<typeof checkSchema>[0]> = {}) {
  return checkSchema(
    {
      directUri: database.uri,
      productionUri: database.uri,
      expectTables: [],
      policy: longEnough,
      ...request,
    },
    context,
  );
}

test('without production nothing is said, and one folded line says why', async () => {
  await production.query('create table if not exists t (id int primary key)');
  const result = await checkSchema({ directUri: production.uri, expectTables: [], policy }, context);
  expect(result.skipped).toEqual(
    ['unused-index', 'autovacuum-behind', 'table-bloat'].map((rule) => ({
      rule,
      reason: 'needs statistics of production (`production-url`)',
    })),
  );
  const details = schemaSection(result).blocks.filter(({ kind }) => kind === 'details');
  expect(details).toEqual([
    {
      kind: 'details',
      title: '3 rules could not look at everything',
      blocks: [
        {
          kind: 'list',
          items: [
            'unused-index, autovacuum-behind, table-bloat: needs statistics of production (`production-url`)',
          ],
        },
      ],
    },
  ]);
  const off = await checkSchema(
    { directUri: production.uri, expectTables: [], policy: policyWith('off') },
    context,
  );
  expect(off.skipped).toEqual([]);
});

test('a production that counts since minutes only is too young, and one that does not answer fails nothing', async () => {
  const young = await ask(production, { policy });
  expect(young.findings.filter(({ rule }) => statisticRules.includes(rule))).toEqual([]);
  expect(young.skipped.map(({ rule }) => rule)).toContain('unused-index');
  expect(young.skipped[0]?.reason).toMatch(
    /^production has counted for \d+ (minutes|hours) only, and 30 days are needed$/,
  );

  const wrong = new URL(production.uri);
  wrong.password = 'not-this-one';
  const silent = await ask(production, { productionUri: wrong.toString() });
  expect(silent.skipped.map(({ rule }) => rule).toSorted()).toEqual(statisticRules);
  expect(silent.skipped[0]?.reason).toContain('production’s statistics could not be read');
  expect(JSON.stringify(silent)).not.toContain('not-this-one');
});

test('unused indexes: only those that nothing but speed hangs on', async () => {
  await using database = await createTestDatabase();
  await database.query(`create table parent (id int primary key);
    create table t (id int primary key, a int, b int unique, c int, p int references parent, q int references parent, d int not null, s text);
    create index used on t (a); create index unused on t (c); create unique index unique_one on t (c, a);
    create index of_key on t (p); create index of_key_too on t (q); create index of_key_again on t (q, a);
    create unique index identity on t (d); alter table t replica identity using index identity;
    create table parts (id int, at int, primary key (id, at)) partition by range (at);
    create table part_1 partition of parts for values from (0) to (100000);
    create table part_2 partition of parts for values from (100000) to (200000);
    create index parts_used on parts (at); create index parts_unused on parts (id);
    insert into parts select n, n from generate_series(1, 20000) n;
    insert into t select n, n, n, n, null, null, n, n from generate_series(1, 20000) n`);
  await database.query('vacuum analyze');
  await queryOnce(
    database.uri,
    'set enable_seqscan = off; select * from t where a = 5; select pg_stat_force_next_flush()',
  );
  await queryOnce(
    database.uri,
    'set enable_seqscan = off; set enable_bitmapscan = off; select count(*) from parts where at = 7; select pg_stat_force_next_flush()',
  );
  const month = policyWith('recommended', {
    'unused-index': { options: { days: 0, 'minimum-megabytes': 0 } },
  });
  // A search a moment ago is no old one: only what was never searched counts here.
  const [{ version } = {}] = await database.query(
    "select current_setting('server_version_num')::int as version",
  );
  const result = await ask(database, { policy: month });
  const recent =
    Number(version) >= 160_000 ? ['notice public.parts · parts_used', 'notice public.t · used'] : [];
  expect(of('unused-index', result)).toEqual(
    [
      'notice public.parts · parts_unused',
      'notice public.t · of_key_again',
      'notice public.t · of_key_too',
      'notice public.t · unused',
      ...recent,
    ].toSorted(),
  );
  const finding = first('unused-index', result);
  expect(finding.evidence).toMatch(/not searched once in the \d+ (minutes|hours) that are counted/);
});

test('small indexes and those of the branch alone are left out', async () => {
  await using database = await createTestDatabase();
  await database.query('create table t (id int primary key, a int); create index small on t (a)');
  const options = { 'unused-index': { options: { days: 0 } } };
  expect(of('unused-index', await ask(database, { policy: policyWith('recommended', options) }))).toEqual([]);
  await using branch = await createTestDatabase();
  await branch.query('create table t (id int primary key, a int); create index brand_new on t (a)');
  const result = await ask(branch, { productionUri: database.uri });
  expect(of('unused-index', result)).toEqual([]);
});

test('dead rows that nobody clears away, where autovacuum is off', async () => {
  await using database = await createTestDatabase();
  await database.query(`create table busy (id int primary key, n int) with (autovacuum_enabled = off);
    create table calm (id int primary key, n int) with (autovacuum_enabled = off);
    insert into busy select n, n from generate_series(1, 20000) n; insert into calm select n, n from generate_series(1, 20000) n`);
  await database.query('vacuum analyze');
  await database.query(
    'update busy set n = 0; update calm set n = 0 where id < 100; select pg_stat_force_next_flush()',
  );
  const result = await ask(database);
  expect(of('autovacuum-behind', result)).toEqual(['warning public.busy']);
  const finding = first('autovacuum-behind', result);
  expect(finding.message).toBe('20,000 rows of it are dead, and no vacuum clears them away.');
  expect(finding.evidence).toMatch(
    /Autovacuum starts at 4,050 dead rows; the last vacuum was 0 minutes ago; autovacuum is off for it/,
  );
  expect(of('autovacuum-behind', await ask(database, { policy }))).toEqual([]);
  for (const statement of finding.fix?.split('\n') ?? []) await database.query(statement);
  expect(of('autovacuum-behind', await ask(database))).toEqual([]);
});

test('bloat: the estimate against tables that are full, and emptied ones', async () => {
  await using database = await createTestDatabase();
  const filled = (name: string, columns: string, values: string) =>
    `create table ${name} (${columns}) with (autovacuum_enabled = off); insert into ${name} select ${values} from generate_series(1, 30000) n;`;
  await database.query(
    [
      filled('narrow', 'id int primary key', 'n'),
      filled('mixed', 'a int, b bigint, c text, d boolean, e timestamptz', "n, n, 'row ' || n, true, now()"),
      filled('nulls', 'id int, a text, b text, c bigint', 'n, null, null, null'),
      filled('wide', 'id int, body text', 'n, repeat(md5(n::text), 20)'),
      filled(
        'toasted',
        'id int, body text',
        "n, (select string_agg(md5((n * i)::text), '') from generate_series(1, 100) i where n < 300)",
      ),
      `create table loose (id int, t text) with (fillfactor = 30, autovacuum_enabled = off); insert into loose select n, 'x' from generate_series(1, 60000) n;`,
      filled('emptied', 'id int, body text', 'n, repeat(md5(n::text), 5)'),
      filled('unknown', 'id int, body text', 'n, md5(n::text)'),
    ].join('\n'),
  );
  await database.query('delete from emptied where id % 10 <> 0');
  for (const name of ['narrow', 'mixed', 'nulls', 'wide', 'toasted', 'loose', 'emptied'])
    await database.query(`vacuum analyze ${name}`);
  const bloat = policyWith('strict', { 'table-bloat': { options: { 'minimum-megabytes': 1 } } });
  const result = await ask(database, { policy: bloat });
  expect(of('table-bloat', result)).toEqual(['warning public.emptied']);
  expect(first('table-bloat', result).message).toMatch(/^About (8\d|90) % of this table hold no row\.$/);
  expect(result.skipped).toContainEqual({
    rule: 'table-bloat',
    reason: '1 of 8 tables were never analysed, or the role may not read them',
  });
  const tight = policyWith('strict', {
    'table-bloat': { options: { 'minimum-megabytes': 0.01, percent: 30 } },
  });
  expect(of('table-bloat', await ask(database, { policy: tight }))).toEqual(['warning public.emptied']);
});

test('another database of the server is no production, and a role that may read nothing is told so', async () => {
  await using branch = await createTestDatabase();
  await branch.query('create table only_here (id int primary key)');
  const elsewhere = await ask(branch, { productionUri: production.uri });
  expect(new Set(elsewhere.skipped.map(({ reason }) => reason))).toEqual(
    new Set(['none of the tables is in the database that `production-url` leads to']),
  );

  await branch.query('insert into only_here select generate_series(1, 1000)');
  await branch.query('analyze only_here');
  const role = `reader_${process.pid}`;
  await branch.query(`create role ${role} login password 'r'`);
  try {
    const uri = new URL(branch.uri);
    uri.username = role;
    uri.password = 'r';
    const limited = await ask(branch, { productionUri: uri.toString() });
    expect(limited.skipped).toEqual([
      { rule: 'table-bloat', reason: '1 of 1 tables were never analysed, or the role may not read them' },
    ]);
  } finally {
    await branch.query(`drop role ${role}`);
  }
});

test('where every rule about production is off, nobody connects to it', async () => {
  const off = policyWith('off');
  const result = await ask(production, {
    policy: off,
    productionUri: 'postgresql://nobody@127.0.0.1:1/none',
  });
  expect(result.skipped).toEqual([]);
});
