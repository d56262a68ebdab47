import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { EngineSession } from './engine-session.ts';
import type { HistoryRow } from './history.ts';
import { type MigrationFolder, migrationList } from './migration-files.ts';
import type { MigrationResult } from './migration-run.ts';

interface Baseline {
  readonly session: EngineSession;
  readonly folder: MigrationFolder;
  readonly baseline: string | undefined;
  readonly log: Logger;
}

/**
 * Marks the baseline and all migrations before it as applied, as `prisma migrate resolve --applied` does, where there is
 * no history yet. A baseline that was cut off in the middle (nothing but marks in the history) is finished. @throws UserError when the history contradicts it.
 */
export async function applyBaseline(
  { session, folder, baseline, log }: Baseline,
  history: readonly HistoryRow[] | undefined,
): Promise<readonly MigrationResult[]> {
  if (baseline === undefined) return [];
  const names = folder.migrations.map(({ name }) => name);
  const wanted = names.slice(0, names.indexOf(baseline) + 1);
  const known = new Set((history ?? []).filter(({ rolledBack }) => !rolledBack).map(({ name }) => name));
  const missing = wanted.filter((name) => !known.has(name));
  if (missing.length === 0) {
    log.info(`The history already holds the baseline ${baseline}: nothing to mark.`);
    return [];
  }
  const ran = (history ?? []).filter(({ steps }) => steps > 0).map(({ name }) => name);
  if (ran.length > 0) throw contradiction(baseline, missing, ran);
  const migrationsList = migrationList(folder);
  for (const migrationName of missing) {
    await session.engine.markMigrationApplied({ migrationName, migrationsList });
    log.info(`${migrationName}: marked as applied (baseline)`);
  }
  return missing.map((name) => ({ name, status: 'baselined', durationMs: undefined }));
}

function contradiction(baseline: string, missing: readonly string[], ran: readonly string[]): UserError {
  return new UserError(
    `The baseline ${baseline} contradicts the history: it would mark ${missing.join(', ')} as applied without running, but ${ran.at(-1)} has been run here.`,
    { hint: 'Remove the `baseline` input: it is only for a database that has no history yet.' },
  );
}
