import type { Session } from '../../postgres/catalog-transaction.ts';
import { numeric, optionalText, type Row, text, truth } from '../../postgres/row.ts';

/** A relation that may hold rows: table, leaf, materialised view, foreign table. */
export interface StoredRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** Of pg_class: `r`, `m`, `f`. */
  readonly kind: 'table' | 'materialised view' | 'foreign table';
  readonly isPopulated: boolean;
  readonly isUnlogged: boolean;
  /** Of the heap with TOAST. */
  readonly bytes: number;
  readonly canRead: boolean;
  /** The extension that it belongs to, unless its rows are the user's (`pg_extension_config_dump` without a condition). */
  readonly extension: string | undefined;
  /** Sorted in code units; only what the expression of the hash needs, see `row-expression.ts`. */
  readonly columns: readonly string[];
  /** A child by plain inheritance: pg_dump may bring its columns back in another order. */
  readonly isInheritanceChild: boolean;
}

const kinds: Readonly<Record<string, StoredRelation['kind']>> = {
  r: 'table',
  m: 'materialised view',
  f: 'foreign table',
};

/** `pg_table_size` waits for a lock on the table: where somebody holds that, the last count of pages must do. */
const relationsQuery = `
WITH held AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock')
SELECT c.oid::int8::text AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
  c.relispopulated AS is_populated, c.relpersistence = 'u' AS is_unlogged,
  CASE WHEN c.relkind = 'f' THEN 0
    WHEN c.oid IN (SELECT held.relation FROM held) THEN c.relpages::bigint * 8192
    ELSE coalesce(pg_catalog.pg_table_size(c.oid), 0) END::text AS bytes,
  (pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')) AS can_read,
  (SELECT e.extname FROM pg_catalog.pg_depend d
     JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
   WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e'
     AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
     AND coalesce(e.extcondition[pg_catalog.array_position(e.extconfig, c.oid)] <> '', true)) AS extension,
  ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attname COLLATE "C") AS columns,
  (NOT c.relispartition AND EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)) AS is_child
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"`;

/** All relations of the database that may hold rows, the system's apart. */
export async function readRelations(session: Session): Promise<readonly StoredRelation[]> {
  const rows = await session.query(relationsQuery);
  return rows.map(relationOf);
}

function relationOf(row: Row): StoredRelation {
  const kind = kinds[text(row, 'kind')];
  if (kind === undefined) throw new Error('The catalog gave a relation of an unknown kind.');
  return {
    oid: numeric(row, 'oid'),
    schema: text(row, 'schema'),
    name: text(row, 'name'),
    kind,
    isPopulated: truth(row, 'is_populated'),
    isUnlogged: truth(row, 'is_unlogged'),
    bytes: numeric(row, 'bytes'),
    canRead: truth(row, 'can_read'),
    extension: optionalText(row, 'extension'),
    columns: textsOf(row, 'columns'),
    isInheritanceChild: truth(row, 'is_child'),
  };
}

/** A `text[]`. */
export function textsOf(row: Row, column: string): readonly string[] {
  const value = row[column];
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string'))
    throw new Error(`Column ${column} should be a list of texts.`);
  return value;
}
