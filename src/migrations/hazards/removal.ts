import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { allowLine, alter, columnSubject, lines, partSubject } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import { foreignKeyParents, targetsOf } from './involved-tables.ts';
import type { Drop, Operation, TableChange } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { columnNamed, existingOf, referencingTables } from './table-facts.ts';

const dropTable: HazardInfo = {
  id: 'drop-table',
  title: 'A table is dropped',
  severity: 'warning',
  why: 'Its rows are gone at once, and the app that is deployed fails if it still uses it (SQLSTATE 42P01). Right once no deployed code does: say so with an allow comment.',
  docs: links.locks,
  danger: 'meaning',
};

const dropColumn: HazardInfo = {
  id: 'drop-column',
  title: 'A column is dropped',
  severity: 'warning',
  why: 'Its values are gone at once, and the app that is deployed fails if it still names it (SQLSTATE 42703); Prisma’s client names every column of its schema in every query. Right once no deployed code does: say so with an allow comment.',
  docs: links.alterTable,
  danger: 'meaning',
};

const dropSchema: HazardInfo = {
  id: 'drop-schema',
  title: 'A schema is dropped with what is in it',
  severity: 'error',
  why: 'Every table in it is gone at once, with ACCESS EXCLUSIVE on all of them.',
  docs: 'https://www.postgresql.org/docs/current/sql-dropschema.html',
  danger: 'meaning',
};

const dropView: HazardInfo = {
  id: 'drop-view',
  title: 'A view is dropped and not made again',
  severity: 'warning',
  why: 'The app that is deployed fails if it still reads it (SQLSTATE 42P01).',
  docs: 'https://www.postgresql.org/docs/current/sql-dropview.html',
  danger: 'meaning',
};

const dropForeignKey: HazardInfo = {
  id: 'drop-foreign-key',
  title: 'Dropping a foreign key locks the table that it refers to',
  severity: 'warning',
  why: 'Dropping a foreign key, its column or its whole table takes ACCESS EXCLUSIVE on the referenced table too, which the statement does not name. The lock is short, but it has to wait for every query on that table, and all new ones wait behind it.',
  docs: links.locks,
  danger: 'lock',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'drop') return [...dropped(operation, context), ...parents(operation, context)];
  if (operation.kind === 'drop column')
    return [...columnDropped(operation, context), ...parents(operation, context)];
  return operation.kind === 'drop constraint' ? parents(operation, context) : [];
}

function dropped(operation: Drop, context: RuleContext): readonly Detection[] {
  const existing = existingOf(targetsOf(operation, context.model));
  if (operation.what === 'table') return existing.map((table) => tableDropped(table, operation, context));
  if (operation.what === 'schema' && existing.length > 0) return [schemaDropped(operation, existing)];
  if (operation.what !== 'view' && operation.what !== 'materialized view') return [];
  return existing.filter((view) => !isMadeAgain(view, context)).map((view) => viewDropped(view));
}

function tableDropped(table: TableModel, { isCascade }: Drop, { model }: RuleContext): Detection {
  const referring = isCascade ? existingOf(referencingTables(table, model)) : [];
  const cascade =
    referring.length === 0
      ? ''
      : ` CASCADE also drops the foreign keys of ${referring.map(displayName).toSorted().join(', ')}.`;
  return {
    rule: dropTable,
    subject: displayName(table),
    message: `The table and its rows are gone at once, and the deployed app fails where it still uses it.${cascade}`,
    fix: lines(
      '-- First release code, and a Prisma schema, that no longer use the table. Then, in a later pull request:',
      allowLine('drop-table', 'nothing that is deployed uses it'),
      `DROP TABLE ${qualifiedName(table)};`,
    ),
    table,
  };
}

function columnDropped(
  { table: name, name: column }: Extract<TableChange, { readonly kind: 'drop column' }>,
  { model }: RuleContext,
): readonly Detection[] {
  const table = model.existing(name);
  const known = table === undefined ? undefined : columnNamed(table, column);
  if (table === undefined || known === undefined || known.isNew) return [];
  return [
    {
      rule: dropColumn,
      subject: columnSubject(table, column),
      message:
        'The column’s values are gone at once, and the deployed app fails where it still names the column.',
      fix: lines(
        '-- First release code that no longer uses the column (in a Prisma schema: @ignore on the field, or no field). Then, in a later pull request:',
        allowLine('drop-column', 'nothing that is deployed uses it'),
        alter(table, `DROP COLUMN ${quoteIdentifier(column)}`),
      ),
      table,
    },
  ];
}

function schemaDropped({ names }: Drop, tables: readonly TableModel[]): Detection {
  const [first] = tables;
  const subject = names.map(({ name }) => displayIdentifier(name)).join(', ');
  return {
    rule: dropSchema,
    subject,
    message: `${tables.length} table${tables.length === 1 ? '' : 's'} and views in it are gone at once: ${tables.map(displayName).toSorted().join(', ')}.`,
    fix: lines(
      '-- First release code that uses nothing in it, and drop the tables one by one. Then, in a later pull request:',
      allowLine('drop-schema', 'nothing that is deployed uses it'),
      names.map(({ name }) => `DROP SCHEMA ${quoteIdentifier(name)};`),
    ),
    ...(first === undefined ? {} : { table: first }),
  };
}

function viewDropped(view: TableModel): Detection {
  const what = view.kind === 'materialized view' ? 'MATERIALIZED VIEW' : 'VIEW';
  return {
    rule: dropView,
    subject: displayName(view),
    message: 'The deployed app fails where it still reads this view.',
    fix: lines(
      '-- First release code that no longer reads it. Then, in a later pull request:',
      allowLine('drop-view', 'nothing that is deployed reads it'),
      `DROP ${what} ${qualifiedName(view)};`,
    ),
    table: view,
  };
}

/** By a later statement, as a table, view or materialised view. */
function isMadeAgain({ schema, name }: TableModel, { later, model }: RuleContext): boolean {
  for (const { operation } of later()) {
    if (operation.kind !== 'create table' && operation.kind !== 'create from query') continue;
    const made = operation.name;
    if (made.name === name && (made.schema ?? model.searchPath[0]) === schema) return true;
  }
  return false;
}

function parents(operation: Operation, context: RuleContext): readonly Detection[] {
  const targets = targetsOf(operation, context.model);
  const dropped = new Set(targets.map(({ id }) => id));
  const children = targets.filter((table) => table.oid !== undefined);
  const others = existingOf(foreignKeyParents(operation, context.model)).filter(({ id }) => !dropped.has(id));
  const each = new Map(others.map((parent) => [parent.id, parent]));
  return [...each.values()].flatMap((parent) => {
    const of = children.filter(({ constraints }) =>
      constraints.some(({ references }) => references === parent.id),
    );
    return of.length === 0 ? [] : [parentLocked(operation, parent, of)];
  });
}

function parentLocked(operation: Operation, parent: TableModel, children: readonly TableModel[]): Detection {
  const keys = children.flatMap((child) =>
    child.constraints
      .filter(({ references, name, columns }) => {
        if (references !== parent.id) return false;
        if (operation.kind === 'drop constraint') return name === operation.name;
        return operation.kind !== 'drop column' || columns.includes(operation.name);
      })
      .map((constraint) => ({ child, constraint })),
  );
  const names = keys.map(({ child, constraint }) => partSubject(child, constraint.name)).toSorted();
  return {
    rule: dropForeignKey,
    subject: displayName(parent),
    message: `This drops a foreign key to ${displayName(parent)} (${names.join(', ')}), and so locks that table too: all its reads and writes wait while this waits for the queries that run.`,
    fix: lines(
      '-- In a migration of its own, so that the lock is gone at once, and without a long wait for it:',
      "SET lock_timeout = '5s';",
      keys.map(({ child, constraint }) =>
        alter(child, `DROP CONSTRAINT ${quoteIdentifier(constraint.name)}`),
      ),
    ),
    table: parent,
  };
}

export const removal: HazardFamily = {
  rules: [dropTable, dropColumn, dropSchema, dropView, dropForeignKey],
  find,
};
