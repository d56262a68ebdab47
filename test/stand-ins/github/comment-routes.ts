/** Issue comments and labels. A pull request is an issue. */
import { commentBody, labelBody } from './bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { field, invalid, need, notFound, paginate, textField } from './routing.ts';
import type { Comment, PullRequest } from './world.ts';
import { addComment, newId, timestamp } from './world.ts';

/** https://docs.github.com/rest/issues/comments does not say it; the API answers 422 above this. */
const longestBody = 65_536;

const issue = '/repos/{owner}/{repo}/issues/{issue_number}';
const single = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const read = [need('issues=read'), need('pull_requests=read')];
const write = [need('issues=write'), need('pull_requests=write')];

function pullOf(call: Call): PullRequest | undefined {
  return call.view.world.pulls.get(Number(call.params.issue_number));
}

/** Comments belong to both. */
function commentedNumber({ view, params }: Call): number | undefined {
  const number = Number(params.issue_number);
  return view.world.pulls.has(number) || view.world.issues.has(number) ? number : undefined;
}

function commentOf(call: Call): Comment | undefined {
  return call.view.world.comments.get(Number(call.params.comment_id));
}

function whyInvalid(body: string | undefined): Answer | undefined {
  if (body === undefined || body.trim() === '') return invalid('IssueComment', 'body', "Body can't be blank");
  if (body.length <= longestBody) return undefined;
  return invalid('IssueComment', 'data', `Body is too long (maximum is ${longestBody} characters)`);
}

function listComments(call: Call): Answer {
  const number = commentedNumber(call);
  if (number === undefined) return notFound;
  const all = [...call.view.world.comments.values()].filter((comment) => comment.issue === number);
  const { items, headers } = paginate(call, all);
  return { status: 200, body: items.map((comment) => commentBody(call.view, comment)), headers };
}

function createComment(call: Call): Answer {
  const issue = commentedNumber(call);
  if (issue === undefined) return notFound;
  const body = textField(call.body, 'body');
  const wrong = whyInvalid(body);
  if (wrong !== undefined) return wrong;
  const author = call.grant.login;
  const comment = addComment(call.view.world, { issue, author, body: body ?? '' });
  const answer = commentBody(call.view, comment);
  return { status: 201, body: answer, headers: { location: answer.url } };
}

function updateComment(call: Call): Answer {
  const comment = commentOf(call);
  if (comment === undefined) return notFound;
  const body = textField(call.body, 'body');
  const wrong = whyInvalid(body);
  if (wrong !== undefined) return wrong;
  comment.body = body ?? '';
  comment.updatedAt = timestamp();
  return { status: 200, body: commentBody(call.view, comment) };
}

function deleteComment(call: Call): Answer {
  const comment = commentOf(call);
  if (comment === undefined) return notFound;
  call.view.world.comments.delete(comment.id);
  return { status: 204 };
}

function labelsAnswer(call: Call, pull: PullRequest): Answer {
  const { items, headers } = paginate(call, pull.labels);
  return { status: 200, body: items.map((name) => labelBody(call.view, name)), headers };
}

function addLabels(call: Call): Answer {
  const pull = pullOf(call);
  if (pull === undefined) return notFound;
  const names = field(call.body, 'labels');
  if (!Array.isArray(names)) return invalid('Label', 'labels', 'labels must be a list');
  for (const name of names.map(String)) {
    const { labels } = call.view.world;
    if (!labels.has(name)) labels.set(name, newId(call.view.world));
    if (!pull.labels.includes(name)) pull.labels.push(name);
  }
  return labelsAnswer(call, pull);
}

function removeLabel(call: Call): Answer {
  const pull = pullOf(call);
  const at = pull?.labels.indexOf(call.params.name ?? '') ?? -1;
  if (pull === undefined || at < 0) return notFound;
  pull.labels.splice(at, 1);
  return labelsAnswer(call, pull);
}

export const commentRoutes: readonly Route[] = [
  { method: 'GET', path: `${issue}/comments`, needs: read, handle: listComments },
  { method: 'POST', path: `${issue}/comments`, needs: write, handle: createComment },
  {
    method: 'GET',
    path: single,
    needs: read,
    handle: (call) => {
      const comment = commentOf(call);
      return comment === undefined ? notFound : { status: 200, body: commentBody(call.view, comment) };
    },
  },
  { method: 'PATCH', path: single, needs: write, handle: updateComment },
  { method: 'DELETE', path: single, needs: write, handle: deleteComment },
  {
    method: 'GET',
    path: `${issue}/labels`,
    needs: read,
    handle: (call) => {
      const pull = pullOf(call);
      return pull === undefined ? notFound : labelsAnswer(call, pull);
    },
  },
  { method: 'POST', path: `${issue}/labels`, needs: write, handle: addLabels },
  { method: 'DELETE', path: `${issue}/labels/{name}`, needs: write, handle: removeLabel },
];
