/** GitHub wants to know an asset's length before its first byte. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../../../errors.ts';
import { fileFailure } from '../file/failure.ts';

/** Bytes. "Each file included in a release must be under 2 GiB": https://docs.github.com/repositories/releasing-projects-on-github/about-releases */
export const largestAsset = 2 * 1024 ** 3 - 1;

export interface SizedBody extends AsyncDisposable {
  readonly bytes: number;
  readonly body: AsyncIterable<Uint8Array>;
}

export function tooLarge(key: string): UserError {
  return new UserError(`${key} is 2 GiB or larger, which no asset of a GitHub release may be.`, {
    hint: 'Store it in a bucket: `s3://bucket/prefix`.',
  });
}

export interface Sizing {
  readonly bytes: number | undefined;
  /** Absolute: where a body of unknown length is kept until it is uploaded. */
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
  /** Default {@link largestAsset}. */
  readonly largest?: number;
}

/** @throws UserError when it is too large, before anything is sent */
export async function sizedBody(
  key: string,
  body: AsyncIterable<Uint8Array>,
  { bytes, scratchFolder, signal, largest = largestAsset }: Sizing,
): Promise<SizedBody> {
  if (bytes !== undefined) {
    if (bytes > largest) throw tooLarge(key);
    return { bytes, body, async [Symbol.asyncDispose]() {} };
  }
  const path = join(scratchFolder, `.asset.${randomBytes(8).toString('hex')}.partial`);
  const remove = () => unlink(path).catch(() => undefined);
  try {
    const length = await spool(path, key, { body, signal, largest });
    return { bytes: length, body: createReadStream(path), [Symbol.asyncDispose]: remove };
  } catch (thrown) {
    await remove();
    signal.throwIfAborted();
    throw fileFailure(thrown, `keep ${key} before its upload`);
  }
}

interface Spooling {
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  readonly largest: number;
}

async function spool(path: string, key: string, { body, signal, largest }: Spooling): Promise<number> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'wx', 0o600);
  let length = 0;
  try {
    for await (const chunk of body) {
      signal.throwIfAborted();
      length += chunk.length;
      if (length > largest) throw tooLarge(key);
      await file.writeFile(chunk);
    }
    return length;
  } finally {
    await file.close();
  }
}
