/** Inputs of the actions that read stored backups; each takes all of them. */
import * as input from '../runtime/input.ts';

export const storedBackupInputs = {
  from: input.required({
    description:
      'Where the backups are stored, one destination a line, as in `to` of `backup`: `s3://bucket/prefix?region=…`, `file:///folder`, `release:tag`.',
  }),
  series: input.optional({
    description: 'Which series of backups. Default: the only one that is stored there.',
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
  'install-client': input.boolean({
    description:
      'Install client programs of the right version from apt.postgresql.org where they are missing.',
    default: 'true',
  }),
  jobs: input.integer({
    description: 'Connections that restore and compare at the same time. Default (`0`): one for each core.',
    default: '0',
    minimum: 0,
    maximum: 64,
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
