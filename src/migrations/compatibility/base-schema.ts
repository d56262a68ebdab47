/** The Prisma schema of another commit: of the code that runs while this pull request's migrations do. */
import { posix } from 'node:path';
import type { SchemaFile } from '../prisma-project.ts';
import type { Git, GitResult } from './git.ts';

/** Where the files are from is nobody's business but the caller's: git, or the API where the checkout is shallow. */
export type BaseSchema =
  | {
      readonly kind: 'read';
      /** Sorted by path; paths are relative to the folder that was asked about. */
      readonly files: readonly SchemaFile[];
      /** The commit, in full. */
      readonly commit: string;
    }
  /** Why there is nothing to compare with, and what would help; sentences. */
  | { readonly kind: 'skipped'; readonly reason: string };

export interface BaseSchemaRequest {
  /**
   * Commits or refs, the first that is in the checkout is taken: the tip of the base branch when the event was sent
   * (`pull_request.base.sha`), then `HEAD^1` (of GitHub's merge commit, that tip at the time of the merge), then
   * `origin/<base>`. The tip, not the merge base: it is what is deployed, and what only it has was there before the
   * migrations and is not judged.
   */
  readonly refs: readonly string[];
  /** Schema file or folder, relative to the folder that git is asked in; then Prisma's own places are looked at. */
  readonly schemaPath: string;
  readonly git: Git;
}

/** Files and folders as Prisma looks for them; the schema may have moved since. */
const usualPlaces: readonly string[] = ['schema.prisma', 'prisma/schema.prisma', 'prisma/schema'];

export async function readSchemaAt({ refs, schemaPath, git }: BaseSchemaRequest): Promise<BaseSchema> {
  const commit = await findCommit(refs, git);
  if (commit.kind === 'skipped') return commit;
  const places = [...new Set([posix.normalize(schemaPath.replaceAll('\\', '/')), ...usualPlaces])];
  for (const place of places) {
    const files = await filesAt(commit.id, place, git);
    if (files.length > 0) return { kind: 'read', files, commit: commit.id };
  }
  return {
    kind: 'skipped',
    reason: `There is no Prisma schema at ${places.join(', ')} in the base commit ${commit.id.slice(0, 7)}: nothing is deployed that could be asked about.`,
  };
}

type Commit = { readonly kind: 'found'; readonly id: string } | (BaseSchema & { readonly kind: 'skipped' });

async function findCommit(refs: readonly string[], git: Git): Promise<Commit> {
  const asked = refs.filter(isPlainRef);
  for (const ref of asked) {
    const answer = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    if (answer.kind === 'absent') return skipped('There is no git here to read the base schema with.');
    const id = answer.kind === 'done' ? answer.output.toString('utf8').trim() : '';
    if (/^[0-9a-f]{40,64}$/.test(id)) return { kind: 'found', id };
    const refusal = refusalOf(answer);
    if (refusal !== undefined) return skipped(refusal);
  }
  const names = asked.map((ref) => (/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 7) : ref));
  return skipped(
    names.length === 0
      ? 'No base commit is known, so there is no deployed schema to compare with.'
      : `The base commit (${names.join(', ')}) is not in the checkout, which has one commit by default. Give actions/checkout \`fetch-depth: 2\`, or \`0\` for the whole history.`,
  );
}

function skipped(reason: string): BaseSchema & { readonly kind: 'skipped' } {
  return { kind: 'skipped', reason };
}

/** Names come from events: nothing that git could take for an option, a range, a path or several lines. */
function isPlainRef(ref: string): boolean {
  return ref.length <= 255 && /^[A-Za-z0-9_][\w./@^~+-]*$/.test(ref) && !ref.includes('..');
}

/** Undefined when git only says that it does not know the name. */
function refusalOf(answer: GitResult): string | undefined {
  if (answer.kind !== 'refused' || answer.message === '') return undefined;
  if (/dubious ownership/.test(answer.message))
    return 'Git refuses to read the checkout, which belongs to another user (in a container job: `git config --global --add safe.directory "$GITHUB_WORKSPACE"`).';
  if (/not a git repository/i.test(answer.message))
    return 'The working directory is no git checkout: run actions/checkout before.';
  return undefined;
}

interface Entry {
  readonly object: string;
  readonly path: string;
}

/** The file, or every `.prisma` file below the folder. Links are left alone. */
async function filesAt(commit: string, place: string, git: Git): Promise<readonly SchemaFile[]> {
  if (place.startsWith('..') || place.startsWith('/')) return [];
  const answer = await git(['ls-tree', '-r', '-z', commit, '--', `:(literal)${place}`]);
  if (answer.kind !== 'done') return [];
  const entries = entriesOf(answer.output.toString('utf8'))
    .filter(({ path }) => path === place || path.endsWith('.prisma'))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return Promise.all(
    entries.map(async ({ object, path }) => {
      const content = await git(['cat-file', 'blob', object]);
      if (content.kind !== 'done')
        throw new Error(`Git lists ${path} in ${commit} and cannot read it: ${JSON.stringify(content)}`);
      return { path, content: content.output.toString('utf8') };
    }),
  );
}

/** `<mode> blob <object>\t<path>\0` */
function entriesOf(listing: string): readonly Entry[] {
  return listing.split('\0').flatMap((line) => {
    const [, object, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
    return object === undefined || path === undefined ? [] : [{ object, path }];
  });
}
