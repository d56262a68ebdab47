import { quoteIdentifier } from '../../postgres/identifier.ts';
import { alter, backfill, columnSubject, comment, lines, objectNameOf } from './fix-text.ts';
import {
  type Detection,
  type HazardFamily,
  type HazardInfo,
  links,
  type RuleContext,
} from './hazard-rule.ts';
import type { Operation } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { typeSql } from './sql-type.ts';
import { type ChangeType, type PlannedTypeChange, plannedTypeChange } from './type-changes.ts';

const changeType: HazardInfo = {
  id: 'change-column-type',
  title: 'A column gets a type that rewrites the table',
  severity: 'error',
  why: 'Every row is written anew and every index on the table is built anew, under ACCESS EXCLUSIVE: nobody reads or writes it meanwhile, and its size is needed twice on disk. Changes that only widen (a longer `varchar`, `varchar` to `text`, more digits of `numeric` at the same scale, more precise times) rewrite nothing and are not reported. Between `timestamp` and `timestamptz` it depends on the session’s time zone: free where that is UTC, so a warning.',
  docs: links.alterTable,
  danger: 'rewrite',
};

const rebuildIndexes: HazardInfo = {
  id: 'change-column-collation',
  title: 'A column gets another collation, so its indexes are built anew',
  severity: 'error',
  why: 'Another collation (or `citext` and `text`) rewrites no row, but every index on the column is built anew under ACCESS EXCLUSIVE.',
  docs: links.alterTable,
  danger: 'scan',
};

const recheck: HazardInfo = {
  id: 'change-checked-column',
  title: 'A column that a check constraint names gets another type',
  severity: 'error',
  why: 'The change itself is free, but the check constraint is made anew and every row is held against it, under ACCESS EXCLUSIVE.',
  docs: links.alterTable,
  danger: 'scan',
};

function find(operation: Operation, context: RuleContext): readonly Detection[] {
  const table = operation.kind === 'change type' ? context.model.existing(operation.table) : undefined;
  if (operation.kind !== 'change type' || table === undefined) return [];
  const planned = plannedTypeChange(operation, table, context.parser);
  const detection = detectionOf(planned, operation, table);
  return detection === undefined
    ? []
    : [{ ...detection, subject: columnSubject(table, operation.name), table }];
}

function detectionOf(
  planned: PlannedTypeChange,
  operation: ChangeType,
  table: TableModel,
): Omit<Detection, 'subject' | 'table'> | undefined {
  const change = `from ${planned.from === undefined ? 'its type' : typeSql(planned.from)} to ${typeSql(operation.type)}`;
  const rewrite = { rule: changeType, fix: newColumn(operation, table) };
  switch (planned.effect) {
    case 'free':
      return undefined;
    case 'rewrites':
      return {
        ...rewrite,
        message: `The change ${change} writes every row and builds every index anew; reads and writes wait until that is done.`,
      };
    case 'time zone':
      return {
        ...rewrite,
        severity: 'warning',
        isCertain: false,
        message: `The change ${change} writes every row anew unless the session’s TimeZone is UTC; reads and writes wait until that is done.`,
        fix: lines(
          '-- As the values are in UTC, this rewrites nothing:',
          "SET TimeZone = 'UTC';",
          alter(table, `ALTER COLUMN ${quoteIdentifier(operation.name)} TYPE ${typeSql(operation.type)}`),
          'RESET TimeZone;',
        ),
      };
    case 'unknown':
      return {
        ...rewrite,
        isCertain: false,
        message: `The change ${change} writes every row and builds every index anew, unless both are stored alike; reads and writes wait until that is done.`,
      };
    case 'rebuilds indexes':
      return indexesOn(operation.name, table).length === 0 ? undefined : reordered(operation, table);
    case 'scans':
      return {
        rule: recheck,
        message: `The change ${change} makes the column’s check constraints anew, so every row is read; reads and writes wait until that is done.`,
        fix: checkFix(operation, table),
      };
  }
}

function indexesOn(column: string, { indexes }: TableModel): TableModel['indexes'] {
  return indexes.filter(({ columns }) => columns.includes(column) || columns.includes(undefined));
}

function reordered(operation: ChangeType, table: TableModel): Omit<Detection, 'subject' | 'table'> {
  const names = indexesOn(operation.name, table).map(({ name }) => name);
  return {
    rule: rebuildIndexes,
    message: `The column is sorted in another way from then on, so its indexes (${names.join(', ')}) are built anew; reads and writes wait until they are.`,
    fix: newColumn(operation, table),
  };
}

/** Expand and contract: a second column, kept in step, then in the first one's place. */
function newColumn({ name, type, using }: ChangeType, table: TableModel): string {
  const next = objectNameOf(name, 'new');
  const quoted = quoteIdentifier(next);
  const value = using?.text ?? `${quoteIdentifier(name)}::${typeSql(type)}`;
  return lines(
    '-- A second column, which the app (or a trigger) writes too:',
    alter(table, `ADD COLUMN ${quoted} ${typeSql(type)}`),
    backfill(table, next, value),
    comment(
      `Then indexes CONCURRENTLY and constraints NOT VALID on it, release code that reads it (with Prisma: @map(${JSON.stringify(next)})), and drop ${JSON.stringify(name)} in a later pull request.`,
    ),
  );
}

function checkFix({ name, type }: ChangeType, table: TableModel): string {
  const checks = table.constraints.filter(({ form, columns }) => form === 'check' && columns.includes(name));
  return lines(
    '-- Without its checks the change is free. Add them again NOT VALID, and validate them in a later transaction:',
    checks.map((check) => alter(table, `DROP CONSTRAINT ${quoteIdentifier(check.name)}`)),
    alter(table, `ALTER COLUMN ${quoteIdentifier(name)} TYPE ${typeSql(type)}`),
    checks.map((check) => comment(`ADD CONSTRAINT ${quoteIdentifier(check.name)} CHECK (…) NOT VALID`)),
  );
}

export const columnTypes: HazardFamily = { rules: [changeType, rebuildIndexes, recheck], find };
