import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { schemaDiffRules } from '../schema/diff-findings.ts';
import { schemaDiffSection } from '../schema/diff-section.ts';
import { schemaCheckInputs } from './check-schema.ts';
import {
  branchInputs,
  configurationInput,
  databaseInputs,
  failOnInput,
  githubInputs,
  providerInputs,
  workspaceInputs,
} from './common-inputs.ts';
import { compareSides } from './compare-sides.ts';
import { readConfiguration } from './configuration.ts';
import { ruledSection } from './ruled-section.ts';
import {
  schemaDiffFileOutputs,
  schemaDiffFiles,
  schemaDiffOutputs,
  schemaDiffOutputValues,
} from './schema-diff-files.ts';
import { maskSide, resolveSides } from './schema-side.ts';
import { concludeSection } from './section-outcome.ts';
import type { Side, SideRequest } from './side.ts';
import { leavingSection } from './stages.ts';

export const definition = defineAction({
  name: 'schema-diff',
  title: 'Compare two schemas',
  description:
    'Says what differs between two schemas, object by object: two databases, two branches, or a snapshot of an earlier run.',
  icon: 'git-pull-request',
  permissions: [
    'None, unless there is a configuration: `contents: read`, for the configuration of the base commit.',
  ],
  inputs: {
    from: input.required({
      description:
        'The old side: a connection URI (from a secret), the name of a branch, or the path of a snapshot file, of a Prisma schema (file or folder) or of a folder of migrations.',
    }),
    to: input.required({ description: 'The new side, given in the same ways.' }),
    base: input.optional({
      description:
        'What both sides come from, given in the same ways: what changed in `to` since is then told apart from what changed in `from`, and what changed in both is a conflict.',
    }),
    'shadow-url': input.secret({
      description:
        'For a Prisma schema or migrations: direct connection URI on a server where they are made in a database that is dropped afterwards; the role needs CREATEDB. Never production: what the migrations say is run. Default: a server on the runner.',
    }),
    'include-objects': input.list({
      description:
        'Only these objects: `schema.table`, `schema.*`, or with a kind before it, such as `view:public.*`. Default: all.',
    }),
    'exclude-objects': input.list({
      description:
        "Objects to leave out, in the same forms. Prisma's `_prisma_migrations` and what extensions brought are always left out.",
    }),
    'column-order': input.boolean({
      description: 'Also tell where only the order of columns differs.',
      default: 'false',
    }),
    schemas: schemaCheckInputs.schemas,
    key: branchInputs.key,
    ...providerInputs,
    ...databaseInputs,
    ...workspaceInputs,
    ...configurationInput,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: {
    ...schemaDiffOutputs,
    ...schemaDiffFileOutputs,
    status: '`passed`, `warning` or `failed`.',
  },
});

type Io = ActionIo<typeof definition>;

const sideNames = ['from', 'to', 'base'] as const;

export function run(io: Io): Promise<void> {
  for (const name of sideNames) maskSide(io, io.inputs[name] ?? '');
  const step = { key: io.inputs.key ?? '', id: 'schema-diff', title: 'Schema changes' };
  return leavingSection(io, step, () => compareAndTell(io));
}

async function compareAndTell(io: Io): Promise<void> {
  const { inputs, event } = io;
  const settings = await readConfiguration({ job: io, inputs, pullRequest: event.pullRequest?.number });
  const requests = sideNames.flatMap((name): readonly SideRequest[] => {
    const value = inputs[name];
    return value === undefined ? [] : [{ job: io, inputs, value, input: name }];
  });
  const [from, to, base] = await resolveSides(requests);
  if (from === undefined || to === undefined) throw new Error('A side of the comparison is missing.');
  const comparison = compareSides({ from, to, base }, inputs);
  const section = await ruledSection(schemaDiffSection(comparison), schemaDiffRules, settings);
  const key = inputs.key ?? '';
  const files = await schemaDiffFiles({
    job: io,
    key,
    section,
    snapshot: to.snapshot,
    sql: comparison.sql,
    place: placeOf([to, from]),
  });
  for (const [name, value] of [...schemaDiffOutputValues(io, key, comparison), ...files])
    io.output(name, value);
  io.reports.writeSection(key, section);
  io.output('status', statusOf(section));
  concludeSection(io, section, inputs.failOn);
}

/** Of a finding, for code scanning: the first side that is a file of the checkout. */
function placeOf(sides: readonly Side[]): string | undefined {
  return sides.find(({ file }) => file !== undefined)?.file;
}
