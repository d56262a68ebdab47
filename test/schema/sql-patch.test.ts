/**
 * The SQL patch is run: a database with the old schema, after it, has the new one. Every kind of object in every change that
 * there is a case for, forth and back, and random schemas.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { fitComment } from '../../src/report/fit.ts';
import { schemaDiffSection } from '../../src/schema/diff-section.ts';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import type { DiffOptions, SchemaDiff } from '../../src/schema/schema-diff.ts';
import type { SchemaSnapshot } from '../../src/schema/snapshot.ts';
import { type SqlPatch, sqlPatch } from '../../src/schema/sql-patch/sql-patch.ts';
import { makeReport } from '../report/fixtures/made-report.ts';
import { queryOnce, serverUri } from '../support/database.ts';
import { hostileChanges, hostileTables } from './changed-neonhub.ts';
import { kindCases } from './every-kind.ts';
import { findPgDump } from './pg-dump.ts';
import { randomChange, randomOf, randomSchema } from './random-changes.ts';
import { fullName, isInstalled, majors, openSide, type Side, startMajor, told } from './support.ts';
import { renamings, tangles } from './tangled-schemas.ts';

/** More with SCHEMA_SEEDS, for a longer search. */
const seeds = Array.from({ length: Number(process.env.SCHEMA_SEEDS ?? 3) }, (_, index) => index + 1);
const steps = 14;

/** Of all cases, both ways: what a script cannot do, and says so. */
const unwrittenCases = [
  "extension pg_trgm: extensions have no way back to an older version <- not ALTER EXTENSION pg_trgm UPDATE TO '1.6'",
  "enum public.mood: Postgres can neither take values from an enum nor reorder them <- not ALTER TYPE mood ADD VALUE 'happy'",
  'table public.parted: the key of a partitioned table cannot be changed <- DROP TABLE parted; CREATE TABLE parted (a integer, b integer) PARTITION BY HASH (lower(a::text), b)',
  'table public.parted: the key of a partitioned table cannot be changed <- not DROP TABLE parted; CREATE TABLE parted (a integer, b integer) PARTITION BY HASH (lower(a::text), b)',
  'column public.people.twice: a column cannot become a generated one <- not ALTER TABLE people ALTER twice DROP EXPRESSION',
  `index public.rooms.by "name" USING btree: its index is invalid on the new side <- UPDATE pg_index SET indisvalid = false WHERE indexrelid = '"by ""name"" USING btree"'::regclass`,
  "foreign server far: the value of its option api_key is a secret <- ALTER SERVER far OPTIONS (SET host 'b', ADD api_key 'secret value')",
  'other operator public.===(integer,integer): a snapshot knows only that it is there <- CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)',
];

const outer = majors.filter(
  ([major, packageName]) => (major === 15 || major === 18) && isInstalled(packageName),
);

function patchFrom(
  from: SchemaSnapshot,
  to: SchemaSnapshot,
  options: DiffOptions,
): SqlPatch & { readonly diff: SchemaDiff } {
  const diff = diffSnapshots(from, to, options);
  return { ...sqlPatch(diff, { from, to, runner: 'postgres' }), diff };
}

/** Statement by statement, as psql does. What is left of the difference is what the script says that it leaves. */
async function applyPatch(
  side: Side,
  from: SchemaSnapshot,
  to: SchemaSnapshot,
  options: DiffOptions = {},
): Promise<readonly string[]> {
  const { statements, notWritten, text, diff } = patchFrom(from, to, options);
  const when = `${told(diff).join('\n')}\n${text}`;
  for (const statement of statements)
    await side.run(statement).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${statement}\nof:\n${when}`);
    });
  const rest = diffSnapshots(await side.read(), to);
  const names = notWritten.map(({ object }) => `${object.kind} ${fullName(object)}`);
  const other = told(rest).filter((line) => !names.some((name) => line.includes(name)));
  expect(other, when).toEqual([]);
  return notWritten.map(({ object, why }) => `${object.kind} ${fullName(object)}: ${why}`);
}

const newest = Math.max(...outer.map(([major]) => major));

describe.each(outer)('PostgreSQL %i', (major, packageName) => {
  let server: Awaited<ReturnType<typeof startMajor>>;
  beforeAll(async () => {
    server = await startMajor(packageName);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  test('every kind, made, altered and dropped, forth and back', async () => {
    const role = `reader ${randomUUID().slice(0, 8)}`;
    await using old = await openSide(server.uri, `CREATE ROLE "${role}"`);
    await using now = await openSide(server.uri);
    const left: string[] = [];
    for (const entry of kindCases(role)) {
      if (entry.since !== undefined && major < entry.since) continue;
      if (entry.setup !== undefined) for (const side of [old, now]) await side.run(entry.setup);
      const path = [await now.read()];
      let here: SchemaSnapshot = path[0] ?? (await old.read());
      const go = async (to: SchemaSnapshot, what: string): Promise<boolean> => {
        const notWritten = await applyPatch(old, here, to);
        left.push(...notWritten.map((line) => `${line} <- ${what}`));
        here = notWritten.length === 0 ? to : await old.read();
        return notWritten.length === 0;
      };
      for (const sql of [entry.create, ...Object.keys(entry.alter)]) {
        await now.run(sql);
        const next = await now.read();
        if (!(await go(next, sql))) {
          await old.run(sql).catch(() => undefined);
          here = await old.read();
          expect(told(diffSnapshots(here, next)), sql).toEqual([]);
        }
        path.push(next);
      }
      for (const [index, sql] of [...[entry.create, ...Object.keys(entry.alter)].entries()].toReversed()) {
        const earlier = path[index];
        // Once is enough for what is slow.
        if (major === newest && earlier !== undefined) await go(earlier, `not ${sql}`);
      }
      await now.run(entry.drop);
      const end = await now.read();
      if (!(await go(end, entry.drop))) {
        await old.run(entry.drop).catch(() => undefined);
        expect(told(diffSnapshots(await old.read(), end)), entry.drop).toEqual([]);
      }
    }
    expect(left).toEqual(unwrittenCases.filter((line) => major === newest || !line.includes(' <- not ')));
  }, 300_000);

  test.each(Object.entries(tangles))(
    '%s',
    async (_name, { old: oldSql, now: newSql, since = 0, notWritten = [] }) => {
      if (major < since) return;
      await using old = await openSide(server.uri, oldSql);
      await using now = await openSide(server.uri, newSql);
      const [before, after] = [await old.read(), await now.read()];
      for (const [side, from, to] of [
        [old, before, after],
        [now, after, before],
      ] as const) {
        const left = await applyPatch(side, from, to);
        expect(left.filter((line) => !notWritten.some((name) => line.startsWith(name)))).toEqual([]);
      }
    },
  );

  test.each(Object.entries(renamings))('renamed: %s', async (_name, { setup, change }) => {
    await using old = await openSide(server.uri, setup);
    await using now = await openSide(server.uri, setup);
    const before = await now.read();
    await now.run(change);
    const after = await now.read();
    expect(await applyPatch(old, before, after, { identity: 'same' })).toEqual([]);
  });

  test.each(seeds)(
    'a random schema, forth and back: seed %i',
    async (seed) => {
      const random = randomOf(seed * 7919);
      const schema = randomSchema(random);
      await using old = await openSide(server.uri, schema);
      await using now = await openSide(server.uri, schema);
      const before = await old.read();
      for (let step = 1; step <= steps; step += 1)
        await now.run(randomChange(random, seed * 100 + step)).catch(() => undefined);
      const after = await now.read();
      expect(await applyPatch(old, before, after)).toEqual([]);
      const back = await applyPatch(now, after, before);
      expect(back.filter((line) => !line.startsWith('enum '))).toEqual([]);
    },
    60_000,
  );
});

describe('the text', () => {
  test('psql runs it, and it names what it loses; a hostile name ends no comment', async () => {
    const psql = (await findPgDump(15))?.replace(/pg_dump$/, 'psql');
    await using old = await openSide(
      serverUri(),
      'CREATE TABLE gone (id integer); CREATE TABLE "k\n; SELECT 1/0; --" (a integer GENERATED ALWAYS AS (1) STORED)',
    );
    await using now = await openSide(
      serverUri(),
      'CREATE TABLE "k\n; SELECT 1/0; --" (a integer); CREATE TYPE e AS ENUM (\'a\')',
    );
    const [before, after] = [await now.read(), await old.read()];
    const { text } = patchFrom(before, after, {});
    expect(text).toContain('1 change is not written');
    expect(text).toMatch(/^-- not written: column .*: a column cannot become a generated one$/m);
    const { text: back } = patchFrom(after, before, {});
    expect(back).toMatch(/^-- loses data\nDROP TABLE "public"."gone";$/m);
    if (psql === undefined) return;
    await runScript(psql, old.uri, back);
    expect(told(diffSnapshots(await old.read(), before))).toEqual([]);
  });

  test('owners and grants that the diff ignores are not written', async () => {
    await using old = await openSide(serverUri());
    await using now = await openSide(
      serverUri(),
      'CREATE TABLE t (id integer); GRANT SELECT ON t TO PUBLIC; REVOKE INSERT ON t FROM current_user',
    );
    const sides = { from: await old.read(), to: await now.read(), runner: 'somebody else' };
    const ignoreAttributes = ['owner', 'grants'];
    const { text } = sqlPatch(diffSnapshots(sides.from, sides.to, { ignoreAttributes }), {
      ...sides,
      ignoreAttributes,
    });
    expect(text).toContain('CREATE TABLE "public"."t"');
    expect(text).not.toMatch(/OWNER|GRANT|REVOKE|somebody/);
    expect(sqlPatch(diffSnapshots(sides.from, sides.to), sides).text).toMatch(/OWNER TO[\s\S]*GRANT SELECT/);
  });

  test('a view that is made again keeps the grants and the owner that the diff ignores', async () => {
    const role = `keeper ${randomUUID().slice(0, 8)}`;
    await queryOnce(serverUri(), `CREATE ROLE "${role}"`);
    const view = 'CREATE VIEW v AS SELECT a, b FROM t';
    await using old = await openSide(
      serverUri(),
      `CREATE TABLE t (a integer, b text); ${view}; GRANT SELECT ON v TO PUBLIC; GRANT UPDATE (b) ON v TO PUBLIC; ALTER VIEW v OWNER TO "${role}"`,
    );
    await using now = await openSide(
      serverUri(),
      `CREATE TABLE t (a bigint, b text); ${view}; GRANT DELETE ON v TO PUBLIC`,
    );
    const [from, to] = [await old.read(), await now.read()];
    const ignoreAttributes = ['owner', 'grants'];
    const { statements } = sqlPatch(diffSnapshots(from, to, { ignoreAttributes }), {
      from,
      to,
      ignoreAttributes,
    });
    for (const statement of statements) await old.run(statement);
    const after = await old.read();
    const seen = ({ objects }: SchemaSnapshot) =>
      objects.filter(({ name, parent }) => name === 'v' || parent === 'v');
    expect(seen(after)).toEqual(seen(from));
    expect(told(diffSnapshots(from, after))).toEqual(['changed column public.t.a: type']);
    await old[Symbol.asyncDispose]();
    await queryOnce(serverUri(), `DROP ROLE "${role}"`);
  });

  test('a section shows the statements, and attributes only of what they leave out', async () => {
    await using old = await openSide(serverUri(), `CREATE TYPE e AS ENUM ('a', 'b'); ${hostileTables(60)}`);
    const from = await old.read();
    await old.run(
      `DROP TYPE e; CREATE TYPE e AS ENUM ('b', 'a'); CREATE TABLE n (id integer); ${hostileChanges(60)}`,
    );
    const to = await old.read();
    const diff = diffSnapshots(from, to);
    const sql = sqlPatch(diff, { from, to });
    const section = schemaDiffSection({ diff, from, to, sql, basis: 'x', hasSizes: false });
    const shown = JSON.stringify(section.blocks);
    expect(shown).toContain('"title":"SQL patch"');
    expect(shown).toContain('"title":"What the SQL patch leaves out"');
    expect(shown).not.toContain('Every attribute');
    const { body } = fitComment(makeReport([section]));
    expect(body.length).toBeLessThanOrEqual(60_000);
    const same = schemaDiffSection({ diff, from, to, basis: 'x', hasSizes: false });
    expect(JSON.stringify(same.blocks)).toContain('Every attribute');
  });
});

/** As a user runs it. */
async function runScript(psql: string, uri: string, text: string): Promise<void> {
  const { host, port, user, database, password } = parseConnectionUri(uri);
  const args = [
    '--no-psqlrc',
    '--set',
    'ON_ERROR_STOP=1',
    '-h',
    host,
    '-p',
    String(port),
    '-U',
    user,
    database,
  ];
  const child = execFile(psql, args, { env: { ...process.env, PGPASSWORD: password } });
  child.stdin?.end(text);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(0);
}
