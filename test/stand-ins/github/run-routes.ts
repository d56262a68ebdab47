/** Workflow runs and their artifacts. */
import { artifactBody, runBody } from './pull-bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { apiError, need, notFound, paginate } from './routing.ts';

const actions = '/repos/{owner}/{repo}/actions';
const read = [need('actions=read')];

function getRun(call: Call): Answer {
  const run = call.view.world.runs.get(Number(call.params.run_id));
  return run === undefined ? notFound : { status: 200, body: runBody(call.view, run) };
}

function listRuns(call: Call): Answer {
  const [sha, event] = [call.query.get('head_sha'), call.query.get('event')];
  const all = [...call.view.world.runs.values()]
    .filter((run) => (sha === null || run.headSha === sha) && (event === null || run.event === event))
    .reverse();
  const { items, headers } = paginate(call, all);
  const workflow_runs = items.map((run) => runBody(call.view, run));
  return { status: 200, body: { total_count: all.length, workflow_runs }, headers };
}

function listArtifacts(call: Call): Answer {
  const runId = Number(call.params.run_id);
  if (!call.view.world.runs.has(runId)) return notFound;
  const name = call.query.get('name');
  const all = [...call.view.world.artifacts.values()]
    .filter((artifact) => artifact.runId === runId && (name === null || artifact.name === name))
    .reverse();
  const { items, headers } = paginate(call, all);
  const artifacts = items.map((artifact) => artifactBody(call.view, artifact));
  return { status: 200, body: { total_count: all.length, artifacts }, headers };
}

/** Answers with the signed address of the storage, which is another host and wants no GitHub token. */
function downloadArtifact(call: Call): Answer {
  const artifact = call.view.world.artifacts.get(Number(call.params.artifact_id));
  if (artifact === undefined || call.params.archive_format !== 'zip') return notFound;
  if (artifact.expired) return apiError(410, 'Artifact has expired');
  const storage = call.view.url.replace('127.0.0.1', 'localhost');
  return { status: 302, headers: { location: `${storage}/_storage/${artifact.id}?sig=stand-in` } };
}

export const runRoutes: readonly Route[] = [
  { method: 'GET', path: `${actions}/runs`, needs: read, handle: listRuns },
  { method: 'GET', path: `${actions}/runs/{run_id}`, needs: read, handle: getRun },
  { method: 'GET', path: `${actions}/runs/{run_id}/artifacts`, needs: read, handle: listArtifacts },
  {
    method: 'GET',
    path: `${actions}/artifacts/{artifact_id}/{archive_format}`,
    needs: read,
    handle: downloadArtifact,
  },
];
