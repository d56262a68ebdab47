/** Runs pg_restore: the list of an archive, and its restore into a database. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDuration } from '../../duration.ts';
import type { Logger } from '../../log.ts';
import { type ProgramEnd, runProgram, startProgram } from '../../postgres/client-process.ts';
import type { ClientProgram } from '../../postgres/client-program.ts';
import { createOutputReader, type RestoreOutput } from './restore-errors.ts';
import { UnfitTargetError } from './restore-target.ts';
import { type ArchiveEntry, readContents } from './table-of-contents.ts';

export interface PgRestore {
  readonly program: ClientProgram;
  /** Folder of the directory format, or file of the custom one. */
  readonly archive: string;
  readonly format: 'directory' | 'custom';
  /** Of the child: PATH, and how libpq reaches the database, its password in a file. No password in the arguments. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface ListedArchive {
  readonly kind: 'listed';
  readonly entries: readonly ArchiveEntry[];
}

/** The archive itself cannot be read. */
export interface UnreadableArchive {
  readonly kind: 'unreadable';
  readonly message: string;
}

/** The table of contents. Reads no data of the archive. */
export async function listArchive(run: PgRestore): Promise<ListedArchive | UnreadableArchive> {
  const reader = createOutputReader();
  const { end, stdout } = await runProgram({
    ...callOf(run, ['--list', `--format=${run.format}`, run.archive]),
    onErrorLine: (line) => reader.read(line),
  });
  const entries = readContents(stdout);
  const { errors, tail } = reader.result();
  if (exitCodeOf(run, end) === 0 && entries.length > 0) return { kind: 'listed', entries };
  return { kind: 'unreadable', message: errors[0]?.message ?? tail.at(-1) ?? 'nothing is in it' };
}

export interface RestoreRequest extends PgRestore {
  /** Folder for the list of entries. */
  readonly folder: string;
  readonly database: string;
  readonly jobs: number;
  readonly entries: readonly ArchiveEntry[];
  /** Such as `--no-owner`. */
  readonly options: readonly string[];
}

export interface RestoreResult extends RestoreOutput {
  readonly exitCode: number;
}

/**
 * Restores the entries, all of them: an error does not end it, since every one of them is to be told. That it was
 * refused a connection or broke off shows as an error too. @throws UnfitTargetError when the program cannot run
 */
export async function restoreArchive(request: RestoreRequest): Promise<RestoreResult> {
  const { entries, folder, log, jobs, options, format, archive, database } = request;
  const list = join(folder, 'restore.list');
  await writeFile(list, `${entries.map(({ line }) => line).join('\n')}\n`, { mode: 0o600 });
  const reader = createOutputReader(progressOf(log, entries.length));
  const argv = [
    '--verbose',
    '--no-password',
    `--format=${format}`,
    `--jobs=${jobs}`,
    `--use-list=${list}`,
    ...options,
    `--dbname=${connectionString(database)}`,
    archive,
  ];
  const { stdout, ended } = startProgram({
    ...callOf(request, argv),
    onErrorLine: (line) => reader.read(line),
  });
  stdout.resume();
  const end = await ended;
  request.signal.throwIfAborted();
  return { exitCode: exitCodeOf(request, end), ...reader.result() };
}

/** A bare name with `=` in it would be read as a connection string; where the server is, the environment says. */
function connectionString(database: string): string {
  return `dbname='${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const progressEveryMs = 10_000;

/** The entries in front of the data are done in no time, so what is left is told from the rate of the last stretch. */
function progressOf(log: Logger, total: number): (done: number) => void {
  const start = performance.now();
  let last = { at: start, done: 0 };
  return (done) => {
    const at = performance.now();
    if (at - last.at < progressEveryMs) return;
    const rate = (done - last.done) / (at - last.at);
    const left = rate > 0 ? `, about ${formatDuration(Math.max(0, total - done) / rate)} left` : '';
    log.info(
      `Restored ${Math.min(done, total)} of ${total} objects in ${formatDuration(at - start)} (${(rate * 1000).toFixed(1)} a second${left})`,
    );
    last = { at, done };
  };
}

function callOf({ program, environment, signal }: PgRestore, argv: readonly string[]) {
  return { path: program.path, argv, environment: { ...environment, LC_ALL: 'C' }, signal };
}

function exitCodeOf({ program }: PgRestore, end: ProgramEnd): number {
  if (end.kind === 'exited') return end.code;
  throw new UnfitTargetError(
    end.kind === 'killed'
      ? `${program.text} was ended by ${end.signal}.`
      : `${program.path} could not be started: ${end.errors}.`,
    { hint: 'Is there enough memory on this machine?' },
  );
}
