import { secretsOf } from '../postgres/connection-uri.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import {
  branchCreationInputs,
  branchInputs,
  databaseInputs,
  failOnInput,
  githubInputs,
  providerInputs,
  workspaceInputs,
} from './common-inputs.ts';
import { readConfiguration } from './configuration.ts';
import type { DatabaseTarget } from './database-target.ts';
import {
  describeMigrationFailure,
  migrationInputs,
  migrationOutputs,
  migrationOutputValues,
} from './migrate.ts';
import { neonBranchInputs, neonBranchOptions } from './neon-branch-inputs.ts';
import { openProvider } from './open-provider.ts';
import { rehearsalInputs, rehearsalOutputs, rollbackInputs } from './rehearsal-inputs.ts';
import { type CopyRehearsal, rehearseOn, rehearseOnCopy } from './rehearse-on-copy.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { resolveTarget, type Target } from './target.ts';

const { 'pull-request': pullRequest, key } = branchInputs;
const { 'parent-branch': parentBranch } = branchCreationInputs;

export const definition = defineAction({
  name: 'rehearse-migrations',
  title: 'Rehearse migrations',
  description:
    'Runs the pending migrations on a copy of a branch, measures what each statement locks, rewrites and takes, judges it, and throws the copy away.',
  icon: 'activity',
  permissions: [
    '`contents: read`, for the checkout that the migrations are read from, and for the Prisma schema of the base commit.',
  ],
  inputs: {
    'copy-url': input.secret({
      description:
        'Direct connection URI of a copy to rehearse on. It is migrated for good: never give production. Default: a copy of `parent-branch`, made for this and deleted.',
    }),
    ...providerInputs,
    'pull-request': pullRequest,
    key,
    'parent-branch': parentBranch,
    ...databaseInputs,
    ...neonBranchInputs,
    ...workspaceInputs,
    ...migrationInputs,
    ...rehearsalInputs,
    ...rollbackInputs,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: { ...migrationOutputs, ...rehearsalOutputs },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'rehearse-migrations', title: 'Rehearsal' };
  return leavingSection(io, step, () => rehearseAndTell(io));
}

async function rehearseAndTell(io: Io): Promise<void> {
  const { run: result, concluded } = await rehearse(io, rehearsalTarget(io));
  for (const [name, value] of migrationOutputValues(result)) io.output(name, value);
  if (concluded === undefined) io.log.notice('There was no pending migration to rehearse.');
  else {
    for (const [name, value] of concluded.outputs) io.output(name, value);
    concludeSection(io, concluded.section, io.inputs.failOn);
  }
  if (result.kind === 'failed') io.fail(describeMigrationFailure(result));
}

/** Any event will do: the branch of the rehearsal has a name of its own. */
function rehearsalTarget({ inputs, event }: Io): Target {
  return resolveTarget({ ...inputs, branch: 'rehearsal' }, event);
}

async function rehearse(io: Io, target: Target): Promise<CopyRehearsal> {
  const { inputs } = io;
  const settings = await readConfiguration({ job: io, inputs, pullRequest: target.pullRequest });
  if (inputs.copyUrl !== undefined)
    return rehearseOn({ job: io, inputs, target, settings }, givenDatabase(io, inputs.copyUrl));
  await using provider = await openProvider(io, inputs, { neonBranch: neonBranchOptions(inputs) });
  return rehearseOnCopy({ job: io, inputs, target, provider, settings });
}

function givenDatabase(io: Io, direct: string): DatabaseTarget {
  for (const secret of secretsOf(direct)) io.mask(secret);
  return {
    direct,
    pooled: undefined,
    key: io.inputs.key ?? '',
    computeSize: undefined,
    hasParentData: true,
  };
}
