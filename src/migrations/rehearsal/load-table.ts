/** What the load does to one table: the SQL of a read and of a write, by keys that are there. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifier.ts';
import { text } from '../../postgres/row.ts';
import type { CatalogColumn, RehearsalCatalog } from './catalog.ts';
import type { RelationState } from './measurement.ts';

export interface LoadTable {
  readonly table: RelationState;
  /** One for each sampled key; a single one, of any row, where there is no key. */
  readonly reads: readonly LoadQuery[];
  /** One for each sampled key; none where the table can only be read. */
  readonly writes: readonly LoadQuery[];
}

export interface LoadQuery {
  readonly sql: string;
  /** Undefined: several statements, which go to the server at once. */
  readonly values: readonly string[] | undefined;
}

const loadedKinds: readonly string[] = ['table', 'partitioned table', 'materialized view'];

/** Those that hold rows here; the largest first, since a lock lasts longest there. */
export function loadable(relations: readonly RelationState[]): readonly RelationState[] {
  return relations
    .filter(({ kind }) => loadedKinds.includes(kind))
    .toSorted((left, right) => right.bytes - left.bytes || left.oid - right.oid);
}

/** Samples keys, once. @throws what the query throws: the role may not read the table */
export async function prepareTable(
  session: Session,
  table: RelationState,
  catalog: RehearsalCatalog,
): Promise<LoadTable> {
  const columns = catalog.columns.filter(({ tableOid }) => tableOid === table.oid);
  const key = keyOf(table, catalog);
  const keys = key.length === 0 ? [] : await sampleKeys(session, table, key);
  const list = columns.map(({ name }) => quoteIdentifier(name)).join(', ');
  const name = quotedName(table);
  if (keys.length === 0)
    return {
      table,
      reads: [{ sql: readSql(`SELECT ${list} FROM ${name} LIMIT 1`), values: [] }],
      writes: [],
    };
  const where = key.map((column, index) => `${quoteIdentifier(column)} = $${index + 1}`).join(' AND ');
  const sql = readSql(`SELECT ${list} FROM ${name} WHERE ${where}`);
  const changed = changedColumn(columns, key);
  const isWritable = table.kind !== 'materialized view' && changed !== undefined;
  return {
    table,
    reads: keys.map((values) => ({ sql, values })),
    writes: isWritable ? keys.map((values) => writeOf({ name, changed, key, values })) : [],
  };
}

/** Every column is named, as an application's client does, and none is fetched: they are nobody's business. */
function readSql(query: string): string {
  return `SELECT 1 FROM (${query}) AS found`;
}

function quotedName({ schema, name }: RelationState): string {
  return `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** Columns of the primary key; empty where there is none. */
function keyOf(table: RelationState, { indexes }: RehearsalCatalog): readonly string[] {
  const primary = indexes.find(
    ({ tableOid, isPrimary, isValid }) => tableOid === table.oid && isPrimary && isValid,
  );
  return (primary?.columns ?? []).filter((column) => column !== undefined);
}

/** One that may be written to: no part of the key where there is another. */
function changedColumn(columns: readonly CatalogColumn[], key: readonly string[]): string | undefined {
  const writable = columns.filter(
    ({ generated, identity }) => generated === undefined && identity !== 'always',
  );
  return (writable.find(({ name }) => !key.includes(name)) ?? writable[0])?.name;
}

const sampledKeys = 64;
/** So many rows are in the sampled part of a table, by the planner's estimate. */
const sampledRows = 2000;

/** From all over the table where that is cheap; else the first ones. Gives their texts. */
async function sampleKeys(
  session: Session,
  table: RelationState,
  key: readonly string[],
): Promise<readonly (readonly string[])[]> {
  const list = key.map((column, index) => `${quoteIdentifier(column)}::text AS "k${index}"`).join(', ');
  const percent = Math.min(100, (100 * sampledRows) / Math.max(1, table.rows ?? 0));
  const sample = table.rows === undefined ? '' : `TABLESAMPLE SYSTEM (${percent}) REPEATABLE (1)`;
  const ask = (from: string) =>
    session.query(`SELECT ${list} FROM ${quotedName(table)} ${from} LIMIT ${sampledKeys}`);
  const sampled = await ask(sample);
  const rows = sampled.length > 0 || sample === '' ? sampled : await ask('');
  return rows.map((row) => key.map((_, index) => text(row, `k${index}`)));
}

interface Write {
  readonly name: string;
  readonly changed: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
}

/**
 * Goes to the server in one message, so that no lock waits for this process; the last statement takes everything back.
 * `LOCK` waits as UPDATE itself does. Under that lock no trigger can come; where there is one, a division by zero (SQLSTATE
 * 22012) ends it before a row is touched.
 */
function writeOf({ name, changed, key, values }: Write): LoadQuery {
  const column = quoteIdentifier(changed);
  const where = key.map((part, index) => `${quoteIdentifier(part)} = ${quoteLiteral(values[index] ?? '')}`);
  const sql = `BEGIN;
LOCK TABLE ${name} IN ROW EXCLUSIVE MODE;
SELECT 1 / CASE WHEN EXISTS (${actingOutside(name)}) THEN 0 ELSE 1 END;
UPDATE ${name} SET ${column} = ${column} WHERE ${where.join(' AND ')};
ROLLBACK`;
  return { sql, values: undefined };
}

/** Triggers, rules and foreign partitions can do what a ROLLBACK does not undo. */
function actingOutside(name: string): string {
  return `
WITH RECURSIVE family AS (
  SELECT pg_catalog.to_regclass(${quoteLiteral(name)})::oid AS oid
  UNION SELECT i.inhrelid FROM pg_catalog.pg_inherits i JOIN family f ON i.inhparent = f.oid
)
SELECT 1 FROM pg_catalog.pg_trigger t JOIN family f ON t.tgrelid = f.oid
 WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 16 <> 0
UNION ALL SELECT 1 FROM pg_catalog.pg_rewrite r JOIN family f ON r.ev_class = f.oid WHERE r.ev_type = '2'
UNION ALL SELECT 1 FROM pg_catalog.pg_class c JOIN family f ON c.oid = f.oid WHERE c.relkind = 'f'`;
}
