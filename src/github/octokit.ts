import type { Octokit } from 'octokit';
import { UserError } from '../errors.ts';
import { isRecord } from '../guard.ts';
import type { Logger } from '../log.ts';
import { createApiFetch } from './http.ts';
import { type PatienceOptions, sendPatiently } from './patience.ts';

export type GitHubClient = Octokit;

export interface OctokitOptions {
  readonly token: string;
  /** `https://api.github.com`, or `https://<host>/api/v3` of an enterprise server. */
  readonly apiUrl: string;
  readonly userAgent: string;
  /** The runner's environment names a proxy. */
  readonly usesProxy: boolean;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds for one call, with its retries and its waits for a rate limit. */
  readonly deadlineMs: number;
  /** Milliseconds that one second of waiting lasts: 1000, less in tests. */
  readonly secondMs?: number;
}

/**
 * The one way to the GitHub API; how it retries is said in `patience.ts`. Whatever fails, fails with a UserError or an
 * ExternalError. Why it is put together like this: docs/decisions/octokit.md.
 */
export async function createOctokit(options: OctokitOptions): Promise<GitHubClient> {
  if (options.token === '') throw missingToken();
  const { Octokit } = await import('octokit');
  const baseUrl = options.apiUrl.replace(/\/+$/, '');
  const proxied = options.usesProxy ? await proxiedFetch(baseUrl) : undefined;
  const octokit = new Octokit({
    auth: options.token,
    baseUrl,
    userAgent: options.userAgent,
    log: quietLog(options.log),
    request: { fetch: createApiFetch({ proxied, log: options.log, signal: options.signal }) },
    retry: { enabled: false },
    throttle: { enabled: false },
  });
  octokit.hook.wrap('request', (send, request) => {
    const attempt = (signal: AbortSignal) => {
      request.request = { ...request.request, signal };
      return Promise.resolve(send(request));
    };
    return sendPatiently(attempt, request, { ...options, ...ownPatience(request.request) });
  });
  return octokit;
}

/**
 * What a call may say of itself among its parameters: `request: { attemptMs, retries }`. One that moves gigabytes takes
 * longer than any other, and one whose body is a stream can be sent once.
 */
function ownPatience(
  request: unknown,
): Partial<Pick<PatienceOptions, 'attemptMs' | 'deadlineMs' | 'retries'>> {
  const { attemptMs, retries } = isRecord(request) ? request : {};
  return {
    ...(typeof attemptMs === 'number' && { attemptMs, deadlineMs: attemptMs }),
    ...(typeof retries === 'number' && { retries }),
  };
}

function missingToken(): UserError {
  return new UserError('There is no GitHub token.', {
    hint: 'Leave `github-token` at its default, ${{ github.token }}, or give a token that may read and comment on pull requests.',
  });
}

/**
 * Loaded where there is a proxy only: with it comes undici, a megabyte that takes as long as everything else of octokit.
 * `@actions/github` picks a proxy for GITHUB_API_URL alone; another address is reached without one.
 */
async function proxiedFetch(baseUrl: string): Promise<unknown> {
  const { defaults } = await import('@actions/github/lib/utils');
  return isSameOrigin(defaults.baseUrl, baseUrl) ? defaults.request?.fetch : undefined;
}

function isSameOrigin(left: string | undefined, right: string): boolean {
  return left !== undefined && new URL(left).origin === new URL(right).origin;
}

/** Octokit's own lines are for debugging; what it passes beside the line may hold headers and is dropped. */
function quietLog(log: Logger) {
  const debug = (message: string) => log.debug(message);
  return { debug, info: debug, warn: debug, error: debug };
}
