/** Asks one question, within its time, in a savepoint of its own. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { numeric, optionalText, type Row } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import { isRecord } from '../record.ts';
import type { DataCheck } from './data-check.ts';
import { type CountedQuestion, countLimit, type Question } from './question.ts';
import { answerSetting, type RowTest, rowByRow } from './row-by-row.ts';
import { type KeyPart, keyParts } from './row-source.ts';

export interface FoundRows {
  readonly rows: number;
  readonly isAtLeast: boolean;
  readonly groups: number | undefined;
  readonly key: readonly KeyPart[];
  /** Values as text, in the order of the key's parts. */
  readonly keys: readonly (readonly string[])[];
  /** How many rows raised an error of which SQLSTATE, where they were tried one by one. */
  readonly states: Readonly<Record<string, number>>;
}

export type Answer =
  | { readonly kind: 'found'; readonly found: FoundRows }
  | { readonly kind: 'none' }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface Asking {
  readonly session: Session;
  /** Milliseconds that are left for the check. */
  left(): number;
}

/** Of the time that is left: an exact count leaves some for a part of it, and for the keys. */
const countShare = 0.6;

/** @throws when the connection is lost or the run is cancelled; what the server refuses is an answer */
export async function ask(check: DataCheck, asking: Asking): Promise<Answer> {
  const { question } = check;
  const asked = typeof question === 'function' ? await resolved(question, check, asking) : question;
  if (asked.kind === 'skipped') return asked;
  switch (asked.kind) {
    case 'unaskable':
      return { kind: 'skipped', reason: asked.reason };
    case 'counted':
      return askCount(asked, check, asking);
    case 'by row':
      return askRows(asked, check, asking);
  }
}

type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'refused'; readonly state: string };

async function resolved(
  question: (session: Session) => Promise<Question>,
  check: DataCheck,
  asking: Asking,
): Promise<Question | Extract<Answer, { kind: 'skipped' }>> {
  const attempt = await attempted(check, asking, async (enter) => {
    await asking.session.query(enter);
    return question(asking.session);
  });
  return attempt.kind === 'done' ? attempt.value : skipped(attempt.state);
}

async function askCount(question: CountedQuestion, check: DataCheck, asking: Asking): Promise<Answer> {
  const { session } = asking;
  const { count, countSome, byRow } = question;
  const inTime = { ...asking, left: () => asking.left() * countShare };
  const counted = await attempted(check, inTime, (enter) => session.query(enter + count));
  if (counted.kind === 'done') return foundRows({ question, check, asking }, counted.value[0], false);
  if (byRow !== undefined && isAboutRow(counted.state)) return askEachRow(byRow, check, asking);
  if (counted.state !== sqlState.queryCanceled || countSome === undefined) return skipped(counted.state);
  const some = await attempted(check, inTime, (enter) => session.query(enter + countSome));
  if (some.kind === 'refused') return skipped(some.state);
  return foundRows({ question, check, asking }, some.value[0], true);
}

interface Counted {
  readonly question: CountedQuestion;
  readonly check: DataCheck;
  readonly asking: Asking;
}

async function foundRows(
  { question, check, asking }: Counted,
  row: Row | undefined,
  isPart: boolean,
): Promise<Answer> {
  const rows = row === undefined ? 0 : numeric(row, 'rows');
  if (rows === 0) return { kind: 'none' };
  const groups = row?.groups === undefined ? undefined : numeric(row, 'groups');
  const sampled = await attempted(check, asking, (enter) => asking.session.query(enter + question.sample));
  const keys = (sampled.kind === 'done' ? sampled.value : []).map((sample) =>
    question.key.map((_, index) => optionalText(sample, `key_${index + 1}`) ?? ''),
  );
  const isAtLeast = isPart && rows >= countLimit;
  return { kind: 'found', found: { rows, isAtLeast, groups, key: question.key, keys, states: {} } };
}

async function askRows(
  { probe, byRow }: Extract<Question, { kind: 'by row' }>,
  check: DataCheck,
  asking: Asking,
): Promise<Answer> {
  if (probe === undefined) return byRow === undefined ? { kind: 'none' } : askEachRow(byRow, check, asking);
  const probed = await attempted(check, asking, (enter) => asking.session.query(enter + probe));
  if (probed.kind === 'done') return { kind: 'none' };
  if (byRow === undefined || !isAboutRow(probed.state)) return skipped(probed.state);
  return askEachRow(byRow, check, asking);
}

/** The block ends by itself before its time is over, with what it has seen by then. */
const ownEnd = 0.8;

async function askEachRow(test: RowTest, check: DataCheck, asking: Asking): Promise<Answer> {
  const attempt = await attempted(check, asking, async (enter) => {
    await asking.session.query(enter + rowByRow(test, asking.left() * ownEnd));
    return asking.session.query(`SELECT pg_catalog.current_setting('${answerSetting}') AS answer`);
  });
  if (attempt.kind === 'refused') return skipped(attempt.state);
  const answer: unknown = JSON.parse(optionalText(attempt.value[0] ?? {}, 'answer') ?? 'null');
  if (!isRecord(answer)) throw new Error('The row by row test gave another answer than it was written for.');
  if (answer.end === 'no cast')
    return {
      kind: 'skipped',
      reason: 'Postgres knows no automatic cast between the types, whatever the rows hold',
    };
  const rows = Number(answer.rows);
  const isAtLeast = answer.end === 'late';
  if (rows === 0) return isAtLeast ? skipped(sqlState.queryCanceled) : { kind: 'none' };
  const states = isRecord(answer.states) ? answer.states : {};
  return {
    kind: 'found',
    found: {
      rows,
      isAtLeast,
      groups: undefined,
      key: keyParts(test.source),
      keys: keysOf(answer.keys),
      states: Object.fromEntries(Object.entries(states).map(([state, count]) => [state, Number(count)])),
    },
  };
}

function keysOf(keys: unknown): FoundRows['keys'] {
  return (Array.isArray(keys) ? keys : []).map((key: unknown) =>
    (Array.isArray(key) ? key : []).map((value: unknown) => (typeof value === 'string' ? value : '')),
  );
}

/**
 * Settings end with the savepoint, whether the work was done or refused.
 * @param work begins its first query with the statements that it is given, which saves a round trip
 */
async function attempted<T>(
  check: DataCheck,
  asking: Asking,
  work: (enter: string) => Promise<T>,
): Promise<Attempt<T>> {
  const { session } = asking;
  const left = Math.floor(asking.left());
  if (left <= 0) return { kind: 'refused', state: sqlState.queryCanceled };
  const path = check.searchPath.map(quoteIdentifier).join(', ');
  try {
    const value = await work(
      `SAVEPOINT data_check; SET LOCAL search_path = ${path === '' ? "''" : path}; SET LOCAL statement_timeout = ${left};\n`,
    );
    return { kind: 'done', value };
  } catch (thrown) {
    const state = sqlStateOf(thrown);
    // 57P: the server is going away, and the connection with it.
    if (state === undefined || state.startsWith('57P')) throw thrown;
    return { kind: 'refused', state };
  } finally {
    // On a lost connection this fails too, and the first error is the one to tell.
    await session.query('ROLLBACK TO SAVEPOINT data_check; RELEASE SAVEPOINT data_check').catch(() => {});
  }
}

/** An error that a value of a row can cause: data (22), a constraint (23), a function's own RAISE. */
function isAboutRow(state: string): boolean {
  return !/^(0A|25|40|42|53|54|55|57|58|F0|XX)/.test(state);
}

/** Never the server's own words: they quote values. */
function skipped(state: string): Extract<Answer, { kind: 'skipped' }> {
  const otherwise = isAboutRow(state) ? 'an expression raises an error' : 'Postgres refused the question';
  return { kind: 'skipped', reason: `${reasons[state] ?? otherwise} (SQLSTATE ${state})` };
}

const reasons: Readonly<Record<string, string>> = {
  '25006': 'its expression writes to the database, and nothing is written here',
  '42501': 'the role may not read all of its rows',
  '42703': 'a column that it names is not there',
  '42704': 'a type that it names is not there',
  '42883': 'a function or operator that it names is not there',
  '42P01': 'a table that it names is not there',
  '55P03': 'another session has the table locked',
  '57014': 'it takes longer than the time that is given to it',
};
