/** The inputs about query plans, wherever they are compared. */
import * as input from '../runtime/input.ts';

export const planInputs = {
  queries: input.list({
    description:
      'Files and folders of `.sql` queries whose plans are compared before and after the migrations (TypedSQL, sqlc, pgtyped or plain), relative to `working-directory`. Default: `prisma/sql` where it exists.',
  }),
  'top-queries': input.integer({
    description:
      'Also compare that many of the queries that cost production the most time, by `pg_stat_statements` of the parent branch, or of `production-url`. `0` = none.',
    default: '0',
    minimum: 0,
    maximum: 1000,
  }),
  'cost-factor': input.integer({
    description: "Tell when a plan's cost grows by this factor.",
    default: '2',
    minimum: 2,
    maximum: 1_000_000,
  }),
  'min-cost': input.integer({
    description: "Plans that cost less than that, in the planner's own unit, are not told by their cost.",
    default: '1000',
    minimum: 0,
    maximum: 2_147_483_647,
  }),
  'scan-row-threshold': input.integer({
    description: 'Tables with fewer rows may be read whole. `0` = no table is small.',
    default: '10000',
    minimum: 0,
    maximum: 2_147_483_647,
  }),
  'lost-index-share': input.integer({
    description:
      "Percent of production's calls from which an index that its queries lose is an error, else it is a warning; needs `top-queries`.",
    default: '5',
    minimum: 0,
    maximum: 100,
  }),
  'plan-timeout': input.duration({
    description: 'Longest that one query may take to plan, and to run under `analyze-queries`.',
    default: '5s',
    maximum: '10m',
  }),
  'analyze-queries': input.boolean({
    description:
      'Also run the SELECTs of `queries` that have no parameters, on the branch only, read-only and with a time limit, and tell how long they took.',
    default: 'false',
  }),
} as const;

export const planOutputs = {
  'plans-summary': 'What became of the plans in one line, such as `23 queries plan as before`.',
  'plans-path': 'The plans before and after as JSON (docs/schemas/query-plans.schema.json).',
} as const;
