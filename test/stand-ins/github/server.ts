/**
 * A stand-in for the GitHub API: real HTTP, state in memory. It checks tokens and permissions, pages, counts the rate
 * limit, and makes the faults it is told to. `/_control/` steers it from another process.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { grantOf, rateLimitHeaders, spendRateLimit, whyForbidden } from './access.ts';
import { accountRoutes } from './account-routes.ts';
import type { View } from './bodies.ts';
import { checkRoutes } from './check-routes.ts';
import { commentRoutes } from './comment-routes.ts';
import { contentsRoutes } from './contents-routes.ts';
import { control } from './control.ts';
import type { Fault, FaultList } from './faults.ts';
import { createFaultList } from './faults.ts';
import { issueRoutes } from './issue-routes.ts';
import { pullRoutes } from './pull-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import type { Answer, Route } from './routing.ts';
import { apiError, matchPath, notFound } from './routing.ts';
import { runRoutes } from './run-routes.ts';
import type { Permissions, TokenGrant, World } from './world.ts';
import { createWorld } from './world.ts';

const routes: readonly Route[] = [
  ...commentRoutes,
  ...issueRoutes,
  ...pullRoutes,
  ...checkRoutes,
  ...runRoutes,
  ...accountRoutes,
  ...contentsRoutes,
  ...releaseRoutes,
];

/** The operations served, as `GET /repos/{owner}/{repo}`. */
export const servedOperations: readonly string[] = routes.map(({ method, path }) => `${method} ${path}`);

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The route's path as GitHub's description writes it; undefined when no route matched. */
  readonly operation: string | undefined;
  /** Who the token belongs to; undefined when it was refused. Tokens themselves are not kept. */
  readonly login: string | undefined;
  /** What was answered; undefined when the connection was cut. */
  readonly status: number | undefined;
  readonly body: unknown;
  /** True when a fault made the answer, which then need not be one of GitHub's. */
  readonly faulty: boolean;
}

export interface GitHubStandInOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** The token that may do everything. */
  readonly token: string;
  /** `owner/name` */
  readonly repository?: string;
  readonly private?: boolean;
  /** Whom `token` belongs to; default `github-actions[bot]`. */
  readonly login?: string;
  readonly moreTokens?: readonly TokenGrant[];
}

export interface GitHubStandIn extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly world: World;
  readonly faults: FaultList;
  /** Everything that was asked and answered since the last `exchanges.splice(0)`. */
  readonly exchanges: Exchange[];
}

export const allPermissions: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  statuses: 'write',
};

interface Host {
  readonly view: View;
  readonly faults: FaultList;
  readonly exchanges: Exchange[];
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** REST lies at the root, or below `/api/v3` as on an enterprise server; GraphQL at `/graphql` or `/api/graphql`. */
function pathWithoutPrefix(pathname: string): string {
  return pathname.replace(/^\/api\/(?:v3|uploads)(?=\/)/, '').replace(/^\/api(?=\/graphql$)/, '');
}

interface Routed {
  readonly operation: string | undefined;
  readonly login: string | undefined;
  readonly answer: Answer;
}

function route(host: Host, request: IncomingMessage, bytes: Buffer): Routed {
  const { world } = host.view;
  const url = new URL(request.url ?? '/', host.view.url);
  const pathname = pathWithoutPrefix(url.pathname);
  const grant = grantOf(world, request.headers.authorization);
  if ('status' in grant) return { operation: undefined, login: undefined, answer: grant };
  const { login } = grant;
  for (const candidate of routes) {
    const params = candidate.method === request.method ? matchPath(candidate.path, pathname) : undefined;
    if (params === undefined) continue;
    const answered = (answer: Answer): Routed => ({ operation: candidate.path, login, answer });
    const exhausted = spendRateLimit(world);
    if (exhausted !== undefined) return answered(exhausted);
    if (!isKnownRepository(world, params)) return answered(notFound);
    const forbidden = whyForbidden(world, grant, candidate);
    if (forbidden !== undefined) return answered(forbidden);
    const target = url.pathname + url.search;
    return answered(
      candidate.handle({
        view: host.view,
        params,
        query: url.searchParams,
        body: parseJson(bytes),
        bytes,
        headers: request.headers,
        grant,
        target,
      }),
    );
  }
  return { operation: undefined, login, answer: notFound };
}

function isKnownRepository(world: World, params: Readonly<Record<string, string>>): boolean {
  if (params.owner === undefined) return true;
  const asked = `${params.owner}/${params.repo}`.toLowerCase();
  return asked === `${world.repository.owner}/${world.repository.name}`.toLowerCase();
}

function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  const bytes = answer.body instanceof Uint8Array;
  const type = bytes ? 'application/zip' : 'application/json; charset=utf-8';
  response.writeHead(answer.status, {
    ...(answer.body === undefined ? {} : { 'content-type': type }),
    ...headers,
    ...answer.headers,
  });
  if (answer.body === undefined) response.end();
  else response.end(bytes ? answer.body : JSON.stringify(answer.body));
}

function faultAnswer(fault: Fault): Answer | undefined {
  if (fault.status === undefined) return undefined;
  const plain = apiError(fault.status, 'The stand-in was told to fail');
  return {
    status: fault.status,
    body: fault.body ?? plain.body,
    ...(fault.headers ? { headers: fault.headers } : {}),
  };
}

async function answerApi(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const bytes = await readBody(request);
  const url = new URL(request.url ?? '/', host.view.url);
  const fault = host.faults.take(request.method ?? '', url.pathname);
  const failure = fault === undefined ? undefined : faultAnswer(fault);
  const untouched = fault?.reset === 'before' || (failure !== undefined && fault?.applied !== true);
  const routed = untouched ? undefined : route(host, request, bytes);
  const answer = failure ?? routed?.answer;
  host.exchanges.push({
    method: request.method ?? '',
    path: url.pathname,
    query: url.search,
    operation: routed?.operation,
    login: routed?.login,
    status: fault?.reset === undefined ? answer?.status : undefined,
    body: answer?.body,
    faulty: fault !== undefined && fault.delayMs === undefined,
  });
  if (fault?.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault?.reset !== undefined || answer === undefined) return void request.socket.destroy();
  const requestId = { 'x-github-request-id': `STAND:${host.exchanges.length}` };
  if (fault?.malformed) {
    response.writeHead(answer.status, { 'content-type': 'application/json', ...requestId });
    return void response.end(JSON.stringify(answer.body).slice(0, -10));
  }
  send(response, answer, { ...rateLimitHeaders(host.view.world), ...requestId });
}

/** The storage of artifacts and assets: another host than the API, which refuses requests that carry the API's token. */
function answerStorage(host: Host, request: IncomingMessage, response: ServerResponse): void {
  const { world } = host.view;
  const [, kind, number] = /^\/_storage\/(asset\/)?(\d+)/.exec(request.url ?? '') ?? [];
  const stored =
    kind === undefined ? world.artifacts.get(Number(number))?.zip : world.assets.get(Number(number))?.bytes;
  const fault = kind === undefined ? undefined : host.faults.take('GET', `/_storage/${kind}`);
  if (request.headers.authorization !== undefined)
    send(response, apiError(400, 'InvalidAuthenticationInfo'), {});
  else if (stored === undefined) send(response, notFound, {});
  else if (fault?.reset !== undefined) {
    response.writeHead(200, { 'content-length': String(stored.length) });
    response.write(stored.subarray(0, stored.length / 2), () => request.socket.destroy());
  } else send(response, { status: 200, body: stored }, {});
}

async function answer(host: Host, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.startsWith('/_storage/')) return answerStorage(host, request, response);
  if (request.url?.startsWith('/_control/')) {
    const body = parseJson(await readBody(request));
    return send(response, control(host, { method: request.method ?? '', path: request.url, body }), {});
  }
  await answerApi(host, request, response);
}

export async function startGitHubStandIn(options: GitHubStandInOptions): Promise<GitHubStandIn> {
  const owner: TokenGrant = {
    token: options.token,
    login: options.login ?? 'github-actions[bot]',
    kind: options.login === undefined || options.login.endsWith('[bot]') ? 'installation' : 'personal',
    permissions: allPermissions,
  };
  const tokens = [owner, ...(options.moreTokens ?? [])];
  const world = createWorld(options.repository ?? 'acme/shop', options.private ?? false, tokens);
  const faults = createFaultList();
  const exchanges: Exchange[] = [];
  let url = '';
  const view: View = {
    world,
    get url() {
      return url;
    },
  };
  const server = createServer((request, response) => {
    answer({ view, faults, exchanges }, request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    world,
    faults,
    exchanges,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
