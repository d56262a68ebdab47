/** What is above tables: schemas, extensions, publications, event triggers, foreign servers, default privileges. */
import {
  attributes,
  commentOn,
  enabledText,
  grantsOf,
  isMember,
  ownerOf,
  type RowQuery,
} from './row-query.ts';

const schemas: RowQuery = {
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

const extensions: RowQuery = {
  kind: 'extension',
  sql: `select pg_catalog.json_build_array(null, null, e.extname, ${attributes({
    version: 'e.extversion',
    schema: 'e.extnamespace::pg_catalog.regnamespace::pg_catalog.text',
    comment: commentOn('e.oid', 'pg_extension'),
  })}) as row
  from pg_catalog.pg_extension e`,
};

const eventTriggers: RowQuery = {
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

const publications: RowQuery = {
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

const foreignServers: RowQuery = {
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
const defaultPrivileges: RowQuery = {
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
] as const;

const other: RowQuery = {
  kind: 'other',
  sql: `select pg_catalog.json_build_array(null, null, i.type || ' ' || i.identity,
      ${attributes({ type: 'i.type' })}) as row
  from (${others
    .map(
      ([catalog, condition]) => `
    select 'pg_catalog.${catalog}'::pg_catalog.regclass as catalog, o.oid from pg_catalog.${catalog} o
    where o.oid >= 16384 and ${condition} and not ${isMember('o.oid', catalog)}
      -- The cast of a range type to its multirange comes and goes with the type.
      and not exists (select from pg_catalog.pg_depend i
        where i.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass and i.objid = o.oid and i.deptype = 'i')`,
    )
    .join('\n    union all')}) o,
  lateral pg_catalog.pg_identify_object(o.catalog, o.oid, 0) i
  where i.schema is null or exists (
    select from schemas n where pg_catalog.quote_ident(n.nspname) = i.schema)`,
};

export const databaseQueries: readonly RowQuery[] = [
  schemas,
  extensions,
  eventTriggers,
  publications,
  foreignServers,
  defaultPrivileges,
  other,
];
