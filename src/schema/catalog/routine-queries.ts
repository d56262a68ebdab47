/** Functions, procedures and aggregates. */
import { attributes, commentOn, grantsOf, isMember, ownerOf, type RowQuery } from './row-query.ts';

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

const fromRoutines = (kinds: string) => `from pg_catalog.pg_proc p
  join schemas n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where p.prokind in (${kinds}) and not ${isMember('p.oid', 'pg_proc')}
    -- The constructors of range types come and go with the type.
    and not exists (select from pg_catalog.pg_depend i
      where i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and i.objid = p.oid and i.deptype = 'i')`;

const functions: RowQuery = {
  kind: 'function',
  sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
    window: `p.prokind = 'w'`,
    ...routine,
    ...owned,
  })}) as row
  ${fromRoutines(`'f', 'w'`)}`,
};

const procedures: RowQuery = {
  kind: 'procedure',
  sql: `select pg_catalog.json_build_array(n.nspname, null, ${signature}, ${attributes({
    ...routine,
    ...owned,
  })}) as row
  ${fromRoutines(`'p'`)}`,
};

/** As CREATE AGGREGATE names them. */
const aggregateParts: Readonly<Record<string, string>> = {
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

function procedureName(column: string): string {
  return `case when ${column} <> 0 then ${column}::pg_catalog.regproc::pg_catalog.text end`;
}

const aggregates: RowQuery = {
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

export const routineQueries: readonly RowQuery[] = [functions, procedures, aggregates];
