/** Counts what the load met, table by table. */
import { errorMessage } from '../../errors.ts';
import { sqlStateOf } from '../../postgres/sqlstate.ts';
import type { RelationState } from './measurement.ts';

export type Operation = 'read' | 'write';

export interface TallyError {
  readonly sqlState: string | undefined;
  /** Of the first one, without data of rows. */
  readonly message: string;
  readonly operation: Operation;
  /** Migration that ran at the first one. */
  readonly during: string | undefined;
  count: number;
}

export interface TallyFigures {
  count: number;
  longestMs: number;
  /** Migration that ran when the longest one began. */
  during: string | undefined;
  /** Start of a wait that went on over the limit of one operation. */
  since: number | undefined;
}

export interface TableTally {
  readonly table: RelationState;
  readonly read: TallyFigures;
  readonly write: TallyFigures;
  /** By SQLSTATE. */
  readonly errors: Map<string, TallyError>;
}

export function newTally(table: RelationState): TableTally {
  return { table, read: newFigures(), write: newFigures(), errors: new Map() };
}

function newFigures(): TallyFigures {
  return { count: 0, longestMs: 0, during: undefined, since: undefined };
}

/** One operation. Times are `performance.now()`. */
export interface Done {
  readonly operation: Operation;
  readonly start: number;
  readonly end: number;
  readonly during: string | undefined;
  /** It was ended by its own limit, or at the end of the load: the wait goes on. */
  readonly isCutOff: boolean;
}

export function countOperation(tally: TableTally, { operation, start, end, during, isCutOff }: Done): void {
  const figures = tally[operation];
  const since = figures.since ?? start;
  figures.count += 1;
  figures.since = isCutOff ? since : undefined;
  if (end - since <= figures.longestMs) return;
  figures.longestMs = end - since;
  figures.during = during;
}

export function countError(
  tally: TableTally,
  thrown: unknown,
  at: Pick<TallyError, 'operation' | 'during'>,
): void {
  const sqlState = sqlStateOf(thrown);
  const known = tally.errors.get(sqlState ?? '');
  if (known === undefined)
    tally.errors.set(sqlState ?? '', { ...at, sqlState, message: messageOf(thrown, sqlState), count: 1 });
  else known.count += 1;
}

/** Messages about data quote it: classes 21 to 23 and whatever a function raises (P0). */
function messageOf(thrown: unknown, sqlState: string | undefined): string {
  if (sqlState !== undefined && /^(2[123]|P0)/.test(sqlState))
    return 'the server refused it for the data of the row';
  return errorMessage(thrown);
}
