/** One watched session, from look to look: its statements, its transaction, its locks and waits. Times are the server's. */
import { compareLockModes, isLockMode, type LockMode } from './lock-mode.ts';
import type { RelationRef } from './measurement.ts';
import type { Blocker } from './observation.ts';
import type { SeenBackend, SeenLock } from './observer-look.ts';
import { isQuery } from './statement-text.ts';

export interface TrackedLock {
  readonly taker: TrackedStatement;
  readonly relation: RelationRef;
  readonly mode: LockMode;
  readonly start: number;
  readonly firstSeen: number;
  readonly waitedMs: number;
  lastSeen: number;
  end: number | undefined;
}

export interface TrackedWait {
  readonly lockType: string;
  readonly mode: string;
  readonly relation: RelationRef | undefined;
  readonly start: number;
  end: number;
  readonly blockers: Map<number, Blocker>;
}

export interface TrackedStatement {
  /** Tells one statement of a session from the next. */
  readonly key: string;
  readonly pid: number;
  readonly applicationName: string;
  readonly transaction: number;
  readonly text: string | undefined;
  readonly start: number;
  readonly walStart: number | null;
  readonly locks: TrackedLock[];
  readonly waits: Map<string, TrackedWait>;
  readonly rewritten: RelationRef[];
  /** It created relations: a table's new storage is one until it is swapped in. */
  madeStorage: boolean;
  lastSeen: number;
  end: number | undefined;
  walEnd: number | null;
}

export interface TrackedTransaction {
  readonly key: string;
  readonly number: number;
  /** By the server's clock; undefined where it may not be read. */
  readonly start: number | undefined;
  readonly statements: TrackedStatement[];
  /** How many new relations it held exclusively at the last look. */
  fresh: number;
}

export interface TrackedSession {
  readonly pid: number;
  statement: TrackedStatement | undefined;
  transaction: TrackedTransaction | undefined;
  /** Not yet let go of, by relation and mode. */
  readonly locks: Map<string, TrackedLock>;
  /** The last look whose locks counted; undefined before the first. */
  lastLook: number | undefined;
}

/** What a look says about one session, beside its own row. */
export interface SessionView {
  readonly backend: SeenBackend;
  readonly locks: readonly SeenLock[];
  readonly fresh: number;
  readonly now: number;
  readonly wal: number | null;
  /** Position of the log at the look before; null where there was none. */
  readonly earlierWal: number | null;
  /** The look before; undefined at the first. */
  readonly earlier: number | undefined;
  /** True when looks are missing before this one. */
  readonly afterGap: boolean;
}

export interface SessionContext {
  readonly relations: ReadonlyMap<number, RelationRef>;
  /** The table of an index or TOAST table. */
  readonly tableOf: ReadonlyMap<number, number>;
  /** The first look. */
  readonly begin: number;
  nextTransaction(): number;
  /** Takes the statement into the observation. */
  keep(statement: TrackedStatement): void;
  /** A lock in ACCESS EXCLUSIVE mode was granted. */
  exclusive(lock: TrackedLock, session: TrackedSession): void;
}

/** The statement that the session shows; undefined where it shows none. */
export function statementKey({ backend, locks }: SessionView): string | undefined {
  if (backend.isVisible) return backend.queryStart === null ? undefined : `at ${backend.queryStart}`;
  return transactionKey({ backend, locks });
}

/** The open transaction; undefined where there is none. Of a session that may not be read, locks tell: each has its own id's. */
export function transactionKey({
  backend,
  locks,
}: Pick<SessionView, 'backend' | 'locks'>): string | undefined {
  if (backend.isVisible) return backend.xactStart === null ? undefined : `at ${backend.xactStart}`;
  return locks[0]?.transaction;
}

/** Takes in what a look says. */
export function updateSession(session: TrackedSession, view: SessionView, context: SessionContext): void {
  const key = statementKey(view);
  const previous = session.statement;
  if (previous !== undefined && previous.key !== key) endStatement(previous, view, supersededAt(view));
  updateTransaction(session, view, context);
  if (key !== undefined && key !== previous?.key) beginStatement(session, view, { context, key });
  else if (key === undefined) session.statement = undefined;
  seeStatement(session, view);
  if (!locksAreCurrent(view)) return;
  updateWaits(session, view, context);
  updateLocks(session, view, context);
  seeNewStorage(session, view);
  // The locks were read before this row, and the transaction ended in between.
  if (transactionKey(view) === undefined)
    closeLocks(session, (lock) => Math.max(lock.lastSeen, view.backend.stateChange ?? view.now));
  session.lastLook = view.now;
}

/** The session is gone: everything that it had ended by now. */
export function endSession(
  session: TrackedSession,
  view: Omit<SessionView, 'backend' | 'locks' | 'fresh'>,
): void {
  if (session.statement !== undefined) endStatement(session.statement, view, view.now);
  closeLocks(session, (lock) => latest(lock.lastSeen, view.now, view));
}

/** A statement that began after the clock of the look was read may have come between the locks and this row. */
function locksAreCurrent({ backend, now }: SessionView): boolean {
  return backend.queryStart === null || backend.queryStart <= now;
}

/** A bound for something that ended unseen: never before it was last seen; after a gap the bound says nothing. */
function latest(
  lastSeen: number,
  bound: number,
  { now, afterGap }: Pick<SessionView, 'now' | 'afterGap'>,
): number {
  return afterGap ? lastSeen : Math.max(lastSeen, Math.min(bound, now));
}

/** A session runs one statement at a time, so the next one's start bounds the end of the one before. */
function supersededAt({ backend, now }: SessionView): number {
  return backend.queryStart ?? now;
}

function endStatement(
  statement: TrackedStatement,
  view: Pick<SessionView, 'now' | 'wal' | 'afterGap'>,
  bound: number,
): void {
  if (statement.end !== undefined) return;
  statement.end = latest(statement.lastSeen, bound, view);
  statement.walEnd = view.wal;
}

function updateTransaction(session: TrackedSession, view: SessionView, context: SessionContext): void {
  const key = transactionKey(view);
  const open = session.transaction;
  if (open?.key === key) return;
  const running =
    view.backend.isVisible && statementKey(view) === session.statement?.key ? session.statement : undefined;
  if (open !== undefined) {
    // CREATE INDEX CONCURRENTLY and its like hold locks of the session over transactions of their own.
    const isOver = key === undefined || running === undefined;
    if (isOver)
      closeLocks(session, (lock) =>
        transactionEnd({ open, lock, view, isSameStatement: running !== undefined }),
      );
    session.transaction = undefined;
  }
  if (key === undefined) return;
  const number = context.nextTransaction();
  const start = view.backend.xactStart ?? undefined;
  const statements = running === undefined ? [] : [running];
  session.transaction = { key, number, start, statements, fresh: 0 };
}

interface Ending {
  readonly open: TrackedTransaction;
  readonly lock: TrackedLock;
  readonly view: SessionView;
  readonly isSameStatement: boolean;
}

/**
 * A transaction that a statement opened for itself ends with that statement. Another one ends with a COMMIT that may not
 * have been seen: before the next transaction begins, or when the session became idle.
 */
function transactionEnd({ open, lock, view, isSameStatement }: Ending): number {
  const { backend, now } = view;
  const [only, second] = open.statements;
  const isOwn = only !== undefined && second === undefined && (open.start ?? 0) >= only.start;
  if (isOwn && only.end !== undefined && only.end >= lock.lastSeen) return only.end;
  if (isSameStatement && backend.stateChange !== null) return Math.max(lock.lastSeen, backend.stateChange);
  return latest(lock.lastSeen, backend.xactStart ?? backend.stateChange ?? now, view);
}

function closeLocks(session: TrackedSession, endOf: (lock: TrackedLock) => number): void {
  for (const lock of session.locks.values()) lock.end = endOf(lock);
  session.locks.clear();
}

interface Beginning {
  readonly context: SessionContext;
  readonly key: string;
}

function beginStatement(session: TrackedSession, view: SessionView, { context, key }: Beginning): void {
  const { backend, now, wal, earlierWal, earlier } = view;
  const isOver = !backend.isActive && session.transaction === undefined;
  const isOld = isOver && backend.queryStart !== null && backend.queryStart < context.begin;
  const followsAnother = session.statement !== undefined && session.statement.lastSeen === earlier;
  const statement: TrackedStatement = {
    key,
    pid: backend.pid,
    applicationName: backend.applicationName,
    transaction: session.transaction?.number ?? context.nextTransaction(),
    text: backend.isVisible ? (backend.text ?? '') : undefined,
    start: backend.queryStart ?? now,
    // What was written while another statement ran is that one's.
    walStart: followsAnother ? wal : (earlierWal ?? wal),
    locks: [],
    waits: new Map(),
    rewritten: [],
    madeStorage: false,
    lastSeen: backend.queryStart ?? now,
    end: undefined,
    walEnd: null,
  };
  session.statement = statement;
  session.transaction?.statements.push(statement);
  if (!isOld) context.keep(statement);
}

function seeStatement(session: TrackedSession, view: SessionView): void {
  const { statement } = session;
  const { backend, now } = view;
  if (statement === undefined || statement.end !== undefined) return;
  if (backend.isActive || !backend.isVisible) statement.lastSeen = Math.max(statement.lastSeen, now);
  else {
    statement.end = Math.max(statement.start, backend.stateChange ?? now);
    statement.walEnd = view.wal;
  }
}

function waitKey(lock: SeenLock): string {
  return `${lock.lockType} ${lock.relation ?? ''} ${lock.mode}`;
}

function updateWaits({ statement }: TrackedSession, view: SessionView, { relations }: SessionContext): void {
  if (statement === undefined) return;
  for (const lock of view.locks) {
    if (lock.isGranted) continue;
    const key = waitKey(lock);
    const wait = statement.waits.get(key) ?? {
      lockType: lock.lockType,
      mode: lock.mode,
      relation: lock.relation === null ? undefined : relations.get(lock.relation),
      start: Math.max(statement.start, lock.waitStart ?? view.now),
      end: view.now,
      blockers: new Map<number, Blocker>(),
    };
    statement.waits.set(key, wait);
    wait.end = Math.max(wait.start, view.now);
    for (const { pid, applicationName, state } of lock.blockers ?? [])
      wait.blockers.set(pid, { pid, applicationName: applicationName ?? '', state: state ?? '' });
  }
}

function updateLocks(session: TrackedSession, view: SessionView, context: SessionContext): void {
  const seen = new Set<string>();
  for (const row of view.locks) {
    const relation = row.relation === null ? undefined : context.relations.get(row.relation);
    if (!row.isGranted || row.lockType !== 'relation' || relation === undefined || !isLockMode(row.mode))
      continue;
    const key = waitKey(row);
    seen.add(key);
    const open = session.locks.get(key);
    if (open !== undefined) {
      open.lastSeen = view.now;
      continue;
    }
    const taker = takerOf(session, { relation, mode: row.mode }, context);
    if (taker === undefined) continue;
    const opened = openLock(session, view, { key, relation, mode: row.mode, taker });
    if (opened.mode === 'AccessExclusiveLock') context.exclusive(opened, session);
  }
  for (const [key, lock] of session.locks) {
    if (seen.has(key)) continue;
    lock.end = latest(lock.lastSeen, view.now, view);
    session.locks.delete(key);
  }
}

interface NewLock {
  readonly key: string;
  readonly relation: RelationRef;
  readonly mode: LockMode;
  readonly taker: TrackedStatement;
}

function openLock(session: TrackedSession, view: SessionView, lock: NewLock): TrackedLock {
  const { key, relation, mode, taker } = lock;
  const wait = taker.waits.get(key);
  const since = wait?.end ?? session.lastLook ?? view.earlier;
  const opened: TrackedLock = {
    taker,
    relation,
    mode,
    start: Math.max(taker.start, Math.min(since ?? taker.start, view.now)),
    firstSeen: view.now,
    lastSeen: view.now,
    waitedMs: wait === undefined ? 0 : wait.end - wait.start,
    end: undefined,
  };
  session.locks.set(key, opened);
  taker.locks.push(opened);
  return opened;
}

/**
 * Which statement took a lock that is new in this look. At the first look at a statement that is not its transaction's
 * first, that may be one before it, which ended since the last look: what rewrites a table locks its parts to the end, and
 * a query takes no strong lock.
 */
function takerOf(
  { statement, transaction, locks, lastLook }: TrackedSession,
  { relation, mode }: Pick<NewLock, 'relation' | 'mode'>,
  { tableOf }: SessionContext,
): TrackedStatement | undefined {
  if (statement === undefined || (lastLook ?? 0) >= statement.start) return statement;
  if (compareLockModes(mode, 'RowExclusiveLock') <= 0) return statement;
  const table = tableOf.get(relation.oid) ?? relation.oid;
  const earlier = transaction?.statements.filter((other) => other !== statement) ?? [];
  const holder = [...locks.values()].find(
    (lock) =>
      lock.relation.oid === table && lock.mode === 'AccessExclusiveLock' && earlier.includes(lock.taker),
  );
  if (holder !== undefined) return holder.taker;
  return isQuery(statement.text) ? (earlier.at(-1) ?? statement) : statement;
}

/** Relations that were not there before and are held exclusively are being made by this transaction. */
function seeNewStorage({ statement, transaction }: TrackedSession, view: SessionView): void {
  if (statement === undefined || transaction === undefined) return;
  if (view.fresh > transaction.fresh) statement.madeStorage = true;
  transaction.fresh = Math.max(transaction.fresh, view.fresh);
}
