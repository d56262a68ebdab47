/** One look at the sessions that migrate: one query, made to be sent many times a second. */
import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';

/** Whom to observe, in the database of the connection. */
export type Watched =
  | { readonly pid: number }
  | { readonly applicationName: string }
  /** Whoever connects after the observer, but for our own `database-actions/…`: a tool of unknown name. */
  | { readonly others: true };

/** Server times are milliseconds since 1970. */
export interface SeenBackend {
  readonly pid: number;
  readonly applicationName: string;
  /** False: another role's session, of which only locks can be seen (or `track_activities` is off). */
  readonly isVisible: boolean;
  readonly isActive: boolean;
  readonly text: string | null;
  readonly queryStart: number | null;
  readonly xactStart: number | null;
  readonly stateChange: number | null;
}

export interface SeenLock {
  readonly pid: number;
  readonly lockType: string;
  readonly relation: number | null;
  readonly mode: string;
  readonly isGranted: boolean;
  /** Of the session; another one means another transaction. */
  readonly transaction: string;
  readonly waitStart: number | null;
  readonly blockers:
    | readonly {
        readonly pid: number;
        readonly applicationName: string | null;
        readonly state: string | null;
      }[]
    | null;
}

export interface Look {
  /** The server's clock before anything was read. */
  readonly now: number;
  /** Milliseconds that the server spent on it. */
  readonly tookMs: number;
  /** Position of the write-ahead log in bytes. */
  readonly wal: number | null;
  readonly backends: readonly SeenBackend[];
  readonly locks: readonly SeenLock[];
  /** Per session: how many relations newer than `newestOid` it holds in ACCESS EXCLUSIVE mode. */
  readonly fresh: readonly { readonly pid: number; readonly count: number }[];
  /** Storage of the relations that were asked for; null: dropped, or without storage. */
  readonly fileNodes: readonly { readonly oid: number; readonly node: number | null }[];
}

export interface LookRequest {
  readonly who: Watched;
  /** Sessions that were there before the observer; used for `others`. */
  readonly olderPids: readonly number[];
  /** Locks on relations with a higher oid are only counted. */
  readonly newestOid: number;
  readonly fileNodesOf: readonly number[];
}

/** A text as long as this was cut by us. */
export const longestText = 8000;

/** @throws what `pg` throws, also for a lost connection; Error when the answer has another shape */
export async function lookOnce({ client }: PostgresConnection, request: LookRequest): Promise<Look> {
  const { who, olderPids, newestOid, fileNodesOf } = request;
  const values = [
    'pid' in who ? who.pid : null,
    'applicationName' in who ? who.applicationName : null,
    olderPids,
    newestOid,
    fileNodesOf,
  ];
  // Named, so that it is planned once; `query` of the connection cannot do that.
  const { rows } = await client.query({ name: 'look', text: lookQuery, values });
  const look: unknown = rows[0]?.look;
  if (!isLook(look)) throw new Error('The observing query gave another shape than it was written for.');
  return look;
}

/** Process ids of all sessions of this database. */
export const sessionsQuery = `
SELECT a.pid FROM pg_catalog.pg_stat_activity a
 WHERE a.datid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;

/**
 * The arguments are evaluated in their order, so the clock is read first, then the locks, then who runs what: a lock of
 * this look then belongs to the statement that its session shows, or to an earlier one of the same transaction, unless
 * that statement began after the clock was read. Of a session that may not be read, backend_start is null; its state is so
 * too while it starts.
 */
const lookQuery = `
WITH held AS MATERIALIZED (
  SELECT l.pid, l.locktype, l.relation, l.mode, l.granted, l.virtualtransaction, l.waitstart
    FROM pg_catalog.pg_locks l
   WHERE NOT l.granted
      OR (l.locktype = 'relation' AND l.relation >= 16384
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
      OR (l.locktype = 'virtualxid' AND l.virtualxid = l.virtualtransaction)
), watched AS MATERIALIZED (
  SELECT a.* FROM pg_catalog.pg_stat_activity a
   WHERE a.datid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
     AND a.pid <> pg_catalog.pg_backend_pid() AND a.leader_pid IS NULL
     AND CASE WHEN $1::int IS NOT NULL THEN a.pid = $1
              WHEN $2::text IS NOT NULL THEN a.application_name = $2
              ELSE a.pid <> ALL ($3::int[]) AND a.usesysid IS NOT NULL
                   AND a.application_name NOT LIKE 'database-actions/%'
                   AND coalesce(a.backend_type, 'client backend') = 'client backend' END
)
SELECT pg_catalog.json_build_object(
  'now', extract(epoch FROM pg_catalog.clock_timestamp()) * 1000,
  'heldCount', (SELECT pg_catalog.count(*) FROM held),
  'backends', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'pid', w.pid, 'applicationName', coalesce(w.application_name, ''),
      'isVisible', w.backend_start IS NOT NULL AND w.state IS DISTINCT FROM 'disabled',
      'isActive', coalesce(w.state IN ('active', 'fastpath function call'), false),
      'text', CASE WHEN w.query_start IS NOT NULL THEN pg_catalog.left(w.query, ${longestText}) END,
      'queryStart', extract(epoch FROM w.query_start) * 1000,
      'xactStart', extract(epoch FROM w.xact_start) * 1000,
      'stateChange', extract(epoch FROM w.state_change) * 1000)), '[]') FROM watched w),
  'locks', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'pid', h.pid, 'lockType', h.locktype, 'relation', h.relation::bigint, 'mode', h.mode, 'isGranted', h.granted,
      'transaction', h.virtualtransaction, 'waitStart', extract(epoch FROM h.waitstart) * 1000,
      'blockers', CASE WHEN NOT h.granted THEN (
          SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
                   'pid', b.pid, 'applicationName', o.application_name, 'state', o.state) ORDER BY b.pid), '[]')
            FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(h.pid)) AS b(pid)
            LEFT JOIN pg_catalog.pg_stat_activity o ON o.pid = b.pid) END)), '[]')
      FROM held h JOIN watched w ON w.pid = h.pid
     WHERE h.locktype <> 'relation' OR h.relation <= $4::oid),
  'fresh', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('pid', f.pid, 'count', f.count)), '[]')
      FROM (SELECT h.pid, pg_catalog.count(*) AS count FROM held h JOIN watched w ON w.pid = h.pid
             WHERE h.locktype = 'relation' AND h.relation > $4::oid AND h.mode = 'AccessExclusiveLock' AND h.granted
             GROUP BY h.pid) f),
  'fileNodes', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', d.oid::bigint, 'node', pg_catalog.pg_relation_filenode(d.oid)::bigint)), '[]')
      FROM pg_catalog.unnest($5::oid[]) AS d(oid)),
  'wal', CASE WHEN NOT pg_catalog.pg_is_in_recovery()
              THEN pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END,
  'tookMs', extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.statement_timestamp()) * 1000
) AS look`;

const isBackend: Guard<SeenBackend> = objectOf<SeenBackend>({
  pid: isNumber,
  applicationName: isString,
  isVisible: isBoolean,
  isActive: isBoolean,
  text: nullable(isString),
  queryStart: nullable(isNumber),
  xactStart: nullable(isNumber),
  stateChange: nullable(isNumber),
});

const isLock: Guard<SeenLock> = objectOf<SeenLock>({
  pid: isNumber,
  lockType: isString,
  relation: nullable(isNumber),
  mode: isString,
  isGranted: isBoolean,
  transaction: isString,
  waitStart: nullable(isNumber),
  blockers: nullable(
    arrayOf(objectOf({ pid: isNumber, applicationName: nullable(isString), state: nullable(isString) })),
  ),
});

const isLook: Guard<Look> = objectOf<Look>({
  now: isNumber,
  tookMs: isNumber,
  wal: nullable(isNumber),
  backends: arrayOf(isBackend),
  locks: arrayOf(isLock),
  fresh: arrayOf(objectOf({ pid: isNumber, count: isNumber })),
  fileNodes: arrayOf(objectOf({ oid: isNumber, node: nullable(isNumber) })),
});
