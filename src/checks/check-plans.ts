import type { Logger } from '../log.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { parseConnectionUri } from '../postgres/connection-uri.ts';
import { assertDirectUri } from '../postgres/pooler.ts';
import { type Finding, sortFindings } from '../report/finding.ts';
import { counted } from '../report/quantity.ts';
import { type Ruled, type RulePolicy, ruleOnAll } from '../report/rule-policy.ts';
import { type ComparedQuery, comparePlans } from './plans/compare-plans.ts';
import type { ExplainOptions } from './plans/explain.ts';
import { type FindingLimits, planFindings } from './plans/plan-findings.ts';
import { planRules } from './plans/plan-rules.ts';
import { type PlanSide, readNewSide, readOldSide } from './plans/plan-side.ts';
import type { LeftOut, Query } from './plans/query.ts';
import { isIgnored } from './schema/ignore.ts';

export interface PlansContext {
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds allowed for connecting, and for each statement that is no EXPLAIN. */
  readonly timeoutMs: number;
}

export interface PlansCheck {
  /** With what it is compared, a whole sentence. */
  readonly basis: string;
  /** What limits the comparison, whole sentences. */
  readonly notes: readonly string[];
  readonly compared: readonly ComparedQuery[];
  readonly leftOut: readonly LeftOut[];
  readonly findings: readonly Finding[];
  /** How many findings the `ignore` patterns took away. */
  readonly ignored: number;
  /** What the configuration accepts, with its reason. */
  readonly accepted: Ruled['accepted'];
  readonly areCostsComparable: boolean;
}

/** The old plans, kept until the migrations are done. */
export interface OldPlans {
  readonly side: PlanSide;
  readonly queries: readonly Query[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  readonly basis: string;
  /** The side has production's rows. */
  readonly hasRows: boolean;
  /** The new side is asked with the same privileges. */
  readonly isSameRole: boolean;
}

const lockTimeoutMs = 2000;

/** A connection for many EXPLAINs. @throws UserError or ExternalError when it cannot be had, or is a pooler's */
export async function openPlanSession(uri: string, context: PlansContext): Promise<PostgresConnection> {
  assertDirectUri(uri);
  return connectWhenReady({
    ...context,
    uri,
    applicationName: 'database-actions/check-plans',
    // ANALYZE is allowed in it: what it writes is no data.
    settings: { statementTimeoutMs: context.timeoutMs, isReadOnly: true },
    isPipelined: true,
  });
}

export interface AskRequest {
  readonly uri: string;
  readonly queries: readonly Query[];
  /** Milliseconds for one query. */
  readonly planTimeoutMs: number;
  /** Milliseconds for all of them. */
  readonly totalMs: number;
  readonly hasRows: boolean;
  readonly analyze: boolean;
}

function explainOptions({ uri, planTimeoutMs, totalMs, hasRows, analyze }: AskRequest): ExplainOptions {
  return {
    timeoutMs: planTimeoutMs,
    totalMs,
    lockTimeoutMs,
    schema: parseConnectionUri(uri).parameters.get('schema'),
    preferIndexes: !hasRows,
    analyze,
  };
}

/** The plans before the migrations. Changes nothing. */
export function askOldPlans(session: PostgresConnection, request: AskRequest): Promise<PlanSide> {
  return readOldSide(session, { queries: request.queries, explain: explainOptions(request) });
}

export interface ComparePlansRequest extends Omit<AskRequest, 'queries'> {
  readonly old: OldPlans;
  readonly limits: FindingLimits;
  /** Tables without statistics may be analysed: the branch is ours, and a copy. */
  readonly mayAnalyze: boolean;
  /** `rule`, `rule:subject` or `subject`; `*` stands for any text. */
  readonly ignore: readonly string[];
  readonly policy: RulePolicy;
}

/** Asks for the plans after the migrations, and says what became of them. */
export async function checkPlans(request: ComparePlansRequest, context: PlansContext): Promise<PlansCheck> {
  const { old, limits, hasRows, mayAnalyze } = request;
  await using session = await openPlanSession(request.uri, context);
  const explain = explainOptions({ ...request, queries: old.queries });
  const now = await readNewSide(session, {
    queries: old.queries,
    explain,
    old: old.side,
    mayAnalyze: mayAnalyze && hasRows,
  });
  const areCostsComparable = hasRows && old.hasRows;
  const compared = comparePlans({
    queries: old.queries,
    old: old.side,
    now,
    limits,
    areCostsComparable,
    isSameRole: old.isSameRole,
  });
  const found = planFindings({ compared, limits, hasSizes: old.hasRows });
  const { told, accepted } = ruleOnAll(found, planRules, request.policy);
  const ids = planRules.map(({ id }) => id);
  const findings = told.filter((finding) => !isIgnored(finding, request.ignore, ids));
  context.log.debug(`check-plans: ${compared.length} queries, ${findings.length} findings`);
  return {
    basis: old.basis,
    notes: [...old.notes, ...notesOf(now, areCostsComparable)],
    compared,
    leftOut: old.leftOut,
    findings: sortFindings(findings),
    ignored: told.length - findings.length,
    accepted,
    areCostsComparable,
  };
}

const withoutRows =
  'The branch does not have production’s rows, so costs say nothing: only which indexes can serve is compared.';

function notesOf({ analyzed }: PlanSide, areCostsComparable: boolean): readonly string[] {
  const tables = counted(
    analyzed.length,
    'table that the migrations changed was',
    'tables that the migrations changed were',
  );
  return [
    ...(areCostsComparable ? [] : [withoutRows]),
    ...(analyzed.length === 0 ? [] : [`${tables} analysed on the branch before planning.`]),
  ];
}
