/** Runs a statement that cannot run in a transaction, stopped at each point where it can be made to wait. */
import type { Form, Hold } from './form.ts';
import { type ModeOnRelation, readLocks } from './relations.ts';
import type { MeasuringServer } from './server.ts';

/** @returns every lock that was seen at one of the stops, held or waited for */
export async function runHeld(
  server: MeasuringServer,
  form: Form,
  hold: Hold,
): Promise<readonly ModeOnRelation[]> {
  const { work, observer } = server;
  await observer.query('SELECT pg_catalog.pg_advisory_lock(1)');
  await work.query(`SET lock_facts.gate = 'shut'`);
  const turns = holdersInTurn(server, form, hold);
  await turns.begin();
  const run = watch(work.query(form.statement));
  const seen: ModeOnRelation[] = [];
  try {
    for (;;) {
      const stop = await nextStop(server, run);
      if (stop === 'ended') break;
      seen.push(...(await readLocks(observer, server.workPid)));
      if (stop === 'advisory') await observer.query('SELECT pg_catalog.pg_advisory_unlock_all()');
      else if (stop === 'relation') await turns.end();
      else await turns.next();
    }
    await run.done;
  } finally {
    await turns.end();
    await observer.query('SELECT pg_catalog.pg_advisory_unlock_all()');
    await run.done.catch(() => {});
    await work.query('RESET lock_facts.gate');
  }
  if (seen.length === 0)
    throw new Error(`${form.id}: the statement did not wait for the transaction that holds it.`);
  return seen;
}

interface Turns {
  begin(): Promise<void>;
  /** Opens a transaction, then ends the one before. */
  next(): Promise<void>;
  /** Ends the open one, if there is one. */
  end(): Promise<void>;
}

/** Repeatable read: an index that is built concurrently waits for old snapshots too. */
function holdersInTurn({ holders }: MeasuringServer, { id }: Form, hold: Hold): Turns {
  let turn = 0;
  let isOpen = false;
  const holder = (number: number) => holders[number % 2 === 0 ? 0 : 1];
  const open = (number: number) =>
    holder(number).query(
      `SET search_path = "${id}"; BEGIN ISOLATION LEVEL REPEATABLE READ; ${hold.transaction}; SELECT 1`,
    );
  return {
    async begin() {
      await open(turn);
      isOpen = true;
    },
    async next() {
      await open(turn + 1);
      await holder(turn).query('ROLLBACK');
      turn += 1;
    },
    async end() {
      if (isOpen) await holder(turn).query('ROLLBACK');
      isOpen = false;
    },
  };
}

interface Watched {
  readonly done: Promise<unknown>;
  isOver(): boolean;
}

function watch(done: Promise<unknown>): Watched {
  let over = false;
  done.then(
    () => (over = true),
    () => (over = true),
  );
  return { done, isOver: () => over };
}

/**
 * Looks until the statement waits for a lock, or is done. Only the observer and the holders have locks that it can wait
 * for, so it stays there until one of them is told to go on.
 */
async function nextStop(server: MeasuringServer, run: Watched): Promise<string> {
  while (!run.isOver()) {
    const { rows } = await server.observer.query(
      'SELECT locktype FROM pg_catalog.pg_locks WHERE pid = $1 AND NOT granted',
      [server.workPid],
    );
    if (rows[0] !== undefined) return rows[0].locktype;
  }
  return 'ended';
}
