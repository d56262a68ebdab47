/** Cuts a stream of unknown length into the parts of a multipart upload. */

const mebibyte = 1024 * 1024;
/** S3 takes at most so many parts of one object. */
export const mostParts = 10_000;
/** Bytes. The largest object of S3. */
export const largestObject = 5 * 1024 ** 4;
/** S3 wants 5 MiB at least of every part but the last. */
export const usualPart = 8 * mebibyte;
/** Bytes of parts that wait or are under way at the same time. */
const mostMemory = 128 * mebibyte;

export interface PartPlan {
  /** Bytes of part `number`, which counts from 1; the last one may be smaller. */
  size(number: number): number;
}

/**
 * - Known length: parts of one size, 8 MiB unless more than 10,000 would be needed.
 * - Unknown: 8 MiB for the first 1,000 parts (8 GiB), then each a little larger than the one before, so that 10,000
 *   reach 5 TiB. Memory follows: 100 GiB end with parts of 160 MiB.
 * - Where all parts must be equal (R2) and the length is unknown: 64 MiB, which ends at 625 GiB.
 */
export function planParts({ bytes, equalParts, firstPart }: ToBeCut): PartPlan {
  if (bytes !== undefined) {
    const even = Math.ceil(bytes / mostParts / mebibyte) * mebibyte;
    return { size: () => (even <= usualPart ? firstPart : even) };
  }
  if (equalParts) return { size: () => 8 * firstPart };
  return { size: (number) => firstPart + Math.max(0, number - 1000) * growth };
}

export interface ToBeCut {
  readonly bytes: number | undefined;
  readonly equalParts: boolean;
  /** {@link usualPart}, less in tests. */
  readonly firstPart: number;
}

/** Bytes that each part after the 1,000th has more: the sum over 9,000 of them makes up for what is missing to 5 TiB. */
const growth = Math.ceil((largestObject - mostParts * usualPart) / ((9000 * 9001) / 2));

/** How many parts of that size are sent at the same time. */
export function partsInFlight(size: number): number {
  return Math.max(1, Math.min(4, Math.floor(mostMemory / size)));
}

/** Every part but the last is full; none is empty. The body is read only as fast as parts are taken. */
export async function* cutParts(body: AsyncIterable<Uint8Array>, plan: PartPlan): AsyncGenerator<Buffer> {
  let number = 1;
  let part = Buffer.allocUnsafe(0);
  let filled = 0;
  for await (const chunk of body) {
    for (let offset = 0; offset < chunk.length; ) {
      const size = plan.size(number);
      if (filled === part.length) part = roomier(part, { filled, size, wanted: chunk.length - offset });
      const taken = Math.min(part.length - filled, chunk.length - offset);
      part.set(chunk.subarray(offset, offset + taken), filled);
      filled += taken;
      offset += taken;
      if (filled < size) continue;
      yield part;
      number += 1;
      part = Buffer.allocUnsafe(0);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}

/** Twice the room, up to the whole part: a manifest of 10 kB does not take 8 MiB. */
function roomier(
  part: Buffer,
  { filled, size, wanted }: { readonly filled: number; readonly size: number; readonly wanted: number },
): Buffer<ArrayBuffer> {
  const room = Buffer.allocUnsafe(Math.min(size, Math.max(filled * 2, filled + wanted, 64 * 1024)));
  room.set(part.subarray(0, filled));
  return room;
}
