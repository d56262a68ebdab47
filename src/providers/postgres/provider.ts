/** Branches on a plain server: each is a database copied from a parent database, with a role of its own that owns it. */
import { parseConnectionUri, secretsOf } from '../../postgres/connection-uri.ts';
import { assertDirectUri } from '../../postgres/pooler.ts';
import { assertOurs } from '../ownership.ts';
import type { Branch, Provider, ProviderContext } from '../provider.ts';
import type { Administrator } from './administrator.ts';
import { connectionTo, prove } from './branch-connection.ts';
import { buildDatabase, dropDatabase } from './branch-database.ts';
import { lockBranch } from './branch-lock.ts';
import { dropRole, renewRole } from './branch-role.ts';
import { administer, entryOf, findParent, type Server } from './branch-server.ts';
import { type DatabaseBranch, findByName, readCatalog } from './catalog.ts';
import { ensureEmbeddedServer } from './embedded-server.ts';
import { ensureBranch } from './ensure-branch.ts';
import { describeMark, type Mark } from './mark.ts';
import { unfinishedNameOf } from './naming.ts';
import { createPasswordSource } from './role-password.ts';

export interface PostgresProviderOptions {
  /**
   * URI of a superuser, or of a role with CREATEDB and CREATEROLE; its database is the default branch. Undefined: a
   * server of our own is started, or the one that an earlier step of the job started is used.
   */
  readonly adminUri: string | undefined;
  /** Where the server of our own is remembered from step to step. */
  readonly stateDirectory: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** @throws UserError when the URI is pooled, holds no password, or cannot be read */
export async function createPostgresProvider(
  options: PostgresProviderOptions,
  context: ProviderContext,
): Promise<Provider> {
  const uri = options.adminUri ?? (await ensureEmbeddedServer({ ...options, ...context })).uri;
  for (const secret of secretsOf(uri)) context.mask(secret);
  assertDirectUri(uri);
  const parts = parseConnectionUri(uri);
  const isEmbedded = options.adminUri === undefined;
  const server = { uri, parts, password: createPasswordSource(parts), isEmbedded, context };
  return {
    name: 'postgres',
    ensureBranch: (request) => ensureBranch(server, request),
    findBranch: (name) => findBranch(server, name),
    resetBranch: (branch) => resetBranch(server, branch),
    deleteBranch: (branch) => deleteBranch(server, branch),
    listBranches: () => listBranches(server),
    connection: (branch, choice) => connectionTo(server, branch, choice),
    // Every call has a session of its own; nothing is held between them.
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function findBranch(server: Server, name: string): Promise<Branch | undefined> {
  const read = (administrator: Administrator) => readCatalog(administrator, server.parts.database);
  return findByName(await administer(server, { doing: 'Listing the branches' }, read), name)?.branch;
}

async function* listBranches(server: Server): AsyncIterable<Branch> {
  const read = (administrator: Administrator) => readCatalog(administrator, server.parts.database);
  for (const { branch } of await administer(server, { doing: 'Listing the branches' }, read)) yield branch;
}

async function resetBranch(server: Server, { id, name, parent }: Branch): Promise<Branch> {
  return administer(
    server,
    { doing: `Resetting the branch "${name}"`, parent: parent?.id },
    async (administrator) => {
      await lockBranch(administrator, id);
      const catalog = await readCatalog(administrator, server.parts.database);
      const { mark } = changeable(await entryOf(server, administrator, id), 'reset');
      const from = findParent(catalog, mark.parent);
      const filledAt = server.context.now();
      await buildDatabase(administrator, { database: id, parent: from, description: describeMark(mark) });
      const password = await server.password(id, mark.salt);
      await renewRole(administrator, { role: id, mark: { ...mark, filledAt }, password });
      const entry = await entryOf(server, administrator, id);
      await prove(server, administrator, entry);
      return entry.branch;
    },
  );
}

async function deleteBranch(server: Server, { id, name }: Branch): Promise<boolean> {
  return administer(server, { doing: `Deleting the branch "${name}"` }, async (administrator) => {
    await lockBranch(administrator, id);
    const catalog = await readCatalog(administrator, server.parts.database);
    const entry = catalog.find(({ branch }) => branch.id === id);
    if (entry === undefined) return false;
    changeable(entry, 'delete');
    await dropDatabase(administrator, unfinishedNameOf(id), id);
    await dropDatabase(administrator, id, id);
    await dropRole(administrator, id);
    return true;
  });
}

/** @throws UserError for what is not ours, is the default branch, or has children, whatever the caller has asked before */
function changeable(
  entry: DatabaseBranch,
  verb: 'reset' | 'delete',
): DatabaseBranch & { readonly mark: Mark } {
  const { branch, mark } = entry;
  // Ours by its mark; whose of us it is was the caller's question.
  if (mark !== undefined) {
    assertOurs(branch, mark.owner, verb);
    return { ...entry, mark };
  }
  assertOurs(branch, { repository: '', pullRequest: undefined, key: '' }, verb);
  throw new Error('A database without a mark is always refused.');
}
