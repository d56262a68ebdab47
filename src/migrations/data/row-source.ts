/** Where the rows come from: a table as it is, or as the statement itself will have made it. */
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import type { RelationRef } from '../rehearsal/measurement.ts';
import { inBrackets, joinColumns, type SqlExpression } from './sql-expression.ts';

export interface RowSource {
  readonly table: RelationRef;
  /** With the rows of tables that inherit from it; always, of a partitioned table. */
  readonly inherits: boolean;
  /** Whether there are such tables. */
  readonly hasChildren: boolean;
  /** Columns of the primary key; empty: rows are told apart by their place. */
  readonly key: readonly string[];
  /** Columns that the table has now. */
  readonly columns: readonly string[];
  /** Columns that the statement adds or changes: their values as expressions over the columns as they are now. */
  readonly computed: ReadonlyMap<string, SqlExpression>;
}

/** Every column that can be read from the source. */
export function columnsOf({ columns, computed }: RowSource): readonly string[] {
  return [...columns, ...[...computed.keys()].filter((name) => !columns.includes(name))];
}

/** `ONLY "s"."t"`, without an alias, so that expressions can name columns with table and schema. */
export function relationOf({
  table,
  inherits,
  hasChildren,
}: Omit<RowSource, 'key' | 'columns' | 'computed'>): string {
  return `${hasChildren && !inherits ? 'ONLY ' : ''}${qualifiedName(table)}`;
}

/** An item of FROM that can be named by the table's name. */
export function fromItem(source: RowSource): string {
  const { table, computed } = source;
  if (computed.size === 0) return relationOf(source);
  const columns = columnsOf(source).map((name) => {
    const expression = computed.get(name);
    return expression === undefined
      ? quoteIdentifier(name)
      : `${inBrackets(expression.text)} AS ${quoteIdentifier(name)}`;
  });
  return `(SELECT ${['ctid', 'tableoid', ...columns].join(', ')} FROM ${relationOf(source)}) AS ${quoteIdentifier(table.name)}`;
}

export interface KeyPart {
  readonly name: string;
  readonly expression: string;
}

/** A key that the statement changes is of no use; a place is one's own only within one table. */
export function keyParts({ key, computed, inherits, hasChildren }: RowSource): readonly KeyPart[] {
  if (key.length > 0 && !key.some((name) => computed.has(name)))
    return key.map((name) => ({ name, expression: quoteIdentifier(name) }));
  const place = { name: 'ctid', expression: 'ctid' };
  const isSpread = inherits && hasChildren;
  return isSpread ? [{ name: 'table', expression: 'tableoid::pg_catalog.regclass' }, place] : [place];
}

/** Columns that the table has now and on which those of the source rest. */
export function readColumns(
  { computed }: RowSource,
  columns: readonly string[] | 'all',
): readonly string[] | 'all' {
  if (columns === 'all') return 'all';
  return joinColumns(columns.map((name) => computed.get(name)?.columns ?? [name]));
}
