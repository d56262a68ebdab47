import { quoteIdentifier } from '../../postgres/identifier.ts';
import { displayIdentifier, displayName, qualifiedName } from '../../postgres/object-name.ts';
import { findingOf, type RuleInfo } from '../../report/rule.ts';
import type { CatalogForeignKey, CatalogSequence } from './catalog.ts';
import type { SchemaFacts, SchemaRule } from './facts.ts';

const info: RuleInfo = {
  id: 'sequence-near-end',
  title: 'A sequence or its column is near its end',
  severity: 'warning',
  why: 'When it is used up every insert fails at once, and making the column wider rewrites the table. More than 75 % is reported, more than 90 % is an error.',
};

const [warnAt, failAt] = [75n, 90n];

/** Greatest and least value of the integer types (https://www.postgresql.org/docs/current/datatype-numeric.html). */
const typeBits: Readonly<Record<string, bigint>> = { int2: 15n, int4: 31n, int8: 63n };

function find(facts: SchemaFacts) {
  return facts.catalog.sequences.flatMap((sequence) => {
    const use = usedOf(sequence);
    if (use === undefined || use.percent <= warnAt) return [];
    const column = tableOf(sequence);
    const keys = column === undefined ? [] : referring(facts, sequence);
    return findingOf(info, {
      severity: use.percent > failAt ? 'error' : 'warning',
      subject: displayName(sequence),
      message: `${use.percent} % of its values are used up${column === undefined ? '' : ` (column ${displayName(column)}.${displayIdentifier(sequence.column ?? '')}, ${sequence.columnType})`}.`,
      evidence: `Last value ${sequence.last}, the end is ${use.end}, the step is ${sequence.increment}.`,
      fix: [widen(sequence, column), ...keys.map((key) => widenKey(facts, key, sequence))].join('\n'),
    });
  });
}

interface TableName {
  readonly schema: string;
  readonly name: string;
}

function tableOf({ tableSchema, table, column }: CatalogSequence): TableName | undefined {
  return tableSchema === null || table === null || column === null
    ? undefined
    : { schema: tableSchema, name: table };
}

/** Foreign keys whose columns hold the values too, and end with them. */
function referring(
  { catalog }: SchemaFacts,
  { tableSchema, table, column, columnType }: CatalogSequence,
): readonly CatalogForeignKey[] {
  if (columnType === 'int8') return [];
  return catalog.foreignKeys.filter(
    (key) =>
      key.referencedSchema === tableSchema &&
      key.referencedName === table &&
      key.referencedColumns.includes(column ?? ''),
  );
}

function widenKey({ relations }: SchemaFacts, key: CatalogForeignKey, { column }: CatalogSequence): string {
  const table = relations.get(key.table);
  const own = key.columns[key.referencedColumns.indexOf(column ?? '')];
  if (table === undefined || own === undefined) return '';
  return `ALTER TABLE ${qualifiedName(table)} ALTER COLUMN ${quoteIdentifier(own)} TYPE bigint; -- refers to it`;
}

interface Use {
  readonly percent: bigint;
  readonly end: bigint;
}

/** Counts from `start`, towards the end that the step leads to; the column's type may end before the sequence does. */
function usedOf(sequence: CatalogSequence): Use | undefined {
  if (sequence.last === null || sequence.cycles) return undefined;
  const ascending = ascends(sequence);
  const bits = typeBits[sequence.columnType ?? ''];
  const own = BigInt(ascending ? sequence.max : sequence.min);
  const typeEnd = bits === undefined ? own : ascending ? 2n ** bits - 1n : -(2n ** bits);
  const end = ascending ? minimum(own, typeEnd) : maximum(own, typeEnd);
  const size = absolute(end - BigInt(sequence.start)) + 1n;
  const used = absolute(BigInt(sequence.last) - BigInt(sequence.start)) + 1n;
  return { percent: (used * 100n) / size, end };
}

function ascends({ increment }: CatalogSequence): boolean {
  return BigInt(increment) > 0n;
}

function widen(sequence: CatalogSequence, table: TableName | undefined): string {
  const wider = `ALTER SEQUENCE ${qualifiedName(sequence)} AS bigint ${ascends(sequence) ? 'NO MAXVALUE' : 'NO MINVALUE'};`;
  if (table === undefined || sequence.columnType === 'int8') return wider;
  return `-- Rewrites the table under an ACCESS EXCLUSIVE lock; on a big one add a bigint column and move over.\nALTER TABLE ${qualifiedName(table)} ALTER COLUMN ${quoteIdentifier(sequence.column ?? '')} TYPE bigint;\n${wider}`;
}

function minimum(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

function maximum(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export const sequenceNearEnd: SchemaRule = { info, find };
