import { expect, test } from 'vitest';
import { compareFacts } from '../../../src/backups/proof/compare-facts.ts';
import { shareTables } from '../../../src/backups/proof/fingerprint-tables.ts';
import { aliasFor } from '../../../src/backups/proof/row-expression.ts';
import { createTestDatabase } from '../../support/database.ts';
import { factsOf } from '../support.ts';

const rows = (
  name: string,
) => `CREATE TABLE ${name} (id int, name text, amount numeric, at timestamptz, payload jsonb);
INSERT INTO ${name} SELECT n, 'name ' || n % 50, (n || '.50')::numeric, timestamptz '2024-01-01 00:00:00+00' + n * interval '1 minute', jsonb_build_object('n', n)
FROM generate_series(1, 2000) n;
INSERT INTO ${name} (id, name) SELECT 1, '' FROM generate_series(1, 4)`;

/** What a bad restore, or somebody, may do to the rows of a table T; and what the comparison says of it. */
const rowChanges = [
  ['a letter of one row', `UPDATE T SET name = 'Name 7' WHERE id = 7`, 'content differs'],
  ['a row is lost', `DELETE FROM T WHERE id = 9`, 'rows differ'],
  ['a row is lost and another added', `UPDATE T SET id = 9999 WHERE id = 9`, 'content differs'],
  [
    'a pair of equal rows is lost',
    `DELETE FROM T WHERE ctid IN (SELECT ctid FROM T WHERE name = '' LIMIT 2)`,
    'rows differ',
  ],
  [
    'a pair of equal rows becomes another pair',
    `UPDATE T SET id = 2 WHERE ctid IN (SELECT ctid FROM T WHERE name = '' LIMIT 2)`,
    'content differs',
  ],
  [
    'values of two rows are swapped',
    `UPDATE T SET name = CASE id WHEN 10 THEN 'name 11' ELSE 'name 10' END WHERE id IN (10, 11)`,
    'content differs',
  ],
  ['1.50 becomes 1.5', `UPDATE T SET amount = 1.5 WHERE amount = 1.50`, 'content differs'],
  ['a number in jsonb', `UPDATE T SET payload = '{"n": 13.0}' WHERE id = 13`, 'content differs'],
  ['empty text becomes NULL', `UPDATE T SET name = NULL WHERE name = ''`, 'content differs'],
  ['a microsecond', `UPDATE T SET at = at + interval '1 microsecond' WHERE id = 5`, 'content differs'],
  ['all rows are lost', `TRUNCATE T`, 'rows differ'],
  ['the table is lost', `DROP TABLE T`, 'table missing'],
  [
    'rows lie in another order',
    `CREATE TEMPORARY TABLE u AS SELECT * FROM T ORDER BY name DESC; TRUNCATE T; INSERT INTO T SELECT * FROM u`,
    undefined,
  ],
] as const;

test('every change of rows is seen, and what is none is not', async () => {
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  const tables = rowChanges.map((_, index) => rows(`t_${index}`)).join(';');
  await source.query(tables);
  await copy.query(tables);
  for (const [index, [, sql]] of rowChanges.entries())
    await copy.query(sql.replaceAll(/\bT\b/g, `t_${index}`));
  const { differences } = compareFacts(await factsOf(source.uri), await factsOf(copy.uri));
  const seen = new Map(differences.map(({ kind, subject }) => [subject, kind]));
  for (const [index, [what, , kind]] of rowChanges.entries())
    expect(seen.get(`public.t_${index}`), what).toBe(kind);
  expect(differences).toHaveLength(rowChanges.length - 1);
});

const objects = `CREATE TABLE t AS SELECT n AS id FROM generate_series(1, 10) n; CREATE INDEX by_id ON t (id);
CREATE SEQUENCE moved; CREATE SEQUENCE uncalled; CREATE SEQUENCE lost; SELECT nextval('moved'), nextval('uncalled');
CREATE MATERIALIZED VIEW emptied AS SELECT count(*) FROM t; CREATE MATERIALIZED VIEW newer AS SELECT count(*) FROM t;
CREATE MATERIALIZED VIEW gone AS SELECT 1; CREATE EXTENSION citext; SELECT lo_from_bytea(4711, 'content')`;

const objectChanges = `CREATE TABLE more (id int); SELECT setval('moved', 2); SELECT setval('uncalled', 1, false); DROP SEQUENCE lost;
REFRESH MATERIALIZED VIEW emptied WITH NO DATA; DROP MATERIALIZED VIEW gone; DROP EXTENSION citext;
UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'by_id'::regclass; ALTER TABLE t ADD CONSTRAINT later CHECK (id > 0) NOT VALID;
INSERT INTO t VALUES (99); REFRESH MATERIALIZED VIEW newer; DELETE FROM t WHERE id = 99`;

test('every change of another object is seen, and what is none is not', async () => {
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  await source.query(objects);
  await copy.query(objects);
  const expected = await factsOf(source.uri);
  expect(compareFacts(expected, await factsOf(copy.uri)).differences).toEqual([]);
  await copy.query(objectChanges);
  const { differences } = compareFacts(expected, await factsOf(copy.uri));
  expect(differences.map(({ kind, subject }) => `${kind}: ${subject}`)).toEqual([
    'table added: public.more',
    'materialised view not populated: public.emptied',
    'table missing: public.gone',
    'sequence differs: public.lost',
    'sequence differs: public.moved',
    'sequence differs: public.uncalled',
    'extension differs: citext',
    'invalid object: constraint public.t.later',
    'invalid object: index public.by_id',
  ]);
});

test.for([
  [`SELECT lo_put(4711, 0, 'C')`],
  [`SELECT lo_unlink(4711)`],
  [`SELECT lo_unlink(4711); SELECT lo_from_bytea(4712, 'content')`],
  [`SELECT lo_create(1)`],
])('a change of the large objects is seen: %s', async ([sql]) => {
  await using db = await createTestDatabase();
  await db.query(`SELECT lo_from_bytea(4711, 'content')`);
  const before = await factsOf(db.uri);
  await db.query(sql ?? '');
  const { differences } = compareFacts(before, await factsOf(db.uri));
  expect(differences.map(({ kind }) => kind)).toEqual(['large objects differ']);
});

test('the settings of a database or a role do not change a fingerprint', async () => {
  await using plain = await createTestDatabase();
  await using other = await createTestDatabase();
  const sql = `CREATE TABLE t AS SELECT 1/3.0::float8 AS f, 1.1::float4 AS g, '\\x00ff'::bytea AS b, now()::timestamptz - now() AS i,
    timestamptz '2024-06-01 12:00+00' AS z, interval '1 year 2 days 3.5 s' AS v, 12.3::numeric::money AS m, '"Odd"'::regclass AS c FROM (SELECT) s`;
  const statements = `CREATE TABLE "Odd" (id int); ${sql}`;
  await plain.query(statements);
  await other.query(statements);
  const settings = {
    TimeZone: 'Asia/Tokyo',
    DateStyle: 'German',
    IntervalStyle: 'iso_8601',
    extra_float_digits: '0',
    bytea_output: 'escape',
    quote_all_identifiers: 'on',
    search_path: 'pg_catalog',
  };
  for (const [name, value] of Object.entries(settings))
    await other.query(
      `ALTER DATABASE "${other.name}" SET ${name} = ${name === 'search_path' ? value : `'${value}'`}`,
    );
  const [expected, actual] = [await factsOf(plain.uri), await factsOf(other.uri)];
  expect(actual.tables).toEqual(expected.tables);
  expect(actual.settings).toHaveLength(Object.keys(settings).length);
});

test('the alias is never the name of a column', async () => {
  expect(aliasFor(['a', '__r', '__r_'])).toBe('__r__');
  await using db = await createTestDatabase();
  await db.query(`CREATE TABLE t (t text, "__r" text, hidden int); INSERT INTO t VALUES ('same', 'same', 1)`);
  const before = await factsOf(db.uri);
  await db.query('UPDATE t SET hidden = 2');
  expect(compareFacts(before, await factsOf(db.uri)).differences).toHaveLength(1);
});

test('rows that a policy hides are told, not passed over', async () => {
  await using db = await createTestDatabase();
  const role = `limited_${db.name}`;
  await db.query(`CREATE ROLE ${role} LOGIN PASSWORD 'limited-password';
    CREATE TABLE open (id int); CREATE TABLE hidden (id int); CREATE TABLE closed (id int); CREATE SEQUENCE closed_sequence;
    INSERT INTO hidden VALUES (1), (2); ALTER TABLE hidden ENABLE ROW LEVEL SECURITY;
    CREATE POLICY one ON hidden USING (id = 1);
    GRANT SELECT ON open, hidden TO ${role};
    SELECT lo_from_bytea(0, 'mine')`);
  try {
    const facts = await factsOf(db.uri.replace(/\/\/[^@]*@/, `//${role}:limited-password@`));
    expect(facts.tables.map(({ name }) => name)).toEqual(['open']);
    expect(facts.notCompared).toEqual([
      { subject: 'public.closed', reason: 'the role may not read it' },
      { subject: 'public.hidden', reason: expect.stringContaining('row-level security') },
      { subject: 'public.closed_sequence', reason: 'the role may not read the sequence' },
      { subject: '1 large objects', reason: 'the role may not read them' },
    ]);
  } finally {
    await db.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});

test('a table that cannot be read costs none of those that are asked with it', async () => {
  await using db = await createTestDatabase();
  const role = `many_${db.name}`;
  const tables = Array.from(
    { length: 90 },
    (_, n) => `CREATE TABLE t_${n} AS SELECT ${n} AS id FROM generate_series(1, ${n})`,
  );
  await db.query(`CREATE ROLE ${role} LOGIN PASSWORD 'limited-password'; ${tables.join(';')};
    ALTER TABLE t_50 ENABLE ROW LEVEL SECURITY; ALTER TABLE t_60 ENABLE ROW LEVEL SECURITY;
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
  try {
    const facts = await factsOf(db.uri.replace(/\/\/[^@]*@/, `//${role}:limited-password@`));
    expect(facts.notCompared.map(({ subject }) => subject)).toEqual(['public.t_50', 'public.t_60']);
    expect(facts.tables).toHaveLength(88);
    expect(facts.tables.filter(({ name, rows }) => name !== `t_${rows}`)).toEqual([]);
  } finally {
    await db.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
});

test('tables are shared out by their sizes, each to one', () => {
  const table = (name: string, bytes: number) => ({
    oid: 1,
    schema: 's',
    name,
    kind: 'table' as const,
    isPopulated: true,
    isUnlogged: false,
    bytes,
    canRead: true,
    extension: undefined,
    columns: [],
    isInheritanceChild: false,
  });
  const shares = shareTables([table('a', 10), table('b', 100), table('c', 60), table('d', 50)], 2);
  expect(shares.map((share) => share.map(({ name }) => name))).toEqual([
    ['b', 'a'],
    ['c', 'd'],
  ]);
  expect(shareTables([], 2)).toEqual([[], []]);
});

test('a large object longer than a piece is read whole', async () => {
  await using db = await createTestDatabase();
  await db.query(
    `SELECT lo_from_bytea(1, decode(repeat('ab', 1024 * 1024), 'hex')); SELECT lo_put(1, 33 * 1024 * 1024, 'x')`,
  );
  const before = await factsOf(db.uri);
  expect(before.largeObjects).toMatchObject({ count: 1, bytes: 33 * 1024 * 1024 + 1 });
  await db.query(`SELECT lo_put(1, 33 * 1024 * 1024, 'y')`);
  expect(compareFacts(before, await factsOf(db.uri)).differences).toHaveLength(1);
});

test('settings of the database are told, but no value that may be a secret', async () => {
  await using db = await createTestDatabase();
  await db.query(`ALTER DATABASE "${db.name}" SET work_mem = '5MB'; ALTER DATABASE "${db.name}" SET "app.settings.jwt_secret" = 'hush-hush';
    ALTER DATABASE "${db.name}" SET "app.database_url" = 'postgres://u:hush-hush@h/d';
    ALTER ROLE postgres IN DATABASE "${db.name}" SET lock_timeout = '7s'`);
  const { settings } = await factsOf(db.uri);
  expect(settings).toEqual([
    'app.database_url=(not shown)',
    'app.settings.jwt_secret=(not shown)',
    'work_mem=5MB',
    'lock_timeout=7s (role postgres)',
  ]);
});

test('another version of an extension is a remark', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE EXTENSION citext');
  const facts = await factsOf(db.uri);
  const older = facts.extensions.map((extension) =>
    extension.name === 'citext' ? { ...extension, version: '1.0' } : extension,
  );
  const { differences, notCompared } = compareFacts({ ...facts, extensions: older }, facts);
  expect(differences).toEqual([]);
  expect(notCompared).toEqual([
    { subject: 'extension citext', reason: expect.stringContaining('version 1.0 in the source') },
  ]);
});

test('fingerprints of two algorithms are never held against each other', async () => {
  await using db = await createTestDatabase();
  const facts = await factsOf(db.uri);
  expect(() => compareFacts({ ...facts, algorithm: 'copy-lines' }, facts)).toThrow('cannot be held against');
});

test('what was fingerprinted and cannot be read in the copy is neither equal nor different, but unproved', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE TABLE seen (id int); CREATE TABLE hidden (id int); INSERT INTO hidden VALUES (1)');
  const facts = await factsOf(db.uri);
  const copy = {
    ...facts,
    tables: facts.tables.filter(({ name }) => name !== 'hidden'),
    notCompared: [{ subject: 'public.hidden', reason: 'the role may not read it' }],
  };
  expect(compareFacts(facts, copy)).toMatchObject({ differences: [], unproved: ['public.hidden'] });
  expect(compareFacts(facts, { ...copy, notCompared: [] })).toMatchObject({
    differences: [{ kind: 'table missing', subject: 'public.hidden' }],
    unproved: [],
  });
});
