import { failedNames, readHistory } from './history.ts';
import { connectionOpener, type OpenOptions, schemaOf } from './session.ts';

/**
 * Names of the migrations that failed on this database and were not resolved; every engine refuses to go on from there
 * (P3009). On a preview branch that is what the push before left behind, and resetting the branch is the way out.
 */
export async function failedMigrations(directUri: string, options: OpenOptions): Promise<readonly string[]> {
  await using connection = await connectionOpener(options)(directUri, 'database-actions/history');
  return failedNames(await readHistory(connection, schemaOf(directUri)));
}
