import { parseTableName, qualifiedName } from '../../postgres/object-name.ts';
import { formatBytes } from '../../report/quantity.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogIndex, CatalogRelation } from './catalog.ts';
import { indexSubject, type SchemaFacts, type SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'invalid-index',
  title: 'An index is invalid',
  severity: 'error',
  why: 'CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY failed half way and left it: no query uses it, a unique one does not hold, and every write may still pay for it. One that is being built right now is a notice.',
  docs: 'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
};

function find(facts: SchemaFacts) {
  return [...facts.indexes].flatMap(([oid, indexes]) => {
    const table = facts.relations.get(oid);
    if (table === undefined) return [];
    return indexes.filter(({ valid }) => !valid).map((index) => describe(facts, table, index));
  });
}

function describe(facts: SchemaFacts, table: CatalogRelation, index: CatalogIndex) {
  const common = { subject: indexSubject(table, index) };
  if (index.building)
    return findingOf(info, {
      ...common,
      severity: 'notice',
      message: 'This index is being built by another session right now.',
      evidence: index.definition,
    });
  const wanted = isExpected(facts, table, index) ? ' A migration makes it and counts on it.' : '';
  return findingOf(info, {
    ...common,
    message: `This index is invalid: no query uses it.${wanted}`,
    evidence: `${index.definition}; indisvalid = false, ${formatBytes(index.bytes)}`,
    fix: repair(index),
  });
}

function isExpected({ expected }: SchemaFacts, table: CatalogRelation, index: CatalogIndex): boolean {
  return expected.indexes.some((wanted) => {
    const name = parseTableName(wanted.table, expected.defaultSchema);
    return wanted.name === index.name && name.schema === table.schema && name.name === table.name;
  });
}

/** What REINDEX CONCURRENTLY leaves behind (`_ccnew`, `_ccold`) is to be dropped, not built again. */
function repair(index: CatalogIndex): string {
  const name = qualifiedName(index);
  if (index.partitioned)
    return `-- Make the index on every partition that lacks it, then attach each; the parent becomes valid with the last.\nALTER INDEX ${name} ATTACH PARTITION "schema"."index of the partition";`;
  if (/_cc(new|old)\d*$/.test(index.name)) return `DROP INDEX CONCURRENTLY ${name};`;
  if (index.exclusion) return `REINDEX INDEX ${name};`;
  const duplicates = index.unique
    ? '-- Remove duplicate rows first: they are why a unique index fails.\n'
    : '';
  return `${duplicates}REINDEX INDEX CONCURRENTLY ${name};`;
}

export const invalidIndex: SchemaRule = { info, find };
