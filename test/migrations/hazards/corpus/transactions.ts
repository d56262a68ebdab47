import type { CorpusCase } from './case.ts';

/** Where it matters which statements share a transaction; and what Prisma generates. */
export const transactions: readonly CorpusCase[] = [
  {
    title: 'CONCURRENTLY with another statement in a file that is one transaction',
    sql: `SET lock_timeout = '5s';\nCREATE INDEX CONCURRENTLY posts_state_idx ON posts (state);`,
    transport: 'script',
    finds: ['cannot-run-in-transaction public.posts'],
    fails: '25001',
  },
  {
    title: 'CONCURRENTLY between BEGIN and COMMIT',
    sql: 'BEGIN; CREATE INDEX CONCURRENTLY posts_state_idx ON posts (state); COMMIT;',
    finds: ['cannot-run-in-transaction public.posts'],
    fails: '25001',
  },
  {
    title: 'CONCURRENTLY on a new table',
    sql: 'CREATE TABLE fresh (id int); CREATE INDEX CONCURRENTLY fresh_idx ON fresh (id);',
    transport: 'script',
    finds: ['cannot-run-in-transaction public.fresh'],
    fails: '25001',
  },
  {
    title: 'two DROP INDEX CONCURRENTLY, which Prisma cannot split',
    sql: 'DROP INDEX CONCURRENTLY users_created_at_idx; DROP INDEX CONCURRENTLY posts_author_id_idx;',
    finds: ['cannot-run-in-transaction public.users', 'cannot-run-in-transaction public.posts'],
    fails: '25001',
  },
  {
    title: 'CONCURRENTLY beside a DO block, which Prisma cannot split',
    sql: 'DO $$ BEGIN NULL; END $$; CREATE INDEX CONCURRENTLY posts_state_idx ON posts (state);',
    finds: ['cannot-run-in-transaction public.posts'],
    fails: '25001',
  },
  {
    title: 'VACUUM and DETACH CONCURRENTLY in one transaction',
    sql: [
      'VACUUM users; SELECT 1;',
      'ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY; SELECT 1;',
    ],
    transport: 'script',
    finds: ['cannot-run-in-transaction public.users', 'cannot-run-in-transaction public.events'],
    fails: '25001',
  },
  {
    title: 'BEGIN without an end',
    sql: 'BEGIN; ALTER TABLE users ADD COLUMN a int;',
    finds: ['transaction-control m1'],
  },
  {
    title: 'ROLLBACK',
    sql: 'BEGIN; ALTER TABLE users ADD COLUMN a int; ROLLBACK;',
    finds: ['transaction-control m1'],
    fails: 'skip',
  },
  {
    title: 'COMMIT in the middle of one transaction',
    sql: 'ALTER TABLE users ADD COLUMN a int; COMMIT; ALTER TABLE users ADD COLUMN b int;',
    transport: 'script',
    finds: ['transaction-control m1'],
  },
  {
    title: 'a lock by hand',
    sql: 'BEGIN; LOCK TABLE users IN SHARE MODE; COMMIT;',
    finds: ['lock-table public.users'],
  },
  {
    title: 'a short ALTER TABLE, and a long statement on another table behind it',
    sql: `ALTER TABLE users ADD COLUMN a int;
ALTER TABLE posts ALTER COLUMN words TYPE bigint;`,
    transport: 'script',
    finds: ['change-column-type public.posts.words', 'lock-held-over-slow-statement public.users'],
    fails: 'skip',
  },
  {
    title: 'the same in two transactions',
    sql: ['ALTER TABLE users ADD COLUMN a int;', 'ALTER TABLE comments ALTER COLUMN id TYPE bigint;'],
    transport: 'script',
    finds: ['change-column-type public.comments.id'],
  },
  {
    title: 'the long statement first',
    sql: 'ALTER TABLE comments ALTER COLUMN id TYPE bigint; ALTER TABLE users ADD COLUMN a int;',
    transport: 'script',
    finds: ['change-column-type public.comments.id'],
  },
  {
    title: 'a new column and its backfill in one transaction',
    sql: 'ALTER TABLE users ADD COLUMN a int; UPDATE users SET a = 1;',
    transport: 'script',
    finds: ['lock-held-over-slow-statement public.users'],
  },
  {
    title: 'an owner changed, and a long statement behind it',
    sql: `ALTER TABLE users OWNER TO CURRENT_USER;
CREATE MATERIALIZED VIEW copies AS SELECT * FROM posts;`,
    transport: 'script',
    finds: ['lock-held-over-slow-statement public.users'],
  },
  {
    title: 'one lock, held over several long statements, is told once',
    sql: `ALTER TABLE teams ADD COLUMN a int;
ALTER TABLE comments ALTER COLUMN id TYPE bigint;
CREATE INDEX c ON comments (body);`,
    transport: 'script',
    finds: [
      'change-column-type public.comments.id',
      'lock-held-over-slow-statement public.teams',
      'create-index-not-concurrent public.comments · c',
    ],
  },
  {
    title: 'a new column and its backfill in two',
    sql: 'ALTER TABLE users ADD COLUMN a int; UPDATE users SET a = 1;',
    finds: ['update-without-where public.users'],
  },
  {
    title: 'a copy of a table while its parent is locked by a new table’s foreign key',
    sql: `CREATE TABLE copies (id bigint PRIMARY KEY, author_id text REFERENCES users (id));
INSERT INTO copies SELECT id, author_id FROM posts;`,
    transport: 'script',
    finds: ['lock-held-over-slow-statement public.users'],
  },
  {
    title: 'Prisma: a value taken out of an enum',
    sql: `-- AlterEnum
BEGIN;
CREATE TYPE "Role_new" AS ENUM ('USER', 'ADMIN', 'OWNER');
ALTER TABLE "users" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "users" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "Role_old";
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'USER';
COMMIT;`,
    finds: ['change-column-type public.users.role', 'remove-enum-value public.Role'],
  },
  {
    title: 'Prisma: an enum in another order, none of its values lost',
    sql: `-- AlterEnum
BEGIN;
CREATE TYPE "Role_new" AS ENUM ('ADMIN', 'EDITOR', 'USER');
ALTER TABLE "public"."users" ALTER COLUMN "role" DROP DEFAULT;
ALTER TABLE "users" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
ALTER TYPE "Role" RENAME TO "Role_old";
ALTER TYPE "Role_new" RENAME TO "Role";
DROP TYPE "public"."Role_old";
ALTER TABLE "users" ALTER COLUMN "role" SET DEFAULT 'USER';
COMMIT;`,
    finds: ['change-column-type public.users.role'],
  },
  {
    title: 'Prisma: a field of another type that cannot be cast',
    sql: `/*
  Warnings:

  - You are about to drop the column \`age\` on the \`users\` table. All the data in the column will be lost.
*/
-- AlterTable
ALTER TABLE "users" DROP COLUMN "age",
ADD COLUMN     "age" TEXT NOT NULL;`,
    finds: ['drop-column public.users.age', 'add-required-column public.users.age'],
    fails: 'skip',
  },
  {
    title: 'Prisma: another onDelete',
    sql: `-- DropForeignKey
ALTER TABLE "posts" DROP CONSTRAINT "posts_author_id_fkey";

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;`,
    transport: 'script',
    finds: [
      'drop-foreign-key public.users',
      'add-foreign-key public.posts · posts_author_id_fkey',
      // Its lock for the first statement is held over the scan of the second.
      'lock-held-over-slow-statement public.users',
    ],
  },
  {
    title: 'Prisma: a new model with a relation from an old one',
    sql: `-- AlterTable
ALTER TABLE "posts" ADD COLUMN     "series_id" INTEGER;

-- CreateTable
CREATE TABLE "series" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "posts_series_id_idx" ON "posts"("series_id");

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE SET NULL ON UPDATE CASCADE;`,
    finds: [
      'create-index-not-concurrent public.posts · posts_series_id_idx',
      'add-foreign-key public.posts · posts_series_id_fkey',
    ],
  },
  {
    title: 'Prisma: unique, renamed, dropped at once',
    sql: `-- DropIndex
DROP INDEX "users_email_key";

-- AlterTable
ALTER TABLE "users" DROP CONSTRAINT "users_pkey" CASCADE,
ADD CONSTRAINT "users_pkey" PRIMARY KEY ("id", "email");

-- DropTable
DROP TABLE "teams";

-- CreateIndex
CREATE UNIQUE INDEX "users_nickname_key" ON "users"("nickname");`,
    finds: [
      'drop-index-not-concurrent public.users · users_email_key',
      'add-primary-key public.users · users_pkey',
      'drop-table public.teams',
      'create-index-not-concurrent public.users · users_nickname_key',
    ],
  },
  {
    title: 'names that try to break out',
    sql: `ALTER TABLE "odd; DROP TABLE x" DROP COLUMN "ünï
code";
ALTER TABLE "odd; DROP TABLE x" ALTER COLUMN "a ""b"" --" SET NOT NULL, ADD CONSTRAINT "c""; DROP TABLE users; --" CHECK ("Ω" <> 'x;''y');
CREATE INDEX "i""; --" ON "odd; DROP TABLE x" ("Ω", "a ""b"" --");
DROP INDEX "idx; --";
ALTER TABLE "odd; DROP TABLE x" RENAME COLUMN "Ω" TO "x
y";
ALTER TABLE "odd; DROP TABLE x" ADD COLUMN "new "" one" uuid DEFAULT gen_random_uuid() NOT NULL;
ALTER TABLE "odd; DROP TABLE x" ADD COLUMN "n--" bigserial;
ALTER TABLE "odd; DROP TABLE x" RENAME TO "e'); --";`,
    finds: [
      'drop-column public."odd; DROP TABLE x"."ünï\ncode"',
      'set-not-null public."odd; DROP TABLE x"."a ""b"" --"',
      'add-check-constraint public."odd; DROP TABLE x" · "c""; DROP TABLE users; --"',
      'create-index-not-concurrent public."odd; DROP TABLE x" · "i""; --"',
      'drop-index-not-concurrent public."odd; DROP TABLE x" · "idx; --"',
      'rename-column public."odd; DROP TABLE x"."Ω"',
      'volatile-default public."odd; DROP TABLE x"."new "" one"',
      'add-identity-column public."odd; DROP TABLE x"."n--"',
      'rename-table public."odd; DROP TABLE x"',
    ],
  },
];
