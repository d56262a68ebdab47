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
  const [relations, names, rare, ...values] = listsOf(value, query);
  if (relations === undefined || names === undefined || rare === undefined)
    return { objects: [], relations: [], positions: [] };
  const readers = Object.keys(query.values).flatMap((attribute, index) =>
    attribute === 'position' ? [] : [{ attribute, list: values[index] ?? [] }],
  );
  const positions = numbersOf(values[Object.keys(query.values).indexOf('position')] ?? []);
  const oids = numbersOf(relations);
  const objects: SchemaObject[] = [];
  for (let row = 0; row < oids.length; row += 1) {
    const oid = oids[row] ?? 0;
    const name = names[row];
    if (!isString(name)) throw new Error(`The catalog query gave a ${query.kind} without a name.`);
    const read: Record<string, AttributeValue> = {};
    for (const { attribute, list } of readers)
      put(read, attribute, resolve(attribute, list[row], { context, oid }));
    if (rare[row] !== null) putAll(read, rare[row]);
    if (query.kind === 'index') cutNames(read, name, relationOf(oid, context));
    objects.push(objectAt({ kind: query.kind, oid, name, attributes: read }, context));
    const position = positions[row];
    if (position !== undefined) nameColumn(context, oid, { position, name });
  }
  return { objects, relations: oids, positions };
}

/** An index is the same whatever it and its table are called. */
function cutNames(
  read: Record<string, AttributeValue>,
  name: string,
  { schema, name: table }: Relation,
): void {
  const { definition } = read;
  if (isString(definition)) read.definition = withoutNames(definition, { schema, table, name });
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

interface Decoded {
  readonly kind: ListQuery['kind'];
  readonly oid: number;
  readonly name: string;
  readonly attributes: Record<string, AttributeValue>;
}

function objectAt({ kind, oid, name, attributes }: Decoded, context: DecodeContext): SchemaObject {
  const relation = relationOf(oid, context);
  if (kind !== 'table')
    return freezeObject({ kind, schema: relation.schema, parent: relation.name, name, attributes });
  const order = columnOrder(context.columns.get(oid));
  if (order !== undefined) attributes.columnOrder = order;
  return freezeObject({ kind, schema: relation.schema, parent: null, name, attributes });
}

/** Undefined for a table without columns. */
export function columnOrder(
  columns: readonly (string | undefined)[] | undefined,
): readonly string[] | undefined {
  return columns?.filter((name) => name !== undefined);
}

function nameColumn(
  { columns }: DecodeContext,
  oid: number,
  { position, name }: { readonly position: number; readonly name: string },
): void {
  let names = columns.get(oid);
  if (names === undefined) {
    names = [];
    columns.set(oid, names);
  }
  // In their order, mostly: an array that is filled from its start stays a plain one.
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

interface Place {
  readonly context: DecodeContext;
  readonly oid: number;
}

/** What the query gives as numbers of columns and relations, by name. */
function resolve(attribute: string, value: unknown, { context, oid }: Place): unknown {
  if (attribute === 'references') {
    const relation = isNumber(value) ? context.relations.get(value) : undefined;
    return relation === undefined ? undefined : [relation.schema, relation.name];
  }
  if (attribute !== 'columns' || !Array.isArray(value)) return value;
  const columns = context.columns.get(oid);
  return value.flatMap((number) => columns?.[Number(number)] ?? []);
}
