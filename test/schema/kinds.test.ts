/** Every kind of object, made, altered and dropped on one side, on every major version that is here. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { diffSnapshots } from '../../src/schema/diff-snapshots.ts';
import { kindNames } from '../../src/schema/object-kinds.ts';
import { parseSnapshot, serializeSnapshot } from '../../src/schema/snapshot-file.ts';
import { type KindCase, kindCases } from './every-kind.ts';
import { isInstalled, majors, openSide, type Side, startMajor, told } from './support.ts';

test('there is a case for every kind', () => {
  const covered = new Set(kindCases('r').map(({ object: [kind] }) => kind));
  expect(kindNames.filter((kind) => !covered.has(kind))).toEqual([]);
});

describe.each(majors)('PostgreSQL %i', (major, packageName) => {
  test.runIf(isInstalled(packageName))(
    'what is done on one side is told, and the same on the other ends it',
    async () => {
      await using server = await startMajor(packageName);
      const role = `reader ${randomUUID().slice(0, 8)}`;
      await using old = await openSide(server.uri, `CREATE ROLE "${role}"`);
      await using now = await openSide(server.uri);
      for (const entry of kindCases(role)) {
        if (entry.since !== undefined && major < entry.since) continue;
        await playCase({ old, now }, entry);
      }
      const snapshot = await now.read();
      expect(parseSnapshot(JSON.parse(serializeSnapshot(snapshot))).objects).toEqual(snapshot.objects);
    },
    300_000,
  );
});

async function playCase({ old, now }: { old: Side; now: Side }, entry: KindCase): Promise<void> {
  const [kind, name] = entry.object;
  if (entry.setup !== undefined) for (const side of [old, now]) await side.run(entry.setup);
  let before = await old.read();
  const step = async (sql: string, expected: (told: readonly string[]) => void) => {
    await now.run(sql);
    const after = await now.read();
    expected(told(diffSnapshots(before, after)));
    await old.run(sql);
    before = await old.read();
    expect(told(diffSnapshots(before, after)), sql).toEqual([]);
  };
  await step(entry.create, (changes) => expect(changes, entry.create).toContain(`added ${kind} ${name}`));
  for (const [sql, attributes] of Object.entries(entry.alter))
    await step(sql, (changes) => {
      const own = changes.find((text) => text.startsWith(`changed ${kind} ${name}: `)) ?? changes.join('\n');
      const names = own.slice(own.indexOf(': ') + 2).split(', ');
      expect(names.toSorted(), `${sql}\n${changes.join('\n')}`).toEqual([attributes].flat().toSorted());
    });
  await step(entry.drop, (changes) => expect(changes, entry.drop).toContain(`removed ${kind} ${name}`));
}
