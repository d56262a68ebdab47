import { UserError } from '../errors.ts';
import { createOctokit, type GitHubClient } from '../github/octokit.ts';
import type { Job } from '../runtime/io.ts';
import { usesProxy } from '../runtime/proxy-fetch.ts';
import { version } from '../version.ts';

interface GitHubInputs {
  readonly githubToken: string | undefined;
}

/** Longest that one call to GitHub may take, waits for its rate limit included; in milliseconds. */
const deadlineMs = 120_000;

export interface GitHub {
  readonly octokit: GitHubClient;
  readonly owner: string;
  readonly repo: string;
}

/** The repository that the workflow runs in. @throws UserError when there is no token */
export async function openGitHub(job: Job, { githubToken }: GitHubInputs): Promise<GitHub> {
  if (githubToken === undefined)
    throw new UserError('Input `github-token` is empty.', {
      hint: 'Leave it away to use the job’s own token.',
    });
  const [owner = '', repo = ''] = job.event.repository.split('/');
  const octokit = await createOctokit({
    token: githubToken,
    apiUrl: job.apiUrl,
    userAgent: `neonhub-database-actions/${version}`,
    usesProxy: usesProxy(job.environment),
    log: job.log,
    signal: job.signal,
    deadlineMs,
  });
  return { octokit, owner, repo };
}
