import { displayName, parseTableName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogRelation } from './catalog.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'missing-table',
  title: 'An expected table is not there',
  severity: 'error',
  levels: { off: 'error' },
  why: 'The application will fail on its first query of it (SQLSTATE 42P01).',
};

const kindNames: Readonly<Record<string, string>> = { v: 'a view', m: 'a materialised view' };

function find(facts: SchemaFacts) {
  const { expected, catalog } = facts;
  const wanted = expected.tables.map((text) => parseTableName(text, expected.defaultSchema));
  return wanted
    .filter((name) => !catalog.relations.some((relation) => isTable(relation) && sameName(relation, name)))
    .map((name) =>
      findingOf(info, {
        subject: displayName(name),
        message: 'This table is expected and is not in the database.',
        evidence: nearMisses(catalog.relations, name),
      }),
    );
}

type Name = Pick<CatalogRelation, 'schema' | 'name'>;

function isTable({ kind }: CatalogRelation): boolean {
  return ['r', 'p', 'f'].includes(kind);
}

function sameName(left: Name, right: Name): boolean {
  return left.schema === right.schema && left.name === right.name;
}

/** What may be meant: another schema, another case, a view. */
function nearMisses(relations: readonly CatalogRelation[], wanted: Name): string {
  const near = relations.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
  if (near.length === 0) return 'No table or view of this name is in the schemas that were checked.';
  const names = near.map((relation) => {
    const kind = kindNames[relation.kind];
    return kind === undefined ? displayName(relation) : `${displayName(relation)} (${kind})`;
  });
  return `Near it: ${names.join(', ')}.`;
}

export const missingTable: SchemaRule = { info, find };
