/** The `migrate` job: picks the engine, applies what is pending, says what became of it. */
import { type EngineOutcome, type EngineTask, runBundledEngine } from './bundled-engine.ts';
import { readMigrations } from './migration-files.ts';
import type { EngineUsed, MigrateContext, MigrateRequest, MigrationRun } from './migration-run.ts';
import { findPrismaProject } from './prisma-project.ts';
import { prismaVersionOf, transportOf } from './prisma-version.ts';
import { refusePooledUri } from './session.ts';
import { stopOn } from './stop.ts';

/**
 * Applies the pending migrations over the direct URI. A migration that fails, or is cancelled, is a `failed` run.
 * @throws UserError when nothing can be started: no schema, pooled URI, no baseline, a failed migration in the history.
 */
export async function migrate(request: MigrateRequest, context: MigrateContext): Promise<MigrationRun> {
  const started = performance.now();
  refusePooledUri(request.directUri);
  using stop = stopOn(context.signal, context.timeoutMs);
  const project = await findPrismaProject(request.workingDirectory, request);
  const folder = await readMigrations(project.migrationsDirectory);
  const transport = transportOf(await prismaVersionOf(project.workingDirectory));
  const task: EngineTask = { request, context, project, folder, transport, stop };
  const engine: EngineUsed = { name: 'bundled', reason: 'asked for', version: undefined };
  const outcome = await runBundledEngine(task);
  return runOf(engine, outcome, performance.now() - started);
}

function runOf(engine: EngineUsed, outcome: EngineOutcome, durationMs: number): MigrationRun {
  const { migrations, findings, failure } = outcome;
  const pendingCount = migrations.filter(({ status }) => status === 'pending' || status === 'failed').length;
  const facts = { engine, migrations, findings, pendingCount, durationMs };
  return failure === undefined ? { kind: 'applied', ...facts } : { kind: 'failed', failure, ...facts };
}
