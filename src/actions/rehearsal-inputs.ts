/** The inputs of a rehearsal, wherever one is run. */
import * as input from '../runtime/input.ts';
import { configurationInput, productionInput } from './common-inputs.ts';

export const rehearsalInputs = {
  load: input.boolean({
    description:
      'Read and write a few rows of the tables involved while the migrations run, and report how long that stalled. Every write is rolled back.',
    default: 'false',
  }),
  'max-lock-duration': input.duration({
    description:
      'Longest time that a lock which blocks reads or writes may be held, on tables over `lock-row-threshold`; `0s` = no limit.',
    default: '1s',
    minimum: '0s',
    maximum: '6h',
  }),
  'lock-row-threshold': input.integer({
    description:
      'Tables with fewer rows in production are small: what rewrites or scans them is a notice. `0` = no table is small.',
    default: '10000',
    minimum: 0,
    maximum: 2_147_483_647,
  }),
  'hazard-baseline': input.string({
    description: 'JSON file of accepted hazards, relative to the workspace; it need not exist.',
    default: '.github/database-actions-baseline.json',
  }),
  ...configurationInput,
  ...productionInput,
  'deployed-ref': input.optional({
    description:
      'Commit, branch or tag whose Prisma schema the deployed app runs with. Default: the commit that the pull request goes on.',
  }),
  rollout: input.choice({
    description: '`code-first` also asks whether the new app runs on the database before the migrations.',
    choices: ['migrate-first', 'code-first'],
    default: 'migrate-first',
  }),
} as const;

/** Where a branch can be made for it. */
export const rollbackInputs = {
  'rehearse-rollback': input.boolean({
    description:
      'Also rehearse the way back to the old Prisma schema, on a branch of its own, and say what it loses.',
    default: 'false',
  }),
} as const;

/** For actions that migrate, and need not measure. */
export const rehearseInputs = {
  rehearse: input.choice({
    description:
      "Measure what each migration does, and judge it. `auto` does so on a pull request's branch, and not where `database-url` is given.",
    choices: ['auto', 'true', 'false'],
    default: 'auto',
  }),
  ...rehearsalInputs,
} as const;

export const rehearsalOutputs = {
  verdict: 'Of the rehearsal: `pass`, `warning` or `error`; empty when nothing was rehearsed.',
  'findings-path': 'The rehearsal as JSON (docs/schemas/rehearsal.schema.json).',
  'sarif-path': 'The findings as SARIF 2.1.0, for code scanning.',
} as const;
