import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupSection } from '../backups/backup-section.ts';
import { serializeManifest } from '../backups/manifest-file.ts';
import { parseRetention } from '../backups/retention/rules.ts';
import type { StoredBackup } from '../backups/store-backup.ts';
import { statusOf } from '../report/verdict.ts';
import { defineAction } from '../runtime/definition.ts';
import type { ActionIo } from '../runtime/io.ts';
import { dumpInputs, retentionInput, storageInputs } from './backup-inputs.ts';
import { backupSourceInputs, onBackupSource } from './backup-source.ts';
import { failOnInput, githubInputs } from './common-inputs.ts';
import { artifactFolder, openStores } from './open-stores.ts';
import { pruneBehind } from './prune-behind.ts';
import { concludeSection } from './section-outcome.ts';
import { leavingSection } from './stages.ts';
import { backUp, type Keys } from './take-backup.ts';

export const definition = defineAction({
  name: 'backup',
  title: 'Back up a database',
  description:
    'Dumps a database and fingerprints every table at one exported snapshot, encrypts, signs and stores it in one or more places.',
  icon: 'archive',
  permissions: [
    '`id-token: write`, where the destination is reached by a role (OIDC) and not by stored keys.',
    '`contents: write`, for `release:` only.',
    'No other for `retention`; but the role in the bucket must read and delete then. Better `prune-backups`, in a job with a role of its own.',
  ],
  inputs: {
    ...backupSourceInputs,
    ...storageInputs,
    ...dumpInputs,
    ...retentionInput,
    ...githubInputs,
    ...failOnInput,
  },
  outputs: {
    'backup-id': 'Id of the backup, such as `app_20261122T050000Z_release_ab12cd3`.',
    location: 'Folder of the first copy.',
    'manifest-path': 'The manifest as stored (docs/schemas/backup-manifest.schema.json).',
    bytes: 'Size of one copy.',
    'artifact-name': 'Name of the artifact; empty unless `to` has one.',
    'artifact-path': 'What is uploaded as that artifact.',
    status: '`passed`, `warning` or `failed`.',
  },
  artifact: { nameOutput: 'artifact-name', pathOutput: 'artifact-path' },
});

type Io = ActionIo<typeof definition>;

export function run(io: Io): Promise<void> {
  return leavingSection(io, { key: '', id: 'backup', title: 'Backup' }, () => backUpAndTell(io));
}

/** Everything that a wrong input can spoil is read before anything is dumped. */
async function backUpAndTell(io: Io): Promise<void> {
  const { inputs } = io;
  const keys = await readKeys(io);
  const rules = inputs.retention === undefined ? undefined : parseRetention(inputs.retention);
  const stores = await openStores(io, { ...inputs, destinations: inputs.to, input: 'to' });
  const { refusePublicPlaintext } = await import('../backups/store-backup.ts');
  refusePublicPlaintext(stores, keys.recipients);
  const { stored, source, findings } = await onBackupSource(io, inputs, async (given) => {
    const made = await backUp({ job: io, inputs, source: given, stores, ...keys });
    return { ...made, source: given };
  });
  await giveOutputs(io, stored);
  const section = backupSection({
    stored,
    source: source.description,
    signedBy: keys.signKey?.id,
    restorePoint: source.restorePoint,
    findings,
  });
  io.reports.writeSection('', section);
  io.output('status', statusOf(section));
  concludeSection(io, section, inputs.failOn);
  if (rules === undefined) return;
  const { series } = stored.manifest;
  const pruned = await pruneBehind(io, { stores, series, rules, signKey: keys.signKey });
  io.reports.writeSection('', pruned);
  concludeSection(io, pruned, inputs.failOn);
}

async function readKeys({ inputs }: Io): Promise<Keys> {
  const { parseRecipients } = await import('../backups/encryption/recipients.ts');
  const { parseSignKey } = await import('../backups/signing-keys.ts');
  return {
    recipients: inputs.encryptTo === '' ? undefined : await parseRecipients(inputs.encryptTo),
    signKey: inputs.signKey === undefined ? undefined : parseSignKey(inputs.signKey),
  };
}

async function giveOutputs(io: Io, stored: StoredBackup): Promise<void> {
  const { manifest, bytes, copies } = stored;
  const path = join(io.reports.directory(''), `${manifest.id}.manifest.json`);
  await writeFile(path, serializeManifest(manifest));
  io.output('backup-id', manifest.id);
  io.output('location', copies[0] === undefined ? '' : `${copies[0].location}/${copies[0].folder}`);
  io.output('manifest-path', path);
  io.output('bytes', bytes);
  const isArtifact = copies.some(({ location }) => location === 'artifact');
  io.output('artifact-name', isArtifact ? `backup-${manifest.id}` : '');
  io.output('artifact-path', isArtifact ? artifactFolder(io) : '');
}
