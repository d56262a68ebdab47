import { isNumber, isRecord, isString } from '../guard.ts';
import type { RowQuery } from './catalog/row-query.ts';
import { grantTexts } from './grants.ts';
import { type AttributeValue, freezeObject, type SchemaObject } from './snapshot.ts';

export interface Relation {
  readonly schema: string;
  readonly name: string;
}

/** What is needed to read the rows of a table's parts. */
export interface DecodeContext {
  readonly relations: ReadonlyMap<number, Relation>;
  /** Columns of each relation by their number in it; filled by the rows of columns, which come first. */
  readonly columns: Map<number, Map<number, string>>;
}

export interface DecodedRow {
  readonly object: SchemaObject;
  /** The oid of the relation and the number of the column, for rows of columns. */
  readonly column: { readonly relation: number; readonly position: number } | undefined;
}

/** One row of a kind's query. @throws Error for a row of another shape: our own query's mistake */
export function decodeRow(row: unknown, query: RowQuery, context: DecodeContext): DecodedRow {
  const [schema, parent, name, attributes, ...values]: readonly unknown[] = Array.isArray(row) ? row : [];
  if (!isString(name)) throw new Error(`The catalog query gave a ${query.kind} without a name.`);
  const relation = isNumber(parent) ? context.relations.get(parent) : undefined;
  if (isNumber(parent) && relation === undefined)
    throw new Error(`The parent of a ${query.kind} is unknown.`);
  const read: Record<string, AttributeValue> = {};
  let position: number | undefined;
  query.values?.forEach((attribute, index) => {
    if (attribute === 'position') position = Number(values[index]);
    else put(read, attribute, resolve(attribute, values[index], { context, parent }));
  });
  if (isRecord(attributes))
    for (const [attribute, value] of Object.entries(attributes)) put(read, attribute, value);
  const object = freezeObject({
    kind: query.kind,
    schema: relation?.schema ?? (isString(schema) ? schema : null),
    parent: relation?.name ?? null,
    name,
    attributes: read,
  });
  if (position === undefined || !isNumber(parent)) return { object, column: undefined };
  return { object, column: { relation: parent, position } };
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
  readonly parent: unknown;
}

/** What the query gives as numbers of columns and relations, by name. */
function resolve(attribute: string, value: unknown, { context, parent }: Place): unknown {
  if (attribute === 'references') {
    const relation = isNumber(value) ? context.relations.get(value) : undefined;
    return relation === undefined ? undefined : [relation.schema, relation.name];
  }
  if (attribute !== 'columns' || !Array.isArray(value) || !isNumber(parent)) return value;
  const columns = context.columns.get(parent);
  return value.flatMap((number) => columns?.get(Number(number)) ?? []);
}
