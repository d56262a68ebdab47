import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import type { MigrateRequest } from '../../src/migrations/migration-run.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor, type TestProject } from './project.ts';

const table = 'CREATE TABLE users (id int PRIMARY KEY, email text);\n';

async function run(project: TestProject, db: TestDatabase, more: Partial<MigrateRequest> = {}) {
  return migrate(requestFor(project, db.uri, more), contextFor(recordingLogger()));
}

async function failureOf(script: string | Uint8Array, packageJson = '{}') {
  await using db = await createTestDatabase();
  await using project = await createProject({ '1_init': table, '2_bad': script });
  await project.write('package.json', packageJson);
  const result = await run(project, db);
  if (result.kind !== 'failed') throw new Error('expected a failure');
  const tables = await db.query(
    `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  return { failure: result.failure, tables: tables.map(({ relname }) => relname) };
}

const prisma73 = '{ "devDependencies": { "prisma": "^7.3.0" } }';
const prisma74 = '{ "devDependencies": { "prisma": "7.4.0" } }';

describe('where a migration failed', () => {
  test.each([prisma73, prisma74])(
    'a position is counted in characters, over Windows line endings and characters of four bytes (%s)',
    async (manifest) => {
      const script = `-- ${'😀'.repeat(40)}\r\nSELECT 1;\r\n\r\nSELECT '${'😀é'.repeat(40)}',\r\n  1,\r\n  nope\r\nFROM users;\r\n`;
      const { failure } = await failureOf(script, manifest);
      expect(failure).toMatchObject({ line: 6, sqlState: '42703' });
      expect(failure.statement).toMatch(/^SELECT '😀é.*FROM users$/s);
    },
  );

  test.each([prisma73, prisma74])(
    'without a position, the count of completed statements tells (%s)',
    async (manifest) => {
      const script = `-- é
INSERT INTO users VALUES (1, 'a'), (2, 'a');

-- CreateIndex
CREATE UNIQUE INDEX users_email_key
  ON users (email);
CREATE TABLE never (id int);`;
      const { failure } = await failureOf(script, manifest);
      expect(failure).toMatchObject({
        line: 5,
        statement: 'CREATE UNIQUE INDEX users_email_key\n  ON users (email)',
        sqlState: '23505',
        message: 'could not create unique index "users_email_key"',
        detail: 'Key (email)=(…) is duplicated.',
      });
    },
  );

  test('a syntax error is found although nothing can be parsed', async () => {
    const { failure, tables } = await failureOf(
      'CREATE TABLE fine (id int);\n\nCREATE TABEL typo (id int);\n',
    );
    expect(failure).toMatchObject({ line: 3, sqlState: '42601', statement: 'CREATE TABEL typo (id int);' });
    expect(tables).not.toContain('fine');
  });

  test('an error inside a function shows the statement that called it, and where it was', async () => {
    const script = 'SELECT 1;\nDO $$ BEGIN\n  PERFORM 1 / 0;\nEND $$;\nSELECT 2;';
    const { failure } = await failureOf(script);
    expect(failure).toMatchObject({
      line: 2,
      sqlState: '22012',
      detail: expect.stringContaining('inline_code_block line 2'),
    });
  });

  test('a failure inside the script’s own transaction is shown, not the error that follows from it', async () => {
    const { failure, tables } = await failureOf('BEGIN;\nCREATE TABLE b (id int);\nSELECT 1 / 0;\nCOMMIT;\n');
    expect(failure).toMatchObject({
      migration: '2_bad',
      line: 3,
      sqlState: '22012',
      message: 'division by zero',
    });
    expect(tables).not.toContain('b');
  });

  test.each([
    ["INSERT INTO users VALUES (7, 'secret@example.com'), (7, 'b')", 'Key (id)=(…) already exists.'],
    ["INSERT INTO users VALUES (NULL, 'secret@example.com')", 'Failing row contains (…).'],
    [
      "CREATE TABLE c (e text, EXCLUDE USING btree (e WITH =)); INSERT INTO c VALUES ('secret@(1)'), ('secret@(1)')",
      'Key (e)=(…).',
    ],
  ])('the data of rows stays out of the report: %s', async (script, detail) => {
    const { failure } = await failureOf(script);
    expect(failure.detail).toBe(detail);
    expect(JSON.stringify({ ...failure, statement: undefined })).not.toContain('secret@');
  });

  test('a long statement is cut', async () => {
    const { failure } = await failureOf(`SELECT '${'x'.repeat(5000)}', nope;`);
    expect(failure.statement?.length).toBeLessThan(900);
  });
});

describe('transactions are those of the project’s Prisma', () => {
  const twoSteps = 'CREATE TABLE kept (id int);\nALTER TABLE nope ADD COLUMN a int;\n';

  test('before 7.4 the script is one transaction: nothing is kept', async () => {
    const { failure, tables } = await failureOf(twoSteps, prisma73);
    expect(tables).not.toContain('kept');
    expect(failure.recovery[0]).toContain('rolled back');
  });

  test('from 7.4 each statement commits, and the report says that it stays', async () => {
    const { failure, tables } = await failureOf(twoSteps, prisma74);
    expect(tables).toContain('kept');
    expect(failure.recovery[0]).toContain('stays');
  });

  test.each(['DO $$ BEGIN END $$', 'LOCK TABLE users', '/* why */ reindex TABLE users'])(
    'from 7.4 a script that Prisma cannot split goes whole: %s',
    async (statement) => {
      const { failure, tables } = await failureOf(`${statement};\n${twoSteps}`, prisma74);
      expect(failure).toMatchObject({ line: 3, sqlState: '42P01' });
      expect(tables).not.toContain('kept');
    },
  );

  test.each([
    [prisma73, 'failed'],
    [prisma74, 'applied'],
  ])('two CREATE INDEX CONCURRENTLY in one script with %s: %s', async (manifest, kind) => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': table,
      '2_two': 'CREATE INDEX CONCURRENTLY a ON users (email);\nCREATE INDEX CONCURRENTLY b ON users (id);',
    });
    await project.write('package.json', manifest);
    expect(await run(project, db)).toMatchObject({ kind });
  });

  test('one CREATE INDEX CONCURRENTLY alone works before 7.4 too', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init': table,
      '2_one': '-- CreateIndex\nCREATE INDEX CONCURRENTLY a ON users (email);\n',
    });
    await project.write('package.json', prisma73);
    expect(await run(project, db)).toMatchObject({ kind: 'applied' });
  });

  test('DROP INDEX CONCURRENTLY with another statement fails, as it does in Prisma', async () => {
    const { failure } = await failureOf(
      'CREATE INDEX a ON users (email);\nDROP INDEX CONCURRENTLY a;',
      prisma74,
    );
    expect(failure).toMatchObject({ sqlState: '25001', line: 2 });
  });

  test('the locked version counts before the range', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table, '2_bad': twoSteps });
    await project.write('package.json', '{ "devDependencies": { "prisma": "^7.0.0" } }');
    await project.write(
      'package-lock.json',
      '{ "packages": { "node_modules/prisma": { "version": "7.10.1" } } }',
    );
    await run(project, db);
    expect(await db.query("SELECT to_regclass('kept') IS NOT NULL AS kept")).toEqual([{ kept: true }]);
  });
});

describe('what stops a run before it starts', () => {
  test('a pooled URI: the direct host is named', async () => {
    await using project = await createProject({});
    const pooled = 'postgresql://u:geheim@ep-cool-1-pooler.eu-central-1.aws.neon.tech/db?sslmode=require';
    const running = migrate(requestFor(project, pooled), contextFor(recordingLogger()));
    await expect(running).rejects.toMatchObject({
      name: 'UserError',
      hint: expect.stringContaining('ep-cool-1.eu-central-1.aws.neon.tech'),
    });
    await expect(running).rejects.not.toThrow('geheim');
  });

  test.each([
    'postgresql://u:p@aws-0-eu.pooler.supabase.com:6543/db',
    'postgresql://u:p@db.example.com/db?pgbouncer=true',
  ])('%s is a pooler', async (uri) => {
    await using project = await createProject({});
    await expect(migrate(requestFor(project, uri), contextFor(recordingLogger()))).rejects.toThrow(
      'direct connection',
    );
  });

  test('tables without a history: the error names `baseline` and the migrations', async () => {
    await using db = await createTestDatabase();
    await db.query('CREATE TABLE users (id int)');
    await using project = await createProject({ '1_init': table, '2_more': 'SELECT 1' });
    await expect(run(project, db)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('P3005'),
      hint: expect.stringMatching(/baseline.*1_init, 2_more/s),
    });
  });

  test('a failed migration in the history: how to resolve it', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_bad': 'SELECT nope' });
    await run(project, db);
    await expect(run(project, db)).rejects.toMatchObject({
      message: expect.stringContaining('P3009'),
      hint: expect.stringContaining('prisma migrate resolve --rolled-back "1_bad"'),
    });
  });

  test('a migration marked as rolled back runs again', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_bad': 'SELECT nope' });
    await run(project, db);
    await db.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
    await project.write('prisma/migrations/1_bad/migration.sql', 'SELECT 1');
    expect(await run(project, db)).toMatchObject({
      kind: 'applied',
      migrations: [{ status: 'applied' }],
      findings: [],
    });
  });

  test('migrations for another database', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    await project.write('prisma/migrations/migration_lock.toml', '# comment\nprovider = "mysql"\n');
    await expect(run(project, db)).rejects.toMatchObject({ message: expect.stringContaining('"mysql"') });
  });

  test('a schema for another database', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    await project.write('prisma/schema.prisma', 'datasource db {\n  provider = "sqlite"\n}\n');
    await expect(run(project, db)).rejects.toMatchObject({ message: expect.stringContaining('"sqlite"') });
  });

  test('a byte order mark, which Postgres rejects: nothing is applied', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table, '2_mark': '\uFEFFSELECT 1;' });
    await expect(run(project, db)).rejects.toThrow('2_mark');
    await expect(db.query('\uFEFFSELECT 1')).rejects.toMatchObject({ code: '42601' });
    expect(await db.query("SELECT to_regclass('users') AS users")).toEqual([{ users: null }]);
  });

  test('a migration folder without its file', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    await project.write('prisma/migrations/2_empty/notes.txt', 'x');
    await expect(run(project, db)).rejects.toThrow('2_empty');
  });

  test('no schema: the places that were looked at are named', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({});
    const running = run(project, db, { workingDirectory: `${project.folder}/prisma/migrations` });
    await expect(running).rejects.toMatchObject({ hint: expect.stringContaining('prisma/schema.prisma') });
  });

  test('a limit of the role stops a migration here as it will in production; ours do not', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_slow': 'SELECT pg_sleep(60)' });
    await db.query(`ALTER DATABASE "${db.name}" SET statement_timeout = '200ms'`);
    expect(await run(project, db)).toMatchObject({
      kind: 'failed',
      failure: { reason: 'error', sqlState: '57014' },
    });
    await using free = await createTestDatabase();
    await using other = await createProject({
      '1_settings': `CREATE TABLE seen AS SELECT name, setting FROM pg_settings WHERE name LIKE '%timeout';`,
    });
    await run(other, free);
    expect(
      await free.query("SELECT name FROM seen WHERE setting <> '0' AND name ~ '^(statement|lock|idle_in)'"),
    ).toEqual([]);
  });

  test('a database that does not exist', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    const running = run(project, db, { directUri: db.uri.replace(db.name, 'no_such_database') });
    await expect(running).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('3D000'),
    });
  });
});

describe('the history', () => {
  test('without migrations nothing is applied, and the log says so', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({});
    const log = recordingLogger();
    const result = await migrate(requestFor(project, db.uri), contextFor(log));
    expect(result).toMatchObject({ kind: 'applied', migrations: [], pendingCount: 0 });
    expect(log.lines).toContainEqual(expect.stringContaining('no migrations'));
  });

  test('a migration edited after it was applied is a warning; other line endings are not', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table, '2_more': 'SELECT 1;\nSELECT 2;\n' });
    await run(project, db);
    await project.write('prisma/migrations/1_init/migration.sql', `${table}-- edited\n`);
    await project.write('prisma/migrations/2_more/migration.sql', 'SELECT 1;\r\nSELECT 2;\r\n');
    expect((await run(project, db)).findings).toMatchObject([
      { rule: 'migration-edited', severity: 'warning', subject: '1_init' },
    ]);
  });

  test('a migration that only the database has is a warning, and the others still run', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table, '2_elsewhere': 'SELECT 1' });
    await run(project, db);
    await using other = await createProject({ '1_init': table, '3_here': 'SELECT 3' });
    expect(await run(other, db)).toMatchObject({
      kind: 'applied',
      migrations: [{ name: '3_here', status: 'applied' }],
      findings: [{ rule: 'migration-missing', subject: '2_elsewhere' }],
    });
  });

  test('lies in the schema that the URI names', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    const result = await run(project, db, { directUri: `${db.uri}?schema=App%20one` });
    expect(result).toMatchObject({ kind: 'applied' });
    expect(await db.query(`SELECT count(*)::int AS n FROM "App one"._prisma_migrations`)).toEqual([{ n: 1 }]);
    expect(await db.query(`SELECT to_regclass('"App one".users') IS NOT NULL AS there`)).toEqual([
      { there: true },
    ]);
  });
});

describe('baseline', () => {
  const scripts = {
    '1_init': table,
    '2_more': 'ALTER TABLE users ADD COLUMN a int',
    '3_new': 'ALTER TABLE users ADD COLUMN b int',
  };

  test('marks the migrations up to it as applied and runs the rest; the second time it changes nothing', async () => {
    await using db = await createTestDatabase();
    await db.query(`${table}; ALTER TABLE users ADD COLUMN a int`);
    await using project = await createProject(scripts);
    expect(await run(project, db, { baseline: '2_more' })).toMatchObject({
      kind: 'applied',
      pendingCount: 0,
      migrations: [
        { name: '1_init', status: 'baselined' },
        { name: '2_more', status: 'baselined' },
        { name: '3_new', status: 'applied' },
      ],
    });
    expect(await run(project, db, { baseline: '2_more' })).toMatchObject({ kind: 'applied', migrations: [] });
  });

  test('that was cut off in the middle is finished', async () => {
    await using db = await createTestDatabase();
    await db.query(`${table}; ALTER TABLE users ADD COLUMN a int`);
    await using project = await createProject(scripts);
    await run(project, db, { baseline: '2_more' });
    await db.query(
      `DELETE FROM _prisma_migrations WHERE migration_name <> '1_init'; ALTER TABLE users DROP COLUMN b`,
    );
    expect(await run(project, db, { baseline: '2_more' })).toMatchObject({
      migrations: [
        { name: '2_more', status: 'baselined' },
        { name: '3_new', status: 'applied' },
      ],
    });
  });

  test('is refused where migrations have really run: it would skip new ones', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': table });
    await run(project, db);
    await using later = await createProject(scripts);
    await expect(run(later, db, { baseline: '3_new' })).rejects.toThrow('contradicts');
  });

  test('of a migration that does not exist lists those that do', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject(scripts);
    await expect(run(project, db, { baseline: 'nope' })).rejects.toMatchObject({
      hint: expect.stringContaining('1_init, 2_more, 3_new'),
    });
  });
});
