import type { World } from '../world.ts';
import { ApiError } from './api-error.ts';
import type { Fields } from './body.ts';

export interface Call {
  readonly world: World;
  /** Decoded parts of the path, by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Fields;
}

export interface Reply {
  readonly status: number;
  /** Undefined = no body (204). */
  readonly body?: unknown;
}

export type Handler = (call: Call) => Reply | Promise<Reply>;

export interface Route {
  readonly method: string;
  /** `/projects/:project/branches`, below `/api/v2` */
  readonly path: string;
  readonly handle: Handler;
}

export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } {
  const parts = path.split('/');
  for (const route of routes) {
    const params = route.method === method ? match(route.path.split('/'), parts) : undefined;
    if (params !== undefined) return { route, params };
  }
  throw new ApiError(404, `this route does not exist: ${method} ${path}`);
}

function match(
  pattern: readonly string[],
  parts: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (wanted.startsWith(':') && part !== '') params[wanted.slice(1)] = decodeURIComponent(part);
    else if (wanted !== part) return undefined;
  }
  return params;
}
