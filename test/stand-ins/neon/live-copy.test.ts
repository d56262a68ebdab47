import pg from 'pg';
import { expect, test } from 'vitest';
import { queryOnce } from '../../support/database.ts';
import { makeBranch, single, startForTest } from './support.ts';

test('a copy made under writes is of one moment, sound, and with the settings of the database', async () => {
  await using standIn = await startForTest();
  await queryOnce(
    standIn.uri(),
    `CREATE TABLE left_side (n int PRIMARY KEY, filler text);
     CREATE TABLE right_side (n int PRIMARY KEY, filler text);
     INSERT INTO left_side SELECT n, repeat('x', 200) FROM generate_series(1, 5000) n;
     INSERT INTO right_side SELECT * FROM left_side`,
  );
  await queryOnce(
    standIn.realUri(),
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''7MB''', current_database()); END $$",
  );
  const writer = new pg.Client({ connectionString: standIn.uri() });
  await writer.connect();
  let written = 5000;
  let stop = false;
  const writing = (async () => {
    while (!stop) {
      written += 1;
      await writer.query(
        `BEGIN; INSERT INTO left_side VALUES (${written}, 'y'); INSERT INTO right_side VALUES (${written}, 'y'); COMMIT`,
      );
    }
  })();
  await expect.poll(() => written).toBeGreaterThan(5010);
  await makeBranch(standIn, 'busy');
  stop = true;
  await writing;
  const uri = standIn.uri({ branch: 'busy' });
  const sides =
    '(SELECT * FROM left_side EXCEPT SELECT * FROM right_side) UNION ALL (SELECT * FROM right_side EXCEPT SELECT * FROM left_side)';
  expect(await single(uri, `SELECT count(*)::int FROM (${sides}) AS difference`)).toBe(0);
  const copied = Number(await single(uri, 'SELECT count(*) FROM left_side'));
  expect(copied).toBeGreaterThan(5000);
  expect(copied).toBeLessThanOrEqual(written);
  await queryOnce(
    uri,
    'SET enable_seqscan = off; SELECT count(n) FROM left_side; INSERT INTO left_side VALUES (0)',
  );
  expect(await single(uri, 'SHOW work_mem')).toBe('7MB');
  await writer.end();
});

test.each([
  ['INSERT INTO t VALUES (2)', 'ROLLBACK', [{ n: 1, later: null }]],
  ['CREATE TABLE later ()', 'COMMIT', [{ n: 1, later: 'later' }]],
] as const)('a client that holds open %s delays the copy until its %s', async (change, end, content) => {
  await using standIn = await startForTest();
  await queryOnce(standIn.uri(), 'CREATE TABLE t AS SELECT 1 AS n');
  const client = new pg.Client({ connectionString: standIn.uri() });
  await client.connect();
  await client.query(`BEGIN; ${change}`);
  let isMade = false;
  const making = makeBranch(standIn, 'patient').then(() => {
    isMade = true;
  });
  await queryOnce(standIn.uri(), 'SELECT pg_sleep(0.4)');
  expect(isMade).toBe(false);
  await client.query(end);
  await making;
  const uri = standIn.uri({ branch: 'patient' });
  expect(await queryOnce(uri, "SELECT n, to_regclass('later')::text AS later FROM t")).toEqual(content);
  await client.end();
});
