import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorMessage, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type ClientProgram, majorOf } from '../postgres/client-program.ts';
import { connect } from '../postgres/connect.ts';
import type { PostgresConnection } from '../postgres/connection.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import { libpqEnvironment } from '../postgres/libpq-environment.ts';
import { readSnapshot } from '../schema/read-snapshot.ts';
import type { SchemaSnapshot } from '../schema/snapshot.ts';
import { type ArchiveToc, parseToc } from './dump/archive-toc.ts';
import { bestCompression, type Compression } from './dump/compression.ts';
import { assertDiskSpace, usualDumpBytes } from './dump/disk-space.ts';
import { contentsOf, type DumpContents } from './dump/dump-contents.ts';
import { archiveLines } from './dump/plain-lines.ts';
import {
  type DumpRun,
  dumpOptions,
  dumpToFolder,
  dumpToStream,
  type TableSelection,
} from './dump/run-dump.ts';
import { lockTables } from './dump/table-locks.ts';
import { tocCatcher } from './dump/toc-catcher.ts';
import { directUri, type ExportedSnapshot, exportSnapshot } from './exported-snapshot.ts';
import type { BackupManifest, DumpDescription, PackedFile } from './manifest.ts';
import { notInBackup } from './not-in-backup.ts';
import { progressLog } from './progress-log.ts';
import type { DatabaseFacts, Omission, ProofMode } from './proof/database-facts.ts';
import { shareTables } from './proof/fingerprint-tables.ts';
import { readFacts } from './proof/read-facts.ts';
import { readRelations, type StoredRelation } from './proof/relations.ts';
import type { TableHashing } from './proof/table-hashing.ts';

export type DumpOutput =
  /** A folder that does not exist yet, below one that does: pg_dump's directory format. Removed again when the dump fails. */
  | { readonly kind: 'folder'; readonly path: string }
  /** The custom format, never on disk. `write` reads to the end; what it reads throws when the dump breaks off. */
  | {
      readonly kind: 'stream';
      write(dump: AsyncIterable<Uint8Array>, takenAt: BackupManifest['snapshot']['takenAt']): Promise<void>;
    };

export interface TakeDumpOptions {
  /** A pooled one is replaced by the direct one where that is certain. */
  readonly uri: string;
  readonly output: DumpOutput;
  /** Connections that dump, and that hash, at the same time. */
  readonly jobs: number;
  readonly proof: ProofMode;
  readonly tables: TableSelection;
  readonly pgDump: ClientProgram;
  /** For `proof: archive`; of the same version. */
  readonly pgRestore?: ClientProgram;
  /** Default: the best that the program has. */
  readonly compression?: Compression;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** For getting a connection. */
  readonly timeoutMs: number;
  /** How long to wait for a lock on a table. */
  readonly lockTimeoutMs: number;
  /** What else is to be read at the snapshot, before the dump begins. */
  readonly inSnapshot?: (snapshot: ExportedSnapshot) => Promise<void>;
}

export interface TakenDump {
  readonly description: DumpDescription;
  readonly snapshot: BackupManifest['snapshot'];
  readonly server: BackupManifest['server'];
  readonly facts: DatabaseFacts;
  readonly notInBackup: readonly Omission[];
  /** As of the snapshot; absent where it could not be read. */
  readonly schema?: SchemaSnapshot;
  readonly seconds: { readonly dump: number; readonly proof: number };
}

export const applicationName = 'database-actions/backup';

/**
 * Dumps a database and takes its fingerprints, both at one exported snapshot. One after the other: on two cores beside
 * each other they take longer, and the server of the user's application is spared.
 * @throws UserError or ExternalError; nothing of a dump is left then
 */
export async function takeDump(given: TakeDumpOptions): Promise<TakenDump> {
  assertPossible(given);
  await assertAbsent(given.output);
  const options = { ...given, uri: directUri(given.uri, given.log) };
  await using snapshot = await exportSnapshot({ ...options, applicationName });
  try {
    await options.inSnapshot?.(snapshot);
    return await dumpAndProve({ ...options, signal: snapshot.signal }, snapshot);
  } catch (thrown) {
    if (options.output.kind === 'folder') await rm(options.output.path, { recursive: true, force: true });
    // Whatever failed because of it: that the snapshot is lost, or that the run was cancelled, is what is told.
    snapshot.signal.throwIfAborted();
    throw thrown;
  }
}

function assertPossible({ proof, output, pgRestore, jobs }: TakeDumpOptions): void {
  if (!Number.isInteger(jobs) || jobs < 1) throw new UserError(`"${jobs}" is no number of jobs: 1 or more.`);
  if (proof !== 'archive') return;
  if (output.kind === 'stream')
    throw new UserError('`proof: archive` reads the dump again, but with `spool: never` it is not kept.', {
      hint: 'Use `proof: source`, which reads the database, or let the dump be spooled to disk.',
    });
  if (pgRestore === undefined) throw new Error('`proof: archive` needs pg_restore.');
}

function assertClientFits(pgDump: ClientProgram, { version, versionNumber }: BackupManifest['server']): void {
  if (majorOf(pgDump.version) >= majorOf(versionNumber)) return;
  throw new UserError(`${pgDump.text} is older than the server (${version}) and would refuse it.`, {
    hint: `Install \`postgresql-client-${majorOf(versionNumber)}\` of apt.postgresql.org in an earlier step.`,
  });
}

/** It is removed when the dump fails: so it must be ours. */
async function assertAbsent(output: DumpOutput): Promise<void> {
  if (output.kind === 'stream') return;
  const isAbsent = await stat(output.path).then(
    () => false,
    () => true,
  );
  if (isAbsent) return;
  throw new UserError(`The folder for the dump, ${output.path}, is there already.`, {
    hint: 'Give the name of one that does not exist yet; pg_dump makes it.',
  });
}

async function dumpAndProve(options: TakeDumpOptions, snapshot: ExportedSnapshot): Promise<TakenDump> {
  assertClientFits(options.pgDump, snapshot.server);
  const start = performance.now();
  const relations = await readRelations(snapshot.connection);
  const sessions = await openProof(options, snapshot, relations);
  const schema = await readSchema(options, snapshot.id);
  await using libpq = await libpqEnvironment({ ...options, applicationName });
  const compression = options.compression ?? (await bestCompression(options.pgDump, options));
  const run: DumpRun = {
    ...options,
    environment: libpq.variables,
    snapshotId: snapshot.id,
    compression,
    secrets: secretsOf(options.uri),
  };
  const { toc, description } = await dump(options, { run, relations, takenAt: snapshot.takenAt });
  const dumped = performance.now();
  const contents = contentsOf(toc);
  const hashing = hashingFor(options, contents);
  const facts = await readFacts({ ...options, sessions, relations, contents, hashing });
  const { session, takenAt, lsn } = { session: snapshot.connection, ...snapshot };
  return {
    description,
    snapshot: { takenAt, ...(lsn === undefined ? {} : { lsn }) },
    server: snapshot.server,
    facts,
    notInBackup: await notInBackup({ session, relations, contents, facts, isPartial: isPartial(options) }),
    ...(schema === undefined ? {} : { schema }),
    seconds: { dump: (dumped - start) / 1000, proof: (performance.now() - dumped) / 1000 },
  };
}

function isPartial({ tables }: TakeDumpOptions): boolean {
  return (tables.include ?? []).length > 0;
}

/** For people and for later comparisons; a backup without is still a whole one. */
async function readSchema(options: TakeDumpOptions, snapshotId: string): Promise<SchemaSnapshot | undefined> {
  const { uri, timeoutMs, log, signal } = options;
  const settings = { isReadOnly: true };
  try {
    await using session = await connect({ uri, applicationName, timeoutMs, log, signal, settings });
    return await readSnapshot(session, { snapshotId });
  } catch (thrown) {
    signal.throwIfAborted();
    log.warning(`The schema could not be read beside the dump: ${errorMessage(thrown)}`);
    return undefined;
  }
}

interface Dumped {
  readonly toc: ArchiveToc;
  readonly description: DumpDescription;
}

interface ToDump {
  readonly run: DumpRun;
  readonly relations: readonly StoredRelation[];
  readonly takenAt: string;
}

async function dump(options: TakeDumpOptions, { run, relations, takenAt }: ToDump): Promise<Dumped> {
  const { output, log } = options;
  const total = relations.reduce((sum, { bytes }) => sum + bytes, 0);
  const describe = (format: DumpDescription['format'], files: readonly PackedFile[]): DumpDescription => ({
    format,
    compression: run.compression,
    jobs: format === 'directory' ? options.jobs : 1,
    options: dumpOptions(run, format, options.jobs),
    client: options.pgDump.text,
    clientVersion: options.pgDump.version,
    files,
  });
  if (output.kind === 'stream') {
    const catcher = tocCatcher();
    using progress = progressLog({ what: 'Dump', total: 0, log });
    await output.write(catcher.watch(dumpToStream(run), progress.add), takenAt);
    return { toc: catcher.toc(), description: describe('custom', []) };
  }
  // Patterns are pg_dump's to read: how much of the tables they leave, nobody knows.
  const isWhole = Object.values(options.tables).every((patterns) => patterns.length === 0);
  if (isWhole) await assertDiskSpace(output.path, total, log);
  const measure = () => folderBytes(output.path);
  const expected = isWhole ? usualDumpBytes(total) : 0;
  using _progress = progressLog({ what: 'Dump', total: expected, log, measure });
  await dumpToFolder(run, output.path, options.jobs);
  const toc = parseToc(await readFile(join(output.path, 'toc.dat')));
  if (toc === undefined) throw new Error('toc.dat ends before its end.');
  return { toc, description: describe('directory', await packedFiles(output.path)) };
}

/** The sessions that will hash, and hold what they will hash as it is until then. */
async function openProof(
  options: TakeDumpOptions,
  snapshot: ExportedSnapshot,
  relations: readonly StoredRelation[],
): Promise<readonly PostgresConnection[]> {
  const sessions = [snapshot.connection];
  if (options.proof !== 'source') return sessions;
  while (sessions.length < options.jobs) sessions.push(await snapshot.join());
  const shares = shareTables(relations, sessions.length);
  for (const [index, session] of sessions.entries())
    await lockTables(session, shares[index] ?? [], options.lockTimeoutMs);
  return sessions;
}

function hashingFor({ proof, output, ...options }: TakeDumpOptions, contents: DumpContents): TableHashing {
  if (proof === 'source') return { kind: 'row-text' };
  if (proof === 'none' || output.kind === 'stream' || options.pgRestore === undefined)
    return { kind: 'none' };
  const { pgRestore, environment, signal } = options;
  const lines = () => archiveLines({ pgRestore, archive: output.path, contents, environment, signal });
  return { kind: 'copy-lines', lines };
}

async function folderBytes(folder: string): Promise<number> {
  const names = await readdir(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Sorted by name. */
export async function packedFiles(folder: string): Promise<readonly PackedFile[]> {
  const files: PackedFile[] = [];
  for (const name of (await readdir(folder)).toSorted()) {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(join(folder, name), { highWaterMark: 1024 * 1024 })) {
      bytes += chunk.length;
      hash.update(chunk);
    }
    files.push({ name, bytes, sha256: hash.digest('hex') });
  }
  return files;
}
