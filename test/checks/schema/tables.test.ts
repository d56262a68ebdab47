import { expect, test } from 'vitest';
import { checkSchema, schemaRules } from '../../../src/checks/check-schema.ts';
import { schemaSection } from '../../../src/checks/schema-section.ts';
import { ExternalError } from '../../../src/errors.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, queryOnce, serverUri } from '../../support/database.ts';
import { check, context, first, of, policy } from './support.ts';

test('expected tables: case, schema and kind must be right, and what is near is named', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create schema app; create table app.jobs (id int primary key);
     create table "Users" (id int primary key); create view drafts as select 1 as x;
     create table parts (id int primary key) partition by range (id)`,
    { expectTables: ['users', 'Users', 'jobs', 'app.jobs', 'drafts', 'parts', '"a.b"."c d"'] },
  );
  expect(of('missing-table', result)).toEqual([
    'error "a.b"."c d"',
    'error public.drafts',
    'error public.jobs',
    'error public.users',
  ]);
  const evidence = result.findings.filter(({ rule }) => rule === 'missing-table').map((f) => f.evidence);
  expect(evidence).toEqual([
    'No table or view of this name is in the schemas that were checked.',
    'Near it: public.drafts (a view).',
    'Near it: app.jobs.',
    'Near it: public.Users.',
  ]);
});

test('a name alone is of the schema that the URI names', async () => {
  await using database = await createTestDatabase();
  await database.query('create schema app; create table app.jobs (id int primary key)');
  const directUri = `${database.uri}?schema=app`;
  const result = await checkSchema({ directUri, expectTables: ['jobs'], policy }, context);
  expect(of('missing-table', result)).toEqual([]);
});

test('tables without a primary key, and what is not reported', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table sessions (token text not null unique, expires timestamptz);
     create table tokens (token text not null); create unique index tokens_token on tokens (token);
     create table loose (a int); alter table loose replica identity full;
     create table half (a int); create unique index on half (a);
     create table partly (a int not null); create unique index on partly (a) where a > 0;
     create unlogged table scratch (a int);
     create table events (id int not null) partition by range (id);
     create table events_1 partition of events for values from (0) to (9);
     create table keyed (id int primary key);
     create table _prisma_migrations (id text);
     create materialized view m as select 1 as x; create view v as select 1 as x`,
  );
  expect(of('table-without-primary-key', result)).toEqual(
    ['events', 'half', 'loose', 'partly', 'sessions', 'tokens'].map((name) => `warning public.${name}`),
  );
  const [events, half, loose, partly, sessions, tokens] = result.findings.filter(
    (f) => f.rule === 'table-without-primary-key',
  );
  expect(loose?.evidence).toContain('REPLICA IDENTITY FULL');
  expect(events?.evidence).toContain('UPDATE and DELETE fail once the table is published');
  expect(half?.fix).toContain('ADD COLUMN "id" bigint');
  expect(tokens?.fix).toContain(
    'ALTER TABLE "public"."tokens" ADD CONSTRAINT "tokens_pkey" PRIMARY KEY USING INDEX "tokens_token";',
  );
  expect(partly?.fix).toContain('ADD COLUMN "id" bigint');
  for (const finding of [loose, half, partly, sessions, tokens]) await database.query(finding?.fix ?? '');
  expect(of('table-without-primary-key', await check(database, ''))).toEqual(['warning public.events']);
});

test('unvalidated constraints: foreign key, check and domain; the fix validates', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table p (id int primary key);
     create table t (id int primary key, a int);
     create index on t (a);
     alter table t add constraint fk foreign key (a) references p not valid;
     alter table t add constraint positive check (a > 0) not valid, add check (a < 10);
     create domain email as text; alter domain email add constraint at check (value like '%@%') not valid`,
  );
  expect(of('unvalidated-constraint', result)).toEqual([
    'warning public.email · at',
    'warning public.t · fk',
    'warning public.t · positive',
  ]);
  for (const { fix } of result.findings) await database.query(fix ?? '');
  expect((await check(database, '')).findings).toEqual([]);
});

test('sequences: three quarters of the column or of the sequence, in either direction', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table near (id serial primary key);
     select setval('near_id_seq', 1700000000);
     create table full_up (id int primary key generated always as identity);
     select setval('full_up_id_seq', 2147483647);
     create table wide (id bigserial primary key);
     select setval('wide_id_seq', 1700000000);
     create table mixed (id int primary key);
     create sequence mixed_seq owned by mixed.id; select setval('mixed_seq', 1700000000);
     create sequence down increment -1 minvalue -100 maxvalue -1; select setval('down', -80);
     create sequence round maxvalue 10 cycle; select setval('round', 10);
     create sequence capped maxvalue 100; select setval('capped', 80);
     create sequence low maxvalue 100; select setval('low', 75);
     create sequence unused maxvalue 2`,
  );
  expect(of('sequence-near-end', result)).toEqual([
    'error public.full_up_id_seq',
    'warning public.capped',
    'warning public.down',
    'warning public.mixed_seq',
    'warning public.near_id_seq',
  ]);
  expect(first('sequence-near-end', result).message).toContain('100 %');
  for (const { fix, subject } of result.findings)
    if (subject !== 'public.down') await database.query(fix ?? '');
  expect(of('sequence-near-end', await check(database, ''))).toEqual(['warning public.down']);
});

test('extensions: expected and missing, unknown to the server, out of date', async () => {
  await using database = await createTestDatabase();
  const result = await check(database, "create extension pg_stat_statements version '1.9'", {
    expectExtensions: ['pg_trgm', 'pg_stat_statements', 'no_such'],
  });
  expect(of('missing-extension', result)).toEqual(['error no_such', 'error pg_trgm']);
  expect(first('missing-extension', result).evidence).toContain('does not offer it');
  expect(of('outdated-extension', result)).toEqual(['notice pg_stat_statements']);
  expect(first('outdated-extension', result).fix).toBe('ALTER EXTENSION "pg_stat_statements" UPDATE;');
  await database.query('create extension pg_trgm; alter extension pg_stat_statements update');
  const mended = await check(database, '', { expectExtensions: ['pg_trgm', 'pg_stat_statements'] });
  expect([...of('missing-extension', mended), ...of('outdated-extension', mended)]).toEqual([]);
});

const migrations = `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
  finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count int not null default 0)`;

test('failed migrations: neither finished nor rolled back', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `${migrations};
     insert into _prisma_migrations (id, checksum, migration_name, logs, finished_at, rolled_back_at) values
       ('1', '', '1_done', null, now(), null), ('2', '', '2_undone', 'x', null, now()),
       ('3', '', '3_it''s', 'ERROR: relation "x" does not exist', null, null)`,
  );
  expect(of('failed-migration', result)).toEqual(["error public · 3_it's"]);
  expect(first('failed-migration', result).evidence).toContain('relation "x" does not exist');
  expect(first('failed-migration', result).fix).toContain("--applied '3_it'\\''s'");
});

test('where Prisma is in use, a fix that changes what its schema says tells so, and is still SQL', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `${migrations}; create table a (id int not null unique); create table b (id int primary key, a int references a (id));
     create index on b (id)`,
  );
  const fixes = result.findings.map(({ rule, fix }) => [rule, fix?.split('\n').at(-1)]);
  expect(fixes).toEqual([
    ['duplicate-index', '-- As a migration, and without it in the Prisma schema: else it is drift.'],
    [
      'foreign-key-without-index',
      '-- As a migration, and with @@index in the Prisma schema: else it is drift.',
    ],
    [
      'table-without-primary-key',
      '-- As a migration, and with @id or @@id in the Prisma schema: else it is drift.',
    ],
  ]);
  for (const { fix } of result.findings) await database.query(fix ?? '');
  expect((await check(database, '')).findings).toEqual([]);
});

test('a migration that may still be running is a warning', async () => {
  await using database = await createTestDatabase();
  await database.query(
    `${migrations}; insert into _prisma_migrations (id, checksum, migration_name) values ('1', '', 'now')`,
  );
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: database.uri });
  await client.connect();
  await client.query('select pg_advisory_lock(72707369)');
  const result = await check(database, '');
  await client.end();
  expect(of('failed-migration', result)).toEqual(['warning public · now']);
});

test('a table named _prisma_migrations that is not Prisma’s is said to be unreadable', async () => {
  await using database = await createTestDatabase();
  const result = await check(database, 'create table _prisma_migrations (x int)');
  expect(of('not-visible', result)).toEqual(['notice public._prisma_migrations', 'notice tables']);
});

test('drift: each step classified, the SQL as evidence, a failed comparison said to be one', async () => {
  await using database = await createTestDatabase();
  const sql =
    '-- CreateTable\nCREATE TABLE "a" ();\n\n-- AlterTable\nALTER TABLE "b" ADD COLUMN "c" INT;\n\n-- DropIndex\nDROP INDEX "d";\n';
  const drifted = await check(database, 'create table t (id int primary key)', {
    drift: async () => ({ sql, empty: false }),
  });
  expect(of('schema-drift', drifted)).toEqual(['error Prisma schema']);
  expect(first('schema-drift', drifted).evidence).toBe(sql.trim());
  expect(first('schema-drift', drifted).message).toBe(
    'The database differs from the Prisma schema: 1 missing in the database (1 × CreateTable); 1 only in the database (1 × DropIndex); 1 different (1 × AlterTable).',
  );
  const clean = await check(database, '', {
    drift: async () => ({ sql: '-- This is an empty migration.', empty: true }),
  });
  expect(of('schema-drift', clean)).toEqual([]);
  const failed = await check(database, '', {
    drift: () => Promise.reject(new ExternalError('Prisma', 'the engine stopped')),
  });
  expect(first('schema-drift', failed).evidence).toBe('the engine stopped');
  const long = await check(database, '', {
    drift: async () => ({ sql: `${sql}\n`.repeat(500), empty: false }),
  });
  expect(first('schema-drift', long).evidence).toMatch(/^-- CreateTable.*-- … and \d+ more lines$/s);
  expect(first('schema-drift', long).evidence?.length).toBeLessThan(9000);
  const bug = check(database, '', { drift: () => Promise.reject(new TypeError('ours')) });
  await expect(bug).rejects.toThrow(TypeError);
});

test('hostile identifiers: every fix is SQL that does what it says', async () => {
  await using database = await createTestDatabase();
  const [schema, parent, child, column] = ['s"; drop table x; --', 'päre\nnt', 'ch"i.ld', 'sel"ect ü'];
  const q = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const result = await check(
    database,
    `create schema ${q(schema)};
     create table ${q(schema)}.${q(parent)} (id int primary key);
     create table ${q(schema)}.${q(child)} (${q(column)} int not null references ${q(schema)}.${q(parent)} not valid);
     create unique index ${q('i"1')} on ${q(schema)}.${q(child)} ((${q(column)} + 0));
     create unique index ${q('i"2')} on ${q(schema)}.${q(child)} ((${q(column)} + 0))`.replace(
      'not valid',
      '',
    ),
  );
  expect(result.findings.map(({ rule }) => rule)).toEqual([
    'duplicate-index',
    'foreign-key-without-index',
    'table-without-primary-key',
  ]);
  expect(first('foreign-key-without-index', result).subject).toContain('"s""; drop table x; --"."ch""i.ld"');
  for (const { fix } of result.findings) await database.query(fix ?? '');
  expect((await check(database, '')).findings).toEqual([]);
});

test('what a schema of the database defines cannot stand before pg_catalog', async () => {
  await using database = await createTestDatabase();
  await database.query(
    `create schema evil; create table evil.pg_class (x int primary key);
     create function evil.quote_ident(name) returns text language sql as $$ select 'evil' $$;
     create function evil.lie(oid, oid) returns boolean language sql as $$ select false $$;
     create operator evil.= (leftarg = oid, rightarg = oid, function = evil.lie);
     create table public.t (id int primary key, a int references t);
     create index on public.t (a) where a is not null;
     alter database "${database.name}" set search_path = evil, pg_catalog, public`,
  );
  const result = await check(database, '');
  expect(result.findings).toEqual([]);
  expect(result.counts.tables).toBe(2);
});

test('ignore patterns: by rule, by subject, by both; errors too, and they are counted', async () => {
  await using database = await createTestDatabase();
  const sql = `create schema legacy; create table legacy.a (x int); create table legacy.b (x int); create table c (x int)`;
  expect((await check(database, sql)).findings).toHaveLength(3);
  const ignoring = async (...ignore: string[]) => {
    const result = await check(database, '', { ignore, expectTables: ['gone'] });
    return [
      of('table-without-primary-key', result).length,
      of('missing-table', result).length,
      result.ignored,
    ];
  };
  expect(await ignoring('legacy.*')).toEqual([1, 1, 2]);
  expect(await ignoring('table-without-primary-key')).toEqual([0, 1, 3]);
  expect(await ignoring('table-without-primary-key:legacy.b', 'missing-table:public.gone')).toEqual([
    2, 0, 2,
  ]);
  expect(await ignoring('duplicate-index:*', 'legacy', 'legacy(', 'legacy?a', '.*')).toEqual([3, 1, 0]);
});

test('members of extensions are nobody’s mistake', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create extension pg_trgm; create table ext (a int);
     alter extension pg_trgm add table ext; create table t (id int primary key)`,
  );
  expect(result.findings).toEqual([]);
  expect(result.counts.tables).toBe(1);
  expect(result.extensions).toContainEqual(expect.stringMatching(/^pg_trgm /));
});

test('schemas: only those named, one that is not there is an error; the provider’s are left out', async () => {
  await using database = await createTestDatabase();
  const role = `supabase_${database.name}`;
  await database.query(
    `create schema a; create table a.t (x int); create schema b; create table b.t (x int);
     create role ${role}; create schema auth authorization ${role}; create table auth.users (x int)`,
  );
  try {
    const named = await check(database, '', { schemas: ['a', 'gone', 'auth'] });
    expect(of('table-without-primary-key', named)).toEqual(['warning a.t', 'warning auth.users']);
    expect(of('missing-schema', named)).toEqual(['error gone']);
    const all = await check(database, '');
    expect(of('table-without-primary-key', all)).toEqual(['warning a.t', 'warning b.t']);
    expect(all.providerSchemas).toEqual(['auth']);
    expect(JSON.stringify(schemaSection(all).blocks)).toContain('auth');
  } finally {
    await database.query(`drop owned by ${role} cascade; drop role ${role}`);
  }
});

test('a role without privileges: what it cannot see is said, what it can see is checked', async () => {
  await using database = await createTestDatabase();
  const role = `limited_${database.name}`;
  await database.query(
    `${migrations}; insert into _prisma_migrations (id, checksum, migration_name) values ('1', '', 'failed');
     create table t (id serial, a int); select setval('t_id_seq', 2000000000);
     create role ${role} login password 'limited'`,
  );
  try {
    const directUri = formatConnectionUri({
      ...parseConnectionUri(database.uri),
      user: role,
      password: 'limited',
    });
    const result = await checkSchema({ directUri, expectTables: ['t'], policy }, context);
    expect(of('table-without-primary-key', result)).toEqual(['warning public.t']);
    expect(of('sequence-near-end', result)).toEqual([]);
    expect(of('failed-migration', result)).toEqual([]);
    expect(of('not-visible', result)).toEqual(['notice public._prisma_migrations', 'notice sequences']);
    const grant = result.findings.find(({ subject }) => subject.includes('_prisma'))?.fix ?? '';
    await database.query(grant);
    const granted = await checkSchema({ directUri, expectTables: [], policy }, context);
    expect(of('failed-migration', granted)).toEqual(['error public · failed']);
    await database.query('alter table _prisma_migrations enable row level security');
    const hidden = await checkSchema({ directUri, expectTables: [], policy }, context);
    expect(of('not-visible', hidden)).toContain('notice public._prisma_migrations');
  } finally {
    await database.query(`drop owned by ${role}; drop role ${role}`);
  }
});

test('a clean database: no finding, and a section that says what was looked at', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `create table users (id bigint primary key generated always as identity, email text not null unique);
     create table posts (id bigint primary key generated always as identity, author bigint not null references users);
     create index on posts (author)`,
    { expectTables: ['users', 'posts'], drift: async () => ({ sql: '', empty: true }) },
  );
  const section = schemaSection(result);
  expect(section).toMatchObject({ id: 'check-schema', status: 'passed', findings: [] });
  expect(section.summary).toBe('2 tables and 4 indexes checked, nothing to report');
  expect(JSON.stringify(section)).toBe(
    JSON.stringify(
      schemaSection(await check(database, '', { drift: async () => ({ sql: '', empty: true }) })),
    ),
  );
});

test('a thousand tables', async () => {
  await using database = await createTestDatabase();
  const result = await check(
    database,
    `do $$ begin for n in 1..1000 loop
       execute format('create table t%s (id int primary key, a int references %s, b text)', n, case when n = 1 then 't1' else 't' || (n - 1) end);
       if n % 10 <> 0 then execute format('create index on t%s (a, b)', n); end if;
     end loop; end $$`,
  );
  expect(result.counts).toMatchObject({ tables: 1000, indexes: 1900, foreignKeys: 1000 });
  expect(of('foreign-key-without-index', result)).toHaveLength(100);
});

test('a database that is not there is an error of the connection, without the password', async () => {
  const directUri = serverUri('no_such_database');
  const thrown: unknown = await checkSchema({ directUri, expectTables: [], policy }, context).catch(
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Error);
  expect(String(thrown)).not.toContain(parseConnectionUri(directUri).password);
});

test('every finding’s rule is documented, once', async () => {
  const ids = schemaRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of schemaRules) expect(rule.why.length).toBeGreaterThan(20);
  await queryOnce(serverUri(), 'select 1');
});
