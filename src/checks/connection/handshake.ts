/**
 * The first messages of a connection, spoken by hand: what a server shows before it knows a password. Nothing secret
 * is sent, and the connection ends with the server's first answer
 * (https://www.postgresql.org/docs/current/protocol-flow.html).
 */
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, TLSSocket } from 'node:tls';
import { errorMessage } from '../../errors.ts';
import type { ConnectionParts } from '../../postgres/connection-uri.ts';
import { type TlsFacts, tlsFactsOf } from '../../postgres/tls.ts';
import { type AuthenticationMethod, methodOf } from './authentication-request.ts';

export interface PresentedTls extends TlsFacts {
  /** When the certificate ends. */
  readonly validTo: Date | undefined;
}

export type Handshake =
  /** The server asked for a password, or for nothing (`trust`). */
  | { readonly kind: 'asked'; readonly method: AuthenticationMethod; readonly tls: PresentedTls | undefined }
  /** The server said no, or hung up, before it asked for anything. */
  | { readonly kind: 'refused'; readonly reason: string; readonly tls: PresentedTls | undefined }
  /** TLS was wanted and the server does not speak it. */
  | { readonly kind: 'no-tls' }
  /** The network, TLS itself or the time allowed stood in the way, or the server is full or starting: nothing was learnt. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface HandshakeOptions {
  readonly parts: ConnectionParts;
  /** False: as a client does that knows no TLS. */
  readonly tls: ConnectionOptions | false;
  readonly negotiation: 'postgres' | 'direct';
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const sslRequestCode = 80_877_103;
const protocolVersion = 196_608;

/** Never rejects, but for the signal's reason. */
export async function shakeHands(options: HandshakeOptions): Promise<Handshake> {
  const { parts, signal, timeoutMs } = options;
  const socket = parts.host.startsWith('/')
    ? connectSocket(`${parts.host}/.s.PGSQL.${parts.port}`)
    : connectSocket(parts.port, parts.host);
  const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await converse(socket, options);
  } catch (thrown) {
    return { kind: 'unknown', reason: errorMessage(thrown) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    socket.destroy();
    signal.throwIfAborted();
  }
}

async function converse(socket: Socket, options: HandshakeOptions): Promise<Handshake> {
  await happened(socket, 'connect');
  const stream = options.tls === false ? socket : await secured(socket, options, options.tls);
  if (stream === undefined) return { kind: 'no-tls' };
  const tls = presentedTls(stream, options.parts.host);
  stream.write(startupMessage(options.parts));
  const message = await firstMessage(stream);
  if (message === undefined) return { kind: 'refused', reason: 'the server closed the connection', tls };
  if (message.type === 'R') return { kind: 'asked', method: methodOf(message.body), tls };
  return refusal(message.body, tls);
}

/** Undefined when the server speaks no TLS. */
async function secured(
  socket: Socket,
  { parts, negotiation }: HandshakeOptions,
  tls: ConnectionOptions,
): Promise<Socket | undefined> {
  if (negotiation === 'postgres') {
    socket.write(frame(sslRequestCode));
    const [answer] = await happened(socket, 'data');
    if (!Buffer.isBuffer(answer) || answer.toString('latin1', 0, 1) !== 'S') return undefined;
  }
  const name = isIP(parts.host) === 0 ? { servername: parts.host } : {};
  const alpn = negotiation === 'direct' ? { ALPNProtocols: ['postgresql'] } : {};
  // An unverified certificate is what this is to find out, so it may not end the conversation.
  const stream = connectTls({
    ...tls,
    ...name,
    ...alpn,
    host: parts.host,
    socket,
    rejectUnauthorized: false,
  });
  await happened(stream, 'secureConnect');
  return stream;
}

function presentedTls(stream: Socket, host: string): PresentedTls | undefined {
  const facts = tlsFactsOf(stream, host);
  if (facts === undefined || !(stream instanceof TLSSocket)) return undefined;
  const end = new Date(stream.getPeerCertificate().valid_to);
  return { ...facts, validTo: Number.isNaN(end.getTime()) ? undefined : end };
}

function startupMessage({ user, database }: ConnectionParts): Buffer {
  const text = ['user', user, 'database', database === '' ? user : database]
    .map((part) => `${part}\0`)
    .join('');
  return frame(protocolVersion, Buffer.from(`${text}\0`));
}

function frame(code: number, rest: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32BE(8 + rest.length, 0);
  head.writeInt32BE(code, 4);
  return Buffer.concat([head, rest]);
}

interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** A message of a server that is no Postgres could claim any length. */
const longestMessage = 65_536;

/** Undefined when the server hangs up first. */
function firstMessage(stream: Socket): Promise<Message | undefined> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 5) return;
      const end = 1 + received.readUInt32BE(1);
      if (end > longestMessage) return reject(new Error('the answer is not that of a Postgres server'));
      if (received.length >= end)
        resolve({ type: received.toString('latin1', 0, 1), body: received.subarray(5, end) });
    });
    stream.once('error', reject);
    stream.once('end', () => resolve(undefined));
    stream.once('close', () => resolve(undefined));
  });
}

/** Too many connections, a server that starts or stops, a lost backend: they say nothing about how it lets clients in. */
const passing = /^(53|57P|08)/;

function refusal(body: Buffer, tls: PresentedTls | undefined): Handshake {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .filter((field) => field !== '')
      .map((field) => [field.slice(0, 1), field.slice(1)]),
  );
  const [state, message] = [fields.get('C') ?? '', fields.get('M') ?? 'no reason given'];
  const reason = `${message}${state === '' ? '' : ` (SQLSTATE ${state})`}`;
  return passing.test(state) ? { kind: 'unknown', reason } : { kind: 'refused', reason, tls };
}

function happened(stream: Socket, event: 'connect' | 'data' | 'secureConnect'): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    stream.once(event, (...values: readonly unknown[]) => resolve(values));
    stream.once('error', reject);
    stream.once('close', () => reject(new Error('the connection was closed')));
  });
}
