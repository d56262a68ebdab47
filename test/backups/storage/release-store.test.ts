import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assetName, keyOfAsset } from '../../../src/backups/storage/release/asset-name.ts';
import { openReleaseStore } from '../../../src/backups/storage/release/release-store.ts';
import { largestAsset, sizedBody } from '../../../src/backups/storage/release/sized-body.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import { openClient, token } from '../../github/client.ts';
import { breachOfContract } from '../../stand-ins/github/contract.ts';
import { type GitHubStandIn, startGitHubStandIn } from '../../stand-ins/github/server.ts';
import { addRelease, addReleaseAsset, type Release } from '../../stand-ins/github/world.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { bodyOf, collect, listed, storeContext } from './store-context.ts';

const key = 'app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age';
const name = 'app--2026--11--app_20261122T050000Z_release_ab12cd3--dump.tar.age';
const bytes = randomBytes(300_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');

let standIn: GitHubStandIn;
let release: Release;
let scratch: TemporaryFolder;

beforeEach(async () => {
  scratch = await createTemporaryFolder('release-store-');
  standIn = await startGitHubStandIn({ token, private: true });
  release = addRelease(standIn.world, 'v1.2.3');
});
afterEach(async () => {
  const breaches = standIn.exchanges.map(breachOfContract).filter((breach) => breach !== undefined);
  await standIn[Symbol.asyncDispose]();
  const left = await readdir(scratch.path);
  await scratch[Symbol.asyncDispose]();
  expect(breaches).toEqual([]);
  expect(left, 'what was kept before its upload').toEqual([]);
});

async function open(
  tag: string | undefined = 'v1.2.3',
  more: { as?: string; at?: GitHubStandIn; signal?: AbortSignal } = {},
): Promise<BackupStore> {
  const octokit = await openClient((more.at ?? standIn).url, { deadlineMs: 500, token: more.as ?? token });
  const context = storeContext(more.signal === undefined ? {} : { signal: more.signal });
  return openReleaseStore(
    { place: { octokit, owner: 'acme', repo: 'shop' }, tag, scratchFolder: scratch.path },
    context,
  );
}

function names(): readonly string[] {
  return [...standIn.world.assets.values()].map((asset) => asset.name);
}

describe('assets of a release', () => {
  it.each([bytes.length, undefined])(
    'are stored, confirmed by their digest, read and deleted (length known: %s)',
    async (length) => {
      const store = await open();
      const copy = await store.write(key, bodyOf(bytes), {
        contentType: 'application/age',
        ...(length !== undefined && { bytes: length }),
      });
      expect(copy).toEqual({ key, bytes: bytes.length, sha256, isConfirmed: true });
      expect(names()).toEqual([name]);
      expect([...standIn.world.assets.values()][0]).toMatchObject({
        contentType: 'application/age',
        state: 'uploaded',
      });
      expect((await collect(await store.read(key))).equals(bytes)).toBe(true);
      expect(await store.head(key)).toEqual(copy);
      expect((await listed(store.list('app/'))).map((object) => object.key)).toEqual([key]);
      expect(await store.delete(key)).toBe('deleted');
      expect(await store.delete(key)).toBe('absent');
      expect(await store.head(key)).toBeUndefined();
    },
  );

  it('are listed through all pages, those of others too', async () => {
    for (let number = 100; number < 250; number += 1)
      addReleaseAsset(standIn.world, {
        releaseId: release.id,
        name: `app--${number}`,
        bytes: Buffer.from('x'),
      });
    addReleaseAsset(standIn.world, { releaseId: release.id, name: 'shop.zip', bytes: Buffer.from('x') });
    addReleaseAsset(standIn.world, {
      releaseId: addRelease(standIn.world, 'v2').id,
      name: 'app--1',
      bytes: Buffer.from('x'),
    });
    const store = await open();
    expect((await listed(store.list('app/'))).length).toBe(150);
    expect((await listed(store.list(''))).at(-1)?.key).toBe('shop.zip');
  });

  it('of a draft as well; of a private or public repository', async () => {
    addRelease(standIn.world, 'v2', { isDraft: true });
    const store = await open('v2');
    await store.write(key, bodyOf(bytes));
    expect(store.capabilities).toEqual({ createOnly: true, objectLock: false, isPublic: false });
    await using open_ = await startGitHubStandIn({ token });
    addRelease(open_.world, 'v1.2.3');
    expect((await open('v1.2.3', { at: open_ })).capabilities.isPublic).toBe(true);
  });

  it('are not overwritten; what an upload that failed left is', async () => {
    const store = await open();
    addReleaseAsset(standIn.world, {
      releaseId: release.id,
      name,
      bytes: Buffer.alloc(0),
      state: 'open',
      sha256: undefined,
    });
    expect(await store.head(key)).toBeUndefined();
    expect(await listed(store.list(''))).toEqual([]);
    await store.write(key, bodyOf(bytes));
    await expect(store.write(key, bodyOf(bytes))).rejects.toThrow(/already holds/);
    expect(names()).toEqual([name]);
  });

  it('leftovers of backups are swept when they are old', async () => {
    const old = {
      releaseId: release.id,
      bytes: Buffer.alloc(0),
      state: 'open',
      sha256: undefined,
      createdAt: '2026-01-01T00:00:00Z',
    } as const;
    addReleaseAsset(standIn.world, { ...old, name });
    addReleaseAsset(standIn.world, { ...old, name: 'shop.zip' });
    const store = await open();
    expect(await store.sweepUnfinished(new Date('2025-12-31'))).toEqual([]);
    expect(await store.sweepUnfinished(new Date('2026-02-01'))).toEqual([key]);
    expect(names()).toEqual(['shop.zip']);
  });
});

describe('failures', () => {
  it('an answer that was lost is looked for', async () => {
    standIn.faults.add({ method: 'POST', path: '/assets', reset: 'after' });
    expect(await (await open()).write(key, bodyOf(bytes))).toMatchObject({ isConfirmed: true });
    expect(names()).toEqual([name]);
  });

  it('an upload that failed is told, and leaves nothing', async () => {
    standIn.faults.add({ method: 'POST', path: '/assets', status: 502 });
    await expect((await open()).write(key, bodyOf(bytes))).rejects.toMatchObject({
      status: 502,
      retryable: true,
    });
    expect(names()).toEqual([]);
  });

  it('a stream is sent once, also when a rate limit holds', async () => {
    standIn.faults.add({ method: 'POST', path: '/assets', status: 429, headers: { 'retry-after': '1' } });
    await expect((await open()).write(key, bodyOf(bytes), { bytes: bytes.length })).rejects.toThrow(
      /rate limit/,
    );
    expect(standIn.exchanges.filter(({ method }) => method === 'POST').length).toBe(1);
  });

  it('a body that fails, or is shorter than announced', async () => {
    async function* failing() {
      yield bytes;
      throw new Error('pg_dump died');
    }
    const store = await open();
    await expect(store.write(key, failing())).rejects.toThrow('pg_dump died');
    await expect(store.write(key, bodyOf(bytes), { bytes: bytes.length + 1 })).rejects.toThrow();
    await expect(store.write(key, bodyOf(bytes), { bytes: bytes.length - 1 })).rejects.toThrow();
    expect(names()).toEqual([]);
  });

  it('2 GiB are refused before anything is sent, or as soon as they are reached', async () => {
    const store = await open();
    await expect(store.write(key, bodyOf(bytes), { bytes: largestAsset + 1 })).rejects.toThrow(/2 GiB/);
    expect(standIn.exchanges.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('a body of unknown length is kept no further than an asset may be large', async () => {
    const { signal } = new AbortController();
    const options = { bytes: undefined, scratchFolder: scratch.path, signal, largest: 100_000 };
    await expect(sizedBody(key, bodyOf(bytes, 1000), options)).rejects.toThrow(/2 GiB/);
    await using kept = await sizedBody(key, bodyOf(bytes.subarray(0, 100_000), 1000), options);
    expect(kept.bytes).toBe(100_000);
    expect((await collect(kept.body)).length).toBe(100_000);
  });

  it('a download that breaks off is told', async () => {
    const store = await open();
    await store.write(key, bodyOf(bytes));
    standIn.faults.add({ path: '/_storage/asset', reset: 'before' });
    await expect(collect(await store.read(key))).rejects.toThrow(/could not be downloaded/);
  });

  it('what GitHub stored otherwise than it was sent is deleted again', async () => {
    const store = await open();
    standIn.world.damagesUploads = true;
    await expect(store.write(key, bodyOf(bytes))).rejects.toThrow(/is not what was sent/);
    expect(names()).toEqual([]);
  });

  it('no release, no tag, no permission', async () => {
    await expect(open('v9')).rejects.toThrow(/no release of the tag "v9"/);
    await expect(open('')).rejects.toThrow(/no release/);
    const octokit = await openClient(standIn.url);
    await expect(
      openReleaseStore(
        { place: { octokit, owner: 'acme', repo: 'shop' }, tag: undefined, scratchFolder: scratch.path },
        storeContext(),
      ),
    ).rejects.toThrow(/there is none/);
    const poor = {
      token: 'ghs_poor',
      login: 'x',
      kind: 'installation',
      permissions: { contents: 'read' },
    } as const;
    await using other = await startGitHubStandIn({ token, private: true, moreTokens: [poor] });
    addRelease(other.world, 'v1.2.3');
    const store = await open('v1.2.3', { at: other, as: 'ghs_poor' });
    await expect(store.write(key, bodyOf(bytes))).rejects.toThrow(/contents: write/);
  });
});

describe('names', () => {
  it.each(['manifest.json', key, 'a_b/c-d/e.f', 'a/-b'])('%s and back', (one) => {
    expect(keyOfAsset(assetName(one))).toBe(one);
    expect(assetName(one)).toMatch(/^[A-Za-z0-9._-]+$/);
  });

  it.each(['a--b', 'a-/b', 'a b', 'é', '.hidden', 'a.', '../x', 'a//b', 'a+b'])('%s is refused', (one) => {
    expect(() => assetName(one)).toThrow(/cannot be the name|no name for/);
  });
});
