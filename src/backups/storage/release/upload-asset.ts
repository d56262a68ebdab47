import { createHash } from 'node:crypto';
import { ExternalError, UserError } from '../../../errors.ts';
import type { StoredCopy, WriteOptions } from '../store.ts';
import { assetName } from './asset-name.ts';
import { type Asset, deleteAsset, findAsset, type ReleaseSession, transferMs } from './assets.ts';
import { type SizedBody, sizedBody } from './sized-body.ts';

/** Create-only: GitHub takes a name once. @throws UserError when it is taken or the body too large */
export async function uploadAsset(
  session: ReleaseSession,
  key: string,
  { body, options }: { readonly body: AsyncIterable<Uint8Array>; readonly options: WriteOptions },
): Promise<StoredCopy> {
  const name = assetName(key);
  const known = await findAsset(session, key);
  if (known?.isWhole === true) throw taken(session, key);
  // What an upload that failed left behind keeps the name.
  if (known !== undefined) await deleteAsset(session, known);
  const { signal } = session.context;
  await using sized = await sizedBody(key, body, {
    bytes: options.bytes,
    scratchFolder: session.scratchFolder,
    signal,
  });
  const counted = countedBody(sized);
  const sent = {
    key,
    name,
    bytes: sized.bytes,
    contentType: options.contentType ?? 'application/octet-stream',
  };
  const asset = await send(session, sent, counted.body);
  return await checked(session, key, { asset, bytes: sized.bytes, sha256: counted.sha256() });
}

function countedBody({ body }: SizedBody) {
  const hash = createHash('sha256');
  async function* counted() {
    for await (const chunk of body) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { body: ReadableStream.from(counted()), sha256: () => hash.digest('hex') };
}

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  readonly contentType: string;
}

/** An upload is not repeated: its body is gone. When the answer is lost, the list of assets tells what became of it. */
async function send(session: ReleaseSession, sending: Sending, body: ReadableStream): Promise<Asset> {
  const { octokit, owner, repo } = session.place;
  const { key, name, bytes, contentType } = sending;
  try {
    // Not by its typed route, which wants the body as text.
    await octokit.request({
      method: 'POST',
      url: '/repos/{owner}/{repo}/releases/{release_id}/assets{?name}',
      baseUrl: session.release.uploadUrl.replace(/\/repos\/.*$/s, ''),
      owner,
      repo,
      release_id: session.release.id,
      name,
      headers: { 'content-type': contentType, 'content-length': String(bytes) },
      data: body,
      request: { attemptMs: transferMs(session, bytes), retries: 0 },
    });
  } catch (thrown) {
    const left = await leftover(session, key);
    session.context.signal.throwIfAborted();
    if (left?.isWhole === true && left.bytes === bytes) return left;
    if (left !== undefined && !left.isWhole) await deleteAsset(session, left);
    throw thrown instanceof ExternalError && thrown.status === 422 ? taken(session, key) : thrown;
  }
  const asset = await findAsset(session, key);
  if (asset !== undefined) return asset;
  throw new ExternalError('GitHub', `GitHub took ${key} and does not list it.`, {
    retryable: true,
    hint: 'GitHub may have changed its name: look at the assets of the release.',
  });
}

/** Nothing is thrown here: the upload's own failure is what is told. After a cancel there is time for one look only. */
async function leftover(session: ReleaseSession, key: string): Promise<Asset | undefined> {
  try {
    return await findAsset(session, key);
  } catch {
    return undefined;
  }
}

interface Uploaded {
  readonly asset: Asset;
  readonly bytes: number;
  readonly sha256: string;
}

async function checked(
  session: ReleaseSession,
  key: string,
  { asset, bytes, sha256 }: Uploaded,
): Promise<StoredCopy> {
  const isSame = asset.bytes === bytes && (asset.sha256 === undefined || asset.sha256 === sha256);
  if (isSame) return { key, bytes, sha256, isConfirmed: asset.sha256 === sha256 };
  await deleteAsset(session, asset);
  throw new ExternalError(
    'GitHub',
    `What GitHub stored as ${key} is not what was sent, and was deleted again.`,
    {
      retryable: true,
    },
  );
}

function taken({ location }: ReleaseSession, key: string): UserError {
  return new UserError(`${location} already holds ${key}, and nothing is overwritten.`, {
    hint: 'A backup of the same second and commit was stored before. Run the job again for a new one.',
  });
}
