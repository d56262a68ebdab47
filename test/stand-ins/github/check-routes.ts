/** Check runs and commit statuses. */
import { checkRunBody, minimalRepositoryBody, statusBody } from './bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { field, invalid, need, notFound, paginate, textField } from './routing.ts';
import type { CheckRun, CommitStatus } from './world.ts';
import { newId, timestamp } from './world.ts';

const repository = '/repos/{owner}/{repo}';
const checkStates = ['queued', 'in_progress', 'completed'] as const;
const statusStates = ['error', 'failure', 'pending', 'success'] as const;
/** https://docs.github.com/rest/checks/runs: "limits the number of annotations to a maximum of 50 per API request". */
const mostAnnotations = 50;

function annotationsOf(call: Call): readonly unknown[] {
  const annotations = field(field(call.body, 'output'), 'annotations');
  return Array.isArray(annotations) ? annotations : [];
}

/** Applies what the body sets; a conclusion completes the run, as on GitHub. */
function applyCheck(call: Call, run: CheckRun): Answer | undefined {
  const annotations = annotationsOf(call);
  if (annotations.length > mostAnnotations)
    return invalid('CheckRun', 'annotations', `No more than ${mostAnnotations} annotations`);
  const output = field(call.body, 'output');
  run.name = textField(call.body, 'name') ?? run.name;
  run.status = checkStates.find((state) => state === textField(call.body, 'status')) ?? run.status;
  run.title = textField(output, 'title') ?? run.title;
  run.summary = textField(output, 'summary') ?? run.summary;
  run.text = textField(output, 'text') ?? run.text;
  run.annotations += annotations.length;
  const conclusion = textField(call.body, 'conclusion');
  if (conclusion !== undefined) {
    run.conclusion = conclusion;
    run.status = 'completed';
    run.completedAt = timestamp();
  }
  return undefined;
}

function createCheck(call: Call): Answer {
  const headSha = textField(call.body, 'head_sha');
  const name = textField(call.body, 'name');
  if (headSha === undefined || name === undefined)
    return invalid('CheckRun', 'head_sha', 'head_sha and name are required');
  const run: CheckRun = {
    id: newId(call.view.world),
    headSha,
    name,
    status: 'queued',
    conclusion: null,
    title: null,
    summary: null,
    text: null,
    annotations: 0,
    startedAt: timestamp(),
    completedAt: null,
  };
  const wrong = applyCheck(call, run);
  if (wrong !== undefined) return wrong;
  call.view.world.checkRuns.set(run.id, run);
  return { status: 201, body: checkRunBody(call.view, run) };
}

function updateCheck(call: Call): Answer {
  const run = call.view.world.checkRuns.get(Number(call.params.check_run_id));
  if (run === undefined) return notFound;
  return applyCheck(call, run) ?? { status: 200, body: checkRunBody(call.view, run) };
}

function listChecks(call: Call): Answer {
  const name = call.query.get('check_name');
  const all = [...call.view.world.checkRuns.values()]
    .filter((run) => run.headSha === call.params.ref && (name === null || run.name === name))
    .reverse();
  const { items, headers } = paginate(call, all);
  const check_runs = items.map((run) => checkRunBody(call.view, run));
  return { status: 200, body: { total_count: all.length, check_runs }, headers };
}

function createStatus(call: Call): Answer {
  const state = statusStates.find((known) => known === textField(call.body, 'state'));
  if (state === undefined)
    return invalid('Status', 'state', `state must be one of ${statusStates.join(', ')}`);
  const status: CommitStatus = {
    id: newId(call.view.world),
    sha: call.params.sha ?? '',
    state,
    context: textField(call.body, 'context') ?? 'default',
    description: textField(call.body, 'description') ?? null,
    targetUrl: textField(call.body, 'target_url') ?? null,
    creator: call.grant.login,
    createdAt: timestamp(),
  };
  call.view.world.statuses.push(status);
  return { status: 201, body: statusBody(call.view, status) };
}

function combinedState(latest: readonly CommitStatus[]): string {
  if (latest.some(({ state }) => state === 'error' || state === 'failure')) return 'failure';
  if (latest.length === 0 || latest.some(({ state }) => state === 'pending')) return 'pending';
  return 'success';
}

/** The newest status of each context. */
function combinedStatus(call: Call): Answer {
  const { view, params } = call;
  const ofCommit = view.world.statuses.filter(({ sha }) => sha === params.ref);
  const latest = [...new Map(ofCommit.map((status) => [status.context, status])).values()];
  const name = `${params.owner}/${params.repo}`;
  const at = `${view.url}/repos/${name}/commits/${params.ref}`;
  const statuses = latest.map((status) => {
    const { creator: _, ...simple } = statusBody(view, status);
    return simple;
  });
  const repository = minimalRepositoryBody(view, name);
  const body = {
    state: combinedState(latest),
    sha: params.ref,
    total_count: latest.length,
    statuses,
    repository,
    commit_url: at,
    url: `${at}/status`,
  };
  return { status: 200, body };
}

export const checkRoutes: readonly Route[] = [
  { method: 'POST', path: `${repository}/check-runs`, needs: [need('checks=write')], handle: createCheck },
  {
    method: 'PATCH',
    path: `${repository}/check-runs/{check_run_id}`,
    needs: [need('checks=write')],
    handle: updateCheck,
  },
  {
    method: 'GET',
    path: `${repository}/commits/{ref}/check-runs`,
    needs: [need('checks=read')],
    handle: listChecks,
  },
  {
    method: 'POST',
    path: `${repository}/statuses/{sha}`,
    needs: [need('statuses=write')],
    handle: createStatus,
  },
  {
    method: 'GET',
    path: `${repository}/commits/{ref}/status`,
    needs: [need('statuses=read')],
    handle: combinedStatus,
  },
];
