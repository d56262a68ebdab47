import { ExternalError } from '../../../errors.ts';
import type { StoredObject } from '../store.ts';
import type { S3Request } from './exchange.ts';
import { fullKey, type S3Session } from './session.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** Through all pages, in the order of the keys. */
export async function* listObjects(session: S3Session, prefix: string): AsyncGenerator<StoredObject> {
  const base = session.client.connection.destination.prefix;
  let token = '';
  do {
    const page = await readPage(session, {
      operation: 'ListObjectsV2',
      method: 'GET',
      key: '',
      query: {
        'list-type': '2',
        'encoding-type': 'url',
        prefix: fullKey(session, prefix),
        ...(token !== '' && { 'continuation-token': token }),
      },
    });
    for (const object of childrenOf(page, 'Contents')) {
      const key = keyIn(page, textOf(object, 'Key'));
      // A "folder" that a console made is an empty object whose key ends with a slash.
      if (!key.startsWith(base) || key.endsWith('/')) continue;
      yield {
        key: key.slice(base.length),
        bytes: Number(textOf(object, 'Size')),
        modifiedAt: new Date(textOf(object, 'LastModified')),
      };
    }
    const next = textOf(page, 'IsTruncated') === 'true' ? textOf(page, 'NextContinuationToken') : '';
    if (next !== '' && next === token) throw unreadable('it names the same page again');
    token = next;
  } while (token !== '');
}

/** @throws ExternalError when the answer is no list */
export async function readPage(session: S3Session, request: S3Request): Promise<XmlElement> {
  const answer = await session.client.expect(request);
  const page = parseXml(answer.text);
  if (page === undefined || !page.name.startsWith('List')) throw unreadable('it is not the XML of a list');
  return page;
}

function unreadable(why: string): ExternalError {
  return new ExternalError('S3', `The list of what is stored cannot be read: ${why}.`, {
    hint: 'Something between the runner and the service may have answered. Check `endpoint` in the destination.',
  });
}

/** Encoded where the service says so: a key may hold what XML cannot. */
export function keyIn(page: XmlElement, key: string): string {
  if (textOf(page, 'EncodingType') !== 'url') return key;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}
