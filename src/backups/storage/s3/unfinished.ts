import { isBackupKey } from '../../backup-key.ts';
import type { S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { keyIn, readPage } from './list-objects.ts';
import type { S3Session } from './session.ts';
import { childrenOf, textOf } from './xml.ts';

interface UnfinishedUpload {
  /** In full. */
  readonly key: string;
  readonly uploadId: string;
}

/** Ends uploads of backups that were begun before `olderThan`; those of others below our prefix are left alone. */
export async function sweepUploads(session: S3Session, olderThan: Date): Promise<readonly string[]> {
  const { client } = session;
  const { destination, context } = client.connection;
  const ended: string[] = [];
  for (const { key, uploadId } of await unfinishedUploads(session, olderThan)) {
    const request: S3Request = {
      operation: 'AbortMultipartUpload',
      method: 'DELETE',
      key,
      query: { uploadId },
    };
    const outcome = await client.call(request);
    if (outcome.kind === 'ok') ended.push(key.slice(destination.prefix.length));
    else if (outcome.kind === 'refused' && outcome.status === 404)
      context.log.debug(`The upload of ${key} was ended by someone else.`);
    else throw failureOf(outcome, request, destination);
  }
  return ended;
}

/** All of them before any is ended, so that no page moves while it is read. */
async function unfinishedUploads(session: S3Session, olderThan: Date): Promise<readonly UnfinishedUpload[]> {
  const { prefix } = session.client.connection.destination;
  const found: UnfinishedUpload[] = [];
  let marker: Readonly<Record<string, string>> = {};
  for (;;) {
    const page = await readPage(session, {
      operation: 'ListMultipartUploads',
      method: 'GET',
      key: '',
      query: { uploads: '', 'encoding-type': 'url', ...(prefix !== '' && { prefix }), ...marker },
    });
    for (const upload of childrenOf(page, 'Upload')) {
      const key = keyIn(page, textOf(upload, 'Key'));
      const isOurs = key.startsWith(prefix) && isBackupKey(key.slice(prefix.length));
      if (isOurs && new Date(textOf(upload, 'Initiated')) < olderThan)
        found.push({ key, uploadId: textOf(upload, 'UploadId') });
    }
    const next = {
      'key-marker': keyIn(page, textOf(page, 'NextKeyMarker')),
      'upload-id-marker': textOf(page, 'NextUploadIdMarker'),
    };
    const isSame =
      next['upload-id-marker'] === marker['upload-id-marker'] && next['key-marker'] === marker['key-marker'];
    if (textOf(page, 'IsTruncated') !== 'true' || isSame) return found;
    marker = next;
  }
}
