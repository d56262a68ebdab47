import { describe, expect, test } from 'vitest';
import type { Scalar } from '../../../src/migrations/compatibility/client-schema.ts';
import { columnTypeOf, typeEffect } from '../../../src/migrations/compatibility/column-type.ts';
import { createTestDatabase } from '../../support/database.ts';
import { withPrismaClient } from '../../support/prisma-client.ts';
import { prismaScript, schemaFile } from './scene.ts';

test.each([
  ['text', { family: 'text', name: 'text', sizes: [], isList: false }],
  ['character varying(20)', { family: 'text', name: 'character varying', sizes: [20], isList: false }],
  ['numeric(10,2)', { family: 'numeric', name: 'numeric', sizes: [10, 2], isList: false }],
  [
    'timestamp(3) without time zone',
    { family: 'date and time', name: 'timestamp without time zone', sizes: [3], isList: false },
  ],
  ['integer[]', { family: 'integer', name: 'integer', sizes: [], isList: true }],
  ['character varying(5)[]', { family: 'text', name: 'character varying', sizes: [5], isList: true }],
  ['public.citext', { family: 'text', name: 'citext', sizes: [], isList: false }],
  ['"a.b"."Text"', { family: 'other', name: '"Text"', sizes: [], isList: false }],
])('reads the type %s', (type, expected) => {
  expect(columnTypeOf(type, false)).toEqual(expected);
});

/** Field, its value and another one in SQL; the type it becomes, how; what is said; what Prisma Client 7 does. */
type Change = readonly [
  field: string,
  value: string,
  to: string,
  effect: 'breaks' | 'at risk' | 'none',
  reads: 'reads' | 'throws',
];

/** Those marked 6 read with Prisma 7 and throw with Prisma 6.19 (tried with its engine as WebAssembly). */
const changes: readonly Change[] = [
  ['String', "'5'", 'character varying(9)', 'at risk', 'reads'],
  ['String', "'5'", 'character(9)', 'at risk', 'reads'],
  ['String', "'5'", 'integer', 'breaks', 'throws'],
  ['String', "'5'", 'numeric', 'breaks', 'reads'], // 6
  ['String', "'t'", 'boolean', 'breaks', 'throws'],
  ['String', "'5'", 'bytea', 'breaks', 'throws'],
  ['String', "'2020-01-01'", 'timestamp with time zone', 'breaks', 'reads'], // 6
  ['String', "'{a}'", 'text[]', 'breaks', 'throws'],
  ['String', "'11111111-1111-4111-8111-111111111111'", 'uuid', 'at risk', 'reads'],
  ['String', '\'{"a":1}\'', 'jsonb', 'at risk', 'reads'],
  ['String @db.VarChar(9)', "'5'", 'character varying(10)', 'none', 'reads'],
  ['String @db.VarChar(9)', "'5'", 'text', 'none', 'reads'],
  ['String @db.Uuid', "'11111111-1111-4111-8111-111111111111'", 'text', 'at risk', 'reads'],
  ['Int', '5', 'bigint', 'at risk', 'reads'],
  ['Int', '5', 'smallint', 'at risk', 'reads'],
  ['Int', '5', 'numeric', 'at risk', 'reads'],
  ['Int', '5', 'text', 'at risk', 'reads'],
  ['Int @db.SmallInt', '5', 'integer', 'none', 'reads'],
  ['BigInt', '5', 'integer', 'at risk', 'reads'],
  ['BigInt', '5', 'numeric', 'at risk', 'reads'],
  ['Float', '5.5', 'numeric', 'none', 'reads'],
  ['Float', '5.5', 'real', 'at risk', 'reads'],
  ['Decimal', '5.5', 'numeric(10,2)', 'at risk', 'reads'],
  ['Decimal @db.Decimal(5, 2)', '5.5', 'numeric(9,4)', 'none', 'reads'],
  ['Boolean', 'true', 'text', 'breaks', 'reads'], // 6
  ['DateTime', "'2020-01-01'", 'timestamp(3) with time zone', 'at risk', 'reads'],
  ['DateTime', "'2020-01-01'", 'timestamp(6) without time zone', 'none', 'reads'],
  ['DateTime', "'2020-01-01'", 'timestamp(0) without time zone', 'at risk', 'reads'],
  ['DateTime', "'2020-01-01'", 'date', 'at risk', 'reads'],
  ['DateTime', "'2020-01-01'", 'text', 'breaks', 'reads'], // 6
  ['Json', "'{}'", 'json', 'none', 'reads'],
  ['Json', "'{}'", 'text', 'at risk', 'reads'],
  ['Bytes', "'\\x00ff'", 'text', 'breaks', 'throws'],
  ['String[]', "'{a}'", 'character varying(9)[]', 'at risk', 'reads'],
  ['Int[]', "'{1}'", 'bigint[]', 'at risk', 'reads'],
];

describe.each(changes)('%s (%s) becomes %s', (field, value, to, effect, reads) => {
  test(`${effect}; the real client ${reads}`, async () => {
    await using db = await createTestDatabase();
    const files = schemaFile(`model T {\n  id Int @id\n  v ${field}\n}\n`);
    await db.query(await prismaScript(db.uri, files));
    await db.query(`INSERT INTO "T" VALUES (1, ${value})`);
    const typeOf = async () => {
      const [row] = await db.query(
        `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = '"T"'::regclass AND attname = 'v'`,
      );
      return columnTypeOf(String(row?.type), false);
    };
    const before = await typeOf();
    const cast = field === 'Bytes' ? 'v::text' : to === 'bytea' ? "convert_to(v, 'UTF8')" : `v::${to}`;
    await db.query(`ALTER TABLE "T" ALTER v TYPE ${to} USING ${cast}`);
    const scalar = scalarOf(field);
    expect(typeEffect(scalar, before, await typeOf())?.status ?? 'none').toBe(effect);
    await withPrismaClient(files, db.uri, async ({ t }) => {
      const reading = Promise.resolve(t?.findMany?.()).then(
        () => 'reads',
        () => 'throws',
      );
      expect(await reading).toBe(reads);
    });
  });
});

function scalarOf(field: string): Scalar {
  const found = (
    ['String', 'Int', 'BigInt', 'Float', 'Decimal', 'Boolean', 'DateTime', 'Json', 'Bytes'] as const
  ).find((name) => new RegExp(`^${name}\\b`).test(field));
  if (found === undefined) throw new Error(field);
  return found;
}
