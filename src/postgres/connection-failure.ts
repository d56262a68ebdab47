/** Why a connection could not be had: whether it is worth another try, and what to tell the user. */
import { ExternalError, errorMessage, UserError } from '../errors.ts';
import { type ConnectionParts, describeUri } from './connection-uri.ts';
import { sqlState, sqlStateOf } from './sqlstate.ts';

export type ConnectionFailure =
  | { readonly kind: 'transient'; readonly reason: string }
  | { readonly kind: 'final'; readonly error: UserError };

/** What the network says while a compute wakes up, a server starts or a DNS record spreads. */
const transientNetwork: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there yet',
  ECONNRESET: 'the connection was reset',
  EPIPE: 'the connection was reset',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the name server did not answer',
  ETIMEDOUT: 'the host did not answer',
  EHOSTUNREACH: 'the host cannot be reached',
  ENOENT: 'the socket is not there yet',
};

/** Codes of Node's TLS verification (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const certificateCodes =
  /^(UNABLE_TO_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|PATH_LENGTH_|INVALID_PURPOSE|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

export function classifyFailure(thrown: unknown, parts: ConnectionParts): ConnectionFailure {
  const state = sqlStateOf(thrown);
  if (state !== undefined) return fromServer(state, errorMessage(thrown), parts);
  const code = codeOf(thrown);
  if (certificateCodes.test(code)) return final(badCertificate(code, thrown, parts));
  if (code === 'ENETUNREACH') return final(unreachable(parts));
  const network = transientNetwork[code];
  if (network !== undefined) return { kind: 'transient', reason: `${network} (${code})` };
  return fromDriver(thrown, parts);
}

/** AggregateError (all addresses of a name failed) carries the code of the last one. */
function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return '';
  return thrown.code;
}

function final(error: UserError): ConnectionFailure {
  return { kind: 'final', error };
}

function badCertificate(code: string, thrown: unknown, parts: ConnectionParts): UserError {
  return new UserError(
    `The certificate of ${describeUri(parts)} does not verify: ${errorMessage(thrown)} (${code}).`,
    {
      hint: 'Name the authority that signed it with `sslrootcert=<file>`, or connect by the host name that the certificate carries.',
    },
  );
}

/** No route at all, and none will come: nearly always an address of IPv6 alone, on a machine without. */
function unreachable(parts: ConnectionParts): UserError {
  const isSupabase = /^db\..*\.supabase\.co$/.test(parts.host);
  return new UserError(`This machine has no route to ${describeUri(parts)} (ENETUNREACH).`, {
    hint: `Hosts with an IPv6 address alone cannot be reached from GitHub's runners.${isSupabase ? " Use the URI of Supabase's pooler in session mode (…pooler.supabase.com, port 5432)." : ' Use a host with an IPv4 address, or a runner that has IPv6.'}`,
  });
}

/** Words of pg 8 and Node, which have no code. */
const refusesTls = 'The server does not support SSL connections';
const lost =
  /^(timeout expired|Connection terminated|There was an error establishing an SSL connection|Client network socket disconnected)/;

/** True when the server answered the request for TLS with "no". */
export function isTlsRefused(thrown: unknown): boolean {
  return sqlStateOf(thrown) === undefined && errorMessage(thrown) === refusesTls;
}

function fromDriver(thrown: unknown, parts: ConnectionParts): ConnectionFailure {
  const message = errorMessage(thrown);
  if (lost.test(message))
    return { kind: 'transient', reason: 'the server closed the connection or did not answer' };
  if (message === refusesTls)
    return final(
      new UserError(`${describeUri(parts)} offers no TLS, but the connection URI asks for it.`, {
        hint: 'Turn TLS on at the server. For a throw-away server beside the job `sslmode=disable` is acceptable.',
      }),
    );
  return final(new UserError(`No connection to ${describeUri(parts)}: ${message}.`));
}

function fromServer(state: string, message: string, parts: ConnectionParts): ConnectionFailure {
  if (isTransient(state, message)) return { kind: 'transient', reason: `${message} (SQLSTATE ${state})` };
  return final(
    new UserError(`${describeUri(parts)} refused role "${parts.user}": ${message} (SQLSTATE ${state}).`, {
      hint: hintFor(state, message, parts),
    }),
  );
}

/** PgBouncer has one SQLSTATE for everything, too: its words for a server that is not there yet. */
const poolerWaits =
  /query_wait_timeout|server login has been failing|try again later|server connection crashed|pgbouncer .*shut/i;

/** Connection exceptions, a server that starts or stops, and too many connections pass; proxies say XX000 for all sorts. */
function isTransient(state: string, message: string): boolean {
  if (state === sqlState.protocolViolation) return poolerWaits.test(message);
  if (state === sqlState.internalError) return proxyRefusal(message) === undefined;
  return /^(08|57P0)/.test(state) || state === sqlState.tooManyConnections;
}

/**
 * The proxies of Neon and Supabase have one SQLSTATE for everything, so their words must do
 * (https://neon.com/docs/connect/connection-errors).
 */
const proxyRefusals: readonly (readonly [RegExp, string])[] = [
  [
    /endpoint (is|has been) disabled/i,
    'The compute of this branch is disabled: enable it in the Neon console, or through the API.',
  ],
  [
    /(compute time|data transfer|quota|allowance)/i,
    "The plan's allowance is used up: computes start again with the next billing period or on a larger plan. Delete branches that nobody needs.",
  ],
  [
    /endpoint (could not be|not) found/i,
    'The host names an endpoint that does not exist (any more): look its URI up again.',
  ],
  [
    /tenant or user not found/i,
    "Supabase's pooler does not know the role: it must be written `role.project-reference`, and the host be that of the project's region.",
  ],
  [
    /endpoint ID is not specified/i,
    'The client sent no server name (SNI), which Neon needs to find the compute: connect by host name, not by IP address.',
  ],
];

function proxyRefusal(message: string): string | undefined {
  return proxyRefusals.find(([words]) => words.test(message))?.[1];
}

function hintFor(state: string, message: string, parts: ConnectionParts): string {
  const refusal = proxyRefusal(message);
  if (refusal !== undefined) return refusal;
  switch (state) {
    case sqlState.invalidPassword:
      return `The password of role "${parts.user}" is wrong, or not percent-encoded in the URI (/ is %2F, % is %25, @ is %40).`;
    case sqlState.invalidAuthorization:
      return `Does the role "${parts.user}" exist and may it log in? "no encryption" means that the server wants TLS: use sslmode=require. "no pg_hba.conf entry" means that this address is not let in.`;
    case sqlState.invalidCatalogName:
      return `There is no database "${parts.database}" on this server: create it, or correct the name in the URI.`;
    case sqlState.insufficientPrivilege:
      return `Grant it: GRANT CONNECT ON DATABASE … TO … (role "${parts.user}", database "${parts.database}").`;
    default:
      return 'The server does not take this connection as it is; the message above is its own.';
  }
}

/** The error of a single attempt. */
export function connectionError(
  failure: ConnectionFailure,
  parts: ConnectionParts,
): UserError | ExternalError {
  if (failure.kind === 'final') return failure.error;
  return new ExternalError('Postgres', `No connection to ${describeUri(parts)}: ${failure.reason}.`, {
    retryable: true,
  });
}
