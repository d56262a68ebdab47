/**
 * A second opinion on what a schema is, by other queries than the snapshot's: the information schema, the system's own views,
 * and the functions that write out whole definitions. Names of identity sequences and the order of columns are left out.
 */
import type { Side } from './support.ts';

const queries = [
  `SELECT 'column', table_schema, table_name, column_name, data_type, udt_schema, udt_name, character_maximum_length, numeric_precision,
     numeric_scale, datetime_precision, is_nullable, column_default, is_identity, identity_generation, identity_increment,
     identity_start, generation_expression, collation_name
   FROM information_schema.columns WHERE table_schema NOT LIKE 'pg\\_%' AND table_schema <> 'information_schema'`,
  `SELECT 'index', schemaname, tablename, indexname, indexdef FROM pg_indexes
   WHERE schemaname NOT LIKE 'pg\\_%'`,
  `SELECT 'constraint', conrelid::regclass::text, conname, contype::text, convalidated, pg_get_constraintdef(oid)
   FROM pg_constraint WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema)') AND contype <> 'n'`,
  `SELECT 'view', schemaname, viewname, definition FROM pg_views
   WHERE schemaname NOT LIKE 'pg\\_%' AND schemaname <> 'information_schema'`,
  `SELECT 'materialized view', schemaname, matviewname, definition FROM pg_matviews`,
  `SELECT 'function', pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname !~ '^(pg_|information_schema)' AND p.prokind IN ('f', 'p')`,
  `SELECT 'trigger', pg_get_triggerdef(oid), tgenabled::text FROM pg_trigger WHERE NOT tgisinternal`,
  `SELECT 'rule', definition FROM pg_rules WHERE schemaname NOT LIKE 'pg\\_%'`,
  `SELECT 'policy', schemaname, tablename, policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies`,
  `SELECT 'sequence', schemaname, sequencename, data_type::text, start_value, min_value, max_value, increment_by, cycle, cache_size
   FROM pg_sequences s WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.deptype = 'i'
     AND d.objid = format('%I.%I', schemaname, sequencename)::regclass)`,
  `SELECT 'table', c.oid::regclass::text, c.relkind::text, c.relpersistence::text, c.reloptions::text, c.relrowsecurity,
     c.relforcerowsecurity, c.relreplident::text, pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid)
   FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind IN ('r', 'p', 'v', 'm')`,
  `SELECT 'enum', enumtypid::regtype::text, enumlabel, row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder) FROM pg_enum`,
  `SELECT 'domain', domain_schema, domain_name, data_type, domain_default FROM information_schema.domains
   WHERE domain_schema NOT LIKE 'pg\\_%' AND domain_schema <> 'information_schema'`,
  `SELECT 'comment', (pg_identify_object(classoid, objoid, objsubid)).type, (pg_identify_object(classoid, objoid, objsubid)).identity, description
   FROM pg_description WHERE objoid >= 16384`,
  `SELECT 'grant', grantee, table_schema, table_name, privilege_type, is_grantable FROM information_schema.role_table_grants
   WHERE table_schema NOT LIKE 'pg\\_%' AND table_schema <> 'information_schema'`,
  `SELECT 'statistics', pg_get_statisticsobjdef(oid) FROM pg_statistic_ext`,
  `SELECT 'publication', pubname, schemaname, tablename FROM pg_publication_tables`,
  `SELECT 'schema', nspname, pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname !~ '^pg_'`,
  `SELECT 'target', attrelid::regclass::text, attname, attstattarget, attstorage::text, attoptions::text FROM pg_attribute
   JOIN pg_class c ON c.oid = attrelid
   WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped AND c.relkind NOT IN ('t', 'i', 'I', 'S')
     AND c.relnamespace <> 'pg_toast'::regnamespace`,
] as const;

/** Sorted lines; equal for equal schemas. */
export async function independentDefinitions(side: Side): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const query of queries)
    for (const { line } of await side.session.query(`SELECT row_to_json(q)::text AS line FROM (${query}) q`))
      lines.push(String(line));
  return lines.toSorted();
}
