import { backupFolder } from './backup-id.ts';
import { encrypt } from './encryption/age.ts';
import type { Recipients } from './encryption/recipients.ts';
import type { BackupFile } from './manifest.ts';
import { measured, type StreamMeasure } from './measured-stream.ts';
import type { WriteOptions } from './storage/store.ts';
import type { ObjectWriter } from './store-object.ts';

/** What every object of one backup is stored with. */
export interface SealContext {
  readonly id: string;
  readonly writer: ObjectWriter;
  /** Undefined: as plaintext. */
  readonly recipients: Recipients | undefined;
  readonly retainUntil: Date | undefined;
}

interface ToSeal {
  readonly name: string;
  readonly role: BackupFile['role'];
  readonly plain: AsyncIterable<Uint8Array>;
  readonly plainBytes: number | undefined;
}

/** Encrypts while it stores, where there are recipients: the plaintext is read once and lies nowhere. */
export async function storeSealed(
  context: SealContext,
  { name, role, plain: source, plainBytes }: ToSeal,
): Promise<BackupFile> {
  if (context.recipients === undefined) {
    const stored = await storeStream(context, { name, body: source, bytes: plainBytes });
    return { name, role, ...stored };
  }
  const plain = measured(source);
  const { stream, sizeOf } = await encrypt(plain, context.recipients);
  const sealedName = `${name}.age`;
  const bytes = plainBytes === undefined ? undefined : sizeOf(plainBytes);
  const stored = await storeStream(context, { name: sealedName, body: stream, bytes });
  return { name: sealedName, role, ...stored, plain: plain.measure() };
}

interface NamedStream {
  readonly name: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly bytes: number | undefined;
}

function storeStream(
  { id, writer, retainUntil }: SealContext,
  { name, body, bytes }: NamedStream,
): Promise<StreamMeasure> {
  return writer.write({
    key: `${backupFolder(id)}/${name}`,
    body,
    options: writeOptions({ retainUntil, bytes }),
  });
}

/** Something small that everybody with access may read. */
export function storeBytes(context: SealContext, name: string, bytes: Uint8Array): Promise<StreamMeasure> {
  return storeStream(context, { name, body: oneOf(bytes), bytes: bytes.length });
}

interface KnownOptions {
  readonly retainUntil: Date | undefined;
  readonly bytes: number | undefined;
}

export function writeOptions({ retainUntil, bytes }: KnownOptions): WriteOptions {
  return {
    contentType: 'application/octet-stream',
    ...(bytes === undefined ? {} : { bytes }),
    ...(retainUntil === undefined ? {} : { retainUntil }),
  };
}

/** A stream of what is all there. */
export async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  if (bytes.length > 0) yield bytes;
}
