import { ExternalError, UserError } from '../errors.ts';
import type { GitHubClient } from './octokit.ts';

export interface RepositoryPlace {
  readonly octokit: GitHubClient;
  readonly owner: string;
  readonly repo: string;
}

/** `absent`: there is none of that number, or the token may not see it; GitHub answers the same for both. */
export type PullRequestState = 'open' | 'closed' | 'absent';

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  readonly title: string;
  /** Full SHA of the newest commit. */
  readonly headSha: string;
  readonly headRef: string;
  /** `owner/name`; undefined when the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly baseRef: string;
  /** Full SHA of the base branch's commit that it was last compared with. */
  readonly baseSha: string;
  /** Login; undefined when the account was deleted. */
  readonly author: string | undefined;
  readonly url: string;
}

/** Undefined when it is absent. */
export async function getPullRequest({
  octokit,
  owner,
  repo,
  number,
}: RepositoryPlace & { readonly number: number }): Promise<PullRequest | undefined> {
  try {
    const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
    return {
      number: data.number,
      state: data.state,
      isMerged: data.merged,
      isDraft: data.draft === true,
      title: data.title,
      headSha: data.head.sha,
      headRef: data.head.ref,
      headRepository: nameOf(data.head.repo),
      baseRef: data.base.ref,
      baseSha: data.base.sha,
      author: data.user?.login,
      url: data.html_url,
    };
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 404) return undefined;
    throw thrown;
  }
}

export async function pullRequestState(
  request: RepositoryPlace & { readonly number: number },
): Promise<PullRequestState> {
  return (await getPullRequest(request))?.state ?? 'absent';
}

/** How many single pull requests are asked for at once. */
const atOnce = 5;

/**
 * The states of many pull requests: one listing of the open ones, then a question for each that is not among them. The
 * listing alone does not prove that one is closed: while its pages are read, a pull request can slip from one to the other.
 */
export async function listPullRequestStates(
  place: RepositoryPlace,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, PullRequestState>> {
  const wanted = [...new Set(numbers)];
  if (wanted.length === 0) return new Map();
  const open = new Set((await listOpen(place)).map(({ number }) => number));
  const states = new Map<number, PullRequestState>();
  for (const number of wanted) if (open.has(number)) states.set(number, 'open');
  const unsure = wanted.filter((number) => !open.has(number));
  for (let start = 0; start < unsure.length; start += atOnce) {
    const batch = unsure.slice(start, start + atOnce);
    const answers = await Promise.all(batch.map((number) => pullRequestState({ ...place, number })));
    for (const [index, number] of batch.entries()) states.set(number, answers[index] ?? 'absent');
  }
  return states;
}

export interface HeadRequest extends RepositoryPlace {
  /** Full SHA of `workflow_run.head_sha`. */
  readonly headSha: string;
  /** `owner/name` of `workflow_run.head_repository`. */
  readonly headRepository: string;
  /** `workflow_run.head_branch`, when known: narrows the listing to one page. */
  readonly headBranch?: string;
  /** Number that an untrusted artifact claims. It only chooses among pull requests whose head is the right one. */
  readonly claimed?: number;
}

export interface HeadPullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
}

/**
 * The pull request whose newest commit is `headSha` of `headRepository`: the open one, else the newest of those that are
 * closed; undefined when it was pushed to again, or the fork is gone. For `workflow_run`, whose `pull_requests` is empty
 * for forks; `commits/{sha}/pulls` of the base repository is no help either, it does not know a fork's commits.
 * @throws UserError when one commit is the head of several open pull requests and `claimed` does not tell which.
 */
export async function pullRequestForHeadSha(request: HeadRequest): Promise<HeadPullRequest | undefined> {
  const { headSha, headRepository, headBranch, claimed } = request;
  const head = headBranch === undefined ? undefined : `${headRepository.split('/')[0]}:${headBranch}`;
  const isWanted = (pull: Listed) =>
    isSameName(nameOf(pull.head.repo), headRepository) && pull.head.sha === headSha.toLowerCase();
  const numbers = (await listOpen(request, head)).filter(isWanted).map(numberOf).sort(ascending);
  if (numbers.length === 0) return closedFor(request, head, isWanted);
  const [only] = numbers.length === 1 ? numbers : numbers.filter((number) => number === claimed);
  if (only !== undefined) return { number: only, state: 'open' };
  throw new UserError(
    `The commit ${headSha} of ${headRepository} is the head of several pull requests: ${numbers.map((number) => `#${number}`).join(', ')}.`,
    { hint: 'Close all but one, or push a commit to one of them.' },
  );
}

/** Without a branch to narrow it down, all that were ever closed would have to be read. */
async function closedFor(
  place: RepositoryPlace,
  head: string | undefined,
  isWanted: (pull: Listed) => boolean,
): Promise<HeadPullRequest | undefined> {
  if (head === undefined) return undefined;
  const number = (await list(place, 'closed', head)).filter(isWanted).map(numberOf).sort(ascending).at(-1);
  return number === undefined ? undefined : { number, state: 'closed' };
}

type Listed = Awaited<ReturnType<typeof list>>[number];

const numberOf = ({ number }: Listed) => number;
const ascending = (left: number, right: number) => left - right;

function listOpen(place: RepositoryPlace, head?: string) {
  return list(place, 'open', head);
}

/** `head` is `owner:branch`. */
async function list(
  { octokit, owner, repo }: RepositoryPlace,
  state: 'open' | 'closed',
  head: string | undefined,
) {
  return octokit.paginate(octokit.rest.pulls.list, {
    owner,
    repo,
    state,
    per_page: 100,
    ...(head === undefined ? {} : { head }),
  });
}

/** GitHub's description says that a listed `head.repo` is never null; a deleted fork's is. */
function nameOf(repository: { readonly full_name: string } | null | undefined): string | undefined {
  return repository?.full_name;
}

function isSameName(left: string | undefined, right: string): boolean {
  return left !== undefined && left.toLowerCase() === right.toLowerCase();
}
