import { UserError } from '../errors.ts';
import { assertOurs } from '../providers/ownership.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import type { Target } from './target.ts';

/** The branch that an earlier step or job made. @throws UserError when it is not there, or not this pull request's. */
export async function findOurBranch(
  provider: Provider,
  target: Target,
  verb: 'reuse' | 'reset' = 'reuse',
): Promise<Branch> {
  const branch = await provider.findBranch(target.branch);
  if (branch === undefined)
    throw new UserError(`There is no branch "${target.branch}" on ${provider.name}.`, {
      hint: 'Run the preview or `create-branch` first, with the same `branch`, `pull-request` and `key`; it may also have expired.',
    });
  assertOurs(branch, target.owner, verb);
  return branch;
}

/** For a delete: absent is undefined, and a branch that must not go is an error. */
export async function findDeletable(provider: Provider, target: Target): Promise<Branch | undefined> {
  const branch = await provider.findBranch(target.branch);
  if (branch === undefined) return undefined;
  assertOurs(branch, target.owner, 'delete');
  return branch;
}
