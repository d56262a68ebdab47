import { type ConnectOptions, connect } from '../postgres/connect.ts';
import type { PostgresConnection } from '../postgres/connection.ts';

export type LongSessionOptions = Omit<ConnectOptions, 'settings'> & {
  /** Default: that of every session. */
  readonly lockTimeoutMs?: number;
};

/** A read-only session for work of hours: no time limit of the server's or the role's ends it. */
export async function openLongSession({
  lockTimeoutMs,
  ...options
}: LongSessionOptions): Promise<PostgresConnection> {
  const session = await connect({
    ...options,
    settings: {
      statementTimeoutMs: 0,
      idleInTransactionTimeoutMs: 0,
      isReadOnly: true,
      ...(lockTimeoutMs === undefined ? {} : { lockTimeoutMs }),
    },
  });
  try {
    if (session.serverVersion >= 170_000) await session.query('SET transaction_timeout = 0');
    return session;
  } catch (thrown) {
    await session[Symbol.asyncDispose]();
    throw thrown;
  }
}
