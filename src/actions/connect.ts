import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { branchOutputs, branchOutputValues } from './branch-report.ts';
import { branchInputs, databaseInputs, providerInputs } from './common-inputs.ts';
import { answers, connectionOf } from './create-branch.ts';
import { findOurBranch } from './find-branch.ts';
import { openProvider } from './open-provider.ts';
import { leavingSection } from './stages.ts';
import { resolveTarget } from './target.ts';

export const definition = defineAction({
  name: 'connect',
  title: 'Connect to the preview branch',
  description: "Finds a pull request's branch from another job and gives its connection URIs, masked.",
  icon: 'link',
  permissions: ['None: it talks to the provider only.'],
  inputs: {
    ...providerInputs,
    ...branchInputs,
    ...databaseInputs,
    'export-env': input.boolean({
      description: 'Set `DATABASE_URL` (pooled) and `DIRECT_URL` for the later steps of this job.',
      default: 'false',
    }),
  },
  outputs: branchOutputs,
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'connect', title: 'Connect' };
  return leavingSection(io, step, () => connect(io));
}

async function connect(io: ActionIo<typeof definition>): Promise<void> {
  const target = resolveTarget(io.inputs, io.event);
  await using provider = await openProvider(io, io.inputs);
  const branch = await findOurBranch(provider, target);
  const connection = await connectionOf({ job: io, provider, inputs: io.inputs, branch });
  await answers(io, connection, io.inputs.timeout);
  for (const [name, value] of branchOutputValues(branch, connection)) io.output(name, value);
  if (io.inputs.exportEnv) {
    io.exportVariable('DATABASE_URL', connection.pooled);
    io.exportVariable('DIRECT_URL', connection.direct);
  }
  io.log.info(`Branch ${branch.name} answers on ${connection.host}`);
}
