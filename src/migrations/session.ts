/** Connections as Prisma's native engine makes them. */
import type { Client } from 'pg';
import { ExternalError, UserError } from '../errors.ts';
import { formatConnectionUri, parseConnectionUri } from '../postgres/connection-uri.ts';

/** Opens a connected client; the caller ends it. Given by hand so that all rooms connect alike. */
export type OpenClient = (uri: string, applicationName: string) => Promise<Client>;

/** Query parameters that only Prisma knows; `pg` must not see them (https://www.prisma.io/docs/orm/overview/databases/postgresql). */
const prismaParameters = ['schema', 'connection_limit', 'pool_timeout', 'pgbouncer', 'statement_cache_size'];

/** The schema that holds Prisma's history: the URI's `schema` parameter, else `public`. */
export function schemaOf(uri: string): string {
  return parseConnectionUri(uri).parameters.get('schema') ?? 'public';
}

export function withoutPrismaParameters(uri: string): string {
  const parts = parseConnectionUri(uri);
  const kept = [...parts.parameters].filter(([name]) => !prismaParameters.includes(name));
  return formatConnectionUri({ ...parts, parameters: new Map(kept) });
}

export const openClient: OpenClient = async (uri, applicationName) => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString: withoutPrismaParameters(uri),
    application_name: applicationName,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // A connection lost while idle is reported by the next query; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (thrown) {
    throw connectionFailed(thrown, uri);
  }
  return client;
};

function connectionFailed(thrown: unknown, uri: string): ExternalError {
  const { host, port, database } = parseConnectionUri(uri);
  const code =
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return new ExternalError('Postgres', `No connection to ${host}:${port}/${database}: ${reason(thrown)}`, {
    code,
    retryable: code !== '28P01' && code !== '3D000',
    hint: 'Check host, port, database and credentials of the direct connection URI.',
  });
}

function reason(thrown: unknown): string {
  return thrown instanceof Error && thrown.message !== '' ? thrown.message : 'the connection was refused';
}

/**
 * Migrations through a transaction pooler fail in ways that look random: the advisory lock and SET belong to another
 * session (https://neon.com/docs/connect/connection-pooling). `directUri` must not be one.
 */
export function refusePooledUri(directUri: string): void {
  const { host, port, parameters } = parseConnectionUri(directUri);
  const direct = directHost(host, port);
  const pooled = direct !== undefined || parameters.get('pgbouncer') === 'true';
  if (!pooled) return;
  throw new UserError(`Migrations cannot run through a connection pooler, and ${host}:${port} is one.`, {
    hint:
      direct === undefined
        ? 'Give the direct connection URI (without `pgbouncer=true`).'
        : `Give the direct connection URI: its host and port are ${direct}.`,
    docs: 'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer',
  });
}

/** Neon marks its pooler in the first label of the host, Supabase's transaction pooler listens on 6543. */
function directHost(host: string, port: number): string | undefined {
  const [label = '', ...rest] = host.split('.');
  if (label.endsWith('-pooler')) return [label.slice(0, -'-pooler'.length), ...rest].join('.');
  return port === 6543 ? `${host}:5432` : undefined;
}

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
