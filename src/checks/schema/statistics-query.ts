/**
 * What production has counted of itself, as one JSON document (`Counted`). Reads the catalog and the cumulative statistics
 * only, which every role may see; widths of columns (pg_stats) only where the role may read the table. No table is read and
 * no lock is taken: sizes are those of the last vacuum or analyse.
 *
 * The counting began at the reset of the database's statistics, or of the whole server's: after a crash, and where a compute
 * starts without them, all begin anew, which the checkpoint counters show (pg_stat_bgwriter.stats_reset).
 * https://www.postgresql.org/docs/current/monitoring-stats.html
 */
export const statisticsQuery = `
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
