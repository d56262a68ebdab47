import type { RuleInfo } from '../report/rule.ts';

export const notEncrypted: RuleInfo = {
  id: 'backup-not-encrypted',
  title: 'The backup is stored as plaintext',
  severity: 'warning',
  why: 'Whoever can read the store has all of production. With a public key of age the workflow that writes backups cannot read them either.',
};

export const notSigned: RuleInfo = {
  id: 'backup-not-signed',
  title: 'The manifest carries no signature',
  severity: 'warning',
  why: 'Hashes find accidents. Whoever can write to the store can write a dump with matching hashes, and pg_restore runs what it says.',
  docs: 'https://www.postgresql.org/support/security/',
};

export const notProved: RuleInfo = {
  id: 'backup-without-proof',
  title: 'Nothing was counted or hashed to compare a restored copy with',
  severity: 'warning',
  why: 'A drill can then tell only that the dump could be restored, not that it is what production held.',
};

export const singleCopy: RuleInfo = {
  id: 'backup-single-copy',
  title: 'There is one copy, in one place',
  severity: 'notice',
  why: 'An account that is closed, or a region that is gone, takes the only backup with it.',
};

export const backupRules: readonly RuleInfo[] = [notEncrypted, notSigned, notProved, singleCopy];
