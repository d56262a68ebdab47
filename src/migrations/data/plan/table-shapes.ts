/** The columns of tables as the statements before leave them. */

import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { CatalogTable, CatalogTables } from './catalog-tables.ts';

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

export function createTableShapes(tables: CatalogTables): TableShapes {
  const shapes = new Map<number, TableShape>();
  const shape = (oid: number): TableShape => shapes.get(oid) ?? shapeBefore(tables(oid));
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

function shapeBefore({ columns, constraints }: CatalogTable): TableShape {
  return {
    columns: columns.map(({ name }) => name),
    key: constraints.find(({ kind }) => kind === 'primary key')?.columns ?? [],
  };
}
