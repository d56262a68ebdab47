/** The user's own questions to the restored copy: each statement must answer with one row, one column, `true`. */
import { errorMessage } from '../../errors.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import { withoutValues } from './restore-errors.ts';

export interface FailedAssertion {
  readonly statement: string;
  /** What it gave instead: "2 rows", "false", or the server's error. */
  readonly outcome: string;
}

/**
 * Asks one after the other, in a session that the server lets write nothing and that has a statement time-out (see
 * `SessionSettings`). What a statement returns is not repeated, but for what is no row's content: a count, a boolean.
 */
export async function runAssertions(
  session: PostgresConnection,
  statements: readonly string[],
): Promise<readonly FailedAssertion[]> {
  const failed: FailedAssertion[] = [];
  for (const statement of statements) {
    const outcome = await ask(session, statement);
    if (outcome !== undefined) failed.push({ statement, outcome });
  }
  return failed;
}

/**
 * As a sub-select: only a query can stand there, and two rows at most come back, whatever it asks for. `json_each` counts
 * columns of the same name too. The line end is for a comment at the statement's end.
 */
function wrapped(statement: string): string {
  return `SELECT (SELECT pg_catalog.json_agg(e.value) FROM pg_catalog.json_each(answer.line) AS e) AS "values"
  FROM (SELECT pg_catalog.row_to_json(asked) AS line FROM (
${statement}
) AS asked LIMIT 2) AS answer`;
}

async function ask(session: PostgresConnection, statement: string): Promise<string | undefined> {
  try {
    const rows = await session.query(wrapped(statement), []);
    const [first] = rows;
    if (first === undefined) return 'no row';
    if (rows.length > 1) return 'more than one row';
    const values = Array.isArray(first.values) ? first.values : [];
    if (values.length !== 1) return `${values.length} columns`;
    return values[0] === true ? undefined : described(values[0]);
  } catch (thrown) {
    const state = sqlStateOf(thrown);
    if (state === undefined) throw thrown;
    if (state === sqlState.queryCanceled) return 'nothing within the time that a statement has';
    return `error ${state}: ${withoutValues(errorMessage(thrown))}`;
  }
}

function described(value: unknown): string {
  if (value === null) return 'null';
  if (value === false) return 'false';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'string' ? 'a text' : 'a value that is no boolean';
}
