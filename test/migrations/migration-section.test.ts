import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import type { MigrationRun } from '../../src/migrations/migration-run.ts';
import { migrationSection } from '../../src/migrations/migration-section.ts';
import { createTestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor } from './project.ts';

const facts = {
  engine: { name: 'bundled', reason: 'it was asked for', version: undefined },
  findings: [],
  pendingCount: 0,
  durationMs: 1234,
} as const;

describe('migrationSection', () => {
  test('of a run that applied something', () => {
    const run: MigrationRun = {
      kind: 'applied',
      ...facts,
      migrations: [
        { name: '1_init', status: 'baselined', durationMs: undefined },
        { name: '2_jobs', status: 'applied', durationMs: 40 },
      ],
    };
    expect(migrationSection(run)).toMatchObject({
      id: 'migrate',
      status: 'passed',
      summary: '1 migration applied in 1.2 s, 1 migration marked as applied (baseline)',
      blocks: [
        {
          kind: 'table',
          rows: [
            [{ code: '1_init' }, 'baselined', ''],
            [{ code: '2_jobs' }, 'applied', '40 ms'],
          ],
        },
        { kind: 'facts', rows: [['Engine', 'bundled: it was asked for']] },
      ],
      findings: [],
    });
  });

  test('of a run with nothing to do', () => {
    expect(migrationSection({ kind: 'applied', ...facts, migrations: [] })).toMatchObject({
      summary: 'nothing to apply',
    });
  });

  test('of a real failure: an annotation at the file’s line, and the way out', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_bad': '\n\nSELECT nope;\n' });
    const request = requestFor(project, db.uri, { workspace: `${project.folder}/..` });
    const section = migrationSection(await migrate(request, contextFor(recordingLogger())));
    const folder = project.folder.split('/').at(-1);
    expect(section).toMatchObject({
      status: 'failed',
      summary: '1_bad failed',
      findings: [
        {
          rule: 'migration-failed',
          severity: 'error',
          subject: '1_bad',
          message: 'column "nope" does not exist',
          location: { file: `${folder}/prisma/migrations/1_bad/migration.sql`, line: 3 },
          fix: expect.stringContaining('prisma migrate resolve --rolled-back "1_bad"'),
        },
      ],
    });
    const code = section.blocks.find(({ kind }) => kind === 'code');
    expect(code).toMatchObject({
      text: 'SELECT nope',
      caption: `${folder}/prisma/migrations/1_bad/migration.sql:3`,
    });
  });

  test('with warnings about the history is a warning', () => {
    const finding = {
      rule: 'migration-edited',
      severity: 'warning',
      subject: '1',
      message: 'edited',
    } as const;
    const run: MigrationRun = { kind: 'applied', ...facts, migrations: [], findings: [finding] };
    expect(migrationSection(run)).toMatchObject({ status: 'warning', findings: [finding] });
  });
});
