import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import { inCatalogTransaction } from '../../postgres/catalog-transaction.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';

/** What the server says of itself and of the session that a client with this URI gets. */
export interface ServerFacts {
  /** Such as `15.18 (Debian 15.18-0+deb12u1)`. */
  readonly version: string;
  /** The same for two sessions of the same database of the same running server, whatever they were reached by. */
  readonly identity: string;
  readonly role: string;
  readonly database: string;
  readonly isInRecovery: boolean;
  readonly settings: readonly Setting[];
  readonly connections: ConnectionCounts;
  readonly encoding: string;
  readonly collation: CollationVersions;
}

export interface Setting {
  readonly name: string;
  readonly value: string;
  /** Where it comes from, as pg_settings says: default, configuration file, database, user, client … */
  readonly source: string;
}

export interface ConnectionCounts {
  readonly max: number;
  /** Slots that only superusers and members of pg_use_reserved_connections get. */
  readonly reserved: number;
  readonly inUse: number;
  /** -1 = no limit. */
  readonly roleLimit: number;
  readonly roleInUse: number;
  /** -1 = no limit. */
  readonly databaseLimit: number;
  readonly databaseInUse: number;
}

/** Null where the collation provider has no versions (the C locale). */
export interface CollationVersions {
  readonly recorded: string | null;
  readonly actual: string | null;
}

export const timeoutSettings = [
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'idle_session_timeout',
  'transaction_timeout',
] as const;

const isServerFacts: Guard<ServerFacts> = objectOf<ServerFacts>({
  version: isString,
  identity: isString,
  role: isString,
  database: isString,
  isInRecovery: isBoolean,
  settings: arrayOf(objectOf<Setting>({ name: isString, value: isString, source: isString })),
  connections: objectOf<ConnectionCounts>({
    max: isNumber,
    reserved: isNumber,
    inUse: isNumber,
    roleLimit: isNumber,
    roleInUse: isNumber,
    databaseLimit: isNumber,
    databaseInUse: isNumber,
  }),
  encoding: isString,
  collation: objectOf<CollationVersions>({ recorded: nullable(isString), actual: nullable(isString) }),
});

/**
 * @param isPooled true: settings are those of whatever server session the pooler gives; false: our own session's
 * settings are put back first, so that what any other client gets is read
 */
export async function readServerFacts(
  connection: PostgresConnection,
  isPooled: boolean,
): Promise<ServerFacts> {
  if (!isPooled) await connection.query('RESET ALL');
  const rows = await inCatalogTransaction(connection, () =>
    connection.query(factsQuery(connection.serverVersion), [
      [...timeoutSettings, 'default_transaction_read_only'],
    ]),
  );
  const facts: unknown = typeof rows[0]?.facts === 'string' ? JSON.parse(rows[0].facts) : undefined;
  if (!isServerFacts(facts))
    throw new Error('The query about the server answered a document of another shape.');
  return facts;
}

/**
 * Runs on any supported server, and on older ones, whose age is to be a finding and not a crash. A role without
 * pg_read_all_stats sees other sessions without their type; those with a database are clients.
 */
function factsQuery(serverVersion: number): string {
  const collation =
    serverVersion >= 150_000
      ? `'recorded', d.datcollversion, 'actual', pg_catalog.pg_database_collation_actual_version(d.oid)`
      : `'recorded', null, 'actual', null`;
  return `
with clients as (
  select datname, usename from pg_catalog.pg_stat_activity
  where backend_type = 'client backend' or (backend_type is null and datid is not null)
)
select pg_catalog.json_build_object(
  'identity', pg_catalog.pg_postmaster_start_time()::text || ' ' || d.oid::text,
  'version', pg_catalog.current_setting('server_version'),
  'role', current_user,
  'database', d.datname,
  'isInRecovery', pg_catalog.pg_is_in_recovery(),
  'settings', (
    select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'name', s.name, 'value', s.setting, 'source', s.source) order by s.name collate "C"), '[]')
    from pg_catalog.pg_settings s where s.name = any ($1::text[])),
  'connections', pg_catalog.json_build_object(
    'max', pg_catalog.current_setting('max_connections')::int,
    'reserved', pg_catalog.current_setting('superuser_reserved_connections')::int
      + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0),
    'inUse', (select count(*) from clients),
    'roleLimit', r.rolconnlimit,
    'roleInUse', (select count(*) from clients where usename = session_user),
    'databaseLimit', d.datconnlimit,
    'databaseInUse', (select count(*) from clients where datname = d.datname)),
  'encoding', pg_catalog.pg_encoding_to_char(d.encoding),
  'collation', pg_catalog.json_build_object(${collation})
)::text as facts
from pg_catalog.pg_database d, pg_catalog.pg_roles r
where d.datname = pg_catalog.current_database() and r.rolname = session_user`;
}
