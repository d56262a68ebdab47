import { createHash } from 'node:crypto';
import type { BackupStore, StoreCapabilities, StoredCopy } from '../../src/backups/storage/store.ts';
import { ExternalError, UserError } from '../../src/errors.ts';

export interface MemoryStore extends BackupStore {
  readonly objects: Map<string, Buffer>;
  readonly locked: Set<string>;
  /** Asked before every operation; what it throws, the operation throws. `afterBytes` while a body is read. */
  fault: (operation: 'write' | 'head' | 'read' | 'delete', key: string, afterBytes: number) => void;
  /** Keys in the order in which they were complete. */
  readonly writes: string[];
}

export interface MemoryStoreOptions {
  readonly location?: string;
  readonly capabilities?: Partial<StoreCapabilities>;
  /** Milliseconds for each piece. */
  readonly delay?: number;
}

/** A store that keeps its promises, until a test breaks one. */
export function createMemoryStore({
  location = 'memory://a',
  capabilities = {},
  delay = 0,
}: MemoryStoreOptions = {}): MemoryStore {
  const objects = new Map<string, Buffer>();
  const copyOf = (key: string, bytes: Buffer): StoredCopy => ({
    key,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    isConfirmed: true,
  });
  const store: MemoryStore = {
    location,
    capabilities: { createOnly: true, objectLock: false, isPublic: false, ...capabilities },
    objects,
    locked: new Set(),
    writes: [],
    fault: () => undefined,
    async *list(prefix) {
      for (const key of [...objects.keys()].toSorted())
        if (key.startsWith(prefix))
          yield { key, bytes: objects.get(key)?.length ?? 0, modifiedAt: new Date(0) };
    },
    async read(key) {
      store.fault('read', key, 0);
      const bytes = objects.get(key);
      if (bytes === undefined) throw new UserError(`There is no ${key}.`);
      return pieces(bytes);
    },
    async write(key, body) {
      store.fault('write', key, 0);
      if (objects.has(key)) throw new UserError(`${key} is taken.`);
      const parts: Buffer[] = [];
      let bytes = 0;
      for await (const piece of body) {
        bytes += piece.length;
        store.fault('write', key, bytes);
        parts.push(Buffer.from(piece));
        if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
      }
      if (objects.has(key)) throw new UserError(`${key} is taken.`);
      const whole = Buffer.concat(parts);
      objects.set(key, whole);
      store.writes.push(key);
      return copyOf(key, whole);
    },
    async head(key) {
      store.fault('head', key, 0);
      const bytes = objects.get(key);
      return bytes === undefined ? undefined : copyOf(key, bytes);
    },
    async delete(key) {
      store.fault('delete', key, 0);
      if (store.locked.has(key)) return 'locked';
      return objects.delete(key) ? 'deleted' : 'absent';
    },
    sweepUnfinished: async () => [],
  };
  return store;
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}

export function serviceFailure(): ExternalError {
  return new ExternalError('memory', 'The store has failed.', { status: 500 });
}
