/** The schema as it is at one point of the pending migrations, as far as the rules ask about it. */
import type { ObjectName } from '../parse-tree.ts';
import type { ConstraintForm } from './operation.ts';
import type { SqlType } from './sql-type.ts';

export interface ColumnModel {
  readonly name: string;
  /** Text as `format_type` writes it where it comes from the catalog. */
  readonly type: SqlType | string;
  /** Of a column that was there before. */
  readonly typeOid: number | undefined;
  readonly isNotNull: boolean;
  readonly generated: 'stored' | 'virtual' | undefined;
  readonly isNew: boolean;
}

export interface ConstraintModel {
  readonly name: string;
  readonly form: ConstraintForm;
  readonly columns: readonly string[];
  readonly isValidated: boolean;
  /** `id` of the table that a foreign key refers to. */
  readonly references: number | undefined;
  readonly referencedColumns: readonly string[];
  /** Columns that cannot be null where a check holds. */
  readonly provesNotNull: readonly string[];
  /** Of a check: it says more than that columns are not null. */
  readonly isAboutValues: boolean;
  /** The transaction that added it; undefined: it was there before. */
  readonly addedIn: number | undefined;
}

export interface IndexModel {
  readonly name: string;
  /** Undefined where an entry is an expression. */
  readonly columns: readonly (string | undefined)[];
  readonly isUnique: boolean;
  readonly isPartial: boolean;
  readonly isValid: boolean;
  readonly isNew: boolean;
}

export type TableKind = 'table' | 'partitioned table' | 'view' | 'materialized view' | 'foreign table';

/** A table or what can stand in its place. */
export interface TableModel extends Readonly<{ schema: string; name: string }> {
  /** Stays the same through renames; means nothing outside of the model. */
  readonly id: number;
  /** Undefined: it was created by the pending migrations, and nobody uses it yet. */
  readonly oid: number | undefined;
  readonly kind: TableKind;
  /** Estimate before the migrations, of a partitioned table of all partitions; undefined: not known. */
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
  readonly columns: readonly ColumnModel[];
  readonly constraints: readonly ConstraintModel[];
  readonly indexes: readonly IndexModel[];
  /** `id` of the table that it is a partition of. */
  readonly parent: number | undefined;
}

export interface EnumModel extends Readonly<{ schema: string; name: string }> {
  readonly id: number;
  readonly oid: number | undefined;
  readonly labels: readonly string[];
  /** The transaction that created it; undefined: it was there before. */
  readonly createdIn: number | undefined;
  /** Values that were added, and in which transaction. */
  readonly added: ReadonlyMap<string, number>;
}

/** What rules see. */
export interface SchemaView {
  readonly searchPath: readonly string[];
  /** Undefined: there is none, or none that is known (made inside a function, say). */
  table(name: ObjectName): TableModel | undefined;
  /** The same, but only if it was there before the pending migrations. */
  existing(name: ObjectName): TableModel | undefined;
  tableById(id: number): TableModel | undefined;
  tables(): Iterable<TableModel>;
  indexed(index: ObjectName): Readonly<{ table: TableModel; index: IndexModel }> | undefined;
  enumType(name: ObjectName): EnumModel | undefined;
  enums(): Iterable<EnumModel>;
  /** The enum that had this name before the pending migrations, as it was then. */
  originalEnum(name: Readonly<{ schema: string; name: string }>): EnumModel | undefined;
  isNewDomain(name: ObjectName): boolean;
}

export interface SchemaModel extends SchemaView {
  /** Adds it, or takes the place of the one with its id. */
  putTable(table: TableModel): void;
  dropTable(id: number): void;
  putEnum(type: EnumModel): void;
  dropEnum(id: number): void;
  addDomain(name: ObjectName): void;
  setSearchPath(schemas: readonly string[]): void;
  /** An `id` that nothing has. */
  nextId(): number;
}

/** Where temporary tables are; searched first. */
export const temporarySchema = 'pg_temp';

export function emptyModel(searchPath: readonly string[]): SchemaModel {
  const tables = named<TableModel>();
  const enums = named<EnumModel>();
  const originalEnums: EnumModel[] = [];
  const domains = new Set<string>();
  let path = searchPath;
  let lastId = 0;
  const model: SchemaModel = {
    get searchPath() {
      return path;
    },
    table: (name) => tables.find(name, path),
    existing(name) {
      const table = tables.find(name, path);
      return table?.oid === undefined ? undefined : table;
    },
    tableById: (id) => tables.get(id),
    tables: () => tables.all(),
    indexed(wanted) {
      for (const table of tables.all())
        for (const index of table.indexes)
          if (index.name === wanted.name && (wanted.schema ?? table.schema) === table.schema)
            return { table, index };
      return undefined;
    },
    enumType: (name) => enums.find(name, path),
    enums: () => enums.all(),
    originalEnum: ({ schema, name }) =>
      originalEnums.find((type) => type.schema === schema && type.name === name),
    isNewDomain: ({ name }) => domains.has(name),
    putTable: (table) => tables.put(table),
    dropTable: (id) => tables.drop(id),
    putEnum(type) {
      if (type.oid !== undefined && enums.get(type.id) === undefined) originalEnums.push(type);
      enums.put(type);
    },
    dropEnum: (id) => enums.drop(id),
    addDomain({ name }) {
      domains.add(name);
    },
    setSearchPath(schemas) {
      path = schemas;
    },
    nextId() {
      lastId += 1;
      return lastId;
    },
  };
  return model;
}

interface Named extends Readonly<{ id: number; schema: string; name: string }> {}

/** Things by id and by name; of two with one name the later one is found. */
function named<T extends Named>() {
  const byId = new Map<number, T>();
  const byName = new Map<string, number>();
  const key = (schema: string, name: string) => JSON.stringify([schema, name]);
  const forget = (id: number) => {
    const thing = byId.get(id);
    if (thing !== undefined && byName.get(key(thing.schema, thing.name)) === id)
      byName.delete(key(thing.schema, thing.name));
    byId.delete(id);
  };
  const exact = (schema: string, name: string) => byId.get(byName.get(key(schema, name)) ?? -1);
  return {
    get: (id: number) => byId.get(id),
    all: (): Iterable<T> => byId.values(),
    put(thing: T) {
      forget(thing.id);
      byId.set(thing.id, thing);
      byName.set(key(thing.schema, thing.name), thing.id);
    },
    drop: forget,
    find({ schema, name }: ObjectName, path: readonly string[]): T | undefined {
      if (schema !== undefined) return exact(schema, name);
      for (const searched of [temporarySchema, ...path]) {
        const thing = exact(searched, name);
        if (thing !== undefined) return thing;
      }
      // The search path may be the role's own: one of this name anywhere is it.
      const anywhere = [...byId.values()].filter((thing) => thing.name === name);
      return anywhere.length === 1 ? anywhere[0] : undefined;
    },
  };
}
