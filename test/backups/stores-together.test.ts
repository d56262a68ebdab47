import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fetchDump } from '../../src/backups/fetch-dump.ts';
import { listBackups } from '../../src/backups/list-backups.ts';
import { openBackup } from '../../src/backups/open-backup.ts';
import { createFileStore } from '../../src/backups/storage/file/file-store.ts';
import { storeBackup } from '../../src/backups/store-backup.ts';
import { ExternalError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';
import { backupOf, makeAgeKeys, makeDumpFolder } from './made-backup.ts';
import { s3Scene } from './storage/s3-scene.ts';
import { storeContext } from './storage/store-context.ts';

const { recipients, identities } = await makeAgeKeys();
const twelveMegabytes = { 'toc.dat': 4_000, '3012.dat.gz': 12_000_000 };

function fileStore({ path }: TemporaryFolder) {
  const folder = join(path, 'disk');
  return createFileStore({ folder, location: `file://${folder}`, isPublic: undefined }, storeContext());
}

test('a disk and a bucket get the same backup from one pass, and either gives it back', async () => {
  await using temporary = await createTemporaryFolder('together-');
  await using scene = await s3Scene();
  const stores = [fileStore(temporary), scene.open()];
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), twelveMegabytes);
  const { manifest, copies } = await storeBackup(
    backupOf({ stores, dump: { format: 'directory', folder }, recipients }),
  );
  const [onDisk, inBucket] = copies.map(({ objects }) => objects.map(({ key, sha256 }) => [key, sha256]));
  expect(inBucket).toEqual(onDisk);
  for (const [index, store] of stores.entries()) {
    expect((await listBackups(store, 'app')).map(({ id, kind }) => [id, kind])).toEqual([
      [manifest.id, 'complete'],
    ]);
    const backup = await openBackup(store, manifest.id, { publicKeys: [] });
    const target = join(temporary.path, `back-${index}`);
    const { signal } = new AbortController();
    await fetchDump(backup, target, { identities, log: silentLogger, signal });
    for (const name of await readdir(folder))
      expect((await readFile(join(target, name))).equals(await readFile(join(folder, name)))).toBe(true);
  }
});

test('a bucket that fails in the middle of an upload leaves nothing on the disk and no parts', async () => {
  await using temporary = await createTemporaryFolder('together-');
  await using scene = await s3Scene();
  const disk = fileStore(temporary);
  const stores = [disk, scene.open()];
  const folder = await makeDumpFolder(join(temporary.path, 'dump'), twelveMegabytes);
  scene.standIn.faults.add({
    operation: 'UploadPart',
    skip: 1,
    times: 100,
    status: 500,
    code: 'InternalError',
  });
  const backup = backupOf({ stores, dump: { format: 'directory', folder }, recipients });
  await expect(storeBackup(backup)).rejects.toBeInstanceOf(ExternalError);
  for (const store of stores) for await (const object of store.list('')) expect.unreachable(object.key);
  expect(scene.bucket.uploads.size).toBe(0);
  expect(await listBackups(disk, 'app')).toEqual([]);
});
