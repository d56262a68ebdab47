/** How many rows production's tables have, by its own statistics: no table is read. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { numeric, text } from '../../postgres/row.ts';
import type { ProductionRows } from './extrapolation.ts';

/** Tables that were never analysed are left out; a partitioned table has the rows of its partitions. */
export async function readProductionRows(session: Session, source: string): Promise<ProductionRows> {
  const rows = await session.query(
    `SELECT n.nspname AS schema, c.relname AS name, c.reltuples::bigint AS rows
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      ORDER BY 1, 2`,
  );
  const tables = rows.map((row) => ({
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    rows: numeric(row, 'rows'),
  }));
  return { source, tables };
}
