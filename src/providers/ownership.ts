import { UserError } from '../errors.ts';
import type { Branch, BranchOwner } from './provider.ts';

export type BranchVerb = 'reuse' | 'reset' | 'delete';

/** Why a branch must not be touched, or undefined when it is ours to do that with. */
export function whyNotOurs(branch: Branch, expected: BranchOwner, verb: BranchVerb): string | undefined {
  if (branch.isDefault) return 'it is the default branch';
  if (branch.isProtected) return 'it is protected';
  if (branch.hasChildren && verb !== 'reuse') return 'other branches were made from it';
  return whyNotOwned(branch, expected);
}

function whyNotOwned(branch: Branch, expected: BranchOwner): string | undefined {
  const { owner } = branch;
  if (owner === undefined) return 'it carries no mark of this action, so someone else made it';
  if (owner.repository.toLowerCase() !== expected.repository.toLowerCase())
    return `it belongs to the repository ${owner.repository}`;
  if (owner.pullRequest !== expected.pullRequest) return `it belongs to ${describePullRequest(owner)}`;
  if (owner.key !== expected.key) return `it belongs to the key "${owner.key}"`;
  return undefined;
}

function describePullRequest(owner: BranchOwner): string {
  return owner.pullRequest === undefined ? 'no pull request' : `pull request #${owner.pullRequest}`;
}

/** Throws unless the branch is ours to reuse, reset or delete; production named by mistake ends here. */
export function assertOurs(branch: Branch, expected: BranchOwner, verb: BranchVerb): void {
  const reason = whyNotOurs(branch, expected, verb);
  if (reason === undefined) return;
  throw new UserError(`Refused to ${verb} the branch "${branch.name}": ${reason}.`, {
    hint: 'Only branches that this action made for this repository and pull request are touched. Choose another `branch` name, or delete that branch by hand if it may go.',
  });
}
