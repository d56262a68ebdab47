/** Of a client's tables: who may use them, and what acts on their rows besides the statement. */
import { arrayOf, type Guard, isBoolean, isNumber, isString, objectOf } from '../../guard.ts';
import type { Session } from '../../postgres/catalog-transaction.ts';
import type { ClientSchema } from './client-schema.ts';

export interface Grant {
  readonly role: string;
  /** `SELECT`, `INSERT`, `UPDATE`, `DELETE` */
  readonly privilege: string;
}

export interface TableFacts {
  readonly schema: string;
  readonly table: string;
  readonly owner: string;
  /** Of roles other than the owner; `public` for everybody. Sorted. */
  readonly grants: readonly Grant[];
  /** Row security applies to roles other than the owner. */
  readonly hasRowSecurity: boolean;
  /** It applies to the owner as well. */
  readonly forcesRowSecurity: boolean;
  /** An enabled BEFORE INSERT trigger for each row: it may fill columns that the statement leaves out. */
  readonly fillsRows: boolean;
  /** Columns that held null when the table was last analysed, with their share of the rows (0 to 1). */
  readonly nulls: readonly { readonly column: string; readonly share: number }[];
}

/** Tables that are not there are left out. */
export async function readTableFacts(client: ClientSchema, session: Session): Promise<readonly TableFacts[]> {
  const tables = [...client.models, ...client.joinTables].map(({ schema, table }) => ({ schema, table }));
  const [row] = await session.query(factsQuery, [JSON.stringify(tables)]);
  if (!isTableFacts(row?.facts))
    throw new Error('The query for table facts gave another shape than it was written for.');
  return row.facts;
}

const isTableFacts: Guard<readonly TableFacts[]> = arrayOf(
  objectOf<TableFacts>({
    schema: isString,
    table: isString,
    owner: isString,
    grants: arrayOf(objectOf<Grant>({ role: isString, privilege: isString })),
    hasRowSecurity: isBoolean,
    forcesRowSecurity: isBoolean,
    fillsRows: isBoolean,
    nulls: arrayOf(objectOf({ column: isString, share: isNumber })),
  }),
);

/** Bits of `pg_trigger.tgtype`: 1 for each row, 2 before, 4 insert (https://www.postgresql.org/docs/current/catalog-pg-trigger.html). */
const factsQuery = `
SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
  'schema', n.nspname, 'table', c.relname, 'owner', pg_catalog.pg_get_userbyid(c.relowner),
  'grants', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('role', g.role, 'privilege', g.privilege)
                                               ORDER BY g.role COLLATE "C", g.privilege COLLATE "C"), '[]')
      FROM (SELECT DISTINCT CASE a.grantee WHEN 0 THEN 'public' ELSE pg_catalog.pg_get_userbyid(a.grantee)::text END AS role,
                   a.privilege_type AS privilege
              FROM pg_catalog.aclexplode(c.relacl) a
             WHERE a.grantee <> c.relowner AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')) g),
  'hasRowSecurity', c.relrowsecurity, 'forcesRowSecurity', c.relrowsecurity AND c.relforcerowsecurity,
  'fillsRows', EXISTS (SELECT FROM pg_catalog.pg_trigger t
      WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgtype & 7 = 7),
  'nulls', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('column', s.attname, 'share', s.null_frac)
                                              ORDER BY s.attname COLLATE "C"), '[]')
      FROM pg_catalog.pg_stats s
     WHERE s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited AND s.null_frac > 0))
  ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"), '[]') AS facts
FROM pg_catalog.json_array_elements($1::pg_catalog.json) wanted
JOIN pg_catalog.pg_namespace n ON n.nspname = wanted ->> 'schema'
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted ->> 'table'`;
