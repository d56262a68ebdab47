/** What is not a part of a table: views, routines, publications, foreign servers and the like. */
import type { KindCase } from './every-kind.ts';

export function otherCases(role: string): readonly KindCase[] {
  const q = `"${role}"`;
  return [
    {
      object: ['statistics', 'public.together'],
      setup: 'CREATE TABLE wide (a integer, b integer, c integer)',
      create: 'CREATE STATISTICS together ON a, b FROM wide',
      alter: {
        'ALTER STATISTICS together SET STATISTICS 50': 'target',
        'DROP STATISTICS together; CREATE STATISTICS together (ndistinct) ON a, b, (a + c) FROM wide': [
          'definition',
          'target',
        ],
      },
      drop: 'DROP STATISTICS together',
    },
    {
      object: ['view', 'public.names'],
      create: 'CREATE VIEW names AS SELECT a, b FROM wide',
      alter: {
        'CREATE OR REPLACE VIEW names AS SELECT a, b, c FROM wide WHERE a > 1': 'definition',
        'ALTER VIEW names SET (security_barrier = true, security_invoker = true)': 'options',
        'CREATE OR REPLACE VIEW names WITH (check_option = local) AS SELECT a, b, c FROM wide WHERE a > 1':
          'options',
        "COMMENT ON VIEW names IS 'see'": 'comment',
        [`GRANT SELECT ON names TO ${q}`]: 'grants',
      },
      drop: 'DROP VIEW names',
    },
    {
      object: ['column', 'public.titled.a'],
      setup: 'CREATE VIEW titled AS SELECT a FROM wide',
      create: "COMMENT ON COLUMN titled.a IS 'first'",
      alter: { "COMMENT ON COLUMN titled.a IS 'second'": 'comment' },
      drop: 'COMMENT ON COLUMN titled.a IS NULL',
    },
    {
      object: ['materialized view', 'public.sums'],
      create: 'CREATE MATERIALIZED VIEW sums AS SELECT sum(a) AS s FROM wide',
      alter: {
        'ALTER MATERIALIZED VIEW sums SET (autovacuum_enabled = false)': 'options',
        'DROP MATERIALIZED VIEW sums; CREATE MATERIALIZED VIEW sums AS SELECT sum(b) AS s FROM wide': [
          'definition',
          'options',
        ],
      },
      drop: 'DROP MATERIALIZED VIEW sums',
    },
    {
      object: ['function', 'public.total(integer, text)'],
      create:
        "CREATE FUNCTION total(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a'",
      alter: {
        "CREATE OR REPLACE FUNCTION total(a integer, b text DEFAULT 'y') RETURNS integer LANGUAGE sql AS 'SELECT a'":
          'arguments',
        "CREATE OR REPLACE FUNCTION total(a integer, b text DEFAULT 'y') RETURNS integer LANGUAGE sql AS 'SELECT a + 1'":
          'body',
        "CREATE OR REPLACE FUNCTION total(a integer, b text DEFAULT 'y') RETURNS integer LANGUAGE sql RETURN a + 2":
          'body',
        'ALTER FUNCTION total IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 7': [
          'volatility',
          'strict',
          'leakproof',
          'parallel',
          'cost',
        ],
        "ALTER FUNCTION total SECURITY DEFINER SET search_path = ''": ['securityDefiner', 'settings'],
        'REVOKE EXECUTE ON FUNCTION total FROM PUBLIC': 'grants',
        "COMMENT ON FUNCTION total IS 'sum'": 'comment',
      },
      drop: 'DROP FUNCTION total',
    },
    {
      object: ['function', 'public.many()'],
      create: "CREATE FUNCTION many() RETURNS SETOF integer LANGUAGE sql AS 'SELECT 1'",
      alter: {
        'ALTER FUNCTION many() ROWS 5': 'rows',
        "CREATE OR REPLACE FUNCTION many() RETURNS SETOF integer LANGUAGE plpgsql ROWS 5 AS 'BEGIN RETURN; END'":
          ['language', 'body'],
      },
      drop: 'DROP FUNCTION many',
    },
    {
      object: ['procedure', 'public.tidy(integer)'],
      create: "CREATE PROCEDURE tidy(a integer) LANGUAGE sql AS 'SELECT 1'",
      alter: { 'ALTER PROCEDURE tidy SECURITY DEFINER': 'securityDefiner' },
      drop: 'DROP PROCEDURE tidy',
    },
    {
      object: ['aggregate', 'public.product(integer)'],
      create: "CREATE AGGREGATE product(integer) (SFUNC = int4mul, STYPE = integer, INITCOND = '1')",
      alter: {
        "CREATE OR REPLACE AGGREGATE product(integer) (SFUNC = int4mul, STYPE = integer, INITCOND = '2')":
          'parts',
        "COMMENT ON AGGREGATE product(integer) IS 'times'": 'comment',
      },
      drop: 'DROP AGGREGATE product(integer)',
    },
    {
      object: ['event trigger', 'on_ddl'],
      setup: 'CREATE FUNCTION ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$',
      create:
        "CREATE EVENT TRIGGER on_ddl ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION ddl()",
      alter: {
        'ALTER EVENT TRIGGER on_ddl DISABLE': 'enabled',
        'DROP EVENT TRIGGER on_ddl; CREATE EVENT TRIGGER on_ddl ON sql_drop EXECUTE FUNCTION ddl()': [
          'event',
          'tags',
          'enabled',
        ],
      },
      drop: 'DROP EVENT TRIGGER on_ddl',
    },
    {
      object: ['publication', 'feed'],
      create: 'CREATE PUBLICATION feed FOR TABLE wide',
      alter: {
        'ALTER PUBLICATION feed SET TABLE wide (a, b) WHERE (a > 1)': 'tables',
        "ALTER PUBLICATION feed SET (publish = 'insert', publish_via_partition_root = true)": [
          'operations',
          'viaRoot',
        ],
        'ALTER PUBLICATION feed SET TABLE wide; ALTER PUBLICATION feed ADD TABLES IN SCHEMA public': [
          'tables',
          'schemas',
        ],
        'DROP PUBLICATION feed; CREATE PUBLICATION feed FOR ALL TABLES': [
          'allTables',
          'tables',
          'schemas',
          'operations',
          'viaRoot',
        ],
      },
      drop: 'DROP PUBLICATION feed',
    },
    {
      object: ['foreign server', 'far'],
      setup: 'CREATE FOREIGN DATA WRAPPER nothing',
      create: "CREATE SERVER far FOREIGN DATA WRAPPER nothing OPTIONS (host 'a')",
      alter: {
        "ALTER SERVER far OPTIONS (SET host 'b', ADD api_key 'secret value')": 'options',
        [`GRANT USAGE ON FOREIGN SERVER far TO ${q}`]: 'grants',
      },
      drop: 'DROP SERVER far',
    },
    {
      object: ['foreign table', 'public.remote'],
      setup: 'CREATE SERVER other FOREIGN DATA WRAPPER nothing',
      create: "CREATE FOREIGN TABLE remote (a integer) SERVER other OPTIONS (name 'x')",
      alter: { "ALTER FOREIGN TABLE remote OPTIONS (SET name 'y')": 'options' },
      drop: 'DROP FOREIGN TABLE remote',
    },
    {
      object: ['default privileges', `public.tables of ${role}`],
      create: `ALTER DEFAULT PRIVILEGES FOR ROLE ${q} IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC`,
      alter: {
        [`ALTER DEFAULT PRIVILEGES FOR ROLE ${q} IN SCHEMA public GRANT INSERT ON TABLES TO PUBLIC`]:
          'grants',
      },
      drop: `ALTER DEFAULT PRIVILEGES FOR ROLE ${q} IN SCHEMA public REVOKE ALL ON TABLES FROM PUBLIC`,
    },
    {
      object: ['default privileges', `functions of ${role}`],
      create: `ALTER DEFAULT PRIVILEGES FOR ROLE ${q} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC`,
      alter: {},
      drop: `ALTER DEFAULT PRIVILEGES FOR ROLE ${q} GRANT EXECUTE ON FUNCTIONS TO PUBLIC`,
    },
    {
      object: ['other', 'operator public.===(integer,integer)'],
      create: 'CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq)',
      alter: {},
      drop: 'DROP OPERATOR === (integer, integer)',
    },
  ];
}
