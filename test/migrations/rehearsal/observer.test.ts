import { describe, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { heldLocks } from '../../../src/migrations/rehearsal/observation-window.ts';
import { type Observer, startObserver } from '../../../src/migrations/rehearsal/observer.ts';
import type { Watched } from '../../../src/migrations/rehearsal/observer-look.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import {
  connectAs,
  duration,
  forcedMs,
  lockNames,
  opener,
  relationsOf,
  seen,
  slowItems,
} from './observing.ts';

async function observe(db: TestDatabase, who: Watched): Promise<Observer> {
  return startObserver({
    directUri: db.uri,
    open: opener,
    who,
    before: await relationsOf(db.uri),
    log: silentLogger,
  });
}

describe('what an observer sees of', () => {
  test('CREATE INDEX CONCURRENTLY: one statement over its transactions, with the lock that it holds throughout', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await session.query('CREATE INDEX CONCURRENTLY slow_amount ON items (public.slow(amount))');
    const observation = await observer.stop();
    const statement = seen(observation, 'CREATE INDEX CONCURRENTLY');
    expect(duration(statement)).toBeGreaterThan(forcedMs);
    expect(lockNames(statement)).toEqual(['items ShareUpdateExclusiveLock']);
    const [lock] = statement.locks;
    expect(lock && duration(lock)).toBeGreaterThan(forcedMs);
    expect(lock?.end).toBeLessThanOrEqual(statement.end);
    expect(lock?.start).toBeGreaterThanOrEqual(statement.start);
    expect(statement.rewritten).toEqual([]);
    expect(statement.walBytes).toBeGreaterThan(0);
    expect(observation.notes).toEqual([]);
  });

  test('a type change: ACCESS EXCLUSIVE for as long as it runs, and the table and indexes with new storage', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await session.query('ALTER TABLE items ALTER COLUMN amount TYPE bigint USING public.slow(amount)');
    await session.query('SELECT 1');
    const statement = seen(await observer.stop(), 'ALTER TABLE');
    expect(lockNames(statement)).toContain('items AccessExclusiveLock');
    const lock = statement.locks.find(
      ({ relation, mode }) => relation.name === 'items' && mode === 'AccessExclusiveLock',
    );
    expect(lock && duration(lock)).toBeGreaterThan(forcedMs);
    expect(lock && duration(lock)).toBeLessThanOrEqual(duration(statement));
    expect(lock?.waitedMs).toBe(0);
    expect(
      statement.rewritten
        .map(({ name }) => name)
        .filter((name) => name.startsWith('items'))
        .toSorted(),
    ).toEqual(['items', 'items_note', 'items_pkey']);
  });

  test('two statements of one transaction: the locks of the first are held to the end of the second', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await session.query('BEGIN');
    await session.query('ALTER TABLE items ADD CONSTRAINT checked CHECK (public.slow(amount) > 0)');
    await session.query('UPDATE owners SET id = public.slow(id) FROM pg_catalog.pg_sleep(0.4)');
    await session.query('COMMIT');
    const observation = await observer.stop();
    const alter = seen(observation, 'ALTER TABLE');
    const update = seen(observation, 'UPDATE');
    expect(update.transaction).toBe(alter.transaction);
    const lock = alter.locks.find(({ mode }) => mode === 'AccessExclusiveLock');
    expect(lock?.relation.name).toBe('items');
    expect(lock?.end).toBeGreaterThanOrEqual(update.end);
    expect(lock && duration(lock)).toBeGreaterThan(duration(update));
    expect(lockNames(update)).not.toContain('items AccessExclusiveLock');
    expect(heldLocks([update])[0]).toMatchObject({ mode: 'RowExclusiveLock' });
  });

  test('a statement that waits: for how long, and for whom', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using blocker = await connectAs(db.uri, 'the blocker');
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await blocker.query('BEGIN; SELECT 1 FROM items LIMIT 1');
    const altering = session.query('ALTER TABLE items ADD COLUMN more int');
    await until(() =>
      db.query(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'migration' AND wait_event_type = 'Lock'",
      ),
    );
    await blocker.query('SELECT pg_catalog.pg_sleep(1)');
    await blocker.query('COMMIT');
    await altering;
    await session.query('SELECT pg_catalog.pg_sleep(0.2)');
    const statement = seen(await observer.stop(), 'ALTER TABLE');
    expect(statement.waits).toMatchObject([
      {
        lockType: 'relation',
        mode: 'AccessExclusiveLock',
        relation: { name: 'items' },
        blockedBy: [{ pid: blocker.pid, applicationName: 'the blocker' }],
      },
    ]);
    // The last look at it is some time before its end.
    const [lock] = heldLocks([statement]);
    expect(lock?.waitedMs).toBeGreaterThan(200);
    expect(lock?.waitedMs).toBeLessThanOrEqual(duration(statement));
  });

  test('a lock that was never granted: waited for, not held', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using blocker = await connectAs(db.uri, 'the blocker');
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await blocker.query('BEGIN; SELECT 1 FROM items LIMIT 1');
    await session.query("SET lock_timeout = '1s'");
    await expect(session.query('ALTER TABLE items ADD COLUMN more int')).rejects.toMatchObject({
      code: '55P03',
    });
    const statement = seen(await observer.stop(), 'ALTER TABLE');
    const [lock] = heldLocks([statement]);
    expect(lock).toMatchObject({ relation: { name: 'items' }, mode: 'AccessExclusiveLock', heldMs: 0 });
    expect(lock?.waitedMs).toBeGreaterThan(200);
    expect(statement.rewritten).toEqual([]);
  });

  test('an index build that waits for an older transaction', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using blocker = await connectAs(db.uri, 'the blocker');
    await using session = await connectAs(db.uri, 'migration');
    const observer = await observe(db, session);
    await blocker.query('BEGIN; UPDATE items SET note = note WHERE id = 1');
    const building = session.query('CREATE INDEX CONCURRENTLY later ON items (amount)');
    await until(() =>
      db.query(
        "SELECT 1 FROM pg_stat_activity WHERE application_name = 'migration' AND wait_event_type = 'Lock'",
      ),
    );
    await blocker.query('SELECT pg_catalog.pg_sleep(1)');
    await blocker.query('COMMIT');
    await building;
    const statement = seen(await observer.stop(), 'CREATE INDEX');
    expect(statement.waits).toMatchObject([
      { lockType: 'virtualxid', relation: undefined, blockedBy: [{ pid: blocker.pid }] },
    ]);
    expect(lockNames(statement)).toEqual(['items ShareUpdateExclusiveLock']);
  });

  test('one session between two moments', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    await using other = await connectAs(db.uri, 'migration');
    const observer = await observe(db, { applicationName: 'migration' });
    await other.query(
      'ALTER TABLE owners ADD CHECK (public.slow(id) > 0 AND pg_catalog.pg_sleep(0.3) IS NOT NULL)',
    );
    const from = performance.now();
    await session.query('VACUUM FULL items');
    await session.query('CREATE INDEX CONCURRENTLY slow_amount ON items (public.slow(amount))');
    const middle = performance.now();
    await session.query(
      'ALTER TABLE items ALTER COLUMN note TYPE varchar(9) USING public.slow(amount)::text',
    );
    const first = await observer.seen({ pid: session.pid, from, to: middle });
    expect(first).toMatchObject({ isSeen: true });
    expect(first.locks).toContainEqual(
      expect.objectContaining({
        relation: expect.objectContaining({ name: 'items' }),
        mode: expect.stringMatching(/^(ShareUpdate|Access)Exclusive/),
      }),
    );
    const second = await observer.seen({ pid: session.pid, from: middle, to: performance.now() });
    expect(second.locks[0]).toMatchObject({ relation: { name: 'items' }, mode: 'AccessExclusiveLock' });
    expect(second.locks[0]?.heldMs).toBeGreaterThan(forcedMs);
    expect(second.rewritten.map(({ name }) => name)).toContain('items');
    const nobody = await observer.seen({ pid: other.pid, from, to: performance.now() });
    expect(nobody).toEqual({ isSeen: false, locks: [], waits: [], rewritten: [] });
    await observer.stop();
  });
});

async function until(ask: () => Promise<readonly unknown[]>): Promise<void> {
  while ((await ask()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
}
