import { type Answer, type Call, S3Refusal, tag, xml } from './answer.ts';
import { currentVersion } from './world.ts';

/** ListObjectsV2: the newest versions, in the order of the keys' bytes. */
export function listObjects({ bucket, query, world }: Call): Answer {
  if (query.get('list-type') !== '2') throw new S3Refusal(501, 'NotImplemented');
  const prefix = query.get('prefix') ?? '';
  const encoded = query.get('encoding-type') === 'url';
  const name = (key: string) =>
    encoded ? encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+') : key;
  const token = query.get('continuation-token');
  const after = token === null ? '' : Buffer.from(token, 'base64').toString('utf8');
  const keys = [...bucket.objects.keys()]
    .filter((key) => key.startsWith(prefix) && currentVersion(bucket, key) !== undefined)
    .sort(byBytes)
    .filter((key) => after === '' || byBytes(key, after) > 0);
  const size = Math.min(world.pageSize, Number(query.get('max-keys') ?? 1000));
  const page = keys.slice(0, size);
  const isTruncated = page.length < keys.length;
  const contents = page.map((key) => {
    const version = currentVersion(bucket, key);
    return `<Contents>${tag('Key', name(key))}${tag('LastModified', version?.modifiedAt.toISOString() ?? '')}${tag('ETag', version?.etag ?? '')}${tag('Size', version?.bytes.length ?? 0)}${tag('StorageClass', 'STANDARD')}</Contents>`;
  });
  const next = isTruncated
    ? tag('NextContinuationToken', Buffer.from(page.at(-1) ?? '').toString('base64'))
    : '';
  return {
    status: 200,
    body: xml(
      'ListBucketResult',
      tag('Name', bucket.name) +
        tag('Prefix', name(prefix)) +
        tag('KeyCount', page.length) +
        tag('MaxKeys', size) +
        tag('IsTruncated', isTruncated) +
        (encoded ? tag('EncodingType', 'url') : '') +
        next +
        contents.join(''),
    ),
  };
}

function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
