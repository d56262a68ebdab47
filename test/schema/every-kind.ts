/** Every kind of object that a snapshot knows: made on one side, altered on one side, dropped on one side. */
import type { ObjectKind } from '../../src/schema/object-kinds.ts';
import { otherCases } from './other-kinds.ts';

export interface KindCase {
  /** What the diff must name: the kind, and its full name. */
  readonly object: readonly [kind: ObjectKind, name: string];
  /** Made on both sides before; not compared. */
  readonly setup?: string;
  readonly create: string;
  /** Each a change of this very object, with the attributes that must be told. */
  readonly alter: Readonly<Record<string, string | readonly [attribute: string, ...more: string[]]>>;
  readonly drop: string;
  /** The least major version that has it. */
  readonly since?: number;
}

/** In an order in which each has what it needs. @param role a role of the server that owns nothing */
export function kindCases(role: string): readonly KindCase[] {
  return [...tableCases(role), ...otherCases(role)];
}

function tableCases(role: string): readonly KindCase[] {
  const q = `"${role}"`;
  return [
    {
      object: ['schema', 'audit'],
      create: 'CREATE SCHEMA audit',
      alter: {
        [`ALTER SCHEMA audit OWNER TO ${q}; ALTER SCHEMA audit OWNER TO current_user; GRANT USAGE ON SCHEMA audit TO ${q}`]:
          'grants',
        "COMMENT ON SCHEMA audit IS 'who did what'": 'comment',
        [`ALTER SCHEMA audit OWNER TO ${q}`]: ['owner', 'grants'],
      },
      drop: 'DROP SCHEMA audit',
    },
    {
      object: ['extension', 'pg_trgm'],
      create: "CREATE EXTENSION pg_trgm VERSION '1.5'",
      alter: {
        "ALTER EXTENSION pg_trgm UPDATE TO '1.6'": 'version',
        "CREATE SCHEMA IF NOT EXISTS public; COMMENT ON EXTENSION pg_trgm IS 'trigrams'": 'comment',
      },
      drop: 'DROP EXTENSION pg_trgm',
    },
    {
      object: ['enum', 'public.mood'],
      create: "CREATE TYPE mood AS ENUM ('sad', 'ok')",
      alter: {
        "ALTER TYPE mood ADD VALUE 'happy'": 'values',
        "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'": 'values',
        "COMMENT ON TYPE mood IS 'how it is'": 'comment',
        'REVOKE USAGE ON TYPE mood FROM PUBLIC': 'grants',
        [`ALTER TYPE mood OWNER TO ${q}`]: ['owner'],
      },
      drop: 'DROP TYPE mood',
    },
    {
      object: ['domain', 'public.email'],
      create: "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')",
      alter: {
        'ALTER DOMAIN email SET NOT NULL': 'notNull',
        "ALTER DOMAIN email SET DEFAULT 'a@b'": 'default',
        'ALTER DOMAIN email ADD CONSTRAINT short CHECK (length(VALUE) < 100) NOT VALID': 'constraints',
        'ALTER DOMAIN email VALIDATE CONSTRAINT short': 'constraints',
      },
      drop: 'DROP DOMAIN email',
    },
    {
      object: ['composite type', 'public.address'],
      create: 'CREATE TYPE address AS (street text, zip integer)',
      alter: {
        'ALTER TYPE address ALTER ATTRIBUTE zip TYPE text': 'fields',
        'ALTER TYPE address ADD ATTRIBUTE "Town" text COLLATE "C"': 'fields',
      },
      drop: 'DROP TYPE address',
    },
    {
      object: ['range type', 'public.floatrange'],
      create: 'CREATE TYPE floatrange AS RANGE (subtype = float8, subtype_diff = float8mi)',
      alter: { "COMMENT ON TYPE floatrange IS 'from to'": 'comment' },
      drop: 'DROP TYPE floatrange',
    },
    {
      object: ['collation', 'public.plain'],
      create: "CREATE COLLATION plain (provider = libc, locale = 'C')",
      alter: {
        "DROP COLLATION plain; CREATE COLLATION plain (provider = libc, locale = 'POSIX')": 'locale',
        "COMMENT ON COLLATION plain IS 'bytes'": 'comment',
      },
      drop: 'DROP COLLATION plain',
    },
    {
      object: ['sequence', 'public.tickets'],
      create: 'CREATE SEQUENCE tickets',
      alter: {
        'ALTER SEQUENCE tickets INCREMENT BY 5': 'increment',
        'ALTER SEQUENCE tickets AS integer': 'type',
        'ALTER SEQUENCE tickets MAXVALUE 1000': 'maximum',
        'ALTER SEQUENCE tickets MINVALUE 0': ['minimum', 'start'],
        'ALTER SEQUENCE tickets START WITH 7': 'start',
        'ALTER SEQUENCE tickets CACHE 9': 'cache',
        'ALTER SEQUENCE tickets CYCLE': 'cycle',
        'ALTER SEQUENCE tickets SET UNLOGGED': 'unlogged',
        'CREATE TABLE IF NOT EXISTS sequence_owner (id integer); ALTER SEQUENCE tickets OWNED BY sequence_owner.id':
          'ownedBy',
        [`GRANT USAGE ON SEQUENCE tickets TO ${q}`]: 'grants',
      },
      drop: 'DROP SEQUENCE tickets; DROP TABLE sequence_owner',
    },
    {
      object: ['table', 'public.orders'],
      create: 'CREATE TABLE orders (id bigint, note text)',
      alter: {
        'ALTER TABLE orders SET UNLOGGED': 'unlogged',
        'ALTER TABLE orders SET (fillfactor = 70, toast.autovacuum_enabled = false)': 'options',
        'ALTER TABLE orders REPLICA IDENTITY FULL': 'replicaIdentity',
        'ALTER TABLE orders ENABLE ROW LEVEL SECURITY': 'rowSecurity',
        'ALTER TABLE orders FORCE ROW LEVEL SECURITY': 'forcedRowSecurity',
        "COMMENT ON TABLE orders IS 'what was bought'": 'comment',
        [`GRANT SELECT, INSERT ON orders TO ${q} WITH GRANT OPTION`]: 'grants',
        'REVOKE TRUNCATE ON orders FROM current_user': 'grants',
        'CREATE TABLE IF NOT EXISTS base_orders (id bigint); ALTER TABLE orders INHERIT base_orders':
          'inherits',
        'ALTER TABLE orders NO INHERIT base_orders': 'inherits',
        'CREATE TYPE order_type AS (id bigint, note text); ALTER TABLE orders OF order_type': 'ofType',
        'ALTER TABLE orders NOT OF': 'ofType',
        [`ALTER TABLE orders OWNER TO ${q}`]: ['owner', 'grants'],
      },
      drop: 'DROP TABLE orders, base_orders; DROP TYPE order_type',
    },
    {
      object: ['table', 'public.events_2026'],
      setup: 'CREATE TABLE events (at date NOT NULL, body text) PARTITION BY RANGE (at)',
      create: "CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
      alter: {
        'ALTER TABLE events DETACH PARTITION events_2026': ['partitionOf', 'partitionBound'],
        "ALTER TABLE events ATTACH PARTITION events_2026 FOR VALUES FROM ('2025-01-01') TO ('2027-01-01')": [
          'partitionOf',
          'partitionBound',
        ],
      },
      drop: 'DROP TABLE events_2026',
    },
    {
      object: ['table', 'public.parted'],
      create: 'CREATE TABLE parted (a integer, b integer) PARTITION BY LIST (a)',
      alter: {
        'DROP TABLE parted; CREATE TABLE parted (a integer, b integer) PARTITION BY HASH (lower(a::text), b)':
          'partitionKey',
      },
      drop: 'DROP TABLE parted',
    },
    {
      object: ['column', 'public.people.name'],
      setup: 'CREATE TABLE people (id integer)',
      create: 'ALTER TABLE people ADD COLUMN name varchar(10)',
      alter: {
        'ALTER TABLE people ALTER name TYPE varchar(20)': 'type',
        'ALTER TABLE people ALTER name TYPE text COLLATE "C"': ['type', 'collation'],
        'ALTER TABLE people ALTER name SET NOT NULL': 'notNull',
        "ALTER TABLE people ALTER name SET DEFAULT 'nobody'::text || E'\\n'": 'default',
        'ALTER TABLE people ALTER name SET STORAGE EXTERNAL': 'storage',
        'ALTER TABLE people ALTER name SET COMPRESSION pglz': 'compression',
        'ALTER TABLE people ALTER name SET STATISTICS 500': 'statistics',
        'ALTER TABLE people ALTER name SET (n_distinct = 5)': 'options',
        [`GRANT UPDATE (name) ON people TO ${q}`]: 'grants',
        "COMMENT ON COLUMN people.name IS 'as in the passport'": 'comment',
        'ALTER TABLE people ALTER name DROP DEFAULT': 'default',
        'ALTER TABLE people ALTER name DROP NOT NULL': 'notNull',
      },
      drop: 'ALTER TABLE people DROP COLUMN name',
    },
    {
      object: ['column', 'public.people.number'],
      create: 'ALTER TABLE people ADD COLUMN number integer GENERATED BY DEFAULT AS IDENTITY',
      alter: {
        'ALTER TABLE people ALTER number SET GENERATED ALWAYS': 'identity',
        'ALTER TABLE people ALTER number SET INCREMENT BY 10 SET START WITH 10': 'identityOptions',
        'ALTER TABLE people ALTER number TYPE bigint': 'type',
        'ALTER TABLE people ALTER number DROP IDENTITY': ['identity', 'identityOptions'],
      },
      drop: 'ALTER TABLE people DROP COLUMN number',
    },
    {
      object: ['column', 'public.people.twice'],
      create: 'ALTER TABLE people ADD COLUMN twice integer GENERATED ALWAYS AS (id * 2) STORED',
      alter: { 'ALTER TABLE people ALTER twice DROP EXPRESSION': ['default', 'generated'] },
      drop: 'ALTER TABLE people DROP COLUMN twice',
    },
    {
      object: ['column', 'public.people.thrice'],
      since: 18,
      create: 'ALTER TABLE people ADD COLUMN thrice integer GENERATED ALWAYS AS (id * 3) VIRTUAL',
      alter: {
        'ALTER TABLE people ALTER thrice SET EXPRESSION AS (id * 4)': 'default',
        'ALTER TABLE people ADD CONSTRAINT "it is there" NOT NULL thrice': ['notNull', 'notNullName'],
      },
      drop: 'ALTER TABLE people DROP COLUMN thrice',
    },
    {
      object: ['column', 'public.people.late'],
      since: 18,
      create: 'ALTER TABLE people ADD COLUMN late integer',
      alter: {
        'ALTER TABLE people ADD CONSTRAINT people_late_not_null NOT NULL late NOT VALID': 'notNull',
        'ALTER TABLE people VALIDATE CONSTRAINT people_late_not_null': 'notNull',
      },
      drop: 'ALTER TABLE people DROP COLUMN late',
    },
    {
      object: ['constraint', 'public.people.positive'],
      create: 'ALTER TABLE people ADD CONSTRAINT positive CHECK (id > 0) NOT VALID',
      alter: {
        'ALTER TABLE people VALIDATE CONSTRAINT positive': 'definition',
        "COMMENT ON CONSTRAINT positive ON people IS 'never zero'": 'comment',
      },
      drop: 'ALTER TABLE people DROP CONSTRAINT positive',
    },
    {
      object: ['constraint', 'public.people.person'],
      create:
        'ALTER TABLE people ALTER id SET NOT NULL; ALTER TABLE people ADD CONSTRAINT person PRIMARY KEY (id)',
      alter: {
        'ALTER TABLE people CLUSTER ON person': 'clustered',
        'ALTER TABLE people SET WITHOUT CLUSTER; ALTER INDEX person SET (fillfactor = 50)': [
          'indexOptions',
          'clustered',
        ],
      },
      drop: 'ALTER TABLE people DROP CONSTRAINT person; ALTER TABLE people ALTER id DROP NOT NULL',
    },
    {
      object: ['constraint', 'public.pets.owner'],
      setup:
        'CREATE TABLE owners (id integer PRIMARY KEY, a int, b int, UNIQUE NULLS NOT DISTINCT (a, b)); CREATE TABLE pets (owner integer)',
      create: 'ALTER TABLE pets ADD CONSTRAINT owner FOREIGN KEY (owner) REFERENCES owners',
      alter: {
        'ALTER TABLE pets ALTER CONSTRAINT owner DEFERRABLE INITIALLY DEFERRED': 'definition',
        'ALTER TABLE pets DROP CONSTRAINT owner, ADD CONSTRAINT owner FOREIGN KEY (owner) REFERENCES owners ON DELETE SET NULL (owner)':
          'definition',
      },
      drop: 'ALTER TABLE pets DROP CONSTRAINT owner',
    },
    {
      object: ['constraint', 'public.rooms.no_overlap'],
      setup: 'CREATE TABLE rooms (during tsrange, name text)',
      create: 'ALTER TABLE rooms ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&)',
      alter: {
        'ALTER TABLE rooms DROP CONSTRAINT no_overlap, ADD CONSTRAINT no_overlap EXCLUDE USING gist (during WITH &&) WHERE (name IS NOT NULL)':
          'definition',
      },
      drop: 'ALTER TABLE rooms DROP CONSTRAINT no_overlap',
    },
    {
      object: ['index', 'public.rooms.by "name" USING btree'],
      create: 'CREATE INDEX "by ""name"" USING btree" ON rooms (name)',
      alter: {
        'DROP INDEX "by ""name"" USING btree"; CREATE INDEX "by ""name"" USING btree" ON rooms (lower(name) DESC) INCLUDE (during) WHERE name IS NOT NULL':
          'definition',
        'DROP INDEX "by ""name"" USING btree"; CREATE UNIQUE INDEX "by ""name"" USING btree" ON rooms (name text_pattern_ops) NULLS NOT DISTINCT WITH (fillfactor = 80)':
          ['definition', 'unique'],
        'ALTER TABLE rooms CLUSTER ON "by ""name"" USING btree"': 'clustered',
        'ALTER TABLE rooms ALTER name SET NOT NULL; DROP INDEX "by ""name"" USING btree"; CREATE UNIQUE INDEX "by ""name"" USING btree" ON rooms (name); ALTER TABLE rooms REPLICA IDENTITY USING INDEX "by ""name"" USING btree"':
          ['definition', 'clustered', 'replicaIdentity'],
        'COMMENT ON INDEX "by ""name"" USING btree" IS \'fast\'': 'comment',
        'UPDATE pg_index SET indisvalid = false WHERE indexrelid = \'"by ""name"" USING btree"\'::regclass':
          'invalid',
      },
      drop: 'DROP INDEX "by ""name"" USING btree"; ALTER TABLE rooms ALTER name DROP NOT NULL',
    },
    {
      object: ['index', 'public.rooms.computed'],
      create: 'CREATE INDEX computed ON rooms ((name || name))',
      alter: { 'ALTER INDEX computed ALTER COLUMN 1 SET STATISTICS 300': 'statistics' },
      drop: 'DROP INDEX computed',
    },
    {
      object: ['trigger', 'public.rooms.on change'],
      setup:
        'CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE PROCEDURE p() LANGUAGE sql AS $$ $$',
      create:
        'CREATE TRIGGER "on change" BEFORE INSERT ON rooms FOR EACH ROW WHEN (NEW.name IS NULL) EXECUTE FUNCTION note()',
      alter: {
        'ALTER TABLE rooms DISABLE TRIGGER "on change"': 'enabled',
        'ALTER TABLE rooms ENABLE ALWAYS TRIGGER "on change"': 'enabled',
        'DROP TRIGGER "on change" ON rooms; CREATE CONSTRAINT TRIGGER "on change" AFTER UPDATE OF name ON rooms DEFERRABLE FOR EACH ROW EXECUTE FUNCTION note(1)':
          ['definition', 'enabled'],
        'COMMENT ON TRIGGER "on change" ON rooms IS \'watch\'': 'comment',
      },
      drop: 'DROP TRIGGER "on change" ON rooms',
    },
    {
      object: ['rule', 'public.rooms.stay'],
      create: 'CREATE RULE stay AS ON DELETE TO rooms DO INSTEAD NOTHING',
      alter: {
        'CREATE OR REPLACE RULE stay AS ON DELETE TO rooms WHERE OLD.name IS NULL DO INSTEAD NOTHING':
          'definition',
        'ALTER TABLE rooms DISABLE RULE stay': 'enabled',
      },
      drop: 'DROP RULE stay ON rooms',
    },
    {
      object: ['policy', 'public.rooms.mine'],
      create: 'CREATE POLICY mine ON rooms FOR SELECT USING (name = current_user)',
      alter: {
        'ALTER POLICY mine ON rooms USING (true)': 'using',
        [`ALTER POLICY mine ON rooms TO ${q}`]: 'roles',
        'DROP POLICY mine ON rooms; CREATE POLICY mine ON rooms AS RESTRICTIVE FOR ALL USING (true) WITH CHECK (name IS NOT NULL)':
          ['command', 'restrictive', 'roles', 'check'],
      },
      drop: 'DROP POLICY mine ON rooms',
    },
  ];
}
