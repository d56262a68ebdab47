/** Reads the failure that the project's Prisma left in the history. */
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { EngineTask } from './bundled-engine.ts';
import type { HistoryRow } from './history.ts';
import type { MigrationFailure } from './migration-run.ts';
import { recoveryFor } from './recovery.ts';

/** `logs` is the engine's text for people, so whatever it does not say stays undefined. */
export function failureFromLogs(task: EngineTask, row: HistoryRow): MigrationFailure {
  const { folder, request, project, stop, transport } = task;
  const logs = stripVTControlCharacters(row.logs ?? '');
  const file = folder.migrations.find(({ name }) => name === row.name);
  const line = file === undefined ? undefined : lineOf(logs, file.script);
  return {
    reason: stop.reason() ?? 'error',
    migration: row.name,
    file:
      file === undefined
        ? undefined
        : relative(request.workspace ?? project.workingDirectory, file.path).replaceAll('\\', '/'),
    line,
    statement: line === undefined ? undefined : file?.script.split('\n')[line - 1]?.trim(),
    sqlState: /Database error code: (\w{5})\b/.exec(logs)?.[1],
    message:
      /\b(?:ERROR|FATAL): +(.+)/.exec(logs)?.[1] ?? (logs.split('\n')[0] || 'the migration was interrupted'),
    detail: /\bDETAIL: +(.+)/.exec(logs)?.[1],
    hint: /\bHINT: +(.+)/.exec(logs)?.[1],
    recovery: recoveryFor(row.name, transport, undefined),
  };
}

/** Prisma prints the lines around the error, the last one being the error's own, with its number in what it had sent. */
function lineOf(logs: string, script: string): number | undefined {
  const excerpt = /\nPosition:\n((?: *\d+.*\n?)+)/.exec(logs)?.[1]?.trimEnd().split('\n').at(-1);
  const text = excerpt?.replace(/^ *\d+ ?/, '').trimEnd();
  if (text === undefined || text === '') return undefined;
  const same = script.split(/\r?\n/).flatMap((line, index) => (line.trimEnd() === text ? [index + 1] : []));
  return same.length === 1 ? same[0] : undefined;
}

export function stoppedFailure(reason: 'cancelled' | 'timed-out'): MigrationFailure {
  const what = reason === 'cancelled' ? 'The run was cancelled' : 'The time was over';
  return {
    reason,
    migration: undefined,
    file: undefined,
    line: undefined,
    statement: undefined,
    sqlState: undefined,
    message: `${what} between two migrations.`,
    detail: undefined,
    hint: undefined,
    recovery: ['Run again: what was applied stays applied, and the rest is still pending.'],
  };
}
