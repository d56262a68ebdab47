/** Another migration tool's command, in place of Prisma. */
import { resolve } from 'node:path';
import { type ChildResult, runChild } from './child-process.ts';
import type { EngineOutcome } from './engine-task.ts';
import type { MigrateContext, MigrateRequest, MigrationFailure } from './migration-run.ts';
import { type Watching, watchTool } from './rehearsal/watched-tool.ts';
import { loadSqlParser } from './sql-parser.ts';
import type { Stop } from './stop.ts';

/**
 * Runs the command as a workflow's own `run:` step would, with `bash -eo pipefail`, and with DATABASE_URL and DIRECT_URL
 * set to the direct URI. What it applies cannot be known.
 */
export async function runCommand(
  request: MigrateRequest & { readonly command: string },
  context: MigrateContext,
  stop: Stop,
): Promise<EngineOutcome> {
  const { command, directUri, environment, workingDirectory } = request;
  const tail: string[] = [];
  await using watching = await watchCommand(request, context, stop);
  const result = await runChild('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command], {
    workingDirectory: resolve(workingDirectory),
    environment: { ...environment, DATABASE_URL: directUri, DIRECT_URL: directUri },
    signal: stop.signal,
    onLine(line) {
      const masked = context.mask(line);
      context.log.info(masked);
      tail.push(masked);
      if (tail.length > 20) tail.shift();
    },
  });
  const hasFailed = result.kind !== 'exited' || result.code !== 0;
  const failure = hasFailed ? commandFailure(result, tail, stop) : undefined;
  return { migrations: [], findings: [], failure, rehearsal: await watching?.finish([], failure) };
}

/** Whoever connects to the database meanwhile is taken for the tool: its name and its files are not known. */
async function watchCommand(
  request: MigrateRequest,
  context: MigrateContext,
  stop: Stop,
): Promise<Watching | undefined> {
  if (request.rehearse === undefined) return undefined;
  const parser = await loadSqlParser(context.wasm?.sqlParser);
  const task = { request, context, stop, transport: 'statements' } as const;
  const newSchema = { kind: 'skipped', reason: '`command` is set: the schema is not read' } as const;
  return watchTool({ task, engine: 'command', scripts: [], parser, newSchema, who: { others: true } });
}

function commandFailure(result: ChildResult, tail: readonly string[], stop: Stop): MigrationFailure {
  return {
    reason: stop.reason() ?? 'error',
    migration: undefined,
    file: undefined,
    line: undefined,
    statement: undefined,
    sqlState: undefined,
    message: howItEnded(result),
    detail: tail.length === 0 ? undefined : tail.join('\n'),
    hint: undefined,
    recovery: [
      'Its last lines are above, all of its output is in the log. What it had applied before it failed stays.',
    ],
  };
}

function howItEnded(result: ChildResult): string {
  switch (result.kind) {
    case 'exited':
      return `The command ended with exit code ${result.code}.`;
    case 'killed':
      return `The command was ended by ${result.signal}.`;
    case 'not-started':
      return `bash could not be started: ${result.message}`;
  }
}
