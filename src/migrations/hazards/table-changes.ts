/** How the commands of ALTER TABLE change a table of the model. */
import type { ColumnDefinition, ConstraintDefinition, TableChange } from './operation.ts';
import type { ColumnModel, ConstraintModel, IndexModel, SchemaModel, TableModel } from './schema-model.ts';
import { columnsProvenNotNull, isAboutValues, withPartitions } from './table-facts.ts';

interface Surroundings {
  readonly model: SchemaModel;
  readonly transaction: number;
}

export function applyTableChange(model: SchemaModel, change: TableChange, transaction: number): void {
  const table = model.table(change.table);
  if (table === undefined) return;
  if (change.kind === 'attach partition' || change.kind === 'detach partition') {
    setParent(model, table, change);
    return;
  }
  if (change.kind === 'drop constraint' && change.isCascade) dropKeysTo(model, table, change.name);
  for (const each of withPartitions(table, model))
    model.putTable(changed(each, change, { model, transaction }));
}

/** An attached partition gets the indexes that its table has. */
function setParent(
  model: SchemaModel,
  table: TableModel,
  { kind, partition: name }: Extract<TableChange, { readonly kind: 'attach partition' | 'detach partition' }>,
): void {
  const partition = model.table(name);
  if (partition === undefined) return;
  const isAttached = kind === 'attach partition';
  const indexes = isAttached
    ? [...partition.indexes, ...missingIndexes(table, partition)]
    : partition.indexes;
  model.putTable({ ...partition, indexes, parent: isAttached ? table.id : undefined });
}

function missingIndexes(table: TableModel, partition: TableModel): readonly IndexModel[] {
  const key = ({ columns, isUnique }: IndexModel) => JSON.stringify([columns, isUnique]);
  const there = new Set(partition.indexes.map(key));
  return table.indexes.filter((index) => !there.has(key(index)));
}

/** CASCADE takes the foreign keys that stand on a primary key or unique constraint. */
function dropKeysTo(model: SchemaModel, { id, constraints }: TableModel, name: string): void {
  const columns = constraints
    .find((constraint) => constraint.name === name)
    ?.columns.toSorted()
    .join('\0');
  for (const other of [...model.tables()]) {
    const kept = other.constraints.filter(
      ({ references, referencedColumns }) =>
        references !== id || referencedColumns.toSorted().join('\0') !== columns,
    );
    if (kept.length < other.constraints.length) model.putTable({ ...other, constraints: kept });
  }
}

export function dropColumn(model: SchemaModel, tableId: number, column: string): void {
  const table = model.tableById(tableId);
  if (table !== undefined) model.putTable(withoutColumn(table, column));
}

function changed(table: TableModel, change: TableChange, around: Surroundings): TableModel {
  switch (change.kind) {
    case 'add column':
      return withColumn(table, change.column, around);
    case 'drop column':
      return withoutColumn(table, change.name);
    case 'rename column':
      return withColumnRenamed(table, change.name, change.newName);
    case 'rename constraint':
      return withConstraintRenamed(table, change.name, change.newName);
    case 'change type':
      return mapColumn(table, change.name, { type: change.type, typeOid: undefined });
    case 'set not null':
      return mapConstraints(
        mapColumn(table, change.name, { isNotNull: true }),
        ({ form, columns }) => form === 'not null' && columns.includes(change.name),
      );
    case 'drop not null':
      return mapColumn(table, change.name, { isNotNull: false });
    case 'add constraint':
      return withConstraint(table, change.constraint, around);
    case 'validate constraint':
      return mapConstraints(table, ({ name }) => name === change.name);
    case 'drop constraint':
      return withoutConstraint(table, change.name);
    default:
      return table;
  }
}

export function columnModel({ name, type, isNotNull, generated }: ColumnDefinition): ColumnModel {
  return { name, type, typeOid: undefined, isNotNull, generated, isNew: true };
}

function withColumn(table: TableModel, column: ColumnDefinition, around: Surroundings): TableModel {
  if (table.columns.some(({ name }) => name === column.name)) return table;
  const wider = { ...table, columns: [...table.columns, columnModel(column)] };
  return column.constraints.reduce<TableModel>(
    (grown, constraint) => withConstraint(grown, constraint, around),
    wider,
  );
}

/** Indexes and constraints that it is part of go with it. */
function withoutColumn(table: TableModel, name: string): TableModel {
  return {
    ...table,
    columns: table.columns.filter((column) => column.name !== name),
    constraints: table.constraints.filter(({ columns }) => !columns.includes(name)),
    indexes: table.indexes.filter(({ columns }) => !columns.includes(name)),
  };
}

function withColumnRenamed(table: TableModel, from: string, to: string): TableModel {
  const renamed = <T>(name: T) => (name === from ? to : name);
  return {
    ...table,
    columns: table.columns.map((column) => ({ ...column, name: renamed(column.name) })),
    constraints: table.constraints.map((constraint) => ({
      ...constraint,
      columns: constraint.columns.map(renamed),
      provesNotNull: constraint.provesNotNull.map(renamed),
    })),
    indexes: table.indexes.map((index) => ({ ...index, columns: index.columns.map(renamed) })),
  };
}

function withConstraintRenamed(table: TableModel, from: string, to: string): TableModel {
  const renamed = <T extends Readonly<{ name: string }>>(thing: T): T =>
    thing.name === from ? { ...thing, name: to } : thing;
  return { ...table, constraints: table.constraints.map(renamed), indexes: table.indexes.map(renamed) };
}

function mapColumn(table: TableModel, name: string, fields: Partial<ColumnModel>): TableModel {
  const columns = table.columns.map((column) => (column.name === name ? { ...column, ...fields } : column));
  return { ...table, columns };
}

/** Those that match are validated from now on. */
function mapConstraints(table: TableModel, matches: (constraint: ConstraintModel) => boolean): TableModel {
  const constraints = table.constraints.map((constraint) =>
    matches(constraint) ? { ...constraint, isValidated: true } : constraint,
  );
  return { ...table, constraints };
}

export function withConstraint(
  table: TableModel,
  definition: ConstraintDefinition,
  { model, transaction }: Surroundings,
): TableModel {
  const { form, references, skipsRows, expression, usingIndex } = definition;
  const adopted = table.indexes.find((index) => usingIndex !== undefined && index.name === usingIndex);
  const columns = adopted?.columns.flatMap((column) => column ?? []) ?? definition.columns;
  const name = definition.name ?? generatedName(table, form, columns);
  const referenced = references === undefined ? undefined : model.table(references);
  const constraint: ConstraintModel = {
    name,
    form,
    columns,
    isValidated: !skipsRows,
    references: referenced?.id,
    referencedColumns:
      definition.referencedColumns.length > 0 ? definition.referencedColumns : keyOf(referenced),
    provesNotNull: columnsProvenNotNull(expression),
    isAboutValues: form === 'check' && isAboutValues(expression),
    addedIn: transaction,
  };
  const makesNotNull = form === 'primary key' || form === 'not null';
  return {
    ...table,
    columns: table.columns.map((column) =>
      makesNotNull && columns.includes(column.name) ? { ...column, isNotNull: true } : column,
    ),
    constraints: [...table.constraints, constraint],
    indexes: indexesWith(table.indexes, constraint, adopted),
  };
}

function keyOf(table: TableModel | undefined): readonly string[] {
  return table?.constraints.find(({ form }) => form === 'primary key')?.columns ?? [];
}

function indexesWith(
  indexes: readonly IndexModel[],
  { name, form, columns }: ConstraintModel,
  adopted: IndexModel | undefined,
): readonly IndexModel[] {
  if (form !== 'primary key' && form !== 'unique' && form !== 'exclusion') return indexes;
  // ADD CONSTRAINT … USING INDEX gives the index the constraint's name.
  if (adopted !== undefined) return indexes.map((index) => (index === adopted ? { ...index, name } : index));
  const isUnique = form !== 'exclusion';
  return [...indexes, { name, columns, isUnique, isPartial: false, isValid: true, isNew: true }];
}

const endings: Readonly<Record<ConstraintModel['form'], string>> = {
  'primary key': 'pkey',
  unique: 'key',
  'foreign key': 'fkey',
  check: 'check',
  exclusion: 'excl',
  'not null': 'not_null',
};

/** As Postgres names a constraint that has no name, where that name is free and not too long. */
export function generatedName(
  table: TableModel,
  form: ConstraintModel['form'],
  columns: readonly string[],
): string {
  const isNamed = form !== 'primary key' && (form !== 'check' || columns.length === 1);
  return [table.name, ...(isNamed ? columns : []), endings[form]].join('_');
}

function withoutConstraint(table: TableModel, name: string): TableModel {
  const gone = table.constraints.find((constraint) => constraint.name === name);
  const isDropped = (column: ColumnModel) => gone?.form === 'not null' && gone.columns.includes(column.name);
  return {
    ...table,
    columns: table.columns.map((column) => (isDropped(column) ? { ...column, isNotNull: false } : column)),
    constraints: table.constraints.filter((constraint) => constraint !== gone),
    indexes: table.indexes.filter((index) => index.name !== name),
  };
}
