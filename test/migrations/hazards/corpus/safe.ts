import type { CorpusCase } from './case.ts';

/** Migrations of which there is nothing to say. */
export const safe: readonly CorpusCase[] = [
  {
    title: 'Prisma’s first migration of a schema',
    sql: `
-- CreateEnum
CREATE TYPE "Plan" AS ENUM ('FREE', 'PRO');

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "plan" "Plan" NOT NULL DEFAULT 'FREE',
    "ownerId" INTEGER NOT NULL,
    "token" UUID NOT NULL DEFAULT gen_random_uuid(),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Owner" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "Owner_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Account_ownerId_idx" ON "Account"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "Owner_email_key" ON "Owner"("email");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;`,
    finds: [],
  },
  {
    title: 'a new table that refers to one in use',
    sql: `CREATE TABLE likes (id int PRIMARY KEY, user_id text NOT NULL);
CREATE INDEX likes_user_id_idx ON likes (user_id);
ALTER TABLE likes ADD CONSTRAINT likes_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id);`,
    transport: 'script',
    finds: [],
  },
  {
    title: 'everything one can do to a table of this pull request, over several migrations',
    sql: [
      'CREATE TABLE drafts (id int, title text, old text);',
      `ALTER TABLE drafts ADD PRIMARY KEY (id), ALTER COLUMN title SET NOT NULL, ADD COLUMN n bigserial, DROP COLUMN old;
CREATE INDEX drafts_title_idx ON drafts (title);
ALTER TABLE drafts ALTER COLUMN title TYPE varchar(10), ADD CHECK (n > 0), ADD UNIQUE (title);
CREATE TRIGGER touched BEFORE UPDATE ON drafts FOR EACH ROW EXECUTE FUNCTION touch();`,
      `ALTER TABLE drafts RENAME COLUMN title TO heading;
ALTER TABLE drafts RENAME TO sketches;
DROP INDEX drafts_title_idx;
UPDATE sketches SET heading = 'x';
DELETE FROM sketches;
TRUNCATE sketches;
REINDEX TABLE sketches;
DROP TABLE sketches;`,
    ],
    finds: [],
  },
  { title: 'a nullable column', sql: 'ALTER TABLE "users" ADD COLUMN "bio" TEXT;', finds: [] },
  {
    title: 'a required column with a default that is one value',
    sql: `ALTER TABLE "users" ADD COLUMN "points" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "joined" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD COLUMN prefs jsonb NOT NULL DEFAULT jsonb_build_object('a', 1), ADD COLUMN seen_at timestamptz DEFAULT (now() AT TIME ZONE 'UTC');`,
    finds: [],
  },
  {
    title: 'an enum with a new value that is used in the next migration',
    sql: [
      `ALTER TYPE "Role" ADD VALUE 'OWNER';`,
      `UPDATE users SET role = 'OWNER' WHERE id = 'u1'; ALTER TABLE users ALTER COLUMN role SET DEFAULT 'OWNER';`,
    ],
    transport: 'script',
    finds: [],
  },
  {
    title: 'a new enum and its value in one transaction',
    since: 17,
    sql: `CREATE TYPE mood AS ENUM ('good'); ALTER TYPE mood ADD VALUE 'bad'; ALTER TABLE teams ADD COLUMN mood mood DEFAULT 'bad';`,
    transport: 'script',
    finds: [],
  },
  {
    title: 'an index CONCURRENTLY, alone in its file',
    sql: '-- CreateIndex\nCREATE INDEX CONCURRENTLY "posts_state_idx" ON "posts"("state");\n',
    transport: 'script',
    finds: [],
  },
  {
    title: 'indexes CONCURRENTLY where each statement is its own transaction',
    sql: `CREATE INDEX CONCURRENTLY posts_team_idx ON posts (team_id);
CREATE UNIQUE INDEX CONCURRENTLY users_nickname_key ON users (nickname);
ALTER TABLE users ADD CONSTRAINT users_nickname_key UNIQUE USING INDEX users_nickname_key;`,
    finds: [],
  },
  { title: 'DROP INDEX CONCURRENTLY alone', sql: 'DROP INDEX CONCURRENTLY users_created_at_idx;', finds: [] },
  {
    title: 'REINDEX CONCURRENTLY alone',
    sql: 'REINDEX INDEX CONCURRENTLY users_email_key;',
    transport: 'script',
    finds: [],
  },
  {
    title: 'a foreign key in two transactions',
    sql: [
      'ALTER TABLE posts ADD CONSTRAINT posts_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;',
      'ALTER TABLE posts VALIDATE CONSTRAINT posts_team_id_fkey;',
    ],
    transport: 'script',
    finds: [],
  },
  {
    title: 'a foreign key in two statements, each its own transaction',
    sql: `ALTER TABLE posts ADD CONSTRAINT posts_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;
ALTER TABLE posts VALIDATE CONSTRAINT posts_team_id_fkey;`,
    finds: [],
  },
  {
    title: 'the two halves between BEGIN and COMMIT each',
    sql: `BEGIN; ALTER TABLE users ADD CONSTRAINT old_enough CHECK (age > 12) NOT VALID; COMMIT;
BEGIN; ALTER TABLE users VALIDATE CONSTRAINT old_enough; COMMIT;`,
    finds: [],
  },
  {
    title: 'NOT NULL by way of a validated check',
    sql: `ALTER TABLE users ADD CONSTRAINT age_there CHECK ("age" IS NOT NULL) NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT age_there;
ALTER TABLE users ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT age_there;`,
    serverVersion: 170_000,
    finds: [],
  },
  {
    title: 'NOT NULL that a check from before proves',
    sql: 'ALTER TABLE "users" ALTER COLUMN "name" SET NOT NULL;',
    finds: [],
  },
  {
    title: 'NOT NULL that a renamed column’s check from before proves',
    sql: 'CREATE TABLE n (id int); ALTER TABLE users ALTER COLUMN name SET NOT NULL, ALTER COLUMN email SET NOT NULL;',
    finds: [],
  },
  {
    title: 'NOT NULL as Postgres 18 can add it',
    since: 18,
    sql: `ALTER TABLE teams ADD CONSTRAINT code_there NOT NULL code NOT VALID;
UPDATE teams SET code = 'x' WHERE code IS NULL;
ALTER TABLE teams VALIDATE CONSTRAINT code_there;`,
    finds: [],
  },
  {
    title: 'types that only widen',
    sql: `ALTER TABLE "users" ALTER COLUMN "email" SET DATA TYPE VARCHAR(255);
ALTER TABLE users ALTER email TYPE text;
ALTER TABLE users ALTER balance TYPE numeric(14, 2), ALTER created_at TYPE timestamp(6);
ALTER TABLE users ALTER balance TYPE numeric;
ALTER TABLE teams ALTER code TYPE varchar USING code::varchar;`,
    finds: [],
  },
  {
    title: 'the type that a column has',
    sql: 'ALTER TABLE "users" ALTER COLUMN "nickname" SET DATA TYPE character varying(20), ALTER COLUMN role SET DATA TYPE "Role", ALTER COLUMN contact TYPE email_address;',
    finds: [],
  },
  {
    title: 'less strict than before',
    sql: `ALTER TABLE users ALTER COLUMN email DROP NOT NULL, ALTER COLUMN role DROP DEFAULT;
ALTER TABLE users DROP CONSTRAINT users_nickname_short;`,
    finds: [],
  },
  {
    title: 'names that no query uses',
    sql: `-- RenameForeignKey
ALTER TABLE "posts" RENAME CONSTRAINT "posts_author_id_fkey" TO "posts_author_fk";
-- RenameIndex
ALTER INDEX "users_email_key" RENAME TO "users_email_unique";`,
    finds: [],
  },
  {
    title: 'a table’s new name with a view under the old one',
    sql: `BEGIN;
ALTER TABLE teams RENAME TO groups;
CREATE VIEW teams AS SELECT * FROM groups;
COMMIT;`,
    finds: [],
  },
  {
    title: 'rows that are named',
    sql: `UPDATE users SET age = 1 WHERE id = 'u1';
DELETE FROM users WHERE id = 'u50';
INSERT INTO teams (slug) VALUES ('a'), ('b');
INSERT INTO teams (slug) SELECT 'x' || n FROM generate_series(1, 3) n;`,
    finds: [],
  },
  {
    title: 'functions, views, comments and rights',
    sql: `CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := 'DROP TABLE users'; RETURN NEW; END $$;
CREATE OR REPLACE VIEW active_users AS SELECT id FROM users WHERE name <> 'x';
COMMENT ON TABLE users IS 'DROP TABLE users; --';
GRANT SELECT ON users TO PUBLIC;
CREATE STATISTICS user_stat ON age, balance FROM users;
ANALYZE users;`,
    finds: [],
  },
  {
    title: 'a view that is dropped and made again',
    sql: 'DROP VIEW active_users; CREATE VIEW active_users AS SELECT id FROM users;',
    finds: [],
  },
  {
    title: 'what is there already, or is not',
    sql: `CREATE TABLE IF NOT EXISTS users (id int);
CREATE INDEX IF NOT EXISTS users_created_at_idx ON users (created_at);
ALTER TABLE users ADD COLUMN IF NOT EXISTS age bigserial;
DROP TABLE IF EXISTS nothing;
DROP INDEX IF EXISTS nothing_idx;
ALTER TABLE IF EXISTS nothing DROP COLUMN x;`,
    finds: [],
  },
  {
    title: 'a partition that a check lets in',
    sql: `ALTER TABLE events ATTACH PARTITION events_2028 FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');`,
    finds: [],
  },
  {
    title: 'a partition that is detached CONCURRENTLY',
    sql: 'ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;',
    isMore: true,
    finds: [],
  },
  {
    title: 'a materialised view refreshed CONCURRENTLY, or left empty',
    sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY post_counts;\nREFRESH MATERIALIZED VIEW post_counts WITH NO DATA;',
    finds: [],
  },
  {
    title: 'a virtual column',
    since: 18,
    sql: 'ALTER TABLE users ADD COLUMN initial text GENERATED ALWAYS AS (left(name, 1)) VIRTUAL;',
    finds: [],
  },
  {
    title: 'a reference from a new column without a default',
    sql: 'ALTER TABLE users ADD COLUMN team_id bigint REFERENCES teams (id);',
    finds: [],
  },
  {
    title: 'a primary key that adopts an index',
    sql: 'ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY USING INDEX "_PostToTag_AB_unique";',
    finds: [],
  },
  {
    title: 'settings and savepoints',
    sql: `SET lock_timeout = '5s'; SET LOCAL statement_timeout = 0; SELECT set_config('search_path', 'public', false); RESET lock_timeout;`,
    finds: [],
  },
  {
    title: 'settings of a table, which block nobody, and a long statement behind them',
    sql: `ALTER TABLE users SET (autovacuum_vacuum_scale_factor = 0.01), ALTER COLUMN age SET STATISTICS 500;
CREATE TABLE copies AS SELECT * FROM posts;`,
    isMore: true,
    transport: 'script',
    finds: [],
  },
  {
    title: 'nothing',
    sql: '-- This is an empty migration.\n',
    finds: [],
  },
  {
    title: 'an identity for a column that is there',
    sql: 'ALTER TABLE comments ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;',
    finds: [],
  },
  {
    title: 'row-level security with its policy',
    sql: 'BEGIN; ALTER TABLE teams ENABLE ROW LEVEL SECURITY; CREATE POLICY everybody ON teams USING (true); COMMIT;',
    finds: [],
  },
];
