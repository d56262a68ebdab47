/** Before the migrations: samples keys and tries each operation, so that an error later is the migrations' doing. */
import { errorMessage } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { sqlState, sqlStateOf } from '../../postgres/sqlstate.ts';
import type { RehearsalCatalog } from './catalog.ts';
import { type LoadQuery, type LoadTable, prepareTable } from './load-table.ts';
import type { RelationState } from './measurement.ts';

export interface Preparation {
  readonly reader: PostgresConnection;
  readonly writer: PostgresConnection;
  readonly tables: readonly RelationState[];
  readonly catalog: RehearsalCatalog;
  /** Aborted: no further table is tried. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Nothing of this may take long: whoever locks a table already would hold up the migrations. */
const probing = "SET lock_timeout = '2s'; SET statement_timeout = '5s'";

/** The tables that can be read, with the writes that work. */
export async function prepareTables(preparation: Preparation): Promise<readonly LoadTable[]> {
  const { reader, writer, tables, signal } = preparation;
  await Promise.all([reader.query(probing), writer.query(probing)]);
  const prepared: LoadTable[] = [];
  for (const table of tables) {
    signal.throwIfAborted();
    const loaded = await tryTable(table, preparation);
    if (loaded !== undefined) prepared.push(loaded);
  }
  return prepared;
}

async function tryTable(table: RelationState, preparation: Preparation): Promise<LoadTable | undefined> {
  const { reader, writer, catalog, log } = preparation;
  const name = `${table.schema}.${table.name}`;
  try {
    const loaded = await prepareTable(reader, table, catalog);
    await send(reader, loaded.reads[0]);
    const refusal = await refusalOf(writer, loaded.writes[0]);
    if (refusal === undefined) return loaded;
    log.info(`Load: ${name} is only read: ${refusal}`);
    return { ...loaded, writes: [] };
  } catch (thrown) {
    if (sqlStateOf(thrown) === undefined) throw thrown;
    log.info(`Load: ${name} is left alone: ${errorMessage(thrown)}`);
    return undefined;
  }
}

async function send(connection: PostgresConnection, query: LoadQuery | undefined): Promise<void> {
  if (query !== undefined) await connection.query(query.sql, query.values);
}

/** Why the write does not work; undefined when it does. */
async function refusalOf(
  writer: PostgresConnection,
  query: LoadQuery | undefined,
): Promise<string | undefined> {
  if (query === undefined) return 'it has no row, no primary key or no column that may be written.';
  try {
    await send(writer, query);
    return undefined;
  } catch (thrown) {
    const state = sqlStateOf(thrown);
    if (state === undefined) throw thrown;
    await writer.query('ROLLBACK');
    if (state === sqlState.divisionByZero) return 'it has a trigger, a rule or a foreign partition.';
    return errorMessage(thrown);
  }
}
