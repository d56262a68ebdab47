import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type TypeChange,
  typeChange,
  typeOfText,
  typeSql,
} from '../../../src/migrations/hazards/sql-type.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { parser } from './scene.ts';

function typeOf(text: string) {
  const type = typeOfText(text, parser);
  if (type === undefined) throw new Error(`no type: ${text}`);
  return type;
}

const changes: readonly (readonly [from: string, to: string, effect: TypeChange])[] = [
  ['integer', 'integer', 'free'],
  ['integer', 'bigint', 'rewrites'],
  ['smallint', 'integer', 'rewrites'],
  ['character varying(20)', 'varchar(40)', 'free'],
  ['character varying(20)', 'varchar(20)', 'free'],
  ['character varying(20)', 'varchar(10)', 'rewrites'],
  ['character varying(20)', 'varchar', 'free'],
  ['character varying', 'varchar(20)', 'rewrites'],
  ['character varying(20)', 'text', 'free'],
  ['text', 'varchar', 'free'],
  ['text', 'varchar(20)', 'rewrites'],
  ['character(3)', 'char(5)', 'rewrites'],
  ['character(3)', 'text', 'rewrites'],
  ['text', 'char(5)', 'rewrites'],
  ['numeric(10,2)', 'numeric(12,2)', 'free'],
  ['numeric(10,2)', 'numeric', 'free'],
  ['numeric(10,2)', 'numeric(10,3)', 'rewrites'],
  ['numeric(10,2)', 'numeric(8,2)', 'rewrites'],
  ['numeric', 'numeric(10,2)', 'rewrites'],
  ['numeric(10,0)', 'numeric(12)', 'free'],
  ['timestamp(3) without time zone', 'timestamp(6)', 'free'],
  ['timestamp(3) without time zone', 'timestamp', 'free'],
  ['timestamp without time zone', 'timestamp(6)', 'free'],
  ['timestamp(6) without time zone', 'timestamp(3)', 'rewrites'],
  ['timestamp with time zone', 'timestamptz(3)', 'rewrites'],
  ['timestamp without time zone', 'timestamptz', 'time zone'],
  ['timestamp with time zone', 'timestamp', 'time zone'],
  ['time(3) without time zone', 'time', 'free'],
  ['time without time zone', 'time(3)', 'rewrites'],
  ['bit varying(5)', 'varbit(9)', 'free'],
  ['bit varying(5)', 'varbit(3)', 'rewrites'],
  ['bit(5)', 'varbit', 'free'],
  ['cidr', 'inet', 'free'],
  ['json', 'jsonb', 'rewrites'],
  ['integer', 'text', 'rewrites'],
  ['real', 'double precision', 'rewrites'],
  ['date', 'timestamp', 'rewrites'],
  ['text[]', 'varchar[]', 'rewrites'],
  ['character varying[]', 'text[]', 'rewrites'],
  ['numeric(10,2)[]', 'numeric[]', 'free'],
  ['character varying(10)[]', 'varchar[]', 'free'],
  ['character varying(10)[]', 'varchar(20)[]', 'rewrites'],
  ['integer[]', 'bigint[]', 'rewrites'],
];

describe('typeChange', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db[Symbol.asyncDispose]());

  test.each(changes)('%s to %s: %s', (from, to, effect) => {
    expect(typeChange(typeOf(from), typeOf(to))).toBe(effect);
  });

  const measurable = changes.filter(([, , effect]) => effect !== 'time zone');
  test.each(measurable)('%s to %s on a server', async (from, to, effect) => {
    const node = async () => (await db.query("SELECT pg_relation_filenode('t') AS node"))[0]?.node;
    await db.query(`DROP TABLE IF EXISTS t; CREATE TABLE t (c ${from})`);
    const before = await node();
    await db.query(`ALTER TABLE t ALTER COLUMN c TYPE ${to}`);
    expect((await node()) !== before).toBe(effect === 'rewrites');
  });

  test.each([
    ['timestamp', 'timestamptz'],
    ['timestamptz', 'timestamp'],
  ])('%s to %s depends on the time zone', async (from, to) => {
    const rewrites = async (zone: string) => {
      const [row] = await db.query(
        `DROP TABLE IF EXISTS t; CREATE TABLE t (c ${from}); CREATE TEMP TABLE b AS SELECT pg_relation_filenode('t') AS node;
         SET TimeZone = '${zone}'; ALTER TABLE t ALTER COLUMN c TYPE ${to}; SELECT pg_relation_filenode('t') <> node AS is FROM b`,
      );
      return row?.is;
    };
    expect(await rewrites('UTC')).toBe(false);
    expect(await rewrites('Europe/Berlin')).toBe(true);
  });
});

test('a type of the user’s own is not known, unless it stays what it is', () => {
  expect(typeChange(typeOf('text'), typeOf('public."Mood"'))).toBe('unknown');
  expect(typeChange(typeOf('public."Mood"'), typeOf('"Mood"'))).toBe('free');
  expect(typeChange(typeOf('a."Mood"'), typeOf('b."Mood"'))).toBe('unknown');
  expect(typeChange(typeOf('citext'), typeOf('text'))).toBe('rebuilds indexes');
});

test.each([
  ['character varying(20)', 'varchar(20)'],
  ['numeric(10,2)[]', 'numeric(10, 2)[]'],
  ['timestamp(3) with time zone', 'timestamptz(3)'],
  ['public."My ""Type"""', '"public"."My ""Type"""'],
  ['"Mood"', '"Mood"'],
  ['bigint', 'bigint'],
  ['interval day to second', 'interval'],
])('%s is written %s', (catalog, sql) => {
  expect(typeSql(typeOf(catalog))).toBe(sql);
});

test('no type at all', () => {
  expect(typeOfText('nothing; DROP', parser)).toBeUndefined();
  expect(typeOfText('', parser)).toBeUndefined();
});
