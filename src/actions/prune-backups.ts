import { pruneStore } from '../backups/retention/prune.ts';
import { retentionSection } from '../backups/retention/retention-section.ts';
import { parseRetention } from '../backups/retention/rules.ts';
import { parsePublicKeys } from '../backups/signing-keys.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import * as input from '../runtime/input.ts';
import type { ActionIo } from '../runtime/io.ts';
import { retentionInput, storedBackupInputs } from './backup-inputs.ts';
import { failOnInput, githubInputs, providerInputs } from './common-inputs.ts';
import { openStores } from './open-stores.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { requireSeries } from './stored-backups.ts';

export const definition = defineAction({
  name: 'prune-backups',
  title: 'Prune backups',
  description:
    'Deletes backups that no rule keeps: only those of one series, only behind a newer one that a drill has verified, and says why of each.',
  icon: 'scissors',
  permissions: [
    '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
    '`contents: write`, when the backups are assets of a release.',
  ],
  inputs: {
    from: storedBackupInputs.from,
    series: storedBackupInputs.series,
    ...retentionInput,
    'public-key': storedBackupInputs['public-key'],
    'dry-run': input.boolean({ description: 'Only tell what would be deleted.', default: 'true' }),
    timeout: providerInputs.timeout,
    ...githubInputs,
    ...failOnInput,
  },
  outputs: {
    deleted: 'JSON array of the ids deleted (in a dry run: that would be).',
    kept: 'JSON array of `{ "backup", "reasons" }`.',
    status: '`passed`, `warning` or `failed`.',
  },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  return leavingSection(io, { key: '', id: 'prune-backups', title: 'Retention' }, () => pruneAndTell(io));
}

async function pruneAndTell(io: Io): Promise<void> {
  const { inputs, log, signal, now } = io;
  const rules = parseRetention(inputs.retention ?? '');
  const publicKeys = inputs.publicKey === undefined ? [] : parsePublicKeys(inputs.publicKey);
  const stores = await openStores(io, { ...inputs, destinations: inputs.from, input: 'from' });
  const series = inputs.series ?? (await requireSeries(stores));
  const isDryRun = inputs.dryRun;
  const pruned = [];
  for (const store of stores)
    pruned.push(await pruneStore(store, { series, rules, publicKeys, isDryRun, now, log, signal }));
  const section = retentionSection({ series, isDryRun, stores: pruned });
  const deleted = new Set(pruned.flatMap(({ outcome }) => outcome.deleted));
  const kept = pruned.flatMap(({ plan, outcome }) =>
    plan.decisions
      .filter(({ backup }) => !outcome.deleted.includes(backup.id))
      .map(({ backup, reasons }) => ({ backup: backup.id, reasons })),
  );
  io.output('deleted', JSON.stringify([...deleted]));
  io.output('kept', JSON.stringify(kept));
  io.reports.writeSection('', section);
  io.output('status', statusOf(section));
  concludeSection(io, section, inputs.failOn);
}
