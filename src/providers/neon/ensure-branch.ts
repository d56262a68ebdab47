import { ExternalError } from '../../errors.ts';
import { sleep } from '../../wait.ts';
import type { EnsureBranchRequest, EnsuredBranch } from '../provider.ts';
import { adoptBranch } from './adopt-branch.ts';
import { readMark } from './annotation.ts';
import { isInDoubt } from './api.ts';
import { explainBranchLimit, type Planned } from './branch-limit.ts';
import {
  type BranchPlan,
  checkParent,
  checkRequest,
  creationBody,
  planBranch,
  type RoundOutcome,
} from './branch-plan.ts';
import { chooseDatabase } from './database-choice.ts';
import { listProjectBranches } from './project-branches.ts';
import { waitForBranch, waitForEndpoint, waitForOperations, waitUntilAnonymized } from './readiness.ts';
import { isBranchLimit } from './refusal.ts';
import type { StartedWork } from './resources.ts';
import { postBranch } from './routes.ts';
import type { Session } from './session.ts';

/** Rounds of looking and creating before a name that is taken but not listed is given up. */
const mostRounds = 5;

/**
 * Looks first, creates when nothing is there, and looks again whenever it is unknown whether something was created:
 * two runs at once, a time-out or a lost answer all end in one branch.
 */
export async function ensureBranch(session: Session, request: EnsureBranchRequest): Promise<EnsuredBranch> {
  checkRequest(request, session.context.now());
  let plan: BranchPlan | undefined;
  for (let round = 1; ; round++) {
    const branches = await listProjectBranches(session);
    // Planned once: the mark of this call must stay the same over all rounds.
    plan ??= planBranch(session, request, branches);
    const existing = branches.byName(plan.name);
    const outcome =
      existing === undefined
        ? await createBranch(session, { plan, branches }, request)
        : await adoptBranch(session, plan, { branches, existing });
    if (outcome.kind === 'settled') return finish(session, plan, outcome.branchId);
    if (round === mostRounds || session.deadline.remaining() === 0) throw outcome.cause;
    session.context.log.info(`${outcome.cause.message} Looking whether "${plan.name}" is there.`);
    await sleep(Math.min(100 * 2 ** round, session.deadline.remaining()), session.context.signal);
  }
}

async function createBranch(
  session: Session,
  planned: Planned,
  request: EnsureBranchRequest,
): Promise<RoundOutcome> {
  const { plan } = planned;
  checkParent(plan);
  if (request.choice !== undefined) await chooseDatabase(session, plan.parent.id, request.choice);
  tellAboutPasswords(session, plan);
  const started = await postPlan(session, planned);
  if (started instanceof ExternalError) return { kind: 'look again', cause: started };
  session.context.log.info(
    `Created the branch "${plan.name}" (${started.branchId}) from "${plan.parent.name}".`,
  );
  await waitForOperations(session, started.operations);
  await waitForBranch(session, started.branchId, plan.name);
  await waitForEndpoint(session, started.branchId, plan.name);
  if (plan.mark.kind === 'anonymized') await waitUntilAnonymized(session, started.branchId, plan.name);
  return { kind: 'settled', branchId: started.branchId };
}

/** The error is a value when the branch may exist all the same: another run made it (409), or the answer was lost. */
async function postPlan(session: Session, planned: Planned): Promise<StartedWork | ExternalError> {
  const { plan } = planned;
  try {
    return await postBranch(session, {
      name: plan.name,
      anonymized: plan.mark.kind === 'anonymized',
      body: creationBody(session.settings, plan),
    });
  } catch (error) {
    if (!(error instanceof ExternalError)) throw error;
    if (isBranchLimit(error)) throw explainBranchLimit(session, planned, error);
    if (error.status === 409 || isInDoubt(error)) return error;
    throw error;
  }
}

/** Roles keep their passwords on a branch unless its parent is protected: whoever has the preview's URI has half of production's. */
function tellAboutPasswords({ context }: Session, { parent }: BranchPlan): void {
  if (parent.isProtected || !parent.isDefault) return;
  context.log.notice(
    `The default branch "${parent.name}" is not protected, so its branches share its role passwords. Protect it in Neon's console to give every branch new ones.`,
  );
}

/** Reads the branch back from the list, where its mark, its parent's name and its children are. */
async function finish(session: Session, plan: BranchPlan, branchId: string): Promise<EnsuredBranch> {
  const branches = await listProjectBranches(session);
  const branch = branches.byId(branchId);
  if (branch === undefined)
    throw new ExternalError(
      'Neon',
      `The branch "${plan.name}" (${branchId}) disappeared while it was being prepared.`,
      {
        retryable: true,
        hint: 'Something else deleted it, such as the job of the closed pull request. Run again.',
      },
    );
  const mark = readMark(branch.annotation);
  if (mark === undefined)
    session.context.log.warning(
      `Neon did not keep the annotation of "${branch.name}": later runs will take it for someone else's and refuse it.`,
    );
  return { branch: branches.describe(branch), created: mark === undefined || mark.call === plan.mark.call };
}
