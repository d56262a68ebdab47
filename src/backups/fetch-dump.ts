import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { collectBytes } from './byte-reader.ts';
import { objectMissing, otherContent, otherLength } from './check-copy.ts';
import { BackupDamage } from './damage.ts';
import { requireSpace } from './disk-space.ts';
import { decrypt } from './encryption/age.ts';
import type { Identities } from './encryption/identities.ts';
import type { BackupFile } from './manifest.ts';
import { measured, type StreamMeasure } from './measured-stream.ts';
import type { OpenBackup } from './open-backup.ts';
import { createFile, unpackTar, writeAll } from './packing/unpack.ts';
import { withProgress } from './progress.ts';

export interface FetchOptions {
  /** Undefined where the backup is not encrypted. */
  readonly identities: Identities | undefined;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** What pg_restore may read: every byte of it is the one that was dumped. */
export interface FetchedDump {
  readonly format: 'directory' | 'custom';
  /** A folder or a file, by format. */
  readonly path: string;
  /** As stored. */
  readonly bytes: number;
}

/**
 * Fetches the dump into a new folder, in one pass: hash of what is stored, decryption, hash of the plaintext, hash of every
 * file. Only when all agree with the manifest does it return; else the folder is gone again.
 * @param folder must not exist
 * @throws BackupDamage `missing`, `truncated`, `tampered` or `wrong key`; UserError when the disk is full
 */
export async function fetchDump(
  backup: OpenBackup,
  folder: string,
  options: FetchOptions,
): Promise<FetchedDump> {
  const { manifest } = backup;
  const file = onlyFile(backup, 'dump');
  await mkdir(folder, { mode: 0o700 });
  try {
    await requireSpace(folder, file.plain?.bytes ?? file.bytes);
    const path = manifest.dump.format === 'directory' ? folder : join(folder, 'dump.custom');
    await readVerified(backup, file, {
      ...options,
      consume: (plain) =>
        manifest.dump.format === 'directory'
          ? unpackTar(plain, { folder, files: manifest.dump.files })
          : writeFile(plain, path),
    });
    return { format: manifest.dump.format, path, bytes: file.bytes };
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}

const longestSchema = 512 * 1024 * 1024;

/** The schema's snapshot that was stored beside the dump, as JSON text. @throws BackupDamage as `fetchDump` */
export async function fetchSchema(backup: OpenBackup, options: FetchOptions): Promise<string> {
  const file = onlyFile(backup, 'schema');
  let text: string | undefined;
  await readVerified(backup, file, {
    ...options,
    consume: async (plain) => {
      text = (await collectBytes(plain, longestSchema))?.toString();
    },
  });
  if (text === undefined) throw new UserError(`${file.name} has more than ${longestSchema} bytes.`);
  return text;
}

function onlyFile({ id, manifest }: OpenBackup, role: BackupFile['role']): BackupFile {
  const file = manifest.files.find((candidate) => candidate.role === role);
  if (file === undefined) throw new BackupDamage('missing', `The backup ${id} has no ${role}.`);
  return file;
}

interface Verification extends FetchOptions {
  readonly consume: (plain: AsyncIterable<Uint8Array>) => Promise<void>;
}

async function readVerified(
  backup: OpenBackup,
  file: BackupFile,
  { identities, log, signal, consume }: Verification,
): Promise<void> {
  const keys = file.plain === undefined ? undefined : requireIdentities(backup, identities);
  const source = await storedBytes(backup, file, signal);
  const progress = { log, what: `Fetching ${file.name}`, total: file.bytes };
  const stored = measured(withProgress(source, progress));
  const plain = keys === undefined ? undefined : measured(decrypt(stored, keys));
  try {
    await consume(plain ?? stored);
  } catch (thrown) {
    throw await explained(thrown, { backup, file, signal });
  }
  requireSame(file.name, stored.measure(), file);
  if (plain !== undefined && file.plain !== undefined)
    requireSame(`${file.name}, decrypted,`, plain.measure(), file.plain);
}

function requireIdentities({ id }: OpenBackup, identities: Identities | undefined): Identities {
  if (identities !== undefined) return identities;
  throw new BackupDamage('wrong key', `The backup ${id} is encrypted, and no identity is given.`, {
    hint: 'Set the `identity` input to the private key of one of the recipients in its manifest.',
  });
}

/** The object's bytes, never more than the manifest says. */
async function storedBytes(
  { store, folder }: OpenBackup,
  { name, bytes }: BackupFile,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const key = `${folder}/${name}`;
  const found = await store.head(key);
  if (found === undefined) throw objectMissing(store.location, key);
  if (found.bytes !== bytes) throw otherLength(name, found.bytes, bytes);
  const source = await store.read(key);
  async function* limited(): AsyncGenerator<Uint8Array, void, undefined> {
    let seen = 0;
    for await (const piece of source) {
      signal.throwIfAborted();
      seen += piece.length;
      if (seen > bytes) throw otherLength(name, seen, bytes);
      yield piece;
    }
    if (seen < bytes) throw otherLength(name, seen, bytes);
  }
  return limited();
}

interface Place {
  readonly backup: OpenBackup;
  readonly file: BackupFile;
  readonly signal: AbortSignal;
}

/** A changed header may look like one for other keys: only what is stored as it was written can have the wrong key. */
async function explained(thrown: unknown, { backup, file, signal }: Place): Promise<unknown> {
  if (!(thrown instanceof BackupDamage) || thrown.kind !== 'wrong key') return thrown;
  const stored = measured(await storedBytes(backup, file, signal));
  try {
    for await (const _piece of stored);
    requireSame(file.name, stored.measure(), file);
    return thrown;
  } catch (other) {
    return other;
  }
}

function requireSame(name: string, found: StreamMeasure, expected: StreamMeasure): void {
  if (found.bytes !== expected.bytes) throw otherLength(name, found.bytes, expected.bytes);
  if (found.sha256 !== expected.sha256) throw otherContent(name);
}

async function writeFile(plain: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const target = await createFile(path);
  try {
    for await (const piece of plain) await writeAll(target, piece);
  } finally {
    await target.close();
  }
}
