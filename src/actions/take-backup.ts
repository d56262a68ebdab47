/** One backup: dumped, fingerprinted and stored, by way of the disk or straight to the destinations. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { backupId, seriesOf, type Trigger } from '../backups/backup-id.ts';
import type { Recipients } from '../backups/encryption/recipients.ts';
import type { ExportedSnapshot } from '../backups/exported-snapshot.ts';
import type { ManifestDraft } from '../backups/manifest-draft.ts';
import type { SignKey } from '../backups/signing-keys.ts';
import type { BackupStore } from '../backups/storage/store.ts';
import type { BackupToStore, StoredBackup } from '../backups/store-backup.ts';
import type { TakeDumpOptions, TakenDump } from '../backups/take-dump.ts';
import { deferred } from '../deferred.ts';
import { readMigrationHead } from '../migrations/migration-head.ts';
import { type ClientProgram, type ClientProgramName, majorOf } from '../postgres/client-program.ts';
import { connectWhenReady } from '../postgres/connect.ts';
import { text } from '../postgres/row.ts';
import type { Finding } from '../report/finding.ts';
import type { InputValues } from '../runtime/definition.ts';
import type { Job } from '../runtime/io.ts';
import { serializeSnapshot } from '../schema/snapshot-file.ts';
import type { dumpInputs, storageInputs } from './backup-inputs.ts';
import type { BackupSource } from './backup-source.ts';

type Inputs = InputValues<typeof dumpInputs & typeof storageInputs> & {
  readonly timeout: number;
};

export interface Keys {
  readonly recipients: Recipients | undefined;
  readonly signKey: SignKey | undefined;
}

export interface BackupRequest extends Keys {
  readonly job: Job;
  readonly inputs: Inputs;
  readonly source: BackupSource;
  readonly stores: readonly BackupStore[];
}

export interface MadeBackup {
  readonly stored: StoredBackup;
  readonly findings: readonly Finding[];
}

/** @throws UserError or ExternalError; nothing that could pass for a backup is left then */
export async function backUp(request: BackupRequest): Promise<MadeBackup> {
  const { inputs } = request;
  const { pgDump, pgRestore } = await findPrograms(request);
  const { securityFindings } = await import('../postgres/client-programs/security-findings.ts');
  const findings = securityFindings(pgDump, 'dump').map((finding) => ({
    rule: 'client-program-unfixed',
    subject: pgDump.path,
    ...finding,
  }));
  const parts = { ...request, pgDump, pgRestore };
  const stored = inputs.spool === 'disk' ? await byDisk(parts) : await byStream(parts);
  return { stored, findings };
}

interface Programs {
  readonly pgDump: ClientProgram;
  /** For `proof: archive`. */
  readonly pgRestore: ClientProgram | undefined;
}

async function findPrograms({ job, inputs, source }: BackupRequest): Promise<Programs> {
  const { findClientProgram } = await import('../postgres/client-programs/find-client-program.ts');
  await using session = await openSource(job, inputs, source);
  const { environment, log, signal } = job;
  const serverMajor = majorOf(session.serverVersion);
  const install = inputs.installClient;
  const find = (name: ClientProgramName) =>
    findClientProgram({ name, serverMajor, environment, log, signal, install });
  const pgDump = await find('pg_dump');
  return { pgDump, pgRestore: inputs.proof === 'archive' ? await find('pg_restore') : undefined };
}

function openSource(job: Job, { timeout }: Pick<Inputs, 'timeout'>, { uri }: BackupSource) {
  return connectWhenReady({
    uri,
    applicationName: 'database-actions/backup',
    signal: job.signal,
    timeoutMs: timeout * 1000,
    log: job.log,
  });
}

interface Parts extends BackupRequest, Programs {}

async function byDisk(parts: Parts): Promise<StoredBackup> {
  const folder = await mkdtemp(join(parts.job.stateDirectory, 'dump-'));
  try {
    const { takeDump } = await import('../backups/take-dump.ts');
    const beside = readBeside();
    const path = join(folder, 'dump');
    const taken = await takeDump({
      ...dumpOptions(parts),
      output: { kind: 'folder', path },
      inSnapshot: beside.read,
    });
    return await store(parts, {
      dump: { format: 'directory', folder: path },
      schemaJson: () => schemaJsonOf(taken),
      draft: draftOf(parts, taken, beside),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The dump is stored while it is made; what the manifest says of it is known when it has been read to its end. */
async function byStream(parts: Parts): Promise<StoredBackup> {
  const { takeDump } = await import('../backups/take-dump.ts');
  const beside = readBeside();
  const draft = deferred<ManifestDraft>();
  let storing: Promise<StoredBackup> | undefined;
  let taken: TakenDump | undefined;
  try {
    taken = await takeDump({
      ...dumpOptions(parts),
      inSnapshot: beside.read,
      output: {
        kind: 'stream',
        async write(dump, takenAt) {
          const read = deferred<void>();
          storing = store(parts, {
            dump: { format: 'custom', stream: untilRead(dump, read.resolve) },
            schemaJson: () => taken && schemaJsonOf(taken),
            draft: { id: idOf(parts, takenAt), complete: () => draft.promise },
          });
          await Promise.race([read.promise, storing]);
        },
      },
    });
    draft.resolve(draftOf(parts, taken, beside));
  } catch (thrown) {
    draft.reject(thrown);
    await storing?.catch(() => {});
    throw thrown;
  }
  if (storing === undefined) throw new Error('The dump was not stored.');
  return storing;
}

async function* untilRead(dump: AsyncIterable<Uint8Array>, isRead: () => void): AsyncGenerator<Uint8Array> {
  yield* dump;
  isRead();
}

function dumpOptions({ job, inputs, source, pgDump, pgRestore }: Parts): Omit<TakeDumpOptions, 'output'> {
  const { log, signal, environment } = job;
  return {
    uri: source.uri,
    jobs: inputs.jobs || availableParallelism(),
    proof: inputs.proof,
    tables: {
      include: inputs.includeTables,
      exclude: inputs.excludeTables,
      excludeData: inputs.excludeTableRows,
    },
    pgDump,
    ...(pgRestore === undefined ? {} : { pgRestore }),
    environment,
    log,
    signal,
    timeoutMs: inputs.timeout * 1000,
    lockTimeoutMs: inputs.lockTimeout * 1000,
  };
}

interface Beside {
  read(snapshot: ExportedSnapshot): Promise<void>;
  migrationHead(): string | undefined;
}

/** What a manifest tells of the application, at the same snapshot. */
function readBeside(): Beside {
  let head: string | undefined;
  return {
    async read(snapshot) {
      head = await readMigrationHead(snapshot.connection);
    },
    migrationHead: () => head,
  };
}

function schemaJsonOf({ schema }: TakenDump): string | undefined {
  return schema === undefined ? undefined : serializeSnapshot(schema);
}

function idOf({ job, inputs, source }: Parts, takenAt: string): string {
  return backupId({
    series: seriesOf(inputs.series ?? source.database),
    takenAt: new Date(takenAt),
    trigger: triggerOf(job, inputs),
    commit: job.event.commit,
  });
}

function triggerOf({ event }: Job, { trigger }: Pick<Inputs, 'trigger'>): Trigger {
  if (trigger !== 'auto') return trigger;
  if (event.name === 'release' || event.tag !== '') return 'release';
  return event.name === 'schedule' ? 'scheduled' : 'manual';
}

function draftOf(parts: Parts, taken: TakenDump, beside: Beside): ManifestDraft {
  const { job, inputs, source } = parts;
  const { format: _format, files: _files, ...dump } = taken.description;
  const { event } = job;
  const head = beside.migrationHead();
  return {
    id: idOf(parts, taken.snapshot.takenAt),
    series: seriesOf(inputs.series ?? source.database),
    database: source.database,
    origin: {
      trigger: triggerOf(job, inputs),
      repository: event.repository,
      commit: event.commit,
      ...(event.tag === '' ? {} : { tag: event.tag }),
      ...(head === undefined ? {} : { migrationHead: head }),
      ...(event.runUrl === undefined ? {} : { run: event.runUrl }),
    },
    server: taken.server,
    snapshot: taken.snapshot,
    dump,
    proof: inputs.proof,
    facts: taken.facts,
    notInBackup: taken.notInBackup,
    seconds: taken.seconds,
    ...(inputs.keepForever ? { keep: 'forever' } : {}),
  };
}

async function store(
  { job, inputs, stores, recipients, signKey, source }: Parts,
  content: Pick<BackupToStore, 'dump' | 'schemaJson' | 'draft'>,
): Promise<StoredBackup> {
  const { storeBackup } = await import('../backups/store-backup.ts');
  const { log, signal } = job;
  const serverNow = () => timeOf(job, inputs, source);
  return storeBackup({ ...content, stores, recipients, signKey, serverNow, log, signal });
}

async function timeOf(job: Job, inputs: Pick<Inputs, 'timeout'>, source: BackupSource): Promise<Date> {
  await using session = await openSource(job, inputs, source);
  const [row = {}] = await session.query(
    `SELECT pg_catalog.to_char(pg_catalog.now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now`,
  );
  return new Date(text(row, 'now'));
}
