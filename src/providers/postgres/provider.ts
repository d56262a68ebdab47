/** Branches on a plain server: each is a database copied from a parent database, with a role of its own that owns it. */
import { UserError } from '../../errors.ts';
import { connectWhenReady } from '../../postgres/connect.ts';
import {
  type ConnectionParts,
  formatConnectionUri,
  parseConnectionUri,
  secretsOf,
} from '../../postgres/connection-uri.ts';
import { assertDirectUri } from '../../postgres/pooler.ts';
import { deadlineIn } from '../../wait.ts';
import { assertOurs } from '../ownership.ts';
import type {
  Branch,
  BranchConnection,
  DatabaseChoice,
  EnsureBranchRequest,
  EnsuredBranch,
  Provider,
  ProviderContext,
} from '../provider.ts';
import { type Administrator, explainServerError, openAdministrator } from './administrator.ts';
import { buildDatabase, dropDatabase } from './branch-database.ts';
import { lockBranch } from './branch-lock.ts';
import { createRole, dropRole, renewRole } from './branch-role.ts';
import { type Catalog, type DatabaseBranch, findByName, readCatalog } from './catalog.ts';
import { ensureEmbeddedServer } from './embedded-server.ts';
import type { Mark } from './mark.ts';
import { databaseNameOf, unfinishedNameOf } from './naming.ts';
import { createPasswordSource, newSalt, type PasswordSource } from './role-password.ts';

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

interface Server {
  readonly uri: string;
  readonly parts: ConnectionParts;
  readonly password: PasswordSource;
  readonly context: ProviderContext;
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
  const server = { uri, parts, password: createPasswordSource(parts), context };
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

interface Call {
  /** For errors: "Resetting the branch x". */
  readonly doing: string;
  /** The parent, when one is to be copied. */
  readonly parent?: string | undefined;
}

async function administer<T>(
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

async function ensureBranch(server: Server, request: EnsureBranchRequest): Promise<EnsuredBranch> {
  const { name, owner } = request;
  const database = databaseNameOf(name);
  return administer(
    server,
    { doing: `Creating the branch "${name}"`, parent: request.parent },
    async (administrator) => {
      await lockBranch(administrator, database);
      const catalog = await readCatalog(administrator, server.parts.database);
      const existing = findByName(catalog, name);
      // Children do not mind that their parent is used on; only a reset or a delete would concern them.
      if (existing !== undefined) assertOurs({ ...existing.branch, hasChildren: false }, owner, 'reuse');
      const created = existing?.isReady !== true;
      if (created) await create({ server, administrator, catalog, request, half: existing?.mark });
      else await renew({ server, administrator, request, existing });
      const entry = await entryOf(server, administrator, database);
      await prove(server, administrator, entry);
      return { branch: entry.branch, created };
    },
  );
}

interface Creation {
  readonly server: Server;
  readonly administrator: Administrator;
  readonly catalog: Catalog;
  readonly request: EnsureBranchRequest;
  /** The mark of a role that an earlier run left without a database. */
  readonly half: Mark | undefined;
}

async function create({ server, administrator, catalog, request, half }: Creation): Promise<void> {
  const { name, owner, expiresAt } = request;
  const database = databaseNameOf(name);
  const parent = findParent(catalog, request.parent ?? server.parts.database);
  const createdAt = server.context.now();
  const mark = { branch: name, owner, parent, createdAt, expiresAt, salt: half?.salt ?? newSalt() };
  const role = { role: database, mark, password: await server.password(database, mark.salt) };
  server.context.mask(role.password);
  await (half === undefined ? createRole : renewRole)(administrator, role);
  await buildDatabase(administrator, { database, parent, description: describe(mark) });
}

interface Renewal extends Pick<Creation, 'server' | 'administrator' | 'request'> {
  readonly existing: DatabaseBranch | undefined;
}

async function renew({ server, administrator, request, existing }: Renewal): Promise<void> {
  if (existing?.mark === undefined) return;
  const { id } = existing.branch;
  const mark = { ...existing.mark, expiresAt: request.expiresAt };
  const password = await server.password(id, mark.salt);
  server.context.mask(password);
  await renewRole(administrator, { role: id, mark, password });
  // A reset that ended half-way may have left its copy.
  await dropDatabase(administrator, unfinishedNameOf(id), id);
}

function describe({ branch, owner }: Mark): string {
  const pullRequest = owner.pullRequest === undefined ? '' : `#${owner.pullRequest}`;
  return `Branch ${branch} of ${owner.repository}${pullRequest}, made by database-actions (see the comment on the role)`;
}

/** @returns the parent's database */
function findParent(catalog: Catalog, wanted: string): string {
  const found = findByName(catalog, wanted) ?? catalog.find(({ branch }) => branch.id === wanted);
  if (found?.isReady === true) return found.branch.id;
  const names = catalog.filter(({ isReady }) => isReady).map(({ branch }) => branch.name);
  throw new UserError(`There is no database "${wanted}" to copy from on this server.`, {
    hint: `\`parent-branch\` can be one of: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}.`,
  });
}

async function entryOf(
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

/** The role can log in, and the database answers. */
async function prove(server: Server, administrator: Administrator, entry: DatabaseBranch): Promise<void> {
  const { direct } = await describeConnection(server, entry);
  await using connection = await connectWhenReady({
    uri: direct,
    applicationName: 'database-actions/provider',
    signal: server.context.signal,
    timeoutMs: administrator.deadline.remaining(),
    log: server.context.log,
  });
  await connection.query('SELECT 1');
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
      await buildDatabase(administrator, { database: id, parent: from, description: describe(mark) });
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

async function connectionTo(
  server: Server,
  branch: Branch,
  choice: DatabaseChoice,
): Promise<BranchConnection> {
  const entry = await administer(server, { doing: 'Finding the branch' }, (administrator) =>
    entryOf(server, administrator, branch.id),
  );
  for (const [input, wanted] of [['database', choice.database] as const, ['role', choice.role] as const])
    if (wanted !== undefined && wanted !== entry.branch.id)
      throw new UserError(
        `Input \`${input}\` is "${wanted}", but this branch has "${entry.branch.id}" alone.`,
        {
          hint: `On a plain server a branch is one database with one role. Leave \`${input}\` away.`,
        },
      );
  if (!entry.isReady)
    throw new UserError(
      `The branch "${branch.name}" is not finished: the run that made it ended too early.`,
      {
        hint: 'Run `create-branch` again; it takes up where that run ended.',
      },
    );
  return describeConnection(server, entry);
}

async function describeConnection(
  server: Server,
  { branch, mark }: DatabaseBranch,
): Promise<BranchConnection> {
  if (mark === undefined)
    throw new UserError(
      `The password of the database "${branch.name}" is not known: this action did not make it.`,
      {
        hint: 'Give the URI yourself with `database-url`.',
      },
    );
  const password = await server.password(branch.id, mark.salt);
  const parts = { ...server.parts, database: branch.id, user: branch.id, password };
  const direct = formatConnectionUri(parts);
  for (const secret of secretsOf(direct)) server.context.mask(secret);
  return { host: parts.host, database: branch.id, role: branch.id, password, direct, pooled: direct };
}
