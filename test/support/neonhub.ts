import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { silentLogger } from '../../src/log.ts';
import { migrate } from '../../src/migrations/migrate.ts';
import { repositoryRoot } from './consumer.ts';
import { queryOnce } from './database.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

interface MigrateOptions {
  /** Name of the last migration to apply; default: all. */
  readonly upTo?: string;
}

/** Applies NeonHub's own migrations, with the engine that ships. */
export async function migrateNeonHub(uri: string, { upTo = '~' }: MigrateOptions = {}): Promise<void> {
  await using folder = await createTemporaryFolder('neonhub-');
  const [source, migrations] = [join(repositoryRoot, 'prisma/migrations'), join(folder.path, 'migrations')];
  await mkdir(migrations);
  for (const name of await readdir(source))
    if (name <= upTo || name === 'migration_lock.toml')
      await cp(join(source, name), join(migrations, name), { recursive: true });
  const run = await migrate(
    {
      engine: 'bundled',
      workingDirectory: repositoryRoot,
      schema: join(repositoryRoot, 'prisma/schema.prisma'),
      migrations,
      directUri: uri,
      environment: {},
      allowProjectCode: false,
    },
    { log: silentLogger, signal: new AbortController().signal, timeoutMs: 60_000, mask: (text) => text },
  );
  if (run.kind === 'failed') throw new Error(`NeonHub's own migrations fail: ${run.failure.message}`);
}

/** Makes an empty database a production: NeonHub's schema with its whole history, and a few rows to recognise it by. */
export async function fillWithNeonHub(uri: string): Promise<void> {
  await migrateNeonHub(uri);
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
