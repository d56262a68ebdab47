import type { RepositoryPlace } from '../../../github/pull-request.ts';
import type { BackupStore, StoreContext } from '../store.ts';
export async function openReleaseStore(
  _: { place: RepositoryPlace; tag: string | undefined },
  __: StoreContext,
): Promise<BackupStore> {
  throw new Error('todo');
}
