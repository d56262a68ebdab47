/** Real migrations of large tables, through `migrate`: what is measured of each. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MeasuredStatement } from '../../../src/migrations/rehearsal/measurement.ts';
import { queryOnce } from '../../support/database.ts';
import { byStatement, wholeScript } from '../project.ts';
import {
  type LargeTables,
  type Measured,
  type MeasureOptions,
  measure,
  megabyte,
  migrationName,
  releases,
  rewrittenNames,
  rowCount,
  startLargeTables,
  tableLocks,
} from './large-tables.ts';

let rows: LargeTables;
beforeAll(async () => {
  rows = await startLargeTables();
});
afterAll(() => rows[Symbol.asyncDispose]());

async function measured(script: string, manifest = byStatement): Promise<Measured> {
  return measure({ uri: await rows.copy(), manifest, script });
}

function lockLists({ statements }: Measured): readonly (readonly string[])[] {
  return statements.map(tableLocks);
}

function sources({ statements }: Measured): readonly string[] {
  return statements.map(({ source }) => source);
}

/** `0` for a change of the catalog alone; `many` for what so many rows weigh. */
function written({ walBytes = Number.NaN }: MeasuredStatement): string {
  if (walBytes < megabyte) return '0';
  return walBytes > 4 * megabyte ? 'many' : `${walBytes} bytes`;
}

describe('rewrites: a changed type, a volatile default; and what is none', () => {
  const script = `ALTER TABLE orders ADD COLUMN state int NOT NULL DEFAULT 0;
ALTER TABLE customers ALTER COLUMN score TYPE bigint;
ALTER TABLE payments ADD COLUMN weight float8 NOT NULL DEFAULT random();
ALTER TABLE customers ALTER COLUMN mood SET DEFAULT 'keen';`;

  function expectRewrites({ statements, before, circumstances }: Measured): void {
    expect(statements.map(rewrittenNames)).toEqual([
      [],
      ['customers', 'customers_pkey'],
      ['payments', 'payments_pkey'],
      [],
    ]);
    expect(statements.map(written)).toEqual(['0', 'many', 'many', '0']);
    expect(new Set(statements.map(({ source }) => source))).toEqual(new Set(['exact']));
    const sizes = before
      .filter(({ kind, rows: count = 0 }) => kind === 'table' && count > 0)
      .map(({ name, rows: count, bytes }) => [name, count, bytes > 7.5 * megabyte]);
    const large = ['customers', 'payments', 'orders', 'events_old'].map((name) => [name, rowCount, true]);
    expect(sizes).toEqual(large);
    expect(circumstances.databaseBytes).toBeGreaterThan(40 * megabyte);
  }

  test('sent one by one: each lock is let go of before the next statement', async () => {
    const run = await measured(script);
    expectRewrites(run);
    expect(lockLists(run)).toEqual([
      ['orders AccessExclusiveLock'],
      ['customers AccessExclusiveLock'],
      ['payments AccessExclusiveLock'],
      ['customers AccessExclusiveLock'],
    ]);
    expect(run.statements.map(({ transaction }) => transaction)).toEqual([0, 1, 2, 3]);
    for (const [index, statement] of run.statements.entries()) {
      for (const { heldMs } of statement.locks) expect(heldMs).toBeGreaterThanOrEqual(statement.durationMs);
      const next = run.statements[index + 1]?.startMs ?? Number.POSITIVE_INFINITY;
      for (const release of releases(statement)) expect(release).toBeLessThanOrEqual(next);
    }
  });

  test('sent whole: each lock is held to the end of the script', async () => {
    const run = await measured(script, wholeScript);
    expectRewrites(run);
    expect(lockLists(run)).toEqual([
      ['orders AccessExclusiveLock'],
      ['customers AccessExclusiveLock'],
      ['payments AccessExclusiveLock'],
      [],
    ]);
    expect(run.statements.map(({ transaction }) => transaction)).toEqual([0, 0, 0, 0]);
    const last = run.statements.at(-1);
    const end = (last?.startMs ?? Number.NaN) + (last?.durationMs ?? Number.NaN);
    const all = run.statements.flatMap(releases);
    expect(all.length).toBeGreaterThan(3);
    for (const release of all) expect(release).toBeGreaterThanOrEqual(end);
  });

  test('a stored generated column, and an enum that becomes text', async () => {
    const run = await measured(`ALTER TABLE orders ADD COLUMN twice int GENERATED ALWAYS AS (id * 2) STORED;
ALTER TABLE customers ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE customers ALTER COLUMN mood TYPE text USING mood::text;`);
    expect(lockLists(run)).toEqual([
      ['orders AccessExclusiveLock'],
      ['customers AccessExclusiveLock'],
      ['customers AccessExclusiveLock'],
    ]);
    expect(run.statements.map(rewrittenNames)).toEqual([['orders'], [], ['customers', 'customers_pkey']]);
    expect(run.statements.map(written)).toEqual(['many', '0', 'many']);
  });
});

describe('enums', () => {
  const add = `ALTER TYPE mood ADD VALUE 'late';\nALTER TABLE customers ALTER COLUMN mood SET DEFAULT 'late';`;

  test('a new value locks no table; sent one by one, it can be used at once', async () => {
    const run = await measured(add);
    expect(run.run.kind).toBe('applied');
    expect(lockLists(run)).toEqual([[], ['customers AccessExclusiveLock']]);
    expect(run.statements.map(written)).toEqual(['0', '0']);
  });

  test('sent whole, using it fails, measured or not', async () => {
    const { run, statements } = await measured(add, wholeScript);
    expect(run).toMatchObject({ kind: 'failed', failure: { sqlState: '55P04', line: 2 } });
    expect(statements.map(({ status }) => status)).toEqual(['done', 'failed']);
  });

  test.each([byStatement, wholeScript])(
    'Prisma’s way to take a value away holds the table from its first touch to COMMIT (%s)',
    async (manifest) => {
      const { statements } = await measured(
        `BEGIN;
CREATE TYPE "mood_new" AS ENUM ('calm', 'cross');
ALTER TABLE "customers" ALTER COLUMN "mood" DROP DEFAULT;
ALTER TABLE "customers" ALTER COLUMN "mood" TYPE "mood_new" USING ("mood"::text::"mood_new");
ALTER TYPE "mood" RENAME TO "mood_old";
ALTER TYPE "mood_new" RENAME TO "mood";
DROP TYPE "mood_old";
ALTER TABLE "customers" ALTER COLUMN "mood" SET DEFAULT 'calm';
COMMIT;`,
        manifest,
      );
      const [, , drop, retype, , , , , commit] = statements;
      if (!drop || !retype || !commit) throw new Error('nine statements');
      expect(tableLocks(drop)).toEqual(['customers AccessExclusiveLock']);
      expect([tableLocks(retype), rewrittenNames(retype)]).toEqual([[], ['customers', 'customers_pkey']]);
      for (const release of releases(drop)) expect(release).toBeGreaterThanOrEqual(commit.startMs);
      expect(drop.locks[0]?.heldMs).toBeGreaterThanOrEqual(retype.durationMs);
    },
  );
});

test('NOT NULL: by itself, and after a check that was validated under a lock that lets others write', async () => {
  const run = await measured(`ALTER TABLE orders ALTER COLUMN customer SET NOT NULL;
ALTER TABLE customers ADD CONSTRAINT score_set CHECK (score IS NOT NULL) NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT score_set;
ALTER TABLE customers ALTER COLUMN score SET NOT NULL;`);
  expect(lockLists(run)).toEqual([
    ['orders AccessExclusiveLock'],
    ['customers AccessExclusiveLock'],
    ['customers ShareUpdateExclusiveLock'],
    ['customers AccessExclusiveLock'],
  ]);
  expect(run.statements.map(written)).toEqual(['0', '0', '0', '0']);
  expect(run.statements.flatMap(rewrittenNames)).toEqual([]);
});

describe('indexes', () => {
  test('plain and CONCURRENTLY: what each locks, and what it writes', async () => {
    const run = await measured(`CREATE INDEX orders_customer ON orders (customer);
CREATE INDEX CONCURRENTLY orders_id ON orders (id);
DROP INDEX orders_customer;`);
    expect(run.run.kind).toBe('applied');
    expect(lockLists(run)).toEqual([
      ['orders ShareLock'],
      ['orders ShareUpdateExclusiveLock'],
      ['orders AccessExclusiveLock'],
    ]);
    expect(sources(run)).toEqual(['exact', 'observed', 'exact']);
    expect(run.statements.map(written)).toEqual(['many', 'many', '0']);
    expect(run.statements.flatMap(rewrittenNames)).toEqual([]);
    expect(run.statements[1]?.locks[0]?.heldMs).toBeGreaterThan(0);
  });

  test('CONCURRENTLY alone in a script runs whole too; beside another statement it is refused', async () => {
    const alone = await measured('CREATE INDEX CONCURRENTLY orders_id ON orders (id);', wholeScript);
    expect(alone.run.kind).toBe('applied');
    expect(lockLists(alone)).toEqual([['orders ShareUpdateExclusiveLock']]);
    expect(sources(alone)).toEqual(['observed']);
    const beside = await measured(
      'ALTER TABLE orders ADD COLUMN x int;\nCREATE INDEX CONCURRENTLY orders_id ON orders (id);',
      wholeScript,
    );
    expect(beside.run).toMatchObject({ kind: 'failed', failure: { sqlState: '25001', line: 2 } });
    expect(beside.statements.map(({ status }) => status)).toEqual(['done', 'failed']);
    expect(lockLists(beside)).toEqual([['orders AccessExclusiveLock'], []]);
  });
});

describe('foreign keys', () => {
  const add = 'ALTER TABLE orders ADD CONSTRAINT orders_fk FOREIGN KEY (customer) REFERENCES customers';
  const both = ['customers ShareRowExclusiveLock', 'orders ShareRowExclusiveLock'];
  const inTwoSteps = `${add} NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_fk;`;

  test('valid at once: writes to both tables wait while the rows are read', async () => {
    const run = await measured(`${add};`);
    expect(lockLists(run)).toEqual([both]);
    expect(run.statements.map(written)).toEqual(['0']);
  });

  test('NOT VALID and VALIDATE, sent one by one: the rows are read under locks that let others write', async () => {
    const run = await measured(inTwoSteps);
    expect(lockLists(run)).toEqual([both, ['customers RowShareLock', 'orders ShareUpdateExclusiveLock']]);
    const [first, second] = run.statements;
    if (!first || !second) throw new Error('two statements');
    for (const release of releases(first)) expect(release).toBeLessThanOrEqual(second.startMs);
    for (const { heldMs } of second.locks) expect(heldMs).toBeGreaterThanOrEqual(second.durationMs);
  });

  test('NOT VALID and VALIDATE, sent whole: the first’s locks are held while the second reads', async () => {
    const run = await measured(inTwoSteps, wholeScript);
    expect(lockLists(run)).toEqual([both, []]);
    const [first, second] = run.statements;
    for (const { heldMs } of first?.locks ?? [])
      expect(heldMs).toBeGreaterThanOrEqual(second?.durationMs ?? Number.NaN);
  });

  test('DROP TABLE locks the table at the other end, whichever end it is', async () => {
    const child = await measured('DROP TABLE payments;');
    const parent = await measured('DROP TABLE customers CASCADE;');
    for (const run of [child, parent]) {
      expect(lockLists(run)).toEqual([['customers AccessExclusiveLock', 'payments AccessExclusiveLock']]);
      expect(run.statements.flatMap(rewrittenNames)).toEqual([]);
    }
  });
});

describe('partitions', () => {
  test('DETACH blocks the whole partitioned table', async () => {
    const run = await measured('ALTER TABLE events DETACH PARTITION events_old;');
    expect(lockLists(run)).toEqual([['events AccessExclusiveLock', 'events_old AccessExclusiveLock']]);
    expect(run.statements.map(written)).toEqual(['0']);
  });

  test('DETACH CONCURRENTLY does not, and says that it was only watched', async () => {
    const run = await measured('ALTER TABLE events DETACH PARTITION events_old CONCURRENTLY;');
    expect(run.run.kind).toBe('applied');
    expect(sources(run)).not.toContain('exact');
    expect(lockLists(run).flat()).not.toContain('events AccessExclusiveLock');
    expect(
      await queryOnce(run.uri, 'SELECT 1 FROM pg_inherits WHERE inhparent = $1::regclass', ['events']),
    ).toHaveLength(1);
  });
});

describe('dynamic SQL', () => {
  test.each([byStatement, wholeScript])(
    'a DO block: all that its EXECUTEs lock and rewrite (%s)',
    async (manifest) => {
      const run = await measured(
        `DO $$ BEGIN
  EXECUTE 'ALTER TABLE orders ALTER COLUMN customer TYPE bigint';
  EXECUTE 'CREATE INDEX customers_score ON customers (score)';
END $$;`,
        manifest,
      );
      expect(lockLists(run)).toEqual([['customers ShareLock', 'orders AccessExclusiveLock']]);
      expect(run.statements.map(rewrittenNames)).toEqual([['orders']]);
      expect(sources(run)).toEqual(['exact']);
    },
  );

  test('a DO block that commits is watched from outside', async () => {
    const run = await measured(`DO $$ BEGIN
  UPDATE orders SET customer = -customer WHERE id <= 50000; COMMIT;
  UPDATE orders SET customer = -customer WHERE id > 50000;
END $$;`);
    expect(run.run.kind).toBe('applied');
    expect(lockLists(run)).toEqual([['orders RowExclusiveLock']]);
    expect(run.statements.map(written)).toEqual(['many']);
    expect(sources(run)).toEqual(['observed']);
  });
});

/** Of Prisma's history: whether the migration can be taken up again, and after that, whether it is. */
async function expectRecoverable(uri: string, manifest: string): Promise<void> {
  const open = 'finished_at IS NULL AND rolled_back_at IS NULL';
  const history = () =>
    queryOnce(
      uri,
      `SELECT migration_name AS name, ${open} AS open FROM _prisma_migrations ORDER BY started_at`,
    );
  expect(await history()).toEqual([{ name: migrationName, open: true }]);
  await queryOnce(uri, `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${open}`);
  const again = await measure({ uri, manifest, script: 'SELECT 1;' });
  expect(again.run.kind).toBe('applied');
  expect(await history()).toEqual([
    { name: migrationName, open: false },
    { name: migrationName, open: false },
  ]);
}

describe('what is stopped', () => {
  const endless = 'ALTER TABLE orders ADD COLUMN x int;\nSELECT pg_sleep(3600);\nDROP TABLE events;';

  test.each([
    [byStatement, 1],
    [wholeScript, 0],
  ] as const)('a statement that never ends, at the deadline (%s)', async (manifest, kept) => {
    const uri = await rows.copy();
    const stopped = await measure({ uri, manifest, script: endless, context: { timeoutMs: 4000 } });
    const { run, statements } = stopped;
    expect(run).toMatchObject({
      kind: 'failed',
      failure: { reason: 'timed-out', line: 2, sqlState: '57014' },
    });
    expect(statements.map(({ status }) => status)).toEqual(['done', 'failed', 'not run']);
    expect(statements.map(({ transaction }) => transaction)).toEqual([0, kept, -1]);
    expect(lockLists(stopped)).toEqual([['orders AccessExclusiveLock'], [], []]);
    const [add, sleep] = statements;
    if (!add || !sleep) throw new Error('three statements');
    expect(sleep.durationMs).toBeGreaterThan(0);
    const isHeldOn = (add.locks[0]?.heldMs ?? Number.NaN) >= sleep.durationMs;
    expect(isHeldOn).toBe(manifest === wholeScript);
    const column = `SELECT 1 FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'x'`;
    expect(await queryOnce(uri, column)).toHaveLength(kept);
    await expectRecoverable(uri, manifest);
  });

  test('a rewrite, cancelled in its middle, leaves the table as it was', async () => {
    const uri = await rows.copy();
    const cancel = new AbortController();
    const context = { signal: cancel.signal };
    // Slow for the migration alone: the question to the data, asked before, is read-only, and would wait for its time limit.
    const script = `ALTER TABLE customers ALTER COLUMN score TYPE bigint
  USING score + CASE current_setting('transaction_read_only') WHEN 'off' THEN length(pg_sleep(0.0001)::text) ELSE 0 END;`;
    const running = measure({ uri, manifest: byStatement, script, context });
    await untilLocked(uri);
    cancel.abort();
    const { run, statements, ...rest } = await running;
    expect(run).toMatchObject({ kind: 'failed', failure: { reason: 'cancelled', sqlState: '57014' } });
    expect(statements).toMatchObject([{ status: 'failed', source: 'observed', rewritten: [] }]);
    expect(lockLists({ run, statements, ...rest })).toEqual([['customers AccessExclusiveLock']]);
    const [column] = await queryOnce(
      uri,
      `SELECT format_type(atttypid, atttypmod) AS type,
      pg_relation_filenode('customers')::int AS node FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attname = 'score'`,
    );
    const node = rest.before.find(({ name }) => name === 'customers')?.fileNode;
    expect(column).toEqual({ type: 'integer', node });
    await expectRecoverable(uri, byStatement);
  });
});

async function untilLocked(uri: MeasureOptions['uri']): Promise<void> {
  const locked = `SELECT 1 FROM pg_locks WHERE relation = 'customers'::regclass AND mode = 'AccessExclusiveLock'`;
  while ((await queryOnce(uri, locked)).length === 0) await setTimeout(20);
}
