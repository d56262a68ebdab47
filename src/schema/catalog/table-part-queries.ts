/** What belongs to a table: constraints, indexes, triggers, rules, policies, extended statistics. */
import {
  attributes,
  commentOn,
  enabledText,
  type KindQuery,
  type ListQuery,
  ownerOf,
  type RowQuery,
  tablespaceOf,
} from './row-query.ts';

/** The index behind a constraint has options of its own that the constraint's definition does not tell. */
const indexFacts = (index: string, relation: string) => ({
  tablespace: tablespaceOf(`${relation}.reltablespace`),
  clustered: `${index}.indisclustered`,
  replicaIdentity: `${index}.indisreplident`,
  invalid: `not ${index}.indisvalid`,
});

const constraints: ListQuery = {
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

const indexes: ListQuery = {
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

const triggers: RowQuery = {
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

const rules: RowQuery = {
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

const policies: RowQuery = {
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

const statistics: RowQuery = {
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

export const tablePartQueries: readonly KindQuery[] = [
  constraints,
  indexes,
  triggers,
  rules,
  policies,
  statistics,
];
