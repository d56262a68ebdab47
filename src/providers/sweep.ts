import type { Branch } from './provider.ts';

export type PullRequestState = 'open' | 'closed' | 'absent';

interface SweepFacts {
  /** `owner/name` whose branches may go. */
  readonly repository: string;
  readonly now: Date;
  /** Of the branch's pull request; undefined when it has none. */
  readonly pullRequest: PullRequestState | undefined;
}

export type SweepVerdict =
  | { readonly kind: 'delete'; readonly reason: string }
  | { readonly kind: 'keep'; readonly reason: string };

/** Fails closed: whatever is not plainly ours and plainly over stays. */
export function judgeBranch(branch: Branch, facts: SweepFacts): SweepVerdict {
  const protection = whyUntouchable(branch, facts.repository);
  if (protection !== undefined) return { kind: 'keep', reason: protection };
  if (branch.expiresAt !== undefined && branch.expiresAt.getTime() <= facts.now.getTime())
    return { kind: 'delete', reason: `its time was over at ${branch.expiresAt.toISOString()}` };
  const number = branch.owner?.pullRequest;
  if (number === undefined)
    return { kind: 'keep', reason: 'it belongs to no pull request and its time is not over' };
  if (facts.pullRequest === 'closed') return { kind: 'delete', reason: `pull request #${number} is closed` };
  if (facts.pullRequest === 'open') return { kind: 'keep', reason: `pull request #${number} is open` };
  return { kind: 'keep', reason: `pull request #${number} cannot be found, so nothing says that it is over` };
}

function whyUntouchable(branch: Branch, repository: string): string | undefined {
  if (branch.isDefault) return 'it is the default branch';
  if (branch.isProtected) return 'it is protected';
  if (branch.hasChildren) return 'other branches were made from it';
  if (branch.owner === undefined) return 'it carries no mark of this action';
  if (branch.owner.repository.toLowerCase() !== repository.toLowerCase())
    return `it belongs to the repository ${branch.owner.repository}`;
  return undefined;
}
