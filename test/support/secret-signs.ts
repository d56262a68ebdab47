import { inject } from 'vitest';
import { parseConnectionUri } from '../../src/postgres/connection-uri.ts';

/** Made by Neon, by GitHub, or part of a URI; what stands for one in an example is shorter or masked. */
const signs: readonly RegExp[] = [
  /napi_[\w/+=%-]{8,}/,
  /npg_[\w/+@%-]{8,}/,
  /gh[a-z]_[\w-]{12,}/,
  /postgres(?:ql)?:\/\/[^:@\s/]+:(?!\*\*\*)[^@\s]+@/,
];

/** What of a text looks like a secret, whichever test it is of. */
export function secretsIn(text: string): readonly string[] {
  const { password } = parseConnectionUri(inject('postgresUri'));
  const known = [password, encodeURIComponent(password)].filter((form) => text.includes(form));
  return [...known, ...signs.flatMap((sign) => sign.exec(text)?.[0] ?? [])];
}
