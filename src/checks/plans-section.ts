import { formatDuration } from '../duration.ts';
import { displayIdentifier } from '../postgres/object-name.ts';
import { counted, formatCount } from '../report/quantity.ts';
import type { Block, PlainBlock, Section, Text } from '../report/section.ts';
import { cutEnd } from '../report/visible-text.ts';
import { acceptedBlocks } from './accepted-block.ts';
import type { PlansCheck } from './check-plans.ts';
import type { ComparedQuery, PlanChange } from './plans/compare-plans.ts';
import { planDiagram } from './plans/plan-diagram.ts';
import { shareWords } from './plans/plan-findings.ts';
import { planText } from './plans/plan-text.ts';
import type { PlanNode } from './plans/plan-tree.ts';
import { statusOf } from './section-status.ts';

const mostRows = 30;
const mostPlans = 8;
const mostLeftOut = 50;
const longestName = 80;

/** The section of the report: one line where every query plans as before. */
export function plansSection(check: PlansCheck): Section {
  const told = check.compared.filter(({ change }) => toldKinds.has(change.kind));
  return {
    id: 'check-plans',
    title: 'Query plans',
    status: check.findings.length === 0 && askedOf(check) === 0 ? 'skipped' : statusOf(check.findings),
    summary: plansSummary(check),
    blocks: [
      ...(told.length > 0 || check.notes.length > 0 ? [text(check.basis)] : []),
      ...check.notes.map(text),
      ...(told.length === 0 ? [] : [queryTable(told, check)]),
      ...planBlocks(check),
      ...(check.ignored > 0 ? [text(`Ignored: ${counted(check.ignored, 'finding')}.`)] : []),
      ...acceptedBlocks(check.accepted),
      ...leftOutBlock(check),
    ],
    findings: check.findings,
  };
}

export function skippedPlansSection(reason: string): Section {
  return {
    id: 'check-plans',
    title: 'Query plans',
    status: 'skipped',
    summary: `Not compared: ${reason}`,
    blocks: [],
    findings: [],
  };
}

const toldKinds: ReadonlySet<PlanChange['kind']> = new Set(['lost', 'worse', 'better']);

/** Those of which there is a plan, on one side at least: of the others nothing is known. */
function askedOf({ compared }: Pick<PlansCheck, 'compared'>): number {
  return compared.filter(({ change }) => change.kind !== 'without plan' && change.kind !== 'unanswered')
    .length;
}

/** `23 queries plan as before`, or `2 of 23 queries plan worse, 1 fails, 1 new`. */
export function plansSummary({ compared }: Pick<PlansCheck, 'compared'>): string {
  const count = (...kinds: readonly PlanChange['kind'][]) =>
    compared.filter(({ change }) => kinds.includes(change.kind)).length;
  const asked = askedOf({ compared });
  if (asked === 0) return 'No query could be compared';
  const parts = [
    [count('lost'), 'fails', 'fail'],
    [count('worse'), 'plans worse', 'plan worse'],
    [count('better'), 'plans better', 'plan better'],
    [count('new'), 'is new', 'are new'],
  ] as const;
  const words = parts.flatMap(([number, one, many]) =>
    number === 0 ? [] : [`${formatCount(number)} ${number === 1 ? one : many}`],
  );
  const rest = compared.length === asked ? '' : `, ${formatCount(compared.length - asked)} not compared`;
  if (words.length > 0) return `Of ${counted(asked, 'query', 'queries')} ${words.join(', ')}${rest}`;
  const plan = asked === 1 ? 'plans' : 'plan';
  return `${counted(asked, 'query', 'queries')} ${plan} as before${rest}`;
}

function text(words: string): Block {
  return { kind: 'text', text: words };
}

function queryTable(told: readonly ComparedQuery[], check: PlansCheck): Block {
  const hasCalls = told.some(({ query }) => query.source.kind === 'statistics');
  const rows = told
    .slice(0, mostRows)
    .map((entry): readonly Text[] => [
      { code: cutEnd(entry.query.name, longestName) },
      ...(hasCalls ? [callsOf(entry)] : []),
      ...(check.areCostsComparable ? [costOf(entry)] : []),
      { lines: whatOf(entry) },
    ]);
  const columns = [
    { title: 'Query' },
    ...(hasCalls ? [{ title: 'Calls', align: 'right' } as const] : []),
    ...(check.areCostsComparable ? [{ title: 'Cost', align: 'right' } as const] : []),
    { title: 'What' },
  ];
  const rest = told.length - rows.length;
  return {
    kind: 'table',
    columns,
    rows,
    ...(rest > 0 ? { caption: `The first ${mostRows} of ${counted(told.length, 'query', 'queries')}` } : {}),
  };
}

function callsOf({ query: { source } }: ComparedQuery): string {
  return source.kind === 'statistics' ? shareWords(source.usage.share) : '';
}

function costOf({ change }: ComparedQuery): string {
  if (change.kind === 'lost') return formatCount(change.before.cost);
  if (change.kind !== 'worse' && change.kind !== 'better') return '';
  return `${formatCount(change.before.cost)} → ${formatCount(change.after.cost)}`;
}

function whatOf(entry: ComparedQuery): readonly string[] {
  return [...changeLines(entry.change), ...measuredLines(entry)];
}

function changeLines(change: PlanChange): readonly string[] {
  if (change.kind === 'lost') return [`fails: ${change.message}`];
  if (change.kind === 'better') return ['costs less'];
  if (change.kind !== 'worse') return [];
  return [
    ...change.lost.map(({ index }) => `without index ${displayIdentifier(index.root)}`),
    ...change.scanned.map(({ name }) => `reads ${name} whole`),
    ...(change.hasGrown ? ['costs more'] : []),
  ];
}

function measuredLines({ measuredMs: { before, after } }: ComparedQuery): readonly string[] {
  if (after === undefined) return [];
  const was = before === undefined ? '' : `, it was ${formatDuration(before)}`;
  return [`measured ${formatDuration(after)}${was}`];
}

/** Plans of what became worse, folded; a picture of the first that makes one. */
function planBlocks({ compared, areCostsComparable }: PlansCheck): readonly Block[] {
  const worse = compared.flatMap(({ query, change }) => (change.kind === 'worse' ? [{ query, change }] : []));
  const shown = worse.slice(0, mostPlans).map((entry) => ({
    ...entry,
    picture: planDiagram(entry.change.before, entry.change.after),
  }));
  const first = shown.find(({ picture }) => picture !== undefined);
  return shown.map((entry): Block => {
    const { query, change, picture } = entry;
    const code = (plan: PlanNode, caption: string): PlainBlock => ({
      kind: 'code',
      language: 'text',
      text: planText(plan, areCostsComparable),
      caption,
    });
    return {
      kind: 'details',
      title: `Plans of ${cutEnd(query.name, longestName)}`,
      blocks: [
        { kind: 'code', language: 'sql', text: query.shown },
        code(change.before, 'Before'),
        code(change.after, 'After'),
        ...(picture === undefined || entry !== first ? [] : [{ kind: 'mermaid', text: picture } as const]),
      ],
    };
  });
}

function leftOutBlock({ leftOut, compared }: PlansCheck): readonly Block[] {
  const without = compared.flatMap(({ query, change }) => {
    if (change.kind === 'without plan')
      return [{ subject: query.name, reason: `${change.message} (SQLSTATE ${change.sqlState})` }];
    if (change.kind !== 'unanswered') return [];
    const reason =
      change.reason === undefined
        ? 'not asked, the time was over'
        : `not answered (SQLSTATE ${change.reason})`;
    return [{ subject: query.name, reason }];
  });
  const all = [...leftOut, ...without];
  if (all.length === 0) return [];
  const items = all.slice(0, mostLeftOut).map(({ subject, reason }) => `${subject}: ${reason}`);
  const more = all.length > items.length ? [`… and ${all.length - items.length} more`] : [];
  return [
    {
      kind: 'details',
      title: `Not compared: ${counted(all.length, 'statement')}`,
      blocks: [{ kind: 'list', items: [...items, ...more] }],
    },
  ];
}
