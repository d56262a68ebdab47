/** How a route of the stand-in is written, matched and answered. */
import type { IncomingHttpHeaders } from 'node:http';
import type { View } from './bodies.ts';
import type { PermissionLevel, PermissionName, TokenGrant } from './world.ts';

export interface Call {
  readonly view: View;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON, or undefined when the request has no body. */
  readonly body: unknown;
  /** As it was sent. */
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
  readonly grant: TokenGrant;
  /** Path and query as sent, for Link headers. */
  readonly target: string;
}

export interface Answer {
  readonly status: number;
  /** JSON, or bytes sent as they are; undefined = no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As GitHub's description writes it. */
  readonly path: string;
  /** One of these is enough. Empty: a valid token is. */
  readonly needs: readonly Need[];
  readonly handle: (call: Call) => Answer;
}

export interface Need {
  readonly name: PermissionName;
  readonly level: PermissionLevel;
}

/** `pull_requests=write` → Need. */
export function need(text: `${PermissionName}=${PermissionLevel}`): Need {
  const [name, level] = text.split('=') as [PermissionName, PermissionLevel];
  return { name, level };
}

export function apiError(
  status: number,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
): Answer {
  const documentation_url = 'https://docs.github.com/rest';
  return { status, body: { message, ...more, documentation_url, status: String(status) } };
}

export const notFound: Answer = apiError(404, 'Not Found');

export function invalid(resource: string, field: string, message: string): Answer {
  return apiError(422, 'Validation Failed', {
    errors: [{ resource, code: 'unprocessable', field, message }],
  });
}

function pattern(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
    // Of all parameters only the path of a file has slashes in it.
    return part === '{path}' ? '(?<path>.+)' : `(?<${part.slice(1, -1)}>[^/]+)`;
  });
  return new RegExp(`^${parts.join('/')}$`);
}

const patterns = new Map<string, RegExp>();

/** The path parameters, decoded, or undefined when `pathname` is not of this route. */
export function matchPath(path: string, pathname: string): Readonly<Record<string, string>> | undefined {
  const expression = patterns.get(path) ?? pattern(path);
  patterns.set(path, expression);
  const groups = expression.exec(pathname)?.groups;
  if (groups === undefined) return expression.test(pathname) ? {} : undefined;
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));
}

function pageNumber(text: string | null, fallback: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : fallback;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** One page with GitHub's Link header: 30 by default, 100 at most. */
export function paginate<T>(call: Call, all: readonly T[]): Page<T> {
  const size = Math.min(100, pageNumber(call.query.get('per_page'), 30));
  const page = pageNumber(call.query.get('page'), 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, relation: string) => {
    const url = new URL(call.target, call.view.url);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** A field of a JSON body, when it is a string. */
export function textField(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  return typeof value === 'string' ? value : undefined;
}

export function field(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}
