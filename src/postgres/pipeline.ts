/** Many small statements without waiting for one answer before the next is sent. */
import type { Socket } from 'node:net';
import type { Client } from 'pg';
import { type Row, rowsOf } from './row.ts';
import { sqlStateOf } from './sqlstate.ts';

/** What became of one statement: its rows, or the server's refusal. */
export type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'refused'; readonly error: Error };

/**
 * `extended` takes exactly one statement: what hides a second one (`…; COMMIT`) is refused by the server. `simple` is for what
 * that protocol cannot do: EXPLAIN (GENERIC_PLAN) of a text with `$1`, which it would want a value for.
 */
export interface PipelinedStatement {
  readonly text: string;
  readonly protocol: 'extended' | 'simple';
}

interface Pipeline {
  readonly client: Client;
  readonly socket: Socket;
  readonly signal: AbortSignal;
  readonly cancel: () => Promise<void>;
}

/** So many are on their way at once; more would only fill buffers. */
const inFlight = 200;

/**
 * Runs the statements in their order. A refusal does not keep the next ones from running.
 * @throws the signal's reason after an abort, which ends the connection; what broke the connection
 */
export async function sendAll(
  pipeline: Pipeline,
  statements: readonly PipelinedStatement[],
): Promise<readonly Answer[]> {
  const { client, socket, signal, cancel } = pipeline;
  const onAbort = () => {
    void cancel();
    socket.destroy();
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', onAbort, { once: true });
  const answers: Answer[] = [];
  try {
    for (let start = 0; start < statements.length; start += inFlight) {
      const sent = statements.slice(start, start + inFlight).map((statement) => send(client, statement));
      for (const answer of await Promise.allSettled(sent)) answers.push(answerOf(answer));
    }
    return answers;
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function send(client: Client, { text, protocol }: PipelinedStatement): Promise<unknown> {
  if (protocol === 'simple') return client.query(text);
  // `queryMode` is not in the types of `pg`.
  const query = { text, queryMode: 'extended' };
  return client.query(query);
}

function answerOf(settled: PromiseSettledResult<unknown>): Answer {
  if (settled.status === 'fulfilled') return { kind: 'rows', rows: rowsOf(settled.value) };
  const error: unknown = settled.reason;
  if (error instanceof Error && sqlStateOf(error) !== undefined) return { kind: 'refused', error };
  throw error;
}
