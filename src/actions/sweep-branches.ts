import { errorMessage } from '../errors.ts';
import { listPullRequestStates, pullRequestState } from '../github/pull-request.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import { judgeBranch, type PullRequestState, type SweepVerdict } from '../providers/sweep.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { githubInputs, providerInputs } from './common-inputs.ts';
import { type GitHub, openGitHub } from './open-github.ts';
import { openProvider } from './open-provider.ts';

export const definition = defineAction({
  name: 'sweep-branches',
  title: 'Sweep preview branches',
  description:
    'Deletes the branches whose pull request is closed or whose time is over: what `closed` events missed.',
  icon: 'wind',
  permissions: ['`pull-requests: read`, to see which pull requests are open.'],
  inputs: {
    ...providerInputs,
    ...githubInputs,
    'dry-run': input.boolean({ description: 'Only tell what would be deleted.', default: 'true' }),
  },
  outputs: {
    deleted: 'JSON array of the names deleted (in a dry run: that would be).',
    kept: 'JSON array of `{ "branch", "reason" }`.',
  },
});

type Io = ActionIo<typeof definition>;

interface Outcome {
  readonly branch: string;
  readonly kind: 'deleted' | 'kept' | 'failed';
  readonly reason: string;
}

export async function run(io: Io): Promise<void> {
  await using provider = await openProvider(io, io.inputs);
  const github = await openGitHub(io, io.inputs);
  const branches = await candidates(provider);
  const states = await pullRequestStates(io, github, branches);
  const outcomes: Outcome[] = [];
  for (const branch of branches) {
    io.signal.throwIfAborted();
    const outcome = await sweepOne({ io, provider, github, branch, states });
    outcomes.push(outcome);
    io.log.info(`${branch.name}: ${describe(outcome, io.inputs.dryRun)}`);
  }
  report(io, outcomes);
}

/** The whole list before the first delete: deleting while paging makes the later pages skip branches. */
async function candidates(provider: Provider): Promise<readonly Branch[]> {
  const branches: Branch[] = [];
  for await (const branch of provider.listBranches()) branches.push(branch);
  return branches.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}

type States = ReadonlyMap<number, PullRequestState>;

/** One listing for all of them; only our own repository's numbers mean anything here. */
async function pullRequestStates(io: Io, github: GitHub, branches: readonly Branch[]): Promise<States> {
  const ours = branches.filter(({ owner }) => owner !== undefined && isSameRepository(owner.repository, io));
  const numbers = ours.map(({ owner }) => owner?.pullRequest).filter((number) => number !== undefined);
  return listPullRequestStates(github, numbers);
}

function isSameRepository(repository: string, io: Io): boolean {
  return repository.toLowerCase() === io.event.repository.toLowerCase();
}

interface SweepStep {
  readonly io: Io;
  readonly provider: Provider;
  readonly github: GitHub;
  readonly branch: Branch;
}

async function sweepOne(step: SweepStep & { readonly states: States }): Promise<Outcome> {
  const { io, branch, states } = step;
  const first = judge(io, branch, states);
  if (first.kind === 'keep') return { branch: branch.name, kind: 'kept', reason: first.reason };
  if (io.inputs.dryRun) return { branch: branch.name, kind: 'deleted', reason: first.reason };
  try {
    return await deleteAfterSecondLook(step);
  } catch (thrown) {
    io.signal.throwIfAborted();
    return { branch: branch.name, kind: 'failed', reason: errorMessage(thrown) };
  }
}

/** A pull request may be reopened, and a branch adopted, while the sweep is under way. */
async function deleteAfterSecondLook({ io, provider, github, branch }: SweepStep): Promise<Outcome> {
  const current = await provider.findBranch(branch.name);
  if (current === undefined) return { branch: branch.name, kind: 'kept', reason: 'it was gone already' };
  const number = current.owner?.pullRequest;
  const states: States =
    number === undefined ? new Map() : new Map([[number, await pullRequestState({ ...github, number })]]);
  const verdict = judge(io, current, states);
  if (verdict.kind === 'keep') return { branch: branch.name, kind: 'kept', reason: verdict.reason };
  await provider.deleteBranch(current);
  return { branch: branch.name, kind: 'deleted', reason: verdict.reason };
}

function judge(io: Io, branch: Branch, states: States): SweepVerdict {
  const number = branch.owner?.pullRequest;
  return judgeBranch(branch, {
    repository: io.event.repository,
    now: io.now(),
    pullRequest: number === undefined ? undefined : states.get(number),
  });
}

function describe(outcome: Outcome, isDryRun: boolean): string {
  if (outcome.kind === 'kept') return `kept, ${outcome.reason}`;
  if (outcome.kind === 'failed') return `could not be deleted: ${outcome.reason}`;
  return `${isDryRun ? 'would be deleted' : 'deleted'}, ${outcome.reason}`;
}

function report(io: Io, outcomes: readonly Outcome[]): void {
  const deleted = outcomes.filter(({ kind }) => kind === 'deleted');
  const kept = outcomes.filter(({ kind }) => kind !== 'deleted');
  io.output('deleted', JSON.stringify(deleted.map(({ branch }) => branch)));
  io.output('kept', JSON.stringify(kept.map(({ branch, reason }) => ({ branch, reason }))));
  const verb = io.inputs.dryRun ? 'would be deleted (dry run; set `dry-run: false` to delete)' : 'deleted';
  io.log.notice(`${deleted.length} of ${outcomes.length} branches ${verb}.`);
  const failed = outcomes.filter(({ kind }) => kind === 'failed');
  if (failed.length > 0)
    io.fail(
      `${failed.length} branches could not be deleted: ${failed.map(({ branch }) => branch).join(', ')}`,
    );
}
