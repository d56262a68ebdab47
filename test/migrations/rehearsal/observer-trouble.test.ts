/** Whatever happens to the observer, the migration goes on and the observation says what is missing. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { heldLocks } from '../../../src/migrations/rehearsal/observation-window.ts';
import { startObserver } from '../../../src/migrations/rehearsal/observer.ts';
import { connectionOpener, type OpenConnection } from '../../../src/migrations/session.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectAs, duration, forcedMs, opener, relationsOf, seen, slowItems } from './observing.ts';

const slowChange = 'ALTER TABLE items ALTER COLUMN amount TYPE bigint USING public.slow(amount)';

interface TestRole extends AsyncDisposable {
  readonly uri: string;
}

/** A role of no privileges that may log in to the database. */
async function createRole(db: TestDatabase, limit = -1): Promise<TestRole> {
  const user = `role_${randomUUID().replaceAll('-', '')}`;
  await db.query(`CREATE ROLE ${user} LOGIN PASSWORD 'weak' CONNECTION LIMIT ${limit}`);
  const uri = formatConnectionUri({ ...parseConnectionUri(db.uri), user, password: 'weak' });
  return { uri, [Symbol.asyncDispose]: async () => void (await db.query(`DROP ROLE ${user}`)) };
}

describe('a connection that is lost in the middle', () => {
  test('is made anew, and what was missed is said', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    const before = await relationsOf(db.uri);
    const observer = await startObserver({
      directUri: db.uri,
      open: opener,
      who: session,
      before,
      log: silentLogger,
    });
    const altering = session.query(slowChange);
    await db.query('SELECT pg_catalog.pg_sleep(0.1)');
    const ended = await db.query(
      "SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'database-actions/observer'",
    );
    expect(ended).toEqual([{ ended: true }]);
    await altering;
    const observation = await observer.stop();
    expect(observation.notes).toEqual([
      expect.stringMatching(/lost its connection \(times: 1\) and saw nothing for/),
    ]);
    const statement = seen(observation, 'ALTER TABLE');
    expect(duration(statement)).toBeGreaterThan(forcedMs);
    expect(heldLocks([statement])[0]).toMatchObject({
      mode: 'AccessExclusiveLock',
      relation: { name: 'items' },
    });
    expect(statement.rewritten.map(({ name }) => name)).toContain('items');
  });

  test('and cannot be had again leaves what was seen', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    let opened = 0;
    const onceOnly: OpenConnection = (uri, name) => {
      opened += 1;
      return opened === 1 ? opener(uri, name) : Promise.reject(new Error('no route to the host'));
    };
    const before = await relationsOf(db.uri);
    const observer = await startObserver({
      directUri: db.uri,
      open: onceOnly,
      who: session,
      before,
      log: silentLogger,
    });
    const altering = session.query(slowChange);
    await db.query(
      `SELECT pg_catalog.pg_sleep(0.2), pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'database-actions/observer'`,
    );
    await altering;
    const observation = await observer.stop();
    expect(observation.notes.join()).toMatch(/saw nothing to the end/);
    const statement = seen(observation, 'ALTER TABLE');
    expect(statement.locks.map(({ mode }) => mode)).toContain('AccessExclusiveLock');
  });
});

test('a role that may not read the statements of another sees its locks, by transaction', async () => {
  await using db = await createTestDatabase();
  await db.query(slowItems);
  await using weak = await createRole(db);
  await using session = await connectAs(db.uri, 'migration');
  const before = await relationsOf(db.uri);
  const who = { applicationName: 'migration' };
  const observer = await startObserver({ directUri: weak.uri, open: opener, who, before, log: silentLogger });
  await session.query(slowChange);
  await session.query('CREATE INDEX CONCURRENTLY slow_owner ON items (public.slow(owner))');
  const observation = await observer.stop();
  expect(observation.notes).toEqual([expect.stringContaining('pg_read_all_stats')]);
  expect(observation.statements.every(({ text }) => text === undefined)).toBe(true);
  const [change] = observation.statements;
  expect(change && heldLocks([change])[0]).toMatchObject({
    relation: { name: 'items' },
    mode: 'AccessExclusiveLock',
  });
  expect(change?.rewritten.map(({ name }) => name)).toEqual(expect.arrayContaining(['items', 'items_pkey']));
  expect(observation.statements.flatMap(({ locks }) => locks.map(({ mode }) => mode))).toContain(
    'ShareUpdateExclusiveLock',
  );
});

test('a session that shows nothing of itself is seen by its locks', async () => {
  await using db = await createTestDatabase();
  await db.query(slowItems);
  await using session = await connectAs(db.uri, 'migration');
  await session.query('SET track_activities = off');
  const before = await relationsOf(db.uri);
  const options = { directUri: db.uri, open: opener, who: session, before, log: silentLogger };
  const observer = await startObserver(options);
  await session.query(slowChange);
  const observation = await observer.stop();
  expect(observation.notes).toEqual([expect.stringContaining('track_activities is off')]);
  expect(observation.statements.map(({ text }) => text)).toEqual([undefined]);
  expect(heldLocks(observation.statements)[0]).toMatchObject({ mode: 'AccessExclusiveLock' });
});

describe('a server with few connections', () => {
  test('that refuses the observer is a note', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using role = await createRole(db, 1);
    const before = await relationsOf(db.uri);
    await using session = await connectAs(role.uri, 'migration');
    const impatient = connectionOpener({
      log: silentLogger,
      signal: new AbortController().signal,
      timeoutMs: 300,
    });
    const options = { directUri: role.uri, open: impatient, who: session, before, log: silentLogger };
    const observer = await startObserver(options);
    expect(await session.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    const observation = await observer.stop();
    expect(observation).toMatchObject({ statements: [], looks: 0 });
    expect(observation.notes.join()).toMatch(/got no connection: .*53300/);
  });

  test('keeps them for a tool that connects later', async () => {
    await using db = await createTestDatabase();
    await using role = await createRole(db, 2);
    const who = { others: true } as const;
    const observer = await startObserver({
      directUri: role.uri,
      open: opener,
      who,
      before: [],
      log: silentLogger,
    });
    await using first = await connectAs(role.uri, 'tool');
    await using second = await connectAs(role.uri, 'tool');
    expect(await Promise.all([first.query('SELECT 1 AS a'), second.query('SELECT 1 AS a')])).toHaveLength(2);
    const observation = await observer.stop();
    expect(observation.notes).toEqual([expect.stringContaining('the server takes 1 further connections')]);
  });
});

test('a connection that never comes holds nobody up', async () => {
  const never: OpenConnection = () => new Promise(() => {});
  const options = { directUri: 'postgresql://a:b@c/d', who: { pid: 1 }, before: [], log: silentLogger };
  const observer = await startObserver({ ...options, open: never });
  expect(await observer.seen({ pid: 1, from: 0, to: 1 })).toMatchObject({ isSeen: false });
  expect(await observer.stop()).toMatchObject({ statements: [], looks: 0, textLimit: undefined });
});

test('sessions that were there before and our own are nobody of a tool', async () => {
  await using db = await createTestDatabase();
  await db.query(slowItems);
  const before = await relationsOf(db.uri);
  await using application = await connectAs(db.uri, 'application');
  const who = { others: true } as const;
  const observer = await startObserver({ directUri: db.uri, open: opener, who, before, log: silentLogger });
  await using own = await connectAs(db.uri, 'database-actions/load');
  await using tool = await connectAs(db.uri, 'flyway');
  const work = 'LOCK TABLE items IN ROW SHARE MODE; SELECT pg_catalog.pg_sleep(0.3)';
  await Promise.all([application, own, tool].map((session) => session.query(work)));
  const observation = await observer.stop();
  expect(new Set(observation.statements.map(({ applicationName }) => applicationName))).toEqual(
    new Set(['flyway']),
  );
  expect(seen(observation, 'LOCK TABLE').locks).toMatchObject([{ mode: 'RowShareLock' }]);
  expect(observation.notes).toEqual([]);
});
