/** The plans of the project's queries, before and after the migrations of a preview. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOldPlans, checkPlans, type OldPlans, openPlanSession } from '../checks/check-plans.ts';
import { planRules } from '../checks/plans/plan-rules.ts';
import { plansJson } from '../checks/plans/plans-json.ts';
import type { LeftOut, Query, StatementParser } from '../checks/plans/query.ts';
import { readQueryFiles } from '../checks/plans/query-files.ts';
import { readTopQueries } from '../checks/plans/top-queries.ts';
import { plansSection, plansSummary, skippedPlansSection } from '../checks/plans-section.ts';
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import { loadSqlParser } from '../migrations/sql-parser.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import type { Provider } from '../providers/provider.ts';
import type { Section } from '../report/section.ts';
import type { InputValues } from '../runtime/definition.ts';
import type { Job } from '../runtime/io.ts';
import type { ReadConfiguration } from './configuration.ts';
import type { CreatedBranch } from './create-branch.ts';
import type { DatabaseTarget } from './database-target.ts';
import type { planInputs, planOutputs } from './plan-inputs.ts';
import { projectDirectory, wasmPaths } from './project-place.ts';
import { readableUri } from './readable-uri.ts';
import { ruledSection } from './ruled-section.ts';

export interface PlanInputs extends InputValues<typeof planInputs> {
  readonly workingDirectory: string;
  readonly timeout: number;
}

const typedSqlFolder = 'prisma/sql';

/** Files and folders to read; TypedSQL's own where nothing is said. */
function queryPaths(job: Job, { queries, workingDirectory }: PlanInputs): readonly string[] {
  if (queries.length > 0) return queries;
  return existsSync(join(projectDirectory(job, workingDirectory), typedSqlFolder)) ? [typedSqlFolder] : [];
}

/** Whether there is anything to compare. */
export function hasQueries(job: Job, inputs: PlanInputs): boolean {
  return inputs.topQueries > 0 || queryPaths(job, inputs).length > 0;
}

/** The old plans, or why there are none. */
export type PlanBasis =
  | { readonly kind: 'read'; readonly old: OldPlans }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface OldPlansRequest {
  readonly job: Job;
  readonly inputs: PlanInputs;
  readonly uri: string;
  readonly hasRows: boolean;
  readonly basis: string;
  /** Whether SELECTs may be executed there: never on the parent. */
  readonly isOurs: boolean;
  /** The new side is asked as the same role. */
  readonly isSameRole: boolean;
  /** Where production's statistics are asked for; undefined = nowhere. */
  readonly productionUri: string | undefined;
}

/** Reads the queries and their plans on the old side. That a database cannot be read is no failure of what was asked for. */
export async function readOldPlans(request: OldPlansRequest): Promise<PlanBasis> {
  const { job } = request;
  const parser = await loadSqlParser(wasmPaths(job)?.sqlParser);
  const files = await readQueryFiles({
    paths: queryPaths(job, request.inputs),
    directory: projectDirectory(job, request.inputs.workingDirectory),
    workspace: job.workspace,
    parser,
  });
  return orReason(job, async () => ({ kind: 'read', old: await askOld(request, parser, files) }));
}

/** An answer that a database owes us becomes a reason; a mistake of ours does not. */
export async function orReason(job: Job, work: () => Promise<PlanBasis>): Promise<PlanBasis> {
  try {
    return await work();
  } catch (thrown) {
    job.signal.throwIfAborted();
    const isTold = thrown instanceof UserError || thrown instanceof ExternalError;
    if (!isTold && sqlStateOf(thrown) === undefined) throw thrown;
    return { kind: 'unknown', reason: errorMessage(thrown) };
  }
}

interface Collected {
  readonly queries: readonly Query[];
  readonly leftOut: readonly LeftOut[];
  readonly notes?: readonly string[];
}

async function askOld(
  request: OldPlansRequest,
  parser: StatementParser,
  files: Collected,
): Promise<OldPlans> {
  const { job, inputs, uri, hasRows, basis, isOurs, isSameRole } = request;
  await using session = await openPlanSession(uri, contextOf(job, inputs));
  const top = await topQueries(request, parser, session);
  const queries = [...files.queries, ...top.queries];
  const side = await askOldPlans(session, {
    uri,
    queries,
    hasRows,
    planTimeoutMs: inputs.planTimeout * 1000,
    totalMs: inputs.timeout * 1000,
    analyze: inputs.analyzeQueries && isOurs,
  });
  const leftOut = [...files.leftOut, ...top.leftOut];
  return { side, queries, leftOut, notes: top.notes ?? [], basis, hasRows, isSameRole };
}

const none: Collected = { queries: [], leftOut: [] };

/** What production runs, from its own session: a branch's compute has counted nothing yet. */
async function topQueries(
  { job, inputs, uri, productionUri }: OldPlansRequest,
  parser: StatementParser,
  session: PostgresConnection,
): Promise<Collected> {
  if (inputs.topQueries === 0) return none;
  if (productionUri === undefined)
    return { ...none, notes: ['There is no parent whose pg_stat_statements could be asked.'] };
  if (productionUri === uri) return askTop(session, inputs, parser);
  try {
    await using production = await openPlanSession(productionUri, contextOf(job, inputs));
    return await askTop(production, inputs, parser);
  } catch (thrown) {
    job.signal.throwIfAborted();
    if (!(thrown instanceof UserError || thrown instanceof ExternalError)) throw thrown;
    return { ...none, notes: [`Production's queries are not known: ${thrown.message}`] };
  }
}

async function askTop(
  session: PostgresConnection,
  inputs: PlanInputs,
  parser: StatementParser,
): Promise<Collected> {
  const top = await readTopQueries(session, { count: inputs.topQueries, parser });
  if (top.kind === 'unknown')
    return { ...none, notes: [`Production's queries are not known: ${top.reason}.`] };
  const since = top.since === undefined ? '' : `, counted since ${top.since}`;
  return { ...top, notes: [`With ${top.queries.length} of production's queries${since}.`] };
}

function contextOf(job: Job, inputs: PlanInputs) {
  return { log: job.log, signal: job.signal, timeoutMs: inputs.timeout * 1000 };
}

export interface PreviewPlansRequest {
  readonly job: Job;
  readonly provider: Provider;
  readonly inputs: PlanInputs & {
    readonly database: string | undefined;
    readonly role: string | undefined;
    readonly postgresUrl: string | undefined;
    readonly productionUrl: string | undefined;
  };
  readonly created: Pick<CreatedBranch, 'branch' | 'connection'>;
  /** The branch was made or reset by this run: it is its own fork point. */
  readonly isFresh: boolean;
  /** The code, and so the query files, is somebody else's. */
  readonly isRestricted: boolean;
}

/**
 * Planning evaluates stable functions, and estimates tell of the data: what a stranger wrote is not planned on production
 * in a run that has its secrets.
 */
export function mayAskParent(job: Job, isRestricted: boolean): boolean {
  return !isRestricted || job.event.isUnprivileged;
}

export const strangersQueries: PlanBasis = {
  kind: 'unknown',
  reason: "the queries of another repository's pull request are not planned on the parent branch",
};

/** As the schema's comparison does: a fresh branch is asked itself, an adopted one is compared with its parent's head. */
export async function readPreviewPlans(request: PreviewPlansRequest): Promise<PlanBasis> {
  const { job, inputs, created, isFresh } = request;
  const parent = created.branch.parent?.name;
  if (!isFresh && parent === undefined) return { kind: 'unknown', reason: 'the branch has no parent' };
  if (!isFresh && !mayAskParent(job, request.isRestricted)) return strangersQueries;
  return orReason(job, async () => {
    const parentUri =
      parent !== undefined && (!isFresh || needsParent(inputs)) ? await uriOf(request, parent) : undefined;
    const productionUri = inputs.productionUrl ?? parentUri;
    if (isFresh || parentUri === undefined)
      return readOldPlans({
        job,
        inputs,
        uri: created.connection.direct,
        hasRows: created.connection.hasParentData,
        basis: `Planned on the branch before the migrations and after them.`,
        isOurs: true,
        isSameRole: true,
        productionUri,
      });
    const basis = `Compared with the plans of ${parent} as it is now, since an earlier push had migrated the branch already.`;
    const isSameRole = request.provider.name === 'neon';
    return readOldPlans({
      job,
      inputs,
      uri: parentUri,
      hasRows: true,
      basis,
      isOurs: false,
      isSameRole,
      productionUri,
    });
  });
}

function needsParent({ topQueries, productionUrl }: PreviewPlansRequest['inputs']): boolean {
  return topQueries > 0 && productionUrl === undefined;
}

async function uriOf({ job, provider, inputs }: PreviewPlansRequest, parent: string): Promise<string> {
  const branch = await provider.findBranch(parent);
  if (branch === undefined) throw new UserError(`the parent branch ${parent} is not there any more`);
  return readableUri({ job, provider, inputs, branch });
}

export interface TellPlansRequest {
  readonly job: Job;
  readonly inputs: PlanInputs;
  readonly database: DatabaseTarget;
  readonly basis: PlanBasis;
  /** The database is our branch, a copy of the old side. */
  readonly isOurs: boolean;
  readonly settings: ReadConfiguration;
}

type Outputs = readonly (readonly [keyof typeof planOutputs, string])[];

/** Compares, leaves the section and the JSON beside it. @returns undefined when there was nothing to compare with */
export async function tellPlans(
  request: TellPlansRequest,
): Promise<{ readonly section: Section; readonly outputs: Outputs } | undefined> {
  const { job, inputs, database, basis, isOurs } = request;
  if (basis.kind === 'unknown') {
    job.reports.writeSection(database.key, skippedPlansSection(basis.reason));
    return undefined;
  }
  const check = await checkPlans(
    {
      uri: database.direct,
      old: basis.old,
      planTimeoutMs: inputs.planTimeout * 1000,
      totalMs: inputs.timeout * 1000,
      hasRows: database.hasParentData,
      analyze: inputs.analyzeQueries && isOurs,
      mayAnalyze: isOurs,
      limits: {
        factor: inputs.costFactor,
        minimum: inputs.minCost,
        smallTableRows: inputs.scanRowThreshold,
        lostIndexShare: inputs.lostIndexShare / 100,
      },
    },
    contextOf(job, inputs),
  );
  const section = await ruledSection(plansSection(check), planRules, request.settings);
  job.reports.writeSection(database.key, section);
  const path = join(job.reports.directory(database.key), 'query-plans.json');
  writeFileSync(path, job.redact(plansJson(check)));
  return {
    section,
    outputs: [
      ['plans-summary', plansSummary(check)],
      ['plans-path', path],
    ],
  };
}
