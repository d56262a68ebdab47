/** Types that a user makes: enums, domains, composite and range types; collations. */
import { attributes, commentOn, grantsOf, isMember, ownerOf, type RowQuery } from './row-query.ts';

const owned = {
  owner: ownerOf('t.typowner'),
  grants: grantsOf('t.typacl', `'T'`, 't.typowner'),
  comment: commentOn('t.oid', 'pg_type'),
};

const fromTypes = (type: string) => `from pg_catalog.pg_type t
  join schemas n on n.oid = t.typnamespace
  where t.typtype = '${type}' and not ${isMember('t.oid', 'pg_type')}`;

const enums: RowQuery = {
  kind: 'enum',
  sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
    values: `(select pg_catalog.json_agg(e.enumlabel order by e.enumsortorder)
      from pg_catalog.pg_enum e where e.enumtypid = t.oid)`,
    ...owned,
  })}) as row
  ${fromTypes('e')}`,
};

const domains: RowQuery = {
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
    ...owned,
  })}) as row
  ${fromTypes('d')}`,
};

const composites: RowQuery = {
  kind: 'composite type',
  sql: `select pg_catalog.json_build_array(n.nspname, null, t.typname, ${attributes({
    fields: `(select pg_catalog.json_agg(pg_catalog.format('%I %s', a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod))
        || case when a.attcollation <> y.typcollation then ' COLLATE ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text
          else '' end order by a.attnum)
      from pg_catalog.pg_attribute a join pg_catalog.pg_type y on y.oid = a.atttypid
      where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)`,
    ...owned,
  })}) as row
  ${fromTypes('c')} and exists (
    select from pg_catalog.pg_class c where c.oid = t.typrelid and c.relkind = 'c')`,
};

const ranges: RowQuery = {
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
    ...owned,
  })}) as row
  from pg_catalog.pg_range g
  join pg_catalog.pg_type t on t.oid = g.rngtypid
  join schemas n on n.oid = t.typnamespace
  where not ${isMember('t.oid', 'pg_type')}`,
};

/** What differs between versions of Postgres (`colliculocale`, later `colllocale`) is read by the row's JSON. */
const collations: RowQuery = {
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

export const typeQueries: readonly RowQuery[] = [enums, domains, composites, ranges, collations];
