import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupFolder } from '../../src/backups/backup-id.ts';
import { listBackups } from '../../src/backups/list-backups.ts';
import { sha256Of } from '../../src/backups/measured-stream.ts';
import { openBackup } from '../../src/backups/open-backup.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { CancelledError, ExternalError, errorMessage, UserError } from '../../src/errors.ts';
import { sleep } from '../../src/wait.ts';
import { recordingLogger } from '../support/recording-logger.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { backupOf, makeAgeKeys, makeDraft, makeDumpFolder } from './made-backup.ts';
import { createMemoryStore, type MemoryStore, serviceFailure } from './memory-store.ts';

const { recipients } = await makeAgeKeys();
let temporary: TemporaryFolder;
let folder: string;
beforeAll(async () => {
  temporary = await createTemporaryFolder('store-');
  folder = await makeDumpFolder(join(temporary.path, 'dump'), { 'toc.dat': 3_000, '1.dat': 900_000 });
});
afterAll(() => temporary[Symbol.asyncDispose]());

const { id } = makeDraft();
const directory = () => ({ format: 'directory', folder }) as const;
const twoStores = () => [createMemoryStore(), createMemoryStore({ location: 'memory://b' })] as const;

const contents = (store: MemoryStore) =>
  [...store.objects].map(([key, bytes]) => `${key} ${sha256Of(bytes)}`).toSorted();

function failOn(store: MemoryStore, operation: string, name: string, from = 0): void {
  store.fault = (seen, key, bytes) => {
    if (seen === operation && key.endsWith(`/${name}`) && bytes >= from) throw serviceFailure();
  };
}

describe('a store that fails before the manifest', () => {
  const places: [string, string, string, number][] = [
    ['at the first byte of the dump', 'write', 'dump.tar.age', 0],
    ['in the middle of the dump', 'write', 'dump.tar.age', 300_000],
    ['at the schema', 'write', 'schema.json.age', 0],
    ['at the instructions', 'write', 'RECOVERY.md', 0],
    ['when it is asked again', 'head', 'dump.tar.age', 0],
  ];
  test.each(places)(
    '%s: nothing of it is left in any store, and the next run succeeds',
    async (_name, operation, name, from) => {
      for (const failing of [0, 1]) {
        const stores = twoStores();
        const store = stores[failing] ?? stores[0];
        failOn(store, operation, name, from);
        const backup = backupOf({ stores, dump: directory(), recipients });
        await expect(storeBackup(backup)).rejects.toThrow('The store has failed.');
        await expect(storeBackup(backup)).rejects.toBeInstanceOf(ExternalError);
        for (const { objects } of stores) expect([...objects.keys()]).toEqual([]);
        store.fault = () => undefined;
        await storeBackup(backup);
        for (const each of stores)
          expect((await listBackups(each, 'app')).map(({ kind }) => kind)).toEqual(['complete']);
      }
    },
  );

  test('what cannot be taken back is told, and is no backup', async () => {
    const [store, other] = twoStores();
    store.fault = (operation, key) => {
      if (operation === 'write' && key.endsWith('RECOVERY.md')) throw serviceFailure();
      if (operation === 'delete') throw serviceFailure();
    };
    other.locked.add(`${backupFolder(id)}/dump.tar.age`);
    const log = recordingLogger();
    const backup = backupOf({ stores: [store, other], dump: directory(), recipients, log });
    await expect(storeBackup(backup)).rejects.toThrow('The store has failed.');
    expect(log.lines).toContainEqual(
      expect.stringMatching(/^warning: .*dump\.tar\.age is left behind in memory:\/\/a/),
    );
    expect(log.lines).toContainEqual(
      expect.stringMatching(/^warning: memory:\/\/b keeps .*until its lock ends/),
    );
    expect((await listBackups(store, 'app')).map(({ kind }) => kind)).toEqual(['unfinished']);
    await expect(openBackup(store, id, { publicKeys: [] })).rejects.toMatchObject({ kind: 'missing' });
  });

  test('an object of somebody else is neither overwritten nor taken away', async () => {
    const [store, other] = twoStores();
    const key = `${backupFolder(id)}/schema.json.age`;
    other.objects.set(key, Buffer.from('theirs'));
    await expect(
      storeBackup(backupOf({ stores: [store, other], dump: directory(), recipients })),
    ).rejects.toThrow('is taken');
    expect([...store.objects.keys()]).toEqual([]);
    expect(Object.fromEntries(other.objects)).toEqual({ [key]: Buffer.from('theirs') });
  });
});

describe('a store that fails at the manifest', () => {
  test('the complete copy stays, the other goes, and the error says which is which', async () => {
    for (const failing of [0, 1]) {
      const stores = twoStores();
      const [failed, whole] = failing === 0 ? stores : [stores[1], stores[0]];
      failOn(failed, 'write', 'manifest.json');
      const promise = storeBackup(backupOf({ stores, dump: directory(), recipients }));
      await expect(promise).rejects.toThrow(
        `The backup ${id} is complete in ${whole.location} and not stored in ${failed.location}: The store has failed.`,
      );
      expect([...failed.objects.keys()]).toEqual([]);
      expect((await openBackup(whole, id, { publicKeys: [] })).manifest.id).toBe(id);
    }
  });

  test('no store has it: nothing is left', async () => {
    const stores = twoStores();
    for (const store of stores) failOn(store, 'write', 'manifest.json');
    await expect(storeBackup(backupOf({ stores, dump: directory() }))).rejects.toThrow(
      'The store has failed.',
    );
    for (const { objects } of stores) expect(objects.size).toBe(0);
  });

  test('a lost answer is asked for again', async () => {
    const stores = twoStores();
    const { write } = stores[0];
    stores[0].write = async (key, body, options) => {
      const copy = await write(key, body, options);
      if (key.endsWith('manifest.json')) throw serviceFailure();
      return copy;
    };
    const { copies } = await storeBackup(backupOf({ stores, dump: directory() }));
    expect(copies.map(({ objects }) => objects.length)).toEqual([4, 4]);
  });
});

test('a store that has other bytes than were written is not believed', async () => {
  const [store, other] = twoStores();
  const { head } = other;
  for (const wrong of [{ bytes: 7 }, { sha256: '00'.repeat(32) }]) {
    other.head = async (key) => {
      const copy = await head(key);
      return copy === undefined ? undefined : { ...copy, ...wrong };
    };
    const promise = storeBackup(backupOf({ stores: [store, other], dump: directory(), recipients }));
    await expect(promise).rejects.toThrow(/has 7 bytes there|has another content there/);
    expect(store.objects.size + other.objects.size).toBe(0);
  }
  other.head = async () => undefined;
  await expect(storeBackup(backupOf({ stores: [store, other], dump: directory() }))).rejects.toThrow(
    'is not there',
  );
});

test('a role that may write and not read is told, and its store believed where it keeps checksums', async () => {
  const store = createMemoryStore();
  store.fault = (operation) => {
    if (operation === 'head') throw new ExternalError('memory', 'Forbidden.', { status: 403 });
  };
  const log = recordingLogger();
  await storeBackup(backupOf({ stores: [store], dump: directory(), recipients, log }));
  expect(log.lines.filter((line) => line.includes('may not be asked'))).toHaveLength(1);
});

test('a role that may not read stores where overwriting cannot be refused as well', async () => {
  const store = createMemoryStore({ capabilities: { createOnly: false } });
  store.fault = (operation) => {
    if (operation === 'head') throw new ExternalError('memory', 'Forbidden.', { status: 403 });
  };
  await storeBackup(backupOf({ stores: [store], dump: directory(), recipients }));
  expect(store.writes.at(-1)).toMatch(/manifest\.json$/);
  store.fault = (operation) => {
    if (operation === 'head') throw new ExternalError('memory', 'Broken.', { status: 500 });
  };
  await expect(storeBackup(backupOf({ stores: [store], dump: directory() }))).rejects.toThrow('Broken.');
});

test('cancelled in the middle: nothing is left', async () => {
  const stores = [createMemoryStore({ delay: 1 }), createMemoryStore({ location: 'memory://b' })];
  const cancel = new AbortController();
  const [slow] = stores;
  if (slow !== undefined)
    slow.fault = (_operation, _key, bytes) => {
      if (bytes > 300_000) cancel.abort(new CancelledError('SIGTERM'));
    };
  const promise = storeBackup(backupOf({ stores, dump: directory(), recipients, signal: cancel.signal }));
  await expect(promise).rejects.toBeInstanceOf(CancelledError);
  for (const { objects } of stores) expect(objects.size).toBe(0);
  const before = new AbortController();
  before.abort(new CancelledError('SIGINT'));
  await expect(
    storeBackup(backupOf({ stores, dump: directory(), signal: before.signal })),
  ).rejects.toBeInstanceOf(CancelledError);
});

describe('who can read it', () => {
  test('plaintext is refused where anybody can read, before anything is written', async () => {
    const open = createMemoryStore({
      location: 'https://example.com/public',
      capabilities: { isPublic: true },
    });
    const stores = [createMemoryStore(), open];
    await expect(storeBackup(backupOf({ stores, dump: directory() }))).rejects.toThrow(
      'Anybody can read what is stored in https://example.com/public',
    );
    for (const { objects } of stores) expect(objects.size).toBe(0);
    const log = recordingLogger();
    await storeBackup(backupOf({ stores, dump: directory(), recipients, log }));
    expect(log.lines.filter((line) => line.startsWith('warning: Anybody can read'))).toHaveLength(1);
  });

  test('where it is not known, plaintext is warned of', async () => {
    const store = createMemoryStore({ capabilities: { isPublic: undefined } });
    const log = recordingLogger();
    await storeBackup(backupOf({ stores: [store], dump: directory(), log }));
    expect(
      log.lines.filter((line) => line.startsWith('warning: The dump is stored unencrypted')),
    ).toHaveLength(1);
  });
});

describe('what is wrong beforehand', () => {
  test('no store, a draft that no manifest can be made of, a folder that is no dump', async () => {
    const store = createMemoryStore();
    const stores = [store];
    await expect(storeBackup(backupOf({ stores: [], dump: directory() }))).rejects.toThrow(
      'no place to store',
    );
    const draft = { ...makeDraft(), series: 'other' };
    await expect(storeBackup(backupOf({ stores, dump: directory(), draft }))).rejects.toThrow(UserError);
    const dump = { format: 'directory', folder: temporary.path } as const;
    await expect(storeBackup(backupOf({ stores, dump }))).rejects.toThrow('which pg_dump does not write');
    expect(store.writes).toEqual([]);
  });

  test('the same backup twice is refused, also by a store that would overwrite', async () => {
    for (const createOnly of [true, false]) {
      const store = createMemoryStore({ capabilities: { createOnly } });
      await storeBackup(backupOf({ stores: [store], dump: directory() }));
      const before = contents(store);
      await expect(storeBackup(backupOf({ stores: [store], dump: directory() }))).rejects.toThrow(
        /is taken|already has/,
      );
      expect(contents(store)).toEqual(before);
    }
  });
});

test('a source that fails fails the backup with its own error; a lock date reaches every object', async () => {
  const stores = twoStores();
  async function* dying(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('PGDMP');
    yield Buffer.alloc(100_000);
    throw new UserError('pg_dump has died.');
  }
  const dump = { format: 'custom', stream: dying() } as const;
  await expect(storeBackup(backupOf({ stores, dump, recipients }))).rejects.toThrow('pg_dump has died.');
  for (const { objects } of stores) expect(objects.size).toBe(0);

  const locks: unknown[] = [];
  const [store] = stores;
  const { write } = store;
  store.write = (key, body, options) => {
    locks.push(options?.retainUntil?.toISOString());
    return write(key, body, options);
  };
  const retainUntil = new Date('2027-01-01T00:00:00Z');
  await storeBackup(backupOf({ stores: [store], dump: directory(), retainUntil }));
  expect(locks).toEqual(Array.from({ length: 4 }, () => '2027-01-01T00:00:00.000Z'));
});

describe('what is told is why it ended, also where stores put errors of their own round it', () => {
  /** Like a client that wraps whatever its body throws, and cleans up before it says so. */
  function wrapping(location: string, cleanUpMs: number): MemoryStore {
    const store = createMemoryStore({ location });
    const { write } = store;
    store.write = async (key, body, options) => {
      try {
        return await write(key, body, options);
      } catch (thrown) {
        await sleep(cleanUpMs);
        throw new ExternalError(location, `The upload failed: ${errorMessage(thrown)}`);
      }
    };
    return store;
  }

  test('the store that failed first, however long it takes to clean up', async () => {
    for (const failing of [0, 1]) {
      const stores = [
        wrapping('memory://a', failing === 0 ? 30 : 0),
        wrapping('memory://b', failing === 1 ? 30 : 0),
      ];
      const store = stores[failing] ?? createMemoryStore();
      failOn(store, 'write', 'dump.tar.age', 300_000);
      await expect(storeBackup(backupOf({ stores, dump: directory(), recipients }))).rejects.toMatchObject({
        service: store.location,
        message: 'The upload failed: The store has failed.',
      });
    }
  });

  test('the source, and a cancel', async () => {
    const stores = [wrapping('memory://a', 0), wrapping('memory://b', 10)];
    async function* dying(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('PGDMP');
      throw new UserError('pg_dump has died.');
    }
    const dump = { format: 'custom', stream: dying() } as const;
    await expect(storeBackup(backupOf({ stores, dump, recipients }))).rejects.toThrow(/^pg_dump has died\.$/);
    const cancel = new AbortController();
    const [first] = stores;
    if (first !== undefined)
      first.fault = (_operation, _key, bytes) => {
        if (bytes > 300_000) cancel.abort(new CancelledError('SIGTERM'));
      };
    const cancelled = storeBackup(backupOf({ stores, dump: directory(), signal: cancel.signal }));
    await expect(cancelled).rejects.toBeInstanceOf(CancelledError);
  });

  test('a store that takes a part and is content does not hold up the others', async () => {
    const [store, other] = twoStores();
    other.write = async (key, body) => {
      await body[Symbol.asyncIterator]().next();
      return { key, bytes: 1, sha256: undefined, isConfirmed: false };
    };
    await expect(storeBackup(backupOf({ stores: [store, other], dump: directory() }))).rejects.toThrow(
      /Only a part of .*dump\.tar was taken\./,
    );
    expect(store.objects.size).toBe(0);
  });
});
