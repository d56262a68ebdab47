import pg from 'pg';
import type { MaskingRule } from '../model.ts';
import type { RealServer } from './real-server.ts';

const quote = pg.escapeIdentifier;

/** Leaves the schema and takes the data: what a schema-only branch holds. Tables of extensions keep their rows. */
export async function removeData(server: RealServer, database: string): Promise<void> {
  await server.query(
    database,
    `DO $$
     DECLARE tables text; item text;
     BEGIN
       SET LOCAL session_replication_role = replica;
       SELECT string_agg(c.oid::regclass::text, ', ') INTO tables FROM pg_class c
        WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
       IF tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || tables || ' RESTART IDENTITY CASCADE'; END IF;
       FOR item IN SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'S' AND c.oid >= 16384 LOOP
         EXECUTE 'ALTER SEQUENCE ' || item || ' RESTART';
       END LOOP;
       FOR item IN SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'm' LOOP
         EXECUTE 'REFRESH MATERIALIZED VIEW ' || item || ' WITH NO DATA';
       END LOOP;
     END $$`,
  );
}

/**
 * Gives a database's schemas, relations, routines and types to one role, but for those of extensions. What a copied
 * database holds belongs to the server's superuser; on Neon it is the owner's, or no migration could change it.
 */
export async function giveAll(server: RealServer, database: string, owner: string): Promise<void> {
  const rows = await server.query(database, ownedThings);
  const statements = rows.map(({ thing }) => `ALTER ${String(thing)} OWNER TO ${quote(owner)}`);
  await server.query(database, statements.join('; '));
}

/**
 * What can be given away, as it is named in ALTER. Not by themselves: sequences of a column (they go with their table),
 * and what an extension holds (deptype `e`).
 */
const ownedThings = `
  WITH held AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
    UNION ALL
    SELECT d.classid, d.objid FROM pg_depend d JOIN pg_class c ON c.oid = d.objid
     WHERE d.classid = 'pg_class'::regclass AND c.relkind = 'S' AND d.deptype IN ('a', 'i')
  ), things AS (
    SELECT 'pg_namespace'::regclass AS class, oid, format('SCHEMA %I', nspname) AS thing FROM pg_namespace
    UNION ALL
    SELECT 'pg_class'::regclass, oid, format('%s %s', kind, oid::regclass)
      FROM pg_class JOIN (VALUES ('r', 'TABLE'), ('p', 'TABLE'), ('f', 'FOREIGN TABLE'), ('v', 'VIEW'),
                                 ('m', 'MATERIALIZED VIEW'), ('S', 'SEQUENCE')) AS kinds (letter, kind)
           ON relkind = letter::"char"
    UNION ALL
    SELECT 'pg_proc'::regclass, oid, format('ROUTINE %s', oid::regprocedure) FROM pg_proc
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, format('TYPE %s', t.oid::regtype)
      FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
     WHERE t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c'
  )
  SELECT thing FROM things
   WHERE oid >= 16384 AND NOT EXISTS (SELECT 1 FROM held WHERE classid = class AND objid = things.oid)`;

/** Functions of PostgreSQL Anonymizer that plain Postgres can imitate, by name; each gives a different value a row. */
const maskingExpressions: Readonly<Record<string, string>> = {
  fake_email: "md5(random()::text || ctid::text) || '@example.com'",
  dummy_safe_email: "md5(random()::text || ctid::text) || '@example.com'",
  fake_first_name: "'Name ' || left(md5(random()::text || ctid::text), 8)",
  fake_last_name: "'Name ' || left(md5(random()::text || ctid::text), 8)",
  dummy_name: "'Name ' || left(md5(random()::text || ctid::text), 8)",
  random_string: 'md5(random()::text || ctid::text)',
  random_zip: "lpad((random() * 99999)::int::text, 5, '0')",
  random_phone: "'+1555' || lpad((random() * 9999999)::int::text, 7, '0')",
};

/** Replaces the data of one column. @throws when the rule's function is none of those above, or the column is not there. */
export async function maskColumn(server: RealServer, database: string, rule: MaskingRule): Promise<void> {
  const table = `${quote(rule.schema_name)}.${quote(rule.table_name)}`;
  await server.query(
    database,
    `SET session_replication_role = replica; UPDATE ${table} SET ${quote(rule.column_name)} = ${maskedValue(rule)}`,
  );
}

function maskedValue({ masking_value: value, masking_function: call }: MaskingRule): string {
  if (value !== undefined) return pg.escapeLiteral(value);
  const name = /^anon\.(\w+)\(.*\)$/.exec(call ?? '')?.[1] ?? '';
  const expression = maskingExpressions[name];
  if (expression === undefined)
    throw new Error(`The masking function ${call ?? '(none)'} is not known here.`);
  return expression;
}
