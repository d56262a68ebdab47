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
  /** The code comes from another repository, or from Dependabot: nothing of it is executed by us. */
  readonly isRestricted: boolean;
  /** GitHub gives such a run no secrets, and a token that may not comment. */
  readonly isUnprivileged: boolean;
  /** The head commit that is being looked at; full SHA, empty when unknown. */
  readonly commit: string;
  /** The commit of the base branch that the pull request or the queue goes on; full SHA, empty when the event does not say. */
  readonly baseCommit: string;
  /** The release's tag, or the one that was pushed or is run on; empty when there is none. */
  readonly tag: string;
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
  const parts = { name, payload, repository, actor: environment.GITHUB_ACTOR ?? '' };
  const isRestricted = comesFromOutside(parts);
  return {
    name,
    action: text(payload.action),
    repository,
    pullRequest: pullRequestOf(parts),
    isRestricted,
    // The other events run with the base repository's own secrets and token, whoever set them off.
    isUnprivileged: isRestricted && /^pull_request(?!_target)/.test(name),
    commit: headCommit(name, payload) ?? environment.GITHUB_SHA ?? '',
    baseCommit: baseCommit(name, payload),
    tag: tagOf(payload, environment),
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

function pullRequestOf({ name, payload }: EventParts): EventPullRequest | undefined {
  const { number } = object(payload.pull_request);
  if (typeof number === 'number') return { number };
  const other = otherPullRequestNumber(name, payload);
  return other === undefined ? undefined : { number: other };
}

function comesFromOutside({ name, payload, repository, actor }: EventParts): boolean {
  const isElsewhere = (repo: unknown) =>
    text(object(repo).full_name).toLowerCase() !== repository.toLowerCase();
  const pull = object(payload.pull_request);
  if (typeof pull.number === 'number')
    return isElsewhere(object(pull.head).repo) || (name === 'pull_request' && actor === 'dependabot[bot]');
  return name === 'workflow_run' && isElsewhere(object(payload.workflow_run).head_repository);
}

function otherPullRequestNumber(name: string, payload: Json): number | undefined {
  if (name === 'issue_comment') {
    const issue = object(payload.issue);
    return issue.pull_request === undefined ? undefined : wholeNumber(issue.number);
  }
  // The queue's own branch names the pull request: gh-readonly-queue/main/pr-104-79bd1…
  if (name === 'merge_group')
    return wholeNumber(/\/pr-(\d+)-[0-9a-f]+$/.exec(text(object(payload.merge_group).head_ref))?.[1]);
  if (name === 'workflow_dispatch') return wholeNumber(object(payload.inputs)['pull-request']);
  if (name === 'workflow_run') return pullRequestOfRun(payload);
  return undefined;
}

/**
 * Empty for pull requests from forks (https://github.com/orgs/community/discussions/25220); a fork's own pull requests
 * with the same commit may stand in the list, under numbers that mean something else here.
 */
function pullRequestOfRun(payload: Json): number | undefined {
  const { id } = object(payload.repository);
  const listed = array(object(payload.workflow_run).pull_requests).map(object);
  const isOurs = (pull: Json) => {
    const base = object(object(pull.base).repo).id;
    return id === undefined || base === undefined || base === id;
  };
  return wholeNumber(listed.find(isOurs)?.number);
}

/** Undefined: GITHUB_SHA is the commit. A comment's run has the default branch's there, which is not what it is about. */
function headCommit(name: string, payload: Json): string | undefined {
  if (name === 'issue_comment') return '';
  if (name === 'merge_group') return text(object(payload.merge_group).head_sha) || undefined;
  if (name === 'workflow_run') return text(object(payload.workflow_run).head_sha) || undefined;
  return text(object(object(payload.pull_request).head).sha) || undefined;
}

function baseCommit(name: string, payload: Json): string {
  if (name === 'merge_group') return text(object(payload.merge_group).base_sha);
  return text(object(object(payload.pull_request).base).sha);
}

/** A run for a release has the tag as its ref, unless it was made from a draft whose tag did not exist yet. */
function tagOf(payload: Json, environment: NodeJS.ProcessEnv): string {
  const released = text(object(payload.release).tag_name);
  if (released !== '') return released;
  return environment.GITHUB_REF_TYPE === 'tag' ? (environment.GITHUB_REF_NAME ?? '') : '';
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
