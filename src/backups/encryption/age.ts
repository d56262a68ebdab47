/** age files (https://age-encryption.org/v1): the header by `age-encryption`, the payload by Node's own cipher. */
import { createByteReader } from '../byte-reader.ts';
import { BackupDamage } from '../damage.ts';
import { payloadBytes } from './chunks.ts';
import { type Identities, openHeader } from './identities.ts';
import { openPayload, sealPayload } from './payload.ts';
import { createHeader, type Recipients } from './recipients.ts';

const firstLine = 'age-encryption.org/v1\n';
/** A header of 500 post-quantum recipients has less. */
const longestHeader = 1024 * 1024;

export interface Encryption {
  /** Whole pieces of the age file. To be read once. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Bytes of the age file, for so many bytes of plaintext. */
  sizeOf(plainBytes: number): number;
}

/** Encrypts to every recipient. Memory stays flat; the source is read only as fast as the result is. */
export async function encrypt(plain: AsyncIterable<Uint8Array>, recipients: Recipients): Promise<Encryption> {
  const { header, fileKey } = await createHeader(recipients);
  async function* stream(): AsyncGenerator<Uint8Array, void, undefined> {
    yield header;
    yield* sealPayload(fileKey, plain);
  }
  return { stream: stream(), sizeOf: (plainBytes) => header.length + payloadBytes(plainBytes) };
}

/**
 * The plaintext; only bytes that are proved authentic are ever handed on, but that the file is whole is known at the end.
 * @throws BackupDamage `wrong key`, `tampered` or `truncated`, while it is read
 */
export async function* decrypt(
  sealed: AsyncIterable<Uint8Array>,
  identities: Identities,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = createByteReader(sealed);
  try {
    const fileKey = await openHeader(await readHeader(reader), identities);
    yield* openPayload(fileKey, reader.rest());
  } finally {
    await reader.close();
  }
}

async function readHeader(reader: ReturnType<typeof createByteReader>): Promise<Buffer> {
  const start = await reader.take(firstLine.length);
  if (start.toString('latin1') !== firstLine.slice(0, start.length))
    throw new BackupDamage('tampered', 'This is no age file.');
  const body = await reader.takeUntil(Buffer.from('\n---'), longestHeader);
  const mac = body === undefined ? undefined : await reader.takeUntil(Buffer.from('\n'), 100);
  if (body === undefined || mac === undefined)
    throw new BackupDamage('truncated', 'The header of the age file has no end.');
  return Buffer.concat([start, body, mac]);
}
