import type { Session } from '../postgres/catalog-transaction.ts';
import { quoteIdentifier } from '../postgres/identifier.ts';
import { optionalText, text } from '../postgres/row.ts';

/**
 * The last migration that Prisma has applied, as the session sees it; undefined without a history, with one that the role
 * may not read, or with several. No query of it fails for lack of the table: in a transaction that would end it.
 */
export async function readMigrationHead(session: Session): Promise<string | undefined> {
  const tables = await session.query(historyTables);
  const [table] = tables;
  if (table === undefined || tables.length > 1) return undefined;
  const [row] = await session.query(
    `SELECT migration_name AS name FROM ${quoteIdentifier(text(table, 'schema'))}._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C" DESC LIMIT 1`,
  );
  return row === undefined ? undefined : optionalText(row, 'name');
}

const historyTables = `
SELECT n.nspname AS schema
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE c.relname OPERATOR(pg_catalog.=) '_prisma_migrations' AND c.relkind OPERATOR(pg_catalog.=) 'r'
  AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
  AND (SELECT count(*) FROM pg_catalog.pg_attribute AS a
    WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
      AND a.attname IN ('migration_name', 'finished_at', 'rolled_back_at')) OPERATOR(pg_catalog.=) 3`;
