import { type AttributeName, kindNames, type ObjectKind } from './object-kinds.ts';

/** Text, a number, a list in an order that means something (or sorted where it means nothing), or that something is so. */
export type AttributeValue = string | number | true | readonly string[];

export type Attributes<K extends ObjectKind = ObjectKind> = {
  readonly [Name in AttributeName<K>]?: AttributeValue;
};

/** What an object is called. No oids: they differ from database to database. */
export interface ObjectName {
  readonly kind: ObjectKind;
  /** Null for what is in no schema (extensions, publications, event triggers). */
  readonly schema: string | null;
  /** The table (or view) that a column, constraint, index, trigger, rule or policy belongs to. */
  readonly parent: string | null;
  /** A function with the types of its arguments: `total(integer, text)`. */
  readonly name: string;
}

export interface SchemaObject<K extends ObjectKind = ObjectKind> extends ObjectName {
  readonly kind: K;
  readonly attributes: Attributes<K>;
}

/** Something that the role could not read; the diff says nothing about it. */
export interface NotVisible {
  readonly kind: ObjectKind;
  readonly reason: string;
}

/** How large a table was at its last vacuum or analyse; the planner's estimate, never counted. */
export interface TableSize {
  readonly schema: string;
  readonly name: string;
  /** -1: never analysed. */
  readonly rows: number;
  /** Pages of the table itself. */
  readonly bytes: number;
}

/** The schema of one database at one moment. Frozen; sorted by name, so that the same schema gives the same bytes. */
export interface SchemaSnapshot {
  /** `server_version_num`, such as 150018. */
  readonly serverVersion: number;
  /** The schemas that were asked for; null = all but the system's and the provider's. */
  readonly scope: readonly string[] | null;
  /** Schemas left out because the provider of the database owns them. */
  readonly providerSchemas: readonly string[];
  readonly notVisible: readonly NotVisible[];
  readonly objects: readonly SchemaObject[];
  /** Not part of the schema, and never compared. */
  readonly sizes: readonly TableSize[];
}

/**
 * A snapshot fresh from a database knows which table and which column it was, whatever it is called: two of the same
 * database, before and after a migration, tell a rename from a drop. Not serialised.
 */
export interface LiveSnapshot extends SchemaSnapshot {
  /** Of a table or column of this snapshot: an opaque text that survives a rename. */
  identityOf(object: SchemaObject): string | undefined;
  /** Transactions of the server that had ended when it was read (`pg_current_snapshot`). */
  readonly transactions: string;
}

/** One text for one object. NUL cannot occur in a name. */
export function keyOf({ kind, schema, parent, name }: ObjectName): string {
  return `${kind}\0${schema ?? ''}\0${parent ?? ''}\0${name}`;
}

const order = new Map(kindNames.map((kind, index) => [kind, index]));

/** By kind, schema, parent and name, in code units: independent of any locale. */
export function compareNames(left: ObjectName, right: ObjectName): number {
  if (left.kind !== right.kind) return (order.get(left.kind) ?? 0) - (order.get(right.kind) ?? 0);
  if (left.schema !== right.schema) return compareTexts(left.schema ?? '', right.schema ?? '');
  if (left.parent !== right.parent) return compareTexts(left.parent ?? '', right.parent ?? '');
  return compareTexts(left.name, right.name);
}

export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export function freezeObject<T extends SchemaObject>(object: T): T {
  const attributes: Readonly<Record<string, AttributeValue>> = object.attributes;
  for (const name in attributes) if (Array.isArray(attributes[name])) Object.freeze(attributes[name]);
  Object.freeze(object.attributes);
  return Object.freeze(object);
}
