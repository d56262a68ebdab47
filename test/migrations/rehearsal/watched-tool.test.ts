/** What is measured of tools that run as they are: the project's own Prisma, and any command. */
import { describe, expect, test } from 'vitest';
import { migrate } from '../../../src/migrations/migrate.ts';
import type { MigrateRequest } from '../../../src/migrations/migration-run.ts';
import type { MeasuredStatement } from '../../../src/migrations/rehearsal/measurement.ts';
import { createTestDatabase } from '../../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor, type TestProject } from '../project.ts';
import { environment, projectWithPrisma } from '../project-with-prisma.ts';

const init = `CREATE TABLE users (id int PRIMARY KEY, age int);
INSERT INTO users SELECT n, n % 90 FROM generate_series(1, 200000) n;`;

async function measured(project: TestProject, more: Partial<MigrateRequest>) {
  await using db = await createTestDatabase();
  await db.query(init);
  await db.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
    migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(),
    applied_steps_count integer NOT NULL DEFAULT 0)`);
  const log = recordingLogger();
  const request = requestFor(project, db.uri, { rehearse: {}, workspace: project.folder, ...more });
  const run = await migrate(request, contextFor(log));
  if (run.rehearsal === undefined) throw new Error(`Nothing was measured: ${log.lines.join('\n')}`);
  return { run, ...run.rehearsal.measurement };
}

const lockOf = (statement: MeasuredStatement | undefined, name: string) =>
  statement?.locks.find(({ relation }) => relation.name === name);

describe('the project’s own prisma migrate deploy', () => {
  test('its statements are found in the migration files, with what they locked and rewrote', async () => {
    await using project = await projectWithPrisma({
      '1_change': '-- AlterTable\nALTER TABLE users ALTER COLUMN age TYPE bigint;',
    });
    const { run, statements, circumstances } = await measured(project, { engine: 'project', environment });
    expect(run).toMatchObject({ kind: 'applied', engine: { name: 'project' } });
    expect(circumstances.engine).toBe('project');
    const [change] = statements;
    expect(change).toMatchObject({
      migration: '1_change',
      file: 'prisma/migrations/1_change/migration.sql',
      source: 'observed',
      status: 'done',
    });
    expect(lockOf(change, 'users')).toMatchObject({ mode: 'AccessExclusiveLock' });
    expect(change?.rewritten.map(({ name }) => name)).toContain('users');
  });
});

describe('a command', () => {
  const tool = `node -e "
const pg = require('${process.cwd()}/node_modules/pg');
(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query('BEGIN');
  await client.query('ALTER TABLE users ALTER COLUMN age TYPE bigint');
  await client.query('SELECT pg_sleep(0.3)');
  await client.query('COMMIT');
  await client.end();
})()"`;

  test('of an unknown tool: what it sent, locked, and for how long', async () => {
    await using project = await createProject({});
    const { run, statements } = await measured(project, { command: tool });
    expect(run.kind).toBe('applied');
    const change = statements.find(({ text }) => text.startsWith('ALTER TABLE users'));
    expect(change).toMatchObject({ file: undefined, source: 'observed', kind: 'AlterTableStmt' });
    expect(lockOf(change, 'users')?.mode).toBe('AccessExclusiveLock');
    expect(lockOf(change, 'users')?.heldMs).toBeGreaterThan(300);
  });

  test('that never connects leaves an empty measurement', async () => {
    await using project = await createProject({});
    const { run, statements } = await measured(project, { command: 'true' });
    expect(run.kind).toBe('applied');
    expect(statements).toEqual([]);
  });
});
