import { errorMessage, UserError } from '../errors.ts';
import { backupFolder } from './backup-id.ts';
import { collectBytes } from './byte-reader.ts';
import { BackupDamage } from './damage.ts';
import { type BackupManifest, manifestName, signatureName } from './manifest.ts';
import { longestManifest, parseManifest } from './manifest-file.ts';
import { sha256Of } from './measured-stream.ts';
import { checkSignature, longestSignature, type SignatureCheck } from './signature.ts';
import type { PublicKey } from './signing-keys.ts';
import type { BackupStore } from './storage/store.ts';

export interface OpenBackup {
  readonly store: BackupStore;
  readonly id: string;
  /** Below the store's location. */
  readonly folder: string;
  readonly manifest: BackupManifest;
  readonly manifestSha256: string;
  readonly signature: SignatureCheck;
}

export interface Trust {
  /** Keys of whoever may make backups. None: the signature is not required, and what it is, is told. */
  readonly publicKeys: readonly PublicKey[];
}

/**
 * The manifest of a stored backup, proved to be by a trusted key where any are given, and to be of this very backup.
 * @throws BackupDamage `missing`, `unreadable`, `misplaced`, `unsigned`, `unknown signer` or `bad signature`
 */
export async function openBackup(store: BackupStore, id: string, { publicKeys }: Trust): Promise<OpenBackup> {
  const folder = backupFolder(id);
  const bytes = await readSmall(store, `${folder}/${manifestName}`, longestManifest);
  if (bytes === undefined)
    throw new BackupDamage('missing', `${store.location} has no backup ${id}: there is no manifest of it.`, {
      hint: 'A backup that was not finished has no manifest.',
    });
  const signed = await readSmall(store, `${folder}/${signatureName}`, longestSignature);
  const signature = checkSignature({ manifest: bytes, signature: signed, publicKeys });
  if (publicKeys.length > 0) requireSigned(signature, id);
  const manifest = readManifest(bytes, id);
  return { store, id, folder, manifest, manifestSha256: sha256Of(bytes), signature };
}

/** Undefined when it is not there. @throws BackupDamage when it is longer than any of its kind */
async function readSmall(store: BackupStore, key: string, limit: number): Promise<Buffer | undefined> {
  if ((await store.head(key)) === undefined) return undefined;
  const bytes = await collectBytes(await store.read(key), limit);
  if (bytes === undefined) throw new BackupDamage('unreadable', `${key} has more than ${limit} bytes.`);
  return bytes;
}

function requireSigned(signature: SignatureCheck, id: string): void {
  switch (signature.kind) {
    case 'signed':
      return;
    case 'unsigned':
      throw new BackupDamage('unsigned', `The backup ${id} is not signed, and a signature is required.`, {
        hint: 'Either it was made without a sign key, or somebody has taken the signature away.',
      });
    case 'unknown key':
      throw new BackupDamage(
        'unknown signer',
        `The backup ${id} is signed by the key ${signature.keyId}, which is not trusted here.`,
        { hint: 'If the sign key was replaced, give the old public key as well as the new one.' },
      );
    case 'does not match':
      throw new BackupDamage(
        'bad signature',
        `The signature of the backup ${id} does not match its manifest.`,
        {
          hint: 'The manifest or its signature was changed after the backup was made. Do not restore it.',
        },
      );
  }
}

/** An old backup under a new name would be taken for the newest one: so the id inside must be that of the folder. */
function readManifest(bytes: Buffer, id: string): BackupManifest {
  const manifest = parsed(bytes, id);
  if (manifest.id !== id)
    throw new BackupDamage(
      'misplaced',
      `The folder of the backup ${id} holds the manifest of ${manifest.id}.`,
      { hint: 'Somebody has put another backup in its place. Do not restore it.' },
    );
  return manifest;
}

function parsed(bytes: Buffer, id: string): BackupManifest {
  try {
    return parseManifest(bytes);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    throw new BackupDamage('unreadable', `The backup ${id}: ${errorMessage(thrown)}`, {
      cause: thrown,
      ...(thrown.hint === undefined ? {} : { hint: thrown.hint }),
    });
  }
}
