/** Periods of time, in UTC: two backups are of one period when their names of it are equal. */

export type Period = 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';

/** Such as `2026-11-22T05`, `2026-11-22`, `2026-W47`, `2026-11`, `2026`. */
export function periodOf(at: Date, period: Period): string {
  const iso = at.toISOString();
  switch (period) {
    case 'hourly':
      return iso.slice(0, 13);
    case 'daily':
      return iso.slice(0, 10);
    case 'weekly':
      return isoWeek(at);
    case 'monthly':
      return iso.slice(0, 7);
    case 'yearly':
      return iso.slice(0, 4);
  }
}

const dayMs = 86_400_000;

/** ISO 8601: a week belongs to the year of its Thursday, and week 1 is the first that has one. */
function isoWeek(at: Date): string {
  const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const thursday = new Date(day + (4 - (at.getUTCDay() || 7)) * dayMs);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs));
  return `${year}-W${String(week).padStart(2, '0')}`;
}
