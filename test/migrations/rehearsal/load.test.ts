import { describe, expect, test } from 'vitest';
import { readRehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { type Load, type LoadOptions, startLoad } from '../../../src/migrations/rehearsal/load.ts';
import type { LoadResult } from '../../../src/migrations/rehearsal/rehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { recordingLogger } from '../../support/recording-logger.ts';
import { connectAs, forcedMs, opener, slowItems } from './observing.ts';

interface StartedLoad {
  readonly load: Load;
  readonly log: ReturnType<typeof recordingLogger>;
}

async function start(db: TestDatabase, more: Partial<LoadOptions> = {}): Promise<StartedLoad> {
  await using connection = await connectAs(db.uri, 'test');
  const catalog = await readRehearsalCatalog(connection);
  const log = recordingLogger();
  const load = await startLoad({
    directUri: db.uri,
    open: opener,
    tables: catalog.relations,
    catalog,
    currentMigration: () => '1_migration',
    signal: new AbortController().signal,
    log,
    perSecond: 20,
    ...more,
  });
  return { load, log };
}

function tableOf(result: LoadResult, name: string) {
  const found = result.tables.find(({ table }) => table.name === name);
  if (found === undefined) throw new Error(`The load has no table ${name}.`);
  return found;
}

/** Every row of a table with the place and the transaction that it comes from. */
function content(db: TestDatabase, table: string): Promise<readonly unknown[]> {
  return db.query(`SELECT ctid, xmin, t::text FROM ${table} t ORDER BY 1`);
}

/** Sessions of the load, and which of them is in a transaction. */
async function sessions(db: TestDatabase): Promise<readonly unknown[]> {
  return db.query(
    "SELECT state, xact_start IS NOT NULL AS open FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'database-actions/load'",
  );
}

describe('a load beside a migration', () => {
  test('stalls while a table is rewritten, and leaves every row as it was', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    const before = await content(db, 'owners');
    const items =
      "SELECT md5(string_agg(t::text, ',' ORDER BY id)) AS sum FROM (SELECT id, amount::bigint, note FROM items) t";
    const sum = await db.query(items);
    await using session = await connectAs(db.uri, 'migration');
    const { load } = await start(db, { stallLimitMs: forcedMs / 2 });
    await session.query('ALTER TABLE items ALTER COLUMN amount TYPE bigint USING public.slow(amount)');
    const result = await load.stop();
    const loaded = tableOf(result, 'items');
    expect(Math.max(loaded.longestReadMs, loaded.longestWriteMs)).toBeGreaterThan(forcedMs / 2);
    expect(loaded).toMatchObject({ during: '1_migration', errors: [] });
    expect(loaded.reads).toBeGreaterThan(0);
    expect(loaded.writes).toBeGreaterThan(0);
    expect(result.findings).toMatchObject([
      { rule: 'load-stalled', severity: 'warning', subject: 'public.items' },
    ]);
    expect(result.findings[0]?.message).toContain('1_migration');
    expect(await db.query(items)).toEqual(sum);
    expect(await content(db, 'owners')).toEqual(before);
    expect(await sessions(db)).toEqual([]);
  });

  test('is not in the way of it: a lock is had although the load never pauses', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    await using session = await connectAs(db.uri, 'migration');
    const { load } = await start(db);
    for (let round = 0; round < 20; round += 1)
      await session.query('BEGIN; LOCK TABLE items, owners; COMMIT');
    const result = await load.stop();
    expect(result.tables.map(({ table }) => table.name)).toEqual(['items', 'owners']);
    expect(result.findings).toEqual([]);
  });

  test.each([
    ['a dropped column', 'ALTER TABLE items DROP COLUMN note', '42703'],
    ['a renamed column', 'ALTER TABLE items RENAME COLUMN amount TO total', '42703'],
    ['a renamed table', 'ALTER TABLE items RENAME TO things', '42P01'],
    ['a dropped table', 'DROP TABLE items', '42P01'],
    ['a schema that is no longer open', 'ALTER TABLE items SET SCHEMA elsewhere', '42P01'],
  ])('meets %s, even if that is the last statement', async (_, sql, sqlState) => {
    await using db = await createTestDatabase();
    await db.query(`${slowItems} CREATE SCHEMA elsewhere`);
    const { load } = await start(db);
    await db.query(sql);
    const result = await load.stop();
    expect(tableOf(result, 'items').errors).toMatchObject([{ sqlState }]);
    expect(tableOf(result, 'owners').errors).toEqual([]);
    expect(result.findings).toMatchObject([
      { rule: 'load-error', severity: 'error', subject: 'public.items' },
    ]);
    expect(result.findings[0]?.message).toMatch(/while 1_migration ran/);
  });

  test('a table that gets a trigger meanwhile is written no more', async () => {
    await using db = await createTestDatabase();
    await db.query(`${slowItems} CREATE SEQUENCE fired;
      CREATE FUNCTION fire() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM nextval(''fired''); RETURN NULL; END'`);
    const { load, log } = await start(db);
    await db.query('CREATE TRIGGER outside AFTER UPDATE ON items FOR EACH STATEMENT EXECUTE FUNCTION fire()');
    await db.query('SELECT pg_catalog.pg_sleep(0.5)');
    const result = await load.stop();
    expect(await db.query('SELECT is_called FROM fired')).toEqual([{ is_called: false }]);
    expect(log.lines.join('\n')).toContain('public.items is only read from now on');
    expect(result.findings).toEqual([]);
  });
});

describe('which tables are written', () => {
  test('not those whose writes could leave the transaction, nor those without a key or a row', async () => {
    await using db = await createTestDatabase();
    await db.query(`
      CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TABLE plain ("Key ""; --" text, "b" int, PRIMARY KEY ("Key ""; --", b), generated int GENERATED ALWAYS AS (b * 2) STORED);
      INSERT INTO plain VALUES ('it''s \\ "; DROP TABLE plain; --', 1), ('é😀', 2);
      CREATE TABLE "no key; --" (a int);
      INSERT INTO "no key; --" VALUES (1);
      CREATE TABLE empty (id int PRIMARY KEY, a int);
      CREATE TABLE triggered (id int PRIMARY KEY, a int);
      INSERT INTO triggered VALUES (1, 1);
      CREATE TRIGGER t BEFORE UPDATE ON triggered FOR EACH ROW EXECUTE FUNCTION noop();
      CREATE TABLE identity (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
      INSERT INTO identity DEFAULT VALUES;
      CREATE TABLE parted (id int PRIMARY KEY, a int) PARTITION BY RANGE (id);
      CREATE TABLE part_1 PARTITION OF parted FOR VALUES FROM (0) TO (10);
      CREATE TABLE part_2 PARTITION OF parted FOR VALUES FROM (10) TO (20);
      INSERT INTO parted VALUES (1, 1), (11, 1);
      CREATE TRIGGER t AFTER UPDATE ON part_2 FOR EACH ROW EXECUTE FUNCTION noop();
      CREATE MATERIALIZED VIEW matted AS SELECT 1 AS a;
      CREATE VIEW viewed AS SELECT 1 AS a;
      ANALYZE`);
    const { load } = await start(db);
    await db.query('SELECT pg_catalog.pg_sleep(0.3)');
    const result = await load.stop();
    const written = result.tables.map(({ table, reads, writes }) => [table.name, reads > 0, writes > 0]);
    expect(Object.fromEntries(written.map(([name, ...rest]) => [name, rest]))).toEqual({
      plain: [true, true],
      'no key; --': [true, false],
      empty: [true, false],
      triggered: [true, false],
      identity: [true, false],
      parted: [true, false],
      part_1: [true, true],
      part_2: [true, false],
      matted: [true, false],
    });
    expect(result.findings).toEqual([]);
    expect(await db.query('SELECT "Key ""; --" AS key, b FROM plain ORDER BY b')).toEqual([
      { key: 'it\'s \\ "; DROP TABLE plain; --', b: 1 },
      { key: 'é😀', b: 2 },
    ]);
  });

  test('nor those that the role may not write; what it may not read is left alone', async () => {
    await using db = await createTestDatabase();
    await db.query(`${slowItems} CREATE TABLE secrets (id int PRIMARY KEY); INSERT INTO secrets VALUES (1)`);
    const role = `load_${db.name}`;
    await db.query(
      `CREATE ROLE ${role}; GRANT SELECT ON items TO ${role}; GRANT SELECT, UPDATE ON owners TO ${role}`,
    );
    const { load, log } = await start(db, {
      async open(uri, name) {
        const connection = await opener(uri, name);
        await connection.query(`SET SESSION AUTHORIZATION ${role}`);
        return connection;
      },
    });
    const result = await load.stop();
    await db.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    expect(result.tables.map(({ table, writes }) => [table.name, writes > 0])).toEqual([
      ['items', false],
      ['owners', true],
    ]);
    expect(log.lines.join('\n')).toContain('public.secrets is left alone');
  });

  test('at most sixteen, the largest', async () => {
    await using db = await createTestDatabase();
    const names = Array.from({ length: 20 }, (_, index) => `t${String(index).padStart(2, '0')}`);
    const rows = (index: number) => (index < 4 ? 0 : 1000);
    await db.query(
      names
        .map((name, index) => `CREATE TABLE ${name} AS SELECT generate_series(1, ${rows(index)});`)
        .join('\n'),
    );
    const { load } = await start(db);
    const { tables } = await load.stop();
    expect(tables.map(({ table }) => table.name)).toEqual(names.slice(4));
  });
});

describe('the end of a load', () => {
  test('comes at once when it is aborted while both wait for a lock', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    const abort = new AbortController();
    const { load } = await start(db, { signal: abort.signal });
    await using session = await connectAs(db.uri, 'migration');
    await session.query('BEGIN; LOCK TABLE items, owners');
    await until(async () => (await waiting(db)) === 2);
    abort.abort();
    const result = await load.stop();
    expect(await sessions(db)).toEqual([]);
    expect(result.tables.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test('does not wait for a lock that is never let go of, and counts the wait', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    const { load } = await start(db);
    await using session = await connectAs(db.uri, 'migration');
    await session.query('BEGIN; LOCK TABLE items, owners');
    await until(async () => (await waiting(db)) === 2);
    const result = await load.stop();
    expect(await sessions(db)).toEqual([]);
    expect(result.findings.map(({ rule }) => rule)).toContain('load-stalled');
    expect(result.tables.flatMap(({ errors }) => errors)).toEqual([]);
  });

  test('after a lost connection: it is counted, and the load went on over a new one', async () => {
    await using db = await createTestDatabase();
    await db.query(slowItems);
    const { load } = await start(db);
    await db.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'database-actions/load'",
    );
    await until(async () => (await sessions(db)).length === 2);
    const result = await load.stop();
    const errors = result.tables.flatMap(({ errors }) => errors);
    expect(errors.reduce((sum, { count }) => sum + count, 0)).toBe(2);
    expect(new Set(result.findings.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(await sessions(db)).toEqual([]);
  });
});

async function waiting(db: TestDatabase): Promise<unknown> {
  const [row] = await db.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'database-actions/load' AND wait_event_type = 'Lock'",
  );
  return row?.n;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
