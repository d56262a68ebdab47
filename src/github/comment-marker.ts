/** The hidden first line by which a comment or an issue of ours is known again. */

/**
 * `<!-- database-actions:report:<key> -->`. Every byte of the key but letters and digits of ASCII is written as `%XX`,
 * so that no key can end the HTML comment, and the ` -->` behind it keeps `a` from being taken for `ab`.
 */
export function commentMarker(key: string): string {
  return marker('report', key);
}

/** `<!-- database-actions:issue:<key> -->`, for an issue of ours. */
export function issueMarker(key: string): string {
  return marker('issue', key);
}

function marker(kind: 'report' | 'issue', key: string): string {
  const encoded = [...Buffer.from(key, 'utf8')].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `<!-- database-actions:${kind}:${encoded.join('')} -->`;
}

/** True when the marker is the whole first line. Further down it may be a quotation of somebody else's. */
export function startsWithMarker(body: string, marker: string): boolean {
  return body.split('\n', 1)[0]?.trimEnd() === marker;
}
