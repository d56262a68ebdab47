/** The catalog by table: a script of thousands of statements asks it thousands of times. */
import type {
  CatalogColumn,
  CatalogConstraint,
  CatalogIndex,
  RehearsalCatalog,
} from '../../rehearsal/catalog.ts';

export interface CatalogTable {
  readonly columns: readonly CatalogColumn[];
  readonly constraints: readonly CatalogConstraint[];
  readonly indexes: readonly CatalogIndex[];
  /** Foreign keys of other tables, or its own, that refer to it. */
  readonly referencedBy: readonly CatalogConstraint[];
  /** Partitions of it, and tables that inherit from it. */
  readonly children: readonly number[];
}

/** Of a table that did not exist before: nothing. */
export type CatalogTables = (oid: number) => CatalogTable;

export function catalogTables(catalog: RehearsalCatalog): CatalogTables {
  const columns = grouped(catalog.columns, ({ tableOid }) => tableOid);
  const constraints = grouped(catalog.constraints, ({ tableOid }) => tableOid);
  const indexes = grouped(catalog.indexes, ({ tableOid }) => tableOid);
  const references = grouped(catalog.constraints, ({ referencedTableOid }) => referencedTableOid ?? 0);
  const children = grouped([...catalog.parents], ([, parent]) => parent);
  return (oid) => ({
    columns: columns.get(oid) ?? [],
    constraints: constraints.get(oid) ?? [],
    indexes: indexes.get(oid) ?? [],
    referencedBy: references.get(oid) ?? [],
    children: (children.get(oid) ?? []).map(([child]) => child),
  });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** NOT NULL, and known to hold for every row: since PostgreSQL 18 it can be NOT VALID. */
export function isSurelyNotNull({ columns, constraints }: CatalogTable, column: string): boolean {
  const isDoubtful = constraints.some(
    (constraint) =>
      constraint.kind === 'not null' && !constraint.isValidated && constraint.columns.includes(column),
  );
  return !isDoubtful && columns.some(({ name, isNotNull }) => name === column && isNotNull);
}
