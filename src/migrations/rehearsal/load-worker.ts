/** One connection of the load: an operation at a time, table after table, at a bounded rate. */
import { errorMessage } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import { sleep } from '../../wait.ts';
import type { LoadQuery } from './load-table.ts';
import { countError, countOperation, type Operation, type TableTally } from './load-tally.ts';
import { within } from './within.ts';

export interface Target {
  readonly tally: TableTally;
  readonly queries: readonly LoadQuery[];
  turn: number;
  /** `performance.now()` before which it is left alone; Infinity: for good. */
  restsUntil: number;
}

export interface WorkerOptions {
  readonly operation: Operation;
  readonly targets: readonly Target[];
  /** A connection with its limits set. */
  open(): Promise<PostgresConnection>;
  /** Milliseconds between two operations. */
  readonly everyMs: number;
  currentMigration(): string | undefined;
  /** Aborted: the last round begins. */
  readonly done: AbortSignal;
  /** Aborted: no last round, and what runs is cancelled. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

interface Worker {
  readonly options: WorkerOptions;
  connection: PostgresConnection;
  isStopping: boolean;
}

const lastRoundMs = 3000;
const cancelMs = 2000;

/** Works until done, then every target once more, so that what the last statement broke is met. Never rejects. */
export async function runWorker(options: WorkerOptions, connection: PostgresConnection): Promise<void> {
  const worker: Worker = { options, connection, isStopping: false };
  const ended = AbortSignal.any([options.done, options.signal]);
  const working = workUntil(worker, ended).catch((thrown: unknown) => {
    options.log.notice(
      `Load: no more ${options.operation}s, there is no connection: ${errorMessage(thrown)}`,
    );
  });
  await untilAborted(ended);
  const patience = options.signal.aborted ? 0 : lastRoundMs;
  if (!(await within(patience, working))) {
    worker.isStopping = true;
    await worker.connection.cancel();
    await within(cancelMs, working);
  }
  await close(worker.connection);
}

/** Closing says goodbye; a server that is gone does not hear it. */
async function close(connection: PostgresConnection): Promise<void> {
  try {
    await connection[Symbol.asyncDispose]();
  } catch {}
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function workUntil(worker: Worker, ended: AbortSignal): Promise<void> {
  const { targets, everyMs, signal } = worker.options;
  for (let place = 0; !ended.aborted && targets.length > 0; place = (place + 1) % targets.length) {
    const target = targets[place];
    if (target !== undefined && target.restsUntil <= performance.now()) await operate(worker, target);
    await sleep(everyMs, ended).catch(() => {});
  }
  for (const target of targets)
    if (!signal.aborted && !worker.isStopping && target.restsUntil !== Number.POSITIVE_INFINITY)
      await operate(worker, target);
}

/** After an error a table is left alone for a second: it is counted, not hammered. */
const restMs = 1000;

async function operate(worker: Worker, target: Target): Promise<void> {
  const { operation, currentMigration, signal } = worker.options;
  const query = target.queries[target.turn % target.queries.length];
  if (query === undefined) return;
  target.turn += 1;
  const before = currentMigration();
  const start = performance.now();
  let thrown: unknown;
  try {
    await worker.connection.query(query.sql, query.values);
  } catch (error) {
    thrown = error;
  }
  const end = performance.now();
  const during = before ?? currentMigration();
  const isCutOff = sqlStateOf(thrown) === sqlState.queryCanceled || signal.aborted;
  countOperation(target.tally, { operation, start, end, during, isCutOff });
  if (thrown !== undefined && !signal.aborted) await recover(worker, target, { thrown, during });
}

interface Failure {
  readonly thrown: unknown;
  readonly during: string | undefined;
}

async function recover(worker: Worker, target: Target, { thrown, during }: Failure): Promise<void> {
  const { operation, log } = worker.options;
  const state = sqlStateOf(thrown);
  const { schema, name } = target.tally.table;
  if (state === sqlState.divisionByZero && operation === 'write') {
    target.restsUntil = Number.POSITIVE_INFINITY;
    log.info(
      `Load: ${schema}.${name} is only read from now on: it has a trigger, a rule or a foreign partition.`,
    );
  } else if (state !== sqlState.queryCanceled) {
    countError(target.tally, thrown, { operation, during });
    target.restsUntil = performance.now() + restMs;
  }
  await backToOrder(worker);
}

/** Ends the transaction that an error left; over a new connection where this one is gone, and with it the transaction. */
async function backToOrder(worker: Worker): Promise<void> {
  const { open, done } = worker.options;
  try {
    await worker.connection.query('ROLLBACK');
  } catch {
    await close(worker.connection);
    await sleep(restMs, done).catch(() => {});
    const fresh = await open();
    if (worker.isStopping) await close(fresh);
    else worker.connection = fresh;
  }
}
