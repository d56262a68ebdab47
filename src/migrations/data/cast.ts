/** Changes of type, and expressions that the statement evaluates for every row: rows whose value does not get through. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import type { CheckDraft } from './data-check.ts';
import { countedRows, type Question } from './question.ts';
import type { RowTest } from './row-by-row.ts';
import { fromItem, type RowSource, readColumns, relationOf } from './row-source.ts';
import { inBrackets, type SqlExpression } from './sql-expression.ts';

export interface Conversion {
  readonly column: string;
  /** As the migration writes it. */
  readonly type: string;
  /** The USING expression, or the column itself. */
  readonly expression: SqlExpression;
  /**
   * False for types that an explicit cast cuts to their length and an assignment does not, and for those that may be
   * domains over one.
   */
  readonly castIsAssignment: boolean;
  /** The expression is a text in quotes or NULL, and nothing else. */
  readonly isLiteral: boolean;
}

/** Rows whose value cannot become one of the new type. */
export function conversionCheck(source: RowSource, conversion: Conversion): CheckDraft {
  const { type, expression } = conversion;
  const { columns } = expression;
  if (columns === 'all') return { ...draft(source, conversion), question: wholeRow };
  const byRow: RowTest = {
    source,
    columns,
    expression: expression.text,
    test: { kind: 'assigned', type, isLiteral: conversion.isLiteral },
  };
  const probe = `SELECT pg_catalog.count(CAST(${inBrackets(expression.text)} AS ${type}\n)) FROM ${fromItem(source)}`;
  return {
    ...draft(source, conversion),
    question: { kind: 'by row', probe: conversion.castIsAssignment ? probe : undefined, byRow },
    look: undefined,
  };
}

const wholeRow: Question = { kind: 'unaskable', reason: 'its expression reads the row as a whole' };

function draft(source: RowSource, { column, type, expression }: Conversion): CheckDraft {
  const name = displayIdentifier(column);
  const shown = type.replaceAll(/\s+/g, ' ');
  return {
    kind: 'cast',
    table: source.table,
    columns: [column],
    reads: [{ oid: source.table.oid, columns: readColumns(source, expression.columns) }],
    uses: expression.uses,
    complaint: {
      one: `has a \`${name}\` that cannot become ${shown}`,
      many: `have a \`${name}\` that cannot become ${shown}`,
    },
    operation: `the change of \`${name}\` to ${shown}`,
    question: wholeRow,
    look: undefined,
    mend: [
      'Correct them before, in this migration or an earlier one, or write a USING expression that takes them:',
      `UPDATE ${relationOf(source)} SET ${quoteIdentifier(column)} = … WHERE …;`,
    ],
  };
}

interface EnumConversion extends Conversion {
  /** What is cast to the enum. */
  readonly value: string;
  readonly labels: readonly string[];
  readonly isArray: boolean;
}

/**
 * To an enum that the same migration makes or changes, as Prisma does for every removed value: the type is not there
 * yet, but its labels are known.
 */
export function enumCheck(source: RowSource, conversion: EnumConversion): CheckDraft {
  const labels = conversion.labels.map((label) => quoteLiteral(label).trim());
  // Without labels nothing but null gets through.
  const list = labels.length === 0 ? 'NULL::pg_catalog.text' : labels.join(', ');
  const unknown = (value: string) =>
    labels.length === 0 ? `${value} IS NOT NULL` : `${value} NOT IN (${list})`;
  const value = `${inBrackets(conversion.value)}::pg_catalog.text`;
  const refused = conversion.isArray
    ? `EXISTS (SELECT FROM pg_catalog.unnest(${value}[]) AS label WHERE ${unknown('label')})`
    : unknown(value);
  return {
    ...draft(source, conversion),
    question: countedRows(source, { refused }),
    look: `SELECT * FROM ${relationOf(source)} WHERE ${refused};`,
  };
}

export interface Evaluation {
  /** Such as `an expression of the index users_lower`. */
  readonly what: string;
  readonly expressions: readonly SqlExpression[];
  /** Rows that are evaluated at all. */
  readonly predicate: SqlExpression | undefined;
  readonly operation: string;
}

/** Rows for which an index's expression, or that of a generated column, raises an error. */
export function evaluationCheck(source: RowSource, evaluation: Evaluation): CheckDraft {
  const { what, predicate, operation } = evaluation;
  const expressions = evaluation.expressions.map(({ text }) => inBrackets(text));
  const parts = [...evaluation.expressions, ...(predicate === undefined ? [] : [predicate])];
  const lists = parts.map(({ columns }) => columns);
  const columns = lists.includes('all') ? undefined : [...new Set(lists.filter(isList).flat())].toSorted();
  const filter = predicate === undefined ? '' : ` WHERE ${inBrackets(predicate.text)}`;
  const probe = `SELECT ${expressions.map((text) => `pg_catalog.count(${text})`).join(', ')} FROM ${fromItem(source)}${filter}`;
  const evaluated = `pg_catalog.num_nulls(${expressions.join(', ')})`;
  const expression =
    predicate === undefined ? evaluated : `CASE WHEN ${inBrackets(predicate.text)} THEN ${evaluated} END`;
  const byRow =
    columns === undefined || source.computed.size > 0
      ? undefined
      : ({ source, columns, expression, test: { kind: 'evaluated' } } as const);
  return {
    kind: 'cast',
    table: source.table,
    columns: columns ?? [],
    reads: [{ oid: source.table.oid, columns: columns === undefined ? 'all' : readColumns(source, columns) }],
    uses: parts.flatMap(({ uses }) => uses),
    complaint: { one: `makes ${what} raise an error`, many: `make ${what} raise an error` },
    operation,
    question: { kind: 'by row', probe, byRow },
    look: undefined,
    mend: [
      'Correct them before, in this migration or an earlier one, or write an expression that takes them.',
    ],
  };
}

function isList(columns: readonly string[] | 'all'): columns is readonly string[] {
  return columns !== 'all';
}
