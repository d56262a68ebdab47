/** Looks at a running statement from a second connection: what it waits for, and how to end it. */
import { formatDuration } from '../duration.ts';
import type { Logger } from '../log.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { sleep } from '../wait.ts';
import type { OpenConnection } from './session.ts';

/** Whom to look at: a connection of ours, or whoever gave that application name. */
export type Backend = Pick<PostgresConnection, 'pid' | 'cancel'> | { readonly applicationName: string };

export interface WatchOptions {
  readonly backend: Backend;
  readonly directUri: string;
  readonly open: OpenConnection;
  readonly log: Logger;
  readonly everyMs: number;
  /** Aborting cancels what the backend runs. */
  readonly signal: AbortSignal;
}

/** Runs `work`; while it runs, logs what the backend waits for every `everyMs`, and cancels its query on abort. */
export async function watched<T>(options: WatchOptions, what: string, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const observer = lazyObserver(options);
  const started = performance.now();
  const watching = [
    reportLoop({ options, observer, done: done.signal, what, started }),
    cancelLoop({ options, observer, done: done.signal }),
  ];
  try {
    return await work();
  } finally {
    done.abort();
    await Promise.allSettled(watching);
    await observer.end();
  }
}

interface Observer {
  query(sql: string, values: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  end(): Promise<void>;
}

/** Connects only when there is something to ask: most migrations are over before. */
function lazyObserver({ directUri, open }: WatchOptions): Observer {
  let opening: Promise<PostgresConnection> | undefined;
  return {
    async query(sql, values) {
      opening ??= open(directUri, 'database-actions/observer');
      return (await opening).query(sql, values);
    },
    async end() {
      await opening?.then((connection) => connection[Symbol.asyncDispose]()).catch(() => {});
    },
  };
}

interface Loop {
  readonly options: WatchOptions;
  readonly observer: Observer;
  readonly done: AbortSignal;
}

async function reportLoop(loop: Loop & { what: string; started: number }): Promise<void> {
  const { options, observer, done, what, started } = loop;
  for (;;) {
    await sleep(options.everyMs, done);
    const waits = await describe(observer, options.backend).catch(() => 'its state cannot be read');
    options.log.info(`${what}: still running after ${formatDuration(performance.now() - started)}, ${waits}`);
  }
}

const sameBackend = '(pid = $1 OR application_name = $2)';

function backendValues(backend: Backend): readonly unknown[] {
  return 'pid' in backend ? [backend.pid, null] : [null, backend.applicationName];
}

async function describe(observer: Observer, backend: Backend): Promise<string> {
  const [state] = await observer.query(
    `SELECT wait_event_type, wait_event, pg_catalog.pg_blocking_pids(pid) AS blockers
       FROM pg_catalog.pg_stat_activity
      WHERE ${sameBackend} AND state = 'active' LIMIT 1`,
    backendValues(backend),
  );
  if (state === undefined) return 'the database is idle';
  const { blockers } = state;
  if (!Array.isArray(blockers) || blockers.length === 0) {
    const { wait_event_type: type, wait_event: event } = state;
    return typeof type === 'string' ? `waiting for ${type} ${String(event)}` : 'at work';
  }
  const holders = await describeBlockers(observer, blockers);
  // Prepared transactions hold locks without a process; pg_blocking_pids gives them as 0.
  return `waiting for a lock held by ${holders.join('; ') || 'a prepared transaction (see pg_prepared_xacts)'}`;
}

async function describeBlockers(observer: Observer, pids: readonly unknown[]): Promise<readonly string[]> {
  const rows = await observer.query(
    `SELECT pid, usename, application_name, state, pg_catalog.left(pg_catalog.regexp_replace(query, '\\s+', ' ', 'g'), 120) AS query,
            extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(xact_start, query_start)) * 1000 AS age
       FROM pg_catalog.pg_stat_activity WHERE pid = ANY ($1) ORDER BY pid`,
    [pids],
  );
  return rows.map(({ pid, usename, application_name: application, state, query, age }) => {
    const who = [usename, application].filter((part) => typeof part === 'string' && part !== '').join(', ');
    return `pid ${String(pid)} (${who}; ${String(state)}, transaction open for ${formatDuration(Number(age))}): ${String(query)}`;
  });
}

const patientCancels = 10;

/** A connection of ours is cancelled by the protocol, which needs no free connection slot. */
async function stopBackend(observer: Observer, backend: Backend, isPatient: boolean): Promise<void> {
  if (isPatient && 'cancel' in backend) return backend.cancel();
  const verb = isPatient ? 'pg_cancel_backend' : 'pg_terminate_backend';
  await observer.query(
    `SELECT pg_catalog.${verb}(pid) FROM pg_catalog.pg_stat_activity WHERE ${sameBackend}`,
    backendValues(backend),
  );
}

/** Cancels until the work is over: a cancel that comes between two statements is lost. */
async function cancelLoop({ options, observer, done }: Loop): Promise<void> {
  await untilAborted(AbortSignal.any([options.signal, done]));
  for (let attempt = 0; !done.aborted; attempt += 1) {
    await stopBackend(observer, options.backend, attempt < patientCancels).catch(() => {});
    await sleep(500, done);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
