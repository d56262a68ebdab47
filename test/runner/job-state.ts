import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CancelDelays } from './child-process.ts';
import { RUNNER_DELAYS } from './child-process.ts';
import { type GitHubOverrides, githubContext, type RunnerEvent } from './github-context.ts';
import { createLog, type JobLog } from './log.ts';
import { SecretMasker } from './masks.ts';
import type { ActionOrigin, StandIn } from './resolve-uses.ts';
import type { PostStep, StepReport } from './step-run.ts';

/** What a job runs on, and with what. */
export interface RunnerOptions {
  /** Folder of the consumer's checkout; it is not the action's repository. */
  readonly workspace: string;
  readonly event: RunnerEvent;
  readonly github?: GitHubOverrides;
  /** Variables of the machine beside PATH, HOME and LANG. Nothing of the host's environment is inherited. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Folder that holds the `node` that run steps find on PATH. Default: this process's. */
  readonly node?: string;
  /** Rest of PATH after `node`. */
  readonly path?: string;
  /** Binary for `using: node24`. Default: this process's. */
  readonly node24?: string;
  /** Masked from the start, as repository secrets are. `github.token` always is. */
  readonly secrets?: readonly string[];
  /** `secrets` context of the job's own steps; the values are masked. */
  readonly secretsContext?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  /** Environment that the job runs in, for stand-ins that trust it. */
  readonly environmentName?: string;
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly matrix?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** `job.services` context. */
  readonly services?: Readonly<Record<string, unknown>>;
  /** Cancels the job. */
  readonly signal?: AbortSignal;
  /** Cancels the job at the first line of output for which this is true. */
  readonly cancelWhen?: (line: string) => boolean;
  readonly delays?: Partial<CancelDelays>;
  /** As the secret ACTIONS_STEP_DEBUG. */
  readonly debug?: boolean;
  /** RUNNER_TEMP; kept afterwards. Default: a new folder, removed at the end of the job. */
  readonly temporaryDirectory?: string;
  /** Folders of repositories by `owner/name`; any ref gives that folder. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What replaces third-party actions, by `owner/name` or `owner/name/path`. */
  readonly standIns?: Readonly<Record<string, StandIn>>;
  /** Folder of the repository that holds the workflow: `$/` of a job's own steps. Default: the workspace. */
  readonly workflowRepository?: string;
}

export type JobStatus = 'success' | 'failure' | 'cancelled';

/** Everything that the steps of one job share. */
export interface JobState {
  readonly options: RunnerOptions;
  readonly masker: SecretMasker;
  readonly log: JobLog;
  readonly delays: CancelDelays;
  /** Shared by the job's own steps, which write to it; the steps of a composite have copies. */
  readonly github: Record<string, unknown>;
  readonly runner: Readonly<Record<string, string>>;
  /** Variables of the machine. */
  readonly machineEnvironment: Readonly<Record<string, string>>;
  /** Workflow and job `env:`, then everything written to GITHUB_ENV. */
  readonly globalEnv: Map<string, string>;
  /** In the order they were added; the last comes first in PATH. */
  readonly pathAdditions: string[];
  /** `steps` context of the job's own steps. */
  readonly steps: Record<string, unknown>;
  /** Cleared from the end. */
  readonly postSteps: PostStep[];
  readonly reports: StepReport[];
  /** Masked summaries, one a step. */
  readonly summaries: string[];
  readonly notes: string[];
  /** Of the steps' processes and of those that they started, not masked. */
  readonly commandLines: Set<string>;
  readonly workflowOrigin: ActionOrigin;
  readonly cancelSignal: AbortSignal;
  readonly trackingId: string;
  status: JobStatus;
}

export async function createJobState(
  options: RunnerOptions,
  jobId: string,
): Promise<{ readonly job: JobState; readonly dispose: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'runner-'));
  const temporaryDirectory = options.temporaryDirectory ?? join(root, '_temp');
  const eventPath = join(temporaryDirectory, '_github_workflow', 'event.json');
  const [home, tools] = [join(root, 'home'), join(root, '_tool')];
  await Promise.all([dirname(eventPath), home, tools].map((folder) => mkdir(folder, { recursive: true })));
  await writeFile(eventPath, JSON.stringify(options.event.payload, null, 2));
  const masker = new SecretMasker();
  const cancelling = new AbortController();
  const trackingId = `github_${randomUUID()}`;
  const github = githubContext(options.event, options.github ?? {}, {
    workspace: options.workspace,
    eventPath,
    jobId,
  });
  for (const secret of options.secrets ?? []) masker.add(secret);
  for (const secret of Object.values(options.secretsContext ?? {})) masker.add(secret);
  masker.add(String(github.token));
  const job: JobState = {
    options,
    masker,
    log: createLog(masker, (line) => {
      if (options.cancelWhen?.(line) === true) cancelling.abort();
    }),
    delays: { ...RUNNER_DELAYS, ...options.delays },
    github,
    runner: runnerContext({ temporaryDirectory, tools, workspace: options.workspace, debug: options.debug }),
    machineEnvironment: machineEnvironment(options, { home, trackingId }),
    globalEnv: new Map(),
    pathAdditions: [],
    steps: {},
    postSteps: [],
    reports: [],
    summaries: [],
    notes: [],
    commandLines: new Set(),
    workflowOrigin: {
      root: options.workflowRepository ?? options.workspace,
      repository: String(github.repository),
      ref: String(github.sha),
    },
    cancelSignal: AbortSignal.any([
      cancelling.signal,
      ...(options.signal === undefined ? [] : [options.signal]),
    ]),
    trackingId,
    status: 'success',
  };
  return { job, dispose: () => rm(root, { recursive: true, force: true }) };
}

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function machineEnvironment(
  options: RunnerOptions,
  { home, trackingId }: { readonly home: string; readonly trackingId: string },
): Readonly<Record<string, string>> {
  const node = options.node ?? dirname(process.execPath);
  return {
    PATH: `${node}:${options.path ?? SYSTEM_PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    USER: 'runner',
    RUNNER_TRACKING_ID: trackingId,
    ...options.environment,
  };
}

function runnerContext(places: {
  readonly temporaryDirectory: string;
  readonly tools: string;
  readonly workspace: string;
  readonly debug: boolean | undefined;
}): Readonly<Record<string, string>> {
  return {
    name: 'GitHub Actions 1',
    os: 'Linux',
    arch: 'X64',
    environment: 'github-hosted',
    tool_cache: places.tools,
    temp: places.temporaryDirectory,
    workspace: dirname(places.workspace),
    ...(places.debug === true ? { debug: '1' } : {}),
  };
}
