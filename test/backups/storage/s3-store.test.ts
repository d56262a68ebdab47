import { createHash, randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { addVersion } from '../../stand-ins/s3/world.ts';
import { fullSize, s3Scene } from './s3-scene.ts';
import { bodyOf, collect, listed } from './store-context.ts';

const mebibyte = 1024 * 1024;
const key = 'app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age';
const large = randomBytes(8 * mebibyte * 2 + 12_345);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('small objects', () => {
  it('are stored in one request, confirmed by the service, and read again', async () => {
    await using scene = await s3Scene({ isVersioned: true });
    const store = scene.open();
    const bytes = Buffer.from('a manifest, é');
    const copy = await store.write(key, bodyOf(bytes, 3), { contentType: 'application/json' });
    expect(copy).toEqual({
      key,
      bytes: bytes.length,
      sha256: sha256(bytes),
      isConfirmed: true,
      versionId: expect.any(String),
    });
    expect(await collect(await store.read(key))).toEqual(bytes);
    expect(await store.head(key)).toEqual({ ...copy, isHeld: false });
    expect([...scene.bucket.objects.keys()]).toEqual([`our/prefix/${key}`]);
    expect(scene.bucket.objects.get(`our/prefix/${key}`)?.[0]?.contentType).toBe('application/json');
  });

  it('may be empty', async () => {
    await using scene = await s3Scene();
    const store = scene.open();
    expect(await store.write('empty', bodyOf(Buffer.alloc(0)))).toMatchObject({
      bytes: 0,
      isConfirmed: true,
    });
    expect((await collect(await store.read('empty'))).length).toBe(0);
  });
});

describe('large objects', () => {
  it('are stored in parts, confirmed by the checksum of their checksums', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.smallestPart = 5 * mebibyte;
    const store = scene.open('', {}, fullSize);
    const copy = await store.write(key, bodyOf(large, 300_000));
    expect(copy).toEqual({ key, bytes: large.length, sha256: sha256(large), isConfirmed: true });
    expect(sha256(await collect(await store.read(key)))).toBe(sha256(large));
    expect(scene.standIn.exchanges.filter(({ operation }) => operation === 'UploadPart').length).toBe(3);
    expect(scene.bucket.uploads.size).toBe(0);
  });
});

describe('memory', () => {
  it('holds a few parts, however many there are', async () => {
    setFlagsFromString('--expose-gc');
    const gc: unknown = runInNewContext('gc');
    if (typeof gc !== 'function') throw new Error('no gc');
    const collectGarbage = () => Reflect.apply(gc, undefined, []);
    await using scene = await s3Scene();
    const sent: WeakRef<object>[] = [];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await globalThis.fetch(input, init);
      if (init?.body instanceof Uint8Array && init.body.length === 64 * 1024) {
        sent.push(new WeakRef(init.body));
        scene.bucket.uploads.values().next().value?.parts.clear();
        scene.standIn.exchanges.splice(0);
      }
      return answer;
    };
    const store = scene.open('', { fetch });
    let alive = 0;
    async function* body() {
      for (let number = 0; number < 60; number += 1) yield Buffer.alloc(64 * 1024, number);
      for (let look = 0; look < 5; look += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        collectGarbage();
      }
      alive = sent.filter((part) => part.deref() !== undefined).length;
    }
    // The parts are gone, so that it cannot be completed.
    await expect(store.write(key, body())).rejects.toThrow(/InvalidPart/);
    expect(sent.length).toBeGreaterThanOrEqual(55);
    expect(alive).toBeLessThan(15);
  });
});

describe('what is there', () => {
  it('is listed through all pages, in order, below the prefix alone', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.pageSize = 7;
    const names = Array.from({ length: 30 }, (_, number) => `app/${number} +é&<.json`);
    for (const name of [...names, 'app-prod/x'])
      addVersion(scene.bucket, `our/prefix/${name}`, { bytes: Buffer.from(name) });
    addVersion(scene.bucket, 'our/prefix-of-others/app/1', { bytes: Buffer.from('no') });
    addVersion(scene.bucket, 'our/prefix/app/', { bytes: Buffer.alloc(0) });
    const found = await listed(scene.open().list('app/'));
    expect(found.map((object) => object.key)).toEqual(
      names.toSorted((left, right) => Buffer.compare(Buffer.from(left), Buffer.from(right))),
    );
    expect(found[0]?.modifiedAt).toBeInstanceOf(Date);
  });

  it('is not overwritten', async () => {
    await using scene = await s3Scene();
    const store = scene.open();
    await store.write(key, bodyOf(Buffer.from('first')));
    await expect(store.write(key, bodyOf(Buffer.from('second')))).rejects.toThrow(/already holds/);
    await expect(store.write(key, bodyOf(large))).rejects.toThrow(/already holds/);
    expect((await collect(await store.read(key))).toString()).toBe('first');
    expect(scene.bucket.uploads.size).toBe(0);
  });

  it('is deleted with its versions, and absent afterwards', async () => {
    await using scene = await s3Scene({ isVersioned: true });
    const store = scene.open();
    await store.write(key, bodyOf(Buffer.from('x')));
    expect(await store.delete(key)).toBe('deleted');
    expect(await store.delete(key)).toBe('absent');
    expect(await store.head(key)).toBeUndefined();
    expect(scene.bucket.objects.size).toBe(0);
    await expect(store.read(key)).rejects.toThrow(/There is no/);
  });
});
