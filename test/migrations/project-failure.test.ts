import { describe, expect, test } from 'vitest';
import type { EngineTask } from '../../src/migrations/engine-task.ts';
import type { HistoryRow } from '../../src/migrations/history.ts';
import { failureFromLogs } from '../../src/migrations/project-failure.ts';
import { stopOn } from '../../src/migrations/stop.ts';
import { contextFor, recordingLogger } from './project.ts';

const script = `CREATE TABLE a (id int);

INSERT INTO "User"
  (nope) VALUES (1);
SELECT 1;
SELECT 1;
`;

/** As prisma-engines writes it (flavour/postgres/connector/native/mod.rs), colours and all. */
const nativeLogs = `A migration failed to apply. New migrations cannot be applied before the error is recovered from. Read more about how to resolve migration issues in a production database: https://pris.ly/d/migrate-resolve

Migration name: 1_bad

Database error code: 42703

Database error:
ERROR: column "nope" of relation "User" does not exist

Position:
\u001b[1m  1\u001b[0m CREATE TABLE a (id int);
\u001b[1m  2\u001b[0m
\u001b[1m  3\u001b[0m INSERT INTO "User"
\u001b[1m  4\u001b[1;31m   (nope) VALUES (1);\u001b[0m

DbError { severity: "ERROR", parsed_severity: Some(Error), code: SqlState(E42703), message: "column \\"nope\\" of relation \\"User\\" does not exist", detail: None, hint: None, position: Some(Original(47)) }

   0: sql_schema_connector::apply_migration::apply_script
           with migration_name="1_bad"
             at schema-engine/connectors/sql-schema-connector/src/apply_migration.rs:113`;

function failureFor(logs: string | undefined) {
  using stop = stopOn(new AbortController().signal, 1000);
  const task: EngineTask = {
    request: {
      engine: 'project',
      workingDirectory: '/repo/app',
      workspace: '/repo',
      directUri: 'postgresql://u:p@localhost/db',
      environment: {},
      allowProjectCode: true,
    },
    context: contextFor(recordingLogger()),
    project: {
      workingDirectory: '/repo/app',
      schemaPath: '/repo/app/prisma/schema.prisma',
      schemaFiles: [],
      migrationsDirectory: '/repo/app/prisma/migrations',
      external: { externalTables: [], externalEnums: [] },
    },
    folder: {
      directory: '/repo/app/prisma/migrations',
      migrations: [{ name: '1_bad', path: '/repo/app/prisma/migrations/1_bad/migration.sql', script }],
      lockfile: null,
    },
    transport: 'statements',
    stop,
  };
  const row: HistoryRow = {
    name: '1_bad',
    checksum: '',
    startedAt: 0,
    finished: false,
    rolledBack: false,
    steps: 0,
    logs,
    durationMs: undefined,
  };
  return failureFromLogs(task, row);
}

describe('the failure that the native engine wrote into the history', () => {
  test('gives SQLSTATE, message, file and line', () => {
    expect(failureFor(nativeLogs)).toMatchObject({
      migration: '1_bad',
      file: 'app/prisma/migrations/1_bad/migration.sql',
      line: 4,
      statement: '(nope) VALUES (1);',
      sqlState: '42703',
      message: 'column "nope" of relation "User" does not exist',
    });
  });

  test('whose line is there twice in the file gives no line rather than a wrong one', () => {
    const ambiguous = nativeLogs.replace('  (nope) VALUES (1);', 'SELECT 1;');
    expect(failureFor(ambiguous)).toMatchObject({ line: undefined, sqlState: '42703' });
  });

  test('that was never written (the engine was killed) still names the migration', () => {
    expect(failureFor(undefined)).toMatchObject({
      migration: '1_bad',
      message: 'the migration was interrupted',
    });
  });
});
