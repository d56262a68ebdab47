import { randomUUID } from 'node:crypto';
import { type ExternalError, UserError } from '../../errors.ts';
import type { EnsureBranchRequest } from '../provider.ts';
import { type BranchMark, writeMark } from './annotation.ts';
import { maskingFingerprint } from './masking-rules.ts';
import type { NeonSettings } from './options.ts';
import { type ProjectBranches, resolveParent } from './project-branches.ts';
import type { NeonBranch } from './resources.ts';
import { toNeonTime } from './routes.ts';
import type { Session } from './session.ts';

/** The branch that is asked for, with every default filled in. */
export interface BranchPlan {
  readonly name: string;
  readonly parent: NeonBranch;
  /** False when it is the default branch for want of a name. */
  readonly isParentNamed: boolean;
  readonly expiresAt: Date | undefined;
  readonly mark: BranchMark;
}

/** How a round ended: the branch can be connected to, or nobody knows and the list must be read again. */
export type RoundOutcome =
  | { readonly kind: 'settled'; readonly branchId: string }
  | { readonly kind: 'look again'; readonly cause: ExternalError };

const longestExpiryMs = 30 * 86_400_000;
/** Neon counts the 30 days by its own clock, which may be behind ours. */
const clockSkewMs = 60_000;

/** @throws UserError for what can never work, before anything is asked of Neon. */
export function checkRequest(request: EnsureBranchRequest, now: Date): void {
  const { name, expiresAt } = request;
  if (name.trim() === '' || name.length > 256)
    throw new UserError(
      name.trim() === '' ? 'The branch name is empty.' : `The branch name is ${name.length} characters long.`,
      { hint: 'Neon takes 1 to 256 characters. Without a name Neon would invent one on every run.' },
    );
  if (expiresAt === undefined) return;
  const fromNow = expiresAt.getTime() - now.getTime();
  if (!(fromNow > 0))
    throw new UserError(`The expiry ${toText(expiresAt)} is not in the future.`, {
      hint: 'Use a longer `expires-in`.',
    });
  if (fromNow > longestExpiryMs)
    throw new UserError(
      `The expiry ${toText(expiresAt)} is more than 30 days away, which Neon does not allow.`,
      {
        hint: 'Use `expires-in: 30d` or less; every run renews it.',
      },
    );
}

function withinLimit(expiresAt: Date | undefined, now: Date): Date | undefined {
  if (expiresAt === undefined) return undefined;
  return new Date(Math.min(expiresAt.getTime(), now.getTime() + longestExpiryMs - clockSkewMs));
}

function toText(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? 'given' : toNeonTime(moment);
}

export function planBranch(
  session: Session,
  request: EnsureBranchRequest,
  branches: ProjectBranches,
): BranchPlan {
  const { settings } = session;
  const { name } = request;
  const sameId = branches.byId(name);
  if (sameId !== undefined)
    throw new UserError(`"${name}" is the id of the branch "${sameId.name}", not a name.`, {
      hint: 'Give a name of its own to the branch, such as preview/pr-7.',
    });
  const parent = resolveParent(branches, request.parent);
  return {
    name,
    parent,
    isParentNamed: request.parent !== undefined,
    expiresAt: withinLimit(request.expiresAt, session.context.now()),
    mark: {
      owner: request.owner,
      kind: settings.kind,
      parentId: parent.id,
      masking: settings.kind === 'anonymized' ? maskingFingerprint(settings.maskingRules) : undefined,
      call: randomUUID(),
      tool: settings.userAgent,
    },
  };
}

/** @throws UserError when Neon would refuse to make a branch of this parent. */
export function checkParent({ parent, name, mark }: BranchPlan): void {
  if (parent.name === name)
    throw new UserError(`The branch "${name}" cannot be its own parent.`, {
      hint: 'Choose another `branch` or `parent-branch`.',
    });
  if (parent.expiresAt !== undefined && mark.kind !== 'schema-only')
    throw new UserError(
      `The parent branch "${parent.name}" expires at ${toNeonTime(parent.expiresAt)}, and Neon makes no branch from one that expires.`,
      { hint: 'Choose another `parent-branch`, or take the expiry off that one.' },
    );
}

/** The body of the request that creates it. */
export function creationBody(settings: NeonSettings, plan: BranchPlan): unknown {
  const branchCreate = {
    branch: {
      name: plan.name,
      parent_id: plan.parent.id,
      // Beside `branch` and not inside it, Neon ignores the expiry without a word.
      ...(plan.expiresAt !== undefined && { expires_at: toNeonTime(plan.expiresAt) }),
      ...(settings.parentLsn !== undefined && { parent_lsn: settings.parentLsn }),
      ...(settings.parentTimestamp !== undefined && { parent_timestamp: settings.parentTimestamp }),
      ...(plan.mark.kind === 'schema-only' && { init_source: 'schema-only' }),
    },
    endpoints: [endpointSettings(settings)],
  };
  const annotation = { annotation_value: writeMark(plan.mark) };
  if (plan.mark.kind !== 'anonymized') return { ...branchCreate, ...annotation };
  return {
    branch_create: branchCreate,
    masking_rules: settings.maskingRules,
    start_anonymization: true,
    ...annotation,
  };
}

/** A branch without an endpoint cannot be connected to, so one is always asked for. */
export function endpointSettings(settings: NeonSettings): Readonly<Record<string, unknown>> {
  const { computeSize, suspendTimeoutSeconds } = settings;
  return {
    type: 'read_write',
    ...(computeSize !== undefined && {
      autoscaling_limit_min_cu: computeSize.minimum,
      autoscaling_limit_max_cu: computeSize.maximum,
    }),
    ...(suspendTimeoutSeconds !== undefined && { suspend_timeout_seconds: suspendTimeoutSeconds }),
  };
}
