import { createCommandFiles } from './command-files.ts';
import { createRun, evaluateEnv, messageOf, stepEntry } from './create-run.ts';
import { evaluateCondition, evaluateTemplate } from './expressions.ts';
import type { JobState } from './job-state.ts';
import { type CompositeRuns, loadManifest, OUTPUT_CONTEXTS, type Step, type UsesStep } from './manifest.ts';
import { prepareActions } from './prepare-actions.ts';
import { type ActionOrigin, resolveUses, type StandIn } from './resolve-uses.ts';
import { processCommandFiles } from './step-commands.ts';
import { evaluateInputs } from './step-inputs.ts';
import { printAction, runNode, runScript, type ShellDefaults } from './step-process.ts';
import {
  addError,
  type CompositeFrame,
  displayName,
  type PostStep,
  reportOf,
  StepAborted,
  type StepResult,
  type StepRun,
  stepScope,
  worse,
} from './step-run.ts';

/** Job `defaults.run`, for the job's own steps. */
const NO_DEFAULTS: ShellDefaults = { shell: undefined, workingDirectory: undefined };

/** Runs the job's own steps one after the other, then the post steps, last first. */
export async function runJobSteps(
  job: JobState,
  steps: readonly Step[],
  defaults: ShellDefaults = NO_DEFAULTS,
): Promise<void> {
  for (const step of steps) {
    const run = createRun(job, step, { composite: undefined });
    job.github.action = actionName(step);
    if (evaluateEnv(run)) await attempt(run, defaults);
    finishJobStep(run);
  }
  for (let post = job.postSteps.pop(); post !== undefined; post = job.postSteps.pop())
    await runPost(job, post);
}

function finishJobStep(run: StepRun): void {
  if (run.result === 'failure') run.job.status = worse(run.job.status, 'failure');
  if (run.step.id !== undefined && run.stage === 'main') run.job.steps[run.step.id] = stepEntry(run);
  run.job.reports.push(reportOf(run));
}

function actionName({ id, ...step }: Step): string {
  if (id !== undefined) return id;
  return step.kind === 'run' ? '__run' : `__${step.uses.replace(/@.*$/, '').replace(/\W+/g, '_')}`;
}

/** Evaluates the condition and runs the step; a cancel of the job evaluates the condition again, and stops the step if it no longer holds. */
async function attempt(
  run: StepRun,
  defaults: ShellDefaults,
): Promise<'ran' | 'skipped' | 'condition-error'> {
  const { job } = run;
  const holds = () => evaluateCondition(run.condition, stepScope(run, 'if'));
  const onCancel = () => {
    job.status = 'cancelled';
    if (run.composite !== undefined) run.github.action_status = 'cancelled';
    try {
      if (!holds()) run.abort.abort();
    } catch {
      run.abort.abort();
    }
  };
  if (job.cancelSignal.aborted) job.status = 'cancelled';
  else job.cancelSignal.addEventListener('abort', onCancel, { once: true });
  try {
    if (!holds()) {
      run.result = 'skipped';
      return 'skipped';
    }
  } catch (thrown) {
    addError(run, messageOf(thrown));
    run.result = 'failure';
    return 'condition-error';
  } finally {
    if (run.result !== 'success') job.cancelSignal.removeEventListener('abort', onCancel);
  }
  await perform(run, defaults);
  job.cancelSignal.removeEventListener('abort', onCancel);
  return 'ran';
}

async function perform(run: StepRun, defaults: ShellDefaults): Promise<void> {
  const minutes = stepTimeout(run);
  if (minutes > 0) run.deadline = performance.now() + minutes * 60_000;
  const timer =
    run.deadline === undefined
      ? undefined
      : setTimeout(() => run.abort.abort(), Math.max(0, run.deadline - performance.now()));
  try {
    await runStep(run, defaults);
  } catch (thrown) {
    onThrown(run, thrown, minutes);
  } finally {
    clearTimeout(timer);
  }
  if (run.commandFailed && run.result === 'success') run.result = 'failure';
  applyContinueOnError(run);
}

function onThrown(run: StepRun, thrown: unknown, minutes: number): void {
  if (!(thrown instanceof StepAborted)) {
    addError(run, messageOf(thrown));
    run.result = 'failure';
  } else if (run.job.cancelSignal.aborted) {
    addError(run, 'The operation was canceled.');
    run.result = 'cancelled';
  } else {
    const where = run.composite === undefined ? ` '${displayName(run)}'` : '';
    addError(run, `The action${where} has timed out${where === '' ? '' : ` after ${minutes} minutes`}.`);
    run.result = 'failure';
  }
}

function stepTimeout(run: StepRun): number {
  const text = run.step.timeoutMinutes;
  return text === undefined ? 0 : Number(evaluateTemplate(text, stepScope(run)));
}

function applyContinueOnError(run: StepRun): void {
  if (run.result !== 'failure') return;
  try {
    const setting = evaluateTemplate(run.step.continueOnError, stepScope(run));
    if (setting !== 'true') return;
    run.outcome = 'failure';
    run.result = 'success';
  } catch (thrown) {
    addError(
      run,
      'The step failed and an error occurred when attempting to determine whether to continue on error.',
    );
    addError(run, messageOf(thrown));
  }
}

async function runStep(run: StepRun, defaults: ShellDefaults): Promise<void> {
  const { step, job } = run;
  if (step.kind === 'run') {
    setActionReference(run, undefined);
    await withCommandFiles(run, () =>
      runScript(run, step, run.composite === undefined ? defaults : NO_DEFAULTS),
    );
    return;
  }
  const resolved = resolveUses(step.uses, job, run.composite?.origin ?? job.workflowOrigin);
  if (resolved.kind === 'stand-in') {
    await withCommandFiles(run, () => runStandIn(run, step, resolved.standIn));
    return;
  }
  const manifest = await loadManifest(resolved.directory);
  if (!resolved.remote && manifest.runs.using === 'composite') {
    await prepareActions(job, manifest.runs.steps, { origin: resolved.origin });
  }
  if (manifest.runs.using !== 'composite' && manifest.runs.post !== undefined && run.stage === 'main') {
    job.postSteps.push({ main: run, step, directory: resolved.directory, runs: manifest.runs });
  }
  setActionReference(run, resolved.remote ? resolved.origin : undefined);
  await withCommandFiles(run, async () => {
    const inputs = evaluateInputs(run, step, manifest);
    printAction(run, step.uses, inputs);
    if (manifest.runs.using === 'composite') {
      const frame = {
        directory: resolved.directory,
        origin: resolved.origin,
        inputs,
        steps: {},
        parent: run,
      };
      await runComposite(run, frame, { runs: manifest.runs, outputs: manifest.outputs });
    } else {
      await runNode(run, { directory: resolved.directory, runs: manifest.runs }, inputs);
    }
  });
}

/** Set for the step itself only: a composite's `run:` step finds both empty, but its `env:` was evaluated before. */
function setActionReference(run: StepRun, origin: ActionOrigin | undefined): void {
  run.github.action_repository = origin?.repository;
  run.github.action_ref = origin?.ref;
}

async function withCommandFiles(run: StepRun, work: () => Promise<void>): Promise<void> {
  const files = await createCommandFiles(run.job.runner.temp ?? '');
  Object.assign(run.github, files);
  try {
    await work();
  } finally {
    await processCommandFiles(run, files);
  }
}

async function runComposite(
  run: StepRun,
  frame: CompositeFrame,
  action: { readonly runs: CompositeRuns; readonly outputs: Readonly<Record<string, string>> },
): Promise<void> {
  let status: Exclude<StepResult, 'skipped'> = 'success';
  for (const step of action.runs.steps) {
    const child = createRun(run.job, step, { composite: frame });
    child.github.action_status = status;
    const envHolds = evaluateEnv(child);
    const end = await attempt(child, NO_DEFAULTS);
    // A step whose env: cannot be evaluated still runs, and still counts as failed.
    if (!envHolds && child.result === 'success') child.result = 'failure';
    if (child.result !== 'skipped' && child.result !== 'success') status = worse(status, child.result);
    if (step.id !== undefined) frame.steps[step.id] = stepEntry(child);
    run.children.push(reportOf(child));
    if (end === 'condition-error') break;
  }
  run.result = status;
  const scope = { ...stepScope(run), allowed: OUTPUT_CONTEXTS, workspace: undefined };
  const contexts = { ...scope.contexts, inputs: frame.inputs, steps: frame.steps };
  for (const [name, text] of Object.entries(action.outputs)) {
    run.outputs[name] = evaluateTemplate(text, { ...scope, contexts });
  }
}

async function runStandIn(run: StepRun, step: UsesStep, standIn: StandIn): Promise<void> {
  const inputs = Object.fromEntries(
    Object.entries(step.with).map(([name, text]) => [name, evaluateTemplate(text, stepScope(run))]),
  );
  printAction(run, step.uses, inputs);
  const result = await standIn({
    inputs,
    workspace: run.job.options.workspace,
    temporaryDirectory: run.job.runner.temp ?? '',
    github: run.github,
    environment: run.job.options.environmentName ?? '',
    log: (line) => run.job.log.runner(line),
  });
  Object.assign(run.outputs, result.outputs);
  run.job.pathAdditions.push(...(result.path ?? []));
  for (const secret of result.masks ?? []) run.job.masker.add(secret);
  for (const [name, value] of Object.entries(result.env ?? {})) run.job.globalEnv.set(name, value);
}

/** Inputs of a post step are evaluated again, with the contexts of its main step. https://github.com/actions/runner/issues/3514 */
async function runPost(job: JobState, post: PostStep): Promise<void> {
  const run = createRun(job, post.step, {
    composite: post.main.composite,
    stage: 'post',
    condition: post.runs.postIf,
    state: post.main.state,
  });
  if (evaluateEnv(run)) await attempt(run, NO_DEFAULTS);
  finishJobStep(run);
}
