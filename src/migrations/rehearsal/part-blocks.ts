/** What the parts of a rehearsal beside the statements have to show: data, apps, way back, load. */
import { formatDuration } from '../../duration.ts';
import { counted, formatCount } from '../../report/quantity.ts';
import type { Block, Column, Line, PlainBlock, Text } from '../../report/section.ts';
import type { AllowedHazard, StatementRef } from './hazard.ts';
import type { MeasuredStatement } from './measurement.ts';
import type {
  Compatibility,
  CompatibilityVerdict,
  DataRefusal,
  LoadResult,
  Part,
  Rehearsal,
  Rollback,
} from './rehearsal.ts';
import { relationName } from './relation-words.ts';
import { placeWords } from './statement-table.ts';

export type FindStatement = (reference: StatementRef) => MeasuredStatement | undefined;

/** Rows of a table that are seen without a click; the others are folded. */
const mostRows = 12;

interface TableOptions {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** What the rows are, such as `refusals`. */
  readonly noun: string;
}

/** A table of some rows, and a folded one of the rest. */
export function longTable(rows: readonly (readonly Text[])[], options: TableOptions): readonly Block[] {
  const { caption, columns, noun } = options;
  if (rows.length === 0) return [];
  const rest = rows.slice(mostRows);
  const shown: PlainBlock = { kind: 'table', caption, columns, rows: rows.slice(0, mostRows) };
  if (rest.length === 0) return [shown];
  const folded: PlainBlock = { kind: 'table', columns, rows: rest };
  return [shown, { kind: 'details', title: `${rest.length} more ${noun}`, blocks: [folded] }];
}

export function dataBlocks(part: Rehearsal['data'], find: FindStatement): readonly Block[] {
  if (part.kind === 'skipped') return [];
  const columns = [
    { title: 'Rows', align: 'right' as const },
    { title: 'Where' },
    { title: 'Why' },
    { title: 'Such as' },
    { title: 'Statement' },
  ];
  const caption = 'Rows that the migrations refuse';
  return longTable(
    part.result.map((refusal) => dataRow(refusal, find)),
    { caption, columns, noun: 'refusals' },
  );
}

function dataRow(refusal: DataRefusal, find: FindStatement): readonly Text[] {
  const { rows, isAtLeast, table, columns, kind, sampleKeys, statement } = refusal;
  return [
    `${isAtLeast ? 'at least ' : ''}${formatCount(rows)}`,
    { code: `${relationName(table)} (${columns.join(', ')})` },
    kind,
    { lines: sampleKeys.slice(0, 5).map((code) => ({ code })) },
    { code: placeWords(find(statement) ?? statement) },
  ];
}

/** @param app whose code it is, such as `The deployed app` */
export function compatibilityBlocks(part: Part<Compatibility>, app: string): readonly Block[] {
  if (part.kind === 'skipped') return [];
  const { schemaOf, models, prepared, verdicts } = part.result;
  const asked = `${counted(models, 'model')} of ${schemaOf} asked about, ${counted(prepared, 'statement')} prepared`;
  if (verdicts.length === 0) return [{ kind: 'facts', rows: [[app, `nothing breaks: ${asked}`]] }];
  const columns = [
    { title: 'Model and field' },
    { title: 'Operation' },
    { title: 'Verdict' },
    { title: 'Why' },
  ];
  const table = longTable(verdicts.toSorted(breaksFirst).map(compatibilityRow), {
    caption: `${app} on the migrated database: ${asked}`,
    columns,
    noun: 'models and fields',
  });
  return [...table, ...stepsDetails(verdicts, app)];
}

function breaksFirst(left: CompatibilityVerdict, right: CompatibilityVerdict): number {
  return Number(right.status === 'breaks') - Number(left.status === 'breaks');
}

function compatibilityRow({
  model,
  field,
  operation,
  status,
  finding,
}: CompatibilityVerdict): readonly Text[] {
  return [
    { code: field === undefined ? model : `${model}.${field}` },
    operation,
    `${status === 'breaks' ? '❌' : '⚠️'} ${status}`,
    finding.message,
  ];
}

/** Expand and contract: one way for all models and fields that share it. */
function stepsDetails(verdicts: readonly CompatibilityVerdict[], app: string): readonly Block[] {
  const byFix = new Map<string, string[]>();
  for (const { model, field, finding } of verdicts) {
    if (finding.fix === undefined) continue;
    const name = field === undefined ? model : `${model}.${field}`;
    const names = byFix.get(finding.fix) ?? [];
    if (!names.includes(name)) byFix.set(finding.fix, [...names, name]);
  }
  const blocks = [...byFix].map(
    ([text, names]): PlainBlock => ({ kind: 'code', language: 'sql', text, caption: names.join(', ') }),
  );
  if (blocks.length === 0) return [];
  return [{ kind: 'details', title: `Steps that keep ${app.toLowerCase()} working`, blocks }];
}

export function loadBlocks(part: Part<LoadResult>): readonly Block[] {
  if (part.kind === 'skipped') return [];
  const right = { align: 'right' as const };
  const columns = [
    { title: 'Table' },
    { title: 'Longest read', ...right },
    { title: 'Longest write', ...right },
    { title: 'During' },
    { title: 'Errors' },
  ];
  const rows = part.result.tables.toSorted((a, b) => longestOf(b) - longestOf(a)).map(loadRow);
  return longTable(rows, { caption: 'Under load: what readers and writers waited', columns, noun: 'tables' });
}

type LoadTable = LoadResult['tables'][number];

function longestOf({ longestReadMs, longestWriteMs }: LoadTable): number {
  return Math.max(longestReadMs, longestWriteMs);
}

function loadRow(load: LoadTable): readonly Text[] {
  const { table, reads, writes, longestReadMs, longestWriteMs, during, errors } = load;
  const longest = (milliseconds: number, count: number, noun: string): Text =>
    count === 0 ? '' : { lines: [formatDuration(milliseconds), `of ${counted(count, noun)}`] };
  const errorLines = errors.slice(0, 3).map(({ sqlState, message, count }) => {
    const state = sqlState === undefined ? '' : `${sqlState} `;
    return `${formatCount(count)} × ${state}${message}`;
  });
  return [
    { code: relationName(table) },
    longest(longestReadMs, reads, 'read'),
    longest(longestWriteMs, writes, 'write'),
    during === undefined ? '' : { code: during },
    { lines: errors.length > 3 ? [...errorLines, `… and ${errors.length - 3} more`] : errorLines },
  ];
}

export function rollbackBlocks(part: Part<Rollback>): readonly Block[] {
  if (part.kind === 'skipped') return [];
  const { sql, losesData, losses, rehearsed } = part.result;
  const rows: readonly (readonly [string, Text])[] = [
    ['Way back', rehearsedWords(rehearsed)],
    ['Loses data', losesData ? { lines: ['yes', ...losses] } : 'no'],
  ];
  const undo: PlainBlock = { kind: 'code', language: 'sql', text: sql };
  const details: Block = { kind: 'details', title: 'The SQL of the way back', blocks: [undo] };
  return [{ kind: 'facts', rows }, ...(sql.trim() === '' ? [] : [details])];
}

function rehearsedWords(rehearsed: Rollback['rehearsed']): string {
  if (rehearsed === undefined) return 'planned, not rehearsed';
  const { durationMs, succeeded, message } = rehearsed;
  const took = formatDuration(durationMs);
  if (succeeded) return `rehearsed in ${took}`;
  return `failed after ${took}${message === undefined ? '' : `: ${message}`}`;
}

export function allowedDetails(allowed: readonly AllowedHazard[], find: FindStatement): readonly Block[] {
  if (allowed.length === 0) return [];
  const columns = [{ title: 'Hazard' }, { title: 'Statement' }, { title: 'Reason' }, { title: 'Allowed by' }];
  const rows = allowed.map(({ hazard, reason, by }): readonly Text[] => [
    { code: hazard.finding.rule },
    { code: placeWords(find(hazard.statement) ?? hazard.statement) },
    reason,
    allowedBy[by],
  ]);
  const title = `${counted(allowed.length, 'hazard')} allowed`;
  return [{ kind: 'details', title, blocks: [{ kind: 'table', columns, rows }] }];
}

const allowedBy: Readonly<Record<AllowedHazard['by'], string>> = {
  comment: 'a comment in the migration',
  baseline: 'the baseline file',
  configuration: 'the configuration',
};

/** Notes of the measuring, and the parts that were skipped. */
export function notMeasuredDetails(rehearsal: Rehearsal): readonly Block[] {
  const parts: readonly (readonly [string, Part<unknown>])[] = [
    ['Data', rehearsal.data],
    ['The deployed app', rehearsal.compatibility],
    ['The new app on the old database', rehearsal.codeFirst],
    ['Way back', rehearsal.rollback],
    ['Load', rehearsal.load],
  ];
  const skipped = parts.flatMap(([name, part]): readonly Line[] =>
    part.kind === 'skipped' ? [`${name}: ${part.reason}`] : [],
  );
  const items = [...rehearsal.measurement.notes, ...skipped];
  if (items.length === 0) return [];
  return [
    { kind: 'details', title: `What was not measured (${items.length})`, blocks: [{ kind: 'list', items }] },
  ];
}
