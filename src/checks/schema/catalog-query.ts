import { accessQueries } from './access-queries.ts';

/**
 * The one catalog query: `$1` is the schemas to look at (text[]) or null for all but the system's and the provider's, `$2` the
 * names of the tables whose columns are all wanted, `$3` the roles of an API. It answers one JSON document, a `Catalog`. PostgreSQL 15 to 18: columns that only newer servers have are
 * read through `to_jsonb(row)`. Run it with an empty search_path, so that no schema of the database can put its own
 * operators or functions before pg_catalog's, and so that every definition comes back schema-qualified. What another
 * session drops meanwhile comes back as null from the pg_get… and has_… functions, hence their coalesce.
 */
export const catalogQuery = `
with provider_schemas as (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  join pg_catalog.pg_roles owner on owner.oid = n.nspowner
  where $1::text[] is null
    and n.nspname <> 'public'
    and owner.rolname ~ '^(supabase_.*|cloud_admin|rdsadmin|azuresu|azure_pg_admin|cloudsqladmin)$'
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
), schemas as (
  select n.oid, n.nspname
  from pg_catalog.pg_namespace n
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and ($1::text[] is null or n.nspname = any ($1))
    and n.oid not in (select oid from provider_schemas)
), members as (
  select classid, objid from pg_catalog.pg_depend where deptype = 'e'
), relations as (
  select c.oid, s.nspname, c.relname, c.relkind, c.relpersistence, c.relispartition, c.relreplident,
         c.reltuples, c.relpages, c.relrowsecurity, c.relowner, c.relacl, c.reloptions
  from pg_catalog.pg_class c
  join schemas s on s.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from members m where m.classid = 'pg_catalog.pg_class'::regclass and m.objid = c.oid)
), building as materialized (
  select pid, index_relid from pg_catalog.pg_stat_progress_create_index
  where datname = pg_catalog.current_database()
), indexes as (
  select pg_catalog.json_build_object(
    'oid', i.indexrelid::int8,
    'schema', r.nspname,
    'name', c.relname,
    'table', i.indrelid::int8,
    'method', am.amname,
    'unique', i.indisunique,
    'primary', i.indisprimary,
    'exclusion', i.indisexclusion,
    'immediate', i.indimmediate,
    'nullsNotDistinct', i.indnullsnotdistinct,
    'valid', i.indisvalid,
    'replicaIdentity', i.indisreplident,
    'partitioned', c.relkind = 'I',
    'isPartition', c.relispartition,
    'building', exists (
      select from building b
      where b.index_relid = i.indexrelid
        -- Without pg_read_all_stats another role's progress has no relation, but its lock on the table is there to see.
        or b.index_relid is null and exists (
          select from pg_catalog.pg_locks l
          where l.pid = b.pid and l.relation = i.indrelid and l.granted and l.mode = 'ShareUpdateExclusiveLock')),
    'keys', (
      select pg_catalog.json_agg(pg_catalog.json_build_object(
        'column', a.attname,
        'quoted', pg_catalog.quote_ident(a.attname),
        'expression', case when k.attnum = 0 then pg_catalog.pg_get_indexdef(i.indexrelid, k.position::int, false) end,
        'opclass', i.indclass[k.position - 1]::int8,
        'operators', (select o.opcname from pg_catalog.pg_opclass o where o.oid = i.indclass[k.position - 1]),
        'collation', i.indcollation[k.position - 1]::int8,
        'columnCollation', a.attcollation::int8,
        'option', i.indoption[k.position - 1],
        'notNull', a.attnotnull) order by k.position)
      from pg_catalog.unnest(i.indkey::int2[]) with ordinality k (attnum, position)
      left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum and k.attnum <> 0
      where k.position <= i.indnkeyatts),
    'includes', (
      select coalesce(pg_catalog.json_agg(a.attname order by k.position), '[]')
      from pg_catalog.unnest(i.indkey::int2[]) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where k.position > i.indnkeyatts),
    'predicate', pg_catalog.pg_get_expr(i.indpred, i.indrelid),
    'constraint', own.conname,
    'referencedByForeignKey', exists (
      select from pg_catalog.pg_constraint f where f.conindid = i.indexrelid and f.contype = 'f'),
    'bytes', c.relpages::int8 * pg_catalog.current_setting('block_size')::int8,
    'definition', coalesce(pg_catalog.pg_get_indexdef(i.indexrelid), '')
  ) as document
  from pg_catalog.pg_index i
  join relations r on r.oid = i.indrelid
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_am am on am.oid = c.relam
  left join pg_catalog.pg_constraint own
    on own.conindid = i.indexrelid and own.conrelid = i.indrelid and own.contype in ('p', 'u', 'x')
), foreign_keys as (
  select pg_catalog.json_build_object(
    'name', con.conname,
    'table', con.conrelid::int8,
    'columns', (
      select pg_catalog.json_agg(a.attname order by k.position)
      from pg_catalog.unnest(con.conkey) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum),
    'quotedColumns', (
      select pg_catalog.json_agg(pg_catalog.quote_ident(a.attname) order by k.position)
      from pg_catalog.unnest(con.conkey) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.attnum),
    'referencedSchema', rn.nspname,
    'referencedName', rc.relname,
    'referencedColumns', (
      select pg_catalog.json_agg(a.attname order by k.position)
      from pg_catalog.unnest(con.confkey) with ordinality k (attnum, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.attnum),
    'onDelete', con.confdeltype,
    'mismatches', (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
        'column', a.attname,
        'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
        'referencedColumn', f.attname,
        'referencedType', pg_catalog.format_type(f.atttypid, f.atttypmod)) order by k.position), '[]')
      from rows from (pg_catalog.unnest(con.conkey), pg_catalog.unnest(con.confkey)) with ordinality k (own, other, position)
      join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.own
      join pg_catalog.pg_attribute f on f.attrelid = con.confrelid and f.attnum = k.other
      join pg_catalog.pg_type b on b.oid = a.atttypid
      join pg_catalog.pg_type c on c.oid = f.atttypid
      where a.atttypid <> f.atttypid
        -- The text types compare as text; a domain counts as what it is made of, and one of another domain is let be.
        and coalesce(nullif(b.typbasetype, 0), b.oid) <> coalesce(nullif(c.typbasetype, 0), c.oid)
        and not (b.typcategory = 'S' and c.typcategory = 'S')
        and not exists (select from pg_catalog.pg_type d where d.oid in (b.typbasetype, c.typbasetype) and d.typtype = 'd')),
    'definition', coalesce(pg_catalog.pg_get_constraintdef(con.oid), '')
  ) as document
  from pg_catalog.pg_constraint con
  join relations r on r.oid = con.conrelid
  join pg_catalog.pg_class rc on rc.oid = con.confrelid
  join pg_catalog.pg_namespace rn on rn.oid = rc.relnamespace
  where con.contype = 'f' and con.conparentid = 0
    -- PostgreSQL 18: a key that is not enforced searches nothing, a temporal one searches a range (by GiST).
    and pg_catalog.to_jsonb(con) ->> 'conenforced' is distinct from 'false'
    and pg_catalog.to_jsonb(con) ->> 'conperiod' is distinct from 'true'
), unvalidated as (
  select pg_catalog.json_build_object(
    'name', con.conname,
    'schema', coalesce(r.nspname, s.nspname),
    'owner', coalesce(r.relname, t.typname),
    'ownerKind', case when r.oid is null then 'domain' else 'table' end,
    'definition', coalesce(pg_catalog.pg_get_constraintdef(con.oid), '')
  ) as document
  from pg_catalog.pg_constraint con
  left join relations r on r.oid = con.conrelid
  left join pg_catalog.pg_type t on t.oid = con.contypid
    and not exists (select from members m where m.classid = 'pg_catalog.pg_type'::regclass and m.objid = t.oid)
  left join schemas s on s.oid = t.typnamespace
  where not con.convalidated
    and (r.oid is not null or s.oid is not null)
    and con.conparentid = 0 and (con.conislocal or con.contypid <> 0)
    and pg_catalog.to_jsonb(con) ->> 'conenforced' is distinct from 'false'
), extensions as (
  select pg_catalog.json_build_object(
    'name', coalesce(e.extname, v.name),
    'installed', e.extversion,
    'schema', (select n.nspname from pg_catalog.pg_namespace n where n.oid = e.extnamespace),
    'relocatable', coalesce(e.extrelocatable, false),
    'available', v.default_version,
    'updatable', case when e.extversion <> v.default_version then exists (
      select from pg_catalog.pg_extension_update_paths(e.extname) p
      where p.source = e.extversion and p.target = v.default_version and p.path is not null) else false end
  ) as document
  from pg_catalog.pg_extension e
  full join pg_catalog.pg_available_extensions v on v.name = e.extname
), sequences as (
  select pg_catalog.json_build_object(
    'schema', s.nspname,
    'name', c.relname,
    'readable', coalesce(pg_catalog.has_sequence_privilege(c.oid, 'USAGE,SELECT'), false),
    'last', case when pg_catalog.has_sequence_privilege(c.oid, 'USAGE,SELECT')
      then pg_catalog.pg_sequence_last_value(c.oid)::text end,
    'start', q.seqstart::text,
    'min', q.seqmin::text,
    'max', q.seqmax::text,
    'increment', q.seqincrement::text,
    'cycles', q.seqcycle,
    'tableSchema', fed.nspname,
    'table', fed.relname,
    'column', fed.attname,
    'columnType', fed.typname,
    'feeds', fed.kind
  ) as document
  from pg_catalog.pg_sequence q
  join pg_catalog.pg_class c on c.oid = q.seqrelid
  join schemas s on s.oid = c.relnamespace
  left join lateral (
    -- The column that owns it (serial, identity), else the narrowest whose default takes from it.
    select n.nspname, t.relname, a.attname, ty.typname, feeding.kind
    from (
      select d.refobjid as relid, d.refobjsubid as attnum, 0 as rank,
             case d.deptype when 'i' then 'identity' else 'serial' end as kind
      from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid
        and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjsubid > 0 and d.deptype in ('a', 'i')
      union all
      select def.adrelid, def.adnum, 1, 'default'
      from pg_catalog.pg_depend d
      join pg_catalog.pg_attrdef def on def.oid = d.objid
      where d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = c.oid
        and d.classid = 'pg_catalog.pg_attrdef'::regclass
    ) feeding
    join pg_catalog.pg_class t on t.oid = feeding.relid
    join pg_catalog.pg_namespace n on n.oid = t.relnamespace
    join pg_catalog.pg_attribute a on a.attrelid = feeding.relid and a.attnum = feeding.attnum
    join pg_catalog.pg_type ty on ty.oid = a.atttypid
    order by feeding.rank, ty.typlen, t.relispartition, t.oid
    limit 1
  ) fed on true
  where not exists (select from members m where m.classid = 'pg_catalog.pg_class'::regclass and m.objid = c.oid)
    and c.relpersistence <> 't'
), columns as (
  select pg_catalog.json_build_object(
    'table', r.oid::int8,
    'name', a.attname,
    'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
    'baseType', coalesce(b.typname, t.typname),
    'notNull', a.attnotnull,
    'hasDefault', a.atthasdef or a.attidentity <> '',
    'identity', a.attidentity <> '',
    'position', a.attnum
  ) as document
  from relations r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_type b on b.oid = t.typbasetype
  where r.relkind in ('r', 'p', 'f') and not r.relispartition
    and (r.relname = any ($2::text[])
      or coalesce(b.oid, t.oid) = any ('{timestamp,bpchar,money,timetz,json}'::pg_catalog.regtype[]::oid[]))
), ${accessQueries}, published as (
  select pg_catalog.json_build_object(
    'table', r.oid::int8,
    'root', coalesce(pg_catalog.pg_partition_root(r.oid), r.oid)::int8,
    'publications', pg_catalog.json_agg(p.pubname order by p.pubname)
  ) as document
  from relations r
  join pg_catalog.pg_publication p
    on (p.pubupdate or p.pubdelete)
    and (p.puballtables
      or exists (
        select from pg_catalog.pg_publication_rel m
        where m.prpubid = p.oid and (m.prrelid = r.oid
          or m.prrelid in (select relid from pg_catalog.pg_partition_ancestors(r.oid))))
      or exists (
        select from pg_catalog.pg_publication_namespace m
        join pg_catalog.pg_class c on c.relnamespace = m.pnnspid
        where m.pnpubid = p.oid and (c.oid = r.oid
          or c.oid in (select relid from pg_catalog.pg_partition_ancestors(r.oid)))))
  where r.relkind = 'r' and r.relpersistence = 'p'
  group by r.oid
)
select pg_catalog.json_build_object(
  'serverVersion', pg_catalog.current_setting('server_version_num')::int,
  'role', current_user,
  'schemas', (select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from schemas),
  'providerSchemas', (select coalesce(pg_catalog.json_agg(nspname order by nspname collate "C"), '[]') from provider_schemas),
  'relations', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'oid', oid::int8, 'schema', nspname, 'name', relname, 'kind', relkind, 'persistence', relpersistence,
    'isPartition', relispartition, 'replicaIdentity', relreplident, 'rows', reltuples,
    'bytes', relpages::int8 * pg_catalog.current_setting('block_size')::int8,
    'readable', coalesce(pg_catalog.has_table_privilege(oid, 'SELECT'), false) and not pg_catalog.row_security_active(oid),
    'rowSecurity', relrowsecurity
  ) order by nspname collate "C", relname collate "C"), '[]') from relations),
  'indexes', (select coalesce(pg_catalog.json_agg(document), '[]') from indexes),
  'foreignKeys', (select coalesce(pg_catalog.json_agg(document), '[]') from foreign_keys),
  'unvalidated', (select coalesce(pg_catalog.json_agg(document), '[]') from unvalidated),
  'extensions', (select coalesce(pg_catalog.json_agg(document), '[]') from extensions),
  'sequences', (select coalesce(pg_catalog.json_agg(document), '[]') from sequences),
  'columns', (select coalesce(pg_catalog.json_agg(document), '[]') from columns),
  'policies', (select coalesce(pg_catalog.json_agg(document), '[]') from policies),
  'functions', (select coalesce(pg_catalog.json_agg(document), '[]') from functions),
  'bypassingViews', (select coalesce(pg_catalog.json_agg(document), '[]') from bypassing_views),
  'publicGrants', (select coalesce(pg_catalog.json_agg(document), '[]') from public_grants),
  'openSchemas', (select coalesce(pg_catalog.json_agg(s.nspname order by s.nspname collate "C"), '[]')
    from schemas s join pg_catalog.pg_namespace n on n.oid = s.oid
    where exists (
      select from pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
      where a.grantee = 0 and a.privilege_type = 'CREATE')),
  'apiRoles', (select coalesce(pg_catalog.json_agg(rolname order by rolname collate "C"), '[]') from api_roles),
  'apiGrants', (select coalesce(pg_catalog.json_agg(document), '[]') from api_grants),
  'published', (select coalesce(pg_catalog.json_agg(document), '[]') from published)
)::text as catalog`;
