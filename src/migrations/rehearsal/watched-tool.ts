/** Measures a tool that is run as it is: the project's own Prisma, or any command. */
import type { MigrationFailure, MigrationResult } from '../migration-run.ts';
import type { PendingScript, RehearsalEvidence } from './evidence.ts';
import { type MeasuringOptions, startMeasuring } from './measuring.ts';
import { observedStatements } from './observed-statements.ts';
import type { Watched } from './observer-look.ts';

export interface WatchToolOptions extends Omit<MeasuringOptions, 'currentMigration'> {
  readonly who: Watched;
}

export interface Watching extends AsyncDisposable {
  /** When the tool has ended, and what is known of its migrations. */
  finish(
    migrations: readonly MigrationResult[],
    failure: MigrationFailure | undefined,
  ): Promise<RehearsalEvidence | undefined>;
}

/** Begins to watch; undefined where nothing can be watched (the log says why). */
export async function watchTool(options: WatchToolOptions): Promise<Watching | undefined> {
  const { task, engine, scripts, parser, who } = options;
  const measuring = await startMeasuring({ ...options, currentMigration: () => undefined });
  if (measuring === undefined) return undefined;
  const observer = await measuring.observe(who);
  return {
    async finish(migrations, failure) {
      const observation = await observer.stop();
      const statements = observedStatements({
        observation,
        scripts: scripts.map((script) => ({ ...script, ...outcomeOf(script, migrations, failure) })),
        parser,
        transport: engine === 'project' ? task.transport : undefined,
      });
      return measuring.finish(statements, failure);
    },
    [Symbol.asyncDispose]: () => measuring[Symbol.asyncDispose](),
  };
}

function outcomeOf(
  { migration }: PendingScript,
  migrations: readonly MigrationResult[],
  failure: MigrationFailure | undefined,
): { readonly status: MigrationResult['status']; readonly failedLine?: number | undefined } {
  const status = migrations.find(({ name }) => name === migration)?.status ?? 'pending';
  return failure?.migration === migration ? { status, failedLine: failure.line } : { status };
}
