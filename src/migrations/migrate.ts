/** The `migrate` job: picks the engine, applies what is pending, says what became of it. */
import { assertDirectUri } from '../postgres/pooler.ts';
import { runBundledEngine } from './bundled-engine.ts';
import { runCommand } from './command-engine.ts';
import { chooseEngine } from './engine-choice.ts';
import type { EngineOutcome, EngineTask } from './engine-task.ts';
import { findInstalledPrisma } from './installed-prisma.ts';
import { readMigrations } from './migration-files.ts';
import type { EngineUsed, MigrateContext, MigrateRequest, MigrationRun } from './migration-run.ts';
import { prismaVersionOf, transportOf } from './prisma-version.ts';
import { type ProjectEngine, projectEngineFailed, runProjectEngine } from './project-engine.ts';
import { resolveProject } from './project-paths.ts';
import { loadSchemaEngine } from './schema-engine.ts';
import { type Stop, stopOn } from './stop.ts';

interface Used {
  readonly engine: EngineUsed;
  readonly outcome: EngineOutcome;
}

/**
 * Applies the pending migrations over the direct URI. A migration that fails, or is cancelled, is a `failed` run.
 * @throws UserError when nothing can be started: no schema, pooled URI, no baseline, a failed migration in the history.
 */
export async function migrate(request: MigrateRequest, context: MigrateContext): Promise<MigrationRun> {
  const started = performance.now();
  assertDirectUri(request.directUri);
  using stop = stopOn(context.signal, context.timeoutMs);
  const { command } = request;
  const used =
    command === undefined || command.trim() === ''
      ? await runPrisma(request, context, stop)
      : {
          engine: { name: 'command' as const, reason: 'it was asked for', version: undefined },
          outcome: await runCommand({ ...request, command }, context, stop),
        };
  return runOf(used, Math.round(performance.now() - started));
}

async function runPrisma(request: MigrateRequest, context: MigrateContext, stop: Stop): Promise<Used> {
  const installed = await findInstalledPrisma(request.workingDirectory, request.environment);
  const { project, config } = await resolveProject(request, context, installed);
  const folder = await readMigrations(project.migrationsDirectory);
  const transport = transportOf(await prismaVersionOf(project.workingDirectory));
  const task: EngineTask = { request, context, project, folder, transport, stop };
  if (folder.migrations.length === 0)
    context.log.warning(
      `There are no migrations in ${project.migrationsDirectory}. If the schema is pushed without migrations, set \`command: npx prisma db push\`.`,
    );
  const engine = chooseEngine({ request, installed, config });
  context.log.info(`Engine: ${engine.name}, because ${engine.reason}.`);
  if (engine.name !== 'project' || installed === undefined) return runBundled(task, engine.reason);
  return runProjectFirst({ task, installed, config }, engine);
}

/** With `auto`, an engine that does not start leaves the work to the bundled one. A migration that fails never does. */
async function runProjectFirst(project: ProjectEngine, engine: EngineUsed): Promise<Used> {
  const { task, installed } = project;
  const outcome = await runProjectEngine(project);
  if (!('kind' in outcome)) return { engine, outcome };
  if (task.request.engine === 'project') throw projectEngineFailed(installed, outcome.reason);
  const reason = `prisma ${installed.version} of the project did not start: ${outcome.reason}`;
  task.context.log.warning(`Engine: bundled instead, because ${reason}.`);
  return runBundled(task, reason);
}

async function runBundled(task: EngineTask, reason: string): Promise<Used> {
  const outcome = await runBundledEngine(task);
  const { version } = await loadSchemaEngine(task.context.wasm?.schemaEngine);
  return { engine: { name: 'bundled', reason, version: version().slice(0, 12) }, outcome };
}

function runOf({ engine, outcome }: Used, durationMs: number): MigrationRun {
  const { migrations, findings, failure, rehearsal } = outcome;
  const waiting = migrations.filter(({ status }) => status === 'pending' || status === 'failed').length;
  const pendingCount = engine.name === 'command' ? undefined : waiting;
  const facts = { engine, migrations, findings, pendingCount, durationMs, rehearsal };
  return failure === undefined ? { kind: 'applied', ...facts } : { kind: 'failed', failure, ...facts };
}
