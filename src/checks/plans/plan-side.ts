/** One database with the plans of all queries: the old side or the new one of a comparison. */

import { groupBy } from '../../group-by.ts';
import type { PostgresConnection } from '../../postgres/connection.ts';
import { qualifiedName } from '../../postgres/object-name.ts';
import { type Explained, type ExplainOptions, explainAll } from './explain.ts';
import { accessesOf, type RelationName } from './plan-tree.ts';
import type { Query } from './query.ts';
import { type RelationFacts, readRelations, relationKey } from './relation-facts.ts';

export interface PlanSide {
  /** By the query's id. */
  readonly explained: ReadonlyMap<string, Explained>;
  /** By `relationKey`: those that a plan of this side or of the other reads. */
  readonly relations: ReadonlyMap<string, RelationFacts>;
  /** Tables whose statistics were made anew before planning. */
  readonly analyzed: readonly RelationName[];
}

export interface SideRequest {
  readonly queries: readonly Query[];
  readonly explain: ExplainOptions;
}

export interface NewSideRequest extends SideRequest {
  readonly old: PlanSide;
  /** The branch is ours and a copy of the other side: rewritten and new tables may be analysed, which writes statistics. */
  readonly mayAnalyze: boolean;
}

/** Changes nothing. */
export async function readOldSide(
  session: PostgresConnection,
  { queries, explain }: SideRequest,
): Promise<PlanSide> {
  const explained = await explainEach(session, queries, explain);
  return { explained, relations: await readRelations(session, relationsIn([explained])), analyzed: [] };
}

/**
 * The new side. A table that a migration has made, rewritten or given columns has no statistics yet, as production's will
 * have a minute after the deploy: those that plans read are analysed first, where that is allowed.
 */
export async function readNewSide(session: PostgresConnection, request: NewSideRequest): Promise<PlanSide> {
  const { queries, explain, old, mayAnalyze } = request;
  const explained = await explainEach(session, queries, explain);
  const relations = await readRelations(session, relationsIn([old.explained, explained]));
  const touched = mayAnalyze ? touchedBetween(old.relations, relations) : [];
  if (touched.length === 0) return { explained, relations, analyzed: [] };
  const answers = await session.queryAll(
    touched.map((name) => ({ text: `ANALYZE ${qualifiedName(name)}`, protocol: 'extended' })),
  );
  const analyzed = touched.filter((_, index) => answers[index]?.kind === 'rows');
  const again = await explainEach(session, queries, explain);
  const after = await readRelations(session, relationsIn([old.explained, again]));
  return { explained: again, relations: after, analyzed };
}

async function explainEach(session: PostgresConnection, queries: readonly Query[], options: ExplainOptions) {
  const plans = await explainAll(session, queries, options);
  return new Map(queries.flatMap(({ id }, index) => pairOf(id, plans[index])));
}

function pairOf(id: string, plan: Explained | undefined): readonly (readonly [string, Explained])[] {
  return plan === undefined ? [] : [[id, plan]];
}

function relationsIn(sides: readonly ReadonlyMap<string, Explained>[]): readonly RelationName[] {
  const accesses = sides
    .flatMap((side) => [...side.values()])
    .flatMap((explained) => (explained.kind === 'planned' ? accessesOf(explained.plan) : []));
  return [...groupBy(accesses, ({ relation }) => relationKey(relation)).values()].flatMap(
    ([first]) => first?.relation ?? [],
  );
}

function touchedBetween(
  old: ReadonlyMap<string, RelationFacts>,
  now: ReadonlyMap<string, RelationFacts>,
): readonly RelationName[] {
  return [...now].flatMap(([key, relation]) => (isTouched(old.get(key), relation) ? [relation] : []));
}

function isTouched(before: RelationFacts | undefined, now: RelationFacts): boolean {
  if (before === undefined) return now.rows < 0;
  if (before.oid !== now.oid || before.file !== now.file || before.columns !== now.columns) return true;
  const known = new Set(before.indexes.map(({ oid }) => oid));
  return now.indexes.some(({ oid, hasExpressions }) => hasExpressions && !known.has(oid));
}
