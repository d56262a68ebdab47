import { quoteIdentifier } from '../../postgres/identifier.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import { displayIdentifier, displayName, qualifiedName } from '../object-name.ts';
import { migrationsTable, type SchemaFacts, type SchemaRule, topTables } from './facts.ts';

const info: RuleInfo = {
  id: 'not-visible',
  title: 'Something could not be looked at',
  severity: 'notice',
  why: 'The role of the connection lacks a privilege, or there was nothing to check: the absence of findings says nothing about it.',
};

function find(facts: SchemaFacts) {
  return [...hiddenHistories(facts), ...hiddenSequences(facts), ...nothingThere(facts)];
}

function hiddenHistories({ catalog, histories }: SchemaFacts) {
  return histories
    .filter(({ kind }) => kind === 'unreadable')
    .map(({ schema }) =>
      findingOf(info, {
        subject: displayName({ schema, name: migrationsTable }),
        message:
          'The role may not read this table (or not all of its rows): failed migrations would not be seen.',
        fix: `GRANT SELECT ON ${qualifiedName({ schema, name: migrationsTable })} TO ${quoteIdentifier(catalog.role)};`,
      }),
    );
}

function hiddenSequences({ catalog }: SchemaFacts) {
  const hidden = catalog.sequences.filter(({ readable }) => !readable).map(displayName);
  if (hidden.length === 0) return [];
  return [
    findingOf(info, {
      subject: 'sequences',
      message: `The role may not read ${hidden.length} of ${catalog.sequences.length} sequences: how near their end they are is not known.`,
      evidence: `${hidden.slice(0, 10).join(', ')}${hidden.length > 10 ? ', …' : ''}`,
    }),
  ];
}

function nothingThere(facts: SchemaFacts) {
  if (topTables(facts).length > 0) return [];
  return [
    findingOf(info, {
      subject: 'tables',
      message: 'The schemas that were checked hold no table.',
      evidence: `Schemas: ${facts.catalog.schemas.map(displayIdentifier).join(', ') || 'none'}.`,
    }),
  ];
}

export const notVisible: SchemaRule = { info, find };
