import { isRecord } from './yaml-values.ts';

export interface RunnerEvent {
  /** `pull_request`, `push`, `schedule`, … */
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a test sets of the `github` context; the rest is worked out from the event. */
export interface GitHubOverrides {
  readonly repository?: string;
  readonly sha?: string;
  readonly ref?: string;
  readonly token?: string;
  readonly actor?: string;
  readonly apiUrl?: string;
  readonly serverUrl?: string;
  readonly graphqlUrl?: string;
  readonly runId?: string;
  readonly runNumber?: string;
  readonly runAttempt?: string;
  readonly workflow?: string;
}

interface Places {
  readonly workspace: string;
  readonly eventPath: string;
  readonly jobId: string;
}

/** Variables that processes get, as `GITHUB_` + upper case. The token is not among them. */
export const EXPORTED_KEYS = [
  'action_path',
  'action_ref',
  'action_repository',
  'action',
  'actor',
  'actor_id',
  'api_url',
  'base_ref',
  'env',
  'event_name',
  'event_path',
  'graphql_url',
  'head_ref',
  'job',
  'output',
  'path',
  'ref_name',
  'ref_protected',
  'ref_type',
  'ref',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'retention_days',
  'run_attempt',
  'run_id',
  'run_number',
  'server_url',
  'sha',
  'state',
  'step_summary',
  'triggering_actor',
  'workflow',
  'workflow_ref',
  'workflow_sha',
  'workspace',
];

export function githubContext(
  event: RunnerEvent,
  overrides: GitHubOverrides,
  places: Places,
): Record<string, unknown> {
  const repository = overrides.repository ?? repositoryOf(event) ?? 'octo-org/octo-repo';
  const sha = overrides.sha ?? textAt(event.payload, 'after') ?? '0123456789abcdef0123456789abcdef01234567';
  const ref = overrides.ref ?? refOf(event);
  const actor = overrides.actor ?? textAt(event.payload, 'sender', 'login') ?? 'octocat';
  const apiUrl = overrides.apiUrl ?? 'https://api.github.com';
  const workflow = overrides.workflow ?? 'CI';
  return {
    token: overrides.token ?? 'ghs_0123456789abcdefghijklmnopqrstuvwxyz',
    event: event.payload,
    event_name: event.name,
    event_path: places.eventPath,
    workspace: places.workspace,
    job: places.jobId,
    repository,
    repository_owner: repository.split('/')[0] ?? '',
    repository_id: '1296269',
    repository_owner_id: '583231',
    repositoryUrl: `git://github.com/${repository}.git`,
    ref,
    ref_name: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha,
    head_ref: textAt(event.payload, 'pull_request', 'head', 'ref') ?? '',
    base_ref: textAt(event.payload, 'pull_request', 'base', 'ref') ?? '',
    actor,
    actor_id: '583231',
    triggering_actor: actor,
    api_url: apiUrl,
    graphql_url: overrides.graphqlUrl ?? `${apiUrl}/graphql`,
    server_url: overrides.serverUrl ?? 'https://github.com',
    run_id: overrides.runId ?? '1658821493',
    run_number: overrides.runNumber ?? '42',
    run_attempt: overrides.runAttempt ?? '1',
    retention_days: '90',
    secret_source: 'Actions',
    workflow,
    workflow_ref: `${repository}/.github/workflows/ci.yml@${ref}`,
    workflow_sha: sha,
  };
}

/** A merged pull request's `closed` event has the base branch as its ref. */
function refOf(event: RunnerEvent): string {
  const pullRequest = event.payload.pull_request;
  if (event.name === 'pull_request' && isRecord(pullRequest)) {
    if (pullRequest.merged === true) return `refs/heads/${textAt(pullRequest, 'base', 'ref') ?? 'main'}`;
    return `refs/pull/${String(pullRequest.number)}/merge`;
  }
  return (
    textAt(event.payload, 'ref') ??
    `refs/heads/${textAt(event.payload, 'repository', 'default_branch') ?? 'main'}`
  );
}

function repositoryOf(event: RunnerEvent): string | undefined {
  return textAt(event.payload, 'repository', 'full_name');
}

function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  let found = value;
  for (const key of keys) found = isRecord(found) ? found[key] : undefined;
  return typeof found === 'string' ? found : undefined;
}
