/** Which backup is meant: by its id, by a release's tag, or the newest that was taken not later than a moment. */
import { UserError } from '../../errors.ts';
import { takenAtOf } from '../backup-id.ts';
import type { Gathered } from '../drill/gather-backups.ts';

export interface RestorePoint {
  readonly backupId: string | undefined;
  readonly tag: string | undefined;
  /** ISO 8601 with a zone. */
  readonly at: string | undefined;
}

/**
 * Without any of them: the newest. @param backups newest first
 * @throws UserError when more than one is given, the time cannot be read, or there is no such backup
 */
export function choosePoint(backups: readonly Gathered[], point: RestorePoint): Gathered {
  const given = [point.backupId, point.tag, point.at].filter((value) => value !== undefined);
  if (given.length > 1)
    throw new UserError('More than one of `backup-id`, `tag` and `at` is given.', {
      hint: 'Give the one that says which backup is meant.',
    });
  const [newest] = backups;
  if (newest === undefined) throw new UserError('There is no backup to restore.');
  const found = findPoint(backups, point);
  if (found !== undefined) return found;
  const oldest = backups.at(-1) ?? newest;
  throw new UserError(`There is no backup ${wordsOf(point)}.`, {
    hint: `The newest is ${newest.id}, the oldest ${oldest.id}.`,
  });
}

function findPoint(backups: readonly Gathered[], { backupId, tag, at }: RestorePoint): Gathered | undefined {
  if (backupId !== undefined) return backups.find(({ id }) => id === backupId);
  if (tag !== undefined) return backups.find((backup) => backup.tag === tag);
  if (at === undefined) return backups[0];
  const limit = readMoment(at).getTime();
  return backups.find(({ id }) => (takenAtOf(id)?.getTime() ?? Number.POSITIVE_INFINITY) <= limit);
}

/** A time without a zone would mean another moment on every machine. */
function readMoment(text: string): Date {
  const moment = new Date(text);
  const hasZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (hasZone && !Number.isNaN(moment.getTime())) return moment;
  throw new UserError(`Input \`at\`: "${text}" is no moment.`, {
    hint: 'Give it with its zone: `2026-11-22T05:00:00Z` or `2026-11-22T06:00+01:00`.',
  });
}

function wordsOf({ backupId, tag, at }: RestorePoint): string {
  if (backupId !== undefined) return backupId;
  return tag === undefined ? `that was taken at ${at} or before` : `of the release ${tag}`;
}
