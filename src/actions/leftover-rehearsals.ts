/** Rehearsal branches by their name, for who deletes and need not know how one is made: a light action stays light. */
import { whyNotOurs } from '../providers/ownership.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import type { Target } from './target.ts';

export const rehearsalPrefix = 'rehearsal/';

/** What cancelled runs of this pull request left; called when it is closed. */
export async function deleteRehearsalBranches(provider: Provider, target: Target): Promise<void> {
  const left: Branch[] = [];
  for await (const branch of provider.listBranches())
    if (branch.name.startsWith(rehearsalPrefix) && whyNotOurs(branch, target.owner, 'delete') === undefined)
      left.push(branch);
  for (const branch of left) await provider.deleteBranch(branch);
}
