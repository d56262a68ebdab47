/** The drills of one run of `verify-backup`, and what they come to. */
import { takenAtOf } from '../backups/backup-id.ts';
import { chooseDrills } from '../backups/drill/choose-drills.ts';
import type { DrillRecord } from '../backups/drill/drill.ts';
import { drillFindings } from '../backups/drill/drill-findings.ts';
import type { DrillOutcome } from '../backups/drill/drill-parts.ts';
import type { DrillReport } from '../backups/drill/drill-section.ts';
import type { Gathered } from '../backups/drill/gather-backups.ts';
import { ageFindings, measureRpo, rpoFindings, rtoFindings } from '../backups/drill/objectives.ts';
import { couldNotVerify } from '../backups/drill/rules.ts';
import { describeOutcome, runDrill } from '../backups/drill/run-drill.ts';
import type { Finding } from '../report/finding.ts';
import { findingOf } from '../report/rule.ts';
import type { Job } from '../runtime/io.ts';
import { type DrillPlace, openDrillTarget, type PlaceInputs } from './drill-target.ts';
import { drillParts, restoreContext, type StoredBackupInputs, type StoredBackups } from './stored-backups.ts';

interface DrillingJob extends Job {
  readonly inputs: StoredBackupInputs &
    PlaceInputs & {
      readonly randomOlder: boolean;
      readonly seed: string | undefined;
      readonly maxRto: number;
      readonly maxRpo: number;
      readonly maxAge: number;
    };
}

export interface DrillAll {
  readonly io: DrillingJob;
  readonly place: DrillPlace;
  readonly backups: StoredBackups;
  readonly found: readonly Gathered[];
  readonly history: readonly DrillRecord[];
  readonly assertions: readonly string[];
}

/** One drill after the other: they share the machine. */
export async function drillAll(request: DrillAll): Promise<readonly DrillOutcome[]> {
  const { io, place, backups, found, history, assertions } = request;
  const { inputs } = io;
  const chosen = chooseDrills({
    backups: found,
    history,
    backupId: inputs.backupId,
    hasRandomOlder: inputs.randomOlder,
    seed: inputs.seed ?? `${io.environment.GITHUB_RUN_ID ?? ''}-${io.environment.GITHUB_RUN_ATTEMPT ?? ''}`,
  });
  const outcomes: DrillOutcome[] = [];
  for (const one of chosen) {
    const outcome = await io.log.group(`Restoring ${one.backupId} from ${one.location}`, () =>
      runDrill(
        {
          ...drillParts(io, inputs, { backups, chosen: one, assertions }),
          openTarget: (manifest, context) => openDrillTarget({ job: io, inputs, place, manifest }, context),
        },
        restoreContext(io, inputs),
      ),
    );
    io.log.info(describeOutcome(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

export interface Judgement {
  readonly io: DrillingJob;
  readonly series: string;
  readonly found: readonly Gathered[];
  readonly history: readonly DrillRecord[];
  readonly outcomes: readonly DrillOutcome[];
}

/** What all of it comes to, held against the objectives. */
export function judge({ io, series, found, history, outcomes }: Judgement): DrillReport {
  const { maxRto, maxRpo } = io.inputs;
  const now = io.now();
  const rpo = measureRpo([...outcomes.map(({ record: made }) => made), ...history], now);
  const records = outcomes.map(({ record: made }) =>
    rpo === undefined ? made : { ...made, rpoSeconds: rpo },
  );
  return {
    ...{ series, records, rpo, maxRto, maxRpo },
    history: [...records, ...history].toSorted((left, right) => (left.id < right.id ? 1 : -1)),
    findings: [
      ...(outcomes.length === 0 ? [nothingToRestore(io, series, found)] : []),
      ...outcomes.flatMap(drillFindings),
      ...records.flatMap((made) => rtoFindings(made, { maxRto, maxRpo })),
      ...rpoFindings(rpo, { maxRto, maxRpo }, series),
      ...ageOf(io, series, found),
    ],
  };
}

function nothingToRestore(io: DrillingJob, series: string, found: readonly Gathered[]): Finding {
  const { backupId } = io.inputs;
  const message =
    backupId === undefined || found.length === 0
      ? `There is no backup of ${series} to restore.`
      : `There is no backup ${backupId}; the newest is ${found[0]?.id}.`;
  return findingOf(couldNotVerify, {
    subject: backupId ?? series,
    message,
    fix: 'Is `from` the very place that `backup` stores to, and `series` the name it uses? A backup that was not finished does not count.',
  });
}

/** Of the newest backup, verified or not. */
export function ageOf(io: DrillingJob, series: string, found: readonly Gathered[]): readonly Finding[] {
  const { maxAge } = io.inputs;
  const [newest] = found;
  const newestTakenAt = newest === undefined ? undefined : takenAtOf(newest.id);
  return ageFindings({ series, newestTakenAt, now: io.now(), maxAge });
}
