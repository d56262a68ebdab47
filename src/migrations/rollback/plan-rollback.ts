/** The way back: what an undo of the pull request's migrations would do, lose and leave behind. */
import { UserError } from '../../errors.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { Finding } from '../../report/finding.ts';
import { sortFindings } from '../../report/finding.ts';
import { findingOf } from '../../report/rule.ts';
import type { ObjectName } from '../parse-tree.ts';
import { type DiffOptions, schemasDiff } from '../prisma-diff.ts';
import type { SchemaFile } from '../prisma-project.ts';
import type { Part, Rollback } from '../rehearsal/rehearsal.ts';
import { schemaOf } from '../session.ts';
import { loadSqlParser, type SqlParser, type SqlStatement } from '../sql-parser.ts';
import { countLosses, type StepCount } from './loss-count.ts';
import { rollbackFails, rollbackLosesData } from './rules.ts';
import { undoSteps } from './undo-steps.ts';
import { type PendingScript, unrecoverableFindings } from './unrecoverable.ts';

export interface RollbackRequest {
  /** Of the pull request. */
  readonly newSchema: readonly SchemaFile[];
  /** Of the base ref. */
  readonly oldSchema: readonly SchemaFile[];
  /** What Prisma leaves alone. */
  readonly external: DiffOptions['project']['external'];
  /** The pending migrations, in their order. */
  readonly pending: readonly PendingScript[];
}

export interface RollbackContext extends Pick<DiffOptions, 'directUri' | 'wasm' | 'openConnection'> {
  /** On the migrated branch: rows and values are counted there, table by table. Undefined: nothing is counted. */
  readonly session?: Session | undefined;
  /** Milliseconds for the counts of one table. Default 30,000; a larger table goes uncounted. */
  readonly countTimeoutMs?: number | undefined;
}

const defaultCountMs = 30_000;

/**
 * Prisma's diff from the new schema to the old one, schema to schema: what else differs in the database (drift, what Prisma
 * does not model) is not undone. Reads rows only to count them. Skipped where a schema is not valid.
 */
export async function planRollback(
  request: RollbackRequest,
  context: RollbackContext,
): Promise<Part<Rollback>> {
  const parser = await loadSqlParser(context.wasm?.sqlParser);
  const sql = await undoScript(request, context);
  if (sql.kind === 'skipped') return sql;
  const parsed = parser.parse(sql.result);
  if (parsed.kind === 'syntax-error')
    return { kind: 'skipped', reason: `Prisma's own script is no valid SQL (${parsed.message}).` };
  const counts = await countsOf(parsed.statements, context);
  return { kind: 'done', result: rollbackOf(sql.result, { counts, request, parser }) };
}

async function undoScript(request: RollbackRequest, context: RollbackContext): Promise<Part<string>> {
  const { newSchema, oldSchema, external } = request;
  const project = { schemaPath: oldSchema[0]?.path ?? 'schema.prisma', schemaFiles: oldSchema, external };
  const { directUri, wasm, openConnection } = context;
  try {
    const diff = await schemasDiff({ project, from: newSchema, directUri, wasm, openConnection });
    return { kind: 'done', result: diff.sql };
  } catch (thrown) {
    if (thrown instanceof UserError) return { kind: 'skipped', reason: thrown.message };
    throw thrown;
  }
}

async function countsOf(
  statements: readonly SqlStatement[],
  { session, directUri, countTimeoutMs = defaultCountMs }: RollbackContext,
): Promise<readonly StepCount[]> {
  const steps = undoSteps(statements);
  if (session === undefined)
    return steps.map((step) => ({ step, rows: undefined, affected: undefined, isRefused: false }));
  return countLosses(steps, { session, defaultSchema: schemaOf(directUri), timeoutMs: countTimeoutMs });
}

interface Facts {
  readonly counts: readonly StepCount[];
  readonly request: RollbackRequest;
  readonly parser: SqlParser;
}

function rollbackOf(sql: string, { counts, request, parser }: Facts): Rollback {
  const losses = counts.flatMap(lossFinding);
  const findings = [
    ...losses,
    ...counts.flatMap(failureFinding),
    ...unrecoverableFindings(request.pending, parser),
  ];
  return {
    sql,
    losesData: losses.length > 0,
    losses: losses.map(({ message }) => message),
    rehearsed: undefined,
    findings: sortFindings(findings),
  };
}

/** Nothing where the rows were counted and none is lost. */
function lossFinding({ step, rows, affected, isRefused }: StepCount): readonly Finding[] {
  const table = words(step.table);
  if (step.kind === 'drop table') {
    if (rows === 0) return [];
    const content = rows === undefined ? 'with whatever it holds' : `with ${count(rows, 'row')}`;
    return [loss(table, `The way back drops \`${table}\` ${content}.`)];
  }
  if (step.kind === 'drop column') {
    if (affected === 0) return [];
    const content =
      affected === undefined || rows === undefined
        ? 'with whatever it holds'
        : `: ${amount(affected)} of ${count(rows, 'row')} ${affected === 1 ? 'has' : 'have'} a value`;
    const message = `The way back drops \`${table}.${step.column}\`${content.startsWith(':') ? '' : ' '}${content}.`;
    return [loss(`${table}.${step.column}`, message)];
  }
  if (step.kind !== 'change type' || step.labels !== undefined || isRefused || affected === 0) return [];
  const which = affected === undefined ? 'values that do not fit' : count(affected, 'value');
  return [
    loss(
      `${table}.${step.column}`,
      `The way back turns \`${table}.${step.column}\` into ${typeWords(step.type)} and changes ${which}.`,
    ),
  ];
}

function loss(subject: string, message: string): Finding {
  return findingOf(rollbackLosesData, {
    subject,
    message,
    fix: '-- Keep what is lost before going back:\nCREATE TABLE … AS SELECT … ;\n-- or go back with the code alone, where the old code works on the new schema.',
  });
}

/** What the rows say before anybody has tried. */
function failureFinding({ step, rows, affected, isRefused }: StepCount): readonly Finding[] {
  if (step.kind === 'drop table' || step.kind === 'drop column') return [];
  const name = `${words(step.table)}.${step.column}`;
  if (step.kind === 'add required column')
    return rows === undefined || rows === 0
      ? []
      : [
          failure(
            name,
            `The way back adds \`${name}\` as NOT NULL without a default to ${count(rows, 'row')}: Postgres refuses (23502).`,
            [
              `-- First a column that may be null, or with a default; then the values; then SET NOT NULL:`,
              `ALTER TABLE … ADD COLUMN … DEFAULT … ;`,
            ],
          ),
        ];
  if (step.kind === 'require value')
    return affected === undefined || affected === 0
      ? []
      : [
          failure(
            name,
            `The way back makes \`${name}\` NOT NULL, and ${count(affected, 'row')} ${affected === 1 ? 'has' : 'have'} no value: Postgres refuses (23502).`,
            [`-- First give them one:`, `UPDATE … SET … WHERE … IS NULL;`],
          ),
        ];
  if (isRefused)
    return [
      failure(
        name,
        `The way back turns \`${name}\` into ${typeWords(step.type)}, and values that are there do not fit: Postgres refuses.`,
        [`-- First change or move them.`],
      ),
    ];
  if (step.labels === undefined || affected === undefined || affected === 0) return [];
  return [
    failure(
      name,
      `The way back takes values from the enum of \`${name}\` that ${count(affected, 'row')} ${affected === 1 ? 'holds' : 'hold'}: Postgres refuses (22P02).`,
      [`-- First change them to a value of the old enum: ${step.labels.join(', ')}`],
    ),
  ];
}

function failure(subject: string, message: string, fix: readonly string[]): Finding {
  return findingOf(rollbackFails, { severity: 'warning', subject, message, fix: fix.join('\n') });
}

function words({ schema, name }: ObjectName): string {
  return schema === undefined || schema === 'public' ? name : `${schema}.${name}`;
}

function typeWords(type: string): string {
  return type.replaceAll('"', '').replace(/^pg_catalog\./, '');
}

function amount(number: number): string {
  return number.toLocaleString('en-US');
}

function count(number: number, noun: string): string {
  return `${amount(number)} ${noun}${number === 1 ? '' : 's'}`;
}
