/** Applies pending migrations with the schema engine that is bundled, over our own adapter. */
import { relative } from 'node:path';
import type { Client } from 'pg';
import { formatDuration } from '../duration.ts';
import { errorMessage } from '../errors.ts';
import type { Finding } from '../report/finding.ts';
import { applyBaseline } from './baseline.ts';
import { type EngineSession, engineErrorCode, nothingExternal, openEngine } from './engine-session.ts';
import { placeOf } from './failure-place.ts';
import { pendingNames, readHistory } from './history.ts';
import { assertMayStart, historyFindings, startRefused } from './history-check.ts';
import { type MigrationFolder, migrationList } from './migration-files.ts';
import type { MigrateContext, MigrateRequest, MigrationFailure, MigrationResult } from './migration-run.ts';
import type { PrismaProject } from './prisma-project.ts';
import { stoppedFailure } from './project-failure.ts';
import { recoveryFor } from './recovery.ts';
import { runScript, type ScriptFailure, type Transport } from './script-run.ts';
import { openClient } from './session.ts';
import { loadSqlParser, type SqlParser } from './sql-parser.ts';
import type { Stop } from './stop.ts';
import { watched } from './watch.ts';

export interface EngineTask {
  readonly request: MigrateRequest;
  readonly context: MigrateContext;
  readonly project: PrismaProject;
  readonly folder: MigrationFolder;
  readonly transport: Transport;
  readonly stop: Stop;
}

export interface EngineOutcome {
  readonly migrations: readonly MigrationResult[];
  readonly findings: readonly Finding[];
  readonly failure: MigrationFailure | undefined;
}

/** @throws UserError when the history forbids a start; a migration that fails is an outcome. */
export async function runBundledEngine(task: EngineTask): Promise<EngineOutcome> {
  const { request, context, project, folder, stop } = task;
  const parser = await loadSqlParser(context.wasm?.sqlParser);
  const record = scriptRecord(task, parser);
  await using session = await openEngine({
    directUri: request.directUri,
    schemaFiles: project.schemaFiles,
    wasmPath: context.wasm?.schemaEngine,
    openClient: context.openClient,
    runScript: record.run,
    beforeQuery: record.beforeQuery,
  });
  record.backend = session.backend;
  const before = await readHistory(session.client, session.schema);
  assertMayStart(task, before);
  const baselined = await applyBaseline(
    { session, folder, baseline: request.baseline, log: context.log },
    before,
  );
  const history = baselined.length > 0 ? await readHistory(session.client, session.schema) : before;
  const names = folder.migrations.map(({ name }) => name);
  record.expect(pendingNames(names, history));
  stop.check('the first migration');
  const failure = await apply(task, session, record);
  return {
    migrations: [...baselined, ...record.results()],
    findings: historyFindings(folder, history),
    failure,
  };
}

type ScriptRecord = ReturnType<typeof scriptRecord>;

async function apply(
  task: EngineTask,
  session: EngineSession,
  record: ScriptRecord,
): Promise<MigrationFailure | undefined> {
  try {
    const migrationsList = migrationList(task.folder);
    await session.engine.applyMigrations({ migrationsList, filters: nothingExternal });
    return undefined;
  } catch (thrown) {
    const failed = record.failed();
    if (failed !== undefined) return failureOf(task, failed, record.parser);
    const stopped = task.stop.reason();
    if (stopped !== undefined) return stoppedFailure(stopped);
    throw await startRefused({ thrown, code: engineErrorCode(thrown), task });
  }
}

interface FailedScript {
  readonly name: string;
  readonly failure: ScriptFailure;
  readonly message: string;
}

/** What became of each script that the engine sent, in the order of the pending migrations. */
function scriptRecord(task: EngineTask, parser: SqlParser) {
  const { context, transport, stop, request } = task;
  const results: MigrationResult[] = [];
  let expected: readonly string[] = [];
  let failed: FailedScript | undefined;
  const record = {
    parser,
    backend: 0,
    expect(names: readonly string[]) {
      expected = names;
    },
    failed: () => failed,
    results: (): readonly MigrationResult[] => [
      ...results,
      ...expected
        .slice(results.length)
        .map((name) => ({ name, status: 'pending' as const, durationMs: undefined })),
    ],
    /** Between two migrations a stop must come before the next one is recorded as started. */
    beforeQuery(sql: string) {
      if (sql.startsWith('INSERT INTO')) stop.check('the next migration');
    },
    async run(client: Client, script: string) {
      const name = expected[results.length] ?? 'a migration';
      const title = `[${results.length + 1}/${expected.length}] ${name}`;
      const started = performance.now();
      const onFailure = (failure: ScriptFailure) => {
        failed = { name, failure, message: failure.error?.message ?? 'the connection was lost' };
      };
      context.log.info(`${title}: started`);
      const watch = {
        backend: { pid: record.backend },
        directUri: request.directUri,
        openClient: context.openClient ?? openClient,
        log: context.log,
        everyMs: context.progressEveryMs ?? 15_000,
        signal: stop.signal,
      };
      const note = (status: 'applied' | 'failed') => {
        const durationMs = Math.round(performance.now() - started);
        results.push({ name, status, durationMs });
        context.log.info(`${title}: ${status} after ${formatDuration(durationMs)}`);
      };
      try {
        await watched(watch, title, () => runScript({ client, script, transport, parser, onFailure }));
        note('applied');
      } catch (thrown) {
        failed ??= {
          name,
          failure: { error: undefined, completed: 0, offset: undefined },
          message: errorMessage(thrown),
        };
        note('failed');
        throw thrown;
      }
    },
  };
  return record;
}

function failureOf(task: EngineTask, failed: FailedScript, parser: SqlParser): MigrationFailure {
  const file = task.folder.migrations.find(({ name }) => name === failed.name);
  const place = placeOf(failed.failure, file?.script ?? '', parser);
  const { error } = failed.failure;
  return {
    reason: task.stop.reason() ?? 'error',
    migration: failed.name,
    file: file === undefined ? undefined : workspacePath(task, file.path),
    ...place,
    sqlState: error?.sqlState,
    message: failed.message,
    detail: error?.detail ?? error?.where,
    hint: error?.hint,
    recovery: recoveryFor(failed.name, task.transport, failed.failure.completed),
  };
}

function workspacePath({ request, project }: EngineTask, path: string): string {
  return relative(request.workspace ?? project.workingDirectory, path).replaceAll('\\', '/');
}
