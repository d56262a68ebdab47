import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { TypeMismatch } from './catalog.ts';
import { prismaNote, type SchemaFacts, type SchemaRule, sizeText } from './facts.ts';

const info: RuleInfo = {
  id: 'foreign-key-type-mismatch',
  title: 'A foreign key has another type than its target',
  severity: 'warning',
  why: 'An `integer` that refers to a `bigint` cannot hold the ids that are to come: inserts fail once they pass 2,147,483,647. Other pairs cast on every check. The text types among each other are not reported.',
};

function find(facts: SchemaFacts) {
  return facts.catalog.foreignKeys.flatMap((key) => {
    const table = facts.relations.get(key.table);
    if (table === undefined || key.mismatches.length === 0) return [];
    const target = displayName({ schema: key.referencedSchema, name: key.referencedName });
    const changes = key.mismatches.map(
      ({ column, referencedType }) => `ALTER COLUMN ${quoteIdentifier(column)} TYPE ${referencedType}`,
    );
    return findingOf(info, {
      subject: `${displayName(table)} · ${displayIdentifier(key.name)}`,
      message: `${key.mismatches.map((pair) => pairText(pair, target)).join('; ')}.`,
      evidence: `${key.definition}; table: ${sizeText(table)}`,
      fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock; on a big one add a column and move over.\nALTER TABLE ${qualifiedName(table)} ${changes.join(', ')};${prismaNote(facts, 'with the same type in')}`,
    });
  });
}

function pairText({ column, type, referencedColumn, referencedType }: TypeMismatch, target: string): string {
  return `${displayIdentifier(column)} is ${type}, and ${target}.${displayIdentifier(referencedColumn)} is ${referencedType}`;
}

export const foreignKeyTypeMismatch: SchemaRule = { info, find };
