import { arrayOf, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';

/** What one `_prisma_migrations` table says, or why it could not be read. */
export type MigrationHistory =
  | { readonly kind: 'read'; readonly schema: string; readonly failed: readonly FailedMigration[] }
  | { readonly kind: 'unreadable'; readonly schema: string };

/** A migration that started and neither finished nor was rolled back. */
export interface FailedMigration {
  readonly name: string;
  readonly appliedSteps: number;
  /** What the engine logged; Postgres's error as a rule. */
  readonly logs: string | null;
  /** A session still holds Prisma's advisory lock: it may be running rather than failed. */
  readonly maybeRunning: boolean;
}

export const isFailedMigrations = arrayOf(
  objectOf<FailedMigration>({
    name: isString,
    appliedSteps: isNumber,
    logs: nullable(isString),
    maybeRunning: isBoolean,
  }),
);

/**
 * Rows that stop `prisma migrate deploy` (P3009). 72707369 is the key of the advisory lock that Prisma holds while it
 * migrates (https://www.prisma.io/docs/orm/prisma-migrate/workflows/development-and-production#advisory-locking).
 * @param table schema-qualified and quoted
 */
export function failedMigrationsQuery(table: string): string {
  return `
select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
  'name', m.migration_name,
  'appliedSteps', m.applied_steps_count,
  'logs', m.logs,
  'maybeRunning', exists (
    select from pg_catalog.pg_locks l
    where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = 72707369
      and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
) order by m.started_at), '[]')::text as failed
from ${table} m
where m.finished_at is null and m.rolled_back_at is null`;
}
