/** The project's own `prisma migrate deploy`. What it did is read from the history, not from its output. */
import { UserError } from '../errors.ts';
import { formatConnectionUri, parseConnectionUri } from '../postgres/connection-uri.ts';
import { type ChildResult, runChild } from './child-process.ts';
import {
  type EngineOutcome,
  type EngineTask,
  observerOpenerOf,
  openerOf,
  watchOptions,
} from './engine-task.ts';
import { type HistoryRow, pendingNames, readHistory } from './history.ts';
import { assertMayStart, historyFindings, noHistory } from './history-check.ts';
import type { InstalledPrisma } from './installed-prisma.ts';
import type { MigrationFailure, MigrationResult } from './migration-run.ts';
import type { PrismaConfig } from './prisma-config.ts';
import { environmentNamesOf } from './prisma-project.ts';
import { failureFromLogs } from './project-failure.ts';
import { brokenOff, stoppedFailure } from './recovery.ts';
import { newSchemaOf, pendingScripts } from './rehearsal/pending-scripts.ts';
import { type Watching, watchTool } from './rehearsal/watched-tool.ts';
import { type OpenConnection, schemaOf } from './session.ts';
import { loadSqlParser } from './sql-parser.ts';
import { watched } from './watch.ts';

export interface ProjectEngine {
  readonly task: EngineTask;
  readonly installed: InstalledPrisma;
  readonly config: PrismaConfig | undefined;
}

/** `not-started`: it failed and the history is as it was, so another engine may try. */
export type ProjectOutcome = EngineOutcome | { readonly kind: 'not-started'; readonly reason: string };

const applicationName = 'database-actions/prisma';

/** @throws UserError when the history forbids a start. */
export async function runProjectEngine(engine: ProjectEngine): Promise<ProjectOutcome> {
  const { task } = engine;
  const before = await historyNow(task, openerOf(task));
  assertMayStart(task, before);
  const pending = pendingNames(
    task.folder.migrations.map(({ name }) => name),
    before,
  );
  const watching = await watchProject(task, pending);
  try {
    return await deployed(engine, { before, pending, watching });
  } finally {
    await watching?.[Symbol.asyncDispose]();
  }
}

interface Deployment {
  readonly before: readonly HistoryRow[] | undefined;
  readonly pending: readonly string[];
  readonly watching: Watching | undefined;
}

async function deployed(
  engine: ProjectEngine,
  { before, pending, watching }: Deployment,
): Promise<ProjectOutcome> {
  const { task } = engine;
  const tail: string[] = [];
  const result = await deploy(engine, tail);
  const after = await historyNow(task, observerOpenerOf(task));
  const migrations = resultsOf(pending, after);
  const findings = historyFindings(task.folder, before);
  const outcome = async (failure: MigrationFailure | undefined): Promise<EngineOutcome> => ({
    migrations,
    findings,
    failure,
    rehearsal: await watching?.finish(migrations, failure),
  });
  if (result.kind === 'exited' && result.code === 0) return outcome(undefined);
  const failed = (after ?? []).find(
    ({ name, finished, rolledBack }) => pending.includes(name) && !finished && !rolledBack,
  );
  if (failed !== undefined) return outcome(failureFromLogs(task, failed));
  const stopped = task.stop.reason();
  if (stopped !== undefined) return outcome(stoppedFailure(stopped));
  if (tail.some((line) => /\bP3005\b/.test(line))) throw noHistory(task);
  const reason = reasonOf(result, tail);
  const hasBegun = migrations.some(({ status }) => status === 'applied');
  return hasBegun ? outcome(brokenOff(reason)) : { kind: 'not-started', reason };
}

async function deploy(engine: ProjectEngine, tail: string[]): Promise<ChildResult> {
  const { task, installed } = engine;
  const { request, context, stop } = task;
  const argv = [installed.entry, 'migrate', 'deploy'];
  if (request.schema !== undefined) argv.push('--schema', request.schema);
  return watched(watchOptions(task, { applicationName }), 'prisma migrate deploy', () =>
    runChild(process.execPath, argv, {
      workingDirectory: task.project.workingDirectory,
      environment: childEnvironment(engine),
      signal: stop.signal,
      onLine(line) {
        const masked = context.mask(line);
        if (masked.trim() === '') return;
        context.log.info(masked);
        tail.push(masked);
        if (tail.length > 12) tail.shift();
      },
    }),
  );
}

async function watchProject(task: EngineTask, pending: readonly string[]): Promise<Watching | undefined> {
  if (task.request.rehearse === undefined) return undefined;
  const parser = await loadSqlParser(task.context.wasm?.sqlParser);
  const scripts = pendingScripts(task, pending, parser);
  return watchTool({
    task,
    engine: 'project',
    scripts,
    parser,
    newSchema: newSchemaOf(task),
    who: { applicationName },
  });
}

/** Every variable from which this project's Prisma takes a URL gets the direct one. */
function childEnvironment({ task, config }: ProjectEngine): Readonly<Record<string, string | undefined>> {
  const { request, project } = task;
  const parts = parseConnectionUri(request.directUri);
  const uri = formatConnectionUri({
    ...parts,
    parameters: new Map([...parts.parameters, ['application_name', applicationName]]),
  });
  const names = [
    'DATABASE_URL',
    'DIRECT_URL',
    ...environmentNamesOf(project.schemaFiles, 'url'),
    ...environmentNamesOf(project.schemaFiles, 'directUrl'),
    ...(config?.urlVariables ?? []),
  ];
  const quiet = { CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1', NO_COLOR: '1' };
  return { ...request.environment, ...quiet, ...Object.fromEntries(names.map((name) => [name, uri])) };
}

/** Its own connection each time: the command line may take minutes, and a session that idles so long may be cut. */
async function historyNow(
  task: EngineTask,
  open: OpenConnection,
): Promise<readonly HistoryRow[] | undefined> {
  const { directUri } = task.request;
  await using connection = await open(directUri, 'database-actions/migrate');
  return await readHistory(connection, schemaOf(directUri));
}

function resultsOf(
  pending: readonly string[],
  after: readonly HistoryRow[] | undefined,
): readonly MigrationResult[] {
  return pending.map((name) => {
    const row = (after ?? []).findLast((candidate) => candidate.name === name && !candidate.rolledBack);
    if (row === undefined) return { name, status: 'pending', durationMs: undefined };
    return { name, status: row.finished ? 'applied' : 'failed', durationMs: row.durationMs };
  });
}

function reasonOf(result: ChildResult, tail: readonly string[]): string {
  if (result.kind === 'not-started') return result.message;
  const how = result.kind === 'exited' ? `exit code ${result.code}` : result.signal;
  const error = tail.findLast((line) => /error|failed/i.test(line)) ?? tail.at(-1) ?? 'no output';
  return `${error.trim()} (${how})`;
}

/** What to say where `engine: project` was asked for and nothing else may run. */
export function projectEngineFailed(installed: InstalledPrisma, reason: string): UserError {
  return new UserError(`\`prisma migrate deploy\` of prisma ${installed.version} did not start: ${reason}`, {
    hint: `Its output is in the log above. If its schema engine could not be downloaded, set \`engine: bundled\`: the same engine, shipped with this action. (It ran ${installed.entry}.)`,
  });
}
