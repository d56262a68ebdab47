/** One drill: a stored backup, downloaded, authenticated, restored, compared; its record whatever comes of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { libpqEnvironment } from '../../postgres/libpq-environment.ts';
import { proveCopy } from '../restore/prove-copy.ts';
import { restoreCopy } from '../restore/restore-copy.ts';
import type { RestoreContext } from '../restore/restore-target.ts';
import { type Conclusion, conclusionOf, judge } from './conclusion.ts';
import type { DrillRecord } from './drill.ts';
import type { DrilledBackup, DrillOutcome, DrillParts, FetchedDump, Found } from './drill-parts.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

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
        jobs: parts.jobs,
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
  const dump = await backup.fetch(folder);
  found.dump = dump;
  return { backup, dump };
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
