import { failedNames, readHistory } from './history.ts';
import { divergedRows } from './history-check.ts';
import type { MigrationFolder } from './migration-files.ts';
import { connectionOpener, type OpenOptions, schemaOf } from './session.ts';

interface StaleRequest {
  readonly directUri: string;
  readonly folder: MigrationFolder;
  /** When the branch got its parent's data: what ran before came with it and is no business of this pull request. */
  readonly since: Date;
}

/**
 * Why the history of a preview branch cannot become what this checkout says, or undefined when it can: an earlier push
 * left a failed migration (every engine refuses to go on from there, P3009), or one that was edited, renamed or deleted
 * since it ran here. Resetting the branch is the way out.
 */
export async function whyHistoryIsStale(
  { directUri, folder, since }: StaleRequest,
  options: OpenOptions,
): Promise<string | undefined> {
  await using connection = await connectionOpener(options)(directUri, 'database-actions/history');
  const history = await readHistory(connection, schemaOf(directUri));
  const [failed] = failedNames(history);
  if (failed !== undefined) return `${failed} failed in an earlier run`;
  const { edited, missing } = divergedRows(folder, history);
  const ranHere = ({ startedAt }: { readonly startedAt: number }) => startedAt > since.getTime();
  const changed = edited.find(ranHere);
  if (changed !== undefined) return `${changed.name} was edited after it had run here`;
  const gone = missing.find(ranHere);
  return gone === undefined ? undefined : `${gone.name} ran here and is not in the checkout any more`;
}

/** Names of the migrations that ran on the branch itself, in an earlier run; empty for one that is as its parent was. */
export async function migrationsRunSince(
  { directUri, since }: Pick<StaleRequest, 'directUri' | 'since'>,
  options: OpenOptions,
): Promise<readonly string[]> {
  await using connection = await connectionOpener(options)(directUri, 'database-actions/history');
  const history = await readHistory(connection, schemaOf(directUri));
  return (history ?? [])
    .filter(({ startedAt, steps }) => startedAt > since.getTime() && steps > 0)
    .map(({ name }) => name);
}
