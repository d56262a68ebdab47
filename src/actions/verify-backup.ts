import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takenAtOf } from '../backups/backup-id.ts';
import { badgeJson } from '../backups/drill/badge.ts';
import { chooseDrills } from '../backups/drill/choose-drills.ts';
import type { DrillRecord } from '../backups/drill/drill.ts';
import { drillFindings } from '../backups/drill/drill-findings.ts';
import { newestVerified, readHistory, writeRecord } from '../backups/drill/drill-history.ts';
import { serializeRecord } from '../backups/drill/drill-record-file.ts';
import { type DrillReport, drillSection, worstVerdict } from '../backups/drill/drill-section.ts';
import { evidenceJson } from '../backups/drill/evidence.ts';
import { freshnessSection } from '../backups/drill/freshness-section.ts';
import { type Gathered, gatherBackups } from '../backups/drill/gather-backups.ts';
import { ageFindings, measureRpo, rpoFindings, rtoFindings } from '../backups/drill/objectives.ts';
import { rtoSvg } from '../backups/drill/rto-chart.ts';
import { couldNotVerify, drillNotRecorded } from '../backups/drill/rules.ts';
import { type DrillOutcome, describeOutcome, runDrill } from '../backups/drill/run-drill.ts';
import type { Finding } from '../report/finding.ts';
import { findingOf } from '../report/rule.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { version } from '../version.ts';
import { storedBackupInputs } from './backup-inputs.ts';
import { branchInputs, databaseInputs, failOnInput, githubInputs, providerInputs } from './common-inputs.ts';
import { keepIssue } from './drill-issue.ts';
import { type DrillPlace, openDrillTarget, readPlace } from './drill-target.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import {
  drillParts,
  openStoredBackups,
  readAssertions,
  restoreContext,
  type StoredBackups,
} from './stored-backups.ts';

export const definition = defineAction({
  name: 'verify-backup',
  title: 'Verify a backup',
  description:
    'Restores a stored backup into a database that is thrown away, proves it equal to what was dumped, and measures how long that takes.',
  icon: 'shield',
  permissions: [
    '`issues: write`, to open one issue when a drill fails or backups are stale, and to close it again (not needed with `issue: false`).',
    '`contents: read`, when the backups are assets of a release.',
  ],
  inputs: {
    mode: input.choice({
      description:
        '`drill` restores a backup. `freshness` only looks how old the newest backup and the newest verified one are: no database, seconds, for every push.',
      choices: ['drill', 'freshness'],
      default: 'drill',
    }),
    ...storedBackupInputs,
    'random-older': input.boolean({
      description: 'Restore one of the older backups too, drawn by lot.',
      default: 'false',
    }),
    seed: input.optional({
      description: 'For the lot: the same seed draws the same of the same backups. Default: the run’s id.',
    }),
    into: input.optional({
      description:
        'Where to restore to: `embedded`, a server of the source’s major version on this runner; a connection URI, on whose server a database is made and dropped again; or `neon`, a branch that is deleted again. Default: `embedded`.',
    }),
    'max-rto': input.duration({
      description:
        'Longest that a restore may take, from the download to the last comparison; `0s` = no limit.',
      default: '0s',
      minimum: '0s',
    }),
    'max-rpo': input.duration({
      description: 'Greatest age of the newest verified backup, counted from its snapshot; `0s` = no limit.',
      default: '0s',
      minimum: '0s',
    }),
    'max-age': input.duration({
      description: 'Greatest age of the newest backup, verified or not; `0s` = no limit.',
      default: '0s',
      minimum: '0s',
    }),
    issue: input.boolean({
      description:
        'Open one issue when a drill fails or backups are stale, and close it when all is well again.',
      default: 'true',
    }),
    key: branchInputs.key,
    ...providerInputs,
    ...databaseInputs,
    ...githubInputs,
    ...failOnInput,
  },
  outputs: {
    verdict: '`verified`, `failed` or `could-not-verify`; under `mode: freshness` `fresh` or `stale`.',
    'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
    'rto-seconds': 'Seconds from the download to the last comparison.',
    'rpo-seconds': 'Age of the newest verified backup in seconds; empty while there is none.',
    'evidence-path': 'The evidence for auditors, an in-toto statement (JSON).',
    'record-path': 'The record of the drill (docs/schemas/drill.schema.json).',
    'chart-path': 'A picture of how long restores took (SVG).',
    'badge-path': 'Data for a badge (JSON, https://shields.io/badges/endpoint-badge).',
    status: '`passed`, `warning` or `failed`.',
  },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  const place = readPlace(io, io.inputs.into);
  const step = { key: io.inputs.key ?? '', id: 'verify-backup', title: 'Restore drill' };
  return leavingSection(io, step, () =>
    io.inputs.mode === 'freshness' ? tellFreshness(io) : drillAndTell(io, place),
  );
}

async function tellFreshness(io: Io): Promise<void> {
  const { maxRpo, maxAge } = io.inputs;
  const backups = await openStoredBackups(io, io.inputs);
  const { series, stores } = backups;
  const found = await gatherBackups(stores, series);
  const history = await readHistory({ ...io, stores, series });
  const rpo = measureRpo(history, io.now());
  const findings = [...ageOf(io, series, found), ...rpoFindings(rpo, { maxRto: 0, maxRpo }, series)];
  const section = freshnessSection({
    series,
    newest: found[0]?.id,
    verified: newestVerified(history)?.backupId,
    rpo,
    findings,
    ...{ maxRpo, maxAge, now: io.now() },
  });
  io.output('verdict', findings.length === 0 ? 'fresh' : 'stale');
  io.output('rpo-seconds', rpo === undefined ? '' : String(rpo));
  io.output('status', statusOf(section));
  io.reports.writeSection(io.inputs.key ?? '', section);
  await keepIssue(io, io.inputs, { series, section });
  concludeSection(io, section, io.inputs.failOn);
}

function ageOf(io: Io, series: string, found: readonly Gathered[]): readonly Finding[] {
  const { maxAge } = io.inputs;
  const [newest] = found;
  const newestTakenAt = newest === undefined ? undefined : takenAtOf(newest.id);
  return ageFindings({ series, newestTakenAt, now: io.now(), maxAge });
}

async function drillAndTell(io: Io, place: DrillPlace): Promise<void> {
  const { inputs } = io;
  const assertions = readAssertions(io, inputs.assertSql);
  const backups = await openStoredBackups(io, inputs);
  const { stores, series } = backups;
  const found = await gatherBackups(stores, series);
  const history = await readHistory({ ...io, stores, series });
  const outcomes = await drillAll({ io, place, backups, found, history, assertions });
  const judged = judge({ io, series, found, history, outcomes });
  const notRecorded = await record(io, stores, judged.records);
  const report = { ...judged, findings: [...judged.findings, ...notRecorded] };
  const section = drillSection(report);
  writeFiles(io, report, outcomes);
  const [first] = report.records;
  io.output('verdict', worstVerdict(report.records.map(({ verdict }) => verdict)));
  io.output('backup-id', first?.backupId ?? '');
  io.output('rto-seconds', first === undefined ? '' : String(first.rtoSeconds));
  io.output('rpo-seconds', report.rpo === undefined ? '' : String(report.rpo));
  io.output('status', statusOf(section));
  io.reports.writeSection(inputs.key ?? '', section);
  await keepIssue(io, inputs, { series, section });
  // Whatever `fail-on` says of warnings: what is not proved is no success.
  concludeSection(io, section, inputs.failOn === 'never' ? 'error' : inputs.failOn);
}

interface DrillAll {
  readonly io: Io;
  readonly place: DrillPlace;
  readonly backups: StoredBackups;
  readonly found: readonly Gathered[];
  readonly history: readonly DrillRecord[];
  readonly assertions: readonly string[];
}

async function drillAll(request: DrillAll): Promise<readonly DrillOutcome[]> {
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
          openTarget: ({ server }, context) => openDrillTarget({ job: io, inputs, place, server }, context),
        },
        restoreContext(io, inputs),
      ),
    );
    io.log.info(describeOutcome(outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

interface Judgement {
  readonly io: Io;
  readonly series: string;
  readonly found: readonly Gathered[];
  readonly history: readonly DrillRecord[];
  readonly outcomes: readonly DrillOutcome[];
}

function judge({ io, series, found, history, outcomes }: Judgement): DrillReport {
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

function nothingToRestore(io: Io, series: string, found: readonly Gathered[]): Finding {
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

async function record(
  io: Io,
  stores: StoredBackups['stores'],
  records: readonly DrillRecord[],
): Promise<readonly Finding[]> {
  const failed = (await Promise.all(records.map((made) => writeRecord(made, { ...io, stores })))).flat();
  return failed.map(({ location, reason }) =>
    findingOf(drillNotRecorded, {
      subject: location,
      message: `The record could not be written: ${reason}`,
      fix: 'Let the role of the drill write below `<series>/drills/` (S3: `s3:PutObject`).',
    }),
  );
}

/** Files beside the report, to be kept as an artifact or uploaded. */
function writeFiles(io: Io, report: DrillReport, outcomes: readonly DrillOutcome[]): void {
  const folder = io.reports.directory(io.inputs.key ?? '');
  const write = (name: string, output: keyof typeof definition.outputs, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, io.redact(content));
    io.output(output, path);
  };
  const { series, records, history, maxRto } = report;
  write('restore-times.svg', 'chart-path', rtoSvg(history, { series, maxRto }));
  const [first] = records;
  if (first === undefined) return;
  write('drill.json', 'record-path', serializeRecord(first));
  const verdict = worstVerdict(records.map((made) => made.verdict));
  const verifiedAt = newestVerified(history)?.takenAt.toISOString();
  write('badge.json', 'badge-path', badgeJson({ verdict, verifiedAt, rtoSeconds: first.rtoSeconds }));
  const { repository, commit, runUrl } = io.event;
  const evidence = evidenceJson({
    ...{ record: first, manifest: outcomes[0]?.manifest, repository, commit, runUrl },
    actionVersion: version,
  });
  if (evidence !== undefined) write('drill-evidence.json', 'evidence-path', evidence);
}
