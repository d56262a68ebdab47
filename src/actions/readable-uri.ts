/** How to reach a branch that is only read, such as a parent. */
import type { Branch, Provider } from '../providers/provider.ts';
import type { Job } from '../runtime/io.ts';
import { connectionOf } from './create-branch.ts';

interface ReadableRequest {
  readonly job: Job;
  readonly provider: Provider;
  readonly branch: Branch;
  readonly inputs: {
    readonly database: string | undefined;
    readonly role: string | undefined;
    readonly postgresUrl: string | undefined;
  };
}

/** On a plain server nobody is given a URI of the default branch; the one that the workflow gave reads it. */
export async function readableUri({ job, provider, branch, inputs }: ReadableRequest): Promise<string> {
  const { postgresUrl } = inputs;
  if (provider.name === 'postgres' && branch.isDefault && postgresUrl !== undefined) return postgresUrl;
  return (await connectionOf({ job, provider, inputs, branch })).direct;
}
