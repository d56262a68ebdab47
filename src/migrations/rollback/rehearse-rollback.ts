/** Runs the way back on a branch that nobody needs, times it, and looks whether it led back. */
import type { Logger } from '../../log.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { type Finding, sortFindings } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import { placeOf } from '../failure-place.ts';
import { prismaDiff } from '../prisma-diff.ts';
import type { SchemaFile } from '../prisma-project.ts';
import type { Rollback } from '../rehearsal/rehearsal.ts';
import { withoutRowData } from '../row-data.ts';
import { runScript, type ScriptFailure } from '../script-run.ts';
import { connectionOpener, type OpenConnection, schemaOf } from '../session.ts';
import { loadSqlParser, type SqlParser } from '../sql-parser.ts';
import type { WasmPaths } from '../wasm-path.ts';
import type { RollbackRequest } from './plan-rollback.ts';
import { rollbackFails, rollbackIncomplete } from './rules.ts';

export interface RollbackRehearsal extends Omit<RollbackRequest, 'pending'> {
  readonly plan: Rollback;
  /** Direct URI of a migrated branch that is thrown away afterwards: the script runs there and stays. */
  readonly uri: string;
}

export interface RehearsalContext {
  readonly log: Logger;
  /** Aborted: the running statement is cancelled, and the signal's reason thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds for the script. */
  readonly timeoutMs: number;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  readonly wasm?: WasmPaths | undefined;
  readonly openConnection?: OpenConnection | undefined;
}

/** The plan with what running it showed. A script that fails is a finding, not an error. */
export async function rehearseRollback(
  rehearsal: RollbackRehearsal,
  context: RehearsalContext,
): Promise<Rollback> {
  const parser = await loadSqlParser(context.wasm?.sqlParser);
  const driftBefore = await drift(rehearsal, rehearsal.newSchema, context);
  const run = await runTimed(rehearsal, parser, context);
  const planned = rehearsal.plan.findings.filter(
    ({ rule }) => run.failure !== undefined || rule !== rollbackFails.id,
  );
  const found =
    run.failure === undefined
      ? await whatIsLeft({ rehearsal, parser, driftBefore, context })
      : [failureFinding(rehearsal.plan.sql, run.failure, parser)];
  return {
    ...rehearsal.plan,
    rehearsed: {
      durationMs: run.durationMs,
      succeeded: run.failure === undefined,
      message: run.failure?.error?.message,
    },
    findings: sortFindings([...planned, ...found]),
  };
}

interface TimedRun {
  readonly durationMs: number;
  readonly failure: ScriptFailure | undefined;
}

/** As `prisma db execute --file` would: the whole script at once, with the search path of Prisma's connections. */
async function runTimed(
  { plan, uri }: RollbackRehearsal,
  parser: SqlParser,
  context: RehearsalContext,
): Promise<TimedRun> {
  const open = context.openConnection ?? connectionOpener(context);
  await using connection = await open(uri, 'database-actions/rollback');
  await connection.query(
    `SET search_path = ${quoteIdentifier(schemaOf(uri))}; SET statement_timeout = ${Math.round(context.timeoutMs)}`,
  );
  const start = context.now();
  let failure: ScriptFailure | undefined;
  using _ = cancelOn(context.signal, connection);
  await runScript({
    client: connection.client,
    script: plan.sql,
    transport: 'script',
    parser,
    signal: context.signal,
    onFailure: (told) => {
      failure = told;
    },
  }).catch((thrown: unknown) => {
    context.signal.throwIfAborted();
    if (failure?.error === undefined) throw thrown;
  });
  return { durationMs: context.now() - start, failure };
}

function cancelOn(signal: AbortSignal, connection: PostgresConnection): Disposable {
  const cancel = () => void connection.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', cancel) };
}

function failureFinding(sql: string, failure: ScriptFailure, parser: SqlParser): Finding {
  const { statement } = placeOf(failure, sql, parser);
  const { error } = failure;
  const detail = withoutRowData(error?.detail, error?.sqlState);
  return findingOf(rollbackFails, {
    subject: 'way back',
    message: `The way back fails on this data: ${error?.message ?? 'the connection was lost'} (${error?.sqlState ?? 'no code'}).`,
    evidence: [statement, detail].filter((line) => line !== undefined).join('\n'),
    fix: '-- Write the way back by hand and rehearse it, or plan to go back with the code alone.',
  });
}

/** The statements that the database is away from a schema, by Prisma's own diff. */
async function drift(
  { uri, external }: Pick<RollbackRehearsal, 'uri' | 'external'>,
  schemaFiles: readonly SchemaFile[],
  { wasm, openConnection }: Pick<RehearsalContext, 'wasm' | 'openConnection'>,
): Promise<string> {
  const project = { schemaPath: schemaFiles[0]?.path ?? 'schema.prisma', schemaFiles, external };
  return (await prismaDiff({ project, directUri: uri, wasm, openConnection })).sql;
}

interface Left {
  readonly rehearsal: RollbackRehearsal;
  readonly parser: SqlParser;
  readonly driftBefore: string;
  readonly context: RehearsalContext;
}

/** What differs from the old schema now and did not differ from the new one before: the rest was so anyway. */
async function whatIsLeft({ rehearsal, parser, driftBefore, context }: Left): Promise<readonly Finding[]> {
  const after = await drift(rehearsal, rehearsal.oldSchema, context);
  const before = new Set(statementTexts(driftBefore, parser));
  const left = statementTexts(after, parser).filter((statement) => !before.has(statement));
  if (left.length === 0) return [];
  return [
    findingOf(rollbackIncomplete, {
      subject: 'way back',
      message: 'The way back runs, and the database is not what the old Prisma schema says afterwards.',
      evidence: `Prisma would still run:\n${left.join(';\n')};`,
      fix: '-- Add what is missing to the way back.',
    }),
  ];
}

function statementTexts(sql: string, parser: SqlParser): readonly string[] {
  const parsed = parser.parse(sql);
  if (parsed.kind === 'syntax-error') return [sql];
  return parsed.statements.map(({ text }) => text.replace(/\s+/g, ' '));
}
