/** What a measured time means for production, where production has other numbers of rows. Never without its basis. */
import { formatDuration } from '../../duration.ts';
import { formatCount } from '../../report/quantity.ts';
import type { StatementRef } from './hazard.ts';
import type { MeasuredStatement, Measurement, RelationState } from './measurement.ts';
import { isTable, type RelationStates, statesByOid } from './relation-words.ts';

/** Rows that production's tables have. */
export interface ProductionRows {
  /** Where the numbers are from, such as `production's statistics`. */
  readonly source: string;
  readonly tables: readonly { readonly schema: string; readonly name: string; readonly rows: number }[];
}

/** Work whose time is proportional to the rows of one table. */
export interface MeasuredWork {
  readonly table: { readonly schema: string; readonly name: string };
  /** What was read or written: the table itself, or those of its partitions. */
  readonly parts: readonly RelationState[];
  readonly durationMs: number;
  readonly computeSize: string | undefined;
}

export interface Extrapolation {
  readonly table: { readonly schema: string; readonly name: string };
  readonly rows: number;
  readonly durationMs: number;
  readonly productionRows: number;
  /** If the time is linear in the rows: an index build is a little more, a warm cache a little less. */
  readonly estimatedMs: number;
  /** The estimate with its basis, one sentence without a full stop. */
  readonly words: string;
}

/** Shorter times are mostly what a statement costs on an empty table. */
const shortestMs = 50;
/** Numbers of rows nearer than this share are the same production. */
const leastDifference = 0.2;

/** Undefined where nothing can be said, or where the measured time says it already. */
export function extrapolate(measured: MeasuredWork, production: ProductionRows): Extrapolation | undefined {
  const { table, parts, durationMs, computeSize } = measured;
  const rows = sum(parts.map((part) => part.rows));
  const productionRows = rowsOf(table, production) ?? sum(parts.map((part) => rowsOf(part, production)));
  if (rows <= 0 || productionRows <= 0 || durationMs < shortestMs) return undefined;
  const ratio = productionRows / rows;
  if (Math.abs(ratio - 1) <= leastDifference) return undefined;
  const estimatedMs = durationMs * ratio;
  const on = computeSize === undefined ? '' : ` on ${computeSize}`;
  const here = `${formatDuration(durationMs)} for ${formatCount(rows)} rows${on}`;
  const there = `production has ${formatCount(productionRows)} rows (from ${production.source})`;
  const words = `${here}; ${there}: about ${roundDuration(estimatedMs)} if linear`;
  return { table, rows, durationMs, productionRows, estimatedMs, words };
}

function rowsOf(
  { schema, name }: { readonly schema: string; readonly name: string },
  production: ProductionRows,
): number | undefined {
  return production.tables.find((table) => table.schema === schema && table.name === name)?.rows;
}

/** 0 where one of them is not known: a part of a basis is none. */
function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, number) => total + (number ?? Number.NaN), 0) || 0;
}

/** Of every statement whose time is proportional to the rows of a table, in their order. */
export function extrapolations(
  { statements, before, circumstances }: Measurement,
  production: ProductionRows,
): readonly (Extrapolation & { readonly statement: StatementRef })[] {
  const states = statesByOid(before);
  const { computeSize } = circumstances;
  return statements.flatMap((statement) => {
    const { migration, index, durationMs } = statement;
    const work = workOf(statement, states);
    const found = work && extrapolate({ ...work, durationMs, computeSize }, production);
    return found === undefined ? [] : [{ ...found, statement: { migration, index } }];
  });
}

/** What the statement reads or writes from beginning to end; undefined where it does neither. */
function workOf(
  statement: MeasuredStatement,
  states: RelationStates,
): Pick<MeasuredWork, 'table' | 'parts'> | undefined {
  const { kind, status, rewritten, locks, text } = statement;
  // TRUNCATE gives new storage without reading the old one.
  if (status !== 'done' || kind === 'TruncateStmt' || kind === 'Script') return undefined;
  if (rewritten.length === 0 && !isScan(statement)) return undefined;
  const locked = tablesOf(locks.map(({ relation }) => states.get(relation.oid)));
  const written = tablesOf(rewritten.map(({ oid }) => states.get(states.get(oid)?.tableOid ?? oid)));
  const table = namedFirst(text, [...locked, ...written]);
  if (table === undefined) return undefined;
  if (written.length > 0) return { table, parts: written };
  return {
    table,
    parts: table.kind === 'partitioned table' ? locked.filter(({ oid }) => oid !== table.oid) : [table],
  };
}

function tablesOf(relations: readonly (RelationState | undefined)[]): readonly RelationState[] {
  const tables = relations.filter((relation) => relation !== undefined && isTable(relation));
  return [...new Set(tables)].filter((table) => table !== undefined);
}

const statementScans: Readonly<Record<string, RegExp>> = {
  IndexStmt: /^/,
  // Without WHERE every row is written; with it the number of rows says nothing.
  UpdateStmt: /^(?!.*\bwhere\b)/is,
  DeleteStmt: /^(?!.*\bwhere\b)/is,
  AlterTableStmt:
    /\bvalidate\s+constraint\b|\bset\s+not\s+null\b|\battach\s+partition\b|^(?!.*\bnot\s+valid\b).*\badd\s+(constraint\s+\S+\s+)?(foreign|check|unique|primary|exclude)\b(?!.*\busing\s+index\b)/is,
};

/** The same as the lock facts' "scans the table", as far as it shows in the SQL. */
function isScan({ kind, text }: MeasuredStatement): boolean {
  return statementScans[kind]?.test(keywordsOf(text)) ?? false;
}

/** The SQL without comments, literals and quoted names. */
function keywordsOf(text: string): string {
  return text.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, (found) =>
    found.startsWith('"') ? 'quoted' : ' ',
  );
}

/** Of several locked tables, such as both ends of a foreign key, the statement names first the one that it works through. */
function namedFirst(text: string, tables: readonly RelationState[]): RelationState | undefined {
  const lower = text.toLowerCase();
  const place = ({ name }: RelationState) => {
    const found = lower.indexOf(name.toLowerCase());
    return found < 0 ? lower.length : found;
  };
  return tables.toSorted((a, b) => place(a) - place(b) || b.name.length - a.name.length)[0];
}

/** An estimate has no three digits: rounded to a few steps a decade, no further off than an eighth. */
function roundDuration(milliseconds: number): string {
  const [size, unit] =
    milliseconds < 1_000
      ? ([1, 'ms'] as const)
      : milliseconds < 120_000
        ? ([1_000, 's'] as const)
        : milliseconds < 7_200_000
          ? ([60_000, 'min'] as const)
          : ([3_600_000, 'h'] as const);
  return `${roundToStep(milliseconds / size)} ${unit}`;
}

const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

function roundToStep(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  const distance = (step: number) => Math.abs(Math.log(step / (value / decade)));
  const nearest = steps.reduce((best, step) => (distance(step) < distance(best) ? step : best));
  return Number((nearest * decade).toPrecision(3));
}
