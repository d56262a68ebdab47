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
