/**
 * The fingerprint of a table by the lines of its COPY output (`copy-lines`): of each line, without its line break,
 * 64 bits made of two runs of MurmurHash3 (x86, 32 bit) with the seeds below, the first run's in the upper half; of the
 * table, their sum. Against accidents, as `row-text` is; nothing here withstands intent.
 */

const seeds = [0x9747_b28c, 0x1b87_3593] as const;

export interface LineTally {
  /** One line: the bytes from `start` to before `end`. */
  add(bytes: Uint8Array, start: number, end: number): void;
  rows(): number;
  /** Decimal. */
  hash(): string;
}

/** Halves of the sum stay exact as doubles for two million lines. */
const flushEvery = 1 << 20;

export function lineTally(): LineTally {
  let [rows, upper, lower] = [0, 0, 0];
  let total = 0n;
  const flush = () => {
    total += (BigInt(upper) << 32n) + BigInt(lower);
    [upper, lower] = [0, 0];
  };
  return {
    add(bytes, start, end) {
      upper += murmur3(bytes, start, end, seeds[0]);
      lower += murmur3(bytes, start, end, seeds[1]);
      rows += 1;
      if (rows % flushEvery === 0) flush();
    },
    rows: () => rows,
    hash() {
      flush();
      return String(total);
    },
  };
}

/** https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp, which is in the public domain. */
// biome-ignore lint/complexity/useMaxParams: called for every line; an object for each would cost more than the hash
export function murmur3(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let hash = seed;
  let at = start;
  for (const last = end - 4; at <= last; at += 4) {
    const word =
      byteAt(bytes, at) |
      (byteAt(bytes, at + 1) << 8) |
      (byteAt(bytes, at + 2) << 16) |
      (byteAt(bytes, at + 3) << 24);
    hash ^= scramble(word);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe654_6b64;
  }
  let rest = 0;
  for (let index = end - 1; index >= at; index -= 1) rest = (rest << 8) | byteAt(bytes, index);
  if (at < end) hash ^= scramble(rest);
  return finish(hash ^ (end - start));
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e_2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b87_3593);
}

function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
