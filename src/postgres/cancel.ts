import { connect as connectSocket, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';

/** Request codes of the protocol (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
const sslRequestCode = 80_877_103;
const cancelRequestCode = 80_877_102;

export interface CancelTarget {
  readonly host: string;
  readonly port: number;
  /** The options that the connection itself was made with: what was encrypted stays so. */
  readonly tls: ConnectionOptions | false;
  readonly negotiation: 'postgres' | 'direct';
  /** Key data that the server (or the proxy before it) gave the connection. */
  readonly processId: number;
  readonly secretKey: number;
}

/**
 * Asks the server to cancel what a connection is doing, over a second one, as libpq's PQcancel does. Resolves when the
 * server has taken the request (it gives no answer) or after `timeoutMs`; it never rejects, since nothing can be done.
 */
export async function requestCancel(target: CancelTarget, timeoutMs: number): Promise<void> {
  const socket = target.host.startsWith('/')
    ? connectSocket(`${target.host}/.s.PGSQL.${target.port}`)
    : connectSocket(target.port, target.host);
  const timer = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    const stream = await secured(socket, target);
    const closed = ended(stream);
    stream.write(frame(cancelRequestCode, target.processId, target.secretKey));
    await closed;
  } catch {
    // The server is gone, and with it the query.
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function frame(...words: readonly number[]): Buffer {
  const message = Buffer.alloc(4 + words.length * 4);
  message.writeInt32BE(message.length, 0);
  words.forEach((word, index) => {
    message.writeInt32BE(word | 0, 4 + index * 4);
  });
  return message;
}

async function secured(socket: Socket, target: CancelTarget): Promise<Socket> {
  await happened(socket, 'connect');
  if (target.tls === false) return socket;
  if (target.negotiation === 'postgres') {
    socket.write(frame(sslRequestCode));
    const [answer] = await happened(socket, 'data');
    if (!Buffer.isBuffer(answer) || answer.toString('latin1') !== 'S') throw new Error('no TLS');
  }
  const { host } = target;
  const name = isIP(host) === 0 ? { servername: host } : {};
  const alpn = target.negotiation === 'direct' ? { ALPNProtocols: ['postgresql'] } : {};
  const stream = connectTls({ ...target.tls, ...name, ...alpn, host, socket });
  await happened(stream, 'secureConnect');
  return stream;
}

function happened(stream: Socket, event: 'connect' | 'data' | 'secureConnect'): Promise<readonly unknown[]> {
  return new Promise((resolve, reject) => {
    stream.once(event, (...values: readonly unknown[]) => resolve(values));
    stream.once('error', reject);
    stream.once('close', () => reject(new Error('closed')));
  });
}

function ended(stream: Socket): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.once('close', () => resolve());
    // Without a reader the server's FIN is never seen.
    stream.resume();
  });
}
