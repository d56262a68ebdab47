import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { boundMechanism, mechanism, startClientExchange, startServerExchange } from './scram.ts';
import type { SocketReader } from './socket-reader.ts';
import { authenticationMessage, fatalError, formatMessage } from './wire.ts';

const sasl = 10;
const saslContinue = 11;
const saslFinal = 12;

interface Peer {
  readonly socket: Duplex;
  readonly reader: SocketReader;
}

export interface Credentials {
  readonly role: string;
  /** Undefined = there is no such role; the client is told the same as for a wrong password. */
  readonly password: string | undefined;
  /** SHA-256 of the certificate that the connection uses; undefined without TLS. */
  readonly certificateHash: Buffer | undefined;
}

/** Asks a client for its password as Postgres does. */
export async function authenticateClient(
  { socket, reader }: Peer,
  { role, password, certificateHash }: Credentials,
): Promise<boolean> {
  const offered = certificateHash === undefined ? [mechanism] : [boundMechanism, mechanism];
  socket.write(authenticationMessage(sasl, `${offered.join('\0')}\0\0`));
  const first = (await reader.readMessage()).body;
  const start = first.indexOf(0) + 1 + 4;
  const exchange = startServerExchange(first.toString('utf8', start), password ?? '', certificateHash);
  socket.write(authenticationMessage(saslContinue, exchange.serverFirst));
  const final = await exchange.finish((await reader.readMessage()).body.toString('utf8'));
  if (final === undefined || password === undefined) {
    socket.end(fatalError('28P01', `password authentication failed for user '${role}'`));
    return false;
  }
  socket.write(authenticationMessage(saslFinal, final));
  return true;
}

export interface LogIn {
  readonly user: string;
  readonly password: string;
  /** Gets what the server says besides: a lower protocol version. */
  readonly pass: (message: Buffer) => void;
}

/** Logs in to the real server. @returns what the server said instead of accepting, to be passed on, or undefined. */
export async function logIn(
  { socket, reader }: Peer,
  { user, password, pass }: LogIn,
): Promise<Buffer | undefined> {
  const send = (data: Buffer) => socket.write(formatMessage('p', data));
  const exchange = startClientExchange(password);
  for (;;) {
    const { type, body } = await reader.readMessage();
    if (type === 'v') {
      pass(formatMessage(type, body));
      continue;
    }
    if (type !== 'R') return formatMessage(type, body);
    const code = body.readInt32BE(0);
    if (code === 0) return undefined;
    if (code === 3) send(Buffer.from(`${password}\0`));
    else if (code === 5) send(Buffer.from(`${md5Password(user, password, body.subarray(4))}\0`));
    else if (code === sasl) send(saslInitial(exchange.clientFirst));
    else if (code === saslContinue) send(Buffer.from(await exchange.answer(body.toString('utf8', 4))));
    else if (code !== saslFinal)
      return fatalError('28000', `authentication method ${code} is not known here`);
  }
}

function saslInitial(clientFirst: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(Buffer.byteLength(clientFirst));
  return Buffer.concat([Buffer.from(`${mechanism}\0`), length, Buffer.from(clientFirst)]);
}

function md5Password(user: string, password: string, salt: Buffer): string {
  const md5 = (...parts: readonly (string | Buffer)[]) =>
    parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest('hex');
  return `md5${md5(md5(password, user), salt)}`;
}
