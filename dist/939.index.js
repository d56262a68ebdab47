export const id = 939;
export const ids = [939];
export const modules = {

/***/ 60939:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _U: () => (/* binding */ checkSchema),
  Rq: () => (/* reexport */ schemaRules)
});

// UNUSED EXPORTS: schemaRuleGroups

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/postgres/connect.js + 6 modules
var connect = __webpack_require__(46033);
// EXTERNAL MODULE: ./build/postgres/connection-uri.js
var connection_uri = __webpack_require__(9755);
// EXTERNAL MODULE: ./build/postgres/object-name.js
var object_name = __webpack_require__(20547);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/report/finding.js
var finding = __webpack_require__(28586);
// EXTERNAL MODULE: ./build/report/rule-policy.js
var rule_policy = __webpack_require__(20164);
;// CONCATENATED MODULE: ./build/checks/schema/expected-table.js
/** Names of all the tables that are declared. */
function declaredTables({ tables = [] }) {
    return tables.map((entry) => (typeof entry === 'string' ? entry : entry[0]));
}
function declaredShapes({ tables = [] }) {
    return tables.flatMap((entry) => {
        if (typeof entry === 'string')
            return [];
        const [table, holds] = entry;
        return holds === undefined ? [] : [{ table, holds }];
    });
}

// EXTERNAL MODULE: ./build/group-by.js
var group_by = __webpack_require__(32217);
// EXTERNAL MODULE: ./build/report/quantity.js
var quantity = __webpack_require__(59362);
;// CONCATENATED MODULE: ./build/checks/schema/facts.js



/** Prisma's own table of applied migrations; no rule but the one about its rows speaks about it. */
const migrationsTable = '_prisma_migrations';
function collectFacts(catalog, rest) {
    const relations = new Map(catalog.relations
        .filter(({ name }) => name !== migrationsTable)
        .map((relation) => [relation.oid, relation]));
    const indexes = (0,group_by/* groupBy */.$)(catalog.indexes.filter(({ table }) => relations.has(table)), ({ table }) => table);
    const columns = (0,group_by/* groupBy */.$)(catalog.columns
        .filter(({ table }) => relations.has(table))
        .toSorted((left, right) => left.position - right.position), ({ table }) => table);
    return { ...rest, catalog, relations, indexes, columns };
}
/** Ordinary and partitioned tables, without partitions: what a rule says of the parent holds for them. */
function topTables(facts) {
    return [...facts.relations.values()].filter(({ kind, isPartition }) => /^[rp]$/.test(kind) && !isPartition);
}
/** "about 1,200 rows, 96 kB at the last analyse", or that nothing is known. */
function sizeText({ rows, bytes }) {
    if (rows < 0)
        return 'never analysed, so its size is not known';
    return `about ${Math.round(rows).toLocaleString('en-US')} rows, ${(0,quantity/* formatBytes */.z3)(bytes)} (estimates of the last analyse)`;
}
/**
 * A last line for SQL that changes what the Prisma schema describes, where Prisma is in use: pasted into the database
 * alone, it would be tomorrow's drift.
 */
function prismaNote({ histories }, change) {
    return histories.length === 0
        ? ''
        : `\n-- As a migration, and ${change} the Prisma schema: else it is drift.`;
}
/** `schema.table.index` for reading. */
function indexSubject(table, index) {
    return `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(index.name)}`;
}

// EXTERNAL MODULE: ./build/checks/schema/ignore.js
var ignore = __webpack_require__(54702);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(91212);
;// CONCATENATED MODULE: ./build/checks/schema/catalog-guard.js

const isRelation = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    kind: guard/* isString */.Kg,
    persistence: guard/* isString */.Kg,
    isPartition: guard/* isBoolean */.Lm,
    replicaIdentity: guard/* isString */.Kg,
    rows: guard/* isNumber */.Et,
    bytes: guard/* isNumber */.Et,
    readable: guard/* isBoolean */.Lm,
    rowSecurity: guard/* isBoolean */.Lm,
});
const isColumn = (0,guard/* objectOf */.Xy)({
    table: guard/* isNumber */.Et,
    name: guard/* isString */.Kg,
    type: guard/* isString */.Kg,
    baseType: guard/* isString */.Kg,
    notNull: guard/* isBoolean */.Lm,
    hasDefault: guard/* isBoolean */.Lm,
    identity: guard/* isBoolean */.Lm,
    position: guard/* isNumber */.Et,
});
const isPolicy = (0,guard/* objectOf */.Xy)({ table: guard/* isNumber */.Et, name: guard/* isString */.Kg });
const isFunction = (0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    arguments: guard/* isString */.Kg,
    isProcedure: guard/* isBoolean */.Lm,
    isDefiner: guard/* isBoolean */.Lm,
    hasSearchPath: guard/* isBoolean */.Lm,
    isParsed: guard/* isBoolean */.Lm,
    isTrigger: guard/* isBoolean */.Lm,
    owner: guard/* isString */.Kg,
    ownerIsSuperuser: guard/* isBoolean */.Lm,
    publicMayRun: guard/* isBoolean */.Lm,
});
const isBypassingView = (0,guard/* objectOf */.Xy)({
    view: guard/* isNumber */.Et,
    owner: guard/* isString */.Kg,
    tables: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
});
const isPublicGrant = (0,guard/* objectOf */.Xy)({ table: guard/* isNumber */.Et, privileges: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg) });
const isApiGrant = (0,guard/* objectOf */.Xy)({ table: guard/* isNumber */.Et, roles: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg) });
const isPublished = (0,guard/* objectOf */.Xy)({
    table: guard/* isNumber */.Et,
    root: guard/* isNumber */.Et,
    publications: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
});
const isMismatch = (0,guard/* objectOf */.Xy)({
    column: guard/* isString */.Kg,
    type: guard/* isString */.Kg,
    referencedColumn: guard/* isString */.Kg,
    referencedType: guard/* isString */.Kg,
});
const isIndexKey = (0,guard/* objectOf */.Xy)({
    column: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    quoted: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    expression: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    opclass: guard/* isNumber */.Et,
    operators: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    collation: guard/* isNumber */.Et,
    columnCollation: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    option: guard/* isNumber */.Et,
    notNull: (0,guard/* nullable */.me)(guard/* isBoolean */.Lm),
});
const isIndex = (0,guard/* objectOf */.Xy)({
    oid: guard/* isNumber */.Et,
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    table: guard/* isNumber */.Et,
    method: guard/* isString */.Kg,
    unique: guard/* isBoolean */.Lm,
    primary: guard/* isBoolean */.Lm,
    exclusion: guard/* isBoolean */.Lm,
    immediate: guard/* isBoolean */.Lm,
    nullsNotDistinct: guard/* isBoolean */.Lm,
    valid: guard/* isBoolean */.Lm,
    replicaIdentity: guard/* isBoolean */.Lm,
    partitioned: guard/* isBoolean */.Lm,
    isPartition: guard/* isBoolean */.Lm,
    building: guard/* isBoolean */.Lm,
    keys: (0,guard/* arrayOf */.jk)(isIndexKey),
    includes: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    predicate: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    constraint: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    referencedByForeignKey: guard/* isBoolean */.Lm,
    bytes: guard/* isNumber */.Et,
    definition: guard/* isString */.Kg,
});
const isForeignKey = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    table: guard/* isNumber */.Et,
    columns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    quotedColumns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    referencedSchema: guard/* isString */.Kg,
    referencedName: guard/* isString */.Kg,
    referencedColumns: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    onDelete: guard/* isString */.Kg,
    mismatches: (0,guard/* arrayOf */.jk)(isMismatch),
    definition: guard/* isString */.Kg,
});
const isUnvalidated = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    schema: guard/* isString */.Kg,
    owner: guard/* isString */.Kg,
    ownerKind: guard/* isString */.Kg,
    definition: guard/* isString */.Kg,
});
const isExtension = (0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    installed: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    schema: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    relocatable: guard/* isBoolean */.Lm,
    available: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    updatable: guard/* isBoolean */.Lm,
});
const isSequence = (0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    readable: guard/* isBoolean */.Lm,
    last: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    start: guard/* isString */.Kg,
    min: guard/* isString */.Kg,
    max: guard/* isString */.Kg,
    increment: guard/* isString */.Kg,
    cycles: guard/* isBoolean */.Lm,
    tableSchema: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    table: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    column: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    columnType: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    feeds: (0,guard/* nullable */.me)(guard/* isString */.Kg),
});
const isCatalog = (0,guard/* objectOf */.Xy)({
    serverVersion: guard/* isNumber */.Et,
    role: guard/* isString */.Kg,
    schemas: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    providerSchemas: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    relations: (0,guard/* arrayOf */.jk)(isRelation),
    indexes: (0,guard/* arrayOf */.jk)(isIndex),
    foreignKeys: (0,guard/* arrayOf */.jk)(isForeignKey),
    unvalidated: (0,guard/* arrayOf */.jk)(isUnvalidated),
    extensions: (0,guard/* arrayOf */.jk)(isExtension),
    sequences: (0,guard/* arrayOf */.jk)(isSequence),
    columns: (0,guard/* arrayOf */.jk)(isColumn),
    policies: (0,guard/* arrayOf */.jk)(isPolicy),
    functions: (0,guard/* arrayOf */.jk)(isFunction),
    bypassingViews: (0,guard/* arrayOf */.jk)(isBypassingView),
    publicGrants: (0,guard/* arrayOf */.jk)(isPublicGrant),
    openSchemas: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    apiRoles: (0,guard/* arrayOf */.jk)(guard/* isString */.Kg),
    apiGrants: (0,guard/* arrayOf */.jk)(isApiGrant),
    published: (0,guard/* arrayOf */.jk)(isPublished),
});

;// CONCATENATED MODULE: ./build/checks/schema/access-queries.js
/** Parts of the catalog query: row-level security, functions, grants. `$3` is the roles of an API. */
const accessQueries = `
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

;// CONCATENATED MODULE: ./build/checks/schema/catalog-query.js

/**
 * The one catalog query: `$1` is the schemas to look at (text[]) or null for all but the system's and the provider's, `$2` the
 * names of the tables whose columns are all wanted, `$3` the roles of an API. It answers one JSON document, a `Catalog`. PostgreSQL 15 to 18: columns that only newer servers have are
 * read through `to_jsonb(row)`. Run it with an empty search_path, so that no schema of the database can put its own
 * operators or functions before pg_catalog's, and so that every definition comes back schema-qualified. What another
 * session drops meanwhile comes back as null from the pg_get… and has_… functions, hence their coalesce.
 */
const catalogQuery = `
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

;// CONCATENATED MODULE: ./build/checks/schema/migration-history.js

const isFailedMigrations = (0,guard/* arrayOf */.jk)((0,guard/* objectOf */.Xy)({
    name: guard/* isString */.Kg,
    appliedSteps: guard/* isNumber */.Et,
    logs: (0,guard/* nullable */.me)(guard/* isString */.Kg),
    maybeRunning: guard/* isBoolean */.Lm,
}));
/**
 * Rows that stop `prisma migrate deploy` (P3009). 72707369 is the key of the advisory lock that Prisma holds while it
 * migrates (https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking).
 * @param table schema-qualified and quoted
 */
function failedMigrationsQuery(table) {
    return `
select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
  'name', m.migration_name,
  'appliedSteps', m.applied_steps_count,
  'logs', m.logs,
  'maybeRunning', exists (
    select from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = 72707369
      and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
) order by m.started_at), '[]')::text as failed
from ${table} m
where m.finished_at is null and m.rolled_back_at is null`;
}

;// CONCATENATED MODULE: ./build/checks/schema/read-catalog.js








async function readCatalog(session, { schemas, columnsOf, apiRoles }) {
    const values = [schemas.length === 0 ? null : schemas, columnsOf, apiRoles];
    const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(catalogQuery, values));
    const document = parseJson(rows[0]?.catalog);
    if (!isCatalog(document))
        throw new Error('The catalog query answered a document of another shape.');
    return document;
}
/** Of every schema that has Prisma's table; one that cannot be read is said to be so. */
async function readHistories(session, catalog) {
    const histories = [];
    for (const table of catalog.relations.filter(({ name, kind }) => name === migrationsTable && kind === 'r'))
        histories.push(await readHistory(session, table));
    return histories;
}
async function readHistory(session, table) {
    const { schema } = table;
    if (!table.readable)
        return { kind: 'unreadable', schema };
    const query = failedMigrationsQuery((0,object_name/* qualifiedName */.OL)(table));
    try {
        const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(query));
        const failed = parseJson(rows[0]?.failed);
        return isFailedMigrations(failed) ? { kind: 'read', schema, failed } : { kind: 'unreadable', schema };
    }
    catch (thrown) {
        if (notPrismas.has((0,sqlstate/* sqlStateOf */.v9)(thrown) ?? ''))
            return { kind: 'unreadable', schema };
        throw thrown;
    }
}
/** Insufficient privilege; undefined column or function: a table of this name that is not Prisma's. */
const notPrismas = new Set(['42501', '42703', '42883']);
function parseJson(text) {
    return (0,guard/* isString */.Kg)(text) ? JSON.parse(text) : undefined;
}

// EXTERNAL MODULE: ./build/report/rule.js
var rule = __webpack_require__(56757);
;// CONCATENATED MODULE: ./build/checks/schema/row-security.js
/** Row-level security: where policies do not hold, or nothing is let through. */




const docs = 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html';
const policyWithoutInfo = {
    id: 'policy-without-row-security',
    title: 'A table has policies, and row-level security is off',
    severity: 'error',
    why: 'Policies do nothing until row-level security is on: everybody who may read the table sees every row, while the schema reads as if they did not.',
    docs,
};
function findPoliciesWithout(facts) {
    return topTables(facts).flatMap((table) => {
        const names = policiesOf(facts, table.oid);
        if (table.rowSecurity || names.length === 0)
            return [];
        return (0,rule/* findingOf */.hD)(policyWithoutInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: 'The policies of this table have no effect: its row-level security is off.',
            evidence: `Policies: ${names.map(object_name/* displayIdentifier */.UY).join(', ')}.`,
            fix: `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ENABLE ROW LEVEL SECURITY;`,
        });
    });
}
const withoutPolicyInfo = {
    id: 'row-security-without-policy',
    title: 'Row-level security is on, and there is no policy',
    severity: 'notice',
    levels: { strict: 'warning' },
    why: 'Nobody but the owner and roles with BYPASSRLS sees a row. That may be what is meant (a table for the service role only); a forgotten policy looks the same.',
    docs,
};
function findWithoutPolicy(facts) {
    return topTables(facts).flatMap((table) => {
        if (!table.rowSecurity || policiesOf(facts, table.oid).length > 0)
            return [];
        return (0,rule/* findingOf */.hD)(withoutPolicyInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: 'Only the owner of this table, and roles that bypass row-level security, see its rows.',
            evidence: sizeText(table),
            fix: `CREATE POLICY "name" ON ${(0,object_name/* qualifiedName */.OL)(table)} FOR SELECT TO "role" USING (…);`,
        });
    });
}
function policiesOf({ catalog }, oid) {
    return catalog.policies
        .filter(({ table }) => table === oid)
        .map(({ name }) => name)
        .toSorted();
}
const exposedInfo = {
    id: 'row-security-off',
    title: 'A table that an API exposes has no row-level security',
    severity: 'error',
    levels: { recommended: 'off', strict: 'off' },
    options: {
        schemas: { kind: 'list', default: ['public'], description: 'Schemas that the API exposes.' },
        roles: {
            kind: 'list',
            default: ['anon', 'authenticated'],
            description: 'Roles that the API serves requests as.',
        },
    },
    why: 'An API over the schema (Supabase, PostgREST, Neon’s Data API) hands the table to everybody who has its address. Tables that the roles of the API have no privilege on are not reported.',
    docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0013_rls_disabled_in_public',
};
function findExposed(facts) {
    const exposed = (0,rule_policy/* listOption */.y8)(facts.policy, exposedInfo, 'schemas');
    return facts.catalog.apiGrants.flatMap(({ table: oid, roles }) => {
        const table = facts.relations.get(oid);
        if (table === undefined || !exposed.includes(table.schema))
            return [];
        return (0,rule/* findingOf */.hD)(exposedInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: `Row-level security is off, and ${roles.map(object_name/* displayIdentifier */.UY).join(', ')} may reach this table.`,
            evidence: sizeText(table),
            fix: `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ENABLE ROW LEVEL SECURITY;\n-- Then a policy for each role that is to see rows; without one it sees none.`,
        });
    });
}
function skipExposed({ catalog, policy }) {
    if (catalog.apiRoles.length > 0)
        return [];
    const roles = (0,rule_policy/* listOption */.y8)(policy, exposedInfo, 'roles');
    return [
        `none of the roles ${roles.map(object_name/* displayIdentifier */.UY).join(', ')} is there, so no API reads the tables`,
    ];
}
/** The roles that the catalog query asks for. */
function apiRolesOf({ policy }) {
    return (0,rule_policy/* listOption */.y8)(policy, exposedInfo, 'roles');
}
const viewInfo = {
    id: 'view-bypasses-row-security',
    title: 'A view shows rows past row-level security',
    severity: 'warning',
    levels: { supabase: 'error', strict: 'error' },
    why: 'A view reads as its owner, for whom the policies of the tables below do not hold: whoever may read the view sees every row. Views that nobody but the owner may read are not reported.',
    docs: 'https://www.postgresql.org/docs/current/sql-createview.html',
};
function findViews(facts) {
    return facts.catalog.bypassingViews.flatMap(({ view: oid, owner, tables }) => {
        const view = facts.relations.get(oid);
        if (view === undefined)
            return [];
        return (0,rule/* findingOf */.hD)(viewInfo, {
            subject: (0,object_name/* displayName */.QC)(view),
            message: `This view shows rows of ${tables.join(', ')} past row-level security.`,
            evidence: `It reads as its owner ${(0,object_name/* displayIdentifier */.UY)(owner)}, for whom the policies do not hold; security_invoker is off, and others may read it.`,
            fix: `ALTER VIEW ${(0,object_name/* qualifiedName */.OL)(view)} SET (security_invoker = true);`,
        });
    });
}
const policyWithoutRowSecurity = { info: policyWithoutInfo, find: findPoliciesWithout };
const rowSecurityWithoutPolicy = { info: withoutPolicyInfo, find: findWithoutPolicy };
const rowSecurityOff = { info: exposedInfo, find: findExposed, skipped: skipExposed };
const viewBypassesRowSecurity = { info: viewInfo, find: findViews };

// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
;// CONCATENATED MODULE: ./build/checks/schema/column-types.js




const timestampInfo = {
    id: 'timestamp-without-time-zone',
    title: 'A column holds a time without its zone',
    severity: 'warning',
    levels: { recommended: 'off', supabase: 'off' },
    why: 'What it means depends on who reads it: two sessions with different `TimeZone` see different moments, and nothing says which. It is what Prisma makes of `DateTime` unless `@db.Timestamptz` is said, hence only in `strict`.',
    docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This#Don.27t_use_timestamp_.28without_time_zone.29',
};
const discouragedInfo = {
    id: 'discouraged-type',
    title: 'A column has a type that Postgres advises against',
    severity: 'notice',
    levels: { strict: 'warning' },
    why: '`char(n)` pads with blanks and saves nothing, `money` depends on `lc_monetary` and has no currency, a `time` cannot carry a zone without its day. `char` of one length for fixed codes is found too; ignore it by its subject.',
    docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This',
};
const jsonInfo = {
    id: 'json-column',
    title: 'A column is json, not jsonb',
    severity: 'notice',
    levels: { recommended: 'off', supabase: 'off' },
    why: '`json` keeps the text as it came: it is parsed for every read, cannot be compared or indexed. It is right where the very text matters.',
    docs: 'https://www.postgresql.org/docs/current/datatype-json.html',
};
const serialInfo = {
    id: 'serial-column',
    title: 'A column is serial, not an identity',
    severity: 'notice',
    levels: { recommended: 'off', supabase: 'off' },
    why: 'A serial is a default that an insert can bypass by accident, and its sequence has owners and grants of its own. Prisma makes serials, hence only in `strict`.',
    docs: 'https://wiki.postgresql.org/wiki/Don%27t_Do_This#Don.27t_use_serial',
};
/** One finding a table: a schema of forty such tables is forty lines, not four hundred. */
function perTable(facts, isMeant, describe) {
    return topTables(facts).flatMap((table) => {
        const columns = (facts.columns.get(table.oid) ?? []).filter(isMeant);
        return columns.length === 0 ? [] : [describe(table, columns)];
    });
}
function typesText(columns) {
    return columns.map(({ name, type }) => `${(0,object_name/* displayIdentifier */.UY)(name)} ${type}`).join(', ');
}
function findTimestamps(facts) {
    return perTable(facts, ({ baseType }) => baseType === 'timestamp', (table, columns) => (0,rule/* findingOf */.hD)(timestampInfo, {
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${columns.length === 1 ? 'A column holds' : `${columns.length} columns hold`} a time without its zone.`,
        evidence: `${typesText(columns)}; ${sizeText(table)}`,
        fix: `-- Where the values are UTC. Rewrites the table under an ACCESS EXCLUSIVE lock unless the session's TimeZone is UTC.\nSET timezone = 'UTC';\n${alterTypes(table, columns, (column) => withZone(column))}${prismaNote(facts, 'with @db.Timestamptz in')}`,
    }));
}
function withZone({ type }) {
    const precision = /^timestamp(\(\d\))/.exec(type)?.[1] ?? '';
    return `timestamptz${precision}`;
}
function alterTypes(table, columns, typeOf) {
    const changes = columns.map((column) => `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(column.name)} TYPE ${typeOf(column)}`);
    return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)}\n  ${changes.join(',\n  ')};`;
}
const betterTypes = {
    bpchar: 'text',
    money: 'numeric',
    timetz: 'timestamptz',
};
function findDiscouraged(facts) {
    return perTable(facts, 
    // A single char is a flag more often than a mistake, and blanks cannot come in.
    ({ baseType, type }) => Object.hasOwn(betterTypes, baseType) && type !== 'character(1)', (table, columns) => {
        const convertible = columns.filter(({ baseType }) => baseType !== 'timetz');
        return (0,rule/* findingOf */.hD)(discouragedInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: `${columns.map(({ name, baseType }) => `${(0,object_name/* displayIdentifier */.UY)(name)} would better be ${betterTypes[baseType]}`).join(', ')}.`,
            evidence: `${typesText(columns)}; ${sizeText(table)}`,
            ...(convertible.length === 0
                ? {}
                : {
                    fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\n${alterTypes(table, convertible, ({ baseType }) => betterTypes[baseType] ?? 'text')}${prismaNote(facts, 'with the new type in')}`,
                }),
        });
    });
}
function findJson(facts) {
    return perTable(facts, ({ baseType }) => baseType === 'json', (table, columns) => (0,rule/* findingOf */.hD)(jsonInfo, {
        subject: (0,object_name/* displayName */.QC)(table),
        message: `${columns.map(({ name }) => (0,object_name/* displayIdentifier */.UY)(name)).join(', ')}: json, which is parsed again by every read.`,
        evidence: `${typesText(columns)}; ${sizeText(table)}`,
        fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\n${alterTypes(table, columns, () => 'jsonb')}${prismaNote(facts, 'with @db.JsonB in')}`,
    }));
}
function findSerials({ catalog }) {
    return catalog.sequences.flatMap((sequence) => {
        const { tableSchema, table, column } = sequence;
        if (sequence.feeds !== 'serial' || tableSchema === null || table === null || column === null)
            return [];
        const owner = { schema: tableSchema, name: table };
        return (0,rule/* findingOf */.hD)(serialInfo, {
            subject: `${(0,object_name/* displayName */.QC)(owner)}.${(0,object_name/* displayIdentifier */.UY)(column)}`,
            message: `This column takes its values from the sequence ${(0,object_name/* displayName */.QC)(sequence)} by a default.`,
            fix: identityFix((0,object_name/* qualifiedName */.OL)(owner), column, (0,object_name/* qualifiedName */.OL)(sequence)),
        });
    });
}
/** The numbers go on above those that are there, where it is run: production has others than a branch. */
function identityFix(table, column, sequence) {
    const at = (0,identifier/* quoteIdentifier */.C)(column);
    return [
        'BEGIN',
        `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`,
        `ALTER TABLE ${table} ALTER COLUMN ${at} DROP DEFAULT`,
        `DROP SEQUENCE ${sequence}`,
        `ALTER TABLE ${table} ALTER COLUMN ${at} ADD GENERATED BY DEFAULT AS IDENTITY`,
        `SELECT setval(pg_get_serial_sequence(${(0,identifier/* quoteLiteral */.c)(table)}, ${(0,identifier/* quoteLiteral */.c)(column)}), (SELECT coalesce(max(${at}), 0) + 1 FROM ${table}), false)`,
        'COMMIT;',
    ].join(';\n');
}
const timestampWithoutTimeZone = { info: timestampInfo, find: findTimestamps };
const discouragedType = { info: discouragedInfo, find: findDiscouraged };
const jsonColumn = { info: jsonInfo, find: findJson };
const serialColumn = { info: serialInfo, find: findSerials };

;// CONCATENATED MODULE: ./build/checks/schema/drift.js


const info = {
    id: 'schema-drift',
    title: 'The database is not what the Prisma schema says',
    severity: 'error',
    why: 'Somebody changed the database by hand, or the Prisma schema without a migration: the client and the next migration start from a state that is not there.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/troubleshooting#schema-drift',
};
function find({ drift }) {
    if (drift.kind === 'none' || drift.kind === 'not-asked')
        return [];
    if (drift.kind === 'unknown')
        return [
            (0,rule/* findingOf */.hD)(info, {
                subject: 'Prisma schema',
                message: 'The database could not be compared with the Prisma schema.',
                evidence: drift.reason,
            }),
        ];
    const changes = classifyDrift(drift.sql);
    return [
        (0,rule/* findingOf */.hD)(info, {
            subject: 'Prisma schema',
            message: `The database differs from the Prisma schema: ${driftText(changes)}.`,
            evidence: beginningOf(drift.sql.trim()),
            fix: 'npx prisma migrate dev --create-only\n# or, when the schema file is what is out of date:\nnpx prisma db pull',
        }),
    ];
}
/** A whole schema that is missing would make the report too long for a comment. */
const longestEvidence = 8000;
function beginningOf(sql) {
    if (sql.length <= longestEvidence)
        return sql;
    const end = sql.lastIndexOf('\n', longestEvidence);
    const rest = sql.slice(end).split('\n').length - 1;
    return `${sql.slice(0, end)}\n-- … and ${rest} more lines`;
}
/** Reads the comment that Prisma writes above each step of a diff script, such as `-- AlterTable`. */
function classifyDrift(sql) {
    return [...sql.matchAll(/^-- ([A-Z][A-Za-z]+)$/gm)].map(([, step = '']) => ({
        step,
        kind: /^(Create|Add)/.test(step) ? 'adds' : /^(Drop|Remove)/.test(step) ? 'removes' : 'changes',
    }));
}
function driftText(changes) {
    const texts = {
        adds: 'missing in the database',
        removes: 'only in the database',
        changes: 'different',
    };
    const kinds = ['adds', 'removes', 'changes'];
    const parts = kinds.flatMap((kind) => {
        const steps = changes.filter((change) => change.kind === kind).map(({ step }) => step);
        if (steps.length === 0)
            return [];
        const counts = [...(0,group_by/* groupBy */.$)(steps, (step) => step)].map(([step, all]) => `${all.length} × ${step}`);
        return `${steps.length} ${texts[kind]} (${counts.join(', ')})`;
    });
    return parts.length === 0 ? 'see the SQL that would make them equal' : parts.join('; ');
}
const schemaDrift = { info, find };

;// CONCATENATED MODULE: ./build/checks/schema/index-shape.js
/** One key as text: two keys with the same text serve the same searches and sorts. */
function keyShape({ column, expression, opclass, collation, option }) {
    return JSON.stringify([column, expression, opclass, collation, option]);
}
/** Everything that makes an index what it is but uniqueness and name. */
function indexShape(index) {
    const { method, keys, includes, predicate } = index;
    return JSON.stringify([method, keys.map(keyShape), includes.toSorted(), predicate]);
}
/**
 * Whether every search that `narrow` serves is served by `wide` too: a B-tree whose first keys are those of `narrow`, with the same
 * operator classes, collations and order, the same predicate, and all that `narrow` includes.
 */
function covers(wide, narrow) {
    if (wide.method !== 'btree' || narrow.method !== 'btree' || wide.predicate !== narrow.predicate)
        return false;
    const keys = wide.keys.map(keyShape);
    const stored = new Set([...wide.includes, ...wide.keys.map(({ column }) => column)]);
    return (narrow.keys.length <= wide.keys.length &&
        narrow.keys.every((key, position) => keyShape(key) === keys[position]) &&
        narrow.includes.every((column) => stored.has(column)));
}
/** Something besides speed hangs on it, so that it cannot simply be dropped. */
function isNeeded(index) {
    return (index.unique ||
        index.exclusion ||
        index.constraint !== null ||
        index.referencedByForeignKey ||
        index.replicaIdentity);
}

;// CONCATENATED MODULE: ./build/checks/schema/duplicate-index.js







const duplicateInfo = {
    id: 'duplicate-index',
    title: 'Two indexes are the same',
    severity: 'warning',
    why: 'Every write keeps both up to date, every backup and cache holds both, and no query gains. Indexes that differ in uniqueness are the same when the plain one adds nothing.',
};
function findDuplicates(facts) {
    return eachTable(facts, (table, indexes) => {
        const groups = (0,group_by/* groupBy */.$)(indexes, indexShape);
        return [...groups.values()].flatMap((group) => {
            const [kept, ...others] = group.toSorted(byNeed);
            if (kept === undefined)
                return [];
            return others
                .filter((index) => isImplied(index, kept))
                .map((index) => (0,rule/* findingOf */.hD)(duplicateInfo, {
                subject: indexSubject(table, index),
                message: `This index is the same as ${(0,object_name/* displayIdentifier */.UY)(kept.name)}.`,
                evidence: `${index.definition} (${(0,quantity/* formatBytes */.z3)(index.bytes)})\n${kept.definition} (${(0,quantity/* formatBytes */.z3)(kept.bytes)})`,
                fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
            }));
        });
    });
}
/** The one to keep comes first: what belongs to the parent's index, a primary key, a constraint, what a foreign key or the replica identity needs, a unique one. */
function byNeed(left, right) {
    const rank = (index) => [
        index.isPartition,
        index.primary,
        index.referencedByForeignKey,
        index.replicaIdentity,
        index.constraint !== null,
        index.unique,
    ].map(Number);
    const [a, b] = [rank(left), rank(right)];
    const first = a.findIndex((value, position) => value !== b[position]);
    if (first >= 0)
        return (b[first] ?? 0) - (a[first] ?? 0);
    return left.name < right.name ? -1 : 1;
}
/** What `index` promises, `kept` promises too, and nothing points at `index`. */
function isImplied(index, kept) {
    if (index.isPartition || index.referencedByForeignKey || index.replicaIdentity || index.exclusion)
        return false;
    if (!index.unique)
        return true;
    const asStrict = kept.nullsNotDistinct === index.nullsNotDistinct || kept.primary;
    return kept.unique && kept.immediate === index.immediate && asStrict;
}
const redundantInfo = {
    id: 'redundant-index',
    title: 'An index is the beginning of another',
    severity: 'notice',
    why: 'A B-tree on (a, b) serves searches for a as well. The shorter one may still be wanted when it is much smaller and much used; look at `pg_stat_user_indexes` of production first.',
};
function findRedundant(facts) {
    return eachTable(facts, (table, indexes) => indexes.flatMap((index) => {
        const wider = indexes.find((other) => other !== index && covers(other, index) && indexShape(other) !== indexShape(index));
        if (wider === undefined || index.isPartition || isNeeded(index))
            return [];
        return (0,rule/* findingOf */.hD)(redundantInfo, {
            subject: indexSubject(table, index),
            message: `Every search that this index serves is served by ${(0,object_name/* displayIdentifier */.UY)(wider.name)} too.`,
            evidence: `${index.definition} (${(0,quantity/* formatBytes */.z3)(index.bytes)})\n${wider.definition} (${(0,quantity/* formatBytes */.z3)(wider.bytes)})`,
            fix: `${dropIndex(table, index)}${prismaNote(facts, 'without it in')}`,
        });
    }));
}
/** Invalid indexes are left out: they have a rule of their own and replace nothing. */
function eachTable(facts, work) {
    return [...facts.indexes].flatMap(([oid, indexes]) => {
        const table = facts.relations.get(oid);
        return table === undefined
            ? []
            : work(table, indexes.filter(({ valid }) => valid));
    });
}
function dropIndex(table, index) {
    if (index.constraint !== null)
        return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} DROP CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(index.constraint)};`;
    return `DROP INDEX ${index.partitioned ? '' : 'CONCURRENTLY '}${(0,object_name/* qualifiedName */.OL)(index)};`;
}
const duplicateIndex = { info: duplicateInfo, find: findDuplicates };
const redundantIndex = { info: redundantInfo, find: findRedundant };

;// CONCATENATED MODULE: ./build/checks/schema/durability.js
/** Tables whose rows do not reach a replica, or do not outlive a crash. */




const publishedInfo = {
    id: 'published-without-identity',
    title: 'A published table cannot be updated',
    severity: 'error',
    why: 'A publication sends updates and deletes of it, and nothing tells which row is meant: every UPDATE and DELETE fails with “does not have a replica identity” (SQLSTATE 55000).',
    docs: 'https://www.postgresql.org/docs/current/logical-replication-publication.html#LOGICAL-REPLICATION-PUBLICATION-REPLICA-IDENTITY',
};
function findPublished(facts) {
    const lacking = facts.catalog.published.filter(({ table: oid }) => {
        const table = facts.relations.get(oid);
        return table !== undefined && !hasIdentity(facts, table);
    });
    return [...(0,group_by/* groupBy */.$)(lacking, ({ root }) => root)].flatMap(([root, parts]) => {
        const table = facts.relations.get(root);
        if (table === undefined)
            return [];
        const names = [...new Set(parts.flatMap(({ publications }) => publications))].toSorted();
        return (0,rule/* findingOf */.hD)(publishedInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: `UPDATE and DELETE of this table fail: it is published without a replica identity.`,
            evidence: `${names.length === 1 ? 'Publication' : 'Publications'} ${names.map(object_name/* displayIdentifier */.UY).join(', ')}${table.kind === 'p' ? `; ${parts.length} of its partitions` : ''}; ${sizeText(table)}`,
            fix: `-- Best a primary key; until there is one, whole rows are compared:\n${parts.map((part) => replicaIdentity(facts.relations.get(part.table) ?? table)).join('\n')}`,
        });
    });
}
function replicaIdentity(table) {
    return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} REPLICA IDENTITY FULL;`;
}
/** As Postgres asks before every UPDATE: a deferrable primary key is none. */
function hasIdentity(facts, { oid, replicaIdentity: kind }) {
    const indexes = (facts.indexes.get(oid) ?? []).filter(({ valid, immediate }) => valid && immediate);
    if (kind === 'f')
        return true;
    if (kind === 'i')
        return indexes.some((index) => index.replicaIdentity);
    return kind === 'd' && indexes.some(({ primary }) => primary);
}
const unloggedInfo = {
    id: 'unlogged-table',
    title: 'A table is unlogged',
    severity: 'notice',
    levels: { strict: 'warning' },
    why: 'It is empty after a crash, on every replica, and in a restore to a point in time; on Neon after every restart of the compute, which a suspend is. Right for a cache only.',
    docs: 'https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-UNLOGGED',
};
function findUnlogged(facts) {
    return topTables(facts)
        .filter(({ persistence }) => persistence === 'u')
        .map((table) => (0,rule/* findingOf */.hD)(unloggedInfo, {
        subject: (0,object_name/* displayName */.QC)(table),
        message: 'The rows of this table do not outlive a crash.',
        evidence: sizeText(table),
        fix: `-- Writes the whole table to the WAL under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} SET LOGGED;`,
    }));
}
const publishedWithoutIdentity = { info: publishedInfo, find: findPublished };
const unloggedTable = { info: unloggedInfo, find: findUnlogged };

;// CONCATENATED MODULE: ./build/checks/schema/column-type-name.js
/** The usual short names of types, as `format_type` writes them (https://www.postgresql.org/docs/current/datatype.html). */
const fullNames = {
    int: 'integer',
    int4: 'integer',
    int8: 'bigint',
    int2: 'smallint',
    bool: 'boolean',
    varchar: 'character varying',
    char: 'character',
    bpchar: 'character',
    float8: 'double precision',
    float: 'double precision',
    float4: 'real',
    decimal: 'numeric',
    varbit: 'bit varying',
    timestamp: 'timestamp without time zone',
    timestamptz: 'timestamp with time zone',
    time: 'time without time zone',
    timetz: 'time with time zone',
};
/** Whether a type that somebody wrote by hand is the one that Postgres reports. A name without a schema fits any schema. */
function isSameType(written, reported) {
    const [wanted, found] = [parseType(written), parseType(reported)];
    return (wanted.name === found.name &&
        wanted.modifier === found.modifier &&
        wanted.isArray === found.isArray &&
        (wanted.schema === undefined || wanted.schema === (found.schema ?? 'pg_catalog')));
}
/** The modifier stands in the middle of `timestamp(3) with time zone`. */
function parseType(text) {
    const isArray = /\[\]\s*$/.test(text);
    const plain = text.replace(/(\[\])+\s*$/, '');
    const modifier = /\(([^()]*)\)/.exec(plain)?.[1]?.replaceAll(' ', '') ?? '';
    const words = plain
        .replace(/\([^()]*\)/, ' ')
        .trim()
        .replace(/\s+/g, ' ');
    const [schema, name] = splitName(words);
    return {
        schema,
        name: fullName(name),
        modifier: defaultless(fullName(name), modifier),
        isArray,
    };
}
function fullName(name) {
    return Object.hasOwn(fullNames, name) ? (fullNames[name] ?? name) : name;
}
/** `char` is `character(1)`. */
function defaultless(name, modifier) {
    return name === 'character' && modifier === '1' ? '' : modifier;
}
function splitName(words) {
    const match = /^(?:("(?:[^"]|"")+"|[^."]+)\.)?("(?:[^"]|"")+"|[^."]+)$/u.exec(words);
    if (match === null)
        return [undefined, words];
    return [match[1] === undefined ? undefined : fold(match[1]), fold(match[2] ?? words)];
}
/** As SQL reads names. */
function fold(part) {
    return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part.toLowerCase();
}

;// CONCATENATED MODULE: ./build/checks/schema/expected-keys.js
/** Keys and indexes that the configuration declares by their shape, and that no key or index of the table has. */


/** The primary key, in its order; and unique sets, in any. A partial unique index lets duplicates in, so it does not count. */
function expectedUniques(facts, table, { 'primary-key': primary, unique = [] }) {
    const indexes = (facts.indexes.get(table.oid) ?? []).filter(({ valid }) => valid);
    const evidence = indexesText(indexes);
    const isThere = (columns) => indexes.some((index) => index.unique && index.predicate === null && sameSet(columnsOf(index), columns));
    const lacksPrimary = primary !== undefined && !indexes.some((index) => index.primary && sameList(columnsOf(index), primary));
    return [
        ...(lacksPrimary ? [missing(table, 'PRIMARY KEY', { columns: primary, evidence })] : []),
        ...unique
            .filter((columns) => !isThere(columns))
            .map((columns) => missing(table, 'UNIQUE', { columns, evidence })),
    ];
}
function missing(table, what, { columns, evidence }) {
    return {
        subject: `${(0,object_name/* displayName */.QC)(table)} (${columns.map(object_name/* displayIdentifier */.UY).join(', ')})`,
        message: what === 'UNIQUE' ? 'Nothing makes these columns unique.' : 'The primary key is not on these columns.',
        evidence,
        fix: `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ADD ${what} (${columns.map(identifier/* quoteIdentifier */.C).join(', ')});`,
    };
}
function indexesText(indexes) {
    if (indexes.length === 0)
        return 'The table has no index.';
    return indexes
        .map(({ definition }) => definition)
        .toSorted()
        .join('\n');
}
function columnsOf({ keys }) {
    return keys.map(({ column }) => column);
}
function sameList(left, right) {
    return left.length === right.length && left.every((column, place) => column === right[place]);
}
function sameSet(left, right) {
    return left.length === right.length && right.every((column) => left.includes(column));
}
const deleteActions = {
    a: 'no action',
    r: 'restrict',
    c: 'cascade',
    n: 'set null',
    d: 'set default',
};
function expectedForeignKeys(facts, table, { 'foreign-keys': wanted = [] }) {
    const keys = facts.catalog.foreignKeys.filter((key) => key.table === table.oid);
    return wanted
        .filter((key) => !keys.some((candidate) => isWanted(facts, candidate, key)))
        .map((key) => {
        const target = (0,object_name/* parseTableName */.HC)(key.references, facts.expected.defaultSchema);
        const referenced = key['referenced-columns'] ?? [];
        const action = key['on-delete'];
        return {
            subject: `${(0,object_name/* displayName */.QC)(table)} (${key.columns.map(object_name/* displayIdentifier */.UY).join(', ')})`,
            message: `No foreign key refers from here to ${(0,object_name/* displayName */.QC)(target)}${action === undefined ? '' : ` with ON DELETE ${action.toUpperCase()}`}.`,
            evidence: keys
                .map(({ definition }) => definition)
                .toSorted()
                .join('\n') || 'The table has no foreign key.',
            fix: `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ADD FOREIGN KEY (${key.columns.map(identifier/* quoteIdentifier */.C).join(', ')}) REFERENCES ${(0,object_name/* qualifiedName */.OL)(target)}${referenced.length === 0 ? '' : ` (${referenced.map(identifier/* quoteIdentifier */.C).join(', ')})`}${action === undefined ? '' : ` ON DELETE ${action.toUpperCase()}`};`,
        };
    });
}
/** The columns in any order, as long as each refers to its own. */
function isWanted({ expected }, key, wanted) {
    const target = (0,object_name/* parseTableName */.HC)(wanted.references, expected.defaultSchema);
    const referenced = wanted['referenced-columns'];
    const action = wanted['on-delete'];
    if (key.referencedSchema !== target.schema || key.referencedName !== target.name)
        return false;
    if (action !== undefined && deleteActions[key.onDelete] !== action)
        return false;
    if (!sameSet(key.columns, wanted.columns))
        return false;
    return (referenced === undefined ||
        wanted.columns.every((column, place) => key.referencedColumns[key.columns.indexOf(column)] === referenced[place]));
}
function expectedIndexes(facts, table, { indexes: wanted = [] }) {
    const indexes = facts.indexes.get(table.oid) ?? [];
    return wanted
        .filter((shape) => !indexes.some((index) => index.valid && serves(index, shape)))
        .map((shape) => ({
        subject: `${(0,object_name/* displayName */.QC)(table)} (${shape.columns.map(object_name/* displayIdentifier */.UY).join(', ')})`,
        message: `No ${shape.unique === true ? 'unique ' : ''}${shape.method ?? 'btree'} index begins with these columns${shape.where === undefined ? '' : ` under WHERE ${shape.where}`}.`,
        evidence: indexesText(indexes),
        fix: createIndex(table, shape),
    }));
}
function serves(index, shape) {
    const { columns, method = 'btree', unique = false, where, operators } = shape;
    if (index.method !== method || (unique && !index.unique))
        return false;
    if (unique && index.keys.length !== columns.length)
        return false;
    if (!sameExpression(index.predicate, where ?? null))
        return false;
    return columns.every((column, place) => {
        const key = index.keys[place];
        return (key !== undefined && isKey(key, column) && (operators === undefined || key.operators === operators));
    });
}
function isKey(key, wanted) {
    return key.column === wanted || (key.expression !== null && sameExpression(key.expression, wanted));
}
/** Blanks, casts and the outermost brackets say nothing, but within quotes; Postgres adds them all. */
function sameExpression(left, right) {
    return left === null || right === null ? left === right : bare(left) === bare(right);
}
function bare(expression) {
    const plain = expression.replaceAll(/('(?:[^']|'')*'|(?<!::)"(?:[^"]|"")*")|::(?:"[^"]+"|[\w.])+(?: varying| precision)?(?:\(\d+(?:,\d+)?\))?(?:\[\])?|\s+/g, (_, quoted) => quoted ?? '');
    return isWrapped(plain) ? bare(plain.slice(1, -1)) : plain;
}
function isWrapped(text) {
    if (!text.startsWith('(') || !text.endsWith(')'))
        return false;
    let depth = 0;
    for (const [place, letter] of [...text].entries()) {
        depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
        if (depth === 0)
            return place === text.length - 1;
    }
    return false;
}
function createIndex(table, shape) {
    const { columns, method, unique = false, where, operators } = shape;
    const keys = columns.map((column) => `${keySql(column)}${operators === undefined ? '' : ` ${operators}`}`);
    const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY ';
    return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${concurrently}ON ${(0,object_name/* qualifiedName */.OL)(table)} ${method === undefined ? '' : `USING ${method} `}(${keys.join(', ')})${where === undefined ? '' : ` WHERE ${where}`};`;
}
function keySql(column) {
    return column.includes('(') ? `(${column})` : (0,identifier/* quoteIdentifier */.C)(column);
}

;// CONCATENATED MODULE: ./build/checks/schema/expected-shape.js
/** What the configuration says that a table holds, and what it does hold. */





const missingColumnInfo = {
    id: 'missing-column',
    title: 'An expected column is not there',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The configuration (`expect`) declares it: what counts on it fails (SQLSTATE 42703).',
};
const differentColumnInfo = {
    id: 'different-column',
    title: 'A column is not as expected',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The configuration (`expect`) declares another type, NOT NULL or default.',
};
const differentTableInfo = {
    id: 'different-table',
    title: 'A table is not as expected',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The configuration (`expect`) declares whether it is partitioned, and whether row-level security is on.',
};
const missingKeyInfo = {
    id: 'missing-key',
    title: 'An expected key is not there',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The configuration (`expect`) declares it: without a unique index duplicates come in and an upsert on it fails (SQLSTATE 42P10), without a foreign key rows refer to nothing.',
};
const missingShapeInfo = {
    id: 'missing-index-shape',
    title: 'No index serves an expected search',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The configuration (`expect`) declares an index by its columns, method and condition, whatever its name; no valid one has them.',
};
/** Tables that are not there are `missing-table`. */
function declared({ expected, relations }) {
    return expected.shapes.flatMap(({ table: text, holds }) => {
        const name = (0,object_name/* parseTableName */.HC)(text, expected.defaultSchema);
        const table = [...relations.values()].find((relation) => relation.schema === name.schema && relation.name === name.name && isTable(relation));
        return table === undefined ? [] : [{ table, holds }];
    });
}
function isTable({ kind }) {
    return ['r', 'p', 'f'].includes(kind);
}
function expected_shape_columnsOf(facts, { oid }) {
    return facts.columns.get(oid) ?? [];
}
function findMissingColumns(facts) {
    return declared(facts).flatMap(({ table, holds: { columns = [] } }) => {
        const there = expected_shape_columnsOf(facts, table);
        return columns
            .filter(([name]) => !there.some((column) => column.name === name))
            .map(([name, wanted]) => (0,rule/* findingOf */.hD)(missingColumnInfo, {
            subject: `${(0,object_name/* displayName */.QC)(table)}.${(0,object_name/* displayIdentifier */.UY)(name)}`,
            message: 'This column is expected and is not in the table.',
            evidence: `Columns of the table: ${there.map((column) => (0,object_name/* displayIdentifier */.UY)(column.name)).join(', ')}.`,
            ...fixOf(typeOf(wanted), (type) => addColumn(table, name, type)),
        }));
    });
}
function typeOf(wanted) {
    return typeof wanted === 'string' ? wanted : wanted.type;
}
function fixOf(type, sql) {
    return type === undefined ? {} : { fix: sql(type) };
}
function addColumn(table, name, type) {
    return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ADD COLUMN ${(0,identifier/* quoteIdentifier */.C)(name)} ${type};`;
}
function findDifferentColumns(facts) {
    return declared(facts).flatMap(({ table, holds: { columns = [] } }) => columns.flatMap(([name, wanted]) => {
        const column = expected_shape_columnsOf(facts, table).find((candidate) => candidate.name === name);
        if (column === undefined)
            return [];
        const differences = differencesOf(column, typeof wanted === 'string' ? { type: wanted } : wanted);
        if (differences.length === 0)
            return [];
        return (0,rule/* findingOf */.hD)(differentColumnInfo, {
            subject: `${(0,object_name/* displayName */.QC)(table)}.${(0,object_name/* displayIdentifier */.UY)(name)}`,
            message: `${differences.map(({ text }) => text).join(', ')}.`,
            evidence: columnText(column),
            fix: differences
                .map(({ change }) => `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(name)} ${change};`)
                .join('\n'),
        });
    }));
}
function differencesOf(column, wanted) {
    const { type, nullable, default: hasDefault } = wanted;
    return [
        ...(type === undefined || isSameType(type, column.type)
            ? []
            : [{ text: `expected ${type}, is ${column.type}`, change: `TYPE ${type}` }]),
        ...(nullable === undefined || nullable === !column.notNull ? [] : [nullText(nullable)]),
        ...(hasDefault === undefined || hasDefault === column.hasDefault ? [] : [defaultText(hasDefault)]),
    ];
}
function nullText(nullable) {
    return nullable
        ? { text: 'expected to allow NULL, is NOT NULL', change: 'DROP NOT NULL' }
        : { text: 'expected NOT NULL, allows NULL', change: 'SET NOT NULL' };
}
function defaultText(hasDefault) {
    return hasDefault
        ? { text: 'expected a default, has none', change: 'SET DEFAULT …' }
        : { text: 'expected no default, has one', change: 'DROP DEFAULT' };
}
function columnText({ name, type, notNull, hasDefault }) {
    return `${(0,object_name/* displayIdentifier */.UY)(name)} ${type}${notNull ? ' NOT NULL' : ''}${hasDefault ? ', with a default' : ''}`;
}
function findDifferentTables(facts) {
    return declared(facts).flatMap(({ table, holds }) => {
        const { partitioned, 'row-level-security': rowSecurity } = holds;
        const isPartitioned = table.kind === 'p';
        return [
            ...(partitioned === undefined || partitioned === isPartitioned
                ? []
                : [
                    (0,rule/* findingOf */.hD)(differentTableInfo, {
                        subject: (0,object_name/* displayName */.QC)(table),
                        message: isPartitioned
                            ? 'This table is partitioned, and is expected not to be.'
                            : 'This table is expected to be partitioned, and is not.',
                    }),
                ]),
            ...(rowSecurity === undefined || rowSecurity === table.rowSecurity
                ? []
                : [
                    (0,rule/* findingOf */.hD)(differentTableInfo, {
                        subject: (0,object_name/* displayName */.QC)(table),
                        message: `Row-level security is expected to be ${rowSecurity ? 'on' : 'off'}, and is not.`,
                        fix: `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ${rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY;`,
                    }),
                ]),
        ];
    });
}
function findMissingKeys(facts) {
    return declared(facts).flatMap(({ table, holds }) => [...expectedUniques(facts, table, holds), ...expectedForeignKeys(facts, table, holds)].map((missing) => (0,rule/* findingOf */.hD)(missingKeyInfo, missing)));
}
function findMissingShapes(facts) {
    return declared(facts).flatMap(({ table, holds }) => expectedIndexes(facts, table, holds).map((missing) => (0,rule/* findingOf */.hD)(missingShapeInfo, missing)));
}
const missingColumn = { info: missingColumnInfo, find: findMissingColumns };
const differentColumn = { info: differentColumnInfo, find: findDifferentColumns };
const differentTable = { info: differentTableInfo, find: findDifferentTables };
const missingKey = { info: missingKeyInfo, find: findMissingKeys };
const missingIndexShape = { info: missingShapeInfo, find: findMissingShapes };

;// CONCATENATED MODULE: ./build/checks/schema/extensions.js



const missingInfo = {
    id: 'missing-extension',
    title: 'An expected extension is not installed',
    severity: 'error',
    levels: { off: 'error' },
    why: 'Operators, types or functions that the application uses are not in the database.',
};
function findMissing({ catalog, expected }) {
    const installed = new Set(catalog.extensions.filter((extension) => extension.installed !== null).map(({ name }) => name));
    return expected.extensions
        .filter((name) => !installed.has(name))
        .map((name) => {
        const available = catalog.extensions.find((extension) => extension.name === name)?.available;
        return (0,rule/* findingOf */.hD)(missingInfo, {
            subject: (0,object_name/* displayIdentifier */.UY)(name),
            message: 'This extension is expected and is not installed in the database.',
            evidence: available === undefined || available === null
                ? 'The server does not offer it: its provider or an administrator has to install it first.'
                : `The server offers version ${available}.`,
            fix: `CREATE EXTENSION ${(0,identifier/* quoteIdentifier */.C)(name)};`,
        });
    });
}
const outdatedInfo = {
    id: 'outdated-extension',
    title: 'An extension can be updated',
    severity: 'notice',
    why: 'The server has newer files of it (after an upgrade, as a rule) while the database still runs the old SQL objects.',
};
function findOutdated({ catalog }) {
    return catalog.extensions
        .filter(({ updatable }) => updatable)
        .map(({ name, installed, available }) => (0,rule/* findingOf */.hD)(outdatedInfo, {
        subject: (0,object_name/* displayIdentifier */.UY)(name),
        message: 'The server has another version of this extension than the database.',
        evidence: `Installed ${installed}, the server offers ${available}.`,
        fix: `ALTER EXTENSION ${(0,identifier/* quoteIdentifier */.C)(name)} UPDATE;`,
    }));
}
const inPublicInfo = {
    id: 'extension-in-public',
    title: 'An extension is in the schema public',
    severity: 'notice',
    levels: { recommended: 'off', supabase: 'warning' },
    why: 'Its functions stand among the application’s own, an API over the schema exposes them, and they are in the search_path of everybody. Extensions that cannot be moved are not reported.',
    docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0014_extension_in_public',
};
function findInPublic({ catalog }) {
    return catalog.extensions
        .filter(({ installed, schema, relocatable }) => installed !== null && schema === 'public' && relocatable)
        .map(({ name }) => (0,rule/* findingOf */.hD)(inPublicInfo, {
        subject: (0,object_name/* displayIdentifier */.UY)(name),
        message: 'This extension is in the schema public.',
        fix: `CREATE SCHEMA IF NOT EXISTS extensions;\nGRANT USAGE ON SCHEMA extensions TO PUBLIC;\n-- And "extensions" into the search_path of the roles that use it.\nALTER EXTENSION ${(0,identifier/* quoteIdentifier */.C)(name)} SET SCHEMA extensions;`,
    }));
}
const extensionInPublic = { info: inPublicInfo, find: findInPublic };
const missingExtension = { info: missingInfo, find: findMissing };
const outdatedExtension = { info: outdatedInfo, find: findOutdated };

;// CONCATENATED MODULE: ./build/checks/schema/failed-migration.js


const failed_migration_info = {
    id: 'failed-migration',
    title: 'A migration failed and is still marked as failed',
    severity: 'error',
    why: 'The schema may be half changed, and `prisma migrate deploy` refuses to go on (P3009) until somebody says what became of it.',
    docs: 'https://www.prisma.io/docs/orm/prisma-migrate/workflows/patching-and-hotfixing#failed-migration',
};
function failed_migration_find({ histories }) {
    return histories.flatMap((history) => history.kind === 'unreadable' ? [] : history.failed.map((row) => describe(history.schema, row)));
}
function describe(schema, { name, appliedSteps, logs, maybeRunning }) {
    const quoted = `'${name.replaceAll("'", "'\\''")}'`;
    return (0,rule/* findingOf */.hD)(failed_migration_info, {
        subject: `${(0,object_name/* displayIdentifier */.UY)(schema)} · ${name}`,
        severity: maybeRunning ? 'warning' : 'error',
        message: maybeRunning
            ? 'This migration has started and not finished; a session holds the migration lock, so it may still be running.'
            : 'This migration started, and neither finished nor was marked as rolled back.',
        evidence: `${appliedSteps} steps applied. ${shorten(logs ?? 'Prisma logged nothing.')}`,
        fix: `# After undoing by hand what it did:\nnpx prisma migrate resolve --rolled-back ${quoted}\n# Or after finishing by hand what it did not do:\nnpx prisma migrate resolve --applied ${quoted}`,
    });
}
function shorten(text) {
    const trimmed = text.trim();
    return trimmed.length <= 2000 ? trimmed : `${trimmed.slice(0, 2000)} …`;
}
const failedMigration = { info: failed_migration_info, find: failed_migration_find };

;// CONCATENATED MODULE: ./build/checks/schema/foreign-key-index.js




const foreign_key_index_info = {
    id: 'foreign-key-without-index',
    title: 'A foreign key has no index',
    severity: 'warning',
    why: 'Deleting a referenced row, or changing its key, scans the whole referencing table once for every row, with the row lock held. Postgres makes no such index by itself.',
    docs: 'https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK',
};
function foreign_key_index_find(facts) {
    return facts.catalog.foreignKeys.flatMap((key) => {
        const table = facts.relations.get(key.table);
        if (table === undefined)
            return [];
        const indexes = facts.indexes.get(key.table) ?? [];
        if (indexes.some((index) => foreign_key_index_serves(index, key)))
            return [];
        const columns = key.columns.map(identifier/* quoteIdentifier */.C).join(', ');
        const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY ';
        return (0,rule/* findingOf */.hD)(foreign_key_index_info, {
            subject: `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(key.name)}`,
            message: `No index begins with ${key.columns.map(object_name/* displayIdentifier */.UY).join(', ')}: a delete in ${(0,object_name/* displayName */.QC)({ schema: key.referencedSchema, name: key.referencedName })} scans this whole table.`,
            evidence: `${key.definition}; table: ${sizeText(table)}`,
            fix: `CREATE INDEX ${concurrently}ON ${(0,object_name/* qualifiedName */.OL)(table)} (${columns});${prismaNote(facts, 'with @@index in')}`,
        });
    });
}
/**
 * The trigger of a foreign key searches for equality in all of its columns: the index's first keys must be those
 * columns, in any order, in the columns' own collation.
 */
function foreign_key_index_serves(index, { columns, quotedColumns }) {
    if (!index.valid || !searchesEquality(index, columns.length))
        return false;
    if (!isImpliedPredicate(index.predicate, quotedColumns))
        return false;
    const leading = index.keys.slice(0, columns.length);
    return columns.every((column) => leading.some((key) => key.column === column && key.collation === (key.columnCollation ?? 0)));
}
function searchesEquality({ method }, columns) {
    return method === 'btree' || (method === 'hash' && columns === 1);
}
/** `column IS NOT NULL` follows from the equality that the trigger searches for; any other predicate does not. */
function isImpliedPredicate(predicate, quotedColumns) {
    if (predicate === null)
        return true;
    const terms = predicate.startsWith('((') ? predicate.slice(1, -1).split(' AND ') : [predicate];
    return terms.every((term) => quotedColumns.some((column) => term === `(${column} IS NOT NULL)`));
}
const foreignKeyWithoutIndex = { info: foreign_key_index_info, find: foreign_key_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/foreign-key-type.js




const foreign_key_type_info = {
    id: 'foreign-key-type-mismatch',
    title: 'A foreign key has another type than its target',
    severity: 'warning',
    why: 'An `integer` that refers to a `bigint` cannot hold the ids that are to come: inserts fail once they pass 2,147,483,647. Other pairs cast on every check. The text types among each other are not reported.',
};
function foreign_key_type_find(facts) {
    return facts.catalog.foreignKeys.flatMap((key) => {
        const table = facts.relations.get(key.table);
        if (table === undefined || key.mismatches.length === 0)
            return [];
        const target = (0,object_name/* displayName */.QC)({ schema: key.referencedSchema, name: key.referencedName });
        const changes = key.mismatches.map(({ column, referencedType }) => `ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(column)} TYPE ${referencedType}`);
        return (0,rule/* findingOf */.hD)(foreign_key_type_info, {
            subject: `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(key.name)}`,
            message: `${key.mismatches.map((pair) => pairText(pair, target)).join('; ')}.`,
            evidence: `${key.definition}; table: ${sizeText(table)}`,
            fix: `-- Rewrites the table under an ACCESS EXCLUSIVE lock; on a big one add a column and move over.\nALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ${changes.join(', ')};${prismaNote(facts, 'with the same type in')}`,
        });
    });
}
function pairText({ column, type, referencedColumn, referencedType }, target) {
    return `${(0,object_name/* displayIdentifier */.UY)(column)} is ${type}, and ${target}.${(0,object_name/* displayIdentifier */.UY)(referencedColumn)} is ${referencedType}`;
}
const foreignKeyTypeMismatch = { info: foreign_key_type_info, find: foreign_key_type_find };

;// CONCATENATED MODULE: ./build/checks/schema/function-safety.js
/** Functions whose names mean what the caller's search_path says, and those that lend their owner's rights. */



const function_safety_docs = 'https://www.postgresql.org/docs/current/sql-createfunction.html#SQL-CREATEFUNCTION-SECURITY';
const definerPathInfo = {
    id: 'definer-search-path',
    title: 'A SECURITY DEFINER function follows the caller’s search_path',
    severity: 'warning',
    levels: { supabase: 'error', strict: 'error' },
    why: 'Whoever may create a table or an operator somewhere, pg_temp included, puts it before the one that is meant, and the function runs it with its owner’s rights.',
    docs: function_safety_docs,
};
function findDefinerPaths({ catalog }) {
    return catalog.functions
        .filter((routine) => routine.isDefiner && isMutable(routine))
        .map((routine) => (0,rule/* findingOf */.hD)(definerPathInfo, {
        subject: subjectOf(routine),
        message: `It runs with the rights of ${(0,object_name/* displayIdentifier */.UY)(routine.owner)}, and the caller decides by search_path what its names mean.`,
        evidence: `SECURITY DEFINER, owner ${(0,object_name/* displayIdentifier */.UY)(routine.owner)}${routine.ownerIsSuperuser ? ' (a superuser)' : ''}, no search_path of its own.`,
        fix: setPath(routine),
    }));
}
const pathInfo = {
    id: 'function-search-path',
    title: 'A function follows the caller’s search_path',
    severity: 'notice',
    levels: { recommended: 'off', supabase: 'warning' },
    why: 'Its names mean other things to another caller: it breaks in an index or a restore (where search_path is empty), or reads another schema’s table. A body of BEGIN ATOMIC is not reported.',
    docs: 'https://supabase.com/docs/guides/database/database-advisors?lint=0011_function_search_path_mutable',
};
function findPaths({ catalog }) {
    return catalog.functions
        .filter((routine) => !routine.isDefiner && isMutable(routine))
        .map((routine) => (0,rule/* findingOf */.hD)(pathInfo, {
        subject: subjectOf(routine),
        message: 'The caller decides by search_path what the names in this function mean.',
        fix: setPath(routine),
    }));
}
const publicInfo = {
    id: 'definer-for-everyone',
    title: 'Every role may run a SECURITY DEFINER function',
    severity: 'notice',
    levels: { supabase: 'warning', strict: 'warning' },
    why: 'EXECUTE is granted to PUBLIC by default, so that every role acts with the owner’s rights, whatever the function lets it do. Trigger functions, which nobody can call, and functions in a schema that PUBLIC may not use are not reported.',
    docs: function_safety_docs,
};
function findPublic({ catalog }) {
    const callable = catalog.functions.filter(({ isDefiner, isTrigger, publicMayRun }) => isDefiner && publicMayRun && !isTrigger);
    return callable.map((routine) => (0,rule/* findingOf */.hD)(publicInfo, {
        subject: subjectOf(routine),
        message: `Every role may run this with the rights of ${(0,object_name/* displayIdentifier */.UY)(routine.owner)}${routine.ownerIsSuperuser ? ', a superuser' : ''}.`,
        evidence: 'SECURITY DEFINER; EXECUTE is granted to PUBLIC.',
        fix: `REVOKE EXECUTE ON ${signature(routine)} FROM PUBLIC;\nGRANT EXECUTE ON ${signature(routine)} TO "role";`,
    }));
}
function isMutable({ hasSearchPath, isParsed }) {
    return !hasSearchPath && !isParsed;
}
function subjectOf(routine) {
    return `${(0,object_name/* displayName */.QC)(routine)}(${routine.arguments})`;
}
function signature(routine) {
    return `${routine.isProcedure ? 'PROCEDURE' : 'FUNCTION'} ${(0,object_name/* qualifiedName */.OL)(routine)}(${routine.arguments})`;
}
/** pg_temp last: else it is searched first for tables and types. */
function setPath(routine) {
    return `ALTER ${signature(routine)} SET search_path = pg_catalog, ${(0,identifier/* quoteIdentifier */.C)(routine.schema)}, pg_temp;`;
}
const definerSearchPath = { info: definerPathInfo, find: findDefinerPaths };
const functionSearchPath = { info: pathInfo, find: findPaths };
const definerForEveryone = { info: publicInfo, find: findPublic };

;// CONCATENATED MODULE: ./build/checks/schema/statistics-query.js
/**
 * What production has counted of itself, as one JSON document (`Counted`). Reads the catalog and the cumulative statistics
 * only, which every role may see; widths of columns (pg_stats) only where the role may read the table. No table is read and
 * no lock is taken: sizes are those of the last vacuum or analyse.
 *
 * The counting began at the reset of the database's statistics, or of the whole server's: after a crash, and where a compute
 * starts without them, all begin anew, which the checkpoint counters show (pg_stat_bgwriter.stats_reset).
 * https://www.postgresql.org/docs/current/monitoring-stats.html
 */
const statisticsQuery = `
with windows as (
  select pg_catalog.date_part('epoch', pg_catalog.now() - greatest(
    (select d.stats_reset from pg_catalog.pg_stat_database d where d.datname = pg_catalog.current_database()),
    (select b.stats_reset from pg_catalog.pg_stat_bgwriter b))) as seconds
), index_use as (
  select n.nspname, t.relname as table_name, root.relname, sum(u.idx_scan) as scans,
         max((pg_catalog.to_jsonb(u) ->> 'last_idx_scan')::pg_catalog.timestamptz) as last_scan,
         sum(c.relpages::int8) * pg_catalog.current_setting('block_size')::int8 as bytes
  from pg_catalog.pg_stat_user_indexes u
  join pg_catalog.pg_class c on c.oid = u.indexrelid
  join pg_catalog.pg_class root on root.oid = coalesce(pg_catalog.pg_partition_root(u.indexrelid), u.indexrelid)
  join pg_catalog.pg_index i on i.indexrelid = root.oid
  join pg_catalog.pg_class t on t.oid = i.indrelid
  join pg_catalog.pg_namespace n on n.oid = root.relnamespace
  group by root.oid, n.nspname, t.relname, root.relname
), widths as (
  -- Every row has a header of 24 bytes and a pointer of 4; what aligning costs is guessed high, so that too much is said to be needed.
  select a.attrelid, sum((1 - s.null_frac) * (s.avg_width + case a.attalign when 'd' then 4 when 'i' then 2 else 1 end)) as data,
         count(*) = count(s.attname) as known
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind = 'r'
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join pg_catalog.pg_stats s
    on s.schemaname = n.nspname and s.tablename = c.relname and s.attname = a.attname and not s.inherited
  where a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  group by a.attrelid
), table_state as (
  select u.schemaname, u.relname, c.reltuples, c.relpages, u.n_dead_tup, w.data, w.known,
    coalesce((options ->> 'fillfactor')::float8, 100) as fill,
    least(coalesce((options ->> 'autovacuum_vacuum_threshold')::float8, pg_catalog.current_setting('autovacuum_vacuum_threshold')::float8)
      + coalesce((options ->> 'autovacuum_vacuum_scale_factor')::float8, pg_catalog.current_setting('autovacuum_vacuum_scale_factor')::float8)
      * greatest(c.reltuples, 0),
      -- PostgreSQL 18; -1 is no limit.
      nullif(coalesce((options ->> 'autovacuum_vacuum_max_threshold')::float8, pg_catalog.current_setting('autovacuum_vacuum_max_threshold', true)::float8), -1)) as vacuum_at,
    coalesce((options ->> 'autovacuum_enabled')::boolean, true) and pg_catalog.current_setting('autovacuum')::boolean as is_on,
    greatest(u.last_vacuum, u.last_autovacuum) as last_vacuum
  from pg_catalog.pg_stat_user_tables u
  join pg_catalog.pg_class c on c.oid = u.relid and c.relkind = 'r'
  left join widths w on w.attrelid = u.relid
  cross join lateral (
    select pg_catalog.jsonb_object_agg(o.option_name, o.option_value) as options
    from pg_catalog.pg_options_to_table(c.reloptions) o
  ) settings
)
select pg_catalog.json_build_object(
  'windowSeconds', coalesce((select seconds from windows), 0),
  'isReplica', pg_catalog.pg_is_in_recovery(),
  'indexes', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'schema', nspname, 'table', table_name, 'name', relname, 'scans', coalesce(scans, 0),
    'lastScanSeconds', pg_catalog.date_part('epoch', pg_catalog.now() - last_scan),
    'bytes', coalesce(bytes, 0))), '[]') from index_use),
  'tables', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
    'schema', schemaname, 'name', relname, 'rows', reltuples,
    'bytes', relpages::int8 * pg_catalog.current_setting('block_size')::int8,
    'neededBytes', case when known and reltuples >= 0 then pg_catalog.ceil(
      reltuples * (28 + 7 + data) * 100 / fill
      / (pg_catalog.current_setting('block_size')::int8 - 24)) * pg_catalog.current_setting('block_size')::int8 end,
    'deadRows', coalesce(n_dead_tup, 0), 'vacuumAt', vacuum_at, 'isAutovacuumOn', is_on,
    'lastVacuumSeconds', pg_catalog.date_part('epoch', pg_catalog.now() - last_vacuum))), '[]') from table_state)
)::text as statistics`;

;// CONCATENATED MODULE: ./build/checks/schema/statistics.js



const isIndexUse = (0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    table: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    scans: guard/* isNumber */.Et,
    lastScanSeconds: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    bytes: guard/* isNumber */.Et,
});
const isTableState = (0,guard/* objectOf */.Xy)({
    schema: guard/* isString */.Kg,
    name: guard/* isString */.Kg,
    rows: guard/* isNumber */.Et,
    bytes: guard/* isNumber */.Et,
    neededBytes: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
    deadRows: guard/* isNumber */.Et,
    vacuumAt: guard/* isNumber */.Et,
    isAutovacuumOn: guard/* isBoolean */.Lm,
    lastVacuumSeconds: (0,guard/* nullable */.me)(guard/* isNumber */.Et),
});
const isCounted = (0,guard/* objectOf */.Xy)({
    windowSeconds: guard/* isNumber */.Et,
    isReplica: guard/* isBoolean */.Lm,
    indexes: (0,guard/* arrayOf */.jk)(isIndexUse),
    tables: (0,guard/* arrayOf */.jk)(isTableState),
});
/** One query. @throws what the database answers with */
async function readStatistics(session) {
    const rows = await (0,catalog_transaction/* inCatalogTransaction */.p)(session, () => session.query(statisticsQuery));
    const text = rows[0]?.statistics;
    const document = (0,guard/* isString */.Kg)(text) ? JSON.parse(text) : undefined;
    if (!isCounted(document))
        throw new Error('The statistics query answered a document of another shape.');
    return document;
}
const daySeconds = 86_400;
/** Undefined when the counting is long enough for the rule; else why nothing can be said. */
function tooYoung({ windowSeconds }, neededSeconds) {
    if (windowSeconds >= neededSeconds)
        return undefined;
    return `production has counted for ${ageText(windowSeconds)} only, and ${ageText(neededSeconds)} are needed`;
}
/** "3 hours", "41 days". */
function ageText(seconds) {
    const [amount, unit] = seconds >= 2 * daySeconds
        ? [seconds / daySeconds, 'days']
        : seconds >= 2 * 3600
            ? [seconds / 3600, 'hours']
            : [seconds / 60, 'minutes'];
    return `${Math.floor(amount)} ${unit}`;
}

;// CONCATENATED MODULE: ./build/checks/schema/production.js

/** The statistics, where they are enough for a rule. */
function productionFor(facts, { seconds, notOnReplica }) {
    const { statistics } = facts;
    if (statistics.kind === 'skipped')
        return statistics;
    const { counted } = statistics;
    if (counted.isReplica && notOnReplica !== undefined)
        return {
            kind: 'skipped',
            reason: `\`production-url\` leads to a replica, which does not count ${notOnReplica}`,
        };
    if (!knowsATable(facts, counted))
        return {
            kind: 'skipped',
            reason: 'none of the tables is in the database that `production-url` leads to',
        };
    const young = tooYoung(counted, seconds);
    return young === undefined ? statistics : { kind: 'skipped', reason: young };
}
/** Another database of the same server would pass for a production without a fault. */
function knowsATable({ relations }, { tables }) {
    const known = new Set(tables.map(({ schema, name }) => JSON.stringify([schema, name])));
    const ours = [...relations.values()].filter(({ kind }) => kind === 'r');
    return ours.length === 0 || ours.some(({ schema, name }) => known.has(JSON.stringify([schema, name])));
}
function reasonOf(production) {
    return production.kind === 'skipped' ? [production.reason] : [];
}

;// CONCATENATED MODULE: ./build/checks/schema/index-use.js









const index_use_info = {
    id: 'unused-index',
    title: 'Production does not use an index',
    severity: 'notice',
    levels: { strict: 'warning' },
    options: {
        days: {
            kind: 'number',
            default: 30,
            minimum: 1,
            maximum: 3650,
            description: 'How long production must have counted, and how long nobody has searched the index.',
        },
        'minimum-megabytes': {
            kind: 'number',
            default: 1,
            minimum: 0,
            maximum: 1_000_000,
            description: 'Smaller indexes are not reported.',
        },
    },
    why: 'Every write keeps it up to date for nobody. Searches on replicas are not counted, a yearly report may be further away than the window, and Postgres keeps no date of when an index was made. Unique ones, those of constraints, of the replica identity, and the only one of a foreign key are not reported.',
    docs: 'https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ALL-INDEXES-VIEW',
};
function index_use_find(facts) {
    const production = productionOf(facts);
    if (production.kind === 'skipped')
        return [];
    const uses = new Map(production.counted.indexes.map((use) => [keyOf(use), use]));
    return [...facts.indexes].flatMap(([oid, indexes]) => {
        const table = facts.relations.get(oid);
        if (table === undefined)
            return [];
        return indexes.flatMap((index) => {
            const use = uses.get(keyOf(index));
            if (use === undefined || use.table !== table.name || !isUnused(facts, use))
                return [];
            return isDroppable(facts, index, indexes) ? [index_use_describe(facts, { table, index, use })] : [];
        });
    });
}
function keyOf({ schema, name }) {
    return JSON.stringify([schema, name]);
}
function isUnused({ policy }, { scans, lastScanSeconds, bytes }) {
    if (bytes < (0,rule_policy/* numberOption */.jZ)(policy, index_use_info, 'minimum-megabytes') * 1024 * 1024)
        return false;
    if (scans === 0)
        return true;
    return lastScanSeconds !== null && lastScanSeconds > (0,rule_policy/* numberOption */.jZ)(policy, index_use_info, 'days') * daySeconds;
}
/** The search of a foreign key is rare and dear: its last index stays. */
function isDroppable(facts, index, ofTable) {
    if (index.isPartition || !index.valid || isNeeded(index))
        return false;
    const keys = facts.catalog.foreignKeys.filter(({ table }) => table === index.table);
    return keys.every((key) => !foreign_key_index_serves(index, key) || ofTable.some((other) => other !== index && foreign_key_index_serves(other, key)));
}
function index_use_describe(facts, { table, index, use }) {
    const { statistics } = facts;
    const window = statistics.kind === 'read' ? ageText(statistics.counted.windowSeconds) : '';
    const seen = use.scans === 0 || use.lastScanSeconds === null
        ? `not searched once in the ${window} that are counted`
        : `last searched ${ageText(use.lastScanSeconds)} ago, ${use.scans.toLocaleString('en-US')} times before`;
    return (0,rule/* findingOf */.hD)(index_use_info, {
        subject: indexSubject(table, index),
        message: 'Production has not used this index for long.',
        evidence: `${index.definition}; ${seen}; ${(0,quantity/* formatBytes */.z3)(use.bytes)} in ${(0,object_name/* displayName */.QC)(index)}`,
        fix: `DROP INDEX ${index.partitioned ? '' : 'CONCURRENTLY '}${(0,object_name/* qualifiedName */.OL)(index)};${prismaNote(facts, 'without it in')}`,
    });
}
function productionOf(facts) {
    const seconds = (0,rule_policy/* numberOption */.jZ)(facts.policy, index_use_info, 'days') * daySeconds;
    return productionFor(facts, { seconds, notOnReplica: 'the searches on the primary' });
}
const unusedIndex = {
    info: index_use_info,
    find: index_use_find,
    needsStatistics: true,
    skipped: (facts) => reasonOf(productionOf(facts)),
};

;// CONCATENATED MODULE: ./build/checks/schema/invalid-index.js




const invalid_index_info = {
    id: 'invalid-index',
    title: 'An index is invalid',
    severity: 'error',
    why: 'CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY failed half way and left it: no query uses it, a unique one does not hold, and every write may still pay for it. One that is being built right now is a notice.',
    docs: 'https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY',
};
function invalid_index_find(facts) {
    return [...facts.indexes].flatMap(([oid, indexes]) => {
        const table = facts.relations.get(oid);
        if (table === undefined)
            return [];
        return indexes.filter(({ valid }) => !valid).map((index) => invalid_index_describe(facts, table, index));
    });
}
function invalid_index_describe(facts, table, index) {
    const common = { subject: indexSubject(table, index) };
    if (index.building)
        return (0,rule/* findingOf */.hD)(invalid_index_info, {
            ...common,
            severity: 'notice',
            message: 'This index is being built by another session right now.',
            evidence: index.definition,
        });
    const wanted = isExpected(facts, table, index) ? ' A migration makes it and counts on it.' : '';
    return (0,rule/* findingOf */.hD)(invalid_index_info, {
        ...common,
        message: `This index is invalid: no query uses it.${wanted}`,
        evidence: `${index.definition}; indisvalid = false, ${(0,quantity/* formatBytes */.z3)(index.bytes)}`,
        fix: repair(index),
    });
}
function isExpected({ expected }, table, index) {
    return expected.indexes.some((wanted) => {
        const name = (0,object_name/* parseTableName */.HC)(wanted.table, expected.defaultSchema);
        return wanted.name === index.name && name.schema === table.schema && name.name === table.name;
    });
}
/** What REINDEX CONCURRENTLY leaves behind (`_ccnew`, `_ccold`) is to be dropped, not built again. */
function repair(index) {
    const name = (0,object_name/* qualifiedName */.OL)(index);
    if (index.partitioned)
        return `-- Make the index on every partition that lacks it, then attach each; the parent becomes valid with the last.\nALTER INDEX ${name} ATTACH PARTITION "schema"."index of the partition";`;
    if (/_cc(new|old)\d*$/.test(index.name))
        return `DROP INDEX CONCURRENTLY ${name};`;
    if (index.exclusion)
        return `REINDEX INDEX ${name};`;
    const duplicates = index.unique
        ? '-- Remove duplicate rows first: they are why a unique index fails.\n'
        : '';
    return `${duplicates}REINDEX INDEX CONCURRENTLY ${name};`;
}
const invalidIndex = { info: invalid_index_info, find: invalid_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-index.js


const missing_index_info = {
    id: 'missing-index',
    title: 'An index of a migration is not there',
    severity: 'error',
    levels: { off: 'error' },
    why: 'A migration made it and something took it away (or the migration was marked as applied and never ran): queries that count on it scan the table. An index that is there and invalid is reported as `invalid-index`.',
};
function missing_index_find(facts) {
    return facts.expected.indexes
        .filter((wanted) => !isThere(facts, wanted))
        .map((wanted) => {
        const table = (0,object_name/* parseTableName */.HC)(wanted.table, facts.expected.defaultSchema);
        return (0,rule/* findingOf */.hD)(missing_index_info, {
            subject: `${(0,object_name/* displayName */.QC)(table)} · ${(0,object_name/* displayIdentifier */.UY)(wanted.name)}`,
            message: 'A migration makes this index and it is not in the database.',
            evidence: nearMisses(facts, wanted, table.name),
            ...(wanted.sql === undefined ? {} : { fix: wanted.sql }),
        });
    });
}
function isThere({ catalog, expected, relations }, wanted) {
    const table = (0,object_name/* parseTableName */.HC)(wanted.table, expected.defaultSchema);
    return catalog.indexes.some((index) => {
        if (index.name !== wanted.name)
            return false;
        const owner = relations.get(index.table);
        return owner?.schema === table.schema && owner.name === table.name;
    });
}
function nearMisses({ catalog }, wanted, tableName) {
    const elsewhere = catalog.indexes.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
    if (elsewhere.length > 0)
        return `An index of this name is elsewhere: ${elsewhere.map(({ definition }) => definition).join('; ')}`;
    const tables = catalog.relations.filter(({ name }) => name === tableName).map(({ oid }) => oid);
    const names = catalog.indexes.filter(({ table }) => tables.includes(table)).map(({ name }) => name);
    return names.length === 0
        ? 'The table has no index at all, or is not there.'
        : `Indexes of the table: ${names.toSorted().map(object_name/* displayIdentifier */.UY).join(', ')}.`;
}
const missingIndex = { info: missing_index_info, find: missing_index_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-schema.js



const missing_schema_info = {
    id: 'missing-schema',
    title: 'A schema to check is not there',
    severity: 'error',
    levels: { off: 'error' },
    why: 'Nothing in it was checked, so a report without findings would say nothing.',
};
function missing_schema_find({ catalog, expected }) {
    return expected.schemas
        .filter((schema) => !catalog.schemas.includes(schema))
        .map((schema) => (0,rule/* findingOf */.hD)(missing_schema_info, {
        subject: (0,object_name/* displayIdentifier */.UY)(schema),
        message: 'This schema was to be checked and is not in the database.',
        evidence: `Schemas there: ${catalog.schemas.map(object_name/* displayIdentifier */.UY).join(', ') || 'none'}.`,
        fix: `CREATE SCHEMA ${(0,identifier/* quoteIdentifier */.C)(schema)};`,
    }));
}
const missingSchema = { info: missing_schema_info, find: missing_schema_find };

;// CONCATENATED MODULE: ./build/checks/schema/missing-table.js


const missing_table_info = {
    id: 'missing-table',
    title: 'An expected table is not there',
    severity: 'error',
    levels: { off: 'error' },
    why: 'The application will fail on its first query of it (SQLSTATE 42P01).',
};
const kindNames = { v: 'a view', m: 'a materialised view' };
function missing_table_find(facts) {
    const { expected, catalog } = facts;
    const wanted = expected.tables.map((text) => (0,object_name/* parseTableName */.HC)(text, expected.defaultSchema));
    return wanted
        .filter((name) => !catalog.relations.some((relation) => missing_table_isTable(relation) && sameName(relation, name)))
        .map((name) => (0,rule/* findingOf */.hD)(missing_table_info, {
        subject: (0,object_name/* displayName */.QC)(name),
        message: 'This table is expected and is not in the database.',
        evidence: missing_table_nearMisses(catalog.relations, name),
    }));
}
function missing_table_isTable({ kind }) {
    return ['r', 'p', 'f'].includes(kind);
}
function sameName(left, right) {
    return left.schema === right.schema && left.name === right.name;
}
/** What may be meant: another schema, another case, a view. */
function missing_table_nearMisses(relations, wanted) {
    const near = relations.filter(({ name }) => name.toLowerCase() === wanted.name.toLowerCase());
    if (near.length === 0)
        return 'No table or view of this name is in the schemas that were checked.';
    const names = near.map((relation) => {
        const kind = kindNames[relation.kind];
        return kind === undefined ? (0,object_name/* displayName */.QC)(relation) : `${(0,object_name/* displayName */.QC)(relation)} (${kind})`;
    });
    return `Near it: ${names.join(', ')}.`;
}
const missingTable = { info: missing_table_info, find: missing_table_find };

;// CONCATENATED MODULE: ./build/checks/schema/primary-key.js




const primary_key_info = {
    id: 'table-without-primary-key',
    title: 'A table has no primary key',
    severity: 'warning',
    why: 'Rows cannot be told apart, logical replication cannot repeat an UPDATE or DELETE, and tools that copy or compare tables fall back to whole rows. Partitions and unlogged tables are not reported.',
    docs: 'https://www.postgresql.org/docs/current/logical-replication-publication.html',
};
const identityText = {
    d: 'REPLICA IDENTITY DEFAULT without a key: UPDATE and DELETE fail once the table is published',
    n: 'REPLICA IDENTITY NOTHING: UPDATE and DELETE fail once the table is published',
    f: 'REPLICA IDENTITY FULL: every replicated UPDATE and DELETE compares whole rows',
    i: 'REPLICA IDENTITY USING INDEX: logical replication works',
};
function primary_key_find(facts) {
    return topTables(facts)
        .filter(({ persistence }) => persistence === 'p')
        .filter(({ oid }) => !(facts.indexes.get(oid) ?? []).some(({ primary }) => primary))
        .map((table) => {
        const candidate = (facts.indexes.get(table.oid) ?? []).find(canBecomePrimaryKey);
        return (0,rule/* findingOf */.hD)(primary_key_info, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: candidate === undefined
                ? 'This table has no primary key.'
                : `This table has no primary key, though its unique index ${(0,object_name/* displayIdentifier */.UY)(candidate.name)} could be one.`,
            evidence: `${identityText[table.replicaIdentity] ?? ''}; ${sizeText(table)}`,
            fix: `${addPrimaryKey(table, candidate)}${prismaNote(facts, 'with @id or @@id in')}`,
        });
    });
}
/** As ALTER TABLE … ADD PRIMARY KEY USING INDEX demands: unique, whole, on plain columns that are all NOT NULL. */
function canBecomePrimaryKey(index) {
    const plain = index.keys.every(({ column, option, notNull }) => column !== null && option === 0 && notNull === true);
    return plain && index.unique && index.valid && index.immediate && index.predicate === null;
}
function addPrimaryKey(table, index) {
    const name = (0,object_name/* qualifiedName */.OL)(table);
    if (index === undefined)
        return `-- Rewrites the table under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD COLUMN "id" bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;`;
    if (index.constraint === null && table.kind === 'r')
        return `ALTER TABLE ${name} ADD ${constraintName(table)}PRIMARY KEY USING INDEX ${(0,identifier/* quoteIdentifier */.C)(index.name)};`;
    const columns = index.keys.map(({ column }) => (0,identifier/* quoteIdentifier */.C)(column ?? '')).join(', ');
    return `-- Builds an index under an ACCESS EXCLUSIVE lock.\nALTER TABLE ${name} ADD PRIMARY KEY (${columns});`;
}
/** The name that Postgres and Prisma give by themselves; with USING INDEX it would be the index's. */
function constraintName({ name }) {
    const wanted = `${name}_pkey`;
    return Buffer.byteLength(wanted) > longestName ? '' : `CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(wanted)} `;
}
/** NAMEDATALEN - 1 (https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS). */
const longestName = 63;
const tableWithoutPrimaryKey = { info: primary_key_info, find: primary_key_find };

;// CONCATENATED MODULE: ./build/checks/schema/public-grants.js
/** What is granted to PUBLIC: to every role that can connect, those that are made tomorrow too. */



const tableInfo = {
    id: 'table-granted-to-public',
    title: 'A table is granted to everybody',
    severity: 'warning',
    why: 'PUBLIC is every role that can connect, now and later. That a table may only be read is a notice.',
    docs: 'https://www.postgresql.org/docs/current/ddl-priv.html',
};
function findTables(facts) {
    return facts.catalog.publicGrants.flatMap(({ table: oid, privileges }) => {
        const table = facts.relations.get(oid);
        if (table === undefined)
            return [];
        return (0,rule/* findingOf */.hD)(tableInfo, {
            severity: privileges.every((privilege) => privilege === 'SELECT') ? 'notice' : 'warning',
            subject: (0,object_name/* displayName */.QC)(table),
            message: `Every role has ${privileges.join(', ')} on it.`,
            evidence: 'Granted to PUBLIC.',
            fix: `REVOKE ${privileges.join(', ')} ON ${(0,object_name/* qualifiedName */.OL)(table)} FROM PUBLIC;`,
        });
    });
}
const schemaInfo = {
    id: 'schema-open-to-public',
    title: 'Everybody may create in a schema',
    severity: 'warning',
    levels: { supabase: 'error', strict: 'error' },
    why: 'Any role can put a function or table there that others run or read by its bare name (CVE-2018-1058). Databases that were made before PostgreSQL 15 keep this grant on `public` through every upgrade.',
    docs: 'https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS',
};
function findSchemas({ catalog }) {
    return catalog.openSchemas.map((schema) => (0,rule/* findingOf */.hD)(schemaInfo, {
        subject: (0,object_name/* displayIdentifier */.UY)(schema),
        message: 'Every role may create tables and functions in this schema.',
        evidence: 'CREATE is granted to PUBLIC.',
        fix: `REVOKE CREATE ON SCHEMA ${(0,identifier/* quoteIdentifier */.C)(schema)} FROM PUBLIC;`,
    }));
}
const tableGrantedToPublic = { info: tableInfo, find: findTables };
const schemaOpenToPublic = { info: schemaInfo, find: findSchemas };

;// CONCATENATED MODULE: ./build/checks/schema/sequence-end.js



const sequence_end_info = {
    id: 'sequence-near-end',
    title: 'A sequence or its column is near its end',
    severity: 'warning',
    why: 'When it is used up every insert fails at once, and making the column wider rewrites the table. More than 75 % is reported, more than 90 % is an error.',
};
const [warnAt, failAt] = [75n, 90n];
/** Greatest and least value of the integer types (https://www.postgresql.org/docs/current/datatype-numeric.html). */
const typeBits = { int2: 15n, int4: 31n, int8: 63n };
function sequence_end_find(facts) {
    return facts.catalog.sequences.flatMap((sequence) => {
        const use = usedOf(sequence);
        if (use === undefined || use.percent <= warnAt)
            return [];
        const column = tableOf(sequence);
        const keys = column === undefined ? [] : referring(facts, sequence);
        return (0,rule/* findingOf */.hD)(sequence_end_info, {
            severity: use.percent > failAt ? 'error' : 'warning',
            subject: (0,object_name/* displayName */.QC)(sequence),
            message: `${use.percent} % of its values are used up${column === undefined ? '' : ` (column ${(0,object_name/* displayName */.QC)(column)}.${(0,object_name/* displayIdentifier */.UY)(sequence.column ?? '')}, ${sequence.columnType})`}.`,
            evidence: `Last value ${sequence.last}, the end is ${use.end}, the step is ${sequence.increment}.`,
            fix: [widen(sequence, column), ...keys.map((key) => widenKey(facts, key, sequence))].join('\n'),
        });
    });
}
function tableOf({ tableSchema, table, column }) {
    return tableSchema === null || table === null || column === null
        ? undefined
        : { schema: tableSchema, name: table };
}
/** Foreign keys whose columns hold the values too, and end with them. */
function referring({ catalog }, { tableSchema, table, column, columnType }) {
    if (columnType === 'int8')
        return [];
    return catalog.foreignKeys.filter((key) => key.referencedSchema === tableSchema &&
        key.referencedName === table &&
        key.referencedColumns.includes(column ?? ''));
}
function widenKey({ relations }, key, { column }) {
    const table = relations.get(key.table);
    const own = key.columns[key.referencedColumns.indexOf(column ?? '')];
    if (table === undefined || own === undefined)
        return '';
    return `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(own)} TYPE bigint; -- refers to it`;
}
/** Counts from `start`, towards the end that the step leads to; the column's type may end before the sequence does. */
function usedOf(sequence) {
    if (sequence.last === null || sequence.cycles)
        return undefined;
    const ascending = ascends(sequence);
    const bits = typeBits[sequence.columnType ?? ''];
    const own = BigInt(ascending ? sequence.max : sequence.min);
    const typeEnd = bits === undefined ? own : ascending ? 2n ** bits - 1n : -(2n ** bits);
    const end = ascending ? minimum(own, typeEnd) : maximum(own, typeEnd);
    const size = absolute(end - BigInt(sequence.start)) + 1n;
    const used = absolute(BigInt(sequence.last) - BigInt(sequence.start)) + 1n;
    return { percent: (used * 100n) / size, end };
}
function ascends({ increment }) {
    return BigInt(increment) > 0n;
}
function widen(sequence, table) {
    const wider = `ALTER SEQUENCE ${(0,object_name/* qualifiedName */.OL)(sequence)} AS bigint ${ascends(sequence) ? 'NO MAXVALUE' : 'NO MINVALUE'};`;
    if (table === undefined || sequence.columnType === 'int8')
        return wider;
    return `-- Rewrites the table under an ACCESS EXCLUSIVE lock; on a big one add a bigint column and move over.\nALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} ALTER COLUMN ${(0,identifier/* quoteIdentifier */.C)(sequence.column ?? '')} TYPE bigint;\n${wider}`;
}
function minimum(left, right) {
    return left < right ? left : right;
}
function maximum(left, right) {
    return left > right ? left : right;
}
function absolute(value) {
    return value < 0n ? -value : value;
}
const sequenceNearEnd = { info: sequence_end_info, find: sequence_end_find };

;// CONCATENATED MODULE: ./build/checks/schema/table-state.js
/** How production's tables fare: space that holds no row, and rows that autovacuum does not clear away. */






const bloatInfo = {
    id: 'table-bloat',
    title: 'Much of a table is empty',
    severity: 'notice',
    levels: { strict: 'warning' },
    options: {
        percent: {
            kind: 'number',
            default: 50,
            minimum: 10,
            maximum: 95,
            description: 'Least share of the table that is estimated to hold no row.',
        },
        'minimum-megabytes': {
            kind: 'number',
            default: 100,
            minimum: 1,
            maximum: 1_000_000,
            description: 'Least space that is estimated to hold no row.',
        },
    },
    why: 'Scans, the cache and every copy carry it. It is an estimate from row counts and average widths, on the low side; `pgstattuple` measures.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-SPACE-RECOVERY',
};
function findBloat(facts) {
    const least = (0,rule_policy/* numberOption */.jZ)(facts.policy, bloatInfo, 'minimum-megabytes') * 1024 * 1024;
    const percent = (0,rule_policy/* numberOption */.jZ)(facts.policy, bloatInfo, 'percent');
    return tablesOf(facts).flatMap((table) => {
        const empty = table.bytes - (table.neededBytes ?? table.bytes);
        if (empty < least || empty * 100 < table.bytes * percent)
            return [];
        return (0,rule/* findingOf */.hD)(bloatInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: `About ${Math.floor((empty * 100) / table.bytes)} % of this table hold no row.`,
            evidence: `${(0,quantity/* formatBytes */.z3)(table.bytes)} for about ${Math.round(table.rows).toLocaleString('en-US')} rows, which need ${(0,quantity/* formatBytes */.z3)(table.neededBytes ?? 0)} (estimate).`,
            fix: `-- New rows use the space again by themselves. To give it back: pg_repack or pg_squeeze, or, under an ACCESS EXCLUSIVE lock:\nVACUUM (FULL, ANALYZE) ${(0,object_name/* qualifiedName */.OL)(table)};`,
        });
    });
}
/** One line, however many tables it is about. */
function skippedBloat(facts) {
    const production = productionFor(facts, { seconds: 0, notOnReplica: undefined });
    if (production.kind === 'skipped')
        return [production.reason];
    const tables = tablesOf(facts);
    const unknown = tables.filter(({ neededBytes }) => neededBytes === null).length;
    if (unknown === 0)
        return [];
    return [`${unknown} of ${tables.length} tables were never analysed, or the role may not read them`];
}
const autovacuumInfo = {
    id: 'autovacuum-behind',
    title: 'Autovacuum does not keep up with a table',
    severity: 'warning',
    options: {
        'minimum-rows': {
            kind: 'number',
            default: 10_000,
            minimum: 1,
            maximum: 1_000_000_000,
            description: 'Fewer dead rows are not reported.',
        },
        hours: {
            kind: 'number',
            default: 24,
            minimum: 1,
            maximum: 8_760,
            description: 'A table that was vacuumed more recently is not reported.',
        },
    },
    why: 'Twice as many rows are dead as autovacuum waits for, and no vacuum has come for long: it is switched off for the table, is held back by an old transaction or replication slot, or has too few workers. Every scan reads the dead rows too.',
    docs: 'https://www.postgresql.org/docs/current/routine-vacuuming.html#AUTOVACUUM',
};
function findBehind(facts) {
    if (table_state_productionOf(facts).kind === 'skipped')
        return [];
    const least = (0,rule_policy/* numberOption */.jZ)(facts.policy, autovacuumInfo, 'minimum-rows');
    const longest = (0,rule_policy/* numberOption */.jZ)(facts.policy, autovacuumInfo, 'hours') * 3600;
    return tablesOf(facts).flatMap((table) => {
        const { deadRows, vacuumAt, lastVacuumSeconds } = table;
        if (deadRows < least || deadRows < 2 * vacuumAt)
            return [];
        if (lastVacuumSeconds !== null && lastVacuumSeconds < longest)
            return [];
        return (0,rule/* findingOf */.hD)(autovacuumInfo, {
            subject: (0,object_name/* displayName */.QC)(table),
            message: `${deadRows.toLocaleString('en-US')} rows of it are dead, and no vacuum clears them away.`,
            evidence: behindEvidence(table),
            fix: table.isAutovacuumOn
                ? `VACUUM (VERBOSE, ANALYZE) ${(0,object_name/* qualifiedName */.OL)(table)};\n-- Its output says which old transaction holds it back, if one does.`
                : `ALTER TABLE ${(0,object_name/* qualifiedName */.OL)(table)} RESET (autovacuum_enabled);\nVACUUM (ANALYZE) ${(0,object_name/* qualifiedName */.OL)(table)};`,
        });
    });
}
function behindEvidence({ vacuumAt, lastVacuumSeconds, isAutovacuumOn }) {
    const last = lastVacuumSeconds === null
        ? 'no vacuum was counted'
        : `the last vacuum was ${ageText(lastVacuumSeconds)} ago`;
    const off = isAutovacuumOn ? '' : '; autovacuum is off for it';
    return `Autovacuum starts at ${Math.round(vacuumAt).toLocaleString('en-US')} dead rows; ${last}${off}.`;
}
function table_state_productionOf(facts) {
    const seconds = (0,rule_policy/* numberOption */.jZ)(facts.policy, autovacuumInfo, 'hours') * 3600;
    return productionFor(facts, { seconds, notOnReplica: 'dead rows' });
}
/** Of the schemas that are looked at. */
function tablesOf({ statistics, catalog }) {
    if (statistics.kind === 'skipped')
        return [];
    return statistics.counted.tables.filter(({ schema }) => catalog.schemas.includes(schema));
}
const tableBloat = {
    info: bloatInfo,
    find: findBloat,
    needsStatistics: true,
    skipped: skippedBloat,
};
const autovacuumBehind = {
    info: autovacuumInfo,
    find: findBehind,
    needsStatistics: true,
    skipped: (facts) => reasonOf(table_state_productionOf(facts)),
};

;// CONCATENATED MODULE: ./build/checks/schema/unvalidated-constraint.js




const unvalidated_constraint_info = {
    id: 'unvalidated-constraint',
    title: 'A constraint was never validated',
    severity: 'warning',
    why: 'It was added NOT VALID and the second step is missing: rows from before may break it, and the planner does not trust it. VALIDATE CONSTRAINT scans the table without blocking writes.',
    docs: 'https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES',
};
function unvalidated_constraint_find({ catalog }) {
    return catalog.unvalidated
        .filter(({ owner }) => owner !== migrationsTable)
        .map(({ name, schema, owner, ownerKind, definition }) => {
        const target = { schema, name: owner };
        return (0,rule/* findingOf */.hD)(unvalidated_constraint_info, {
            subject: `${(0,object_name/* displayName */.QC)(target)} · ${(0,object_name/* displayIdentifier */.UY)(name)}`,
            message: 'This constraint holds for new rows only: those from before were never checked.',
            evidence: definition,
            fix: `ALTER ${ownerKind === 'domain' ? 'DOMAIN' : 'TABLE'} ${(0,object_name/* qualifiedName */.OL)(target)} VALIDATE CONSTRAINT ${(0,identifier/* quoteIdentifier */.C)(name)};`,
        });
    });
}
const unvalidatedConstraint = { info: unvalidated_constraint_info, find: unvalidated_constraint_find };

;// CONCATENATED MODULE: ./build/checks/schema/visibility.js




const visibility_info = {
    id: 'not-visible',
    title: 'Something could not be looked at',
    severity: 'notice',
    why: 'The role of the connection lacks a privilege, or there was nothing to check: the absence of findings says nothing about it.',
};
function visibility_find(facts) {
    return [...hiddenHistories(facts), ...hiddenSequences(facts), ...nothingThere(facts)];
}
function hiddenHistories({ catalog, histories }) {
    return histories
        .filter(({ kind }) => kind === 'unreadable')
        .map(({ schema }) => (0,rule/* findingOf */.hD)(visibility_info, {
        subject: (0,object_name/* displayName */.QC)({ schema, name: migrationsTable }),
        message: 'The role may not read this table (or not all of its rows): failed migrations would not be seen.',
        fix: `GRANT SELECT ON ${(0,object_name/* qualifiedName */.OL)({ schema, name: migrationsTable })} TO ${(0,identifier/* quoteIdentifier */.C)(catalog.role)};`,
    }));
}
function hiddenSequences({ catalog }) {
    const hidden = catalog.sequences.filter(({ readable }) => !readable).map(object_name/* displayName */.QC);
    if (hidden.length === 0)
        return [];
    return [
        (0,rule/* findingOf */.hD)(visibility_info, {
            subject: 'sequences',
            message: `The role may not read ${hidden.length} of ${catalog.sequences.length} sequences: how near their end they are is not known.`,
            evidence: `${hidden.slice(0, 10).join(', ')}${hidden.length > 10 ? ', …' : ''}`,
        }),
    ];
}
function nothingThere(facts) {
    if (topTables(facts).length > 0)
        return [];
    return [
        (0,rule/* findingOf */.hD)(visibility_info, {
            subject: 'tables',
            message: 'The schemas that were checked hold no table.',
            evidence: `Schemas: ${facts.catalog.schemas.map(object_name/* displayIdentifier */.UY).join(', ') || 'none'}.`,
        }),
    ];
}
const notVisible = { info: visibility_info, find: visibility_find };

;// CONCATENATED MODULE: ./build/checks/schema/rules.js






















/** In the order of the documentation. */
const schemaRuleGroups = [
    [
        'What is expected',
        [
            schemaDrift,
            failedMigration,
            missingSchema,
            missingTable,
            differentTable,
            missingColumn,
            differentColumn,
            missingKey,
            missingIndex,
            missingIndexShape,
            missingExtension,
        ],
    ],
    ['Indexes', [invalidIndex, duplicateIndex, redundantIndex, unusedIndex]],
    [
        'Keys and constraints',
        [
            tableWithoutPrimaryKey,
            foreignKeyWithoutIndex,
            foreignKeyTypeMismatch,
            unvalidatedConstraint,
            sequenceNearEnd,
        ],
    ],
    ['Types', [timestampWithoutTimeZone, discouragedType, jsonColumn, serialColumn]],
    [
        'Who may do what',
        [
            policyWithoutRowSecurity,
            rowSecurityWithoutPolicy,
            rowSecurityOff,
            viewBypassesRowSecurity,
            definerSearchPath,
            definerForEveryone,
            functionSearchPath,
            tableGrantedToPublic,
            schemaOpenToPublic,
        ],
    ],
    ['Storage', [publishedWithoutIdentity, unloggedTable, autovacuumBehind, tableBloat]],
    ['Extensions, and what was not seen', [outdatedExtension, extensionInPublic, notVisible]],
];
const schemaRuleList = schemaRuleGroups.flatMap(([, rules]) => rules);
/** For the documentation, and for the configuration. */
const schemaRules = schemaRuleList.map(({ info }) => info);

;// CONCATENATED MODULE: ./build/checks/check-schema.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















/**
 * Reads the catalog once and runs every schema rule on it. Changes nothing.
 * @throws ExternalError or UserError when the database cannot be connected to or does not answer.
 */
async function checkSchema(request, context) {
    const policy = (0,rule_policy/* withPresetLevels */.lK)(schemaRules, request.policy);
    const [database, drift, statistics] = await Promise.all([
        readDatabase({ ...request, policy }, context),
        readDrift(request),
        productionStatistics({ ...request, policy }, context),
    ]);
    const { expect = {}, expectExtensions = [] } = request;
    const facts = collectFacts(database.catalog, {
        drift,
        statistics,
        policy,
        histories: database.histories,
        expected: {
            tables: [...new Set([...request.expectTables, ...declaredTables(expect)])],
            shapes: declaredShapes(expect),
            indexes: request.expectIndexes ?? [],
            extensions: [...new Set([...expectExtensions, ...(expect.extensions ?? [])])],
            schemas: request.schemas ?? [],
            defaultSchema: defaultSchemaOf(request),
        },
    });
    const rules = schemaRuleList.filter(({ info }) => (0,rule_policy/* levelOf */.In)(info, policy) !== 'off');
    const ruled = (0,rule_policy/* ruleOnAll */.HH)(rules.flatMap((rule) => rule.find(facts)), schemaRules, policy);
    const ids = schemaRules.map(({ id }) => id);
    const kept = ruled.told.filter((finding) => !(0,ignore/* isIgnored */.p)(finding, request.ignore ?? [], ids));
    context.log.debug(`check-schema: ${rules.length} rules, ${kept.length} findings, ${ruled.told.length - kept.length} ignored, ${ruled.accepted.length} accepted`);
    return {
        findings: (0,finding/* sortFindings */.Tc)(kept),
        ignored: ruled.told.length - kept.length,
        accepted: ruled.accepted,
        skipped: skippedRules(rules, facts),
        ...overview(database.catalog),
        counts: { ...countsOf(database.catalog), tables: topTables(facts).length },
        drift: drift.kind,
    };
}
function defaultSchemaOf({ directUri }) {
    return (0,connection_uri/* parseConnectionUri */.sq)(directUri).parameters.get('schema') ?? 'public';
}
function skippedRules(rules, facts) {
    return rules.flatMap(({ info, skipped }) => (skipped?.(facts) ?? []).map((reason) => ({ rule: info.id, reason })));
}
/** A production that does not answer is a reason to skip, not to fail: the branch has been checked all the same. */
async function productionStatistics({ productionUri, policy }, context) {
    if (productionUri === undefined)
        return { kind: 'skipped', reason: 'needs statistics of production (`production-url`)' };
    const isWanted = schemaRuleList.some(({ info, needsStatistics }) => needsStatistics === true && (0,rule_policy/* levelOf */.In)(info, policy) !== 'off');
    if (!isWanted)
        return { kind: 'skipped', reason: 'every rule about them is off' };
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const timeoutMs = Math.min(context.timeoutMs, 30_000);
            const session = __addDisposableResource(env_1, await (0,connect/* connectWhenReady */.y)({
                ...context,
                timeoutMs,
                uri: productionUri,
                applicationName: 'database-actions/statistics',
                settings: { statementTimeoutMs: timeoutMs },
            }), true);
            return { kind: 'read', counted: await readStatistics(session) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (thrown) {
        context.signal.throwIfAborted();
        const isForeseen = thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA || (0,sqlstate/* sqlStateOf */.v9)(thrown) !== undefined;
        if (!isForeseen)
            throw thrown;
        return { kind: 'skipped', reason: `production’s statistics could not be read: ${(0,errors/* errorMessage */.gJ)(thrown)}` };
    }
}
async function readDatabase(request, context) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const session = __addDisposableResource(env_2, await (0,connect/* connectWhenReady */.y)({
            ...context,
            uri: request.directUri,
            applicationName: 'database-actions/check-schema',
            settings: { statementTimeoutMs: context.timeoutMs },
        }), true);
        const defaultSchema = defaultSchemaOf(request);
        const catalog = await readCatalog(session, {
            schemas: request.schemas ?? [],
            columnsOf: declaredShapes(request.expect ?? {}).map(({ table }) => (0,object_name/* parseTableName */.HC)(table, defaultSchema).name),
            apiRoles: apiRolesOf(request),
        });
        return { catalog, histories: await readHistories(session, catalog) };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** A comparison that fails is told as a finding: the other rules still have something to say. */
async function readDrift({ drift }) {
    if (drift === undefined)
        return { kind: 'not-asked' };
    try {
        const { sql, empty } = await drift();
        return empty ? { kind: 'none' } : { kind: 'found', sql };
    }
    catch (thrown) {
        if (thrown instanceof errors/* CancelledError */.cc)
            throw thrown;
        if (thrown instanceof errors/* UserError */.yo || thrown instanceof errors/* ExternalError */.yA)
            return { kind: 'unknown', reason: [thrown.message, thrown.hint].filter(Boolean).join(' ') };
        throw thrown;
    }
}
function overview({ schemas, providerSchemas, extensions }) {
    const installed = extensions.filter((extension) => extension.installed !== null);
    const names = installed.map(({ name, installed: version }) => `${name} ${version}`).toSorted();
    return { schemas, providerSchemas, extensions: names };
}
function countsOf({ relations, indexes, foreignKeys, sequences }) {
    const partitions = relations.filter(({ kind, isPartition }) => isPartition && /^[rp]$/.test(kind)).length;
    const own = indexes.filter(({ isPartition }) => !isPartition).length;
    return { partitions, indexes: own, foreignKeys: foreignKeys.length, sequences: sequences.length };
}


/***/ }),

/***/ 54702:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ isIgnored)
/* harmony export */ });
/* harmony import */ var _report_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29647);

/**
 * Whether a pattern of the `ignore` input means this finding: `rule`, `rule:subject` or `subject`, where `*` stands for any
 * text, as in `foreign-key-without-index:legacy.*`.
 */
function isIgnored(finding, patterns, ruleIds) {
    return patterns.some((pattern) => {
        if (ruleIds.includes(pattern))
            return finding.rule === pattern;
        const rule = ruleIds.find((id) => pattern.startsWith(`${id}:`));
        if (rule === undefined)
            return (0,_report_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPattern */ .M)(finding.subject, pattern);
        return finding.rule === rule && (0,_report_text_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .matchesPattern */ .M)(finding.subject, pattern.slice(rule.length + 1));
    });
}


/***/ })

};
