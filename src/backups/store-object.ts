/** One object of a backup into every store, and the proof that each has it. */
import { ExternalError, errorMessage } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type FanOut, fanOut, StreamAbandoned } from './fan-out.ts';
import { measured, type StreamMeasure } from './measured-stream.ts';
import type { BackupStore, StoredCopy, WriteOptions } from './storage/store.ts';

export interface ObjectToStore {
  readonly key: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly options: WriteOptions;
}

/** Where objects go, and what has gone there. One a backup. */
export interface ObjectWriter {
  /** Reads the body once. Resolves when every store has confirmed; when one fails, all are ended, and its error is thrown. */
  write(object: ObjectToStore): Promise<StreamMeasure>;
  /** Asks every store for everything again. @throws ExternalError when one has something else than was written */
  verify(): Promise<void>;
  /** Takes back everything that was written to these stores, as far as they let it; what stays is told. */
  removeFrom(stores: readonly BackupStore[]): Promise<void>;
  /** By store, in the order of the stores. */
  copies(): readonly (readonly StoredCopy[])[];
}

interface Written {
  readonly store: BackupStore;
  readonly copy: StoredCopy;
  readonly measure: StreamMeasure;
}

export interface ObjectWriterContext {
  readonly stores: readonly BackupStore[];
  readonly log: Logger;
  readonly signal: AbortSignal;
}

export function createObjectWriter({ stores, log, signal }: ObjectWriterContext): ObjectWriter {
  const written: Written[] = [];
  return {
    async write(object) {
      const source = measured(object.body);
      const outcomes = await writeToAll({ stores, signal }, { ...object, body: source });
      const measure = source.measure();
      const done = outcomes.flatMap((outcome) => (outcome.kind === 'stored' ? [outcome] : []));
      written.push(...done.map(({ store, copy }) => ({ store, copy, measure })));
      const failed = outcomes.find((outcome) => outcome.kind === 'failed');
      if (failed !== undefined) throw failed.reason;
      for (const { store, copy } of done) requireSame(store, copy, measure);
      return measure;
    },
    async verify() {
      const unread = await Promise.all(written.map(verifyCopy));
      for (const location of new Set(unread.filter((place) => place !== undefined)))
        log.notice(
          `${location} may not be asked for what was written (403): its own checksums while writing are the proof that it has it.`,
        );
    },
    async removeFrom(failed) {
      const ours = written.filter(({ store }) => failed.includes(store));
      await Promise.all(ours.map(({ store, copy }) => remove(store, copy.key, log)));
    },
    copies: () =>
      stores.map((store) => written.filter((entry) => entry.store === store).map(({ copy }) => copy)),
  };
}

type WriteOutcome =
  | { readonly kind: 'stored'; readonly store: BackupStore; readonly copy: StoredCopy }
  | { readonly kind: 'failed'; readonly reason: unknown };

/** One outcome a store. Of those that have failed, the first has the reason that all of them ended for. */
async function writeToAll(
  { stores, signal }: Pick<ObjectWriterContext, 'stores' | 'signal'>,
  { key, body, options }: ObjectToStore,
): Promise<readonly WriteOutcome[]> {
  signal.throwIfAborted();
  const stream = fanOut(body, stores.length);
  const onAbort = () => stream.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const settled = await Promise.allSettled(
    stores.map(async (store, index): Promise<WriteOutcome> => {
      const branch = stream.branches[index];
      if (branch === undefined) throw new Error('A store has no branch of the stream.');
      try {
        const copy = await store.write(key, branch, options);
        // The others would wait for it without end.
        if (!stream.isOver())
          stream.abort(new ExternalError(store.location, `Only a part of ${key} was taken.`));
        return { kind: 'stored', store, copy };
      } catch (thrown) {
        stream.abort(thrown);
        throw thrown;
      }
    }),
  );
  signal.removeEventListener('abort', onAbort);
  const stored = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const reason = firstReason(stream, settled);
  return reason === undefined ? stored : [{ kind: 'failed', ...reason }, ...stored];
}

/** A store may put its own error round that of the stream, and one that cleans up ends after those that only followed it. */
function firstReason(
  stream: FanOut,
  settled: readonly PromiseSettledResult<WriteOutcome>[],
): { readonly reason: unknown } | undefined {
  const failure = stream.failure();
  const own = failure?.reason instanceof StreamAbandoned ? settled[failure.reason.reader] : undefined;
  if (own?.status === 'rejected') return { reason: own.reason };
  if (failure !== undefined) return failure;
  const late = settled.find((outcome) => outcome.status === 'rejected');
  return late === undefined ? undefined : { reason: late.reason };
}

/**
 * A store whose role may write and not read answers 403; then its own word while writing is what there is.
 * @returns the location of such a store
 */
async function verifyCopy({ store, copy, measure }: Written): Promise<string | undefined> {
  try {
    const found = await store.head(copy.key);
    if (found === undefined)
      throw new ExternalError(store.location, `${copy.key} is not there after it was written.`, {
        retryable: true,
      });
    requireSame(store, found, measure);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ExternalError && thrown.status === 403 && copy.isConfirmed) return store.location;
    throw thrown;
  }
}

function requireSame(store: BackupStore, { key, bytes, sha256 }: StoredCopy, measure: StreamMeasure): void {
  if (bytes !== measure.bytes)
    throw new ExternalError(
      store.location,
      `${key} has ${bytes} bytes there; ${measure.bytes} were written.`,
      {
        retryable: true,
      },
    );
  if (sha256 !== undefined && sha256 !== measure.sha256)
    throw new ExternalError(store.location, `${key} has another content there than was written.`, {
      retryable: true,
    });
}

async function remove(store: BackupStore, key: string, log: Logger): Promise<void> {
  try {
    const outcome = await store.delete(key);
    if (outcome === 'locked')
      log.warning(`${store.location} keeps ${key} until its lock ends. Without a manifest it is no backup.`);
  } catch (thrown) {
    log.warning(
      `${key} is left behind in ${store.location}: ${errorMessage(thrown)} Without a manifest it is no backup.`,
    );
  }
}
