/** Reads files of the repository at a commit, without a checkout: `actions/checkout` brings one commit by default. */
import { ExternalError } from '../errors.ts';
import type { RepositoryPlace } from './pull-request.ts';

export interface RepositoryFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly content: string;
}

export interface ContentsRequest extends RepositoryPlace {
  /** Of a file, or of a folder, which is read with all folders in it. */
  readonly path: string;
  /** Commit, branch or tag. */
  readonly ref: string;
  /** Which files of a folder to read. */
  isWanted(path: string): boolean;
}

/** A schema is a few files; a folder of more is not what was meant. */
const mostFiles = 300;

/**
 * The file, or the wanted files of the folder, sorted by path; undefined where there is no such path at that commit.
 * @throws ExternalError for a folder of too many files; UserError when the token lacks `contents: read`
 * https://docs.github.com/rest/repos/contents#get-repository-content
 */
export async function readContents(request: ContentsRequest): Promise<readonly RepositoryFile[] | undefined> {
  const found = await contentsAt(request, request.path);
  if (found === undefined) return undefined;
  const files = found.kind === 'file' ? [found.file] : await readFolder(request, found.entries);
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

interface Entry {
  readonly type: string;
  readonly path: string;
}

type Found =
  | { readonly kind: 'file'; readonly file: RepositoryFile }
  | { readonly kind: 'folder'; readonly entries: readonly Entry[] };

async function readFolder(
  request: ContentsRequest,
  entries: readonly Entry[],
): Promise<readonly RepositoryFile[]> {
  const wanted = entries.filter(
    ({ type, path }) => type === 'dir' || (type === 'file' && request.isWanted(path)),
  );
  if (wanted.length > mostFiles)
    throw new ExternalError('GitHub', `${request.path} holds more than ${mostFiles} files.`, {
      hint: 'Point the `schema` input at the folder of the Prisma schema itself.',
    });
  const parts = await Promise.all(wanted.map(({ path }) => readContents({ ...request, path })));
  return parts.flatMap((part) => part ?? []);
}

async function contentsAt(
  { octokit, owner, repo, ref }: ContentsRequest,
  path: string,
): Promise<Found | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, ref, path });
    if (Array.isArray(data))
      return { kind: 'folder', entries: data.map((entry) => ({ type: entry.type, path: entry.path })) };
    // Above 1 MB there is no content; a symbolic link or a submodule has another type.
    if (data.type !== 'file' || data.encoding !== 'base64') return undefined;
    return {
      kind: 'file',
      file: { path: data.path, content: Buffer.from(data.content, 'base64').toString('utf8') },
    };
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 404) return undefined;
    throw thrown;
  }
}
