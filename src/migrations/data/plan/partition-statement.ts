/** ATTACH PARTITION and CREATE TABLE … PARTITION OF. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, items, locationOf, type Node, relationName, texts, unwrap } from '../../parse-tree.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';
import type { CheckDraft } from '../data-check.ts';
import { nullCheck } from '../not-null.ts';
import {
  attachedRowsCheck,
  defaultRowsCheck,
  type ListValue,
  type PartitionBound,
  type RangeValue,
} from '../partition.ts';
import type { RowSource } from '../row-source.ts';
import { bracketed, listed, type StatementText, slice } from '../statement-text.ts';
import { columnElement, uniqueCheck } from '../unique.ts';
import { constraintOfCatalog } from './constraint.ts';
import { type PlanScope, rowSource } from './plan-scope.ts';
import { withoutQuoted } from './statement-effects.ts';

/** @param command an `AT_AttachPartition` of a table that existed before */
export function attachDrafts(scope: PlanScope, parent: RelationRef, command: Node): readonly CheckDraft[] {
  const definition = field(command.def, 'PartitionCmd');
  const bound = partitionBound(scope.text, field(definition, 'bound'));
  const operation = 'ATTACH PARTITION';
  const partitioning = { parent, bound, operation, parser: scope.parser };
  const attached = scope.state.table(relationName(definition.name));
  const held = bound.kind === 'default' ? [] : [defaultRowsCheck(wholeSource(scope, parent), partitioning)];
  if (attached === undefined || scope.state.isNew(attached) || attached.kind === 'foreign table') return held;
  const source = wholeSource(scope, attached);
  return [attachedRowsCheck(source, partitioning), ...held, ...inheritedDrafts(scope, parent, source)];
}

export function partitionOfDrafts(scope: PlanScope): readonly CheckDraft[] {
  const { node } = scope.statement;
  if (node.partbound === undefined) return [];
  const [parentNode] = items(node.inhRelations);
  const parent = scope.state.table(relationName(field(parentNode, 'RangeVar')));
  const bound = partitionBound(scope.text, field(node, 'partbound'));
  if (parent === undefined || scope.state.isNew(parent) || bound.kind === 'default') return [];
  const operation = 'CREATE TABLE … PARTITION OF';
  return [defaultRowsCheck(wholeSource(scope, parent), { parent, bound, operation, parser: scope.parser })];
}

function wholeSource(scope: PlanScope, table: RelationRef): RowSource {
  return rowSource(scope, table, { inherits: false });
}

/** The parent's indexes and foreign keys are made on the attached table, unless it has its own. */
function inheritedDrafts(scope: PlanScope, parent: RelationRef, source: RowSource): readonly CheckDraft[] {
  const { indexes, constraints } = scope.state.tables(parent.oid);
  const own = scope.state.tables(source.table.oid).columns;
  const operation = (name: string) => `ATTACH PARTITION (\`${displayIdentifier(name)}\` of its parent)`;
  const unique = indexes
    .filter((index) => index.isUnique && !index.isPartial)
    .flatMap((index) => {
      const columns = index.columns.filter((column) => column !== undefined);
      if (columns.length < index.columns.length) return [];
      const nullable = own.filter(({ isNotNull, name }) => !isNotNull && columns.includes(name));
      return [
        ...(index.isPrimary
          ? nullable.map(({ name }) => nullCheck(source, name, operation(index.name)))
          : []),
        uniqueCheck(source, {
          elements: columns.map(columnElement),
          predicate: undefined,
          nullsRepeat: / NULLS NOT DISTINCT/.test(withoutQuoted(index.definition)),
          operation: operation(index.name),
        }),
      ];
    });
  const references = constraints
    .filter(({ kind }) => kind === 'foreign key')
    .flatMap((key) => constraintOfCatalog(scope, source, { ...key, operation: operation(key.name) }));
  return [...unique, ...references];
}

/** Of a `PartitionBoundSpec`. */
function partitionBound(text: StatementText, node: Node): PartitionBound {
  if (node.is_default === true) return { kind: 'default' };
  const from = text.at(locationOf(node) ?? 0);
  if (node.strategy === 'h')
    return { kind: 'hash', modulus: Number(node.modulus ?? 0), remainder: Number(node.remainder ?? 0) };
  const after = (word: RegExp) =>
    text.tokens.findIndex((token, index) => index >= from && word.test(token.text));
  if (node.strategy === 'l') return { kind: 'list', values: listValues(text, after(/^in$/i), node) };
  const lower = after(/^from$/i);
  const upper = bracketed(text, lower)?.[1] ?? lower;
  return {
    kind: 'range',
    from: rangeValues(text, lower, node.lowerdatums),
    to: rangeValues(text, upper + 1, node.upperdatums),
  };
}

function listValues(text: StatementText, from: number, node: Node): readonly ListValue[] {
  const written = valueTexts(text, from);
  return items(node.listdatums).map((item, index): ListValue => {
    const [kind, constant] = unwrap(item);
    if (kind === 'A_Const' && constant.isnull === true) return { kind: 'null' };
    return { kind: 'value', text: written[index] ?? 'NULL' };
  });
}

function rangeValues(text: StatementText, from: number, datums: unknown): readonly RangeValue[] {
  const written = valueTexts(text, from);
  return items(datums).map((item, index): RangeValue => {
    const [name] = texts(field(item, 'ColumnRef').fields);
    if (name === 'minvalue') return { kind: 'minimum' };
    if (name === 'maxvalue') return { kind: 'maximum' };
    return { kind: 'value', text: written[index] ?? 'NULL' };
  });
}

function valueTexts(text: StatementText, from: number): readonly string[] {
  const range = bracketed(text, from);
  return range === undefined ? [] : listed(text, range).map((part) => slice(text, ...part) ?? 'NULL');
}
