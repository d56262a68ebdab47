/** As after any real restore: a dump brings no statistics, and without them the first queries would be slow. */

import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { numeric, text } from '../../postgres/row.ts';

interface Table {
  readonly name: string;
  readonly bytes: number;
}

/** Shares the tables out to so many sessions, the largest first to whoever has least. Partitions go with their table. */
export async function analyzeCopy(open: () => Promise<PostgresConnection>, jobs: number): Promise<void> {
  const tables = await readTables(open);
  await Promise.all(
    shared(tables, jobs).map(async (names) => {
      await using session = await open();
      await session.query(`ANALYZE ${names.join(', ')}`);
    }),
  );
}

async function readTables(open: () => Promise<PostgresConnection>): Promise<readonly Table[]> {
  await using session = await open();
  const rows = await session.query(ownTables);
  return rows.map((row) => ({
    name: `${quoteIdentifier(text(row, 'schema'))}.${quoteIdentifier(text(row, 'name'))}`,
    bytes: numeric(row, 'bytes'),
  }));
}

const ownTables = `
SELECT n.nspname AS schema, c.relname AS name,
  (SELECT COALESCE(sum(pg_catalog.pg_relation_size(leaf.relid)), 0) FROM pg_catalog.pg_partition_tree(c.oid) AS leaf)
    OPERATOR(pg_catalog.+) pg_catalog.pg_relation_size(c.oid) AS bytes
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND NOT c.relispartition
  AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 3 DESC, 1, 2`;

function shared(tables: readonly Table[], jobs: number): readonly (readonly string[])[] {
  const shares = Array.from({ length: Math.max(1, jobs) }, () => ({ names: [] as string[], bytes: 0 }));
  for (const { name, bytes } of tables) {
    const least = shares.reduce((left, right) => (right.bytes < left.bytes ? right : left));
    least.names.push(name);
    least.bytes += Math.max(1, bytes);
  }
  return shares.map(({ names }) => names).filter((names) => names.length > 0);
}
