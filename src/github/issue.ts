/** One issue about one thing that is wrong: opened once, commented on while it lasts, closed when it is well again. */
import { ExternalError, errorMessage } from '../errors.ts';
import type { Logger } from '../log.ts';
import { cutEnd } from '../report/visible-text.ts';
import { sleep } from '../wait.ts';
import { issueMarker, startsWithMarker } from './comment-marker.ts';
import type { GitHubClient } from './octokit.ts';
import { ownLoginOf } from './own-login.ts';

/** Which issue: one for each key. */
export interface IssuePlace {
  readonly octokit: GitHubClient;
  readonly owner: string;
  readonly repo: string;
  /** May hold any text. */
  readonly key: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds to wait before a lost POST is looked for; default 1000. */
  readonly patienceMs?: number;
}

export interface OpenIssue {
  readonly number: number;
  readonly url: string;
}

export interface RaisedIssue extends OpenIssue {
  readonly kind: 'opened' | 'commented';
}

export interface IssueText {
  readonly title: string;
  /** Markdown, at most 60,000 characters. */
  readonly body: string;
  /** Markdown for the issue that is open already. */
  readonly comment: string;
}

const longest = 60_000;
const mostAttempts = 3;

/**
 * Opens the issue, or comments on the one that is open. Ours is the oldest open one that starts with the marker and is by
 * this token's account. Of two that were opened at once the younger is closed again.
 * @throws UserError naming `issues: write` when the token may not
 */
export async function raiseIssue(place: IssuePlace, text: IssueText): Promise<RaisedIssue> {
  let lost: unknown;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const [open] = await ourIssues(place);
    if (open !== undefined && lost !== undefined) return { kind: 'opened', ...open };
    if (open !== undefined) {
      await comment(place, open, text.comment);
      return { kind: 'commented', ...open };
    }
    try {
      return await openOnce(place, text);
    } catch (thrown) {
      if (!mayHaveTakenEffect(thrown)) throw thrown;
      lost = thrown;
      place.log.info(`Opening the issue: ${errorMessage(thrown)} Looking whether it is there.`);
      await sleep((place.patienceMs ?? 1000) * attempt, place.signal);
    }
  }
  throw lost;
}

/** Comments on every open issue of ours and closes it. @returns those that were open */
export async function settleIssue(place: IssuePlace, words: string): Promise<readonly OpenIssue[]> {
  const open = await ourIssues(place);
  for (const issue of open) {
    await comment(place, issue, words);
    await close(place, issue, 'completed');
  }
  return open;
}

/** Oldest first, through all pages. GitHub lists pull requests among them. */
async function ourIssues(place: IssuePlace): Promise<readonly OpenIssue[]> {
  const { octokit, owner, repo, key } = place;
  const creator = await ownLoginOf(octokit).get();
  const found = await octokit.paginate(octokit.rest.issues.listForRepo, {
    owner,
    repo,
    state: 'open',
    creator,
    per_page: 100,
  });
  const marker = issueMarker(key);
  return found
    .filter((issue) => issue.pull_request === undefined && issue.user?.login === creator)
    .filter(({ body }) => startsWithMarker(body ?? '', marker))
    .map(({ number, html_url }) => ({ number, url: html_url }))
    .toSorted((left, right) => left.number - right.number);
}

async function openOnce(place: IssuePlace, { title, body, comment: words }: IssueText): Promise<RaisedIssue> {
  const { octokit, owner, repo, key, log } = place;
  const { data } = await octokit.rest.issues.create({
    owner,
    repo,
    title: cutEnd(title, 250),
    body: `${issueMarker(key)}\n${cutEnd(body, longest)}`,
  });
  const opened = { number: data.number, url: data.html_url };
  const [oldest] = await ourIssues(place);
  if (oldest === undefined || oldest.number >= opened.number) return { kind: 'opened', ...opened };
  log.info('Another run opened the issue at the same time; keeping the older one.');
  await close(place, opened, 'not_planned');
  await comment(place, oldest, words);
  return { kind: 'commented', ...oldest };
}

async function comment(
  { octokit, owner, repo }: IssuePlace,
  { number }: OpenIssue,
  body: string,
): Promise<void> {
  await octokit.rest.issues.createComment({ owner, repo, issue_number: number, body: cutEnd(body, longest) });
}

async function close(
  { octokit, owner, repo }: IssuePlace,
  { number }: OpenIssue,
  reason: 'completed' | 'not_planned',
): Promise<void> {
  await octokit.rest.issues.update({
    owner,
    repo,
    issue_number: number,
    state: 'closed',
    state_reason: reason,
  });
}

/** No answer, or one from a gateway that does not know what became of the request. */
function mayHaveTakenEffect(thrown: unknown): boolean {
  return thrown instanceof ExternalError && (thrown.status === undefined || thrown.status >= 500);
}
