/** Which tables an operation locks, and how: the measured facts speak of roles, the model knows who plays them. */
import type { LockRole } from '../lock-facts/lock-fact.ts';
import type { ObjectName } from '../parse-tree.ts';
import { compareLockModes, type LockMode } from '../rehearsal/lock-mode.ts';
import type { SqlParser } from '../sql-parser.ts';
import { formsOf, type LockFacts } from './ddl-form.ts';
import type { ConstraintDefinition, Drop, Operation } from './operation.ts';
import type { SchemaView, TableModel } from './schema-model.ts';
import { referencedTables, referencingTables } from './table-facts.ts';

export interface TableLock {
  readonly table: TableModel;
  readonly mode: LockMode;
}

interface LockOptions {
  readonly model: SchemaView;
  readonly parser: SqlParser;
  readonly facts: LockFacts;
  readonly serverMajor: number;
}

/** The strongest lock on each table that was there before, as the facts predict. */
export function predictedLocks(operation: Operation, options: LockOptions): readonly TableLock[] {
  const { model, facts, serverMajor } = options;
  const roles = playersOf(operation, model);
  const locks =
    operation.kind === 'lock'
      ? roles.table.map((table) => ({ table, mode: operation.mode }))
      : formsOf(operation, options)
          .flatMap((form) => facts(form, serverMajor)?.locks ?? [])
          .flatMap(({ role, mode }) => (players(roles, role) ?? []).map((table) => ({ table, mode })));
  return strongestEach(locks.filter(({ table }) => table.oid !== undefined));
}

/** Strongest first. */
export function strongestEach(locks: readonly TableLock[]): readonly TableLock[] {
  const byTable = new Map<number, TableLock>();
  for (const lock of locks) {
    const known = byTable.get(lock.table.id);
    if (known === undefined || compareLockModes(known.mode, lock.mode) < 0) byTable.set(lock.table.id, lock);
  }
  return [...byTable.values()].toSorted((left, right) => compareLockModes(right.mode, left.mode));
}

interface Players {
  readonly table: readonly TableModel[];
  readonly 'referenced table': readonly TableModel[];
  readonly 'referencing table': readonly TableModel[];
  readonly 'parent table': readonly TableModel[];
  readonly partition: readonly TableModel[];
}

/** Roles of relations that the model does not follow (indexes, sequences, types) have no players. */
function players(roles: Players, role: LockRole): readonly TableModel[] | undefined {
  const known: Readonly<Partial<Record<LockRole, readonly TableModel[]>>> = { ...roles, view: roles.table };
  return known[role];
}

/** The tables of a statement by their part in it. */
export function playersOf(operation: Operation, model: SchemaView): Players {
  const table = targetsOf(operation, model);
  const named = 'partition' in operation ? tablesNamed([operation.partition], model) : [];
  return {
    table,
    'referenced table': [
      ...tablesNamed(referencesOf(operation), model),
      ...foreignKeyParents(operation, model),
    ],
    'referencing table': table.flatMap((target) => referencingTables(target, model)),
    'parent table': [...(named.length > 0 ? table : []), ...parentsOf(operation, table, model)],
    partition: [...named, ...partitionsOf(table, model)],
  };
}

function parentsOf(
  operation: Operation,
  targets: readonly TableModel[],
  model: SchemaView,
): readonly TableModel[] {
  if (operation.kind === 'create table')
    return operation.partitionOf === undefined ? [] : tablesNamed([operation.partitionOf], model);
  return targets.flatMap(({ parent }) => model.tableById(parent ?? -1) ?? []);
}

function partitionsOf(tables: readonly TableModel[], model: SchemaView): readonly TableModel[] {
  const ids = new Set(tables.filter(({ kind }) => kind === 'partitioned table').map(({ id }) => id));
  return ids.size === 0 ? [] : [...model.tables()].filter(({ parent }) => ids.has(parent ?? -1));
}

function tablesNamed(names: readonly ObjectName[], model: SchemaView): readonly TableModel[] {
  return names.flatMap((name) => model.table(name) ?? []);
}

function indexedTables(names: readonly ObjectName[], model: SchemaView): readonly TableModel[] {
  return names.flatMap((name) => model.indexed(name)?.table ?? []);
}

/** What the statement names as its object. */
export function targetsOf(operation: Operation, model: SchemaView): readonly TableModel[] {
  if (operation.kind === 'drop') return dropTargets(operation, model);
  if (operation.kind === 'reindex') {
    if (operation.what === 'index') return indexedTables([operation.name], model);
    return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
  }
  if (operation.kind === 'rename' || operation.kind === 'move')
    return operation.what === 'table' ? tablesNamed([operation.name], model) : [];
  if ('table' in operation) return tablesNamed([operation.table], model);
  if ('tables' in operation) return tablesNamed(operation.tables, model);
  return 'target' in operation ? tablesNamed([operation.target], model) : [];
}

function dropTargets({ what, names }: Drop, model: SchemaView): readonly TableModel[] {
  if (what === 'index') return indexedTables(names, model);
  if (what === 'type' || what === 'domain') return [];
  if (what !== 'schema') return tablesNamed(names, model);
  return [...model.tables()].filter(({ schema }) => names.some(({ name }) => name === schema));
}

/** Tables that new foreign keys refer to. */
export function referencesOf(operation: Operation): readonly ObjectName[] {
  const constraints: readonly ConstraintDefinition[] =
    operation.kind === 'create table'
      ? [...operation.columns.flatMap((column) => column.constraints), ...operation.constraints]
      : operation.kind === 'add column'
        ? operation.column.constraints
        : operation.kind === 'add constraint'
          ? [operation.constraint]
          : [];
  return constraints.flatMap(({ references }) => references ?? []);
}

/** Tables that foreign keys lead to which the operation drops, makes anew or validates. */
export function foreignKeyParents(operation: Operation, model: SchemaView): readonly TableModel[] {
  const targets = targetsOf(operation, model);
  if (operation.kind === 'drop')
    return operation.what === 'table' || operation.what === 'schema'
      ? targets.flatMap((table) => referencedTables(table, model))
      : [];
  return targets.flatMap((table) =>
    foreignKeysTouched(operation, table).flatMap(({ references }) => model.tableById(references ?? -1) ?? []),
  );
}

function foreignKeysTouched(operation: Operation, table: TableModel): TableModel['constraints'] {
  const keys = table.constraints.filter(({ form }) => form === 'foreign key');
  if (operation.kind === 'drop constraint' || operation.kind === 'validate constraint')
    return keys.filter(({ name }) => name === operation.name);
  if (operation.kind === 'drop column' || operation.kind === 'change type')
    return keys.filter(({ columns }) => columns.includes(operation.name));
  return [];
}
