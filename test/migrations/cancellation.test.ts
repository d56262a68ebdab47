import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { CancelledError } from '../../src/errors.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { contextFor, createProject, type RecordedLog, recordingLogger, requestFor } from './project.ts';

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const seen = (log: RecordedLog, text: string) => () => log.lines.some((line) => line.includes(text));

async function connected(db: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: db.uri, application_name: 'the blocker' });
  await client.connect();
  return client;
}

async function busyBackends(db: TestDatabase): Promise<unknown> {
  const [row] = await db.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'database-actions%'`,
  );
  return row?.n;
}

describe('a cancelled run', () => {
  test('ends the running statement, leaves the migration recorded as failed, and no lock or connection', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': 'CREATE TABLE a (id int)',
      '2_slow': 'CREATE TABLE b (id int);\nSELECT pg_sleep(120);',
      '3_never': 'SELECT 1',
    });
    await project.write('package.json', '{ "dependencies": { "prisma": "6.19.3" } }');
    const cancel = new AbortController();
    const log = recordingLogger();
    const running = migrate(requestFor(project, db.uri), contextFor(log, { signal: cancel.signal }));
    await until(
      async () => (await db.query("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")).length > 0,
    );
    cancel.abort();
    const run = await running;
    expect(run).toMatchObject({
      kind: 'failed',
      pendingCount: 2,
      failure: { reason: 'cancelled', migration: '2_slow', line: 2, sqlState: '57014' },
    });
    if (run.kind === 'failed')
      expect(run.failure.recovery.join()).toContain('resolve --rolled-back "2_slow"');
    expect(
      await db.query('SELECT migration_name, finished_at IS NULL AS open FROM _prisma_migrations ORDER BY 1'),
    ).toEqual([
      { migration_name: '1_init', open: false },
      { migration_name: '2_slow', open: true },
    ]);
    await until(async () => (await busyBackends(db)) === 0);
    expect(await db.query("SELECT to_regclass('b') AS b, pg_try_advisory_lock(72707369) AS free")).toEqual([
      { b: null, free: true },
    ]);
  });

  test('between two migrations does not begin the next', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)', '2_next': 'SELECT 1' });
    const cancel = new AbortController();
    const log = recordingLogger();
    const info = (line: string) => {
      log.info(line);
      if (line.includes('1_init: applied')) cancel.abort();
    };
    const run = await migrate(
      requestFor(project, db.uri),
      contextFor({ ...log, info }, { signal: cancel.signal }),
    );
    expect(run).toMatchObject({
      kind: 'failed',
      failure: { reason: 'cancelled', migration: undefined },
      migrations: [
        { name: '1_init', status: 'applied' },
        { name: '2_next', status: 'pending' },
      ],
    });
    expect(await db.query('SELECT migration_name FROM _prisma_migrations')).toEqual([
      { migration_name: '1_init' },
    ]);
    expect(await migrate(requestFor(project, db.uri), contextFor(recordingLogger()))).toMatchObject({
      kind: 'applied',
    });
  });

  test('that never began applies nothing', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)' });
    const context = contextFor(recordingLogger(), {
      signal: AbortSignal.abort(new CancelledError('SIGINT')),
    });
    await expect(migrate(requestFor(project, db.uri), context)).rejects.toMatchObject({
      name: 'CancelledError',
    });
    expect(await db.query("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
  });

  test('while it waits for another migration stops waiting at once', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)' });
    const blocker = await connected(db);
    await blocker.query('SELECT pg_advisory_lock(72707369)');
    const cancel = new AbortController();
    const log = recordingLogger();
    const running = migrate(
      requestFor(project, db.uri),
      contextFor(log, { signal: cancel.signal, progressEveryMs: 50 }),
    );
    await until(seen(log, 'The lock of Prisma Migrate: still running'));
    cancel.abort();
    expect(await running).toMatchObject({
      kind: 'failed',
      failure: { reason: 'cancelled' },
      pendingCount: 1,
    });
    await blocker.end();
    expect(await db.query("SELECT to_regclass('a') AS a")).toEqual([{ a: null }]);
  });

  test('by its own deadline says that the time was over', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_slow': 'SELECT pg_sleep(120)' });
    const run = await migrate(
      requestFor(project, db.uri),
      contextFor(recordingLogger(), { timeoutMs: 1000 }),
    );
    expect(run).toMatchObject({ kind: 'failed', failure: { reason: 'timed-out', migration: '1_slow' } });
  });
});

describe('a connection that breaks during a migration', () => {
  test('is a failed run, not a crash, and the migration is left open for `resolve`', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_slow': 'SELECT 1;\nSELECT pg_sleep(120);' });
    const running = migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    await until(async () => {
      const ended = await db.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
      );
      return ended.length > 0;
    });
    expect(await running).toMatchObject({
      kind: 'failed',
      failure: { reason: 'error', migration: '1_slow', line: 2, sqlState: '57P01' },
    });
    expect(
      await db.query('SELECT finished_at, applied_steps_count AS steps FROM _prisma_migrations'),
    ).toEqual([{ finished_at: null, steps: 0 }]);
  });
});

describe('a run that waits', () => {
  test('for a lock says who holds it', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)' });
    await migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    await project.write('prisma/migrations/2_alter/migration.sql', 'ALTER TABLE a ADD COLUMN b int;');
    const blocker = await connected(db);
    await blocker.query('BEGIN; SELECT count(*) FROM a');
    const log = recordingLogger();
    const running = migrate(requestFor(project, db.uri), contextFor(log, { progressEveryMs: 50 }));
    await until(seen(log, 'waiting for a lock held by pid'));
    await blocker.query('COMMIT');
    await blocker.end();
    expect(await running).toMatchObject({ kind: 'applied' });
    const line = log.lines.find((text) => text.includes('waiting for a lock')) ?? '';
    expect(line).toMatch(
      /2_alter: still running after .*the blocker; idle in transaction.*SELECT count\(\*\) FROM a/,
    );
  });

  test('for another migration gives up as Prisma does, and names its holder', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': 'CREATE TABLE a (id int)' });
    const blocker = await connected(db);
    await blocker.query('SELECT pg_advisory_lock(72707369)');
    const running = migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    await expect(running).rejects.toMatchObject({
      message: expect.stringContaining('P1002'),
      hint: expect.stringContaining('the blocker'),
    });
    await blocker.end();
    await until(async () => (await busyBackends(db)) === 0);
  });
});
