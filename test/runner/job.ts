import type { Annotation } from './annotations.ts';
import { killOrphans } from './child-process.ts';
import { runJobSteps } from './execute-step.ts';
import { evaluateTemplate } from './expressions.ts';
import { createJobState, type JobState, type JobStatus, type RunnerOptions } from './job-state.ts';
import { readStep, type Step } from './manifest.ts';
import { prepareActions } from './prepare-actions.ts';
import type { ShellDefaults } from './step-process.ts';
import { jobContexts, type StepReport } from './step-run.ts';

export interface JobOptions extends RunnerOptions {
  /** Steps as a workflow has them. */
  readonly steps: readonly Readonly<Record<string, unknown>>[];
  readonly jobId?: string;
  /** Workflow's and job's `env:`, evaluated. */
  readonly env?: Readonly<Record<string, string>>;
  /** `outputs:` of the job; may hold `${{ }}`. */
  readonly outputs?: Readonly<Record<string, string>>;
  readonly defaults?: ShellDefaults;
}

export interface JobResult {
  readonly conclusion: JobStatus;
  /** The job's outputs; empty ones, and those that hold something masked, are left out as on GitHub. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What a person sees on GitHub: masked. */
  readonly log: string;
  /** What processes printed, before masking; without `::add-mask::` commands and without the runner's own lines. */
  readonly rawLog: string;
  /** Step summaries, masked, in order. */
  readonly summary: string;
  /** Those that GitHub keeps: 10 a level for a step of the job, a whole composite being one step. */
  readonly annotations: readonly Annotation[];
  readonly droppedAnnotations: number;
  /** `env` of a step that came after the last one: the job's, and what was written to GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  /** What was written to GITHUB_PATH. */
  readonly path: readonly string[];
  /** Values that were asked to be masked. */
  readonly masks: readonly string[];
  /** Steps of the job, then its post steps. */
  readonly steps: readonly StepReport[];
  /** Command lines of processes that outlived their step and were killed at the end of the job. */
  readonly orphans: readonly string[];
  /** Command lines of all processes that lived 10 ms or longer, not masked: anyone on the machine could read them. */
  readonly commandLines: readonly string[];
  /** What this runner left out. */
  readonly notes: readonly string[];
}

/** Runs the steps of one job as GitHub's runner 2.336 does on Linux. */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const { job, dispose } = await createJobState(options, options.jobId ?? 'test');
  try {
    for (const [name, value] of Object.entries(options.env ?? {})) job.globalEnv.set(name, value);
    const setupErrors = await runPrepared(job, options);
    const outputs = jobOutputs(job, options.outputs ?? {});
    return {
      conclusion: job.status,
      outputs,
      log: job.log.shown,
      rawLog: job.log.raw,
      summary: job.summaries.join('\n'),
      annotations: [...setupErrors, ...job.reports.flatMap((report) => report.annotations)],
      droppedAnnotations: job.reports.reduce((sum, report) => sum + report.droppedAnnotations, 0),
      env: Object.fromEntries(job.globalEnv),
      path: [...job.pathAdditions],
      masks: job.masker.values,
      steps: job.reports,
      orphans: cleanUp(job),
      commandLines: [...job.commandLines],
      notes: job.notes,
    };
  } finally {
    killOrphans(job.trackingId);
    await dispose();
  }
}

/** The steps are not begun if an action that they need is missing or wrong. */
async function runPrepared(job: JobState, options: JobOptions): Promise<readonly Annotation[]> {
  let steps: readonly Step[];
  try {
    steps = options.steps.map((step, index) => readStep(step, `steps[${index}]`));
    await prepareActions(job, steps, { origin: job.workflowOrigin });
  } catch (thrown) {
    const message = job.masker.mask(thrown instanceof Error ? thrown.message : 'unknown error');
    job.log.runner(`##[error]${message}`);
    job.status = 'failure';
    return [{ level: 'error', message }];
  }
  await runJobSteps(job, steps, options.defaults);
  return [];
}

function jobOutputs(
  job: JobState,
  outputs: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  const contexts = jobContexts(job);
  const scope = { contexts, allowed: Object.keys(contexts) };
  for (const [name, text] of Object.entries(outputs)) {
    const value = evaluateTemplate(text, scope);
    if (value === '') continue;
    if (value !== job.masker.mask(value)) {
      job.log.runner(`##[warning]Skip output '${name}' since it may contain secret.`);
    } else {
      kept[name] = value;
    }
  }
  return kept;
}

function cleanUp(job: JobState): readonly string[] {
  return killOrphans(job.trackingId).map((commandLine) => job.masker.mask(commandLine));
}
