import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RepositoryPlace } from '../../github/pull-request.ts';
import type { Destination } from './destination.ts';
import type { BackupStore, StoreContext } from './store.ts';

/** What only some destinations need. */
export interface StorePlaces {
  /** Absolute; relative folders are below it. */
  readonly workspace: string;
  /** Absolute: what is uploaded as an artifact afterwards. */
  readonly artifactFolder: string;
  /** Absolute, the runner's temporary folder: for what must be known whole before it is sent. */
  readonly scratchFolder: string;
  /** Anybody can read the repository, and so its artifacts. Undefined: not known. */
  readonly isRepositoryPublic: boolean | undefined;
  /** Asked for only when a release is a destination. */
  readonly repository: () => Promise<RepositoryPlace>;
  /** Of the event's release, when it has one. */
  readonly releaseTag: string | undefined;
}

/** @throws UserError when the destination lacks something: credentials, a release */
export async function openStore(
  destination: Destination,
  context: StoreContext,
  places: StorePlaces,
): Promise<BackupStore> {
  switch (destination.kind) {
    case 's3': {
      const { createS3Store } = await import('./s3/s3-store.ts');
      return createS3Store(destination, context);
    }
    case 'file': {
      const { folder } = destination;
      const absolute = isAbsolute(folder) ? folder : join(places.workspace, folder);
      const { createFileStore } = await import('./file/file-store.ts');
      return createFileStore(
        { folder: absolute, location: pathToFileURL(absolute).href, isPublic: undefined },
        context,
      );
    }
    case 'artifact': {
      const { createFileStore } = await import('./file/file-store.ts');
      return createFileStore(
        { folder: places.artifactFolder, location: 'artifact', isPublic: places.isRepositoryPublic },
        context,
      );
    }
    case 'release': {
      const { openReleaseStore } = await import('./release/release-store.ts');
      return openReleaseStore(
        {
          place: await places.repository(),
          tag: destination.tag ?? places.releaseTag,
          scratchFolder: places.scratchFolder,
        },
        context,
      );
    }
  }
}
