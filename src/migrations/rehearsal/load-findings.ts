/** What the load says about the migrations. */
import { formatDuration } from '../../duration.ts';
import type { Finding } from '../../report/finding.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { TableTally, TallyError } from './load-tally.ts';

const stalled: RuleInfo = {
  id: 'load-stalled',
  title: 'An application would have waited',
  severity: 'warning',
  why: 'Single rows were read and written by their key while the migrations ran, and one of these waited longer than `max-lock-duration` (1 s without one). An application waits as long, with every connection that it has.',
};

const failed: RuleInfo = {
  id: 'load-error',
  title: 'A read or a write failed while the migrations ran',
  severity: 'error',
  why: 'It worked before them. The app that is deployed while this migrates meets the same. A lost connection is a warning, since it may have another cause.',
};

export const loadRuleList: readonly RuleInfo[] = [stalled, failed];

/** @param stallLimitMs from when on a wait is a finding */
export function loadFindings(tallies: readonly TableTally[], stallLimitMs: number): readonly Finding[] {
  return tallies.flatMap((tally) => [...stallFinding(tally, stallLimitMs), ...errorFindings(tally)]);
}

function stallFinding(tally: TableTally, limitMs: number): readonly Finding[] {
  const { read, write } = tally;
  const long = [
    { what: 'reads', figures: read },
    { what: 'writes', figures: write },
  ].filter(({ figures }) => figures.longestMs > limitMs);
  const [first] = long.toSorted((left, right) => right.figures.longestMs - left.figures.longestMs);
  if (first === undefined) return [];
  const waits = long
    .map(({ what, figures }) => `${what} up to ${formatDuration(figures.longestMs)}`)
    .join(', ');
  return [
    findingOf(stalled, {
      subject: subjectOf(tally),
      message: `An application would have waited${duringWords(first.figures.during)}: ${waits}.`,
      evidence: `${read.count} reads and ${write.count} writes of single rows by their key; more than ${formatDuration(limitMs)} counts as a stall.`,
      fix: 'See which statement of the migration locked the table meanwhile, and how long it held the lock. `SET lock_timeout` bounds only how long others queue behind the migration while it waits itself.',
    }),
  ];
}

function errorFindings(tally: TableTally): readonly Finding[] {
  return [...tally.errors.values()].toSorted(byState).map((error) =>
    findingOf(failed, {
      ...(isOfConnection(error) ? { severity: 'warning' } : {}),
      subject: subjectOf(tally),
      message: `A ${error.operation} failed${duringWords(error.during)}: ${error.message}`,
      evidence: `SQLSTATE ${error.sqlState ?? 'none'}, ${error.count} times; ${tally.read.count} reads and ${tally.write.count} writes in all.`,
      fix: fixOf(error),
    }),
  );
}

export function byState(left: TallyError, right: TallyError): number {
  return (left.sqlState ?? '') < (right.sqlState ?? '') ? -1 : 1;
}

/** No answer, a connection exception, or an operator's doing: it may have nothing to do with the migration. */
function isOfConnection({ sqlState }: TallyError): boolean {
  return sqlState === undefined || /^(08|57P|53)/.test(sqlState);
}

function fixOf({ sqlState }: TallyError): string {
  if (sqlState === '42703' || sqlState === '42P01')
    return 'The app that is deployed while this migrates may still use it. Take it out of the code first and drop it in a later release; for a rename, add the new one, write both, move the readers, then drop the old one.';
  if (sqlState === '40P01')
    return 'The migration and a single statement of an application locked the same tables in opposite order. Lock one table a transaction.';
  if (sqlState === '42501') return 'The migration took a privilege away that the role had before.';
  return 'The statement worked before the migrations and did not while or after they ran: an app that is deployed then meets the same.';
}

function duringWords(migration: string | undefined): string {
  return migration === undefined ? '' : ` while ${migration} ran`;
}

function subjectOf({ table }: TableTally): string {
  return `${table.schema}.${table.name}`;
}
