import { UserError } from '../errors.ts';
import { readMigrations } from '../migrations/migration-files.ts';
import { whyHistoryIsStale } from '../migrations/stale-history.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import * as input from '../runtime/input.ts';
import { answers, type CreatedBranch, connectionOf } from './create-branch.ts';
import { type ExpectationsRequest, findProject } from './prisma-expectations.ts';

export const refreshInputs = {
  reset: input.choice({
    description:
      'Bring an adopted branch back to its parent before migrating: `auto` when an earlier push left a failed migration on it, or one that was edited or removed since; `always` for fresh data with every push.',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
  }),
} as const;

interface RefreshRequest extends ExpectationsRequest {
  readonly inputs: ExpectationsRequest['inputs'] & {
    readonly reset: 'auto' | 'always' | 'never';
    readonly database: string | undefined;
    readonly role: string | undefined;
    readonly command: string | undefined;
    readonly timeout: number;
  };
  readonly provider: Provider;
  readonly created: CreatedBranch;
}

/** The branch to migrate: as it was adopted, or reset when it cannot be migrated as it is. */
export async function refreshBranch(request: RefreshRequest): Promise<CreatedBranch> {
  const { job, inputs, provider, created } = request;
  const reason = created.created ? undefined : await whyReset(request);
  if (reason === undefined) return created;
  job.log.notice(`The branch is reset to its parent: ${reason}.`);
  const branch = await resetIfPossible(request, created.branch);
  if (branch === undefined) return created;
  const connection = await connectionOf({ job, provider, inputs, branch });
  await answers(job, connection, inputs.timeout);
  return { ...created, branch, connection };
}

async function whyReset(request: RefreshRequest): Promise<string | undefined> {
  const { job, inputs, created } = request;
  if (inputs.reset === 'never') return undefined;
  if (inputs.reset === 'always') return '`reset: always`';
  const project = inputs.command === undefined ? await findProject(request) : undefined;
  if (project === undefined) return undefined;
  const folder = await readMigrations(project.migrationsDirectory);
  const { log, signal } = job;
  return whyHistoryIsStale(
    { directUri: created.connection.direct, folder, since: created.branch.filledAt },
    { log, signal, timeoutMs: inputs.timeout * 1000 },
  );
}

/** A schema-only or anonymised branch cannot be reset; the migration then says what is the matter. */
async function resetIfPossible(
  { job, provider, inputs }: RefreshRequest,
  branch: Branch,
): Promise<Branch | undefined> {
  try {
    return await provider.resetBranch(branch);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || inputs.reset === 'always') throw thrown;
    job.log.warning(
      `The branch cannot be reset: ${thrown.message} Delete it, and the next run makes a new one.`,
    );
    return undefined;
  }
}
