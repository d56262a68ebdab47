import { join } from 'node:path';
import { silentLogger } from '../../src/log.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { repositoryRoot } from './consumer.ts';
import { queryOnce } from './database.ts';

/** Makes an empty database a production: NeonHub's schema with its whole history, and a few rows to recognise it by. */
export async function fillWithNeonHub(uri: string): Promise<void> {
  const run = await migrate(
    {
      engine: 'bundled',
      workingDirectory: repositoryRoot,
      schema: join(repositoryRoot, 'prisma/schema.prisma'),
      directUri: uri,
      environment: {},
      allowProjectCode: false,
    },
    { log: silentLogger, signal: new AbortController().signal, timeoutMs: 60_000, mask: (text) => text },
  );
  if (run.kind === 'failed') throw new Error(`NeonHub's own migrations fail: ${run.failure.message}`);
  await queryOnce(
    uri,
    `
    INSERT INTO users (id, name, email, updated_at)
    SELECT 'user-' || n, 'Ada ' || n, 'ada' || n || '@example.com', now() FROM generate_series(1, 20) AS n;
    INSERT INTO content_drafts (id, author_id, title, body, word_count, updated_at)
    SELECT 'draft-' || n, 'user-' || n, 'Launch ' || n, 'growth and reach', 3, now() FROM generate_series(1, 20) AS n;
    ANALYZE;`,
  );
}
