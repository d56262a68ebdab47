/** What the catalog says of a database beside its rows. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { displayIdentifier } from '../../postgres/object-name.ts';
import { optionalText, text } from '../../postgres/row.ts';
import type { DatabaseFacts } from './database-facts.ts';

type CatalogFacts = Pick<
  DatabaseFacts,
  'extensions' | 'roles' | 'settings' | 'collations' | 'invalidObjects'
>;

export async function readCatalogFacts(session: Session): Promise<CatalogFacts> {
  const extensions = await session.query(extensionsQuery);
  const roles = await session.query(rolesQuery);
  const settings = await session.query(settingsQuery);
  const collations = await session.query(collationsQuery);
  const invalid = await session.query(invalidQuery);
  return {
    extensions: extensions.map((row) => ({ name: text(row, 'name'), version: text(row, 'version') })),
    roles: roles.map((row) => text(row, 'name')),
    settings: settings.map((row) => settingText(text(row, 'setting'), optionalText(row, 'role'))),
    collations: collations
      .map((row) => ({ name: text(row, 'name'), version: text(row, 'version') }))
      .filter(({ version }) => version !== ''),
    invalidObjects: invalid.map((row) => text(row, 'object')),
  };
}

const extensionsQuery = `SELECT extname AS name, extversion AS version FROM pg_catalog.pg_extension ORDER BY extname COLLATE "C"`;

/** Owners, grantees and roles of policies; the bootstrap superuser is not recorded there, so what it owns is looked up. */
const rolesQuery = `SELECT r.rolname AS name FROM pg_catalog.pg_roles r
WHERE r.rolname !~ '^pg_' AND (r.oid IN (
    SELECT s.refobjid FROM pg_catalog.pg_shdepend s
    WHERE s.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass
      AND s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()))
  OR EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relowner = r.oid AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'))
ORDER BY r.rolname COLLATE "C"`;

const settingsQuery = `SELECT setting.value AS setting, r.rolname AS role
FROM pg_catalog.pg_db_role_setting s
LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS setting(value)
WHERE s.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
ORDER BY r.rolname COLLATE "C" NULLS FIRST, setting.value COLLATE "C"`;

/** Anything of a custom name may be a key; what Postgres itself knows by such a name is not told either. */
const secretName = /\.|secret|passw|token|key|jwt|credential|private|auth/i;

/** `work_mem=64MB`; of one role `work_mem=64MB (role app)`. */
function settingText(setting: string, role: string | undefined): string {
  const [name = '', ...value] = setting.split('=');
  const shown = secretName.test(name) ? '(not shown)' : value.join('=');
  return `${name}=${shown}${role === undefined ? '' : ` (role ${displayIdentifier(role)})`}`;
}

/** Those that columns and indexes of the user's use, the database's own among them (which has no version before 15). */
const collationsQuery = `SELECT DISTINCT c.collprovider::text || ':' || c.collname::text AS name,
  coalesce(CASE WHEN c.collprovider = 'd' THEN pg_catalog.to_json(d) ->> 'datcollversion' ELSE c.collversion END, '') AS version
FROM pg_catalog.pg_collation c
CROSS JOIN pg_catalog.pg_database d
WHERE d.datname = pg_catalog.current_database() AND c.oid IN (
  SELECT a.attcollation FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class r ON r.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
  WHERE a.attnum > 0 AND r.relkind IN ('r', 'm', 'p', 'i', 'I') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
ORDER BY 1`;

const invalidQuery = `SELECT 'constraint ' || pg_catalog.format('%I.%I.%I', n.nspname, r.relname, k.conname) AS object
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class r ON r.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE NOT k.convalidated AND n.nspname !~ '^pg_'
UNION ALL
SELECT 'index ' || pg_catalog.format('%I.%I', n.nspname, r.relname)
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class r ON r.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE NOT i.indisvalid AND n.nspname !~ '^pg_'
ORDER BY 1`;
