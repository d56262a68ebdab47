/** CREATE INDEX: keys that repeat, and expressions that raise an error. */
import { displayIdentifier } from '../../../postgres/object-name.ts';
import { field, items, locationOf, relationName } from '../../parse-tree.ts';
import { textOrUndefined } from '../../record.ts';
import type { CheckDraft } from '../data-check.ts';
import { type SqlExpression, sqlExpression } from '../sql-expression.ts';
import { bracketed, listed, next, type StatementText, slice } from '../statement-text.ts';
import { uniqueCheck } from '../unique.ts';
import { evaluationDrafts, indexElement } from './constraint.ts';
import { type PlanScope, rowSource } from './plan-scope.ts';
import { nameKey } from './plan-state.ts';

export function indexDrafts(scope: PlanScope): readonly CheckDraft[] {
  const { state, text, statement } = scope;
  const { node } = statement;
  const table = state.table(relationName(node.relation));
  const name = textOrUndefined(node.idxname);
  if (table === undefined || state.isNew(table) || !holdsRows(table.kind)) return [];
  // ON ONLY a partitioned table makes an index that holds nothing.
  if (table.kind === 'partitioned table' && field(node, 'relation').inh !== true) return [];
  if (
    node.if_not_exists === true &&
    name !== undefined &&
    exists(scope, nameKey({ schema: table.schema, name }))
  )
    return [];
  const list = bracketed(text, text.at(locationOf(field(node, 'relation')) ?? 0));
  if (list === undefined) return [];
  const source = rowSource(scope, table, { inherits: false });
  const { columns } = source;
  const parts = listed(text, list);
  const elements = items(node.indexParams).map((item, index) =>
    indexElement(field(item, 'IndexElem'), { text, part: parts[index], columns }),
  );
  const predicate = predicateOf(text, list[1], { tree: node.whereClause, columns });
  const isUnique = node.unique === true;
  const shown = name === undefined ? 'index' : `index \`${displayIdentifier(name)}\``;
  const operation = isUnique ? `the unique ${shown}` : `the ${shown}`;
  const nullsRepeat = node.nulls_not_distinct === true;
  return [
    ...evaluationDrafts(source, { elements, predicate, operation }),
    ...(isUnique ? [uniqueCheck(source, { elements, predicate, nullsRepeat, operation })] : []),
  ];
}

function holdsRows(kind: string): boolean {
  return kind === 'table' || kind === 'partitioned table' || kind === 'materialized view';
}

function exists({ state }: PlanScope, key: string): boolean {
  return state.indexes.has(key) || state.catalog.relations.some((relation) => nameKey(relation) === key);
}

interface Predicate {
  readonly tree: unknown;
  readonly columns: readonly string[];
}

/** WHERE is the last clause. */
function predicateOf(
  text: StatementText,
  from: number,
  { tree, columns }: Predicate,
): SqlExpression | undefined {
  if (tree === undefined) return undefined;
  const keyword = next(text, from + 1, new Set(['WHERE']));
  const written = slice(text, keyword + 1, text.tokens.length);
  return written === undefined ? undefined : sqlExpression(written, tree, columns);
}
