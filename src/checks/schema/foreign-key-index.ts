import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogForeignKey, CatalogIndex } from './catalog.ts';
import { prismaNote, type SchemaFacts, type SchemaRule, sizeText } from './facts.ts';

const info: RuleInfo = {
  id: 'foreign-key-without-index',
  title: 'A foreign key has no index',
  severity: 'warning',
  why: 'Deleting a referenced row, or changing its key, scans the whole referencing table once for every row, with the row lock held. Postgres makes no such index by itself.',
  docs: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
};

function find(facts: SchemaFacts) {
  return facts.catalog.foreignKeys.flatMap((key) => {
    const table = facts.relations.get(key.table);
    if (table === undefined) return [];
    const indexes = facts.indexes.get(key.table) ?? [];
    if (indexes.some((index) => serves(index, key))) return [];
    const columns = key.columns.map(quoteIdentifier).join(', ');
    const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY ';
    return findingOf(info, {
      subject: `${displayName(table)} · ${displayIdentifier(key.name)}`,
      message: `No index begins with ${key.columns.map(displayIdentifier).join(', ')}: a delete in ${displayName({ schema: key.referencedSchema, name: key.referencedName })} scans this whole table.`,
      evidence: `${key.definition}; table: ${sizeText(table)}`,
      fix: `CREATE INDEX ${concurrently}ON ${qualifiedName(table)} (${columns});${prismaNote(facts, 'with @@index in')}`,
    });
  });
}

/**
 * The trigger of a foreign key searches for equality in all of its columns: the index's first keys must be those
 * columns, in any order, in the columns' own collation.
 */
export function serves(index: CatalogIndex, { columns, quotedColumns }: CatalogForeignKey): boolean {
  if (!index.valid || !searchesEquality(index, columns.length)) return false;
  if (!isImpliedPredicate(index.predicate, quotedColumns)) return false;
  const leading = index.keys.slice(0, columns.length);
  return columns.every((column) =>
    leading.some((key) => key.column === column && key.collation === (key.columnCollation ?? 0)),
  );
}

function searchesEquality({ method }: CatalogIndex, columns: number): boolean {
  return method === 'btree' || (method === 'hash' && columns === 1);
}

/** `column IS NOT NULL` follows from the equality that the trigger searches for; any other predicate does not. */
function isImpliedPredicate(predicate: string | null, quotedColumns: readonly string[]): boolean {
  if (predicate === null) return true;
  const terms = predicate.startsWith('((') ? predicate.slice(1, -1).split(' AND ') : [predicate];
  return terms.every((term) => quotedColumns.some((column) => term === `(${column} IS NOT NULL)`));
}

export const foreignKeyWithoutIndex: SchemaRule = { info, find };
