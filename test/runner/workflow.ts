import { readFile } from 'node:fs/promises';
import { parse as parseYaml } from 'yaml';
import { type ExpressionScope, evaluateCondition, evaluateTemplate } from './expressions.ts';
import { githubContext } from './github-context.ts';
import { type JobResult, runJob } from './job.ts';
import type { RunnerOptions } from './job-state.ts';
import { isRecord, optionalText, records, textMap } from './yaml-values.ts';

export interface WorkflowJobOptions extends RunnerOptions {
  /** Path of the workflow, or its text. */
  readonly workflow: { readonly file: string } | { readonly text: string };
  readonly job: string;
}

export interface WorkflowJobResult extends JobResult {
  /** True if the job's `if:` was false: nothing ran, and `conclusion` is 'success'. */
  readonly skipped: boolean;
  /** What the workflow grants this job's token: its own `permissions:`, else the workflow's; undefined if neither says. */
  readonly permissions: unknown;
  /** Concurrency group and rule, evaluated, of the job, else of the workflow. */
  readonly concurrency: Readonly<Record<string, string>> | undefined;
}

/** Runs one job of a workflow. No matrix, no reusable workflow: give `matrix`, `needs` and `services` by hand. */
export async function runWorkflowJob(options: WorkflowJobOptions): Promise<WorkflowJobResult> {
  const workflow = await readWorkflow(options.workflow);
  const job = isRecord(workflow.jobs) ? workflow.jobs[options.job] : undefined;
  if (!isRecord(job)) throw new Error(`The workflow has no job '${options.job}'.`);
  if (job.uses !== undefined) throw new Error(`Job '${options.job}' calls a reusable workflow.`);
  const scope = jobScope(options, ['github', 'needs', 'strategy', 'matrix', 'vars', 'secrets', 'inputs']);
  const condition = {
    ...scope,
    allowed: ['github', 'needs', 'vars', 'inputs'],
    status: needsStatus(options),
  };
  const runs = evaluateCondition(optionalText(job.if, `jobs.${options.job}.if`), condition);
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

export interface WorkflowOptions extends Omit<WorkflowJobOptions, 'job' | 'needs'> {
  /** Overrides for single jobs, such as the workspace of each. */
  readonly jobs?: Readonly<Record<string, Partial<RunnerOptions>>>;
}

/** Runs the jobs of a workflow one after the other, handing on outputs and results by `needs`. */
export async function runWorkflow(
  options: WorkflowOptions,
): Promise<Readonly<Record<string, WorkflowJobResult>>> {
  const workflow = await readWorkflow(options.workflow);
  const waiting = new Map(Object.entries(isRecord(workflow.jobs) ? workflow.jobs : {}));
  const results: Record<string, WorkflowJobResult> = {};
  while (waiting.size > 0) {
    const next = [...waiting].find(([, job]) => needsOf(job).every((name) => name in results));
    if (next === undefined) throw new Error(`Jobs wait for one another: ${[...waiting.keys()].join(', ')}.`);
    const [name, job] = next;
    waiting.delete(name);
    const needs = Object.fromEntries(
      needsOf(job).map((need) => {
        const result = results[need];
        const conclusion = result?.skipped === true ? 'skipped' : result?.conclusion;
        return [need, { result: conclusion, outputs: result?.outputs ?? {} }];
      }),
    );
    results[name] = await runWorkflowJob({ ...options, ...options.jobs?.[name], job: name, needs });
  }
  return results;
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
