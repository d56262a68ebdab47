import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openPlanSession } from '../../../src/checks/check-plans.ts';
import { readTopQueries, type TopQueries } from '../../../src/checks/plans/top-queries.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { createTestDatabase, queryOnce } from '../../support/database.ts';
import { comparedStory, context, told } from './support.ts';

async function topOf(uri: string, { count = 50, role = '' } = {}): Promise<TopQueries> {
  await using session = await openPlanSession(uri, context);
  if (role !== '') await session.query(`SET ROLE "${role}"`);
  return await readTopQueries(session, { count, parser: await loadSqlParser() });
}

test('without the extension there is a reason', async () => {
  await using db = await createTestDatabase();
  expect(await topOf(db.uri)).toEqual({
    kind: 'unknown',
    reason: 'the extension pg_stat_statements is not in the parent database',
  });
  await db.query('CREATE SCHEMA "my ""stats"; CREATE EXTENSION pg_stat_statements SCHEMA "my ""stats"');
  expect(await topOf(db.uri)).toEqual({
    kind: 'unknown',
    reason: 'pg_stat_statements has counted nothing in that database yet',
  });
  await db.query('SELECT 1 AS one');
  expect(await topOf(db.uri)).toMatchObject({ kind: 'read', queries: [{ shown: 'SELECT $1 AS one' }] });
});

test('a version of the extension without what is asked for is told with what to do', async () => {
  await using db = await createTestDatabase();
  await db.query("CREATE EXTENSION pg_stat_statements VERSION '1.8'");
  expect(await topOf(db.uri)).toEqual({
    kind: 'unknown',
    reason: 'pg_stat_statements is too old there (ALTER EXTENSION pg_stat_statements UPDATE)',
  });
});

test('of another database nothing, of other roles nothing without the privilege', async () => {
  await using db = await createTestDatabase();
  const role = `reader_${randomUUID().replaceAll('-', '')}`;
  await db.query(`CREATE EXTENSION pg_stat_statements; CREATE ROLE "${role}"`);
  try {
    await db.query('SELECT 4242 AS found');
    expect(await topOf(db.uri, { role })).toEqual({
      kind: 'unknown',
      reason: 'the role may not see the statements of others (pg_read_all_stats)',
    });
    const top = await topOf(db.uri);
    expect(top.kind === 'read' && top.queries.map(({ shown }) => shown)).toContain('SELECT $1 AS found');
    await db.query('REVOKE SELECT ON pg_stat_statements FROM PUBLIC');
    expect(await topOf(db.uri, { role })).toEqual({
      kind: 'unknown',
      reason: 'the role may not read pg_stat_statements',
    });
  } finally {
    await db.query(`DROP ROLE "${role}"`);
  }
});

test('shares of calls are of statements with a plan, and decide how bad a lost index is', async () => {
  await using db = await createTestDatabase();
  const { uri } = db;
  await queryOnce(
    uri,
    `CREATE EXTENSION pg_stat_statements;
     CREATE TABLE t (id int PRIMARY KEY, n int, m int);
     INSERT INTO t SELECT n, n, n FROM generate_series(1, 4000) AS n; CREATE INDEX t_n ON t (n); CREATE INDEX t_m ON t (m);
     ANALYZE; `,
  );
  await queryOnce(
    uri,
    'SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0)',
  );
  // One rare query, one frequent.
  await queryOnce(uri, 'SELECT id FROM t WHERE m = 1');
  for (let call = 0; call < 6; call += 1)
    await queryOnce(uri, Array.from({ length: 10 }, (_, n) => `SELECT id FROM t WHERE n = ${n}`).join(';'));
  await queryOnce(uri, 'BEGIN; COMMIT; BEGIN; COMMIT');
  const top = await topOf(uri);
  if (top.kind !== 'read') throw new Error(top.reason);
  const check = await comparedStory({
    uri,
    before: '',
    migration: 'DROP INDEX t_n; DROP INDEX t_m',
    queries: top.queries.filter(({ shown }) => shown.includes('FROM t ')),
  });
  expect(told(check)).toEqual([
    'error plan-lost-index public.t · t_n',
    'warning plan-lost-index public.t · t_m',
  ]);
  expect(check.findings[0]?.message).toMatch(/9\d % of production's calls \(60\)\.$/);
  expect(await topOf(uri, { count: 1 })).toMatchObject({ kind: 'read' });
});
