/** What is asked of the data, in SQL. */
import { type RowTest, sampleSize } from './row-by-row.ts';
import { fromItem, type KeyPart, keyParts, type RowSource } from './row-source.ts';

/** Asks for numbers in one query, and only when there are rows for some of their keys in another. */
export interface CountedQuestion {
  readonly kind: 'counted';
  /** Gives one row: `rows`, and `groups` where rows are refused by group. */
  readonly count: string;
  /** The same, but stops counting at `countLimit`; undefined where that saves nothing. */
  readonly countSome: string | undefined;
  /** Gives the key's columns as text (`key_1`, …), ordered, `sampleSize` rows. */
  readonly sample: string;
  /** What the sample's columns are. */
  readonly key: readonly KeyPart[];
  /** When an expression of the query raises an error, the rows are tried one by one. */
  readonly byRow: RowTest | undefined;
}

/** Refused is the row whose expression raises an error (or, of a check, is false): each is tried. */
export interface RowQuestion {
  readonly kind: 'by row';
  /** Raises an error if any row does: where it passes, no row needs to be tried. Undefined where no query says the same. */
  readonly probe: string | undefined;
  /** Undefined where rows cannot be tried one by one. */
  readonly byRow: RowTest | undefined;
}

/** A statement of a form that cannot be asked about. */
export interface Unaskable {
  readonly kind: 'unaskable';
  readonly reason: string;
}

export type Question = CountedQuestion | RowQuestion | Unaskable;

/** Counting a part stops here. */
export const countLimit = 1000;

interface Condition {
  /** Of SQL, over the source's columns: true for a refused row. */
  readonly refused: string;
  readonly byRow?: RowTest | undefined;
}

/** How many rows fulfil a condition. */
export function countedRows(source: RowSource, { refused, byRow }: Condition): CountedQuestion {
  const from = `FROM ${fromItem(source)} WHERE ${refused}`;
  return {
    kind: 'counted',
    count: `SELECT pg_catalog.count(*) AS rows ${from}`,
    countSome: `SELECT pg_catalog.count(*) AS rows FROM (SELECT ${from} LIMIT ${countLimit}) AS refused`,
    ...sampleOf(keyParts(source), (keys) => `SELECT ${keys} ${from}`),
    byRow,
  };
}

/**
 * The keys of some rows, in order of the keys. OFFSET 0 keeps the planner from walking through the key's index in the
 * hope of finding five refused rows soon.
 * @param rows writes the SELECT that gives the refused rows' keys (its argument), and what `order` names
 */
export function sampleOf(
  parts: readonly KeyPart[],
  rows: (keys: string) => string,
  order: readonly string[] = [],
): Pick<CountedQuestion, 'sample' | 'key'> {
  const keys = parts.map(({ expression }, index) => `${expression} AS k${index + 1}`).join(', ');
  const shown = parts.map(
    (_, index) => `pg_catalog.left(found.k${index + 1}::pg_catalog.text, 1000) AS key_${index + 1}`,
  );
  const sorted = [...order.map((name) => `found.${name}`), ...parts.map((_, index) => `found.k${index + 1}`)];
  return {
    sample: `SELECT ${shown.join(', ')} FROM (${rows(keys)} OFFSET 0) AS found ORDER BY ${sorted.join(', ')} LIMIT ${sampleSize}`,
    key: parts,
  };
}
