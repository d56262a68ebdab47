import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayName } from '../../postgres/object-name.ts';
import {
  alter,
  columnList,
  comment,
  lines,
  nullableOf,
  ownTransaction,
  partSubject,
  tableNames,
} from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { ConstraintDefinition, Operation, TableChange } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { sqlTokens } from './sql-tokens.ts';
import { generatedName } from './table-changes.ts';
import { columnNamed, existingOf } from './table-facts.ts';
import { throughIndex } from './unique-through-index.ts';

const primaryKey: HazardInfo = {
  id: 'add-primary-key',
  title: 'A primary key is added without an index made before',
  severity: 'error',
  why: 'Its index is built, and its columns are searched for nulls, under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX.',
  docs: links.alterTable,
  danger: 'scan',
};

const unique: HazardInfo = {
  id: 'add-unique-constraint',
  title: 'A unique constraint is added without an index made before',
  severity: 'error',
  why: 'Its index is built under ACCESS EXCLUSIVE: nobody reads or writes the table meanwhile. A unique index can be built CONCURRENTLY first and adopted with USING INDEX; with duplicates both fail (SQLSTATE 23505).',
  docs: links.alterTable,
  danger: 'scan',
};

const foreignKey: HazardInfo = {
  id: 'add-foreign-key',
  title: 'A foreign key is added and validated at once',
  severity: 'error',
  why: 'Every row is looked up in the referenced table, under locks that block writes on both tables. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while both tables can be written.',
  docs: links.alterTable,
  danger: 'scan',
};

const check: HazardInfo = {
  id: 'add-check-constraint',
  title: 'A check constraint is added and validated at once',
  severity: 'error',
  why: 'The whole table is read under ACCESS EXCLUSIVE. Added NOT VALID it holds for new rows at once, and VALIDATE CONSTRAINT in a later transaction checks the rest while the table can be read and written.',
  docs: links.alterTable,
  danger: 'scan',
};

const exclusion: HazardInfo = {
  id: 'add-exclusion-constraint',
  title: 'An exclusion constraint is added to a table',
  severity: 'error',
  why: 'Its index is built under ACCESS EXCLUSIVE, and Postgres has no other way: nobody reads or writes the table meanwhile.',
  docs: links.alterTable,
  danger: 'scan',
};

const validated: HazardInfo = {
  id: 'validate-in-same-transaction',
  title: 'A constraint is validated in the transaction that adds it',
  severity: 'error',
  why: 'VALIDATE CONSTRAINT blocks neither reads nor writes, but the lock that adding the constraint took is kept to the end of the transaction, and so it is held over the whole scan. NOT VALID gains nothing then.',
  docs: links.alterTable,
  danger: 'scan',
};

const domain: HazardInfo = {
  id: 'add-domain-constraint',
  title: 'A domain gets a constraint that is validated at once',
  severity: 'error',
  why: 'Every table with a column of that domain is read, one after the other, with writes blocked. NOT VALID and VALIDATE CONSTRAINT in a later transaction do it without.',
  docs: 'https://www.postgresql.org/docs/current/sql-alterdomain.html',
  danger: 'meaning',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  if (operation.kind === 'domain constraint') return domainConstraint(operation, context);
  if (operation.kind === 'validate constraint') return validation(operation, context);
  const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
  if (table === undefined) return [];
  if (operation.kind === 'add constraint') return added(operation.constraint, table, context);
  if (operation.kind !== 'add column' || columnNamed(table, operation.column.name) !== undefined) return [];
  const { column } = operation;
  // Postgres knows that a new column without a default refers to nothing.
  const looked = column.constraints.filter(
    ({ form }) => form !== 'foreign key' || column.default !== undefined,
  );
  return looked
    .map((constraint) => asTableConstraint(constraint))
    .flatMap((constraint) => added(constraint, table, context))
    .map((detection) => ({
      ...detection,
      fix: lines('-- Add the column without the constraint. Then:', detection.fix),
    }));
}

/** In a column's definition a foreign key does not name its column. */
function asTableConstraint(constraint: ConstraintDefinition): ConstraintDefinition {
  const { form, text, columns } = constraint;
  if (form !== 'foreign key') return constraint;
  const word = [...sqlTokens(text)].find(({ start, end }) => /^references$/i.test(text.slice(start, end)));
  const named = constraint.name === undefined ? '' : `CONSTRAINT ${quoteIdentifier(constraint.name)} `;
  return { ...constraint, text: `${named}FOREIGN KEY (${columnList(columns)}) ${text.slice(word?.start)}` };
}

function added(
  constraint: ConstraintDefinition,
  table: TableModel,
  context: RuleContext,
): readonly Detection[] {
  const { form, columns, skipsRows, usingIndex } = constraint;
  const name = constraint.name ?? generatedName(table, form, columns);
  const target = { constraint, table, context, name, subject: partSubject(table, name) };
  if (form === 'unique' || form === 'primary key') return usingIndex === undefined ? [indexed(target)] : [];
  if (form === 'exclusion') return [excluding(target)];
  if (form === 'not null' || skipsRows) return [];
  return [form === 'foreign key' ? referring(target) : checking(target)];
}

interface Target {
  readonly constraint: ConstraintDefinition;
  readonly table: TableModel;
  readonly context: RuleContext;
  readonly name: string;
  readonly subject: string;
}

function indexed(target: Target): Detection {
  const { constraint, table, subject } = target;
  const nullable = constraint.form === 'primary key' ? nullableOf(table, constraint.columns) : [];
  const nulls = nullable.length === 0 ? '' : ` and searched for nulls in ${nullable.join(', ')}`;
  return {
    rule: constraint.form === 'primary key' ? primaryKey : unique,
    subject,
    message: `The whole table is read to build the index${nulls}; reads and writes wait until that is done.`,
    fix: throughIndex(target),
    table,
  };
}

function excluding({ constraint, table, subject }: Target): Detection {
  return {
    rule: exclusion,
    subject,
    message: 'The whole table is read to build the index; reads and writes wait until that is done.',
    fix: lines(
      '-- Postgres has no way to do this without the lock. When nobody uses the table, and not for longer than they may wait:',
      "SET lock_timeout = '5s';",
      "SET statement_timeout = '60s';",
      alter(table, `ADD ${constraint.text}`),
      'RESET statement_timeout;',
    ),
    table,
  };
}

/** `ADD … NOT VALID`, named so that it can be validated. */
function inTwoSteps({ constraint, table, context, name }: Target): readonly string[] {
  const quoted = quoteIdentifier(name);
  const named = constraint.name === undefined ? `CONSTRAINT ${quoted} ` : '';
  return [
    alter(table, `ADD ${named}${constraint.text} NOT VALID`),
    ownTransaction(context),
    alter(table, `VALIDATE CONSTRAINT ${quoted}`),
  ];
}

function referring(target: Target): Detection {
  const { constraint, table, context, subject } = target;
  const parent = constraint.references === undefined ? undefined : context.model.table(constraint.references);
  const isOther = parent?.oid !== undefined && parent.id !== table.id;
  const blocked = isOther ? `writes to ${tableNames([table, parent])} wait` : 'writes to it wait';
  return {
    rule: foreignKey,
    subject,
    message: `Every row of ${displayName(table)} is looked up in ${parent === undefined ? 'the referenced table' : displayName(parent)}; ${blocked} until that is done.`,
    fix:
      table.kind === 'partitioned table' && context.serverMajor < 18
        ? partitionedForeignKey(target)
        : lines(inTwoSteps(target)),
    table,
  };
}

function partitionedForeignKey({ constraint, table, context }: Target): string {
  const partitions = [...context.model.tables()].filter(({ parent }) => parent === table.id);
  return lines(
    '-- Before Postgres 18 a partitioned table takes no foreign key NOT VALID, but its partitions do. For each:',
    partitions.slice(0, 3).map((partition) => alter(partition, `ADD ${constraint.text} NOT VALID`)),
    ownTransaction(context),
    partitions
      .slice(0, 3)
      .map((partition) =>
        alter(
          partition,
          `VALIDATE CONSTRAINT ${quoteIdentifier(constraint.name ?? generatedName(partition, 'foreign key', constraint.columns))}`,
        ),
      ),
    '-- At last, without a look at the rows:',
    alter(table, `ADD ${constraint.text}`),
  );
}

function checking(target: Target): Detection {
  return {
    rule: check,
    subject: target.subject,
    message:
      'The whole table is read to hold every row against the constraint; reads and writes wait until that is done.',
    fix: lines(inTwoSteps(target)),
    table: target.table,
  };
}

function validation(
  operation: Extract<TableChange, { readonly kind: 'validate constraint' }>,
  context: RuleContext,
): readonly Detection[] {
  const table = context.model.existing(operation.table);
  const constraint = table?.constraints.find(({ name }) => name === operation.name);
  const { transaction } = context.step.place;
  if (table === undefined || constraint === undefined) return [];
  if (constraint.isValidated || constraint.addedIn !== transaction) return [];
  const parents = existingOf([context.model.tableById(constraint.references ?? -1) ?? []].flat());
  const tables = tableNames([table, ...parents.filter(({ id }) => id !== table.id)]);
  return [
    {
      rule: validated,
      subject: partSubject(table, operation.name),
      message: `The lock of ADD CONSTRAINT … NOT VALID on ${tables} is held until this transaction ends, so it blocks for as long as the rows are read.`,
      fix: lines(
        ownTransaction(context),
        alter(table, `VALIDATE CONSTRAINT ${quoteIdentifier(operation.name)}`),
      ),
      table,
    },
  ];
}

function domainConstraint(
  { name, constraint }: Extract<Operation, { readonly kind: 'domain constraint' }>,
  context: RuleContext,
): readonly Detection[] {
  if (constraint.skipsRows || context.model.isNewDomain(name)) return [];
  const schema = name.schema ?? context.model.searchPath[0] ?? 'public';
  const quoted = `${quoteIdentifier(schema)}.${quoteIdentifier(name.name)}`;
  const own = constraint.name ?? `${name.name}_check`;
  const named = constraint.name === undefined ? `CONSTRAINT ${quoteIdentifier(own)} ` : '';
  return [
    {
      rule: domain,
      subject: displayName({ schema, name: name.name }),
      message: 'Every table with a column of this domain is read, and its writes wait until it is.',
      fix:
        constraint.form === 'check'
          ? lines(
              `ALTER DOMAIN ${quoted} ADD ${named}${constraint.text} NOT VALID;`,
              ownTransaction(context),
              `ALTER DOMAIN ${quoted} VALIDATE CONSTRAINT ${quoteIdentifier(own)};`,
            )
          : comment('Add CHECK (VALUE IS NOT NULL) NOT VALID, and validate it in a later transaction.'),
    },
  ];
}

export const constraints: HazardFamily = {
  rules: [primaryKey, unique, foreignKey, check, exclusion, validated, domain],
  find,
};
