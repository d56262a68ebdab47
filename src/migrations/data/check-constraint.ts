/** CHECK constraints: rows for which the condition is false, or raises an error. */
import { displayIdentifier } from '../../postgres/object-name.ts';
import type { CheckDraft } from './data-check.ts';
import { countedRows } from './question.ts';
import { type RowSource, readColumns, relationOf } from './row-source.ts';
import { inBrackets, type SqlExpression } from './sql-expression.ts';

interface CheckConstraint {
  readonly condition: SqlExpression;
  readonly name: string | undefined;
  readonly operation: string;
}

export function constraintCheck(
  source: RowSource,
  { condition, name, operation }: CheckConstraint,
): CheckDraft {
  const columns = condition.columns === 'all' ? [] : condition.columns;
  const isNow = !columns.some((column) => source.computed.has(column));
  const what = name === undefined ? 'the condition' : `the condition of \`${displayIdentifier(name)}\``;
  const byRow =
    condition.columns === 'all' || source.computed.size > 0
      ? undefined
      : { source, columns: condition.columns, expression: condition.text, test: { kind: 'true' as const } };
  // What the condition says is null is let through.
  const refused = `${inBrackets(condition.text)} IS FALSE`;
  return {
    kind: 'check',
    table: source.table,
    columns,
    reads: [{ oid: source.table.oid, columns: readColumns(source, condition.columns) }],
    uses: condition.uses,
    complaint: { one: `does not fulfil ${what}`, many: `do not fulfil ${what}` },
    operation,
    question: countedRows(source, { refused, byRow }),
    look: isNow ? `SELECT * FROM ${relationOf(source)} WHERE ${refused};` : undefined,
    mend: [
      'Correct or delete them before, in this migration or an earlier one. Or add the constraint NOT VALID, which asks',
      'new rows only, mend the old ones, and VALIDATE it then.',
    ],
  };
}
