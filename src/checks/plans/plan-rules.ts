import type { RuleInfo } from '../../report/rule.ts';

export const planLost: RuleInfo = {
  id: 'plan-lost',
  title: 'A query does not work any more',
  severity: 'error',
  why: 'The query has a plan before the migrations and none after them: a table, column, function or privilege that it needs is gone. Whatever still runs it fails from the moment of the deploy.',
};

export const planLostIndex: RuleInfo = {
  id: 'plan-lost-index',
  title: 'Queries lose their index',
  severity: 'warning',
  why: 'The queries found their rows by an index and read the whole table after the migrations: it was dropped, or a changed type, collation or predicate keeps it from serving. An *error* where the queries make up `lost-index-share` of production’s calls, a *notice* where the table has fewer rows than `scan-row-threshold`.',
  docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};

export const planNewScan: RuleInfo = {
  id: 'plan-new-seq-scan',
  title: 'Queries read a large table whole',
  severity: 'warning',
  why: 'The plan reads every row of a table with at least `scan-row-threshold` rows, which it did not do before the migrations, and no index was lost that would explain it.',
  docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};

export const planCostGrew: RuleInfo = {
  id: 'plan-cost-grew',
  title: 'A query’s plan costs much more',
  severity: 'warning',
  why: 'The planner expects `cost-factor` times the work of before, and at least `min-cost`. Costs are estimates in the planner’s own unit, made with the statistics of production’s data; where they cannot be compared this rule is silent.',
  docs: 'https://www.postgresql.org/docs/current/using-explain.html',
};

export const queryWithoutPlan: RuleInfo = {
  id: 'query-names-nothing',
  title: 'A query of the repository names something that is not there',
  severity: 'warning',
  why: 'A table or column that a query file names is neither in the database before the migrations nor after them: the query fails when it is first run.',
};

/** Every rule of the query plans, for the documentation. */
export const planRules: readonly RuleInfo[] = [
  planLost,
  planLostIndex,
  planNewScan,
  planCostGrew,
  queryWithoutPlan,
];
