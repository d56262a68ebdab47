import { describe, expect, test } from 'vitest';
import {
  extrapolate,
  extrapolations,
  type ProductionRows,
} from '../../../src/migrations/rehearsal/extrapolation.ts';
import type { MeasuredStatement, RelationState } from '../../../src/migrations/rehearsal/measurement.ts';
import { makeLock, makeMeasurement, makeState, makeStatement, refOf } from './fixtures/made-rehearsal.ts';
import { neonhubRehearsal, productionRows } from './fixtures/neonhub-rehearsal.ts';

const events = makeState(1, 'events', { rows: 3_000_000 });
const eventsKey = makeState(2, 'events_pkey', { kind: 'index', rows: 3_000_000, tableOid: events.oid });
const users = makeState(3, 'users', { rows: 60_000 });

function production(rows: Readonly<Record<string, number>>): ProductionRows {
  const tables = Object.entries(rows).map(([name, number]) => ({ schema: 'public', name, rows: number }));
  return { source: "production's statistics", tables };
}

describe('extrapolate', () => {
  const measured = { table: events, parts: [events], durationMs: 6_100, computeSize: '0.25 CU' };

  test('says the estimate with its basis', () => {
    expect(extrapolate(measured, production({ events: 41_000_000 }))?.words).toBe(
      "6.1 s for 3.0 M rows on 0.25 CU; production has 41 M rows (from production's statistics): about 80 s if linear",
    );
    expect(
      extrapolate({ ...measured, computeSize: undefined }, production({ events: 41_000_000 }))?.words,
    ).toMatch(/^6\.1 s for 3\.0 M rows; production/);
  });

  test.each([
    ['production is not known', 6_100, {}],
    ['production was never analysed', 6_100, { events: -1 }],
    ['production is empty', 6_100, { events: 0 }],
    ['the numbers of rows differ by a fifth', 6_100, { events: 3_600_000 }],
    ['the statement is over before it has begun', 49, { events: 41_000_000 }],
  ])('says nothing where %s', (_name, durationMs, rows) => {
    expect(extrapolate({ ...measured, durationMs }, production(rows))).toBe(undefined);
  });

  test.each([
    ['the numbers of rows differ by more than a fifth', 6_100, { events: 3_660_000 }],
    ['production is smaller', 6_100, { events: 1_000_000 }],
    ['the statement takes as long as a statement must', 50, { events: 41_000_000 }],
  ])('says something where %s', (_name, durationMs, rows) => {
    expect(extrapolate({ ...measured, durationMs }, production(rows))).toBeDefined();
  });

  test('says nothing where the rehearsed table was never analysed or is empty', () => {
    for (const rows of [undefined, 0]) {
      const table = makeState(1, 'events', { rows });
      expect(extrapolate({ ...measured, table, parts: [table] }, production({ events: 9 }))).toBe(undefined);
    }
  });

  test.each([
    [100, '1.5 s'],
    [1_370, '20 s'],
    [6_100, '80 s'],
    [10_000, '2.5 min'],
    [60_000, '15 min'],
    [600_000, '2.5 h'],
  ])('rounds an estimate from %d ms as an estimate', (durationMs, words) => {
    const found = extrapolate({ ...measured, durationMs }, production({ events: 41_000_000 }));
    expect(found?.words).toContain(`: about ${words} if linear`);
    expect(found?.estimatedMs).toBeCloseTo((durationMs * 41) / 3);
  });

  test('counts the partitions of a table together, where all are known', () => {
    const [a, b] = [makeState(5, 'm_1', { rows: 1_000_000 }), makeState(6, 'm_2', { rows: 2_000_000 })];
    const work = { ...measured, table: { schema: 'public', name: 'm' }, parts: [a, b] };
    expect(extrapolate(work, production({ m_1: 4e6, m_2: 5e6 }))).toMatchObject({
      rows: 3_000_000,
      productionRows: 9_000_000,
    });
    expect(extrapolate(work, production({ m: 8e6, m_1: 4e6 }))?.productionRows).toBe(8_000_000);
    expect(extrapolate(work, production({ m_1: 4e6 }))).toBe(undefined);
  });
});

describe('extrapolations', () => {
  const all = production({ events: 41_000_000, users: 6_000_000 });

  function of(fields: Partial<MeasuredStatement>, locked: readonly RelationState[] = [events]) {
    const locks = locked.map((state) => makeLock(state, 'AccessExclusiveLock', 1_000));
    const statement = makeStatement({ kind: 'AlterTableStmt', durationMs: 1_000, locks, ...fields });
    return extrapolations(
      makeMeasurement({ statements: [statement], before: [events, eventsKey, users] }),
      all,
    );
  }

  test.each<readonly [string, Partial<MeasuredStatement>]>([
    ['a rewrite', { text: 'ALTER TABLE "events" ALTER "a" TYPE bigint', rewritten: [refOf(events)] }],
    [
      'the rewrite of an index',
      { text: 'REINDEX TABLE events', kind: 'ReindexStmt', rewritten: [refOf(eventsKey)] },
    ],
    ['an index build', { text: 'CREATE INDEX ON "events" ("a")', kind: 'IndexStmt' }],
    ['a check for null', { text: 'ALTER TABLE "events" ALTER COLUMN "a" SET NOT NULL' }],
    ['a validation', { text: 'ALTER TABLE events VALIDATE CONSTRAINT c' }],
    ['a new check', { text: 'ALTER TABLE events ADD CHECK (a > 0)' }],
    ['a named check', { text: 'ALTER TABLE events ADD CONSTRAINT "not valid yet" CHECK (a > 0)' }],
    ['a primary key', { text: 'ALTER TABLE events ADD PRIMARY KEY (a)' }],
    ['an update of every row', { text: 'UPDATE events SET a = 1', kind: 'UpdateStmt' }],
  ])('says something of %s', (_name, fields) => {
    expect(of(fields)).toMatchObject([
      { table: { name: 'events' }, statement: { migration: '1_a', index: 0 } },
    ]);
  });

  test.each<readonly [string, Partial<MeasuredStatement>]>([
    ['a new column', { text: 'ALTER TABLE events ADD COLUMN a int' }],
    ['a column named like one', { text: 'ALTER TABLE events ADD COLUMN "check" int' }],
    ['words in a text', { text: "ALTER TABLE events ALTER a SET DEFAULT 'add check set not null'" }],
    ['words in a comment', { text: 'ALTER TABLE events /* SET NOT NULL */ ADD COLUMN a int -- ADD CHECK' }],
    [
      'a constraint that is not validated',
      { text: 'ALTER TABLE events ADD CONSTRAINT c CHECK (a > 0) NOT VALID' },
    ],
    ['a constraint from an index', { text: 'ALTER TABLE events ADD CONSTRAINT c UNIQUE USING INDEX i' }],
    ['TRUNCATE', { text: 'TRUNCATE events', kind: 'TruncateStmt', rewritten: [refOf(events)] }],
    ['an update of some rows', { text: 'UPDATE events SET a = 1 WHERE b', kind: 'UpdateStmt' }],
    ['a failed statement', { text: 'CREATE INDEX ON events (a)', kind: 'IndexStmt', status: 'failed' }],
    [
      'a script as a whole',
      { text: 'CREATE INDEX ON events (a)', kind: 'Script', rewritten: [refOf(events)] },
    ],
  ])('says nothing of %s', (_name, fields) => {
    expect(of(fields)).toEqual([]);
  });

  test('takes the end of a foreign key that is read', () => {
    const text = 'ALTER TABLE "events" ADD CONSTRAINT "f" FOREIGN KEY ("u") REFERENCES "users" ("id")';
    expect(of({ text }, [users, events])).toMatchObject([{ table: { name: 'events' }, rows: 3_000_000 }]);
  });

  test('of a pull request: only of the table that differs from production', () => {
    expect(extrapolations(neonhubRehearsal.measurement, productionRows).map(({ words }) => words)).toEqual([
      "4.7 s for 3.0 M rows on 0.25 CU; production has 41 M rows (from production's statistics): about 60 s if linear",
    ]);
  });
});
