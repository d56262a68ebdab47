import { AnnotationCollector } from './annotations.ts';
import { evaluateTemplate } from './expressions.ts';
import type { JobState } from './job-state.ts';
import type { Step } from './manifest.ts';
import { addError, type CompositeFrame, type StepRun, stepScope } from './step-run.ts';

export interface RunOptions {
  readonly composite: CompositeFrame | undefined;
  readonly stage?: 'main' | 'post';
  readonly condition?: string;
  readonly state?: Record<string, string>;
}

/** A step before anything of it has run, with the variables that it starts from. */
export function createRun(job: JobState, step: Step, options: RunOptions): StepRun {
  const { composite, stage = 'main' } = options;
  const env = new Map(job.globalEnv);
  const overrides = new Set(composite?.parent.overrides);
  for (const name of overrides) env.set(name, composite?.parent.env.get(name) ?? '');
  return {
    job,
    step,
    stage,
    condition: options.condition ?? step.if,
    composite,
    github: composite === undefined ? job.github : { ...job.github, action_path: composite.directory },
    env,
    overrides,
    annotations: (stage === 'main' ? composite?.parent.annotations : undefined) ?? new AnnotationCollector(),
    abort: new AbortController(),
    deadline: composite?.parent.deadline,
    outputs: {},
    state: options.state ?? {},
    children: [],
    result: 'success',
    outcome: undefined,
    commandFailed: false,
    exitCode: undefined,
    signals: [],
    environment: undefined,
  };
}

/** Adds the step's own `env:`; false, and a failed step, if that cannot be evaluated. */
export function evaluateEnv(run: StepRun): boolean {
  try {
    const evaluated = Object.entries(run.step.env).map(
      ([name, text]) => [name, evaluateTemplate(text, stepScope(run))] as const,
    );
    for (const [name, value] of evaluated) {
      run.env.set(name, value);
      run.overrides.add(name);
    }
    return true;
  } catch (thrown) {
    addError(run, messageOf(thrown));
    run.result = 'failure';
    return false;
  }
}

/** What `steps.<id>` of an expression gives. */
export function stepEntry(run: StepRun): unknown {
  return { outputs: run.outputs, outcome: run.outcome ?? run.result, conclusion: run.result };
}

export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'unknown error';
}
