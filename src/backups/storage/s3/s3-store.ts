import type { S3Destination } from '../destination-s3.ts';
import type { BackupStore, StoreContext } from '../store.ts';
import { dialectOf } from './address.ts';
import { createS3Client, defaultPatience, type Patience } from './client.ts';
import { readCredentials, regionOf } from './credentials.ts';
import { deleteObject } from './delete-object.ts';
import { headObject } from './head-object.ts';
import { listObjects } from './list-objects.ts';
import { usualPart } from './parts.ts';
import { readObject } from './read-object.ts';
import type { S3Session } from './session.ts';
import { storeObject } from './store-object.ts';
import { sweepUploads } from './unfinished.ts';

export interface Tuning extends Patience {
  /** Bytes; S3 itself wants 5 MiB at least. */
  readonly firstPart: number;
}

const usualTuning: Tuning = { ...defaultPatience, firstPart: usualPart };

/**
 * A bucket below a prefix. Nothing is sent before the first call. Why no SDK: docs/decisions/object-storage.md.
 * @throws UserError when there are no credentials
 */
export function createS3Store(
  destination: S3Destination,
  context: StoreContext,
  tuning: Tuning = usualTuning,
): BackupStore {
  const dialect = dialectOf(destination.endpoint);
  const session: S3Session = {
    client: createS3Client(
      {
        destination,
        context,
        credentials: readCredentials(context, destination.credentials),
        state: { region: regionOf(context.environment, destination), skewMs: 0 },
      },
      tuning,
    ),
    dialect,
    learned: { knowsSha256: true, knowsConditions: true, mayNotLook: false },
    firstPart: tuning.firstPart,
  };
  return {
    location: destination.location,
    capabilities: {
      createOnly: dialect.createOnly,
      objectLock: true,
      isPublic: undefined,
    },
    list: (prefix) => listObjects(session, prefix),
    read: (key) => readObject(session, key),
    write: (key, body, options = {}) => storeObject(session, key, { body, options }),
    async head(key) {
      const found = await headObject(session, key);
      if (found === undefined) return undefined;
      const { checksum: _, ...copy } = found;
      return copy;
    },
    delete: (key) => deleteObject(session, key),
    sweepUnfinished: (olderThan) => sweepUploads(session, olderThan),
  };
}
