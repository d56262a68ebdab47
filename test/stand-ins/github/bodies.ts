/** GitHub's JSON for accounts, repositories, comments, labels, checks and statuses, typed by GitHub's own description. */
import type { components } from '@octokit/openapi-types';
import type { Account, CheckRun, Comment, CommitStatus, Issue, World } from './world.ts';
import { accountOf } from './world.ts';

export type Schemas = components['schemas'];

/** What bodies are made from: the state, and the address under which the stand-in is reached. */
export interface View {
  readonly world: World;
  /** Without a slash at the end. */
  readonly url: string;
}

const epoch = '2026-01-01T00:00:00Z';

export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

export function userBody({ url }: View, account: Account): Schemas['simple-user'] {
  const api = `${url}/users/${encodeURIComponent(account.login)}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId(account.type, account.id),
    avatar_url: `${url}/avatars/${account.id}`,
    gravatar_id: '',
    url: api,
    html_url: `${url}/${encodeURIComponent(account.login)}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: account.type,
    site_admin: false,
  };
}

export function authenticatedUserBody(view: View, account: Account): Schemas['public-user'] {
  return {
    ...userBody(view, account),
    name: account.login,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: epoch,
    updated_at: epoch,
  };
}

function repositoryUrls(api: string) {
  return {
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
  };
}

/** The repository itself or a fork of it, by `owner/name`. */
export function repositoryBody(view: View, fullName: string): Schemas['repository'] {
  const [owner = '', name = ''] = fullName.split('/');
  const { repository } = view.world;
  const fork = fullName !== `${repository.owner}/${repository.name}`;
  const owned = accountOf(view.world, owner);
  const id = fork ? owned.id * 1000 : repository.id;
  const html = `${view.url}/${fullName}`;
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    owner: userBody(view, owned),
    private: repository.isPrivate,
    html_url: html,
    description: null,
    fork,
    url: `${view.url}/repos/${fullName}`,
    ...repositoryUrls(`${view.url}/repos/${fullName}`),
    clone_url: `${html}.git`,
    git_url: `git://stand-in.test/${fullName}.git`,
    ssh_url: `git@stand-in.test:${fullName}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: 'main',
    forks: 0,
    forks_count: 0,
    open_issues: view.world.pulls.size,
    open_issues_count: view.world.pulls.size,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 1,
    has_issues: true,
    has_downloads: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    pushed_at: epoch,
    created_at: epoch,
    updated_at: epoch,
  };
}

export function fullRepositoryBody(view: View): Schemas['full-repository'] {
  const { owner, name } = view.world.repository;
  return {
    ...minimalRepositoryBody(view, `${owner}/${name}`),
    network_count: 0,
    subscribers_count: 0,
  };
}

/** The same repository where GitHub's description wants its shorter form (of a run). */
export function minimalRepositoryBody(view: View, fullName: string) {
  const {
    code_search_index_status: _,
    temp_clone_token: __,
    license: ___,
    ...rest
  } = repositoryBody(view, fullName);
  return {
    ...rest,
    license: null,
    has_discussions: false,
    pushed_at: epoch,
    created_at: epoch,
    updated_at: epoch,
  };
}

function appBody(view: View): NonNullable<Schemas['nullable-integration']> {
  return {
    id: 15368,
    slug: 'github-actions',
    node_id: nodeId('Integration', 15368),
    owner: userBody(view, accountOf(view.world, 'github')),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: `${view.url}/features/actions`,
    html_url: `${view.url}/apps/github-actions`,
    created_at: epoch,
    updated_at: epoch,
    permissions: { metadata: 'read' },
    events: [],
  };
}

export function commentBody(view: View, comment: Comment): Schemas['issue-comment'] {
  const { owner, name } = view.world.repository;
  const api = `${view.url}/repos/${owner}/${name}`;
  const author = accountOf(view.world, comment.author);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url: `${api}/issues/comments/${comment.id}`,
    html_url: `${view.url}/${owner}/${name}/${view.world.issues.has(comment.issue) ? 'issues' : 'pull'}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.issue}`,
    body: comment.body,
    user: userBody(view, author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
    performed_via_github_app: author.login === 'github-actions[bot]' ? appBody(view) : null,
  };
}

export function issueBody(view: View, issue: Issue): Schemas['issue'] {
  const { owner, name } = view.world.repository;
  const api = `${view.url}/repos/${owner}/${name}`;
  const url = `${api}/issues/${issue.number}`;
  return {
    id: issue.id,
    node_id: nodeId('Issue', issue.id),
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${view.url}/${owner}/${name}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: userBody(view, accountOf(view.world, issue.author)),
    labels: issue.labels.map((label) => labelBody(view, label)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: [...view.world.comments.values()].filter((comment) => comment.issue === issue.number).length,
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    author_association: 'NONE',
  };
}

export function labelBody(view: View, name: string): Schemas['label'] {
  const id = view.world.labels.get(name) ?? 0;
  const { owner, name: repository } = view.world.repository;
  return {
    id,
    node_id: nodeId('Label', id),
    url: `${view.url}/repos/${owner}/${repository}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}

export function checkRunBody(view: View, run: CheckRun): Schemas['check-run'] {
  const { owner, name } = view.world.repository;
  const api = `${view.url}/repos/${owner}/${name}/check-runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: '',
    url: api,
    html_url: `${view.url}/${owner}/${name}/runs/${run.id}`,
    details_url: null,
    status: run.status,
    conclusion: conclusionOf(run.conclusion),
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations,
      annotations_url: `${api}/annotations`,
    },
    name: run.name,
    check_suite: null,
    app: appBody(view),
    pull_requests: [],
  };
}

const conclusions = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
] as const;

function conclusionOf(text: string | null): Schemas['check-run']['conclusion'] {
  return conclusions.find((conclusion) => conclusion === text) ?? null;
}

export function statusBody(view: View, status: CommitStatus): Schemas['status'] {
  const { owner, name } = view.world.repository;
  return {
    url: `${view.url}/repos/${owner}/${name}/statuses/${status.sha}`,
    avatar_url: null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: userBody(view, accountOf(view.world, status.creator)),
  };
}
