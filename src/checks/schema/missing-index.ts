import { displayIdentifier, displayName, parseTableName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { ExpectedIndex, SchemaFacts, SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'missing-index',
  title: 'An index of a migration is not there',
  severity: 'error',
  levels: { off: 'error' },
  why: 'A migration made it and something took it away (or the migration was marked as applied and never ran): queries that count on it scan the table. An index that is there and invalid is reported as `invalid-index`.',
};

function find(facts: SchemaFacts) {
  return facts.expected.indexes
    .filter((wanted) => !isThere(facts, wanted))
    .map((wanted) => {
      const table = parseTableName(wanted.table, facts.expected.defaultSchema);
      return findingOf(info, {
        subject: `${displayName(table)} · ${displayIdentifier(wanted.name)}`,
        message: 'A migration makes this index and it is not in the database.',
        evidence: nearMisses(facts, wanted, table.name),
        ...(wanted.sql === undefined ? {} : { fix: wanted.sql }),
      });
    });
}

function isThere({ catalog, expected, relations }: SchemaFacts, wanted: ExpectedIndex): boolean {
  const table = parseTableName(wanted.table, expected.defaultSchema);
  return catalog.indexes.some((index) => {
    if (index.name !== wanted.name) return false;
    const owner = relations.get(index.table);
    return owner?.schema === table.schema && owner.name === table.name;
  });
}

function nearMisses({ catalog }: SchemaFacts, wanted: ExpectedIndex, tableName: string): string {
  const elsewhere = catalog.indexes.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  if (elsewhere.length > 0)
    return `An index of this name is elsewhere: ${elsewhere.map(({ definition }) => definition).join('; ')}`;
  const tables = catalog.relations.filter(({ name }) => name === tableName).map(({ oid }) => oid);
  const names = catalog.indexes.filter(({ table }) => tables.includes(table)).map(({ name }) => name);
  return names.length === 0
    ? 'The table has no index at all, or is not there.'
    : `Indexes of the table: ${names.toSorted().map(displayIdentifier).join(', ')}.`;
}

export const missingIndex: SchemaRule = { info, find };
