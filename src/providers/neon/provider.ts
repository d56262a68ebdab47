import { deadlineIn } from '../../wait.ts';
import type { Provider, ProviderContext } from '../provider.ts';
import { createNeonApi } from './api.ts';
import { connectionOf } from './connection.ts';
import { createDatabase } from './create-database.ts';
import { deleteBranch } from './delete-branch.ts';
import { ensureBranch } from './ensure-branch.ts';
import { checkOptions, type NeonProviderOptions } from './options.ts';
import { listProjectBranches } from './project-branches.ts';
import { resetBranch } from './reset-branch.ts';
import { takeRestorePoint } from './restore-point.ts';
import type { Session } from './session.ts';

export type { NeonBranchOptions, NeonProviderOptions } from './options.ts';

/**
 * Branches of one Neon project, through Neon's API v2. Waits for what the API says; whether a query really works on the
 * branch is for the caller to try.
 * @throws UserError for options that cannot work
 */
export function createNeonProvider(options: NeonProviderOptions, context: ProviderContext): Provider {
  const settings = checkOptions(options, context.now());
  context.mask(settings.apiKey);
  const { log, signal, now } = context;
  const api = createNeonApi({ ...settings, log, signal, now });
  const open = (): Session => ({ api, settings, context, deadline: deadlineIn(context.timeoutMs) });
  return {
    name: 'neon',
    ensureBranch: (request) => ensureBranch(open(), request),
    async findBranch(name) {
      const branches = await listProjectBranches(open());
      const branch = branches.byName(name);
      return branch === undefined ? undefined : branches.describe(branch);
    },
    resetBranch: (branch) => resetBranch(open(), branch),
    deleteBranch: (branch) => deleteBranch(open(), branch),
    async *listBranches() {
      const branches = await listProjectBranches(open());
      yield* branches.all.map(branches.describe);
    },
    connection: (branch, choice) => connectionOf(open(), branch, choice),
    createDatabase: (branch, request) => createDatabase(open(), branch, request),
    takeRestorePoint: (branch, request) => takeRestorePoint(open(), branch, request),
    async [Symbol.asyncDispose]() {
      // Nothing is held open: every call stands alone.
    },
  };
}
