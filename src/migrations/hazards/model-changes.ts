/** How operations change the model. What cannot happen (a column of a table that is not there) changes nothing. */
import type { ObjectName } from '../parse-tree.ts';
import type {
  ConstraintDefinition,
  CreateTable,
  Drop,
  EnumChange,
  Move,
  Operation,
  Rename,
} from './operation.ts';
import { type SchemaModel, type TableModel, temporarySchema } from './schema-model.ts';
import { applyTableChange, columnModel, dropColumn, withConstraint } from './table-changes.ts';
import { isOfEnum, withPartitions } from './table-facts.ts';

type Change<Kind extends Operation['kind']> = Extract<Operation, { readonly kind: Kind }>;

/** @param transaction number of the transaction that it happens in. */
export function applyOperation(model: SchemaModel, operation: Operation, transaction: number): void {
  if (operation.kind === 'create table') createTable(model, operation, transaction);
  else if (operation.kind === 'create from query')
    model.putTable(newTable(model, operation, operation.result));
  else if (operation.kind === 'drop') drop(model, operation);
  else if (operation.kind === 'rename') rename(model, operation);
  else if (operation.kind === 'move') move(model, operation);
  else if (operation.kind === 'create index') createIndex(model, operation);
  else if (operation.kind === 'create enum') createEnum(model, operation, transaction);
  else if (operation.kind === 'add enum value' || operation.kind === 'rename enum value')
    changeEnum(model, operation, transaction);
  else if (operation.kind === 'create domain' && operation.name !== undefined)
    model.addDomain(operation.name);
  else if (operation.kind === 'setting' && operation.name === 'search_path')
    model.setSearchPath(operation.values ?? model.searchPath);
  else if ('table' in operation && operation.kind !== 'create policy')
    applyTableChange(model, operation, transaction);
}

type Created = Pick<CreateTable, 'name' | 'isTemporary'>;

function newTable(model: SchemaModel, { name, isTemporary }: Created, kind: TableModel['kind']): TableModel {
  return {
    id: model.nextId(),
    oid: undefined,
    kind,
    schema: isTemporary ? temporarySchema : schemaFor(model, name),
    name: name.name,
    rows: undefined,
    bytes: undefined,
    columns: [],
    constraints: [],
    indexes: [],
    parent: undefined,
  };
}

function schemaFor({ searchPath: [first = 'public'] }: SchemaModel, { schema }: ObjectName): string {
  return schema ?? first;
}

function createTable(model: SchemaModel, operation: CreateTable, transaction: number): void {
  if (operation.ifNotExists && model.table(operation.name) !== undefined) return;
  const { columns, constraints, partitionOf } = operation;
  const parent = partitionOf === undefined ? undefined : model.table(partitionOf);
  const table: TableModel = {
    ...newTable(model, operation, operation.isPartitioned ? 'partitioned table' : 'table'),
    columns: columns.map(columnModel),
    ...(parent === undefined ? {} : inherited(parent)),
  };
  // A foreign key may lead to the table itself.
  model.putTable(table);
  const all = [...columns.flatMap((column) => column.constraints), ...constraints];
  model.putTable(
    all.reduce(
      (grown, constraint: ConstraintDefinition) => withConstraint(grown, constraint, { model, transaction }),
      table,
    ),
  );
}

/** A partition begins with what its table has. */
function inherited({ id, columns, constraints, indexes }: TableModel): Partial<TableModel> {
  return { parent: id, columns: columns.map((column) => ({ ...column, isNew: true })), constraints, indexes };
}

function drop(model: SchemaModel, { what, names }: Drop): void {
  for (const name of names) {
    if (what === 'index') dropIndex(model, name);
    else if (what === 'schema') dropTables(model, ({ schema }) => schema === name.name);
    else if (what === 'type' || what === 'domain') dropEnum(model, name);
    else dropTables(model, ({ id }) => id === model.table(name)?.id);
  }
}

/** With CASCADE its columns go with it; without, there are none. */
function dropEnum(model: SchemaModel, name: ObjectName): void {
  const type = model.enumType(name);
  if (type === undefined) return;
  for (const table of [...model.tables()])
    for (const column of table.columns)
      if (isOfEnum(column, type, model)) dropColumn(model, table.id, column.name);
  model.dropEnum(type.id);
}

function dropIndex(model: SchemaModel, name: ObjectName): void {
  const found = model.indexed(name);
  if (found === undefined) return;
  const { table, index } = found;
  model.putTable({ ...table, indexes: table.indexes.filter((other) => other !== index) });
}

/** Foreign keys to a table go with it. */
function dropTables(model: SchemaModel, isGone: (table: TableModel) => boolean): void {
  const gone = new Set([...model.tables()].filter(isGone).map(({ id }) => id));
  for (const id of gone) model.dropTable(id);
  for (const table of [...model.tables()]) {
    const constraints = table.constraints.filter(({ references }) => !gone.has(references ?? -1));
    if (constraints.length < table.constraints.length) model.putTable({ ...table, constraints });
  }
}

function rename(model: SchemaModel, { what, name, newName }: Rename): void {
  const type = what === 'type' ? model.enumType(name) : undefined;
  const table = what === 'table' || what === 'view' ? model.table(name) : undefined;
  if (what === 'schema') moveAll(model, name.name, newName);
  else if (type !== undefined) model.putEnum({ ...type, name: newName });
  else if (table !== undefined) model.putTable({ ...table, name: newName });
  else if (what !== 'type') renameIndex(model, name, newName);
}

/** The constraint that stands on an index has its name. */
function renameIndex(model: SchemaModel, name: ObjectName, newName: string): void {
  const found = model.indexed(name);
  if (found === undefined) return;
  const { table } = found;
  const renamed = <T extends Readonly<{ name: string }>>(thing: T): T =>
    thing.name === name.name ? { ...thing, name: newName } : thing;
  model.putTable({
    ...table,
    indexes: table.indexes.map(renamed),
    constraints: table.constraints.map(renamed),
  });
}

function move(model: SchemaModel, { what, name, newSchema }: Move): void {
  const table = what === 'table' ? model.table(name) : undefined;
  if (table !== undefined) model.putTable({ ...table, schema: newSchema });
  const type = what === 'type' ? model.enumType(name) : undefined;
  if (type !== undefined) model.putEnum({ ...type, schema: newSchema });
}

function moveAll(model: SchemaModel, schema: string, newSchema: string): void {
  for (const table of [...model.tables()])
    if (table.schema === schema) model.putTable({ ...table, schema: newSchema });
}

function createIndex(model: SchemaModel, operation: Change<'create index'>): void {
  const table = model.table(operation.table);
  if (table === undefined) return;
  const { columns, isUnique, isPartial } = operation;
  const name = operation.name ?? [table.name, ...columns.map((column) => column ?? 'expr'), 'idx'].join('_');
  if (operation.ifNotExists && model.indexed({ schema: table.schema, name }) !== undefined) return;
  const index = { name, columns, isUnique, isPartial, isValid: true, isNew: true };
  const tables = operation.isOnly ? [table] : withPartitions(table, model);
  for (const each of tables) model.putTable({ ...each, indexes: [...each.indexes, index] });
}

function createEnum(model: SchemaModel, { name, labels }: EnumChange, transaction: number): void {
  model.putEnum({
    id: model.nextId(),
    oid: undefined,
    schema: schemaFor(model, name),
    name: name.name,
    labels,
    createdIn: transaction,
    added: new Map(),
  });
}

function changeEnum(model: SchemaModel, { kind, name, labels }: EnumChange, transaction: number): void {
  const type = model.enumType(name);
  const [first = '', second = ''] = labels;
  if (type === undefined) return;
  if (kind === 'rename enum value') {
    const renamed = type.labels.map((label) => (label === first ? second : label));
    model.putEnum({ ...type, labels: renamed });
  } else if (!type.labels.includes(first)) {
    const added = new Map([...type.added, [first, transaction] as const]);
    model.putEnum({ ...type, labels: [...type.labels, first], added });
  }
}
