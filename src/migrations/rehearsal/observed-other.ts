/** Statements of a tool that stand in no migration file: which of them say something about the migration. */
import type { SqlParser } from '../sql-parser.ts';
import { compareLockModes } from './lock-mode.ts';
import type { ObservedStatement } from './observation.ts';
import { canonicalSql } from './statement-text.ts';

/** Tables in which migration tools keep their books; what they do there is no part of a migration. */
const books =
  /\b(_prisma_migrations|knex_migrations(_lock)?|schema_migrations|ar_internal_metadata|flyway_schema_history|databasechangelog(lock)?|alembic_version|django_migrations|__drizzle_migrations|goose_db_version|sequelizemeta|pgmigrations|atlas_schema_revisions|graphile_migrate)\b/i;

const controls =
  /^(begin|start|commit|end|rollback|savepoint|release|set|reset|show|discard|deallocate|close|fetch|listen|unlisten|explain)\b/;

/** Prisma's and other tools' own: their books, their lock, asking whether anybody is there. */
export function isOwnOfTool({ text }: ObservedStatement): boolean {
  if (text === undefined) return false;
  const sql = canonicalSql(text);
  return sql === 'select 1' || /\bpg_(try_)?advisory_/.test(sql) || books.test(sql);
}

/** A control statement is not; a query is where it locked more than a query does. What may not be read is. */
export function isWorthShowing({ text, locks, rewritten }: ObservedStatement): boolean {
  if (text === undefined) return locks.length > 0;
  if (rewritten.length > 0 || locks.some(({ mode }) => compareLockModes(mode, 'RowExclusiveLock') > 0))
    return true;
  const sql = canonicalSql(text);
  if (sql === '' || controls.test(sql)) return false;
  if (!/^(select|with|table|values|copy)\b/.test(sql)) return true;
  return locks.some(({ mode }) => mode === 'RowExclusiveLock');
}

/** The parse tree's node; `Script` where it is several statements, or was cut. */
export function kindOf(text: string, parser: SqlParser): string {
  const parsed = parser.parse(text);
  if (parsed.kind === 'syntax-error') return 'Script';
  const [only, second] = parsed.statements;
  return only !== undefined && second === undefined ? only.kind : 'Script';
}
