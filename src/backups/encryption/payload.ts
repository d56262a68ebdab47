import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { createByteReader } from '../byte-reader.ts';
import { BackupDamage } from '../damage.ts';
import {
  chunkBytes,
  chunkNonce,
  createChunker,
  payloadNonceBytes,
  sealedChunkBytes,
  tagBytes,
} from './chunks.ts';

const cipher = 'chacha20-poly1305';
/** Pieces of about a megabyte: fewer turns of the loop for whoever reads them. */
const chunksAtOnce = 16;

/** Nonce and sealed chunks. Of a piece only what is sealed is kept, so memory stays flat. */
export async function* sealPayload(
  fileKey: Uint8Array,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const nonce = randomBytes(payloadNonceBytes);
  const key = payloadKey(fileKey, nonce);
  const chunker = createChunker(chunkBytes);
  let counter = 0;
  let sealed: Buffer[] = [];
  yield nonce;
  for await (const piece of plain) {
    for (const chunk of chunker.take(piece)) {
      sealed.push(...sealChunk(key, chunkNonce(counter, false), chunk));
      counter += 1;
      if (sealed.length < 2 * chunksAtOnce) continue;
      yield Buffer.concat(sealed);
      sealed = [];
    }
    if (sealed.length > 0) yield Buffer.concat(sealed);
    sealed = [];
  }
  yield Buffer.concat(sealChunk(key, chunkNonce(counter, true), chunker.last()));
}

function sealChunk(key: Buffer, nonce: Buffer, chunk: Uint8Array): readonly Buffer[] {
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  const text = sealing.update(chunk);
  sealing.final();
  return [text, sealing.getAuthTag()];
}

/**
 * The plaintext of a payload. A chunk is handed on only when it is proved to be the one that belongs in this place.
 * @throws BackupDamage `truncated` or `tampered`, at the first chunk that is not
 */
export async function* openPayload(
  fileKey: Uint8Array,
  payload: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = createByteReader(payload);
  try {
    const nonce = await reader.take(payloadNonceBytes);
    if (nonce.length < payloadNonceBytes) throw endedEarly();
    const key = payloadKey(fileKey, nonce);
    const chunker = createChunker(sealedChunkBytes);
    let counter = 0;
    for await (const piece of reader.rest()) {
      const opened: Buffer[] = [];
      for (const chunk of chunker.take(piece)) {
        opened.push(openMiddle(key, counter, chunk));
        counter += 1;
      }
      if (opened.length > 0) yield Buffer.concat(opened);
    }
    const last = openLast(key, counter, chunker.last());
    if (last.length > 0) yield last;
  } finally {
    await reader.close();
  }
}

function openMiddle(key: Buffer, counter: number, chunk: Uint8Array): Buffer {
  const plain = openChunk(key, chunkNonce(counter, false), chunk);
  if (plain !== undefined) return plain;
  if (openChunk(key, chunkNonce(counter, true), chunk) !== undefined)
    throw new BackupDamage('tampered', 'There are bytes after the end of the encrypted file.');
  throw new BackupDamage(
    'tampered',
    `Chunk ${counter} of the encrypted file was changed after it was written.`,
  );
}

function openLast(key: Buffer, counter: number, chunk: Uint8Array): Buffer {
  if (chunk.length < tagBytes) throw endedEarly();
  const plain = openChunk(key, chunkNonce(counter, true), chunk);
  // A last chunk without content exists only as the sole one: else there were two ways to write the same file.
  if (plain?.length === 0 && counter > 0)
    throw new BackupDamage(
      'tampered',
      'The encrypted file ends with an empty chunk, which age does not write.',
    );
  if (plain !== undefined) return plain;
  if (chunk.length < sealedChunkBytes || openChunk(key, chunkNonce(counter, false), chunk) !== undefined)
    throw endedEarly();
  throw new BackupDamage(
    'tampered',
    `Chunk ${counter} of the encrypted file was changed after it was written.`,
  );
}

/** Undefined when it is not authentic. */
function openChunk(key: Buffer, nonce: Buffer, chunk: Uint8Array): Buffer | undefined {
  const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  opening.setAuthTag(chunk.subarray(chunk.length - tagBytes));
  const plain = opening.update(chunk.subarray(0, chunk.length - tagBytes));
  try {
    opening.final();
    return plain;
  } catch {
    return undefined;
  }
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

function endedEarly(): BackupDamage {
  return new BackupDamage('truncated', 'The encrypted file ends too early, or its last chunk was changed.');
}
