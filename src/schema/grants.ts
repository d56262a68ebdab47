import { arrayOf, isString } from '../guard.ts';

/** The letters of an `aclitem` (https://www.postgresql.org/docs/current/ddl-priv.html#PRIVILEGE-ABBREVS-TABLE). */
const privileges: Readonly<Record<string, string>> = {
  a: 'INSERT',
  r: 'SELECT',
  w: 'UPDATE',
  d: 'DELETE',
  D: 'TRUNCATE',
  x: 'REFERENCES',
  t: 'TRIGGER',
  m: 'MAINTAIN',
  X: 'EXECUTE',
  U: 'USAGE',
  C: 'CREATE',
  c: 'CONNECT',
  T: 'TEMPORARY',
  s: 'SET',
  A: 'ALTER SYSTEM',
};

const areItems = arrayOf(isString);

/**
 * What was granted and revoked, against what would hold if nothing was: `app: SELECT, INSERT*` (a star: with grant option),
 * `revoked from PUBLIC: EXECUTE`. Who granted it is left away. Sorted.
 * @param value `[items, default items]` as text, from the catalog query
 */
export function grantTexts(value: unknown): readonly string[] {
  const [items, defaults]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!areItems(items) || !areItems(defaults))
    throw new Error('The catalog query gave grants of another shape.');
  const [granted, standard] = [byGrantee(items), byGrantee(defaults)];
  const grantees = [...new Set([...granted.keys(), ...standard.keys()])];
  return grantees
    .flatMap((grantee) => {
      const [has, had] = [granted.get(grantee) ?? [], standard.get(grantee) ?? []];
      const more = has.filter((privilege) => !had.includes(privilege));
      const less = had.filter(
        (privilege) => !has.some((held) => held === privilege || held === `${privilege}*`),
      );
      return [
        ...(more.length === 0 ? [] : [`${grantee}: ${more.join(', ')}`]),
        ...(less.length === 0 ? [] : [`revoked from ${grantee}: ${less.join(', ')}`]),
      ];
    })
    .toSorted();
}

function byGrantee(items: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const grants = new Map<string, readonly string[]>();
  for (const item of items) {
    const match = /^("(?:[^"]|"")*"|[^="]*)=([a-zA-Z*]*)\//s.exec(item);
    if (match === null) throw new Error('The catalog query gave a grant that cannot be read.');
    const [, name = '', letters = ''] = match;
    const grantee = name === '' ? 'PUBLIC' : name.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
    const words = [...letters.matchAll(/([a-zA-Z])(\*?)/g)].map(
      ([, letter = '', star = '']) => `${privileges[letter] ?? letter}${star}`,
    );
    grants.set(grantee, [...(grants.get(grantee) ?? []), ...words]);
  }
  return grants;
}
