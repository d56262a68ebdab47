/** After a migration has failed on data: the same facts, as the failing statement met them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isDataFailure, refusalsOfFailure } from '../../../src/migrations/data/failed-checks.ts';
import { plannedDataChecks } from '../../../src/migrations/data/planned-checks.ts';
import type { DataCheckResult } from '../../../src/migrations/data/run-checks.ts';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import type { Transport } from '../../../src/migrations/script-batch.ts';
import { runScript, type ScriptFailure } from '../../../src/migrations/script-run.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectTo, countsOf, parser, scriptOf } from './support.ts';

let db: TestDatabase;
let session: PostgresConnection;

beforeAll(async () => {
  db = await createTestDatabase();
  session = await connectTo(db.uri);
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await session.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public;
    CREATE TABLE orgs (id int PRIMARY KEY);
    CREATE TABLE users (id int PRIMARY KEY, email text, org int);
    INSERT INTO users SELECT n, CASE WHEN n > 6 THEN 'u' || n % 2 END, n % 4 FROM generate_series(1, 10) n;
    INSERT INTO orgs VALUES (1), (2)`);
});

/** Plans, runs the scripts in order until one fails, and asks. */
async function fail(
  scripts: readonly string[],
  transport: Transport,
): Promise<DataCheckResult & { readonly sqlState: string | undefined }> {
  const planned = scripts.map((script, index) => scriptOf(script, `${index + 1}_test`));
  const catalog = await readRehearsalCatalog(session);
  const checks = plannedDataChecks(planned, catalog, { searchPath: ['public'], parser });
  const { signal } = new AbortController();
  for (const { script, migration, statements } of planned) {
    const failures: ScriptFailure[] = [];
    const onFailure = (one: ScriptFailure) => failures.push(one);
    await runScript({ client: session.client, script, transport, parser, signal, onFailure }).catch(() => {});
    const [failure] = failures;
    if (failure === undefined) continue;
    await session.query('ROLLBACK');
    const sqlState = failure.error?.sqlState ?? '';
    const statement = { migration, index: failure.completed };
    const result = await refusalsOfFailure(session, { checks, statement, sqlState, statements, transport });
    return { ...result, sqlState };
  }
  return { refusals: [], notes: [], sqlState: undefined };
}

const transports = ['script', 'statements'] as const;

test.each(transports)('%s: a statement that rests on nothing', async (transport) => {
  const result = await fail(['SELECT 1; ALTER TABLE users ALTER email SET NOT NULL; SELECT 2'], transport);
  expect(result).toMatchObject({ sqlState: '23502', notes: [] });
  expect(result.refusals.map(({ finding, statement }) => [finding.message, statement.index])).toEqual([
    ['6 rows of public.users have `email` null, so SET NOT NULL failed.', 1],
  ]);
});

test.each(transports)('%s: an incomplete backfill of a column of the same migration', async (transport) => {
  const script = `ALTER TABLE users ADD COLUMN label text;
    UPDATE users SET label = email WHERE id <> 9;
    ALTER TABLE users ALTER label SET NOT NULL, ADD UNIQUE (label);`;
  const result = await fail([script], transport);
  expect(countsOf(result)).toEqual(['unique 1', 'not null 7']);
  expect(result.notes).toEqual([]);
  const left = await session.query(
    "SELECT count(*)::int AS n FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'label'",
  );
  expect(left).toEqual([{ n: transport === 'script' ? 0 : 1 }]);
});

test.each(transports)('%s: what an earlier migration did stays done', async (transport) => {
  const scripts = ["UPDATE users SET email = 'x' WHERE id < 4", 'CREATE UNIQUE INDEX ON users (email)'];
  const result = await fail(scripts, transport);
  expect(result.sqlState).toBe('23505');
  expect(countsOf(result)).toEqual(['unique 4']);
});

test.each(transports)('%s: a transaction of the script’s own', async (transport) => {
  const script = `DELETE FROM users WHERE id = 1;
    COMMIT;
    BEGIN;
    INSERT INTO orgs VALUES (3);
    ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES orgs;
    COMMIT;`;
  const result = await fail([script], transport);
  expect(result.sqlState).toBe('23503');
  // org 0 is that of ids 4 and 8.
  expect(result.refusals.map(({ rows, sampleKeys }) => [rows, sampleKeys])).toEqual([[2, ['id=4', 'id=8']]]);
  expect(await session.query('SELECT id FROM orgs ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
});

test.each(transports)(
  '%s: a reference to a table of the same migration, whose key is not named',
  async (transport) => {
    const script = `CREATE TABLE teams (id int PRIMARY KEY);
    INSERT INTO teams VALUES (0), (1), (2);
    ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES teams;`;
    const result = await fail([script], transport);
    expect(result).toMatchObject({ notes: [], refusals: [{ rows: 2, sampleKeys: ['id=3', 'id=7'] }] });
  },
);

test.each(transports)(
  '%s: tables, columns and types that the migration renamed or made',
  async (transport) => {
    const script = `CREATE TYPE kind AS ENUM ('u1');
    ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME email TO mail;
    ALTER TABLE people ALTER mail TYPE kind USING CASE WHEN mail LIKE 'u%' THEN mail::kind END;`;
    const result = await fail([script], transport);
    expect(result.sqlState).toBe('22P02');
    expect(result.refusals.map(({ finding }) => finding.message)).toEqual([
      '2 rows of public.people have a `mail` that cannot become kind, so the change of `mail` to kind failed.',
    ]);
  },
);

test('several things that one statement refuses: what it failed on comes first', async () => {
  const script =
    'ALTER TABLE users ALTER email SET NOT NULL, ADD FOREIGN KEY (org) REFERENCES orgs, ADD UNIQUE (org)';
  const result = await fail([script], 'script');
  expect(result.sqlState).toBe('23505');
  expect(countsOf(result)).toEqual(['unique 6', 'not null 6', 'foreign key 4']);
});

test('statements that cannot be repeated are said to be so, and the rows are asked all the same', async () => {
  const script = `UPDATE users SET email = 'a' WHERE id = 1;
    ALTER TABLE users ALTER email SET NOT NULL`;
  const planned = scriptOf(script);
  const catalog = await readRehearsalCatalog(session);
  const checks = plannedDataChecks([planned], catalog, { searchPath: ['public'], parser });
  const [first, second] = scriptOf('VACUUM users; SELECT 1').statements;
  const result = await refusalsOfFailure(session, {
    checks,
    statement: { migration: '1_test', index: 1 },
    sqlState: '23502',
    statements: [first, second].filter((statement) => statement !== undefined),
    transport: 'script',
  });
  expect(countsOf(result)).toEqual(['not null 6']);
  expect(result.notes).toEqual([expect.stringContaining('could not be repeated')]);
});

test('without repeating, what the migration made is not there, and that is said', async () => {
  const script = 'ALTER TABLE users ADD label text; ALTER TABLE users ALTER label SET NOT NULL';
  const planned = scriptOf(script);
  const catalog = await readRehearsalCatalog(session);
  const checks = plannedDataChecks([planned], catalog, { searchPath: ['public'], parser });
  const statement = { migration: '1_test', index: 1 };
  const failed = { checks, statement, sqlState: '23502', statements: planned.statements } as const;
  const result = await refusalsOfFailure(session, { ...failed, transport: 'script' }, { mayReplay: false });
  expect(result).toEqual({
    refusals: [],
    notes: [expect.stringContaining('a column that it names is not there')],
  });
});

test('other failures raise no question', async () => {
  const result = await fail(['ALTER TABLE users ALTER email SET NOT NULL, ADD CHECK (nope)'], 'script');
  expect(result).toEqual({ sqlState: '42703', refusals: [], notes: [] });
  expect(['23502', '23505', '23503', '23514', '22P02', '22003', '22001', '23P01'].every(isDataFailure)).toBe(
    true,
  );
  expect(['42804', '42703', '55P03', '57014', '40P01'].some(isDataFailure)).toBe(false);
  expect((await fail(['INSERT INTO users VALUES (1)'], 'script')).refusals).toEqual([]);
});
