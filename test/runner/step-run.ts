import type { Annotation, AnnotationCollector, AnnotationLevel } from './annotations.ts';
import { MESSAGE_LIMIT } from './annotations.ts';
import type { SentSignal } from './child-process.ts';
import type { ExpressionScope, StatusAnswers } from './expressions.ts';
import type { JobState, JobStatus } from './job-state.ts';
import { COMPOSITE_CONTEXTS, type NodeRuns, type Step, type UsesStep } from './manifest.ts';
import type { ActionOrigin } from './resolve-uses.ts';

export type StepResult = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What happened to one step; a composite's own steps are `steps`. */
export interface StepReport {
  readonly id: string | undefined;
  readonly name: string;
  readonly stage: 'main' | 'post';
  /** Before `continue-on-error`. */
  readonly outcome: StepResult;
  readonly conclusion: StepResult;
  readonly outputs: Readonly<Record<string, string>>;
  /** Of the process, if the step had one of its own. */
  readonly exitCode: number | undefined;
  /** Signals that a cancel or a time-out sent to its process. */
  readonly signals: readonly SentSignal[];
  /** Environment that its process got, if the step had one. */
  readonly environment: Readonly<Record<string, string>> | undefined;
  /** Of a step of the job: those that GitHub keeps, and how many it drops. */
  readonly annotations: readonly Annotation[];
  readonly droppedAnnotations: number;
  readonly steps: readonly StepReport[];
}

/** The composite that a step belongs to. */
export interface CompositeFrame {
  readonly directory: string;
  readonly origin: ActionOrigin;
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Record<string, unknown>;
  readonly parent: StepRun;
}

/** One step while it runs. */
export interface StepRun {
  readonly job: JobState;
  readonly step: Step;
  readonly stage: 'main' | 'post';
  readonly condition: string | undefined;
  /** Undefined for a step of the job itself. */
  readonly composite: CompositeFrame | undefined;
  readonly github: Record<string, unknown>;
  readonly env: Map<string, string>;
  /** Names in `env` that a step's own `env:` set; the steps of a composite inherit these. */
  readonly overrides: Set<string>;
  readonly annotations: AnnotationCollector;
  readonly abort: AbortController;
  /** When the step's time is over, on the clock of performance.now(). */
  deadline: number | undefined;
  readonly outputs: Record<string, string>;
  /** GITHUB_STATE, kept for the post step. */
  readonly state: Record<string, string>;
  readonly children: StepReport[];
  result: StepResult;
  outcome: StepResult | undefined;
  /** A workflow command or command file was refused. */
  commandFailed: boolean;
  exitCode: number | undefined;
  signals: readonly SentSignal[];
  environment: Readonly<Record<string, string>> | undefined;
}

/** A Node action's `post:`, to be run when the job ends. */
export interface PostStep {
  readonly main: StepRun;
  readonly step: UsesStep;
  readonly directory: string;
  readonly runs: NodeRuns;
}

/** The step's process was stopped: by a cancel, or because its time was over. */
export class StepAborted extends Error {}

const JOB_STEP_CONTEXTS = [
  'github',
  'needs',
  'strategy',
  'matrix',
  'job',
  'runner',
  'env',
  'vars',
  'secrets',
  'steps',
  'inputs',
];

/** Contexts and functions for a text of the step. `if:` knows the status functions, and no `secrets`. */
export function stepScope(run: StepRun, place: 'text' | 'if' = 'text'): ExpressionScope {
  const { job } = run;
  const known = run.composite === undefined ? JOB_STEP_CONTEXTS : COMPOSITE_CONTEXTS;
  return {
    contexts: {
      ...jobContexts(job),
      github: run.github,
      env: run.env,
      steps: run.composite?.steps ?? job.steps,
      inputs: run.composite?.inputs ?? job.options.inputs ?? {},
    },
    allowed: place === 'if' ? known.filter((name) => name !== 'secrets') : known,
    workspace: job.options.workspace,
    status: place === 'if' ? statusAnswers(run) : undefined,
  };
}

/** Contexts that are the same for every step. */
export function jobContexts(job: JobState): Readonly<Record<string, unknown>> {
  const { options } = job;
  return {
    github: job.github,
    runner: job.runner,
    job: { status: job.status, services: options.services ?? {}, container: {} },
    strategy: { 'fail-fast': true, 'job-index': 0, 'job-total': 1, 'max-parallel': 1 },
    matrix: options.matrix ?? null,
    needs: options.needs ?? {},
    vars: options.vars ?? {},
    secrets: { ...options.secretsContext, GITHUB_TOKEN: job.github.token, github_token: job.github.token },
    inputs: options.inputs ?? {},
    env: job.globalEnv,
    steps: job.steps,
  };
}

function statusAnswers(run: StepRun): StatusAnswers {
  const own = run.composite !== undefined && run.stage === 'main' ? run.github.action_status : run.job.status;
  return {
    success: own === 'success',
    failure: own === 'failure',
    cancelled: run.job.status === 'cancelled',
  };
}

/** The worse of two: success, failure, cancelled. */
export function worse<T extends JobStatus>(left: T, right: T): T {
  const order = ['success', 'failure', 'cancelled'];
  return order.indexOf(left) >= order.indexOf(right) ? left : right;
}

/** Logs an issue and keeps it as an annotation. */
export function addIssue(
  run: StepRun,
  level: AnnotationLevel,
  issue: Omit<Annotation, 'level'> & { readonly fromProcess?: boolean },
): void {
  const { fromProcess, ...annotation } = issue;
  const message = run.job.masker.mask(annotation.message).slice(0, MESSAGE_LIMIT);
  run.annotations.add({ ...annotation, level, message }, run.composite !== undefined);
  const line = `##[${level}]${annotation.message}`;
  if (fromProcess === true) run.job.log.process(line);
  else run.job.log.runner(line);
}

export function addError(run: StepRun, message: string): void {
  addIssue(run, 'error', { message });
}

export function addDebug(run: StepRun, message: string): void {
  if (run.job.options.debug !== true) return;
  for (const line of message.split(/\r?\n/)) run.job.log.runner(`##[debug]${line}`);
}

export function reportOf(run: StepRun): StepReport {
  const ofJob = run.composite === undefined || run.stage === 'post';
  return {
    id: run.step.id,
    name: displayName(run),
    stage: run.stage,
    outcome: run.outcome ?? run.result,
    conclusion: run.result,
    outputs: { ...run.outputs },
    exitCode: run.exitCode,
    signals: run.signals,
    environment: run.environment,
    annotations: ofJob ? run.annotations.kept : [],
    droppedAnnotations: ofJob ? run.annotations.droppedCount : 0,
    steps: run.children,
  };
}

export function displayName({ step, stage }: StepRun): string {
  const firstLine = (text: string) => text.trimStart().split(/\r?\n/, 1)[0] ?? '';
  const name = step.name ?? `Run ${firstLine(step.kind === 'run' ? step.run : step.uses)}`;
  return stage === 'post' ? `Post ${name}` : name;
}
