import { assertOurs } from '../ownership.ts';
import type { EnsureBranchRequest, EnsuredBranch } from '../provider.ts';
import type { Administrator } from './administrator.ts';
import { prove } from './branch-connection.ts';
import { buildDatabase, dropDatabase } from './branch-database.ts';
import { lockBranch } from './branch-lock.ts';
import { createRole, renewRole } from './branch-role.ts';
import { administer, entryOf, findParent, type Server } from './branch-server.ts';
import { type Catalog, type DatabaseBranch, findByName, readCatalog } from './catalog.ts';
import { describeMark, type Mark } from './mark.ts';
import { databaseNameOf, unfinishedNameOf } from './naming.ts';
import { newSalt } from './role-password.ts';

export async function ensureBranch(server: Server, request: EnsureBranchRequest): Promise<EnsuredBranch> {
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
      if (existing !== undefined) assertOurs(existing.branch, owner, 'reuse');
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
  const now = server.context.now();
  const salt = half?.salt ?? newSalt();
  const mark = { branch: name, owner, parent, createdAt: now, filledAt: now, expiresAt, salt };
  const role = { role: database, mark, password: await server.password(database, mark.salt) };
  server.context.mask(role.password);
  await (half === undefined ? createRole : renewRole)(administrator, role);
  await buildDatabase(administrator, { database, parent, description: describeMark(mark) });
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
