/** `RECOVERY.md` of a backup: how to restore it by hand, with stock programs alone. */

import { majorOf } from '../postgres/client-program.ts';
import { safeRestoreVersions } from '../postgres/client-programs/security-findings.ts';
import { fencedCode, inlineCode } from '../report/escape.ts';
import { counted, formatBytes, formatCount } from '../report/quantity.ts';
import type { BackupFile, BackupManifest } from './manifest.ts';
import { manifestName, signatureName } from './manifest.ts';
import { fetchingFrom } from './recovery-fetching.ts';
import { shellQuoted } from './shell-words.ts';

export interface RecoveryFacts {
  /** Without `RECOVERY.md` itself. */
  readonly manifest: Omit<BackupManifest, 'finishedAt' | 'seconds'>;
  /** Of every store that has a copy. */
  readonly locations: readonly string[];
  /** PEM of the key that signs the manifest; undefined when it is not signed. */
  readonly publicKey: string | undefined;
}

/** Markdown. The same facts give the same text; names of the database cannot leave their place. */
export function recoveryPage(facts: RecoveryFacts): string {
  const { manifest } = facts;
  const sections = [
    `# Restoring ${inlineCode(manifest.id)} by hand`,
    `Everything here works without NeonHub Database Actions. ${taken(manifest)}`,
    '## 1. Fetch it',
    ...facts.locations.map((location) => fetchingFrom(location, manifest)),
    '## 2. Check that it is what was stored',
    checking(facts),
    ...decrypting(manifest),
    '## Unpack',
    unpacking(manifest),
    '## Restore',
    restoring(manifest),
    '## What must be there afterwards',
    expected(manifest),
    '## What is not in it',
    omissions(manifest),
  ];
  return `${numbered(sections).join('\n\n')}\n`;
}

/** Numbers the headings of the steps anew: how many there are depends on the backup. */
function numbered(sections: readonly string[]): readonly string[] {
  let step = 0;
  return sections.map((section) => {
    if (!/^## (?:\d+\. |Unpack|Restore|Decrypt)/.test(section)) return section;
    step += 1;
    return section.replace(/^## (?:\d+\. )?/, `## ${step}. `);
  });
}

function taken({ database, server, snapshot }: RecoveryFacts['manifest']): string {
  return `It is the database ${inlineCode(database)} of PostgreSQL ${inlineCode(server.version)} as it was at ${snapshot.takenAt}.`;
}

function checking({ manifest: { files }, publicKey }: RecoveryFacts): string {
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n');
  const byHash = `${fencedCode(`sha256sum -c <<'END'\n${sums}\nEND`, 'bash')}\n\nThese sums are in \`${manifestName}\` too.`;
  if (publicKey === undefined)
    return `${byHash} The manifest is not signed: the sums tell accidents, not somebody who has changed both.`;
  return [
    `${byHash} Whoever could change the dump could change this page as well, so check the manifest's signature, with the public key **from where you keep it**; the one that was used is`,
    fencedCode(publicKey.trim(), ''),
    fencedCode(
      `tail -n 1 ${signatureName} | base64 -d > sig.bin\nopenssl pkeyutl -verify -pubin -inkey key.pub -rawin -in ${manifestName} -sigfile sig.bin`,
      'bash',
    ),
    'OpenSSL 3 says `Signature Verified Successfully`. Then compare the sums above with those in the manifest. Stop here if anything differs: pg_restore must not read an archive that somebody has changed.',
  ].join('\n\n');
}

function decrypting({ encryption, files }: RecoveryFacts['manifest']): readonly string[] {
  if (encryption.kind === 'none') return [];
  const dump = dumpFile(files);
  const isPostQuantum = encryption.recipients.some((key) => /^age1(?:pq|tagpq)1/.test(key));
  return [
    '## Decrypt',
    [
      `With [age](https://age-encryption.org)${isPostQuantum ? ' 1.3 or later' : ''} and the private key of one of these recipients in \`key.txt\`:`,
      fencedCode(encryption.recipients.join('\n'), ''),
      fencedCode(
        files
          .filter(({ plain }) => plain !== undefined)
          .map(({ name }) => `age -d -i key.txt -o ${withoutAge(name)} ${name}`)
          .join('\n'),
        'bash',
      ),
      `${inlineCode(withoutAge(dump.name))} then has ${dump.plain?.bytes ?? dump.bytes} bytes and the SHA-256 ${inlineCode(dump.plain?.sha256 ?? dump.sha256)}.`,
    ].join('\n\n'),
  ];
}

function unpacking({ dump, files }: RecoveryFacts['manifest']): string {
  const name = withoutAge(dumpFile(files).name);
  if (dump.format === 'custom') return `Nothing to do: ${inlineCode(name)} is what pg_restore reads.`;
  return fencedCode(`mkdir dump\ntar -xf ${name} -C dump`, 'bash');
}

function restoring({ database, dump, files, server, facts }: RecoveryFacts['manifest']): string {
  const source = dump.format === 'custom' ? withoutAge(dumpFile(files).name) : 'dump';
  const target = shellQuoted(database);
  const roles = facts.roles.map((role) => inlineCode(role)).join(', ');
  return [
    `Use pg_restore of PostgreSQL ${safeVersions(dump.clientVersion)}; older ones can be made to run code by a crafted archive.`,
    roles === ''
      ? 'No role is needed but the one that restores.'
      : `These roles must exist, or add \`--no-owner --no-acl\`: ${roles}.`,
    fencedCode(
      [
        `createdb --template=template0 --encoding=${shellQuoted(server.encoding)} --locale=${shellQuoted(server.locale)} -- ${target}`,
        `pg_restore -j 4 --exit-on-error --dbname=${shellQuoted(connectionTo(database))} ${source}`,
        `psql --dbname=${shellQuoted(connectionTo(database))} -c ANALYZE`,
      ].join('\n'),
      'bash',
    ),
    'Where the locale is unknown to the new machine, leave `--locale` away: text then sorts differently. The dump has no planner statistics; without ANALYZE the first hours are slow.',
  ].join('\n\n');
}

/** Each major from the dump's own on, with its first safe minor. */
function safeVersions(clientVersion: number): string {
  const own = majorOf(clientVersion);
  const versions = safeRestoreVersions(own);
  const later = versions.length === 0 ? own : Number.parseInt(versions.at(-1) ?? '', 10) + 1;
  return [...versions, `${later} or any later major`].join(', ');
}

const mostTables = 200;

function expected({ facts, proof }: RecoveryFacts['manifest']): string {
  const { tables, sequences, largeObjects } = facts;
  if (proof === 'none') return 'Nothing was counted when it was taken.';
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const shown = tables
    .toSorted((left, right) => right.bytes - left.bytes)
    .slice(0, mostTables)
    .map((table) => `| ${inlineCode(`${table.schema}.${table.name}`)} | ${table.rows} |`);
  return [
    `${counted(tables.length, 'table')} with ${counted(rows, 'row')} together, ${counted(sequences.length, 'sequence')}, ${counted(largeObjects.count, 'large object')} of ${formatBytes(largeObjects.bytes)}.`,
    shown.length === 0 ? '' : ['| table | rows |', '|---|--:|', ...shown].join('\n'),
    tables.length > mostTables
      ? `The ${formatCount(tables.length - mostTables)} smaller ones are in \`${manifestName}\`, under \`facts.tables\`.`
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function omissions({ notInBackup, facts }: RecoveryFacts['manifest']): string {
  const lines = notInBackup.map(
    ({ subject, reason }) => `- ${inlineCode(subject)}: ${inlineCode(reason, 1_000)}`,
  );
  const settings = facts.settings.map(
    (setting) => `- \`ALTER DATABASE … SET\` ${inlineCode(setting, 1_000)}`,
  );
  return [...lines, ...settings].join('\n') || 'Nothing is known to be missing.';
}

function dumpFile(files: readonly BackupFile[]): BackupFile {
  const dump = files.find(({ role }) => role === 'dump');
  if (dump === undefined) throw new Error('The manifest names no dump.');
  return dump;
}

export function withoutAge(name: string): string {
  return name.replace(/\.age$/, '');
}

/** A database whose name is no plain word could be read as a connection string. */
function connectionTo(database: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(database)) return database;
  return `dbname='${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
