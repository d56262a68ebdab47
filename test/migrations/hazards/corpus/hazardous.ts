import type { CorpusCase } from './case.ts';

/** Migrations written by hand, each for one or two rules. */
export const hazardous: readonly CorpusCase[] = [
  { title: 'a table dropped', sql: 'DROP TABLE teams;', finds: ['drop-table public.teams'] },
  {
    title: 'a table dropped that refers to others',
    sql: 'DROP TABLE comments;',
    finds: ['drop-table public.comments', 'drop-foreign-key public.posts', 'drop-foreign-key public.users'],
  },
  {
    title: 'a table and its parent dropped together',
    sql: 'DROP TABLE comments, posts CASCADE;',
    finds: [
      'drop-table public.comments',
      'drop-table public.posts',
      'drop-foreign-key public.users',
      // It selects from posts.
    ],
  },
  {
    title: 'a column dropped',
    sql: 'ALTER TABLE users DROP COLUMN nickname',
    finds: ['drop-column public.users.nickname'],
  },
  {
    title: 'a column dropped that refers to another table',
    sql: 'ALTER TABLE comments DROP COLUMN user_id;',
    finds: ['drop-column public.comments.user_id', 'drop-foreign-key public.users'],
  },
  {
    title: 'a schema dropped',
    sql: 'DROP SCHEMA billing CASCADE;',
    finds: ['drop-schema billing', 'drop-foreign-key public.users'],
  },
  { title: 'a view dropped', sql: 'DROP VIEW active_users;', finds: ['drop-view public.active_users'] },
  {
    title: 'where the search path leads',
    sql: 'SET search_path TO billing, public; ALTER TABLE invoices DROP COLUMN paid; CREATE TABLE users (id int); DROP TABLE users; ALTER TABLE users DROP COLUMN nickname;',
    finds: ['drop-column billing.invoices.paid', 'drop-column public.users.nickname'],
  },
  {
    title: 'where only a search path of the role’s own can lead',
    sql: 'ALTER TABLE invoices DROP COLUMN paid;',
    finds: ['drop-column billing.invoices.paid'],
    fails: '42P01',
  },
  {
    title: 'a temporary table that hides one in use',
    sql: 'CREATE TEMP TABLE users (id int); ALTER TABLE users ADD PRIMARY KEY (id); DROP TABLE users; DROP TABLE public.teams;',
    finds: ['drop-table public.teams'],
  },
  {
    title: 'a foreign key dropped',
    sql: 'ALTER TABLE posts DROP CONSTRAINT posts_author_id_fkey;',
    finds: ['drop-foreign-key public.users'],
  },
  {
    title: 'a table renamed',
    sql: 'ALTER TABLE teams RENAME TO groups;',
    finds: ['rename-table public.teams'],
  },
  {
    title: 'a table renamed, and what follows on its new name',
    sql: 'ALTER TABLE teams RENAME TO groups; ALTER TABLE groups DROP COLUMN code; CREATE INDEX g ON groups (archived);',
    finds: [
      'rename-table public.teams',
      'drop-column public.groups.code',
      'create-index-not-concurrent public.groups · g',
    ],
  },
  {
    title: 'a table moved to another schema',
    sql: 'ALTER TABLE teams SET SCHEMA billing;',
    finds: ['rename-table public.teams'],
  },
  {
    title: 'a column renamed, and its check follows',
    sql: 'ALTER TABLE users RENAME COLUMN name TO full_name; ALTER TABLE users ALTER COLUMN full_name SET NOT NULL;',
    finds: ['rename-column public.users.name'],
  },
  {
    title: 'a schema renamed',
    sql: 'ALTER SCHEMA billing RENAME TO invoicing;',
    finds: ['rename-schema billing'],
  },
  {
    title: 'integer to bigint',
    sql: 'ALTER TABLE users ALTER COLUMN age TYPE bigint;',
    finds: ['change-column-type public.users.age'],
  },
  {
    title: 'text to varchar, numeric of another scale, time less precise',
    sql: 'ALTER TABLE users ALTER nickname TYPE varchar(10), ALTER balance TYPE numeric(12, 3), ALTER created_at TYPE timestamp(0)',
    finds: [
      'change-column-type public.users.nickname',
      'change-column-type public.users.balance',
      'change-column-type public.users.created_at',
    ],
  },
  {
    title: 'the same type with USING that computes',
    sql: 'ALTER TABLE users ALTER COLUMN age TYPE integer USING age + 1;',
    finds: ['change-column-type public.users.age'],
  },
  {
    title: 'timestamp to timestamptz',
    sql: 'ALTER TABLE users ALTER COLUMN seen TYPE timestamptz;',
    finds: ['change-column-type public.users.seen'],
  },
  {
    title: 'a longer varchar that a check names',
    sql: 'ALTER TABLE users ALTER COLUMN nickname TYPE varchar(40);',
    finds: ['change-checked-column public.users.nickname'],
  },
  {
    title: 'another collation of an indexed column',
    sql: 'ALTER TABLE users ALTER COLUMN email TYPE varchar(100) COLLATE "C";',
    finds: ['change-column-collation public.users.email'],
  },
  {
    title: 'NOT NULL with a scan',
    sql: 'ALTER TABLE users ALTER COLUMN age SET NOT NULL;',
    finds: ['set-not-null public.users.age'],
  },
  {
    title: 'NOT NULL with a check that is not validated',
    sql: 'ALTER TABLE comments ALTER COLUMN body SET NOT NULL;',
    finds: ['set-not-null public.comments.body'],
  },
  {
    title: 'NOT NULL of a new column of an old table',
    sql: `ALTER TABLE users ADD COLUMN level int; UPDATE users SET level = 1 WHERE level IS NULL; ALTER TABLE users ALTER COLUMN level SET NOT NULL;`,
    finds: ['set-not-null public.users.level'],
  },
  {
    title: 'a NOT NULL constraint of Postgres 18, validated at once',
    since: 18,
    sql: 'ALTER TABLE posts ADD CONSTRAINT team_there NOT NULL team_id;',
    finds: ['set-not-null public.posts.team_id'],
    fails: '23502',
  },
  {
    title: 'a required column',
    sql: 'ALTER TABLE "users" ADD COLUMN "country" TEXT NOT NULL;',
    finds: ['add-required-column public.users.country'],
    fails: '23502',
  },
  {
    title: 'a default for each row',
    sql: 'ALTER TABLE "users" ADD COLUMN "token" UUID NOT NULL DEFAULT gen_random_uuid();',
    finds: ['volatile-default public.users.token'],
  },
  {
    title: 'a default by a function of one’s own',
    sql: 'ALTER TABLE users ADD COLUMN code text DEFAULT short_id();',
    finds: ['volatile-default public.users.code'],
  },
  {
    title: 'a stored generated column, new and changed',
    since: 17,
    sql: 'ALTER TABLE posts ADD COLUMN loud text GENERATED ALWAYS AS (upper(title)) STORED; ALTER TABLE posts ALTER COLUMN pages SET EXPRESSION AS (words / 250);',
    finds: ['stored-generated-column public.posts.loud', 'stored-generated-column public.posts.pages'],
  },
  {
    title: 'numbers for every row',
    sql: 'ALTER TABLE users ADD COLUMN n BIGSERIAL, ADD COLUMN m int GENERATED ALWAYS AS IDENTITY;',
    finds: ['add-identity-column public.users.n', 'add-identity-column public.users.m'],
  },
  {
    title: 'an index that blocks writes',
    sql: '-- CreateIndex\nCREATE INDEX "posts_state_idx" ON "posts"("state");',
    finds: ['create-index-not-concurrent public.posts · posts_state_idx'],
  },
  {
    title: 'an index without a name, of an expression, with a comment at its end',
    sql: 'CREATE UNIQUE INDEX ON users (lower(email)) WHERE age > 0 -- the comment\n;',
    finds: ['create-index-not-concurrent public.users · (expression)'],
  },
  {
    title: 'an index on a partitioned table, and on a matview',
    sql: 'CREATE INDEX events_kind_idx ON events USING btree (kind); CREATE INDEX pc ON post_counts (posts);',
    finds: [
      'create-index-not-concurrent public.events · events_kind_idx',
      'create-index-not-concurrent public.post_counts · pc',
    ],
  },
  {
    title: 'an index dropped',
    sql: 'DROP INDEX users_created_at_idx;',
    finds: ['drop-index-not-concurrent public.users · users_created_at_idx'],
  },
  {
    title: 'indexes rebuilt',
    sql: ['REINDEX TABLE users;', 'REINDEX INDEX posts_author_id_idx;', 'REINDEX SCHEMA public;'],
    finds: [
      'reindex-not-concurrent public.users',
      'reindex-not-concurrent public.posts · posts_author_id_idx',
      'reindex-not-concurrent public',
    ],
  },
  {
    title: 'unique and primary key',
    sql: `ALTER TABLE users ADD CONSTRAINT users_nickname_key UNIQUE (nickname);
ALTER TABLE teams ADD UNIQUE NULLS NOT DISTINCT (slug) INCLUDE (archived) DEFERRABLE;`,
    finds: [
      'add-unique-constraint public.users · users_nickname_key',
      'add-unique-constraint public.teams · teams_slug_key',
    ],
    fails: 'skip',
  },
  {
    title: 'what a Prisma upgrade does to join tables',
    sql: `-- AlterTable
ALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_AB_pkey" PRIMARY KEY ("A", "B");

-- DropIndex
DROP INDEX "_PostToTag_AB_unique";`,
    finds: [
      'add-primary-key public._PostToTag · _PostToTag_AB_pkey',
      'drop-index-not-concurrent public._PostToTag · _PostToTag_AB_unique',
    ],
  },
  {
    title: 'a primary key that adopts an index of a nullable column',
    sql: `CREATE UNIQUE INDEX CONCURRENTLY odd_key ON "odd; DROP TABLE x" ("Ω");
ALTER TABLE "odd; DROP TABLE x" ADD PRIMARY KEY USING INDEX odd_key;`,
    finds: ['set-not-null public."odd; DROP TABLE x"."Ω"'],
  },
  {
    title: 'a foreign key, validated at once',
    sql: '-- AddForeignKey\nALTER TABLE "posts" ADD CONSTRAINT "posts_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE SET NULL ON UPDATE CASCADE;',
    finds: ['add-foreign-key public.posts · posts_team_id_fkey'],
  },
  {
    title: 'a foreign key of a new column to a new table',
    sql: `CREATE TABLE orgs (id int PRIMARY KEY);
ALTER TABLE users ADD COLUMN org_id int;
ALTER TABLE users ADD CONSTRAINT users_org_id_fkey FOREIGN KEY (org_id) REFERENCES orgs (id);`,
    finds: ['add-foreign-key public.users · users_org_id_fkey'],
  },
  {
    title: 'checks, in a column and beside',
    sql: 'ALTER TABLE users ADD CHECK (age < 200), ADD COLUMN stars int DEFAULT 1 CONSTRAINT some_stars CHECK (stars > 0) NOT NULL;',
    finds: [
      'add-check-constraint public.users · some_stars',
      'add-check-constraint public.users · users_age_check',
    ],
  },
  {
    title: 'a new column with a key of its own',
    sql: 'ALTER TABLE users ADD COLUMN code text UNIQUE, ADD COLUMN team bigint DEFAULT 1 REFERENCES teams (id) ON DELETE CASCADE;',
    finds: [
      'add-unique-constraint public.users · users_code_key',
      'add-foreign-key public.users · users_team_fkey',
    ],
  },
  {
    title: 'an exclusion constraint',
    sql: 'ALTER TABLE posts ADD CONSTRAINT one_at_a_time EXCLUDE USING btree (words WITH =) WHERE (words > 0);',
    finds: ['add-exclusion-constraint public.posts · one_at_a_time'],
  },
  {
    title: 'validated in the same transaction',
    sql: `ALTER TABLE posts ADD CONSTRAINT posts_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;
ALTER TABLE posts VALIDATE CONSTRAINT posts_team_id_fkey;`,
    transport: 'script',
    finds: ['validate-in-same-transaction public.posts · posts_team_id_fkey'],
  },
  {
    title: 'validated between BEGIN and COMMIT',
    sql: 'BEGIN; ALTER TABLE users ADD CONSTRAINT k CHECK (age < 200) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT k; COMMIT;',
    finds: ['validate-in-same-transaction public.users · k'],
  },
  {
    title: 'a constraint of a domain',
    sql: `ALTER DOMAIN email_address ADD CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE DOMAIN short AS text; ALTER DOMAIN short ADD CHECK (length(VALUE) < 9);`,
    finds: ['add-domain-constraint public.email_address'],
  },
  {
    title: 'tables emptied',
    sql: [
      'TRUNCATE TABLE teams;',
      'TRUNCATE users CASCADE;',
      'DELETE FROM comments;',
      'DELETE FROM teams WHERE true;',
    ],
    finds: [
      'truncate-table public.teams',
      'truncate-table public.users',
      'delete-without-where public.comments',
      'delete-without-where public.teams',
    ],
  },
  {
    title: 'every row updated',
    sql: `UPDATE "users" SET "nickname" = upper(name), age = 1;
UPDATE users AS u SET nickname = u.name WHERE 1 = 1;
WITH gone AS (DELETE FROM comments RETURNING *) UPDATE posts SET words = 0;`,
    finds: [
      'update-without-where public.users',
      'update-without-where public.users',
      'delete-without-where public.comments',
      'update-without-where public.posts',
    ],
  },
  {
    title: 'a value of an enum renamed',
    sql: `ALTER TYPE "Role" RENAME VALUE 'EDITOR' TO 'AUTHOR';`,
    finds: ['rename-enum-value public.Role · EDITOR'],
  },
  {
    title: 'a type renamed, and one dropped',
    sql: 'ALTER TYPE "Role" RENAME TO "UserRole"; DROP TYPE job_state CASCADE;',
    finds: ['rename-type public.Role', 'drop-type public.job_state'],
  },
  {
    title: 'a new value of an enum used at once',
    sql: `ALTER TYPE "Role" ADD VALUE 'OWNER';
ALTER TABLE users ALTER COLUMN role SET DEFAULT 'OWNER';`,
    transport: 'script',
    finds: ['enum-value-used-too-soon public.Role · OWNER'],
    fails: '55P04',
  },
  {
    title: 'a new value used where it is another text',
    sql: `ALTER TYPE "Role" ADD VALUE 'OWNER'; INSERT INTO teams (slug) VALUES ('OWNER'); SELECT 'OWNER'::"Role";`,
    transport: 'script',
    finds: ['enum-value-used-too-soon public.Role · OWNER'],
    fails: '55P04',
  },
  {
    title: 'partitions',
    sql: [
      'ALTER TABLE events DETACH PARTITION events_2025;',
      `ALTER TABLE events ATTACH PARTITION events_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');`,
      `CREATE TABLE events_2030 PARTITION OF events FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');`,
    ],
    finds: [
      'detach-partition-not-concurrent public.events_2025',
      'attach-partition-without-check public.events_2027',
      'create-partition-of public.events_2030',
    ],
  },
  {
    title: 'storage',
    sql: [
      'VACUUM FULL users;',
      'CLUSTER users USING users_email_key;',
      'ALTER TABLE teams SET UNLOGGED;',
      'ALTER TABLE teams SET LOGGED;',
      'REFRESH MATERIALIZED VIEW post_counts;',
      'VACUUM (FULL) ;',
    ],
    finds: [
      'vacuum-full public.users',
      'vacuum-full public.users',
      'change-storage public.teams',
      'change-storage public.teams',
      'refresh-not-concurrent public.post_counts',
      'vacuum-full every table',
    ],
  },
  {
    title: 'triggers and row-level security',
    sql: `CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE users DISABLE TRIGGER USER;
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE teams FORCE ROW LEVEL SECURITY;
ALTER TABLE teams DISABLE ROW LEVEL SECURITY;
ALTER TABLE teams NO FORCE ROW LEVEL SECURITY;`,
    finds: [
      'create-trigger public.users',
      'disable-triggers public.users',
      'change-row-security public.teams',
      'change-row-security public.teams',
      'change-row-security public.teams',
    ],
  },
];
