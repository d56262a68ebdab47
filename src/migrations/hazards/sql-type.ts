/** Column types, the same whether a script or the catalog names them, and what changing one into another costs. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { field, items, listedName, type Node, nodesOf } from '../parse-tree.ts';
import type { SqlParser } from '../sql-parser.ts';

export interface SqlType {
  /** Undefined for a built-in type and for a name without a schema. */
  readonly schema: string | undefined;
  /** Postgres's own name: `int8` for bigint, `varchar` for character varying. */
  readonly name: string;
  /** Length, or precision and scale. */
  readonly modifiers: readonly number[];
  readonly dimensions: number;
}

/** Of a `TypeName` node's fields. */
export function typeOfNode(typeName: Node): SqlType | undefined {
  const named = listedName(typeName.names);
  if (named === undefined) return undefined;
  return {
    schema: named.schema === 'pg_catalog' ? undefined : named.schema,
    name: named.name,
    modifiers: items(typeName.typmods).flatMap(integerOf),
    dimensions: items(typeName.arrayBounds).length,
  };
}

function integerOf(value: unknown): readonly number[] {
  const constant = field(value, 'A_Const');
  if (!('ival' in constant)) return [];
  // Zero is left out of the JSON.
  const { ival = 0 } = field(constant, 'ival');
  return typeof ival === 'number' ? [ival] : [];
}

/** Of what `format_type` writes. Undefined where it is no type that the parser knows. */
export function typeOfText(text: string, parser: SqlParser): SqlType | undefined {
  const parsed = parser.parse(`SELECT NULL::${text}`);
  if (parsed.kind !== 'parsed') return undefined;
  const [typeName] = parsed.statements.flatMap(({ node }) => nodesOf(node, 'typeName'));
  return typeName === undefined ? undefined : typeOfNode(typeName);
}

const sqlNames: Readonly<Record<string, string>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varchar: 'varchar',
  bpchar: 'char',
};

/** As SQL, to be pasted. */
export function typeSql({ schema, name, modifiers, dimensions }: SqlType): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && schema === undefined;
  const written = sqlNames[name] ?? (plain ? name : quoteIdentifier(name));
  const length = modifiers.length === 0 || name === 'interval' ? '' : `(${modifiers.join(', ')})`;
  const qualified = schema === undefined ? written : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
  return qualified + length + '[]'.repeat(dimensions);
}

/** `time zone`: free where the session's TimeZone is UTC, a rewrite elsewhere. `unknown`: a type of the user's own. */
export type TypeChange = 'free' | 'rebuilds indexes' | 'rewrites' | 'time zone' | 'unknown';

/** Types whose length or precision may grow, or go, without a look at a row. */
const growing: ReadonlySet<string> = new Set([
  'varchar',
  'varbit',
  'timestamp',
  'timestamptz',
  'time',
  'timetz',
]);

/** Types of one storage and one order. */
const sameStorage: ReadonlySet<string> = new Set(['varchar text', 'text varchar', 'cidr inet', 'bit varbit']);

/** Stored alike, ordered in another way. */
const otherOrder: ReadonlySet<string> = new Set([
  'citext text',
  'text citext',
  'citext varchar',
  'varchar citext',
]);

const zones: ReadonlySet<string> = new Set(['timestamp timestamptz', 'timestamptz timestamp']);

/**
 * What Postgres does to the table, for a conversion by the types' own cast. From `ATColumnChangeRequiresRewrite` and the
 * support functions of the types' length coercions; a test holds it against a server.
 */
export function typeChange(from: SqlType, to: SqlType): TypeChange {
  const pair = `${from.name} ${to.name}`;
  const isArray = from.dimensions > 0 || to.dimensions > 0;
  if (from.name === to.name && (from.schema ?? to.schema) === (to.schema ?? from.schema))
    return grows(from, to, isArray) ? 'free' : 'rewrites';
  if (isArray) return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
  if (sameStorage.has(pair))
    return to.modifiers.length === 0 || grows(from, to, isArray) ? 'free' : 'rewrites';
  if (otherOrder.has(pair)) return to.modifiers.length === 0 ? 'rebuilds indexes' : 'rewrites';
  if (zones.has(pair)) return grows(from, to, isArray) ? 'time zone' : 'rewrites';
  return isBuiltIn(from) && isBuiltIn(to) ? 'rewrites' : 'unknown';
}

function grows(from: SqlType, to: SqlType, isArray: boolean): boolean {
  if (from.dimensions > 0 !== to.dimensions > 0) return false;
  const [length, scale = 0] = from.modifiers;
  const [newLength, newScale = 0] = to.modifiers;
  if (newLength === length && newScale === scale) return true;
  if (isArray) return newLength === undefined;
  if (to.name === 'numeric')
    return newLength === undefined || (length !== undefined && newLength >= length && newScale === scale);
  if (newLength === undefined) return growing.has(to.name);
  // Six digits are all that a time can have.
  if (/^time/.test(to.name)) return newLength >= Math.min(length ?? 6, 6);
  return growing.has(to.name) && from.name === to.name && length !== undefined && newLength >= length;
}

const builtIn = new Set(
  'int2 int4 int8 float4 float8 numeric bool text varchar bpchar char name bytea date time timetz timestamp timestamptz interval json jsonb uuid inet cidr macaddr bit varbit xml money oid tsvector point'.split(
    ' ',
  ),
);

function isBuiltIn({ schema, name }: SqlType): boolean {
  return schema === undefined && builtIn.has(name);
}
