import { UserError } from '../errors.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { schemaCheckInputs } from './check-schema.ts';
import {
  configurationInput,
  failOnInput,
  githubInputs,
  productionInput,
  workspaceInputs,
} from './common-inputs.ts';
import { readConfiguration } from './configuration.ts';
import { databaseTargetInputs, resolveDatabase } from './database-target.ts';
import { findOurBranch } from './find-branch.ts';
import { openProvider } from './open-provider.ts';
import { hasQueries, mayAskParent, type PlanBasis, readOldPlans, strangersQueries } from './plan-basis.ts';
import { planInputs, planOutputs } from './plan-inputs.ts';
import { tellPlans } from './query-plans.ts';
import { readableUri } from './readable-uri.ts';
import { isUri, maskSide } from './schema-side.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { pullRequestOf, resolveTarget } from './target.ts';

export const definition = defineAction({
  name: 'check-plans',
  title: 'Compare query plans',
  description:
    "Says which queries lose their index, cost much more or stop working, compared with the branch's parent. Queries are planned, not run.",
  icon: 'trending-up',
  permissions: [
    '`contents: read`, for the checkout that the queries and the configuration are read from, and for the configuration of the base commit.',
  ],
  inputs: {
    'compare-with': input.optional({
      description:
        "The old side: a connection URI (from a secret) or the name of a branch. Default: the branch's parent.",
    }),
    ...databaseTargetInputs,
    ...workspaceInputs,
    ...planInputs,
    'ignore-findings': schemaCheckInputs['ignore-findings'],
    ...productionInput,
    ...configurationInput,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: { ...planOutputs, status: '`passed`, `warning`, `failed` or `skipped`.' },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  maskSide(io, io.inputs.compareWith ?? '');
  const step = { key: io.inputs.key ?? '', id: 'check-plans', title: 'Query plans' };
  return leavingSection(io, step, () => compareAndTell(io));
}

async function compareAndTell(io: Io): Promise<void> {
  if (!hasQueries(io, io.inputs))
    throw new UserError('There are no queries to plan.', {
      hint: 'Give `queries` (files or folders of `.sql`) or `top-queries`; there is no folder `prisma/sql`.',
    });
  const pullRequest = pullRequestOf(io.inputs, io.event);
  const settings = await readConfiguration({ job: io, inputs: io.inputs, pullRequest });
  const database = await resolveDatabase(io, io.inputs);
  const basis = await oldPlans(io);
  const isOurs = io.inputs.databaseUrl === undefined;
  const request = { job: io, inputs: io.inputs, database, basis, settings, isOurs };
  const { section, outputs } = await tellPlans(request);
  if (basis.kind === 'unknown') io.log.warning(`Query plans are not compared: ${basis.reason}`);
  for (const [name, value] of outputs) io.output(name, value);
  io.output('status', statusOf(section));
  concludeSection(io, section, io.inputs.failOn);
}

async function oldPlans(io: Io): Promise<PlanBasis> {
  if (!mayAskParent(io, io.event.isRestricted)) return strangersQueries;
  const { uri, name } = await oldSide(io);
  return readOldPlans({
    job: io,
    inputs: io.inputs,
    uri,
    hasRows: true,
    basis: `Compared with the plans of ${name}.`,
    isOurs: false,
    isSameRole: false,
    productionUri: io.inputs.productionUrl ?? uri,
  });
}

async function oldSide(io: Io): Promise<{ readonly uri: string; readonly name: string }> {
  const { inputs } = io;
  const { compareWith: from } = inputs;
  if (from !== undefined && isUri(from)) return { uri: from, name: 'the database in `compare-with`' };
  if (from === undefined && inputs.databaseUrl !== undefined)
    throw new UserError('Input `compare-with` is needed where `database-url` is given: a URI has no parent.');
  await using provider = await openProvider(io, inputs);
  const name = from ?? (await findOurBranch(provider, resolveTarget(inputs, io.event))).parent?.name;
  const branch = name === undefined ? undefined : await provider.findBranch(name);
  if (branch === undefined)
    throw new UserError(`There is no branch "${name ?? ''}" on ${provider.name} to compare with.`, {
      hint: 'Give the old side as `compare-with`: a connection URI or the name of a branch.',
    });
  return { uri: await readableUri({ job: io, provider, inputs, branch }), name: branch.name };
}
