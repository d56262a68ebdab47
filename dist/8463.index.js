export const id = 8463;
export const ids = [8463];
export const modules = {

/***/ 68463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readSnapshot),
  t: () => (/* binding */ readSnapshotAgain)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/guard.js
var guard = __webpack_require__(91753);
// EXTERNAL MODULE: ./build/postgres/catalog-transaction.js
var catalog_transaction = __webpack_require__(91212);
// EXTERNAL MODULE: ./build/postgres/row.js
var postgres_row = __webpack_require__(31290);
// EXTERNAL MODULE: ./build/postgres/sqlstate.js
var sqlstate = __webpack_require__(37929);
// EXTERNAL MODULE: ./build/postgres/identifier.js
var identifier = __webpack_require__(86967);
// EXTERNAL MODULE: ./build/schema/object-kinds.js
var object_kinds = __webpack_require__(71325);
;// CONCATENATED MODULE: ./build/schema/catalog/row-query.js
/** Arrays of the same length: relations, names, rare attributes, and one a value; null where there is no row. */
function listSql({ relation, name, rare, values, from }) {
    const lists = [`${relation}::pg_catalog.int8`, name, rare, ...Object.values(values)];
    return `select pg_catalog.json_build_array(${lists.map((sql) => `pg_catalog.json_agg(${sql})`).join(',\n    ')}) ${from}`;
}
/** The comment on an object; `catalog` is where it lives. */
function commentOn(oid, catalog) {
    return `(select d.description from pg_catalog.pg_description d
    where d.objoid = ${oid} and d.classoid = 'pg_catalog.${catalog}'::pg_catalog.regclass and d.objsubid = 0)`;
}
/** Grants with what would hold if there were none; `type` as `acldefault` takes it. Decoded by `grants.ts`. */
function grantsOf(acl, type, owner) {
    return `case when ${acl} is not null then pg_catalog.json_build_array(
    ${acl}::pg_catalog.text[], pg_catalog.acldefault(${type}, ${owner})::pg_catalog.text[]) end`;
}
function ownerOf(oid) {
    return `pg_catalog.pg_get_userbyid(${oid})`;
}
/** Whether an extension brought it. */
function isMember(oid, catalog) {
    return `exists (select from members m
    where m.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and m.objid = ${oid})`;
}
/** `attributes` are pairs of a name and an SQL expression; null and false are dropped when decoded. */
function attributes(pairs) {
    const list = Object.entries(pairs).map(([name, sql]) => `'${name}', ${sql}`);
    return `pg_catalog.json_build_object(${list.join(',\n    ')})`;
}
const tablespaceOf = (oid) => `(select ts.spcname from pg_catalog.pg_tablespace ts where ts.oid = ${oid})`;
/** How a trigger or a rule fires; its default is absent. */
const enabledText = (column) => `case ${column} when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end`;

;// CONCATENATED MODULE: ./build/schema/catalog/database-queries.js
/** What is above tables: schemas, extensions, publications, event triggers, foreign servers, default privileges. */

const schemas = {
    kind: 'schema',
    sql: `select pg_catalog.json_build_array(null, null, n.nspname, ${attributes({
        owner: ownerOf('n.nspowner'),
        grants: grantsOf('n.nspacl', `'n'`, 'n.nspowner'),
        comment: commentOn('n.oid', 'pg_namespace'),
    })}) as row
  from pg_catalog.pg_namespace n
  join schemas s on s.oid = n.oid
  where not ${isMember('n.oid', 'pg_namespace')}`,
};
const extensions = {
    kind: 'extension',
    sql: `select pg_catalog.json_build_array(null, null, e.extname, ${attributes({
        version: 'e.extversion',
        schema: 'e.extnamespace::pg_catalog.regnamespace::pg_catalog.text',
        comment: commentOn('e.oid', 'pg_extension'),
    })}) as row
  from pg_catalog.pg_extension e`,
};
const eventTriggers = {
    kind: 'event trigger',
    sql: `select pg_catalog.json_build_array(null, null, e.evtname, ${attributes({
        event: 'e.evtevent',
        tags: `(select pg_catalog.json_agg(t order by t collate "C") from pg_catalog.unnest(e.evttags) t)`,
        function: 'e.evtfoid::pg_catalog.regproc::pg_catalog.text',
        enabled: enabledText('e.evtenabled'),
        owner: ownerOf('e.evtowner'),
        comment: commentOn('e.oid', 'pg_event_trigger'),
    })}) as row
  from pg_catalog.pg_event_trigger e
  where not ${isMember('e.oid', 'pg_event_trigger')}`,
};
const publishedTables = `(select pg_catalog.json_agg(t.line order by t.line collate "C") from (
      select pr.prrelid::pg_catalog.regclass::pg_catalog.text
        || coalesce(' (' || (select pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' order by a.attname collate "C")
          from pg_catalog.pg_attribute a
          where a.attrelid = pr.prrelid and a.attnum = any (pr.prattrs::pg_catalog.int2[])) || ')', '')
        || coalesce(' WHERE ' || pg_catalog.pg_get_expr(pr.prqual, pr.prrelid), '') as line
      from pg_catalog.pg_publication_rel pr where pr.prpubid = p.oid) t)`;
const publications = {
    kind: 'publication',
    sql: `select pg_catalog.json_build_array(null, null, p.pubname, ${attributes({
        allTables: 'p.puballtables',
        tables: publishedTables,
        schemas: `(select pg_catalog.json_agg(ns.nspname order by ns.nspname collate "C")
      from pg_catalog.pg_publication_namespace pn
      join pg_catalog.pg_namespace ns on ns.oid = pn.pnnspid where pn.pnpubid = p.oid)`,
        operations: `pg_catalog.to_json(pg_catalog.array_remove(array[case when p.pubinsert then 'insert' end,
      case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
      case when p.pubtruncate then 'truncate' end], null))`,
        viaRoot: 'p.pubviaroot',
        generatedColumns: `nullif(pg_catalog.to_jsonb(p) ->> 'pubgencols', 'n')`,
        owner: ownerOf('p.pubowner'),
        comment: commentOn('p.oid', 'pg_publication'),
    })}) as row
  from pg_catalog.pg_publication p`,
};
/** An option whose name sounds like a secret is told without its value. */
const serverOptions = `(select pg_catalog.json_agg(
      case when o ~* '^[^=]*(pass|secret|token|key)[^=]*=' then pg_catalog.split_part(o, '=', 1) || '=***' else o end
      order by o collate "C") from pg_catalog.unnest(s.srvoptions) o)`;
const foreignServers = {
    kind: 'foreign server',
    sql: `select pg_catalog.json_build_array(null, null, s.srvname, ${attributes({
        wrapper: `(select w.fdwname from pg_catalog.pg_foreign_data_wrapper w where w.oid = s.srvfdw)`,
        type: 's.srvtype',
        version: 's.srvversion',
        options: serverOptions,
        owner: ownerOf('s.srvowner'),
        grants: grantsOf('s.srvacl', `'S'`, 's.srvowner'),
        comment: commentOn('s.oid', 'pg_foreign_server'),
    })}) as row
  from pg_catalog.pg_foreign_server s
  where not ${isMember('s.oid', 'pg_foreign_server')}`,
};
/** Those of one schema add to the rest, so nothing holds without them; the others take the place of Postgres's own. */
const defaultPrivileges = {
    kind: 'default privileges',
    sql: `select pg_catalog.json_build_array(n.nspname, null,
    pg_catalog.format('%s of %s', case p.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences'
      when 'f' then 'functions' when 'T' then 'types' when 'n' then 'schemas' else 'large objects' end,
      pg_catalog.pg_get_userbyid(p.defaclrole)), ${attributes({
        grants: `pg_catalog.json_build_array(p.defaclacl::pg_catalog.text[], case when p.defaclnamespace = 0
      then pg_catalog.acldefault(case p.defaclobjtype when 'S' then 's'::pg_catalog."char" else p.defaclobjtype end,
        p.defaclrole)::pg_catalog.text[] else '{}' end)`,
    })}) as row
  from pg_catalog.pg_default_acl p
  left join schemas n on n.oid = p.defaclnamespace
  where p.defaclnamespace = 0 or n.oid is not null`,
};
/**
 * Kinds that are told only to be there or not. Built-in ones have oids below 16384 (FirstNormalObjectId). User mappings
 * and subscriptions are left out: their options and connection strings hold passwords.
 */
const others = [
    ['pg_operator', 'true'],
    ['pg_opclass', 'true'],
    ['pg_opfamily', 'true'],
    ['pg_cast', 'true'],
    ['pg_conversion', 'true'],
    ['pg_ts_config', 'true'],
    ['pg_ts_dict', 'true'],
    ['pg_transform', 'true'],
    ['pg_language', 'true'],
    ['pg_foreign_data_wrapper', 'true'],
    ['pg_type', `o.typtype = 'b' and not exists (select from pg_catalog.pg_type e where e.typarray = o.oid)`],
];
const other = {
    kind: 'other',
    sql: `select pg_catalog.json_build_array(null, null, i.type || ' ' || i.identity,
      ${attributes({ type: 'i.type' })}) as row
  from (${others
        .map(([catalog, condition]) => `
    select 'pg_catalog.${catalog}'::pg_catalog.regclass as catalog, o.oid from pg_catalog.${catalog} o
    where o.oid >= 16384 and ${condition} and not ${isMember('o.oid', catalog)}
      -- The cast of a range type to its multirange comes and goes with the type.
      and not exists (select from pg_catalog.pg_depend i
        where i.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and i.objid = o.oid and i.deptype = 'i')`)
        .join('\n    union all')}) o,
  lateral pg_catalog.pg_identify_object(o.catalog, o.oid, 0) i
  where i.schema is null or exists (
    select from schemas n where pg_catalog.quote_ident(n.nspname) = i.schema)`,
};
const databaseQueries = [
    schemas,
    extensions,
    eventTriggers,
    publications,
    foreignServers,
    defaultPrivileges,
    other,
];

;// CONCATENATED MODULE: ./build/schema/catalog/relation-queries.js
/** Tables, views, sequences and their columns. `relations` and `schemas` are defined in `snapshot-query.ts`. */

/** Storage parameters with those of the TOAST table, as CREATE TABLE takes them; sorted, since their order means nothing. */
const tableOptions = `(select pg_catalog.json_agg(o order by o collate "C") from (
    select pg_catalog.unnest(c.reloptions) as o
    union all
    select 'toast.' || pg_catalog.unnest(toast.reloptions)
    from pg_catalog.pg_class toast where toast.oid = c.reltoastrelid) options)`;
const parents = `(select pg_catalog.json_agg(i.inhparent::pg_catalog.regclass::pg_catalog.text order by i.inhseqno)
    from pg_catalog.pg_inherits i where i.inhrelid = c.oid)`;
const accessMethod = `(select am.amname from pg_catalog.pg_am am where am.oid = c.relam and am.amname <> 'heap')`;
const partitionAttributes = {
    partitionOf: `case when c.relispartition then ${parents} -> 0 end`,
    partitionBound: 'case when c.relispartition then pg_catalog.pg_get_expr(c.relpartbound, c.oid) end',
    inherits: `case when not c.relispartition then ${parents} end`,
};
const ownedAttributes = (type) => ({
    owner: ownerOf('c.relowner'),
    grants: grantsOf('c.relacl', type, 'c.relowner'),
    comment: 'd.description',
});
const withComment = `left join pg_catalog.pg_description d
    on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0`;
const fromRelations = (kinds) => `from relations r
  join pg_catalog.pg_class c on c.oid = r.oid
  ${withComment}
  where r.relkind in (${kinds})`;
/** What hardly any table has of the rest; asked first, since each of them is a look-up of its own. */
const isSpecial = `c.relkind = 'p' or c.relispartition or c.reloftype <> 0 or c.relpersistence = 'u'
    or c.relam not in (select am.oid from pg_catalog.pg_am am where am.amname = 'heap') or c.reltablespace <> 0
    or c.reloptions is not null or c.relreplident in ('n', 'f') or c.relrowsecurity or c.relforcerowsecurity
    or c.relacl is not null or d.description is not null
    or c.reltoastrelid in (select t.oid from pg_catalog.pg_class t where t.relkind = 't' and t.reloptions is not null)
    or c.oid in (select i.inhrelid from pg_catalog.pg_inherits i)`;
const { owner, ...ownedButOwner } = ownedAttributes(`'r'`);
const tables = {
    kind: 'table',
    relation: 'r.oid',
    name: 'r.relname',
    rare: `case when ${isSpecial} then ${attributes({
        partitionKey: `case when c.relkind = 'p' then pg_catalog.pg_get_partkeydef(c.oid) end`,
        ...partitionAttributes,
        ofType: `case when c.reloftype <> 0 then pg_catalog.format_type(c.reloftype, null) end`,
        unlogged: `c.relpersistence = 'u'`,
        accessMethod,
        tablespace: tablespaceOf('c.reltablespace'),
        options: tableOptions,
        replicaIdentity: `case c.relreplident when 'n' then 'nothing' when 'f' then 'full' end`,
        rowSecurity: 'c.relrowsecurity',
        forcedRowSecurity: 'c.relforcerowsecurity',
        ...ownedButOwner,
    })} end`,
    values: { owner },
    from: fromRelations(`'r', 'p'`),
};
const views = {
    kind: 'view',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        definition: 'pg_catalog.pg_get_viewdef(c.oid)',
        options: `(select pg_catalog.json_agg(o order by o collate "C") from pg_catalog.unnest(c.reloptions) o)`,
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'v'`)}`,
};
const materializedViews = {
    kind: 'materialized view',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        definition: 'pg_catalog.pg_get_viewdef(c.oid)',
        options: tableOptions,
        accessMethod,
        tablespace: tablespaceOf('c.reltablespace'),
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'m'`)}`,
};
/** A table name may not be read from a server's options: a password there is an option of the user mapping, which is not read. */
const foreignTables = {
    kind: 'foreign table',
    sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
        server: `(select s.srvname from pg_catalog.pg_foreign_table f
      join pg_catalog.pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid)`,
        options: `(select pg_catalog.json_agg(o order by o collate "C") from pg_catalog.pg_foreign_table f,
      pg_catalog.unnest(f.ftoptions) o where f.ftrelid = c.oid)`,
        ...partitionAttributes,
        ...ownedAttributes(`'r'`),
    })}) as row
  ${fromRelations(`'f'`)}`,
};
/** What an identity column's own sequence has other than by default; its name is Postgres's affair. */
const identityOptions = `(select nullif(pg_catalog.concat_ws(' ',
      case when q.seqstart <> 1 then 'START WITH ' || q.seqstart end,
      case when q.seqincrement <> 1 then 'INCREMENT BY ' || q.seqincrement end,
      case when q.seqmin <> 1 then 'MINVALUE ' || q.seqmin end,
      case when q.seqmax <> ${typeMaximum('q.seqtypid')} then 'MAXVALUE ' || q.seqmax end,
      case when q.seqcache <> 1 then 'CACHE ' || q.seqcache end,
      case when q.seqcycle then 'CYCLE' end), '')
    from pg_catalog.pg_depend dep
    join pg_catalog.pg_sequence q on q.seqrelid = dep.objid
    where dep.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.refobjid = a.attrelid
      and dep.refobjsubid = a.attnum and dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.deptype = 'i')`;
function typeMaximum(type) {
    return `case ${type} when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end`;
}
const columnExtras = `case when a.attidentity <> '' or a.attgenerated <> '' or a.attcollation <> t.typcollation
      or a.attstorage <> t.typstorage or a.attcompression <> '' or coalesce(a.attstattarget, -1) >= 0
      or a.attoptions is not null or a.attfdwoptions is not null or a.attacl is not null or a.attinhcount > 0
      or d.description is not null or nn.conname is not null
    then ${attributes({
    collation: `case when a.attcollation <> t.typcollation and a.attcollation <> 0
        then a.attcollation::pg_catalog.regcollation::pg_catalog.text end`,
    notNull: `case when nn.connoinherit then 'no inherit' when not nn.convalidated then 'not valid' end`,
    notNullName: `case when nn.conislocal and nn.conname !~ '_not_null[0-9]*$' then nn.conname end`,
    generated: `case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end`,
    identity: `case a.attidentity when 'a' then 'always' when 'd' then 'by default' end`,
    identityOptions: `case when a.attidentity <> '' then ${identityOptions} end`,
    storage: `case when a.attstorage <> t.typstorage then ${storageText('a.attstorage')} end`,
    compression: `case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end`,
    statistics: 'case when a.attstattarget >= 0 then a.attstattarget end',
    options: `(select pg_catalog.json_agg(o order by o collate "C")
        from pg_catalog.unnest(a.attoptions || a.attfdwoptions) o)`,
    local: 'a.attinhcount > 0 and a.attislocal',
    inheritedFrom: `case when a.attinhcount > 0 then (
        select pg_catalog.json_build_array(pn.nspname, pc.relname, a.attname)
        from pg_catalog.pg_inherits i
        join pg_catalog.pg_class pc on pc.oid = i.inhparent
        join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
        join pg_catalog.pg_attribute pa on pa.attrelid = pc.oid and pa.attname = a.attname
        where i.inhrelid = a.attrelid order by i.inhseqno limit 1) end`,
    grants: grantsOf('a.attacl', `'c'`, 'r.relowner'),
    comment: 'd.description',
})} end`;
function storageText(column) {
    return `case ${column} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' end`;
}
/** Of a view only the columns that have something of their own: the rest is its definition. */
const columns = {
    kind: 'column',
    relation: 'r.oid',
    name: 'a.attname',
    rare: columnExtras,
    values: {
        position: 'a.attnum',
        type: 'pg_catalog.format_type(a.atttypid, a.atttypmod)',
        notNull: 'a.attnotnull',
        default: 'case when a.atthasdef then pg_catalog.pg_get_expr(def.adbin, def.adrelid) end',
    },
    from: `from relations r
  join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_attrdef def on def.adrelid = a.attrelid and def.adnum = a.attnum
  left join pg_catalog.pg_description d on d.objoid = a.attrelid and d.objsubid = a.attnum
    and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  left join pg_catalog.pg_constraint nn on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum
  where r.relkind in ('r', 'p', 'f')
    or a.atthasdef or a.attacl is not null or d.description is not null or a.attoptions is not null
    or (r.relkind = 'm' and (coalesce(a.attstattarget, -1) >= 0 or a.attstorage <> t.typstorage or a.attcompression <> ''))`,
};
/** Not those behind identity columns: their options are the column's. */
const sequences = {
    kind: 'sequence',
    sql: `select pg_catalog.json_build_array(n.nspname, null, c.relname, ${attributes({
        type: `pg_catalog.format_type(q.seqtypid, null)`,
        start: `case when q.seqstart <> case when q.seqincrement > 0 then q.seqmin else q.seqmax end
      then q.seqstart::pg_catalog.text end`,
        increment: `case when q.seqincrement <> 1 then q.seqincrement::pg_catalog.text end`,
        minimum: `case when q.seqmin <> case when q.seqincrement > 0 then 1 else -1 - ${typeMaximum('q.seqtypid')} end
      then q.seqmin::pg_catalog.text end`,
        maximum: `case when q.seqmax <> case when q.seqincrement > 0 then ${typeMaximum('q.seqtypid')} else -1 end
      then q.seqmax::pg_catalog.text end`,
        cache: `case when q.seqcache <> 1 then q.seqcache::pg_catalog.text end`,
        cycle: 'q.seqcycle',
        unlogged: `c.relpersistence = 'u'`,
        ownedBy: `(select pg_catalog.json_build_array(on_.nspname, oc.relname, a.attname)
      from pg_catalog.pg_depend dep
      join pg_catalog.pg_class oc on oc.oid = dep.refobjid
      join pg_catalog.pg_namespace on_ on on_.oid = oc.relnamespace
      join pg_catalog.pg_attribute a on a.attrelid = dep.refobjid and a.attnum = dep.refobjsubid
      where dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.objid = c.oid and dep.deptype = 'a'
        and dep.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.refobjsubid > 0 limit 1)`,
        owner: ownerOf('c.relowner'),
        grants: grantsOf('c.relacl', `'s'`, 'c.relowner'),
        comment: commentOn('c.oid', 'pg_class'),
    })}) as row
  from pg_catalog.pg_sequence q
  join pg_catalog.pg_class c on c.oid = q.seqrelid
  join schemas n on n.oid = c.relnamespace
  where c.relpersistence <> 't' and not exists (
    select from pg_catalog.pg_depend dep
    where dep.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and dep.objid = c.oid
      and dep.deptype in ('i', 'e'))`,
};
const relationQueries = [
    tables,
    views,
    materializedViews,
    foreignTables,
    columns,
    sequences,
];

;// CONCATENATED MODULE: ./build/schema/catalog/routine-queries.js
/** Functions, procedures and aggregates. */

/** Name and types of the arguments that tell routines of one name apart; names and defaults are attributes. */
const signature = `p.proname || '(' || coalesce((
      select pg_catalog.string_agg(pg_catalog.format_type(y.type, null), ', ' order by y.position)
      from pg_catalog.unnest(p.proargtypes::pg_catalog.oid[]) with ordinality y (type, position)), '') || ')'`;
const owned = {
    owner: ownerOf('p.proowner'),
    grants: grantsOf('p.proacl', `'f'`, 'p.proowner'),
    comment: commentOn('p.oid', 'pg_proc'),
};
const routine = {
    returns: 'pg_catalog.pg_get_function_result(p.oid)',
    arguments: `nullif(pg_catalog.pg_get_function_arguments(p.oid), '')`,
    language: 'l.lanname',
    volatility: `case p.provolatile when 'i' then 'immutable' when 's' then 'stable' end`,
    parallel: `case p.proparallel when 's' then 'safe' when 'r' then 'restricted' end`,
    strict: 'p.proisstrict',
    securityDefiner: 'p.prosecdef',
    leakproof: 'p.proleakproof',
    settings: `(select pg_catalog.json_agg(s order by s collate "C") from pg_catalog.unnest(p.proconfig) s)`,
    cost: `case when p.procost <> case when l.lanname in ('c', 'internal') then 1 else 100 end then p.procost end`,
    rows: 'case when p.proretset and p.prorows <> 1000 then p.prorows end',
    support: `case when p.prosupport <> 0 then p.prosupport::pg_catalog.regproc::pg_catalog.text end`,
    body: `coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), case when p.probin is null then p.prosrc
    else pg_catalog.format('%s, %s', p.probin, p.prosrc) end)`,
};
const fromRoutines = (kinds) => `from pg_catalog.pg_proc p
  join schemas n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where p.prokind in (${kinds}) and not ${isMember('p.oid', 'pg_proc')}
    -- The constructors of range types come and go with the type.
    and not exists (select from pg_catalog.pg_depend i
      where i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and i.objid = p.oid and i.deptype = 'i')`;
const functions = {
    kind: 'function',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        window: `p.prokind = 'w'`,
        ...routine,
        ...owned,
    })}) as row
  ${fromRoutines(`'f', 'w'`)}`,
};
const procedures = {
    kind: 'procedure',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        ...routine,
        ...owned,
    })}) as row
  ${fromRoutines(`'p'`)}`,
};
/** As CREATE AGGREGATE names them. */
const aggregateParts = {
    KIND: `case a.aggkind when 'o' then 'ordered set' when 'h' then 'hypothetical' end`,
    SFUNC: procedureName('a.aggtransfn'),
    STYPE: 'pg_catalog.format_type(a.aggtranstype, null)',
    SSPACE: 'nullif(a.aggtransspace, 0)::pg_catalog.text',
    INITCOND: 'a.agginitval',
    FINALFUNC: procedureName('a.aggfinalfn'),
    FINALFUNC_EXTRA: `case when a.aggfinalextra then 'yes' end`,
    FINALFUNC_MODIFY: `case when a.aggfinalmodify <> case when a.aggkind = 'n' then 'r' else 'w' end
    then a.aggfinalmodify::pg_catalog.text end`,
    COMBINEFUNC: procedureName('a.aggcombinefn'),
    SERIALFUNC: procedureName('a.aggserialfn'),
    DESERIALFUNC: procedureName('a.aggdeserialfn'),
    MSFUNC: procedureName('a.aggmtransfn'),
    MINVFUNC: procedureName('a.aggminvtransfn'),
    MSTYPE: `case when a.aggmtranstype <> 0 then pg_catalog.format_type(a.aggmtranstype, null) end`,
    MINITCOND: 'a.aggminitval',
    MFINALFUNC: procedureName('a.aggmfinalfn'),
    SORTOP: `case when a.aggsortop <> 0 then a.aggsortop::pg_catalog.regoperator::pg_catalog.text end`,
};
function procedureName(column) {
    return `case when ${column} <> 0 then ${column}::pg_catalog.regproc::pg_catalog.text end`;
}
const aggregates = {
    kind: 'aggregate',
    sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
        returns: 'pg_catalog.pg_get_function_result(p.oid)',
        arguments: `nullif(pg_catalog.pg_get_function_arguments(p.oid), '')`,
        parallel: routine.parallel,
        parts: `pg_catalog.to_json(pg_catalog.array_remove(array[${Object.entries(aggregateParts)
            .map(([name, sql]) => `'${name} = ' || (${sql})`)
            .join(', ')}], null))`,
        ...owned,
    })}) as row
  from pg_catalog.pg_proc p
  join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
  join schemas n on n.oid = p.pronamespace
  where not ${isMember('p.oid', 'pg_proc')}`,
};
const routineQueries = [functions, procedures, aggregates];

;// CONCATENATED MODULE: ./build/schema/catalog/table-part-queries.js
/** What belongs to a table: constraints, indexes, triggers, rules, policies, extended statistics. */

/** The index behind a constraint has options of its own that the constraint's definition does not tell. */
const indexFacts = (index, relation) => ({
    tablespace: tablespaceOf(`${relation}.reltablespace`),
    clustered: `${index}.indisclustered`,
    replicaIdentity: `${index}.indisreplident`,
    invalid: `not ${index}.indisvalid`,
});
const constraints = {
    kind: 'constraint',
    relation: 'r.oid',
    name: 'con.conname',
    rare: `case when d.description is not null or con.coninhcount > 0 or con.conparentid <> 0
      or ic.reloptions is not null or ic.reltablespace <> 0 or i.indisclustered or i.indisreplident or not i.indisvalid
    then ${attributes({
        indexOptions: `pg_catalog.to_json(ic.reloptions)`,
        ...indexFacts('i', 'ic'),
        local: 'con.coninhcount > 0 and con.conislocal',
        inheritedFrom: `case when con.conparentid <> 0 then (
          select pg_catalog.json_build_array(pn.nspname, pc.relname, p.conname)
          from pg_catalog.pg_constraint p
          join pg_catalog.pg_class pc on pc.oid = p.conrelid
          join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
          where p.oid = con.conparentid)
        when con.coninhcount > 0 then (
          select pg_catalog.json_build_array(pn.nspname, pc.relname, p.conname)
          from pg_catalog.pg_inherits h
          join pg_catalog.pg_constraint p on p.conrelid = h.inhparent and p.conname = con.conname
          join pg_catalog.pg_class pc on pc.oid = p.conrelid
          join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
          where h.inhrelid = con.conrelid order by h.inhseqno limit 1) end`,
        comment: 'd.description',
    })} end`,
    values: {
        type: `case con.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key'
      when 'c' then 'check' when 'x' then 'exclusion' end`,
        definition: 'pg_catalog.pg_get_constraintdef(con.oid)',
        columns: 'con.conkey',
        references: 'nullif(con.confrelid, 0)::pg_catalog.int8',
    },
    from: `from relations r
  join pg_catalog.pg_constraint con on con.conrelid = r.oid and con.contype in ('p', 'u', 'f', 'c', 'x')
  left join pg_catalog.pg_index i on i.indexrelid = con.conindid and con.contype in ('p', 'u', 'x')
  left join pg_catalog.pg_class ic on ic.oid = i.indexrelid
  left join pg_catalog.pg_description d on d.objoid = con.oid and d.objsubid = 0
    and d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass`,
};
const indexes = {
    kind: 'index',
    relation: 'r.oid',
    name: 'c.relname',
    rare: `case when d.description is not null or c.relispartition or c.reltablespace <> 0 or i.indisclustered
      or i.indisreplident or not i.indisvalid
      or i.indexrelid in (select a.attrelid from pg_catalog.pg_attribute a where a.attstattarget >= 0 and a.attnum > 0 and a.attrelid >= 16384)
    then ${attributes({
        ...indexFacts('i', 'c'),
        statistics: `(select pg_catalog.json_agg(a.attnum || ': ' || a.attstattarget order by a.attnum)
        from pg_catalog.pg_attribute a where a.attrelid = i.indexrelid and a.attstattarget >= 0)`,
        inheritedFrom: `case when c.relispartition then (
        select pg_catalog.json_build_array(pn.nspname, pt.relname, pc.relname)
        from pg_catalog.pg_inherits h
        join pg_catalog.pg_index pi on pi.indexrelid = h.inhparent
        join pg_catalog.pg_class pc on pc.oid = h.inhparent
        join pg_catalog.pg_class pt on pt.oid = pi.indrelid
        join pg_catalog.pg_namespace pn on pn.oid = pt.relnamespace
        where h.inhrelid = c.oid) end`,
        comment: 'd.description',
    })} end`,
    values: { unique: 'i.indisunique', definition: 'pg_catalog.pg_get_indexdef(i.indexrelid)' },
    from: `from relations r
  join pg_catalog.pg_index i on i.indrelid = r.oid
  join pg_catalog.pg_class c on c.oid = i.indexrelid
  left join pg_catalog.pg_description d on d.objoid = c.oid and d.objsubid = 0
    and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  where c.relpersistence <> 't'
    -- A hashed list: pg_constraint has no index on conindid.
    and i.indexrelid not in (select own.conindid from pg_catalog.pg_constraint own where own.contype in ('p', 'u', 'x'))`,
};
const triggers = {
    kind: 'trigger',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, t.tgname, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_triggerdef(t.oid),
      pg_catalog.format('TRIGGER %I ', t.tgname), 'TRIGGER ')`,
        enabled: enabledText('t.tgenabled'),
        inheritedFrom: `(select pg_catalog.json_build_array(pn.nspname, pc.relname, p.tgname)
      from pg_catalog.pg_trigger p
      join pg_catalog.pg_class pc on pc.oid = p.tgrelid
      join pg_catalog.pg_namespace pn on pn.oid = pc.relnamespace
      where p.oid = t.tgparentid)`,
        comment: commentOn('t.oid', 'pg_trigger'),
    })}) as row
  from relations r
  join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal`,
};
const rules = {
    kind: 'rule',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, w.rulename, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_ruledef(w.oid),
      pg_catalog.format('CREATE RULE %I AS', w.rulename), 'CREATE RULE AS')`,
        enabled: enabledText('w.ev_enabled'),
        comment: commentOn('w.oid', 'pg_rewrite'),
    })}) as row
  from relations r
  join pg_catalog.pg_rewrite w on w.ev_class = r.oid and w.rulename <> '_RETURN'`,
};
const policies = {
    kind: 'policy',
    sql: `select pg_catalog.json_build_array(null, r.oid::pg_catalog.int8, p.polname, ${attributes({
        command: `case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE'
      when 'd' then 'DELETE' else 'ALL' end`,
        restrictive: 'not p.polpermissive',
        roles: `(select pg_catalog.json_agg(role.name order by role.name collate "C") from (
      select case when o = 0 then 'PUBLIC' else pg_catalog.pg_get_userbyid(o)::pg_catalog.text end as name
      from pg_catalog.unnest(p.polroles) o) role)`,
        using: 'pg_catalog.pg_get_expr(p.polqual, p.polrelid)',
        check: 'pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)',
        comment: commentOn('p.oid', 'pg_policy'),
    })}) as row
  from relations r
  join pg_catalog.pg_policy p on p.polrelid = r.oid`,
};
const statistics = {
    kind: 'statistics',
    sql: `select pg_catalog.json_build_array(n.nspname, null, s.stxname, ${attributes({
        definition: `pg_catalog.replace(pg_catalog.pg_get_statisticsobjdef(s.oid),
      pg_catalog.format('CREATE STATISTICS %I.%I', n.nspname, s.stxname), 'CREATE STATISTICS')`,
        target: 'case when s.stxstattarget >= 0 then s.stxstattarget end',
        owner: ownerOf('s.stxowner'),
        comment: commentOn('s.oid', 'pg_statistic_ext'),
    })}) as row
  from pg_catalog.pg_statistic_ext s
  join schemas n on n.oid = s.stxnamespace
  join relations r on r.oid = s.stxrelid`,
};
const tablePartQueries = [
    constraints,
    indexes,
    triggers,
    rules,
    policies,
    statistics,
];

;// CONCATENATED MODULE: ./build/schema/catalog/type-queries.js
/** Types that a user makes: enums, domains, composite and range types; collations. */

const type_queries_owned = {
    owner: ownerOf('t.typowner'),
    grants: grantsOf('t.typacl', `'T'`, 't.typowner'),
    comment: commentOn('t.oid', 'pg_type'),
};
const fromTypes = (type) => `from pg_catalog.pg_type t
  join schemas n on n.oid = t.typnamespace
  where t.typtype = '${type}' and not ${isMember('t.oid', 'pg_type')}`;
const enums = {
    kind: 'enum',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        values: `(select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
      from pg_catalog.pg_enum e where e.enumtypid = t.oid)`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('e')}`,
};
const domains = {
    kind: 'domain',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        type: 'pg_catalog.format_type(t.typbasetype, t.typtypmod)',
        collation: `(select t.typcollation::pg_catalog.regcollation::pg_catalog.text from pg_catalog.pg_type b
      where b.oid = t.typbasetype and b.typcollation <> t.typcollation)`,
        default: 't.typdefault',
        notNull: 't.typnotnull',
        constraints: `(select pg_catalog.json_agg(con.conname || ' ' || pg_catalog.pg_get_constraintdef(con.oid)
        order by con.conname collate "C")
      from pg_catalog.pg_constraint con where con.contypid = t.oid and con.contype = 'c')`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('d')}`,
};
const composites = {
    kind: 'composite type',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        fields: `(select pg_catalog.json_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod))
        || case when a.attcollation <> y.typcollation then ' COLLATE ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text
          else '' end order by a.attnum)
      from pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid
      where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)`,
        ...type_queries_owned,
    })}) as row
  ${fromTypes('c')} and exists (
    select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c')`,
};
const ranges = {
    kind: 'range type',
    sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
        subtype: 'pg_catalog.format_type(g.rngsubtype, null)',
        operatorClass: `(select pg_catalog.format('%I.%I', ns.nspname, o.opcname) from pg_catalog.pg_opclass o
      join pg_catalog.pg_namespace ns on ns.oid = o.opcnamespace where o.oid = g.rngsubopc and not o.opcdefault)`,
        collation: `(select g.rngcollation::pg_catalog.regcollation::pg_catalog.text from pg_catalog.pg_type b
      where b.oid = g.rngsubtype and b.typcollation <> g.rngcollation and g.rngcollation <> 0)`,
        canonical: `case when g.rngcanonical <> 0 then g.rngcanonical::pg_catalog.regprocedure::pg_catalog.text end`,
        difference: `case when g.rngsubdiff <> 0 then g.rngsubdiff::pg_catalog.regprocedure::pg_catalog.text end`,
        multirange: 'pg_catalog.format_type(g.rngmultitypid, null)',
        ...type_queries_owned,
    })}) as row
  from pg_catalog.pg_range g
  join pg_catalog.pg_type t on t.oid = g.rngtypid
  join schemas n on n.oid = t.typnamespace
  where not ${isMember('t.oid', 'pg_type')}`,
};
/** What differs between versions of Postgres (`colliculocale`, later `colllocale`) is read by the row's JSON. */
const collations = {
    kind: 'collation',
    sql: `select pg_catalog.json_build_array(n.nspname, null, c.collname, ${attributes({
        provider: `case c.collprovider when 'i' then 'icu' when 'c' then 'libc' when 'b' then 'builtin' else 'default' end`,
        locale: `coalesce(pg_catalog.to_jsonb(c) ->> 'colllocale', pg_catalog.to_jsonb(c) ->> 'colliculocale',
      nullif(pg_catalog.concat_ws(', ', c.collcollate, nullif(c.collctype, c.collcollate)), ''))`,
        rules: `pg_catalog.to_jsonb(c) ->> 'collicurules'`,
        nondeterministic: 'not c.collisdeterministic',
        owner: ownerOf('c.collowner'),
        comment: commentOn('c.oid', 'pg_collation'),
    })}) as row
  from pg_catalog.pg_collation c
  join schemas n on n.oid = c.collnamespace
  where not ${isMember('c.oid', 'pg_collation')}`,
};
const typeQueries = [enums, domains, composites, ranges, collations];

;// CONCATENATED MODULE: ./build/schema/catalog/snapshot-query.js








const kindQueries = [
    ...databaseQueries,
    ...typeQueries,
    ...relationQueries,
    ...tablePartQueries,
    ...routineQueries,
];
/** Read by every snapshot, whatever kinds it leaves out. `scope` is the schemas to look at, as SQL of type text[] or null. */
const common = (scope) => `
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
};
function fingerprint(unreadable) {
    const parts = Object.entries(fingerprinted)
        .filter(([catalog]) => !unreadable.has(catalog))
        .map(([catalog, oid,]) => `(select pg_catalog.count(*) || ':' || coalesce(pg_catalog.sum(pg_catalog.age(x.xmin) - pg_catalog.age('3'::pg_catalog.xid)), 0)
    from pg_catalog.${catalog} x where x.${oid} >= 16384)`);
    return `pg_catalog.concat_ws(' ', ${parts.join(', ')})`;
}
/** What `LiveSnapshot.transactions` would be now. */
const transactionsQuery = 'select pg_catalog.pg_current_snapshot()::pg_catalog.text as transactions';
/** The state of the catalog, to be compared with the snapshot's after it: what DDL changed meanwhile shows. */
function fingerprintQuery(unreadable) {
    return `select ${fingerprint(unreadable)} as fingerprint`;
}
/** Its rows are the most, and are decoded while the server writes out the definitions of the others. */
const firstKinds = new Set(['column', 'table']);
/**
 * Two statements of one row, a column of JSON text a kind: few round trips, and each text can be dropped when it is decoded.
 * PostgreSQL 15 to 18: what only newer servers have is read through `to_jsonb(row)`. Run them in one transaction with an
 * empty search_path: no schema of the database can then put its own operators or functions before pg_catalog's, and every
 * definition comes back schema-qualified.
 * @param unreadable catalogs that the role may not read; the kinds that need them are left out
 * @param scope schemas to look at; null = all but the system's and the provider's
 */
function snapshotQueries(unreadable, scope) {
    const visible = kindQueries.filter(({ kind }) => unreadableOf(kind, unreadable) === undefined);
    const schemas = scope === null ? 'null' : `array[${scope.map(identifier/* quoteLiteral */.c).join(', ')}]`;
    const select = (kinds, ...more) => `${common(schemas)}\nselect ${[...more, ...kinds.map((query) => `(${kindSql(query)}) as "${query.kind}"`)].join(',\n  ')}`;
    return [
        select(visible.filter(({ kind }) => firstKinds.has(kind)), ...head(unreadable)),
        select(visible.filter(({ kind }) => !firstKinds.has(kind)), 'true as rest'),
    ];
}
function head(unreadable) {
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
function kindSql(query) {
    if ('values' in query)
        return `select lists::pg_catalog.text from (${listSql(query)}) q (lists)`;
    return `select coalesce(pg_catalog.json_agg(q.row), '[]')::pg_catalog.text from (${query.sql}) q`;
}
/** The first catalog that a kind is read from and that the role may not read. */
function unreadableOf(kind, unreadable) {
    return object_kinds/* objectKinds */.rz[kind].catalogs.find((catalog) => unreadable.has(catalog));
}
/** `$1` catalogs without their schema; those that the role may not read come back. */
const unreadableQuery = `select catalog from pg_catalog.unnest($1::pg_catalog.text[]) catalog
  where not pg_catalog.has_table_privilege('pg_catalog.' || catalog, 'SELECT')`;
/** All catalogs that kinds are read from. */
const catalogsOfKinds = [
    ...new Set(kindQueries.flatMap(({ kind }) => object_kinds/* objectKinds */.rz[kind].catalogs)),
];

;// CONCATENATED MODULE: ./build/schema/grants.js

/** The letters of an `aclitem` (https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGE-ABBREVS-TABLE). */
const privileges = {
    a: 'INSERT',
    r: 'SELECT',
    w: 'UPDATE',
    d: 'DELETE',
    D: 'TRUNCATE',
    x: 'REFERENCES',
    t: 'TRIGGER',
    m: 'MAINTAIN',
    X: 'EXECUTE',
    U: 'USAGE',
    C: 'CREATE',
    c: 'CONNECT',
    T: 'TEMPORARY',
    s: 'SET',
    A: 'ALTER SYSTEM',
};
const areItems = (0,guard/* arrayOf */.jk)(guard/* isString */.Kg);
/**
 * What was granted and revoked, against what would hold if nothing was: `app: SELECT, INSERT*` (a star: with grant option),
 * `revoked from PUBLIC: EXECUTE`. Who granted it is left away. Sorted.
 * @param value `[items, default items]` as text, from the catalog query
 */
function grantTexts(value) {
    const [items, defaults] = Array.isArray(value) ? value : [];
    if (!areItems(items) || !areItems(defaults))
        throw new Error('The catalog query gave grants of another shape.');
    const [granted, standard] = [byGrantee(items), byGrantee(defaults)];
    const grantees = [...new Set([...granted.keys(), ...standard.keys()])];
    return grantees
        .flatMap((grantee) => {
        const [has, had] = [granted.get(grantee) ?? [], standard.get(grantee) ?? []];
        const more = has.filter((privilege) => !had.includes(privilege));
        const less = had.filter((privilege) => !has.some((held) => held === privilege || held === `${privilege}*`));
        return [
            ...(more.length === 0 ? [] : [`${grantee}: ${more.join(', ')}`]),
            ...(less.length === 0 ? [] : [`revoked from ${grantee}: ${less.join(', ')}`]),
        ];
    })
        .toSorted();
}
function byGrantee(items) {
    const grants = new Map();
    for (const item of items) {
        const match = /^("(?:[^"]|"")*"|[^="]*)=([a-zA-Z*]*)\//s.exec(item);
        if (match === null)
            throw new Error('The catalog query gave a grant that cannot be read.');
        const [, name = '', letters = ''] = match;
        const grantee = name === '' ? 'PUBLIC' : name.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
        const words = [...letters.matchAll(/([a-zA-Z])(\*?)/g)].map(([, letter = '', star = '']) => `${privileges[letter] ?? letter}${star}`);
        grants.set(grantee, [...(grants.get(grantee) ?? []), ...words]);
    }
    return grants;
}

;// CONCATENATED MODULE: ./build/schema/index-definition.js
/** What an index is, whatever it and its table are called. */
/**
 * Without the start of the definition, which names the index and the table. What is cut off is exactly what `pg_get_indexdef`
 * writes with an empty search_path (ruleutils.c, pg_get_indexdef_worker).
 * @throws Error when it starts otherwise: our own query's mistake
 */
function withoutNames(definition, { schema, table, name }) {
    let at = 0;
    const skip = (text) => {
        if (!definition.startsWith(text, at))
            return false;
        at += text.length;
        return true;
    };
    const skipName = (text) => skip(definition[at] === '"' ? `"${text.replaceAll('"', '""')}"` : text);
    const isIndex = skip('CREATE UNIQUE INDEX ') || skip('CREATE INDEX ');
    const isNamed = isIndex && skipName(name) && (skip(' ON ONLY ') || skip(' ON '));
    if (!isNamed || !skipName(schema) || !skip('.') || !skipName(table) || !skip(' USING '))
        throw new Error(`The definition of the index ${name} starts in another way than Postgres writes it.`);
    return definition.slice(at - 'USING '.length);
}

// EXTERNAL MODULE: ./build/schema/snapshot.js
var snapshot = __webpack_require__(11736);
;// CONCATENATED MODULE: ./build/schema/decode.js




/** One row of a kind's query. @throws Error for a row of another shape: our own query's mistake */
function decodeRow(row, { kind }, context) {
    const [schema, parent, name, attributes] = Array.isArray(row) ? row : [];
    if (!(0,guard/* isString */.Kg)(name))
        throw new Error(`The catalog query gave a ${kind} without a name.`);
    const relation = (0,guard/* isNumber */.Et)(parent) ? relationOf(parent, context) : undefined;
    const read = {};
    putAll(read, attributes);
    return (0,snapshot/* freezeObject */.FI)({
        kind,
        schema: relation?.schema ?? ((0,guard/* isString */.Kg)(schema) ? schema : null),
        parent: relation?.name ?? null,
        name,
        attributes: read,
    });
}
/** All rows of a kind, which came as one list a value. @throws Error for another shape: our own query's mistake */
function decodeLists(value, query, context) {
    const { kind } = query;
    const [relations, names, rare, ...values] = listsOf(value, query);
    if (relations === undefined || names === undefined || rare === undefined)
        return { objects: [], relations: [], positions: [] };
    const attributes = Object.keys(query.values);
    const oids = numbersOf(relations);
    const readers = attributes.flatMap((attribute, index) => attribute === 'position'
        ? []
        : [
            {
                attribute,
                list: values[index] ?? [],
                resolve: resolverOf(attribute, { kind, oids, names, context }),
            },
        ]);
    const positions = numbersOf(values[attributes.indexOf('position')] ?? []);
    const objects = oids.map((oid, row) => {
        const name = names[row];
        if (!(0,guard/* isString */.Kg)(name))
            throw new Error(`The catalog query gave a ${kind} without a name.`);
        const read = {};
        for (const reader of readers)
            readValue(read, reader, row);
        if (rare[row] !== null)
            putAll(read, rare[row]);
        const relation = relationOf(oid, context);
        const position = positions[row];
        if (position !== undefined)
            nameColumn(columnsOf(oid, context), position, name);
        if (kind !== 'table')
            return (0,snapshot/* freezeObject */.FI)({ kind, schema: relation.schema, parent: relation.name, name, attributes: read });
        putColumnOrder(read, context.columns.get(oid));
        return (0,snapshot/* freezeObject */.FI)({ kind, schema: relation.schema, parent: null, name, attributes: read });
    });
    return { objects, relations: oids, positions };
}
/** What the query gives as numbers of columns and relations is read by name, an index without what it is called. */
function resolverOf(attribute, { kind, oids, names, context }) {
    if (attribute === 'references')
        return (value) => {
            const relation = (0,guard/* isNumber */.Et)(value) ? context.relations.get(value) : undefined;
            return relation === undefined ? undefined : [relation.schema, relation.name];
        };
    if (attribute === 'columns')
        return (value, row) => {
            const columns = context.columns.get(oids[row] ?? 0);
            return Array.isArray(value) ? value.flatMap((number) => columns?.[Number(number)] ?? []) : value;
        };
    if (kind !== 'index' || attribute !== 'definition')
        return undefined;
    return (value, row) => {
        const { schema, name: table } = relationOf(oids[row] ?? 0, context);
        return withoutNames(String(value), { schema, table, name: String(names[row]) });
    };
}
function readValue(read, { attribute, list, resolve }, row) {
    const value = list[row];
    // Most of them.
    if (value === null || value === false)
        return;
    put(read, attribute, resolve === undefined ? value : resolve(value, row));
}
function listsOf(value, { kind }) {
    const lists = Array.isArray(value) ? value : [];
    const [first] = lists;
    // Without any row each list is null.
    if (first === null)
        return [];
    const isWhole = lists.every((list) => Array.isArray(list) && Array.isArray(first) && list.length === first.length);
    if (!isWhole || lists.length === 0)
        throw new Error(`The catalog query gave no lists of ${kind}.`);
    return lists.filter((list) => Array.isArray(list));
}
function numbersOf(list) {
    if (!list.every(guard/* isNumber */.Et))
        throw new Error('The catalog query gave a number in another shape.');
    return list;
}
/** Nothing for a table without columns. */
function putColumnOrder(read, columns) {
    if (columns !== undefined)
        read.columnOrder = columns.filter((name) => name !== undefined);
}
function columnsOf(oid, { columns }) {
    const known = columns.get(oid);
    if (known !== undefined)
        return known;
    const names = [];
    columns.set(oid, names);
    return names;
}
/** They come in their order, mostly: an array that is filled from its start stays a plain one. */
function nameColumn(names, position, name) {
    while (names.length < position)
        names.push(undefined);
    names[position] = name;
}
function relationOf(oid, { relations }) {
    const relation = relations.get(oid);
    if (relation === undefined)
        throw new Error('The parent of an object is unknown.');
    return relation;
}
function putAll(target, attributes) {
    if (!(0,guard/* isRecord */.u4)(attributes))
        return;
    for (const attribute of Object.keys(attributes))
        put(target, attribute, attributes[attribute]);
}
/** Null, false and an empty list are what holds by default, and are absent. */
function put(target, attribute, value) {
    if (value === null || value === undefined || value === false)
        return;
    if (attribute === 'grants') {
        const texts = grantTexts(value);
        if (texts.length > 0)
            target[attribute] = texts;
    }
    else if ((0,guard/* isString */.Kg)(value) || (0,guard/* isNumber */.Et)(value) || value === true)
        target[attribute] = value;
    else if (Array.isArray(value) && value.every(guard/* isString */.Kg)) {
        if (value.length > 0)
            target[attribute] = value;
    }
    else
        throw new Error(`The catalog query gave the attribute ${attribute} in another shape.`);
}

// EXTERNAL MODULE: ./build/schema/same.js
var same = __webpack_require__(71286);
;// CONCATENATED MODULE: ./build/schema/read-snapshot.js










/** Reads in a row, at most, of a schema that changes each time. */
const attempts = 4;
/**
 * Reads the schema in two queries of one read-only transaction. The functions that write out definitions see what was
 * committed since the transaction began, so the state of the catalog is asked again afterwards; when it has changed,
 * all is read again until two readings agree. What the role may not see is in `notVisible`.
 * @throws UserError when the schema keeps changing; what `query` throws when the database does not answer
 */
async function readSnapshot(session, options = {}) {
    let before;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const raw = await readWhatIsVisible(session, options);
        if (raw === undefined)
            continue;
        const snapshot = decodeSnapshot(raw);
        // The server has answered while the rows were decoded here.
        const [after] = await raw.afterwards;
        const isStill = after !== undefined && (0,postgres_row/* text */.Qq)(after, 'fingerprint') === (0,postgres_row/* text */.Qq)(raw.head, 'fingerprint');
        if (isStill || (before !== undefined && (0,same/* sameObjects */.hw)(before.objects, snapshot.objects)))
            return snapshot;
        before = snapshot;
    }
    throw new errors/* UserError */.yo(`The schema changed while it was read, ${attempts} times in a row.`, {
        hint: 'Does another job migrate the same database? Let one wait for the other (`concurrency:`), and run this again.',
    });
}
/**
 * The schema of a database that was read before and in which, most likely, nothing has happened since: then that is asked in
 * one short query, and the earlier reading holds.
 * @param earlier of the same database
 */
async function readSnapshotAgain(session, earlier, options = {}) {
    const [row] = await session.query(transactionsQuery);
    const now = row === undefined ? '' : (0,postgres_row/* text */.Qq)(row, 'transactions');
    // xmin = xmax: of the transactions before, none was running; the same xmax: none that wrote has ended since.
    const isStill = now === earlier.transactions && /^(\d+):\1:$/.test(now);
    return isStill ? earlier : readSnapshot(session, options);
}
/** Undefined when an object vanished under the reading. */
async function readWhatIsVisible(session, options) {
    try {
        return await readOnce(session, options, new Set());
    }
    catch (thrown) {
        if (vanished.has((0,sqlstate/* sqlStateOf */.v9)(thrown) ?? ''))
            return undefined;
        if ((0,sqlstate/* sqlStateOf */.v9)(thrown) !== sqlstate/* sqlState */.cn.insufficientPrivilege)
            throw thrown;
        const rows = await session.query(unreadableQuery, [catalogsOfKinds]);
        if (rows.length === 0)
            throw thrown;
        return readOnce(session, options, new Set(rows.map((row) => (0,postgres_row/* text */.Qq)(row, 'catalog'))));
    }
}
/** "cache lookup failed", undefined table, column, function and object: dropped between the snapshot and the look at it. */
const vanished = new Set(['XX000', '42P01', '42703', '42883', '42704']);
function notVisibleFor(unreadable) {
    return object_kinds/* kindNames */.$1.flatMap((kind) => {
        const catalog = unreadableOf(kind, unreadable);
        return catalog === undefined
            ? []
            : [Object.freeze({ kind, reason: `the role may not read pg_catalog.${catalog}` })];
    });
}
async function readOnce(session, { schemas, snapshotId }, unreadable) {
    const scope = schemas === undefined || schemas.length === 0 ? null : [...schemas].toSorted(snapshot/* compareTexts */.qy);
    const decoder = createDecoder();
    let head;
    const { afterwards } = await (0,catalog_transaction/* queryCatalogThen */.R)(session, {
        statements: snapshotQueries(unreadable, scope),
        afterwards: fingerprintQuery(unreadable),
        snapshotId,
        take([row]) {
            if (row === undefined)
                throw new Error('The catalog query gave no row.');
            head ??= row;
            decoder.take(row);
        },
    });
    if (head === undefined)
        throw new Error('The catalog query gave nothing.');
    return { head, decoder, afterwards, scope, unreadable };
}
function decodeSnapshot({ head, decoder, scope, unreadable }) {
    const { objects, numbered, sizes } = decoder.result();
    return Object.freeze({
        serverVersion: (0,postgres_row/* numeric */.sH)(head, 'server_version'),
        scope: scope === null ? null : Object.freeze(scope),
        providerSchemas: Object.freeze(listOfTexts((0,postgres_row/* text */.Qq)(head, 'provider_schemas'))),
        notVisible: Object.freeze(notVisibleFor(unreadable)),
        objects: Object.freeze(objects),
        sizes: Object.freeze(sizes),
        identityOf: lookUp(numbered),
        transactions: (0,postgres_row/* text */.Qq)(head, 'transactions'),
    });
}
function createDecoder() {
    let relations = [];
    let context = { relations: new Map(), columns: new Map() };
    const byKind = new Map();
    const numbered = [];
    return {
        take(row) {
            if (row.relations !== undefined) {
                relations = relationsOf((0,postgres_row/* text */.Qq)(row, 'relations'));
                context = { relations: new Map(relations), columns: new Map() };
            }
            for (const query of columnsFirst) {
                if (row[query.kind] === undefined)
                    continue;
                const value = JSON.parse((0,postgres_row/* text */.Qq)(row, query.kind));
                if ('values' in query) {
                    const decoded = decodeLists(value, query, context);
                    if (query.kind === 'table' || query.kind === 'column')
                        numbered.push(decoded);
                    byKind.set(query.kind, decoded.objects);
                }
                else
                    byKind.set(query.kind, decodeRows(value, query, context));
            }
        },
        result() {
            numbered.push(orderForeignTables(byKind, relations, context));
            const objects = object_kinds/* kindNames */.$1.flatMap((kind) => (byKind.get(kind) ?? []).toSorted(snapshot/* compareNames */.MP));
            return { objects, numbered, sizes: sizesOf(relations) };
        },
    };
}
function decodeRows(value, query, context) {
    if (!Array.isArray(value))
        throw new Error(`The catalog query gave no list of ${query.kind}.`);
    return value.map((entry) => decodeRow(entry, query, context));
}
/** Made when it is first asked: most comparisons find no candidate for a rename. */
function lookUp(numbered) {
    let map;
    return (object) => {
        map ??= new Map(numbered.flatMap(({ objects, relations, positions }) => objects.map((each, index) => {
            const position = positions[index];
            return [
                each,
                position === undefined ? `${relations[index]}` : `${relations[index]}.${position}`,
            ];
        })));
        return map.get(object);
    };
}
/** Constraints name their columns by number, and tables have them in order. */
const columnsFirst = kindQueries.toSorted((left, right) => Number(right.kind === 'column') - Number(left.kind === 'column'));
/** They come as rows, since there are few. */
function orderForeignTables(byKind, relations, { columns }) {
    const tables = byKind.get('foreign table') ?? [];
    if (tables.length === 0)
        return { objects: [], relations: [], positions: [] };
    const oids = new Map(relations.map(([oid, { schema, name }]) => [`${schema}\0${name}`, oid]));
    const numbers = tables.map(({ schema, name }) => oids.get(`${schema}\0${name}`) ?? 0);
    const objects = tables.map((table, index) => {
        const attributes = { ...table.attributes };
        putColumnOrder(attributes, columns.get(numbers[index] ?? 0));
        return (0,snapshot/* freezeObject */.FI)({ ...table, attributes });
    });
    byKind.set('foreign table', objects);
    return { objects, relations: numbers, positions: [] };
}
function relationsOf(json) {
    const rows = JSON.parse(json);
    if (!Array.isArray(rows))
        throw new Error('The catalog query gave no list of relations.');
    return rows.map((row) => {
        const [oid, schema, name, kind, tuples, bytes] = Array.isArray(row) ? row : [];
        if (!(0,guard/* isNumber */.Et)(oid) || !(0,guard/* isString */.Kg)(schema) || !(0,guard/* isString */.Kg)(name) || !(0,guard/* isString */.Kg)(kind) || !(0,guard/* isNumber */.Et)(bytes))
            throw new Error('The catalog query gave a relation in another shape.');
        return [oid, { schema, name, kind, rows: Number(tuples), bytes }];
    });
}
function sizesOf(relations) {
    return relations
        .filter(([, { kind }]) => /^[rpm]$/.test(kind))
        .map(([, { schema, name, rows, bytes }]) => Object.freeze({ schema, name, rows, bytes }))
        .sort((left, right) => (0,snapshot/* compareTexts */.qy)(left.schema, right.schema) || (0,snapshot/* compareTexts */.qy)(left.name, right.name));
}
const areTexts = (0,guard/* arrayOf */.jk)(guard/* isString */.Kg);
function listOfTexts(json) {
    const list = JSON.parse(json);
    if (!areTexts(list))
        throw new Error('The catalog query gave a list in another shape.');
    return list;
}


/***/ }),

/***/ 71286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   eE: () => (/* binding */ sameValue),
/* harmony export */   hw: () => (/* binding */ sameObjects)
/* harmony export */ });
function sameValue(left, right) {
    if (left === right)
        return true;
    if (!isList(left) || !isList(right))
        return false;
    return left.length === right.length && left.every((item, index) => item === right[index]);
}
function isList(value) {
    return Array.isArray(value);
}
/** Whether two readings of one database say the same, in the same order. */
function sameObjects(left, right) {
    return left.length === right.length && JSON.stringify(left) === JSON.stringify(right);
}


/***/ })

};
