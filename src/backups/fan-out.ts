/** One stream for several readers, in step: the slowest sets the pace, and nothing is kept for it. */

export interface FanOut {
  /** One for each reader, each to be read once. */
  readonly branches: readonly AsyncIterable<Uint8Array>[];
  /** Ends every branch with this error, also those that wait or have not begun. */
  abort(reason: unknown): void;
  /** Whether every reader has got everything. */
  isOver(): boolean;
  /** What ended it before: the source's own error, what it was aborted with, or a `StreamAbandoned`. */
  failure(): { readonly reason: unknown } | undefined;
}

/** What the other readers get when one has stopped; why is known to that one. */
export class StreamAbandoned extends Error {
  /** Its place among the branches. */
  readonly reader: number;

  constructor(reader: number) {
    super('A reader of the stream has stopped before its end.');
    this.reader = reader;
  }
}

interface Waiting {
  resolve(result: IteratorResult<Uint8Array, undefined>): void;
  reject(reason: unknown): void;
}

/**
 * A piece is asked for when every reader asks for one. A reader that stops early ends the others: half a copy is none.
 * @param count readers
 */
export function fanOut(source: AsyncIterable<Uint8Array>, count: number): FanOut {
  const pieces = source[Symbol.asyncIterator]();
  const waiting = new Map<number, Waiting>();
  let failure: { readonly reason: unknown } | undefined;
  let isOver = false;

  const settle = (tell: (reader: Waiting) => void) => {
    const readers = [...waiting.values()];
    waiting.clear();
    for (const reader of readers) tell(reader);
  };
  const abort = (reason: unknown) => {
    if (failure !== undefined || isOver) return;
    failure = { reason };
    settle((reader) => reader.reject(reason));
    // A source that waits for something ends when it likes; nobody waits for it.
    pieces.return?.().catch(() => undefined);
  };
  const pull = async () => {
    try {
      const { done, value } = await pieces.next();
      if (failure !== undefined) return;
      isOver = done === true;
      settle((reader) => reader.resolve(done === true ? { done, value: undefined } : { done: false, value }));
    } catch (thrown) {
      abort(thrown);
    }
  };
  const branch = (index: number): AsyncIterable<Uint8Array> => ({
    [Symbol.asyncIterator]: () => ({
      next() {
        if (failure !== undefined) return Promise.reject(failure.reason);
        if (isOver) return Promise.resolve({ done: true, value: undefined });
        return new Promise((resolve, reject) => {
          waiting.set(index, { resolve, reject });
          if (waiting.size === count) void pull();
        });
      },
      return() {
        abort(new StreamAbandoned(index));
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  });
  return {
    branches: Array.from({ length: count }, (_, index) => branch(index)),
    abort,
    isOver: () => isOver,
    failure: () => failure,
  };
}
