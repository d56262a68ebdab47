/** GitHub's JSON for pull requests, workflow runs and artifacts. */
import type { Schemas, View } from './bodies.ts';
import { labelBody, minimalRepositoryBody, nodeId, repositoryBody, userBody } from './bodies.ts';
import type { Artifact, PullRequest, WorkflowRun } from './world.ts';
import { accountOf } from './world.ts';

const epoch = '2026-01-01T00:00:00Z';
const noCommit = '0'.repeat(40);

function baseName(view: View): string {
  return `${view.world.repository.owner}/${view.world.repository.name}`;
}

function pullUrls(view: View, pull: PullRequest) {
  const api = `${view.url}/repos/${baseName(view)}`;
  const html = `${view.url}/${baseName(view)}/pull/${pull.number}`;
  return {
    url: `${api}/pulls/${pull.number}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: `${api}/issues/${pull.number}`,
    commits_url: `${api}/pulls/${pull.number}/commits`,
    review_comments_url: `${api}/pulls/${pull.number}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${api}/issues/${pull.number}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  };
}

function pullLinks(view: View, pull: PullRequest): Schemas['pull-request']['_links'] {
  const urls = pullUrls(view, pull);
  return {
    self: { href: urls.url },
    html: { href: urls.html_url },
    issue: { href: urls.issue_url },
    comments: { href: urls.comments_url },
    review_comments: { href: urls.review_comments_url },
    review_comment: { href: urls.review_comment_url },
    commits: { href: urls.commits_url },
    statuses: { href: urls.statuses_url },
  };
}

/** A deleted fork leaves `head.repo` null, and `head.user` of the author. */
function pullEnds(view: View, pull: PullRequest) {
  const headOwner = pull.headRepository?.split('/')[0] ?? pull.author;
  return {
    head: {
      label: `${headOwner}:${pull.headRef}`,
      ref: pull.headRef,
      sha: pull.headSha,
      user: userBody(view, accountOf(view.world, headOwner)),
      repo: pull.headRepository === undefined ? null : repositoryBody(view, pull.headRepository),
    },
    base: {
      label: `${view.world.repository.owner}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: noCommit,
      user: userBody(view, accountOf(view.world, view.world.repository.owner)),
      repo: repositoryBody(view, baseName(view)),
    },
  };
}

function pullCommon(view: View, pull: PullRequest) {
  const closedAt = pull.state === 'closed' ? epoch : null;
  return {
    id: pull.number * 10,
    node_id: nodeId('PullRequest', pull.number),
    ...pullUrls(view, pull),
    number: pull.number,
    locked: false,
    title: pull.title,
    user: userBody(view, accountOf(view.world, pull.author)),
    body: null,
    milestone: null,
    created_at: epoch,
    updated_at: epoch,
    closed_at: closedAt,
    merged_at: pull.merged ? epoch : null,
    merge_commit_sha: null,
    assignee: null,
    author_association: 'CONTRIBUTOR' as const,
    auto_merge: null,
    draft: pull.draft,
    _links: pullLinks(view, pull),
  };
}

/** What a list shows. */
export function pullSimpleBody(view: View, pull: PullRequest): Schemas['pull-request-simple'] {
  const { head, base } = pullEnds(view, pull);
  return {
    ...pullCommon(view, pull),
    state: pull.state,
    labels: pull.labels.map((name) => ({ ...labelBody(view, name), description: '' })),
    // GitHub's description says that a listed `head.repo` is never null; a deleted fork's is.
    head: head as Schemas['pull-request-simple']['head'],
    base,
  };
}

export function pullBody(view: View, pull: PullRequest): Schemas['pull-request'] {
  const { head, base } = pullEnds(view, pull);
  return {
    ...pullCommon(view, pull),
    state: pull.state,
    labels: pull.labels.map((name) => labelBody(view, name)),
    head: head as Schemas['pull-request']['head'],
    base,
    merged: pull.merged,
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: pull.state === 'open' ? 'clean' : 'unknown',
    merged_by: null,
    comments: [...view.world.comments.values()].filter(({ issue }) => issue === pull.number).length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 0,
    changed_files: pull.files.length,
  };
}

export function fileBody(view: View, pull: PullRequest, index: number): Schemas['diff-entry'] {
  const { filename, status } = pull.files[index] ?? { filename: '', status: 'modified' };
  const at = `${view.url}/${baseName(view)}`;
  return {
    sha: index.toString(16).padStart(40, 'c'),
    filename,
    status,
    additions: 1,
    deletions: 0,
    changes: 1,
    blob_url: `${at}/blob/${pull.headSha}/${encodeURIComponent(filename)}`,
    raw_url: `${at}/raw/${pull.headSha}/${encodeURIComponent(filename)}`,
    contents_url: `${view.url}/repos/${baseName(view)}/contents/${encodeURIComponent(filename)}?ref=${pull.headSha}`,
    patch: '@@ -0,0 +1 @@\n+line',
  };
}

/** `pull_requests` is empty for a run of a fork, as it is on GitHub. */
export function runBody(view: View, run: WorkflowRun): Schemas['workflow-run'] {
  const api = `${view.url}/repos/${baseName(view)}/actions/runs/${run.id}`;
  return {
    id: run.id,
    name: 'Preview',
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: '.github/workflows/preview.yml@main',
    run_number: 1,
    run_attempt: 1,
    event: run.event,
    display_title: 'Preview',
    status: 'completed',
    conclusion: run.conclusion,
    workflow_id: 1,
    url: api,
    html_url: `${view.url}/${baseName(view)}/actions/runs/${run.id}`,
    pull_requests: run.headRepository === baseName(view) ? pullsOfRun(view, run) : [],
    created_at: epoch,
    updated_at: epoch,
    jobs_url: `${api}/jobs`,
    logs_url: `${api}/logs`,
    check_suite_url: `${view.url}/repos/${baseName(view)}/check-suites/1`,
    artifacts_url: `${api}/artifacts`,
    cancel_url: `${api}/cancel`,
    rerun_url: `${api}/rerun`,
    workflow_url: `${view.url}/repos/${baseName(view)}/actions/workflows/1`,
    head_commit: null,
    repository: minimalRepositoryBody(view, baseName(view)),
    head_repository: minimalRepositoryBody(view, run.headRepository),
  };
}

function pullsOfRun(view: View, run: WorkflowRun): Schemas['pull-request-minimal'][] {
  const repo = {
    id: view.world.repository.id,
    url: `${view.url}/repos/${baseName(view)}`,
    name: baseName(view),
  };
  return [...view.world.pulls.values()]
    .filter((pull) => pull.headSha === run.headSha && pull.headRepository === run.headRepository)
    .map((pull) => ({
      id: pull.number * 10,
      number: pull.number,
      url: pullUrls(view, pull).url,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: noCommit, repo },
    }));
}

export function artifactBody(view: View, artifact: Artifact): Schemas['artifact'] {
  const api = `${view.url}/repos/${baseName(view)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.claimedSize,
    url: api,
    archive_download_url: `${api}/zip`,
    expired: artifact.expired,
    created_at: epoch,
    expires_at: null,
    updated_at: epoch,
    workflow_run: { id: artifact.runId },
  };
}
