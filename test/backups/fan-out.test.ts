import { expect, test } from 'vitest';
import { fanOut, StreamAbandoned } from '../../src/backups/fan-out.ts';
import { sleep } from '../../src/wait.ts';

interface Source {
  readonly stream: AsyncIterable<Uint8Array>;
  pulled: number;
  isClosed: boolean;
}

function countTo(pieces: number, failAt = Number.POSITIVE_INFINITY): Source {
  const source: Source = { stream: numbers(), pulled: 0, isClosed: false };
  async function* numbers(): AsyncGenerator<Uint8Array> {
    try {
      for (let index = 0; index < pieces; index += 1) {
        if (index === failAt) throw new Error('the disk is gone');
        source.pulled += 1;
        yield Uint8Array.of(index);
      }
    } finally {
      source.isClosed = true;
    }
  }
  return source;
}

async function read(stream: AsyncIterable<Uint8Array> | undefined, delay = 0): Promise<number[]> {
  const seen: number[] = [];
  for await (const piece of stream ?? []) {
    seen.push(...piece);
    if (delay > 0) await sleep(delay);
  }
  return seen;
}

test('every reader gets everything, at the pace of the slowest, and nothing is read ahead', async () => {
  const source = countTo(20);
  const { branches } = fanOut(source.stream, 3);
  let slowest = 0;
  const slow = async () => {
    for await (const _piece of branches[2] ?? []) {
      slowest += 1;
      await sleep(2);
      expect(source.pulled - slowest).toBeLessThanOrEqual(1);
    }
  };
  const [first, second] = await Promise.all([read(branches[0]), read(branches[1], 1), slow()]);
  expect(first).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(second).toEqual(first);
  expect(slowest).toBe(20);
  expect(source.isClosed).toBe(true);
});

test('nothing is pulled before the last reader has begun; an empty source ends all', async () => {
  const source = countTo(0);
  const { branches } = fanOut(source.stream, 2);
  const first = read(branches[0]);
  await sleep(5);
  expect(source.isClosed).toBe(false);
  expect(await Promise.all([first, read(branches[1])])).toEqual([[], []]);
});

test('a failing source fails every reader with its own error', async () => {
  const { branches } = fanOut(countTo(9, 3).stream, 2);
  const outcomes = await Promise.allSettled([read(branches[0]), read(branches[1])]);
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'the disk is gone' } });
});

test('a reader that stops ends the others and the source', async () => {
  const source = countTo(1_000);
  const { branches } = fanOut(source.stream, 2);
  const stopping = async () => {
    for await (const piece of branches[0] ?? []) if (piece[0] === 5) return;
  };
  const [, other] = await Promise.allSettled([stopping(), read(branches[1])]);
  expect(other).toMatchObject({ status: 'rejected', reason: expect.any(StreamAbandoned) });
  expect(source.isClosed).toBe(true);
  expect(source.pulled).toBeLessThan(10);
});

test('abort ends readers that wait and those that have not begun', async () => {
  const source = countTo(10);
  const { branches, abort } = fanOut(source.stream, 2);
  const waiting = read(branches[0]);
  const refused = expect(waiting).rejects.toThrow('cancelled');
  abort(new Error('cancelled'));
  await refused;
  await expect(read(branches[1])).rejects.toThrow('cancelled');
  expect(source.pulled).toBe(0);
});

test('one that stops after the end changes nothing', async () => {
  const { branches } = fanOut(countTo(2).stream, 2);
  const byHand = branches[0]?.[Symbol.asyncIterator]();
  const other = read(branches[1]);
  while ((await byHand?.next())?.done === false);
  await byHand?.return?.();
  expect(await other).toEqual([0, 1]);
});
