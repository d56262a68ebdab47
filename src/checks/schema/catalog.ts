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
  /** All of the tables that something is expected of; of the others those of a type that a rule speaks about. */
  readonly columns: readonly CatalogColumn[];
  readonly policies: readonly CatalogPolicy[];
  /** Those with SECURITY DEFINER, and those whose names are looked up in the search_path of whoever calls them. */
  readonly functions: readonly CatalogFunction[];
  readonly bypassingViews: readonly BypassingView[];
  readonly publicGrants: readonly PublicGrant[];
  /** Schemas in which PUBLIC may create. */
  readonly openSchemas: readonly string[];
  /** Roles of an API that are there. */
  readonly apiRoles: readonly string[];
  /** Tables without row-level security that these roles may read or write. */
  readonly apiGrants: readonly ApiGrant[];
  /** Ordinary tables (partitions too) whose UPDATE or DELETE is published. */
  readonly published: readonly PublishedTable[];
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
  /** Row-level security is on. */
  readonly rowSecurity: boolean;
}

export interface CatalogColumn {
  readonly table: number;
  readonly name: string;
  /** As Postgres writes it, schema-qualified where it is not its own: `timestamp(3) with time zone`. */
  readonly type: string;
  /** `pg_type.typname`, of a domain that of its base. */
  readonly baseType: string;
  readonly notNull: boolean;
  /** Has a default, is generated, or is an identity. */
  readonly hasDefault: boolean;
  readonly identity: boolean;
  readonly position: number;
}

export interface CatalogPolicy {
  readonly table: number;
  readonly name: string;
}

export interface CatalogFunction {
  readonly schema: string;
  readonly name: string;
  /** As `ALTER FUNCTION` takes them. */
  readonly arguments: string;
  readonly isProcedure: boolean;
  readonly isDefiner: boolean;
  readonly hasSearchPath: boolean;
  /** `BEGIN ATOMIC`: its names were looked up when it was made. */
  readonly isParsed: boolean;
  readonly isTrigger: boolean;
  readonly owner: string;
  readonly ownerIsSuperuser: boolean;
  /** Every role may run it: EXECUTE on it and USAGE of its schema are granted to PUBLIC. */
  readonly publicMayRun: boolean;
}

/** Not `security_invoker`, over tables with row-level security whose policies do not hold for its owner, and granted to others. */
export interface BypassingView {
  readonly view: number;
  readonly owner: string;
  readonly tables: readonly string[];
}

export interface PublicGrant {
  readonly table: number;
  readonly privileges: readonly string[];
}

export interface ApiGrant {
  readonly table: number;
  readonly roles: readonly string[];
}

export interface PublishedTable {
  readonly table: number;
  /** The partitioned table that it belongs to in the end, or itself. */
  readonly root: number;
  readonly publications: readonly string[];
}

export interface CatalogIndexKey {
  /** Undefined for an expression. */
  readonly column: string | null;
  /** The column as Postgres writes it in an expression. */
  readonly quoted: string | null;
  readonly expression: string | null;
  readonly opclass: number;
  /** Name of the operator class, without its schema. */
  readonly operators: string | null;
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
  readonly referencedColumns: readonly string[];
  /** `pg_constraint.confdeltype`: a no action, r restrict, c cascade, n set null, d set default. */
  readonly onDelete: string;
  /** Columns whose type is another than that of the column they refer to. */
  readonly mismatches: readonly TypeMismatch[];
  readonly definition: string;
}

export interface TypeMismatch {
  readonly column: string;
  readonly type: string;
  readonly referencedColumn: string;
  readonly referencedType: string;
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
  readonly schema: string | null;
  /** Whether `ALTER EXTENSION … SET SCHEMA` can move it. */
  readonly relocatable: boolean;
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
  /** The column that owns it (serial, identity), else one whose default takes from it. */
  readonly tableSchema: string | null;
  readonly table: string | null;
  readonly column: string | null;
  /** `int2`, `int4`, `int8` or another type's name. */
  readonly columnType: string | null;
  /** `identity`, `serial` (the column owns it), or `default` (it only takes from it). */
  readonly feeds: string | null;
}
