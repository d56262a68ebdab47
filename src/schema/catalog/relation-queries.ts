/** Tables, views, sequences and their columns. `relations` and `schemas` are defined in `snapshot-query.ts`. */
import {
  attributes,
  commentOn,
  grantsOf,
  type KindQuery,
  type ListQuery,
  ownerOf,
  type RowQuery,
  tablespaceOf,
} from './row-query.ts';

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

const ownedAttributes = (type: string) => ({
  owner: ownerOf('c.relowner'),
  grants: grantsOf('c.relacl', type, 'c.relowner'),
  comment: 'd.description',
});

const withComment = `left join pg_catalog.pg_description d
    on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objsubid = 0`;

const fromRelations = (kinds: string) => `from relations r
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

const tables: ListQuery = {
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

const views: RowQuery = {
  kind: 'view',
  sql: `select pg_catalog.json_build_array(r.nspname, null, r.relname, ${attributes({
    definition: 'pg_catalog.pg_get_viewdef(c.oid)',
    options: `(select pg_catalog.json_agg(o order by o collate "C") from pg_catalog.unnest(c.reloptions) o)`,
    ...ownedAttributes(`'r'`),
  })}) as row
  ${fromRelations(`'v'`)}`,
};

const materializedViews: RowQuery = {
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
const foreignTables: RowQuery = {
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

function typeMaximum(type: string): string {
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

function storageText(column: string): string {
  return `case ${column} when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' when 'x' then 'extended' end`;
}

/** Of a view only the columns that have something of their own: the rest is its definition. */
const columns: ListQuery = {
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
const sequences: RowQuery = {
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

export const relationQueries: readonly KindQuery[] = [
  tables,
  views,
  materializedViews,
  foreignTables,
  columns,
  sequences,
];
