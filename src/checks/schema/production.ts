/** What the rules about production's statistics have in common. */
import type { SchemaFacts } from './facts.ts';
import { type Counted, tooYoung } from './statistics.ts';

export type Production =
  | { readonly kind: 'read'; readonly counted: Counted }
  | { readonly kind: 'skipped'; readonly reason: string };

interface Needs {
  /** How long production must have counted. */
  readonly seconds: number;
  /** What a replica does not count, to say why it will not do; undefined: it will. */
  readonly notOnReplica: string | undefined;
}

/** The statistics, where they are enough for a rule. */
export function productionFor(facts: SchemaFacts, { seconds, notOnReplica }: Needs): Production {
  const { statistics } = facts;
  if (statistics.kind === 'skipped') return statistics;
  const { counted } = statistics;
  if (counted.isReplica && notOnReplica !== undefined)
    return {
      kind: 'skipped',
      reason: `\`production-url\` leads to a replica, which does not count ${notOnReplica}`,
    };
  if (!knowsATable(facts, counted))
    return {
      kind: 'skipped',
      reason: 'none of the tables is in the database that `production-url` leads to',
    };
  const young = tooYoung(counted, seconds);
  return young === undefined ? statistics : { kind: 'skipped', reason: young };
}

/** Another database of the same server would pass for a production without a fault. */
function knowsATable({ relations }: SchemaFacts, { tables }: Counted): boolean {
  const known = new Set(tables.map(({ schema, name }) => JSON.stringify([schema, name])));
  const ours = [...relations.values()].filter(({ kind }) => kind === 'r');
  return ours.length === 0 || ours.some(({ schema, name }) => known.has(JSON.stringify([schema, name])));
}

export function reasonOf(production: Production): readonly string[] {
  return production.kind === 'skipped' ? [production.reason] : [];
}
