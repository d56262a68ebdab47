import { describe, expect, test } from 'vitest';
import { plansSection } from '../../../src/checks/plans-section.ts';
import { defaultPolicy } from '../../../src/report/rule-policy.ts';
import { createTestDatabase } from '../../support/database.ts';
import { comparedStory, kinds, told } from './support.ts';

/** Large enough that reading it whole is not what the planner wants. */
const users = `CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, name text, state text NOT NULL DEFAULT 'on');
  INSERT INTO users SELECT n, 'ada' || n || '@example.com', 'Ada ' || n FROM generate_series(1, 4000) AS n;
  CREATE INDEX users_email_idx ON users (email);
  ANALYZE users;`;

const byEmail =
  '-- name: byEmail :one\nSELECT * FROM users WHERE email = $1;\n-- name: byId :one\nSELECT name FROM users WHERE id = $1;';

test('a dropped index is told with its table, the queries and the statement that makes it', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: users,
    migration: 'DROP INDEX users_email_idx',
    queries: byEmail,
  });
  expect(told(check)).toEqual(['warning plan-lost-index public.users · users_email_idx']);
  expect(check.findings[0]).toMatchObject({
    message:
      '1 query found rows by this index and reads the whole table (about 4,000 rows) now: the index is gone.',
    evidence: 'byEmail: SELECT * FROM users WHERE email = $1',
    fix: 'CREATE INDEX users_email_idx ON public.users USING btree (email);',
    location: { file: 'queries.sql', line: 2 },
  });
  expect(kinds(check)).toEqual(['byEmail: worse', 'byId: same']);
  const section = plansSection(check);
  expect(section).toMatchObject({ status: 'warning', summary: 'Of 2 queries 1 plans worse' });
  expect(JSON.stringify(section.blocks)).toContain('Index Scan using users_email_idx on public.users');
});

test('a finding that is meant is left out, and counted', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: users,
    migration: 'DROP INDEX users_email_idx',
    queries: byEmail,
    ignore: ['plan-lost-index:public.users · *'],
  });
  expect(plansSection(check)).toMatchObject({ status: 'passed', findings: [] });
  expect(JSON.stringify(plansSection(check).blocks)).toContain('Ignored: 1 finding.');
});

test('the configuration sets the level of a rule, and accepts findings with a reason', async () => {
  await using db = await createTestDatabase();
  const subject = 'public.users · users_email_idx';
  const story = { uri: db.uri, migration: 'DROP INDEX users_email_idx', queries: byEmail };
  const rules = new Map([['plan-lost-index', { level: 'error' as const, ignore: [], options: {} }]]);
  const policy = defaultPolicy('2026-01-01');
  const check = await comparedStory({ ...story, before: users, policy: { ...policy, rules } });
  expect(told(check)).toEqual([`error plan-lost-index ${subject}`]);
  const accepted = [{ rule: 'plan-lost-index', subject, reason: 'a new one follows', until: undefined }];
  const quiet = await comparedStory({
    ...story,
    before: 'CREATE INDEX users_email_idx ON users (email)',
    policy: { ...policy, accepted },
  });
  expect(told(quiet)).toEqual([]);
  expect(JSON.stringify(plansSection(quiet).blocks)).toContain('a new one follows');
});

test('where nothing matters, one line', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: users,
    migration: 'ALTER TABLE users ADD nickname text',
    queries: byEmail,
  });
  expect(check.findings).toEqual([]);
  expect(plansSection(check)).toMatchObject({ status: 'passed', summary: '2 queries plan as before' });
});

describe('an index is not lost', () => {
  test.each([
    ['that is only renamed', 'ALTER INDEX users_email_idx RENAME TO by_email', 'same'],
    [
      'that is made anew under another name',
      'DROP INDEX users_email_idx; CREATE INDEX other ON users (email)',
      'same',
    ],
    [
      'for which another serves',
      'DROP INDEX users_email_idx; CREATE INDEX other ON users (email, name)',
      'changed',
    ],
  ])('%s', async (_, migration, kind) => {
    await using db = await createTestDatabase();
    const check = await comparedStory({ uri: db.uri, before: users, migration, queries: byEmail });
    expect(told(check)).toEqual([]);
    expect(kinds(check)[0]).toBe(`byEmail: ${kind}`);
  });
});

describe('an index that is there serves no more', () => {
  test.each([
    [
      'after a change of the type on one side of a join',
      `${users} CREATE TABLE orders (id int PRIMARY KEY, user_id int); INSERT INTO orders SELECT n, n FROM generate_series(1, 5) AS n; ANALYZE orders`,
      'ALTER TABLE orders ALTER user_id TYPE numeric; ANALYZE orders',
      'SELECT u.* FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = $1',
      'users_pkey',
    ],
    [
      'when its predicate does not follow any more',
      `${users} DROP INDEX users_email_idx; CREATE INDEX users_email_idx ON users (email) WHERE state = 'on'`,
      "DROP INDEX users_email_idx; CREATE INDEX users_email_idx ON users (email) WHERE state = 'off'",
      "SELECT * FROM users WHERE email = $1 AND state = 'on'",
      'users_email_idx',
    ],
    [
      'under another collation',
      `${users}`,
      'DROP INDEX users_email_idx; CREATE INDEX users_email_idx ON users (email COLLATE "POSIX")',
      'SELECT * FROM users WHERE email = $1 ORDER BY email',
      'users_email_idx',
    ],
  ])('%s', async (_, before, migration, queries, index) => {
    await using db = await createTestDatabase();
    const check = await comparedStory({ uri: db.uri, before, migration, queries });
    expect(told(check)).toEqual([`warning plan-lost-index public.users · ${index}`]);
    expect(check.findings[0]?.message).toContain('the index is there');
    expect(check.findings[0]?.fix).toBeUndefined();
  });
});

describe('a query that does not work any more', () => {
  test.each([
    ['its column is dropped', 'ALTER TABLE users DROP name', 'column "name" does not exist (SQLSTATE 42703)'],
    [
      'its table is renamed',
      'ALTER TABLE users RENAME TO people',
      'relation "users" does not exist (SQLSTATE 42P01)',
    ],
    ['its types do not fit', 'ALTER TABLE users ALTER id TYPE text', '(SQLSTATE 42883)'],
  ])('%s', async (_, migration, message) => {
    await using db = await createTestDatabase();
    const check = await comparedStory({
      uri: db.uri,
      before: users,
      migration,
      queries: 'SELECT name FROM users WHERE id = 1',
    });
    expect(told(check)).toEqual(['error plan-lost queries.sql']);
    expect(check.findings[0]?.message).toContain(message);
    expect(plansSection(check)).toMatchObject({ status: 'failed', summary: 'Of 1 query 1 fails' });
  });
});

describe('without a lost index', () => {
  const events = `CREATE TABLE events (id int); INSERT INTO events SELECT generate_series(1, 2000); ANALYZE events;
    CREATE TABLE few (id int); INSERT INTO few VALUES (1); ANALYZE few;`;

  test('a large table that is read whole now is told, a small one is not', async () => {
    await using db = await createTestDatabase();
    const check = await comparedStory({
      uri: db.uri,
      before: `${users} ${events} CREATE VIEW listed AS SELECT id FROM users WHERE id < 10; CREATE VIEW short AS SELECT id FROM users WHERE id = 1;`,
      migration: `CREATE OR REPLACE VIEW listed AS SELECT u.id FROM users u JOIN events e ON e.id = u.id WHERE u.id < 10;
        CREATE OR REPLACE VIEW short AS SELECT u.id FROM users u JOIN few f ON f.id = u.id WHERE u.id = 1;`,
      queries: '-- name: listed\nSELECT * FROM listed;\n-- name: short\nSELECT * FROM short;',
    });
    expect(told(check)).toEqual(['warning plan-new-seq-scan public.events']);
    expect(check.findings[0]?.message).toBe('1 query reads the whole table now.');
    expect(kinds(check)).toEqual(['listed: worse', 'short: changed']);
  });

  test('a cost that grows is told with its factor, from the minimum on', async () => {
    await using db = await createTestDatabase();
    const story = {
      uri: db.uri,
      migration: `CREATE OR REPLACE VIEW listed AS SELECT u.id FROM users u, generate_series(1, 1000) AS n`,
      queries: 'SELECT * FROM listed',
    };
    const before = 'CREATE OR REPLACE VIEW listed AS SELECT id FROM users';
    const check = await comparedStory({ ...story, before: `${users} ${before}` });
    expect(told(check)).toEqual(['warning plan-cost-grew queries.sql']);
    expect(check.findings[0]?.message).toMatch(
      /^The planner expects \d+ times the work of before: a cost of /,
    );
    const quiet = await comparedStory({ ...story, before, limits: { minimum: 10_000_000 } });
    expect(quiet.findings).toEqual([]);
  });

  test('what became better is said, and is no finding', async () => {
    await using db = await createTestDatabase();
    const check = await comparedStory({
      uri: db.uri,
      before: users,
      migration: 'CREATE INDEX users_name_idx ON users (name)',
      queries: 'SELECT * FROM users WHERE name = $1; SELECT 1 FROM users WHERE id = $1',
      limits: { minimum: 50 },
    });
    expect(check.findings).toEqual([]);
    expect(plansSection(check).summary).toBe('Of 2 queries 1 plans better');
  });
});

test('an index that is there but not valid', async () => {
  await using db = await createTestDatabase();
  const check = await comparedStory({
    uri: db.uri,
    before: users,
    migration: "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'users_email_idx'::regclass",
    queries: byEmail,
  });
  expect(check.findings[0]?.message).toContain('now: the index is not valid.');
});

test('several queries of one index are one finding', async () => {
  await using db = await createTestDatabase();
  const many = Array.from(
    { length: 12 },
    (_, n) => `-- name: q${n}\nSELECT ${n} FROM users WHERE email = $1;`,
  );
  const check = await comparedStory({
    uri: db.uri,
    before: users,
    migration: 'DROP INDEX users_email_idx',
    queries: many.join('\n'),
  });
  expect(check.findings).toHaveLength(1);
  expect(check.findings[0]?.message).toContain(
    '12 queries found rows by this index and read the whole table',
  );
  expect(check.findings[0]?.evidence?.split('\n')).toHaveLength(11);
});
