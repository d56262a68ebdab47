import type { RuleInfo } from '../../report/rule.ts';

export const backupDamaged: RuleInfo = {
  id: 'backup-damaged',
  title: 'The stored backup is not what was stored, or not by whom it should be',
  severity: 'error',
  why: 'Its signature or a hash does not match. No byte of it was given to pg_restore.',
};

export const restoreFailed: RuleInfo = {
  id: 'restore-failed',
  title: 'Something of the backup does not go into an empty database',
  severity: 'error',
  why: 'pg_restore goes on after an error, and what is missing then shows weeks later. Every error counts.',
};

export const contentDiffers: RuleInfo = {
  id: 'restored-content-differs',
  title: 'A restored table, sequence or extension is not what was dumped',
  severity: 'error',
  why: 'Counts and hashes of every table were taken at the snapshot of the dump; the copy must have the same.',
};

export const schemaDiffers: RuleInfo = {
  id: 'restored-schema-differs',
  title: 'The schema of the copy is not that of the source',
  severity: 'error',
  why: 'A lost constraint, index, trigger or policy changes no row, and is noticed when it is needed.',
};

export const structureDamaged: RuleInfo = {
  id: 'restored-structure-damaged',
  title: 'amcheck finds damage in a restored table or index',
  severity: 'error',
  why: 'The rows read well and an index would still miss some of them.',
};

export const assertionFailed: RuleInfo = {
  id: 'assertion-failed',
  title: 'A statement of `assert-sql` did not return true',
  severity: 'error',
  why: 'Each statement must return one row with one boolean, true. Anything else is a failure, an error too.',
};

export const couldNotVerify: RuleInfo = {
  id: 'could-not-verify',
  title: 'The backup could not be restored here, so nothing is proved',
  severity: 'error',
  why: 'A check that did not run must not look like one that passed.',
};

export const backupNotAuthenticated: RuleInfo = {
  id: 'backup-not-authenticated',
  title: 'Nothing proves who made the backup',
  severity: 'warning',
  why: 'Hashes find accidents. Whoever can write to the store can write matching hashes too; a signature cannot be forged.',
};

export const rtoExceeded: RuleInfo = {
  id: 'rto-exceeded',
  title: 'The restore takes longer than `max-rto`',
  severity: 'error',
  why: 'It was measured from the download to the last comparison; a real loss takes longer, not shorter.',
};

export const rpoExceeded: RuleInfo = {
  id: 'rpo-exceeded',
  title: 'The newest verified backup is older than `max-rpo`',
  severity: 'error',
  why: 'What was written since would be lost. It is counted from the snapshot of the dump, not from the end of the upload, and only verified backups count.',
};

export const neverVerified: RuleInfo = {
  id: 'never-verified',
  title: 'No backup of the series was ever verified',
  severity: 'error',
  why: 'A backup that was never restored is a hope.',
};

export const backupStale: RuleInfo = {
  id: 'backup-stale',
  title: 'The newest backup is older than `max-age`',
  severity: 'error',
  why: 'The scheduled backup does not run: GitHub disables schedules of repositories without activity, and drops late runs.',
};

export const drillNotRecorded: RuleInfo = {
  id: 'drill-not-recorded',
  title: 'The outcome of the drill could not be written beside the backups',
  severity: 'warning',
  why: 'Retention and freshness know only of recorded drills.',
};

/** For the documentation; those about the version of pg_restore are in `security-findings.ts`. */
export const unpatchedRestoreProgram: RuleInfo = {
  id: 'pg-restore-unpatched',
  title: 'pg_restore lacks a security fix',
  severity: 'error',
  why: 'A crafted archive runs code on the machine that restores it (CVE-2026-116314). A warning only where a signature proves who wrote the archive.',
};

export const drillRules: readonly RuleInfo[] = [
  backupDamaged,
  restoreFailed,
  contentDiffers,
  schemaDiffers,
  structureDamaged,
  assertionFailed,
  couldNotVerify,
  backupNotAuthenticated,
  unpatchedRestoreProgram,
  rtoExceeded,
  rpoExceeded,
  neverVerified,
  backupStale,
  drillNotRecorded,
];
