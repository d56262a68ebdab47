import type { GitHubClient, OctokitOptions } from '../../src/github/octokit.ts';
import { createOctokit } from '../../src/github/octokit.ts';
import type { Exchange, GitHubStandIn } from '../stand-ins/github/server.ts';
import { recordingLogger } from '../support/recording-logger.ts';

export const token = 'ghs_token-of-the-test';

/** A client whose seconds of waiting last 10 ms. */
export function openClient(url: string, options: Partial<OctokitOptions> = {}): Promise<GitHubClient> {
  return createOctokit({
    token,
    apiUrl: url,
    userAgent: 'test/1',
    usesProxy: false,
    log: recordingLogger(),
    signal: new AbortController().signal,
    deadlineMs: 20_000,
    secondMs: 10,
    ...options,
  });
}

export { recordingLogger as recordingLog } from '../support/recording-logger.ts';

/** `POST 201`, `PATCH 200`…: what changed something, or tried to. GraphQL queries change nothing. */
export function writesOf(standIn: GitHubStandIn): readonly string[] {
  return standIn.exchanges.filter(isWrite).map(({ method, status }) => `${method} ${status ?? 'cut'}`);
}

function isWrite({ method, path }: Exchange): boolean {
  return method !== 'GET' && !path.endsWith('/graphql');
}
