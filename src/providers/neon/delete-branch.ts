import { ExternalError, UserError } from '../../errors.ts';
import type { Branch } from '../provider.ts';
import { listProjectBranches } from './project-branches.ts';
import { deleteBranchById } from './routes.ts';
import type { Session } from './session.ts';

/**
 * Looks at the branch once more just before: it may have become a parent or protected since the caller read it. The
 * operations are not waited for: the branch is out of the list at once, and what follows waits on 423.
 */
export async function deleteBranch(session: Session, branch: Branch): Promise<boolean> {
  const branches = await listProjectBranches(session);
  const current = branches.byId(branch.id);
  if (current === undefined) return false;
  const { isDefault, isProtected, hasChildren } = branches.describe(current);
  const reason = isDefault
    ? 'it is the default branch'
    : isProtected
      ? 'it is protected'
      : hasChildren
        ? 'other branches were made from it'
        : undefined;
  if (reason !== undefined)
    throw new UserError(`Refused to delete the branch "${current.name}": ${reason}.`, {
      hint: 'Delete it by hand in the console if it may go.',
    });
  return deleteBranchById(session, current).catch((thrown: unknown) => {
    // Someone else was faster. Neon's description promises 204 for that; the list has just shown that the project is there.
    if (thrown instanceof ExternalError && thrown.status === 404) return false;
    throw thrown;
  });
}
