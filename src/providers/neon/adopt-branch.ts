import { formatDuration } from '../../duration.ts';
import { ExternalError, UserError } from '../../errors.ts';
import { assertOurs } from '../ownership.ts';
import { type BranchMark, readMark } from './annotation.ts';
import { type BranchPlan, endpointSettings, type RoundOutcome } from './branch-plan.ts';
import { changeOnce } from './change-once.ts';
import type { ProjectBranches } from './project-branches.ts';
import {
  findReadWriteEndpoint,
  waitForBranch,
  waitForEndpoint,
  waitForOperations,
  waitUntilAnonymized,
} from './readiness.ts';
import type { NeonBranch } from './resources.ts';
import { patchExpiry, postEndpoint } from './routes.ts';
import type { Session } from './session.ts';

interface Found {
  readonly branches: ProjectBranches;
  readonly existing: NeonBranch;
}

/** Takes up a branch that exists: refused unless it is ours and what was asked for; then made ready and renewed. */
export async function adoptBranch(
  session: Session,
  plan: BranchPlan,
  { branches, existing }: Found,
): Promise<RoundOutcome> {
  const described = branches.describe(existing);
  assertOurs(described, plan.mark.owner, 'reuse');
  if (described.hasChildren && plan.expiresAt !== undefined) throw cannotExpire(existing.name);
  checkSatisfies(session, plan, existing);
  session.context.log.info(
    `The branch "${existing.name}" (${existing.id}) exists and is ours; taking it up.`,
  );
  try {
    await waitForBranch(session, existing.id, existing.name);
    await renewExpiry(session, existing, plan.expiresAt);
    await ensureEndpoint(session, existing);
    if (plan.mark.kind === 'anonymized') await waitUntilAnonymized(session, existing.id, existing.name);
    return { kind: 'settled', branchId: existing.id };
  } catch (error) {
    // It expired or was deleted since the list was read.
    if (error instanceof ExternalError && error.status === 404) return { kind: 'look again', cause: error };
    throw error;
  }
}

/** https://neon.com/docs/guides/branch-expiration: a branch with children cannot expire, and a preview must. */
function cannotExpire(name: string): UserError {
  return new UserError(`The branch "${name}" cannot expire any more: other branches were made from it.`, {
    hint: 'Delete those, or choose another `branch` name.',
  });
}

/** @throws UserError when the branch that exists is another one than asked for. Its data would not be what the run expects. */
function checkSatisfies(session: Session, plan: BranchPlan, existing: NeonBranch): void {
  const mark = readMark(existing.annotation);
  if (mark === undefined) return;
  const difference = describeDifference(plan, mark, existing);
  if (difference === undefined) return;
  // The default branch of the project was changed: nobody asked for another parent by name.
  if (difference.isParent && !plan.isParentNamed) {
    session.context.log.warning(`The branch "${existing.name}" ${difference.text}; it is used as it is.`);
    return;
  }
  throw new UserError(`The branch "${existing.name}" exists, but ${difference.text}.`, {
    hint: 'Delete it (the `delete-branch` action does) so that it is made anew, or choose another `branch` name.',
  });
}

interface Difference {
  readonly text: string;
  readonly isParent: boolean;
}

function describeDifference(
  plan: BranchPlan,
  mark: BranchMark,
  existing: NeonBranch,
): Difference | undefined {
  const kind = existing.initSource === 'schema-only' ? 'schema-only' : mark.kind;
  if (kind !== plan.mark.kind)
    return { text: `it is of the type ${kind} and ${plan.mark.kind} is asked for`, isParent: false };
  if (mark.masking !== plan.mark.masking)
    return { text: 'its data was masked by other masking rules than those given now', isParent: false };
  const parentId = existing.parentId ?? mark.parentId;
  if (parentId !== plan.parent.id)
    return {
      text: `was made from ${parentId} and not from "${plan.parent.name}" (${plan.parent.id})`,
      isParent: true,
    };
  return undefined;
}

/** A repeated run on the same second leaves the branch alone: a change of it locks the project for others. */
async function renewExpiry(
  session: Session,
  existing: NeonBranch,
  expiresAt: Date | undefined,
): Promise<void> {
  if (toSeconds(existing.expiresAt) === toSeconds(expiresAt)) return;
  await waitForOperations(session, await patchExpiry(session, existing, expiresAt));
  const now = session.context.now().getTime();
  session.context.log.info(
    expiresAt === undefined
      ? `The branch "${existing.name}" does not expire any more.`
      : `The branch "${existing.name}" now expires in ${formatDuration(expiresAt.getTime() - now)}.`,
  );
}

function toSeconds(moment: Date | undefined): number | undefined {
  return moment === undefined ? undefined : Math.floor(moment.getTime() / 1000);
}

async function ensureEndpoint(session: Session, existing: NeonBranch): Promise<void> {
  const isThere = async () => (await findReadWriteEndpoint(session, existing.id)) !== undefined;
  if (!(await isThere())) {
    session.context.log.info(`The branch "${existing.name}" has no read_write endpoint; adding one.`);
    const operations = await changeOnce(session, {
      question: 'whether the endpoint is there',
      act: () => postEndpoint(session, existing, endpointSettings(session.settings)),
      wasDone: isThere,
    });
    await waitForOperations(session, operations);
  }
  await waitForEndpoint(session, existing.id, existing.name);
}
