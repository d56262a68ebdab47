/** Issues that are no pull requests: listing, opening, changing. */
import { issueBody } from './bodies.ts';
import type { Answer, Call, Route } from './routing.ts';
import { field, invalid, need, notFound, paginate, textField } from './routing.ts';
import type { Issue } from './world.ts';
import { addIssue, newId, timestamp } from './world.ts';

const all = '/repos/{owner}/{repo}/issues';
const single = `${all}/{issue_number}`;

/** GitHub lists pull requests too; of those the stand-in has their own routes, so that none is taken for an issue here. */
function listIssues(call: Call): Answer {
  const { query, view } = call;
  const state = query.get('state') ?? 'open';
  const creator = query.get('creator');
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '');
  const found = [...view.world.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === null || issue.author === creator)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .toSorted((left, right) => right.number - left.number);
  const { items, headers } = paginate(call, query.get('direction') === 'asc' ? found.reverse() : found);
  return { status: 200, body: items.map((issue) => issueBody(view, issue)), headers };
}

function createIssue({ view, body, grant }: Call): Answer {
  const title = textField(body, 'title');
  if (title === undefined || title.trim() === '') return invalid('Issue', 'title', "Title can't be blank");
  const labels = labelsIn(body);
  for (const label of labels)
    if (!view.world.labels.has(label)) view.world.labels.set(label, newId(view.world));
  const text = textField(body, 'body') ?? '';
  const issue = addIssue(view.world, { author: grant.login, title, body: text, labels });
  const answer = issueBody(view, issue);
  return { status: 201, body: answer, headers: { location: answer.url } };
}

function labelsIn(body: unknown): string[] {
  const labels = field(body, 'labels');
  return Array.isArray(labels) ? labels.map(String) : [];
}

function updateIssue(call: Call): Answer {
  const issue = call.view.world.issues.get(Number(call.params.issue_number));
  if (issue === undefined) return notFound;
  issue.title = textField(call.body, 'title') ?? issue.title;
  issue.body = textField(call.body, 'body') ?? issue.body;
  const state = textField(call.body, 'state');
  if (state === 'open' || state === 'closed') changeState(issue, state, textField(call.body, 'state_reason'));
  issue.updatedAt = timestamp();
  return { status: 200, body: issueBody(call.view, issue) };
}

function changeState(issue: Issue, state: Issue['state'], reason: string | undefined): void {
  issue.state = state;
  issue.closedAt = state === 'closed' ? timestamp() : null;
  if (state === 'open') issue.stateReason = 'reopened';
  else issue.stateReason = reason === 'not_planned' ? 'not_planned' : 'completed';
}

export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: [need('issues=read')], handle: listIssues },
  { method: 'POST', path: all, needs: [need('issues=write')], handle: createIssue },
  { method: 'PATCH', path: single, needs: [need('issues=write')], handle: updateIssue },
];
