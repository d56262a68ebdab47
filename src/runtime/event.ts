import { readFileSync } from 'node:fs';
import { UserError } from '../errors.ts';

/** What started the workflow, as far as a preview cares. */
export interface TriggerEvent {
  /** `pull_request`, `merge_group`, … */
  readonly name: string;
  /** `opened`, `closed`, …; empty where the event has none. */
  readonly action: string;
  /** `owner/name` of the repository that the workflow runs in. */
  readonly repository: string;
  readonly pullRequest: EventPullRequest | undefined;
  /** The head commit that is being looked at; full SHA, empty when unknown. */
  readonly commit: string;
  /** The commit of the base branch that the pull request or the queue goes on; full SHA, empty when the event does not say. */
  readonly baseCommit: string;
  /** Link to the workflow run, or undefined outside GitHub. */
  readonly runUrl: string | undefined;
  /** For `workflow_run`: the run that ended. */
  readonly workflowRun: EventWorkflowRun | undefined;
}

export interface EventWorkflowRun {
  readonly id: number;
  readonly headCommit: string;
  /** `owner/name`, of the fork where it is one. */
  readonly headRepository: string;
  readonly headBranch: string;
}

export interface EventPullRequest {
  readonly number: number;
  /** True for pull requests from another repository and for Dependabot's: no secrets, a read-only token, untrusted code. */
  readonly isRestricted: boolean;
  readonly isMerged: boolean;
}

/** @throws UserError when the environment is not that of a workflow step. */
export function readEvent(environment: NodeJS.ProcessEnv): TriggerEvent {
  const repository = environment.GITHUB_REPOSITORY ?? '';
  if (!/^[^/\s]+\/[^/\s]+$/.test(repository))
    throw new UserError(`GITHUB_REPOSITORY is "${repository}", not "owner/name".`, {
      hint: 'Run this inside a GitHub Actions workflow.',
    });
  const name = environment.GITHUB_EVENT_NAME ?? '';
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  return {
    name,
    action: text(payload.action),
    repository,
    pullRequest: pullRequestOf({ name, payload, repository, actor: environment.GITHUB_ACTOR ?? '' }),
    commit: headCommit(name, payload) || (environment.GITHUB_SHA ?? ''),
    baseCommit: baseCommit(name, payload),
    runUrl: runUrl(environment, repository),
    workflowRun: workflowRunOf(name, payload),
  };
}

function workflowRunOf(name: string, payload: Json): EventWorkflowRun | undefined {
  const run = object(payload.workflow_run);
  const id = wholeNumber(run.id);
  if (name !== 'workflow_run' || id === undefined) return undefined;
  return {
    id,
    headCommit: text(run.head_sha),
    headRepository: text(object(run.head_repository).full_name),
    headBranch: text(run.head_branch),
  };
}

function readPayload(path: string | undefined): Json {
  if (path === undefined || path === '') return {};
  try {
    return object(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new UserError(`The event file ${path} cannot be read as JSON.`, { cause });
  }
}

interface EventParts {
  readonly name: string;
  readonly payload: Json;
  readonly repository: string;
  readonly actor: string;
}

function pullRequestOf({ name, payload, repository, actor }: EventParts): EventPullRequest | undefined {
  const pull = object(payload.pull_request);
  if (typeof pull.number === 'number') {
    const head = text(object(object(pull.head).repo).full_name);
    const isForeign = head.toLowerCase() !== repository.toLowerCase();
    // pull_request_target and the like carry the base repository's secrets, whoever opened the pull request.
    const isRestricted = isForeign || (name === 'pull_request' && actor === 'dependabot[bot]');
    return { number: pull.number, isRestricted, isMerged: pull.merged === true };
  }
  const number = otherPullRequestNumber(name, payload);
  return number === undefined ? undefined : { number, isRestricted: false, isMerged: false };
}

/** These events run on the base repository's own code with its own secrets, so they are never restricted. */
function otherPullRequestNumber(name: string, payload: Json): number | undefined {
  if (name === 'issue_comment') {
    const issue = object(payload.issue);
    return issue.pull_request === undefined ? undefined : wholeNumber(issue.number);
  }
  // The queue's own branch names the pull request: gh-readonly-queue/main/pr-104-79bd1…
  if (name === 'merge_group')
    return wholeNumber(/\/pr-(\d+)-[0-9a-f]+$/.exec(text(object(payload.merge_group).head_ref))?.[1]);
  if (name === 'workflow_dispatch') return wholeNumber(object(payload.inputs)['pull-request']);
  // Empty for pull requests from forks (https://github.com/orgs/community/discussions/25220).
  if (name === 'workflow_run')
    return wholeNumber(object(array(object(payload.workflow_run).pull_requests)[0]).number);
  return undefined;
}

function headCommit(name: string, payload: Json): string {
  if (name === 'merge_group') return text(object(payload.merge_group).head_sha);
  if (name === 'workflow_run') return text(object(payload.workflow_run).head_sha);
  return text(object(object(payload.pull_request).head).sha);
}

function baseCommit(name: string, payload: Json): string {
  if (name === 'merge_group') return text(object(payload.merge_group).base_sha);
  return text(object(object(payload.pull_request).base).sha);
}

function runUrl(environment: NodeJS.ProcessEnv, repository: string): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_RUN_ID: run } = environment;
  return server && run ? `${server}/${repository}/actions/runs/${run}` : undefined;
}

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
