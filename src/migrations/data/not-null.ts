/** SET NOT NULL, primary keys, and columns that are NOT NULL from the beginning: rows without a value. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, qualifiedName } from '../../postgres/object-name.ts';
import type { CheckDraft } from './data-check.ts';
import { countedRows } from './question.ts';
import { type RowSource, readColumns, relationOf } from './row-source.ts';

/** IS NULL is true for a composite value whose fields are all null, which NOT NULL accepts. */
function isMissing(column: string): string {
  return `${quoteIdentifier(column)} IS NOT DISTINCT FROM NULL`;
}

/** Rows in which the column is null, or will be after the statement's own change of it. */
export function nullCheck(source: RowSource, column: string, operation: string): CheckDraft {
  const name = displayIdentifier(column);
  const isNow = !source.computed.has(column);
  const relation = relationOf(source);
  const where = `WHERE ${quoteIdentifier(column)} IS NULL`;
  return {
    kind: 'not null',
    table: source.table,
    columns: [column],
    reads: [{ oid: source.table.oid, columns: readColumns(source, [column]) }],
    uses: source.computed.get(column)?.uses ?? [],
    complaint: isNow
      ? { one: `has \`${name}\` null`, many: `have \`${name}\` null` }
      : { one: `gets a null \`${name}\``, many: `get a null \`${name}\`` },
    operation,
    question: countedRows(source, { refused: isMissing(column) }),
    look: isNow ? `SELECT * FROM ${relation} ${where};` : undefined,
    mend: isNow
      ? [
          'Give them a value before, in this migration or an earlier one:',
          `UPDATE ${relation} SET ${quoteIdentifier(column)} = … ${where};`,
        ]
      : [`Give ${name} a value for these rows in the expression of the change, or mend the rows before.`],
  };
}

/** Every row, when a column comes in without a value that it must have. */
export function missingValueCheck(
  source: RowSource,
  column: { readonly name: string; readonly type: string },
  operation: string,
): CheckDraft {
  const table = qualifiedName(source.table);
  const quoted = quoteIdentifier(column.name);
  const name = displayIdentifier(column.name);
  return {
    ...nullCheck(source, column.name, operation),
    complaint: { one: `would have no \`${name}\``, many: `would have no \`${name}\`` },
    mend: [
      'Add it without NOT NULL, fill it, then forbid null; or give it a DEFAULT:',
      `ALTER TABLE ${table} ADD COLUMN ${quoted} ${column.type.replaceAll(/\s+/g, ' ')};`,
      `UPDATE ${table} SET ${quoted} = …;`,
      `ALTER TABLE ${table} ALTER COLUMN ${quoted} SET NOT NULL;`,
    ],
  };
}
