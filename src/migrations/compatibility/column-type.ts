/** What becomes of a field when the type of its column changes under a client that was made for the old one. */
import type { Scalar } from './client-schema.ts';

/** As `format_type` writes a type, taken apart. */
export interface ColumnType {
  readonly family: TypeFamily;
  /** Without schema and sizes, such as `character varying`. */
  readonly name: string;
  /** `character varying(20)`: 20; `numeric(10,2)`: 10, 2. */
  readonly sizes: readonly number[];
  readonly isList: boolean;
}

export type TypeFamily =
  | 'text'
  | 'integer'
  | 'float'
  | 'numeric'
  | 'boolean'
  | 'date and time'
  | 'time'
  | 'json'
  | 'uuid'
  | 'bytes'
  | 'enum'
  | 'other';

const families: Readonly<Record<string, TypeFamily>> = {
  text: 'text',
  'character varying': 'text',
  character: 'text',
  citext: 'text',
  name: 'text',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  oid: 'integer',
  real: 'float',
  'double precision': 'float',
  numeric: 'numeric',
  money: 'numeric',
  boolean: 'boolean',
  date: 'date and time',
  'timestamp without time zone': 'date and time',
  'timestamp with time zone': 'date and time',
  'time without time zone': 'time',
  'time with time zone': 'time',
  json: 'json',
  jsonb: 'json',
  uuid: 'uuid',
  bytea: 'bytes',
};

/** @param isEnum whether the type, or the type of its items, is an enum */
export function columnTypeOf(type: string, isEnum: boolean): ColumnType {
  const isList = type.endsWith('[]');
  const item = type.replace(/(\[\])+$/, '');
  const sizes = /\((\d+)(?:,(-?\d+))?\)/.exec(item);
  const name = item.replace(/\([^)]*\)/, '').replace(/^(?:"(?:[^"]|"")*"|[^".]+)\.(?=.)/, '');
  return {
    family: isEnum ? 'enum' : (families[name] ?? 'other'),
    name,
    sizes: (sizes?.slice(1) ?? []).flatMap((size) => (size === undefined ? [] : [Number(size)])),
    isList,
  };
}

export interface TypeEffect {
  readonly status: 'breaks' | 'at risk';
  /** What it happens to. `all`: reads, and writes that return the row. */
  readonly operation: 'read' | 'create' | 'update' | 'all';
  /** A sentence. */
  readonly consequence: string;
}

/**
 * Families whose values the client turns into each type. Tried with Prisma Client 6.19 and 7.10; a family is missing where
 * one of them throws (P2032, P2023) for every row, or refuses every write.
 */
const readable: Readonly<Record<Scalar | 'enum', readonly TypeFamily[]>> = {
  String: ['text', 'uuid', 'enum', 'json', 'other'],
  Boolean: ['boolean'],
  Int: ['integer', 'float', 'numeric', 'text'],
  BigInt: ['integer', 'float', 'numeric', 'text'],
  Float: ['integer', 'float', 'numeric', 'text'],
  Decimal: ['integer', 'float', 'numeric', 'text'],
  DateTime: ['date and time', 'time'],
  Json: ['json', 'text'],
  Bytes: ['bytes'],
  enum: ['enum', 'text'],
};

/** Undefined when the client does not notice. */
export function typeEffect(
  scalar: Scalar | 'enum',
  from: ColumnType,
  to: ColumnType,
): TypeEffect | undefined {
  if (from.isList !== to.isList) return unreadable(scalar, to);
  if (!readable[scalar].includes(to.family))
    return readable[scalar].includes(from.family) ? unreadable(scalar, to) : unknown(to);
  if (from.family !== to.family) return foreignFamily(scalar, from, to);
  if (from.family === 'other') return from.name === to.name ? undefined : unknown(to);
  return numberEffect(scalar, from, to) ?? textEffect(from, to) ?? timeEffect(from, to);
}

function unreadable(scalar: string, to: ColumnType): TypeEffect {
  const list = to.isList ? 'a list of ' : '';
  return {
    status: 'breaks',
    operation: 'all',
    consequence: `Prisma cannot read ${list}${to.name} as ${scalar}: every read of the field throws (P2023, up to Prisma 6 P2032)`,
  };
}

function unknown(to: ColumnType): TypeEffect {
  return { status: 'at risk', operation: 'all', consequence: `What it reads and writes is now a ${to.name}` };
}

function foreignFamily(scalar: string, from: ColumnType, to: ColumnType): TypeEffect | undefined {
  if (isNumber(from) && isNumber(to)) return numberEffect(scalar, from, to);
  if (from.family === 'text')
    return {
      status: 'at risk',
      operation: 'all',
      consequence: `Text that is no valid ${to.name} is refused when it is written or searched for (22P02)`,
    };
  if (to.family !== 'text') return unknown(to);
  return {
    status: 'at risk',
    operation: 'read',
    consequence: `It reads the values, but the database compares and sorts them as text: 10 before 9, capitals apart from small letters`,
  };
}

/** Digits before and after the point that a type holds. */
interface Range {
  readonly whole: number;
  readonly fraction: number;
}

const integerDigits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, oid: 10, bigint: 19 };

/** Digits that the client's own numbers hold; the others are decimal or floating. */
const clientDigits: Readonly<Record<string, number>> = { Int: 10, BigInt: 19 };

function numberEffect(scalar: string, from: ColumnType, to: ColumnType): TypeEffect | undefined {
  if (!isNumber(from) || !isNumber(to) || (from.name === to.name && String(from.sizes) === String(to.sizes)))
    return undefined;
  const [before, after] = [rangeOf(from), rangeOf(to)];
  if (after.whole < before.whole)
    return {
      status: 'at risk',
      operation: 'all',
      consequence: `It writes, and searches for, numbers that do not fit into ${to.name} (22003)`,
    };
  if (after.fraction < before.fraction)
    return {
      status: 'at risk',
      operation: 'all',
      consequence: `Decimal places that it writes are refused or rounded away without an error`,
    };
  const digits = clientDigits[scalar];
  if (digits === undefined || (after.whole <= digits && after.fraction === 0)) return undefined;
  return {
    status: 'at risk',
    operation: 'read',
    consequence: `It throws, or rounds, once it reads a number that does not fit into ${scalar}`,
  };
}

function isNumber({ family }: ColumnType): boolean {
  return family === 'integer' || family === 'float' || family === 'numeric';
}

function rangeOf({ family, name, sizes }: ColumnType): Range {
  if (family === 'integer') return { whole: integerDigits[name] ?? 19, fraction: 0 };
  if (family === 'float') return name === 'real' ? { whole: 38, fraction: 6 } : { whole: 308, fraction: 15 };
  const [precision, scale = 0] = sizes;
  if (name === 'money') return { whole: 17, fraction: 2 };
  return precision === undefined
    ? { whole: 131_072, fraction: 16_383 }
    : { whole: precision - scale, fraction: scale };
}

/** Characters that a type holds. */
function lengthOf({ name, sizes: [size] }: ColumnType): number {
  if (size !== undefined) return size;
  return name === 'character' ? 1 : Number.POSITIVE_INFINITY;
}

function textEffect(from: ColumnType, to: ColumnType): TypeEffect | undefined {
  if (from.family !== 'text') return undefined;
  if (lengthOf(to) < lengthOf(from))
    return {
      status: 'at risk',
      operation: 'all',
      consequence: `Text of more than ${lengthOf(to)} characters is refused when it is written (P2000, 22001)`,
    };
  if (from.name === 'citext' && to.name !== 'citext')
    return {
      status: 'at risk',
      operation: 'read',
      consequence: 'Searches tell capital from small letters now, and find less than before',
    };
  if (to.name === 'character' && from.name !== 'character')
    return {
      status: 'at risk',
      operation: 'read',
      consequence: 'It reads values that are filled up with spaces',
    };
  return undefined;
}

function timeEffect(from: ColumnType, to: ColumnType): TypeEffect | undefined {
  if (from.family !== 'date and time' && from.family !== 'time') return undefined;
  if (from.name !== to.name)
    return {
      status: 'at risk',
      operation: 'all',
      consequence: `What it writes as ${from.name} means another moment as ${to.name}, or loses its time of day, without an error`,
    };
  const places = ({ sizes: [size] }: ColumnType) => size ?? 6;
  if (places(to) >= places(from)) return undefined;
  return {
    status: 'at risk',
    operation: 'all',
    consequence: `Fractions of a second beyond ${places(to)} digits are rounded away, so a value that it wrote is not found again`,
  };
}
