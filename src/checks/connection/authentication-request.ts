/** How a server lets a client in, as its first message says. `none`: it asks for nothing (`trust`, `peer`). */
export type AuthenticationMethod =
  | { readonly name: 'none' | 'password' | 'md5' | 'gss' | 'sspi' | 'unknown' }
  | { readonly name: 'scram-sha-256'; readonly bindsChannel: boolean };

/** Codes of the Authentication messages (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const names: Readonly<Record<number, 'none' | 'password' | 'md5' | 'gss' | 'sspi'>> = {
  0: 'none',
  3: 'password',
  5: 'md5',
  7: 'gss',
  9: 'sspi',
};

const saslCode = 10;

/** @param body of an Authentication message, without type and length */
export function methodOf(body: Buffer): AuthenticationMethod {
  if (body.length < 4) return { name: 'unknown' };
  const code = body.readUInt32BE(0);
  if (code !== saslCode) return { name: names[code] ?? 'unknown' };
  const mechanisms = body.toString('latin1', 4).split('\0');
  const bindsChannel = mechanisms.includes('SCRAM-SHA-256-PLUS');
  return bindsChannel || mechanisms.includes('SCRAM-SHA-256')
    ? { name: 'scram-sha-256', bindsChannel }
    : { name: 'unknown' };
}

export function methodText(method: AuthenticationMethod): string {
  if (method.name === 'scram-sha-256')
    return method.bindsChannel ? 'scram-sha-256, with channel binding' : 'scram-sha-256';
  return method.name === 'none' ? 'nothing is asked (trust)' : method.name;
}
