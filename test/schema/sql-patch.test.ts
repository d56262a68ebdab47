/**
 * The SQL patch is run: a database with the old schema, after it, has the new one. Every kind of object in every change that
 * there is a case for, forth and back, and random schemas.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import type { SchemaDiff } from '../../src/schema/schema-diff.ts';
import type { SchemaSnapshot } from '../../src/schema/snapshot.ts';
import { type SqlPatch, sqlPatch } from '../../src/schema/sql-patch/sql-patch.ts';
import { kindCases } from './every-kind.ts';
import { randomChange, randomOf, randomSchema } from './random-changes.ts';
import { fullName, isInstalled, majors, openSide, type Side, startMajor, told } from './support.ts';

/** More with SCHEMA_SEEDS, for a longer search. */
const seeds = Array.from({ length: Number(process.env.SCHEMA_SEEDS ?? 4) }, (_, index) => index + 1);
const steps = 14;

const outer = majors.filter(
  ([major, packageName]) => (major === 15 || major === 18) && isInstalled(packageName),
);

function patchFrom(from: SchemaSnapshot, to: SchemaSnapshot): SqlPatch & { readonly diff: SchemaDiff } {
  const diff = diffSnapshots(from, to);
  return { ...sqlPatch(diff, { from, to, runner: 'postgres' }), diff };
}

/** Statement by statement, as psql does. What is left of the difference is what the script says that it leaves. */
async function applyPatch(side: Side, from: SchemaSnapshot, to: SchemaSnapshot): Promise<readonly string[]> {
  const { statements, notWritten, text, diff } = patchFrom(from, to);
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
          await old.run(sql).catch((error: unknown) => console.log('SYNC', sql, String(error)));
          here = await old.read();
          expect(told(diffSnapshots(here, next)), sql).toEqual([]);
        }
        path.push(next);
      }
      for (const [index, sql] of [...[entry.create, ...Object.keys(entry.alter)].entries()].toReversed()) {
        const earlier = path[index];
        if (earlier !== undefined) await go(earlier, `not ${sql}`);
      }
      await now.run(entry.drop);
      const end = await now.read();
      if (!(await go(end, entry.drop))) {
        await old.run(entry.drop).catch((error: unknown) => console.log('SYNC', entry.drop, String(error)));
        expect(told(diffSnapshots(await old.read(), end)), entry.drop).toEqual([]);
      }
    }
    console.log(left.join('\n'));
  }, 300_000);

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
