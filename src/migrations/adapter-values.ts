/** What the schema engine may read from Postgres, and how its values cross to it. */
import type { ColumnType } from '@prisma/driver-adapter-utils';
import type { CustomTypesConfig } from 'pg';

/**
 * Object ids of pg_type.dat and Prisma's column types (ColumnTypeEnum of @prisma/driver-adapter-utils). Anything else
 * crosses as text: the engine reads catalogs and its own table, nothing of the user's.
 */
const columnTypes: ReadonlyMap<number, ColumnType> = new Map<number, ColumnType>([
  [16, 5], // bool: Boolean
  [18, 6], // "char": Character
  [20, 1], // int8: Int64
  [21, 0], // int2: Int32
  [23, 0], // int4: Int32
  [26, 1], // oid: Int64
  [700, 2], // float4: Float
  [701, 3], // float8: Double
  [1700, 4], // numeric: Numeric
  [1184, 10], // timestamptz: DateTime
  [1002, 70], // "char"[]: CharacterArray
  [1003, 71], // name[]: TextArray
  [1009, 71], // text[]: TextArray
  [1015, 71], // varchar[]: TextArray
  [1005, 64], // int2[]: Int32Array
  [1007, 64], // int4[]: Int32Array
  [1016, 65], // int8[]: Int64Array
  [1028, 65], // oid[]: Int64Array
]);

const text: ColumnType = 7;

export function columnTypeOf(typeId: number): ColumnType {
  return columnTypes.get(typeId) ?? text;
}

/** Numbers that may pass 2^53 stay text; instants become RFC 3339, which the engine demands. */
export function engineTypes(base: CustomTypesConfig): CustomTypesConfig {
  const own = new Map<number, (value: string) => unknown>([
    [20, String],
    [26, String],
    [1700, String],
    [1184, instant],
  ]);
  const plain = (typeId: number) => columnTypeOf(typeId) === text;
  return {
    getTypeParser: (typeId: number) =>
      own.get(typeId) ?? (plain(typeId) ? String : base.getTypeParser(typeId, 'text')),
  };
}

/** `2026-11-22 11:28:31.748+05:30` to `2026-11-22T11:28:31.748+05:30`; other DateStyles by way of Date. */
function instant(value: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::(\d\d))?(?::\d\d)?$/.exec(value);
  if (parts === null) return new Date(value).toISOString();
  const [, date, time, hours, minutes = '00'] = parts;
  return `${date}T${time}${hours}:${minutes}`;
}
