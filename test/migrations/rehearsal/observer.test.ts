import { describe, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
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
});
