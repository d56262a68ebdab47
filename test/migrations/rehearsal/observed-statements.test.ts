import { describe, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { Observation, ObservedStatement } from '../../../src/migrations/rehearsal/observation.ts';
import {
  type ObservedScript,
  observedStatements,
} from '../../../src/migrations/rehearsal/observed-statements.ts';
import { startObserver } from '../../../src/migrations/rehearsal/observer.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { createTestDatabase } from '../../support/database.ts';
import { contextFor, requestFor } from '../project.ts';
import { environment, projectWithPrisma } from '../project-with-prisma.ts';
import { connectAs, forcedMs, opener, relationsOf, slowItems } from './observing.ts';

const parser = await loadSqlParser();

const slowChange = `-- AlterTable
ALTER TABLE items
  ALTER COLUMN amount TYPE bigint USING public.slow(amount); -- takes a while`;

function scriptOf(migration: string, script: string, more: Partial<ObservedScript> = {}): ObservedScript {
  return {
    migration,
    file: `prisma/migrations/${migration}/migration.sql`,
    script,
    status: 'applied',
    ...more,
  };
}

describe('what Prisma ran is found in its files', () => {
  test('statement by statement, as Prisma from 7.4 sends them', async () => {
    await using db = await createTestDatabase();
    await db.query(
      `${slowItems} CREATE TABLE _prisma_migrations (id text); CREATE INDEX items_amount ON items (amount)`,
    );
    const observer = await startObserver({
      directUri: db.uri,
      open: opener,
      who: { applicationName: 'database-actions/prisma' },
      before: await relationsOf(db.uri),
      log: silentLogger,
    });
    const scripts = [
      scriptOf('1_first', `CREATE TABLE fresh (id int);\n\n${slowChange}\n`),
      scriptOf(
        '2_index',
        `SELECT 1;\nCREATE INDEX CONCURRENTLY slow_owner\n  ON items (public.slow(owner));`,
      ),
      scriptOf('3_later', 'DROP TABLE fresh;', { status: 'pending' }),
    ];
    await using prisma = await connectAs(db.uri, 'database-actions/prisma');
    await prisma.query('SELECT 1');
    await prisma.query('SELECT pg_advisory_lock(72707369), pg_sleep(0.1)');
    for (const sql of [
      'INSERT INTO _prisma_migrations SELECT pg_sleep(0.1)::text',
      'CREATE TABLE fresh (id int)',
      slowChange,
      'SELECT 1',
      'CREATE INDEX CONCURRENTLY slow_owner\n  ON items (public.slow(owner))',
    ])
      await prisma.query(sql);
    const statements = observedStatements({
      observation: await observer.stop(),
      scripts,
      parser,
      transport: 'statements',
    });
    const short = statements.map(({ migration, index, line, kind, status }) => ({
      migration,
      index,
      line,
      kind,
      status,
    }));
    expect(short).toEqual([
      { migration: '1_first', index: 0, line: 1, kind: 'CreateStmt', status: 'done' },
      { migration: '1_first', index: 1, line: 4, kind: 'AlterTableStmt', status: 'done' },
      { migration: '2_index', index: 0, line: 1, kind: 'SelectStmt', status: 'done' },
      { migration: '2_index', index: 1, line: 2, kind: 'IndexStmt', status: 'done' },
      { migration: '3_later', index: 0, line: 1, kind: 'DropStmt', status: 'not run' },
    ]);
    const [, change, , index, later] = statements;
    expect(change).toMatchObject({
      source: 'observed',
      file: 'prisma/migrations/1_first/migration.sql',
      text: 'ALTER TABLE items\n  ALTER COLUMN amount TYPE bigint USING public.slow(amount)',
    });
    expect(change?.durationMs).toBeGreaterThan(forcedMs);
    expect(change?.locks[0]).toMatchObject({ mode: 'AccessExclusiveLock', relation: { name: 'items' } });
    expect(change?.locks.filter(({ relation }) => relation.name === 'items')).toHaveLength(1);
    expect(change?.rewritten.map(({ name }) => name)).toContain('items');
    expect(index).toMatchObject({
      locks: [{ mode: 'ShareUpdateExclusiveLock', relation: { name: 'items' } }],
    });
    expect(index?.startMs).toBeGreaterThanOrEqual((change?.startMs ?? 0) + (change?.durationMs ?? 0));
    expect(later).toMatchObject({ source: 'none', durationMs: 0, locks: [], walBytes: undefined });
    expect(new Set(statements.map(({ transaction }) => transaction)).size).toBe(5);
  });

  test("when it is Prisma's own command line, which is looked at as it is", async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma({ '1_init': 'CREATE TABLE first (id int);' });
    const deploy = () =>
      migrate(requestFor(project, db.uri, { engine: 'project', environment }), contextFor(silentLogger));
    await deploy();
    await db.query(slowItems);
    const script = `${slowChange.replace(/ --.*/, '')}\n\n-- CreateIndex\nCREATE INDEX slow_owner ON items (public.slow(owner));\n`;
    await project.write('prisma/migrations/2_slow/migration.sql', script);
    const observer = await startObserver({
      directUri: db.uri,
      open: opener,
      who: { applicationName: 'database-actions/prisma' },
      before: await relationsOf(db.uri),
      log: silentLogger,
    });
    expect(await deploy()).toMatchObject({ kind: 'applied', engine: { name: 'project' } });
    const observation = await observer.stop();
    expect(observation.notes).toEqual([]);
    const statements = observedStatements({
      observation,
      scripts: [scriptOf('2_slow', script)],
      parser,
      transport: 'statements',
    });
    const short = statements.map(({ kind, line, source, locks }) => [kind, line, source, locks[0]?.mode]);
    expect(short).toEqual([
      ['AlterTableStmt', 2, 'observed', 'AccessExclusiveLock'],
      ['IndexStmt', 6, 'observed', 'ShareLock'],
    ]);
    expect(statements[0]?.rewritten.map(({ name }) => name)).toContain('items');
  });

  test('as a whole script, as Prisma before 7.4 sends it', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    const observer = await startObserver({
      directUri: db.uri,
      open: opener,
      who: { applicationName: 'prisma' },
      before: await relationsOf(db.uri),
      log: silentLogger,
    });
    const script = `-- ${'a long comment '.repeat(200)}\n${slowChange}\nCREATE INDEX quick ON owners (id);`;
    await using prisma = await connectAs(db.uri, 'prisma');
    await prisma.query(script);
    const statements = observedStatements({
      observation: await observer.stop(),
      scripts: [scriptOf('1_whole', script), scriptOf('2_unseen', 'CREATE TABLE a ();\nDROP TABLE a;')],
      parser,
      transport: 'script',
    });
    expect(statements.map(({ migration, kind, line, source }) => [migration, kind, line, source])).toEqual([
      ['1_whole', 'Script', 1, 'observed'],
      ['2_unseen', 'CreateStmt', 1, 'none'],
      ['2_unseen', 'DropStmt', 2, 'none'],
    ]);
    expect(statements[0]?.locks[0]).toMatchObject({
      mode: 'AccessExclusiveLock',
      relation: { name: 'items' },
    });
    expect(statements[0]?.locks[0]?.heldMs).toBeGreaterThan(forcedMs);
    expect(statements[0]?.text).toBe(script);
  });
});

test("a command's statements are entries of no file, without its books and its questions", async () => {
  await using db = await createTestDatabase();
  await db.query(`${slowItems} CREATE TABLE schema_migrations (version text)`);
  const observer = await startObserver({
    directUri: db.uri,
    open: opener,
    who: { others: true },
    before: await relationsOf(db.uri),
    log: silentLogger,
  });
  await using tool = await connectAs(db.uri, 'rails');
  await tool.query('BEGIN');
  await tool.query('SELECT pg_sleep(0.1), count(*) FROM items');
  await tool.query(slowChange);
  await tool.query('UPDATE items SET amount = public.slow(amount::int) WHERE id > $1', [0]);
  await tool.query("INSERT INTO schema_migrations SELECT '1' FROM pg_sleep(0.1)");
  await tool.query('COMMIT');
  const statements = observedStatements({ observation: await observer.stop(), scripts: [], parser });
  expect(statements).toMatchObject([
    {
      migration: 'command',
      file: undefined,
      index: 0,
      kind: 'AlterTableStmt',
      status: 'done',
      source: 'observed',
    },
    { migration: 'command', file: undefined, index: 1, kind: 'UpdateStmt', transaction: 1 },
  ]);
  expect(statements[0]?.text).toBe(slowChange);
  const [change, update] = statements;
  // Held to the end of the transaction, which is after the update.
  expect(change?.locks[0]?.heldMs).toBeGreaterThan(1.5 * forcedMs);
  expect(update?.locks.map(({ mode }) => mode)).toContain('RowExclusiveLock');
});

function observation(statements: readonly Partial<ObservedStatement>[]): Observation {
  const whole = statements.map((statement, index) => ({
    pid: 1,
    applicationName: 'prisma',
    transaction: index + 1,
    text: '',
    start: index * 10,
    end: index * 10 + 9,
    isRunning: false,
    locks: [],
    waits: [],
    rewritten: [],
    walBytes: 1,
    ...statement,
  }));
  return { statements: whole, rewrittenUnseen: [], textLimit: 1024, looks: 1, notes: [] };
}

describe('a migration that failed', () => {
  const script = 'CREATE TABLE a ();\nALTER TABLE a\n  ADD COLUMN b int;\nDROP TABLE a;';

  test.each([
    ['at a line', 3],
    ['at the last statement that was seen', undefined],
  ])('%s', (_, failedLine) => {
    const statements = observedStatements({
      observation: observation([{ text: 'CREATE TABLE a ()' }, { text: 'ALTER TABLE a ADD COLUMN b int;' }]),
      scripts: [scriptOf('1', script, { status: 'failed', failedLine })],
      parser,
    });
    expect(statements.map(({ status, source }) => [status, source])).toEqual([
      ['done', 'observed'],
      ['failed', 'observed'],
      ['not run', 'none'],
    ]);
  });

  test('although it cannot be parsed is one entry', () => {
    const statements = observedStatements({
      observation: observation([]),
      scripts: [scriptOf('1', 'CREATE TABEL a;', { status: 'failed' })],
      parser,
    });
    expect(statements).toMatchObject([
      { kind: 'Script', status: 'failed', source: 'none', line: 1, startMs: 0, text: 'CREATE TABEL a;' },
    ]);
  });
});

test('the same statement twice is found twice, and once more it is the second again', () => {
  const script = 'UPDATE a SET b = 1;\nDROP TABLE c;\nUPDATE a SET b = 1;';
  const update = { text: 'UPDATE a SET b = 1' };
  const statements = observedStatements({
    observation: observation([update, update, update]),
    scripts: [scriptOf('1', script)],
    parser,
  });
  expect(statements.map(({ source, walBytes }) => [source, walBytes])).toEqual([
    ['observed', 1],
    ['none', undefined],
    ['observed', 2],
  ]);
});

test('a client that prepares and executes shows one statement in steps', () => {
  const steps = [1, 1, 2].map((transaction) => ({ text: 'CREATE INDEX i ON t (a)', transaction }));
  const statements = observedStatements({
    observation: observation(steps),
    scripts: [],
    parser,
    otherName: 'knex',
  });
  expect(
    statements.map(({ migration, durationMs, transaction }) => [migration, durationMs, transaction]),
  ).toEqual([
    ['knex', 19, 1],
    ['knex', 9, 2],
  ]);
});
