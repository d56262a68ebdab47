/** Foreign keys: rows that refer to a row that is not there. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { optionalText, text } from '../../postgres/row.ts';
import type { RelationRef } from '../rehearsal/measurement.ts';
import type { CheckDraft } from './data-check.ts';
import { countedRows, type Question } from './question.ts';
import { type RowSource, readColumns, relationOf } from './row-source.ts';

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly referenced: RelationRef;
  /** Undefined: its primary key, which is not known before the migration. */
  readonly referencedColumns: readonly string[] | undefined;
  /** MATCH FULL: all columns or none. */
  readonly isFull: boolean;
  readonly operation: string;
}

export function referenceCheck(source: RowSource, key: ForeignKey): CheckDraft {
  const { columns, referenced, referencedColumns, operation } = key;
  const names = columns.map(displayIdentifier).join(', ');
  const target = displayName(referenced);
  const pairs = columns.map((column, index) => pairOf(column, referencedColumns?.[index] ?? '…'));
  const isNow = !columns.some((column) => source.computed.has(column));
  const condition = refusedBy(source, key, pairs);
  const relation = relationOf(source);
  return {
    kind: 'foreign key',
    table: source.table,
    columns,
    reads: [
      { oid: source.table.oid, columns: readColumns(source, columns) },
      { oid: referenced.oid, columns: referencedColumns ?? 'all' },
    ],
    uses: [],
    complaint: {
      one: `has a \`${names}\` that is not in ${target}`,
      many: `have a \`${names}\` that is not in ${target}`,
    },
    operation,
    question: (session) => resolve(session, source, key),
    look:
      isNow && referencedColumns !== undefined ? `SELECT * FROM ${relation} WHERE ${condition};` : undefined,
    mend: [
      'Add the missing rows, or take the references away before, in this migration or an earlier one:',
      `UPDATE ${relation} SET ${columns.map((column) => `${quoteIdentifier(column)} = NULL`).join(', ')} WHERE …;`,
      'Or add the constraint NOT VALID, which asks new rows only, mend the old ones, and VALIDATE it then.',
    ],
  };
}

interface Pair {
  readonly column: string;
  readonly referenced: string;
  /** As SQL. */
  readonly operator: string;
  readonly collation: string | undefined;
}

function pairOf(column: string, referenced: string): Pair {
  return { column, referenced, operator: '=', collation: undefined };
}

/** MATCH SIMPLE lets a row through when one of its columns is null, MATCH FULL when all are. */
function refusedBy({ table }: RowSource, { referenced, isFull }: ForeignKey, pairs: readonly Pair[]): string {
  const own = (column: string) => `${quoteIdentifier(table.name)}.${quoteIdentifier(column)}`;
  const alias = table.name === 'referenced' ? 'referenced_row' : 'referenced';
  const equal = pairs.map(({ column, referenced: target, operator, collation }) => {
    const collated = collation === undefined ? '' : ` COLLATE ${collation}`;
    return `${alias}.${quoteIdentifier(target)} ${operator} ${own(column)}${collated}`;
  });
  const isOnly = referenced.kind !== 'partitioned table' && referenced.oid > 0;
  const missing = `NOT EXISTS (SELECT FROM ${isOnly ? 'ONLY ' : ''}${qualifiedName(referenced)} AS ${alias} WHERE ${equal.join(' AND ')})`;
  const present = pairs.map(({ column }) => `${own(column)} IS DISTINCT FROM NULL`).join(' AND ');
  const simple = `${present} AND ${missing}`;
  if (!isFull || pairs.length < 2) return simple;
  const columns = pairs.map(({ column }) => own(column)).join(', ');
  return `(pg_catalog.num_nulls(${columns}) BETWEEN 1 AND ${pairs.length - 1} OR (${simple}))`;
}

async function resolve(session: Session, source: RowSource, key: ForeignKey): Promise<Question> {
  const referencedColumns = key.referencedColumns ?? (await primaryKeyOf(session, key.referenced));
  if (referencedColumns.length !== key.columns.length)
    return {
      kind: 'unaskable',
      reason: `${displayName(key.referenced)} has no key that fits the columns of the reference`,
    };
  const pairs = await pairsOf(session, source, { ...key, referencedColumns });
  return countedRows(source, { refused: refusedBy(source, key, pairs) });
}

async function primaryKeyOf(session: Session, referenced: RelationRef): Promise<readonly string[]> {
  const rows = await session.query(
    `SELECT a.attname AS name
       FROM pg_catalog.pg_index i
      CROSS JOIN LATERAL pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS key(number, place)
       JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number
      WHERE i.indrelid = pg_catalog.to_regclass($1) AND i.indisprimary AND key.place <= i.indnkeyatts
      ORDER BY key.place`,
    [qualifiedName(referenced)],
  );
  return rows.map((row) => text(row, 'name'));
}

/**
 * A foreign key compares by the equality of the referenced index's operator family and in the referenced column's
 * collation, wherever the operator lies: `=` would be looked up in the search path, and take citext for text where the
 * extension's schema is not in it.
 */
async function pairsOf(
  session: Session,
  source: RowSource,
  key: ForeignKey & { readonly referencedColumns: readonly string[] },
): Promise<readonly Pair[]> {
  const rows = await session.query(operatorsQuery, [
    qualifiedName(source.table),
    qualifiedName(key.referenced),
    key.columns,
    key.referencedColumns,
  ]);
  return key.columns.map((column, index) => {
    const row = rows.find(({ place }) => Number(place) === index + 1);
    const plain = pairOf(column, key.referencedColumns[index] ?? '');
    if (row === undefined) return plain;
    return {
      ...plain,
      operator: optionalText(row, 'operator') ?? plain.operator,
      collation: optionalText(row, 'collation'),
    };
  });
}

/** Strategy 3 of a btree is equality. The equality between the two columns' types is preferred to that of the key's own. */
const operatorsQuery = `
SELECT pair.place,
       (SELECT pg_catalog.format('OPERATOR(%I.%s)', n.nspname, o.oprname)
          FROM pg_catalog.pg_index i
         CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(i.indkey::smallint[]), pg_catalog.unnest(i.indclass::oid[])) AS element(number, class)
          JOIN pg_catalog.pg_opclass c ON c.oid = element.class
          JOIN pg_catalog.pg_amop m ON m.amopfamily = c.opcfamily AND m.amoplefttype = c.opcintype AND m.amopstrategy = 3
          JOIN pg_catalog.pg_operator o ON o.oid = m.amopopr
          JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
         WHERE i.indrelid = p.attrelid AND i.indisunique AND element.number = p.attnum
           AND m.amoprighttype IN (c.opcintype, coalesce(nullif(t.typbasetype, 0), t.oid))
         ORDER BY m.amoprighttype = coalesce(nullif(t.typbasetype, 0), t.oid) DESC LIMIT 1) AS operator,
       CASE WHEN p.attcollation <> f.attcollation AND p.attcollation <> 0 AND f.attcollation <> 0
            THEN (SELECT pg_catalog.format('%I.%I', n.nspname, l.collname) FROM pg_catalog.pg_collation l
                    JOIN pg_catalog.pg_namespace n ON n.oid = l.collnamespace WHERE l.oid = p.attcollation) END AS collation
  FROM ROWS FROM (pg_catalog.unnest($3::text[]), pg_catalog.unnest($4::text[])) WITH ORDINALITY AS pair(column_name, referenced_name, place)
  JOIN pg_catalog.pg_attribute f ON f.attrelid = pg_catalog.to_regclass($1) AND f.attname = pair.column_name
  JOIN pg_catalog.pg_type t ON t.oid = f.atttypid
  JOIN pg_catalog.pg_attribute p ON p.attrelid = pg_catalog.to_regclass($2) AND p.attname = pair.referenced_name`;
