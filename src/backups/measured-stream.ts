import { createHash } from 'node:crypto';

export interface StreamMeasure {
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

export interface MeasuredStream extends AsyncIterable<Uint8Array> {
  /** Of all that has passed; to be asked once, after the end. */
  measure(): StreamMeasure;
}

/** The same bytes, counted and hashed as they pass. */
export function measured(source: AsyncIterable<Uint8Array>): MeasuredStream {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* pass(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  return { [Symbol.asyncIterator]: pass, measure: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** Hex SHA-256 of bytes that are all there. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
