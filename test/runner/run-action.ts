import { execFileSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type JobResult, runJob } from './job.ts';
import type { RunnerOptions } from './job-state.ts';
import type { StepReport } from './step-run.ts';

export interface RunActionOptions extends RunnerOptions {
  /** Folder of the `action.yml`. */
  readonly actionDirectory: string;
  /** Root of the action's repository: what `$/` means. Default: `actionDirectory`. */
  readonly repositoryRoot?: string;
  /** Of the `uses:` that the consumer wrote. Default `neonhub/database-actions` at `v1`. */
  readonly uses?: { readonly repository: string; readonly ref: string };
  readonly with?: Readonly<Record<string, string>>;
  /** `env:` of the step that uses the action. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which the step is stopped, as `timeout-minutes`. */
  readonly stepTimeout?: number;
}

export interface ActionResult extends Omit<JobResult, 'outputs' | 'steps'> {
  /** The action's outputs, unmasked, as a later step of the same job sees them. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The step that used the action; undefined if the action could not be loaded. */
  readonly step: StepReport | undefined;
  /** The composite's own steps. */
  readonly steps: readonly StepReport[];
  readonly postSteps: readonly StepReport[];
}

/** Uses one action, from a consumer's workspace, in a job of its own. */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  const root = options.repositoryRoot ?? options.actionDirectory;
  const { repository, ref } = options.uses ?? { repository: 'neonhub/database-actions', ref: 'v1' };
  const path = relative(root, options.actionDirectory);
  const { env = {}, ...ofJob } = options;
  const result = await runJob({
    ...ofJob,
    actions: { ...options.actions, [repository]: root },
    steps: [
      {
        id: 'action',
        uses: `${repository}${path === '' ? '' : `/${path}`}@${ref}`,
        with: options.with ?? {},
        env,
        ...(options.stepTimeout === undefined ? {} : { 'timeout-minutes': options.stepTimeout / 60_000 }),
      },
    ],
  });
  const { steps, ...rest } = result;
  const step = steps.find((each) => each.stage === 'main');
  return {
    ...rest,
    outputs: step?.outputs ?? {},
    step,
    steps: step?.steps ?? [],
    postSteps: steps.filter((each) => each.stage === 'post'),
  };
}

/**
 * Copies what GitHub would download of a repository: files that git knows or would add, so neither `node_modules` nor
 * anything else that is ignored.
 */
export async function stageRepository(root: string, destination: string): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const files = listed.split('\0').filter((file) => file !== '');
  for (const folder of new Set(files.map((file) => dirname(join(destination, file))))) {
    await mkdir(folder, { recursive: true });
  }
  for (const file of files) {
    // A file that git knows may have been deleted from the work tree.
    await cp(join(root, file), join(destination, file), { verbatimSymlinks: true }).catch(
      (error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      },
    );
  }
}
