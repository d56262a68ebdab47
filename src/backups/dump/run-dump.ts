import type { Logger } from '../../log.ts';
import { type ProgramCall, programOutput, runProgram } from '../../postgres/client-process.ts';
import type { ClientProgram } from '../../postgres/client-program.ts';
import { type Compression, compressionOption } from './compression.ts';
import { dumpFailure, redact } from './dump-failure.ts';

/** Patterns of psql (`schema.table`, `*`, `?`). */
export interface TableSelection {
  /** When given: these and nothing else. Neither extensions nor large objects are in such a dump. */
  readonly include?: readonly string[];
  /** Not even the definition. */
  readonly exclude?: readonly string[];
  /** The definition, but no rows. */
  readonly excludeData?: readonly string[];
}

export interface DumpRun {
  readonly pgDump: ClientProgram;
  /** Of libpq: says where to, and with which password. */
  readonly environment: Readonly<Record<string, string>>;
  readonly snapshotId: string;
  readonly compression: Compression;
  readonly tables: TableSelection;
  readonly lockTimeoutMs: number;
  readonly secrets: readonly string[];
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** Every option but those that say where: what a manifest records. */
export function dumpOptions(run: DumpRun, format: 'directory' | 'custom', jobs: number): readonly string[] {
  const { include = [], exclude = [], excludeData = [] } = run.tables;
  return [
    `--format=${format}`,
    ...(format === 'directory' ? [`--jobs=${jobs}`, '--no-sync'] : []),
    compressionOption(run.pgDump, run.compression),
    `--lock-wait-timeout=${run.lockTimeoutMs}`,
    ...include.map((pattern) => `--table=${pattern}`),
    // A pattern that matches nothing is a mistake, not an empty backup.
    ...(include.length === 0 ? [] : ['--strict-names']),
    ...exclude.map((pattern) => `--exclude-table=${pattern}`),
    ...excludeData.map((pattern) => `--exclude-table-data=${pattern}`),
  ];
}

/** Dumps into a folder that pg_dump makes. @throws UserError or ExternalError; the folder is then no dump */
export async function dumpToFolder(run: DumpRun, folder: string, jobs: number): Promise<void> {
  run.signal.throwIfAborted();
  const call = dumpCall(run, [...dumpOptions(run, 'directory', jobs), `--file=${folder}`]);
  const { end } = await runProgram(call);
  if (end.kind !== 'exited' || end.code !== 0) throw dumpFailure(end, run.secrets);
}

/** The dump as it comes, in the custom format. @throws UserError or ExternalError in place of its end when it breaks off */
export function dumpToStream(run: DumpRun): AsyncIterable<Uint8Array> {
  return programOutput(dumpCall(run, dumpOptions(run, 'custom', 1)), (end) => dumpFailure(end, run.secrets));
}

function dumpCall(run: DumpRun, options: readonly string[]): ProgramCall {
  const { pgDump, environment, snapshotId, signal, log, secrets } = run;
  return {
    path: pgDump.path,
    argv: [...options, `--snapshot=${snapshotId}`, '--no-password'],
    environment,
    signal,
    onErrorLine: (line) => {
      const said = redact(line, secrets);
      if (line.startsWith('pg_dump: warning: ')) log.warning(said);
      else log.debug(said);
    },
  };
}
