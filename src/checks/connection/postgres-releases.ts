/** The last release of each major version (https://www.postgresql.org/support/versioning/). */
const lastReleases: ReadonlyMap<number, string> = new Map([
  [10, '2022-11-10'],
  [11, '2023-11-09'],
  [12, '2024-11-21'],
  [13, '2025-11-13'],
  [14, '2026-11-12'],
  [15, '2027-11-11'],
  [16, '2028-11-09'],
  [17, '2029-11-08'],
  [18, '2030-11-14'],
]);

export const releasesPage = 'https://www.postgresql.org/support/versioning/';

/** Midnight UTC of the day of the last release; undefined for a version that is newer (or much older) than this table. */
export function endOfLife(major: number): Date | undefined {
  const day = lastReleases.get(major);
  return day === undefined ? undefined : new Date(`${day}T00:00:00Z`);
}
