import type { Session } from '../../postgres/catalog-transaction.ts';
import { numeric, text } from '../../postgres/row.ts';
import type { LargeObjects, Omission } from './database-facts.ts';
import { textsOf } from './relations.ts';

export const noLargeObjects: LargeObjects = { count: 0, bytes: 0, hash: '0' };

/** One value may be 1 GB at most, a large object 4 TB: they are read in pieces. */
const pieceBytes = 32 * 1024 * 1024;

/** The owner, a superuser, and whom it was granted to; `has_largeobject_privilege` is of 18. */
const readableCondition = `(pg_catalog.pg_has_role(o.lomowner, 'USAGE')
  OR pg_catalog.current_setting('lo_compat_privileges')::boolean
  OR EXISTS (SELECT FROM pg_catalog.aclexplode(o.lomacl) AS a
    WHERE a.privilege_type = 'SELECT' AND (a.grantee = 0 OR pg_catalog.pg_has_role(a.grantee, 'USAGE'))))`;

/** Piece number $1 of those in $2, and which of them have more. */
const pieceQuery = `SELECT pg_catalog.count(*)::text AS count,
  coalesce(pg_catalog.sum(pg_catalog.length(piece.data)), 0)::text AS bytes,
  coalesce(pg_catalog.sum(pg_catalog.hashtextextended(
    pg_catalog.concat_ws(':', o.oid::text, $1::text, pg_catalog.encode(pg_catalog.sha256(piece.data), 'hex')), 0)), 0)::text AS hash,
  coalesce(pg_catalog.array_agg(o.oid::text) FILTER (WHERE pg_catalog.length(piece.data) = ${pieceBytes}), '{}') AS longer
FROM pg_catalog.pg_largeobject_metadata o
CROSS JOIN LATERAL (SELECT pg_catalog.lo_get(o.oid, $1::bigint * ${pieceBytes}, ${pieceBytes}) AS data OFFSET 0) piece
WHERE ($2::oid[] IS NULL OR o.oid = ANY ($2::oid[])) AND ${readableCondition}`;

/** Numbers and contents of all that the role may read; the transaction's snapshot holds for them too. */
export async function readLargeObjects(
  session: Session,
): Promise<{ readonly largeObjects: LargeObjects; readonly notCompared: readonly Omission[] }> {
  let [count, bytes, hash] = [0, 0, 0n];
  let longer: readonly string[] | null = null;
  for (let piece = 0; longer === null || longer.length > 0; piece += 1) {
    const [row = {}] = await session.query(pieceQuery, [piece, longer]);
    if (piece === 0) count = numeric(row, 'count');
    bytes += numeric(row, 'bytes');
    hash += BigInt(text(row, 'hash'));
    longer = textsOf(row, 'longer');
  }
  return { largeObjects: { count, bytes, hash: String(hash) }, notCompared: await readHidden(session) };
}

async function readHidden(session: Session): Promise<readonly Omission[]> {
  const [row = {}] = await session.query(
    `SELECT pg_catalog.count(*)::text AS count FROM pg_catalog.pg_largeobject_metadata o WHERE NOT ${readableCondition}`,
  );
  const hidden = numeric(row, 'count');
  return hidden === 0 ? [] : [{ subject: `${hidden} large objects`, reason: 'the role may not read them' }];
}
