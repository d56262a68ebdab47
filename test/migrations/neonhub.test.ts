import { expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { readMigrations } from '../../src/migrations/migration-files.ts';
import { migrationsDiff, prismaDiff } from '../../src/migrations/prisma-diff.ts';
import { findPrismaProject } from '../../src/migrations/prisma-project.ts';
import { createTestDatabase } from '../support/database.ts';
import { contextFor, recordingLogger } from './project.ts';

const workingDirectory = new URL('../..', import.meta.url).pathname;

test('NeonHub\u2019s own migrations apply, make what its schema says, and hold nothing back', async () => {
  await using db = await createTestDatabase();
  const environment = { PATH: process.env.PATH };
  const run = await migrate(
    { engine: 'bundled', workingDirectory, directUri: db.uri, environment, allowProjectCode: false },
    contextFor(recordingLogger()),
  );
  const project = await findPrismaProject(workingDirectory, {});
  const folder = await readMigrations(project.migrationsDirectory);
  expect(folder.migrations.length).toBeGreaterThanOrEqual(5);
  expect(run).toMatchObject({ kind: 'applied', pendingCount: 0, findings: [] });
  expect(run.migrations.map(({ name }) => name)).toEqual(folder.migrations.map(({ name }) => name));
  expect(await prismaDiff({ project, directUri: db.uri })).toEqual({ sql: '', empty: true });
  const withoutLast = { ...folder, migrations: folder.migrations.slice(0, 1) };
  const missing = await migrationsDiff({
    project,
    directUri: db.uri,
    folder: withoutLast,
    transport: 'script',
  });
  expect(missing.sql).toContain('CREATE TABLE "metric_events"');
});
