/** Names of backups: UTC, sortable, nothing that a shell or an object store minds. */
import { UserError } from '../errors.ts';

export const triggers = ['release', 'scheduled', 'manual'] as const;
export type Trigger = (typeof triggers)[number];

export interface BackupName {
  /** What is backed up, again and again: the database's name unless told otherwise. Letters, digits, `.`, `-`. */
  readonly series: string;
  /** Of the exported snapshot. */
  readonly takenAt: Date;
  readonly trigger: Trigger;
  /** The commit, in full; empty when there is none. */
  readonly commit: string;
}

/** Such as `app_20261122T050000Z_release_ab12cd3`. */
export function backupId({ series, takenAt, trigger, commit }: BackupName): string {
  const at = takenAt
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
  return `${series}_${at}_${trigger}_${commit === '' ? 'nocommit' : commit.slice(0, 7)}`;
}

/** Series, year and month are its groups, without names: it stands in a JSON Schema too. */
export const backupIdPattern =
  /^([A-Za-z0-9][A-Za-z0-9.-]{0,62})_(\d{4})(\d{2})\d{2}T\d{6}Z_(?:release|scheduled|manual)_(?:[0-9a-f]{7}|nocommit)$/;

/** Whether the text has the form of a backup's id. */
export function isBackupId(text: string): boolean {
  return backupIdPattern.test(text);
}

/**
 * The folder of a backup below a destination, without a slash at the end: `app/2026/11/app_20261122T050000Z_…`. The
 * series is a folder of its own, so that `app` and `app-prod` never share a prefix.
 * @throws UserError when the text is no id
 */
export function backupFolder(id: string): string {
  const parts = backupIdPattern.exec(id);
  if (parts === null)
    throw new UserError(`"${id}" is not the id of a backup.`, {
      hint: 'An id looks like `app_20261122T050000Z_release_ab12cd3`.',
    });
  const [, series, year, month] = parts;
  return `${series}/${year}/${month}/${id}`;
}

const timePattern = /_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z_/;

/** When its snapshot was exported, to the second; undefined when the text is no id or names no moment. */
export function takenAtOf(id: string): Date | undefined {
  if (!isBackupId(id)) return undefined;
  const [, year, month, day, hour, minute, second] = timePattern.exec(id) ?? [];
  const taken = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(taken.getTime()) ? undefined : taken;
}

/** A database's name as a series. @throws UserError when nothing is left of it */
export function seriesOf(name: string): string {
  const series = name
    .replaceAll(/[^A-Za-z0-9.-]+/g, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')
    .slice(0, 63);
  if (series !== '') return series;
  throw new UserError(`"${name}" gives no name for a series of backups.`, {
    hint: 'Set the `series` input: letters, digits, dots and hyphens.',
  });
}
