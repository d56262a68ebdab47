/** A plan as EXPLAIN (FORMAT JSON, VERBOSE) tells it, cut down to what is compared and shown. */
import { isRecord } from '../../guard.ts';
import { withoutLiterals } from './query.ts';

export interface RelationName {
  readonly schema: string;
  readonly name: string;
}

export interface PlanNode {
  /** `Seq Scan`, `Hash Join`, … */
  readonly type: string;
  /** `Left` and the like, of joins. */
  readonly join: string | undefined;
  readonly relation: RelationName | undefined;
  readonly alias: string | undefined;
  readonly index: string | undefined;
  /** In the planner's units, with everything below it. */
  readonly cost: number;
  readonly rows: number;
  /** `Index Cond: (id = $1)`, literals left out. */
  readonly conditions: readonly string[];
  /** Name of the subplan or CTE that begins here. */
  readonly subplan: string | undefined;
  readonly children: readonly PlanNode[];
}

const conditionFields = [
  'Index Cond',
  'Recheck Cond',
  'Hash Cond',
  'Merge Cond',
  'Join Filter',
  'Filter',
  'Order By',
  'TID Cond',
  'One-Time Filter',
] as const;

export interface ReadPlan {
  readonly plan: PlanNode;
  /** Of EXPLAIN ANALYZE, milliseconds. */
  readonly executionMs: number | undefined;
}

/** @param answer the column `QUERY PLAN`, parsed. @throws Error when it is no plan, which is our mistake */
export function readPlan(answer: unknown): ReadPlan {
  const [first] = Array.isArray(answer) ? answer : [];
  if (!isRecord(first) || !isRecord(first.Plan)) throw new Error('EXPLAIN gave no plan.');
  return { plan: readNode(first.Plan), executionMs: numberOf(first['Execution Time']) };
}

function readNode(node: Readonly<Record<string, unknown>>): PlanNode {
  const name = textOf(node['Relation Name']);
  const children = Array.isArray(node.Plans) ? node.Plans.filter(isRecord).map(readNode) : [];
  return {
    type: textOf(node['Node Type']) ?? 'unknown',
    join: textOf(node['Join Type']),
    relation: name === undefined ? undefined : { schema: textOf(node.Schema) ?? '', name },
    alias: textOf(node.Alias),
    index: textOf(node['Index Name']),
    cost: numberOf(node['Total Cost']) ?? 0,
    rows: numberOf(node['Plan Rows']) ?? 0,
    conditions: conditionFields.flatMap((field) => conditionOf(field, node[field])),
    subplan: textOf(node['Subplan Name']),
    children,
  };
}

function conditionOf(field: string, value: unknown): readonly string[] {
  return typeof value === 'string' ? [`${field}: ${withoutLiterals(value)}`] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** How a plan reads one relation. */
export interface Access {
  readonly relation: RelationName;
  /** Undefined: not through an index. */
  readonly index: string | undefined;
  /** Reads the relation from end to end. */
  readonly isWhole: boolean;
}

/** Every way in which the plan reads a relation, outermost first. What an INSERT or UPDATE writes is not read by that. */
export function accessesOf(plan: PlanNode, heap?: RelationName): readonly Access[] {
  const relation = plan.relation ?? heap;
  const below = plan.children.flatMap((child) => accessesOf(child, heapBelow(plan, relation)));
  if (relation === undefined) return below;
  if (plan.index !== undefined) return [{ relation, index: plan.index, isWhole: false }, ...below];
  if (plan.type === 'Seq Scan') return [{ relation, index: undefined, isWhole: true }, ...below];
  const isOther = /^(Sample|Tid|Tid Range|Foreign|Custom) Scan$/.test(plan.type);
  return isOther ? [{ relation, index: undefined, isWhole: false }, ...below] : below;
}

export interface IndexAccess {
  readonly relation: RelationName;
  readonly index: string;
}

/**
 * The shape of a plan without its numbers: two plans of one shape do the same work in the same order.
 * @param nameOf what stands for an index, so that renaming it changes nothing
 */
export function shapeOf(
  plan: PlanNode,
  nameOf: (access: IndexAccess) => string,
  heap?: RelationName,
): string {
  const { type, join, index, children } = plan;
  const relation = plan.relation ?? heap;
  const by = index === undefined || relation === undefined ? '' : nameOf({ relation, index });
  const below = children.map((child) => shapeOf(child, nameOf, heapBelow(plan, relation)));
  return `${JSON.stringify([type, join, plan.relation?.schema, plan.relation?.name, by])}(${below.join(',')})`;
}

/** Bitmaps of one relation are made below the scan that names it. */
function heapBelow({ type }: PlanNode, relation: RelationName | undefined): RelationName | undefined {
  return type.startsWith('Bitmap') ? relation : undefined;
}
