import { fileURLToPath } from 'node:url';
import { fencedCode, inlineCode } from '../report/escape.ts';
import { backupFolder } from './backup-id.ts';
import type { BackupManifest } from './manifest.ts';
import { shellQuoted } from './shell-words.ts';

type Source = Pick<BackupManifest, 'id' | 'origin'>;

/** How to get a backup's files from one place into the current folder, with stock programs. Markdown. */
export function fetchingFrom(location: string, source: Source): string {
  const folder = backupFolder(source.id);
  const commands = commandsFor(location, { folder, source });
  if (commands === undefined) return `From ${inlineCode(location)}: the files below ${inlineCode(folder)}.`;
  return `From ${inlineCode(location)}:\n\n${fencedCode(commands, 'bash')}`;
}

interface Place {
  readonly folder: string;
  readonly source: Source;
}

function commandsFor(location: string, { folder, source }: Place): string | undefined {
  if (location.startsWith('s3://')) return fromBucket(location, folder);
  if (location.startsWith('file:///')) return `cp ${shellQuoted(`${fileURLToPath(location)}/${folder}`)}/* .`;
  if (location.startsWith('release:'))
    return fromRelease(location.slice('release:'.length), { folder, source });
  if (location === 'artifact') return fromArtifact({ folder, source });
  return undefined;
}

/** `s3://bucket/prefix`, with `?endpoint=…` where it is not AWS. */
function fromBucket(location: string, folder: string): string {
  const [address = '', query] = location.split('?endpoint=');
  const endpoint = query === undefined ? '' : ` --endpoint-url ${shellQuoted(query)}`;
  const from = shellQuoted(`${address.replace(/\/$/, '')}/${folder}/`);
  return `aws s3 cp --recursive${endpoint} ${from} .`;
}

/** Assets have no folders: their names hold the whole key, with `--` for each slash. */
function fromRelease(tag: string, { folder, source }: Place): string {
  const prefix = `${folder.replaceAll('/', '--')}--`;
  const repository =
    source.origin.repository === '' ? '' : ` --repo ${shellQuoted(source.origin.repository)}`;
  return [
    `gh release download ${shellQuoted(tag)}${repository} --pattern ${shellQuoted(`${prefix}*`)}`,
    `for file in ${prefix}*; do mv -- "$file" "\${file#${prefix}}"; done`,
  ].join('\n');
}

/** GitHub deletes artifacts after 90 days at the latest, 400 in private repositories. */
function fromArtifact({ folder, source }: Place): string {
  const { repository, run } = source.origin;
  const number = /\/runs\/(\d+)/.exec(run ?? '')?.[1] ?? '';
  const from = repository === '' ? '' : ` --repo ${shellQuoted(repository)}`;
  return [
    `gh run download ${number}${from} --name ${shellQuoted(`backup-${source.id}`)}`.replace('  ', ' '),
    `cp ${folder}/* .`,
  ].join('\n');
}
