/** EXCLUDE constraints: rows that are in conflict with another one. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import type { CheckDraft } from './data-check.ts';
import { countLimit, sampleOf } from './question.ts';
import { fromItem, keyParts, type RowSource, readColumns } from './row-source.ts';
import { inBrackets, joinColumns, type SqlExpression } from './sql-expression.ts';

export interface Exclusion {
  readonly elements: readonly {
    readonly column: string | undefined;
    readonly expression: SqlExpression;
    readonly collation: string | undefined;
    /** Schema, where given, and symbol. */
    readonly operator: readonly string[];
  }[];
  readonly predicate: SqlExpression | undefined;
  readonly operation: string;
}

/** Undefined where an operator's name is none: the statement fails for another reason. */
export function exclusionCheck(source: RowSource, exclusion: Exclusion): CheckDraft | undefined {
  const operators = exclusion.elements.map(({ operator }) => operatorSql(operator));
  if (operators.includes(undefined)) return undefined;
  const { elements, predicate } = exclusion;
  const parts = [...elements.map(({ expression }) => expression), ...(predicate ? [predicate] : [])];
  const columns = elements.flatMap(({ column }) => column ?? []);
  const what = elements
    .map(({ column, expression }) => (column === undefined ? expression.text : displayIdentifier(column)))
    .join(', ');
  return {
    kind: 'exclusion',
    table: source.table,
    columns,
    reads: [
      { oid: source.table.oid, columns: readColumns(source, joinColumns(parts.map((part) => part.columns))) },
    ],
    uses: parts.flatMap(({ uses }) => uses),
    complaint: {
      one: `is in conflict with another by \`${what}\``,
      many: `are in conflict with another by \`${what}\``,
    },
    operation: exclusion.operation,
    question: questionOf(source, exclusion, operators),
    look: undefined,
    mend: ['Change or delete one of each pair before, in this migration or an earlier one.'],
  };
}

/** A null is in conflict with nothing: the operator gives null. The access method makes no difference to the answer. */
function questionOf(source: RowSource, exclusion: Exclusion, operators: readonly (string | undefined)[]) {
  const values = exclusion.elements.map(({ column, expression, collation }, index) => {
    const value = column === undefined ? inBrackets(expression.text) : quoteIdentifier(column);
    return `${value}${collation === undefined ? '' : ` COLLATE ${collation}`} AS e${index + 1}`;
  });
  const place = 'tableoid AS t, ctid AS c';
  const predicate = exclusion.predicate === undefined ? '' : ` WHERE ${inBrackets(exclusion.predicate.text)}`;
  const from = `FROM ${fromItem(source)}${predicate}`;
  const conflict = operators.map((operator, index) => `mine.e${index + 1} ${operator} other.e${index + 1}`);
  const rows = (keys: string) =>
    `SELECT * FROM (SELECT ${[...(keys === '' ? [] : [keys]), place, ...values].join(', ')} ${from}) AS mine WHERE EXISTS (SELECT FROM (SELECT ${[place, ...values].join(', ')} ${from}) AS other WHERE (other.c <> mine.c OR other.t <> mine.t) AND ${conflict.join(' AND ')})`;
  return {
    kind: 'counted' as const,
    count: `SELECT pg_catalog.count(*) AS rows FROM (${rows('')}) AS refused`,
    countSome: `SELECT pg_catalog.count(*) AS rows FROM (${rows('')} LIMIT ${countLimit}) AS refused`,
    ...sampleOf(keyParts(source), rows),
    byRow: undefined,
  };
}

function operatorSql(name: readonly string[]): string | undefined {
  const symbol = name.at(-1) ?? '';
  if (!/^[+\-*/<>=~!@#%^&|`?]+$/.test(symbol) || /--|\/\*/.test(symbol)) return undefined;
  const schemas = name.slice(0, -1).map((part) => `${quoteIdentifier(part)}.`);
  return `OPERATOR(${schemas.join('')}${symbol})`;
}
