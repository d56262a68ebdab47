/** Partitions: rows of a table to be attached that lie outside its bounds, and rows of the default partition inside them. */
import type { Session } from '../../postgres/catalog-transaction.ts';
import { displayName, qualifiedName } from '../../postgres/object-name.ts';
import { optionalText, type Row, text } from '../../postgres/row.ts';
import type { RelationRef } from '../rehearsal/measurement.ts';
import type { SqlParser } from '../sql-parser.ts';
import type { CheckDraft } from './data-check.ts';
import { countedRows, type Question } from './question.ts';
import type { RowSource } from './row-source.ts';
import { inBrackets } from './sql-expression.ts';
import { bracketed, elementText, listed, type StatementText } from './statement-text.ts';

/** Values as the migration writes them. */
export type PartitionBound =
  | { readonly kind: 'default' }
  | { readonly kind: 'hash'; readonly modulus: number; readonly remainder: number }
  | { readonly kind: 'list'; readonly values: readonly ListValue[] }
  | {
      readonly kind: 'range';
      readonly from: readonly RangeValue[];
      readonly to: readonly RangeValue[];
    };

export type ListValue = { readonly kind: 'null' } | { readonly kind: 'value'; readonly text: string };

export type RangeValue =
  | { readonly kind: 'minimum' }
  | { readonly kind: 'maximum' }
  | { readonly kind: 'value'; readonly text: string };

interface Partitioning {
  readonly parent: RelationRef;
  readonly bound: PartitionBound;
  readonly operation: string;
  readonly parser: SqlParser;
}

/** Rows of the table that the partition's bounds, or those of its parent, leave out. */
export function attachedRowsCheck(source: RowSource, partitioning: Partitioning): CheckDraft {
  const { parent } = partitioning;
  return {
    ...draft(source, partitioning),
    complaint: {
      one: `lies outside the bounds of the partition of ${displayName(parent)}`,
      many: `lie outside the bounds of the partition of ${displayName(parent)}`,
    },
    question: async (session) => {
      const key = await partitionKey(session, partitioning);
      if (key === undefined) return notPartitioned(parent);
      const inside = [
        insideOf(key, partitioning.bound),
        ...(key.inherited === undefined ? [] : [key.inherited]),
      ];
      return countedRows(source, { refused: `(${inside.join(' AND ')}) IS NOT TRUE` });
    },
    mend: ['Move them to the partition where they belong, or choose other bounds.'],
  };
}

/**
 * Rows that are in the parent already and belong into the new partition: only a default partition can hold them, and
 * Postgres reads it to find out.
 * @param source the parent's rows
 */
export function defaultRowsCheck(source: RowSource, partitioning: Partitioning): CheckDraft {
  return {
    ...draft(source, partitioning),
    complaint: {
      one: 'lies in the default partition and belongs into the new one',
      many: 'lie in the default partition and belong into the new one',
    },
    question: async (session) => {
      const key = await partitionKey(session, partitioning);
      if (key === undefined) return notPartitioned(partitioning.parent);
      if (key.defaultPartition === undefined) return nothing(source);
      const inside = insideOf(key, partitioning.bound);
      const isDefault = `tableoid IN (SELECT relid FROM pg_catalog.pg_partition_tree(${key.defaultPartition}::pg_catalog.oid::pg_catalog.regclass))`;
      return countedRows(source, { refused: `(${inside}) AND ${isDefault}` });
    },
    mend: [
      'Before, in one transaction: detach the default partition, create the new one, move the rows, attach the default partition again.',
    ],
  };
}

function draft(
  source: RowSource,
  { operation, parent }: Partitioning,
): Omit<CheckDraft, 'complaint' | 'question' | 'mend'> {
  return {
    kind: 'partition',
    table: source.table,
    columns: [],
    reads: [
      { oid: source.table.oid, columns: 'all' },
      { oid: parent.oid, columns: 'all' },
    ],
    uses: [],
    operation,
    look: undefined,
  };
}

function notPartitioned(parent: RelationRef): Question {
  return { kind: 'unaskable', reason: `${displayName(parent)} is not a partitioned table` };
}

function nothing(source: RowSource): Question {
  return countedRows(source, { refused: 'false' });
}

interface PartitionKey {
  readonly parentOid: string;
  readonly elements: readonly { readonly text: string; readonly type: string | undefined }[];
  /** What holds for every row of the parent, when that is a partition itself. */
  readonly inherited: string | undefined;
  /** Oid. */
  readonly defaultPartition: string | undefined;
  /** What holds for the rows of some other partition; undefined: there is none. */
  readonly others: string | undefined;
}

async function partitionKey(session: Session, partitioning: Partitioning): Promise<PartitionKey | undefined> {
  const [row] = await session.query(partitionQuery, [qualifiedName(partitioning.parent)]);
  if (row === undefined) return undefined;
  return {
    parentOid: text(row, 'oid'),
    elements: elementsOf(row, partitioning.parser),
    inherited: optionalText(row, 'inherited'),
    defaultPartition: optionalText(row, 'default_partition'),
    others: optionalText(row, 'others'),
  };
}

const partitionQuery = `
SELECT p.partrelid::text AS oid, pg_catalog.pg_get_partkeydef(p.partrelid) AS definition,
       pg_catalog.pg_get_partition_constraintdef(p.partrelid) AS inherited,
       nullif(p.partdefid, 0)::text AS default_partition,
       (SELECT pg_catalog.string_agg('(' || pg_catalog.pg_get_partition_constraintdef(h.inhrelid) || ')', ' OR ' ORDER BY h.inhrelid)
          FROM pg_catalog.pg_inherits h WHERE h.inhparent = p.partrelid AND h.inhrelid <> p.partdefid) AS others,
       (SELECT pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod) ORDER BY key.place)
          FROM pg_catalog.unnest(p.partattrs::smallint[]) WITH ORDINALITY AS key(number, place)
          LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = key.number AND key.number > 0) AS types
  FROM pg_catalog.pg_partitioned_table p WHERE p.partrelid = pg_catalog.to_regclass($1)`;

/** Of `RANGE (a, lower(b) COLLATE "C")`. */
function elementsOf(row: Row, parser: SqlParser): PartitionKey['elements'] {
  const definition = text(row, 'definition');
  const source: StatementText = { text: definition, tokens: parser.tokens(definition), at: () => 0 };
  const range = bracketed(source, 0);
  const types = Array.isArray(row.types) ? row.types : [];
  return (range === undefined ? [] : listed(source, range)).map((part, index) => {
    const type: unknown = types[index];
    return { text: elementText(source, part) ?? 'NULL', type: typeof type === 'string' ? type : undefined };
  });
}

/** True for the rows that the bound takes; never null. */
function insideOf(key: PartitionKey, bound: PartitionBound): string {
  switch (bound.kind) {
    case 'default':
      return key.others === undefined ? 'true' : `(${key.others}) IS NOT TRUE`;
    case 'hash':
      return `pg_catalog.satisfies_hash_partition(${key.parentOid}::pg_catalog.oid, ${bound.modulus}, ${bound.remainder}, ${key.elements.map((element) => element.text).join(', ')})`;
    case 'list':
      return insideList(key, bound.values);
    case 'range': {
      const present = key.elements.map((element) => `${element.text} IS NOT NULL`);
      return `(${[...present, above(key, bound.from), below(key, bound.to)].join(' AND ')})`;
    }
  }
}

function insideList({ elements }: PartitionKey, values: readonly ListValue[]): string {
  const [element] = elements;
  if (element === undefined) return 'true';
  const conditions = values.map((value) =>
    value.kind === 'null' ? `${element.text} IS NULL` : `${element.text} = ${cast(value.text, element.type)}`,
  );
  return `coalesce(${conditions.join(' OR ')}, false)`;
}

function cast(value: string, type: string | undefined): string {
  return type === undefined ? inBrackets(value) : `CAST(${inBrackets(value)} AS ${type})`;
}

/** At or above the lower bound, compared column after column. */
function above({ elements }: PartitionKey, from: readonly RangeValue[]): string {
  return elements.reduceRight((rest, element, index) => {
    const value = from[index];
    if (value === undefined || value.kind === 'minimum') return 'true';
    if (value.kind === 'maximum') return 'false';
    const bound = cast(value.text, element.type);
    return `(${element.text} > ${bound} OR (${element.text} = ${bound} AND ${rest}))`;
  }, 'true');
}

function below({ elements }: PartitionKey, to: readonly RangeValue[]): string {
  return elements.reduceRight((rest, element, index) => {
    const value = to[index];
    if (value === undefined || value.kind === 'maximum') return 'true';
    if (value.kind === 'minimum') return 'false';
    const bound = cast(value.text, element.type);
    return `(${element.text} < ${bound} OR (${element.text} = ${bound} AND ${rest}))`;
  }, 'false');
}
