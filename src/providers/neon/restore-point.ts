import { ExternalError } from '../../errors.ts';
import type { Branch, RestorePoint, RestorePointRequest } from '../provider.ts';
import { changeOnce } from './change-once.ts';
import { waitForOperations } from './readiness.ts';
import type { NeonSnapshot } from './resources.ts';
import { getSnapshots, postSnapshot } from './routes.ts';
import type { Session } from './session.ts';

/**
 * A snapshot in Neon's own sense: instant, of a root branch only, one on the Free plan and ten taken by hand on paid ones
 * (https://neon.com/docs/guides/backup-restore). One of this name and branch that is there already is taken.
 * @throws ExternalError when Neon refuses, such as at the plan's limit
 */
export async function takeRestorePoint(
  session: Session,
  branch: Branch,
  { name, expiresAt }: RestorePointRequest,
): Promise<RestorePoint> {
  const find = async () => (await getSnapshots(session)).find((snapshot) => isThis(snapshot, branch, name));
  const present = await find();
  if (present !== undefined) return { id: present.id, name, created: false };
  const operations = await changeOnce(session, {
    question: `whether the snapshot "${name}" was taken`,
    act: () => postSnapshot(session, { branch, name, expiresAt }),
    wasDone: async () => (await find()) !== undefined,
  });
  await waitForOperations(session, operations);
  const taken = await find();
  if (taken === undefined)
    throw new ExternalError('Neon', `Neon took no snapshot "${name}" of the branch "${branch.name}".`);
  return { id: taken.id, name, created: true };
}

function isThis(snapshot: NeonSnapshot, branch: Branch, name: string): boolean {
  return snapshot.name === name && (snapshot.sourceBranchId ?? branch.id) === branch.id;
}
