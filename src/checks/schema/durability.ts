/** Tables whose rows do not reach a replica, or do not outlive a crash. */
import { groupBy } from '../../group-by.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogRelation } from './catalog.ts';
import { type SchemaFacts, type SchemaRule, sizeText, topTables } from './facts.ts';

const publishedInfo: RuleInfo = {
  id: 'published-without-identity',
  title: 'A published table cannot be updated',
  severity: 'error',
  why: 'A publication sends updates and deletes of it, and nothing tells which row is meant: every UPDATE and DELETE fails with “does not have a replica identity” (SQLSTATE 55000).',
  docs: 'https://www.postgresql.org/docs/current/logical-replication-publication.html#LOGICAL-REPLICATION-PUBLICATION-REPLICA-IDENTITY',
};

function findPublished(facts: SchemaFacts) {
  const lacking = facts.catalog.published.filter(({ table: oid }) => {
    const table = facts.relations.get(oid);
    return table !== undefined && !hasIdentity(facts, table);
  });
  return [...groupBy(lacking, ({ root }) => root)].flatMap(([root, parts]) => {
    const table = facts.relations.get(root);
    if (table === undefined) return [];
    const names = [...new Set(parts.flatMap(({ publications }) => publications))].toSorted();
    return findingOf(publishedInfo, {
      subject: displayName(table),
      message: `UPDATE and DELETE of this table fail: it is published without a replica identity.`,
      evidence: `${names.length === 1 ? 'Publication' : 'Publications'} ${names.map(displayIdentifier).join(', ')}${table.kind === 'p' ? `; ${parts.length} of its partitions` : ''}; ${sizeText(table)}`,
      fix: `-- Best a primary key; until there is one, whole rows are compared:\n${parts.map((part) => replicaIdentity(facts.relations.get(part.table) ?? table)).join('\n')}`,
    });
  });
}

function replicaIdentity(table: CatalogRelation): string {
  return `ALTER TABLE ${qualifiedName(table)} REPLICA IDENTITY FULL;`;
}

/** As Postgres asks before every UPDATE: a deferrable primary key is none. */
function hasIdentity(facts: SchemaFacts, { oid, replicaIdentity: kind }: CatalogRelation): boolean {
  const indexes = (facts.indexes.get(oid) ?? []).filter(({ valid, immediate }) => valid && immediate);
  if (kind === 'f') return true;
  if (kind === 'i') return indexes.some((index) => index.replicaIdentity);
  return kind === 'd' && indexes.some(({ primary }) => primary);
}

const unloggedInfo: RuleInfo = {
  id: 'unlogged-table',
  title: 'A table is unlogged',
  severity: 'notice',
  levels: { strict: 'warning' },
  why: 'It is empty after a crash, on every replica, and in a restore to a point in time; on Neon after every restart of the compute, which a suspend is. Right for a cache only.',
  docs: 'https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED',
};

function findUnlogged(facts: SchemaFacts) {
  return topTables(facts)
    .filter(({ persistence }) => persistence === 'u')
    .map((table) =>
      findingOf(unloggedInfo, {
        subject: displayName(table),
        message: 'The rows of this table do not outlive a crash.',
        evidence: sizeText(table),
        fix: `-- Writes the whole table to the WAL under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${qualifiedName(table)} SET LOGGED;`,
      }),
    );
}

export const publishedWithoutIdentity: SchemaRule = { info: publishedInfo, find: findPublished };
export const unloggedTable: SchemaRule = { info: unloggedInfo, find: findUnlogged };
