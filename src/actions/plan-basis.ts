/** The old side of a comparison of query plans: which queries there are, and what their plans were. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askOldPlans, type OldPlans, openPlanSession } from '../checks/check-plans.ts';
import type { LeftOut, Query, StatementParser } from '../checks/plans/query.ts';
import { readQueryFiles } from '../checks/plans/query-files.ts';
import { readTopQueries } from '../checks/plans/top-queries.ts';
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import { loadSqlParser } from '../migrations/sql-parser.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { sqlStateOf } from '../postgres/sqlstate.ts';
import type { Provider } from '../providers/provider.ts';
import type { InputValues } from '../runtime/definition.ts';
import type { Job } from '../runtime/io.ts';
import type { CreatedBranch } from './create-branch.ts';
import type { planInputs } from './plan-inputs.ts';
import { projectDirectory, wasmPaths } from './project-place.ts';
import { readableUri } from './readable-uri.ts';

export interface PlanInputs extends InputValues<typeof planInputs> {
  readonly workingDirectory: string;
  readonly timeout: number;
  readonly ignoreFindings: readonly string[];
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
  /** The query files cannot be had as they were asked for. */
  | { readonly kind: 'mistaken'; readonly error: UserError }
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

/** @throws UserError or ExternalError when the query files or the database cannot be read */
export async function readOldPlans(request: OldPlansRequest): Promise<PlanBasis> {
  const files = await readFiles(request.job, request.inputs);
  return { kind: 'read', old: await askOld(request, files) };
}

async function readFiles(job: Job, inputs: PlanInputs): Promise<Collected> {
  return readQueryFiles({
    paths: queryPaths(job, inputs),
    directory: projectDirectory(job, inputs.workingDirectory),
    workspace: job.workspace,
    parser: await parserOf(job),
  });
}

function parserOf(job: Job): Promise<StatementParser> {
  return loadSqlParser(wasmPaths(job)?.sqlParser);
}

interface Collected {
  readonly queries: readonly Query[];
  readonly leftOut: readonly LeftOut[];
  readonly notes?: readonly string[];
}

async function askOld(request: OldPlansRequest, files: Collected): Promise<OldPlans> {
  const { job, inputs, uri, hasRows, basis, isOurs, isSameRole } = request;
  await using session = await openPlanSession(uri, contextOf(job, inputs));
  const top = await topQueries(request, session);
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
  session: PostgresConnection,
): Promise<Collected> {
  if (inputs.topQueries === 0) return none;
  if (productionUri === undefined)
    return { ...none, notes: ['There is no parent whose pg_stat_statements could be asked.'] };
  if (productionUri === uri) return askTop(session, job, inputs);
  try {
    await using production = await openPlanSession(productionUri, contextOf(job, inputs));
    return await askTop(production, job, inputs);
  } catch (thrown) {
    job.signal.throwIfAborted();
    if (!(thrown instanceof UserError || thrown instanceof ExternalError)) throw thrown;
    return { ...none, notes: [`Production's queries are not known: ${thrown.message}`] };
  }
}

async function askTop(session: PostgresConnection, job: Job, inputs: PlanInputs): Promise<Collected> {
  const top = await readTopQueries(session, { count: inputs.topQueries, parser: await parserOf(job) });
  if (top.kind === 'unknown')
    return { ...none, notes: [`Production's queries are not known: ${top.reason}.`] };
  const since = top.since === undefined ? '' : `, counted since ${top.since}`;
  return { ...top, notes: [`With ${top.queries.length} of production's queries${since}.`] };
}

export function contextOf(job: Job, inputs: PlanInputs) {
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
  const files = await filesOrMistake(job, inputs);
  if ('kind' in files) return files;
  try {
    return await askPreview(request, files);
  } catch (thrown) {
    job.signal.throwIfAborted();
    const isTold = thrown instanceof UserError || thrown instanceof ExternalError;
    if (!isTold && sqlStateOf(thrown) === undefined) throw thrown;
    return { kind: 'unknown', reason: errorMessage(thrown) };
  }
}

/** A folder that is not there fails the stage about plans, not the one that makes the branch. */
async function filesOrMistake(job: Job, inputs: PlanInputs): Promise<Collected | PlanBasis> {
  try {
    return await readFiles(job, inputs);
  } catch (thrown) {
    if (thrown instanceof UserError) return { kind: 'mistaken', error: thrown };
    throw thrown;
  }
}

async function askPreview(request: PreviewPlansRequest, files: Collected): Promise<PlanBasis> {
  const { job, inputs, provider, created, isFresh } = request;
  const parent = created.branch.parent?.name;
  const parentUri =
    parent !== undefined && (!isFresh || needsParent(inputs)) ? await uriOf(request, parent) : undefined;
  const shared = { job, inputs, productionUri: inputs.productionUrl ?? parentUri };
  const isOurs = isFresh || parentUri === undefined;
  const old = isOurs
    ? {
        uri: created.connection.direct,
        hasRows: created.connection.hasParentData,
        isSameRole: true,
        basis: 'Planned on the branch before the migrations and after them.',
      }
    : {
        uri: parentUri,
        hasRows: true,
        isSameRole: provider.name === 'neon',
        basis: `Compared with the plans of ${parent} as it is now, since an earlier push had migrated the branch already.`,
      };
  return { kind: 'read', old: await askOld({ ...shared, ...old, isOurs }, files) };
}

function needsParent({ topQueries, productionUrl }: PreviewPlansRequest['inputs']): boolean {
  return topQueries > 0 && productionUrl === undefined;
}

async function uriOf({ job, provider, inputs }: PreviewPlansRequest, parent: string): Promise<string> {
  const branch = await provider.findBranch(parent);
  if (branch === undefined) throw new UserError(`the parent branch ${parent} is not there any more`);
  return readableUri({ job, provider, inputs, branch });
}
