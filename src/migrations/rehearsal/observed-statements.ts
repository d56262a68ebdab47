/** Turns what an observer saw into the measured statements of the migration files, and of what else a tool ran. */
import type { MigrationResult } from '../migration-run.ts';
import type { Transport } from '../script-batch.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { MeasuredStatement } from './measurement.ts';
import type { Observation, ObservedStatement } from './observation.ts';
import { heldLocks, uniqueRelations } from './observation-window.ts';
import { isOwnOfTool, isWorthShowing, kindOf } from './observed-other.ts';
import { type MatchedUnit, matchStatements } from './statement-match.ts';

/** A pending migration and what became of it. */
export interface ObservedScript {
  readonly migration: string;
  /** Relative to the workspace. */
  readonly file: string | undefined;
  readonly script: string;
  readonly status: MigrationResult['status'];
  /** Of the migration that failed: the error's line in the file, from 1, where it is known. */
  readonly failedLine?: number | undefined;
}

export interface ObservedRun {
  readonly observation: Observation;
  /** In the order they run; none for `command:` of a tool whose files are not known. */
  readonly scripts: readonly ObservedScript[];
  readonly parser: SqlParser;
  /** How the engine sends scripts; undefined where that is not known. */
  readonly transport?: Transport | undefined;
  /** Stands as `migration` where a statement is in no file. Default `command`. */
  readonly otherName?: string | undefined;
}

/**
 * Every statement of the scripts, in order: `observed`, or `none` where it was too short to be seen (0 ms, nothing locked:
 * not known rather than so). A script that was seen whole is one entry of kind `Script`. What is in no file stands between
 * them by its time, without what tools do for themselves.
 */
export function observedStatements(run: ObservedRun): readonly MeasuredStatement[] {
  const { observation, parser, transport } = run;
  const scripts = run.scripts.filter(({ status }) => status !== 'baselined');
  const { units, others } = matchStatements({
    scripts: scripts.map(({ script }) => script),
    statements: observation.statements.filter((statement) => !isOwnOfTool(statement)),
    textLimit: observation.textLimit,
    parser,
    transport,
  });
  const drafts = [
    ...units.map((unit) => draftOf(unit, scripts, units)),
    ...otherDrafts(others.filter(isWorthShowing), run),
  ];
  return measured(inOrder(drafts));
}

/** A statement before all of them are in order. */
interface Draft {
  readonly facts: Pick<
    MeasuredStatement,
    'migration' | 'file' | 'index' | 'line' | 'text' | 'kind' | 'status'
  >;
  readonly seen: readonly ObservedStatement[];
}

function draftOf(
  unit: MatchedUnit,
  scripts: readonly ObservedScript[],
  units: readonly MatchedUnit[],
): Draft {
  const { index, line, text, kind, seen, script: place } = unit;
  const script = scripts[place];
  const siblings = units.filter((other) => other.script === place);
  const status = script === undefined ? 'done' : statusOf(script, unit, siblings);
  return {
    facts: { migration: script?.migration ?? '', file: script?.file, index, line, text, kind, status },
    seen,
  };
}

/** Of a migration that failed: by the error's line, else the last statement that was seen is the one that failed. */
function statusOf(
  { status, failedLine }: ObservedScript,
  unit: MatchedUnit,
  siblings: readonly MatchedUnit[],
): MeasuredStatement['status'] {
  if (status === 'pending') return 'not run';
  if (status !== 'failed') return 'done';
  const failed =
    failedLine === undefined
      ? siblings.findLast(({ seen }) => seen.length > 0)
      : siblings.findLast(({ line }) => line <= failedLine);
  const at = failed?.index ?? 0;
  if (unit.index === at) return 'failed';
  return unit.index < at ? 'done' : 'not run';
}

/** A client that prepares, binds and executes shows one statement several times, in one transaction. */
function otherDrafts(others: readonly ObservedStatement[], run: ObservedRun): readonly Draft[] {
  const groups: ObservedStatement[][] = [];
  for (const statement of others) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const isSame =
      previous !== undefined &&
      previous.text === statement.text &&
      previous.pid === statement.pid &&
      previous.transaction === statement.transaction;
    if (isSame) last?.push(statement);
    else groups.push([statement]);
  }
  return groups.map((seen, index) => {
    const text = seen[0]?.text;
    return {
      facts: {
        migration: run.otherName ?? 'command',
        file: undefined,
        index,
        line: 1,
        text: text?.trim() ?? '<insufficient privilege>',
        kind: text === undefined ? 'Script' : kindOf(text, run.parser),
        status: 'done',
      },
      seen,
    };
  });
}

interface Placed extends Draft {
  readonly start: number;
  readonly end: number;
}

/** What was not seen comes right after what is before it in its file. */
function inOrder(drafts: readonly Draft[]): readonly Placed[] {
  let previousEnd = Math.min(...drafts.flatMap(({ seen }) => seen.map(({ start }) => start)));
  const placed = drafts.map((draft) => {
    const start = draft.seen.length === 0 ? previousEnd : Math.min(...draft.seen.map((part) => part.start));
    const end = draft.seen.length === 0 ? start : Math.max(...draft.seen.map((part) => part.end));
    previousEnd = end;
    return { ...draft, start, end };
  });
  return placed.toSorted((left, right) => left.start - right.start);
}

function measured(placed: readonly Placed[]): readonly MeasuredStatement[] {
  const first = placed.find(({ seen }) => seen.length > 0)?.start ?? 0;
  const number = transactionNumbers();
  return placed.map(({ facts, seen, start, end }) => {
    const isSeen = seen.length > 0;
    const wal = seen.map(({ walBytes }) => walBytes);
    return {
      ...facts,
      startMs: Number.isFinite(start) ? start - first : 0,
      durationMs: isSeen ? end - start : 0,
      locks: heldLocks(seen),
      rewritten: uniqueRelations(seen.flatMap(({ rewritten }) => rewritten)),
      walBytes: isSeen ? wal.reduce((sum, bytes) => addKnown(sum, bytes), 0) : undefined,
      transaction: number(seen[0]?.transaction),
      source: isSeen ? 'observed' : 'none',
    };
  });
}

function addKnown(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left + right;
}

/** In rising order, from 1. What was not seen counts as a transaction of its own. */
function transactionNumbers(): (observed: number | undefined) => number {
  const known = new Map<number, number>();
  let last = 0;
  return (observed) => {
    const number = observed === undefined ? undefined : known.get(observed);
    if (number !== undefined) return number;
    last += 1;
    if (observed !== undefined) known.set(observed, last);
    return last;
  };
}
