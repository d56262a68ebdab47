/** UNIQUE, PRIMARY KEY and unique indexes: rows that repeat another one's key. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import type { CheckDraft } from './data-check.ts';
import { type CountedQuestion, sampleOf } from './question.ts';
import { fromItem, keyParts, type RowSource, readColumns, relationOf } from './row-source.ts';
import { inBrackets, joinColumns, type SqlExpression } from './sql-expression.ts';

/** An element of the key: a column or an expression, with the collation by which it is compared. */
export interface KeyElement {
  readonly column: string | undefined;
  readonly expression: SqlExpression;
  /** As SQL, quoted. */
  readonly collation: string | undefined;
}

export interface UniqueKey {
  readonly elements: readonly KeyElement[];
  readonly predicate: SqlExpression | undefined;
  /** NULLS NOT DISTINCT. */
  readonly nullsRepeat: boolean;
  /** Such as `the unique index users_email_key`. */
  readonly operation: string;
}

export function columnElement(name: string): KeyElement {
  return {
    column: name,
    expression: { text: quoteIdentifier(name), columns: [name], uses: [] },
    collation: undefined,
  };
}

/**
 * Rows that would have to go, and groups of rows with the same key. GROUP BY compares as a unique index does: by the
 * type's default equality, which the search path has no part in.
 */
export function uniqueCheck(source: RowSource, key: UniqueKey): CheckDraft {
  const values = key.elements.map(sqlOf);
  const columns = key.elements.map(({ column }) => column);
  const named = columns.filter((column) => column !== undefined);
  const isNow = !named.some((name) => source.computed.has(name));
  const conditions = conditionsOf(key, values);
  const parts = [
    ...key.elements.map(({ expression }) => expression),
    ...(key.predicate ? [key.predicate] : []),
  ];
  const what = key.elements
    .map(({ column, expression }) => (column === undefined ? expression.text : displayIdentifier(column)))
    .join(', ');
  return {
    kind: 'unique',
    table: source.table,
    columns: named,
    reads: [
      {
        oid: source.table.oid,
        columns: readColumns(source, joinColumns(parts.map((part) => part.columns))),
      },
    ],
    uses: parts.flatMap(({ uses }) => uses),
    complaint: {
      one: `repeats the \`${what}\` of another row`,
      many: `repeat the \`${what}\` of another row`,
    },
    operation: key.operation,
    question: questionOf(source, values, conditions),
    look: isNow
      ? `SELECT ${values.join(', ')}, count(*) FROM ${relationOf(source)}${where(conditions)} GROUP BY ${values.map((_, index) => index + 1).join(', ')} HAVING count(*) > 1 ORDER BY count(*) DESC;`
      : undefined,
    mend: [
      'Keep one row of each group: change or delete the others before, in this migration or an earlier one.',
    ],
  };
}

function sqlOf({ expression, collation, column }: KeyElement): string {
  const value = column === undefined ? inBrackets(expression.text) : expression.text;
  return collation === undefined ? value : `${value} COLLATE ${collation}`;
}

function conditionsOf({ predicate, nullsRepeat }: UniqueKey, values: readonly string[]): readonly string[] {
  return [
    ...(predicate === undefined ? [] : [inBrackets(predicate.text)]),
    ...(nullsRepeat ? [] : values.map((value) => `${value} IS DISTINCT FROM NULL`)),
  ];
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** In the sample, rows with the same key stand together. */
function questionOf(
  source: RowSource,
  values: readonly string[],
  conditions: readonly string[],
): CountedQuestion {
  const from = `FROM ${fromItem(source)}${where(conditions)}`;
  const elements = values.map((value, index) => `${value} AS e${index + 1}`).join(', ');
  const names = values.map((_, index) => `e${index + 1}`);
  const rows = (keys: string) =>
    `SELECT * FROM (SELECT *, pg_catalog.count(*) OVER (PARTITION BY ${names.join(', ')}) AS members FROM (SELECT ${keys}, ${elements} ${from} OFFSET 0) AS keyed) AS grouped WHERE members > 1`;
  return {
    kind: 'counted',
    count: `SELECT coalesce(pg_catalog.sum(members - 1), 0) AS rows, pg_catalog.count(*) AS groups FROM (SELECT ${elements}, pg_catalog.count(*) AS members ${from} GROUP BY ${values.map((_, index) => index + 1).join(', ')} HAVING pg_catalog.count(*) > 1) AS repeated`,
    countSome: undefined,
    ...sampleOf(keyParts(source), rows, names),
    byRow: undefined,
  };
}
