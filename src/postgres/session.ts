import type { Client } from 'pg';
import { numeric, rowsOf } from './row.ts';

/** Limits of a session, in milliseconds; 0 = none. What is left away gets the default below. */
export interface SessionSettings {
  readonly statementTimeoutMs?: number;
  readonly lockTimeoutMs?: number;
  readonly idleInTransactionTimeoutMs?: number;
  /** True: the server refuses every write of this session (SQLSTATE 25006). */
  readonly isReadOnly?: boolean;
}

const defaults = {
  statementTimeoutMs: 60_000,
  lockTimeoutMs: 10_000,
  idleInTransactionTimeoutMs: 60_000,
  isReadOnly: false,
} as const satisfies SessionSettings;

export interface SessionFacts {
  readonly serverVersion: number;
  readonly pid: number;
}

/**
 * Applies the settings and asks who answers, in one round trip. By a query, not by start-up parameters, which poolers
 * refuse. Through a pooler nothing is set: in transaction mode the next client would inherit it.
 */
export async function beginSession(
  client: Client,
  settings: SessionSettings | undefined,
  isPooled: boolean,
): Promise<SessionFacts> {
  const { statementTimeoutMs, lockTimeoutMs, idleInTransactionTimeoutMs, isReadOnly } = {
    ...defaults,
    ...settings,
  };
  if (isPooled && isReadOnly) throw new Error('A read-only session needs a direct connection.');
  const wanted = [
    ['statement_timeout', String(statementTimeoutMs)],
    ['lock_timeout', String(lockTimeoutMs)],
    ['idle_in_transaction_session_timeout', String(idleInTransactionTimeoutMs)],
    ...(isReadOnly ? [['default_transaction_read_only', 'on'] as const] : []),
  ] as const;
  const applied = isPooled ? [] : wanted;
  const columns = applied.map(
    (_, index) => `pg_catalog.set_config($${index * 2 + 1}, $${index * 2 + 2}, false)`,
  );
  const facts = [
    `pg_catalog.current_setting('server_version_num') AS server_version`,
    'pg_catalog.pg_backend_pid() AS pid',
  ];
  const result: unknown = await client.query(`SELECT ${[...columns, ...facts].join(', ')}`, applied.flat());
  const [row = {}] = rowsOf(result);
  return { serverVersion: numeric(row, 'server_version'), pid: numeric(row, 'pid') };
}
