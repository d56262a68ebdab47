/** Bytes of a stream in the sizes that a format asks for. */
export interface ByteReader {
  /** Exactly `length` bytes, or fewer when the stream ends before. For small lengths: they are kept together in memory. */
  take(length: number): Promise<Buffer>;
  /** What has arrived, at least one byte and at most `length`; undefined at the end. */
  next(length: number): Promise<Uint8Array | undefined>;
  /** Up to the delimiter, and with it; undefined when it does not come within `limit` bytes or before the end. */
  takeUntil(delimiter: Uint8Array, limit: number): Promise<Buffer | undefined>;
  /** Everything that has not been read. */
  rest(): AsyncGenerator<Uint8Array, void, undefined>;
  /** Tells the source that nobody reads on. */
  close(): Promise<void>;
}

/** @param source its pieces are not kept longer than until the next read */
export function createByteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let held: Uint8Array = new Uint8Array(0);
  let isOver = false;

  /** Makes `held` non-empty, unless the stream is over. */
  const fill = async (): Promise<boolean> => {
    while (held.length === 0 && !isOver) {
      const { done, value } = await pieces.next();
      if (done === true) isOver = true;
      else held = value;
    }
    return held.length > 0;
  };
  const next = async (length: number): Promise<Uint8Array | undefined> => {
    if (!(await fill())) return undefined;
    const piece = held.subarray(0, length);
    held = held.subarray(piece.length);
    return piece;
  };
  const take = async (length: number): Promise<Buffer> => {
    const taken: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const piece = await next(missing);
      if (piece === undefined) break;
      taken.push(Uint8Array.from(piece));
      missing -= piece.length;
    }
    return Buffer.concat(taken);
  };
  const takeUntil = async (delimiter: Uint8Array, limit: number): Promise<Buffer | undefined> => {
    let taken = Buffer.alloc(0);
    while (taken.length < limit) {
      const piece = await next(limit - taken.length);
      if (piece === undefined) return undefined;
      const from = Math.max(0, taken.length - delimiter.length + 1);
      const joined = Buffer.concat([taken, piece]);
      const found = joined.indexOf(delimiter, from);
      if (found >= 0) {
        const end = found + delimiter.length;
        held = Buffer.concat([joined.subarray(end), held]);
        return joined.subarray(0, end);
      }
      taken = joined;
    }
    return undefined;
  };
  return {
    take,
    next,
    takeUntil,
    async *rest() {
      try {
        for (;;) {
          const piece = await next(Number.POSITIVE_INFINITY);
          if (piece === undefined) return;
          yield piece;
        }
      } finally {
        await pieces.return?.();
      }
    },
    async close() {
      isOver = true;
      await pieces.return?.();
    },
  };
}

/** All of a small stream. @returns undefined when there is more than `limit` */
export async function collectBytes(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > limit) return undefined;
    pieces.push(Uint8Array.from(piece));
  }
  return Buffer.concat(pieces);
}
