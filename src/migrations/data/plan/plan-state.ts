/** What the statements before have made of the database: names that moved, data that changed, constraints that wait. */
import type { ObjectName } from '../../parse-tree.ts';
import type { RehearsalCatalog } from '../../rehearsal/catalog.ts';
import type { RelationKind, RelationRef } from '../../rehearsal/measurement.ts';
import type { CheckDraft, Dependency } from '../data-check.ts';
import { type CatalogTables, catalogTables } from './catalog-tables.ts';
import { createPlannedChanges, type PlannedChanges } from './planned-changes.ts';
import { createTableShapes, type TableShapes } from './table-shapes.ts';

/** Mutable, for the time of planning. */
export interface PlanState extends PlannedChanges, TableShapes {
  readonly catalog: RehearsalCatalog;
  readonly tables: CatalogTables;
  searchPath: readonly string[];
  /** The table or view of that name, as names stand now. */
  table(name: ObjectName | undefined): RelationRef | undefined;
  /** True for what the migrations create. */
  isNew(table: RelationRef): boolean;
  create(name: ObjectName, kind: RelationKind, by: Dependency): void;
  drop(table: RelationRef, by: Dependency): void;
  rename(table: RelationRef, to: ObjectName, by: Dependency): void;
  /** NOT VALID constraints of the migrations, by `constraintKey`: what VALIDATE will ask. */
  readonly waiting: Map<string, readonly CheckDraft[]>;
  /** Constraints and indexes that are gone: `constraintKey` and `nameKey`. */
  readonly dropped: Set<string>;
  /** Columns of the indexes that the migrations create, by `nameKey`. */
  readonly indexes: Map<string, readonly string[]>;
}

export function createPlanState(catalog: RehearsalCatalog, searchPath: readonly string[]): PlanState {
  const names = new Map<string, RelationRef>();
  for (const relation of catalog.relations)
    if (tableKinds.includes(relation.kind)) names.set(nameKey(relation), relation);
  const tables = catalogTables(catalog);
  let newest = 0;
  const state: PlanState = {
    ...createPlannedChanges(catalog, tables),
    ...createTableShapes(tables),
    catalog,
    tables,
    searchPath,
    waiting: new Map(),
    indexes: new Map(),
    dropped: new Set(),
    table(name) {
      if (name === undefined) return undefined;
      const schemas = name.schema === undefined ? state.searchPath : [name.schema];
      return schemas.map((schema) => names.get(nameKey({ schema, name: name.name }))).find(Boolean);
    },
    isNew: ({ oid }) => oid < 0,
    create(name, kind, by) {
      newest -= 1;
      const schema = name.schema ?? state.searchPath[0] ?? 'public';
      const table = { oid: newest, schema, name: name.name, kind };
      names.set(nameKey(table), table);
      state.change(table, undefined, by);
    },
    drop(table, by) {
      names.delete(nameKey(table));
      state.change(table, undefined, by);
    },
    rename(table, to, by) {
      state.drop(table, by);
      const renamed = { ...table, schema: to.schema ?? table.schema, name: to.name };
      names.set(nameKey(renamed), renamed);
    },
  };
  return state;
}

const tableKinds: readonly RelationKind[] = [
  'table',
  'partitioned table',
  'view',
  'materialized view',
  'foreign table',
];

export function nameKey({ schema, name }: Pick<RelationRef, 'schema' | 'name'>): string {
  return JSON.stringify([schema, name]);
}

export function constraintKey(table: RelationRef, constraint: string): string {
  return JSON.stringify([table.oid, constraint]);
}
