import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addVersion, type Quirks } from '../../stand-ins/s3/world.ts';
import { s3Scene } from './s3-scene.ts';
import { bodyOf, collect, storeContext } from './store-context.ts';

const key = 'app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age';
const small = Buffer.from('small');
const large = randomBytes(64 * 1024 * 9 + 77);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function sceneWith(quirks: Quirks) {
  const scene = await s3Scene();
  Object.assign(scene.standIn.world.quirks, quirks);
  return scene;
}

describe('services that know less than S3', () => {
  it.each<[string, Quirks]>([
    ['ignore checksums', { ignoresChecksums: true }],
    ['refuse checksums with 501', { refusesChecksums: 501 }],
    ['refuse checksums with 400', { refusesChecksums: 400 }],
  ])('%s: stored whole, told as not confirmed', async (_name, quirks) => {
    await using scene = await sceneWith(quirks);
    const store = scene.open();
    for (const [name, bytes] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const copy = await store.write(name, bodyOf(bytes));
      expect(copy).toEqual({ key: name, bytes: bytes.length, sha256: sha256(bytes), isConfirmed: false });
      expect(sha256(await collect(await store.read(name)))).toBe(sha256(bytes));
    }
    if (quirks.refusesChecksums === undefined) return;
    expect(scene.standIn.exchanges.filter(({ status }) => status === quirks.refusesChecksums).length).toBe(1);
    const last = scene.standIn.exchanges.findLast(({ operation }) => operation === 'UploadPart');
    expect(last?.headers['content-md5']).toBeDefined();
  });

  it.each<[string, Quirks]>([
    ['ignore If-None-Match', { ignoresConditions: true }],
    ['refuse If-None-Match', { refusesConditions: true }],
  ])('%s: looked at first, never overwritten', async (_name, quirks) => {
    await using scene = await sceneWith(quirks);
    const store = scene.open();
    expect(store.capabilities.createOnly).toBe(false);
    await store.write(key, bodyOf(large));
    await store.write('small', bodyOf(small));
    await expect(store.write(key, bodyOf(small))).rejects.toThrow(/already holds/);
    await expect(store.write('small', bodyOf(large))).rejects.toThrow(/already holds/);
    expect(scene.bucket.uploads.size).toBe(0);
    expect(scene.bucket.objects.get('our/prefix/small')?.length).toBe(1);
  });

  it('have no list of uploads: an error that says so', async () => {
    await using scene = await sceneWith({ noUploadList: true });
    await expect(scene.open().sweepUnfinished(new Date())).rejects.toMatchObject({
      status: 501,
      code: 'NotImplemented',
    });
  });

  it('know no Object Lock: a warning, not a promise', async () => {
    await using scene = await sceneWith({ ignoresLocks: true });
    const copy = await scene.open('&object-lock=governance&retain=30d').write(key, bodyOf(small));
    expect(copy.retainUntil).toBeUndefined();
    expect(scene.context.lines.join('\n')).toMatch(/warning: .*does not say that it is kept until/);
  });
});

describe('Object Lock', () => {
  const day = 86_400_000;

  it.each(['governance', 'compliance'])('%s: what is stored says until when it is kept', async (mode) => {
    await using scene = await s3Scene({ hasObjectLock: true });
    const store = scene.open(`&object-lock=${mode}&retain=30d`);
    expect(store.capabilities.objectLock).toBe(true);
    for (const [name, bytes] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const copy = await store.write(name, bodyOf(bytes));
      const wanted = Date.now() + 30 * day;
      expect(Math.abs((copy.retainUntil?.getTime() ?? 0) - wanted)).toBeLessThan(5000);
      expect(scene.bucket.objects.get(`our/prefix/${name}`)?.[0]?.lock?.mode).toBe(mode.toUpperCase());
      expect(await store.delete(name)).toBe('locked');
      expect(await store.head(name)).toMatchObject({ bytes: bytes.length });
    }
  });

  it('for as long as the call wants, when it says so', async () => {
    await using scene = await s3Scene({ hasObjectLock: true });
    const retainUntil = new Date(Math.ceil(Date.now() / 1000) * 1000 + 90 * day);
    const copy = await scene.open().write(key, bodyOf(small), { retainUntil });
    expect(copy.retainUntil).toEqual(retainUntil);
  });

  it('a legal hold, and a lock that the role may not see, are locked as well', async () => {
    await using scene = await s3Scene({ hasObjectLock: true });
    const store = scene.open();
    addVersion(scene.bucket, 'our/prefix/held', { bytes: small, isHeld: true });
    expect(await store.delete('held')).toBe('locked');
    const blind = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:DeleteObject*'], Resource: 'arn:aws:s3:::backups/*' },
      ],
    } as const;
    scene.standIn.world.grants.push({ accessKeyId: 'BLIND', secretAccessKey: 'blind-secret', policy: blind });
    const environment = { AWS_ACCESS_KEY_ID: 'BLIND', AWS_SECRET_ACCESS_KEY: 'blind-secret' };
    expect(await scene.open('', { environment }).delete('held')).toBe('locked');
    expect(scene.bucket.objects.get('our/prefix/held')?.length).toBe(1);
  });

  it('a bucket without it is an error that says what to do', async () => {
    await using scene = await s3Scene();
    const store = scene.open('&object-lock=governance&retain=1d');
    await expect(store.write(key, bodyOf(small))).rejects.toMatchObject({
      code: 'InvalidRequest',
      hint: expect.stringMatching(/Object Lock/),
    });
    await expect(store.write(key, bodyOf(large))).rejects.toMatchObject({ code: 'InvalidRequest' });
  });
});

describe('unfinished uploads', () => {
  async function begin(scene: Awaited<ReturnType<typeof s3Scene>>, at: string, daysAgo: number) {
    const id = `${at}-${daysAgo}`;
    scene.bucket.uploads.set(id, {
      id,
      key: at,
      initiated: new Date(Date.now() - daysAgo * 86_400_000),
      contentType: '',
      algorithm: undefined,
      lock: undefined,
      parts: new Map(),
    });
  }

  it('of backups are ended when they are old, through all pages; those of others stay', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.pageSize = 2;
    for (let number = 10; number < 17; number += 1)
      await begin(
        scene,
        `our/prefix/app/2026/11/app_202611${number}T050000Z_release_ab12cd3/dump.tar.age`,
        9,
      );
    await begin(scene, 'our/prefix/app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age', 1);
    await begin(scene, 'our/prefix/somebody/video.mp4', 90);
    await begin(scene, 'our/prefix-2/app/2026/11/app_20261110T050000Z_release_ab12cd3/dump.tar.age', 90);
    const swept = await scene.open().sweepUnfinished(new Date(Date.now() - 7 * 86_400_000));
    expect(swept.length).toBe(7);
    expect(swept[0]).toBe('app/2026/11/app_20261110T050000Z_release_ab12cd3/dump.tar.age');
    expect([...scene.bucket.uploads.values()].map((upload) => upload.key).sort()).toEqual([
      'our/prefix-2/app/2026/11/app_20261110T050000Z_release_ab12cd3/dump.tar.age',
      'our/prefix/app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age',
      'our/prefix/somebody/video.mp4',
    ]);
  });
});

describe('credentials', () => {
  it('are those of the destination, masked before anything is sent', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.grants.push({
      accessKeyId: 'SECONDKEY',
      secretAccessKey: 'second-secret',
      sessionToken: 'second-token',
    });
    const context = storeContext({
      environment: {
        AWS_ACCESS_KEY_ID: 'nobody',
        AWS_SECRET_ACCESS_KEY: 'nobody',
        SECOND_AWS_ACCESS_KEY_ID: 'SECONDKEY',
        SECOND_AWS_SECRET_ACCESS_KEY: 'second-secret',
        SECOND_AWS_SESSION_TOKEN: 'second-token',
      },
    });
    const store = scene.open('&credentials=SECOND', context);
    expect(context.masked).toEqual(['SECONDKEY', 'second-secret', 'second-token']);
    await store.write(key, bodyOf(small));
    expect(new Set(scene.standIn.exchanges.map(({ accessKeyId }) => accessKeyId))).toEqual(
      new Set(['SECONDKEY']),
    );
  });

  it('that are missing are named', async () => {
    await using scene = await s3Scene();
    expect(() =>
      scene.open('&credentials=SECOND', { environment: { SECOND_AWS_ACCESS_KEY_ID: 'x' } }),
    ).toThrow('SECOND_AWS_SECRET_ACCESS_KEY not set');
  });
});
