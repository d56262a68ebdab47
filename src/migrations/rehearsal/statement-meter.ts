/** Puts together, statement by statement, what the probes of the bundled engine answered. */

import type { Batch } from '../script-batch.ts';
import type { BatchMeter, BatchOutcome, ScriptMeter } from '../script-run.ts';
import { lineAt } from '../sql-parser.ts';
import { compareLockModes, isLockMode, type LockMode } from './lock-mode.ts';
import type { HeldLock, MeasuredStatement, RelationRef, RelationState } from './measurement.ts';
import { type Probe, parseProbe, probeQuery } from './probe.ts';
import { refOf } from './relation-ref.ts';

/** What a second session saw of the migrating one, in a span of our clock, and what is now. */
export interface Sighting {
  /** False: nobody looked in that time, so that no locks is no fact. */
  readonly isSeen: boolean;
  readonly locks: readonly HeldLock[];
  /** Of the relations that were there before the migrations. */
  readonly fileNodes: ReadonlyMap<number, number | null>;
  /** Position in the write-ahead log, in bytes. */
  readonly wal: number | null;
}

/** Looks at the migrating session from outside, for statements that no transaction can hold. Never fails. */
export type Look = (span: { readonly from: number; readonly to: number }) => Promise<Sighting | undefined>;

export interface MeterOptions {
  readonly before: readonly RelationState[];
  /** The answer of a probe before the first migration; undefined where the session may not be probed. */
  readonly first: Probe | undefined;
  readonly look: Look;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

export interface ScriptIdentity {
  readonly migration: string;
  readonly file: string | undefined;
  readonly script: string;
}

export interface StatementMeter {
  script(identity: ScriptIdentity): ScriptMeter;
  /** In the order in which they were sent. */
  statements(): readonly MeasuredStatement[];
}

/** A statement whose transaction may still be open: how long its locks are held is not known yet. */
interface Draft extends Omit<MeasuredStatement, 'locks'> {
  readonly taken: readonly TakenLock[];
  locks: readonly HeldLock[];
}

interface TakenLock {
  readonly relation: RelationRef;
  readonly mode: LockMode;
  readonly waitedMs: number;
  /** By our clock. */
  readonly since: number;
}

/** What carries over from one batch to the next. */
interface State {
  readonly options: MeterOptions;
  readonly known: ReadonlyMap<number, RelationState>;
  readonly fileNodes: Map<number, number | null>;
  readonly drafts: Draft[];
  /** Those of the open transaction that took locks. */
  open: readonly Draft[];
  /** Strongest mode on each relation so far in the open transaction. */
  held: Map<number, LockMode>;
  transaction: number;
  wal: number | null;
  begun: number | undefined;
}

export function statementMeter(options: MeterOptions): StatementMeter {
  const state: State = {
    options,
    known: new Map(options.before.map((relation) => [relation.oid, relation])),
    fileNodes: new Map(options.before.map(({ oid, fileNode }) => [oid, fileNode ?? null])),
    drafts: [],
    open: [],
    held: new Map(),
    transaction: 0,
    wal: options.first?.wal ?? null,
    begun: undefined,
  };
  return {
    script: (identity) => ({
      probe: options.first === undefined ? undefined : probeQuery,
      begin: (batch) => batchMeter(state, identity, batch),
    }),
    statements: () => state.drafts.map(({ taken: _, ...statement }) => statement),
  };
}

function batchMeter(state: State, identity: ScriptIdentity, batch: Batch): BatchMeter {
  const sent = state.options.clock();
  state.begun ??= sent;
  const probes = new Map<number, Probe>();
  return {
    probed(piece, answer) {
      const probe = parseProbe(answer);
      if (probe !== undefined && !probes.has(piece)) probes.set(piece, probe);
    },
    async end(outcome) {
      const done = state.options.clock();
      const span = { state, identity, batch, probes, sent, done, outcome };
      const sighting = await sightingOf(span);
      const ran = outcome.completed + (outcome.hasFailed ? 1 : 0);
      const drafts = [...batch.pieces.keys()].slice(0, ran).map((index) => draftOf(span, index, sighting));
      state.drafts.push(...drafts);
      state.open = [...state.open, ...drafts.filter(({ taken }) => taken.length > 0)];
      if (!outcome.isInTransaction) endTransaction(state, done);
    },
  };
}

interface BatchSpan {
  readonly state: State;
  readonly identity: ScriptIdentity;
  readonly batch: Batch;
  readonly probes: ReadonlyMap<number, Probe>;
  readonly sent: number;
  readonly done: number;
  readonly outcome: BatchOutcome;
}

/**
 * Statements without a probe are looked at from outside; those that only set something need none. A probe cannot tell
 * how long a lock was waited for, so whatever took longer is looked at too.
 */
async function sightingOf(span: BatchSpan): Promise<Sighting | undefined> {
  const { batch, probes, sent, done, state } = span;
  const kind = batch.pieces[0]?.statement?.kind ?? '';
  const isAnswered = probes.size >= batch.pieces.length && done - sent < longMs;
  if (isAnswered || quietKinds.has(kind)) return undefined;
  return state.options.look({ from: sent, to: done });
}

/** Milliseconds: whoever waited for a lock took longer. */
const longMs = 20;

const quietKinds: ReadonlySet<string> = new Set(['TransactionStmt', 'VariableSetStmt', 'DiscardStmt']);

function draftOf(span: BatchSpan, index: number, sighting: Sighting | undefined): Draft {
  const { state, probes, outcome, sent, done } = span;
  const status = index < outcome.completed ? 'done' : 'failed';
  const statement = { ...identityOf(span, index), status, transaction: state.transaction } as const;
  const begun = beganAt(span, index);
  const startMs = begun - (state.begun ?? sent);
  const probe = probes.get(index);
  if (probe !== undefined) {
    const durationMs = sent + (probe.ended - receivedAt(span)) - begun;
    const fileNodes = new Map(probe.locks.map(({ oid, fileNode }) => [oid, fileNode]));
    const facts = { walBytes: walSince(state, probe.wal), rewritten: rewrittenBy(state, fileNodes) };
    const taken = withWaits(newLocks(state, probe, begun), sighting);
    return { ...statement, startMs, durationMs, ...facts, taken, locks: [], source: 'exact' };
  }
  const durationMs = done - begun;
  if (sighting === undefined)
    return { ...statement, startMs, durationMs, ...unseen, taken: [], source: 'none' };
  const { isSeen, fileNodes, wal } = sighting;
  const facts = { walBytes: walSince(state, wal), rewritten: rewrittenBy(state, fileNodes) };
  const locks = sighting.locks.filter((lock) => isNewLock(state, lock.relation.oid, lock.mode));
  const source = isSeen || facts.rewritten.length > 0 ? 'observed' : 'none';
  return { ...statement, startMs, durationMs, ...facts, locks, taken: [], source };
}

/** From outside, a statement's locks cannot be told from those that its transaction held already. */
function isNewLock({ held }: State, oid: number, mode: LockMode): boolean {
  const before = held.get(oid);
  return before === undefined || compareLockModes(before, mode) < 0;
}

const unseen = { locks: [], rewritten: [], walBytes: undefined } as const;

function walSince(state: State, wal: number | null): number | undefined {
  const before = state.wal;
  state.wal = wal;
  return wal === null || before === null ? undefined : wal - before;
}

function identityOf({ identity, batch }: BatchSpan, index: number) {
  const { migration, file, script } = identity;
  const piece = batch.pieces[index];
  const { statement, text = '', start = 0 } = piece ?? {};
  const kind = statement?.kind ?? 'Script';
  const line = statement?.line ?? lineAt(script, start);
  return { migration, file, index: statement?.index ?? 0, line, text: statement?.text ?? text.trim(), kind };
}

/** The server's time of receipt: the origin that its clock and ours have in common. */
function receivedAt({ probes }: BatchSpan): number {
  return probes.values().next().value?.received ?? 0;
}

/** By our clock: when the probe before it was done, or when the batch was sent. */
function beganAt(span: BatchSpan, index: number): number {
  const before = span.probes.get(index - 1);
  return before === undefined ? span.sent : span.sent + (before.resumed - receivedAt(span));
}

function newLocks(state: State, probe: Probe, since: number): readonly TakenLock[] {
  const strongest = new Map<number, LockMode>();
  for (const { oid, mode } of probe.locks) {
    if (!isLockMode(mode) || !state.known.has(oid)) continue;
    const other = strongest.get(oid);
    if (other === undefined || compareLockModes(other, mode) < 0) strongest.set(oid, mode);
  }
  const taken = [...strongest].flatMap(([oid, mode]): readonly TakenLock[] => {
    const relation = state.known.get(oid);
    if (relation === undefined || !isNewLock(state, oid, mode)) return [];
    return [{ relation: refOf(relation), mode, since, waitedMs: 0 }];
  });
  for (const [oid, mode] of strongest) state.held.set(oid, mode);
  return taken;
}

function withWaits(taken: readonly TakenLock[], sighting: Sighting | undefined): readonly TakenLock[] {
  if (sighting === undefined) return taken;
  const waits = new Map(sighting.locks.map(({ relation, waitedMs }) => [relation.oid, waitedMs]));
  return taken.map((lock) => ({ ...lock, waitedMs: waits.get(lock.relation.oid) ?? 0 }));
}

function rewrittenBy(state: State, fileNodes: Sighting['fileNodes']): readonly RelationRef[] {
  const changed = [...fileNodes].filter(
    ([oid, fileNode]) =>
      fileNode !== null && state.fileNodes.has(oid) && state.fileNodes.get(oid) !== fileNode,
  );
  for (const [oid, fileNode] of changed) state.fileNodes.set(oid, fileNode);
  return changed
    .flatMap(([oid]) => state.known.get(oid) ?? [])
    .map(refOf)
    .toSorted(byName);
}

/** The locks of every statement of the transaction end with it. */
function endTransaction(state: State, ended: number): void {
  for (const draft of state.open) {
    draft.locks = draft.taken
      .map(({ relation, mode, since, waitedMs }) => ({
        relation,
        mode,
        heldMs: Math.max(0, ended - since - waitedMs),
        waitedMs,
      }))
      .toSorted((a, b) => compareLockModes(b.mode, a.mode) || byName(a.relation, b.relation));
  }
  state.open = [];
  state.held = new Map();
  state.transaction += 1;
}

function byName(left: RelationRef, right: RelationRef): number {
  const [a, b] = [`${left.schema}.${left.name}`, `${right.schema}.${right.name}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
