/** Parts of the catalog query: row-level security, functions, grants. `$3` is the roles of an API. */
export const accessQueries = `
policies as (
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
    'tables', pg_catalog.json_agg(distinct pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.relname))
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
)`;
