/** What the catalog says of the relations that plans read. */

import { arrayOf, isBoolean, isString, objectOf } from '../../guard.ts';
import { inCatalogTransaction, type Session } from '../../postgres/catalog-transaction.ts';
import { numeric, type Row, text } from '../../postgres/row.ts';
import type { RelationName } from './plan-tree.ts';

export interface RelationFacts extends RelationName {
  readonly oid: string;
  /** Changes when the table is rewritten. */
  readonly file: string;
  /** Of the last analyse; -1: never. Of a partition's root the sum is in `rootRows`. */
  readonly rows: number;
  /** Columns that there are or were. */
  readonly columns: number;
  /** The partitioned table that it belongs to, else itself. */
  readonly root: RelationName;
  /** -1: not known. */
  readonly rootRows: number;
  readonly indexes: readonly IndexFacts[];
}

export interface IndexFacts {
  readonly name: string;
  readonly oid: string;
  /** Of the partitioned index that it belongs to, else its own name. */
  readonly root: string;
  /** The statement that makes it. */
  readonly definition: string;
  /** The same without its name: two indexes of one shape do the same. */
  readonly shape: string;
  readonly isValid: boolean;
  readonly hasExpressions: boolean;
}

export function relationKey({ schema, name }: RelationName): string {
  return `${schema}\0${name}`;
}

/** By `relationKey`; what is not there is left out. */
export async function readRelations(
  session: Session,
  names: readonly RelationName[],
): Promise<ReadonlyMap<string, RelationFacts>> {
  if (names.length === 0) return new Map();
  const values = [names.map(({ schema }) => schema), names.map(({ name }) => name)];
  const rows = await inCatalogTransaction(session, () => session.query(relationsQuery, values));
  return new Map(rows.map((row) => [relationKey(namesOf(row, '')), factsOf(row)]));
}

const relationsQuery = `
SELECT n.nspname AS schema, c.relname AS name, c.oid::text AS oid, c.relfilenode::text AS file,
       c.reltuples::float8 AS rows, c.relnatts::int AS columns,
       rn.nspname AS root_schema, r.relname AS root_name,
       CASE WHEN r.oid = c.oid THEN c.reltuples::float8
            ELSE (SELECT coalesce(sum(p.reltuples) FILTER (WHERE p.reltuples > 0), 0)
                    FROM pg_catalog.pg_partition_tree(r.oid) t JOIN pg_catalog.pg_class p ON p.oid = t.relid
                   WHERE t.isleaf)::float8 END AS root_rows,
       (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
                 'name', ic.relname, 'quoted', pg_catalog.quote_ident(ic.relname), 'oid', ic.oid::text,
                 'rootName', xr.relname,
                 'definition', pg_catalog.pg_get_indexdef(ic.oid), 'isUnique', x.indisunique,
                 'isValid', x.indisvalid, 'hasExpressions', x.indexprs IS NOT NULL) ORDER BY ic.relname), '[]')
          FROM pg_catalog.pg_index x
          JOIN pg_catalog.pg_class ic ON ic.oid = x.indexrelid
          JOIN pg_catalog.pg_class xr ON xr.oid = coalesce(pg_catalog.pg_partition_root(ic.oid), ic.oid)
         WHERE x.indrelid = c.oid) AS indexes
  FROM ROWS FROM (pg_catalog.unnest($1::text[]), pg_catalog.unnest($2::text[])) AS asked(schema, name)
  JOIN pg_catalog.pg_namespace n ON n.nspname = asked.schema
  JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = asked.name
  JOIN pg_catalog.pg_class r ON r.oid = coalesce(pg_catalog.pg_partition_root(c.oid), c.oid)
  JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace`;

function namesOf(row: Row, prefix: 'root_' | ''): RelationName {
  return { schema: text(row, `${prefix}schema`), name: text(row, `${prefix}name`) };
}

function factsOf(row: Row): RelationFacts {
  return {
    ...namesOf(row, ''),
    oid: text(row, 'oid'),
    file: text(row, 'file'),
    rows: numeric(row, 'rows'),
    columns: numeric(row, 'columns'),
    root: namesOf(row, 'root_'),
    rootRows: numeric(row, 'root_rows'),
    indexes: isIndexList(row.indexes) ? row.indexes.map(indexOf) : [],
  };
}

interface IndexRow extends Omit<IndexFacts, 'root' | 'shape'> {
  readonly quoted: string;
  readonly isUnique: boolean;
  readonly rootName: string;
}

const isIndexList = arrayOf(
  objectOf<IndexRow>({
    name: isString,
    quoted: isString,
    oid: isString,
    rootName: isString,
    definition: isString,
    isUnique: isBoolean,
    isValid: isBoolean,
    hasExpressions: isBoolean,
  }),
);

function indexOf({ quoted, isUnique, rootName, ...facts }: IndexRow): IndexFacts {
  const kind = `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX `;
  const shape = `${kind}${facts.definition.slice(kind.length + quoted.length)}`;
  return { ...facts, root: rootName, shape };
}
