/** The migration history, table `_prisma_migrations`. */
import type { Client } from 'pg';
import { quoteIdentifier } from './session.ts';

export interface HistoryRow {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
  readonly rolledBack: boolean;
  /** 1 once its script ran; 0 where it was only marked as applied, or failed. */
  readonly steps: number;
  /** The engine's text about a failure. */
  readonly logs: string | undefined;
  /** From start to finish by the engine's clock, milliseconds; undefined when it did not finish. */
  readonly durationMs: number | undefined;
}

/** All rows in order of start; undefined when there is no history table. */
export async function readHistory(
  client: Client,
  schema: string,
): Promise<readonly HistoryRow[] | undefined> {
  const table = `${quoteIdentifier(schema)}."_prisma_migrations"`;
  const { rows: present } = await client.query({
    text: 'SELECT to_regclass($1) IS NOT NULL',
    values: [table],
    rowMode: 'array',
  });
  if (present[0]?.[0] !== true) return undefined;
  const { rows } = await client.query({
    text: `SELECT migration_name, checksum, finished_at IS NOT NULL, rolled_back_at IS NOT NULL, applied_steps_count, logs,
                  (extract(epoch FROM finished_at - started_at) * 1000)::float8 FROM ${table} ORDER BY started_at`,
    rowMode: 'array',
  });
  return rows.map(([name, checksum, finished, rolledBack, steps, logs, durationMs]) => ({
    name: String(name),
    checksum: String(checksum),
    finished: finished === true,
    rolledBack: rolledBack === true,
    steps: Number(steps),
    logs: typeof logs === 'string' ? logs : undefined,
    durationMs: typeof durationMs === 'number' ? Math.round(durationMs) : undefined,
  }));
}

/** Names of the migrations that the history does not count as started: Prisma's own rule for what is pending. */
export function pendingNames(
  names: readonly string[],
  history: readonly HistoryRow[] | undefined,
): readonly string[] {
  const known = new Set((history ?? []).filter(({ rolledBack }) => !rolledBack).map(({ name }) => name));
  return names.filter((name) => !known.has(name));
}

/** Names of the migrations that failed and were not resolved. They stop every engine (P3009). */
export function failedNames(history: readonly HistoryRow[] | undefined): readonly string[] {
  return (history ?? [])
    .filter(({ finished, rolledBack }) => !finished && !rolledBack)
    .map(({ name }) => name);
}
