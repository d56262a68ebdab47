/** Whatever comes: nothing throws, and no name gets out of its quotes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { sqlTokens } from '../../../src/migrations/hazards/sql-tokens.ts';
import { nodesOf } from '../../../src/migrations/parse-tree.ts';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { createTestDatabase } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import { hazardous } from './corpus/hazardous.ts';
import { safe } from './corpus/safe.ts';
import { transactions } from './corpus/transactions.ts';
import { catalogOf, judge, parser } from './scene.ts';

const corpus = [...safe, ...hazardous, ...transactions];

let before: RehearsalCatalog;
beforeAll(async () => {
  await using db = await createTestDatabase();
  await db.query(baseSchema);
  before = await catalogOf(db.uri);
});

function textsOf(sql: string | readonly string[]): readonly string[] {
  return typeof sql === 'string' ? [sql] : sql;
}

describe('scripts cut off anywhere', () => {
  test.each(corpus)('$title', ({ sql, transport = 'statements' }) => {
    for (const text of textsOf(sql))
      for (let length = 0; length < text.length; length += 1 + Math.floor(text.length / 40)) {
        const { hazards } = judge([text.slice(0, length), text.slice(length)], { before, transport });
        for (const { finding } of hazards) expect(parser.parse(finding.fix ?? '').kind).toBe('parsed');
      }
  });
});

const own = [
  ...new Set(
    'Role job_state users teams posts comments events events_2025 events_2026 events_2027 events_2028 invoices active_users post_counts age name nickname email seen slug code author_id team_id title body user_id post_id kind words data role balance created_at id at users_email_key users_created_at_idx posts_author_id_idx posts_author_id_fkey users_nickname_short posts_team_id_fkey posts_state_idx'.split(
      ' ',
    ),
  ),
];

const labels = ['USER', 'EDITOR', 'ADMIN', 'OWNER', 'queued', 'running', 'done'];

const venoms = [
  'a; DROP TABLE x; --',
  '"; DROP TABLE x; --',
  "'; DROP TABLE x; --",
  'é😀 $$\n-- x\r\n',
  '*/ /* )',
  '\\',
  'SELECT',
];

describe.each(venoms)('names with %j', (venom) => {
  const poisoned = (name: string) => (own.includes(name) ? `${name}${venom}` : name);
  const poisonedLabel = (label: string) => `${label}${venom}`;
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

  function poisonedSql(text: string): string {
    let result = '';
    let at = 0;
    for (const { kind, start, end } of sqlTokens(text)) {
      const written = text.slice(start, end);
      const name = kind === 'word' ? written : written.startsWith('"') ? written.slice(1, -1) : '';
      const label = written.startsWith("'") ? written.slice(1, -1) : '';
      result += text.slice(at, start);
      if (own.includes(name)) result += quoted(poisoned(name));
      else if (labels.includes(label)) result += `'${poisonedLabel(label).replaceAll("'", "''")}'`;
      else result += written;
      at = end;
    }
    return result + text.slice(at);
  }

  function poisonedCatalog(): RehearsalCatalog {
    const named = <T extends { readonly name: string }>(things: readonly T[]) =>
      things.map((thing) => ({ ...thing, name: poisoned(thing.name) }));
    return {
      ...before,
      relations: named(before.relations),
      columns: named(before.columns).map((one) => ({ ...one, type: poisonedSql(one.type) })),
      enums: named(before.enums).map((one) => ({ ...one, labels: one.labels.map(poisonedLabel) })),
      constraints: named(before.constraints).map((one) => ({
        ...one,
        columns: one.columns.map(poisoned),
        referencedColumns: one.referencedColumns.map(poisoned),
        definition: poisonedSql(one.definition),
      })),
      indexes: named(before.indexes).map((one) => ({
        ...one,
        columns: one.columns.map((column) => (column === undefined ? undefined : poisoned(column))),
      })),
    };
  }

  test.each(corpus)('$title', ({ sql, transport = 'statements', serverVersion = 180_001, finds }) => {
    const texts = textsOf(sql).map(poisonedSql);
    const { hazards } = judge(texts, { before: poisonedCatalog(), transport, serverVersion });
    expect(hazards.map(({ finding }) => finding.rule)).toEqual(finds.map((find) => find.split(' ')[0]));
    for (const { finding } of hazards) {
      const fix = parser.parse(finding.fix ?? '');
      expect(fix).toMatchObject({ kind: 'parsed' });
      const statements = fix.kind === 'parsed' ? fix.statements : [];
      const relations = statements.flatMap(({ node }) => nodesOf(node, 'String').map(({ sval }) => sval));
      expect(relations).not.toContain('x');
    }
  });
});
