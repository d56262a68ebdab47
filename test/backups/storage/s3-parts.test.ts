import { describe, expect, it } from 'vitest';
import {
  cutParts,
  largestObject,
  mostParts,
  partsInFlight,
  planParts,
  usualPart,
} from '../../../src/backups/storage/s3/parts.ts';

const mebibyte = 1024 * 1024;
const gibibyte = 1024 * mebibyte;
const firstPart = usualPart;

describe('sizes of parts', () => {
  const unknown = planParts({ bytes: undefined, equalParts: false, firstPart });
  const sizes = Array.from({ length: mostParts }, (_, index) => unknown.size(index + 1));

  it('10,000 of them reach 5 TiB when the length is unknown, none too large or too small for S3', () => {
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(largestObject);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5 * mebibyte);
    expect(Math.max(...sizes)).toBeLessThan(5 * gibibyte);
    expect(sizes.every(Number.isInteger)).toBe(true);
  });

  it('what is in memory stays small for what is usual', () => {
    let stored = 0;
    for (const size of sizes) {
      if (stored > 100 * gibibyte) break;
      stored += size;
      expect(size * (partsInFlight(size) + 1)).toBeLessThan(330 * mebibyte);
    }
    expect(partsInFlight(usualPart)).toBe(4);
    expect(partsInFlight(gibibyte)).toBe(1);
  });

  it.each([0, 1, usualPart, 50 * gibibyte, 100 * gibibyte + 1, largestObject])('known: %d bytes', (bytes) => {
    const { size } = planParts({ bytes, equalParts: false, firstPart });
    expect(size(1)).toBe(size(mostParts));
    expect(size(1) * mostParts).toBeGreaterThanOrEqual(bytes);
    expect(size(1)).toBeGreaterThanOrEqual(5 * mebibyte);
  });

  it('of one size where the service wants it', () => {
    const { size } = planParts({ bytes: undefined, equalParts: true, firstPart });
    expect(size(1)).toBe(size(9999));
  });
});

describe('cutting', () => {
  async function cut(chunks: readonly number[], size: number): Promise<readonly Buffer[]> {
    let next = 0;
    async function* body() {
      for (const length of chunks) yield Uint8Array.from({ length }, () => next++ % 251);
    }
    const parts: Buffer[] = [];
    for await (const part of cutParts(body(), { size: () => size })) parts.push(part);
    return parts;
  }

  it.each([
    [[], 10, []],
    [[0, 0], 10, []],
    [[3], 10, [3]],
    [[10], 10, [10]],
    [[25], 10, [10, 10, 5]],
    [[1, 2, 3, 4, 5, 6], 10, [10, 10, 1]],
    [[200_000], 70_000, [70_000, 70_000, 60_000]],
  ])('chunks of %j in parts of %d', async (chunks, size, expected) => {
    const parts = await cut(chunks, size);
    expect(parts.map(({ length }) => length)).toEqual(expected);
    Buffer.concat(parts).forEach((byte, index) => {
      if (byte !== index % 251) throw new Error(`byte ${index} is ${byte}`);
    });
  });

  it('reads no further than parts are taken', async () => {
    let made = 0;
    async function* body() {
      for (;;) {
        made += 1;
        yield new Uint8Array(10);
      }
    }
    const parts = cutParts(body(), { size: () => 100 });
    await parts.next();
    expect(made).toBe(10);
    await parts.return(undefined);
  });
});
