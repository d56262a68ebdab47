/** What the statements before have made of the database: names that moved, data that changed, constraints that wait. */
import type { ObjectName } from '../parse-tree.ts';
import type { CatalogConstraint, RehearsalCatalog } from '../rehearsal/catalog.ts';
import type { RelationKind, RelationRef } from '../rehearsal/measurement.ts';
import type { CheckDraft, Dependency, Reads } from './data-check.ts';

/** Mutable, for the time of planning. */
export interface PlanState {
  readonly catalog: RehearsalCatalog;
  searchPath: readonly string[];
  /** The table or view of that name, as names stand now. */
  table(name: ObjectName | undefined): RelationRef | undefined;
  /** True for what the migrations create. */
  isNew(table: RelationRef): boolean;
  create(name: ObjectName, kind: RelationKind, by: Dependency): void;
  drop(table: RelationRef, by: Dependency): void;
  rename(table: RelationRef, to: ObjectName, by: Dependency): void;
  /** Undefined columns: rows come, go or change as a whole. Partitions and parents share their rows. */
  change(table: RelationRef, columns: readonly string[] | undefined, by: Dependency): void;
  changeEverything(by: Dependency): void;
  /** A function or a type that is made or changed. */
  changeUsed(name: string, by: Dependency): void;
  /** The first statement that changed what is read. */
  dependency(reads: readonly Reads[], uses: readonly string[]): Dependency | undefined;
  /** NOT VALID constraints of the migrations: what VALIDATE will ask. */
  readonly waiting: Map<string, readonly CheckDraft[]>;
  /** Constraints and indexes that are gone: of `constraintKey` and `nameKey`. */
  readonly dropped: Set<string>;
  /** Columns of the indexes that the migrations create. */
  readonly indexes: Map<string, readonly string[]>;
}

interface Changes {
  whole: Dependency | undefined;
  readonly columns: Map<string, Dependency>;
}

export function createPlanState(catalog: RehearsalCatalog, searchPath: readonly string[]): PlanState {
  const names = new Map<string, RelationRef>();
  for (const relation of catalog.relations)
    if (isTableKind(relation.kind)) names.set(nameKey(relation), relation);
  const changes = new Map<number, Changes>();
  const used = new Map<string, Dependency>();
  let everything: Dependency | undefined;
  let newest = 0;
  const changesOf = (oid: number): Changes => {
    const known = changes.get(oid) ?? { whole: undefined, columns: new Map() };
    changes.set(oid, known);
    return known;
  };
  const state: PlanState = {
    catalog,
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
    change(table, columns, by) {
      for (const oid of familyOf(catalog, table.oid)) {
        const known = changesOf(oid);
        if (columns === undefined) known.whole ??= by;
        else for (const column of columns) if (!known.columns.has(column)) known.columns.set(column, by);
      }
    },
    changeEverything(by) {
      everything ??= by;
    },
    changeUsed: (name, by) => void used.set(name, used.get(name) ?? by),
    dependency(reads, uses) {
      const found = [
        everything,
        ...reads.map((read) => changedBy(changes.get(read.oid), read)),
        ...uses.map((name) => used.get(name)),
      ];
      return found.find((dependency) => dependency !== undefined);
    },
  };
  return state;
}

function changedBy(changes: Changes | undefined, { columns }: Reads): Dependency | undefined {
  if (changes === undefined) return undefined;
  const [first] = changes.columns.values();
  if (changes.whole !== undefined) return changes.whole;
  if (columns === 'all') return first;
  return columns.map((column) => changes.columns.get(column)).find((by) => by !== undefined);
}

/** The table, its ancestors and its descendants. */
function familyOf({ parents }: RehearsalCatalog, oid: number): ReadonlySet<number> {
  const family = new Set([oid]);
  for (
    let parent = parents.get(oid);
    parent !== undefined && !family.has(parent);
    parent = parents.get(parent)
  )
    family.add(parent);
  const below = [oid];
  for (let at = below.pop(); at !== undefined; at = below.pop())
    for (const [child, parent] of parents)
      if (parent === at && !family.has(child)) {
        family.add(child);
        below.push(child);
      }
  return family;
}

const tableKinds: readonly RelationKind[] = [
  'table',
  'partitioned table',
  'view',
  'materialized view',
  'foreign table',
];

function isTableKind(kind: RelationKind): boolean {
  return tableKinds.includes(kind);
}

export function nameKey({ schema, name }: Pick<RelationRef, 'schema' | 'name'>): string {
  return JSON.stringify([schema, name]);
}

/** Key of `waiting`. */
export function constraintKey(table: RelationRef, constraint: string): string {
  return JSON.stringify([table.oid, constraint]);
}

/** Names of the columns of a table that existed before the migrations, in order. */
export function columnNames({ columns }: RehearsalCatalog, oid: number): readonly string[] {
  return columns.filter(({ tableOid }) => tableOid === oid).map(({ name }) => name);
}

export function constraintsOf({ constraints }: RehearsalCatalog, oid: number): readonly CatalogConstraint[] {
  return constraints.filter(({ tableOid }) => tableOid === oid);
}

export function primaryKeyOf(catalog: RehearsalCatalog, oid: number): readonly string[] {
  return constraintsOf(catalog, oid).find(({ kind }) => kind === 'primary key')?.columns ?? [];
}
