/** One drill: a stored backup, downloaded, authenticated, restored, compared; its record whatever comes of it. */
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { ExternalError, UserError } from '../../errors.ts';
import { libpqEnvironment } from '../../postgres/libpq-environment.ts';
import type { Finding } from '../../report/finding.ts';
import { formatBytes } from '../../report/quantity.ts';
import type { SchemaSnapshot } from '../../schema/snapshot.ts';
import { BackupDamage } from '../damage.ts';
import type { BackupManifest } from '../manifest.ts';
import type { ProveCopyRequest } from '../restore/prove-copy.ts';
import { type CopyProof, type FactsReader, proveCopy } from '../restore/prove-copy.ts';
import { type RestoreCopyRequest, type RestoredCopy, restoreCopy } from '../restore/restore-copy.ts';
import { type RestoreContext, type RestoreTarget, UnfitTargetError } from '../restore/restore-target.ts';
import type { DrillMachine, DrillRecord, DrillVerdict } from './drill.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

/** A backup whose manifest was read, and its signature checked where a key is given. */
export interface DrilledBackup {
  readonly manifest: BackupManifest;
  /** Hex, of its exact bytes. */
  readonly manifestSha256: string;
  /** By one of the keys that are trusted. */
  readonly isSigned: boolean;
  /** All hashes are checked before it resolves. @throws BackupDamage */
  fetch(folder: string): Promise<FetchedDump>;
}

export interface FetchedDump {
  /** Folder or file that pg_restore reads. */
  readonly archive: string;
  readonly schema: SchemaSnapshot | undefined;
  /** Downloaded. */
  readonly bytes: number;
}

export interface DrillSubject {
  readonly backupId: string;
  readonly series: string;
  /** The copy: the store's location. */
  readonly location: string;
  open(): Promise<DrilledBackup>;
}

export interface DrillParts {
  readonly subject: DrillSubject;
  /** @throws UnfitTargetError, UserError, ExternalError when there is none */
  openTarget(manifest: BackupManifest, context: RestoreContext): Promise<RestoreTarget>;
  /** Chooses the programs for the backup; a program that may not be used with it is an UnfitTargetError. */
  programs(backup: DrilledBackup): Promise<DrillPrograms>;
  readonly facts: FactsReader;
  readonly assertions: readonly string[];
  readonly assertionTimeoutMs: number;
  readonly jobs: number;
  /** What the machine is; the target is added. */
  readonly machine: Omit<DrillMachine, 'target'>;
}

export interface DrillPrograms {
  /** Holes of this very pg_restore that were accepted. */
  readonly findings: readonly Finding[];
  readonly restore: RestoreCopyRequest['program'];
  readonly amcheck: ProveCopyRequest['amcheck'];
}

export interface DrillOutcome {
  readonly record: DrillRecord;
  readonly manifest: BackupManifest | undefined;
  readonly restored: RestoredCopy | undefined;
  readonly proof: CopyProof | undefined;
  /** About the programs that were used. */
  readonly programFindings: readonly Finding[];
}

/** @throws only what is our own mistake, and the signal's reason when it was aborted */
export async function runDrill(parts: DrillParts, context: RestoreContext): Promise<DrillOutcome> {
  const startedAt = context.now();
  const stopwatch = createStopwatch();
  const work: Work = { parts, context, stopwatch, found: {} };
  let conclusion: Conclusion;
  try {
    await restoreAndProve(work);
    conclusion = judge(work.found);
  } catch (thrown) {
    context.signal.throwIfAborted();
    conclusion = conclusionOf(thrown);
    context.log.warning(`${parts.subject.backupId}: ${conclusion.reason}`);
  }
  const record = recordOf(work, conclusion, startedAt);
  const { backup, restored, proof, programs } = work.found;
  return { record, manifest: backup?.manifest, restored, proof, programFindings: programs?.findings ?? [] };
}

/** What is known so far; a drill that breaks off tells it. */
interface Found {
  backup?: DrilledBackup;
  dump?: FetchedDump;
  programs?: DrillPrograms;
  target?: Pick<RestoreTarget, 'description'>;
  restored?: RestoredCopy;
  proof?: CopyProof;
}

interface Work {
  readonly parts: DrillParts;
  readonly context: RestoreContext;
  readonly stopwatch: Stopwatch;
  readonly found: Found;
}

async function restoreAndProve({ parts, context, stopwatch, found }: Work): Promise<void> {
  const folder = await mkdtemp(join(context.folder, 'drill-'));
  const own = { ...context, folder };
  try {
    const { backup, dump } = await stopwatch.time('download', () => download(parts, own, found));
    const programs = await parts.programs(backup);
    found.programs = programs;
    // A server has to be there first after a real loss too.
    await using target = await stopwatch.time('restore', () => parts.openTarget(backup.manifest, own));
    found.target = target;
    await using libpq = await libpqEnvironment({
      uri: target.uri,
      environment: context.environment,
      applicationName: 'database-actions/restore',
    });
    const environment = libpq.variables;
    const { manifest } = backup;
    const shared = { manifest, target, environment };
    const restored = await stopwatch.time('restore', () =>
      restoreCopy({ ...shared, archive: dump.archive, program: programs.restore, jobs: parts.jobs }, own),
    );
    found.restored = restored;
    const { facts, assertions, assertionTimeoutMs } = parts;
    found.proof = await proveCopy(
      {
        ...shared,
        ...{ facts, assertions, assertionTimeoutMs, stopwatch },
        schema: dump.schema,
        hasOwners: restored.hasOwners,
        amcheck: programs.amcheck,
      },
      own,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(
  { subject }: DrillParts,
  { folder }: RestoreContext,
  found: Found,
): Promise<{ readonly backup: DrilledBackup; readonly dump: FetchedDump }> {
  const backup = await subject.open();
  found.backup = backup;
  await requireSpace(backup.manifest, folder);
  const dump = await backup.fetch(folder);
  found.dump = dump;
  return { backup, dump };
}

/** The dump as it is stored and unpacked. Restored tables are the target's matter, which may be elsewhere. */
async function requireSpace({ files, dump }: BackupManifest, folder: string): Promise<void> {
  const unpacked = dump.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const stored = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const needed = Math.max(unpacked, stored);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (needed <= free) return;
  throw new UnfitTargetError(
    `The dump needs ${formatBytes(needed)} on the disk of ${folder}, where ${formatBytes(free)} are free.`,
    { hint: 'Use a larger runner, or point RUNNER_TEMP at a larger disk.' },
  );
}

interface Conclusion {
  readonly verdict: DrillVerdict;
  readonly reason?: string;
}

/** Damage is the backup's; anything else that stopped the drill says nothing about it. */
function conclusionOf(thrown: unknown): Conclusion {
  if (thrown instanceof BackupDamage)
    return {
      verdict: thrown.kind === 'wrong key' ? 'could-not-verify' : 'failed',
      reason: thrown.message,
    };
  if (thrown instanceof UnfitTargetError || thrown instanceof UserError || thrown instanceof ExternalError)
    return { verdict: 'could-not-verify', reason: withHint(thrown) };
  if (isNoSpace(thrown))
    return { verdict: 'could-not-verify', reason: 'The disk is full (ENOSPC): use a larger runner.' };
  throw thrown;
}

function withHint({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string | undefined;
}): string {
  return hint === undefined ? message : `${message} ${hint}`;
}

function isNoSpace(thrown: unknown): boolean {
  return (
    thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')
  );
}

/** The first reason, the worst first. */
function judge({ restored, proof, backup }: Found): Conclusion {
  const reasons = [
    told(restored?.problems, ({ subject, message }) => `${subject}: ${message}`),
    told(proof?.differences, ({ subject, message }) => `${subject}: ${message}`),
    told(proof?.corruption, (line) => line),
    told(proof?.schema?.changes, ({ object, change }) => `${object.kind} ${object.name} ${change}`),
    told(proof?.failedAssertions, ({ outcome }) => `a statement of assert-sql gave ${outcome}`),
  ].filter((reason) => reason !== undefined);
  if (reasons[0] !== undefined) return { verdict: 'failed', reason: reasons[0] };
  if (backup !== undefined && !hasFingerprints(backup.manifest))
    return {
      verdict: 'could-not-verify',
      reason: `The backup was made with \`proof: ${backup.manifest.proof}\` and has no fingerprints: there is nothing to compare the content of its tables with.`,
    };
  return { verdict: 'verified' };
}

/** A database without a table has none either. */
function hasFingerprints({ proof, facts }: BackupManifest): boolean {
  return (
    proof !== 'none' && (facts.tables.length > 0 || facts.notCompared.length === 0 || proof === 'source')
  );
}

function told<T>(list: readonly T[] | undefined, words: (entry: T) => string): string | undefined {
  const [first, ...others] = list ?? [];
  if (first === undefined) return undefined;
  return `${words(first)}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
}

function recordOf(
  { parts, context, stopwatch, found }: Work,
  conclusion: Conclusion,
  startedAt: Date,
): DrillRecord {
  const { backup, dump, target, restored, proof } = found;
  const { subject, machine } = parts;
  const facts = backup?.manifest.facts;
  return {
    kind: 'database-actions-drill',
    version: 1,
    id: `${compactTime(startedAt)}_${subject.backupId}`,
    backupId: subject.backupId,
    series: subject.series,
    location: subject.location,
    startedAt: startedAt.toISOString(),
    finishedAt: context.now().toISOString(),
    verdict: conclusion.verdict,
    ...(conclusion.reason === undefined ? {} : { reason: oneLine(conclusion.reason) }),
    manifestSha256: backup?.manifestSha256 ?? '',
    isSigned: backup?.isSigned ?? false,
    timings: stopwatch.timings(),
    rtoSeconds: stopwatch.seconds(),
    bytes: dump?.bytes ?? 0,
    rows: facts?.tables.reduce((sum, { rows }) => sum + rows, 0) ?? 0,
    tables: facts?.tables.length ?? 0,
    machine: { ...machine, target: target?.description ?? 'none' },
    differences: proof?.differences ?? [],
    notInBackup: backup?.manifest.notInBackup ?? [],
    notCompared: [...(restored?.omissions ?? []), ...(proof?.notCompared ?? [])],
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function compactTime(at: Date): string {
  return at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
}

/** For logs: what became of it in one line. */
export function describeOutcome({ record }: Pick<DrillOutcome, 'record'>): string {
  const why = record.reason === undefined ? '' : `: ${record.reason}`;
  return `${record.backupId} (${record.location}): ${record.verdict}${why}`;
}
