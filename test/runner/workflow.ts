import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import { callOf, type WorkflowCall } from './called-workflow.ts';
import { applyEnvironment, type DeploymentEnvironments } from './deployment-environment.ts';
import { type ExpressionScope, evaluateCondition, evaluateTemplate } from './expressions.ts';
import { githubContext } from './github-context.ts';
import { type JobResult, runJob } from './job.ts';
import type { RunnerOptions } from './job-state.ts';
import { isRecord, optionalText, records, textMap } from './yaml-values.ts';

export interface WorkflowJobOptions extends RunnerOptions {
  /** Path of the workflow, or its text. */
  readonly workflow: { readonly file: string } | { readonly text: string };
  readonly job: string;
  /** What the repository's environments hold, by their names. */
  readonly environments?: DeploymentEnvironments;
  /** The workflow is called by another: an environment's secret counts only where the caller gave one of that name. */
  readonly isCalled?: boolean;
}

export interface WorkflowJobResult extends JobResult {
  /** True if the job's `if:` was false: nothing ran, and `conclusion` is 'success'. */
  readonly skipped: boolean;
  /** What the workflow grants this job's token: its own `permissions:`, else the workflow's; undefined if neither says. */
  readonly permissions: unknown;
  /** Concurrency group and rule, evaluated, of the job, else of the workflow. */
  readonly concurrency: Readonly<Record<string, string>> | undefined;
}

/** Runs one job of a workflow. No matrix: give `matrix`, `needs` and `services` by hand. */
export async function runWorkflowJob(given: WorkflowJobOptions): Promise<WorkflowJobResult> {
  const workflow = await readWorkflow(given.workflow);
  const job = isRecord(workflow.jobs) ? workflow.jobs[given.job] : undefined;
  if (!isRecord(job)) throw new Error(`The workflow has no job '${given.job}'.`);
  if (job.uses !== undefined) throw new Error(`Job '${given.job}' calls a reusable workflow.`);
  const runs = jobRuns(given, job);
  const nameScope = jobScope(given, ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs']);
  const options = applyEnvironment(given, job.environment, nameScope);
  const scope = jobScope(options, [...nameScope.allowed, 'secrets']);
  const workflowEnv = evaluateMap(textMap(workflow.env, 'env'), scope);
  const env = { ...workflowEnv, ...evaluateMap(textMap(job.env, `jobs.${options.job}.env`), scope) };
  const result = await runJob({
    ...options,
    jobId: options.job,
    steps: runs ? records(job.steps, `jobs.${options.job}.steps`) : [],
    env,
    outputs: runs ? textMap(job.outputs, `jobs.${options.job}.outputs`) : {},
    defaults: shellDefaults(workflow.defaults, job.defaults),
  });
  const ignored =
    job.services !== undefined && options.services === undefined ? ['The services were not started.'] : [];
  return {
    ...result,
    notes: [...result.notes, ...ignored],
    skipped: !runs,
    permissions: job.permissions ?? workflow.permissions,
    concurrency: readConcurrency(job.concurrency ?? workflow.concurrency, scope),
  };
}

function jobRuns(options: WorkflowJobOptions, job: Readonly<Record<string, unknown>>): boolean {
  const scope = jobScope(options, ['github', 'needs', 'vars', 'inputs']);
  const condition = optionalText(job.if, `jobs.${options.job}.if`);
  return evaluateCondition(condition, { ...scope, status: needsStatus(options) });
}

export interface WorkflowOptions extends Omit<WorkflowJobOptions, 'job' | 'needs'> {
  /** Overrides for single jobs, such as the workspace of each. */
  readonly jobs?: Readonly<Record<string, Partial<RunnerOptions>>>;
}

/** What a job hands on to those that need it. */
interface Finished {
  readonly result: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs the jobs of a workflow one after the other, handing on outputs and results by `needs`. Those of a workflow that a job
 * calls are named `<job> / <its job>`, as on GitHub.
 */
export async function runWorkflow(
  options: WorkflowOptions,
): Promise<Readonly<Record<string, WorkflowJobResult>>> {
  return (await runJobs(options)).results;
}

async function runJobs(options: WorkflowOptions) {
  const workflow = await readWorkflow(options.workflow);
  const waiting = new Map(Object.entries(isRecord(workflow.jobs) ? workflow.jobs : {}));
  const finished: Record<string, Finished> = {};
  const results: Record<string, WorkflowJobResult> = {};
  while (waiting.size > 0) {
    const next = [...waiting].find(([, job]) => needsOf(job).every((name) => name in finished));
    if (next === undefined) throw new Error(`Jobs wait for one another: ${[...waiting.keys()].join(', ')}.`);
    const [name, job] = next;
    waiting.delete(name);
    const needs = Object.fromEntries(needsOf(job).map((need) => [need, finished[need]]));
    const jobOptions = { ...options, ...options.jobs?.[name], job: name, needs };
    if (isRecord(job) && typeof job.uses === 'string') {
      const called = await runCalled(jobOptions, job);
      finished[name] = called.finished;
      for (const [inner, result] of Object.entries(called.results)) results[`${name} / ${inner}`] = result;
    } else {
      const result = await runWorkflowJob(jobOptions);
      finished[name] = { result: result.skipped ? 'skipped' : result.conclusion, outputs: result.outputs };
      results[name] = result;
    }
  }
  return { results, finished };
}

async function runCalled(options: WorkflowJobOptions & WorkflowOptions, job: WorkflowCall) {
  if (!jobRuns(options, job)) return { finished: { result: 'skipped', outputs: {} }, results: {} };
  const scope = jobScope(options, ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs', 'secrets']);
  const call = await callOf(job, { scope, actions: options.actions ?? {} });
  const { results, finished } = await runJobs({ ...options, ...call.options });
  const outcomes = Object.values(finished).map(({ result }) => result);
  const result = ['failure', 'cancelled'].find((bad) => outcomes.includes(bad)) ?? 'success';
  return { finished: { result, outputs: call.outputs(finished) }, results };
}

async function readWorkflow(
  workflow: WorkflowJobOptions['workflow'],
): Promise<Readonly<Record<string, unknown>>> {
  const text = 'file' in workflow ? await readFile(workflow.file, 'utf8') : workflow.text;
  const value: unknown = parseYaml(text);
  if (!isRecord(value)) throw new Error('A workflow is a mapping.');
  return value;
}

function needsOf(job: unknown): readonly string[] {
  if (!isRecord(job) || job.needs === undefined) return [];
  return Array.isArray(job.needs) ? job.needs.map(String) : [String(job.needs)];
}

function jobScope(options: WorkflowJobOptions, allowed: readonly string[]): ExpressionScope {
  const github = githubContext(options.event, options.github ?? {}, {
    workspace: options.workspace,
    eventPath: '',
    jobId: options.job,
  });
  const secrets = { ...options.secretsContext, GITHUB_TOKEN: github.token };
  const { needs = {}, vars = {}, inputs = {}, matrix = {} } = options;
  return { allowed, contexts: { github, secrets, needs, vars, inputs, matrix, strategy: {} } };
}

/** A job whose needs did not all succeed runs only if its `if:` names a status function. */
function needsStatus(options: WorkflowJobOptions): {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
} {
  const results = Object.values(options.needs ?? {}).map((need) =>
    isRecord(need) ? need.result : undefined,
  );
  return {
    success: results.every((result) => result === 'success'),
    failure: results.includes('failure'),
    cancelled: results.includes('cancelled'),
  };
}

function evaluateMap(
  map: Readonly<Record<string, string>>,
  scope: ExpressionScope,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).map(([key, text]) => [key, evaluateTemplate(text, scope)]));
}

function shellDefaults(...levels: readonly unknown[]) {
  const runs = levels.map((level) => (isRecord(level) && isRecord(level.run) ? level.run : {}));
  const last = (key: string) =>
    runs.map((run) => optionalText(run[key], `defaults.run.${key}`)).findLast((value) => value !== undefined);
  return { shell: last('shell'), workingDirectory: last('working-directory') };
}

function readConcurrency(
  value: unknown,
  scope: ExpressionScope,
): Readonly<Record<string, string>> | undefined {
  if (value === undefined || value === null) return undefined;
  const map = isRecord(value) ? textMap(value, 'concurrency') : { group: String(value) };
  return evaluateMap(map, { ...scope, allowed: ['github', 'needs', 'strategy', 'matrix', 'inputs', 'vars'] });
}
