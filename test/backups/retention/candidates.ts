import { backupId } from '../../../src/backups/backup-id.ts';
import type { RetentionCandidate } from '../../../src/backups/retention/candidate.ts';

/** @param at such as `2026-11-22` or `2026-11-22T05:00:00Z` */
export function candidate(at: string, more: Partial<RetentionCandidate> = {}): RetentionCandidate {
  const takenAt = new Date(at);
  const [series, trigger] = [more.series ?? 'app', more.trigger ?? 'scheduled'];
  return {
    id: backupId({ series, takenAt, trigger, commit: '' }),
    series,
    takenAt,
    trigger,
    isPinned: false,
    verdict: 'unknown',
    files: [
      { name: 'dump.tar.age', bytes: 4 },
      { name: 'schema.json.age', bytes: 6 },
      { name: 'RECOVERY.md', bytes: 8 },
    ],
    ...more,
  };
}

/** One a day, the newest first, `last` included. */
export function daily(last: string, count: number, more: Partial<RetentionCandidate> = {}) {
  const end = new Date(last).getTime();
  return Array.from({ length: count }, (_, index) =>
    candidate(new Date(end - index * 86_400_000).toISOString(), more),
  );
}
