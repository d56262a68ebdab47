import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseDestinations } from '../../../src/backups/storage/destination.ts';
import { openStore, type StorePlaces } from '../../../src/backups/storage/open-store.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { bodyOf, listed, storeContext } from './store-context.ts';

let folder: TemporaryFolder;
let places: StorePlaces;
beforeEach(async () => {
  folder = await createTemporaryFolder('open-store-');
  places = {
    workspace: join(folder.path, 'workspace'),
    artifactFolder: join(folder.path, 'artifact'),
    scratchFolder: folder.path,
    isRepositoryPublic: true,
    releaseTag: undefined,
    repository: () => Promise.reject(new Error('asked for the repository')),
  };
});
afterEach(async () => {
  await folder[Symbol.asyncDispose]();
});

it('each kind of destination is a store of its kind', async () => {
  const absolute = join(folder.path, 'absolute');
  const stores = await Promise.all(
    parseDestinations(`copies\nfile://${absolute}\nartifact\ns3://bucket/x`, () => undefined).map(
      (destination) => openStore(destination, storeContext(), places),
    ),
  );
  expect(stores.map(({ location }) => location)).toEqual([
    `file://${folder.path}/workspace/copies`,
    `file://${absolute}`,
    'artifact',
    's3://bucket/x',
  ]);
  expect(stores.map(({ capabilities }) => capabilities.isPublic)).toEqual([
    undefined,
    undefined,
    true,
    undefined,
  ]);
  for (const store of stores.slice(0, 3)) {
    await store.write('app/x', bodyOf(Buffer.from('x')));
    expect((await listed(store.list(''))).length).toBe(1);
  }
});

it('a release is asked for only when it is one', async () => {
  const [release] = parseDestinations('release:v1', () => undefined);
  if (release === undefined) throw new Error('none');
  await expect(openStore(release, storeContext(), places)).rejects.toThrow('asked for the repository');
});
