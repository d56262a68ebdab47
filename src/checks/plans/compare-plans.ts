/** What became of each query's plan. */
import { sqlState as codes } from '../../postgres/sqlstate.ts';
import type { Explained } from './explain.ts';
import type { PlanSide } from './plan-side.ts';
import { type Access, accessesOf, type PlanNode, type RelationName, shapeOf } from './plan-tree.ts';
import type { Query } from './query.ts';
import { type IndexFacts, type RelationFacts, relationKey } from './relation-facts.ts';

export interface LostIndex {
  readonly relation: RelationFacts;
  readonly index: IndexFacts;
  /** `unused`: it is there, and the plan does without it. */
  readonly state: 'dropped' | 'invalid' | 'unused';
}

export type PlanChange =
  | { readonly kind: 'same' | 'changed' | 'better'; readonly before: PlanNode; readonly after: PlanNode }
  | {
      readonly kind: 'worse';
      readonly before: PlanNode;
      readonly after: PlanNode;
      readonly lost: readonly LostIndex[];
      /** Large relations that are read whole now and were not, for another reason than a lost index. */
      readonly scanned: readonly RelationName[];
      /** The cost grew by more than the limits say. */
      readonly hasGrown: boolean;
    }
  | { readonly kind: 'lost'; readonly sqlState: string; readonly message: string; readonly before: PlanNode }
  /** Only the new side has a plan: the query is new, or was made possible. */
  | { readonly kind: 'new'; readonly after: PlanNode }
  | { readonly kind: 'without plan'; readonly sqlState: string; readonly message: string }
  /** One of the servers could not say, for the reason of this SQLSTATE; without: it was not asked, for lack of time. */
  | { readonly kind: 'unanswered'; readonly reason: string | undefined };

export interface ComparedQuery {
  readonly query: Query;
  readonly change: PlanChange;
  /** Measured by EXPLAIN ANALYZE, in milliseconds. */
  readonly measuredMs: { readonly before: number | undefined; readonly after: number | undefined };
}

export interface PlanLimits {
  /** Growth by less than this factor is not told. */
  readonly factor: number;
  /** In the planner's units: what costs less than that is not told. */
  readonly minimum: number;
  /** Reading a table with fewer rows whole is no harm. */
  readonly smallTableRows: number;
}

export interface ComparisonRequest {
  readonly queries: readonly Query[];
  readonly old: PlanSide;
  readonly now: PlanSide;
  readonly limits: PlanLimits;
  /** Both sides have production's rows; else only the use of indexes is compared. */
  readonly areCostsComparable: boolean;
  /** Both sides were asked with the same privileges. */
  readonly isSameRole: boolean;
}

export function comparePlans(request: ComparisonRequest): readonly ComparedQuery[] {
  const { queries, old, now } = request;
  return queries.map((query) => {
    const [before, after] = [old.explained.get(query.id), now.explained.get(query.id)];
    const measuredMs = { before: executionOf(before), after: executionOf(after) };
    return { query, change: changeOf(before, after, request), measuredMs };
  });
}

function executionOf(explained: Explained | undefined): number | undefined {
  return explained?.kind === 'planned' ? explained.executionMs : undefined;
}

function changeOf(
  before: Explained | undefined,
  after: Explained | undefined,
  request: ComparisonRequest,
): PlanChange {
  if (after === undefined || after.kind === 'unanswered')
    return { kind: 'unanswered', reason: after?.sqlState };
  if (before === undefined || before.kind === 'unanswered')
    return { kind: 'unanswered', reason: before?.sqlState };
  if (after.kind === 'refused') return refusedChange(before, after, request);
  if (before.kind === 'refused') return { kind: 'new', after: after.plan };
  return comparePlanned(before.plan, after.plan, request);
}

function refusedChange(
  before: Exclude<Explained, { readonly kind: 'unanswered' }>,
  { sqlState, message }: Extract<Explained, { kind: 'refused' }>,
  { isSameRole }: ComparisonRequest,
): PlanChange {
  if (before.kind !== 'planned') return { kind: 'without plan', sqlState, message };
  // What another role may not do says nothing about the migrations.
  if (sqlState === codes.insufficientPrivilege && !isSameRole)
    return { kind: 'unanswered', reason: sqlState };
  return { kind: 'lost', sqlState, message, before: before.plan };
}

function comparePlanned(before: PlanNode, after: PlanNode, request: ComparisonRequest): PlanChange {
  const reads = { before: accessesOf(before), after: accessesOf(after) };
  const lost = lostIndexes(reads, request);
  const scanned = newlyScanned(reads).filter((relation) => isTold(relation, lost, request));
  const cost = costChange(before, after, request);
  const hasGrown = cost === 'worse';
  if (lost.length > 0 || scanned.length > 0 || hasGrown)
    return { kind: 'worse', before, after, lost, scanned, hasGrown };
  if (cost === 'better') return { kind: 'better', before, after };
  const shape = (plan: PlanNode, side: PlanSide) =>
    shapeOf(plan, ({ relation, index }) => shapeName(side, relation, index));
  const isSame = shape(before, request.old) === shape(after, request.now);
  return { kind: isSame ? 'same' : 'changed', before, after };
}

function costChange(
  before: PlanNode,
  after: PlanNode,
  request: ComparisonRequest,
): 'worse' | 'better' | 'same' {
  const { factor, minimum } = request.limits;
  if (!request.areCostsComparable) return 'same';
  if (after.cost >= minimum && after.cost >= before.cost * factor) return 'worse';
  return before.cost >= minimum && before.cost >= after.cost * factor ? 'better' : 'same';
}

interface Reads {
  readonly before: readonly Access[];
  readonly after: readonly Access[];
}

/** An index that the plan read a relation by, where the new plan reads that relation whole, once more than before. */
function lostIndexes(reads: Reads, { old, now }: ComparisonRequest): readonly LostIndex[] {
  const scanned = new Set(newlyScanned(reads).map(relationKey));
  const told = new Set<string>();
  return reads.before.flatMap((access) => {
    const key = relationKey(access.relation);
    const relation = old.relations.get(key);
    const index = indexOf(relation, access.index);
    if (relation === undefined || index === undefined || !scanned.has(key) || told.has(index.oid)) return [];
    told.add(index.oid);
    const twins = now.relations.get(key)?.indexes.filter((other) => isTwin(index, other)) ?? [];
    const isStillRead = reads.after.some(
      (other) => relationKey(other.relation) === key && twins.some(({ name }) => name === other.index),
    );
    return isStillRead ? [] : [{ relation, index, state: stateOf(twins) }];
  });
}

function indexOf(relation: RelationFacts | undefined, name: string | undefined): IndexFacts | undefined {
  return relation?.indexes.find((index) => index.name === name);
}

/** A renamed index does what it did. */
function isTwin(index: IndexFacts, other: IndexFacts): boolean {
  return other.name === index.name || other.shape === index.shape;
}

function stateOf(twins: readonly IndexFacts[]): LostIndex['state'] {
  if (twins.length === 0) return 'dropped';
  return twins.some(({ isValid }) => isValid) ? 'unused' : 'invalid';
}

/** Relations that are read whole more often than before. */
function newlyScanned({ before, after }: Reads): readonly RelationName[] {
  const count = (accesses: readonly Access[], key: string) =>
    accesses.filter(({ relation, isWhole }) => isWhole && relationKey(relation) === key).length;
  const scans = new Map(
    after.filter(({ isWhole }) => isWhole).map(({ relation }) => [relationKey(relation), relation]),
  );
  return [...scans].flatMap(([key, relation]) => (count(after, key) > count(before, key) ? [relation] : []));
}

function isTold(relation: RelationName, lost: readonly LostIndex[], request: ComparisonRequest): boolean {
  const key = relationKey(relation);
  if (lost.some((index) => relationKey(index.relation) === key)) return false;
  const { rootRows = -1 } = (request.areCostsComparable ? request.now : request.old).relations.get(key) ?? {};
  return rootRows >= Math.max(1, request.limits.smallTableRows);
}

/** What an index does, in place of what it is called. */
function shapeName(side: PlanSide, relation: RelationName, name: string): string {
  return indexOf(side.relations.get(relationKey(relation)), name)?.shape ?? name;
}
