import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { badgeJson } from '../backups/drill/badge.ts';
import type { DrillRecord } from '../backups/drill/drill.ts';
import { newestVerified, readHistory, writeRecord } from '../backups/drill/drill-history.ts';
import type { DrillOutcome } from '../backups/drill/drill-parts.ts';
import { serializeRecord } from '../backups/drill/drill-record-file.ts';
import { type DrillReport, drillSection, worstVerdict } from '../backups/drill/drill-section.ts';
import { evidenceJson } from '../backups/drill/evidence.ts';
import { freshnessSection } from '../backups/drill/freshness-section.ts';
import { gatherBackups } from '../backups/drill/gather-backups.ts';
import { measureRpo, rpoFindings } from '../backups/drill/objectives.ts';
import { rtoSvg } from '../backups/drill/rto-chart.ts';
import { drillNotRecorded } from '../backups/drill/rules.ts';
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
import { ageOf, drillAll, judge } from './drill-run.ts';
import { type DrillPlace, readPlace } from './drill-target.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { openStoredBackups, readAssertions, type StoredBackups } from './stored-backups.ts';

export const definition = defineAction({
  name: 'verify-backup',
  title: 'Verify a backup',
  description:
    'Restores a stored backup into a database that is thrown away, proves it equal to what was dumped, and measures how long that takes.',
  icon: 'shield',
  permissions: [
    '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
    '`issues: write`, to open one issue when a drill fails or backups are stale, and to close it again (not needed with `issue: false`).',
    '`contents: write`, when the backups are assets of a release: the record of the drill becomes one too.',
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
  // Young enough is not proved: what a drill that failed has opened, only a drill that verifies may close.
  const isDoubted = history[0] !== undefined && history[0].verdict !== 'verified';
  if (!isDoubted || statusOf(section) === 'failed') await keepIssue(io, io.inputs, { series, section });
  concludeSection(io, section, io.inputs.failOn);
}

async function drillAndTell(io: Io, place: DrillPlace): Promise<void> {
  const { inputs } = io;
  // Whatever breaks it off: what is not proved must not look as if it were.
  io.output('verdict', 'could-not-verify');
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
