/** Reads the failure that the project's Prisma left in the history. */
import { stripVTControlCharacters } from 'node:util';
import { type EngineTask, migrationFile } from './engine-task.ts';
import type { HistoryRow } from './history.ts';
import type { MigrationFailure } from './migration-run.ts';
import { recoveryFor } from './recovery.ts';
import { withoutRowData } from './row-data.ts';

/** `logs` is the engine's text for people, so whatever it does not say stays undefined. */
export function failureFromLogs(task: EngineTask, row: HistoryRow): MigrationFailure {
  const logs = stripVTControlCharacters(row.logs ?? '');
  const { script, file } = migrationFile(task, row.name);
  const line = lineOf(logs, script);
  const sqlState = /Database error code: (\w{5})\b/.exec(logs)?.[1];
  return {
    reason: task.stop.reason() ?? 'error',
    migration: row.name,
    file,
    line,
    statement: line === undefined ? undefined : script.split('\n')[line - 1]?.trim(),
    sqlState,
    message:
      /\b(?:ERROR|FATAL): +(.+)/.exec(logs)?.[1] ?? (logs.split('\n')[0] || 'the migration was interrupted'),
    detail: withoutRowData(/\bDETAIL: +(.+)/.exec(logs)?.[1], sqlState),
    hint: /\bHINT: +(.+)/.exec(logs)?.[1],
    recovery: recoveryFor(row.name, task.transport, undefined),
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
