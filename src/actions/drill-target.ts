/** Where a drill restores to: a server of our own, a server that runs, or a branch on Neon. All of it goes afterwards. */
import { randomBytes } from 'node:crypto';
import { totalmem } from 'node:os';
import type { BackupManifest } from '../backups/manifest.ts';
import { startEmbeddedTarget } from '../backups/restore/embedded-target.ts';
import { createEmptyDatabase } from '../backups/restore/empty-database.ts';
import { useEmptyDatabase } from '../backups/restore/given-database.ts';
import type { RestoreContext, RestoreTarget, SourceServer } from '../backups/restore/restore-target.ts';
import { errorMessage, UserError } from '../errors.ts';
import { describeUri, parseConnectionUri, secretsOf } from '../postgres/connection-uri.ts';
import type { Branch } from '../providers/provider.ts';
import type { Job } from '../runtime/io.ts';
import { answers, connectionOf } from './create-branch.ts';
import { openProvider, type ProviderInputs } from './open-provider.ts';

export type DrillPlace =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'neon' }
  | { readonly kind: 'server'; readonly uri: string };

/** @throws UserError for anything else than `embedded`, `neon` or a connection URI, which is masked */
export function readPlace(job: Pick<Job, 'mask'>, into: string | undefined): DrillPlace {
  if (into === undefined || into === 'embedded') return { kind: 'embedded' };
  if (into === 'neon') return { kind: 'neon' };
  for (const secret of secretsOf(into)) job.mask(secret);
  if (!/^postgres(ql)?:\/\//.test(into))
    throw new UserError('Input `into` is neither `embedded`, `neon` nor a connection URI.', {
      hint: 'A URI looks like postgresql://role:password@host:5432/database; it is not shown here.',
    });
  parseConnectionUri(into);
  return { kind: 'server', uri: into };
}

export interface PlaceInputs extends ProviderInputs {
  readonly database: string | undefined;
  readonly role: string | undefined;
}

interface TargetRequest {
  readonly job: Job;
  readonly inputs: PlaceInputs;
  readonly place: DrillPlace;
  readonly manifest: BackupManifest;
}

export function openDrillTarget(
  { job, inputs, place, manifest }: TargetRequest,
  context: RestoreContext,
): Promise<RestoreTarget> {
  const { server, facts } = manifest;
  const database = `database_actions_drill_${randomBytes(6).toString('hex')}`;
  switch (place.kind) {
    case 'embedded':
      return startEmbeddedTarget(
        {
          server,
          database: 'restored',
          maintenanceMegabytes: maintenanceMegabytes(),
          dataBytes: facts.tables.reduce((sum, { bytes }) => sum + bytes, 0),
        },
        context,
      );
    case 'server':
      return createEmptyDatabase(
        {
          serverUri: place.uri,
          database,
          server,
          description: describeUri({ ...parseConnectionUri(place.uri), database }),
          isThrownAway: true,
          roles: 'make',
        },
        context,
      );
    case 'neon':
      return openBranchTarget({ job, inputs, server, database }, context);
  }
}

/** A sixteenth of the memory, from 64 MB to 1 GB: each job that builds an index may take so much. */
function maintenanceMegabytes(): number {
  return Math.max(64, Math.min(1024, Math.floor(totalmem() / 1024 / 1024 / 16)));
}

const drillPrefix = 'drill/';
/** What a crash leaves behind goes by itself. In seconds. */
const livesFor = 6 * 3600;

interface BranchTargetRequest {
  readonly job: Job;
  readonly inputs: PlaceInputs;
  readonly server: SourceServer;
  readonly database: string;
}

/** An empty database on a branch of its own: production's compute does nothing for it. */
async function openBranchTarget(
  request: BranchTargetRequest,
  context: RestoreContext,
): Promise<RestoreTarget> {
  const { job, inputs, server, database } = request;
  await using provider = await openProvider(job, { ...inputs, provider: 'neon' });
  const { GITHUB_RUN_ID: run = '0', GITHUB_RUN_ATTEMPT: attempt = '1' } = job.environment;
  const { branch } = await provider.ensureBranch({
    name: `${drillPrefix}${run}-${attempt}-${database.slice(-12)}`,
    parent: undefined,
    owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
    choice: { database: inputs.database, role: inputs.role },
    expiresAt: new Date(job.now().getTime() + livesFor * 1000),
  });
  const remove = () => deleteBranch(request, branch);
  try {
    const { role } = await provider.connection(branch, { database: inputs.database, role: inputs.role });
    await provider.createDatabase?.(branch, { name: database, owner: role });
    const connection = await connectionOf({ job, provider, inputs: { database, role }, branch });
    await answers(job, connection, inputs.timeout);
    const target = await useEmptyDatabase(
      { uri: connection.direct, server, description: 'branch on Neon', roles: 'make' },
      context,
    );
    return { ...target, [Symbol.asyncDispose]: remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

/** Milliseconds; a cancelled run has not more than ten seconds. */
const deleteMs = 7000;

/** After a cancel too, so by a provider that was not cancelled. */
export async function deleteBranch(
  { job, inputs }: Pick<BranchTargetRequest, 'job' | 'inputs'>,
  branch: Branch,
): Promise<void> {
  const signal = job.signal.aborted ? AbortSignal.timeout(deleteMs) : job.signal;
  try {
    await using provider = await openProvider({ ...job, signal }, { ...inputs, provider: 'neon' });
    await provider.deleteBranch(branch);
  } catch (thrown) {
    job.log.warning(
      `The branch ${branch.name} could not be deleted: ${errorMessage(thrown)} ${branch.expiresAt === undefined ? 'Delete it by hand.' : 'It goes when its time is over.'}`,
    );
  }
}
