/** What the rules need to know of a database's tables: read in one query, before the migrations and after. */
import { arrayOf, type Guard, isBoolean, isNumber, isString, nullable, objectOf } from '../../guard.ts';
import { inCatalogTransaction, type Session } from '../../postgres/catalog-transaction.ts';
import type { RelationKind, RelationState } from './measurement.ts';

export interface CatalogColumn {
  readonly tableOid: number;
  /** `attnum` */
  readonly position: number;
  readonly name: string;
  /** As `format_type` writes it, such as `character varying(20)`. */
  readonly type: string;
  readonly typeOid: number;
  readonly isNotNull: boolean;
  /** Expression of the default or of the generated column. */
  readonly default: string | undefined;
  readonly identity: 'always' | 'by default' | undefined;
  readonly generated: 'stored' | 'virtual' | undefined;
}

export type ConstraintKind =
  | 'primary key'
  | 'unique'
  | 'foreign key'
  | 'check'
  | 'exclusion'
  | 'not null'
  | 'trigger';

export interface CatalogConstraint {
  readonly oid: number;
  readonly tableOid: number;
  readonly name: string;
  readonly kind: ConstraintKind;
  readonly columns: readonly string[];
  readonly isValidated: boolean;
  /** Of a foreign key. */
  readonly referencedTableOid: number | undefined;
  readonly referencedColumns: readonly string[];
  /** As `pg_get_constraintdef` writes it. */
  readonly definition: string;
}

export interface CatalogIndex {
  readonly oid: number;
  readonly tableOid: number;
  readonly name: string;
  readonly isUnique: boolean;
  readonly isPrimary: boolean;
  readonly isValid: boolean;
  /** Key columns; undefined where an entry is an expression. */
  readonly columns: readonly (string | undefined)[];
  readonly isPartial: boolean;
  readonly definition: string;
}

export interface CatalogEnum {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  /** In their order. */
  readonly labels: readonly string[];
}

/** Everything sorted by oid (columns by table and position), without the system's own. */
export interface RehearsalCatalog {
  readonly relations: readonly RelationState[];
  readonly columns: readonly CatalogColumn[];
  readonly constraints: readonly CatalogConstraint[];
  readonly indexes: readonly CatalogIndex[];
  readonly enums: readonly CatalogEnum[];
  /** Partition or child oid to its parent's. */
  readonly parents: ReadonlyMap<number, number>;
}

/** Reads it in a read-only transaction of its own. */
export async function readRehearsalCatalog(session: Session): Promise<RehearsalCatalog> {
  const rows = await inCatalogTransaction(session, () => session.query(catalogQuery));
  const catalog = rows[0]?.catalog;
  if (!isRawCatalog(catalog))
    throw new Error('The catalog query gave another shape than it was written for.');
  return {
    relations: catalog.relations.map(relationOf),
    columns: catalog.columns.map(columnOf),
    constraints: catalog.constraints.map(constraintOf),
    indexes: catalog.indexes.map((index) => ({
      ...index,
      columns: index.columns.map((column) => column ?? undefined),
    })),
    enums: catalog.enums,
    parents: new Map(catalog.parents.map(({ child, parent }) => [child, parent])),
  };
}

const relationKinds: Readonly<Record<string, RelationKind>> = {
  r: 'table',
  p: 'partitioned table',
  i: 'index',
  I: 'partitioned index',
  v: 'view',
  m: 'materialized view',
  S: 'sequence',
  f: 'foreign table',
  t: 'toast table',
  c: 'composite type',
};

/** `pg_class.relkind` in words. */
export function relationKindOf(relkind: string): RelationKind {
  return relationKinds[relkind] ?? 'table';
}

function relationOf({ relkind, rows, fileNode, tableOid, ...rest }: RawRelation): RelationState {
  return {
    ...rest,
    kind: relationKindOf(relkind),
    rows: rows ?? undefined,
    fileNode: fileNode ?? undefined,
    tableOid: tableOid ?? undefined,
  };
}

function columnOf({ default: expression, identity, generated, ...rest }: RawColumn): CatalogColumn {
  return {
    ...rest,
    default: expression ?? undefined,
    identity: identity === 'a' ? 'always' : identity === 'd' ? 'by default' : undefined,
    generated: generated === 's' ? 'stored' : generated === 'v' ? 'virtual' : undefined,
  };
}

const constraintKinds: Readonly<Record<string, ConstraintKind>> = {
  p: 'primary key',
  u: 'unique',
  f: 'foreign key',
  c: 'check',
  x: 'exclusion',
  n: 'not null',
  t: 'trigger',
};

function constraintOf({ contype, referencedTableOid, ...rest }: RawConstraint): CatalogConstraint {
  return {
    ...rest,
    kind: constraintKinds[contype] ?? 'check',
    referencedTableOid: referencedTableOid ?? undefined,
  };
}

interface RawRelation {
  readonly oid: number;
  readonly schema: string;
  readonly name: string;
  readonly relkind: string;
  readonly rows: number | null;
  readonly bytes: number;
  readonly fileNode: number | null;
  readonly tableOid: number | null;
}

const isRawRelation: Guard<RawRelation> = objectOf<RawRelation>({
  oid: isNumber,
  schema: isString,
  name: isString,
  relkind: isString,
  rows: nullable(isNumber),
  bytes: isNumber,
  fileNode: nullable(isNumber),
  tableOid: nullable(isNumber),
});

interface RawColumn {
  readonly tableOid: number;
  readonly position: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
  readonly isNotNull: boolean;
  readonly default: string | null;
  readonly identity: string;
  readonly generated: string;
}

const isRawColumn: Guard<RawColumn> = objectOf<RawColumn>({
  tableOid: isNumber,
  position: isNumber,
  name: isString,
  type: isString,
  typeOid: isNumber,
  isNotNull: isBoolean,
  default: nullable(isString),
  identity: isString,
  generated: isString,
});

interface RawConstraint {
  readonly oid: number;
  readonly tableOid: number;
  readonly name: string;
  readonly contype: string;
  readonly columns: readonly string[];
  readonly isValidated: boolean;
  readonly referencedTableOid: number | null;
  readonly referencedColumns: readonly string[];
  readonly definition: string;
}

const isRawConstraint: Guard<RawConstraint> = objectOf<RawConstraint>({
  oid: isNumber,
  tableOid: isNumber,
  name: isString,
  contype: isString,
  columns: arrayOf(isString),
  isValidated: isBoolean,
  referencedTableOid: nullable(isNumber),
  referencedColumns: arrayOf(isString),
  definition: isString,
});

interface RawIndex extends Omit<CatalogIndex, 'columns'> {
  readonly columns: readonly (string | null)[];
}

const isRawIndex: Guard<RawIndex> = objectOf<RawIndex>({
  oid: isNumber,
  tableOid: isNumber,
  name: isString,
  isUnique: isBoolean,
  isPrimary: isBoolean,
  isValid: isBoolean,
  columns: arrayOf(nullable(isString)),
  isPartial: isBoolean,
  definition: isString,
});

interface RawParent {
  readonly child: number;
  readonly parent: number;
}

interface RawCatalog {
  readonly relations: readonly RawRelation[];
  readonly columns: readonly RawColumn[];
  readonly constraints: readonly RawConstraint[];
  readonly indexes: readonly RawIndex[];
  readonly enums: readonly CatalogEnum[];
  readonly parents: readonly RawParent[];
}

const isRawCatalog: Guard<RawCatalog> = objectOf<RawCatalog>({
  relations: arrayOf(isRawRelation),
  columns: arrayOf(isRawColumn),
  constraints: arrayOf(isRawConstraint),
  indexes: arrayOf(isRawIndex),
  enums: arrayOf(
    objectOf<CatalogEnum>({ oid: isNumber, schema: isString, name: isString, labels: arrayOf(isString) }),
  ),
  parents: arrayOf(objectOf<RawParent>({ child: isNumber, parent: isNumber })),
});

/**
 * `reltuples` is -1 for a table that was never analysed (PostgreSQL 14 and newer). Sizes are of files, so nothing is
 * locked but the catalog; a relation that is dropped meanwhile has none.
 */
const catalogQuery = `
WITH kept AS (
  SELECT c.oid, n.nspname, c.relname, c.relkind, c.reltuples, c.relnamespace,
         coalesce(i.indrelid, t.oid) AS owner
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
    LEFT JOIN pg_catalog.pg_class t ON c.relkind = 't' AND t.reltoastrelid = c.oid
   WHERE c.oid >= 16384 AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_temp\\_%'
     AND (n.nspname <> 'pg_toast' OR c.relkind = 't')
), tables AS (SELECT oid FROM kept WHERE relkind IN ('r', 'p', 'f', 'm', 'v'))
SELECT pg_catalog.json_build_object(
  'relations', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', oid::bigint, 'schema', nspname, 'name', relname, 'relkind', relkind,
      'rows', CASE WHEN reltuples >= 0 THEN reltuples::bigint END,
      'bytes', coalesce(CASE WHEN relkind IN ('r', 'm', 't') THEN pg_catalog.pg_table_size(oid)
                             WHEN relkind = 'i' THEN pg_catalog.pg_relation_size(oid) END, 0),
      'fileNode', pg_catalog.pg_relation_filenode(oid)::bigint,
      'tableOid', owner::bigint) ORDER BY oid), '[]') FROM kept),
  'columns', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'tableOid', a.attrelid::bigint, 'position', a.attnum, 'name', a.attname,
      'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'typeOid', a.atttypid::bigint,
      'isNotNull', a.attnotnull, 'default', pg_catalog.pg_get_expr(d.adbin, d.adrelid),
      'identity', a.attidentity, 'generated', a.attgenerated) ORDER BY a.attrelid, a.attnum), '[]')
      FROM pg_catalog.pg_attribute a JOIN tables ON tables.oid = a.attrelid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attnum > 0 AND NOT a.attisdropped),
  'constraints', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', k.oid::bigint, 'tableOid', k.conrelid::bigint, 'name', k.conname, 'contype', k.contype,
      'columns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY AS u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number),
      'isValidated', k.convalidated, 'referencedTableOid', nullif(k.confrelid, 0)::bigint,
      'referencedColumns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY AS u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number),
      'definition', pg_catalog.pg_get_constraintdef(k.oid)) ORDER BY k.oid), '[]')
      FROM pg_catalog.pg_constraint k JOIN tables ON tables.oid = k.conrelid),
  'indexes', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', i.indexrelid::bigint, 'tableOid', i.indrelid::bigint, 'name', kept.relname,
      'isUnique', i.indisunique, 'isPrimary', i.indisprimary, 'isValid', i.indisvalid,
      'columns', (SELECT coalesce(pg_catalog.json_agg(a.attname ORDER BY u.place), '[]')
                    FROM pg_catalog.unnest(i.indkey::smallint[]) WITH ORDINALITY AS u(number, place)
                    LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number
                   WHERE u.place <= i.indnkeyatts),
      'isPartial', i.indpred IS NOT NULL,
      'definition', pg_catalog.pg_get_indexdef(i.indexrelid)) ORDER BY i.indexrelid), '[]')
      FROM pg_catalog.pg_index i JOIN kept ON kept.oid = i.indexrelid JOIN tables ON tables.oid = i.indrelid),
  'enums', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'oid', t.oid::bigint, 'schema', n.nspname, 'name', t.typname,
      'labels', (SELECT coalesce(pg_catalog.json_agg(e.enumlabel ORDER BY e.enumsortorder), '[]')
                   FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)) ORDER BY t.oid), '[]')
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
     WHERE t.typtype = 'e' AND t.oid >= 16384),
  'parents', (SELECT coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
      'child', h.inhrelid::bigint, 'parent', h.inhparent::bigint) ORDER BY h.inhrelid), '[]')
      FROM pg_catalog.pg_inherits h JOIN kept ON kept.oid = h.inhrelid)
) AS catalog`;
