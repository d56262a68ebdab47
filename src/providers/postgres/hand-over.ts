/**
 * Makes the branch's role the owner of what was copied, so that it may ALTER it. Object by object: REASSIGN OWNED
 * would also reassign *databases*, the parent among them, and membership in the owners' roles would make the branch's
 * role an owner of the parent's objects too.
 */
import type { PostgresConnection } from '../../postgres/connection.ts';
import { quoteIdentifier } from '../../postgres/identifier.ts';
import { text, truth } from '../../postgres/row.ts';
import type { Administrator } from './administrator.ts';

/** Every object is locked until its batch commits; the server's lock table holds some thousands (max_locks_per_transaction). */
const batchSize = 500;

/** @param database the copy, which nobody else uses yet */
export async function handOver(administrator: Administrator, database: string, role: string): Promise<void> {
  await using connection = await administrator.connectTo(database);
  // The parent's own DDL triggers have nothing to say about this.
  if (administrator.isSuperuser) await connection.query('SET session_replication_role = replica');
  // Nothing of the copy may stand in for a function of the catalog, and every name comes back qualified.
  await connection.query('SET search_path = pg_catalog');
  const objects = await readObjects(connection, role);
  const ours = objects.filter(({ isAllowed }) => isAllowed).map(({ statement }) => statement);
  for (let start = 0; start < ours.length; start += batchSize)
    await connection.query(ours.slice(start, start + batchSize).join(';\n'));
  const kept = objects.filter(({ isAllowed }) => !isAllowed).map(({ name }) => name);
  if (kept.length === 0) return;
  administrator.context.log.warning(
    `${kept.length} objects of the copy keep their owners, since the role "${administrator.user}" may not give them away; migrations that alter them will fail: ${kept.slice(0, 5).join(', ')}${kept.length > 5 ? ', …' : ''}`,
  );
}

interface OwnedObject {
  readonly statement: string;
  readonly name: string;
  readonly isAllowed: boolean;
}

async function readObjects(connection: PostgresConnection, role: string): Promise<readonly OwnedObject[]> {
  const rows = await connection.query(ownedObjects, [role]);
  return rows.map((row) => ({
    statement: `ALTER ${text(row, 'kind')} ${text(row, 'identity')} OWNER TO ${quoteIdentifier(role)}`,
    name: text(row, 'identity'),
    isAllowed: truth(row, 'is_allowed'),
  }));
}

/**
 * Schemas first, since an object's new owner must be allowed to create in its schema. Left out: what belongs to an
 * extension; what follows its table (indexes, identity and serial sequences, row types); array types. `public` is the
 * one built-in schema that counts; where pg_database_owner has it, the branch's role has it as the database's owner.
 * Event triggers, foreign servers (their user mappings hold passwords), publications and large objects stay as they are.
 */
const ownedObjects = `
  WITH owned (classid, objid, owner, rank) AS (
    SELECT 'pg_namespace'::regclass, oid, nspowner, 0 FROM pg_namespace
     WHERE nspname = 'public' OR (oid >= 16384 AND nspname !~ '^pg_(toast_)?temp_')
    UNION ALL
    SELECT 'pg_class'::regclass, c.oid, c.relowner, 1 FROM pg_class c
     WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relpersistence <> 't'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE c.relkind = 'S' AND d.classid = 'pg_class'::regclass
                          AND d.objid = c.oid AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'pg_type'::regclass, t.oid, t.typowner, 1 FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
     WHERE (t.typtype IN ('b', 'd', 'e', 'r') OR c.relkind = 'c')
       AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = t.oid)
    UNION ALL SELECT 'pg_proc'::regclass, oid, proowner, 1 FROM pg_proc
    UNION ALL SELECT 'pg_operator'::regclass, oid, oprowner, 1 FROM pg_operator
    UNION ALL SELECT 'pg_opclass'::regclass, oid, opcowner, 1 FROM pg_opclass
    UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfowner, 1 FROM pg_opfamily
    UNION ALL SELECT 'pg_collation'::regclass, oid, collowner, 1 FROM pg_collation
    UNION ALL SELECT 'pg_conversion'::regclass, oid, conowner, 1 FROM pg_conversion
    UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictowner, 1 FROM pg_ts_dict
    UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgowner, 1 FROM pg_ts_config
    UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxowner, 1 FROM pg_statistic_ext
  )
  SELECT CASE object.type
           WHEN 'function' THEN 'ROUTINE' WHEN 'procedure' THEN 'ROUTINE' WHEN 'aggregate' THEN 'ROUTINE'
           WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(object.type) END AS kind,
         object.identity,
         pg_has_role(o.owner, 'USAGE') AS is_allowed
    FROM owned o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) AS object
   WHERE (o.objid >= 16384 OR o.rank = 0)
     AND o.owner <> to_regrole(quote_ident($1)) AND o.owner IS DISTINCT FROM to_regrole('pg_database_owner')
     AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'e')
   ORDER BY o.rank, object.type COLLATE "C", object.identity COLLATE "C"`;
