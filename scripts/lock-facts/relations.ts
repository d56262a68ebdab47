/** The relations of a form's schema, and what is counted and locked of them. */
import type pg from 'pg';
import { isLockMode, type LockMode } from '../../src/migrations/rehearsal/lock-mode.ts';

export interface Relation {
  readonly oid: number;
  readonly name: string;
  /** `pg_class.relkind` */
  readonly kind: string;
  /** Of an index: its table. */
  readonly tableName: string | undefined;
  /** `pg_relation_filenode`; undefined for what has no storage. */
  readonly fileNode: number | undefined;
  readonly pages: number;
}

export interface ModeOnRelation {
  readonly oid: number;
  readonly mode: LockMode;
}

/** Those in the schema, and those of the given oids wherever they are now. */
export async function readRelations(
  client: pg.Client,
  schema: string,
  oids: readonly number[] = [],
): Promise<readonly Relation[]> {
  const { rows } = await client.query(relationsQuery, [schema, oids]);
  return rows.map(({ oid, name, kind, table, file, pages }) => ({
    oid,
    name,
    kind,
    tableName: table ?? undefined,
    fileNode: file ?? undefined,
    pages,
  }));
}

const relationsQuery = `
SELECT c.oid::int, c.relname AS name, c.relkind::text AS kind, t.relname AS table,
       pg_catalog.pg_relation_filenode(c.oid)::int AS file,
       CASE WHEN c.relkind IN ('r', 'm') THEN pg_catalog.pg_relation_size(c.oid) / 8192 ELSE 0 END::int AS pages
  FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
  LEFT JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
 WHERE c.relnamespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1) OR c.oid = ANY($2::oid[])
 ORDER BY c.oid`;

/** Locks that the backend holds or waits for on relations that are not the system's. */
export async function readLocks(client: pg.Client, pid: number): Promise<readonly ModeOnRelation[]> {
  const { rows } = await client.query(
    `SELECT relation::int AS oid, mode FROM pg_catalog.pg_locks
      WHERE locktype = 'relation' AND pid = $1 AND relation >= 16384`,
    [pid],
  );
  return rows.map(({ oid, mode }) => {
    if (!isLockMode(mode)) throw new Error(`pg_locks has a mode ${mode}, which lock-mode.ts does not know.`);
    return { oid, mode };
  });
}

export type BlockCounter = 'pg_stat_get_xact_blocks_fetched' | 'pg_stat_get_blocks_fetched';

/** Blocks of each relation that were asked for, from disk or memory: by this transaction, or by everyone so far. */
export async function readBlocks(
  client: pg.Client,
  counter: BlockCounter,
  oids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query(
    `SELECT oid::int, pg_catalog.${counter}(oid)::int AS blocks FROM pg_catalog.unnest($1::oid[]) AS oid`,
    [oids],
  );
  return new Map(rows.map(({ oid, blocks }) => [oid, blocks]));
}

/** What was added to each counter. */
export function increase(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  return new Map([...after].map(([oid, blocks]) => [oid, blocks - (before.get(oid) ?? 0)]));
}
