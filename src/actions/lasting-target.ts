/** Where `restore-backup` restores to: a database that stays, on a server or on a new branch of Neon. */
import { randomBytes } from 'node:crypto';
import {
  createEmptyDatabase,
  dropDatabase,
  hasDatabase,
  replaceDatabase,
} from '../backups/restore/empty-database.ts';
import { useEmptyDatabase } from '../backups/restore/given-database.ts';
import type { RestoreContext, RestoreTarget, SourceServer } from '../backups/restore/restore-target.ts';
import { UserError } from '../errors.ts';
import { describeUri, parseConnectionUri, withDatabase } from '../postgres/connection-uri.ts';
import type { Branch, Provider } from '../providers/provider.ts';
import type { Job } from '../runtime/io.ts';
import { answers, connectionOf } from './create-branch.ts';
import { type DrillPlace, deleteBranch, type PlaceInputs } from './drill-target.ts';
import { openProvider } from './open-provider.ts';

export interface LastingTarget {
  open(server: SourceServer, context: RestoreContext): Promise<RestoreTarget>;
  /** Puts what was restored where it belongs. @returns its URI, masked */
  finish(context: RestoreContext): Promise<string>;
  /** Nothing came of it: what was made goes again. */
  discard(context: RestoreContext): Promise<void>;
  /** For people. */
  readonly name: string;
}

export interface LastingInputs extends PlaceInputs {
  readonly restoredDatabase: string | undefined;
  readonly restoredBranch: string | undefined;
  readonly overwrite: string | undefined;
}

export interface LastingRequest {
  readonly job: Job;
  readonly inputs: LastingInputs;
  readonly place: DrillPlace;
  readonly context: RestoreContext;
}

/** @throws UserError when something of that name is there and `overwrite` does not name it, or the place cannot last */
export function planTarget(request: LastingRequest): Promise<LastingTarget> {
  const { place } = request;
  if (place.kind === 'embedded')
    throw new UserError('A server of this job’s own is gone with the job: nothing can be restored to it.', {
      hint: 'Give `into` the URI of a server, or `neon`. To see whether a backup can be restored use `verify-backup`.',
    });
  return place.kind === 'neon' ? planBranch(request) : planDatabase(request, place.uri);
}

async function planDatabase(
  { inputs, context, job }: LastingRequest,
  serverUri: string,
): Promise<LastingTarget> {
  const name = inputs.restoredDatabase ?? parseConnectionUri(serverUri).database;
  const isThere = await hasDatabase({ serverUri: onOther(serverUri, name), name }, context);
  const hint = `Choose another \`restored-database\`, or say that it may go: \`overwrite: ${name}\`.`;
  if (isThere && inputs.overwrite !== name)
    throw new UserError(`There is a database "${name}" already.`, { hint });
  // Beside it: what is there stays until the new one is whole.
  const own = isThere ? `${name.slice(0, 40)}_restoring_${randomBytes(4).toString('hex')}` : name;
  const admin = onOther(serverUri, name);
  // What another run has made meanwhile is not ours to drop.
  let isMade = false;
  return {
    name: describeUri({ ...parseConnectionUri(serverUri), database: name }),
    async open(server, opened) {
      const target = await createEmptyDatabase(
        {
          serverUri: admin,
          database: own,
          server,
          description: describeUri({ ...parseConnectionUri(serverUri), database: name }),
          isThrownAway: false,
          roles: 'leave',
        },
        opened,
      );
      isMade = true;
      return target;
    },
    async finish(opened) {
      if (own !== name) await replaceDatabase({ serverUri: admin, restored: own, name }, opened);
      job.log.info(`Restored into the database "${name}"`);
      return withDatabase(serverUri, name);
    },
    async discard(opened) {
      if (isMade) await dropDatabase({ serverUri: admin, database: own, roles: [] }, opened);
    },
  };
}

/** A session on the database itself would be in the way of dropping and renaming it. */
function onOther(serverUri: string, name: string): string {
  const { database } = parseConnectionUri(serverUri);
  if (database !== name) return serverUri;
  return withDatabase(serverUri, name === 'postgres' ? 'template1' : 'postgres');
}

async function planBranch(request: LastingRequest): Promise<LastingTarget> {
  const { job, inputs } = request;
  const { GITHUB_RUN_ID: run = '0' } = job.environment;
  const name = inputs.restoredBranch ?? `restored/${run}`;
  const database = inputs.restoredDatabase ?? 'restored';
  await using provider = await openProvider(job, { ...inputs, provider: 'neon' });
  const present = await provider.findBranch(name);
  if (present !== undefined && inputs.overwrite !== name)
    throw new UserError(`There is a branch "${name}" already.`, {
      hint: `Choose another \`restored-branch\`, or say that it may go: \`overwrite: ${name}\`. Only a branch that this action made is ever reset.`,
    });
  let opened: { readonly branch: Branch; readonly uri: string } | undefined;
  return {
    name: `database ${database} on the branch ${name}`,
    async open(server, context) {
      opened = await openBranch(request, { name, database, isThere: present !== undefined });
      return useEmptyDatabase(
        { uri: opened.uri, server, description: `branch ${name} on Neon`, roles: 'make' },
        context,
      );
    },
    finish() {
      if (opened === undefined) throw new Error('Nothing was restored.');
      return Promise.resolve(opened.uri);
    },
    async discard() {
      if (opened !== undefined) await deleteBranch(request, opened.branch);
    },
  };
}

interface BranchPlan {
  readonly name: string;
  readonly database: string;
  readonly isThere: boolean;
}

/** A branch of ours that is there is reset first; one of somebody else's is refused by the provider. */
async function openBranch({ job, inputs }: LastingRequest, { name, database, isThere }: BranchPlan) {
  await using provider = await openProvider(job, { ...inputs, provider: 'neon' });
  const { branch: made } = await provider.ensureBranch({
    name,
    parent: undefined,
    owner: { repository: job.event.repository, pullRequest: undefined, key: '' },
    choice: { database: inputs.database, role: inputs.role },
    // Somebody has to look at it; it is no preview that comes and goes.
    expiresAt: undefined,
  });
  try {
    return await openDatabase({
      job,
      inputs,
      provider,
      branch: isThere ? await provider.resetBranch(made) : made,
      database,
    });
  } catch (thrown) {
    // One that was there has been reset and stays; a new one would stand in the way of the next attempt.
    if (!isThere) await deleteBranch({ job, inputs }, made);
    throw thrown;
  }
}

interface OnBranch extends Pick<LastingRequest, 'job' | 'inputs'> {
  readonly provider: Provider;
  readonly branch: Branch;
  readonly database: string;
}

async function openDatabase({ job, inputs, provider, branch, database }: OnBranch) {
  const { role } = await provider.connection(branch, { database: inputs.database, role: inputs.role });
  const isNew = await provider.createDatabase?.(branch, { name: database, owner: role });
  if (isNew === false)
    throw new UserError(
      `The branch "${branch.name}" has a database "${database}" already, from its parent.`,
      {
        hint: 'Choose another `restored-database`.',
      },
    );
  const connection = await connectionOf({ job, provider, inputs: { database, role }, branch });
  await answers(job, connection, inputs.timeout);
  return { branch, uri: connection.direct };
}
