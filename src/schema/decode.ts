import { isNumber, isRecord, isString } from '../guard.ts';
import type { ListQuery, RowQuery } from './catalog/row-query.ts';
import { grantTexts } from './grants.ts';
import { withoutNames } from './index-definition.ts';
import { type AttributeValue, freezeObject, type SchemaObject } from './snapshot.ts';

export interface Relation {
  readonly schema: string;
  readonly name: string;
}

/** What is needed to read the rows of a table's parts. */
export interface DecodeContext {
  readonly relations: ReadonlyMap<number, Relation>;
  /** Names of each relation's columns by their number in it, 0 is nothing; filled by the columns, which come first. */
  readonly columns: Map<number, (string | undefined)[]>;
}

/** One row of a kind's query. @throws Error for a row of another shape: our own query's mistake */
export function decodeRow(row: unknown, { kind }: RowQuery, context: DecodeContext): SchemaObject {
  const [schema, parent, name, attributes]: readonly unknown[] = Array.isArray(row) ? row : [];
  if (!isString(name)) throw new Error(`The catalog query gave a ${kind} without a name.`);
  const relation = isNumber(parent) ? relationOf(parent, context) : undefined;
  const read: Record<string, AttributeValue> = {};
  putAll(read, attributes);
  return freezeObject({
    kind,
    schema: relation?.schema ?? (isString(schema) ? schema : null),
    parent: relation?.name ?? null,
    name,
    attributes: read,
  });
}

export interface DecodedList {
  /** In the order of the rows. */
  readonly objects: readonly SchemaObject[];
  /** The oid of each one's relation. */
  readonly relations: readonly number[];
  /** Of columns: the number in it. */
  readonly positions: readonly number[];
}

/** All rows of a kind, which came as one list a value. @throws Error for another shape: our own query's mistake */
export function decodeLists(value: unknown, query: ListQuery, context: DecodeContext): DecodedList {
  const { kind } = query;
  const [relations, names, rare, ...values] = listsOf(value, query);
  if (relations === undefined || names === undefined || rare === undefined)
    return { objects: [], relations: [], positions: [] };
  const attributes = Object.keys(query.values);
  const oids = numbersOf(relations);
  const readers = attributes.flatMap((attribute, index) =>
    attribute === 'position'
      ? []
      : [
          {
            attribute,
            list: values[index] ?? [],
            resolve: resolverOf(attribute, { kind, oids, names, context }),
          },
        ],
  );
  const positions = numbersOf(values[attributes.indexOf('position')] ?? []);
  const objects = oids.map((oid, row) => {
    const name = names[row];
    if (!isString(name)) throw new Error(`The catalog query gave a ${kind} without a name.`);
    const read: Record<string, AttributeValue> = {};
    for (const reader of readers) readValue(read, reader, row);
    if (rare[row] !== null) putAll(read, rare[row]);
    const relation = relationOf(oid, context);
    const position = positions[row];
    if (position !== undefined) nameColumn(columnsOf(oid, context), position, name);
    if (kind !== 'table')
      return freezeObject({ kind, schema: relation.schema, parent: relation.name, name, attributes: read });
    putColumnOrder(read, context.columns.get(oid));
    return freezeObject({ kind, schema: relation.schema, parent: null, name, attributes: read });
  });
  return { objects, relations: oids, positions };
}

/** A value as it is kept; `row` is its place in the list. */
type Resolve = (value: unknown, row: number) => unknown;

interface ValueReader {
  readonly attribute: string;
  readonly list: readonly unknown[];
  /** Undefined: the value is taken as it is. */
  readonly resolve: Resolve | undefined;
}

interface Lists {
  readonly kind: ListQuery['kind'];
  readonly oids: readonly number[];
  readonly names: readonly unknown[];
  readonly context: DecodeContext;
}

/** What the query gives as numbers of columns and relations is read by name, an index without what it is called. */
function resolverOf(attribute: string, { kind, oids, names, context }: Lists): Resolve | undefined {
  if (attribute === 'references')
    return (value) => {
      const relation = isNumber(value) ? context.relations.get(value) : undefined;
      return relation === undefined ? undefined : [relation.schema, relation.name];
    };
  if (attribute === 'columns')
    return (value, row) => {
      const columns = context.columns.get(oids[row] ?? 0);
      return Array.isArray(value) ? value.flatMap((number) => columns?.[Number(number)] ?? []) : value;
    };
  if (kind !== 'index' || attribute !== 'definition') return undefined;
  return (value, row) => {
    const { schema, name: table } = relationOf(oids[row] ?? 0, context);
    return withoutNames(String(value), { schema, table, name: String(names[row]) });
  };
}

function readValue(
  read: Record<string, AttributeValue>,
  { attribute, list, resolve }: ValueReader,
  row: number,
): void {
  const value = list[row];
  // Most of them.
  if (value === null || value === false) return;
  put(read, attribute, resolve === undefined ? value : resolve(value, row));
}

function listsOf(value: unknown, { kind }: ListQuery): readonly (readonly unknown[])[] {
  const lists: readonly unknown[] = Array.isArray(value) ? value : [];
  const [first] = lists;
  // Without any row each list is null.
  if (first === null) return [];
  const isWhole = lists.every(
    (list) => Array.isArray(list) && Array.isArray(first) && list.length === first.length,
  );
  if (!isWhole || lists.length === 0) throw new Error(`The catalog query gave no lists of ${kind}.`);
  return lists.filter((list) => Array.isArray(list));
}

function numbersOf(list: readonly unknown[]): readonly number[] {
  if (!list.every(isNumber)) throw new Error('The catalog query gave a number in another shape.');
  return list;
}

/** Nothing for a table without columns. */
export function putColumnOrder(
  read: Record<string, AttributeValue>,
  columns: readonly (string | undefined)[] | undefined,
): void {
  if (columns !== undefined) read.columnOrder = columns.filter((name) => name !== undefined);
}

function columnsOf(oid: number, { columns }: DecodeContext): (string | undefined)[] {
  const known = columns.get(oid);
  if (known !== undefined) return known;
  const names: (string | undefined)[] = [];
  columns.set(oid, names);
  return names;
}

/** They come in their order, mostly: an array that is filled from its start stays a plain one. */
function nameColumn(names: (string | undefined)[], position: number, name: string): void {
  while (names.length < position) names.push(undefined);
  names[position] = name;
}

function relationOf(oid: number, { relations }: DecodeContext): Relation {
  const relation = relations.get(oid);
  if (relation === undefined) throw new Error('The parent of an object is unknown.');
  return relation;
}

function putAll(target: Record<string, AttributeValue>, attributes: unknown): void {
  if (!isRecord(attributes)) return;
  for (const attribute of Object.keys(attributes)) put(target, attribute, attributes[attribute]);
}

/** Null, false and an empty list are what holds by default, and are absent. */
function put(target: Record<string, AttributeValue>, attribute: string, value: unknown): void {
  if (value === null || value === undefined || value === false) return;
  if (attribute === 'grants') {
    const texts = grantTexts(value);
    if (texts.length > 0) target[attribute] = texts;
  } else if (isString(value) || isNumber(value) || value === true) target[attribute] = value;
  else if (Array.isArray(value) && value.every(isString)) {
    if (value.length > 0) target[attribute] = value;
  } else throw new Error(`The catalog query gave the attribute ${attribute} in another shape.`);
}
