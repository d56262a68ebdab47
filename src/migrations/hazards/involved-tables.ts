/** Which tables an operation locks, and how: the measured facts speak of roles, the model knows who plays them. */
import type { LockRole } from '../lock-facts/lock-fact.ts';
import type { ObjectName } from '../parse-tree.ts';
import { compareLockModes, type LockMode } from '../rehearsal/lock-mode.ts';
import type { SqlParser } from '../sql-parser.ts';
import { formsOf, type LockFacts } from './ddl-form.ts';
import type { ConstraintDefinition, Operation } from './operation.ts';
import { tablesNamed, targetsOf } from './operation-targets.ts';
import type { SchemaView, TableModel } from './schema-model.ts';
import { referencedTables, referencingTables, withPartitions } from './table-facts.ts';

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
  const locks =
    operation.kind === 'lock'
      ? targetsOf(operation, model).map((table) => ({ table, mode: operation.mode }))
      : formsOf(operation, options)
          .flatMap((form) => facts(form, serverMajor)?.locks ?? [])
          .flatMap(({ role, mode }) =>
            tablesInRole(role, operation, model).map((table) => ({ table, mode })),
          );
  return strongestEach(locks.filter(({ table }) => table.oid !== undefined));
}

/** Strongest first. */
function strongestEach(locks: readonly TableLock[]): readonly TableLock[] {
  const byTable = new Map<number, TableLock>();
  for (const lock of locks) {
    const known = byTable.get(lock.table.id);
    if (known === undefined || compareLockModes(known.mode, lock.mode) < 0) byTable.set(lock.table.id, lock);
  }
  return [...byTable.values()].toSorted((left, right) => compareLockModes(right.mode, left.mode));
}

/** Relations that the model does not follow (indexes, sequences, types) are none of its tables. */
function tablesInRole(role: LockRole, operation: Operation, model: SchemaView): readonly TableModel[] {
  const targets = targetsOf(operation, model);
  const named = 'partition' in operation ? tablesNamed([operation.partition], model) : [];
  switch (role) {
    case 'table':
    case 'view':
      return targets;
    case 'referenced table':
      return [...tablesNamed(referencesOf(operation), model), ...foreignKeyParents(operation, model)];
    case 'referencing table':
      return targets.flatMap((target) => referencingTables(target, model));
    case 'parent table':
      return [...(named.length > 0 ? targets : []), ...parentsOf(operation, targets, model)];
    case 'partition':
      return named.length > 0 ? named : partitionsOf(operation, targets, model);
    default:
      return [];
  }
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

function partitionsOf(
  operation: Operation,
  targets: readonly TableModel[],
  model: SchemaView,
): readonly TableModel[] {
  const whole = operation.kind === 'create table' ? parentsOf(operation, targets, model) : targets;
  return whole.flatMap((table) => withPartitions(table, model).slice(1));
}

/** Tables that new foreign keys refer to. */
function referencesOf(operation: Operation): readonly ObjectName[] {
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
