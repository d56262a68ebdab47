import { UserError } from '../../errors.ts';
import type { ConnectionParts } from '../../postgres/connection-uri.ts';
import { deadlineIn } from '../../wait.ts';
import type { ProviderContext } from '../provider.ts';
import { type Administrator, explainServerError, openAdministrator } from './administrator.ts';
import { type Catalog, type DatabaseBranch, findByName, readCatalog } from './catalog.ts';
import type { PasswordSource } from './role-password.ts';

/** The server that the branches live on. */
export interface Server {
  readonly uri: string;
  readonly parts: ConnectionParts;
  readonly password: PasswordSource;
  /** A server of our own, started empty for this job. */
  readonly isEmbedded: boolean;
  readonly context: ProviderContext;
}

export interface Call {
  /** For errors: "Resetting the branch x". */
  readonly doing: string;
  /** The parent, when one is to be copied. */
  readonly parent?: string | undefined;
}

/** Runs one call of the provider in a session of its own, with its own deadline. */
export async function administer<T>(
  { uri, parts, context }: Server,
  call: Call,
  work: (administrator: Administrator) => Promise<T>,
): Promise<T> {
  const deadline = deadlineIn(context.timeoutMs);
  const avoid = [parts.database, ...(call.parent === undefined ? [] : [call.parent])];
  try {
    const administrator = await openAdministrator({ uri, context, deadline, avoid });
    await using _ = administrator.connection;
    return await work(administrator);
  } catch (thrown) {
    throw explainServerError(thrown, call.doing);
  }
}

/** @returns the parent's database */
export function findParent(catalog: Catalog, wanted: string): string {
  const found = findByName(catalog, wanted) ?? catalog.find(({ branch }) => branch.id === wanted);
  if (found?.isReady === true) return found.branch.id;
  const names = catalog.filter(({ isReady }) => isReady).map(({ branch }) => branch.name);
  throw new UserError(`There is no database "${wanted}" to copy from on this server.`, {
    hint: `\`parent-branch\` can be one of: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`,
  });
}

/** @throws UserError when it is gone */
export async function entryOf(
  server: Server,
  administrator: Administrator,
  database: string,
): Promise<DatabaseBranch> {
  const catalog = await readCatalog(administrator, server.parts.database);
  const entry = catalog.find(({ branch }) => branch.id === database);
  if (entry !== undefined) return entry;
  throw new UserError(`The branch with the database "${database}" does not exist (any more).`, {
    hint: 'Run `create-branch` again.',
  });
}
