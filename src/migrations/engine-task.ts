/** What every engine is given, and what it gives back. */
import { relative } from 'node:path';
import { silentLogger } from '../log.ts';
import type { Finding } from '../report/finding.ts';
import type { MigrationFile, MigrationFolder } from './migration-files.ts';
import type { MigrateContext, MigrateRequest, MigrationFailure, MigrationResult } from './migration-run.ts';
import type { PrismaProject } from './prisma-project.ts';
import type { RehearsalEvidence } from './rehearsal/evidence.ts';
import type { Transport } from './script-batch.ts';
import { connectionOpener, type OpenConnection } from './session.ts';
import type { Stop } from './stop.ts';
import type { Backend, WatchOptions } from './watch.ts';

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
  readonly rehearsal?: RehearsalEvidence | undefined;
}

const defaultProgressMs = 15_000;

const observerMs = 10_000;

/** Connections of the run itself: a stop also stops the attempt to connect. */
export function openerOf({ context, stop }: Pick<EngineTask, 'context' | 'stop'>): OpenConnection {
  const { log, timeoutMs, openConnection } = context;
  return openConnection ?? connectionOpener({ log, timeoutMs, signal: stop.signal });
}

/** The migrating session is connected, so the server is awake: if it has no room for a second one, nobody waits for long. */
const measuringMs = 3000;

/** Connections that look on, also after a stop. */
export function observerOpenerOf({ context }: Pick<EngineTask, 'context'>): OpenConnection {
  return lookingOpener(context, observerMs);
}

/** Connections to measure with, which the migrations wait for. */
export function measuringOpenerOf({ context }: Pick<EngineTask, 'context'>): OpenConnection {
  return lookingOpener(context, measuringMs);
}

function lookingOpener({ openConnection }: MigrateContext, timeoutMs: number): OpenConnection {
  const signal = new AbortController().signal;
  return openConnection ?? connectionOpener({ log: silentLogger, timeoutMs, signal });
}

export function watchOptions({ request, context, stop }: EngineTask, backend: Backend): WatchOptions {
  return {
    backend,
    directUri: request.directUri,
    open: observerOpenerOf({ context }),
    log: context.log,
    everyMs: context.progressEveryMs ?? defaultProgressMs,
    signal: stop.signal,
  };
}

/** The migration of that name in the checkout, and its file relative to the workspace. */
export function migrationFile(
  { folder, request, project }: EngineTask,
  migration: string,
): { readonly script: string; readonly file: string | undefined } {
  const found: MigrationFile | undefined = folder.migrations.find(({ name }) => name === migration);
  if (found === undefined) return { script: '', file: undefined };
  const file = relative(request.workspace ?? project.workingDirectory, found.path).replaceAll('\\', '/');
  return { script: found.script, file };
}
