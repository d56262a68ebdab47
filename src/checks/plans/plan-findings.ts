import { groupBy } from '../../group-by.ts';
import { displayIdentifier, displayName } from '../../postgres/object-name.ts';
import { sqlState } from '../../postgres/sqlstate.ts';
import { type Finding, type Location, type Severity, sortFindings } from '../../report/finding.ts';
import { counted, formatCount } from '../../report/quantity.ts';
import { findingOf } from '../../report/rule.ts';
import { cutEnd } from '../../report/visible-text.ts';
import type { ComparedQuery, LostIndex, PlanChange, PlanLimits } from './compare-plans.ts';
import { planCostGrew, planLost, planLostIndex, planNewScan, queryWithoutPlan } from './plan-rules.ts';
import type { Query } from './query.ts';
import { relationKey } from './relation-facts.ts';

export interface FindingLimits extends PlanLimits {
  /** Share of production's calls, 0 to 1, from which a lost index is an error. */
  readonly lostIndexShare: number;
}

export interface FindingsRequest {
  readonly compared: readonly ComparedQuery[];
  readonly limits: FindingLimits;
  /** The old side's row counts are production's. */
  readonly hasSizes: boolean;
}

type Worse = Extract<PlanChange, { kind: 'worse' }>;

/** A query and what became worse in it. */
interface WorseQuery {
  readonly query: Query;
  readonly change: Worse;
}

const mostNames = 10;
const longestQuery = 400;

export function planFindings(request: FindingsRequest): readonly Finding[] {
  const { compared } = request;
  const worse = compared.flatMap(({ query, change }) => (change.kind === 'worse' ? [{ query, change }] : []));
  return sortFindings([
    ...compared.flatMap(lostFinding),
    ...lostIndexFindings(worse, request),
    ...scanFindings(worse),
    ...worse.flatMap(costFinding),
  ]);
}

function lostFinding({ query, change }: ComparedQuery): readonly Finding[] {
  if (change.kind === 'without plan') return missingFinding(query, change);
  if (change.kind !== 'lost') return [];
  const { message, sqlState: state } = change;
  return [
    findingOf(planLost, {
      subject: query.name,
      message: `After the migrations this query fails: ${message} (SQLSTATE ${state}).${usageSentence([query])} ${remedies[query.source.kind]}`,
      evidence: cutEnd(query.shown, longestQuery),
      ...placeOf([query]),
    }),
  ];
}

const remedies: Readonly<Record<Query['source']['kind'], string>> = {
  file: 'Change the query with the migration, and keep what it needs until no deployed app runs the old one.',
  statistics: 'Keep what it needs until no deployed app runs it.',
};

const namesNothing: readonly string[] = [sqlState.undefinedTable, sqlState.undefinedColumn];

function missingFinding(
  query: Query,
  { sqlState: state, message }: Extract<PlanChange, { kind: 'without plan' }>,
): readonly Finding[] {
  if (query.source.kind !== 'file' || !namesNothing.includes(state)) return [];
  return [
    findingOf(queryWithoutPlan, {
      subject: query.name,
      message: `This query has no plan, before the migrations or after them: ${message} (SQLSTATE ${state}).`,
      evidence: cutEnd(query.shown, longestQuery),
      ...placeOf([query]),
    }),
  ];
}

interface IndexLoss {
  readonly query: Query;
  readonly lost: LostIndex;
}

/** One finding an index, however many queries or partitions it served. */
function lostIndexFindings(worse: readonly WorseQuery[], request: FindingsRequest): readonly Finding[] {
  const losses = worse.flatMap(({ query, change }) =>
    change.lost.map((lost): IndexLoss => ({ query, lost })),
  );
  const groups = groupBy(losses, ({ lost }) => `${relationKey(lost.relation.root)}\0${lost.index.root}`);
  return [...groups.values()].flatMap((group) => lostIndexFinding(group, request));
}

function lostIndexFinding(
  group: readonly IndexLoss[],
  { limits, hasSizes }: FindingsRequest,
): readonly Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { relation, index, state } = first.lost;
  const queries = [...new Set(group.map(({ query }) => query))];
  const rows = hasSizes ? relation.rootRows : -1;
  const isSmall = rows >= 0 && rows < limits.smallTableRows;
  const severity: Severity = isSmall
    ? 'notice'
    : shareOf(queries) >= limits.lostIndexShare
      ? 'error'
      : 'warning';
  const size = rows < 0 ? '' : ` (about ${formatCount(rows)} rows)`;
  const table = displayName(relation.root);
  return [
    findingOf(planLostIndex, {
      severity,
      subject: `${table} · ${displayIdentifier(index.root)}`,
      message: `${counted(queries.length, 'query', 'queries')} found rows by this index and ${queries.length === 1 ? 'reads' : 'read'} the whole table${size} now: ${stateWords[state]}.${usageSentence(queries)}`,
      evidence: listOf(queries),
      ...(state === 'unused' ? {} : { fix: `${index.definition};` }),
      ...placeOf(queries),
    }),
  ];
}

const stateWords: Readonly<Record<LostIndex['state'], string>> = {
  dropped: 'the index is gone',
  invalid: 'the index is not valid',
  unused: 'the index is there, but it does not serve them any more (another type, collation or condition?)',
};

function scanFindings(worse: readonly WorseQuery[]): readonly Finding[] {
  const scans = worse.flatMap(({ query, change }) => change.scanned.map((relation) => ({ query, relation })));
  return [...groupBy(scans, ({ relation }) => displayName(relation))].map(([table, group]) => {
    const queries = group.map(({ query }) => query);
    return findingOf(planNewScan, {
      subject: table,
      message: `${counted(queries.length, 'query reads', 'queries read')} the whole table now.${usageSentence(queries)}`,
      evidence: listOf(queries),
      ...placeOf(queries),
    });
  });
}

/** Where a lost index is told, the cost is in what is told of it. */
function costFinding({ query, change }: WorseQuery): readonly Finding[] {
  const { before, after, lost, scanned, hasGrown } = change;
  if (!hasGrown || lost.length > 0 || scanned.length > 0) return [];
  return [
    findingOf(planCostGrew, {
      subject: query.name,
      message: `The planner expects ${factorWords(before.cost, after.cost)} the work of before: a cost of ${formatCount(after.cost)}, it was ${formatCount(before.cost)}.${usageSentence([query])}`,
      evidence: cutEnd(query.shown, longestQuery),
      ...placeOf([query]),
    }),
  ];
}

/** `3.4 times`. */
export function factorWords(before: number, after: number): string {
  const factor = after / Math.max(before, 0.01);
  return `${factor < 10 ? factor.toFixed(1) : formatCount(factor)} times`;
}

/** ` 12 % of production's calls.`; empty where nothing is known of calls. */
function usageSentence(queries: readonly Query[]): string {
  const isCounted = queries.some(({ source }) => source.kind === 'statistics');
  if (!isCounted) return '';
  const calls = queries.reduce(
    (sum, { source }) => sum + (source.kind === 'statistics' ? source.usage.calls : 0),
    0,
  );
  return ` ${shareWords(shareOf(queries))} of production's calls (${formatCount(calls)}).`;
}

export function shareOf(queries: readonly Query[]): number {
  return queries.reduce(
    (sum, { source }) => sum + (source.kind === 'statistics' ? source.usage.share : 0),
    0,
  );
}

/** `12 %`, `0.4 %`, `less than 0.1 %`. */
export function shareWords(share: number): string {
  const percent = share * 100;
  if (percent < 0.1) return 'less than 0.1 %';
  return `${percent < 10 ? percent.toFixed(1).replace(/\.0$/, '') : Math.round(percent)} %`;
}

function listOf(queries: readonly Query[]): string {
  const shown = queries.slice(0, mostNames).map(({ name, shown: sql }) => {
    const text = cutEnd(sql, longestQuery);
    return name === text || sql.startsWith(name.replace(/…$/, '')) ? text : `${name}: ${text}`;
  });
  const more = queries.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

function placeOf(queries: readonly Query[]): { readonly location?: Location } {
  const source = queries.map((query) => query.source).find(({ kind }) => kind === 'file');
  return source?.kind === 'file' ? { location: { file: source.file, line: source.line } } : {};
}
