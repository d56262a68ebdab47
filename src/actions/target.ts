import { UserError } from '../errors.ts';
import type { BranchOwner } from '../providers/provider.ts';
import type { TriggerEvent } from '../runtime/event.ts';

/** Which branch an action is about, and for whom. */
export interface Target {
  readonly branch: string;
  readonly owner: BranchOwner;
  readonly key: string;
  readonly pullRequest: number | undefined;
  /** The code is a stranger's: nothing of the project is executed. */
  readonly isRestricted: boolean;
}

interface TargetInputs {
  readonly branch: string | undefined;
  readonly pullRequest: number;
  readonly key: string | undefined;
}

/** Neon's limit for a branch name (its API description, `BranchCreateRequest.branch.name`). */
const longestBranchName = 256;

/** @throws UserError when neither the event nor the inputs say which branch is meant. */
export function resolveTarget(inputs: TargetInputs, event: TriggerEvent): Target {
  const key = parseKey(inputs.key);
  const pullRequest = pullRequestOf(inputs, event);
  const branch = inputs.branch ?? defaultBranchName(event, pullRequest, key);
  if (branch.length > longestBranchName)
    throw new UserError(
      `The branch name has ${branch.length} characters; at most ${longestBranchName} are allowed.`,
    );
  return {
    branch,
    key,
    pullRequest,
    owner: { repository: event.repository, pullRequest, key },
    isRestricted: event.isRestricted,
  };
}

/** The one that is named, else the event's own. */
export function pullRequestOf(
  { pullRequest }: Pick<TargetInputs, 'pullRequest'>,
  event: TriggerEvent,
): number | undefined {
  return pullRequest > 0 ? pullRequest : event.pullRequest?.number;
}

/** The key becomes part of a branch name, a comment's marker and a file name. */
function parseKey(key: string | undefined): string {
  if (key === undefined || /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(key)) return key ?? '';
  throw new UserError(`Input \`key\`: "${key}" is not allowed.`, {
    hint: 'Use up to 40 lower-case letters, digits and hyphens, with a letter or digit at both ends.',
  });
}

/** By number, never by the head branch's name: that is the contributor's text, and it can be renamed. */
function defaultBranchName(event: TriggerEvent, pullRequest: number | undefined, key: string): string {
  if (pullRequest === undefined)
    throw new UserError(
      `The event \`${event.name}\` belongs to no pull request, so there is no branch name.`,
      {
        hint: 'Give `pull-request` or `branch`.',
      },
    );
  // A queue's candidate holds other pull requests' migrations too; they must not reach this pull request's own branch.
  if (event.name === 'merge_group') return queueBranch(pullRequest, key);
  return `preview/pr-${pullRequest}${suffixOf(key)}`;
}

/** The branch that a merge queue's run uses for a pull request; deleted with the pull request's own. */
export function queueBranch(pullRequest: number, key: string): string {
  return `preview/queue-pr-${pullRequest}${suffixOf(key)}`;
}

function suffixOf(key: string): string {
  return key === '' ? '' : `-${key}`;
}
