import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { alter, backfill, columnSubject, comment, lines, notNullSteps, objectNameOf } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { ColumnDefinition, Operation } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { typeSql } from './sql-type.ts';
import { columnNamed } from './table-facts.ts';
import { volatilityOf } from './volatility.ts';

const required: HazardInfo = {
  id: 'add-required-column',
  title: 'A required column without a default is added to a table',
  severity: 'error',
  why: 'The rows that are there would have no value, so the migration fails (SQLSTATE 23502) unless the table is empty; and every INSERT of the deployed app, which does not know the column, fails from then on.',
  docs: links.alterTable,
  danger: 'meaning',
};

const volatileDefault: HazardInfo = {
  id: 'volatile-default',
  title: 'A column is added with a default that differs from row to row',
  severity: 'error',
  why: 'A default that is one value for all rows is stored once. One that must be computed for each row (`gen_random_uuid()`, `random()`, `clock_timestamp()`) rewrites the whole table and its indexes under ACCESS EXCLUSIVE. Whether a function of your own is volatile cannot be seen in the script: it is a warning.',
  docs: links.alterTable,
  danger: 'rewrite',
};

const storedGenerated: HazardInfo = {
  id: 'stored-generated-column',
  title: 'A stored generated column is added or computed anew',
  severity: 'error',
  why: 'Its value is computed for every row that is there: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
  docs: 'https://www.postgresql.org/docs/current/ddl-generated-columns.html',
  danger: 'rewrite',
};

const numberedColumn: HazardInfo = {
  id: 'add-identity-column',
  title: 'A serial or identity column is added to a table',
  severity: 'error',
  why: 'Every row that is there gets its number: the whole table and its indexes are rewritten under ACCESS EXCLUSIVE.',
  docs: links.alterTable,
  danger: 'rewrite',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'set expression') return newExpression(operation, context);
  if (operation.kind !== 'add column') return [];
  const table = context.model.existing(operation.table);
  const { column, ifNotExists } = operation;
  if (table === undefined || (ifNotExists && columnNamed(table, column.name) !== undefined)) return [];
  const added = { table, column, context, subject: columnSubject(table, column.name) };
  return [
    ...withoutValue(added),
    ...withVolatileDefault(added),
    ...withNumbers(added),
    ...(column.generated === 'stored' ? [generated(added)] : []),
  ];
}

interface Added {
  readonly table: TableModel;
  readonly column: ColumnDefinition;
  readonly context: RuleContext;
  readonly subject: string;
}

function withoutValue({ table, column, context, subject }: Added): readonly Detection[] {
  const { isNotNull, generated, numbered } = column;
  if (!isNotNull || column.default !== undefined || generated !== undefined || numbered !== undefined)
    return [];
  return [
    {
      rule: required,
      subject,
      message:
        'The rows that are there have no value for this column, and the deployed app gives none: the migration fails, or the app’s next INSERT.',
      fix: lines(
        '-- Without NOT NULL (or with a DEFAULT that is one value for all, which Postgres stores once):',
        alter(table, `ADD COLUMN ${quoteIdentifier(column.name)} ${typeSql(column.type)}`),
        '-- Release the code that writes it, and fill the rows from before. Then, in a later pull request:',
        notNullSteps(table, column.name, context),
      ),
      table,
    },
  ];
}

function withVolatileDefault({ table, column, context, subject }: Added): readonly Detection[] {
  const volatility = column.default === undefined ? 'constant' : volatilityOf(column.default.node);
  if (column.default === undefined || volatility === 'constant') return [];
  const isCertain = volatility === 'volatile';
  return [
    {
      rule: volatileDefault,
      ...(isCertain ? {} : { severity: 'warning' as const }),
      subject,
      message: isCertain
        ? 'The default has another value for every row, so the whole table is rewritten; reads and writes wait until it is.'
        : 'If a function that the default calls is volatile, the whole table is rewritten; reads and writes wait until it is.',
      fix: lines(valueSteps({ table, column, context, subject }, column.default.text)),
      table,
      isCertain,
    },
  ];
}

/** Column first, default for new rows second, rows from before third. */
function valueSteps({ table, column, context }: Added, value: string): readonly string[] {
  const name = quoteIdentifier(column.name);
  return [
    alter(table, `ADD COLUMN ${name} ${typeSql(column.type)}`),
    '-- For new rows alone, so without a rewrite:',
    alter(table, `ALTER COLUMN ${name} SET DEFAULT ${value}`),
    ...backfill(table, column.name, value),
    ...(column.isNotNull
      ? ['-- Then, in a later migration:', ...notNullSteps(table, column.name, context)]
      : []),
  ];
}

function withNumbers(added: Added): readonly Detection[] {
  const { table, column, subject } = added;
  if (column.numbered === undefined) return [];
  const sequence = { schema: table.schema, name: objectNameOf(table.name, column.name, 'seq') };
  const next = `nextval(${quoteLiteral(qualifiedName(sequence))})`;
  return [
    {
      rule: numberedColumn,
      subject,
      message:
        'Every row that is there gets a number, so the whole table is rewritten; reads and writes wait until it is.',
      fix: lines(
        `CREATE SEQUENCE ${qualifiedName(sequence)};`,
        valueSteps(added, next),
        `ALTER SEQUENCE ${qualifiedName(sequence)} OWNED BY ${qualifiedName(table)}.${quoteIdentifier(column.name)};`,
      ),
      table,
    },
  ];
}

function generated({ table, column, context, subject }: Added): Detection {
  const virtual =
    context.serverMajor >= 18
      ? ['-- Or let Postgres compute it on read: GENERATED ALWAYS AS (…) VIRTUAL rewrites nothing.']
      : [];
  return {
    rule: storedGenerated,
    subject,
    message:
      'The value is computed for every row that is there, so the whole table is rewritten; reads and writes wait until it is.',
    fix: lines(
      virtual,
      '-- An ordinary column that a trigger (or the app) keeps:',
      alter(table, `ADD COLUMN ${quoteIdentifier(column.name)} ${typeSql(column.type)}`),
      comment(
        'then a BEFORE INSERT OR UPDATE trigger that computes it, and the rows from before in small batches.',
      ),
    ),
    table,
  };
}

function newExpression(
  { table: name, name: column }: Extract<Operation, { readonly kind: 'set expression' }>,
  { model }: RuleContext,
): readonly Detection[] {
  const table = model.existing(name);
  if (table === undefined || columnNamed(table, column)?.generated === 'virtual') return [];
  return [
    {
      rule: storedGenerated,
      subject: columnSubject(table, column),
      message:
        'The value is computed anew for every row, so the whole table is rewritten; reads and writes wait until it is.',
      fix: '-- A new column with the new expression, kept by a trigger and filled in small batches, then take the old one’s place.',
      table,
    },
  ];
}

export const addColumn: HazardFamily = {
  rules: [required, volatileDefault, storedGenerated, numberedColumn],
  find,
};
