import type { Branch } from '../provider.ts';
import { changeOnce } from './change-once.ts';
import { waitForOperations } from './readiness.ts';
import { getDatabases, postDatabase } from './routes.ts';
import type { Session } from './session.ts';

/**
 * Makes an empty database through the API: one that is made by SQL is not known to the console. Resolves when it is there.
 * @returns false when the branch has a database of that name already, which is left as it is
 */
export async function createDatabase(
  session: Session,
  branch: Branch,
  { name, owner }: { readonly name: string; readonly owner: string },
): Promise<boolean> {
  const isThere = async () =>
    (await getDatabases(session, branch.id)).some((database) => database.name === name);
  if (await isThere()) return false;
  const operations = await changeOnce(session, {
    question: `whether the database "${name}" was made`,
    act: () => postDatabase(session, { branch, name, owner }),
    wasDone: isThere,
  });
  await waitForOperations(session, operations);
  return true;
}
