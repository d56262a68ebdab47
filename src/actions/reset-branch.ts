import type { Section } from '../report/section.ts';
import { defineAction } from '../runtime/definition.ts';
import type { ActionIo } from '../runtime/io.ts';
import { branchOutputs, branchOutputValues, reportBranch } from './branch-report.ts';
import { branchInputs, databaseInputs, providerInputs } from './common-inputs.ts';
import { answers, connectionOf } from './create-branch.ts';
import { findOurBranch } from './find-branch.ts';
import { openProvider } from './open-provider.ts';
import { leavingSection } from './stages.ts';
import { resolveTarget } from './target.ts';

export const definition = defineAction({
  name: 'reset-branch',
  title: 'Reset the preview branch',
  description:
    "Brings a pull request's branch back to its parent's current state; its connection URIs stay the same.",
  icon: 'rotate-ccw',
  permissions: ['None: it talks to the provider only.'],
  inputs: { ...providerInputs, ...branchInputs, ...databaseInputs },
  outputs: branchOutputs,
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'create-branch', title: 'Branch' };
  return leavingSection(io, step, () => reset(io));
}

async function reset(io: ActionIo<typeof definition>): Promise<void> {
  const target = resolveTarget(io.inputs, io.event);
  await using provider = await openProvider(io, io.inputs);
  const branch = await provider.resetBranch(await findOurBranch(provider, target, 'reset'));
  const connection = await connectionOf({ job: io, provider, inputs: io.inputs, branch });
  await answers(io, connection, io.inputs.timeout);
  for (const [name, value] of branchOutputValues(branch, connection)) io.output(name, value);
  io.reports.writeBranch(
    target.key,
    reportBranch({ provider: provider.name, branch, host: connection.host, state: 'ready' }),
  );
  io.reports.writeSection(target.key, resetSection(branch.parent?.name ?? ''));
  io.log.info(`Branch ${branch.name} holds ${branch.parent?.name ?? 'its parent'}'s current state again`);
}

function resetSection(parent: string): Section {
  return {
    id: 'create-branch',
    title: 'Branch',
    status: 'passed',
    summary: `Reset to the current state of ${parent}`,
    blocks: [],
    findings: [],
  };
}
