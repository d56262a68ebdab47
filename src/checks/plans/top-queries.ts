/** What production runs, by pg_stat_statements. */

import { inCatalogTransaction, type Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { numeric, optionalText, type Row, text } from '../../postgres/row.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import { cutEnd } from '../../report/visible-text.ts';
import {
  hasPlan,
  isRead,
  type LeftOut,
  parameterCount,
  type Query,
  type StatementParser,
  shownText,
} from './query.ts';

export type TopQueries =
  | {
      readonly kind: 'read';
      readonly queries: readonly Query[];
      readonly leftOut: readonly LeftOut[];
      /** Since when they are counted, ISO 8601; undefined where the server does not say. */
      readonly since: string | undefined;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface TopQueriesRequest {
  /** At most so many, those with the most execution time. */
  readonly count: number;
  readonly parser: StatementParser;
}

const longestText = 100_000;
const longestName = 60;

/** Needs pg_read_all_stats to see other roles' statements; what cannot be had is a reason, not an error. */
export async function readTopQueries(session: Session, request: TopQueriesRequest): Promise<TopQueries> {
  try {
    return await inCatalogTransaction(session, () => readRows(session, request));
  } catch (thrown) {
    const reason = refusal(thrown);
    if (reason === undefined) throw thrown;
    return { kind: 'unknown', reason };
  }
}

async function readRows(session: Session, { count, parser }: TopQueriesRequest): Promise<TopQueries> {
  const place = await extensionPlace(session);
  if (place === undefined)
    return { kind: 'unknown', reason: 'the extension pg_stat_statements is not in the parent database' };
  const rows = await session.query(topQuery(place.schema), [count, longestText]);
  const since = place.hasInfo ? await readSince(session, place.schema) : undefined;
  return judgeRows(rows, { parser, since });
}

function refusal(thrown: unknown): string | undefined {
  const state = sqlStateOf(thrown);
  if (state === sqlState.insufficientPrivilege) return 'the role may not read pg_stat_statements';
  if (state === sqlState.objectNotReady)
    return 'pg_stat_statements is not loaded there (shared_preload_libraries)';
  if (state === sqlState.undefinedColumn)
    return 'pg_stat_statements is too old there (ALTER EXTENSION pg_stat_statements UPDATE)';
  if (state === sqlState.queryCanceled) return 'reading pg_stat_statements took too long';
  return undefined;
}

async function extensionPlace(session: Session) {
  const [row] = await session.query(`
SELECT n.nspname AS schema,
       EXISTS (SELECT FROM pg_catalog.pg_class c
                WHERE c.relnamespace = n.oid AND c.relname = 'pg_stat_statements_info') AS has_info
  FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
 WHERE e.extname = 'pg_stat_statements'`);
  return row === undefined ? undefined : { schema: text(row, 'schema'), hasInfo: row.has_info === true };
}

/** Comments may stand before the first word; what is no SELECT, INSERT, … has no plan and does not count as a call. */
const firstWord = String.raw`^(\s|\(|--[^\n]*\n|/\*([^*]|\*[^/])*\*/)*(select|insert|update|delete|merge|with|values|table)\M`;

/** One row a query, whoever runs it, without those that ask the catalog: they are tools, not the app. Top-level statements only: what functions run has its plan in the function. */
function topQuery(schema: string): string {
  return String.raw`
WITH counted AS (
  SELECT s.queryid, pg_catalog.min(s.query) AS query, pg_catalog.sum(s.calls) AS calls,
         pg_catalog.sum(s.total_exec_time) AS total
    FROM ${quoteIdentifier(schema)}.pg_stat_statements s
   WHERE s.dbid = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
     AND s.toplevel AND s.calls > 0
   GROUP BY s.queryid
)
SELECT queryid::text AS id, pg_catalog.left(query, $2) AS query, calls::text AS calls, total::text AS total,
       pg_catalog.sum(calls) OVER ()::text AS all_calls
  FROM counted
 WHERE queryid IS NULL
    OR (query ~* '${firstWord.replaceAll("'", "''")}' AND query !~* '\m(pg_catalog|information_schema)\.')
 ORDER BY total DESC, queryid
 LIMIT $1`;
}

async function readSince(session: Session, schema: string): Promise<string | undefined> {
  const [row = {}] = await session.query(
    `SELECT pg_catalog.to_char(i.stats_reset AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
       FROM ${quoteIdentifier(schema)}.pg_stat_statements_info i`,
  );
  return optionalText(row, 'since');
}

/** Rows of other roles come without id, with `<insufficient privilege>` as their text. */
function judgeRows(
  rows: readonly Row[],
  { parser, since }: { readonly parser: StatementParser; readonly since: string | undefined },
): TopQueries {
  const visible = rows.filter((row) => row.id !== null);
  if (visible.length === 0)
    return rows.length === 0
      ? { kind: 'unknown', reason: 'pg_stat_statements has counted nothing in that database yet' }
      : { kind: 'unknown', reason: 'the role may not see the statements of others (pg_read_all_stats)' };
  const queries: Query[] = [];
  const leftOut: LeftOut[] =
    visible.length === rows.length
      ? []
      : [{ subject: 'statements of other roles', reason: 'not visible without pg_read_all_stats' }];
  for (const row of visible) {
    const query = readRow(row, parser);
    if (query === undefined)
      leftOut.push({
        subject: `query ${text(row, 'id')}`,
        reason: 'cannot be read as a statement with a plan',
      });
    else queries.push(query);
  }
  return { kind: 'read', queries, leftOut, since };
}

/** Undefined for what Postgres accepts as normalised text but not as SQL (`interval $1`), or has cut. */
function readRow(row: Row, parser: StatementParser): Query | undefined {
  const parsed = parser.parse(text(row, 'query'));
  const [statement, second] = parsed.kind === 'parsed' ? parsed.statements : [];
  if (statement === undefined || second !== undefined || !hasPlan(statement)) return undefined;
  const tokens = parser.tokens(statement.text);
  const shown = shownText(tokens);
  const calls = numeric(row, 'calls');
  return {
    id: `statistics#${text(row, 'id')}`,
    name: cutEnd(shown, longestName),
    text: statement.text,
    shown,
    parameters: parameterCount(tokens),
    isRead: isRead(statement),
    source: {
      kind: 'statistics',
      usage: {
        calls,
        share: calls / Math.max(calls, numeric(row, 'all_calls')),
        meanMs: numeric(row, 'total') / calls,
      },
    },
  };
}
