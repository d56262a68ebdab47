import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sleep } from '../../../../src/wait.ts';
import type { World } from '../world.ts';
import { ApiError, badRequest } from './api-error.ts';
import { readFields } from './body.ts';
import type { FaultRule, Faults } from './faults.ts';
import { findRoute, type Reply, type Route } from './router.ts';

/** One call that came in. Never holds a header. */
export interface LoggedRequest {
  readonly method: string;
  /** Below `/api/v2`, with its query. */
  readonly path: string;
  /** Undefined while it runs, and when the socket was destroyed instead of an answer. */
  status: number | undefined;
}

export interface ApiServerOptions {
  readonly world: World;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  /** Answers `/_control/…`, which needs no key. */
  readonly control: (method: string, path: string, body: unknown) => Promise<Reply>;
}

export interface ApiServer extends AsyncDisposable {
  readonly port: number;
}

const base = '/api/v2';

export async function serveApi(options: ApiServerOptions): Promise<ApiServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.world.settings.port);
  return {
    port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
      else reject(new Error('The API got no port.'));
    });
  });
}

interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly requestId: string;
  readonly text: string;
}

async function readIncoming(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const requestId = request.headers['x-request-id'];
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    authorization: request.headers.authorization,
    requestId: typeof requestId === 'string' ? requestId : randomUUID(),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

async function answer(
  options: ApiServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const incoming = await readIncoming(request);
  const { method, path, query, text } = incoming;
  if (path.startsWith('/_control/')) {
    const reply = await guarded(incoming, async () =>
      options.control(method, path.slice(9), parseJson(text)),
    );
    return send(response, incoming, reply);
  }
  const local = path.startsWith(`${base}/`) ? path.slice(base.length) : path;
  const search = query.size === 0 ? '' : `?${query}`;
  const logged: LoggedRequest = { method, path: `${local}${search}`, status: undefined };
  options.requests.push(logged);
  const rule = options.faults.take(method, local);
  const work = () => guarded(incoming, () => handle(options, incoming, path));
  const leaving = new AbortController();
  response.once('close', () => leaving.abort());
  const { signal } = leaving;
  const reply = rule === undefined ? await work() : await applyFault({ rule, signal }, incoming, work);
  if (reply === 'reset') return void response.destroy();
  logged.status = reply.status;
  send(response, incoming, reply);
}

interface WireReply extends Reply {
  readonly headers?: Readonly<Record<string, string>>;
  readonly cutOff?: boolean;
}

interface Fault {
  readonly rule: FaultRule;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
}

/** A client that hangs up during a delay before the call was never heard. */
async function applyFault(
  { rule, signal }: Fault,
  incoming: Incoming,
  work: () => Promise<Reply>,
): Promise<WireReply | 'reset'> {
  if (rule.delayMs !== undefined && rule.delay !== 'after') await sleep(rule.delayMs, signal);
  if (rule.reset === 'before') return 'reset';
  const reply = rule.status === undefined || rule.apply === true ? await work() : undefined;
  if (rule.delayMs !== undefined && rule.delay === 'after') await sleep(rule.delayMs, signal);
  if (rule.reset === 'after') return 'reset';
  const headers = rule.headers ?? {};
  if (rule.status === undefined)
    return { ...(reply ?? { status: 500 }), headers, cutOff: rule.malformed ?? false };
  const error = describeError(incoming, rule.code ?? '', rule.message ?? `fault: status ${rule.status}`);
  return { status: rule.status, body: rule.body ?? error, headers, cutOff: rule.malformed ?? false };
}

async function handle(options: ApiServerOptions, incoming: Incoming, path: string): Promise<Reply> {
  const { world } = options;
  if (!path.startsWith(`${base}/`)) throw new ApiError(404, `the API is below ${base}`);
  if (incoming.authorization !== `Bearer ${world.settings.apiKey}`)
    throw new ApiError(401, 'supplied credentials do not pass authentication');
  const { route, params } = findRoute(options.routes, incoming.method, path.slice(base.length));
  const body = readFields(parseJson(incoming.text) ?? {});
  const reply = await route.handle({ world, params, query: incoming.query, body });
  const unknown = body.unread().map((name) => `${incoming.method} ${route.path}: unknown field ${name}`);
  world.warnings.push(...unknown);
  return reply;
}

/** An error becomes an answer; what is not an ApiError is a fault of the stand-in and says so. */
async function guarded(incoming: Incoming, work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof ApiError)
      return { status: thrown.status, body: describeError(incoming, thrown.code, thrown.message) };
    const message = thrown instanceof Error ? thrown.message : 'unknown error';
    return { status: 500, body: describeError(incoming, 'STAND_IN_FAILED', message) };
  }
}

function describeError({ requestId }: Incoming, code: string, message: string): unknown {
  return { request_id: requestId, code, message };
}

function parseJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('the body is not JSON');
  }
}

function send(response: ServerResponse, { requestId }: Incoming, reply: WireReply): void {
  const whole = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? null);
  const text = reply.cutOff === true ? whole.slice(0, Math.ceil(whole.length / 2)) : whole;
  response.writeHead(reply.status, {
    'content-type': 'application/json',
    'x-neon-ret-request-id': requestId,
    ...reply.headers,
  });
  response.end(reply.body === undefined ? undefined : text);
}
