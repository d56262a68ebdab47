/** One of each thing that a rule of the catalog speaks about, besides those that `versions.test.ts` makes itself. */
export const everyRuleSchema = `create role everybody_${process.pid};
  create table stamped (id serial primary key, at timestamp, code char(3), doc json);
  create table wide (id bigint primary key);
  create table narrow (id int primary key, w int references wide);
  create index on narrow (w);
  create table secret (id int primary key); alter table secret enable row level security;
  create table half (id int primary key); create policy mine on half using (true);
  grant select on half to everybody_${process.pid};
  create view around as select * from secret; grant select on around to everybody_${process.pid};
  create function run_me() returns int language plpgsql security definer as 'begin return 1; end';
  create function path() returns int language plpgsql as 'begin return 1; end';
  grant insert on narrow to public; grant create on schema public to public;
  create table sent (id int); create publication changes for table sent;
  create extension pg_trgm`;

export const everyRuleRole = `everybody_${process.pid}`;

/** In the preset `strict`, with \`row-security-off\` on. */
export const everyRuleFindings = [
  'definer-for-everyone public.run_me()',
  'definer-search-path public.run_me()',
  'discouraged-type public.stamped',
  'extension-in-public pg_trgm',
  'foreign-key-type-mismatch public.narrow · narrow_w_fkey',
  'function-search-path public.path()',
  'json-column public.stamped',
  'policy-without-row-security public.half',
  'published-without-identity public.sent',
  'row-security-off public.half',
  'row-security-off public.narrow',
  'row-security-without-policy public.secret',
  'schema-open-to-public public',
  'serial-column public.stamped.id',
  'table-granted-to-public public.narrow',
  'table-without-primary-key public.sent',
  'timestamp-without-time-zone public.stamped',
  'view-bypasses-row-security public.around',
] as const;
