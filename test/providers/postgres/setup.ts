import { randomUUID } from 'node:crypto';
import { silentLogger } from '../../../src/log.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { quoteIdentifier } from '../../../src/postgres/identifier.ts';
import { createPostgresProvider } from '../../../src/providers/postgres/provider.ts';
import type {
  BranchOwner,
  EnsureBranchRequest,
  Provider,
  ProviderContext,
} from '../../../src/providers/provider.ts';
import { queryOnce } from '../../support/database.ts';

export const owner: BranchOwner = { repository: 'octo/app', pullRequest: 7, key: '' };
export const expiry = new Date('2031-02-03T04:05:06.000Z');

export function contextWith(more: Partial<ProviderContext> = {}): ProviderContext {
  return {
    log: silentLogger,
    signal: new AbortController().signal,
    timeoutMs: 30_000,
    now: () => new Date('2031-01-02T03:04:05.000Z'),
    mask() {},
    ...more,
  };
}

export function openProvider(adminUri: string, more: Partial<ProviderContext> = {}): Promise<Provider> {
  return createPostgresProvider({ adminUri, stateDirectory: '/nowhere', environment: {} }, contextWith(more));
}

/** Unique on the shared server, so that tests do not meet. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

export function request(name: string, more: Partial<EnsureBranchRequest> = {}): EnsureBranchRequest {
  return { name, parent: undefined, owner, expiresAt: expiry, ...more };
}

export interface Parent extends AsyncDisposable {
  readonly name: string;
  /** URI of the administrator, with the parent as its database. */
  readonly adminUri: string;
}

interface ParentOptions {
  /** Superuser URI of the server. */
  readonly server: string;
  /** Role that owns the parent and is the administrator; undefined = the superuser. */
  readonly administrator?: { readonly name: string; readonly password: string } | undefined;
}

/** A database with a little of everything, which branches are copied from; all branches made from it go with it. */
export async function createParent({ server, administrator }: ParentOptions): Promise<Parent> {
  const name = `parent_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const ownerClause = administrator === undefined ? '' : ` OWNER ${quoteIdentifier(administrator.name)}`;
  await queryOnce(server, `CREATE DATABASE "${name}"${ownerClause} TEMPLATE template0 STRATEGY file_copy`);
  const parts = { ...parseConnectionUri(server), database: name };
  const adminUri = formatConnectionUri(
    administrator === undefined
      ? parts
      : { ...parts, user: administrator.name, password: administrator.password },
  );
  await queryOnce(adminUri, parentContent);
  return {
    name,
    adminUri,
    async [Symbol.asyncDispose]() {
      const provider = await openProvider(adminUri);
      for await (const branch of provider.listBranches())
        if (branch.parent?.id === name) await provider.deleteBranch(branch);
      await queryOnce(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

const parentContent = `
  CREATE SCHEMA "we""ird schema";
  CREATE TYPE "we""ird schema".mood AS ENUM ('low', 'high');
  CREATE TYPE pair AS (a int, b text);
  CREATE TYPE span AS RANGE (subtype = float8);
  CREATE DOMAIN positive AS int CHECK (VALUE > 0);
  CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE, level positive, p pair);
  CREATE TABLE "we""ird schema"."Table; DROP" (id int GENERATED ALWAYS AS IDENTITY, m "we""ird schema".mood);
  CREATE TABLE parts (id int, at date) PARTITION BY RANGE (at);
  CREATE TABLE parts_2031 PARTITION OF parts FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');
  CREATE INDEX ON users (level);
  CREATE SEQUENCE alone;
  CREATE VIEW emails AS SELECT email FROM users;
  CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM users;
  CREATE FUNCTION twice(i int, OUT o int) LANGUAGE sql AS 'SELECT i * 2';
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE PROCEDURE nothing(VARIADIC a int[]) LANGUAGE sql AS 'SELECT 1';
  CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
  CREATE AGGREGATE row_total(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
  CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
  CREATE COLLATION by_bytes FROM "C";
  CREATE STATISTICS both_columns ON id, level FROM users;
  CREATE TEXT SEARCH CONFIGURATION mine (COPY = simple);
  CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
  INSERT INTO users (email, level) VALUES ('a@example.com', 1), ('b@example.com', 2);
  INSERT INTO "we""ird schema"."Table; DROP" (m) VALUES ('high');
`;

/** What a migration does to objects that it did not make. */
export const migration = `
  ALTER TABLE users ADD COLUMN name text;
  ALTER TABLE "we""ird schema"."Table; DROP" ADD COLUMN x int;
  ALTER TABLE parts ADD COLUMN y int;
  ALTER TYPE "we""ird schema".mood ADD VALUE 'medium';
  ALTER DOMAIN positive ADD CHECK (VALUE < 1000);
  ALTER SEQUENCE alone INCREMENT 2;
  ALTER SEQUENCE users_id_seq INCREMENT 2;
  CREATE OR REPLACE VIEW emails AS SELECT email, level FROM users;
  REFRESH MATERIALIZED VIEW counted;
  CREATE OR REPLACE FUNCTION twice(i int, OUT o int) LANGUAGE sql AS 'SELECT i + i';
  DROP AGGREGATE total(int);
  DROP AGGREGATE row_total(*);
  DROP PROCEDURE nothing;
  DROP OPERATOR === (int, int);
  DROP STATISTICS both_columns;
  DROP TEXT SEARCH CONFIGURATION mine;
  DROP COLLATION by_bytes;
  DROP TYPE span;
  ALTER TYPE pair ADD ATTRIBUTE c int;
  CREATE SCHEMA more;
  CREATE TABLE public.posts (id int PRIMARY KEY, author int REFERENCES users);
  CREATE INDEX ON users (name);
  UPDATE users SET name = email;
  TRUNCATE "we""ird schema"."Table; DROP";
  ALTER SCHEMA "we""ird schema" RENAME TO plain;
`;
