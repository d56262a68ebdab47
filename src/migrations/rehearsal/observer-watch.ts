/** The observer's loop: when to look, over which connection, and what to do when that is lost. */
import { formatDuration } from '../../duration.ts';
import { errorMessage } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { sleep } from '../../wait.ts';
import type { OpenConnection } from '../session.ts';
import type { RelationState } from './measurement.ts';
import type { Observation } from './observation.ts';
import { createTracker, type ObservationTracker } from './observation-tracker.ts';
import type { Watched } from './observer-look.ts';
import { type ObserverSession, openObserverSession } from './observer-session.ts';
import { within } from './within.ts';

export interface ObserverOptions {
  readonly directUri: string;
  readonly open: OpenConnection;
  readonly who: Watched;
  /** Relations before the first pending migration: only these count. */
  readonly before: readonly RelationState[];
  readonly log: Logger;
}

export interface Watch {
  readonly options: ObserverOptions;
  readonly tracker: ObservationTracker;
  readonly done: AbortController;
  /** The first look, or the first failure. */
  readonly first: { readonly promise: Promise<void>; resolve(): void };
  readonly notes: Set<string>;
  session: ObserverSession | undefined;
  /** Sessions that were there before the first look. */
  olderPids: readonly number[] | undefined;
  textLimit: number | undefined;
  /** From the server's clock to `performance.now()`, by the look with the shortest round trip. */
  clock: { readonly offset: number; readonly roundTrip: number } | undefined;
  changedAt: number;
  /** What the server spent on the last look. */
  tookMs: number;
  lookedAt: number | undefined;
  looks: number;
  hasHidden: boolean;
  /** Lost connections, and the milliseconds between the looks before and after. */
  lost: { readonly times: number; readonly milliseconds: number; readonly isNow: boolean };
}

export function newWatch(options: ObserverOptions): Watch {
  let resolve = () => {};
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return {
    options,
    tracker: createTracker(options.before),
    done: new AbortController(),
    first: { promise, resolve: () => resolve() },
    notes: new Set(),
    session: undefined,
    olderPids: undefined,
    textLimit: undefined,
    clock: undefined,
    changedAt: performance.now(),
    tookMs: 0,
    lookedAt: undefined,
    looks: 0,
    hasHidden: false,
    lost: { times: 0, milliseconds: 0, isNow: false },
  };
}

const mostFailures = 10;

/** Looks until done, over a new connection where one is lost. Never rejects. */
export async function keepLooking(watch: Watch): Promise<void> {
  const { signal } = watch.done;
  let failures = 0;
  while (failures < mostFailures) {
    const looks = watch.looks;
    if (await lookOverOneConnection(watch)) return;
    // Who cannot look yet must not hold up the migration.
    watch.first.resolve();
    failures = watch.looks > looks ? 1 : failures + 1;
    // Once done, a connection that broke just before is replaced one more time, for the last look.
    if (signal.aborted && failures > 1) return;
    await sleep(Math.min(1000, 50 * 2 ** failures), signal).catch(() => {});
  }
  watch.notes.add(`The observer gave up after ${mostFailures} attempts: what ran later was not seen.`);
}

/** True when there is nothing left to do; false when the connection failed. */
async function lookOverOneConnection(watch: Watch): Promise<boolean> {
  try {
    await using session = await openSession(watch);
    if (session === undefined) return true;
    watch.session = session;
    await lookUntilDone(watch);
    return true;
  } catch (thrown) {
    watch.tracker.gap();
    watch.options.log.debug(`The observer's connection failed: ${errorMessage(thrown)}`);
    if (watch.looks === 0) watch.notes.add(`The observer got no connection: ${errorMessage(thrown)}`);
    else if (!watch.lost.isNow) watch.lost = { ...watch.lost, times: watch.lost.times + 1, isNow: true };
    return false;
  } finally {
    watch.session = undefined;
  }
}

/** A tool that connects after the observer needs a connection itself, or more than one. */
const roomForTools = 3;
const openAfterDoneMs = 2000;

/** Undefined: the observer must do without. */
async function openSession({ options, done, notes }: Watch): Promise<ObserverSession | undefined> {
  const roomFor = 'pid' in options.who ? 0 : roomForTools;
  const opening = openObserverSession({ ...options, roomFor });
  if (!(await untilLongDone(opening, done.signal))) {
    notes.add('The observer got no connection before the migrations were over.');
    // It may still come; nobody waits for it any more.
    void opening.then(
      (late) => (late.kind === 'opened' ? late.session[Symbol.asyncDispose]() : undefined),
      () => {},
    );
    return undefined;
  }
  const opened = await opening;
  if (opened.kind === 'opened') return opened.session;
  notes.add(
    `The migration is not observed: beside the observer the server takes ${opened.left} further connections, and the migration may need more.`,
  );
  return undefined;
}

/** False when it is not over two seconds after the end was asked for. */
async function untilLongDone(work: Promise<unknown>, done: AbortSignal): Promise<boolean> {
  const asked = new Promise<void>((resolve) => {
    if (done.aborted) resolve();
    else done.addEventListener('abort', () => resolve(), { once: true });
  });
  return Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    asked.then(() => within(openAfterDoneMs, work)),
  ]);
}

async function lookUntilDone(watch: Watch): Promise<void> {
  const { signal } = watch.done;
  while (!signal.aborted) {
    await lookNow(watch);
    watch.first.resolve();
    await sleep(pauseMs(watch), signal).catch(() => {});
  }
  await lookNow(watch);
  await lookNow(watch, watch.tracker.allFileNodes);
}

const shortestPauseMs = 5;
/** A session that is known by its process id reads its own locks: what is left are its waits and what cannot be probed. */
const paces = { probed: { longestMs: 250, growth: 0.1 }, watched: { longestMs: 100, growth: 0.05 } } as const;
/** Between two transactions the next may be a short one, and there is nothing to disturb. */
const longestIdlePauseMs = 20;
/** So long after a change it is looked often whatever that costs. */
const eagerMs = 100;
/** After that a small compute is left in peace: looks take at most a 25th of its time. */
const restPerLook = 25;
const longestRestMs = 250;

/** Grows with the time since anything changed, so that what is missed stays small against what is measured. */
function pauseMs({ changedAt, tracker, tookMs, options }: Watch): number {
  const { longestMs, growth } = 'pid' in options.who ? paces.probed : paces.watched;
  const calm = performance.now() - changedAt;
  const longest = tracker.isBusy() ? longestMs : longestIdlePauseMs;
  const pause = Math.min(longest, Math.max(shortestPauseMs, calm * growth));
  if (!tracker.isBusy() || calm < eagerMs) return pause;
  return Math.max(pause, Math.min(longestRestMs, tookMs * restPerLook));
}

/** @throws when the connection is lost; does nothing where there is none */
export async function lookNow(watch: Watch, fileNodesOf = watch.tracker.fileNodesToAsk()): Promise<void> {
  const { session, tracker, options } = watch;
  if (session === undefined) return;
  watch.olderPids ??= session.pids;
  watch.textLimit = session.textLimit;
  const { newestOid } = tracker;
  const sent = performance.now();
  const look = await session.look({ who: options.who, olderPids: watch.olderPids, newestOid, fileNodesOf });
  const received = performance.now();
  const roundTrip = received - sent;
  if (watch.clock === undefined || roundTrip < watch.clock.roundTrip)
    watch.clock = { offset: (sent + received) / 2 - look.now, roundTrip };
  if (tracker.add(look)) watch.changedAt = received;
  if (look.backends.some(({ isVisible }) => !isVisible)) watch.hasHidden = true;
  const { lost, lookedAt } = watch;
  if (lost.isNow)
    watch.lost = {
      ...lost,
      isNow: false,
      milliseconds: lost.milliseconds + received - (lookedAt ?? received),
    };
  watch.tookMs = look.tookMs;
  watch.lookedAt = received;
  watch.looks += 1;
}

export function observationOf(watch: Watch): Observation {
  const { tracker, looks, textLimit, clock } = watch;
  const statements = tracker.statements((serverMs) => serverMs + (clock?.offset ?? 0));
  return {
    statements: statements.toSorted((left, right) => left.start - right.start),
    rewrittenUnseen: tracker.rewrittenUnseen(),
    textLimit,
    looks,
    notes: [...watch.notes, ...notesOf(watch, statements.length === 0)],
  };
}

function notesOf({ lost, hasHidden, tracker, looks, options }: Watch, isEmpty: boolean): readonly string[] {
  const notes: string[] = [];
  const gaps = lost.isNow ? 'to the end' : `for ${formatDuration(lost.milliseconds)} in all`;
  if (lost.times > 0)
    notes.push(`The observer lost its connection (times: ${lost.times}) and saw nothing ${gaps}.`);
  if (hasHidden)
    notes.push(
      'The observer may not read what the migrating session runs (another role, without pg_read_all_stats; or track_activities is off): locks were seen by transaction, statements were not.',
    );
  if (tracker.leftOut() > 0)
    notes.push(
      `${tracker.leftOut()} statements that blocked nobody were left out: too many sessions were at work.`,
    );
  for (const { schema, name } of tracker.rewrittenUnseen())
    notes.push(`${schema}.${name} got new storage from a statement whose lock was too short to be seen.`);
  if (isEmpty && looks > 0 && !('pid' in options.who))
    notes.push('No session of the migrating tool was seen at work in this database.');
  return notes;
}
