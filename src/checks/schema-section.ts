import { groupBy } from '../group-by.ts';
import { counted } from '../report/quantity.ts';
import type { Block, Section, Text } from '../report/section.ts';
import { acceptedBlocks } from './accepted-block.ts';
import type { SchemaCheck } from './check-schema.ts';
import { countText, statusOf } from './section-status.ts';

/** The section of the report. */
export function schemaSection(check: SchemaCheck): Section {
  const { tables, indexes } = check.counts;
  const looked = `${counted(tables, 'table')} and ${counted(indexes, 'index', 'indexes')} checked`;
  return {
    id: 'check-schema',
    title: 'Schema',
    status: statusOf(check.findings),
    summary: `${looked}, ${countText(check.findings)}`,
    blocks: [facts(check), ...skippedBlocks(check), ...acceptedBlocks(check.accepted)],
    findings: check.findings,
  };
}

function facts(check: SchemaCheck): Block {
  const rows: (readonly [string, Text])[] = [['Schemas', check.schemas.join(', ') || 'none']];
  if (check.providerSchemas.length > 0)
    rows.push(["Provider's schemas, left out", check.providerSchemas.join(', ')]);
  const { tables, partitions, indexes, foreignKeys, sequences } = check.counts;
  const parts = partitions === 0 ? '' : ` and ${counted(partitions, 'partition')}`;
  rows.push(
    ['Tables', `${tables}${parts}`],
    ['Indexes', String(indexes)],
    ['Foreign keys', String(foreignKeys)],
  );
  if (sequences > 0) rows.push(['Sequences', String(sequences)]);
  if (check.extensions.length > 0) rows.push(['Extensions', check.extensions.join(', ')]);
  rows.push(['Prisma schema', driftTexts[check.drift]]);
  if (check.ignored > 0) rows.push(['Ignored', counted(check.ignored, 'finding')]);
  return { kind: 'facts', rows };
}

/** One folded line, however many rules it is about. */
function skippedBlocks({ skipped }: SchemaCheck): readonly Block[] {
  if (skipped.length === 0) return [];
  const byReason = groupBy(skipped, ({ reason }) => reason);
  const items = [...byReason].map(
    ([reason, rules]): Text => `${rules.map(({ rule }) => rule).join(', ')}: ${reason}`,
  );
  const rules = new Set(skipped.map(({ rule }) => rule)).size;
  return [
    {
      kind: 'details',
      title: `${counted(rules, 'rule')} could not look at everything`,
      blocks: [{ kind: 'list', items }],
    },
  ];
}

const driftTexts: Readonly<Record<SchemaCheck['drift'], string>> = {
  'not-asked': 'not compared',
  none: 'the database is what it says',
  found: 'the database differs from it',
  unknown: 'could not be compared',
};
