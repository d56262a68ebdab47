/** Asking a server for plans. Nothing of the queries is executed, unless that is asked for. */
import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import type { Answer, PipelinedStatement } from '../../postgres/pipeline.ts';
import { sqlStateOf } from '../../postgres/sqlstate.ts';
import { prose } from '../../report/visible-text.ts';
import { type ReadPlan, readPlan } from './plan-tree.ts';
import { type Query, withoutLiterals } from './query.ts';

export type Explained =
  | ({ readonly kind: 'planned' } & ReadPlan)
  /** The server has no plan for it: something it names is gone, or its parameters have no types. */
  | { readonly kind: 'refused'; readonly sqlState: string; readonly message: string }
  /** A lock or a time limit kept the server from answering: it says nothing about the query. Without SQLSTATE: not asked. */
  | { readonly kind: 'unanswered'; readonly sqlState: string | undefined };

export interface ExplainOptions {
  /** Milliseconds that one query may take. */
  readonly timeoutMs: number;
  /** Milliseconds for all of them; what is left then is not asked. */
  readonly totalMs: number;
  /** Milliseconds that a table which a migration holds is waited for. */
  readonly lockTimeoutMs: number;
  /** The first schema to look in, as Prisma's `?schema=` sets it; undefined = what role and database say. */
  readonly schema: string | undefined;
  /** Ask which index could serve, not which way is the cheapest: for a database without production's rows. */
  readonly preferIndexes: boolean;
  /** Executes the SELECTs without parameters, and measures. */
  readonly analyze: boolean;
}

type Session = Pick<PostgresConnection, 'query' | 'queryAll' | 'serverVersion'>;

/**
 * The generic plan of each query, in their order, all in one read-only transaction that is rolled back. Planning evaluates
 * immutable and stable functions of constants, as it does for the app. @throws what breaks the connection
 */
export async function explainAll(
  session: Session,
  queries: readonly Query[],
  options: ExplainOptions,
): Promise<readonly Explained[]> {
  if (queries.length === 0) return [];
  await session.query(beginning(options));
  const canBeQuiet = session.serverVersion >= firstWithParameterPrivileges;
  await session.queryAll([...(canBeQuiet ? [quietly] : []), 'SAVEPOINT plan'].map(extended));
  const start = performance.now();
  const results: Explained[] = [];
  while (results.length < queries.length && performance.now() - start < options.totalMs)
    results.push(
      ...(await explainSome(session, queries.slice(results.length, results.length + atOnce), options)),
    );
  await session.query('ROLLBACK');
  const notAsked = queries
    .slice(results.length)
    .map((): Explained => ({ kind: 'unanswered', sqlState: undefined }));
  return [...results, ...notAsked];
}

/** Between two batches the time is looked at. */
const atOnce = 50;

async function explainSome(
  session: Session,
  queries: readonly Query[],
  options: ExplainOptions,
): Promise<readonly Explained[]> {
  const batches = queries.map((query) => statementsFor(query, { ...options, session }));
  const answers = await session.queryAll(batches.flat());
  let next = 0;
  return batches.map((batch) => {
    const own = answers.slice(next, next + batch.length);
    next += batch.length;
    return explained(own);
  });
}

/** JIT is left out of plans, so that they are the same whether it is installed or not. */
function beginning({ timeoutMs, lockTimeoutMs, schema, preferIndexes }: ExplainOptions): string {
  return [
    'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY',
    `SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`,
    `SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`,
    'SET LOCAL idle_in_transaction_session_timeout = 60000',
    'SET LOCAL jit = off',
    // As the parser that has cut the statements reads them: else a literal may end elsewhere here.
    'SET LOCAL standard_conforming_strings = on',
    'SET LOCAL plan_cache_mode = force_generic_plan',
    ...(preferIndexes ? ['SET LOCAL enable_seqscan = off'] : []),
    ...(schema === undefined ? [] : [`SET LOCAL search_path = ${quoteIdentifier(schema)}`]),
  ].join(';\n');
}

/** https://www.postgresql.org/docs/release/15.0/ */
const firstWithParameterPrivileges = 150_000;

/** Each EXPLAIN would take a place among the statements that pg_stat_statements counts; few roles may say that it shall not. */
const quietly = `
SELECT pg_catalog.set_config('pg_stat_statements.track', 'none', true)
 WHERE pg_catalog.current_setting('pg_stat_statements.track', true) IS NOT NULL
   AND pg_catalog.has_parameter_privilege('pg_stat_statements.track', 'SET')`;

interface Asking extends ExplainOptions {
  readonly session: Session;
}

/** GENERIC_PLAN plans a text with `$1` as it is; https://www.postgresql.org/docs/release/16.0/ */
const firstWithGenericPlan = 160_000;

/**
 * The statements that bring one plan, the last of which undoes the others: its locks are not kept until the end. Before
 * Postgres 16 a prepared statement has the generic plan; as its parameters are NULL, partitions would be pruned by that.
 */
function statementsFor(query: Query, { analyze, session }: Asking): readonly PipelinedStatement[] {
  const { text, parameters } = query;
  const back = extended('ROLLBACK TO SAVEPOINT plan');
  if (parameters === 0) {
    const timing = analyze && query.isRead ? ', ANALYZE, BUFFERS, TIMING OFF' : '';
    return [extended(`EXPLAIN (FORMAT JSON, VERBOSE${timing}) ${text}`), back];
  }
  if (session.serverVersion >= firstWithGenericPlan)
    return [{ text: `EXPLAIN (FORMAT JSON, VERBOSE, GENERIC_PLAN) ${text}`, protocol: 'simple' }, back];
  const nulls = Array.from({ length: parameters }, () => 'NULL').join(', ');
  return [
    ...[
      'SET LOCAL enable_partition_pruning = off',
      // A prepared statement does not end with the transaction.
      'DEALLOCATE ALL',
      `PREPARE planned AS ${text}`,
      `EXPLAIN (FORMAT JSON, VERBOSE) EXECUTE planned(${nulls})`,
    ].map(extended),
    back,
  ];
}

function extended(text: string): PipelinedStatement {
  return { text, protocol: 'extended' };
}

/** Classes of SQLSTATE that speak of the server and the moment, not of the query. */
const circumstantial = /^(08|25|40|53|54|55|57|58|F0|XX)/;
const longestMessage = 300;

function explained(answers: readonly Answer[]): Explained {
  const refused = answers.find((answer) => answer.kind === 'refused');
  if (refused?.kind === 'refused') {
    const sqlState = sqlStateOf(refused.error) ?? '';
    if (circumstantial.test(sqlState)) return { kind: 'unanswered', sqlState };
    return { kind: 'refused', sqlState, message: messageOf(refused.error, sqlState) };
  }
  const rows = answers.flatMap((answer) => (answer.kind === 'rows' ? answer.rows : []));
  const row = rows.find((candidate) => 'QUERY PLAN' in candidate);
  return { kind: 'planned', ...readPlan(row?.['QUERY PLAN']) };
}

/** Only class 42 (syntax, names, types, privileges) has messages that quote names alone; others quote values. */
function messageOf({ message }: Error, sqlState: string): string {
  if (!sqlState.startsWith('42')) return 'the server refuses it';
  return withoutLiterals(prose(message)).slice(0, longestMessage);
}
