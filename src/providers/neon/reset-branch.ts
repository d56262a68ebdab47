import { UserError } from '../../errors.ts';
import type { Branch } from '../provider.ts';
import { readMark } from './annotation.ts';
import { changeOnce } from './change-once.ts';
import { listProjectBranches, type ProjectBranches } from './project-branches.ts';
import { waitForBranch, waitForEndpoint, waitForOperations } from './readiness.ts';
import type { NeonBranch } from './resources.ts';
import { getBranch, postRestore } from './routes.ts';
import type { Session } from './session.ts';

/** Takes the parent's present state; Neon calls it a restore with the parent as its source. Name and URIs stay. */
export async function resetBranch(session: Session, branch: Branch): Promise<Branch> {
  const before = await listProjectBranches(session);
  const current = before.byId(branch.id);
  if (current === undefined)
    throw new UserError(`The branch "${branch.name}" (${branch.id}) does not exist any more.`, {
      hint: 'Run `create-branch`, which makes it anew from its parent.',
    });
  const parentId = checkResettable(before, current);
  const operations = await changeOnce(session, {
    question: `whether "${current.name}" was reset`,
    act: async () => (await postRestore(session, current, parentId)).operations,
    wasDone: () => wasReset(session, current),
  });
  await waitForOperations(session, operations);
  await waitForBranch(session, current.id, current.name);
  await waitForEndpoint(session, current.id, current.name);
  const after = await listProjectBranches(session);
  return after.describe(after.byId(current.id) ?? current);
}

/** The parent's id. @throws UserError for a branch that must not or cannot be reset. */
function checkResettable(branches: ProjectBranches, branch: NeonBranch): string {
  const { isDefault, isProtected, hasChildren } = branches.describe(branch);
  const kind = readMark(branch.annotation)?.kind;
  if (isDefault)
    throw refused(branch, 'it is the default branch', 'Only branches made from another are reset.');
  if (isProtected) throw refused(branch, 'it is protected', 'Neon resets no protected branch.');
  if (hasChildren) throw refused(branch, 'other branches were made from it', 'Delete those first.');
  if (kind === 'anonymized')
    throw refused(
      branch,
      "it is anonymised, and a reset would bring its parent's real data",
      'Delete it and run `create-branch` again, which anonymises the new one.',
    );
  if (branch.parentId === undefined)
    throw refused(
      branch,
      branch.initSource === 'schema-only'
        ? 'a schema-only branch has no parent to go back to'
        : 'it has no parent',
      'Delete it and run `create-branch` again.',
    );
  return branch.parentId;
}

function refused(branch: NeonBranch, reason: string, hint: string): UserError {
  return new UserError(`Refused to reset the branch "${branch.name}": ${reason}.`, { hint });
}

/** A second restore could undo what another run did in between, so it is not simply repeated. */
async function wasReset(session: Session, before: NeonBranch): Promise<boolean> {
  const { state, lastResetAt } = await getBranch(session, before.id);
  return state === 'resetting' || lastResetAt?.getTime() !== before.lastResetAt?.getTime();
}
