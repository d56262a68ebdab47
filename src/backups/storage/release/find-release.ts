import { ExternalError, UserError } from '../../../errors.ts';
import type { RepositoryPlace } from '../../../github/pull-request.ts';

export interface Release {
  readonly id: number;
  readonly tag: string;
  /** Where assets are uploaded: another host than the API's. */
  readonly uploadUrl: string;
}

/** Drafts are not found by their tag, but listed. @throws UserError when there is none */
export async function findRelease(place: RepositoryPlace, tag: string): Promise<Release> {
  const found = (await publishedRelease(place, tag)) ?? (await draftRelease(place, tag));
  if (found !== undefined) return found;
  throw new UserError(`${place.owner}/${place.repo} has no release of the tag "${tag}".`, {
    hint: 'Create the release first, and give the job `contents: write`; or choose another destination.',
  });
}

async function publishedRelease(
  { octokit, owner, repo }: RepositoryPlace,
  tag: string,
): Promise<Release | undefined> {
  try {
    const { data } = await octokit.rest.repos.getReleaseByTag({ owner, repo, tag });
    return { id: data.id, tag, uploadUrl: data.upload_url };
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 404) return undefined;
    throw thrown;
  }
}

async function draftRelease(
  { octokit, owner, repo }: RepositoryPlace,
  tag: string,
): Promise<Release | undefined> {
  const pages = octokit.paginate.iterator(octokit.rest.repos.listReleases, { owner, repo, per_page: 100 });
  for await (const { data } of pages) {
    const draft = data.find((release) => release.draft && release.tag_name === tag);
    if (draft !== undefined) return { id: draft.id, tag, uploadUrl: draft.upload_url };
  }
  return undefined;
}
