/** The migration history, table `_prisma_migrations`. */
import type { PostgresConnection } from '../postgres/connection.ts';
import { quoteIdentifier } from '../postgres/identifier.ts';
import { numeric, optionalText, text, truth } from '../postgres/row.ts';

export interface HistoryRow {
  readonly name: string;
  readonly checksum: string;
  /** When it was started, by the engine's clock; milliseconds since 1970. */
  readonly startedAt: number;
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
  connection: PostgresConnection,
  schema: string,
): Promise<readonly HistoryRow[] | undefined> {
  const table = `${quoteIdentifier(schema)}."_prisma_migrations"`;
  const [present = {}] = await connection.query('SELECT pg_catalog.to_regclass($1) IS NOT NULL AS exists', [
    table,
  ]);
  if (!truth(present, 'exists')) return undefined;
  const rows = await connection.query(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished, rolled_back_at IS NOT NULL AS rolled_back,
            applied_steps_count, logs, extract(epoch FROM started_at) * 1000 AS started,
            extract(epoch FROM finished_at - started_at) * 1000 AS duration
       FROM ${table} ORDER BY started_at`,
  );
  return rows.map((row) => ({
    name: text(row, 'migration_name'),
    checksum: text(row, 'checksum'),
    startedAt: numeric(row, 'started'),
    finished: truth(row, 'finished'),
    rolledBack: truth(row, 'rolled_back'),
    steps: numeric(row, 'applied_steps_count'),
    logs: optionalText(row, 'logs'),
    durationMs: row.duration === null ? undefined : Math.round(numeric(row, 'duration')),
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
