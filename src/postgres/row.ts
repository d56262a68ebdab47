/** Readers of a row's columns. A wrong type is our own query's mistake, so they throw a plain Error. */

/** A row as `pg` gives it: `bigint` and `numeric` are strings, `timestamptz` is a Date, `json` is parsed. */
export type Row = Readonly<Record<string, unknown>>;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw unexpected(column, 'text', value);
  return value;
}

export function optionalText(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

/** Any number that fits; `bigint` and `numeric` come as text and are converted. */
export function numeric(row: Row, column: string): number {
  const value = row[column];
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) throw unexpected(column, 'a number', value);
  return number;
}

export function truth(row: Row, column: string): boolean {
  const value = row[column];
  if (typeof value !== 'boolean') throw unexpected(column, 'a boolean', value);
  return value;
}

/** Every column's name is shown, no column's content. */
function unexpected(column: string, wanted: string, value: unknown): Error {
  return new Error(`Column ${column} should be ${wanted}, it is ${value === null ? 'null' : typeof value}.`);
}

/** What a query gave; of several statements, the last one's. */
export function rowsOf(result: unknown): readonly Row[] {
  const last: unknown = Array.isArray(result) ? result.at(-1) : result;
  if (typeof last !== 'object' || last === null || !('rows' in last) || !Array.isArray(last.rows)) return [];
  return last.rows.filter(isRow);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
