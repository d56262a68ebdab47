import { CancelledError, ExternalError, UserError } from '../errors.ts';
import { reasonOf } from './failure.ts';
import type { RepositoryPlace } from './pull-request.ts';
import { readZipFile } from './zip.ts';

export interface ArtifactRequest extends RepositoryPlace {
  readonly runId: number;
  /** Name of the artifact. */
  readonly artifact: string;
  /** Exact name of one file in it. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** Largest accepted size of the zip and of the file, in bytes; default 10 MiB. */
  readonly maxBytes?: number;
}

const defaultMaxBytes = 10 * 1024 * 1024;

/**
 * The bytes of one file of an artifact of a workflow run. Everything in an artifact of a fork's run is hostile: it is
 * bounded while it is read, unpacked in memory, and what it says is for the caller to distrust.
 * @throws UserError when there is no such artifact or file, or it is too large
 */
export async function readRunArtifact(request: ArtifactRequest): Promise<Uint8Array> {
  const { artifact, file, maxBytes = defaultMaxBytes } = request;
  const zip = await download(request, await findArtifact(request), maxBytes);
  const content = readZipFile(zip, file, maxBytes);
  if (content !== undefined) return content;
  throw new UserError(`The artifact "${artifact}" of run ${request.runId} holds no file "${file}".`, {
    hint: 'Upload the file itself: `path:` of `actions/upload-artifact` must name it, not a folder above it.',
  });
}

/** The newest of that name: a re-run of a job leaves one for each attempt. */
async function findArtifact({
  octokit,
  owner,
  repo,
  runId,
  artifact,
  maxBytes,
}: ArtifactRequest): Promise<number> {
  const found = await octokit.paginate(octokit.rest.actions.listWorkflowRunArtifacts, {
    owner,
    repo,
    run_id: runId,
    name: artifact,
    per_page: 100,
  });
  const named = found.filter(({ name }) => name === artifact);
  const newest = named.filter(({ expired }) => !expired).sort((left, right) => right.id - left.id)[0];
  if (newest === undefined)
    throw new UserError(`Run ${runId} has no artifact "${artifact}"${named.length > 0 ? ' any more' : ''}.`, {
      hint: 'The job that makes the report uploads it, also when its checks fail (`if: always()`).',
    });
  const limit = maxBytes ?? defaultMaxBytes;
  if (newest.size_in_bytes > limit) throw tooLarge(artifact, limit);
  return newest.id;
}

async function download(request: ArtifactRequest, id: number, limit: number): Promise<Uint8Array> {
  const { octokit, owner, repo, artifact, signal } = request;
  // The body stays a stream, so that a size that was a lie is noticed while it is read.
  const { data }: { data: unknown } = await octokit.rest.actions.downloadArtifact({
    owner,
    repo,
    artifact_id: id,
    archive_format: 'zip',
    request: { parseSuccessResponseBody: false },
  });
  if (!(data instanceof ReadableStream))
    throw new ExternalError('GitHub', `The artifact "${artifact}" came without content.`);
  try {
    return await readAtMost(data, limit, () => tooLarge(artifact, limit));
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof UserError || thrown instanceof CancelledError) throw thrown;
    throw new ExternalError(
      'GitHub',
      `The artifact "${artifact}" could not be downloaded: ${reasonOf(thrown)}.`,
      {
        retryable: true,
      },
    );
  }
}

async function readAtMost(stream: ReadableStream, limit: number, error: () => Error): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) throw error();
  }
  return Buffer.concat(chunks);
}

function tooLarge(artifact: string, limit: number): UserError {
  return new UserError(`The artifact "${artifact}" is larger than ${limit} bytes.`);
}
