import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { createTestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';

const init = `-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");
`;

describe('the bundled engine', () => {
  test('applies what is pending, and nothing the second time', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': init,
      '2_more': 'ALTER TABLE "User" ADD COLUMN age INT;',
    });
    const log = recordingLogger();
    const first = await migrate(requestFor(project, db.uri), contextFor(log));
    expect(first).toMatchObject({
      kind: 'applied',
      pendingCount: 0,
      migrations: [
        { name: '1_init', status: 'applied' },
        { name: '2_more', status: 'applied' },
      ],
    });
    const second = await migrate(requestFor(project, db.uri), contextFor(log));
    expect(second).toMatchObject({ kind: 'applied', migrations: [], findings: [] });
  });

  test('scripts with every kind of semicolon arrive whole', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': init,
      '2_semicolons': `CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;
DO $body$ BEGIN PERFORM f(); END; $body$;
INSERT INTO "User" (email) VALUES (';'), ('a;b');
CREATE TABLE "odd;name" (id int); -- a comment; with one
/* and; another */ SELECT 1;`,
      '3_concurrently': 'CREATE INDEX CONCURRENTLY users_name ON "User" (name);\n',
      '4_transaction': 'BEGIN;\nCREATE TABLE t4 (id int);\nCOMMIT;\n',
    });
    const run = await migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    expect(run.kind).toBe('applied');
    expect(await db.query('SELECT email FROM "User" ORDER BY 1')).toEqual([{ email: ';' }, { email: 'a;b' }]);
  });

  test('a failure shows file, line, statement and Postgres’s own words', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': init,
      '2_bad':
        '-- héllo 😀\nCREATE TABLE a (id int);\n\nINSERT INTO "User"\n  (nope) VALUES (1);\nCREATE TABLE b (id int);\n',
      '3_never': 'SELECT 1;',
    });
    const run = await migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    expect(run).toMatchObject({
      kind: 'failed',
      pendingCount: 2,
      migrations: [
        { name: '1_init', status: 'applied' },
        { name: '2_bad', status: 'failed' },
        { name: '3_never', status: 'pending' },
      ],
      failure: {
        reason: 'error',
        migration: '2_bad',
        file: 'prisma/migrations/2_bad/migration.sql',
        line: 5,
        statement: 'INSERT INTO "User"\n  (nope) VALUES (1)',
        sqlState: '42703',
        message: 'column "nope" of relation "User" does not exist',
      },
    });
  });
});
