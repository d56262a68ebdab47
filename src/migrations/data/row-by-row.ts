/** Tries an expression on one row after the other, so that one that raises an error does not end the query. */
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { columnsOf, fromItem, keyParts, type RowSource } from './row-source.ts';
import { inBrackets } from './sql-expression.ts';

/** So many rows are told by their keys. */
export const sampleSize = 5;

export interface RowTest {
  /** Without computed columns: PL/pgSQL cannot be told their types. */
  readonly source: RowSource;
  /** Columns that the expression reads. */
  readonly columns: readonly string[];
  readonly expression: string;
  readonly test: RowTestKind;
}

export type RowTestKind =
  /** Refused: false, or an error. */
  | { readonly kind: 'true' }
  /** Refused: an error. */
  | { readonly kind: 'evaluated' }
  /** Refused: an error when the value is assigned to the type, which is as the source writes it. A literal alone takes any type. */
  | { readonly kind: 'assigned'; readonly type: string; readonly isLiteral: boolean };

/** The setting that holds the answer: DO gives no rows. */
export const answerSetting = 'database_actions.answer';

/**
 * A DO block. It is exact on every version, where `pg_input_is_valid` is not: that came with PostgreSQL 16, knows input
 * of text only, and takes `varchar(3)` otherwise than a cast does. PL/pgSQL assigns to a variable by the rules by which
 * ALTER TYPE assigns to a column: what is too long for `varchar(3)` is an error there, while `::varchar(3)` cuts it. A
 * block with an EXCEPTION clause costs a subtransaction, so one goes on from row to row until a row raises an error; the
 * cursor, opened outside, stays where it was.
 *
 * The columns are variables of a block that is labelled with the table's name, so `email` and `users.email` both resolve.
 * In the cursor's own query a column goes before a variable of PL/pgSQL, such as FOUND.
 */
export function rowByRow(row: RowTest, limitMs: number): string {
  const { source } = row;
  const own = ownPrefix([...columnsOf(source), source.table.name]);
  const columns = row.columns.map((name) => quoteIdentifier(name));
  const keys = keyParts(source).map(({ expression }) => `${expression}::pg_catalog.text`);
  const body = `
#variable_conflict use_column
DECLARE
  ${own}rows NO SCROLL CURSOR FOR SELECT ${[`ARRAY[${keys.join(', ')}] AS ${own}key`, ...columns].join(', ')} FROM ${fromItem(source)};
  ${own}row record;
  ${own}refused bigint := 0;
  ${own}keys jsonb := '[]';
  ${own}states jsonb := '{}';
  ${own}end text;
  ${own}limit timestamptz := pg_catalog.clock_timestamp() + interval '${Math.round(limitMs)} milliseconds';
BEGIN
  ${castGuard(row, own)}
  OPEN ${own}rows;
  WHILE ${own}end IS NULL LOOP
    BEGIN
      LOOP
        FETCH ${own}rows INTO ${own}row;
        IF NOT FOUND THEN ${own}end := 'last row'; EXIT; END IF;
        IF pg_catalog.clock_timestamp() > ${own}limit THEN ${own}end := 'late'; EXIT; END IF;
${trial(row, own)}
      END LOOP;
    EXCEPTION WHEN OTHERS THEN
      -- Not about the row: what is missing or forbidden, too little memory, a write in a read-only transaction.
      IF pg_catalog.left(SQLSTATE, 2) IN ('0A', '25', '40', '42', '53', '54', '55', '57', '58', 'F0', 'XX') THEN RAISE; END IF;
      ${own}refused := ${own}refused + 1;
      ${own}states := ${own}states || pg_catalog.jsonb_build_object(SQLSTATE, coalesce((${own}states ->> SQLSTATE)::bigint, 0) + 1);
      IF ${own}refused <= ${sampleSize} THEN ${own}keys := ${own}keys || pg_catalog.jsonb_build_array(pg_catalog.to_jsonb(${own}row.${own}key)); END IF;
    END;
  END LOOP;
  PERFORM pg_catalog.set_config('${answerSetting}', pg_catalog.jsonb_build_object(
    'rows', ${own}refused, 'end', ${own}end, 'keys', ${own}keys, 'states', ${own}states)::text, true);
END`;
  const tag = dollarTag(body);
  return `DO ${tag}${body} ${tag}`;
}

/** A block of its own for each row; the columns' variables hide ours of the same name. */
function trial({ source, columns, expression, test }: RowTest, own: string): string {
  const value = inBrackets(expression);
  const variables = columns.map(
    (name) =>
      `          ${quoteIdentifier(name)} ${typeOf(source, name)} := ${own}row.${quoteIdentifier(name)};\n`,
  );
  const declared = test.kind === 'assigned' ? test.type : 'boolean';
  const tried = test.kind === 'evaluated' ? `(${value} IS DISTINCT FROM NULL)` : value;
  const judged =
    test.kind === 'true' ? `IF ${own}value IS FALSE THEN RAISE SQLSTATE '23514'; END IF;` : 'NULL;';
  return `        <<${quoteIdentifier(source.table.name)}>>
        DECLARE
${variables.join('')}          ${own}value ${declared} := ${tried};
        BEGIN
          ${judged}
        END;`;
}

function typeOf({ table }: RowSource, column: string): string {
  return `${qualifiedName(table)}.${quoteIdentifier(column)}%TYPE`;
}

/**
 * Types that Postgres would not convert by itself in an assignment are an error of the statement, not of the data:
 * PL/pgSQL would go through text. The rules are those of `find_coercion_pathway` in parse_coerce.c.
 */
function castGuard({ source, expression, test }: RowTest, own: string): string {
  if (test.kind !== 'assigned' || test.isLiteral) return '';
  return `SELECT ${inBrackets(expression)} AS value INTO ${own}row FROM ${relationWithoutRows(source)};
  IF NOT (WITH RECURSIVE types(side, oid) AS (
      VALUES ('from', pg_catalog.pg_typeof(${own}row.value)::oid), ('to', ${quoteLiteral(test.type)}::pg_catalog.regtype::oid)
      UNION ALL SELECT types.side, t.typbasetype FROM types JOIN pg_catalog.pg_type t ON t.oid = types.oid AND t.typtype = 'd'
    ), base AS (
      SELECT types.side, CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN e.oid ELSE t.oid END AS oid,
             t.typcategory, coalesce(e.typtype, t.typtype) AS typtype
        FROM types JOIN pg_catalog.pg_type t ON t.oid = types.oid AND t.typtype <> 'd'
        LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
    ) SELECT (f.oid = t.oid AND (f.typcategory = 'A') = (t.typcategory = 'A')) OR t.typcategory IN ('S', 'C') OR f.typcategory IN ('X', 'C')
          OR EXISTS (SELECT FROM pg_catalog.pg_cast c WHERE c.castsource = f.oid AND c.casttarget = t.oid AND c.castcontext IN ('a', 'i'))
        FROM base f JOIN base t ON f.side = 'from' AND t.side = 'to')
  THEN
    PERFORM pg_catalog.set_config('${answerSetting}', '{"rows": 0, "end": "no cast", "keys": [], "states": {}}', true);
    RETURN;
  END IF;`;
}

function relationWithoutRows(source: RowSource): string {
  return `${fromItem(source)} LIMIT 0`;
}

/** Names of ours must not hide a column or the table. */
function ownPrefix(names: readonly string[]): string {
  let prefix = 'our_';
  while (names.some((name) => name.startsWith(prefix))) prefix = `o${prefix}`;
  return prefix;
}

function dollarTag(body: string): string {
  let tag = '$our$';
  while (body.includes(tag)) tag = tag.replace('$our', '$ourr');
  return tag;
}
