/** Names for what an operation is to Postgres's locks: the key into the table of measured facts. */
import type { LockFact } from '../lock-facts/lock-fact.ts';
import type { SqlParser } from '../sql-parser.ts';
import type {
  ColumnDefinition,
  ConstraintDefinition,
  Drop,
  OnTables,
  Operation,
  TableChange,
} from './operation.ts';
import { dropTargets } from './operation-targets.ts';
import type { SchemaView, TableModel } from './schema-model.ts';
import { isNotNull, isProvenNotNull, referencedTables, referencingTables } from './table-facts.ts';
import { plannedTypeChange } from './type-changes.ts';
import { volatilityOf } from './volatility.ts';

/** `<statement>-<subcommand>[-variant]`, as in docs/lock-facts.md. */
export type DdlForm = string;

/** Undefined: nothing was measured of that form on that version. */
export type LockFacts = (form: DdlForm, serverMajor: number) => LockFact | undefined;

interface Surroundings {
  readonly model: SchemaView;
  readonly parser: SqlParser;
}

/**
 * The forms that an operation has, the most telling first. Several where it does several things, such as ADD COLUMN
 * with a default and a constraint. None where nothing that is there before is touched.
 */
export function formsOf(operation: Operation, around: Surroundings): readonly DdlForm[] {
  switch (operation.kind) {
    case 'create table':
      if (operation.partitionOf !== undefined) return ['create-table-partition-of'];
      return hasForeignKey(operation) ? ['create-table-references'] : [];
    case 'create from query':
    case 'transaction':
    case 'setting':
    case 'create enum':
    case 'opaque':
    case 'outside transactions':
    case 'other':
      return [];
    case 'drop':
      return dropForms(operation, around.model);
    case 'rename':
      return operation.what === 'table' || operation.what === 'index' ? [renameForms[operation.what]] : [];
    case 'move':
      return operation.what === 'table' ? ['alter-table-set-schema'] : [];
    case 'create index':
      return [createIndexForm(operation, around.model)];
    case 'reindex':
      // Of a schema or the whole database: of each table in its turn.
      return operation.what === 'index' || operation.what === 'table'
        ? [`reindex-${operation.what}${operation.isConcurrent ? '-concurrently' : ''}`]
        : [];
    case 'add enum value':
      return ['alter-type-add-value'];
    case 'rename enum value':
      return ['alter-type-rename-value'];
    case 'domain constraint':
      return [`alter-domain-add-constraint${operation.constraint.skipsRows ? '-not-valid' : ''}`];
    case 'insert':
    case 'delete':
      return [operation.kind];
    case 'update':
      return [operation.isEveryRow ? 'update-all' : 'update'];
    case 'lock':
      return ['lock-table'];
    case 'create policy':
      return ['create-policy'];
    default:
      return 'table' in operation ? tableForms(operation, around) : [tablesForm(operation, around.model)];
  }
}

function hasForeignKey(operation: Extract<Operation, { readonly kind: 'create table' }>): boolean {
  const inline = operation.columns.flatMap(({ constraints }) => constraints);
  return [...inline, ...operation.constraints].some(({ form }) => form === 'foreign key');
}

const renameForms = { table: 'alter-table-rename', index: 'alter-index-rename' } as const;

function dropForms(operation: Drop, model: SchemaView): readonly DdlForm[] {
  const { what, isCascade, isConcurrent } = operation;
  if (what === 'index') return [isConcurrent ? 'drop-index-concurrently' : 'drop-index'];
  if (what !== 'table' && what !== 'schema')
    return what === 'domain' ? [] : [`drop-${what.replaceAll(' ', '-')}`];
  const tables = dropTargets(operation, model);
  const some = (is: (table: TableModel) => boolean) => tables.some(is);
  return [
    'drop-table',
    ...(some((table) => referencedTables(table, model).length > 0) ? ['drop-table-referencing'] : []),
    ...(isCascade && some((table) => referencingTables(table, model).length > 0)
      ? ['drop-table-referenced']
      : []),
    ...(some(({ parent }) => parent !== undefined) ? ['drop-table-partition'] : []),
  ];
}

function createIndexForm(
  { table, isUnique, isConcurrent, isOnly }: Extract<Operation, { readonly kind: 'create index' }>,
  model: SchemaView,
): DdlForm {
  const isPartitioned = model.table(table)?.kind === 'partitioned table';
  if (isPartitioned) return isOnly ? 'create-index-on-only' : 'create-index-partitioned';
  return `create-index${isUnique ? '-unique' : ''}${isConcurrent ? '-concurrently' : ''}`;
}

/** Statements that name tables rather than change one. */
function tablesForm({ kind, tables, isCascade, isConcurrent }: OnTables, model: SchemaView): DdlForm {
  if (kind === 'refresh') return `refresh-materialized-view${isConcurrent ? '-concurrently' : ''}`;
  if (kind !== 'truncate') return kind.replaceAll(' ', '-');
  const all = tables.flatMap((name) => model.table(name) ?? []);
  if (isCascade && all.some((table) => referencingTables(table, model).length > 0)) return 'truncate-cascade';
  return all.some((table) => referencedTables(table, model).length > 0) ? 'truncate-referencing' : 'truncate';
}

type Kind = TableChange['kind'];

/** Those whose form says nothing but what they are. */
const plainForms: Readonly<Partial<Record<Kind, DdlForm>>> = {
  'rename column': 'alter-table-rename-column',
  'rename constraint': 'alter-table-rename-constraint',
  'drop not null': 'alter-table-drop-not-null',
  'set default': 'alter-table-set-default',
  'drop default': 'alter-table-drop-default',
  'add identity': 'alter-table-add-identity',
  'drop identity': 'alter-table-drop-identity',
  'set expression': 'alter-table-set-expression',
};

/** What no rule is about, but what takes a lock all the same. */
const otherForms: Readonly<Record<string, readonly DdlForm[]>> = {
  AT_SetRelOptions: ['alter-table-set-fillfactor'],
  AT_ResetRelOptions: ['alter-table-reset-fillfactor'],
  AT_SetStatistics: ['alter-table-set-statistics'],
  AT_SetOptions: ['alter-table-set-column-options'],
  AT_SetStorage: ['alter-table-set-storage'],
  AT_SetCompression: ['alter-table-set-compression'],
  AT_DropExpression: ['alter-table-drop-expression'],
  AT_AlterConstraint: ['alter-table-alter-constraint-deferrable'],
  AT_ClusterOn: ['alter-table-cluster-on'],
  AT_DropCluster: ['alter-table-set-without-cluster'],
  AT_ChangeOwner: ['alter-table-owner'],
  AT_ReplicaIdentity: ['alter-table-replica-identity'],
  AT_AddInherit: ['alter-table-inherit'],
  AT_DropInherit: ['alter-table-no-inherit'],
};

function tableForms(change: TableChange, around: Surroundings): readonly DdlForm[] {
  const table = around.model.table(change.table);
  const plain = plainForms[change.kind];
  if (plain !== undefined) return [plain];
  switch (change.kind) {
    case 'add column':
      return addColumnForms(change.column);
    case 'add constraint':
      return [constraintForm(change.constraint, table)];
    case 'set storage':
      return [`alter-table-set-${change.storage.replaceAll(' ', '-')}`];
    case 'other table change':
      return otherForms[change.subtype] ?? [];
    case 'attach partition':
      return ['alter-table-attach-partition'];
    case 'detach partition':
      return [`alter-table-detach-partition${change.isConcurrent ? '-concurrently' : ''}`];
    case 'row security':
      return [
        `alter-table-${change.change.replace('no force', 'force').replaceAll(' ', '-')}-row-level-security`,
      ];
    case 'triggers':
      return [`alter-table-${change.change}-trigger`];
    default:
      return table === undefined ? [] : formsOnTable(change, table, around);
  }
}

/** Those that depend on what the table has. */
function formsOnTable(
  change: TableChange,
  table: TableModel,
  { model, parser }: Surroundings,
): readonly DdlForm[] {
  const hasForeignKey = (column: string) =>
    table.constraints.some(({ form, columns }) => form === 'foreign key' && columns.includes(column));
  switch (change.kind) {
    case 'set not null':
      return [setNotNullForm(table, change.name)];
    case 'change type': {
      const { effect } = plannedTypeChange(change, table, parser);
      const form = change.using === undefined ? typeForms[effect] : 'alter-table-alter-type-using';
      return [
        form,
        ...(hasForeignKey(change.name) ? ['alter-table-alter-type-foreign-key'] : []),
        ...(isReferenced(table, change.name, model) ? ['alter-table-alter-type-referenced'] : []),
      ];
    }
    case 'drop column':
      return hasForeignKey(change.name)
        ? ['alter-table-drop-column', 'alter-table-drop-column-foreign-key']
        : ['alter-table-drop-column'];
    case 'validate constraint': {
      const form = table.constraints.find(({ name }) => name === change.name)?.form;
      return [`alter-table-validate-${(form ?? 'check').replaceAll(' ', '-')}`];
    }
    case 'drop constraint': {
      const form = table.constraints.find(({ name }) => name === change.name)?.form;
      const known = form === 'foreign key' || form === 'unique' ? form.replaceAll(' ', '-') : 'check';
      return [`alter-table-drop-constraint-${known}`];
    }
    default:
      return [];
  }
}

function isReferenced({ id }: TableModel, column: string, model: SchemaView): boolean {
  return [...model.tables()].some(({ constraints }) =>
    constraints.some(
      ({ references, referencedColumns }) => references === id && referencedColumns.includes(column),
    ),
  );
}

function setNotNullForm(table: TableModel, column: string): DdlForm {
  const isFree = isNotNull(table, column) || isProvenNotNull(table, column);
  return `alter-table-set-not-null${isFree ? '-with-check' : ''}`;
}

const typeForms = {
  free: 'alter-table-alter-type-varchar-longer',
  scans: 'alter-table-alter-type-with-check',
  'rebuilds indexes': 'alter-table-alter-type-indexed-collation',
  'time zone': 'alter-table-alter-type-timestamp-to-timestamptz',
  rewrites: 'alter-table-alter-type-rewrite',
  unknown: 'alter-table-alter-type-rewrite',
} as const;

function addColumnForms(column: ColumnDefinition): readonly DdlForm[] {
  const form = (variant: string) => `alter-table-add-column${variant}`;
  const { generated, numbered, constraints } = column;
  const volatility = column.default === undefined ? undefined : volatilityOf(column.default.node);
  const parts = [
    ...(generated === undefined ? [] : [form(`-generated-${generated}`)]),
    ...(numbered === undefined ? [] : [form(`-${numbered}`)]),
    ...(volatility === undefined
      ? []
      : [form(volatility === 'constant' ? '-default-constant' : '-default-volatile')]),
    ...constraints.flatMap((constraint) => columnConstraintForms[constraint.form] ?? []),
  ];
  return parts.length > 0 ? parts : [form('')];
}

const columnConstraintForms: Readonly<Partial<Record<ConstraintDefinition['form'], DdlForm>>> = {
  unique: 'alter-table-add-column-unique',
  'primary key': 'alter-table-add-column-unique',
  check: 'alter-table-add-column-check',
  'foreign key': 'alter-table-add-column-references',
};

function constraintForm(constraint: ConstraintDefinition, table: TableModel | undefined): DdlForm {
  const { form, skipsRows, usingIndex } = constraint;
  const isFree = (column: string) =>
    table === undefined || isNotNull(table, column) || isProvenNotNull(table, column);
  switch (form) {
    case 'primary key':
      if (usingIndex === undefined) return 'alter-table-add-primary-key';
      return `alter-table-add-primary-key-using-index${indexColumns(table, usingIndex).every(isFree) ? '' : '-nullable'}`;
    case 'unique':
      return `alter-table-add-unique${usingIndex === undefined ? '' : '-using-index'}`;
    case 'exclusion':
      return 'alter-table-add-exclude';
    case 'not null':
      if (skipsRows) return 'alter-table-add-not-null-not-valid';
      return `alter-table-set-not-null${constraint.columns.every(isFree) ? '-with-check' : ''}`;
    default: {
      const isPartitioned = form === 'foreign key' && table?.kind === 'partitioned table';
      const words = `alter-table-add-${form.replaceAll(' ', '-')}${skipsRows ? '-not-valid' : ''}`;
      return `${words}${isPartitioned ? '-partitioned' : ''}`;
    }
  }
}

/** Of the index that a constraint adopts. */
export function indexColumns(table: TableModel | undefined, index: string): readonly string[] {
  const found = table?.indexes.find(({ name }) => name === index);
  return found?.columns.flatMap((column) => column ?? []) ?? [];
}
