/** A server that others wrote: what our client says is understood there as well. It checks no signature and knows no conditions. */
import { createHash, randomBytes } from 'node:crypto';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseDestination } from '../../../src/backups/storage/destination.ts';
import { createS3Store } from '../../../src/backups/storage/s3/s3-store.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { fullSize } from './s3-scene.ts';
import { bodyOf, collect, listed, storeContext } from './store-context.ts';

let folder: TemporaryFolder;
let server: S3rver;
let endpoint = '';

beforeAll(async () => {
  folder = await createTemporaryFolder('s3rver-');
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder.path,
    configureBuckets: [{ name: 'backups', configs: [] }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  await folder[Symbol.asyncDispose]();
});

it('stores, lists, reads and deletes small and large objects', async () => {
  const destination = parseDestination(`s3://backups/our?endpoint=${endpoint}`, () => undefined);
  if (destination.kind !== 's3') throw new Error('no bucket');
  const context = storeContext({
    environment: { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' },
  });
  const store = createS3Store(destination, context, fullSize);
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const contents = { 'app/a b': Buffer.from('small'), 'app/large': randomBytes(9 * 1024 * 1024) };
  for (const [key, bytes] of Object.entries(contents)) {
    const copy = await store.write(key, bodyOf(bytes));
    expect(copy).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
    expect(sha256(await collect(await store.read(key)))).toBe(sha256(bytes));
    await expect(store.write(key, bodyOf(bytes))).rejects.toThrow(/already holds/);
  }
  expect((await listed(store.list('app/'))).map(({ key, bytes }) => [key, bytes])).toEqual([
    ['app/a b', 5],
    ['app/large', 9 * 1024 * 1024],
  ]);
  expect(await store.delete('app/large')).toBe('deleted');
  expect(await store.delete('app/large')).toBe('absent');
});
