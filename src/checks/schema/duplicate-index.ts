import { groupBy } from '../../group-by.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, qualifiedName } from '../../postgres/object-name.ts';
import { formatBytes } from '../../report/quantity.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogIndex, CatalogRelation } from './catalog.ts';
import { indexSubject, prismaNote, type SchemaFacts, type SchemaRule } from './facts.ts';
import { covers, indexShape, isNeeded } from './index-shape.ts';

const duplicateInfo: RuleInfo = {
  id: 'duplicate-index',
  title: 'Two indexes are the same',
  severity: 'warning',
  why: 'Every write keeps both up to date, every backup and cache holds both, and no query gains. Indexes that differ in uniqueness are the same when the plain one adds nothing.',
};

function findDuplicates(facts: SchemaFacts) {
  return eachTable(facts, (table, indexes) => {
    const groups = groupBy(indexes, indexShape);
    return [...groups.values()].flatMap((group) => {
      const [kept, ...others] = group.toSorted(byNeed);
      if (kept === undefined) return [];
      return others
        .filter((index) => isImplied(index, kept))
        .map((index) =>
          findingOf(duplicateInfo, {
            subject: indexSubject(table, index),
            message: `This index is the same as ${displayIdentifier(kept.name)}.`,
            evidence: `${index.definition} (${formatBytes(index.bytes)})\n${kept.definition} (${formatBytes(kept.bytes)})`,
            fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
          }),
        );
    });
  });
}

/** The one to keep comes first: what belongs to the parent's index, a primary key, a constraint, what a foreign key or the replica identity needs, a unique one. */
function byNeed(left: CatalogIndex, right: CatalogIndex): number {
  const rank = (index: CatalogIndex) =>
    [
      index.isPartition,
      index.primary,
      index.referencedByForeignKey,
      index.replicaIdentity,
      index.constraint !== null,
      index.unique,
    ].map(Number);
  const [a, b] = [rank(left), rank(right)];
  const first = a.findIndex((value, position) => value !== b[position]);
  if (first >= 0) return (b[first] ?? 0) - (a[first] ?? 0);
  return left.name < right.name ? -1 : 1;
}

/** What `index` promises, `kept` promises too, and nothing points at `index`. */
function isImplied(index: CatalogIndex, kept: CatalogIndex): boolean {
  if (index.isPartition || index.referencedByForeignKey || index.replicaIdentity || index.exclusion)
    return false;
  if (!index.unique) return true;
  const asStrict = kept.nullsNotDistinct === index.nullsNotDistinct || kept.primary;
  return kept.unique && kept.immediate === index.immediate && asStrict;
}

const redundantInfo: RuleInfo = {
  id: 'redundant-index',
  title: 'An index is the beginning of another',
  severity: 'notice',
  why: 'A B-tree on (a, b) serves searches for a as well. The shorter one may still be wanted when it is much smaller and much used; look at `pg_stat_user_indexes` of production first.',
};

function findRedundant(facts: SchemaFacts) {
  return eachTable(facts, (table, indexes) =>
    indexes.flatMap((index) => {
      const wider = indexes.find(
        (other) => other !== index && covers(other, index) && indexShape(other) !== indexShape(index),
      );
      if (wider === undefined || index.isPartition || isNeeded(index)) return [];
      return findingOf(redundantInfo, {
        subject: indexSubject(table, index),
        message: `Every search that this index serves is served by ${displayIdentifier(wider.name)} too.`,
        evidence: `${index.definition} (${formatBytes(index.bytes)})\n${wider.definition} (${formatBytes(wider.bytes)})`,
        fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
      });
    }),
  );
}

type OfTable<T> = (table: CatalogRelation, indexes: readonly CatalogIndex[]) => readonly T[];

/** Invalid indexes are left out: they have a rule of their own and replace nothing. */
function eachTable<T>(facts: SchemaFacts, work: OfTable<T>): readonly T[] {
  return [...facts.indexes].flatMap(([oid, indexes]) => {
    const table = facts.relations.get(oid);
    return table === undefined
      ? []
      : work(
          table,
          indexes.filter(({ valid }) => valid),
        );
  });
}

function dropIndex(table: CatalogRelation, index: CatalogIndex): string {
  if (index.constraint !== null)
    return `ALTER TABLE ${qualifiedName(table)} DROP CONSTRAINT ${quoteIdentifier(index.constraint)};`;
  return `DROP INDEX ${index.partitioned ? '' : 'CONCURRENTLY '}${qualifiedName(index)};`;
}

export const duplicateIndex: SchemaRule = { info: duplicateInfo, find: findDuplicates };
export const redundantIndex: SchemaRule = { info: redundantInfo, find: findRedundant };
