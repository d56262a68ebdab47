/** The stand-in under AWS's own client: what the SDK makes of it is what it would make of S3. */
import { randomBytes } from 'node:crypto';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type S3StandIn, startS3StandIn } from './server.ts';
import { addBucket } from './world.ts';

const Bucket = 'backups';
const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'a+secret/of the test' };

let standIn: S3StandIn;
let client: S3Client;

beforeEach(async () => {
  standIn = await startS3StandIn([credentials]);
  addBucket(standIn.world, Bucket, { hasObjectLock: true });
  client = clientWith({});
});
afterEach(async () => {
  client.destroy();
  await standIn[Symbol.asyncDispose]();
});

function clientWith(more: Partial<typeof credentials> & { region?: string }): S3Client {
  return new S3Client({
    endpoint: standIn.url,
    region: more.region ?? 'us-east-1',
    forcePathStyle: true,
    credentials: { ...credentials, ...more },
    maxAttempts: 1,
  });
}

describe('objects', () => {
  it.each(['plain', 'odd + é &=?#%.txt', 'a/b/../c'])('%s: put, head, get, delete', async (Key) => {
    const Body = Buffer.from(`body of ${Key}`);
    const put = await client.send(new PutObjectCommand({ Bucket, Key, Body }));
    expect(put.ChecksumCRC32).toMatch(/=$/);
    const head = await client.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({
      ContentLength: Body.length,
      VersionId: put.VersionId,
      ChecksumCRC32: put.ChecksumCRC32,
    });
    const got = await client.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe(Body.toString());
    await client.send(new DeleteObjectCommand({ Bucket, Key, VersionId: put.VersionId }));
    await expect(client.send(new GetObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  it('conditions, checksums and locks hold', async () => {
    const put = (more: object) => client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x', ...more }));
    await expect(put({ ChecksumSHA256: Buffer.alloc(32).toString('base64') })).rejects.toMatchObject({
      name: 'BadDigest',
    });
    const { VersionId } = await put({
      IfNoneMatch: '*',
      ObjectLockMode: 'GOVERNANCE',
      ObjectLockRetainUntilDate: new Date(Date.now() + 3600_000),
    });
    await expect(put({ IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    const head = await client.send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(head.ObjectLockMode).toBe('GOVERNANCE');
    await expect(client.send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }))).rejects.toMatchObject(
      { name: 'AccessDenied' },
    );
    // Without a version only a marker is put over it.
    expect((await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }))).DeleteMarker).toBe(true);
    await client.send(
      new DeleteObjectCommand({ Bucket, Key: 'k', VersionId, BypassGovernanceRetention: true }),
    );
  });

  it('a streamed body is taken out of its frames', async () => {
    const { Readable } = await import('node:stream');
    const bytes = randomBytes(200_000);
    await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 's',
        Body: Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]),
        ContentLength: bytes.length,
      }),
    );
    expect(standIn.world.buckets.get(Bucket)?.objects.get('s')?.[0]?.bytes.equals(bytes)).toBe(true);
  });
});

describe('lists and uploads', () => {
  it('pages of keys', async () => {
    standIn.world.pageSize = 4;
    for (let number = 0; number < 9; number += 1)
      await client.send(new PutObjectCommand({ Bucket, Key: `p/${number} é`, Body: 'x' }));
    const keys: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket, Prefix: 'p/', ...(ContinuationToken && { ContinuationToken }) }),
      );
      keys.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(keys.length).toBe(9);
    expect(keys[8]).toBe('p/8 é');
  });

  it('an upload in parts, its composite checksum, and one that is given up', async () => {
    const common = { Bucket, Key: 'm' };
    const { UploadId } = await client.send(
      new CreateMultipartUploadCommand({ ...common, ChecksumAlgorithm: 'SHA256' }),
    );
    const bodies = [randomBytes(5 * 1024 * 1024), Buffer.from('end')];
    const Parts = [];
    for (const [index, Body] of bodies.entries()) {
      const PartNumber = index + 1;
      const part = await client.send(
        new UploadPartCommand({ ...common, UploadId, PartNumber, Body, ChecksumAlgorithm: 'SHA256' }),
      );
      Parts.push({ PartNumber, ETag: part.ETag, ChecksumSHA256: part.ChecksumSHA256 });
    }
    const listed = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    expect(listed.Uploads?.map(({ UploadId: id }) => id)).toEqual([UploadId]);
    const done = await client.send(
      new CompleteMultipartUploadCommand({ ...common, UploadId, MultipartUpload: { Parts } }),
    );
    expect(done.ChecksumSHA256).toMatch(/-2$/);
    const other = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'n' }));
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: 'n', UploadId: other.UploadId }));
    expect(standIn.world.buckets.get(Bucket)?.uploads.size).toBe(0);
  });
});

describe('refusals', () => {
  it('of a wrong secret, an unknown key, a wrong region', async () => {
    const list = new ListObjectsV2Command({ Bucket });
    await expect(clientWith({ secretAccessKey: 'wrong' }).send(list)).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    });
    await expect(clientWith({ accessKeyId: 'OTHER' }).send(list)).rejects.toMatchObject({
      name: 'InvalidAccessKeyId',
    });
    await expect(clientWith({ region: 'eu-west-1' }).send(list)).rejects.toMatchObject({
      name: 'PermanentRedirect',
    });
  });
});
