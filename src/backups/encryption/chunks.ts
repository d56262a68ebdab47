/** The payload of an age file: STREAM with ChaCha20-Poly1305. https://age-encryption.org/v1 ("Payload") */

export const chunkBytes = 64 * 1024;
export const tagBytes = 16;
export const sealedChunkBytes = chunkBytes + tagBytes;
export const payloadNonceBytes = 16;

/** A chunk's nonce: 11 bytes that count, big-endian, and the mark of the last one. */
export function chunkNonce(counter: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  // 48 bits of the 88: enough for 16 million terabytes.
  nonce.writeUIntBE(counter, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

export interface Chunker {
  /** The chunks that are complete and known not to be the last. Each is to be used before the next is asked for. */
  take(piece: Uint8Array): Generator<Uint8Array, void, undefined>;
  /** What is left at the end: the last chunk, empty only when nothing ever came or size is not met. */
  last(): Uint8Array;
}

/** Cuts a stream into chunks of `size`, and holds one back: whether it is the last is known only when more comes. */
export function createChunker(size: number): Chunker {
  const held = Buffer.allocUnsafe(size);
  let used = 0;
  return {
    *take(piece) {
      let rest = piece;
      while (rest.length > 0) {
        if (used === size) {
          yield held;
          used = 0;
        }
        while (used === 0 && rest.length > size) {
          yield rest.subarray(0, size);
          rest = rest.subarray(size);
        }
        const part = rest.subarray(0, size - used);
        held.set(part, used);
        used += part.length;
        rest = rest.subarray(part.length);
      }
    },
    last: () => held.subarray(0, used),
  };
}

/** Bytes of the payload, nonce included, for so many bytes of plaintext. */
export function payloadBytes(plainBytes: number): number {
  return payloadNonceBytes + plainBytes + tagBytes * Math.max(1, Math.ceil(plainBytes / chunkBytes));
}
