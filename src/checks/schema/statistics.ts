import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import { inCatalogTransaction, type Session } from '../../postgres/catalog-transaction.ts';
import { statisticsQuery } from './statistics-query.ts';

/** What the server has counted of its own use, or why that is not known. */
export type Statistics =
  | { readonly kind: 'read'; readonly counted: Counted }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface Counted {
  /** How long it has been counting, in seconds. */
  readonly windowSeconds: number;
  /** A standby counts its own reads only, and no vacuum. */
  readonly isReplica: boolean;
  readonly indexes: readonly IndexUse[];
  readonly tables: readonly TableState[];
}

export interface IndexUse {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** Searches; of a partitioned index those of all its parts. */
  readonly scans: number;
  /** Seconds since the last search; null when there was none, or the server does not keep it (before PostgreSQL 16). */
  readonly lastScanSeconds: number | null;
  readonly bytes: number;
}

export interface TableState {
  readonly schema: string;
  readonly name: string;
  /** Rows at the last vacuum or analyse; -1 when there was none. */
  readonly rows: number;
  readonly bytes: number;
  /** What its rows would take, by their average widths; null where the widths are not known. */
  readonly neededBytes: number | null;
  readonly deadRows: number;
  /** Dead rows at which autovacuum starts. */
  readonly vacuumAt: number;
  readonly isAutovacuumOn: boolean;
  /** Seconds; null = never since the counting began. */
  readonly lastVacuumSeconds: number | null;
}

const isIndexUse = objectOf<IndexUse>({
  schema: isString,
  table: isString,
  name: isString,
  scans: isNumber,
  lastScanSeconds: nullable(isNumber),
  bytes: isNumber,
});

const isTableState = objectOf<TableState>({
  schema: isString,
  name: isString,
  rows: isNumber,
  bytes: isNumber,
  neededBytes: nullable(isNumber),
  deadRows: isNumber,
  vacuumAt: isNumber,
  isAutovacuumOn: isBoolean,
  lastVacuumSeconds: nullable(isNumber),
});

const isCounted: Guard<Counted> = objectOf<Counted>({
  windowSeconds: isNumber,
  isReplica: isBoolean,
  indexes: arrayOf(isIndexUse),
  tables: arrayOf(isTableState),
});

/** One query. @throws what the database answers with */
export async function readStatistics(session: Session): Promise<Counted> {
  const rows = await inCatalogTransaction(session, () => session.query(statisticsQuery));
  const text = rows[0]?.statistics;
  const document: unknown = isString(text) ? JSON.parse(text) : undefined;
  if (!isCounted(document)) throw new Error('The statistics query answered a document of another shape.');
  return document;
}

export const daySeconds = 86_400;

/** Undefined when the counting is long enough for the rule; else why nothing can be said. */
export function tooYoung({ windowSeconds }: Counted, neededSeconds: number): string | undefined {
  if (windowSeconds >= neededSeconds) return undefined;
  return `production has counted for ${ageText(windowSeconds)} only, and ${ageText(neededSeconds)} are needed`;
}

/** "3 hours", "41 days". */
export function ageText(seconds: number): string {
  const [amount, unit] =
    seconds >= 2 * daySeconds
      ? [seconds / daySeconds, 'days']
      : seconds >= 2 * 3600
        ? [seconds / 3600, 'hours']
        : [seconds / 60, 'minutes'];
  return `${Math.floor(amount)} ${unit}`;
}
