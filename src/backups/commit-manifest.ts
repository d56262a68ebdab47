import { ExternalError, errorMessage } from '../errors.ts';
import type { Logger } from '../log.ts';
import { backupFolder } from './backup-id.ts';
import { collectBytes } from './byte-reader.ts';
import { manifestName } from './manifest.ts';
import type { BackupStore, StoredCopy } from './storage/store.ts';
import { oneOf, type SealContext, writeOptions } from './store-sealed.ts';

export interface ManifestCommit {
  readonly stores: readonly BackupStore[];
  readonly context: SealContext;
  readonly bytes: Uint8Array;
  readonly log: Logger;
}

type Outcome =
  | { readonly kind: 'stored'; readonly store: BackupStore; readonly copy: StoredCopy }
  | { readonly kind: 'failed'; readonly store: BackupStore; readonly reason: unknown };

/**
 * Writes the manifest to every store, which makes backups of what lies there. A copy that is whole stays, even when another
 * store has failed by now: it is verified and worth having. The error then says which copies there are.
 * @throws ExternalError when not every store has it
 */
export async function commitManifest(commit: ManifestCommit): Promise<readonly StoredCopy[]> {
  const { stores, context, log } = commit;
  const outcomes = await Promise.all(stores.map((store) => writeManifest(commit, store)));
  const stored = outcomes.filter((outcome) => outcome.kind === 'stored');
  const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
  const [first] = failed;
  if (first === undefined) return stored.map(({ copy }) => copy);
  log.info(`What was written of ${context.id} is taken back where it has no manifest.`);
  await context.writer.removeFrom(failed.map(({ store }) => store));
  if (stored.length === 0) throw first.reason;
  const places = (list: readonly Outcome[]) => list.map(({ store }) => store.location).join(', ');
  throw new ExternalError(
    first.store.location,
    `The backup ${context.id} is complete in ${places(stored)} and not stored in ${places(failed)}: ${errorMessage(first.reason)}`,
    {
      hint: 'The complete copy can be restored, and is kept. Run again for a backup with all of its copies.',
      retryable: true,
      cause: first.reason,
    },
  );
}

async function writeManifest({ context, bytes }: ManifestCommit, store: BackupStore): Promise<Outcome> {
  const key = `${backupFolder(context.id)}/${manifestName}`;
  const options = writeOptions({ retainUntil: context.retainUntil, bytes: bytes.length });
  try {
    const copy = await store.write(key, oneOf(bytes), { ...options, contentType: 'application/json' });
    return { kind: 'stored', store, copy };
  } catch (reason) {
    const copy = await foundAfterAll(store, key, bytes);
    return copy === undefined ? { kind: 'failed', store, reason } : { kind: 'stored', store, copy };
  }
}

/** The answer to a write may be lost while the write was done. */
async function foundAfterAll(
  store: BackupStore,
  key: string,
  bytes: Uint8Array,
): Promise<StoredCopy | undefined> {
  try {
    const copy = await store.head(key);
    if (copy?.bytes !== bytes.length) return undefined;
    const there = await collectBytes(await store.read(key), bytes.length);
    return there?.equals(bytes) === true ? copy : undefined;
  } catch {
    return undefined;
  }
}
