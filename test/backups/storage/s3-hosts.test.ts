import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDestination } from '../../../src/backups/storage/destination.ts';
import { createS3Store } from '../../../src/backups/storage/s3/s3-store.ts';
import type { BackupStore } from '../../../src/backups/storage/store.ts';
import type { S3StandIn } from '../../stand-ins/s3/server.ts';
import { quick, s3Scene } from './s3-scene.ts';
import { bodyOf, collect, storeContext } from './store-context.ts';

const large = randomBytes(64 * 1024 * 20 + 5);

/** The real names of services lead to the stand-in, which is told what the client called it. */
function openAt(
  standIn: S3StandIn,
  line: string,
  region?: string,
): { store: BackupStore; hosts: Set<string> } {
  const hosts = new Set<string>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(String(input));
    hosts.add(url.host);
    const headers = new Headers(init?.headers);
    headers.set('x-stand-in-host', url.host);
    return globalThis.fetch(`${standIn.url}${url.pathname}${url.search}`, { ...init, headers });
  };
  const context = storeContext({ fetch });
  const destination = parseDestination(line, () => undefined);
  if (destination.kind !== 's3') throw new Error('no bucket');
  const environment = { ...context.environment, ...(region !== undefined && { AWS_REGION: region }) };
  return { store: createS3Store(destination, { ...context, environment }, quick), hosts };
}

describe('where a bucket is reached', () => {
  it('AWS: the bucket in the host, in the region of the environment', async () => {
    await using scene = await s3Scene({ region: 'eu-central-1' });
    const { store, hosts } = openAt(scene.standIn, 's3://backups/a b/é', 'eu-central-1');
    expect(store.capabilities).toEqual({ createOnly: true, objectLock: true, isPublic: undefined });
    await store.write('x + y', bodyOf(large));
    await store.write("!'()*", bodyOf(Buffer.from('odd')));
    expect([...scene.bucket.objects.keys()]).toEqual(['a b/é/x + y', "a b/é/!'()*"]);
    expect((await collect(await store.read('x + y'))).equals(large)).toBe(true);
    expect([...hosts]).toEqual(['backups.s3.eu-central-1.amazonaws.com']);
    // Nothing is looked at first: a role that may only write is enough.
    expect(scene.standIn.exchanges.some(({ operation }) => operation === 'HeadObject')).toBe(false);
  });

  it('AWS: in another region than was thought', async () => {
    await using scene = await s3Scene({ region: 'eu-central-1' });
    const { store, hosts } = openAt(scene.standIn, 's3://backups/x', 'us-west-2');
    await store.write('y', bodyOf(large));
    expect([...hosts]).toEqual([
      'backups.s3.us-west-2.amazonaws.com',
      'backups.s3.eu-central-1.amazonaws.com',
    ]);
  });

  it('R2: the bucket in the path, the region `auto`, parts of one size', async () => {
    await using scene = await s3Scene();
    scene.standIn.world.quirks.wantsEqualParts = true;
    const line = 's3://backups/x?endpoint=https://0123.r2.cloudflarestorage.com';
    const { store, hosts } = openAt(scene.standIn, line, 'eu-central-1');
    await store.write('y', bodyOf(large));
    expect([...hosts]).toEqual(['0123.r2.cloudflarestorage.com']);
    const parts = scene.standIn.exchanges.filter(({ operation }) => operation === 'UploadPart');
    expect(parts.map(({ bytes }) => bytes).sort((a, b) => a - b)).toEqual([
      large.length - 1024 * 1024,
      512 * 1024,
      512 * 1024,
    ]);
  });

  it('B2: the region is part of the host; path-style can be switched off', async () => {
    await using scene = await s3Scene({ region: 'eu-central-003' });
    const line = 's3://backups/x?endpoint=https://s3.eu-central-003.backblazeb2.com&path-style=false';
    const { store, hosts } = openAt(scene.standIn, line, 'us-west-2');
    await store.write('y', bodyOf(Buffer.from('z')));
    expect([...hosts]).toEqual(['backups.s3.eu-central-003.backblazeb2.com']);
    expect(scene.standIn.exchanges.every(({ status }) => status !== 301)).toBe(true);
  });
});
