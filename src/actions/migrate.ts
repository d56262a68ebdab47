import { migrate } from '../migrations/migrate.ts';
import type { MigrationRun, RehearseRequest } from '../migrations/migration-run.ts';
import { migrationSection } from '../migrations/migration-section.ts';
import { defineAction, type InputValues } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { failOnInput, githubInputs, workspaceInputs } from './common-inputs.ts';
import { readConfiguration } from './configuration.ts';
import { type DatabaseTarget, databaseTargetInputs, resolveDatabase } from './database-target.ts';
import { projectDirectory, wasmPaths } from './project-place.ts';
import {
  concludeRehearsal,
  isRehearsalAsked,
  noRollback,
  rehearsalOf,
  rehearseRequest,
} from './rehearsal.ts';
import { rehearsalOutputs, rehearseInputs } from './rehearsal-inputs.ts';
import { concludeSection, tellSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { pullRequestOf } from './target.ts';

export const schemaPathInputs = {
  schema: input.optional({
    description:
      "Prisma schema, a file or a folder. Default: Prisma's own (`prisma.config.ts`, package.json, `prisma/schema.prisma`).",
  }),
  migrations: input.optional({
    description: 'Folder of the migrations. Default: `migrations` beside the schema.',
  }),
} as const;

export const migrationInputs = {
  ...schemaPathInputs,
  engine: input.choice({
    description:
      "`project` runs the project's own `prisma migrate deploy`; `bundled` runs Prisma's schema engine as shipped with this action, with nothing to install; `auto` takes the project's where it can run.",
    choices: ['auto', 'project', 'bundled'],
    default: 'auto',
  }),
  command: input.optional({
    description:
      'Another migration tool instead of Prisma, as a shell command. It runs with `DATABASE_URL` and `DIRECT_URL` set to the direct URI.',
  }),
  baseline: input.optional({
    description:
      'For a database that has tables and no history: mark the migrations up to this one as applied.',
  }),
} as const;

export const migrationOutputs = {
  applied: 'JSON array of `{ "name", "durationMs" }`, one for each migration that was applied.',
  'applied-count': 'How many migrations were applied.',
  'pending-count': 'How many are still pending.',
} as const;

export const definition = defineAction({
  name: 'migrate',
  title: 'Apply migrations',
  description:
    'Applies the pending migrations on the direct URI and says what each did, or where and why one failed.',
  icon: 'fast-forward',
  permissions: [
    '`contents: read`, for the checkout that this action reads the migrations from, and for the Prisma schema of the base commit.',
  ],
  inputs: {
    ...databaseTargetInputs,
    ...workspaceInputs,
    ...migrationInputs,
    ...rehearseInputs,
    ...failOnInput,
    ...githubInputs,
  },
  outputs: { ...migrationOutputs, ...rehearsalOutputs },
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'migrate', title: 'Migrations' };
  return leavingSection(io, step, () => migrateAndTell(io));
}

async function migrateAndTell(io: ActionIo<typeof definition>): Promise<void> {
  const { inputs } = io;
  const { isRestricted } = io.event;
  const database = await resolveDatabase(io, inputs);
  const rehearsal = isRehearsalAsked(inputs)
    ? await rehearsalOf({ job: io, inputs, database, isRestricted, settings: await settingsOf(io) })
    : undefined;
  const rehearse = rehearsal && (await rehearseRequest(rehearsal));
  const result = await applyMigrations({ job: io, inputs, database, isRestricted, rehearse });
  for (const [name, value] of migrationOutputValues(result)) io.output(name, value);
  tellSection(io, migrationSection(result));
  if (rehearsal !== undefined && result.rehearsal !== undefined) {
    const concluded = await concludeRehearsal(rehearsal, result.rehearsal, noRollback);
    for (const [name, value] of concluded.outputs) io.output(name, value);
    concludeSection(io, concluded.section, inputs.failOn);
  }
  if (result.kind === 'failed') io.fail(describeMigrationFailure(result));
}

function settingsOf(io: ActionIo<typeof definition>) {
  const { inputs, event } = io;
  return readConfiguration({ job: io, inputs, pullRequest: pullRequestOf(inputs, event) });
}

export interface ApplyRequest {
  readonly job: Job;
  readonly inputs: Pick<
    InputValues<typeof definition.inputs>,
    'schema' | 'migrations' | 'engine' | 'command' | 'baseline' | 'workingDirectory' | 'timeout'
  >;
  readonly database: DatabaseTarget;
  /** A contributor's code: nothing of the project is executed. */
  readonly isRestricted: boolean;
  /** What to measure; undefined = only apply. */
  readonly rehearse?: RehearseRequest | undefined;
}

/** Applies what is pending and leaves the section, also of a failure; only what prevents a start is thrown. */
export async function applyMigrations(request: ApplyRequest): Promise<MigrationRun> {
  const result = await runMigrations(request);
  request.job.reports.writeSection(request.database.key, migrationSection(result));
  return result;
}

/** Applies what is pending, and leaves nothing in the report. */
export function runMigrations(request: ApplyRequest): Promise<MigrationRun> {
  const { job, inputs, database, isRestricted, rehearse } = request;
  if (inputs.command !== undefined && isRestricted)
    job.log.notice(
      '`command` runs code of a pull request that is not trusted; it sees no secret but its own database.',
    );
  return migrate(
    {
      engine: inputs.engine,
      command: inputs.command,
      workingDirectory: projectDirectory(job, inputs.workingDirectory),
      workspace: job.workspace,
      schema: inputs.schema,
      migrations: inputs.migrations,
      baseline: inputs.baseline,
      directUri: database.direct,
      pooledUri: database.pooled,
      environment: job.environment,
      allowProjectCode: !isRestricted,
      rehearse,
    },
    {
      log: job.log,
      signal: job.signal,
      timeoutMs: inputs.timeout * 1000,
      mask: job.redact,
      wasm: wasmPaths(job),
    },
  );
}

export function migrationOutputValues(
  result: MigrationRun,
): readonly (readonly [keyof typeof migrationOutputs, string])[] {
  const applied = result.migrations.filter(({ status }) => status === 'applied');
  return [
    [
      'applied',
      JSON.stringify(applied.map(({ name, durationMs }) => ({ name, durationMs: durationMs ?? null }))),
    ],
    ['applied-count', String(applied.length)],
    ['pending-count', result.pendingCount === undefined ? '' : String(result.pendingCount)],
  ];
}

export function describeMigrationFailure({ failure }: Extract<MigrationRun, { kind: 'failed' }>): string {
  const place =
    failure.file === undefined
      ? ''
      : ` (${failure.file}${failure.line === undefined ? '' : `:${failure.line}`})`;
  const state = failure.sqlState === undefined ? '' : ` [SQLSTATE ${failure.sqlState}]`;
  const subject =
    failure.migration === undefined ? 'The migrations failed' : `Migration ${failure.migration} failed`;
  return [`${subject}${place}: ${failure.message}${state}`, ...failure.recovery].join('\n');
}
