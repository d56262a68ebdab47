/** Which checks a script raises, and which of them rest on an earlier statement. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSearchPath } from '../../../src/migrations/data/planned-checks.ts';
import type { PostgresConnection } from '../../../src/postgres/connection.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { check, connectTo, countsOf, plan } from './support.ts';

let db: TestDatabase;
let session: PostgresConnection;

beforeAll(async () => {
  db = await createTestDatabase();
  session = await connectTo(db.uri);
  await session.query(`
    CREATE SCHEMA other;
    CREATE TYPE "Role" AS ENUM ('USER', 'ADMIN', 'OLD');
    CREATE TABLE orgs (id int PRIMARY KEY, name text);
    CREATE TABLE users (id int PRIMARY KEY, email text, name text, org int, role "Role" NOT NULL DEFAULT 'USER', upper text GENERATED ALWAYS AS (upper(email)) STORED);
    CREATE TABLE posts (id int PRIMARY KEY, author int REFERENCES users ON DELETE CASCADE, title text);
    CREATE TABLE comments (id int PRIMARY KEY, post int REFERENCES posts ON DELETE SET NULL, body text);
    CREATE TABLE other.users (id int PRIMARY KEY, email text);
    CREATE TABLE parts (id int, at int) PARTITION BY RANGE (at);
    CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (1) TO (10);
    CREATE TABLE parts_2 PARTITION OF parts FOR VALUES FROM (10) TO (20);
    CREATE VIEW shown AS SELECT id, email FROM users;
    CREATE FUNCTION backfill() RETURNS void LANGUAGE sql AS '';
    INSERT INTO orgs VALUES (1);
    INSERT INTO users (id, email, org, role) VALUES (1, NULL, 1, 'OLD'), (2, 'a', 2, 'USER'), (3, 'a', NULL, 'OLD');
    INSERT INTO other.users VALUES (1, NULL), (2, NULL), (3, NULL);
    INSERT INTO posts VALUES (1, 1, NULL);
    INSERT INTO parts VALUES (NULL, 1), (NULL, 11);`);
});

afterAll(async () => {
  await session[Symbol.asyncDispose]();
  await db[Symbol.asyncDispose]();
});

const notNull = 'ALTER TABLE users ALTER email SET NOT NULL';
const reference = 'ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES orgs';

/** Before; the statement that is asked; whether it rests on what comes before. */
const dependencies: readonly (readonly [before: string, asked: string, rests: boolean])[] = [
  ["UPDATE users SET email = '' WHERE email IS NULL", notNull, true],
  ["UPDATE public.users u SET (name, email) = (SELECT 'a', 'b')", notNull, true],
  ["UPDATE users SET name = ''", notNull, false],
  ["UPDATE users SET email = ''", 'ALTER TABLE users ALTER upper SET NOT NULL', true],
  ['DELETE FROM users WHERE email IS NULL', notNull, true],
  ['DELETE FROM other.users', notNull, false],
  ['WITH gone AS (DELETE FROM users RETURNING id) SELECT count(*) FROM gone', notNull, true],
  ['WITH n AS (SELECT 1) INSERT INTO orgs SELECT 5', reference, true],
  ['UPDATE orgs SET name = 1', reference, false],
  ['UPDATE orgs SET id = 5', reference, true],
  ["MERGE INTO users USING orgs ON true WHEN MATCHED THEN UPDATE SET email = ''", notNull, true],
  ['TRUNCATE users, posts', notNull, true],
  ['COPY users FROM STDIN', notNull, true],
  ['COPY users TO STDOUT', notNull, false],
  ['DELETE FROM users', 'ALTER TABLE posts ALTER title SET NOT NULL', true],
  ['DELETE FROM users', 'ALTER TABLE comments ALTER body SET NOT NULL', true],
  ['DELETE FROM comments', 'ALTER TABLE posts ALTER title SET NOT NULL', false],
  ['UPDATE users SET name = NULL', 'ALTER TABLE posts ALTER title SET NOT NULL', false],
  ["UPDATE shown SET email = ''", notNull, true],
  ['DO $$ BEGIN UPDATE users SET email = 1; END $$', notNull, true],
  ['CALL something()', notNull, true],
  ['SELECT backfill()', notNull, true],
  ["SELECT pg_catalog.setval('s', 5), set_config('x.y', '', false)", notNull, false],
  ['SELECT count(*) FROM users', notNull, false],
  ['ALTER TABLE users ADD COLUMN other int', notNull, false],
  ['ALTER TABLE users ADD COLUMN other int', 'CREATE UNIQUE INDEX ON users (other)', true],
  ['ALTER TABLE users DROP COLUMN email, ADD email text', notNull, true],
  ["ALTER TABLE users ALTER email TYPE text USING ''", notNull, true],
  ["ALTER TABLE users ALTER email SET DEFAULT ''", notNull, false],
  ['ALTER TABLE users RENAME name TO label', 'CREATE UNIQUE INDEX ON users (label)', true],
  ['ALTER TABLE users RENAME TO people', 'ALTER TABLE people ALTER email SET NOT NULL', true],
  ['ALTER TABLE users SET SCHEMA other', 'ALTER TABLE other.users ALTER email SET NOT NULL', true],
  [
    'CREATE INDEX ON users (email); COMMENT ON TABLE users IS $$x$$; GRANT SELECT ON users TO public',
    notNull,
    false,
  ],
  [
    'CREATE FUNCTION fine(text) RETURNS bool LANGUAGE sql AS $$ SELECT true $$',
    'ALTER TABLE users ADD CHECK (fine(email))',
    true,
  ],
  ['CREATE DOMAIN short AS text', "ALTER TABLE users ADD CHECK (email::short <> '')", true],
  [
    'ALTER TYPE "Role" ADD VALUE \'NEW\'',
    'ALTER TABLE users ALTER email TYPE "Role" USING CASE email WHEN \'a\' THEN \'NEW\'::"Role" END',
    true,
  ],
  ['UPDATE parts_1 SET id = 1', 'ALTER TABLE parts ALTER id SET NOT NULL', true],
  ['UPDATE parts SET id = 1', 'ALTER TABLE parts_1 ALTER id SET NOT NULL', true],
  ['UPDATE parts_2 SET id = 1', 'ALTER TABLE parts_1 ALTER id SET NOT NULL', false],
  ['ALTER TABLE parts DETACH PARTITION parts_1', 'ALTER TABLE parts ALTER id SET NOT NULL', true],
  ['DROP SCHEMA whatever CASCADE', notNull, true],
  ["/* é😀 */ UPDATE orgs SET name = 'é'", notNull, false],
];

test.each(dependencies)('%s; then %s: rests on it? %s', async (before, asked, rests) => {
  const checks = await plan(session, `${before};\n${asked};`);
  const last = checks.filter(({ line }) => line === 2);
  expect(last.length).toBeGreaterThan(0);
  expect(last.map(({ dependsOn }) => dependsOn)).toEqual(
    last.map(() => (rests ? { migration: '1_test', line: 1 } : undefined)),
  );
  const inNext = await plan(session, [before, asked]);
  const ofNext = inNext.filter(({ statement }) => statement.migration === '2_test');
  expect(ofNext.map(({ dependsOn }) => dependsOn !== undefined)).toEqual(ofNext.map(() => rests));
});

test('what rests on an earlier statement is a note, and is not asked', async () => {
  const result = await check(session, ["UPDATE users SET email = 'x'", `${notNull}; ${reference}`]);
  expect(countsOf(result)).toEqual(['foreign key 1']);
  expect(result.notes).toEqual([
    '2_test, line 1: not asked whether the rows of public.users (email) allow SET NOT NULL: line 1 of 1_test changes what it rests on.',
  ]);
});

test('nothing is asked of tables that the migrations create, and of what holds no rows', async () => {
  const scripts = [
    'CREATE TABLE fresh (id int, org int); ALTER TABLE fresh ALTER id SET NOT NULL, ADD UNIQUE (id), ADD FOREIGN KEY (org) REFERENCES orgs; CREATE UNIQUE INDEX ON fresh (org)',
    'DROP TABLE users; CREATE TABLE users (id int, email text); ALTER TABLE users ALTER email SET NOT NULL',
    'ALTER TABLE shown ALTER email SET DEFAULT 1; ALTER VIEW shown RENAME TO seen; ALTER INDEX orgs_pkey RENAME TO k',
    'SELECT 1; ALTER TABLE nowhere ALTER x SET NOT NULL; CREATE UNIQUE INDEX ON nowhere (x)',
    'CREATE TABLE copied AS SELECT * FROM users; ALTER TABLE copied ALTER email SET NOT NULL',
    'SELECT * INTO taken FROM users; ALTER TABLE taken ALTER email SET NOT NULL',
    'CREATE TABLE users_2 PARTITION OF nowhere FOR VALUES IN (1)',
  ];
  expect(await plan(session, scripts)).toEqual([]);
});

test('a reference to a table that the migrations create is asked only when it is there', async () => {
  const script =
    'CREATE TABLE teams (id int PRIMARY KEY); ALTER TABLE users ADD FOREIGN KEY (org) REFERENCES teams';
  const result = await check(session, script);
  expect(countsOf(result)).toEqual([]);
  expect(result.notes[0]).toContain('line 1 changes what it rests on');
});

test('NOT VALID, a backfill, VALIDATE: only the last is asked, and only after the backfill', async () => {
  const add =
    "ALTER TABLE users ADD CONSTRAINT c CHECK (email <> '') NOT VALID, ADD CONSTRAINT f FOREIGN KEY (org) REFERENCES orgs NOT VALID;";
  const validate = 'ALTER TABLE users VALIDATE CONSTRAINT c; ALTER TABLE users VALIDATE CONSTRAINT f;';
  expect(countsOf(await check(session, `${add} ${validate}`))).toEqual(['foreign key 1']);
  const checks = await plan(session, `${add}\nUPDATE users SET email = '';\n${validate}`);
  expect(checks.map(({ operation, dependsOn }) => [operation, dependsOn?.line])).toEqual([
    ['VALIDATE CONSTRAINT `c`', 2],
    ['VALIDATE CONSTRAINT `f`', undefined],
  ]);
});

test('names are looked up in the search path, as it stands at the statement', async () => {
  const script = `ALTER TABLE users ALTER email SET NOT NULL;
SET search_path TO other, public;
ALTER TABLE users ALTER email SET NOT NULL;
SET LOCAL search_path = public;
ALTER TABLE users ALTER email SET NOT NULL;
SELECT pg_catalog.set_config('search_path', '"other"', false);
ALTER TABLE users ALTER email SET NOT NULL;
SELECT pg_catalog.set_config('search_path', '', false);
ALTER TABLE users ALTER email SET NOT NULL;
RESET search_path;
ALTER TABLE users ALTER email SET NOT NULL;
SET search_path = other;
SET LOCAL search_path = public;`;
  const checks = await plan(session, [script, 'ALTER TABLE users ALTER email SET NOT NULL']);
  expect(checks.map(({ line, table }) => `${line} ${table.schema}`)).toEqual([
    '1 public',
    '3 other',
    '5 public',
    '7 other',
    '11 public',
    '1 other',
  ]);
  const result = await check(session, 'ALTER TABLE users ALTER email SET NOT NULL', {
    searchPath: ['other'],
  });
  expect(countsOf(result)).toEqual(['not null 3']);
});

test('the search path of a session, without schemas that are not there', async () => {
  await using other = await connectTo(db.uri);
  await other.query('SET search_path TO nowhere, other, "$user", public');
  expect(await readSearchPath(other)).toEqual(['other', 'public']);
});

/** https://www.prisma.io/docs: the script that Prisma writes when a value leaves an enum. */
const prismaEnum = `-- AlterEnum
BEGIN;
CREATE TYPE "Role_new" AS ENUM ('USER', 'ADMIN');
ALTER TABLE "public"."users" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "users" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "public"."Role_old";
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'USER';
COMMIT;`;

test('a value that leaves an enum is found before, though the new type is not there yet', async () => {
  const result = await check(session, prismaEnum);
  expect(result.notes).toEqual([]);
  expect(result.refusals.map(({ finding }) => [finding.message, finding.location?.line])).toEqual([
    [
      '2 rows of public.users have a `role` that cannot become "Role_new", so the change of `role` to "Role_new" will fail.',
      5,
    ],
  ]);
});

test('enums are followed through renames, added values and other schemas', async () => {
  const cast = (type: string) => `ALTER TABLE users ALTER email TYPE ${type} USING (email::text::${type});`;
  const counts = async (...scripts: string[]) => {
    const checks = await plan(session, scripts);
    return checks
      .filter(({ kind }) => kind === 'cast')
      .map(({ question }) =>
        typeof question === 'object' && 'count' in question
          ? /NOT IN \((.*?)\)/.exec(question.count)?.[1]
          : question,
      );
  };
  expect(await counts(prismaEnum, `ALTER TYPE "Role" ADD VALUE 'a';`, cast('"Role"'))).toEqual([
    "'USER', 'ADMIN'",
    "'USER', 'ADMIN', 'a'",
  ]);
  expect(
    await counts(
      `CREATE TYPE other.t AS ENUM ('x'); ALTER TYPE other.t SET SCHEMA public; ALTER TYPE t RENAME VALUE 'x' TO 'y';`,
      cast('t'),
    ),
  ).toEqual(["'y'"]);
  expect(await counts(`CREATE TYPE t AS ENUM ('it''s "x"', '\\');`, cast('t'))).toEqual([
    "'it''s \"x\"', E'\\\\'",
  ]);
});

test('line, file and statement are those of the script', async () => {
  const script = `-- é\n\nSELECT 'é😀';\n-- comment\nALTER TABLE users\n  ADD CONSTRAINT "é" CHECK (email <> 'é'),\n  ADD CHECK (name <> /* 😀 */ '😀');`;
  const checks = await plan(session, script);
  expect(checks.map(({ file, line, statement }) => ({ file, line, statement }))).toEqual(
    Array(2).fill({
      file: 'prisma/migrations/1_test/migration.sql',
      line: 5,
      statement: { migration: '1_test', index: 1 },
    }),
  );
  const questions = checks.map(({ question }) => JSON.stringify(question));
  expect(questions[0]).toContain("(email <> 'é'\\n) IS FALSE");
  expect(questions[1]).toContain("(name <> /* 😀 */ '😀'\\n) IS FALSE");
});
