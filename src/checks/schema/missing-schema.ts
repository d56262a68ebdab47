import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'missing-schema',
  title: 'A schema to check is not there',
  severity: 'error',
  levels: { off: 'error' },
  why: 'Nothing in it was checked, so a report without findings would say nothing.',
};

function find({ catalog, expected }: SchemaFacts) {
  return expected.schemas
    .filter((schema) => !catalog.schemas.includes(schema))
    .map((schema) =>
      findingOf(info, {
        subject: displayIdentifier(schema),
        message: 'This schema was to be checked and is not in the database.',
        evidence: `Schemas there: ${catalog.schemas.map(displayIdentifier).join(', ') || 'none'}.`,
        fix: `CREATE SCHEMA ${quoteIdentifier(schema)};`,
      }),
    );
}

export const missingSchema: SchemaRule = { info, find };
