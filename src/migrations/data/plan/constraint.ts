/** Constraints, as a migration writes them or as the catalog holds them, turned into checks. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, items, locationOf, type Node, relationName, texts } from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import type { CatalogConstraint } from '../../rehearsal/catalog.ts';
import type { RelationRef } from '../../rehearsal/measurement.ts';
import { evaluationCheck } from '../cast.ts';
import { constraintCheck } from '../check-constraint.ts';
import type { CheckDraft } from '../data-check.ts';
import { exclusionCheck } from '../exclusion.ts';
import { referenceCheck } from '../foreign-key.ts';
import { nullCheck } from '../not-null.ts';
import { columnsOf, type RowSource } from '../row-source.ts';
import { type SqlExpression, sqlExpression } from '../sql-expression.ts';
import {
  bracketed,
  bracketedText,
  elementText,
  listed,
  type StatementText,
  slice,
} from '../statement-text.ts';
import { columnElement, type KeyElement, uniqueCheck } from '../unique.ts';
import { isSurelyNotNull } from './catalog-tables.ts';
import { collationOf } from './column-change.ts';
import type { PlanScope } from './plan-scope.ts';
import { nameKey } from './plan-state.ts';
import { withoutQuoted } from './statement-effects.ts';

interface Declared {
  readonly constraint: Node;
  /** The rows that the constraint is asked of: with and without those of tables that inherit. */
  readonly source: RowSource;
  readonly ownSource: RowSource;
  /** The column that it stands at; undefined: it is one of the table. */
  readonly column: string | undefined;
  /** Such as `ADD COLUMN age`; undefined: named by the constraint. */
  readonly operation?: string;
}

/** What the data must be asked before the constraint is added, also where it is added NOT VALID. */
export function constraintDrafts(scope: PlanScope, declared: Declared): readonly CheckDraft[] {
  const { constraint, column } = declared;
  switch (constraint.contype) {
    case 'CONSTR_NOTNULL':
      return notNullDrafts(scope, declared, column === undefined ? texts(constraint.keys) : [column]);
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE':
      return keyDrafts(scope, declared);
    case 'CONSTR_FOREIGN':
      return foreignKeyDrafts(scope, declared);
    case 'CONSTR_CHECK':
      return checkDrafts(scope, declared);
    case 'CONSTR_EXCLUSION':
      return exclusionDrafts(scope, declared);
    default:
      return [];
  }
}

/** NOT VALID and NOT ENFORCED ask nothing of the rows that are there. */
export function isAskedLater(constraint: Node): boolean {
  return constraint.skip_validation === true;
}

export function isEnforced(constraint: Node): boolean {
  const kinds: readonly unknown[] = ['CONSTR_CHECK', 'CONSTR_FOREIGN'];
  return constraint.is_enforced === true || !kinds.includes(constraint.contype);
}

function operationOf({ constraint, operation }: Declared, otherwise: string): string {
  const name = textOrUndefined(constraint.conname);
  return operation ?? (name === undefined ? otherwise : `the constraint \`${displayIdentifier(name)}\``);
}

/** A column that is NOT NULL already is not asked, unless the statement changes its values. */
function notNullDrafts(
  { state }: PlanScope,
  declared: Declared,
  columns: readonly string[],
): readonly CheckDraft[] {
  const { source } = declared;
  return columns
    .filter((name) => source.computed.has(name) || !isSurelyNotNull(state.tables(source.table.oid), name))
    .map((name) => nullCheck(source, name, operationOf(declared, 'NOT NULL')));
}

function keyDrafts(scope: PlanScope, declared: Declared): readonly CheckDraft[] {
  const { constraint, column, source, ownSource } = declared;
  const isPrimary = constraint.contype === 'CONSTR_PRIMARY';
  const adopted = textOrUndefined(constraint.indexname);
  const columns =
    adopted === undefined
      ? column === undefined
        ? texts(constraint.keys)
        : [column]
      : indexColumns(scope, source.table, adopted);
  const operation = operationOf(
    declared,
    isPrimary ? 'PRIMARY KEY' : `UNIQUE (${columns.map(displayIdentifier).join(', ')})`,
  );
  const nulls = isPrimary ? notNullDrafts(scope, { ...declared, operation }, columns) : [];
  if (adopted !== undefined || columns.length === 0) return nulls;
  if (constraint.without_overlaps === true)
    return [...nulls, ...overlapDrafts(ownSource, columns, operation)];
  const key = {
    elements: columns.map(columnElement),
    predicate: undefined,
    nullsRepeat: constraint.nulls_not_distinct === true,
    operation,
  };
  return [...nulls, uniqueCheck(ownSource, key)];
}

/** WITHOUT OVERLAPS (PostgreSQL 18): the last column's ranges may not overlap where the others are equal. */
function overlapDrafts(
  source: RowSource,
  columns: readonly string[],
  operation: string,
): readonly CheckDraft[] {
  const elements = columns.map((column, index) => ({
    ...columnElement(column),
    operator: [index === columns.length - 1 ? '&&' : '='],
  }));
  const draft = exclusionCheck(source, { elements, predicate: undefined, operation });
  return draft === undefined ? [] : [draft];
}

/** Of an index in the table's schema: of the catalog, or of a statement before. */
function indexColumns({ state }: PlanScope, table: RelationRef, name: string): readonly string[] {
  const made = state.indexes.get(nameKey({ schema: table.schema, name }));
  const known = state.tables(table.oid).indexes.find((index) => index.name === name);
  return made ?? known?.columns.filter((column) => column !== undefined) ?? [];
}

function foreignKeyDrafts(scope: PlanScope, declared: Declared): readonly CheckDraft[] {
  const { state } = scope;
  const { constraint, column, ownSource } = declared;
  const referenced = state.table(relationName(constraint.pktable));
  const columns = column === undefined ? texts(constraint.fk_attrs) : [column];
  if (referenced === undefined || columns.length === 0) return [];
  const operation = operationOf(declared, 'the foreign key');
  const given = texts(constraint.pk_attrs);
  const key = state.isNew(referenced) ? [] : state.shape(referenced.oid).key;
  const draft = referenceCheck(ownSource, {
    columns,
    referenced,
    referencedColumns: given.length > 0 ? given : key.length > 0 ? key : undefined,
    isFull: constraint.fk_matchtype === 'f',
    operation,
  });
  const isTemporal = constraint.fk_with_period === true || constraint.pk_with_period === true;
  const reason = 'foreign keys with PERIOD are not asked';
  return [isTemporal ? { ...draft, question: { kind: 'unaskable', reason }, look: undefined } : draft];
}

function checkDrafts({ text }: PlanScope, declared: Declared): readonly CheckDraft[] {
  const { constraint, source, ownSource } = declared;
  const asked = constraint.is_no_inherit === true ? ownSource : source;
  const from = text.at(locationOf(constraint) ?? 0);
  const keyword = text.tokens.findIndex((token, index) => index >= from && /^check$/i.test(token.text));
  const written = keyword < 0 ? undefined : bracketedText(text, keyword);
  if (written === undefined) return [];
  const condition = sqlExpression(written, constraint.raw_expr, columnsOf(asked));
  const name = textOrUndefined(constraint.conname);
  return [constraintCheck(asked, { condition, name, operation: operationOf(declared, 'CHECK') })];
}

function exclusionDrafts({ text }: PlanScope, declared: Declared): readonly CheckDraft[] {
  const { constraint, ownSource } = declared;
  const list = bracketed(text, text.at(locationOf(constraint) ?? 0));
  if (list === undefined) return [];
  const columns = columnsOf(ownSource);
  const parts = listed(text, list);
  const elements = items(constraint.exclusions).map((item, index) => {
    const [element, operator] = items(field(item, 'List').items);
    const node = field(element, 'IndexElem');
    return {
      ...indexElement(node, { text, part: parts[index], columns }),
      operator: texts(field(operator, 'List').items),
    };
  });
  const predicate = exclusionPredicate(text, list[1], { node: constraint.where_clause, columns });
  const operation = operationOf(declared, 'EXCLUDE');
  const draft = exclusionCheck(ownSource, { elements, predicate, operation });
  return [
    ...evaluationDrafts(ownSource, { elements, predicate, operation }),
    ...(draft === undefined ? [] : [draft]),
  ];
}

interface EvaluatedKey {
  readonly elements: readonly Pick<KeyElement, 'column' | 'expression'>[];
  readonly predicate: SqlExpression | undefined;
  readonly operation: string;
}

/** The expressions of an index are worked out for every row that its predicate lets in. */
export function evaluationDrafts(
  source: RowSource,
  { elements, predicate, operation }: EvaluatedKey,
): readonly CheckDraft[] {
  const expressions = elements
    .filter(({ column }) => column === undefined)
    .map(({ expression }) => expression);
  if (expressions.length === 0 && predicate === undefined) return [];
  const constant = { text: 'true', columns: [], uses: [] };
  const tried = expressions.length > 0 ? expressions : [constant];
  const what = `an expression of ${operation}`;
  return [evaluationCheck(source, { what, expressions: tried, predicate, operation })];
}

/** The WHERE in brackets that follows the list. */
function exclusionPredicate(text: StatementText, from: number, tree: Tree): SqlExpression | undefined {
  if (tree.node === undefined) return undefined;
  const keyword = text.tokens.findIndex((token, index) => index > from && /^where$/i.test(token.text));
  const written = keyword < 0 ? undefined : bracketedText(text, keyword);
  return written === undefined ? undefined : sqlExpression(written, tree.node, tree.columns);
}

interface Tree {
  readonly node: unknown;
  readonly columns: readonly string[];
}

interface ElementPlace {
  readonly text: StatementText;
  readonly part: readonly [number, number] | undefined;
  readonly columns: readonly string[];
}

/** An `IndexElem` and where it stands. */
export function indexElement(node: Node, { text, part, columns }: ElementPlace) {
  const column = textOrUndefined(node.name);
  const written = part === undefined ? undefined : elementText(text, part);
  const collation = collationOf(node.collation);
  if (column !== undefined) return { ...columnElement(column), collation };
  return { column: undefined, expression: sqlExpression(written ?? 'NULL', node.expr, columns), collation };
}

/** What a constraint that the catalog holds asks of its table's rows. */
export function constraintOfCatalog(
  { state, parser }: PlanScope,
  source: RowSource,
  constraint: CatalogConstraint & { readonly operation: string },
): readonly CheckDraft[] {
  const { kind, columns, definition, operation, name } = constraint;
  const ownSource = { ...source, inherits: source.table.kind === 'partitioned table' };
  const words = withoutQuoted(definition);
  if (kind === 'not null') return columns.map((column) => nullCheck(source, column, operation));
  if (kind === 'check') {
    const text: StatementText = { text: definition, tokens: parser.tokens(definition), at: () => 0 };
    const range = bracketed(text, 0);
    const written = range === undefined ? undefined : slice(text, ...range);
    if (written === undefined) return [];
    const condition = { text: written, columns: columns.length === 0 ? ('all' as const) : columns, uses: [] };
    return [constraintCheck(/ NO INHERIT/.test(words) ? ownSource : source, { condition, name, operation })];
  }
  if (kind !== 'foreign key') return [];
  const referenced = state.catalog.relations.find(({ oid }) => oid === constraint.referencedTableOid);
  if (referenced === undefined || / PERIOD /.test(words)) return [];
  const { referencedColumns } = constraint;
  const isFull = / MATCH FULL/.test(words);
  return [referenceCheck(ownSource, { columns, referenced, referencedColumns, isFull, operation })];
}
