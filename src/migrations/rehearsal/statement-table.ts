/** Statements and their locks as tables. */
import { formatDuration } from '../../duration.ts';
import type { Severity } from '../../report/finding.ts';
import { counted, formatBytes, formatCount } from '../../report/quantity.ts';
import type { Column, Line, PlainBlock, Text } from '../../report/section.ts';
import { cutEnd, cutMiddle, prose } from '../../report/visible-text.ts';
import type { StatementRef } from './hazard.ts';
import { blockedWords, lockModeWords } from './lock-mode.ts';
import type { HeldLock, MeasuredStatement, RelationRef } from './measurement.ts';
import { isTable, type RelationStates, relationName, sizeWords } from './relation-words.ts';
import type { Judged, StatementFacts } from './statement-facts.ts';

/** Few enough to be read in a comment without scrolling sideways. */
const columns: readonly Column[] = [
  { title: '' },
  { title: 'Statement' },
  { title: 'Time', align: 'right' },
  { title: 'Who waits' },
  { title: 'Tables' },
  { title: 'WAL', align: 'right' },
];

/** Names in one cell; the folded table of locks has them all. */
const mostNames = 3;
const longestName = 34;
const mostRules = 5;
const longestSql = 90;

export function statementTable(facts: readonly StatementFacts[], states: RelationStates): PlainBlock {
  return { kind: 'table', columns, rows: facts.map((each) => statementRow(each, states)) };
}

function statementRow(facts: StatementFacts, states: RelationStates): readonly Text[] {
  const { statement, strongest } = facts;
  const { walBytes } = statement;
  return [
    symbolOf(facts),
    { lines: [{ code: placeWords(statement) }, { code: sqlWords(statement.text) }, ...verdictLines(facts)] },
    { lines: timeLines(statement) },
    { lines: waitLines(statement, strongest) },
    { lines: tableLines(facts, states) },
    walBytes === undefined ? '' : formatBytes(walBytes),
  ];
}

/** `20260903082210_draft_search:3`: the migration stands for its one file. */
export function placeWords(statement: StatementRef & { readonly line?: number }): string {
  return statement.line === undefined ? statement.migration : `${statement.migration}:${statement.line}`;
}

/** On one line, cut. */
function sqlWords(text: string): string {
  return cutEnd(prose(cutEnd(text, 4 * longestSql)), longestSql);
}

const symbols: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

function symbolOf({ statement, judged }: StatementFacts): string {
  const [worst] = judged;
  if (statement.status === 'failed') return symbols.error;
  if (worst !== undefined) return symbols[worst.finding.severity];
  return statement.status === 'done' ? '✅' : '';
}

function verdictLines({ statement, judged, allowed }: StatementFacts): readonly Line[] {
  const lines = [
    ...(statement.status === 'failed' ? ['failed'] : []),
    ...judged.map(judgedWords),
    ...allowed.map(({ hazard }) => `${hazard.finding.rule} (allowed)`),
  ];
  return [...lines.slice(0, mostRules), ...moreLine(lines.length - mostRules)];
}

function judgedWords({ finding, basis }: Judged): string {
  return `${finding.rule}${basis === undefined ? '' : ` (${basis})`}`;
}

function timeLines({ status, durationMs, source }: MeasuredStatement): readonly Line[] {
  if (status === 'not run') return ['not run'];
  return [formatDuration(durationMs), ...(source === 'observed' ? ['observed'] : [])];
}

function waitLines({ status, source }: MeasuredStatement, lock: HeldLock | undefined): readonly Line[] {
  if (status === 'not run') return [];
  if (source === 'none') return ['not measured'];
  if (lock === undefined) return ['nobody'];
  const { mode, heldMs, waitedMs } = lock;
  return [
    `${blockedWords(mode)} ${formatDuration(heldMs)}`,
    { code: lockModeWords(mode) },
    ...(waitedMs >= 1 ? [`after waiting ${formatDuration(waitedMs)} for it`] : []),
  ];
}

/** Tables that are locked, the strongest first, then those that are rewritten without a lock that was seen. */
function tableLines({ statement, strongest }: StatementFacts, states: RelationStates): readonly Line[] {
  const { locks, rewritten } = statement;
  const isRewritten = ({ oid }: RelationRef) => rewritten.some((relation) => relation.oid === oid);
  const isLocked = ({ oid }: RelationRef) => locks.some(({ relation }) => relation.oid === oid);
  const entries = [
    ...locks.map(({ relation, mode }) => ({ relation, mode })),
    ...rewritten.filter((relation) => !isLocked(relation)).map((relation) => ({ relation, mode: undefined })),
  ].filter(({ relation }) => isTable(relation));
  const lines = entries
    .slice(0, mostNames)
    .flatMap(({ relation, mode }): readonly Line[] => [
      { code: cutMiddle(relationName(relation), longestName) },
      [
        sizeWords(states.get(relation.oid)),
        ...(isRewritten(relation) ? ['rewritten'] : []),
        ...(mode === undefined || mode === strongest?.mode ? [] : [lockModeWords(mode)]),
      ].join(', '),
    ]);
  const indexes = rewritten.filter((relation) => !isTable(relation)).length;
  return [
    ...lines,
    ...moreLine(entries.length - mostNames),
    ...(indexes === 0 ? [] : [`${counted(indexes, 'index', 'indexes')} rewritten`]),
  ];
}

function moreLine(left: number): readonly string[] {
  return left > 0 ? [`… and ${left} more`] : [];
}

const lockColumns: readonly Column[] = [
  { title: 'Statement' },
  { title: 'Relation' },
  { title: 'Lock' },
  { title: 'What waits' },
  { title: 'Held', align: 'right' },
];

/** A migration of thousands of partitions has more locks than anybody reads; the JSON has them all. */
const mostLocks = 300;

/** Every lock on a relation that was there before, in the order of the statements. */
export function lockTable(statements: readonly MeasuredStatement[]): PlainBlock | undefined {
  const all = statements.flatMap((statement) => statement.locks.map((lock) => ({ statement, lock })));
  if (all.length === 0) return undefined;
  const rows = all.slice(0, mostLocks).map(({ statement, lock }) => lockRow(statement, lock));
  const left = all.length - rows.length;
  const more = left > 0 ? [[`… and ${formatCount(left)} more`]] : [];
  return { kind: 'table', columns: lockColumns, rows: [...rows, ...more] };
}

function lockRow(statement: MeasuredStatement, { relation, mode, heldMs }: HeldLock): readonly Text[] {
  const isRewritten = statement.rewritten.some(({ oid }) => oid === relation.oid);
  const kind = relation.kind === 'table' ? [] : [relation.kind];
  const words = [...kind, ...(isRewritten ? ['rewritten'] : [])].join(', ');
  return [
    { code: placeWords(statement) },
    { lines: [{ code: relationName(relation) }, ...(words === '' ? [] : [words])] },
    { code: lockModeWords(mode) },
    blockedWords(mode),
    formatDuration(heldMs),
  ];
}
