/**
 * What we know of a branch, kept as JSON in the comment on its *role*. Not on its database: the branch's role owns
 * that and could rewrite its comment, and a forged parent would make the next reset copy someone else's database into
 * it. A role cannot comment on itself. And other than CREATE DATABASE, CREATE ROLE and COMMENT ON ROLE go in one
 * transaction, so a role of ours without its mark does not exist. Any role of the server can read it: no secret in it.
 */
import type { BranchOwner } from '../provider.ts';

export interface Mark {
  /** The branch's full name. */
  readonly branch: string;
  readonly owner: BranchOwner;
  /** The database that it was copied from. */
  readonly parent: string;
  readonly createdAt: Date;
  /** When the parent was last copied: when the branch was made, or reset since. */
  readonly filledAt: Date;
  readonly expiresAt: Date | undefined;
  /** Goes into the role's password; changing it changes that. */
  readonly salt: string;
}

const app = 'database-actions';

/** What every mark starts with, for the catalog query that looks for them. */
export const markPrefix = `{"app":"${app}","version":1,`;

export function formatMark(mark: Mark): string {
  const { branch, owner, parent, createdAt, filledAt, expiresAt, salt } = mark;
  return JSON.stringify({
    app,
    version: 1,
    branch,
    repository: owner.repository,
    pullRequest: owner.pullRequest ?? null,
    key: owner.key,
    parent,
    created: createdAt.toISOString(),
    filled: filledAt.toISOString(),
    expires: expiresAt?.toISOString() ?? null,
    salt,
  });
}

/** For people who look at the server; goes into the database's comment. */
export function describeMark({ branch, owner }: Mark): string {
  const pullRequest = owner.pullRequest === undefined ? '' : `#${owner.pullRequest}`;
  return `Branch ${branch} of ${owner.repository}${pullRequest}, made by database-actions (see the comment on the role)`;
}

/** Undefined for anything that is not wholly a mark: such a database is not ours. */
export function parseMark(comment: string): Mark | undefined {
  const value = parseJson(comment);
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [branch, repository, key, parent, created, salt] = [
    'branch',
    'repository',
    'key',
    'parent',
    'created',
    'salt',
  ].map((name) => textIn(fields, name));
  if (fields.get('app') !== app || fields.get('version') !== 1) return undefined;
  if (branch === undefined || repository === undefined || key === undefined) return undefined;
  if (parent === undefined || salt === undefined) return undefined;
  const pullRequest = fields.get('pullRequest') ?? undefined;
  if (pullRequest !== undefined && typeof pullRequest !== 'number') return undefined;
  const createdAt = dateOf(created);
  const filledAt = dateOf(fields.get('filled'));
  const expires = fields.get('expires');
  const expiresAt = expires === null ? undefined : dateOf(expires);
  if (createdAt === undefined || filledAt === undefined || (expires !== null && expiresAt === undefined))
    return undefined;
  return { branch, owner: { repository, pullRequest, key }, parent, createdAt, filledAt, expiresAt, salt };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textIn(fields: ReadonlyMap<string, unknown>, name: string): string | undefined {
  const value = fields.get(name);
  return typeof value === 'string' ? value : undefined;
}

function dateOf(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
