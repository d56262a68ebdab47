/** Asking for plans: nothing is executed, many at once, hostile texts, limits, and databases without rows. */
import { expect, test } from 'vitest';
import { openPlanSession } from '../../../src/checks/check-plans.ts';
import { type ExplainOptions, explainAll } from '../../../src/checks/plans/explain.ts';
import type { Query } from '../../../src/checks/plans/query.ts';
import { plansSection } from '../../../src/checks/plans-section.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import { createTestDatabase, queryOnce } from '../../support/database.ts';
import { comparedStory, context, kinds, queriesOf, told } from './support.ts';

const options: ExplainOptions = {
  timeoutMs: 5000,
  totalMs: 60_000,
  lockTimeoutMs: 300,
  schema: undefined,
  preferIndexes: false,
  analyze: false,
};

function queryOf(text: string, parameters = 0): Query {
  const source = { kind: 'file', file: 'q.sql', line: 1 } as const;
  return { id: text, name: text, text, shown: text, parameters, isRead: true, source };
}

test('nothing is executed, whatever stands in the text, and a second statement is refused', async () => {
  await using db = await createTestDatabase();
  await db.query(`CREATE TABLE t (id int PRIMARY KEY, n int);
    CREATE FUNCTION spoil() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (1, 1); RETURN 1; END $$;
    CREATE SEQUENCE s`);
  await db.query(`ALTER DATABASE "${db.name}" SET standard_conforming_strings = off`);
  await using session = await openPlanSession(db.uri, context);
  const texts = [
    'INSERT INTO t VALUES (1, 1)',
    'WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone',
    "SELECT spoil(), nextval('s'), pg_sleep(60)",
    'SELECT 1; COMMIT; DROP TABLE t',
  ];
  const explained = await explainAll(
    session,
    texts.map((text) => queryOf(text)),
    options,
  );
  expect(explained.map(({ kind }) => kind)).toEqual(['planned', 'planned', 'planned', 'refused']);
  // One statement for whoever reads a backslash as itself, two where it escapes.
  const sly = queryOf("SELECT $1::int WHERE '\\' = '; COMMIT; DROP TABLE t; --'", 1);
  expect((await explainAll(session, [sly], options))[0]?.kind).toBe('planned');
  const [row] = await db.query('SELECT (SELECT count(*) FROM t)::int AS rows, is_called FROM s');
  expect(row).toEqual({ rows: 0, is_called: false });
});

test('a thousand queries take no thousand round trips', async () => {
  await using db = await createTestDatabase();
  await db.query('CREATE TABLE t (id int PRIMARY KEY, n int)');
  const queries = Array.from({ length: 1000 }, (_, index) =>
    queryOf(index % 2 === 0 ? `SELECT ${index} FROM t WHERE id = ${index}` : `SELECT n${index} FROM t`),
  );
  await using session = await openPlanSession(db.uri, context);
  const start = performance.now();
  const explained = await explainAll(session, queries, options);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(explained.map(({ kind }) => kind).filter((kind) => kind === 'planned')).toHaveLength(500);
  expect(explained[999]).toMatchObject({
    kind: 'refused',
    sqlState: '42703',
    message: 'column "n999" does not exist',
  });
});

test('a table that a migration holds, and a slow plan, say nothing about the query', async () => {
  await using db = await createTestDatabase();
  await db.query(`CREATE TABLE held (id int); CREATE TABLE free (id int);
    CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM pg_sleep(30); RETURN 1; END $$`);
  await using holder = await openPlanSession(db.uri, context);
  await holder.query('BEGIN READ WRITE; LOCK TABLE held IN ACCESS EXCLUSIVE MODE');
  await using session = await openPlanSession(db.uri, context);
  const queries = ['SELECT * FROM held', 'SELECT slow(1)', 'SELECT * FROM free'].map((text) => queryOf(text));
  const explained = await explainAll(session, queries, { ...options, timeoutMs: 500 });
  expect(explained.slice(0, 2)).toEqual([
    { kind: 'unanswered', sqlState: '55P03' },
    { kind: 'unanswered', sqlState: '57014' },
  ]);
  expect(explained[2]?.kind).toBe('planned');
});

test('when the time for all of them is over, the rest is not asked', async () => {
  await using db = await createTestDatabase();
  await using session = await openPlanSession(db.uri, context);
  const queries = Array.from({ length: 60 }, (_, index) => queryOf(`SELECT ${index}`));
  const none = await explainAll(session, queries, { ...options, totalMs: 0 });
  expect(new Set(none.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"unanswered"}']));
});

test('a cancelled run ends at once', async () => {
  await using db = await createTestDatabase();
  await db.query(
    'CREATE FUNCTION slow(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM pg_sleep(30); RETURN 1; END $$',
  );
  const stop = new AbortController();
  await using session = await openPlanSession(db.uri, { ...context, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('stopped')), 200);
  const start = performance.now();
  await expect(
    explainAll(session, [queryOf('SELECT slow(1)'), queryOf('SELECT slow(2)')], options),
  ).rejects.toThrow('stopped');
  expect(performance.now() - start).toBeLessThan(5000);
});

test('a branch without rows: costs say nothing, a lost index is seen all the same', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: 'CREATE TABLE t (id int PRIMARY KEY, n int); CREATE INDEX t_n ON t (n)',
    migration: 'DROP INDEX t_n',
    queries: 'SELECT * FROM t WHERE n = $1; SELECT * FROM t WHERE id = $1; SELECT * FROM t',
    hasRows: false,
  });
  expect(told(check)).toEqual(['warning plan-lost-index public.t · t_n']);
  expect(kinds(check).map((kind) => kind.split(': ')[1])).toEqual(['worse', 'same', 'same']);
  const section = plansSection(check);
  expect(JSON.stringify(section.blocks)).toContain('costs say nothing');
  expect(JSON.stringify(section.blocks)).not.toMatch(/cost \d/);
});

test('a small table, a rewritten one, and a table of the query that is new', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: `CREATE TABLE small (id int PRIMARY KEY, n int); INSERT INTO small SELECT n, n FROM generate_series(1, 900) AS n;
      CREATE INDEX small_n ON small (n);
      CREATE TABLE big (id int PRIMARY KEY, n int); INSERT INTO big SELECT n, n % 100 FROM generate_series(1, 5000) AS n;
      CREATE INDEX big_n ON big (n); ANALYZE`,
    migration: `DROP INDEX small_n; ALTER TABLE big ALTER n TYPE bigint; CREATE TABLE new_one (id int PRIMARY KEY)`,
    queries: `-- name: small
SELECT * FROM small WHERE n = $1;
-- name: rewritten
SELECT * FROM big WHERE n = $1;
-- name: new
SELECT * FROM new_one WHERE id = $1;
-- name: wrong
SELECT nothing FROM nowhere;
-- name: utility
VACUUM small;`,
  });
  expect(told(check)).toEqual([
    'warning query-names-nothing wrong',
    'notice plan-lost-index public.small · small_n',
  ]);
  expect(kinds(check)).toEqual(['small: worse', 'rewritten: same', 'new: new', 'wrong: without plan']);
  expect(check.leftOut).toEqual([{ subject: 'queries.sql:10', reason: 'VACUUM has no plan' }]);
  expect(check.notes).toEqual([
    '2 tables that the migrations changed were analysed on the branch before planning.',
  ]);
});

test('hostile names and literals reach neither the search path nor the report raw', async () => {
  await using db = await createTestDatabase();
  const name = `a"b'; DROP TABLE x; -- | <img src=x> \`@all\``;
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const check = await comparedStory({
    uri: `${db.uri}?schema=${encodeURIComponent(name)}`,
    before: `CREATE SCHEMA ${quoted}; CREATE TABLE ${quoted}.${quoted} (id int PRIMARY KEY, ${quoted} text);
      INSERT INTO ${quoted}.${quoted} SELECT n, 'x' || n FROM generate_series(1, 3000) AS n;
      CREATE INDEX ${`"i${quoted.slice(1)}`} ON ${quoted}.${quoted} (${quoted}); ANALYZE`,
    migration: `DROP INDEX ${quoted}.${`"i${quoted.slice(1)}`}`,
    queries: `SELECT * FROM ${quoted} WHERE ${quoted} = 'sk_live_4242'`,
  });
  expect(check.findings).toHaveLength(1);
  expect(check.findings[0]?.fix).toContain(`CREATE INDEX "i${quoted.slice(1)}`);
  const section = plansSection(check);
  const subject = {
    repository: 'a/b',
    pullRequest: 1,
    key: '',
    commit: undefined,
    branch: undefined,
    runUrl: undefined,
  };
  const markdown = renderMarkdown({ version: 1, subject, sections: [section] });
  const outsideCode = markdown.replaceAll(/```[\s\S]*?```/g, '');
  expect(outsideCode).not.toMatch(/<img/);
  expect(JSON.stringify(section)).not.toContain('sk_live_4242');
});

test('analyze runs SELECTs without parameters alone, and tells how long they took', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: 'CREATE TABLE t (id int); INSERT INTO t VALUES (1)',
    migration: '',
    queries: `SELECT * FROM t; SELECT * FROM t WHERE id = $1; DELETE FROM t;
      WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone; SELECT * FROM t FOR UPDATE`,
    analyze: true,
  });
  expect(check.compared.map(({ measuredMs }) => measuredMs.after !== undefined)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(await queryOnce(db.uri, 'SELECT * FROM t')).toEqual([{ id: 1 }]);
  expect(kinds(check).every((kind) => kind.endsWith('same'))).toBe(true);
});

test('a role that may not read a table is told, and costs nobody the others', async () => {
  await using db = await createTestDatabase();
  const { queries } = await queriesOf('SELECT 1 FROM pg_catalog.pg_authid; SELECT 1');
  await using session = await openPlanSession(db.uri, context);
  await session.query('SET ROLE pg_monitor');
  const [denied, allowed] = await explainAll(session, queries, options);
  expect(denied).toMatchObject({ kind: 'refused', sqlState: '42501' });
  expect(allowed?.kind).toBe('planned');
});
