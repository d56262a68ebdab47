import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nextCopy } from '../backups/drill/choose-drills.ts';
import { drillFindings } from '../backups/drill/drill-findings.ts';
import type { DrillOutcome } from '../backups/drill/drill-parts.ts';
import { serializeRecord } from '../backups/drill/drill-record-file.ts';
import { gatherBackups } from '../backups/drill/gather-backups.ts';
import { describeOutcome, runDrill } from '../backups/drill/run-drill.ts';
import { choosePoint } from '../backups/restore/choose-point.ts';
import { restoreSection } from '../backups/restore/restore-section.ts';
import { UserError } from '../errors.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { storedBackupInputs } from './backup-inputs.ts';
import { branchInputs, databaseInputs, failOnInput, githubInputs, providerInputs } from './common-inputs.ts';
import { readPlace } from './drill-target.ts';
import { type LastingTarget, planTarget } from './lasting-target.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { drillParts, openStoredBackups, readAssertions, restoreContext } from './stored-backups.ts';

export const definition = defineAction({
  name: 'restore-backup',
  title: 'Restore a backup',
  description:
    'Restores a stored backup into a new database or a new branch, and proves it equal to what was dumped. Nothing that exists is restored over unless it is named twice.',
  icon: 'rotate-ccw',
  permissions: [
    '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
    '`contents: read`, when the backups are assets of a release.',
  ],
  inputs: {
    ...storedBackupInputs,
    tag: input.optional({ description: 'The newest backup that was taken for this release.' }),
    at: input.optional({
      description:
        'The newest backup whose snapshot was taken not later than this moment (ISO 8601 with zone, such as `2026-11-22T05:00:00Z`).',
    }),
    'restored-database': input.optional({
      description:
        'Name of the database that is made. Default: the one that `into` names; on Neon `restored`.',
    }),
    'restored-branch': input.optional({
      description: 'Neon: name of the branch that is made. Default: `restored/<run id>`.',
    }),
    overwrite: input.optional({
      description:
        'Name of the database or branch that exists and may be replaced: the very same as `restored-database` or `restored-branch`. A database goes when the new one is proved; a branch, which must be one that this action made, is reset first.',
    }),
    key: branchInputs.key,
    ...providerInputs,
    ...databaseInputs,
    ...githubInputs,
    ...failOnInput,
  },
  outputs: {
    'database-url': 'Direct connection URI of what was restored (masked); empty when nothing was left.',
    verdict: '`verified`, `failed` or `could-not-verify`.',
    'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
    'rto-seconds': 'Seconds from the download to the last comparison.',
    'record-path': 'The record of the drill (docs/schemas/drill.schema.json).',
    status: '`passed`, `warning` or `failed`.',
  },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  const place = readPlace(io, io.inputs.into);
  if (io.inputs.into === undefined)
    throw new UserError('Input `into` is empty.', {
      hint: 'Say where to restore to: the connection URI of a server, or `neon`.',
    });
  const step = { key: io.inputs.key ?? '', id: 'restore-backup', title: 'Restore' };
  return leavingSection(io, step, async () => {
    const assertions = readAssertions(io, io.inputs.assertSql);
    const context = restoreContext(io, io.inputs);
    const target = await planTarget({ job: io, inputs: io.inputs, place, context });
    await restoreAndTell(io, target, assertions);
  });
}

async function restoreAndTell(io: Io, target: LastingTarget, assertions: readonly string[]): Promise<void> {
  const { inputs } = io;
  const context = restoreContext(io, inputs);
  const outcome = await restore(io, target, assertions);
  io.log.info(describeOutcome(outcome));
  const uri = await settle({ io, target, outcome });
  const { record } = outcome;
  io.output('verdict', record.verdict);
  io.output('backup-id', record.backupId);
  io.output('rto-seconds', String(record.rtoSeconds));
  for (const secret of uri === undefined ? [] : secretsOf(uri)) context.mask(secret);
  io.output('database-url', uri ?? '');
  const path = join(io.reports.directory(inputs.key ?? ''), 'restore.json');
  writeFileSync(path, io.redact(serializeRecord(record)));
  io.output('record-path', path);
  const section = restoreSection({
    record,
    place: uri === undefined ? undefined : target.name,
    findings: drillFindings(outcome),
  });
  io.output('status', statusOf(section));
  io.reports.writeSection(inputs.key ?? '', section);
  concludeSection(io, section, inputs.failOn === 'never' ? 'error' : inputs.failOn);
}

async function restore(io: Io, target: LastingTarget, assertions: readonly string[]): Promise<DrillOutcome> {
  const { inputs } = io;
  const backups = await openStoredBackups(io, inputs);
  const { backupId, tag, at } = inputs;
  const chosen = choosePoint(await gatherBackups(backups.stores, backups.series), { backupId, tag, at });
  // The first place that has it, in the order of `from`.
  const location = nextCopy(chosen, []) ?? '';
  const parts = drillParts(io, inputs, {
    backups,
    chosen: { backupId: chosen.id, location },
    assertions,
  });
  const context = restoreContext(io, inputs);
  try {
    return await runDrill(
      { ...parts, openTarget: ({ server }, opened) => target.open(server, opened) },
      context,
    );
  } catch (thrown) {
    await target.discard({ ...context, signal: new AbortController().signal });
    throw thrown;
  }
}

interface Settlement {
  readonly io: Io;
  readonly target: LastingTarget;
  readonly outcome: DrillOutcome;
}

/**
 * What could be restored stays, even if something of it is different: after a loss it may be all that there is. Over something
 * that exists goes only what was proved.
 */
async function settle({ io, target, outcome }: Settlement): Promise<string | undefined> {
  const context = restoreContext(io, io.inputs);
  const isProved = outcome.record.verdict === 'verified';
  const isUseful = outcome.restored !== undefined && io.inputs.overwrite === undefined;
  if (isProved || isUseful) return target.finish(context);
  await target.discard(context);
  return undefined;
}
