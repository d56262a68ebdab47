import { quoteIdentifier } from '../../postgres/identifier.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { displayIdentifier, displayName, qualifiedName } from '../object-name.ts';
import type { CatalogIndex, CatalogRelation } from './catalog.ts';
import { prismaNote, type SchemaFacts, type SchemaRule, sizeText, topTables } from './facts.ts';

const info: RuleInfo = {
  id: 'table-without-primary-key',
  title: 'A table has no primary key',
  severity: 'warning',
  why: 'Rows cannot be told apart, logical replication cannot repeat an UPDATE or DELETE, and tools that copy or compare tables fall back to whole rows. Partitions and unlogged tables are not reported.',
  docs: 'https://www.postgresql.org/docs/current/logical-replication-publication.html',
};

const identityText: Readonly<Record<string, string>> = {
  d: 'REPLICA IDENTITY DEFAULT without a key: UPDATE and DELETE fail once the table is published',
  n: 'REPLICA IDENTITY NOTHING: UPDATE and DELETE fail once the table is published',
  f: 'REPLICA IDENTITY FULL: every replicated UPDATE and DELETE compares whole rows',
  i: 'REPLICA IDENTITY USING INDEX: logical replication works',
};

function find(facts: SchemaFacts) {
  return topTables(facts)
    .filter(({ persistence }) => persistence === 'p')
    .filter(({ oid }) => !(facts.indexes.get(oid) ?? []).some(({ primary }) => primary))
    .map((table) => {
      const candidate = (facts.indexes.get(table.oid) ?? []).find(canBecomePrimaryKey);
      return findingOf(info, {
        subject: displayName(table),
        message:
          candidate === undefined
            ? 'This table has no primary key.'
            : `This table has no primary key, though its unique index ${displayIdentifier(candidate.name)} could be one.`,
        evidence: `${identityText[table.replicaIdentity] ?? ''}; ${sizeText(table)}`,
        fix: `${addPrimaryKey(table, candidate)}${prismaNote(facts, 'with @id or @@id in')}`,
      });
    });
}

/** As ALTER TABLE … ADD PRIMARY KEY USING INDEX demands: unique, whole, on plain columns that are all NOT NULL. */
function canBecomePrimaryKey(index: CatalogIndex): boolean {
  const plain = index.keys.every(
    ({ column, option, notNull }) => column !== null && option === 0 && notNull === true,
  );
  return plain && index.unique && index.valid && index.immediate && index.predicate === null;
}

function addPrimaryKey(table: CatalogRelation, index: CatalogIndex | undefined): string {
  const name = qualifiedName(table);
  if (index === undefined)
    return `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD COLUMN "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;`;
  if (index.constraint === null && table.kind === 'r')
    return `ALTER TABLE ${name} ADD ${constraintName(table)}PRIMARY KEY USING INDEX ${quoteIdentifier(index.name)};`;
  const columns = index.keys.map(({ column }) => quoteIdentifier(column ?? '')).join(', ');
  return `-- Builds an index under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD PRIMARY KEY (${columns});`;
}

/** The name that Postgres and Prisma give by themselves; with USING INDEX it would be the index's. */
function constraintName({ name }: CatalogRelation): string {
  const wanted = `${name}_pkey`;
  return Buffer.byteLength(wanted) > longestName ? '' : `CONSTRAINT ${quoteIdentifier(wanted)} `;
}

/** NAMEDATALEN - 1 (https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS). */
const longestName = 63;

export const tableWithoutPrimaryKey: SchemaRule = { info, find };
