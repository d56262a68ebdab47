/** The columns of tables as the statements before leave them. */
import type { RehearsalCatalog } from '../../rehearsal/catalog.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';

export interface TableShape {
  readonly columns: readonly string[];
  /** Columns of the primary key; empty where there is none. */
  readonly key: readonly string[];
}

export interface TableShapes {
  /** Of a table that existed before, with its columns as they are named now. */
  shape(oid: number): TableShape;
  addColumn(table: RelationRef, name: string): void;
  dropColumn(table: RelationRef, name: string): void;
  renameColumn(table: RelationRef, from: string, to: string): void;
}

export function createTableShapes(catalog: RehearsalCatalog): TableShapes {
  const shapes = new Map<number, TableShape>();
  const shape = (oid: number): TableShape => shapes.get(oid) ?? shapeBefore(catalog, oid);
  return {
    shape,
    addColumn({ oid }, name) {
      const { columns, key } = shape(oid);
      if (!columns.includes(name)) shapes.set(oid, { columns: [...columns, name], key });
    },
    dropColumn({ oid }, name) {
      const { columns, key } = shape(oid);
      const left = columns.filter((column) => column !== name);
      shapes.set(oid, { columns: left, key: key.includes(name) ? [] : key });
    },
    renameColumn({ oid }, from, to) {
      const { columns, key } = shape(oid);
      const renamed = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
      shapes.set(oid, { columns: renamed(columns), key: renamed(key) });
    },
  };
}

function shapeBefore({ columns, constraints }: RehearsalCatalog, oid: number): TableShape {
  const primary = constraints.find(({ kind, tableOid }) => tableOid === oid && kind === 'primary key');
  return {
    columns: columns.filter(({ tableOid }) => tableOid === oid).map(({ name }) => name),
    key: primary?.columns ?? [],
  };
}
