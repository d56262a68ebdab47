/** Pairs of schemas whose differences hang together: the order of the statements is what is tried. */

export interface Tangle {
  readonly old: string;
  readonly now: string;
  /** The least major version that has it. */
  readonly since?: number;
  /** What no script can do, on the way there and back. */
  readonly notWritten?: readonly string[];
}

export const tangles: Readonly<Record<string, Tangle>> = {
  'a column under views, policies, rules and triggers takes another type': {
    old: `
      CREATE TABLE a (id integer PRIMARY KEY, "the value" integer DEFAULT 5, other text);
      CREATE TABLE b (a integer REFERENCES a, note text);
      CREATE VIEW v AS SELECT id, "the value" FROM a;
      CREATE VIEW w AS SELECT v."the value" + 1 AS more FROM v;
      CREATE MATERIALIZED VIEW m AS SELECT "the value" FROM w, v;
      CREATE UNIQUE INDEX m_key ON m ("the value");
      COMMENT ON VIEW w IS 'above';
      COMMENT ON COLUMN w.more IS 'one more';
      GRANT SELECT ON w TO PUBLIC;
      ALTER VIEW v ALTER "the value" SET DEFAULT 3;
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER put INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
      CREATE TRIGGER on_value AFTER UPDATE OF "the value" ON a FOR EACH ROW WHEN (OLD."the value" IS NOT NULL) EXECUTE FUNCTION f();
      CREATE RULE r AS ON UPDATE TO a DO ALSO INSERT INTO b (note) VALUES (NEW."the value"::text);
      ALTER TABLE a ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON a USING ("the value" > 3);
      CREATE FUNCTION s() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum("the value") FROM a; END;
      CREATE INDEX ON a ("the value") WHERE "the value" > 2;
      ALTER TABLE a ADD CONSTRAINT c CHECK ("the value" > 0);`,
    now: `
      CREATE TABLE a (id bigint PRIMARY KEY, "the value" bigint DEFAULT 5, other text);
      CREATE TABLE b (a bigint REFERENCES a, note text);
      CREATE VIEW v AS SELECT id, "the value" FROM a;
      CREATE VIEW w AS SELECT v."the value" + 1 AS more FROM v;
      CREATE MATERIALIZED VIEW m AS SELECT "the value" FROM w, v;
      CREATE UNIQUE INDEX m_key ON m ("the value");
      COMMENT ON VIEW w IS 'above';
      COMMENT ON COLUMN w.more IS 'one more';
      GRANT SELECT ON w TO PUBLIC;
      ALTER VIEW v ALTER "the value" SET DEFAULT 3;
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
      CREATE TRIGGER put INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION f();
      CREATE TRIGGER on_value AFTER UPDATE OF "the value" ON a FOR EACH ROW WHEN (OLD."the value" IS NOT NULL) EXECUTE FUNCTION f();
      CREATE RULE r AS ON UPDATE TO a DO ALSO INSERT INTO b (note) VALUES (NEW."the value"::text);
      ALTER TABLE a ENABLE ROW LEVEL SECURITY;
      CREATE POLICY p ON a USING ("the value" > 3);
      CREATE FUNCTION s() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum("the value") FROM a; END;
      CREATE INDEX ON a ("the value") WHERE "the value" > 2;
      ALTER TABLE a ADD CONSTRAINT c CHECK ("the value" > 0);`,
  },
  'a function under defaults, checks, indexes, views and policies returns another type': {
    old: `
      CREATE FUNCTION n(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT x';
      CREATE FUNCTION n2(x integer) RETURNS integer LANGUAGE sql RETURN public.n(x) + 1;
      CREATE TABLE a (id integer DEFAULT n(1), CHECK (n(id) > 0));
      CREATE INDEX i ON a (n(id));
      CREATE VIEW v AS SELECT n2(id) AS x FROM a;
      CREATE POLICY p ON a USING (n(id) > 0);`,
    now: `
      CREATE FUNCTION n(y integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT y';
      CREATE FUNCTION n2(x integer) RETURNS integer LANGUAGE sql RETURN public.n(x) + 1;
      CREATE TABLE a (id integer DEFAULT n(1), CHECK (n(id) > 0));
      CREATE INDEX i ON a (n(id));
      CREATE VIEW v AS SELECT n2(id) AS x FROM a;
      CREATE POLICY p ON a USING (n(id) > 0);`,
  },
  'tables that refer to each other, sequences, types and functions come and go': {
    old: '',
    now: `
      CREATE SCHEMA "Odd "" schema";
      CREATE TYPE "Odd "" schema"."k'ind" AS ENUM ('it''s', 'b\\c', 'line
break');
      CREATE DOMAIN short AS text DEFAULT 'x' CHECK (length(VALUE) < 9) CHECK (VALUE <> '');
      CREATE TYPE pair AS (a integer, "b c" "Odd "" schema"."k'ind");
      CREATE FUNCTION zero() RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = public, "$user", "a b" AS 'SELECT 0 -- $body$';
      CREATE TABLE a (id serial PRIMARY KEY, b integer, k "Odd "" schema"."k'ind" DEFAULT 'it''s', p pair, s short NOT NULL);
      CREATE TABLE "b;--" (id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 5) PRIMARY KEY, a integer REFERENCES a,
        z integer DEFAULT zero(), twice integer GENERATED ALWAYS AS (zero() * 2) STORED, UNIQUE (a, z));
      ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES "b;--" (id) DEFERRABLE;
      CREATE FUNCTION rows_of() RETURNS SETOF a LANGUAGE sql AS 'SELECT * FROM public.a';
      CREATE FUNCTION part_of(x a) RETURNS integer LANGUAGE sql RETURN (SELECT count(*) FROM public.a WHERE id = x.id);
      CREATE VIEW seen AS SELECT a.id, a.s, a.b FROM a GROUP BY a.id;
      CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE);
      CREATE VIEW totals AS SELECT total(id), part_of(a) FROM a GROUP BY a;
      COMMENT ON TABLE a IS E'a\\\\b ''quoted'' and\\nlines';
      COMMENT ON COLUMN a.p IS 'both';
      COMMENT ON CONSTRAINT a_pkey ON a IS 'key';`,
  },
  'partitions of partitions, with their keys, indexes and triggers': {
    old: `
      CREATE TABLE e (at date NOT NULL, kind text, n integer) PARTITION BY RANGE (at);
      CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');`,
    now: `
      CREATE TABLE e (at date NOT NULL, kind text, n integer, PRIMARY KEY (at, n), CHECK (n > 0)) PARTITION BY RANGE (at);
      CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE TABLE e2 PARTITION OF e (n DEFAULT 4, CONSTRAINT own CHECK (n < 100)) FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY LIST (n);
      CREATE TABLE e2a PARTITION OF e2 FOR VALUES IN (1, 2) WITH (fillfactor = 70);
      CREATE TABLE e2b PARTITION OF e2 DEFAULT;
      CREATE INDEX ON e (kind);
      CREATE INDEX own_index ON e2a (n);
      CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER tt AFTER INSERT ON e FOR EACH ROW EXECUTE FUNCTION t();
      CREATE TABLE pointing (at date, n integer, FOREIGN KEY (at, n) REFERENCES e);
      COMMENT ON COLUMN e2a.n IS 'how many';`,
  },
  'children that inherit, with columns of their own': {
    old: 'CREATE TABLE top (id integer, x text);',
    now: `
      CREATE TABLE top (id bigint DEFAULT 3, x text NOT NULL, CONSTRAINT pos CHECK (id > 0));
      CREATE TABLE side (s text);
      CREATE TABLE child (id bigint, own date) INHERITS (top, side);
      CREATE TABLE grandchild () INHERITS (child);
      ALTER TABLE child ALTER id SET DEFAULT 8;`,
  },
  'columns of a table that a view shows come and go': {
    old: `
      CREATE TABLE a (id integer, gone text, stays text);
      CREATE VIEW v AS SELECT * FROM a;
      CREATE VIEW only_stays AS SELECT stays FROM a;
      CREATE FUNCTION g() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT gone FROM a; END;`,
    now: `
      CREATE TABLE a (id integer, stays text, come date NOT NULL DEFAULT '2020-01-01');
      CREATE VIEW v AS SELECT * FROM a;
      CREATE VIEW only_stays AS SELECT stays FROM a;
      CREATE FUNCTION g() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT stays FROM a; END;`,
  },
  'one kind of thing takes the name of another': {
    old: `
      CREATE TABLE x (id integer); CREATE VIEW y AS SELECT 1 AS a; CREATE TYPE z AS ENUM ('a');
      CREATE TABLE uses (z z, k integer CONSTRAINT same UNIQUE); CREATE SEQUENCE s;`,
    now: `
      CREATE VIEW x AS SELECT 2 AS b; CREATE TABLE y (id integer, more text); CREATE DOMAIN z AS text;
      CREATE TABLE uses (z text, k integer); CREATE INDEX same ON uses (k); CREATE VIEW s AS SELECT 3 AS a;`,
    notWritten: ['enum public.z', 'domain public.z', 'column public.uses.z'],
  },
  'names are exchanged, as far as a guess can tell': {
    old: 'CREATE TABLE x (id integer); CREATE VIEW y AS SELECT 1 AS a;',
    now: 'CREATE VIEW x AS SELECT 1 AS a; CREATE TABLE y (id integer);',
    notWritten: ['table public.', 'view public.'],
  },
  'default privileges and owners': {
    old: `
      ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO PUBLIC;
      ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO PUBLIC;
      ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
      CREATE TABLE given (id integer);`,
    now: `
      ALTER DEFAULT PRIVILEGES GRANT DELETE ON TABLES TO PUBLIC;
      CREATE TABLE given (id integer);
      CREATE TABLE later (id serial);
      CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1';
      ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;
      GRANT SELECT (id), UPDATE (id) ON given TO PUBLIC;
      REVOKE ALL ON later FROM PUBLIC;
      GRANT INSERT ON later TO PUBLIC;`,
  },
  'values of an enum in the middle, used at once': {
    old: "CREATE TYPE m AS ENUM ('b', 'd'); CREATE TABLE t (m m);",
    now: "CREATE TYPE m AS ENUM ('a', 'b', 'c', 'c2', 'd', 'e'); CREATE TABLE t (m m DEFAULT 'c2', CHECK (m <> 'e')); CREATE INDEX i ON t (m) WHERE m = 'a';",
    notWritten: ['enum public.m'],
  },
  'a generated column keeps the type of what it is made of': {
    old: 'CREATE TABLE t (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);',
    now: 'CREATE TABLE t (a bigint, b integer GENERATED ALWAYS AS (a + 1) STORED);',
    notWritten: ['column public.t.a', 'column public.t.b'],
  },
  'types without a cast between them': {
    old: "CREATE TYPE m AS ENUM ('1', 'b'); CREATE TABLE t (a uuid DEFAULT gen_random_uuid(), b m DEFAULT '1', c integer, d text[], e jsonb)",
    now: 'CREATE TABLE t (a bigint DEFAULT 1, b integer, c uuid, d integer[], e text[])',
  },
  'identity, serial and plain defaults of a column': {
    old: 'CREATE TABLE t (a serial, b integer GENERATED ALWAYS AS IDENTITY, c integer DEFAULT 3, d text, e integer NOT NULL, f smallint DEFAULT 1)',
    now: `CREATE TABLE t (a integer GENERATED BY DEFAULT AS IDENTITY (MINVALUE -5), b serial, c bigint GENERATED ALWAYS AS IDENTITY,
      d integer NOT NULL DEFAULT 1, e serial, f text DEFAULT 'x'); ALTER TABLE t ALTER b DROP NOT NULL`,
  },
};

/** What is renamed in one database, where numbers tell so; `setup` before, `change` the migration. */
export const renamings: Readonly<Record<string, { readonly setup: string; readonly change: string }>> = {
  'a table, its columns, and all that speaks of them': {
    setup: `
      CREATE TABLE people (id integer PRIMARY KEY, "full name" text CHECK ("full name" <> ''), boss integer REFERENCES people);
      CREATE INDEX by_name ON people ("full name");
      CREATE VIEW names AS SELECT "full name" FROM people;
      CREATE POLICY own ON people USING ("full name" = current_user);
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER tr BEFORE UPDATE OF "full name" ON people FOR EACH ROW EXECUTE FUNCTION f();`,
    change: `
      ALTER TABLE people RENAME TO "Users";
      ALTER TABLE "Users" RENAME "full name" TO label;
      ALTER TABLE "Users" RENAME boss TO lead;
      ALTER TABLE "Users" ALTER label SET NOT NULL, ADD extra integer;
      ALTER INDEX by_name RENAME TO by_label;
      ALTER VIEW names RENAME TO labels;
      ALTER TRIGGER tr ON "Users" RENAME TO trigger_of_users;
      ALTER POLICY own ON "Users" RENAME TO owned;`,
  },
  'a column that takes the name of a dropped one, and another type': {
    setup: 'CREATE TABLE t (a integer, b text); CREATE VIEW v AS SELECT a FROM t;',
    change:
      'DROP VIEW v; ALTER TABLE t DROP a; ALTER TABLE t RENAME b TO c; ALTER TABLE t ALTER c TYPE integer USING 1; CREATE VIEW v AS SELECT c FROM t',
  },
  'a table in the place of another': {
    setup: "CREATE TABLE t (a integer, b text); CREATE TYPE e AS ENUM ('x'); CREATE TABLE u (e e)",
    change:
      "ALTER TABLE t RENAME TO t_old; ALTER TABLE t_old ADD c date; ALTER TYPE e RENAME TO e2; ALTER TYPE e2 ADD VALUE 'y'; CREATE TABLE t (z uuid)",
  },
};
