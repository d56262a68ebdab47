import type { Socket } from 'node:net';
import type { Client } from 'pg';
import { ExternalError } from '../errors.ts';
import { type CancelTarget, requestCancel } from './cancel.ts';
import { type Answer, type PipelinedStatement, sendAll } from './pipeline.ts';
import { type Row, rowsOf } from './row.ts';
import { sqlStateOf } from './sqlstate.ts';
import type { TlsFacts } from './tls.ts';

/** One session. Queries run one after another; close it with `await using`. */
export interface PostgresConnection extends AsyncDisposable {
  /** Such as 150018 for 15.18. */
  readonly serverVersion: number;
  /** Of the backend, as pg_stat_activity and pg_locks name it. */
  readonly pid: number;
  /** Undefined when the connection is not encrypted. */
  readonly tls: TlsFacts | undefined;
  /** For what `query` cannot do: notices, array rows, COPY. Its errors are handled; do not end it. */
  readonly client: Client;
  /**
   * Runs one statement, or several without values (the last one's rows come back).
   * @throws what `pg` throws for a refusal (see `sqlStateOf`), ExternalError when the connection is lost, the signal's
   * own reason when that was aborted
   */
  query(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Runs many statements, one after another, without a round trip for each where the connection `isPipelined`. A refusal is
   * an answer. @throws ExternalError when the connection is lost, the signal's own reason when that was aborted
   */
  queryAll(statements: readonly PipelinedStatement[]): Promise<readonly Answer[]>;
  /** Asks the server to cancel what runs now, over a second connection; that query then fails with 57014. */
  cancel(): Promise<void>;
}

export interface OpenSession {
  readonly client: Client;
  readonly socket: Socket;
  readonly signal: AbortSignal;
  readonly tls: TlsFacts | undefined;
  readonly cancelTarget: CancelTarget | undefined;
  readonly serverVersion: number;
  readonly pid: number;
}

/** A cancelled run has 7.5 s before the runner kills it: a query that does not stop by then loses its socket. */
const cancelGraceMs = 2000;
const closeGraceMs = 2000;

export function wrapSession(session: OpenSession): PostgresConnection {
  const { client, socket, signal, cancelTarget, ...facts } = session;
  const cancel = async () => {
    if (cancelTarget !== undefined) await requestCancel(cancelTarget, cancelGraceMs);
  };
  return {
    serverVersion: facts.serverVersion,
    pid: facts.pid,
    tls: facts.tls,
    client,
    cancel,
    query: (sql, values) => runQuery({ client, socket, signal, cancel }, sql, values),
    queryAll: (statements) => runAll({ client, socket, signal, cancel }, statements),
    [Symbol.asyncDispose]: () => closeClient(client, socket),
  };
}

interface Running {
  readonly client: Client;
  readonly socket: Socket;
  readonly signal: AbortSignal;
  readonly cancel: () => Promise<void>;
}

async function runQuery(running: Running, sql: string, values?: readonly unknown[]): Promise<readonly Row[]> {
  const { client, socket, signal, cancel } = running;
  signal.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = () => {
    timer = setTimeout(() => socket.destroy(), cancelGraceMs);
    void cancel();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return rowsOf(await (values === undefined ? client.query(sql) : client.query(sql, [...values])));
  } catch (thrown) {
    signal.throwIfAborted();
    throw isLost(thrown) ? connectionLost(thrown) : thrown;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

async function runAll(
  running: Running,
  statements: readonly PipelinedStatement[],
): Promise<readonly Answer[]> {
  try {
    return await sendAll(running, statements);
  } catch (thrown) {
    throw isLost(thrown) ? connectionLost(thrown) : thrown;
  }
}

/** What `pg` and sockets say when there is nobody left to ask. */
function isLost(thrown: unknown): boolean {
  if (!(thrown instanceof Error) || sqlStateOf(thrown) !== undefined) return false;
  if ('code' in thrown && (thrown.code === 'ECONNRESET' || thrown.code === 'EPIPE')) return true;
  return /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(
    thrown.message,
  );
}

function connectionLost(cause: unknown): ExternalError {
  return new ExternalError(
    'Postgres',
    'The connection was lost; whether the last statement took effect is not known.',
    {
      retryable: true,
      cause,
    },
  );
}

/** Says goodbye, but does not wait for a server that does not answer. */
export async function closeClient(client: Client, socket: Socket): Promise<void> {
  const timer = setTimeout(() => socket.destroy(), closeGraceMs);
  try {
    await client.end();
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}
