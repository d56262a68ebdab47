import pg from 'pg';
import { describe, expect, test, vi } from 'vitest';
import { migrate } from '../../src/migrations/migrate.ts';
import { readMigrations } from '../../src/migrations/migration-files.ts';
import { expectedObjects, migrationsDiff, prismaDiff } from '../../src/migrations/prisma-diff.ts';
import { findPrismaProject } from '../../src/migrations/prisma-project.ts';
import { resolveProject } from '../../src/migrations/project-paths.ts';
import { createTestDatabase, queryOnce, serverUri } from '../support/database.ts';
import { contextFor, createProject, recordingLogger, requestFor, schemaPrisma } from './project.ts';

/** Something of everything that the engine reads from the catalog. */
const wideSchema = `datasource db {
  provider = "postgresql"
}

enum Role {
  ADMIN
  MEMBER
}

model User {
  id       BigInt   @id @default(autoincrement())
  email    String   @unique @db.VarChar(200)
  role     Role     @default(MEMBER)
  roles    Role[]
  tags     String[] @default(["a", "b"])
  score    Decimal  @db.Decimal(10, 2)
  settings Json     @default("{}")
  token    String   @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  seen     DateTime @default(now()) @db.Timestamptz(3)
  avatar   Bytes?
  posts    Post[]

  @@index([role, seen(sort: Desc)])
  @@map("users")
}

model Post {
  id       Int     @id @default(autoincrement())
  author   User    @relation(fields: [authorId], references: [id], onDelete: Cascade)
  authorId BigInt  @map("author_id")
  title    String

  @@unique([authorId, title], map: "one_title_each")
  @@index([title], type: Hash)
}
`;

async function databaseFor(uri: string, schema: string) {
  await using project = await createProject({});
  await project.write('prisma/schema.prisma', schema);
  const found = await findPrismaProject(project.folder, {});
  const empty = await prismaDiff({ project: found, directUri: uri });
  await queryOnce(uri, empty.sql);
  return found;
}

describe('prismaDiff', () => {
  test('is empty for a database made from the schema, whatever types it has', async () => {
    await using db = await createTestDatabase();
    const project = await databaseFor(db.uri, wideSchema);
    expect(await prismaDiff({ project, directUri: db.uri })).toEqual({ sql: '', empty: true });
  });

  test.each([
    ['ALTER TABLE users DROP COLUMN tags', /ADD COLUMN +"tags"/],
    ['DROP INDEX one_title_each', /CREATE UNIQUE INDEX "one_title_each"/],
    [
      'ALTER TABLE "Post" DROP CONSTRAINT "Post_author_id_fkey"',
      /ADD CONSTRAINT "Post_author_id_fkey" FOREIGN KEY/,
    ],
    ['ALTER TABLE users ALTER COLUMN role DROP DEFAULT', /ALTER COLUMN "role" SET DEFAULT 'MEMBER'/],
    ['ALTER TABLE "Post" ALTER COLUMN title TYPE varchar(9)', /"title" SET DATA TYPE TEXT/],
    ['ALTER TYPE "Role" ADD VALUE \'GUEST\'', /"Role_new" AS ENUM \('ADMIN', 'MEMBER'\)/],
    ['CREATE TABLE extra (id int PRIMARY KEY)', /DROP TABLE "extra"/],
  ])('sees drift: %s', async (drift, wanted) => {
    await using db = await createTestDatabase();
    const project = await databaseFor(db.uri, wideSchema);
    await db.query(drift);
    const diff = await prismaDiff({ project, directUri: db.uri });
    expect(diff.empty).toBe(false);
    expect(diff.sql).toMatch(wanted);
  });

  test('does not count the migration history as drift', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({
      '1_init':
        'CREATE TABLE "User" (id SERIAL PRIMARY KEY, email TEXT NOT NULL, name TEXT);\nCREATE UNIQUE INDEX "User_email_key" ON "User"(email);',
    });
    await migrate(requestFor(project, db.uri), contextFor(recordingLogger()));
    const found = await findPrismaProject(project.folder, {});
    expect(await prismaDiff({ project: found, directUri: db.uri })).toMatchObject({ empty: true });
  });

  test('leaves alone what prisma.config.ts declares external', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({});
    const config = `export default { experimental: { externalTables: true }, tables: { external: ['public.spatial_ref', "public."x""] } }`;
    await project.write('prisma.config.ts', config);
    await db.query('CREATE TABLE spatial_ref (id int PRIMARY KEY)');
    const context = { log: recordingLogger(), signal: new AbortController().signal };
    const { project: found } = await resolveProject(requestFor(project, db.uri), context, undefined);
    expect((await prismaDiff({ project: found, directUri: db.uri })).sql).not.toContain('spatial_ref');
  });

  test('reads the schema of Prisma 6, whose datasource names its URLs', async () => {
    await using db = await createTestDatabase();
    const urls =
      '  url = env("DATABASE_URL") // pooled\n  directUrl = "postgresql://a:}@b/c"\n  shadowDatabaseUrl = env("X")\n';
    const project = await databaseFor(db.uri, wideSchema.replace('"postgresql"\n', `"postgresql"\n${urls}`));
    expect(await prismaDiff({ project, directUri: db.uri })).toEqual({ sql: '', empty: true });
  });

  test('reads schemas with preview features that are gone, and errors point to their own lines', async () => {
    await using db = await createTestDatabase();
    const generator = (more: string) =>
      `generator client {\n  provider = "prisma-client-js"\n  previewFeatures = ["metrics",\n    "views"]\n}\n${more}`;
    const view = '\nview Seen {\n  id Int @unique\n}\n';
    const project = await databaseFor(db.uri, generator(wideSchema + view));
    expect(await prismaDiff({ project, directUri: db.uri })).toEqual({ sql: '', empty: true });
    const [file] = project.schemaFiles;
    const wrong = {
      path: String(file?.path),
      content: generator(`${schemaPrisma.split('model')[0]}model A {\n  id Nope @id\n}\n`),
    };
    const failing = prismaDiff({ project: { ...project, schemaFiles: [wrong] }, directUri: db.uri });
    await expect(failing).rejects.toThrow(/schema\.prisma:11/);
  });

  test('of a schema that is not valid says where', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({});
    await project.write(
      'prisma/schema.prisma',
      'datasource db {\n  provider = "postgresql"\n}\nmodel A {\n  id Nope @id\n}\n',
    );
    const found = await findPrismaProject(project.folder, {});
    await expect(prismaDiff({ project: found, directUri: db.uri })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/Nope.*schema\.prisma:5/s),
    });
  });
});

test('expectedObjects names tables and indexes as the database does', async () => {
  await using db = await createTestDatabase();
  await using project = await createProject({});
  await project.write('prisma/schema.prisma', wideSchema);
  const found = await findPrismaProject(project.folder, {});
  const { tables, indexes } = await expectedObjects({ project: found, directUri: db.uri });
  expect(tables.map(({ name }) => name)).toEqual(['users', 'Post']);
  expect(indexes.map(({ name, table }) => `${table}: ${name}`)).toEqual([
    'users: users_email_key',
    'users: users_role_seen_idx',
    'Post: Post_title_idx',
    'Post: one_title_each',
  ]);
});

describe('migrationsDiff', () => {
  const shadows = () =>
    queryOnce(serverUri(), "SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'");
  const init = `CREATE TABLE "User" (id SERIAL PRIMARY KEY, email TEXT NOT NULL);
CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql;`;

  test('shows what has no migration yet, on a shadow database that goes', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': init });
    const found = await findPrismaProject(project.folder, {});
    const folder = await readMigrations(found.migrationsDirectory);
    const diff = await migrationsDiff({ project: found, folder, directUri: db.uri, transport: 'statements' });
    expect(diff.sql).toMatch(/ADD COLUMN +"name" TEXT/);
    expect(diff.sql).toContain('CREATE UNIQUE INDEX "User_email_key"');
    expect(await shadows()).toEqual([]);
    expect(await db.query('SELECT to_regclass(\'"User"\') AS main')).toEqual([{ main: null }]);
  });

  test('the shadow database goes although somebody else is connected to it', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_slow': 'SELECT pg_sleep(0.5)' });
    const found = await findPrismaProject(project.folder, {});
    const folder = await readMigrations(found.migrationsDirectory);
    const running = migrationsDiff({ project: found, folder, directUri: db.uri, transport: 'script' });
    const name = await vi.waitUntil(async () => (await shadows())[0]?.datname, {
      timeout: 10_000,
      interval: 10,
    });
    const visitor = new pg.Client({ connectionString: serverUri(String(name)) });
    visitor.on('error', () => {});
    await visitor.connect();
    await running;
    expect(await shadows()).toEqual([]);
    await visitor.end();
  });

  test('the shadow database goes when a migration fails on it', async () => {
    await using db = await createTestDatabase();
    await using project = await createProject({ '1_init': init, '2_bad': 'SELECT nope' });
    const found = await findPrismaProject(project.folder, {});
    const folder = await readMigrations(found.migrationsDirectory);
    const running = migrationsDiff({ project: found, folder, directUri: db.uri, transport: 'script' });
    await expect(running).rejects.toThrow('2_bad');
    expect(await shadows()).toEqual([]);
  });
});
