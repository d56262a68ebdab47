/** The query behind a statement, in the statement's own transaction: what it holds, what it rewrote, what it wrote. */
import { arrayOf, type Guard, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import { probeColumn } from '../script-run.ts';

export interface ProbedLock {
  readonly oid: number;
  /** As `pg_locks.mode` names it. */
  readonly mode: string;
  /** Null once the relation is dropped, and for what has no storage. */
  readonly fileNode: number | null;
}

/** Times in milliseconds since 1970, by the server's clock. */
export interface Probe {
  /** When the server got the query that this probe is part of. */
  readonly received: number;
  /** When the statement before the probe was done. */
  readonly ended: number;
  /** When the probe was done, and the next statement began. */
  readonly resumed: number;
  /** Position in the write-ahead log, in bytes; null on a server that does not say. */
  readonly wal: number | null;
  /** Every lock that the transaction holds on a relation of the user's. */
  readonly locks: readonly ProbedLock[];
}

/** `OPERATOR(pg_catalog.=)`: a script may set any search_path. Object ids below 16384 are the system's own. */
export const probeQuery = `SELECT pg_catalog.json_build_object(
'received', EXTRACT(epoch FROM pg_catalog.statement_timestamp()) OPERATOR(pg_catalog.*) 1000,
'ended', EXTRACT(epoch FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000,
'wal', CASE WHEN pg_catalog.pg_is_in_recovery() THEN NULL ELSE pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(), '0/0') END,
'locks', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('oid', l.relation::pg_catalog.int8, 'mode', l.mode, 'fileNode', pg_catalog.pg_relation_filenode(l.relation)::pg_catalog.int8)), '[]')
 FROM pg_catalog.pg_locks l WHERE l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid() AND l.locktype OPERATOR(pg_catalog.=) 'relation'
 AND l.granted AND l.relation::pg_catalog.int8 OPERATOR(pg_catalog.>=) 16384),
'resumed', EXTRACT(epoch FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000)::pg_catalog.text AS ${probeColumn}`;

const isProbe: Guard<Probe> = objectOf<Probe>({
  received: isNumber,
  ended: isNumber,
  resumed: isNumber,
  wal: nullable(isNumber),
  locks: arrayOf(objectOf<ProbedLock>({ oid: isNumber, mode: isString, fileNode: nullable(isNumber) })),
});

/** Undefined for what no probe answers: a statement of the user's may have a column of that name. */
export function parseProbe(answer: string): Probe | undefined {
  try {
    const value: unknown = JSON.parse(answer);
    return isProbe(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
