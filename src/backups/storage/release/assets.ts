import { ExternalError } from '../../../errors.ts';
import type { RepositoryPlace } from '../../../github/pull-request.ts';
import { compareKeys } from '../key.ts';
import type { StoreContext } from '../store.ts';
import { assetName, keyOfAsset } from './asset-name.ts';
import type { Release } from './find-release.ts';

export interface ReleaseSession {
  readonly place: RepositoryPlace;
  readonly release: Release;
  readonly context: StoreContext;
  readonly location: string;
  readonly scratchFolder: string;
}

export interface Asset {
  readonly id: number;
  readonly key: string;
  readonly bytes: number;
  readonly modifiedAt: Date;
  /** Hex; GitHub keeps one of assets since June 2025. */
  readonly sha256: string | undefined;
  /** False: an upload that failed left it behind. */
  readonly isWhole: boolean;
}

/** All of them, in the order of their keys. */
export async function listAssets({ place, release }: ReleaseSession): Promise<readonly Asset[]> {
  const { octokit, owner, repo } = place;
  const found = await octokit.paginate(octokit.rest.repos.listReleaseAssets, {
    owner,
    repo,
    release_id: release.id,
    per_page: 100,
  });
  return found
    .map(
      (asset): Asset => ({
        id: asset.id,
        key: keyOfAsset(asset.name),
        bytes: asset.size,
        modifiedAt: new Date(asset.updated_at),
        sha256: /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? '')?.[1],
        isWhole: asset.state === 'uploaded',
      }),
    )
    .toSorted((left, right) => compareKeys(left.key, right.key));
}

export async function findAsset(session: ReleaseSession, key: string): Promise<Asset | undefined> {
  assetName(key);
  return (await listAssets(session)).find((asset) => asset.key === key);
}

/** False when it was gone already. */
export async function deleteAsset({ place }: ReleaseSession, { id }: Asset): Promise<boolean> {
  const { octokit, owner, repo } = place;
  try {
    await octokit.rest.repos.deleteReleaseAsset({ owner, repo, asset_id: id });
    return true;
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 404) return false;
    throw thrown;
  }
}

/** Milliseconds for so many bytes, on the slowest connection that still counts as one: 64 KiB a second. */
export function transferMs({ context }: ReleaseSession, bytes: number): number {
  return context.timeoutMs + Math.ceil((bytes / (64 * 1024)) * 1000);
}
