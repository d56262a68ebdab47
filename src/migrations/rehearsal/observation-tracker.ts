/** Folds looks into what they show together. Pure: no connection, no clock. */

import type { RelationRef, RelationState } from './measurement.ts';
import type { ObservedLock, ObservedStatement, ObservedWait } from './observation.ts';
import { createRewrites, type Rewrites } from './observed-rewrites.ts';
import {
  endSession,
  type SessionContext,
  type TrackedLock,
  type TrackedSession,
  type TrackedStatement,
  type TrackedWait,
  updateSession,
} from './observed-session.ts';
import type { Look, SeenLock } from './observer-look.ts';
import { refOf } from './relation-ref.ts';

export interface ObservationTracker {
  /**
   * Looks must come in the order of their clocks. True: something differs from the look before (a statement, a lock, a
   * wait, a session).
   */
  add(look: Look): boolean;
  /** Looks are missing between the last and the next. */
  gap(): void;
  /** A watched session was in a transaction at the last look. */
  isBusy(): boolean;
  /** Relations whose storage the next look should ask for. */
  fileNodesToAsk(): readonly number[];
  /** Every relation that had storage: for the last look. */
  readonly allFileNodes: readonly number[];
  /** Highest oid of what was there before. */
  readonly newestOid: number;
  /** @param toLocal from the server's clock to that of the observation */
  statements(toLocal: (serverMs: number) => number): readonly ObservedStatement[];
  rewrittenUnseen(): readonly RelationRef[];
  /** How many statements were seen and left out, since there were too many. */
  leftOut(): number;
}

/** Beyond, statements that block nobody are not kept: whoever runs so many is an application, not a migration. */
const mostStatements = 5000;

interface Tracking {
  readonly rewrites: Rewrites;
  readonly relations: ReadonlyMap<number, RelationRef>;
  readonly tableOf: ReadonlyMap<number, number>;
  readonly sessions: Map<number, TrackedSession>;
  readonly kept: TrackedStatement[];
  transactions: number;
  leftOut: number;
  begin: number | undefined;
  last: Look | undefined;
  lastSigns: string;
  afterGap: boolean;
}

export function createTracker(before: readonly RelationState[]): ObservationTracker {
  const rewrites = createRewrites(before);
  const tracking: Tracking = {
    rewrites,
    relations: new Map(before.map((state) => [state.oid, refOf(state)])),
    tableOf: new Map(
      before.flatMap(({ oid, tableOid }) => (tableOid === undefined ? [] : [[oid, tableOid] as const])),
    ),
    sessions: new Map(),
    kept: [],
    transactions: 0,
    leftOut: 0,
    begin: undefined,
    last: undefined,
    lastSigns: '',
    afterGap: false,
  };
  return {
    add(look) {
      addLook(tracking, look);
      rewrites.see(look);
      const signs = signsOf(look);
      const isChanged = signs !== tracking.lastSigns;
      Object.assign(tracking, { last: look, lastSigns: signs, afterGap: false });
      return isChanged;
    },
    gap() {
      tracking.afterGap = true;
    },
    isBusy: () => [...tracking.sessions.values()].some(({ transaction }) => transaction !== undefined),
    fileNodesToAsk: rewrites.toAsk,
    allFileNodes: rewrites.all,
    newestOid: before.reduce((newest, { oid }) => Math.max(newest, oid), 0),
    statements: (toLocal) => tracking.kept.map((statement) => plain(statement, tracking, toLocal)),
    rewrittenUnseen: () => rewrites.unseen.map(refOf),
    leftOut: () => tracking.leftOut,
  };
}

function addLook(tracking: Tracking, look: Look): void {
  const { sessions, last, afterGap } = tracking;
  tracking.begin ??= look.now;
  const common = {
    now: look.now,
    wal: look.wal,
    earlierWal: last?.wal ?? null,
    earlier: last?.now,
    afterGap,
  };
  const context = contextOf(tracking, tracking.begin);
  const locks = locksBySession(look);
  const fresh = new Map(look.fresh.map(({ pid, count }) => [pid, count]));
  const present = new Set<number>();
  for (const backend of look.backends) {
    const { pid } = backend;
    present.add(pid);
    const session = sessions.get(pid) ?? newSession(pid);
    sessions.set(pid, session);
    const view = { ...common, backend, locks: locks.get(pid) ?? [], fresh: fresh.get(pid) ?? 0 };
    updateSession(session, view, context);
  }
  for (const [pid, session] of sessions) {
    if (present.has(pid)) continue;
    endSession(session, common);
    sessions.delete(pid);
  }
}

function locksBySession({ locks }: Look): ReadonlyMap<number, readonly SeenLock[]> {
  const bySession = new Map<number, SeenLock[]>();
  for (const lock of locks) {
    const known = bySession.get(lock.pid);
    if (known === undefined) bySession.set(lock.pid, [lock]);
    else known.push(lock);
  }
  return bySession;
}

function newSession(pid: number): TrackedSession {
  return { pid, statement: undefined, transaction: undefined, locks: new Map(), lastLook: undefined };
}

function contextOf(tracking: Tracking, begin: number): SessionContext {
  return {
    relations: tracking.relations,
    tableOf: tracking.tableOf,
    begin,
    nextTransaction() {
      tracking.transactions += 1;
      return tracking.transactions;
    },
    keep(statement) {
      tracking.kept.push(statement);
      if (tracking.kept.length > mostStatements) leaveOut(tracking);
    },
    exclusive: (lock, { transaction }) => tracking.rewrites.suspect({ lock, transaction }),
  };
}

/** One that is over, locks nothing that was there and rewrote nothing. */
function leaveOut(tracking: Tracking): void {
  const { kept } = tracking;
  const weak = kept.findIndex(
    ({ end, locks, rewritten }) =>
      end !== undefined && rewritten.length === 0 && locks.every(({ mode }) => weakModes.has(mode)),
  );
  if (weak < 0) return;
  kept.splice(weak, 1);
  tracking.leftOut += 1;
}

const weakModes: ReadonlySet<string> = new Set(['AccessShareLock', 'RowShareLock', 'RowExclusiveLock']);

/** What a change shows in. */
function signsOf({ backends, locks }: Look): string {
  const who = backends.map(({ pid, queryStart, xactStart, isActive }) => [
    pid,
    queryStart,
    xactStart,
    isActive,
  ]);
  const what = locks.map(({ pid, relation, mode, isGranted, transaction }) => [
    pid,
    relation,
    mode,
    isGranted,
    transaction,
  ]);
  return JSON.stringify([who, what]);
}

function plain(
  statement: TrackedStatement,
  { last, sessions }: Tracking,
  toLocal: (serverMs: number) => number,
): ObservedStatement {
  const { pid, applicationName, transaction, text, rewritten } = statement;
  const isRunning = statement.end === undefined && sessions.get(pid)?.statement === statement;
  const end = statement.end ?? Math.max(statement.lastSeen, statement.start);
  const walEnd = statement.end === undefined ? (last?.wal ?? null) : statement.walEnd;
  const { walStart } = statement;
  return {
    pid,
    applicationName,
    transaction,
    text,
    start: toLocal(statement.start),
    end: toLocal(end),
    isRunning,
    locks: statement.locks.map((lock) => plainLock(lock, toLocal)),
    waits: [...statement.waits.values()].map((wait) => plainWait(wait, toLocal)),
    rewritten: rewritten.map(refOf).toSorted((left, right) => left.oid - right.oid),
    walBytes: walStart === null || walEnd === null ? undefined : walEnd - walStart,
  };
}

function plainLock(lock: TrackedLock, toLocal: (serverMs: number) => number): ObservedLock {
  const { relation, mode, waitedMs } = lock;
  return {
    relation,
    mode,
    start: toLocal(lock.start),
    end: toLocal(lock.end ?? lock.lastSeen),
    firstSeen: toLocal(lock.firstSeen),
    lastSeen: toLocal(lock.lastSeen),
    waitedMs,
  };
}

function plainWait(wait: TrackedWait, toLocal: (serverMs: number) => number): ObservedWait {
  const { lockType, mode, relation } = wait;
  return {
    lockType,
    mode,
    relation,
    start: toLocal(wait.start),
    end: toLocal(wait.end),
    blockedBy: [...wait.blockers.values()].toSorted((left, right) => left.pid - right.pid),
  };
}
