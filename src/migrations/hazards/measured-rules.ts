/** What was measured and no rule explains: a function, a DO block, a script that cannot be read, or a gap of the rules. */
import { formatDuration } from '../../duration.ts';
import { displayName } from '../../postgres/object-name.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import { blockedBy, blockedWords, lockModeWords } from '../rehearsal/lock-mode.ts';
import type { HeldLock, MeasuredStatement, Measurement, RelationState } from '../rehearsal/measurement.ts';
import { lines } from './fix-text.ts';
import { type HazardInfo, links } from './hazard-rule.ts';
import { isSmall, type Limits } from './judge.ts';
import { type MeasuredFacts, measuredText, sizeText } from './measured-facts.ts';

export const rewriteMeasured: HazardInfo = {
  id: 'rewrite-measured',
  title: 'A statement rewrote a table, and no rule says why',
  severity: 'error',
  why: 'The table got new storage while nobody could read or write it. No rule has foreseen it, as it happened inside a function, a DO block or a script that cannot be read.',
  docs: links.locks,
  danger: 'rewrite',
};

export const heldTooLong: HazardInfo = {
  id: 'lock-held-too-long',
  title: 'A lock was held for longer than allowed',
  severity: 'error',
  why: '`max-lock-duration` says for how long the app may wait, and the lock that blocks it was held for longer on a table with at least `lock-row-threshold` rows. What production takes can be longer still.',
  docs: links.locks,
  danger: 'lock',
};

export const measuredRules: readonly HazardInfo[] = [rewriteMeasured, heldTooLong];

/** A static hazard as far as it explains a measurement. */
export interface Explained {
  readonly migration: string;
  readonly index: number;
  /** Undefined: it is about every table. */
  readonly tableOid: number | undefined;
  readonly isError: boolean;
}

export interface MeasuredHazard {
  readonly statement: MeasuredStatement;
  readonly finding: Finding;
}

interface MeasuredInput {
  readonly measurement: Measurement;
  readonly facts: MeasuredFacts;
  readonly limits: Limits;
  readonly explained: readonly Explained[];
  /** Partition or child oid to its parent's. */
  readonly parents: ReadonlyMap<number, number>;
}

export function measuredOnly(input: MeasuredInput): readonly MeasuredHazard[] {
  const rewrites = input.measurement.statements.flatMap((statement) => unexplainedRewrites(statement, input));
  const explained = [
    ...input.explained,
    ...rewrites.map(({ statement, tableOid }) => ({ ...refOf(statement), tableOid, isError: true })),
  ];
  return [...rewrites, ...tooLong({ ...input, explained })];
}

function refOf({ migration, index }: MeasuredStatement) {
  return { migration, index };
}

function isSame(one: Explained, { migration, index, kind }: MeasuredStatement): boolean {
  return one.migration === migration && (one.index === index || kind === 'Script');
}

function unexplainedRewrites(
  statement: MeasuredStatement,
  { facts, limits, explained }: MeasuredInput,
): readonly (MeasuredHazard & { readonly tableOid: number })[] {
  const owners = [...new Set(statement.rewritten.map(({ oid }) => facts.ownerOf(oid)))];
  return owners.flatMap((tableOid) => {
    const table = facts.relation(tableOid);
    const lock = facts.lockOn(statement, tableOid);
    const isItself = statement.rewritten.some(({ oid }) => oid === tableOid);
    const isBlocking = lock !== undefined && blockedBy(lock.mode).writes;
    const isExplained = explained.some(
      (one) => isSame(one, statement) && (one.tableOid ?? tableOid) === tableOid,
    );
    if (table === undefined || isExplained || !(isItself || isBlocking)) return [];
    const finding = findingOf(rewriteMeasured, {
      ...(isSmall(table.rows, limits) ? { severity: 'notice' as const } : {}),
      subject: displayName(table),
      message: isItself
        ? 'The table got new storage here (it was rewritten or emptied); reads and writes wait until that is done. No rule has foreseen it.'
        : 'Indexes of the table were built anew here; writes wait until that is done. No rule has foreseen it.',
      evidence: lines(measuredText(statement, lock), sizeText(table)),
      fix: '-- Find what in this statement writes the table anew, and take it in steps that do not: see the other rules of this family.',
    });
    return [{ statement, finding, tableOid }];
  });
}

/** A lock to report, at the statement that took it. */
interface Candidate {
  readonly statement: MeasuredStatement;
  readonly lock: HeldLock;
  readonly table: RelationState;
}

const lockable: ReadonlySet<string> = new Set(['table', 'partitioned table', 'materialized view']);

function tooLong(input: MeasuredInput): readonly MeasuredHazard[] {
  const { measurement, limits } = input;
  const { maxLockDurationMs } = limits;
  if (maxLockDurationMs === undefined) return [];
  const candidates = measurement.statements.flatMap((statement) =>
    statement.locks
      .filter(({ relation, mode, heldMs }) => {
        return lockable.has(relation.kind) && blockedBy(mode).writes && heldMs > maxLockDurationMs;
      })
      .flatMap((lock): readonly Candidate[] => {
        const table = input.facts.relation(lock.relation.oid);
        return table === undefined || isBelow(table, limits) ? [] : [{ statement, lock, table }];
      }),
  );
  return longestEach(candidates, input)
    .filter((candidate) => !isTold(candidate, input))
    .map((candidate) => ({
      statement: candidate.statement,
      finding: tooLongFinding(candidate, input),
    }));
}

function isBelow({ rows }: RelationState, { lockRowThreshold }: Limits): boolean {
  return rows !== undefined && rows < lockRowThreshold;
}

/** One for a table in a transaction, and for partitions with their parent none but the parent's. */
function longestEach(candidates: readonly Candidate[], { parents }: MeasuredInput): readonly Candidate[] {
  const key = ({ statement, table }: Candidate) => `${statement.transaction} ${table.oid}`;
  const longest = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = longest.get(key(candidate));
    if (known === undefined || known.lock.heldMs < candidate.lock.heldMs)
      longest.set(key(candidate), candidate);
  }
  return [...longest.values()].filter(
    ({ statement, table }) => !longest.has(`${statement.transaction} ${parents.get(table.oid) ?? -1}`),
  );
}

/** An error of a rule about the same table, for a statement of the same transaction, tells the same. */
function isTold(
  { statement, table }: Candidate,
  { measurement, explained, parents }: MeasuredInput,
): boolean {
  const together = measurement.statements.filter(({ transaction }) => transaction === statement.transaction);
  return explained.some(
    (one) =>
      one.isError &&
      [table.oid, parents.get(table.oid)].includes(one.tableOid ?? table.oid) &&
      together.some((other) => isSame(one, other)),
  );
}

function tooLongFinding({ statement, lock, table }: Candidate, input: MeasuredInput): Finding {
  const { measurement, limits } = input;
  const together = measurement.statements.filter(
    (other) => other.transaction === statement.transaction && other.startMs >= statement.startMs,
  );
  const slowest = together.toSorted((left, right) => right.durationMs - left.durationMs)[0] ?? statement;
  const during =
    slowest === statement
      ? ''
      : ` Most of that time went into the statement in line ${slowest.line}, of the same transaction.`;
  const allowed = formatDuration(limits.maxLockDurationMs ?? 0);
  return findingOf(heldTooLong, {
    subject: displayName(table),
    message: `${lockModeWords(lock.mode)} was held for ${formatDuration(lock.heldMs)}, more than the ${allowed} that are allowed: for so long ${blockedWords(lock.mode)} of the table wait.${during}`,
    evidence: lines(measuredText(statement, lock), sizeText(table)),
    fix:
      slowest === statement
        ? '-- Do less in this statement: in steps, in batches, or at a time when nobody uses the table.'
        : '-- The slow statement in a migration of its own, so that this lock is gone before it begins.',
  });
}
