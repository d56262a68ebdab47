/** Poolers in transaction mode: no session settings, no advisory locks, no prepared statements; so no migrations. */
import { UserError } from '../errors.ts';
import { type ConnectionParts, formatConnectionUri, parseConnectionUri } from './connection-uri.ts';

/** Why the URI is taken to lead to a pooler, or undefined when nothing says so. */
export function poolerEvidence(uri: string): string | undefined {
  const parts = parseConnectionUri(uri);
  if (firstLabel(parts.host).endsWith('-pooler')) return `the host ${parts.host} is a pooler's (\`-pooler\`)`;
  if (isSupabaseTransactionMode(parts))
    return `port 6543 of ${parts.host} is Supabase's pooler in transaction mode`;
  if (parts.parameters.get('pgbouncer') === 'true') return 'the URI says `pgbouncer=true`';
  return undefined;
}

export function isPooledUri(uri: string): boolean {
  return poolerEvidence(uri) !== undefined;
}

/**
 * The direct URI of the same database: the URI itself when nothing says that it is pooled, undefined when it cannot be
 * known. Certain for Neon, whose pooled host is the endpoint's id with `-pooler`
 * (https://neon.com/docs/connect/connection-pooling), and for Supabase, which serves sessions on port 5432 of the
 * same host (https://supabase.com/docs/guides/database/connecting-to-postgres).
 */
export function directUriOf(uri: string): string | undefined {
  if (!isPooledUri(uri)) return uri;
  const parts = parseConnectionUri(uri);
  const parameters = new Map([...parts.parameters].filter(([name]) => name !== 'pgbouncer'));
  if (isSupabaseTransactionMode(parts)) return formatConnectionUri({ ...parts, parameters, port: 5432 });
  const label = firstLabel(parts.host);
  if (!/^ep-.*-pooler$/.test(label)) return undefined;
  const host = label.slice(0, -'-pooler'.length) + parts.host.slice(label.length);
  return formatConnectionUri({ ...parts, parameters, host });
}

/** @throws UserError that names the pooled host and, where it is certain, the direct one. */
export function assertDirectUri(uri: string): void {
  const evidence = poolerEvidence(uri);
  if (evidence === undefined) return;
  const direct = directUriOf(uri);
  const instead =
    direct === undefined
      ? 'the URI of the server itself, not of its pooler'
      : `the direct host ${hostAndPort(parseConnectionUri(direct))}`;
  throw new UserError(`This needs a direct connection, but ${evidence}.`, {
    hint: `Use ${instead}: through a pooler, sessions, advisory locks and prepared statements break.`,
  });
}

function hostAndPort({ host, port }: ConnectionParts): string {
  return port === 5432 ? host : `${host}:${port}`;
}

function firstLabel(host: string): string {
  return host.split('.', 1)[0] ?? '';
}

function isSupabaseTransactionMode({ host, port }: ConnectionParts): boolean {
  return port === 6543 && /\.supabase\.(com|co)$/.test(host);
}
