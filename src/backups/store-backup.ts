import { ExternalError, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { backupFolder } from './backup-id.ts';
import { commitManifest } from './commit-manifest.ts';
import type { Recipients } from './encryption/recipients.ts';
import {
  type BackupFile,
  type BackupManifest,
  manifestName,
  type PackedFile,
  recoveryName,
  signatureName,
} from './manifest.ts';
import { checkDraft, draftedManifest, isLate, type LateDraft, type ManifestDraft } from './manifest-draft.ts';
import { serializeManifest } from './manifest-file.ts';
import { sha256Of } from './measured-stream.ts';
import { archiveOnly } from './packing/archive-mark.ts';
import { packFolder } from './packing/pack.ts';
import { withProgress } from './progress.ts';
import { recoveryPage } from './recovery-page.ts';
import { signManifest } from './signature.ts';
import type { SignKey } from './signing-keys.ts';
import type { BackupStore, StoredCopy } from './storage/store.ts';
import { createObjectWriter } from './store-object.ts';
import { oneOf, type SealContext, storeBytes, storeSealed } from './store-sealed.ts';

/** What pg_dump has left: a folder (`-Fd`), or what it writes to its standard output (`-Fc`). */
export type DumpSource =
  | { readonly format: 'directory'; readonly folder: string }
  | { readonly format: 'custom'; readonly stream: AsyncIterable<Uint8Array> };

export interface BackupToStore {
  /** Each gets a full copy. */
  readonly stores: readonly BackupStore[];
  readonly dump: DumpSource;
  /** The schema's snapshot file; stored beside the dump, encrypted like it. Asked for when the draft is complete; undefined: there is none. */
  schemaJson(): string | undefined;
  readonly draft: ManifestDraft | LateDraft;
  /** Undefined: stored as plaintext. */
  readonly recipients: Recipients | undefined;
  /** Undefined: not signed. */
  readonly signKey: SignKey | undefined;
  /** Object Lock, where the store has it. */
  readonly retainUntil?: Date;
  /** The server's clock. */
  readonly serverNow: () => Promise<Date>;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export interface StoredBackup {
  readonly manifest: BackupManifest;
  /** Hex, of the manifest's bytes. */
  readonly manifestSha256: string;
  readonly copies: readonly BackupLocation[];
  /** Of one copy. */
  readonly bytes: number;
}

export interface BackupLocation {
  readonly location: string;
  /** Below the location. */
  readonly folder: string;
  readonly objects: readonly StoredCopy[];
}

/**
 * Stores a dump in every store, one pass over it, then everything that belongs to it, and the manifest last. When anything
 * fails before the manifest, what was written is taken back and a new run is unaffected: it has another id.
 * @throws UserError for plaintext into a public place, ExternalError when a store fails
 */
export async function storeBackup(backup: BackupToStore): Promise<StoredBackup> {
  const { stores, draft, log, signal, recipients, retainUntil } = backup;
  await checkBeforehand(backup);
  const writer = createObjectWriter({ stores, log, signal });
  const context: SealContext = { id: draft.id, writer, recipients, retainUntil };
  const { manifest, bytes } = await storeContent(backup, context).catch(async (thrown: unknown) => {
    log.info(`The backup ${draft.id} is not stored; what was written of it is taken back.`);
    await writer.removeFrom(stores);
    throw thrown;
  });
  const manifests = await commitManifest({ stores, context, bytes, log });
  const folder = backupFolder(draft.id);
  const copies = writer.copies();
  return {
    manifest,
    manifestSha256: sha256Of(bytes),
    copies: stores.map(({ location }, index) => ({
      location,
      folder,
      objects: [...(copies[index] ?? []), ...manifests.slice(index, index + 1)],
    })),
    bytes: (copies[0] ?? []).reduce((sum, copy) => sum + copy.bytes, bytes.length),
  };
}

async function checkBeforehand(backup: BackupToStore): Promise<void> {
  const { stores, draft, recipients, log } = backup;
  if (stores.length === 0) throw new UserError('There is no place to store the backup in.');
  refusePublicPlaintext(stores, recipients);
  for (const store of stores) warnOfReaders(store, { isEncrypted: recipients !== undefined, log });
  // A manifest that contradicts itself is told before hours of upload, not after.
  if (!isLate(draft)) checkDraft({ ...backup, draft });
  const key = `${backupFolder(draft.id)}/${manifestName}`;
  for (const store of stores.filter(({ capabilities }) => !capabilities.createOnly))
    if (await isThere(store, key))
      throw new UserError(`${store.location} already has a backup ${draft.id}.`, {
        hint: 'Nothing is ever overwritten. Every backup has the time of its snapshot in its id; run again.',
      });
}

/** A role that may only write is not told (403); the store's own `write` says so, and does what it can. */
async function isThere(store: BackupStore, key: string): Promise<boolean> {
  try {
    return (await store.head(key)) !== undefined;
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 403) return false;
    throw thrown;
  }
}

/** @throws UserError for a place that anybody can read, when nothing is encrypted. To be asked before hours of dumping. */
export function refusePublicPlaintext(
  stores: readonly BackupStore[],
  recipients: Recipients | undefined,
): void {
  const open = stores.find(({ capabilities }) => capabilities.isPublic === true);
  if (open === undefined || recipients !== undefined) return;
  throw new UserError(
    `Anybody can read what is stored in ${open.location}: a dump is not stored there unencrypted.`,
    {
      hint: 'Give `encrypt-to` a public key of age (`age-keygen` makes one), or store the backup in a private place.',
    },
  );
}

interface Readers {
  readonly isEncrypted: boolean;
  readonly log: Logger;
}

function warnOfReaders(
  { location, capabilities: { isPublic } }: BackupStore,
  { isEncrypted, log }: Readers,
): void {
  if (isPublic === true)
    log.warning(
      `Anybody can read ${location}. The dump is encrypted, but names of tables and counts of rows are not, and what was downloaded once cannot be called back.`,
    );
  if (isPublic === undefined && !isEncrypted)
    log.warning(`The dump is stored unencrypted in ${location}, and who can read there is not known.`);
}

interface Content {
  readonly manifest: BackupManifest;
  readonly bytes: Buffer;
}

/** Everything but the manifest, and what the manifest is. */
async function storeContent(backup: BackupToStore, context: SealContext): Promise<Content> {
  const start = performance.now();
  const { stores, signKey, serverNow } = backup;
  const { dump, packed } = await storeDump(backup, context);
  const draft = await completeDraft(backup.draft);
  const schema = await storeSchema(backup, context);
  const content = [dump, ...schema];
  const drafted = draftedManifest({ ...backup, draft }, { packed, files: content });
  const page = recoveryPage({
    manifest: drafted,
    locations: stores.map(({ location }) => location),
    publicKey: signKey?.publicPem,
  });
  const recovery = await storeBytes(context, recoveryName, Buffer.from(page));
  await context.writer.verify();
  const manifest: BackupManifest = {
    ...drafted,
    files: [...content, { name: recoveryName, role: 'recovery', ...recovery }],
    finishedAt: (await serverNow()).toISOString(),
    seconds: { ...draft.seconds, store: Math.round(performance.now() - start) / 1000 },
  };
  const bytes = serializeManifest(manifest);
  if (signKey !== undefined) await storeBytes(context, signatureName, signManifest(bytes, signKey));
  return { manifest, bytes };
}

/** The id is in the names of what is stored already. */
async function completeDraft(draft: ManifestDraft | LateDraft): Promise<ManifestDraft> {
  if (!isLate(draft)) return draft;
  const complete = await draft.complete();
  if (complete.id !== draft.id) throw new Error(`The backup ${draft.id} became ${complete.id}.`);
  return complete;
}

async function storeDump(
  backup: BackupToStore,
  context: SealContext,
): Promise<{ readonly dump: BackupFile; readonly packed: readonly PackedFile[] }> {
  const { dump, log } = backup;
  const packing = dump.format === 'directory' ? await packFolder(dump.folder) : undefined;
  const source = dump.format === 'directory' ? packing?.stream : archiveOnly(dump.stream);
  if (source === undefined) throw new Error('There is no stream of the dump.');
  const file = await storeSealed(context, {
    name: dump.format === 'directory' ? 'dump.tar' : 'dump.custom',
    role: 'dump',
    plain: withProgress(source, { log, what: 'Storing the dump', total: packing?.bytes ?? 0 }),
    plainBytes: packing?.bytes,
  });
  return { dump: file, packed: packing?.files() ?? [] };
}

async function storeSchema(
  { schemaJson }: BackupToStore,
  context: SealContext,
): Promise<readonly BackupFile[]> {
  const text = schemaJson();
  if (text === undefined) return [];
  const bytes = Buffer.from(text);
  const plain = oneOf(bytes);
  return [
    await storeSealed(context, { name: 'schema.json', role: 'schema', plain, plainBytes: bytes.length }),
  ];
}
