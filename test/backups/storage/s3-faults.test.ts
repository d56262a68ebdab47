import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExternalError, UserError } from '../../../src/errors.ts';
import { addVersion } from '../../stand-ins/s3/world.ts';
import { type S3Scene, s3Scene } from './s3-scene.ts';
import { bodyOf, collect, secretAccessKey } from './store-context.ts';

const key = 'app/2026/11/app_20261122T050000Z_release_ab12cd3/dump.tar.age';
const small = Buffer.from('small');
const large = randomBytes(64 * 1024 * 12 + 1);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let scene: S3Scene;
beforeEach(async () => {
  scene = await s3Scene();
});
afterEach(async () => {
  await scene[Symbol.asyncDispose]();
});

function count(operation: string): number {
  return scene.standIn.exchanges.filter((exchange) => exchange.operation === operation).length;
}

async function failureOf(work: Promise<unknown>): Promise<ExternalError> {
  const thrown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof ExternalError) return thrown;
  throw new Error(`no ExternalError but ${String(thrown)}`);
}

async function storedWhole(bytes: Buffer): Promise<void> {
  const copy = await scene.open().write(key, bodyOf(bytes));
  expect(copy).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes), isConfirmed: true });
  const [version] = scene.bucket.objects.get(`our/prefix/${key}`) ?? [];
  expect(sha256(version?.bytes ?? Buffer.alloc(0))).toBe(sha256(bytes));
  expect(scene.bucket.uploads.size).toBe(0);
}

describe('what passes is tried again', () => {
  it.each([
    ['500 in the middle of an upload', { operation: 'UploadPart', skip: 1, status: 500, times: 2 }],
    ['a part cut before it arrived', { operation: 'UploadPart', skip: 1, reset: 'before' as const }],
    ['a part whose answer was lost', { operation: 'UploadPart', skip: 2, reset: 'after' as const }],
    ['a part that changed on the way', { operation: 'UploadPart', status: 400, code: 'BadDigest' }],
    ['503 SlowDown', { operation: 'UploadPart', status: 503, code: 'SlowDown', times: 3 }],
    ['429', { operation: 'CreateMultipartUpload', status: 429, code: 'TooManyRequests' }],
    ['500 when it is begun', { operation: 'CreateMultipartUpload', status: 500 }],
    ['200 with an error in it', { operation: 'CompleteMultipartUpload', status: 200, code: 'InternalError' }],
    ['an answer to Complete that is cut off', { operation: 'CompleteMultipartUpload', truncateAt: 60 }],
    ['a Complete whose answer was lost', { operation: 'CompleteMultipartUpload', reset: 'after' as const }],
    [
      'a Complete that was done and answered 500',
      { operation: 'CompleteMultipartUpload', status: 500, applied: true },
    ],
    ['a conflict', { operation: 'CompleteMultipartUpload', status: 409, code: 'ConditionalRequestConflict' }],
  ])('%s', async (_name, fault) => {
    scene.standIn.faults.add(fault);
    await storedWhole(large);
  });

  it.each([
    ['500', { operation: 'PutObject', status: 500 }],
    ['a cut connection', { operation: 'PutObject', reset: 'before' as const }],
    ['a lost answer', { operation: 'PutObject', reset: 'after' as const }],
    ['done, and answered 503', { operation: 'PutObject', status: 503, applied: true }],
  ])('one request: %s', async (_name, fault) => {
    scene.standIn.faults.add(fault);
    await storedWhole(small);
  });

  it('after as long as Retry-After says', async () => {
    scene.standIn.faults.add({
      operation: 'PutObject',
      status: 503,
      code: 'SlowDown',
      headers: { 'retry-after': '1' },
    });
    const started = performance.now();
    await storedWhole(small);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('a request without an answer ends after its time', async () => {
    scene.standIn.faults.add({ operation: 'PutObject', delayMs: 60_000 });
    const store = scene.open('', { timeoutMs: 200 });
    expect(await store.write(key, bodyOf(small))).toMatchObject({ isConfirmed: true });
    expect(scene.context.lines.join('\n')).toContain('no answer within 200 ms');
  });

  it('but not while S3 puts parts together and says so by a blank now and then', async () => {
    scene.standIn.faults.add({ operation: 'CompleteMultipartUpload', blanksMs: 600 });
    const store = scene.open('', { timeoutMs: 250 });
    expect(await store.write(key, bodyOf(large))).toMatchObject({ isConfirmed: true });
    expect(count('CompleteMultipartUpload')).toBe(1);
  });

  it('with the server’s time when ours is wrong', async () => {
    scene.standIn.world.skewMs = 3 * 3600_000;
    await storedWhole(large);
    expect(scene.standIn.exchanges.filter(({ status }) => status === 403).length).toBeLessThanOrEqual(2);
  });
});

describe('what does not pass', () => {
  it('takes the upload away, and says what failed', async () => {
    scene.standIn.faults.add({ operation: 'UploadPart', skip: 2, status: 500, times: 50 });
    const error = await failureOf(scene.open().write(key, bodyOf(large)));
    expect(error).toMatchObject({ service: 'S3', status: 500, code: 'InternalError', retryable: true });
    expect(error.requestId).toMatch(/^STANDIN/);
    expect(scene.bucket.uploads.size).toBe(0);
    expect(scene.bucket.objects.size).toBe(0);
  });

  it('also when the body fails, or is shorter than announced', async () => {
    async function* failing() {
      yield large.subarray(0, 70_000);
      throw new UserError('pg_dump died');
    }
    await expect(scene.open().write(key, failing())).rejects.toThrow('pg_dump died');
    await expect(scene.open().write(key, bodyOf(large), { bytes: large.length + 1 })).rejects.toThrow(
      /announced/,
    );
    await expect(scene.open().write(key, bodyOf(small), { bytes: 6 })).rejects.toThrow(/announced/);
    expect(scene.bucket.uploads.size).toBe(0);
    expect(scene.bucket.objects.size).toBe(0);
  });

  it('also when the run is cancelled while the body waits', async () => {
    const controller = new AbortController();
    async function* waiting() {
      yield large.subarray(0, 70_000);
      setTimeout(() => controller.abort(new Error('cancelled')), 50);
      await new Promise(() => undefined);
    }
    const store = scene.open('', { signal: controller.signal });
    await expect(store.write(key, waiting())).rejects.toThrow('cancelled');
    expect(scene.bucket.uploads.size).toBe(0);
  });

  it('a cancelled run ends the requests that are under way', async () => {
    const controller = new AbortController();
    scene.standIn.faults.add({ operation: 'UploadPart', delayMs: 60_000, times: 3 });
    setTimeout(() => controller.abort(new Error('cancelled')), 300);
    const store = scene.open('', { signal: controller.signal, timeoutMs: 60_000 });
    await expect(store.write(key, bodyOf(large))).rejects.toThrow('cancelled');
    expect(scene.bucket.uploads.size).toBe(0);
  });

  it('leftovers that cannot be taken away are told', async () => {
    scene.standIn.faults.add({ operation: 'UploadPart', status: 400, code: 'InvalidPart' });
    scene.standIn.faults.add({ operation: 'AbortMultipartUpload', status: 403, code: 'AccessDenied' });
    await failureOf(scene.open().write(key, bodyOf(large)));
    expect(scene.context.lines.join('\n')).toMatch(/warning: .*s3:AbortMultipartUpload.*lifecycle rule/);
  });

  it('an answer to PutObject that is lost, while the key is another’s', async () => {
    scene.standIn.faults.add({ operation: 'PutObject', reset: 'before' });
    addVersion(scene.bucket, `our/prefix/${key}`, { bytes: Buffer.from('other') });
    await expect(scene.open().write(key, bodyOf(small))).rejects.toThrow(/already holds/);
  });

  it('stops sending parts when one has failed', async () => {
    scene.standIn.faults.add({ operation: 'UploadPart', status: 400, code: 'InvalidPart' });
    let made = 0;
    async function* endless() {
      for (;;) {
        made += 1;
        yield large.subarray(0, 64 * 1024);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    await failureOf(scene.open().write(key, endless()));
    expect(made).toBeLessThan(200);
  });
});

describe('refusals say what to do', () => {
  it.each([
    ['AccessDenied', 403, /`s3:PutObject` on arn:aws:s3:::backups\/our\/prefix\/\*/],
    ['ExpiredToken', 400, /role-duration-seconds/],
    ['InvalidAccessKeyId', 403, /AWS_ACCESS_KEY_ID/],
    ['SignatureDoesNotMatch', 403, /AWS_SECRET_ACCESS_KEY/],
    ['NoSuchBucket', 404, /no such bucket/],
  ])('%s', async (code, status, hint) => {
    scene.standIn.faults.add({ operation: 'PutObject', status, code });
    const error = await failureOf(scene.open().write(key, bodyOf(small)));
    expect(error).toMatchObject({ code, status });
    expect(error.hint).toMatch(hint);
    expect(JSON.stringify([error.message, error.hint])).not.toContain(secretAccessKey);
    expect(count('PutObject')).toBe(1);
    expect(scene.bucket.objects.size).toBe(0);
  });

  it('a secret that is wrong, and a token that has ended', async () => {
    const wrong = scene.open('', {
      environment: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLEOFATEST00', AWS_SECRET_ACCESS_KEY: 'wrong-wrong' },
    });
    expect((await failureOf(wrong.write(key, bodyOf(small)))).code).toBe('SignatureDoesNotMatch');
    scene.standIn.world.grants.push({
      accessKeyId: 'ASIAX',
      secretAccessKey: 'temporary',
      sessionToken: 'the-token',
      isExpired: true,
    });
    const expired = scene.open('', {
      environment: {
        AWS_ACCESS_KEY_ID: 'ASIAX',
        AWS_SECRET_ACCESS_KEY: 'temporary',
        AWS_SESSION_TOKEN: 'the-token',
      },
    });
    expect((await failureOf(expired.write(key, bodyOf(small)))).code).toBe('ExpiredToken');
  });

  it('a page of a proxy is no answer of S3', async () => {
    const fetch = async () => new Response('<html><body>Login</body></html>', { status: 200 });
    const store = scene.open('', { fetch, timeoutMs: 100 });
    await expect(collect(store.list('') as AsyncIterable<never>)).rejects.toThrow(/not the XML of a list/);
    await expect(store.write(key, bodyOf(large))).rejects.toThrow(/does not come from S3/);
  });
});

describe('the region', () => {
  it.each([false, true])('is learned from the answer (malformed: %s)', async (wrongRegionIsMalformed) => {
    await using far = await s3Scene({ region: 'eu-central-1' });
    far.standIn.world.quirks.wrongRegionIsMalformed = wrongRegionIsMalformed;
    const store = far.open();
    await store.write(key, bodyOf(large));
    await store.write('other', bodyOf(small));
    expect(
      far.standIn.exchanges.filter(({ status }) => status === 301 || status === 400).length,
    ).toBeLessThanOrEqual(2);
  });

  it('also of a HEAD, which has no body', async () => {
    await using far = await s3Scene({ region: 'eu-central-1' });
    expect(await far.open().head(key)).toBeUndefined();
  });
});

describe('reading', () => {
  beforeEach(() => {
    addVersion(scene.bucket, `our/prefix/${key}`, { bytes: large });
  });

  it('goes on where the connection broke', async () => {
    scene.standIn.faults.add({ operation: 'GetObject', truncateAt: 300_000 });
    scene.standIn.faults.add({ operation: 'GetObject', truncateAt: 100_000 });
    expect(sha256(await collect(await scene.open().read(key)))).toBe(sha256(large));
    expect(count('GetObject')).toBe(3);
  });

  it('goes on after a stall, and gives up where nothing comes any more', async () => {
    scene.standIn.faults.add({ operation: 'GetObject', stallMs: 5000 });
    const store = scene.open('', { timeoutMs: 200 });
    expect(sha256(await collect(await store.read(key)))).toBe(sha256(large));
    scene.standIn.faults.add({ operation: 'GetObject', truncateAt: 0, times: 50 });
    const error = await failureOf(store.read(key).then(collect));
    expect(error.message).toMatch(/broke after 0 of/);
  });

  it('never mixes two objects', async () => {
    scene.standIn.faults.add({ operation: 'GetObject', truncateAt: 1000 });
    const body = await scene.open().read(key);
    const iterator = body[Symbol.asyncIterator]();
    await iterator.next();
    addVersion(scene.bucket, `our/prefix/${key}`, { bytes: Buffer.alloc(large.length) });
    const rest = (async () => {
      while ((await iterator.next()).done !== true);
    })();
    expect((await failureOf(rest)).status).toBe(412);
  });

  it('hands flipped bits on: the reader compares hashes', async () => {
    scene.standIn.faults.add({ operation: 'GetObject', flipAt: 5 });
    expect(sha256(await collect(await scene.open().read(key)))).not.toBe(sha256(large));
  });

  it('waits for a reader that is busy, before and in between', async () => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
    const body = await scene.open('', { timeoutMs: 60 }).read(key);
    await pause();
    let length = 0;
    for await (const chunk of body) {
      if (length < 200_000) await pause();
      length += chunk.length;
    }
    expect(length).toBe(large.length);
    expect(count('GetObject')).toBe(1);
  });

  it('can be left in the middle', async () => {
    for await (const chunk of await scene.open().read(key)) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    await expect.poll(() => scene.standIn.load.now).toBe(0);
  });
});
