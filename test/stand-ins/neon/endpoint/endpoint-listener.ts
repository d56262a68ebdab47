import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { authenticateClient, logIn } from './authentication.ts';
import { readSocket, type SocketReader } from './socket-reader.ts';
import {
  authenticationMessage,
  fatalError,
  formatMessage,
  formatStartup,
  parseFirstMessage,
} from './wire.ts';

/** What a client that has named its role and database gets. */
export type Admission =
  /** `password` undefined = no such role. `database` undefined = no such database. */
  | {
      readonly kind: 'open';
      readonly password: string | undefined;
      readonly database: string | undefined;
      /** A read replica: transactions can only read. */
      readonly readOnly: boolean;
    }
  /** The socket is closed without a word, as by a compute that is not up yet. */
  | { readonly kind: 'dead' }
  | { readonly kind: 'refused'; readonly sqlstate: string; readonly message: string };

export interface ListenerOptions {
  readonly pooled: boolean;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly server: { readonly host: string; readonly port: number; passwordOf(role: string): string };
  /** May wait, for a cold start. */
  admit(role: string, database: string): Promise<Admission>;
}

export interface EndpointListener extends AsyncDisposable {
  readonly port: number;
  readonly connections: number;
  /** Breaks every connection; the port stays open. */
  disconnect(): void;
}

/** Announced process id and key, in hex -> those of the server process behind it. */
type CancelKeys = Map<string, Buffer>;

interface Serving extends ListenerOptions {
  readonly cancelKeys: CancelKeys;
}

/** One TCP port in front of the real server, for one endpoint: direct or pooled. */
export async function listenAsEndpoint(options: ListenerOptions): Promise<EndpointListener> {
  const open = new Set<Socket>();
  const cancelKeys: CancelKeys = new Map();
  const server = createServer((socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
    serve(socket, { ...options, cancelKeys }).catch(() => socket.destroy());
  });
  const port = await listen(server);
  const disconnect = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    get connections() {
      return open.size;
    },
    disconnect,
    async [Symbol.asyncDispose]() {
      disconnect();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The endpoint got no port.'));
    });
  });
}

async function serve(raw: Socket, options: Serving): Promise<void> {
  const greeted = await greet(raw, options);
  if (greeted === undefined) return;
  const { socket, reader, version, parameters } = greeted;
  if (options.tls !== undefined && socket === raw)
    return refuse(socket, '28000', 'connection is insecure (try using `sslmode=require`)');
  const role = parameters.get('user') ?? '';
  const databaseName = parameters.get('database') ?? role;
  const unsupported = options.pooled ? unsupportedByPooler(parameters) : undefined;
  if (unsupported !== undefined) return refuse(socket, '08P01', unsupported);
  const admission = await options.admit(role, databaseName);
  if (admission.kind === 'dead') return void socket.destroy();
  if (admission.kind === 'refused') return refuse(socket, admission.sqlstate, admission.message);
  const credentials = { role, password: admission.password, certificateHash: hashOf(options.tls) };
  if (!(await authenticateClient({ socket, reader }, credentials))) return;
  if (admission.database === undefined)
    return refuse(socket, '3D000', `database "${databaseName}" does not exist`);
  const startup = new Map([...withoutRouting(parameters), ['database', admission.database]]);
  if (admission.readOnly) startup.set('default_transaction_read_only', 'on');
  await splice({ socket, reader }, formatStartup(version, startup), { role, options });
}

/** Postgres hashes as the certificate's signature does; for the usual SHA-256 ones that is this. */
function hashOf(tls: ListenerOptions['tls']): Buffer | undefined {
  if (tls === undefined) return undefined;
  return createHash('sha256').update(new X509Certificate(tls.cert).raw).digest();
}

function refuse(socket: Duplex, sqlstate: string, message: string): void {
  socket.end(fatalError(sqlstate, message));
}

interface Greeted {
  readonly socket: Duplex;
  readonly reader: SocketReader;
  readonly version: number;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Up to and with the startup message; undefined when the connection was for a cancel request, which is passed on. */
async function greet(raw: Socket, options: Serving): Promise<Greeted | undefined> {
  let socket: Duplex = raw;
  let reader = readSocket(socket);
  for (;;) {
    const bytes = await reader.readFirstMessage();
    const message = parseFirstMessage(bytes);
    if (message.kind === 'startup') return { socket, reader, ...message };
    if (message.kind === 'cancel') return passCancel(raw, bytes, options);
    if (message.kind === 'gss-request' || options.tls === undefined) socket.write('N');
    else {
      reader.release();
      socket.write('S');
      socket = await secure(raw, options.tls);
      reader = readSocket(socket);
    }
  }
}

function secure(raw: Socket, tls: { readonly key: string; readonly cert: string }): Promise<Duplex> {
  const socket = new TLSSocket(raw, { isServer: true, secureContext: createSecureContext(tls) });
  return new Promise((resolve, reject) => {
    socket.once('secure', () => resolve(socket));
    socket.on('error', reject);
  });
}

function passCancel(raw: Socket, bytes: Buffer, { server, cancelKeys }: Serving): undefined {
  const own = cancelKeys.get(bytes.subarray(8).toString('hex'));
  const request = own === undefined ? bytes : Buffer.concat([bytes.subarray(0, 8), own]);
  const upstream = connect(server.port, server.host, () => upstream.end(request));
  upstream.on('error', () => {}).on('close', () => raw.end());
}

/** PgBouncer lets through only what it tracks; Neon's refuses anything in `options` but its own routing. */
function unsupportedByPooler(parameters: ReadonlyMap<string, string>): string | undefined {
  const setting = /(?:-c\s*|--)([\w.]+)=/.exec(parameters.get('options') ?? '')?.[1];
  return setting === undefined ? undefined : `unsupported startup parameter in options: ${setting}`;
}

/** Drops `options=endpoint=ep-…`, by which clients without SNI name their endpoint. */
function withoutRouting(parameters: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const left = new Map(parameters);
  const options = (left.get('options') ?? '').replaceAll(/(^|\s)(endpoint|project)=\S+/g, '').trim();
  if (options === '') left.delete('options');
  else left.set('options', options);
  return left;
}

/** A pooler answers for many servers, so the process id and key that it announces are its own, good for a cancel only. */
async function announcePooled(client: Duplex, reader: SocketReader, keys: CancelKeys): Promise<void> {
  for (;;) {
    const { type, body } = await reader.readMessage();
    const announced = type === 'K' ? randomBytes(body.length) : body;
    // Positive, as process ids are.
    if (type === 'K') announced.writeUInt8(announced.readUInt8(0) & 0x7f, 0);
    if (type === 'K') keys.set(announced.toString('hex'), body);
    client.write(formatMessage(type, announced));
    if (type === 'K' || type === 'E') return;
  }
}

interface Upstream {
  readonly role: string;
  readonly options: Serving;
}

/** Logs in to the real server in the client's place, then joins the two sockets. */
async function splice(
  client: { readonly socket: Duplex; readonly reader: SocketReader },
  startup: Buffer,
  { role, options }: Upstream,
): Promise<void> {
  const upstream = connect(options.server.port, options.server.host);
  upstream.setNoDelay(true);
  const close = () => {
    upstream.destroy();
    client.socket.destroy();
  };
  upstream.on('error', close).on('close', () => client.socket.end());
  client.socket.on('error', close).on('close', () => upstream.destroy());
  upstream.write(startup);
  const reader = readSocket(upstream);
  const answer = await logIn(
    { socket: upstream, reader },
    {
      user: role,
      password: options.server.passwordOf(role),
      pass: (message) => client.socket.write(message),
    },
  );
  client.socket.write(answer ?? authenticationMessage(0));
  if (options.pooled && answer === undefined) await announcePooled(client.socket, reader, options.cancelKeys);
  reader.release();
  client.reader.release();
  client.socket.pipe(upstream).pipe(client.socket);
}
