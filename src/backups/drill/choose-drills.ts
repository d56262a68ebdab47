/** What to restore this time: the newest backup, an older one by lot, and of several copies each in its turn. */
import type { DrillRecord } from './drill.ts';

export interface StoredBackup {
  readonly id: string;
  /** Where there is a copy of it. */
  readonly locations: readonly string[];
}

export interface ChosenDrill {
  readonly backupId: string;
  readonly location: string;
}

export interface ChoiceRequest {
  /** Newest first. */
  readonly backups: readonly StoredBackup[];
  /** Newest first. */
  readonly history: readonly DrillRecord[];
  /** Undefined: the newest. */
  readonly backupId: string | undefined;
  /** Also one of the others. */
  readonly hasRandomOlder: boolean;
  /** The same seed draws the same backup of the same list. */
  readonly seed: string;
}

/**
 * All drills of a run go to the place whose turn it is: were the second sent to the next one, the newest backup of two places
 * would always be restored from the same. @returns empty when there is no such backup
 */
export function chooseDrills(request: ChoiceRequest): readonly ChosenDrill[] {
  const { backups, history, backupId, hasRandomOlder, seed } = request;
  const first = backupId === undefined ? backups[0] : backups.find(({ id }) => id === backupId);
  if (first === undefined) return [];
  const older = backups.slice(backups.indexOf(first) + 1);
  const drawn = hasRandomOlder ? older[draw(seed, older.length)] : undefined;
  return [first, drawn]
    .filter((backup) => backup !== undefined)
    .flatMap((backup) => {
      const location = nextCopy(backup, history);
      return location === undefined ? [] : [{ backupId: backup.id, location }];
    });
}

/** The copy whose place was longest not restored from; of several that never were, the first given. */
export function nextCopy(
  { locations }: StoredBackup,
  history: readonly Pick<DrillRecord, 'location'>[],
): string | undefined {
  const age = (location: string) => {
    const index = history.findIndex((drill) => drill.location === location);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  return locations.toSorted((left, right) => {
    const [a, b] = [age(left), age(right)];
    return a === b ? 0 : b - a;
  })[0];
}

/** FNV-1a of the seed's text; a lot needs to be spread and repeatable, not unpredictable. */
function draw(seed: string, count: number): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of Buffer.from(seed, 'utf8')) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  // The low bits of FNV are the weakest.
  return count === 0 ? 0 : ((hash ^ (hash >>> 15)) >>> 0) % count;
}
