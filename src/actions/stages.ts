import { CancelledError, UserError } from '../errors.ts';
import type { Section } from '../report/section.ts';
import { describeFailure } from '../runtime/failure.ts';
import type { Job } from '../runtime/io.ts';

/** One step of a preview: what it is called in the report, and the work, which leaves its own section. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** `stop`: what follows cannot run (its reason is in the section that the work left). */
  work(): Promise<'go on' | 'stop'>;
}

/** The stages of one step do not need each other's results: one that fails does not stop the next. */
export type Step = Stage | readonly Stage[];

/**
 * Runs every stage in its turn, those of one step too: a connection's round trips are measured on the one thread that a
 * schema's comparison would keep busy. A stage that throws leaves a failed section, and the steps after it skipped ones, so that a
 * report is complete whatever happens. A cancel is rethrown. @returns what was thrown, to be told by the action
 */
export async function runStages(job: Job, key: string, steps: readonly Step[]): Promise<readonly unknown[]> {
  // All of them before any runs: what is cancelled in between leaves a report that names what did not finish.
  for (const stage of steps.flat()) job.reports.writeSection(key, waitingSection(stage));
  const failures: unknown[] = [];
  let stoppedBy: string | undefined;
  for (const step of steps) {
    const stages = isSingle(step) ? [step] : step;
    if (stoppedBy !== undefined) {
      for (const stage of stages) job.reports.writeSection(key, skippedSection(stage, stoppedBy));
      continue;
    }
    const outcomes: StageOutcome[] = [];
    for (const stage of stages) outcomes.push(await runStage(job, key, stage));
    for (const outcome of outcomes) if (outcome.kind === 'threw') failures.push(outcome.thrown);
    stoppedBy = stages.find((_, index) => outcomes[index]?.kind !== 'go on')?.title;
  }
  return failures;
}

function isSingle(step: Step): step is Stage {
  return 'work' in step;
}

type StageOutcome =
  | { readonly kind: 'go on' | 'stop' }
  | { readonly kind: 'threw'; readonly thrown: unknown };

async function runStage(job: Job, key: string, stage: Stage): Promise<StageOutcome> {
  try {
    return { kind: await stage.work() };
  } catch (thrown) {
    if (job.signal.aborted || thrown instanceof CancelledError) throw thrown;
    job.reports.writeSection(key, failedSection(stage, thrown));
    return { kind: 'threw', thrown };
  }
}

interface NamedStep extends Pick<Stage, 'id' | 'title'> {
  readonly key: string;
}

/**
 * For an action that is a step of its own: what it throws becomes a failed section too, so that a `comment` further down
 * the job does not say that all is well. A cancel leaves nothing.
 */
export async function leavingSection(
  job: Job,
  { key, ...stage }: NamedStep,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!job.signal.aborted && !(thrown instanceof CancelledError))
      job.reports.writeSection(key, failedSection(stage, thrown));
    throw thrown;
  }
}

function failedSection(stage: Pick<Stage, 'id' | 'title'>, thrown: unknown): Section {
  const [message = '', ...rest] = describeFailure(thrown).split('\n');
  return {
    id: stage.id,
    title: stage.title,
    status: 'failed',
    summary: message,
    blocks: [],
    findings: [
      {
        rule: `${stage.id}-failed`,
        severity: 'error',
        subject: stage.title,
        message,
        ...(rest.length === 0 ? {} : { evidence: rest.join('\n') }),
        ...(thrown instanceof UserError && thrown.docs !== undefined ? { docs: thrown.docs } : {}),
      },
    ],
  };
}

function waitingSection(stage: Stage): Section {
  return {
    id: stage.id,
    title: stage.title,
    status: 'running',
    summary: 'Not finished',
    blocks: [],
    findings: [],
  };
}

function skippedSection(stage: Stage, stoppedBy: string): Section {
  return {
    id: stage.id,
    title: stage.title,
    status: 'skipped',
    summary: `Not run: ${stoppedBy} failed`,
    blocks: [],
    findings: [],
  };
}
