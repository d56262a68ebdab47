/**
 * Random tables, random rows, random statements: the checks find rows exactly when the statement fails, as many as a
 * second count in JavaScript finds, and name keys only of those. Names are hostile throughout.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { quoteIdentifier } from '../../../src/postgres/identifier.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, connectTo, seeded, stateOf } from './support.ts';

let db: TestDatabase;
let session: PostgresConnection;

beforeAll(async () => {
  db = await createTestDatabase();
  session = await connectTo(db.uri);
  await session.query('CREATE SCHEMA elsewhere; CREATE EXTENSION btree_gist SCHEMA elsewhere');
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

type Value = string | number | null;

interface TestRow {
  readonly id: number;
  readonly a: number | null;
  readonly b: string | null;
  readonly x: number | null;
  readonly y: number | null;
}

interface Names {
  readonly table: string;
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly x: string;
  readonly y: string;
  readonly parent: string;
}

interface Case {
  readonly random: (limit: number) => number;
  readonly rows: readonly TestRow[];
  readonly parents: readonly (readonly [number, number])[];
  /** Quoted. */
  readonly names: Names;
}

interface Expected {
  readonly kind: string;
  readonly rows: number;
  /** Ids of the rows that may be named. */
  readonly ids: ReadonlySet<number>;
}

interface Statement {
  readonly sql: string;
  readonly expected: readonly Expected[];
}

const hostile = [
  'plain',
  'Mixed Case',
  'we"ird',
  "o'neill",
  '$our$',
  'a.b',
  'é😀',
  'select',
  'our_rows',
  'tab\tnew\nline',
  '; DROP TABLE users; --',
  '/* ',
  'ctid_',
  '"; --',
  '%s %I $1',
  'value',
  'found',
  'sqlstate',
  'oid',
  'k1',
  'mine',
  'referenced',
  'x'.repeat(63),
];
const texts: readonly (string | null)[] = [
  '1',
  ' 22 ',
  '-3',
  '32768',
  '99999999999',
  'n/a',
  '',
  'USER',
  'ADMIN',
  'long text here',
  'sp   ',
  '12.345',
  "it's",
  null,
  null,
];

function caseOf(seed: number): Case {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const maybe = (limit: number) => (random(4) === 0 ? null : random(limit));
  const count = pick([0, 1, 2, 5, 9, 14]);
  const spread = pick([3, 8, 60]);
  const rows = Array.from({ length: count }, (_, index) => ({
    id: index * 3 + 1,
    a: maybe(spread),
    b: pick(texts),
    x: maybe(spread),
    y: maybe(3),
  }));
  const parents = Array.from({ length: random(spread * 3) }, () => [random(spread), random(3)] as const);
  const unused = [...hostile];
  const name = () => quoteIdentifier(unused.splice(random(unused.length), 1)[0] ?? 'none');
  return {
    random,
    rows,
    parents: [...new Map(parents.map((pair) => [pair.join(), pair])).values()],
    names: { table: name(), id: name(), a: name(), b: name(), x: name(), y: name(), parent: name() },
  };
}

async function create({ rows, parents, names }: Case): Promise<void> {
  const { table, id, a, b, x, y, parent } = names;
  await session.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await session.query(`CREATE TABLE ${table} (${id} int PRIMARY KEY, ${a} int, ${b} text, ${x} int, ${y} int);
    CREATE TABLE ${parent} (p int, q int, n serial, UNIQUE (p, q));
    CREATE TABLE single (p int PRIMARY KEY); CREATE TABLE ranged (${id} int NOT NULL, ${a} int, ${b} text, ${x} int, ${y} int) PARTITION BY RANGE (${a}, ${y})`);
  for (const row of rows)
    await session.query(`INSERT INTO ${table} VALUES ($1, $2, $3, $4, $5)`, [
      row.id,
      row.a,
      row.b,
      row.x,
      row.y,
    ]);
  for (const [p, q] of parents) await session.query(`INSERT INTO ${parent} VALUES ($1, $2)`, [p, q]);
  await session.query(`INSERT INTO single SELECT DISTINCT p FROM ${parent}`);
}

function refused(kind: string, rows: readonly TestRow[]): readonly Expected[] {
  return rows.length === 0 ? [] : [{ kind, rows: rows.length, ids: new Set(rows.map(({ id }) => id)) }];
}

function repeated(
  rows: readonly TestRow[],
  keyOf: (row: TestRow) => readonly Value[],
  nullsRepeat: boolean,
): readonly Expected[] {
  const groups = new Map<string, TestRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (nullsRepeat || !key.includes(null))
      groups.set(JSON.stringify(key), [...(groups.get(JSON.stringify(key)) ?? []), row]);
  }
  const members = [...groups.values()].filter((group) => group.length > 1);
  const extra = members.reduce((sum, group) => sum + group.length - 1, 0);
  return extra === 0
    ? []
    : [{ kind: 'unique', rows: extra, ids: new Set(members.flat().map(({ id }) => id)) }];
}

/** As int4in reads it, of the texts above. */
function isInteger(text: string, low: number, high: number): boolean {
  return /^\s*[+-]?\d+\s*$/.test(text) && Number(text) >= low && Number(text) <= high;
}

const statements: readonly ((one: Case) => Statement)[] = [
  ({ rows, names: { table, b } }) => ({
    sql: `ALTER TABLE ${table} ALTER COLUMN ${b} SET NOT NULL`,
    expected: refused(
      'not null',
      rows.filter((row) => row.b === null),
    ),
  }),
  ({ rows, random, names: { table, a, b } }) => {
    const nulls = random(2) === 0;
    return {
      sql: `ALTER TABLE ${table} ADD UNIQUE ${nulls ? 'NULLS NOT DISTINCT' : ''} (${a}, ${b})`,
      expected: repeated(rows, (row) => [row.a, row.b], nulls),
    };
  },
  ({ rows, random, names: { table, a, b, x } }) => {
    const limit = random(9);
    return {
      sql: `CREATE UNIQUE INDEX i ON ${table} ((${a} % 2), lower(${b}) DESC) INCLUDE (${x}) WHERE ${x} > ${limit}`,
      expected: repeated(
        rows.filter((row) => row.x !== null && row.x > limit),
        (row) => [row.a === null ? null : row.a % 2, row.b?.toLowerCase() ?? null],
        false,
      ),
    };
  },
  ({ rows, names: { table, x } }) => ({
    sql: `ALTER TABLE ${table} DROP CONSTRAINT ${pkeyOf(table)}, ADD PRIMARY KEY (${x})`,
    expected: [
      ...refused(
        'not null',
        rows.filter((row) => row.x === null),
      ),
      ...repeated(rows, (row) => [row.x], false),
    ],
  }),
  ({ rows, parents, names: { table, x } }) => ({
    sql: `ALTER TABLE ${table} ADD FOREIGN KEY (${x}) REFERENCES single`,
    expected: refused(
      'foreign key',
      rows.filter((row) => row.x !== null && !parents.some(([p]) => p === row.x)),
    ),
  }),
  ({ rows, parents, random, names: { table, x, y, parent } }) => {
    const isFull = random(2) === 0;
    const isMissing = (row: TestRow) => {
      const nulls = [row.x, row.y].filter((value) => value === null).length;
      if (nulls > 0) return isFull && nulls === 1;
      return !parents.some(([p, q]) => p === row.x && q === row.y);
    };
    return {
      sql: `ALTER TABLE ${table} ADD FOREIGN KEY (${y}, ${x}) REFERENCES ${parent} (q, p) ${isFull ? 'MATCH FULL' : ''}`,
      expected: refused('foreign key', rows.filter(isMissing)),
    };
  },
  ({ rows, random, names: { table, a, id } }) => {
    const limit = random(30);
    return {
      sql: `ALTER TABLE ${table} ADD CONSTRAINT c CHECK (${table}.${a} < ${limit} OR ${id} = 4 /* ) */)`,
      expected: refused(
        'check',
        rows.filter((row) => row.id !== 4 && row.a !== null && row.a >= limit),
      ),
    };
  },
  ({ rows, names: { table, a, b } }) => ({
    sql: `ALTER TABLE ${table} ADD CHECK (10 / ${a} > 1 AND length(${b}) < 9)`,
    // AND does not promise an order; here the left side comes first, and false needs no right side.
    expected: refused(
      'check',
      rows.filter(
        (row) =>
          row.a === 0 ||
          (row.a !== null && Math.trunc(10 / row.a) <= 1) ||
          (row.b !== null && row.b.length >= 9),
      ),
    ),
  }),
  ({ rows, random, names: { table, b } }) => {
    const [type, low, high] =
      random(2) === 0 ? (['smallint', -32768, 32767] as const) : (['int', -2147483648, 2147483647] as const);
    return {
      sql: `ALTER TABLE ${table} ALTER ${b} TYPE ${type} USING ${random(2) === 0 ? `${b}::${type}` : `CAST (${table}.${b} AS ${type})`}`,
      expected: refused(
        'cast',
        rows.filter((row) => row.b !== null && !isInteger(row.b, low, high)),
      ),
    };
  },
  ({ rows, random, names: { table, b } }) => {
    const length = random(6) + 1;
    return {
      sql: `ALTER TABLE ${table} ALTER COLUMN ${b} TYPE character varying (${length})`,
      expected: refused(
        'cast',
        rows.filter(
          (row) => row.b !== null && row.b.slice(0, length) !== row.b && row.b.slice(length).trim() !== '',
        ),
      ),
    };
  },
  ({ rows, random, names: { table, b } }) => {
    const labels = ['USER', 'ADMIN', '1', ''].slice(0, random(5));
    return {
      sql: `CREATE TYPE kinds AS ENUM (${labels.map((label) => `'${label}'`).join(', ')}); ALTER TABLE ${table} ALTER ${b} TYPE kinds USING (${b}::text::kinds)`,
      expected: refused(
        'cast',
        rows.filter((row) => row.b !== null && !labels.includes(row.b)),
      ),
    };
  },
  ({ rows, random, names: { table, a } }) => {
    const divisor = random(3) + 1;
    return {
      sql: `ALTER TABLE ${table} ADD UNIQUE (${a}), ALTER ${a} TYPE bigint USING ${a} / ${divisor}, ALTER ${a} SET NOT NULL`,
      expected: [
        ...repeated(rows, (row) => [row.a === null ? null : Math.trunc(row.a / divisor)], false),
        ...refused(
          'not null',
          rows.filter((row) => row.a === null),
        ),
      ],
    };
  },
  ({ rows, random, names: { table, a, y } }) => {
    const limit = random(20);
    const kept = rows.filter((row) => row.a !== null && row.a > limit);
    const conflicts = kept.filter(
      (row) =>
        row.y !== null &&
        kept.some(
          (other) => other.id !== row.id && other.y === row.y && Math.abs((other.a ?? 0) - (row.a ?? 0)) <= 2,
        ),
    );
    return {
      sql: `ALTER TABLE ${table} ADD EXCLUDE USING gist (${y} WITH =, int4range(${a} - 1, ${a} + 1, '[]') WITH &&) WHERE (${a} > ${limit})`,
      expected: refused('exclusion', conflicts),
    };
  },
  ({ rows, random, names: { table, a } }) => {
    const value = random(4);
    return {
      sql: `ALTER TABLE ${table} ADD COLUMN added int NOT NULL DEFAULT ${value} CHECK (added > 1) UNIQUE, ADD CHECK (added + ${a} <> 5)`,
      expected: [
        ...(value > 1 ? [] : refused('check', rows)),
        ...(rows.length > 1
          ? [{ kind: 'unique', rows: rows.length - 1, ids: new Set(rows.map(({ id }) => id)) }]
          : []),
        ...refused(
          'check',
          rows.filter((row) => row.a !== null && row.a + value === 5),
        ),
      ],
    };
  },
  ({ rows, names: { table } }) => ({
    sql: `ALTER TABLE ${table} ADD COLUMN added text NOT NULL`,
    expected: refused('not null', rows),
  }),
  ({ rows, random, names: { table } }) => {
    const [low, high] = [random(5), random(40) + 6];
    const isInside = (row: TestRow) => {
      if (row.a === null || row.y === null) return false;
      const isAbove = row.a > low || (row.a === low && row.y >= 1);
      return isAbove && (row.a < high || (row.a === high && row.y < 2));
    };
    return {
      sql: `ALTER TABLE ranged ATTACH PARTITION ${table} FOR VALUES FROM (${low}, 1) TO (${high}, 2)`,
      expected: refused(
        'partition',
        rows.filter((row) => !isInside(row)),
      ),
    };
  },
];

/** Postgres cuts a long name to make room for `_pkey`. */
function pkeyOf(table: string): string {
  const name = table.slice(1, -1).replaceAll('""', '"');
  return quoteIdentifier(`${name.slice(0, 58)}_pkey`);
}

const seeds = Array.from({ length: 12 }, (_, index) => index);

test.each(statements.map((statement, index) => [index, statement] as const))(
  'statement form %i',
  async (form, statement) => {
    for (const seed of seeds) {
      const one = caseOf(form * 1000 + seed);
      await create(one);
      const { sql, expected } = statement(one);
      const { refusals, notes } = await check(session, sql);
      const counts = refusals.map(({ kind, rows, isAtLeast }) => ({ kind, rows, isAtLeast }));
      expect({ sql, counts, notes }).toEqual({
        sql,
        counts: expected.map(({ kind, rows }) => ({ kind, rows, isAtLeast: false })),
        notes: [],
      });
      const state = await stateOf(session, sql);
      expect({ sql, failed: state !== undefined }).toEqual({ sql, failed: expected.length > 0 });
      if (state !== undefined) expect(state).toMatch(/^2[23]/);
      for (const [index, { sampleKeys, finding }] of refusals.entries()) {
        const ids = sampleKeys.map((key) => Number(key.slice(key.lastIndexOf('=') + 1)));
        const wanted = expected[index]?.ids ?? new Set();
        if (finding.rule !== 'data-refuses-unique' || !/PRIMARY/.test(sql))
          expect(new Set(ids).size).toBe(Math.min(5, wanted.size));
        expect(ids.filter((id) => !wanted.has(id))).toEqual([]);
        for (const query of selects(finding.fix)) await session.query(query);
      }
    }
  },
);

/** The part of a fix that can be pasted as it is. */
function selects(fix: string | undefined): readonly string[] {
  return fix?.includes('SELECT') ? [fix] : [];
}
