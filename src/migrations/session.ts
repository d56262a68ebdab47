/** Connections as Prisma's native engine makes them. */
import type { Logger } from '../log.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';

/** Opens a connection; the caller closes it. */
export type OpenConnection = (uri: string, applicationName: string) => Promise<PostgresConnection>;

export interface OpenOptions {
  readonly log: Logger;
  /** Aborts the attempt to connect. */
  readonly signal: AbortSignal;
  /** Milliseconds for getting a connection. */
  readonly timeoutMs: number;
}

/**
 * Connections with patience, whose limits are the server's and the role's own: Prisma sets none, so a
 * `statement_timeout` of the role must stop a migration here as it will in production.
 */
export function connectionOpener(options: OpenOptions): OpenConnection {
  return async (uri, applicationName) => {
    const connection = await connectWhenReady({ ...options, uri, applicationName });
    await connection.client.query(
      'RESET statement_timeout; RESET lock_timeout; RESET idle_in_transaction_session_timeout',
    );
    return connection;
  };
}

/** The schema that holds Prisma's history: the URI's `schema` parameter, else `public`. */
export function schemaOf(uri: string): string {
  return parseConnectionUri(uri).parameters.get('schema') ?? 'public';
}
