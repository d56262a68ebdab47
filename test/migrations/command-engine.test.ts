import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { migrationSection } from '../../src/migrations/migration-section.ts';
import { createTestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';

const uri = 'postgresql://u:geheim@127.0.0.1:5432/db';

describe('another tool’s command', () => {
  test('runs in the working directory with both variables set, and really migrates', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({});
    await project.write(
      'migrate.mjs',
      `import pg from 'pg';
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('CREATE TABLE by_another_tool (id int)');
await client.end();
console.log('same', process.env.DATABASE_URL === process.env.DIRECT_URL, process.env.MINE);`,
    );
    const { symlink } = await import('node:fs/promises');
    await symlink(new URL('../../node_modules', import.meta.url).pathname, `${project.folder}/node_modules`);
    const log = recordingLogger();
    const command = `"${process.execPath}" migrate.mjs | cat`;
    const request = requestFor(project, db.uri, {
      command,
      environment: { PATH: process.env.PATH, MINE: 'yes' },
    });
    const run = await migrate(request, contextFor(log));
    expect(run).toMatchObject({
      kind: 'applied',
      engine: { name: 'command' },
      migrations: [],
      pendingCount: undefined,
    });
    expect(log.lines).toContain('info: same true yes');
    expect(await db.query("SELECT to_regclass('by_another_tool') IS NOT NULL AS made")).toEqual([
      { made: true },
    ]);
  });

  test('that fails anywhere in a pipe is a failed run with its last lines, secrets hidden', async () => {
    await using project = await createProject({});
    const log = recordingLogger();
    const command = 'echo "connecting to $DATABASE_URL"; (echo broken >&2; exit 3) | cat; echo unreachable';
    const context = contextFor(log, { mask: (text) => text.replaceAll('geheim', '***') });
    const run = await migrate(requestFor(project, uri, { command }), context);
    expect(run).toMatchObject({
      kind: 'failed',
      failure: { message: 'The command ended with exit code 3.' },
    });
    expect(migrationSection(run).blocks).toContainEqual(
      expect.objectContaining({ kind: 'code', text: expect.stringContaining('broken') }),
    );
    expect(JSON.stringify([run, log.lines])).not.toContain('geheim');
    expect(log.lines).not.toContain('info: unreachable');
  });

  test('is interrupted with all that it started: the run ends when their output does', async () => {
    await using project = await createProject({});
    const cancel = new AbortController();
    const log = recordingLogger();
    const info = (line: string) => {
      log.info(line);
      if (line === 'started') cancel.abort();
    };
    const context = contextFor({ ...log, info }, { signal: cancel.signal });
    const run = await migrate(
      requestFor(project, uri, { command: 'echo started; sleep 300 | cat' }),
      context,
    );
    expect(run).toMatchObject({ kind: 'failed', failure: { reason: 'cancelled' } });
  });
});
