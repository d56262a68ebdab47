/** The project's own command line, for real: prisma 6 with its JavaScript engine, which needs no download. */
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';
import { config, environment, projectWithPrisma } from './project-with-prisma.ts';

async function historyOf(db: TestDatabase) {
  const columns = await db.query(
    `SELECT column_name, data_type, character_maximum_length, column_default, is_nullable
       FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
  );
  const rows = await db.query(
    `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at IS NULL AS kept,
            finished_at IS NOT NULL AS finished, finished_at >= started_at AS ordered
       FROM _prisma_migrations ORDER BY started_at`,
  );
  return { columns, rows };
}

const scripts = {
  '1_init': 'CREATE TABLE a (id int PRIMARY KEY);\nCREATE INDEX a_id ON a (id);\n',
  '2_more': 'ALTER TABLE a ADD COLUMN note text;\n',
};

describe('the project engine', () => {
  test('both engines leave the same history after success', async () => {
    await using own = await createTestDatabase();
    await using prisma = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    const log = recordingLogger();
    const run = await migrate(
      requestFor(project, prisma.uri, { engine: 'project', environment }),
      contextFor(log),
    );
    expect(log.lines.join('\n')).toContain('2_more');
    const { password } = parseConnectionUri(prisma.uri);
    for (const secret of [password, encodeURIComponent(password)])
      expect(JSON.stringify([run, log.lines])).not.toContain(secret);
    expect(run).toMatchObject({
      kind: 'applied',
      engine: { name: 'project', version: '6.19.3' },
      migrations: [
        { name: '1_init', status: 'applied' },
        { name: '2_more', status: 'applied' },
      ],
      pendingCount: 0,
    });
    await migrate(requestFor(project, own.uri), contextFor(recordingLogger()));
    expect(await historyOf(own)).toEqual(await historyOf(prisma));
  });

  test('both engines leave the same history after a failure in the middle', async () => {
    await using own = await createTestDatabase();
    await using prisma = await createTestDatabase();
    await using project = await projectWithPrisma({
      ...scripts,
      '3_bad':
        'CREATE TABLE b (id int);\nALTER TABLE a ALTER COLUMN note TYPE int USING note::int / 0;\nALTER TABLE a DROP CONSTRAINT nope;\n',
      '4_never': 'SELECT 1',
    });
    const run = await migrate(
      requestFor(project, prisma.uri, { engine: 'auto', environment }),
      contextFor(recordingLogger()),
    );
    expect(run).toMatchObject({
      kind: 'failed',
      engine: { name: 'project' },
      pendingCount: 2,
      migrations: [
        { status: 'applied' },
        { status: 'applied' },
        { name: '3_bad', status: 'failed' },
        { status: 'pending' },
      ],
      failure: {
        migration: '3_bad',
        file: 'prisma/migrations/3_bad/migration.sql',
        message: 'constraint "nope" of relation "a" does not exist',
      },
    });
    await migrate(requestFor(project, own.uri), contextFor(recordingLogger()));
    expect(await historyOf(own)).toEqual(await historyOf(prisma));
  });

  test('a history that one engine left is one that the other goes on from', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    await migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    await project.write('prisma/migrations/3_next/migration.sql', 'CREATE TABLE c (id int)');
    const run = await migrate(
      requestFor(project, db.uri, { engine: 'project', environment }),
      contextFor(recordingLogger()),
    );
    expect(run).toMatchObject({ kind: 'applied', migrations: [{ name: '3_next', status: 'applied' }] });
  });

  test('that is cancelled leaves no statement running on the server', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma({ ...scripts, '3_slow': 'SELECT pg_sleep(120)' });
    const cancel = new AbortController();
    const log = recordingLogger();
    const info = (line: string) => {
      log.info(line);
      if (line.includes('waiting for Timeout PgSleep')) cancel.abort();
    };
    const context = contextFor({ ...log, info }, { signal: cancel.signal, progressEveryMs: 100 });
    const run = await migrate(requestFor(project, db.uri, { engine: 'project', environment }), context);
    expect(run).toMatchObject({ kind: 'failed', failure: { reason: 'cancelled', migration: '3_slow' } });
    await expect
      .poll(() =>
        db.query(
          "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()",
        ),
      )
      .toEqual([]);
  });

  test('that does not start leaves the work to the bundled one with auto, and says so', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    await project.write(
      'prisma.config.ts',
      config.replace('return result', 'throw new Error("no driver today")'),
    );
    const log = recordingLogger();
    const run = await migrate(requestFor(project, db.uri, { engine: 'auto', environment }), contextFor(log));
    expect(run).toMatchObject({ kind: 'applied', engine: { name: 'bundled' }, pendingCount: 0 });
    expect(run.engine.reason).toContain('prisma 6.19.3 of the project did not start');
    expect(log.lines).toContainEqual(expect.stringContaining('Engine: bundled instead'));
  });

  test('that breaks off after a migration is a failure, even with auto: another engine must not go on', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    const breaksOff = `if (args[0].values?.includes('2_more')) throw new Error('network gone');
    const result`;
    await project.write('prisma.config.ts', config.replace('const result', breaksOff));
    const run = await migrate(
      requestFor(project, db.uri, { engine: 'auto', environment }),
      contextFor(recordingLogger()),
    );
    expect(run).toMatchObject({
      kind: 'failed',
      engine: { name: 'project' },
      pendingCount: 1,
      failure: { reason: 'error', message: expect.stringContaining('broke off') },
      migrations: [
        { name: '1_init', status: 'applied' },
        { name: '2_more', status: 'pending' },
      ],
    });
  });

  test('that does not start, asked for by name, fails and names the bundled one', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    await project.write(
      'prisma.config.ts',
      config.replace('return result', 'throw new Error("no driver today")'),
    );
    const running = migrate(
      requestFor(project, db.uri, { engine: 'project', environment }),
      contextFor(recordingLogger()),
    );
    await expect(running).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('did not start: Error'),
      hint: expect.stringContaining('engine: bundled'),
    });
  });

  test('its native engine that was not downloaded is no reason to fail', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    await project.write('prisma.config.ts', 'export default { schema: "prisma/schema.prisma" }');
    const run = await migrate(
      requestFor(project, db.uri, { engine: 'auto', environment }),
      contextFor(recordingLogger()),
    );
    expect(run.engine).toMatchObject({
      name: 'bundled',
      reason: expect.stringContaining('was not downloaded'),
    });
  });

  test('a database without history: the error names `baseline`, whichever engine refuses', async () => {
    await using db = await createTestDatabase();
    await db.query('CREATE TABLE old (id int)');
    await using project = await projectWithPrisma(scripts);
    for (const engine of ['project', 'auto', 'bundled'] as const) {
      const running = migrate(
        requestFor(project, db.uri, { engine, environment }),
        contextFor(recordingLogger()),
      );
      await expect(running).rejects.toMatchObject({ hint: expect.stringContaining('`baseline`') });
    }
  });

  test('is refused together with what it cannot do, and auto leaves it aside', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    const baselined = (engine: 'project' | 'auto') =>
      migrate(
        requestFor(project, db.uri, { engine, environment, baseline: '1_init' }),
        contextFor(recordingLogger()),
      );
    await expect(baselined('project')).rejects.toMatchObject({
      message: expect.stringContaining('`baseline`'),
    });
    await db.query('CREATE TABLE a (id int)');
    expect(await baselined('auto')).toMatchObject({ kind: 'applied', engine: { name: 'bundled' } });
  });

  test('never runs for a pull request from a fork', async () => {
    await using db = await createTestDatabase();
    await using project = await projectWithPrisma(scripts);
    const request = requestFor(project, db.uri, { engine: 'project', environment, allowProjectCode: false });
    const run = await migrate(request, contextFor(recordingLogger()));
    expect(run.engine).toMatchObject({ name: 'bundled', reason: expect.stringContaining('fork') });
  });

  test('asked for where no Prisma is installed, fails and says what to do', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject(scripts);
    await expect(
      migrate(requestFor(project, db.uri, { engine: 'project' }), contextFor(recordingLogger())),
    ).rejects.toMatchObject({ hint: expect.stringContaining('engine: bundled') });
  });
});
