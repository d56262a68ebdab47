import { join } from 'node:path';
import type { Logger } from '../../log.ts';
import { parseSnapshotText } from '../../schema/snapshot-file.ts';
import type { Identities } from '../encryption/identities.ts';
import { fetchDump, fetchSchema } from '../fetch-dump.ts';
import { type OpenBackup, openBackup, type Trust } from '../open-backup.ts';
import type { BackupStore } from '../storage/store.ts';
import type { DrillSubject } from './drill-parts.ts';

export interface StoredSubjectRequest {
  readonly store: BackupStore;
  readonly backupId: string;
  readonly series: string;
  readonly trust: Trust;
  readonly identities: Identities | undefined;
  readonly log: Logger;
  readonly signal: AbortSignal;
}

/** One copy of a backup: the manifest with its signature first, then everything that its hashes speak for. */
export function storedSubject(request: StoredSubjectRequest): DrillSubject {
  const { store, backupId, series, trust } = request;
  return {
    backupId,
    series,
    location: store.location,
    async open() {
      const backup = await openBackup(store, backupId, trust);
      const { manifest, manifestSha256, signature } = backup;
      return {
        manifest,
        manifestSha256,
        isSigned: signature.kind === 'signed',
        fetch: (folder) => fetchAll(backup, folder, request),
      };
    },
  };
}

async function fetchAll(backup: OpenBackup, folder: string, request: StoredSubjectRequest) {
  const hasSchema = backup.manifest.files.some(({ role }) => role === 'schema');
  const schema = hasSchema ? await fetchSchema(backup, request) : undefined;
  const { path, bytes } = await fetchDump(backup, join(folder, 'dump'), request);
  return {
    archive: path,
    schema: schema === undefined ? undefined : parseSnapshotText(schema, 'The schema of the backup'),
    bytes: bytes + Buffer.byteLength(schema ?? ''),
  };
}
