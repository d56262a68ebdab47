/** The policies of docs/backups/permissions.md, word for word, and what each role can and cannot do with them. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDestination } from '../../../src/backups/storage/destination.ts';
import { createS3Store } from '../../../src/backups/storage/s3/s3-store.ts';
import type { BackupStore, StoreContext } from '../../../src/backups/storage/store.ts';
import { addVersion } from '../../stand-ins/s3/world.ts';
import { documentedPolicies } from './documented-policies.ts';
import { owner, quick, type S3Scene, s3Scene } from './s3-scene.ts';
import { bodyOf, collect, listed } from './store-context.ts';

const policies = documentedPolicies();
const folder = 'app/2026/11/app_20261122T050000Z_release_ab12cd3';
const key = `${folder}/dump.tar.age`;
const drill = 'app/drills/20261122T060000Z_x.json';
const small = Buffer.from('small');
const large = randomBytes(64 * 1024 * 3 + 1);
const day = 86_400_000;

let scene: S3Scene;
beforeEach(async () => {
  const grants = [...policies].map(([name, policy]) => ({
    accessKeyId: name,
    secretAccessKey: `secret of ${name}`,
    policy,
  }));
  scene = await s3Scene({ hasObjectLock: true }, [owner, ...grants]);
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

/** @param endpoint undefined: as on AWS itself, whose name leads to the stand-in */
function open(role: string, { query = '', isAws = true } = {}): BackupStore {
  const fetch: StoreContext['fetch'] = (input, init) => {
    const url = new URL(String(input));
    const headers = new Headers(init?.headers);
    if (isAws) headers.set('x-stand-in-host', url.host);
    return globalThis.fetch(`${scene.standIn.url}${url.pathname}${url.search}`, { ...init, headers });
  };
  const environment = { AWS_ACCESS_KEY_ID: role, AWS_SECRET_ACCESS_KEY: `secret of ${role}` };
  const endpoint = isAws ? '' : `endpoint=${scene.standIn.url}&`;
  const destination = parseDestination(
    `s3://backups/prefix?${endpoint}${query}`.replace(/[?&]$/, ''),
    () => undefined,
  );
  if (destination.kind !== 's3') throw new Error('no bucket');
  return createS3Store(destination, { ...scene.context, fetch, environment }, quick);
}

function denied(permission: string) {
  return { code: 'AccessDenied', hint: expect.stringContaining(permission) };
}

it('the page has the four policies', () => {
  expect([...policies.keys()]).toEqual(['writer', 'locking-writer', 'pruner', 'drill']);
});

describe('writer', () => {
  it('stores and is confirmed, asks for nothing else, and overwrites nothing', async () => {
    const store = open('writer');
    for (const [name, bytes] of [
      [key, large],
      [`${folder}/manifest.json`, small],
    ] as const)
      expect(await store.write(name, bodyOf(bytes))).toMatchObject({
        isConfirmed: true,
        bytes: bytes.length,
      });
    await expect(store.write(key, bodyOf(large))).rejects.toThrow(/already holds/);
    expect(scene.standIn.exchanges.filter(({ status }) => status === 403)).toEqual([]);
    expect(scene.bucket.uploads.size).toBe(0);
    expect(scene.context.lines).toEqual([]);
  });

  it('leaves nothing of an upload that failed', async () => {
    scene.standIn.faults.add({ operation: 'UploadPart', skip: 1, status: 400, code: 'InvalidPart' });
    await expect(open('writer').write(key, bodyOf(large))).rejects.toThrow();
    expect(scene.bucket.uploads.size).toBe(0);
  });

  it('on other services: a notice that it may not look, once, and stored all the same', async () => {
    const store = open('writer', { isAws: false });
    await store.write(key, bodyOf(large));
    await store.write(`${folder}/manifest.json`, bodyOf(small));
    const notices = scene.context.lines.filter((line) => line.startsWith('notice'));
    expect(notices.length).toBe(1);
    expect(notices[0]).toContain('`s3:GetObject`');
  });

  it('may not read, list, delete, sweep or lock, and each refusal names the permission', async () => {
    addVersion(scene.bucket, `prefix/${key}`, { bytes: small });
    const store = open('writer');
    await expect(store.read(key)).rejects.toMatchObject(denied('s3:GetObject'));
    await expect(store.head(key)).rejects.toMatchObject(denied('s3:GetObject'));
    await expect(listed(store.list(''))).rejects.toMatchObject(denied('s3:ListBucket'));
    await expect(store.delete(key)).rejects.toMatchObject(denied('s3:GetObject'));
    await expect(store.sweepUnfinished(new Date())).rejects.toMatchObject(
      denied('s3:ListBucketMultipartUploads'),
    );
    await expect(store.write(drill, bodyOf(small))).rejects.toMatchObject(denied('s3:PutObject'));
    const locking = open('writer', { query: 'object-lock=governance&retain=1d' });
    await expect(locking.write('x', bodyOf(small))).rejects.toMatchObject(denied('s3:PutObjectRetention'));
  });

  it('cannot tell whose it is when the answer was lost; the parts of an upload tell it all the same', async () => {
    scene.standIn.faults.add({ operation: 'PutObject', reset: 'after' });
    await expect(open('writer').write('x', bodyOf(small))).rejects.toMatchObject({
      hint: expect.stringContaining('s3:GetObject'),
    });
    scene.standIn.faults.add({ operation: 'CompleteMultipartUpload', reset: 'after' });
    expect(await open('writer').write(key, bodyOf(large))).toMatchObject({
      bytes: large.length,
      isConfirmed: false,
    });
  });

  it('of a locked bucket locks, and reads back until when', async () => {
    const store = open('locking-writer', { query: 'object-lock=compliance&retain=30d' });
    for (const [name, bytes] of [
      [key, large],
      [`${folder}/manifest.json`, small],
    ] as const) {
      const { retainUntil } = await store.write(name, bodyOf(bytes));
      expect(Math.abs((retainUntil?.getTime() ?? 0) - Date.now() - 30 * day)).toBeLessThan(5000);
    }
    expect(scene.context.lines).toEqual([]);
    await expect(store.delete(key)).resolves.toBe('locked');
  });
});

describe('pruner', () => {
  beforeEach(() => {
    addVersion(scene.bucket, `prefix/${key}`, { bytes: small });
    addVersion(scene.bucket, 'prefix/locked', {
      bytes: small,
      lock: { mode: 'GOVERNANCE', until: new Date(Date.now() + day) },
    });
    addVersion(scene.bucket, 'prefix/held', { bytes: small, isHeld: true });
    addVersion(scene.bucket, `elsewhere/${key}`, { bytes: small });
  });

  it('lists, reads, deletes and sweeps; locked ones stay', async () => {
    const store = open('pruner');
    expect((await listed(store.list(''))).length).toBe(3);
    expect((await collect(await store.read(key))).length).toBe(5);
    expect(await store.delete(key)).toBe('deleted');
    expect(await store.delete(key)).toBe('absent');
    expect(await store.delete('locked')).toBe('locked');
    expect(await store.delete('held')).toBe('locked');
    expect(await store.sweepUnfinished(new Date())).toEqual([]);
    expect(scene.bucket.objects.has(`prefix/${key}`)).toBe(false);
  });

  it('may not store', async () => {
    await expect(open('pruner').write('x', bodyOf(small))).rejects.toMatchObject(denied('s3:PutObject'));
    await expect(open('pruner').write('x', bodyOf(large))).rejects.toMatchObject(denied('s3:PutObject'));
  });
});

describe('drill', () => {
  it('lists, reads and stores its record; nothing else', async () => {
    addVersion(scene.bucket, `prefix/${key}`, { bytes: small });
    const store = open('drill');
    expect((await listed(store.list('app/'))).length).toBe(1);
    expect((await collect(await store.read(key))).toString()).toBe('small');
    expect(await store.head('app/none')).toBeUndefined();
    expect(await store.write(drill, bodyOf(small))).toMatchObject({ isConfirmed: true });
    await expect(store.write(`${folder}/manifest.json`, bodyOf(small))).rejects.toMatchObject(
      denied('s3:PutObject'),
    );
    await expect(store.delete(key)).rejects.toMatchObject(denied('s3:DeleteObject'));
  });
});
