import type { PostgresConnection } from '../../postgres/connection.ts';
import { numeric } from '../../postgres/row.ts';

/** What shows whether a pooler stands before the server. */
export interface PoolerSigns {
  /** What the URI says, such as Neon's `-pooler` host. */
  readonly uri: string | undefined;
  /** Proof of transaction pooling: two connections shared a backend, or one went from backend to backend. */
  readonly sharesBackends: boolean;
  /** The process id that the connection was given at its start is not its backend's: a proxy or pooler answered. */
  readonly isBehindProxy: boolean;
}

/**
 * Nothing is held while it looks: an open transaction would stop the second connection for good where the pool has a single
 * server connection.
 */
export async function readPoolerSigns(
  first: PostgresConnection,
  second: PostgresConnection,
  uri: string | undefined,
): Promise<PoolerSigns> {
  const [ofFirst, ofSecond] = [new Set<number>(), new Set<number>()];
  for (let round = 0; round < 3; round += 1) {
    ofFirst.add(await backendOf(first));
    ofSecond.add(await backendOf(second));
  }
  const isShared = [...ofFirst].some((pid) => ofSecond.has(pid));
  const given: unknown = 'processID' in first.client ? first.client.processID : undefined;
  return {
    uri,
    sharesBackends: isShared || ofFirst.size > 1 || ofSecond.size > 1,
    isBehindProxy: typeof given === 'number' && !ofFirst.has(given),
  };
}

async function backendOf(connection: PostgresConnection): Promise<number> {
  const rows = await connection.query('select pg_catalog.pg_backend_pid() as pid');
  return numeric(rows[0] ?? {}, 'pid');
}

/** Why it is taken for a pooler, or undefined. */
export function poolerProof({ uri, sharesBackends }: PoolerSigns): string | undefined {
  if (sharesBackends) return 'two connections share a server process, as with a pooler in transaction mode';
  return uri;
}
