import {
  askOldPlans,
  checkPlans,
  openPlanSession,
  type PlansCheck,
} from '../../../src/checks/check-plans.ts';
import type { Query } from '../../../src/checks/plans/query.ts';
import { cutQueries } from '../../../src/checks/plans/query-files.ts';
import { silentLogger } from '../../../src/log.ts';
import { loadSqlParser } from '../../../src/migrations/sql-parser.ts';
import { defaultPolicy, type RulePolicy } from '../../../src/report/rule-policy.ts';
import { queryOnce } from '../../support/database.ts';

export const context = { log: silentLogger, signal: new AbortController().signal, timeoutMs: 20_000 };

export const limits = { factor: 2, minimum: 1000, smallTableRows: 1000, lostIndexShare: 0.05 };

/** The statements of one query file. */
export async function queriesOf(text: string, file = 'queries.sql') {
  return cutQueries({ file, text }, await loadSqlParser());
}

interface Story {
  readonly uri: string;
  /** Made before, with its rows. */
  readonly before: string;
  readonly migration: string;
  /** A query file, or queries as they are. */
  readonly queries: string | readonly Query[];
  readonly hasRows?: boolean;
  readonly analyze?: boolean;
  readonly ignore?: readonly string[];
  readonly policy?: RulePolicy;
  readonly limits?: Partial<typeof limits>;
}

/** Plans before and after a migration of one database. */
export async function comparedStory(story: Story): Promise<PlansCheck> {
  const {
    uri,
    before,
    migration,
    hasRows = true,
    analyze = false,
    ignore = [],
    policy = defaultPolicy('2026-01-01'),
  } = story;
  if (before !== '') await queryOnce(uri, before);
  const { queries, leftOut } =
    typeof story.queries === 'string'
      ? await queriesOf(story.queries)
      : { queries: story.queries, leftOut: [] };
  const asking = { uri, planTimeoutMs: 5000, totalMs: 60_000, hasRows, analyze };
  await using session = await openPlanSession(uri, context);
  const side = await askOldPlans(session, { ...asking, queries });
  if (migration !== '') await queryOnce(uri, migration);
  const old = { side, queries, leftOut, notes: [], basis: 'Before and after.', hasRows, isSameRole: true };
  return checkPlans(
    { ...asking, old, limits: { ...limits, ...story.limits }, mayAnalyze: true, ignore, policy },
    context,
  );
}

/** `severity rule subject` of each finding. */
export function told({ findings }: PlansCheck): readonly string[] {
  return findings.map(({ severity, rule, subject }) => `${severity} ${rule} ${subject}`);
}

/** `name: kind` of each query. */
export function kinds({ compared }: PlansCheck): readonly string[] {
  return compared.map(({ query, change }) => `${query.name}: ${change.kind}`);
}
