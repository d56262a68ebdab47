/** The database that is backed up: given by its URI, or the provider's production, by itself or as a copy of this hour. */
import { directUri } from '../backups/exported-snapshot.ts';
import { errorMessage, UserError } from '../errors.ts';
import { parseConnectionUri, secretsOf } from '../postgres/connection-uri.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import * as input from '../runtime/input.ts';
import type { Job } from '../runtime/io.ts';
import { databaseInputs, providerInputs } from './common-inputs.ts';
import { answers, connectionOf } from './create-branch.ts';
import { databaseTargetInputs } from './database-target.ts';
import { chooseProvider, openProvider, type ProviderInputs } from './open-provider.ts';
import { readableUri } from './readable-uri.ts';

export const backupSourceInputs = {
  'database-url': databaseTargetInputs['database-url'],
  source: input.choice({
    description:
      'What is dumped. `branch`: a short-lived copy of the source branch, so that production’s compute does not work for it. `direct`: the database itself. `auto`: a copy on Neon, else direct.',
    choices: ['auto', 'branch', 'direct'],
    default: 'auto',
  }),
  'source-branch': input.optional({
    description: 'The branch that is backed up, by name or id. Default: the default branch.',
  }),
  'neon-snapshot': input.boolean({
    description:
      'Also take a snapshot inside Neon, which brings the branch back at once; in its region and account, so no backup by itself.',
    default: 'false',
  }),
  ...providerInputs,
  ...databaseInputs,
} as const;

export interface BackupSourceInputs extends ProviderInputs {
  readonly databaseUrl: string | undefined;
  readonly source: 'auto' | 'branch' | 'direct';
  readonly sourceBranch: string | undefined;
  readonly neonSnapshot: boolean;
  readonly database: string | undefined;
  readonly role: string | undefined;
}

export interface BackupSource {
  /** Direct; masked. */
  readonly uri: string;
  readonly database: string;
  /** For people: `a copy of the branch main`. */
  readonly description: string;
  /** The Neon snapshot taken beside it. */
  readonly restorePoint: string | undefined;
}

/** A dump may take hours; what a crash leaves behind goes by itself. In seconds. */
const copyLivesFor = 12 * 3600;
/** As long as a release is likely to be rolled back. In seconds. */
const restorePointLivesFor = 7 * 24 * 3600;
const copyPrefix = 'backup/';

/** Gives the source to `work`; a copy made for it is deleted whatever happened. @throws UserError for what cannot go together */
export async function onBackupSource<T>(
  job: Job,
  inputs: BackupSourceInputs,
  work: (source: BackupSource) => Promise<T>,
): Promise<T> {
  if (inputs.databaseUrl !== undefined) return work(givenSource(job, inputs, inputs.databaseUrl));
  if (job.event.isUnprivileged)
    throw new UserError('This run gets no secrets (a fork, or Dependabot), so there is nothing to back up.', {
      hint: 'Run backups on `release`, `schedule` or `workflow_dispatch`.',
    });
  if (chooseProvider(inputs, job.event, job.log.notice) === 'postgres' && inputs.postgresUrl === undefined)
    throw new UserError('Nothing says which database to back up.', {
      hint: 'Give `database-url`, or `neon-api-key` with `neon-project-id`.',
    });
  await using provider = await openProvider(job, inputs);
  const branch = await sourceBranch(provider, inputs.sourceBranch);
  const restorePoint = await takeRestorePoint({ job, inputs, provider, branch });
  const isCopy = inputs.source === 'branch' || (inputs.source === 'auto' && provider.name === 'neon');
  const request = { job, inputs, provider, branch, restorePoint };
  return isCopy ? onCopy(request, work) : work(await directSource(request));
}

function givenSource(job: Job, inputs: BackupSourceInputs, uri: string): BackupSource {
  for (const secret of secretsOf(uri)) job.mask(secret);
  const wrong = inputs.source === 'branch' ? 'source: branch' : inputs.neonSnapshot ? 'neon-snapshot' : '';
  if (wrong !== '')
    throw new UserError(`\`${wrong}\` cannot be had of a database that is given by its \`database-url\`.`, {
      hint: 'Give `neon-api-key` and `neon-project-id` instead of `database-url`, or leave it away.',
    });
  const direct = directUri(uri, job.log);
  const { host, database } = parseConnectionUri(direct);
  return {
    uri: direct,
    database,
    description: `the database ${database} on ${host}`,
    restorePoint: undefined,
  };
}

async function sourceBranch(provider: Provider, wanted: string | undefined): Promise<Branch> {
  let byId: Branch | undefined;
  for await (const branch of provider.listBranches()) {
    if (wanted === undefined ? branch.isDefault : branch.name === wanted) return branch;
    if (branch.id === wanted) byId = branch;
  }
  if (byId !== undefined) return byId;
  throw new UserError(
    wanted === undefined
      ? `${provider.name} has no default branch.`
      : `There is no branch "${wanted}" on ${provider.name}.`,
    { hint: 'Name the branch to back up with `source-branch`, exactly or by its id.' },
  );
}

interface SourceRequest {
  readonly job: Job;
  readonly inputs: BackupSourceInputs;
  readonly provider: Provider;
  readonly branch: Branch;
}

async function takeRestorePoint({
  job,
  inputs,
  provider,
  branch,
}: SourceRequest): Promise<string | undefined> {
  if (!inputs.neonSnapshot) return undefined;
  if (provider.takeRestorePoint === undefined)
    throw new UserError('`neon-snapshot` needs Neon; this is a plain Postgres server.');
  const { name, created } = await provider.takeRestorePoint(branch, {
    name: `before ${job.event.tag || job.event.commit.slice(0, 7) || 'a backup'}, run ${runOf(job)}`,
    expiresAt: new Date(job.now().getTime() + restorePointLivesFor * 1000),
  });
  job.log.info(`Neon snapshot "${name}" of ${branch.name} ${created ? 'taken' : 'was there'}`);
  return name;
}

function runOf(job: Job): string {
  const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
  return `${run}-${attempt}`;
}

type Prepared = SourceRequest & { readonly restorePoint: string | undefined };

async function directSource(request: Prepared): Promise<BackupSource> {
  const { job, inputs, provider, branch, restorePoint } = request;
  const uri = await readableUri({ job, provider, inputs, branch });
  for (const secret of secretsOf(uri)) job.mask(secret);
  const { database } = parseConnectionUri(uri);
  return { uri, database, description: `the branch ${branch.name} itself`, restorePoint };
}

async function onCopy<T>(request: Prepared, work: (source: BackupSource) => Promise<T>): Promise<T> {
  const { job, inputs, provider, branch, restorePoint } = request;
  const { branch: copy } = await provider.ensureBranch({
    name: `${copyPrefix}${runOf(job)}`,
    parent: branch.id,
    owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
    choice: { database: inputs.database, role: inputs.role },
    expiresAt: new Date(job.now().getTime() + copyLivesFor * 1000),
  });
  try {
    const connection = await connectionOf({ job, provider, inputs, branch: copy });
    await answers(job, connection, inputs.timeout);
    const { direct: uri, database } = connection;
    return await work({ uri, database, description: `a copy of the branch ${branch.name}`, restorePoint });
  } finally {
    await provider.deleteBranch(copy).catch((thrown: unknown) => {
      job.log.warning(
        `The branch ${copy.name} could not be deleted: ${errorMessage(thrown)} It goes by itself in ${copyLivesFor / 3600} hours, or with the sweep.`,
      );
    });
  }
}
