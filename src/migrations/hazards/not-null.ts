import { indexColumns } from './ddl-form.ts';
import { columnSubject, lines, notNullSteps, nullableOf } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { Operation } from './operation.ts';
import type { TableModel } from './schema-model.ts';

const setNotNull: HazardInfo = {
  id: 'set-not-null',
  title: 'A column is made NOT NULL with a scan of the table',
  severity: 'error',
  why: 'Postgres reads the whole table to look for nulls, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile. With a validated `CHECK (… IS NOT NULL)` it does not have to; from Postgres 18 on a NOT NULL constraint can itself be added NOT VALID and validated later.',
  docs: links.alterTable,
  danger: 'scan',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  const table = 'table' in operation ? context.model.existing(operation.table) : undefined;
  if (table === undefined) return [];
  return nullableOf(table, columnsMadeNotNull(operation, table)).map((column) => ({
    rule: setNotNull,
    subject: columnSubject(table, column),
    message:
      'Postgres reads the whole table to make sure that this column has no nulls; reads and writes wait until it has.',
    fix: lines(notNullSteps(table, column, context)),
    table,
  }));
}

/** A new primary key without an index scans once, for its index; that rule tells of the nulls too. */
function columnsMadeNotNull(operation: Operation, table: TableModel): readonly string[] {
  if (operation.kind === 'set not null') return [operation.name];
  if (operation.kind !== 'add constraint') return [];
  const { form, columns, skipsRows, usingIndex } = operation.constraint;
  if (form === 'not null') return skipsRows ? [] : columns;
  return form === 'primary key' && usingIndex !== undefined ? indexColumns(table, usingIndex) : [];
}

export const notNull: HazardFamily = { rules: [setNotNull], find };
