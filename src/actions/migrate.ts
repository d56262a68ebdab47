import { join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { migrate } from '../migrations/migrate.ts';
import type { MigrationRun } from '../migrations/migration-run.ts';
import { migrationSection } from '../migrations/migration-section.ts';
import type { WasmPaths } from '../migrations/wasm-path.ts';
import { defineAction, type InputValues } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo, Job } from '../runtime/io.ts';
import { workspaceInputs } from './common-inputs.ts';
import { type DatabaseTarget, databaseTargetInputs, resolveDatabase } from './database-target.ts';
import { tellSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';

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
  permissions: ['`contents: read`, for the checkout that this action reads the migrations from.'],
  inputs: { ...databaseTargetInputs, ...workspaceInputs, ...migrationInputs },
  outputs: migrationOutputs,
});

export function run(io: ActionIo<typeof definition>): Promise<void> {
  const step = { key: io.inputs.key ?? '', id: 'migrate', title: 'Migrations' };
  return leavingSection(io, step, () => migrateAndTell(io));
}

async function migrateAndTell(io: ActionIo<typeof definition>): Promise<void> {
  const database = await resolveDatabase(io, io.inputs);
  const result = await applyMigrations({
    job: io,
    inputs: io.inputs,
    database,
    isRestricted: io.event.isRestricted,
  });
  for (const [name, value] of migrationOutputValues(result)) io.output(name, value);
  tellSection(io, migrationSection(result));
  if (result.kind === 'failed') io.fail(describeMigrationFailure(result));
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
}

/** Applies what is pending and leaves the section, also of a failure; only what prevents a start is thrown. */
export async function applyMigrations(request: ApplyRequest): Promise<MigrationRun> {
  const { job, inputs, database, isRestricted } = request;
  if (inputs.command !== undefined && isRestricted)
    job.log.notice(
      '`command` runs code of a pull request that is not trusted; it sees no secret but its own database.',
    );
  const result = await migrate(
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
    },
    {
      log: job.log,
      signal: job.signal,
      timeoutMs: inputs.timeout * 1000,
      mask: job.redact,
      wasm: wasmPaths(job),
    },
  );
  job.reports.writeSection(database.key, migrationSection(result));
  return result;
}

/** @throws UserError when the folder lies outside the workspace: a typing mistake must not migrate another project. */
export function projectDirectory(job: Job, workingDirectory: string): string {
  const directory = resolve(job.workspace, workingDirectory);
  const fromWorkspace = relative(job.workspace, directory);
  if (fromWorkspace !== '..' && !fromWorkspace.startsWith(`..${sep}`)) return directory;
  throw new UserError(`Input \`working-directory\`: "${workingDirectory}" lies outside the workspace.`, {
    hint: `It is taken from ${job.workspace}; check out the project there first.`,
  });
}

export function wasmPaths(job: Job): WasmPaths | undefined {
  if (job.bundleDirectory === undefined) return undefined;
  return {
    schemaEngine: join(job.bundleDirectory, 'schema_engine_bg.wasm'),
    sqlParser: join(job.bundleDirectory, 'libpg-query.wasm'),
  };
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
