import type { Readable } from 'node:stream';
import type { Logger } from '../../log.ts';
import { type ProgramEnd, startProgram } from '../../postgres/client-process.ts';
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
  const argv = [...dumpOptions(run, 'directory', jobs), `--file=${folder}`];
  const { stdout, ended } = start(run, argv);
  stdout.resume();
  assertWell(run, await ended);
}

/**
 * The dump as it comes. Ends only when pg_dump said that all is well: a dump that breaks off ends with an error. Leaving
 * the loop before the end stops pg_dump.
 */
export async function* dumpToStream(run: DumpRun): AsyncGenerator<Uint8Array, void> {
  const left = new AbortController();
  const signal = AbortSignal.any([run.signal, left.signal]);
  const { stdout, ended } = start({ ...run, signal }, dumpOptions(run, 'custom', 1));
  try {
    yield* chunksOf(stdout);
    assertWell(run, await ended);
  } finally {
    left.abort();
    stdout.destroy();
    await ended;
  }
}

async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

function start(run: DumpRun, options: readonly string[]) {
  const { pgDump, environment, snapshotId, signal, log, secrets } = run;
  signal.throwIfAborted();
  return startProgram({
    path: pgDump.path,
    argv: [...options, `--snapshot=${snapshotId}`, '--no-password'],
    environment,
    signal,
    onErrorLine: (line) => {
      const said = redact(line, secrets);
      if (line.startsWith('pg_dump: warning: ')) log.warning(said);
      else log.debug(said);
    },
  });
}

function assertWell(run: DumpRun, end: ProgramEnd): void {
  run.signal.throwIfAborted();
  if (end.kind !== 'exited' || end.code !== 0) throw dumpFailure(end, run.secrets);
}
