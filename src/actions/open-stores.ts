/** The destinations of an input, opened. */
import { join } from 'node:path';
import { parseDestinations } from '../backups/storage/destination.ts';
import { openStore } from '../backups/storage/open-store.ts';
import type { BackupStore } from '../backups/storage/store.ts';
import { UserError } from '../errors.ts';
import type { Job } from '../runtime/io.ts';
import { openGitHub } from './open-github.ts';

export interface StoresRequest {
  /** One destination a line. */
  readonly destinations: string;
  /** Name of the input, for errors. */
  readonly input: 'to' | 'from';
  readonly githubToken: string | undefined;
  /** Seconds. */
  readonly timeout: number;
}

/** Seconds. A store that says nothing for so long will not answer: the request is made again, within the action's own patience. */
const longestSilence = 60;

/** What the composite uploads afterwards. */
export function artifactFolder(job: Job): string {
  return join(job.stateDirectory, 'backup-artifact');
}

/** @throws UserError naming the input, the value and what is allowed */
export async function openStores(job: Job, request: StoresRequest): Promise<readonly BackupStore[]> {
  const { destinations, input, githubToken, timeout } = request;
  const parsed = readDestinations(job, destinations, input);
  const { log, signal, now, fetch, mask, environment } = job;
  const timeoutMs = Math.min(timeout, longestSilence) * 1000;
  const context = { log, signal, now, fetch, mask, environment, timeoutMs };
  const usesArtifact = parsed.some(({ kind }) => kind === 'artifact');
  const places = {
    workspace: job.workspace,
    artifactFolder: artifactFolder(job),
    scratchFolder: job.stateDirectory,
    isRepositoryPublic: usesArtifact ? await isPublic(job, githubToken) : undefined,
    repository: () => openGitHub(job, { githubToken }),
    releaseTag: job.event.tag === '' ? undefined : job.event.tag,
  };
  return Promise.all(parsed.map((destination) => openStore(destination, context, places)));
}

function readDestinations(job: Job, text: string, input: string) {
  try {
    return parseDestinations(text, job.mask);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new UserError(`Input \`${input}\`: ${thrown.message}`, {
      ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    });
  }
}

/** An artifact of a public repository can be read by anyone. What cannot be found out counts as public. */
async function isPublic(job: Job, githubToken: string | undefined): Promise<boolean> {
  if (githubToken === undefined) return true;
  const { octokit, owner, repo } = await openGitHub(job, { githubToken });
  const answer = await octokit.rest.repos.get({ owner, repo }).catch(() => undefined);
  return answer?.data.private !== true;
}
