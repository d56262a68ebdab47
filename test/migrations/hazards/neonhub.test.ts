/** NeonHub's own migrations, each judged on the database that those before it leave. */
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readMigrations } from '../../../src/migrations/migration-files.ts';
import type { Transport } from '../../../src/migrations/script-batch.ts';
import { createTestDatabase } from '../../support/database.ts';
import { catalogOf, judge, summaries } from './scene.ts';

const { migrations } = await readMigrations(resolve(import.meta.dirname, '../../../prisma/migrations'));

const queue = [
  'drop-column public.agent_jobs.urgency',
  'drop-index-not-concurrent public.agent_jobs · agent_jobs_status_idx',
  'create-index-not-concurrent public.agent_jobs · agent_jobs_claim',
  'create-index-not-concurrent public.agent_jobs · agent_jobs_stuck',
];
const search = [
  'create-index-not-concurrent public.content_drafts · content_drafts_title_trgm',
  'create-index-not-concurrent public.content_drafts · content_drafts_body_trgm',
];
// Its DO block makes Prisma send the file whole either way, so the copy runs under the lock of the rename.
const partitioning = [
  'lock-held-over-slow-statement public.metric_events',
  'drop-table public.metric_events_unpartitioned',
];

/** Of the others there is nothing to say. */
const expected: Readonly<Record<string, Readonly<Record<Transport, readonly string[]>>>> = {
  '20250616120000_agent_job_queue': { script: queue, statements: queue },
  '20250901094500_draft_search': { script: search, statements: search },
  '20251110131500_draft_word_count': {
    script: [
      'lock-held-over-slow-statement public.content_drafts',
      'set-not-null public.content_drafts.word_count',
    ],
    statements: [
      'update-without-where public.content_drafts',
      'set-not-null public.content_drafts.word_count',
    ],
  },
  '20260112073000_partition_metric_events': { script: partitioning, statements: partitioning },
};

test('each migration', async () => {
  await using db = await createTestDatabase();
  const found: Record<string, Record<Transport, readonly string[]>> = {};
  for (const { name, script } of migrations) {
    const before = await catalogOf(db.uri);
    const of = (transport: Transport) => summaries(judge(script, { before, transport }));
    const judged = { script: of('script'), statements: of('statements') };
    if (judged.script.length + judged.statements.length > 0) found[name] = judged;
    await db.query(script);
  }
  expect(found).toEqual(expected);
});

test('all of them on an empty database, in one pull request', async () => {
  await using db = await createTestDatabase();
  const before = await catalogOf(db.uri);
  const scripts = migrations.map(({ script }) => script);
  for (const transport of ['script', 'statements'] as const)
    expect(summaries(judge(scripts, { before, transport }))).toEqual([]);
});
