import { ExternalError, UserError } from '../../errors.ts';
import type { Branch } from '../provider.ts';
import { readMark } from './annotation.ts';
import type { NeonSettings } from './options.ts';
import type { NeonBranch } from './resources.ts';
import { getBranchPage } from './routes.ts';
import type { Session } from './session.ts';

/** All branches of the project at one time, with the questions that are asked of them. */
export interface ProjectBranches {
  readonly all: readonly NeonBranch[];
  /** Exactly this name: an id or a part of a name never matches. */
  byName(name: string): NeonBranch | undefined;
  byId(id: string): NeonBranch | undefined;
  /** As the rest of the suite sees it. */
  describe(branch: NeonBranch): Branch;
}

/**
 * Reads the whole list rather than asking for one name (`search`): only the whole list shows which branches have
 * children, what the parents are called and how the default branch is called, and `search` matches parts of names and
 * ids. A project has 10 to 25 branches on Neon's plans, so this is one request.
 */
export async function listProjectBranches(session: Session): Promise<ProjectBranches> {
  const byId = new Map<string, NeonBranch>();
  for await (const branch of pages(session)) byId.set(branch.id, branch);
  const parents = new Set([...byId.values()].map((branch) => branch.parentId));
  return {
    all: [...byId.values()],
    byName: (name) => [...byId.values()].find((branch) => branch.name === name),
    byId: (id) => byId.get(id),
    describe: (branch) => ({
      id: branch.id,
      name: branch.name,
      parent: parentOf(branch, byId),
      createdAt: branch.createdAt,
      filledAt: branch.lastResetAt ?? branch.createdAt,
      expiresAt: branch.expiresAt,
      isDefault: branch.isDefault,
      isProtected: branch.isProtected,
      hasChildren: parents.has(branch.id),
      owner: readMark(branch.annotation)?.owner,
      consoleUrl: consoleUrl(session.settings, branch.id),
    }),
  };
}

async function* pages(session: Session): AsyncIterable<NeonBranch> {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await getBranchPage(session, cursor);
    yield* page.branches;
    cursor = page.nextCursor;
    if (cursor !== undefined && seen.has(cursor))
      throw new ExternalError(
        'Neon',
        'The list of branches does not move: Neon gave the same cursor twice.',
        {
          hint: 'Run again; report it if it stays.',
        },
      );
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

/** A schema-only branch is a root branch to Neon; our mark says whose schema it has. */
function parentOf(branch: NeonBranch, byId: ReadonlyMap<string, NeonBranch>): Branch['parent'] {
  const parentId = branch.parentId ?? (readMark(branch.annotation)?.parentId || undefined);
  return parentId === undefined ? undefined : { id: parentId, name: byId.get(parentId)?.name ?? parentId };
}

/** Only Neon's own console is known; another API address may have none. */
function consoleUrl({ apiUrl, projectId }: NeonSettings, branchId: string): string | undefined {
  if (new URL(apiUrl).host !== 'console.neon.tech') return undefined;
  return `https://console.neon.tech/app/projects/${projectId}/branches/${branchId}`;
}

/** The branch to branch from: by exact name, else by id, else the default branch. */
export function resolveParent(branches: ProjectBranches, wanted: string | undefined): NeonBranch {
  const defaultBranch = branches.all.find((branch) => branch.isDefault);
  if (wanted === undefined) {
    if (defaultBranch !== undefined) return defaultBranch;
    throw new UserError('The Neon project has no default branch.', {
      hint: 'Name the parent with `parent-branch`.',
    });
  }
  const parent = branches.byName(wanted) ?? branches.byId(wanted);
  if (parent !== undefined) return parent;
  throw new UserError(
    `The parent branch "${wanted}" does not exist among the project's ${branches.all.length}.`,
    {
      hint: `Give the exact name or the id of a branch, or leave \`parent-branch\` out for the default branch${defaultBranch === undefined ? '' : ` ("${defaultBranch.name}")`}.`,
    },
  );
}
