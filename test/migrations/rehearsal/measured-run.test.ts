/** What the bundled engine measures while it migrates a database with data. */
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { errorMessage } from '../../../src/errors.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { MigrateRequest } from '../../../src/migrations/migration-run.ts';
import type { MeasuredStatement } from '../../../src/migrations/rehearsal/measurement.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  byStatement,
  contextFor,
  createProject,
  historyTable,
  recordingLogger,
  requestFor,
  wholeScript,
} from '../project.ts';

const tables = `
CREATE TABLE users (id int PRIMARY KEY, email text, age int);
CREATE TABLE posts (id int PRIMARY KEY, author int REFERENCES users, title varchar(20));
${historyTable}`;

async function prepared(db: TestDatabase, rows: number): Promise<void> {
  await db.query(`${tables}
INSERT INTO users SELECT n, 'a' || n, n % 90 FROM generate_series(1, ${rows}) n;
INSERT INTO posts SELECT n, n, 't' FROM generate_series(1, ${rows}) n;
ANALYZE users`);
}

async function measured(script: string, manifest: string, setUp = '') {
  await using db = await createTestDatabase();
  await prepared(db, 20_000);
  await db.query(setUp);
  await using project = await createProject({ '1_change': script });
  await project.write('package.json', manifest);
  const log = recordingLogger();
  const run = await migrate(
    requestFor(project, db.uri, { rehearse: {}, workspace: project.folder }),
    contextFor(log),
  );
  if (run.rehearsal === undefined) throw new Error(`Nothing was measured: ${log.lines.join('\n')}`);
  return { run, ...run.rehearsal, ...run.rehearsal.measurement };
}

/** What is watched from outside must last for a while to be seen: such an index takes 0.2 s to build, after VACUUM FULL too. */
const slowIndexes = `CREATE FUNCTION slow(n int) RETURNS int LANGUAGE plpgsql IMMUTABLE
  AS 'BEGIN IF n % 100 = 0 THEN PERFORM pg_catalog.pg_sleep(0.001); END IF; RETURN n; END';
CREATE INDEX ON posts (slow(id))`;

function lockList({ locks }: MeasuredStatement): readonly string[] {
  return locks.map(({ relation, mode }) => `${relation.name}: ${mode}`);
}

const change = `-- AlterTable
ALTER TABLE "users" ALTER COLUMN "age" TYPE bigint;

-- DropForeignKey
ALTER TABLE posts DROP CONSTRAINT posts_author_fkey;
CREATE INDEX ON users (email);
CREATE TABLE fresh (id int);
ALTER TABLE fresh ADD COLUMN more int;
UPDATE users SET email = email;
`;

describe('each statement of a migration', () => {
  test('its locks on what was there before, what it rewrote, and how much it wrote (sent one by one)', async () => {
    const { run, statements, circumstances } = await measured(change, byStatement);
    expect(run.kind).toBe('applied');
    expect(statements.map(({ kind, line, source, status }) => [kind, line, source, status])).toEqual([
      ['AlterTableStmt', 2, 'exact', 'done'],
      ['AlterTableStmt', 5, 'exact', 'done'],
      ['IndexStmt', 6, 'exact', 'done'],
      ['CreateStmt', 7, 'exact', 'done'],
      ['AlterTableStmt', 8, 'exact', 'done'],
      ['UpdateStmt', 9, 'exact', 'done'],
    ]);
    const [type, drop, index, create, alter, update] = statements;
    if (!type || !drop || !index || !create || !alter || !update) throw new Error('six statements');
    expect(lockList(type)).toContain('users: AccessExclusiveLock');
    expect(type.rewritten.map(({ name }) => name)).toEqual(['users', 'users_pkey']);
    expect(type.walBytes).toBeGreaterThan(500_000);
    expect(lockList(drop)).toEqual(
      expect.arrayContaining(['posts: AccessExclusiveLock', 'users: AccessExclusiveLock']),
    );
    expect(drop.rewritten).toEqual([]);
    expect(lockList(index)).toContain('users: ShareLock');
    expect([lockList(create), lockList(alter)]).toEqual([[], []]);
    expect(lockList(update)).toContain('users: RowExclusiveLock');
    expect(new Set(statements.map(({ transaction }) => transaction)).size).toBe(6);
    for (const { locks, durationMs } of statements)
      for (const { heldMs } of locks) expect(heldMs).toBeGreaterThanOrEqual(durationMs);
    expect(circumstances).toMatchObject({
      engine: 'bundled',
      transport: 'statements',
      isProductionData: true,
    });
    expect(circumstances.serverVersion).toBeGreaterThan(150000);
    expect(circumstances.databaseBytes).toBeGreaterThan(1_000_000);
  });

  test('in one transaction (Prisma before 7.4) the first lock is held to the end of the last statement', async () => {
    const { statements } = await measured(
      'ALTER TABLE users ADD COLUMN flag int;\nSELECT pg_sleep(0.3);\nALTER TABLE users DROP COLUMN flag;\nLOCK posts IN SHARE MODE;',
      wholeScript,
    );
    expect(statements.map(({ transaction, source }) => [transaction, source])).toEqual(
      Array.from({ length: 4 }, () => [0, 'exact']),
    );
    const [add, sleep, again, lock] = statements;
    if (!add || !sleep || !again || !lock) throw new Error('four statements');
    expect(lockList(add)).toContain('users: AccessExclusiveLock');
    expect(add.locks[0]?.heldMs).toBeGreaterThan(300);
    expect(add.durationMs).toBeLessThan(sleep.durationMs);
    expect(sleep.durationMs).toBeGreaterThanOrEqual(299);
    expect(lockList(again)).not.toContain('users: AccessExclusiveLock');
    expect(lockList(lock)).toEqual(['posts: ShareLock']);
  });

  test('the script’s own transaction is measured as one', async () => {
    const script =
      'BEGIN;\nALTER TABLE users ADD COLUMN flag int;\nSELECT pg_sleep(0.2);\nCOMMIT;\nDROP INDEX IF EXISTS nothing;';
    for (const manifest of [byStatement, wholeScript]) {
      const { statements } = await measured(script, manifest);
      const add = statements.find(({ kind }) => kind === 'AlterTableStmt');
      expect(add?.locks[0]).toMatchObject({ mode: 'AccessExclusiveLock' });
      expect(add?.locks[0]?.heldMs).toBeGreaterThanOrEqual(199);
    }
  });

  test('what cannot run in a transaction runs, and its rewrite is seen afterwards', async () => {
    const { run, statements } = await measured(
      'CREATE INDEX CONCURRENTLY users_slow ON users (slow(id));\nVACUUM FULL posts;\nALTER TABLE users ADD COLUMN x int;',
      byStatement,
      slowIndexes,
    );
    expect(run.kind).toBe('applied');
    expect(statements.map(({ source }) => source)).toEqual(['observed', 'observed', 'exact']);
    expect(statements.slice(0, 2).map(lockList)).toEqual([
      expect.arrayContaining(['users: ShareUpdateExclusiveLock']),
      expect.arrayContaining(['posts: AccessExclusiveLock']),
    ]);
    expect(statements[1]?.rewritten.map(({ name }) => name)).toContain('posts');
    expect(statements[2]?.rewritten).toEqual([]);
    expect(statements[1]?.walBytes).toBeGreaterThan(0);
  });

  test.each([byStatement, wholeScript])(
    'a failure stops the measuring where it stops the migration (%s)',
    async (manifest) => {
      const { run, statements } = await measured(
        'ALTER TABLE users ADD COLUMN x int;\nALTER TABLE users ALTER COLUMN email TYPE int USING email::int;\nDROP TABLE posts;',
        manifest,
      );
      expect(run).toMatchObject({ kind: 'failed', failure: { line: 2, sqlState: '22P02' } });
      expect(statements.map(({ status }) => status)).toEqual(['done', 'failed', 'not run']);
      expect(statements[2]).toMatchObject({ durationMs: 0, locks: [], source: 'none' });
    },
  );

  test('waiting for another session is told apart from holding', async () => {
    await using db = await createTestDatabase();
    await prepared(db, 5);
    await using project = await createProject({ '1_change': 'ALTER TABLE users ADD COLUMN flag int;' });
    const other = new pg.Client({ connectionString: db.uri });
    await other.connect();
    await other.query('BEGIN; LOCK users IN ACCESS SHARE MODE');
    const migrating = migrate(requestFor(project, db.uri, { rehearse: {} }), contextFor(recordingLogger()));
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await db.query(waiting)).length === 0) await setTimeout(20);
    await setTimeout(500);
    await other.query('COMMIT');
    await other.end();
    const [statement] = (await migrating).rehearsal?.measurement.statements ?? [];
    const lock = statement?.locks.find(({ relation }) => relation.name === 'users');
    expect(statement).toMatchObject({ source: 'exact', status: 'done' });
    expect(lock?.waitedMs).toBeGreaterThan(400);
    expect(lock?.heldMs).toBeLessThan((statement?.durationMs ?? 0) - 300);
  });

  test('a script that is not taken apart fails as one, whichever statement of it fails', async () => {
    const script = 'BEGIN ISOLATION LEVEL SERIALIZABLE;\nSELECT 1;\nSELECT 1/0;\nCOMMIT;';
    const { run, statements } = await measured(script, wholeScript);
    expect(run).toMatchObject({ kind: 'failed', failure: { sqlState: '22012' } });
    expect(statements).toMatchObject([{ kind: 'Script', index: 0, status: 'failed' }]);
  });

  test.each([byStatement, wholeScript])(
    'a deferred constraint that fails at the commit is the last statement’s failure (%s)',
    async (manifest) => {
      const script = `ALTER TABLE posts ADD CONSTRAINT later FOREIGN KEY (author) REFERENCES users DEFERRABLE INITIALLY DEFERRED;
INSERT INTO posts VALUES (-5, -77, 'x');`;
      const { statements } = await measured(
        script.replace('posts ADD', 'posts DROP CONSTRAINT posts_author_fkey, ADD'),
        manifest,
      );
      expect(statements.map(({ status }) => status)).toEqual(['done', 'failed']);
    },
  );

  test('SQL that does not parse is run as a whole and reported so', async () => {
    const { run, statements } = await measured(
      'ALTER TABLE users ADD COLUMN x int;\nALTER TABEL users;',
      byStatement,
    );
    expect(run).toMatchObject({ kind: 'failed', failure: { line: 2, sqlState: '42601' } });
    expect(statements).toMatchObject([{ kind: 'Script', index: 0, status: 'failed' }]);
  });
});

/** What a user would see of a run, refusals to start included. */
async function outcomeOf(request: MigrateRequest) {
  try {
    const run = await migrate(request, contextFor(recordingLogger()));
    if (run.kind !== 'failed') return run.kind;
    const { line, sqlState, message, recovery } = run.failure;
    return { line, sqlState, message, recovery };
  } catch (thrown) {
    return errorMessage(thrown);
  }
}

const same: readonly string[] = [
  `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$; SELECT f(); -- ; end`,
  `DO $$ BEGIN UPDATE users SET age = 1; COMMIT; END $$;`,
  `SET lock_timeout = '5s'; SET LOCAL search_path = 'nowhere'; SELECT count(*) FROM users;`,
  `SET search_path = ''; SELECT 1; CREATE TABLE public.moved (id int);`,
  `BEGIN ISOLATION LEVEL SERIALIZABLE; INSERT INTO users VALUES (-1); COMMIT;`,
  `SAVEPOINT a; SELECT 1;`,
  `LOCK users;`,
  `CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY ON a (id);`,
  `SELECT 1 AS database_actions_probe; SELECT 'x' AS database_actions_probe;`,
  `CREATE TABLE c (id int DEFERRABLE);`,
  `ALTER TABLE posts ADD CONSTRAINT later FOREIGN KEY (author) REFERENCES users DEFERRABLE INITIALLY DEFERRED; INSERT INTO posts VALUES (-5, -77, 'x');`,
  `-- nothing`,
  `ROLLBACK; CREATE TABLE kept (id int);`,
];

describe.each([byStatement, wholeScript])(
  'measured or not, the same script leaves the same (%s)',
  (manifest) => {
    test.each(same)('%s', async (script) => {
      const outcomes = await Promise.all(
        [undefined, {}].map(async (rehearse) => {
          await using db = await createTestDatabase();
          await prepared(db, 5);
          await using project = await createProject({ '1_change': script });
          await project.write('package.json', manifest);
          const outcome = await outcomeOf(requestFor(project, db.uri, { rehearse }));
          const left =
            await db.query(`SELECT relname, (SELECT count(*) FROM users) AS users, (SELECT min(age) FROM users) AS age
            FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1`);
          return { outcome, left };
        }),
      );
      expect(outcomes[1]).toEqual(outcomes[0]);
    });
  },
);

describe('the rows of the branch', () => {
  test('that a statement refuses are counted, and named by their keys, when it fails', async () => {
    const { run, data } = await measured(
      `UPDATE users SET email = NULL WHERE id <= 412;\nALTER TABLE users ALTER COLUMN email SET NOT NULL;`,
      wholeScript,
    );
    expect(run.kind).toBe('failed');
    expect(data).toMatchObject({
      kind: 'done',
      result: [{ kind: 'not null', rows: 412, columns: ['email'], statement: { index: 1 } }],
    });
  });

  test('are asked before anything runs, for every statement at once', async () => {
    const { data } = await measured(
      `CREATE UNIQUE INDEX ON users (age);\nALTER TABLE posts ALTER COLUMN title TYPE varchar(0);`,
      byStatement,
    );
    expect(data.kind === 'done' && data.result.map(({ kind, statement }) => [kind, statement.index])).toEqual(
      [['unique', 0]],
    );
  });

  test('a statement that ran all the same refused nothing', async () => {
    const { run, data } = await measured('ALTER TABLE users ALTER COLUMN email SET NOT NULL;', byStatement);
    expect(run.kind).toBe('applied');
    expect(data).toEqual({ kind: 'done', result: [] });
  });
});
