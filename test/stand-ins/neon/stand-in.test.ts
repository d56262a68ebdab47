import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase, queryOnce } from '../../support/database.ts';
import { apiOf, at, makeBranch, single, startForTest } from './support.ts';

test('a branch holds its parent’s data and goes its own way', async () => {
  await using standIn = await startForTest();
  await queryOnce(standIn.uri(), 'CREATE TABLE t (n int); INSERT INTO t VALUES (1), (2)');
  await makeBranch(standIn, 'preview/pr-1');
  const uri = standIn.uri({ branch: 'preview/pr-1' });
  expect(await single(uri, 'SELECT count(*)::int FROM t')).toBe(2);
  await queryOnce(uri, 'DELETE FROM t');
  expect(await single(standIn.uri(), 'SELECT count(*)::int FROM t')).toBe(2);
  expect(await single(uri, 'SELECT current_user')).toBe('neondb_owner');
});

test('a branch is made while its parent has clients, which stay connected', async () => {
  await using standIn = await startForTest();
  const client = new pg.Client({ connectionString: standIn.uri() });
  await client.connect();
  await client.query(
    "CREATE TABLE t (n int); CREATE UNLOGGED TABLE u AS SELECT 'kept' AS word; INSERT INTO t VALUES (1)",
  );
  await makeBranch(standIn, 'preview/pr-2');
  expect((await client.query('SELECT n FROM t')).rows).toEqual([{ n: 1 }]);
  await client.end();
  const uri = standIn.uri({ branch: 'preview/pr-2' });
  expect(await queryOnce(uri, 'SELECT n, word FROM t, u')).toEqual([{ n: 1, word: 'kept' }]);
});

test('reset brings the parent’s data back behind the same URI', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  await queryOnce(standIn.uri(), 'CREATE TABLE t (n int)');
  const id = await makeBranch(standIn, 'preview/pr-3');
  const uri = standIn.uri({ branch: id });
  await queryOnce(uri, 'DROP TABLE t');
  await queryOnce(standIn.uri(), 'INSERT INTO t VALUES (7)');
  const branch = await api('GET', `/branches/${id}`);
  const answer = await api('POST', `/branches/${id}/restore`, {
    source_branch_id: at(branch, 'branch.parent_id'),
  });
  expect(at(answer, 'branch.current_state')).toBe('resetting');
  await standIn.idle();
  expect(at(await api('GET', `/branches/${id}`), 'branch.current_state')).toBe('ready');
  expect(standIn.uri({ branch: id })).toBe(uri);
  expect(await single(uri, 'SELECT n FROM t')).toBe(7);
});

test('a reset starts the time that a branch has anew', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const id = await makeBranch(standIn, 'expiring', { expires_at: inTwoDays });
  await standIn.advance(86_400_000);
  const branch = await api('GET', `/branches/${id}`);
  await api('POST', `/branches/${id}/restore`, { source_branch_id: at(branch, 'branch.parent_id') });
  await standIn.idle();
  const after = await api('GET', `/branches/${id}`);
  const renewed = Date.parse(String(at(after, 'branch.expires_at'))) - Date.parse(inTwoDays);
  expect(renewed).toBeGreaterThan(86_000_000);
  expect(at(after, 'branch.last_reset_at')).toBeDefined();
});

test('deleting a branch breaks its connections', async () => {
  await using standIn = await startForTest();
  const api = apiOf(standIn);
  const id = await makeBranch(standIn, 'preview/pr-4');
  const uri = standIn.uri({ branch: id });
  const client = new pg.Client({ connectionString: uri });
  const broken = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  expect((await api('DELETE', `/branches/${id}`)).status).toBe(200);
  await broken;
  await expect(queryOnce(uri, 'SELECT 1')).rejects.toThrow('could not be found');
  expect((await api('DELETE', `/branches/${id}`)).status).toBe(204);
});

test('what the default branch is copied from becomes its owner’s, whatever kind of thing it is', async () => {
  await using production = await createTestDatabase();
  await production.query(
    `CREATE EXTENSION pg_trgm;
     CREATE SCHEMA app;
     CREATE TYPE app.mood AS ENUM ('good');
     CREATE TABLE app.t (id serial PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY, mood app.mood);
     CREATE TABLE app.parts (n int) PARTITION BY RANGE (n);
     CREATE TABLE app.part PARTITION OF app.parts DEFAULT;
     CREATE VIEW app.v AS SELECT * FROM app.t;
     CREATE MATERIALIZED VIEW app.m AS SELECT * FROM app.t;
     CREATE SEQUENCE app.s;
     CREATE DOMAIN app.d AS int;
     CREATE TYPE app.pair AS (a int, b int);
     CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1'`,
  );
  await using standIn = await startForTest({
    projects: [{ databases: [{ name: 'neondb', copyOf: production.name }] }],
  });
  await makeBranch(standIn, 'copy');
  const uri = standIn.uri({ branch: 'copy' });
  const others = `SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relowner <> current_user::regrole
    UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'app'::regnamespace AND typowner <> current_user::regrole
    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND proowner <> current_user::regrole`;
  expect(await queryOnce(uri, others)).toEqual([]);
  await queryOnce(uri, "ALTER TYPE app.mood ADD VALUE 'bad'; DROP SCHEMA app CASCADE");
});
