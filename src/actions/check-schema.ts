import { checkSchema, type SchemaCheck } from '../checks/check-schema.ts';
import { schemaSection } from '../checks/schema-section.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import { sortFindings } from '../report/finding.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction, type InputValues } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import {
  configurationInput,
  failOnInput,
  githubInputs,
  productionInput,
  workspaceInputs,
} from './common-inputs.ts';
import { type ReadConfiguration, readConfiguration } from './configuration.ts';
import { type DatabaseTarget, databaseTargetInputs, resolveDatabase } from './database-target.ts';
import { schemaPathInputs } from './migrate.ts';
import { type PrismaExpectations, prismaExpectations } from './prisma-expectations.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { pullRequestOf } from './target.ts';

export const schemaCheckInputs = {
  'expect-tables': input.list({
    description: 'Tables that must be there, `table` or `schema.table`. Default: those of the Prisma schema.',
  }),
  'expect-extensions': input.list({ description: 'Extensions that must be there.' }),
  schemas: input.list({
    description: "Schemas to look at. Default: all but the system's and the provider's.",
  }),
  'ignore-findings': input.list({
    description: 'Findings to leave out: `rule`, `rule:subject` or `subject`; `*` stands for any text.',
  }),
  ...configurationInput,
  ...productionInput,
} as const;

export const schemaOutputs = { findings: 'JSON array of the findings of the schema check.' } as const;

export const definition = defineAction({
  name: 'check-schema',
  title: 'Check the schema',
  description:
    'Checks the migrated database against the Prisma schema and against what production Postgres needs.',
  icon: 'check-square',
  permissions: [
    '`contents: read`, for the checkout that the Prisma schema and the configuration are read from, and for the configuration of the base commit.',
  ],
  inputs: {
    ...databaseTargetInputs,
    ...workspaceInputs,
    ...schemaPathInputs,
    ...schemaCheckInputs,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: { ...schemaOutputs, status: '`passed`, `warning` or `failed`.' },
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'check-schema', title: 'Schema' };
  return leavingSection(io, step, () => checkAndTell(io));
}

async function checkAndTell(io: ActionIo<typeof definition>): Promise<void> {
  const database = await resolveDatabase(io, io.inputs);
  const { isRestricted } = io.event;
  const settings = await readConfiguration({
    job: io,
    inputs: io.inputs,
    pullRequest: pullRequestOf(io.inputs, io.event),
  });
  const check = await runSchemaCheck({ job: io, inputs: io.inputs, database, isRestricted, settings });
  for (const [name, value] of schemaOutputValues(check)) io.output(name, value);
  const section = schemaSection(check);
  io.output('status', statusOf(section));
  concludeSection(io, section, io.inputs.failOn);
}

export interface SchemaCheckRequest {
  readonly job: Job;
  readonly inputs: Pick<
    InputValues<typeof definition.inputs>,
    | 'schema'
    | 'migrations'
    | 'workingDirectory'
    | 'expectTables'
    | 'expectExtensions'
    | 'schemas'
    | 'ignoreFindings'
    | 'productionUrl'
    | 'timeout'
  >;
  readonly database: DatabaseTarget;
  readonly isRestricted: boolean;
  readonly settings: ReadConfiguration;
}

/** Checks the database and leaves the section. Without a Prisma schema there is no drift to tell, and the rest is checked. */
export async function runSchemaCheck(request: SchemaCheckRequest): Promise<SchemaCheck> {
  const { job, database, settings } = request;
  const [prisma, changes] = await Promise.all([prismaExpectations(request), settings.changes()]);
  const { log, signal } = job;
  const checked = await checkSchema(checkRequest(request, prisma), {
    log,
    signal,
    timeoutMs: request.inputs.timeout * 1000,
  });
  const check = { ...checked, findings: sortFindings([...checked.findings, ...changes]) };
  job.reports.writeSection(database.key, schemaSection(check));
  return check;
}

/** What an input says comes before the configuration. */
function checkRequest({ job, inputs, database, settings }: SchemaCheckRequest, prisma: PrismaExpectations) {
  const { configuration, policy } = settings;
  const { productionUrl } = inputs;
  for (const secret of productionUrl === undefined ? [] : secretsOf(productionUrl)) job.mask(secret);
  return {
    directUri: database.direct,
    expectTables: inputs.expectTables.length > 0 ? inputs.expectTables : prisma.tables,
    expectIndexes: prisma.indexes,
    expectExtensions: inputs.expectExtensions,
    ...(prisma.drift === undefined ? {} : { drift: prisma.drift }),
    schemas: inputs.schemas.length > 0 ? inputs.schemas : configuration.schemas,
    ignore: inputs.ignoreFindings,
    policy,
    expect: configuration.expect,
    ...(productionUrl === undefined ? {} : { productionUri: productionUrl }),
  };
}

export function schemaOutputValues(
  check: SchemaCheck,
): readonly (readonly [keyof typeof schemaOutputs, string])[] {
  return [['findings', JSON.stringify(check.findings)]];
}
