/** Counts the rows and values that an undo would lose, or be refused for. Reads whole tables, once each. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { numeric, optionalText, type Row, text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { ObjectName } from '../parse-tree.ts';
import type { UndoStep } from './undo-steps.ts';

export interface StepCount {
  readonly step: UndoStep;
  /** Of the table; undefined where they were not counted. */
  readonly rows: number | undefined;
  /**
   * Values of a dropped column, rows without a value, values that the old type or enum does not hold as they are;
   * undefined where they were not counted.
   */
  readonly affected: number | undefined;
  /** True when Postgres refuses to turn the values into the old type at all. */
  readonly isRefused: boolean;
}

export interface CountOptions {
  readonly session: Session;
  /** Of tables that are named without one. */
  readonly defaultSchema: string;
  /** Milliseconds for each table; what takes longer is not counted. */
  readonly timeoutMs: number;
}

/** Nothing is counted of a table or column that is not there. */
export async function countLosses(
  steps: readonly UndoStep[],
  options: CountOptions,
): Promise<readonly StepCount[]> {
  const { session } = options;
  await session.query(
    `BEGIN READ ONLY; SET LOCAL search_path = ${quoteIdentifier(options.defaultSchema)}; SET LOCAL statement_timeout = ${Math.round(options.timeoutMs)}`,
  );
  try {
    const counts: StepCount[] = [];
    for (const group of byTable(steps)) counts.push(...(await countTable(group, options)));
    await session.query('ROLLBACK');
    return steps.flatMap((step) => counts.find((count) => count.step === step) ?? []);
  } catch (thrown) {
    // The first error is the one to tell; on a broken connection this one fails too.
    await session.query('ROLLBACK').catch(() => {});
    throw thrown;
  }
}

function byTable(steps: readonly UndoStep[]): readonly (readonly UndoStep[])[] {
  const groups = new Map<string, UndoStep[]>();
  for (const step of steps) {
    const key = JSON.stringify([step.table.schema, step.table.name]);
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()];
}

async function countTable(steps: readonly UndoStep[], options: CountOptions): Promise<readonly StepCount[]> {
  const table = steps[0]?.table;
  const types = table === undefined ? new Map<string, string>() : await columnTypes(table, options);
  if (table === undefined || types.size === 0) return [];
  const plain = steps.filter((step) => !isCast(step));
  const counts = plain.map((step, index) => `${countOf(step, types)} AS c${index}`);
  const together = await tried(
    options.session,
    `SELECT ${['count(*) AS rows', ...counts].join(', ')} FROM ${nameOf(table, options)}`,
  );
  const rows = together.kind === 'done' ? numeric(together.row, 'rows') : undefined;
  const first = plain.map((step, index) => ({
    step,
    rows,
    affected: together.kind === 'done' ? numeric(together.row, `c${index}`) : undefined,
    isRefused: false,
  }));
  const casts: StepCount[] = [];
  for (const step of steps.filter(isCast)) casts.push(await countCast(step, { ...options, rows, types }));
  return [...first, ...casts];
}

type Cast = UndoStep & { readonly kind: 'change type' };

/** An enum of the script's own cannot be cast to: it is not there yet. */
function isCast(step: UndoStep): step is Cast {
  return step.kind === 'change type' && step.labels === undefined;
}

function countOf(step: UndoStep, types: ReadonlyMap<string, string>): string {
  if (step.kind === 'drop table' || step.kind === 'add required column') return 'count(*)';
  const column = quoteIdentifier(step.column);
  if (!types.has(step.column)) return '0';
  if (step.kind === 'drop column') return `count(${column})`;
  if (step.kind === 'require value') return `count(*) FILTER (WHERE ${column} IS NULL)`;
  const labels = (step.labels ?? []).map(quoteLiteral).join(', ');
  return types.get(step.column)?.endsWith('[]') === true
    ? `count(*) FILTER (WHERE NOT ${column}::text[] <@ ARRAY[${labels}]::text[])`
    : `count(*) FILTER (WHERE ${column}::text <> ALL (ARRAY[${labels}]::text[]))`;
}

interface CastOptions extends CountOptions {
  readonly rows: number | undefined;
  readonly types: ReadonlyMap<string, string>;
}

/** Values that are not the same once they have been the old type. */
async function countCast(step: Cast, options: CastOptions): Promise<StepCount> {
  const now = options.types.get(step.column);
  const base = { step, rows: options.rows };
  if (now === undefined) return { ...base, affected: undefined, isRefused: false };
  const column = quoteIdentifier(step.column);
  const answer = await tried(
    options.session,
    `SELECT count(*) AS changed FROM ${nameOf(step.table, options)} WHERE (${column}::${step.type})::${now} IS DISTINCT FROM ${column}`,
  );
  if (answer.kind === 'done') return { ...base, affected: numeric(answer.row, 'changed'), isRefused: false };
  return { ...base, affected: undefined, isRefused: answer.sqlState.startsWith('22') };
}

type Answer =
  | { readonly kind: 'done'; readonly row: Row }
  | { readonly kind: 'refused'; readonly sqlState: string };

/** A query that the server may refuse without ending the transaction: too slow, no such cast, a value that does not fit. */
async function tried(session: Session, query: string): Promise<Answer> {
  await session.query('SAVEPOINT count');
  try {
    const [row = {}] = await session.query(query);
    return { kind: 'done', row };
  } catch (thrown) {
    const state = sqlStateOf(thrown);
    if (state === undefined || !isAnswer(state)) throw thrown;
    await session.query('ROLLBACK TO SAVEPOINT count');
    return { kind: 'refused', sqlState: state };
  }
}

/** Class 22 is about values, class 42 about names, types and privileges. */
function isAnswer(state: string): boolean {
  return state === sqlState.queryCanceled || state.startsWith('22') || state.startsWith('42');
}

async function columnTypes(table: ObjectName, options: CountOptions): Promise<ReadonlyMap<string, string>> {
  const rows = await options.session.query(
    `SELECT a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_catalog.pg_attribute a
      WHERE a.attrelid = pg_catalog.to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`,
    [nameOf(table, options)],
  );
  return new Map(rows.map((row) => [text(row, 'name'), optionalText(row, 'type') ?? '']));
}

function nameOf(
  { schema, name }: ObjectName,
  { defaultSchema }: Pick<CountOptions, 'defaultSchema'>,
): string {
  return `${quoteIdentifier(schema ?? defaultSchema)}.${quoteIdentifier(name)}`;
}
