import { UserError } from '../errors.ts';
import { secretsOf } from '../postgres/connection-uri.ts';
import type { BranchConnection } from '../providers/provider.ts';
import * as input from '../runtime/input.ts';
import type { Job } from '../runtime/io.ts';
import { branchInputs, databaseInputs, providerInputs } from './common-inputs.ts';
import { connectionOf } from './create-branch.ts';
import { findOurBranch } from './find-branch.ts';
import { openProvider, type ProviderInputs } from './open-provider.ts';
import { resolveTarget, type Target } from './target.ts';

/** For actions that work on one database: given by its URI, or found as the pull request's branch. */
export const databaseTargetInputs = {
  'database-url': input.secret({
    description:
      "Direct connection URI of the database. Default: the provider's: the pull request's branch, found by its name; for a backup the source branch.",
  }),
  'database-url-pooled': input.secret({
    description: 'Pooled connection URI of the same database, where there is one.',
  }),
  ...providerInputs,
  ...branchInputs,
  ...databaseInputs,
} as const;

interface DatabaseTargetInputs extends ProviderInputs {
  readonly databaseUrl: string | undefined;
  readonly databaseUrlPooled: string | undefined;
  readonly branch: string | undefined;
  readonly pullRequest: number;
  readonly key: string | undefined;
  readonly database: string | undefined;
  readonly role: string | undefined;
}

/** What migrations and checks need of a database. */
export interface DatabaseTarget {
  readonly direct: string;
  /** Undefined when there is no pooler to speak of. */
  readonly pooled: string | undefined;
  readonly key: string;
  readonly computeSize: string | undefined;
  /** Sizes say something about production. */
  readonly hasParentData: boolean;
}

export async function resolveDatabase(job: Job, inputs: DatabaseTargetInputs): Promise<DatabaseTarget> {
  if (inputs.databaseUrl !== undefined) return givenDatabase(job, inputs, inputs.databaseUrl);
  if (inputs.databaseUrlPooled !== undefined)
    throw new UserError('Input `database-url-pooled` is given without `database-url`.', {
      hint: 'Migrations and checks use the direct URI; give both, or neither.',
    });
  const target = resolveTarget(inputs, job.event);
  await using provider = await openProvider(job, inputs);
  const branch = await findOurBranch(provider, target);
  return branchDatabase(await connectionOf({ job, provider, inputs, branch }), target);
}

export function branchDatabase(connection: BranchConnection, target: Target): DatabaseTarget {
  const pooled = connection.pooled === connection.direct ? undefined : connection.pooled;
  const { direct, computeSize, hasParentData } = connection;
  return { direct, pooled, key: target.key, computeSize, hasParentData };
}

function givenDatabase(job: Job, inputs: DatabaseTargetInputs, direct: string): DatabaseTarget {
  const pooled = inputs.databaseUrlPooled;
  for (const uri of [direct, pooled])
    for (const secret of uri === undefined ? [] : secretsOf(uri)) job.mask(secret);
  return { direct, pooled, key: inputs.key ?? '', computeSize: undefined, hasParentData: true };
}
