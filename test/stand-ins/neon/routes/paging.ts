import { badRequest } from '../http/api-error.ts';

/** A page of `items` and the cursor of the next one, undefined on the last. Cursors are opaque to clients. */
export function pageOf<T>(
  items: readonly T[],
  query: URLSearchParams,
  limits: { readonly normal: number; readonly most: number },
): { readonly page: readonly T[]; readonly next: string | undefined } {
  const limit = readLimit(query, limits);
  const start = readCursor(query.get('cursor'));
  const end = start + limit;
  const next = end < items.length ? Buffer.from(`offset:${end}`).toString('base64url') : undefined;
  return { page: items.slice(start, end), next };
}

function readLimit(
  query: URLSearchParams,
  { normal, most }: { readonly normal: number; readonly most: number },
): number {
  const text = query.get('limit');
  if (text === null) return normal;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw badRequest(`limit: ${text} is not a number from 1 to ${most}`);
  return limit;
}

function readCursor(cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const offset = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (offset === undefined) throw badRequest('the cursor is not one of this API');
  return Number(offset);
}
