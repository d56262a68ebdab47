import { ExternalError } from '../../../errors.ts';
import type { S3Destination } from '../destination-s3.ts';
import type { Operation, Refusal, S3Request } from './exchange.ts';

const verbs: Readonly<Record<Operation, string>> = {
  PutObject: 'store',
  GetObject: 'read',
  HeadObject: 'look at',
  DeleteObject: 'delete',
  ListObjectsV2: 'list what is stored below',
  CreateMultipartUpload: 'begin the upload of',
  UploadPart: 'store a part of',
  CompleteMultipartUpload: 'complete the upload of',
  AbortMultipartUpload: 'end the upload of',
  ListMultipartUploads: 'list the unfinished uploads below',
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
function permissionsFor({ operation, query, headers }: S3Request): readonly string[] {
  switch (operation) {
    case 'PutObject':
    case 'CreateMultipartUpload':
      return headers?.['x-amz-object-lock-mode'] === undefined
        ? ['s3:PutObject']
        : ['s3:PutObject', 's3:PutObjectRetention'];
    case 'UploadPart':
    case 'CompleteMultipartUpload':
      return ['s3:PutObject'];
    case 'GetObject':
      return ['s3:GetObject'];
    case 'HeadObject':
      // Without the second, what is not there is told as forbidden.
      return ['s3:GetObject', 's3:ListBucket'];
    case 'DeleteObject':
      return [query?.versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'];
    case 'ListObjectsV2':
      return ['s3:ListBucket'];
    case 'AbortMultipartUpload':
      return ['s3:AbortMultipartUpload'];
    case 'ListMultipartUploads':
      return ['s3:ListBucketMultipartUploads'];
  }
}

type Failed =
  | Pick<Refusal, 'kind' | 'status' | 'code' | 'message' | 'requestId'>
  | {
      readonly kind: 'no-answer';
      readonly reason: string;
    };

/** What S3 answered instead of doing it. It holds no secret: only its code, its message and its request id are taken. */
export function failureOf(failed: Failed, request: S3Request, destination: S3Destination): ExternalError {
  const what = `${verbs[request.operation]} ${request.key === '' ? destination.location : request.key}`;
  if (failed.kind === 'no-answer')
    return new ExternalError(
      'S3',
      `${serviceOf(destination)} gave no answer when asked to ${what}: ${failed.reason}.`,
      {
        retryable: true,
        hint: `Check that ${serviceOf(destination)} can be reached from the runner, and run the job again.`,
      },
    );
  const said = [failed.code, failed.message === '' ? '' : `(${failed.message})`]
    .filter((text) => text !== '')
    .join(' ');
  const hint = hintFor(failed, request, destination);
  return new ExternalError(
    'S3',
    `${serviceOf(destination)} refused to ${what}: ${failed.status} ${said}`.trim(),
    {
      status: failed.status,
      ...(failed.code !== '' && { code: failed.code }),
      ...(failed.requestId !== '' && { requestId: failed.requestId }),
      retryable: failed.status >= 500 || failed.status === 429,
      ...(hint !== undefined && { hint }),
    },
  );
}

function serviceOf({ endpoint }: S3Destination): string {
  return endpoint === undefined ? 'S3' : new URL(endpoint).host;
}

const hints: Readonly<Record<string, string>> = {
  ExpiredToken:
    'The credentials ended before the backup did. Raise `role-duration-seconds` of aws-actions/configure-aws-credentials (and the longest session of the role), or run it right before this step.',
  TokenRefreshRequired: 'The credentials have expired: run aws-actions/configure-aws-credentials again.',
  InvalidToken: 'AWS_SESSION_TOKEN does not belong to the key, or the service takes none: unset it.',
  InvalidAccessKeyId:
    'AWS_ACCESS_KEY_ID is unknown there: it may be of another account or service, or deleted.',
  SignatureDoesNotMatch:
    'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or a proxy changed the request.',
  NoSuchBucket: 'There is no such bucket. Create it first; nothing here makes buckets.',
  RequestTimeTooSkewed: 'The clock of the runner is wrong, and the service did not tell its own time.',
  QuotaExceeded: 'The account or bucket is full.',
};

function hintFor(
  failed: Extract<Failed, { kind: 'refused' }>,
  request: S3Request,
  { bucket, prefix }: S3Destination,
): string | undefined {
  if (failed.code in hints) return hints[failed.code];
  if (failed.code === 'AccessDenied' || (failed.status === 403 && failed.code === '')) {
    const needed = permissionsFor(request).map((permission) => `\`${permission}\``);
    const resource = request.key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${prefix}*`;
    return `Allow ${needed.join(' and ')} on ${resource} (docs/backups/permissions.md), and \`kms:GenerateDataKey\` and \`kms:Decrypt\` where the bucket is encrypted with a key of yours.`;
  }
  if (request.headers?.['x-amz-object-lock-mode'] !== undefined && failed.status === 400)
    return 'Object Lock is asked for: the bucket must have been made with it, or have it switched on, with versioning.';
  if (failed.status === 301)
    return 'The bucket lies in another region: name it with `?region=` in the destination.';
  return undefined;
}
