import { UserError } from '../../errors.ts';
import type { DatabaseChoice } from '../provider.ts';
import type { Database, Role } from './resources.ts';
import { getDatabases, getRoles } from './routes.ts';
import type { Session } from './session.ts';

export interface ChosenDatabase {
  readonly database: string;
  readonly role: string;
}

/** What Neon calls them in a project that was made without names. */
const usualDatabase = 'neondb';
const usualRole = 'neondb_owner';

/** Completes the choice from what the branch has. A branch starts with its parent's, so asking the parent tells in advance. */
export async function chooseDatabase(
  session: Session,
  branchId: string,
  choice: DatabaseChoice,
): Promise<ChosenDatabase> {
  const [databases, roles] = await Promise.all([
    getDatabases(session, branchId),
    getRoles(session, branchId),
  ]);
  const database = pickDatabase(databases, choice.database);
  return { database: database.name, role: pickRole(roles, database, choice.role) };
}

function pickDatabase(databases: readonly Database[], wanted: string | undefined): Database {
  const found =
    wanted === undefined
      ? (onlyOne(databases) ?? databases.find(({ name }) => name === usualDatabase))
      : databases.find(({ name }) => name === wanted);
  if (found !== undefined) return found;
  throw new UserError(
    wanted === undefined
      ? `The branch has ${databases.length} databases and none is called "${usualDatabase}": ${listed(databases)}.`
      : `The database "${wanted}" does not exist on the branch. It has: ${listed(databases)}.`,
    { hint: 'Name one of them with `database`.' },
  );
}

function pickRole(roles: readonly Role[], database: Database, wanted: string | undefined): string {
  const usable = roles.filter((role) => role.isUsable);
  const byName = (name: string) => usable.find((role) => role.name === name);
  const found =
    wanted === undefined
      ? (onlyOne(usable) ?? byName(database.owner) ?? byName(usualRole))
      : roles.find(({ name }) => name === wanted);
  if (found !== undefined) return found.name;
  throw new UserError(
    wanted === undefined
      ? `No role can be chosen for the database "${database.name}": its owner "${database.owner}" cannot log in. The branch has: ${listed(usable)}.`
      : `The role "${wanted}" does not exist on the branch. It has: ${listed(roles)}.`,
    { hint: 'Name one of them with `role`.' },
  );
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

function listed(items: readonly { readonly name: string }[]): string {
  return items.length === 0 ? 'none' : items.map(({ name }) => `"${name}"`).join(', ');
}
