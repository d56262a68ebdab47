import { isString } from '../../guard.ts';
import { inCatalogTransaction, type Session } from '../../postgres/catalog-transaction.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { sqlStateOf } from '../../postgres/sqlstate.ts';
import type { Catalog } from './catalog.ts';
import { isCatalog } from './catalog-guard.ts';
import { catalogQuery } from './catalog-query.ts';
import { migrationsTable } from './facts.ts';
import { failedMigrationsQuery, isFailedMigrations, type MigrationHistory } from './migration-history.ts';

export interface CatalogRequest {
  /** Empty: all but the system's and the provider's. */
  readonly schemas: readonly string[];
  /** Names (without their schema) of tables whose columns are all wanted. */
  readonly columnsOf: readonly string[];
  readonly apiRoles: readonly string[];
}

export async function readCatalog(
  session: Session,
  { schemas, columnsOf, apiRoles }: CatalogRequest,
): Promise<Catalog> {
  const values = [schemas.length === 0 ? null : schemas, columnsOf, apiRoles];
  const rows = await inCatalogTransaction(session, () => session.query(catalogQuery, values));
  const document = parseJson(rows[0]?.catalog);
  if (!isCatalog(document)) throw new Error('The catalog query answered a document of another shape.');
  return document;
}

/** Of every schema that has Prisma's table; one that cannot be read is said to be so. */
export async function readHistories(
  session: Session,
  catalog: Catalog,
): Promise<readonly MigrationHistory[]> {
  const histories: MigrationHistory[] = [];
  for (const table of catalog.relations.filter(({ name, kind }) => name === migrationsTable && kind === 'r'))
    histories.push(await readHistory(session, table));
  return histories;
}

async function readHistory(session: Session, table: Catalog['relations'][number]): Promise<MigrationHistory> {
  const { schema } = table;
  if (!table.readable) return { kind: 'unreadable', schema };
  const query = failedMigrationsQuery(qualifiedName(table));
  try {
    const rows = await inCatalogTransaction(session, () => session.query(query));
    const failed = parseJson(rows[0]?.failed);
    return isFailedMigrations(failed) ? { kind: 'read', schema, failed } : { kind: 'unreadable', schema };
  } catch (thrown) {
    if (notPrismas.has(sqlStateOf(thrown) ?? '')) return { kind: 'unreadable', schema };
    throw thrown;
  }
}

/** Insufficient privilege; undefined column or function: a table of this name that is not Prisma's. */
const notPrismas: ReadonlySet<string> = new Set(['42501', '42703', '42883']);

function parseJson(text: unknown): unknown {
  return isString(text) ? JSON.parse(text) : undefined;
}
