import { providerNames } from '../providers/provider.ts';
import * as input from '../runtime/input.ts';

/** Inputs that mean the same in every action; each action takes the groups it needs. */
export const providerInputs = {
  provider: input.choice({
    description: 'Where the branches live. `auto` is `neon` when `neon-api-key` is given, else `postgres`.',
    choices: ['auto', ...providerNames],
    default: 'auto',
  }),
  'neon-api-key': input.secret({
    description:
      'Neon API key, best one that is scoped to the project. Empty on pull requests from forks, which then use `postgres`.',
  }),
  'neon-project-id': input.optional({ description: 'Neon project id, such as `cool-forest-12345678`.' }),
  'neon-api-url': input.url({
    description: 'Address of the Neon API.',
    default: 'https://console.neon.tech/api/v2',
  }),
  'postgres-url': input.secret({
    description:
      'For `provider: postgres`: connection URI of a superuser, or of a role with CREATEDB and CREATEROLE. Empty starts an embedded server on the runner for this job.',
  }),
  timeout: input.duration({
    description: 'Longest that this action waits for a service, for each thing that it waits for.',
    default: '5m',
    maximum: '6h',
  }),
} as const;

export const branchInputs = {
  branch: input.optional({
    description: 'Name of the branch. Default: `preview/pr-<number>`, with `key` when one is given.',
  }),
  'pull-request': input.integer({
    description: "Number of the pull request. Default (`0`): the event's own, for every event that has one.",
    default: '0',
    minimum: 0,
    maximum: 2_147_483_647,
  }),
  key: input.optional({
    description:
      'Tells several databases of one pull request apart, in the branch name, the report and the comment: lower-case letters, digits and hyphens.',
  }),
} as const;

export const databaseInputs = {
  database: input.optional({
    description:
      'Database on the branch. Default: the only one, else `neondb`, else an error that lists them.',
  }),
  role: input.optional({
    description:
      'Role to connect as. Default: the only one, else the owner of the database, else `neondb_owner`, else an error that lists them.',
  }),
} as const;

export const branchCreationInputs = {
  'parent-branch': input.optional({
    description:
      'Branch to copy from, by name or id. Default: the default branch; for `postgres` the database that `postgres-url` names.',
  }),
  'expires-in': input.duration({
    description: 'How long the branch lives after the last push, at most `30d`. Renewed by every run.',
    default: '14d',
    minimum: '1h',
    maximum: '30d',
  }),
} as const;

export const workspaceInputs = {
  'working-directory': input.string({
    description: 'Folder of the project, relative to the workspace.',
    default: '.',
  }),
} as const;

export const githubInputs = {
  'github-token': input.secret({
    description: 'Token that reads the pull request and writes the comment.',
    default: '${{ github.token }}',
  }),
} as const;

export const failOnInput = {
  'fail-on': input.choice({
    description: 'The least severity of a finding that fails the step.',
    choices: ['error', 'warning', 'never'],
    default: 'error',
  }),
} as const;

export const productionInput = {
  'production-url': input.secret({
    description:
      'Connection URI of production or a replica, read-only is enough. Only its statistics are read: numbers of rows, to say what a measured time means there; which indexes are used and which tables are bloated; under `top-queries` its `pg_stat_statements`.',
  }),
} as const;

export const configurationInput = {
  config: input.string({
    description:
      'YAML file that sets rules and expectations (docs/configuration.md), relative to the workspace. The default need not exist.',
    default: '.github/database-actions.yml',
  }),
} as const;
