/** The assets of a GitHub release. */
import { ExternalError, UserError } from '../../../errors.ts';
import { reasonOf } from '../../../github/failure.ts';
import type { RepositoryPlace } from '../../../github/pull-request.ts';
import { isBackupKey } from '../../backup-key.ts';
import { checkKey } from '../key.ts';
import type { BackupStore, StoreContext, StoredCopy, StoredObject } from '../store.ts';
import { type Asset, deleteAsset, findAsset, listAssets, type ReleaseSession, transferMs } from './assets.ts';
import { findRelease } from './find-release.ts';
import { uploadAsset } from './upload-asset.ts';

export interface ReleasePlace {
  readonly place: RepositoryPlace;
  /** Undefined: neither the destination nor the event names one. */
  readonly tag: string | undefined;
  /** Absolute: GitHub wants to know a length beforehand, and what has none is kept here until it does. */
  readonly scratchFolder: string;
}

/** Asks GitHub for the release and for who may read it. @throws UserError when there is no such release */
export async function openReleaseStore(
  { place, tag, scratchFolder }: ReleasePlace,
  context: StoreContext,
): Promise<BackupStore> {
  if (tag === undefined)
    throw new UserError(
      'The destination "release:" is of the release that the event is about, and there is none.',
      {
        hint: 'Write `release:` and the tag, such as `release:${{ github.ref_name }}`, or run on `release` events.',
      },
    );
  const { octokit, owner, repo } = place;
  const release = await findRelease(place, tag);
  const { data: repository } = await octokit.rest.repos.get({ owner, repo });
  const location = `release:${tag}`;
  const session: ReleaseSession = { place, release, context, location, scratchFolder };
  return {
    location,
    capabilities: { createOnly: true, objectLock: false, isPublic: !repository.private },
    list: (prefix) => listed(session, prefix),
    read: (key) => readAsset(session, key),
    write: (key, body, options = {}) => uploadAsset(session, key, { body, options }),
    head: (key) => headAsset(session, key),
    delete: (key) => deleteByKey(session, key),
    sweepUnfinished: (olderThan) => sweepAssets(session, olderThan),
  };
}

async function* listed(session: ReleaseSession, prefix: string): AsyncGenerator<StoredObject> {
  for (const { key, bytes, modifiedAt, isWhole } of await listAssets(session))
    if (isWhole && key.startsWith(prefix)) yield { key, bytes, modifiedAt };
}

async function wholeAsset(session: ReleaseSession, key: string): Promise<Asset | undefined> {
  const found = await findAsset(session, checkKey(key));
  return found?.isWhole === true ? found : undefined;
}

async function headAsset(session: ReleaseSession, key: string): Promise<StoredCopy | undefined> {
  const found = await wholeAsset(session, key);
  if (found === undefined) return undefined;
  const { bytes, sha256 } = found;
  return { key, bytes, sha256, isConfirmed: sha256 !== undefined };
}

async function readAsset(session: ReleaseSession, key: string): Promise<AsyncIterable<Uint8Array>> {
  const asset = await wholeAsset(session, key);
  if (asset === undefined) throw new UserError(`There is no ${key} in ${session.location}.`);
  const { octokit, owner, repo } = session.place;
  const { data }: { data: unknown } = await octokit.rest.repos.getReleaseAsset({
    owner,
    repo,
    asset_id: asset.id,
    headers: { accept: 'application/octet-stream' },
    request: { parseSuccessResponseBody: false, attemptMs: transferMs(session, asset.bytes) },
  });
  if (!(data instanceof ReadableStream)) throw new ExternalError('GitHub', `${key} came without content.`);
  return chunksOf(session, asset, data);
}

async function* chunksOf(
  { context }: ReleaseSession,
  { key, bytes }: Asset,
  stream: ReadableStream,
): AsyncGenerator<Uint8Array> {
  let read = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      read += chunk.length;
      yield chunk;
    }
  } catch (thrown) {
    context.signal.throwIfAborted();
    throw cutOff(key, `${reasonOf(thrown)} after ${read} of ${bytes} bytes`);
  }
  if (read !== bytes) throw cutOff(key, `it ended after ${read} of ${bytes} bytes`);
}

function cutOff(key: string, reason: string): ExternalError {
  return new ExternalError('GitHub', `${key} could not be downloaded: ${reason}.`, { retryable: true });
}

async function deleteByKey(session: ReleaseSession, key: string): Promise<'deleted' | 'absent'> {
  const found = await findAsset(session, checkKey(key));
  if (found === undefined) return 'absent';
  return (await deleteAsset(session, found)) ? 'deleted' : 'absent';
}

/** Of backups only: what uploads that failed left behind. */
async function sweepAssets(session: ReleaseSession, olderThan: Date): Promise<readonly string[]> {
  const swept: string[] = [];
  for (const asset of await listAssets(session)) {
    if (asset.isWhole || asset.modifiedAt >= olderThan || !isBackupKey(asset.key)) continue;
    if (await deleteAsset(session, asset)) swept.push(asset.key);
  }
  return swept;
}
