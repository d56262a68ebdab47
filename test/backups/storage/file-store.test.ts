import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileStore } from '../../../src/backups/storage/file/file-store.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import { ExternalError } from '../../../src/errors.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { bodyOf, collect, listed, storeContext } from './store-context.ts';

const key = 'app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age';
const bytes = randomBytes(1_000_000);

let temporary: TemporaryFolder;
let folder: string;
let store: BackupStore;

function open(signal = new AbortController().signal): BackupStore {
  return createFileStore(
    { folder, location: 'file:///backups', isPublic: undefined },
    storeContext({ signal }),
  );
}

beforeEach(async () => {
  temporary = await createTemporaryFolder('file-store-');
  folder = join(temporary.path, 'deep', 'backups');
  store = open();
});
afterEach(async () => {
  await temporary[Symbol.asyncDispose]();
});

async function everything(): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).sort();
}

describe('a folder', () => {
  it('is made by the first write, which nobody else may read', async () => {
    expect(await listed(store.list(''))).toEqual([]);
    expect(await store.head(key)).toBeUndefined();
    expect(await store.delete(key)).toBe('absent');
    expect(await store.sweepUnfinished(new Date())).toEqual([]);
    const copy = await store.write(key, bodyOf(bytes));
    expect(copy).toEqual({
      key,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      isConfirmed: false,
    });
    expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
    expect((await collect(await store.read(key))).equals(bytes)).toBe(true);
    expect(await store.head(key)).toMatchObject({ bytes: bytes.length });
  });

  it('is never overwritten, two writers at once included', async () => {
    const writes = await Promise.allSettled([
      store.write(key, bodyOf(Buffer.from('one'))),
      store.write(key, bodyOf(Buffer.from('two'))),
      open().write(key, bodyOf(Buffer.from('three'))),
    ]);
    expect(writes.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    await expect(store.write(key, bodyOf(bytes))).rejects.toThrow(/already holds/);
    expect((await everything()).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('holds nothing of a write that failed', async () => {
    async function* failing() {
      yield bytes;
      throw new Error('pg_dump died');
    }
    await expect(store.write(key, failing())).rejects.toThrow('pg_dump died');
    await expect(store.write(key, bodyOf(bytes), { bytes: 1 })).rejects.toThrow(/announced/);
    const controller = new AbortController();
    async function* waiting() {
      yield bytes;
      setTimeout(() => controller.abort(new Error('cancelled')), 20);
      await new Promise(() => undefined);
    }
    await expect(open(controller.signal).write(key, waiting())).rejects.toThrow('cancelled');
    const files = (await everything()).filter((name) => name.includes('dump'));
    expect(files).toEqual([]);
  });

  it('is listed in the order of keys, whatever the file system says', async () => {
    const keys = ['a/b', 'a-b/c', 'a.b', 'a/b.c', 'ab/é', 'ab/z', 'b'];
    for (const name of keys) await store.write(name, bodyOf(Buffer.from(name)));
    const sorted = keys.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right)));
    expect((await listed(store.list(''))).map((object) => object.key)).toEqual(sorted);
    expect((await listed(store.list('a/'))).map((object) => object.key)).toEqual(['a/b', 'a/b.c']);
    expect((await listed(store.list('a/b.'))).map((object) => object.key)).toEqual(['a/b.c']);
    expect((await listed(store.list('ab'))).map((object) => object.key)).toEqual(['ab/z', 'ab/é']);
  });

  it('loses empty folders with the last file in them, and nothing else', async () => {
    await store.write(key, bodyOf(bytes));
    await store.write('app/other', bodyOf(bytes));
    expect(await store.delete(key)).toBe('deleted');
    expect(await everything()).toEqual(['app', 'app/other']);
    expect(await store.delete('app/other')).toBe('deleted');
    expect(await everything()).toEqual([]);
  });
});

describe('nothing leads out of it', () => {
  it.each(['../x', 'a/../../x', '/etc/passwd', 'a//b', '', '.', 'a\\b', 'a\0b', `${'x'.repeat(900)}`])(
    'not %j',
    async (bad) => {
      await expect(store.write(bad, bodyOf(bytes))).rejects.toThrow(/no name for a stored object/);
      await expect(store.read(bad)).rejects.toThrow(/no name for a stored object/);
      await expect(store.delete(bad)).rejects.toThrow(/no name for a stored object/);
    },
  );

  it('not symbolic links, of folders or of files', async () => {
    const outside = join(temporary.path, 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'secret'), 'x');
    await mkdir(folder, { recursive: true });
    await symlink(outside, join(folder, 'app'));
    await symlink(join(outside, 'secret'), join(folder, 'link'));
    await expect(store.write('app/new', bodyOf(bytes))).rejects.toThrow(/symbolic link/);
    await expect(store.read('app/secret')).rejects.toThrow(/symbolic link/);
    await expect(store.delete('app/secret')).rejects.toThrow(/symbolic link/);
    await expect(store.read('link')).rejects.toThrow(/There is no/);
    expect(await store.delete('link')).toBe('absent');
    expect(await listed(store.list(''))).toEqual([]);
    expect(await readdir(outside)).toEqual(['secret']);
  });

  it('the folder itself may be a link', async () => {
    await mkdir(folder, { recursive: true });
    const link = join(temporary.path, 'link');
    await symlink(folder, link);
    const through = createFileStore({ folder: link, location: 'x', isPublic: undefined }, storeContext());
    await through.write(key, bodyOf(bytes));
    expect((await readFile(join(folder, key))).equals(bytes)).toBe(true);
  });
});

describe('leftovers and failures', () => {
  it('files of writers that were killed are swept when they are old; others are not', async () => {
    await mkdir(join(folder, 'app'), { recursive: true });
    const killed = join(folder, 'app', '.dump.tar.0123456789abcdef.partial');
    for (const name of [killed, join(folder, 'app', '.hidden'), join(folder, 'app', 'x.partial')]) {
      await writeFile(name, 'half');
      await utimes(name, new Date('2026-01-01'), new Date('2026-01-01'));
    }
    await writeFile(join(folder, 'app', '.dump.tar.fedcba9876543210.partial'), 'under way');
    expect((await listed(store.list(''))).map((object) => object.key)).toEqual([
      'app/.hidden',
      'app/x.partial',
    ]);
    expect(await store.sweepUnfinished(new Date('2026-02-01'))).toEqual([
      'app/.dump.tar.0123456789abcdef.partial',
    ]);
    expect((await everything()).length).toBe(4);
  });

  it('a file where a folder is needed is told by its code', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'app'), 'x');
    const error = await store.write(key, bodyOf(bytes)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ExternalError);
    expect(error).toMatchObject({ service: 'file system', code: expect.stringMatching(/ENOTDIR|EEXIST/) });
    expect(await store.head(key)).toBeUndefined();
  });

  it('a full disk is told as such', async () => {
    // The one place where every write fails with ENOSPC.
    const full = await writeFile('/dev/full', 'x').then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    const { fileFailure } = await import('../../../src/backups/storage/file/failure.ts');
    expect(fileFailure(full, 'write x')).toMatchObject({
      message: 'The file system could not write x (ENOSPC).',
      hint: expect.stringMatching(/full/),
    });
  });
});
