import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { formatBytes } from '../../report/quantity.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { numberOption } from '../../report/rule-policy.ts';
import type { CatalogIndex, CatalogRelation } from './catalog.ts';
import { indexSubject, prismaNote, type SchemaFacts, type SchemaRule } from './facts.ts';
import { serves } from './foreign-key-index.ts';
import { isNeeded } from './index-shape.ts';
import { type Production, productionFor, reasonOf } from './production.ts';
import { ageText, daySeconds, type IndexUse } from './statistics.ts';

const info: RuleInfo = {
  id: 'unused-index',
  title: 'Production does not use an index',
  severity: 'notice',
  levels: { strict: 'warning' },
  options: {
    days: {
      kind: 'number',
      default: 30,
      minimum: 1,
      maximum: 3650,
      description: 'How long production must have counted, and how long nobody has searched the index.',
    },
    'minimum-megabytes': {
      kind: 'number',
      default: 1,
      minimum: 0,
      maximum: 1_000_000,
      description: 'Smaller indexes are not reported.',
    },
  },
  why: 'Every write keeps it up to date for nobody. Searches on replicas are not counted, a yearly report may be further away than the window, and Postgres keeps no date of when an index was made. Unique ones, those of constraints, of the replica identity, and the only one of a foreign key are not reported.',
  docs: 'https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW',
};

function find(facts: SchemaFacts) {
  const production = productionOf(facts);
  if (production.kind === 'skipped') return [];
  const uses = new Map(production.counted.indexes.map((use) => [keyOf(use), use]));
  return [...facts.indexes].flatMap(([oid, indexes]) => {
    const table = facts.relations.get(oid);
    if (table === undefined) return [];
    return indexes.flatMap((index) => {
      const use = uses.get(keyOf(index));
      if (use === undefined || use.table !== table.name || !isUnused(facts, use)) return [];
      return isDroppable(facts, index, indexes) ? [describe(facts, { table, index, use })] : [];
    });
  });
}

function keyOf({ schema, name }: { readonly schema: string; readonly name: string }): string {
  return JSON.stringify([schema, name]);
}

function isUnused({ policy }: SchemaFacts, { scans, lastScanSeconds, bytes }: IndexUse): boolean {
  if (bytes < numberOption(policy, info, 'minimum-megabytes') * 1024 * 1024) return false;
  if (scans === 0) return true;
  return lastScanSeconds !== null && lastScanSeconds > numberOption(policy, info, 'days') * daySeconds;
}

/** The search of a foreign key is rare and dear: its last index stays. */
function isDroppable(facts: SchemaFacts, index: CatalogIndex, ofTable: readonly CatalogIndex[]): boolean {
  if (index.isPartition || !index.valid || isNeeded(index)) return false;
  const keys = facts.catalog.foreignKeys.filter(({ table }) => table === index.table);
  return keys.every(
    (key) => !serves(index, key) || ofTable.some((other) => other !== index && serves(other, key)),
  );
}

interface Unused {
  readonly table: CatalogRelation;
  readonly index: CatalogIndex;
  readonly use: IndexUse;
}

function describe(facts: SchemaFacts, { table, index, use }: Unused) {
  const { statistics } = facts;
  const window = statistics.kind === 'read' ? ageText(statistics.counted.windowSeconds) : '';
  const seen =
    use.scans === 0 || use.lastScanSeconds === null
      ? `not searched once in the ${window} that are counted`
      : `last searched ${ageText(use.lastScanSeconds)} ago, ${use.scans.toLocaleString('en-US')} times before`;
  return findingOf(info, {
    subject: indexSubject(table, index),
    message: 'Production has not used this index for long.',
    evidence: `${index.definition}; ${seen}; ${formatBytes(use.bytes)} in ${displayName(index)}`,
    fix: `DROP INDEX ${index.partitioned ? '' : 'CONCURRENTLY '}${qualifiedName(index)};${prismaNote(facts, 'without it in')}`,
  });
}

function productionOf(facts: SchemaFacts): Production {
  const seconds = numberOption(facts.policy, info, 'days') * daySeconds;
  return productionFor(facts, { seconds, notOnReplica: 'the searches on the primary' });
}

export const unusedIndex: SchemaRule = {
  info,
  find,
  needsStatistics: true,
  skipped: (facts) => reasonOf(productionOf(facts)),
};
