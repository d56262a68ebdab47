/** What ALTER COLUMN … TYPE does to a column of the model. */
import type { SqlParser } from '../sql-parser.ts';
import type { TableChange } from './operation.ts';
import type { TableModel } from './schema-model.ts';
import { type SqlType, type TypeChange, typeChange } from './sql-type.ts';
import { columnNamed, columnType } from './table-facts.ts';

export type ChangeType = Extract<TableChange, { readonly kind: 'change type' }>;

export interface PlannedTypeChange {
  readonly from: SqlType | undefined;
  readonly effect: TypeChange | 'scans';
}

export function plannedTypeChange(
  { name, type, using, hasCollation }: ChangeType,
  table: TableModel,
  parser: SqlParser,
): PlannedTypeChange {
  const column = columnNamed(table, name);
  const from = column === undefined ? undefined : columnType(column, parser);
  if (using !== undefined) return { from, effect: 'rewrites' };
  const effect = from === undefined ? 'unknown' : typeChange(from, type);
  if (effect !== 'free') return { from, effect };
  if (hasCollation) return { from, effect: 'rebuilds indexes' };
  // Check constraints on the column are made anew, and each row is held against them.
  const isSame = JSON.stringify(from) === JSON.stringify(type);
  const isChecked = table.constraints.some(({ form, columns }) => form === 'check' && columns.includes(name));
  return { from, effect: isChecked && !isSame ? 'scans' : 'free' };
}
