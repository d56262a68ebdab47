/** A branch for one rehearsal: a fresh copy of the parent, used once and deleted. */
import { errorMessage } from '../errors.ts';
import type { Branch } from '../providers/provider.ts';
import type { Job } from '../runtime/io.ts';
import { answers, type CreateBranchRequest, connectionOf } from './create-branch.ts';
import { branchDatabase, type DatabaseTarget } from './database-target.ts';
import { rehearsalPrefix } from './leftover-rehearsals.ts';
import type { Target } from './target.ts';

export interface CopyOfParent extends Omit<CreateBranchRequest, 'inputs'> {
  readonly inputs: Omit<CreateBranchRequest['inputs'], 'expiresIn'>;
}

/** Long enough for a migration of hours; what a crash leaves behind goes by itself. In seconds. */
const livesFor = 6 * 3600;

/**
 * Makes the branch, hands it to `work`, deletes it whatever happened. Of every run its own: two runs at once must not
 * migrate the same copy. A delete that fails is a warning, since the sweep and the end of the pull request take it too.
 */
export async function onRehearsalBranch<T>(
  request: CopyOfParent,
  work: (database: DatabaseTarget, branch: Branch) => Promise<T>,
): Promise<T> {
  const { job, inputs, target, provider } = request;
  const { branch } = await provider.ensureBranch({
    name: rehearsalName(job, target),
    parent: inputs.parentBranch,
    owner: target.owner,
    choice: { database: inputs.database, role: inputs.role },
    expiresAt: new Date(job.now().getTime() + livesFor * 1000),
  });
  job.log.info(`Rehearsing on ${branch.name}, a copy of ${branch.parent?.name ?? 'the schema'}`);
  try {
    const connection = await connectionOf({ job, provider, inputs, branch });
    await answers(job, connection, inputs.timeout);
    return await work(branchDatabase(connection, target), branch);
  } finally {
    await provider.deleteBranch(branch).catch((thrown: unknown) => {
      job.log.warning(
        `The branch ${branch.name} could not be deleted: ${errorMessage(thrown)} It goes when its time is over, with the pull request, or with the sweep.`,
      );
    });
  }
}

function rehearsalName(job: Job, { pullRequest, key }: Target): string {
  const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
  const whose = pullRequest === undefined ? 'run' : `pr-${pullRequest}`;
  return `${rehearsalPrefix}${whose}${key === '' ? '' : `-${key}`}-${run}-${attempt}`;
}
