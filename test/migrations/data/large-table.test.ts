/** A million rows: every kind of question is answered exactly, within the time that one check has by default. */
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';
import { check, connectTo } from './support.ts';

const rows = Array.from({ length: 1_000_000 }, (_, index) => {
  const n = index + 1;
  const twin = n % 5000 === 1 && n > 1 ? 1 : 0;
  const bad = n % 20_000 === 0 ? 'n/a' : n % 20_000 === 1 ? '9999999999' : String(n);
  return { email: n % 2427 === 7 ? null : `u${n - twin}`, org: n % 1000, amount: bad };
});

const emails = rows.flatMap(({ email }) => email ?? []);
const once = new Set<string>();
const twice = new Set(emails.filter((email) => once.size === once.add(email).size));

const forms: readonly (readonly [string, number])[] = [
  ['ALTER TABLE users ALTER email SET NOT NULL', rows.length - emails.length],
  ['CREATE UNIQUE INDEX users_email ON users (email)', emails.length - once.size],
  ['CREATE UNIQUE INDEX users_email ON users (lower(email), org) WHERE id > 0', 0],
  ['ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES orgs', rows.filter(({ org }) => org > 998).length],
  ["ALTER TABLE users ADD CHECK (email LIKE 'u%')", 0],
  ['ALTER TABLE users ALTER amount TYPE int USING amount::int', 100],
  [
    'ALTER TABLE users ALTER amount TYPE bigint USING amount::bigint',
    rows.filter(({ amount }) => amount === 'n/a').length,
  ],
  ['ALTER TABLE users ALTER email TYPE varchar(7)', emails.filter((email) => email.length > 7).length],
  ['ALTER TABLE users ADD EXCLUDE (email WITH =)', emails.filter((email) => twice.has(email)).length],
  ['ALTER TABLE users ADD COLUMN c int NOT NULL', rows.length],
];

test('a million rows', { timeout: 300_000 }, async () => {
  await using db = await createTestDatabase();
  await using session = await connectTo(db.uri);
  await session.query(`CREATE TABLE orgs (id int PRIMARY KEY); INSERT INTO orgs SELECT generate_series(0, 998);
    CREATE TABLE users AS SELECT n AS id, 'u' || n - CASE WHEN n % 5000 = 1 AND n > 1 THEN 1 ELSE 0 END AS email, n % 1000 AS org,
      CASE WHEN n % 20000 = 0 THEN 'n/a' WHEN n % 20000 = 1 THEN '9999999999' ELSE n::text END AS amount
      FROM generate_series(1, 1000000) n`);
  await session.query(`ALTER TABLE users ADD PRIMARY KEY (id);
    UPDATE users SET email = NULL WHERE id % 2427 = 7; ANALYZE users, orgs`);
  for (const [sql, expected] of forms) {
    const { refusals, notes } = await check(session, sql);
    expect({ sql, rows: refusals[0]?.rows ?? 0, notes }).toEqual({ sql, rows: expected, notes: [] });
    expect(refusals[0]?.sampleKeys ?? []).toHaveLength(Math.min(5, refusals[0]?.rows ?? 0));
  }
});
