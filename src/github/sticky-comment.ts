import { ExternalError, errorMessage } from '../errors.ts';
import type { Logger } from '../log.ts';
import { sleep } from '../wait.ts';
import { commentMarker, startsWithMarker } from './comment-marker.ts';
import type { GitHubClient } from './octokit.ts';
import { type OwnLogin, ownLoginOf } from './own-login.ts';

/** Which comment: one for each issue or pull request and key. */
export interface CommentPlace {
  readonly octokit: GitHubClient;
  readonly owner: string;
  readonly repo: string;
  /** Number of the issue or pull request. */
  readonly issue: number;
  /** Tells several comments of ours apart; may be empty, may hold any text. */
  readonly key: string;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export interface StickyComment {
  readonly id: number;
  readonly url: string;
  /** With the marker in its first line. */
  readonly body: string;
}

export interface UpsertRequest extends CommentPlace {
  /** Markdown without the marker, at most `longestComment` characters. */
  readonly body: string;
  /** Milliseconds to wait before a lost POST is looked for; default 1000. */
  readonly patienceMs?: number;
}

export interface UpsertOutcome {
  readonly kind: 'created' | 'updated' | 'unchanged';
  readonly id: number;
  readonly url: string;
}

/** Characters. GitHub refuses bodies over 65,536 with a 422; the rest is room for the marker. */
export const longestComment = 60_000;
const githubsLimit = 65_536;
const mostAttempts = 4;

/**
 * Makes the comment, or brings the one that is there up to date. Ours is the oldest comment that starts with the marker
 * and was written by this token's account; the same content is not written again. GitHub has no atomic upsert, so every
 * create is followed by another look: of two runs at once the younger comment goes. A create whose answer was lost is
 * looked for before it is sent again.
 */
export async function upsertComment(request: UpsertRequest): Promise<UpsertOutcome> {
  const body = markedBody(request);
  const author = ownLoginOf(request.octokit);
  let lost: unknown;
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const settled = await settle(request, await ownComments(request, author), body);
    if (settled !== undefined)
      return lost !== undefined && settled.kind === 'unchanged' ? { ...settled, kind: 'created' } : settled;
    try {
      const outcome = await create({ request, author, body });
      if (outcome !== undefined) return outcome;
    } catch (thrown) {
      if (!mayHaveTakenEffect(thrown)) throw thrown;
      lost = thrown;
      request.log.info(`Creating the comment: ${thrown.message} Looking whether it is there.`);
      await sleep((request.patienceMs ?? 1000) * attempt, request.signal);
    }
  }
  throw lost ?? vanished(request);
}

/** Brings the comment up to date where there is one; undefined where there is none, and none is made. */
export async function updateIfThere(request: UpsertRequest): Promise<UpsertOutcome | undefined> {
  return settle(request, await ownComments(request, ownLoginOf(request.octokit)), markedBody(request));
}

/** The oldest comment of ours, if there is one. */
export async function findComment(place: CommentPlace): Promise<StickyComment | undefined> {
  const [oldest] = await ownComments(place, ownLoginOf(place.octokit));
  return oldest;
}

/** Deletes every comment of ours with this key; true when there was one. */
export async function deleteComment(place: CommentPlace): Promise<boolean> {
  const comments = await ownComments(place, ownLoginOf(place.octokit));
  for (const comment of comments) await removeComment(place, comment);
  return comments.length > 0;
}

function markedBody({ key, body }: UpsertRequest): string {
  const marked = `${commentMarker(key)}\n${body}`;
  if (body.length <= longestComment && marked.length <= githubsLimit) return marked;
  throw new Error(
    `A comment of ${body.length} characters (key: ${key.length}) was to be posted; the report should have been cut to ${longestComment}.`,
  );
}

/** Oldest first, through all pages. The account is only asked for when there is a marker to judge. */
async function ownComments(place: CommentPlace, author: OwnLogin): Promise<readonly StickyComment[]> {
  const { octokit, owner, repo, issue, key } = place;
  const marker = commentMarker(key);
  const all = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: issue,
    per_page: 100,
  });
  const marked = all.filter(({ body }) => startsWithMarker(body ?? '', marker));
  if (marked.length === 0) return [];
  const login = await author.get();
  const own = marked.filter(({ user }) => user?.login === login);
  if (own.length < marked.length)
    place.log.debug(
      `${marked.length - own.length} comments carry our marker but are not by ${login}; they are left alone`,
    );
  return own
    .map(({ id, html_url, body = '' }) => ({ id: Number(id), url: html_url, body }))
    .sort((left, right) => left.id - right.id);
}

/** Updates the first comment and deletes the others; undefined when there is none, or none any more. */
async function settle(
  place: CommentPlace,
  [oldest, ...younger]: readonly StickyComment[],
  body: string,
): Promise<UpsertOutcome | undefined> {
  if (oldest === undefined) return undefined;
  const { id, url } = oldest;
  const isSame = comparable(oldest.body) === comparable(body);
  if (!isSame && !(await updateComment(place, id, body))) return undefined;
  for (const comment of younger) await removeDuplicate(place, comment);
  return { kind: isSame ? 'unchanged' : 'updated', id, url };
}

/** GitHub's editor turns line ends into CRLF, and blanks at the end mean nothing. */
function comparable(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}

interface Creation {
  readonly request: UpsertRequest;
  readonly author: OwnLogin;
  readonly body: string;
}

/** Undefined when another run's older comment took over and was deleted meanwhile. */
async function create({ request, author, body }: Creation): Promise<UpsertOutcome | undefined> {
  const { octokit, owner, repo, issue } = request;
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issue, body });
  if (data.user) author.learn(data.user.login);
  const id = Number(data.id);
  const created: UpsertOutcome = { kind: 'created', id, url: data.html_url };
  const present = await ownComments(request, author);
  if (present.every((comment) => comment.id >= id)) {
    for (const comment of present.filter((one) => one.id > id)) await removeDuplicate(request, comment);
    return created;
  }
  request.log.info('Another run made the comment at the same time; keeping the older one.');
  return settle(request, present, body);
}

/** False when it was deleted meanwhile. */
async function updateComment(
  { octokit, owner, repo }: CommentPlace,
  id: number,
  body: string,
): Promise<boolean> {
  return unlessAbsent(octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body }));
}

async function removeComment(
  { octokit, owner, repo }: CommentPlace,
  { id }: StickyComment,
): Promise<boolean> {
  return unlessAbsent(octokit.rest.issues.deleteComment({ owner, repo, comment_id: id }));
}

/** A duplicate that stays is ugly, not wrong. */
async function removeDuplicate(place: CommentPlace, comment: StickyComment): Promise<void> {
  try {
    await removeComment(place, comment);
  } catch (thrown) {
    place.signal.throwIfAborted();
    place.log.warning(`The duplicate comment ${comment.url} could not be deleted: ${errorMessage(thrown)}`);
  }
}

async function unlessAbsent(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (thrown instanceof ExternalError && (thrown.status === 404 || thrown.status === 410)) return false;
    throw thrown;
  }
}

/** No answer, or one from a gateway that does not know what became of the request. */
function mayHaveTakenEffect(thrown: unknown): thrown is ExternalError {
  return thrown instanceof ExternalError && (thrown.status === undefined || thrown.status >= 500);
}

function vanished({ owner, repo, issue }: CommentPlace): ExternalError {
  return new ExternalError(
    'GitHub',
    `The comment on ${owner}/${repo}#${issue} was deleted again and again.`,
    {
      retryable: true,
    },
  );
}
