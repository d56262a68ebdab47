import { parseDestination } from '../../../src/backups/storage/destination.ts';
import { usualPart } from '../../../src/backups/storage/s3/parts.ts';
import { createS3Store, type Tuning } from '../../../src/backups/storage/s3/s3-store.ts';
import type { BackupStore, StoreContext } from '../../../src/backups/storage/store.ts';
import { type S3StandIn, startS3StandIn } from '../../stand-ins/s3/server.ts';
import { addBucket, type Bucket, type KeyGrant } from '../../stand-ins/s3/world.ts';
import { accessKeyId, secretAccessKey, storeContext, type TestContext } from './store-context.ts';

export const owner: KeyGrant = { accessKeyId, secretAccessKey };
/** Parts of 64 KiB: what is told of many parts must not take long. */
export const quick: Tuning = { tries: 5, baseMs: 1, firstPart: 64 * 1024 };
export const fullSize: Tuning = { ...quick, firstPart: usualPart };

export interface S3Scene extends AsyncDisposable {
  readonly standIn: S3StandIn;
  readonly bucket: Bucket;
  readonly context: TestContext;
  /** @param query of the destination, such as `&object-lock=governance&retain=1d` */
  open(query?: string, options?: Partial<StoreContext>, tuning?: Tuning): BackupStore;
}

export async function s3Scene(
  options: Partial<Pick<Bucket, 'region' | 'isVersioned' | 'hasObjectLock'>> = {},
  grants: readonly KeyGrant[] = [owner],
): Promise<S3Scene> {
  const standIn = await startS3StandIn(grants);
  const bucket = addBucket(standIn.world, 'backups', options);
  standIn.world.smallestPart = quick.firstPart;
  const context = storeContext();
  return {
    standIn,
    bucket,
    context,
    open(query = '', more = {}, tuning = quick) {
      const destination = parseDestination(
        `s3://backups/our/prefix?endpoint=${standIn.url}${query}`,
        () => undefined,
      );
      if (destination.kind !== 's3') throw new Error('no bucket');
      return createS3Store(destination, { ...context, ...more }, tuning);
    },
    [Symbol.asyncDispose]: () => standIn[Symbol.asyncDispose](),
  };
}
