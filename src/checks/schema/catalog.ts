import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';

/** What the schema rules know of a database: one JSON document read by one query. */
export interface Catalog {
  /** `server_version_num`, such as 150018. */
  readonly serverVersion: number;
  /** The current role. */
  readonly role: string;
  /** Schemas that were looked at. */
  readonly schemas: readonly string[];
  /** Schemas left out because the provider of the database owns them. */
  readonly providerSchemas: readonly string[];
  /** Tables of every kind and views. */
  readonly relations: readonly CatalogRelation[];
  readonly indexes: readonly CatalogIndex[];
  readonly foreignKeys: readonly CatalogForeignKey[];
  readonly unvalidated: readonly UnvalidatedConstraint[];
  readonly extensions: readonly CatalogExtension[];
  readonly sequences: readonly CatalogSequence[];
}

export interface CatalogRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** `pg_class.relkind`: r table, p partitioned table, v view, m materialised view, f foreign table. */
  readonly kind: string;
  /** `pg_class.relpersistence`: p permanent, u unlogged, t temporary. */
  readonly persistence: string;
  readonly isPartition: boolean;
  /** `pg_class.relreplident`: d primary key, n nothing, f full row, i an index. */
  readonly replicaIdentity: string;
  /** Planner's estimate; -1 when the table was never analysed. */
  readonly rows: number;
  /** Pages of the main fork at the last vacuum or analyse, in bytes: an estimate that needs no lock. */
  readonly bytes: number;
  /** Whether the current role may read it, and is shown every row (row-level security). */
  readonly readable: boolean;
}

export interface CatalogIndexKey {
  /** Undefined for an expression. */
  readonly column: string | null;
  /** The column as Postgres writes it in an expression. */
  readonly quoted: string | null;
  readonly expression: string | null;
  readonly opclass: number;
  readonly collation: number;
  readonly columnCollation: number | null;
  /** `pg_index.indoption`: bit 0 descending, bit 1 nulls first. */
  readonly option: number;
  readonly notNull: boolean | null;
}

export interface CatalogIndex {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly table: number;
  readonly method: string;
  readonly unique: boolean;
  readonly primary: boolean;
  readonly exclusion: boolean;
  readonly immediate: boolean;
  readonly nullsNotDistinct: boolean;
  readonly valid: boolean;
  readonly replicaIdentity: boolean;
  readonly partitioned: boolean;
  /** Attached to an index of the partitioned parent, which alone can be dropped or changed. */
  readonly isPartition: boolean;
  /** A session is building it right now. */
  readonly building: boolean;
  readonly keys: readonly CatalogIndexKey[];
  /** Columns after INCLUDE. */
  readonly includes: readonly string[];
  readonly predicate: string | null;
  /** Of the primary key, unique or exclusion constraint that it enforces. */
  readonly constraint: string | null;
  readonly referencedByForeignKey: boolean;
  readonly bytes: number;
  readonly definition: string;
}

export interface CatalogForeignKey {
  readonly name: string;
  readonly table: number;
  readonly columns: readonly string[];
  /** The same columns as Postgres writes them in an expression. */
  readonly quotedColumns: readonly string[];
  readonly referencedSchema: string;
  readonly referencedName: string;
  readonly definition: string;
}

export interface UnvalidatedConstraint {
  readonly name: string;
  readonly schema: string;
  /** Of the table or domain. */
  readonly owner: string;
  readonly ownerKind: string;
  readonly definition: string;
}

export interface CatalogExtension {
  readonly name: string;
  /** Null when it is available and not installed. */
  readonly installed: string | null;
  /** Null when its files are gone from the server. */
  readonly available: string | null;
  /** Whether `ALTER EXTENSION … UPDATE` has a path from one to the other. */
  readonly updatable: boolean;
}

export interface CatalogSequence {
  readonly schema: string;
  readonly name: string;
  /** Whether the current role may read its value. */
  readonly readable: boolean;
  /** Whole numbers as text: they go beyond 2^53. Null when it was never used. */
  readonly last: string | null;
  readonly start: string;
  readonly min: string;
  readonly max: string;
  readonly increment: string;
  readonly cycles: boolean;
  /** The column that owns it (serial, identity). */
  readonly table: string | null;
  readonly column: string | null;
  /** `int2`, `int4`, `int8` or another type's name. */
  readonly columnType: string | null;
}

const isRelation = objectOf<CatalogRelation>({
  oid: isNumber,
  schema: isString,
  name: isString,
  kind: isString,
  persistence: isString,
  isPartition: isBoolean,
  replicaIdentity: isString,
  rows: isNumber,
  bytes: isNumber,
  readable: isBoolean,
});

const isIndexKey = objectOf<CatalogIndexKey>({
  column: nullable(isString),
  quoted: nullable(isString),
  expression: nullable(isString),
  opclass: isNumber,
  collation: isNumber,
  columnCollation: nullable(isNumber),
  option: isNumber,
  notNull: nullable(isBoolean),
});

const isIndex = objectOf<CatalogIndex>({
  oid: isNumber,
  schema: isString,
  name: isString,
  table: isNumber,
  method: isString,
  unique: isBoolean,
  primary: isBoolean,
  exclusion: isBoolean,
  immediate: isBoolean,
  nullsNotDistinct: isBoolean,
  valid: isBoolean,
  replicaIdentity: isBoolean,
  partitioned: isBoolean,
  isPartition: isBoolean,
  building: isBoolean,
  keys: arrayOf(isIndexKey),
  includes: arrayOf(isString),
  predicate: nullable(isString),
  constraint: nullable(isString),
  referencedByForeignKey: isBoolean,
  bytes: isNumber,
  definition: isString,
});

const isForeignKey = objectOf<CatalogForeignKey>({
  name: isString,
  table: isNumber,
  columns: arrayOf(isString),
  quotedColumns: arrayOf(isString),
  referencedSchema: isString,
  referencedName: isString,
  definition: isString,
});

const isUnvalidated = objectOf<UnvalidatedConstraint>({
  name: isString,
  schema: isString,
  owner: isString,
  ownerKind: isString,
  definition: isString,
});

const isExtension = objectOf<CatalogExtension>({
  name: isString,
  installed: nullable(isString),
  available: nullable(isString),
  updatable: isBoolean,
});

const isSequence = objectOf<CatalogSequence>({
  schema: isString,
  name: isString,
  readable: isBoolean,
  last: nullable(isString),
  start: isString,
  min: isString,
  max: isString,
  increment: isString,
  cycles: isBoolean,
  table: nullable(isString),
  column: nullable(isString),
  columnType: nullable(isString),
});

export const isCatalog: Guard<Catalog> = objectOf<Catalog>({
  serverVersion: isNumber,
  role: isString,
  schemas: arrayOf(isString),
  providerSchemas: arrayOf(isString),
  relations: arrayOf(isRelation),
  indexes: arrayOf(isIndex),
  foreignKeys: arrayOf(isForeignKey),
  unvalidated: arrayOf(isUnvalidated),
  extensions: arrayOf(isExtension),
  sequences: arrayOf(isSequence),
});
