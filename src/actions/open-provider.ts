import { UserError } from '../errors.ts';
import type { NeonBranchOptions } from '../providers/neon/provider.ts';
import type { Provider, ProviderContext, ProviderName } from '../providers/provider.ts';
import type { TriggerEvent } from '../runtime/event.ts';
import type { Job } from '../runtime/io.ts';
import { version } from '../version.ts';

export interface ProviderInputs {
  readonly provider: 'auto' | ProviderName;
  readonly neonApiKey: string | undefined;
  readonly neonProjectId: string | undefined;
  readonly neonApiUrl: string;
  readonly postgresUrl: string | undefined;
  /** Seconds. */
  readonly timeout: number;
}

interface OpenOptions {
  /** How new branches are made; only `create-branch` and the preview have an opinion. */
  readonly neonBranch?: NeonBranchOptions;
}

/** Chooses the provider, checks that it has what it needs, and loads only its code. */
export async function openProvider(
  job: Job,
  inputs: ProviderInputs,
  options: OpenOptions = {},
): Promise<Provider> {
  const context: ProviderContext = {
    log: job.log,
    signal: job.signal,
    timeoutMs: inputs.timeout * 1000,
    now: job.now,
    mask: job.mask,
  };
  if (chooseProvider(inputs, job.event, job.log.notice) === 'neon')
    return openNeon({ job, inputs, options, context });
  const { createPostgresProvider } = await import('../providers/postgres/provider.ts');
  return createPostgresProvider(
    { adminUri: inputs.postgresUrl, stateDirectory: job.stateDirectory, environment: job.environment },
    context,
  );
}

/**
 * A run that gets no secrets has no key, so a branch on Neon cannot be had and is not asked for.
 * @param tell is given the reason when the choice is not what the inputs ask for
 */
export function chooseProvider(
  inputs: ProviderInputs,
  { isUnprivileged }: Pick<TriggerEvent, 'isUnprivileged'>,
  tell: (message: string) => void,
): ProviderName {
  if (inputs.provider === 'postgres') return 'postgres';
  if (inputs.neonApiKey !== undefined) return 'neon';
  if (isUnprivileged) {
    tell(
      'This pull request gets no secrets (it comes from a fork or from Dependabot): a Postgres on this runner is used.',
    );
    return 'postgres';
  }
  if (inputs.provider === 'auto' && inputs.neonProjectId === undefined) return 'postgres';
  throw new UserError('Input `neon-api-key` is empty, but this workflow asks for Neon.', {
    hint: 'Is the secret defined, under this very name, for this repository or environment? To use a plain Postgres leave `neon-project-id` away.',
  });
}

interface NeonParts {
  readonly job: Job;
  readonly inputs: ProviderInputs;
  readonly options: OpenOptions;
  readonly context: ProviderContext;
}

async function openNeon({ job, inputs, options, context }: NeonParts): Promise<Provider> {
  const { neonApiKey: apiKey, neonProjectId: projectId, neonApiUrl: apiUrl } = inputs;
  if (apiKey === undefined || projectId === undefined)
    throw new UserError(`Input \`${apiKey === undefined ? 'neon-api-key' : 'neon-project-id'}\` is empty.`, {
      hint: 'Neon needs both `neon-api-key` and `neon-project-id` (Neon console, project settings).',
    });
  const { createNeonProvider } = await import('../providers/neon/provider.ts');
  return createNeonProvider(
    {
      apiKey,
      projectId,
      apiUrl,
      fetch: job.fetch,
      userAgent: `neonhub-database-actions/${version}`,
      ...options.neonBranch,
    },
    context,
  );
}
