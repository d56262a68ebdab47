import { groupBy } from '../../group-by.ts';
import { displayIdentifier, displayName } from '../../postgres/object-name.ts';
import type { Finding } from '../../report/finding.ts';
import { formatBytes } from '../../report/quantity.ts';
import type { RuleInfo } from '../../report/rule.ts';
import type { RulePolicy } from '../../report/rule-policy.ts';
import type { Catalog, CatalogColumn, CatalogIndex, CatalogRelation } from './catalog.ts';
import type { ExpectedTable } from './expected-table.ts';
import type { MigrationHistory } from './migration-history.ts';
import type { Statistics } from './statistics.ts';

/** An index that a migration made, so that it has to be there. */
export interface ExpectedIndex {
  readonly name: string;
  /** `table` or `schema.table`. */
  readonly table: string;
  /** The statement that makes it, to be offered as the fix. */
  readonly sql?: string;
}

/** What the schema rules decide on. All of it was read before the first rule runs. */
export interface SchemaFacts {
  readonly catalog: Catalog;
  /** Relations by oid. */
  readonly relations: ReadonlyMap<number, CatalogRelation>;
  /** Indexes by the oid of their table. */
  readonly indexes: ReadonlyMap<number, readonly CatalogIndex[]>;
  /** Columns by the oid of their table, in its order. */
  readonly columns: ReadonlyMap<number, readonly CatalogColumn[]>;
  readonly histories: readonly MigrationHistory[];
  /** Of the parent: the branch itself has served nobody. */
  readonly statistics: Statistics;
  /** Levels and options of the rules. */
  readonly policy: RulePolicy;
  readonly drift: Drift;
  readonly expected: Expectations;
}

export interface Expectations {
  readonly tables: readonly string[];
  /** Declared with what they hold. */
  readonly shapes: readonly ExpectedTable[];
  readonly indexes: readonly ExpectedIndex[];
  readonly extensions: readonly string[];
  readonly schemas: readonly string[];
  /** Of names without a schema. */
  readonly defaultSchema: string;
}

/** `sql` is what would bring the database to the state that the Prisma schema describes. */
export type Drift =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly sql: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface SchemaRule {
  readonly info: RuleInfo;
  readonly find: (facts: SchemaFacts) => readonly Finding[];
  /** It speaks about how production uses the schema. */
  readonly needsStatistics?: true;
  /** What the rule could not look at, and why; one sentence part each, such as "no statistics of production were given". */
  readonly skipped?: (facts: SchemaFacts) => readonly string[];
}

/** Prisma's own table of applied migrations; no rule but the one about its rows speaks about it. */
export const migrationsTable = '_prisma_migrations';

export function collectFacts(
  catalog: Catalog,
  rest: Omit<SchemaFacts, 'catalog' | 'relations' | 'indexes' | 'columns'>,
): SchemaFacts {
  const relations = new Map(
    catalog.relations
      .filter(({ name }) => name !== migrationsTable)
      .map((relation) => [relation.oid, relation]),
  );
  const indexes = groupBy(
    catalog.indexes.filter(({ table }) => relations.has(table)),
    ({ table }) => table,
  );
  const columns = groupBy(
    catalog.columns
      .filter(({ table }) => relations.has(table))
      .toSorted((left, right) => left.position - right.position),
    ({ table }) => table,
  );
  return { ...rest, catalog, relations, indexes, columns };
}

/** Ordinary and partitioned tables, without partitions: what a rule says of the parent holds for them. */
export function topTables(facts: SchemaFacts): readonly CatalogRelation[] {
  return [...facts.relations.values()].filter(({ kind, isPartition }) => /^[rp]$/.test(kind) && !isPartition);
}

/** "about 1,200 rows, 96 kB at the last analyse", or that nothing is known. */
export function sizeText({ rows, bytes }: Pick<CatalogRelation, 'rows' | 'bytes'>): string {
  if (rows < 0) return 'never analysed, so its size is not known';
  return `about ${Math.round(rows).toLocaleString('en-US')} rows, ${formatBytes(bytes)} (estimates of the last analyse)`;
}

/**
 * A last line for SQL that changes what the Prisma schema describes, where Prisma is in use: pasted into the database
 * alone, it would be tomorrow's drift.
 */
export function prismaNote({ histories }: SchemaFacts, change: string): string {
  return histories.length === 0
    ? ''
    : `\n-- As a migration, and ${change} the Prisma schema: else it is drift.`;
}

/** `schema.table.index` for reading. */
export function indexSubject(table: CatalogRelation, index: CatalogIndex): string {
  return `${displayName(table)} · ${displayIdentifier(index.name)}`;
}
