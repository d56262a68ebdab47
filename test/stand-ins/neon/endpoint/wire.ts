/** The few messages of Postgres' protocol that an endpoint must understand: https://www.postgresql.org/docs/current/protocol-message-formats.html */

export type FirstMessage =
  | { readonly kind: 'startup'; readonly version: number; readonly parameters: ReadonlyMap<string, string> }
  | { readonly kind: 'tls-request' }
  | { readonly kind: 'gss-request' }
  | { readonly kind: 'cancel' };

const tlsRequestCode = 80877103;
const gssRequestCode = 80877104;
const cancelCode = 80877102;

/** @param message with its length in front, as read from the socket. */
export function parseFirstMessage(message: Buffer): FirstMessage {
  const code = message.readInt32BE(4);
  if (code === tlsRequestCode) return { kind: 'tls-request' };
  if (code === gssRequestCode) return { kind: 'gss-request' };
  if (code === cancelCode) return { kind: 'cancel' };
  const fields = message.toString('utf8', 8).split('\0');
  const parameters = new Map<string, string>();
  for (let index = 0; index + 1 < fields.length && fields[index] !== ''; index += 2)
    parameters.set(fields[index] ?? '', fields[index + 1] ?? '');
  return { kind: 'startup', version: code, parameters };
}

export function formatStartup(version: number, parameters: ReadonlyMap<string, string>): Buffer {
  const text = [...parameters].map(([name, value]) => `${name}\0${value}\0`).join('');
  const body = Buffer.from(`${text}\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(version, 4);
  return Buffer.concat([head, body]);
}

export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

export function formatMessage(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function authenticationMessage(code: number, data: Buffer | string = ''): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(code);
  return formatMessage('R', Buffer.concat([head, Buffer.from(data)]));
}

export function fatalError(sqlstate: string, text: string): Buffer {
  return formatMessage('E', Buffer.from(`SFATAL\0VFATAL\0C${sqlstate}\0M${text}\0\0`));
}
