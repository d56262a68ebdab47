/** The database that the corpus's migrations are pending for. */
export const baseSchema = `
CREATE TYPE "Role" AS ENUM ('USER', 'EDITOR', 'ADMIN');
CREATE TYPE job_state AS ENUM ('queued', 'running', 'done');
CREATE DOMAIN email_address AS text;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION short_id() RETURNS text LANGUAGE sql AS $$ SELECT substr(md5(random()::text), 1, 8) $$;

CREATE TABLE users (
  id text NOT NULL,
  email varchar(100) NOT NULL,
  name text,
  nickname varchar(20),
  role "Role" NOT NULL DEFAULT 'USER',
  age integer,
  balance numeric(10, 2),
  contact email_address,
  created_at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen timestamp,
  CONSTRAINT users_pkey PRIMARY KEY (id),
  CONSTRAINT users_name_present CHECK (name IS NOT NULL AND length(name) < 1000),
  CONSTRAINT users_nickname_short CHECK (length(nickname) < 20)
);
CREATE UNIQUE INDEX users_email_key ON users (email);
CREATE INDEX users_created_at_idx ON users (created_at);

CREATE TABLE teams (id bigserial PRIMARY KEY, slug text NOT NULL, code text, archived boolean NOT NULL DEFAULT false);
CREATE UNIQUE INDEX teams_slug_idx ON teams (slug);

CREATE TABLE posts (
  id bigserial PRIMARY KEY,
  author_id text NOT NULL,
  team_id bigint,
  title text NOT NULL,
  state job_state NOT NULL DEFAULT 'queued',
  data json,
  words integer NOT NULL DEFAULT 0,
  pages integer GENERATED ALWAYS AS (words / 300) STORED,
  CONSTRAINT posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX posts_author_id_idx ON posts (author_id);

CREATE TABLE comments (
  id integer PRIMARY KEY,
  post_id bigint NOT NULL REFERENCES posts (id),
  user_id text REFERENCES users (id),
  body text
);
ALTER TABLE comments ADD CONSTRAINT comments_body_present CHECK (body IS NOT NULL) NOT VALID;

CREATE TABLE "_PostToTag" ("A" integer NOT NULL, "B" integer NOT NULL);
CREATE UNIQUE INDEX "_PostToTag_AB_unique" ON "_PostToTag" ("A", "B");

CREATE TABLE events (id bigint NOT NULL, at timestamptz NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE INDEX events_at_idx ON events (at);
CREATE TABLE events_2027 (LIKE events);
CREATE TABLE events_2028 (LIKE events, CONSTRAINT events_2028_bounds CHECK (at >= '2028-01-01' AND at < '2029-01-01' AND at IS NOT NULL));

CREATE VIEW active_users AS SELECT id FROM users WHERE name IS NOT NULL;
CREATE MATERIALIZED VIEW post_counts AS SELECT author_id, count(*) AS posts FROM posts GROUP BY 1;
CREATE UNIQUE INDEX post_counts_author_id_idx ON post_counts (author_id);

CREATE SCHEMA billing;
CREATE TABLE billing.invoices (id bigint PRIMARY KEY, user_id text NOT NULL REFERENCES users (id), cents integer NOT NULL, paid boolean);

CREATE TABLE "odd; DROP TABLE x" ("a ""b"" --" text, "ünï\ncode" integer, "Ω" text);
CREATE INDEX "idx; --" ON "odd; DROP TABLE x" ("a ""b"" --");

INSERT INTO users (id, email, name, age) SELECT 'u' || n, n || '@example.org', 'n', 20 + n FROM generate_series(1, 50) n;
INSERT INTO teams (slug) SELECT 's' || n FROM generate_series(1, 5) n;
INSERT INTO posts (author_id, title) SELECT 'u' || n, 't' FROM generate_series(1, 50) n;
`;
