/** What the URI's `ssl…` parameters ask for, with libpq's meaning (https://www.postgresql.org/docs/current/libpq-ssl.html). */
import { readFile } from 'node:fs/promises';
import { type ConnectionOptions, checkServerIdentity, TLSSocket } from 'node:tls';
import { UserError } from '../errors.ts';
import type { ConnectionParts } from './connection-uri.ts';

export const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type SslMode = (typeof sslModes)[number];

/** How to encrypt; `pg` gets it in this form, since its own reading of `sslmode` is not libpq's and about to change. */
export interface TlsPlan {
  readonly mode: SslMode;
  /** In this order; the next is tried only when the server wants no TLS (`prefer`) or nothing else (`allow`). */
  readonly attempts: readonly (ConnectionOptions | false)[];
  readonly negotiation: 'postgres' | 'direct';
  /** True: refuse a server that cannot prove by SCRAM that it ends this very TLS connection. */
  readonly requiresChannelBinding: boolean;
}

/** What protects a connection; undefined where it is not encrypted. */
export interface TlsFacts {
  /** Such as `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** True when a trusted authority signed the certificate and it names the host, whether or not `sslmode` asks for that. */
  readonly isVerified: boolean;
  /** Why it is not verified. */
  readonly problem: string | undefined;
}

/** Reads the certificate files that the URI names. @throws UserError on a mode or file that cannot be used. */
export async function planTls(parts: ConnectionParts): Promise<TlsPlan> {
  const mode = readMode(parts);
  const negotiation = readChoice(parts, 'sslnegotiation', ['postgres', 'direct']) ?? 'postgres';
  const binding = readChoice(parts, 'channel_binding', ['disable', 'prefer', 'require']) ?? 'prefer';
  if (negotiation === 'direct' && ['disable', 'allow', 'prefer'].includes(mode))
    throw new UserError(`sslnegotiation=direct does not go with sslmode=${mode}.`, {
      hint: 'Use sslmode=require or stricter.',
    });
  const attempts = attemptsFor(mode, await tlsOptions(parts, mode));
  return { mode, attempts, negotiation, requiresChannelBinding: binding === 'require' };
}

function attemptsFor(mode: SslMode, options: ConnectionOptions): readonly (ConnectionOptions | false)[] {
  if (mode === 'disable') return [false];
  if (mode === 'allow') return [false, options];
  return mode === 'prefer' ? [options, false] : [options];
}

function readMode(parts: ConnectionParts): SslMode {
  // libpq: sockets know no TLS, and `sslmode` is ignored there.
  if (parts.host.startsWith('/')) return 'disable';
  const trustsSystem = parts.parameters.get('sslrootcert') === 'system';
  // `ssl=true` and `no-verify` are older spellings of other drivers; both encrypt.
  const legacy = parts.parameters.get('ssl') === 'true' || parts.parameters.get('sslmode') === 'no-verify';
  const given = legacy ? 'require' : readChoice(parts, 'sslmode', sslModes);
  if (given === undefined) return trustsSystem ? 'verify-full' : 'prefer';
  if (trustsSystem && given !== 'verify-full')
    throw new UserError(`sslrootcert=system does not go with sslmode=${given}.`, {
      hint: 'Use sslmode=verify-full; a public authority signs certificates for every other name too.',
    });
  return given === 'require' && parts.parameters.has('sslrootcert') ? 'verify-ca' : given;
}

function readChoice<T extends string>(
  parts: ConnectionParts,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = parts.parameters.get(name);
  if (value === undefined) return undefined;
  const choice = choices.find((known) => known === value);
  if (choice !== undefined) return choice;
  throw new UserError(`The connection URI says ${name}=${value}.`, {
    hint: `It can be ${choices.join(', ')}.`,
  });
}

/** Without `sslrootcert`, Node's own list of public authorities decides. */
async function tlsOptions(parts: ConnectionParts, mode: SslMode): Promise<ConnectionOptions> {
  const verifies = mode === 'verify-ca' || mode === 'verify-full';
  const root = parts.parameters.get('sslrootcert');
  return {
    rejectUnauthorized: verifies,
    ...(root === undefined || root === 'system' ? {} : { ca: await readPem(root, 'sslrootcert') }),
    ...(await pemOf(parts, 'sslcert', 'cert')),
    ...(await pemOf(parts, 'sslkey', 'key')),
    ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
  };
}

async function pemOf(
  parts: ConnectionParts,
  parameter: string,
  option: 'cert' | 'key',
): Promise<ConnectionOptions> {
  const file = parts.parameters.get(parameter);
  return file === undefined ? {} : { [option]: await readPem(file, parameter) };
}

async function readPem(file: string, parameter: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UserError(
      `The file ${file} that \`${parameter}\` of the connection URI names cannot be read.`,
      {
        hint: 'Write the certificate to that path in an earlier step, or leave the parameter away.',
      },
    );
  });
}

/** @param host as the client asked for it: the certificate must name this one */
export function tlsFactsOf(stream: unknown, host: string): TlsFacts | undefined {
  if (!(stream instanceof TLSSocket)) return undefined;
  const problem = problemOf(stream, host);
  return {
    protocol: stream.getProtocol() ?? 'unknown',
    cipher: stream.getCipher().standardName,
    isVerified: problem === undefined,
    problem,
  };
}

function problemOf(socket: TLSSocket, host: string): string | undefined {
  if (!socket.authorized) return String(socket.authorizationError ?? 'not authorized');
  return checkServerIdentity(host, socket.getPeerCertificate())?.message;
}
