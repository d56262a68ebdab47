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
), base_types as (
  select t.oid, coalesce(b.oid, t.oid) as base, coalesce(b.typname, t.typname) as typname, t.typcategory,
         b.typtype is not distinct from 'd' as nested
  from pg_catalog.pg_type t
  left join pg_catalog.pg_type b on b.oid = t.typbasetype and t.typtype = 'd'
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
      join base_types b on b.oid = a.atttypid
      join base_types c on c.oid = f.atttypid
      -- The text types compare as text; a domain of a domain is not followed further.
      where b.base <> c.base and not (b.typcategory = 'S' and c.typcategory = 'S')
        and not b.nested and not c.nested),
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
    'baseType', b.typname,
    'notNull', a.attnotnull,
    'hasDefault', a.atthasdef or a.attidentity <> '',
    'identity', a.attidentity <> '',
    'position', a.attnum
  ) as document
  from relations r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join base_types b on b.oid = a.atttypid
  where r.relkind in ('r', 'p', 'f') and not r.relispartition
    and (r.relname = any ($2::text[])
      or b.base = any ('{timestamp,bpchar,money,timetz,json}'::pg_catalog.regtype[]::oid[]))
), policies as (
  select pg_catalog.json_build_object('table', p.polrelid::int8, 'name', p.polname) as document
  from pg_catalog.pg_policy p join relations r on r.oid = p.polrelid
), functions as (
  select pg_catalog.json_build_object(
    'schema', s.nspname,
    'name', p.proname,
    'arguments', coalesce(pg_catalog.pg_get_function_identity_arguments(p.oid), ''),
    'isProcedure', p.prokind = 'p',
    'isDefiner', p.prosecdef,
    'hasSearchPath', setting.has_search_path,
    'isParsed', p.prosqlbody is not null,
    'isTrigger', p.prorettype in ('pg_catalog.trigger'::pg_catalog.regtype, 'pg_catalog.event_trigger'::pg_catalog.regtype),
    'owner', owner.rolname,
    'ownerIsSuperuser', owner.rolsuper,
    'publicMayRun', exists (
      select from pg_catalog.aclexplode(coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))) a
      where a.grantee = 0 and a.privilege_type = 'EXECUTE')
      and exists (
      select from pg_catalog.aclexplode(coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner))) a
      where a.grantee = 0 and a.privilege_type = 'USAGE')
  ) as document
  from pg_catalog.pg_proc p
  join schemas s on s.oid = p.pronamespace
  join pg_catalog.pg_namespace n on n.oid = s.oid
  join pg_catalog.pg_roles owner on owner.oid = p.proowner
  join pg_catalog.pg_language l on l.oid = p.prolang
  cross join lateral (
    select exists (select from pg_catalog.unnest(p.proconfig) c (line) where c.line like 'search_path=%') as has_search_path
  ) setting
  where p.prokind in ('f', 'p') and l.lanname not in ('internal', 'c')
    and (p.prosecdef or not setting.has_search_path and p.prosqlbody is null)
    and not exists (select from members m where m.classid = 'pg_catalog.pg_proc'::regclass and m.objid = p.oid)
), bypassing_views as (
  select pg_catalog.json_build_object(
    'view', v.oid::int8,
    'owner', owner.rolname,
    'tables', pg_catalog.json_agg(distinct tn.nspname || '.' || t.relname)
  ) as document
  from relations v
  join pg_catalog.pg_roles owner on owner.oid = v.relowner
  join pg_catalog.pg_rewrite w on w.ev_class = v.oid
  join pg_catalog.pg_depend d
    on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid
    and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> v.oid
  join pg_catalog.pg_class t on t.oid = d.refobjid and t.relrowsecurity
  join pg_catalog.pg_namespace tn on tn.oid = t.relnamespace
  where v.relkind = 'v'
    and not exists (
      select from pg_catalog.pg_options_to_table(v.reloptions) o
      where o.option_name = 'security_invoker' and o.option_value::boolean)
    -- Policies are those of the view's owner, and such an owner has none.
    and (owner.rolsuper or owner.rolbypassrls
      or not t.relforcerowsecurity and pg_catalog.pg_has_role(owner.oid, t.relowner, 'USAGE'))
    and exists (select from pg_catalog.aclexplode(v.relacl) a where a.grantee <> v.relowner)
  group by v.oid, owner.rolname
), public_grants as (
  select pg_catalog.json_build_object(
    'table', r.oid::int8,
    'privileges', (
      select pg_catalog.json_agg(a.privilege_type order by a.privilege_type)
      from pg_catalog.aclexplode(r.relacl) a where a.grantee = 0)
  ) as document
  from relations r
  where not r.relispartition
    and exists (select from pg_catalog.aclexplode(r.relacl) a where a.grantee = 0)
), api_roles as (
  select oid, rolname from pg_catalog.pg_roles where rolname = any ($3::text[])
), api_grants as (
  select pg_catalog.json_build_object(
    'table', r.oid::int8,
    'roles', pg_catalog.json_agg(role.rolname order by role.rolname)
  ) as document
  from relations r
  join api_roles role
    on pg_catalog.has_table_privilege(role.oid, r.oid, 'SELECT,INSERT,UPDATE,DELETE')
    and exists (select from schemas s where s.nspname = r.nspname
      and pg_catalog.has_schema_privilege(role.oid, s.oid, 'USAGE'))
  where r.relkind in ('r', 'p') and not r.relrowsecurity
  group by r.oid
), published as (
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
