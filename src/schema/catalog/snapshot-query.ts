import { quoteLiteral } from '../../postgres/identifier.ts';
import { type ObjectKind, objectKinds } from '../object-kinds.ts';
import { databaseQueries } from './database-queries.ts';
import { relationQueries } from './relation-queries.ts';
import { routineQueries } from './routine-queries.ts';
import { type KindQuery, listSql } from './row-query.ts';
import { tablePartQueries } from './table-part-queries.ts';
import { typeQueries } from './type-queries.ts';

export const kindQueries: readonly KindQuery[] = [
  ...databaseQueries,
  ...typeQueries,
  ...relationQueries,
  ...tablePartQueries,
  ...routineQueries,
];

/** Read by every snapshot, whatever kinds it leaves out. `scope` is the schemas to look at, as SQL of type text[] or null. */
const common = (scope: string) => `
with provider_schemas as materialized (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  join pg_catalog.pg_roles owner on owner.oid = n.nspowner
  where ${scope}::pg_catalog.text[] is null
    and n.nspname <> 'public'
    and owner.rolname ~ '^(supabase_.*|cloud_admin|rdsadmin|azuresu|azure_pg_admin|cloudsqladmin)$'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), schemas as materialized (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and (${scope}::pg_catalog.text[] is null or n.nspname = any (${scope}::pg_catalog.text[]))
    and n.oid not in (select oid from provider_schemas)
), members as materialized (
  select classid, objid from pg_catalog.pg_depend where deptype = 'e'
), relations as materialized (
  select c.oid, s.nspname, c.relname, c.relkind, c.relowner, c.reltuples, c.relpages
  from pg_catalog.pg_class c
  join schemas s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relpersistence <> 't'
    and not exists (select from members m where m.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and m.objid = c.oid)
)`;

/**
 * What every row of these catalogs was last written by: DDL changes it, VACUUM and ANALYZE write in place. What initdb made
 * has oids below 16384 (FirstNormalObjectId). The distance of two ages is that of their transactions, whenever it is asked;
 * casting each xid to a number goes by its text and takes three times as long.
 */
const fingerprinted = {
  pg_namespace: 'oid',
  pg_class: 'oid',
  pg_attribute: 'attrelid',
  pg_attrdef: 'oid',
  pg_constraint: 'oid',
  pg_index: 'indexrelid',
  pg_rewrite: 'oid',
  pg_trigger: 'oid',
  pg_policy: 'oid',
  pg_proc: 'oid',
  pg_enum: 'oid',
  pg_description: 'objoid',
} as const;

function fingerprint(unreadable: ReadonlySet<string>): string {
  const parts = Object.entries(fingerprinted)
    .filter(([catalog]) => !unreadable.has(catalog))
    .map(
      ([
        catalog,
        oid,
      ]) => `(select pg_catalog.count(*) || ':' || coalesce(pg_catalog.sum(pg_catalog.age(x.xmin) - pg_catalog.age('3'::pg_catalog.xid)), 0)
    from pg_catalog.${catalog} x where x.${oid} >= 16384)`,
    );
  return `pg_catalog.concat_ws(' ', ${parts.join(', ')})`;
}

/** What `LiveSnapshot.transactions` would be now. */
export const transactionsQuery = 'select pg_catalog.pg_current_snapshot()::pg_catalog.text as transactions';

/** The state of the catalog, to be compared with the snapshot's after it: what DDL changed meanwhile shows. */
export function fingerprintQuery(unreadable: ReadonlySet<string>): string {
  return `select ${fingerprint(unreadable)} as fingerprint`;
}

/** Its rows are the most, and are decoded while the server writes out the definitions of the others. */
const firstKinds: ReadonlySet<ObjectKind> = new Set(['column', 'table']);

/**
 * Two statements of one row, a column of JSON text a kind: few round trips, and each text can be dropped when it is decoded.
 * PostgreSQL 15 to 18: what only newer servers have is read through `to_jsonb(row)`. Run them in one transaction with an
 * empty search_path: no schema of the database can then put its own operators or functions before pg_catalog's, and every
 * definition comes back schema-qualified.
 * @param unreadable catalogs that the role may not read; the kinds that need them are left out
 * @param scope schemas to look at; null = all but the system's and the provider's
 */
export function snapshotQueries(
  unreadable: ReadonlySet<string>,
  scope: readonly string[] | null,
): readonly [string, string] {
  const visible = kindQueries.filter(({ kind }) => unreadableOf(kind, unreadable) === undefined);
  const schemas = scope === null ? 'null' : `array[${scope.map(quoteLiteral).join(', ')}]`;
  const select = (kinds: readonly KindQuery[], ...more: readonly string[]) =>
    `${common(schemas)}\nselect ${[...more, ...kinds.map((query) => `(${kindSql(query)}) as "${query.kind}"`)].join(',\n  ')}`;
  return [
    select(
      visible.filter(({ kind }) => firstKinds.has(kind)),
      ...head(unreadable),
    ),
    select(
      visible.filter(({ kind }) => !firstKinds.has(kind)),
      'true as rest',
    ),
  ];
}

function head(unreadable: ReadonlySet<string>): readonly string[] {
  return [
    `${fingerprint(unreadable)} as fingerprint`,
    'pg_catalog.pg_current_snapshot()::pg_catalog.text as transactions',
    `pg_catalog.current_setting('server_version_num') as server_version`,
    `(select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from provider_schemas)::pg_catalog.text
    as provider_schemas`,
    `(select coalesce(pg_catalog.json_agg(pg_catalog.json_build_array(oid::pg_catalog.int8, nspname, relname, relkind, reltuples,
    -- -1 for a partitioned table that was analysed: it has no pages of its own.
    greatest(relpages, 0)::pg_catalog.int8 * pg_catalog.current_setting('block_size')::pg_catalog.int8)), '[]') from relations)::pg_catalog.text
    as relations`,
  ];
}

function kindSql(query: KindQuery): string {
  if ('values' in query) return `select lists::pg_catalog.text from (${listSql(query)}) q (lists)`;
  return `select coalesce(pg_catalog.json_agg(q.row), '[]')::pg_catalog.text from (${query.sql}) q`;
}

/** The first catalog that a kind is read from and that the role may not read. */
export function unreadableOf(kind: ObjectKind, unreadable: ReadonlySet<string>): string | undefined {
  return objectKinds[kind].catalogs.find((catalog) => unreadable.has(catalog));
}

/** `$1` catalogs without their schema; those that the role may not read come back. */
export const unreadableQuery = `select catalog from pg_catalog.unnest($1::pg_catalog.text[]) catalog
  where not pg_catalog.has_table_privilege('pg_catalog.' || catalog, 'SELECT')`;

/** All catalogs that kinds are read from. */
export const catalogsOfKinds: readonly string[] = [
  ...new Set(kindQueries.flatMap(({ kind }) => objectKinds[kind].catalogs)),
];
