/** The observer's own connection: made for many small looks, and given up where the migration would miss it. */
import type { PostgresConnection } from '../../postgres/connection.ts';
import { numeric, type Row } from '../../postgres/row.ts';
import type { OpenConnection } from '../session.ts';
import { type Look, type LookRequest, lookOnce, sessionsQuery } from './observer-look.ts';

export interface ObserverSession extends AsyncDisposable {
  /** Sessions of the database when it was opened. */
  readonly pids: readonly number[];
  /** `track_activity_query_size` in bytes. */
  readonly textLimit: number;
  look(request: LookRequest): Promise<Look>;
}

export type Opened =
  | { readonly kind: 'opened'; readonly session: ObserverSession }
  /** The server takes so few connections that the migration might get none. */
  | { readonly kind: 'no room'; readonly left: number };

export interface ObserverSessionOptions {
  readonly open: OpenConnection;
  readonly directUri: string;
  /** Connections that must stay free for others, or this one is closed again. */
  readonly roomFor: number;
}

/** @throws what `open` and `pg` throw */
export async function openObserverSession(options: ObserverSessionOptions): Promise<Opened> {
  const connection = await options.open(options.directUri, 'database-actions/observer');
  try {
    await connection.client.query(settings);
    const [facts = {}] = await connection.query(factsQuery);
    const left = roomLeft(facts);
    if (left < options.roomFor) {
      await connection[Symbol.asyncDispose]();
      return { kind: 'no room', left };
    }
    const pids = (await connection.query(sessionsQuery)).map((row) => numeric(row, 'pid'));
    return { kind: 'opened', session: sessionOver(connection, pids, numeric(facts, 'text_limit')) };
  } catch (thrown) {
    await connection[Symbol.asyncDispose]();
    throw thrown;
  }
}

function sessionOver(
  connection: PostgresConnection,
  pids: readonly number[],
  textLimit: number,
): ObserverSession {
  return {
    pids,
    textLimit,
    look: (request) => lookOnce(connection, request),
    [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose](),
  };
}

/**
 * A look must be cheap (no planning again, no compiling) and must not hang. With an empty search_path no operator of the
 * database's own schemas can stand before that of pg_catalog.
 */
const settings = `SET search_path = '';
SET jit = off;
SET plan_cache_mode = force_generic_plan;
SET max_parallel_workers_per_gather = 0;
SET statement_timeout = '10s'`;

/** Connections left to this role by the server, the database and itself; of a superuser nothing is asked but the server. */
const factsQuery = `
WITH sessions AS (
  SELECT a.usesysid = r.oid AS same_role, a.datid = d.oid AS same_database
    FROM pg_catalog.pg_stat_activity a, pg_catalog.pg_roles r, pg_catalog.pg_database d
   WHERE a.datid IS NOT NULL AND a.usesysid IS NOT NULL
     AND r.rolname = current_user AND d.datname = pg_catalog.current_database()
)
SELECT pg_catalog.pg_size_bytes(pg_catalog.current_setting('track_activity_query_size')) AS text_limit,
       pg_catalog.current_setting('max_connections')::int
         - CASE WHEN r.rolsuper THEN 0 ELSE pg_catalog.current_setting('superuser_reserved_connections')::int
             + coalesce(pg_catalog.current_setting('reserved_connections', true)::int, 0) END
         - (SELECT pg_catalog.count(*) FROM sessions) AS server_left,
       CASE WHEN r.rolconnlimit >= 0 AND NOT r.rolsuper
            THEN r.rolconnlimit - (SELECT pg_catalog.count(*) FROM sessions WHERE same_role) END AS role_left,
       CASE WHEN d.datconnlimit >= 0 AND NOT r.rolsuper
            THEN d.datconnlimit - (SELECT pg_catalog.count(*) FROM sessions WHERE same_database) END AS database_left
  FROM pg_catalog.pg_roles r, pg_catalog.pg_database d
 WHERE r.rolname = current_user AND d.datname = pg_catalog.current_database()`;

function roomLeft(facts: Row): number {
  const limits = ['server_left', 'role_left', 'database_left'].filter((name) => facts[name] !== null);
  return Math.min(...limits.map((name) => numeric(facts, name)));
}
