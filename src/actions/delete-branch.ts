import type { Branch, Provider } from '../providers/provider.ts';
import type { Section } from '../report/section.ts';
import { defineAction } from '../runtime/definition.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { goneBranch, reportBranch } from './branch-report.ts';
import { branchInputs, providerInputs } from './common-inputs.ts';
import { findDeletable } from './find-branch.ts';
import { deleteRehearsalBranches } from './leftover-rehearsals.ts';
import { chooseProvider, openProvider, type ProviderInputs } from './open-provider.ts';
import { leavingSection } from './stages.ts';
import { queueBranch, resolveTarget, type Target } from './target.ts';

export const definition = defineAction({
  name: 'delete-branch',
  title: 'Delete the preview branch',
  description:
    "Deletes a pull request's branch. Absent is success; a branch that is not this pull request's is refused.",
  icon: 'trash-2',
  permissions: ['None: it talks to the provider only.'],
  inputs: { ...providerInputs, ...branchInputs },
  outputs: { deleted: '`true` when the branch was there, `false` when it was gone already.' },
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'delete-branch', title: 'Branch' };
  return leavingSection(io, step, () => deleteAndTell(io));
}

async function deleteAndTell(io: ActionIo<typeof definition>): Promise<void> {
  io.output('deleted', await deletePreview(io, io.inputs, resolveTarget(io.inputs, io.event)));
}

/** The whole of a pull request's end: its own branch, and what a merge queue left. True when its own was there. */
export async function deletePreview(
  job: Job,
  inputs: ProviderInputs & { readonly branch: string | undefined },
  target: Target,
): Promise<boolean> {
  if (isEmbedded(inputs, job)) {
    job.log.info('The embedded server goes with its job; there is no branch to delete.');
    job.reports.writeBranch(target.key, goneBranch('postgres', target.branch));
    job.reports.writeSection(target.key, deletedSection(target, undefined));
    return false;
  }
  await using provider = await openProvider(job, inputs);
  const deleted = await deleteOurBranch(job, provider, target);
  if (inputs.branch === undefined) await deleteQueueBranch(provider, target);
  await deleteRehearsalBranches(provider, target);
  return deleted;
}

/** Nothing outlives a job on an embedded server, so none is started to look. */
function isEmbedded(inputs: ProviderInputs, { event }: Job): boolean {
  return inputs.postgresUrl === undefined && chooseProvider(inputs, event, () => {}) === 'postgres';
}

async function deleteQueueBranch(provider: Provider, target: Target): Promise<void> {
  if (target.pullRequest === undefined) return;
  const branch = await findDeletable(provider, {
    ...target,
    branch: queueBranch(target.pullRequest, target.key),
  });
  if (branch !== undefined) await provider.deleteBranch(branch);
}

/** Deletes the target's branch if it is ours and leaves the report's closing section. True when it was there. */
export async function deleteOurBranch(job: Job, provider: Provider, target: Target): Promise<boolean> {
  const branch = await findDeletable(provider, target);
  const deleted = branch !== undefined && (await provider.deleteBranch(branch));
  job.reports.writeBranch(
    target.key,
    branch === undefined
      ? goneBranch(provider.name, target.branch)
      : reportBranch({ provider: provider.name, branch, state: 'deleted' }),
  );
  job.reports.writeSection(target.key, deletedSection(target, branch));
  job.log.info(deleted ? `Branch ${target.branch} deleted` : `Branch ${target.branch} was gone already`);
  return deleted;
}

function deletedSection(target: Target, branch: Branch | undefined): Section {
  return {
    id: 'delete-branch',
    title: 'Branch',
    status: 'passed',
    summary: branch === undefined ? `${target.branch} was gone already` : `${target.branch} deleted`,
    blocks: [],
    findings: [],
  };
}
