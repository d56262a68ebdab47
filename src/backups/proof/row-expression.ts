import { quoteIdentifier } from '../../postgres/identifier.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import type { StoredRelation } from './relations.ts';

type Hashed = Pick<StoredRelation, 'schema' | 'name' | 'columns' | 'isInheritanceChild'>;

/**
 * `count(*)` and the sum of the hashes of all rows; the sum alone would miss that 0 was added. By `sum`, since the rows
 * of a pair that is the same would cancel out under xor. `record` before `text`: a cast that the database defines for
 * the table's own type has no say.
 */
export function fingerprintQuery(table: Hashed): string {
  const alias = quoteIdentifier(aliasFor(table.columns));
  return `SELECT pg_catalog.count(*)::text AS rows,
  coalesce(pg_catalog.sum(pg_catalog.hashtextextended(${rowText(table, alias)}, 0)), 0)::text AS hash
FROM ONLY ${qualifiedName(table)} AS ${alias}`;
}

/** By name where the order of columns is not kept: a plain child's inherited columns come first after a restore. */
function rowText({ columns, isInheritanceChild }: Hashed, alias: string): string {
  if (columns.length === 0) return `''::text`;
  if (!isInheritanceChild) return `(${alias}.*)::pg_catalog.record::text`;
  return `ROW(${columns.map((column) => `${alias}.${quoteIdentifier(column)}`).join(', ')})::text`;
}

/** No column's name: `t::text` of a table with a column `t` is that column, and the hash would silently cover no other. */
export function aliasFor(columns: readonly string[]): string {
  let alias = '__r';
  while (columns.includes(alias)) alias += '_';
  return alias;
}
