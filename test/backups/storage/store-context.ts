import type { StoreContext } from '../../../src/backups/storage/store.ts';
import { recordingLogger } from '../../support/recording-logger.ts';

export const accessKeyId = 'AKIAEXAMPLEOFATEST00';
export const secretAccessKey = 'secret/access+key/of/a/test/000000000000';

export interface TestContext extends StoreContext {
  readonly lines: readonly string[];
  readonly masked: string[];
}

export function storeContext(options: Partial<StoreContext> = {}): TestContext {
  const log = recordingLogger();
  const masked: string[] = [];
  return {
    log,
    lines: log.lines,
    masked,
    signal: new AbortController().signal,
    timeoutMs: 5000,
    now: () => new Date(),
    fetch: globalThis.fetch,
    mask: (secret) => void masked.push(secret),
    environment: { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    ...options,
  };
}

export async function* bodyOf(bytes: Uint8Array, chunk = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
}

export async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export async function listed<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
