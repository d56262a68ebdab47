import { checkKey } from '../key.ts';
import type { S3Request } from './exchange.ts';
import { failureOf } from './failure.ts';
import { headObject, type ObjectFacts } from './head-object.ts';
import { fullKey, type S3Session } from './session.ts';

/**
 * Deletes the version that is there. In a versioned bucket a plain DELETE would only hide it: it would go on costing, and
 * a locked one would look as if it were gone.
 */
export async function deleteObject(
  session: S3Session,
  key: string,
): Promise<'deleted' | 'absent' | 'locked'> {
  const { client } = session;
  const found = await headObject(session, checkKey(key));
  if (found === undefined) return 'absent';
  if (isLocked(found, client.connection.context.now())) return 'locked';
  const request: S3Request = {
    operation: 'DeleteObject',
    method: 'DELETE',
    key: fullKey(session, key),
    ...(found.versionId !== undefined &&
      found.versionId !== 'null' && { query: { versionId: found.versionId } }),
  };
  const outcome = await client.call(request);
  if (outcome.kind === 'ok') return 'deleted';
  if (outcome.kind === 'refused' && outcome.status === 404 && outcome.code !== 'NoSuchBucket')
    return 'absent';
  if (outcome.kind === 'refused' && saysLocked(outcome)) return 'locked';
  throw failureOf(outcome, request, client.connection.destination);
}

function isLocked({ isHeld, retainUntil }: ObjectFacts, now: Date): boolean {
  return isHeld || (retainUntil !== undefined && retainUntil > now);
}

/**
 * A role that may not read the retention sees none, and S3 has no code of its own for this: AWS answers AccessDenied, MinIO
 * InvalidRequest, like for a missing permission. Only the message tells them apart; when it changes, an error is thrown.
 */
function saysLocked({
  status,
  code,
  message,
}: {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}): boolean {
  return (
    (status === 403 || status === 400) &&
    (code === 'ObjectLocked' || /object lock|\bWORM\b|legal hold/i.test(message))
  );
}
