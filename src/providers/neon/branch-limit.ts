import { formatDuration } from '../../duration.ts';
import { ExternalError } from '../../errors.ts';
import type { Branch } from '../provider.ts';
import type { BranchPlan } from './branch-plan.ts';
import type { ProjectBranches } from './project-branches.ts';
import type { Session } from './session.ts';

const mostShown = 15;

/** What was asked for, and what the project had at that time. */
export interface Planned {
  readonly plan: BranchPlan;
  readonly branches: ProjectBranches;
}

/** The plan's limit of branches, told with the branches of ours that could go, oldest first. */
export function explainBranchLimit(
  session: Session,
  planned: Planned,
  refusal: ExternalError,
): ExternalError {
  const { plan, branches } = planned;
  const ours = deletable(branches, plan.mark.owner.repository);
  const isRoot = refusal.code === 'ROOT_BRANCHES_LIMIT_EXCEEDED';
  const kind = isRoot ? 'root branches (each schema-only branch is one)' : 'branches';
  const list =
    ours.length === 0
      ? 'None of them was made by this action for this repository.'
      : `Made by this action for ${plan.mark.owner.repository}, oldest first: ${describe(ours, session.context.now())}.`;
  return new ExternalError(
    'Neon',
    `Neon refused to create the branch "${plan.name}": the project has as many ${kind} as its plan allows (it has ${branches.all.length} branches). ${list}`,
    {
      status: refusal.status,
      code: refusal.code,
      requestId: refusal.requestId,
      hint: 'Run the `sweep-branches` action to delete those whose pull request is closed (it only shows them until `dry-run: false`), let `delete-branch` run on `closed`, or move to a plan with more branches.',
    },
  );
}

function deletable(branches: ProjectBranches, repository: string): readonly Branch[] {
  return branches.all
    .map(branches.describe)
    .filter((branch) => branch.owner?.repository.toLowerCase() === repository.toLowerCase())
    .filter((branch) => !branch.isDefault && !branch.isProtected && !branch.hasChildren)
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function describe(ours: readonly Branch[], now: Date): string {
  const shown = ours.slice(0, mostShown).map(({ name, owner, createdAt }) => {
    const pullRequest =
      owner?.pullRequest === undefined ? 'no pull request' : `pull request #${owner.pullRequest}`;
    return `"${name}" (${pullRequest}, ${formatDuration(Math.max(0, now.getTime() - createdAt.getTime()))} old)`;
  });
  const hidden = ours.length - shown.length;
  return `${shown.join(', ')}${hidden > 0 ? ` and ${hidden} more` : ''}`;
}
