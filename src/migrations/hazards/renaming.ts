import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { alter, columnSubject, comment, lines } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { Move, Operation, Rename, TableChange } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { typeSql } from './sql-type.ts';
import { columnNamed, columnType } from './table-facts.ts';

const renameTable: HazardInfo = {
  id: 'rename-table',
  title: 'A table is renamed or moved to another schema',
  severity: 'error',
  why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42P01), and the new one on the new name until the migration has run. A view under the old name in the same transaction bridges both; Prisma can map a model to the old name for good. Where another table or view takes the name over at once, nothing is reported.',
  docs: links.mapping,
  danger: 'meaning',
};

const renameColumn: HazardInfo = {
  id: 'rename-column',
  title: 'A column is renamed',
  severity: 'error',
  why: 'The app that is deployed fails on the old name from that moment on (SQLSTATE 42703), and the new one on the new name until the migration has run. Prisma can map a field to the old name for good.',
  docs: links.mapping,
  danger: 'meaning',
};

const renameSchema: HazardInfo = {
  id: 'rename-schema',
  title: 'A schema is renamed',
  severity: 'error',
  why: 'The app that is deployed fails on every table in it from that moment on (SQLSTATE 42P01).',
  docs: 'https://www.postgresql.org/docs/current/sql-alterschema.html',
  danger: 'meaning',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'rename column') return columnRenamed(operation, context);
  if (operation.kind === 'move' && operation.what === 'table') return tableRenamed(operation, context);
  if (operation.kind !== 'rename') return [];
  if (operation.what === 'table') return tableRenamed(operation, context);
  return operation.what === 'schema' ? schemaRenamed(operation, context) : [];
}

function tableRenamed(operation: Rename | Move, context: RuleContext): readonly Detection[] {
  const table = context.model.existing(operation.name);
  if (table === undefined) return [];
  const taken = takenOver(table, context);
  if (taken === 'at once') return [];
  const renamed =
    operation.kind === 'rename'
      ? { ...table, name: operation.newName }
      : { ...table, schema: operation.newSchema };
  return [
    {
      rule: renameTable,
      ...(taken === 'later' ? { severity: 'warning' as const } : {}),
      subject: displayName(table),
      message:
        taken === 'later'
          ? 'Between this statement and the one that makes something of the old name again, the deployed app finds nothing there. One transaction would hide the gap.'
          : `The deployed app fails on the old name from now on; the new one (${displayName(renamed)}) fails until this has run.`,
      fix: lines(
        comment(
          `With Prisma, keep the table's name and give the model the new one: @@map(${JSON.stringify(table.name)}).`,
        ),
        '-- Or let a view bridge the old name, in one transaction, and drop it in a later pull request:',
        'BEGIN;',
        renameSql(operation, table),
        `CREATE VIEW ${qualifiedName(table)} AS SELECT * FROM ${qualifiedName(renamed)};`,
        'COMMIT;',
      ),
      table,
    },
  ];
}

function renameSql(operation: Rename | Move, table: TableModel): string {
  return operation.kind === 'rename'
    ? alter(table, `RENAME TO ${quoteIdentifier(operation.newName)}`)
    : alter(table, `SET SCHEMA ${quoteIdentifier(operation.newSchema)}`);
}

/** Whether another table or view gets the name that becomes free, and whether anybody can see the gap. */
function takenOver(
  { schema, name }: TableModel,
  { later, model, step }: RuleContext,
): 'at once' | 'later' | undefined {
  const isIt = (made: { schema: string | undefined; name: string }, from = made.schema) =>
    made.name === name && (from ?? model.searchPath[0]) === schema;
  for (const { operation, step: other } of later()) {
    const isMade =
      ((operation.kind === 'create table' || operation.kind === 'create from query') &&
        isIt(operation.name)) ||
      (operation.kind === 'rename' &&
        operation.what === 'table' &&
        isIt({ schema: operation.name.schema, name: operation.newName }));
    if (isMade) return other.place.transaction === step.place.transaction ? 'at once' : 'later';
  }
  return undefined;
}

function columnRenamed(
  operation: Extract<TableChange, { readonly kind: 'rename column' | 'rename constraint' }>,
  { model, parser }: RuleContext,
): readonly Detection[] {
  const { name, newName } = operation;
  const table = model.existing(operation.table);
  const column = table === undefined ? undefined : columnNamed(table, name);
  if (table === undefined || column === undefined || column.isNew) return [];
  const type = columnType(column, parser);
  return [
    {
      rule: renameColumn,
      subject: columnSubject(table, name),
      message: `The deployed app fails on the old name from now on; the new one (${displayIdentifier(newName)}) fails until this has run.`,
      fix: lines(
        comment(
          `With Prisma, keep the column's name and give the field the new one: ${newName} … @map(${JSON.stringify(name)}).`,
        ),
        '-- Or in three releases: add the new column and write both; fill it and read the new one; drop the old one.',
        type === undefined ? [] : alter(table, `ADD COLUMN ${quoteIdentifier(newName)} ${typeSql(type)}`),
      ),
      table,
    },
  ];
}

function schemaRenamed({ name, newName }: Rename, { model }: RuleContext): readonly Detection[] {
  const inside = [...model.tables()].filter(({ oid, schema }) => oid !== undefined && schema === name.name);
  const [first] = inside;
  if (first === undefined) return [];
  return [
    {
      rule: renameSchema,
      subject: displayIdentifier(name.name),
      message: `The deployed app fails on all ${inside.length} tables and views in it from now on.`,
      fix: lines(
        '-- Keep the name. Or make the new schema with a view for each table, let the app use those, and move the tables last:',
        `CREATE SCHEMA ${quoteIdentifier(newName)};`,
        `CREATE VIEW ${qualifiedName({ schema: newName, name: first.name })} AS SELECT * FROM ${qualifiedName(first)};`,
      ),
      table: first,
    },
  ];
}

export const renaming: HazardFamily = { rules: [renameTable, renameColumn, renameSchema], find };
