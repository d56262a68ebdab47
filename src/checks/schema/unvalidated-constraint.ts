import { quoteIdentifier } from '../../postgres/identifier.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { displayIdentifier, displayName, qualifiedName } from '../object-name.ts';
import { migrationsTable, type SchemaFacts, type SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'unvalidated-constraint',
  title: 'A constraint was never validated',
  severity: 'warning',
  why: 'It was added NOT VALID and the second step is missing: rows from before may break it, and the planner does not trust it. VALIDATE CONSTRAINT scans the table without blocking writes.',
  docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
};

function find({ catalog }: SchemaFacts) {
  return catalog.unvalidated
    .filter(({ owner }) => owner !== migrationsTable)
    .map(({ name, schema, owner, ownerKind, definition }) => {
      const target = { schema, name: owner };
      return findingOf(info, {
        subject: `${displayName(target)} · ${displayIdentifier(name)}`,
        message: 'This constraint holds for new rows only: those from before were never checked.',
        evidence: definition,
        fix: `ALTER ${ownerKind === 'domain' ? 'DOMAIN' : 'TABLE'} ${qualifiedName(target)} VALIDATE CONSTRAINT ${quoteIdentifier(name)};`,
      });
    });
}

export const unvalidatedConstraint: SchemaRule = { info, find };
