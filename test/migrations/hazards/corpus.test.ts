import { beforeAll, describe, expect, test } from 'vitest';
import type { RehearsalCatalog } from '../../../src/migrations/rehearsal/catalog.ts';
import { createTestDatabase } from '../../support/database.ts';
import { baseSchema } from './base-schema.ts';
import type { CorpusCase } from './corpus/case.ts';
import { hazardous } from './corpus/hazardous.ts';
import { safe } from './corpus/safe.ts';
import { transactions } from './corpus/transactions.ts';
import { catalogOf, judge, parser, summaries } from './scene.ts';

const corpus: readonly CorpusCase[] = [...safe, ...hazardous, ...transactions];

let before: RehearsalCatalog;
beforeAll(async () => {
  await using db = await createTestDatabase();
  await db.query(baseSchema);
  before = await catalogOf(db.uri);
});

function judged({ sql, transport, serverVersion }: CorpusCase) {
  return judge(sql, {
    before,
    ...(transport === undefined ? {} : { transport }),
    ...(serverVersion === undefined ? {} : { serverVersion }),
  });
}

test('the corpus is large enough, and enough of it is safe', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(100);
  expect(corpus.filter(({ finds }) => finds.length === 0).length).toBeGreaterThanOrEqual(35);
});

describe('what is found', () => {
  test.each(corpus)('$title', (one) => {
    expect(summaries(judged(one))).toEqual(one.finds);
  });
});

test('every fix can be pasted: it is SQL, whatever the names', () => {
  const fixes = corpus.flatMap((one) => judged(one).hazards.flatMap(({ finding }) => finding.fix ?? []));
  expect(fixes.length).toBeGreaterThan(80);
  const broken = fixes.flatMap((fix) => {
    const parsed = parser.parse(fix);
    return parsed.kind === 'parsed' ? [] : [{ fix, message: parsed.message }];
  });
  expect(broken).toEqual([]);
});
