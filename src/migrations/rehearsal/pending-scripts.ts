/** The scripts that a run is going to apply, taken apart. */
import { type EngineTask, migrationFile } from '../engine-task.ts';
import type { SchemaAt } from '../prisma-project.ts';
import type { SqlParser, SqlStatement } from '../sql-parser.ts';
import type { PendingScript } from './evidence.ts';
import type { MeasuredStatement } from './measurement.ts';
import type { Part } from './rehearsal.ts';

/** @param names in the order in which they will run */
export function pendingScripts(
  task: EngineTask,
  names: readonly string[],
  parser: SqlParser,
): readonly PendingScript[] {
  return names.map((migration) => {
    const { script, file } = migrationFile(task, migration);
    const parsed = parser.parse(script);
    return { migration, file, script, statements: parsed.kind === 'parsed' ? parsed.statements : undefined };
  });
}

/** Every statement of the scripts in order: as it was measured, or `not run` where the run never came to it. */
export function withNotRun(
  scripts: readonly PendingScript[],
  measured: readonly MeasuredStatement[],
): readonly MeasuredStatement[] {
  return scripts.flatMap((script) => {
    const own = measured.filter(({ migration }) => migration === script.migration);
    if (own.some(({ kind }) => kind === 'Script')) return own;
    const known = new Set(own.map(({ index }) => index));
    const left = (script.statements ?? []).flatMap((statement, index) =>
      known.has(index) ? [] : [notRun(script, statement, index)],
    );
    return [...own, ...left].toSorted((a, b) => a.index - b.index);
  });
}

function notRun(
  { migration, file }: PendingScript,
  statement: SqlStatement,
  index: number,
): MeasuredStatement {
  const { line, text, kind } = statement;
  const nothing = {
    startMs: 0,
    durationMs: 0,
    locks: [],
    rewritten: [],
    walBytes: undefined,
    transaction: -1,
  };
  return { migration, file, index, line, text, kind, status: 'not run', ...nothing, source: 'none' };
}

/** The checkout's own Prisma schema. */
export function newSchemaOf({ project }: Pick<EngineTask, 'project'>): Part<SchemaAt> {
  return { kind: 'done', result: { files: project.schemaFiles, of: 'the pull request' } };
}
