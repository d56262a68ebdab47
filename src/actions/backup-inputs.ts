import { triggers } from '../backups/backup-id.ts';
import { proofModes } from '../backups/proof/database-facts.ts';
import * as input from '../runtime/input.ts';

/** What means the same where backups are made and where they are read. */
const sharedInputs = {
  series: input.optional({
    description:
      'Name under which the backups of one database lie together: letters, digits, dots and hyphens. Default: the name of the database; where backups are read, the only series that is there.',
  }),
  jobs: input.integer({
    description:
      'Connections at the same time: that dump and hash, or restore and compare. Default (`0`): one for each core.',
    default: '0',
    minimum: 0,
    maximum: 64,
  }),
  'install-client': input.boolean({
    description:
      'Install the client programs of the server’s version from apt.postgresql.org where the runner has none that fit (Debian and Ubuntu).',
    default: 'true',
  }),
} as const;

/** What is dumped, and how. */
export const dumpInputs = {
  ...sharedInputs,
  proof: input.choice({
    description:
      'What a drill compares a restored copy with. `source`: every row, hashed at the source in the snapshot that is dumped. `archive`: every row as the dump holds it, without another query. `none`: nothing.',
    choices: proofModes,
    default: 'source',
  }),
  'include-tables': input.list({
    description:
      'Only these tables: patterns as of `pg_dump --table`. Neither extensions nor large objects are in such a backup. Default: the whole database.',
  }),
  'exclude-tables': input.list({
    description: 'Tables to leave out, definition and all: patterns as of `pg_dump --exclude-table`.',
  }),
  'exclude-table-rows': input.list({
    description: 'Tables whose rows are left out: patterns as of `pg_dump --exclude-table-data`.',
  }),
  spool: input.choice({
    description:
      '`disk`: the dump is written to the runner’s disk first, by several connections. `never`: it goes straight to the destinations, by one connection, however large it is.',
    choices: ['disk', 'never'],
    default: 'disk',
  }),
  'lock-timeout': input.duration({
    description: 'Longest that the dump waits for a table that someone has locked.',
    default: '2m',
    maximum: '6h',
  }),
} as const;

/** Where a backup goes, and who can read it. */
export const storageInputs = {
  to: input.required({
    description:
      'Destinations, one a line; each gets a full copy. `s3://bucket/prefix?region=…` (also `endpoint=…` for R2, B2, MinIO, GCS), `file:///folder`, `release:`, `artifact`.',
  }),
  'encrypt-to': input.string({
    description:
      'Public keys of age, one a line: who can decrypt. This workflow then cannot. Empty: plaintext, which no public place gets.',
  }),
  'sign-key': input.secret({
    description: 'ed25519 private key (PEM, or OpenSSH without a passphrase) that signs the manifest.',
  }),
  'keep-forever': input.boolean({ description: 'No retention rule deletes this backup.', default: 'false' }),
  trigger: input.choice({
    description:
      'What the backup is taken for, as retention counts it. `auto`: by the event, `release` for a release or a tag.',
    choices: ['auto', ...triggers],
    default: 'auto',
  }),
} as const;

/** Of the actions that read stored backups; each takes all of them. */
export const storedBackupInputs = {
  ...sharedInputs,
  from: input.required({
    description:
      'Where the backups are stored, one destination a line, as in `to` of `backup`: `s3://bucket/prefix?region=…`, `file:///folder`, `release:tag`.',
  }),
  into: input.optional({
    description:
      'Where to restore to: the connection URI of a server (from a secret), on which a database is made; or `neon`, for a database on a new branch. `verify-backup` throws either away again, and without it takes `embedded`, a server of the source’s major version on this runner.',
  }),
  'backup-id': input.optional({
    description: 'The backup, such as `app_20261122T050000Z_release_ab12cd3`. Default: the newest.',
  }),
  identity: input.secret({
    description:
      'Private key of age (`AGE-SECRET-KEY-…`) of one of the recipients, when backups are encrypted.',
  }),
  'public-key': input.optional({
    description:
      'Public keys of whoever may make backups, one a line (PEM, `ssh-ed25519 …`, or base64). With it an unsigned backup fails; without, the signature is not checked, and the report says so.',
  }),
  'allow-unpatched-pg-restore': input.boolean({
    description:
      'Let a pg_restore with a known security hole read an archive whose origin no signature proves. Better: `public-key`.',
    default: 'false',
  }),
  'assert-sql': input.optional({
    description:
      'SQL, or the path of a file with it: statements that are asked of the restored copy, read-only. Each must return one row with one boolean, true.',
  }),
  'assert-timeout': input.duration({
    description: 'Longest that one statement of `assert-sql` may take.',
    default: '1m',
    maximum: '6h',
  }),
} as const;

export const retentionInput = {
  retention: input.optional({
    description:
      'Which backups stay: `keep-last=7 keep-hourly=24 keep-daily=14 keep-weekly=8 keep-monthly=12 keep-yearly=3 keep-releases=10 min=3`, any of them. The others are deleted, behind a newer one that is verified.',
  }),
} as const;
