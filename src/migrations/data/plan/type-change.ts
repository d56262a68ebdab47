/** ALTER COLUMN … TYPE: values that do not get through, and constraints that Postgres tests again on the new ones. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, unwrap } from '../../parse-tree.ts';
import type { CatalogColumn, CatalogIndex } from '../../rehearsal/catalog.ts';
import { conversionCheck, enumCheck } from '../cast.ts';
import type { CheckDraft } from '../data-check.ts';
import { nullCheck } from '../not-null.ts';
import { columnElement, uniqueCheck } from '../unique.ts';
import { type AlteredTable, changedFrom, enumCast } from './altered-table.ts';
import type { TypeChange } from './column-change.ts';
import { isLiteral } from './column-change.ts';
import { constraintOfCatalog } from './constraint.ts';
import type { PlanScope } from './plan-scope.ts';
import { constraintKey, nameKey } from './plan-state.ts';
import { withoutQuoted } from './statement-effects.ts';

export function typeChangeDrafts(altered: AlteredTable, change: TypeChange): readonly CheckDraft[] {
  const { scope, table, after, nullable } = altered;
  const { column, using } = change;
  const known = scope.state.tables(table.oid).columns.find(({ name }) => name === column);
  if (using === undefined && known !== undefined && keepsValues(known, change)) return [];
  const operation = `the change of \`${displayIdentifier(column)}\` to ${change.type.replaceAll(/\s+/g, ' ')}`;
  const mustBeThere = known?.isNotNull === true && using !== undefined && !nullable.has(column);
  return [
    valueDraft(altered, change),
    ...(mustBeThere ? [nullCheck(after, column, operation)] : []),
    ...testedAgain(altered, column),
  ];
}

function valueDraft({ scope, before }: AlteredTable, change: TypeChange): CheckDraft {
  const expression = changedFrom(change);
  const name = change.typeName?.name;
  const conversion = {
    column: change.column,
    type: change.type,
    expression: { ...expression, uses: [...expression.uses, ...(name === undefined ? [] : [name])] },
    castIsAssignment: castIsAssignment(scope, change),
    isLiteral: isLiteral(change.usingTree),
  };
  const cast = enumCast(scope, change);
  if (cast === undefined) return conversionCheck(before, conversion);
  return enumCheck(before, {
    ...conversion,
    ...cast,
    expression: { ...expression, uses: [] },
    isArray: change.isArray,
  });
}

/** An explicit cast to one of these cuts what is too long. */
const cut: ReadonlySet<string> = new Set(['varchar', 'bpchar', 'bit', 'varbit']);

/** Types of the grammar are qualified by it; others may be domains, but for enums. */
function castIsAssignment({ state }: PlanScope, { typeName, typmods }: TypeChange): boolean {
  if (typeName?.schema === 'pg_catalog') return typmods.length === 0 || !cut.has(typeName.name);
  return state.catalog.enums.some(({ name }) => name === typeName?.name);
}

const wholeNumbers = ['smallint', 'integer', 'bigint', 'numeric'];
const named: Readonly<Record<string, string>> = { int2: 'smallint', int4: 'integer', int8: 'bigint' };

/** Conversions in which every value gets through and stays the same: nothing is worth a look at the rows. */
function keepsValues(
  { type: from }: CatalogColumn,
  { typeName, typmods, isArray, collation }: TypeChange,
): boolean {
  const name = typeName?.name ?? '';
  if (isArray || collation !== undefined || from.endsWith(']')) return false;
  const to = named[name] ?? name;
  const lengths = typmods.map(constantNumber);
  if (to === 'text' || (to === 'varchar' && lengths.length === 0))
    return /^(text|character varying)/.test(from);
  if (to === 'varchar') return lengthOf(from, 'character varying') <= (lengths[0] ?? 0);
  if (lengths.length > 0) return false;
  const [low, high] = [wholeNumbers.indexOf(from.replace(/\(.*/, '')), wholeNumbers.indexOf(to)];
  return low >= 0 && high >= low;
}

function lengthOf(type: string, name: string): number {
  const [, length] = new RegExp(`^${name}\\((\\d+)\\)$`).exec(type) ?? [];
  return length === undefined ? Number.POSITIVE_INFINITY : Number(length);
}

function constantNumber(value: unknown): number {
  const [, node] = unwrap(value);
  return Number(field(node, 'ival').ival ?? 0);
}

/** Unique indexes, checks and references of the column are made again from the new values. */
function testedAgain({ scope, table, after, ownAfter }: AlteredTable, column: string): readonly CheckDraft[] {
  const { tables, dropped } = scope.state;
  const { indexes, constraints: all } = tables(table.oid);
  const unique = indexes
    .filter((index) => index.isUnique && index.columns.includes(column))
    .filter((index) => !dropped.has(constraintKey(table, index.name)))
    .filter((index) => !dropped.has(nameKey({ schema: table.schema, name: index.name })))
    .flatMap((index) => uniqueAgain(ownAfter, index));
  const constraints = all
    .filter(({ columns, isValidated }) => isValidated && columns.includes(column))
    .filter(({ kind, name }) => kind !== 'not null' && !dropped.has(constraintKey(table, name)))
    .flatMap((constraint) => {
      const operation = `the constraint \`${displayIdentifier(constraint.name)}\``;
      return constraintOfCatalog(scope, after, { ...constraint, operation });
    });
  return [...unique, ...constraints];
}

function uniqueAgain(source: AlteredTable['ownAfter'], index: CatalogIndex): readonly CheckDraft[] {
  const columns = index.columns.filter((column) => column !== undefined);
  if (index.isPartial || columns.length < index.columns.length) return [];
  return [
    uniqueCheck(source, {
      elements: columns.map(columnElement),
      predicate: undefined,
      nullsRepeat: / NULLS NOT DISTINCT/.test(withoutQuoted(index.definition)),
      operation: `the unique index \`${displayIdentifier(index.name)}\``,
    }),
  ];
}
