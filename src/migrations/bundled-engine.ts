/** Applies pending migrations with the schema engine that is bundled, over our own adapter. */
import { applyBaseline } from './baseline.ts';
import { type EngineSession, engineErrorCode, openEngine } from './engine-session.ts';
import { type EngineOutcome, type EngineTask, migrationFile, openerOf } from './engine-task.ts';
import { placeOf } from './failure-place.ts';
import { pendingNames, readHistory } from './history.ts';
import { assertMayStart, historyFindings, startRefused } from './history-check.ts';
import { migrationList } from './migration-files.ts';
import type { MigrationFailure } from './migration-run.ts';
import { recoveryFor, stoppedFailure } from './recovery.ts';
import { startMeasuring } from './rehearsal/measuring.ts';
import { newSchemaOf, pendingScripts, withNotRun } from './rehearsal/pending-scripts.ts';
import { withoutRowData } from './row-data.ts';
import { type FailedScript, type ScriptRecord, scriptRecord } from './script-record.ts';
import { loadSqlParser, type SqlParser } from './sql-parser.ts';

/** @throws UserError when the history forbids a start; a migration that fails is an outcome. */
export async function runBundledEngine(task: EngineTask): Promise<EngineOutcome> {
  const { request, context, project, folder, stop } = task;
  const parser = await loadSqlParser(context.wasm?.sqlParser);
  const record = scriptRecord(task, parser);
  await using session = await openEngine({
    directUri: request.directUri,
    schemaFiles: project.schemaFiles,
    wasmPath: context.wasm?.schemaEngine,
    open: openerOf(task),
    runScript: record.run,
    aroundQuery: record.aroundQuery,
  });
  stop.check('the first migration');
  const before = await readHistory(session.connection, session.schema);
  assertMayStart(task, before);
  const names = folder.migrations.map(({ name }) => name);
  record.expect(session.connection, pendingNames(names, before));
  const baseline = { session, folder, baseline: request.baseline, log: context.log };
  const baselined = await applyBaseline(baseline, before);
  const history = baselined.length > 0 ? await readHistory(session.connection, session.schema) : before;
  const pending = pendingNames(names, history);
  record.expect(session.connection, pending);
  const scripts = pendingScripts(task, pending, parser);
  await using measuring = await startMeasuring({
    task,
    scripts,
    parser,
    engine: 'bundled',
    newSchema: newSchemaOf(task),
    currentMigration: record.current,
  });
  const meter = await measuring?.meterFor(session.connection);
  if (meter !== undefined) record.measure(meter);
  const failure = await apply({ task, session, record, parser });
  if (measuring !== undefined) await reportPages(session);
  return {
    migrations: [...baselined, ...record.results()],
    findings: historyFindings(folder, history),
    failure,
    rehearsal: await measuring?.finish(withNotRun(scripts, meter?.statements() ?? []), failure),
  };
}

/** A session reports the pages that it read when it has been idle for a while, unless it is asked to. */
async function reportPages({ connection }: EngineSession): Promise<void> {
  await connection.query('SELECT pg_catalog.pg_stat_force_next_flush()').catch(() => {});
}

interface Application {
  readonly task: EngineTask;
  readonly session: EngineSession;
  readonly record: ScriptRecord;
  readonly parser: SqlParser;
}

async function apply({ task, session, record, parser }: Application): Promise<MigrationFailure | undefined> {
  try {
    const migrationsList = migrationList(task.folder);
    await session.engine.applyMigrations({ migrationsList, filters: task.project.external });
    return undefined;
  } catch (thrown) {
    const failed = record.failed();
    if (failed !== undefined) return failureOf(task, failed, parser);
    const stopped = task.stop.reason();
    if (stopped !== undefined) return stoppedFailure(stopped);
    throw await startRefused({ thrown, code: engineErrorCode(thrown), task, connection: session.connection });
  }
}

function failureOf(task: EngineTask, failed: FailedScript, parser: SqlParser): MigrationFailure {
  const { script, file } = migrationFile(task, failed.name);
  const { error, completed } = failed.failure;
  return {
    reason: task.stop.reason() ?? 'error',
    migration: failed.name,
    file,
    ...placeOf(failed.failure, script, parser),
    sqlState: error?.sqlState,
    message: failed.message,
    detail: withoutRowData(error?.detail, error?.sqlState) ?? error?.where,
    hint: error?.hint,
    recovery: recoveryFor(failed.name, task.transport, completed),
  };
}
