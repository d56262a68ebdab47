/** Pull requests, and the pull requests of a commit. */
import { fileBody, pullBody, pullSimpleBody } from './pull-bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { need, notFound, paginate } from './routing.ts';
import type { PullRequest } from './world.ts';

const pulls = '/repos/{owner}/{repo}/pulls';
const read = [need('pull_requests=read')];

function pullOf(call: Call): PullRequest | undefined {
  return call.view.world.pulls.get(Number(call.params.pull_number));
}

/** `head` is `owner:branch`; anything else is ignored, as on GitHub. */
function hasHead(pull: PullRequest, head: string | null): boolean {
  if (head === null || !head.includes(':')) return true;
  return `${pull.headRepository?.split('/')[0] ?? pull.author}:${pull.headRef}` === head;
}

function listPulls(call: Call): Answer {
  const state = call.query.get('state') ?? 'open';
  const ascending = call.query.get('direction') === 'asc';
  const base = call.query.get('base');
  const all = [...call.view.world.pulls.values()]
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => hasHead(pull, call.query.get('head')) && (base === null || pull.baseRef === base))
    .sort((left, right) => (ascending ? left.number - right.number : right.number - left.number));
  const { items, headers } = paginate(call, all);
  return { status: 200, body: items.map((pull) => pullSimpleBody(call.view, pull)), headers };
}

function listFiles(call: Call): Answer {
  const pull = pullOf(call);
  if (pull === undefined) return notFound;
  const { items, headers } = paginate(call, [...pull.files.keys()]);
  return { status: 200, body: items.map((index) => fileBody(call.view, pull, index)), headers };
}

/** Only commits of the repository itself are known here: the head of a fork answers with an empty list, as on GitHub. */
function pullsOfCommit(call: Call): Answer {
  const { owner, name } = call.view.world.repository;
  const all = [...call.view.world.pulls.values()].filter(
    (pull) => pull.headSha === call.params.commit_sha && pull.headRepository === `${owner}/${name}`,
  );
  const { items, headers } = paginate(call, all);
  return { status: 200, body: items.map((pull) => pullSimpleBody(call.view, pull)), headers };
}

export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: pulls, needs: read, handle: listPulls },
  {
    method: 'GET',
    path: `${pulls}/{pull_number}`,
    needs: read,
    handle: (call) => {
      const pull = pullOf(call);
      return pull === undefined ? notFound : { status: 200, body: pullBody(call.view, pull) };
    },
  },
  { method: 'GET', path: `${pulls}/{pull_number}/files`, needs: read, handle: listFiles },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    needs: read,
    handle: pullsOfCommit,
  },
];
