/** Connection URIs, read as libpq reads them (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS). */
import { UserError } from '../errors.ts';

/** A connection URI taken apart, every part decoded. Never inspect or log it whole: it holds the password. */
export interface ConnectionParts {
  /** A name, an IP address without brackets, or the folder of a Unix socket (starts with `/`). */
  readonly host: string;
  readonly port: number;
  /** The role's name where the URI names none, as libpq does. */
  readonly database: string;
  readonly user: string;
  /** Empty when there is none. */
  readonly password: string;
  /** Other query parameters as given, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * `scheme://user:password@host:port/database?query`. WHATWG's URL is not used: it knows no socket without a host, reads
 * `+` as a space, and its error carries the whole input.
 */
const grammar =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<host>\[[^\]]*\]|[^:/?#@]*)(?::(?<port>[^/?#@]*))?(?:\/(?<database>[^?#]*))?(?:\?(?<query>[^#]*))?$/u;

/** Parts of the URI that may stand in the query instead, where they win (libpq). */
const partParameters = ['host', 'port', 'dbname', 'user', 'password'] as const;

/** @throws UserError that never repeats the URI, since it may hold a password. */
export function parseConnectionUri(uri: string): ConnectionParts {
  const found = grammar.exec(uri.trim())?.groups;
  if (found === undefined) throw unreadable(uri);
  const query = parseQuery(found.query ?? '');
  const part = (name: (typeof partParameters)[number], inUri: string | undefined) =>
    query.get(name) ?? decode(inUri ?? '');
  const host = readHost(part('host', found.host));
  const port = readPort(part('port', found.port));
  const user = part('user', found.user);
  if (user === '') throw incomplete('role', 'postgresql://role:password@host:5432/database');
  const parameters = [...query].filter(([name]) => !partParameters.some((known) => known === name));
  return {
    host,
    port,
    database: part('dbname', found.database) || user,
    user,
    password: part('password', found.password),
    parameters: new Map(parameters),
  };
}

function unreadable(uri: string): UserError {
  const [authority = ''] = uri.split('/').slice(2);
  if (/^[^?#]*,/.test(authority)) return severalHosts();
  return new UserError('The connection URI cannot be read.', {
    hint: 'It must look like postgresql://user:password@host:5432/database?sslmode=require, with /, @, %, #, ? and : of the password percent-encoded (%2F, %40, %25, %23, %3F, %3A).',
  });
}

function severalHosts(): UserError {
  return new UserError('The connection URI names several hosts.', {
    hint: 'Give the one host that accepts writes; fail-over between hosts is not followed.',
  });
}

function incomplete(missing: string, example: string): UserError {
  return new UserError(`The connection URI names no ${missing}.`, {
    hint: `It must look like ${example}; nothing is taken from PGHOST, PGUSER and the like.`,
  });
}

function readHost(host: string): string {
  if (host === '') throw incomplete('host', 'postgresql://role:password@host:5432/database');
  if (host.includes(',')) throw severalHosts();
  return host.replace(/^\[(.*)\]$/, '$1');
}

function readPort(text: string): number {
  const port = text === '' ? 5432 : Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  if (text.includes(',')) throw severalHosts();
  // The "port" may be half a password whose @ or / was not encoded: it is not repeated.
  throw new UserError('The connection URI has a port that is no number from 1 to 65535.', {
    hint: 'If the password holds a : / @ % # or ?, percent-encode it.',
  });
}

function parseQuery(query: string): ReadonlyMap<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decode(name), decode(value.join('='))];
    }),
  );
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    if (!decoded.includes('\0')) return decoded;
  } catch {
    // URIError holds nothing that helps, and its stack might hold the text.
  }
  throw new UserError('The connection URI holds a % that starts no percent-encoding.', {
    hint: 'Percent-encode the password: % itself is %25.',
  });
}

/** The inverse of {@link parseConnectionUri}: every part percent-encoded (RFC 3986), IPv6 hosts bracketed. */
export function formatConnectionUri(parts: ConnectionParts): string {
  const isSocket = parts.host.startsWith('/');
  const credentials =
    parts.password === '' ? encode(parts.user) : `${encode(parts.user)}:${encode(parts.password)}`;
  // A socket stands in the query, the one place where libpq, pg and Prisma all look for it.
  const parameters = isSocket ? new Map([['host', parts.host], ...parts.parameters]) : parts.parameters;
  const query = [...parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const host = isSocket ? 'localhost' : formatHost(parts.host);
  return `postgresql://${credentials}@${host}:${parts.port}/${encode(parts.database)}${query === '' ? '' : `?${query}`}`;
}

function formatHost(host: string): string {
  return host.includes(':') ? `[${host}]` : encode(host);
}

/** encodeURIComponent leaves !'()* alone; shells and other parsers do not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The same URI on another database of the server. */
export function withDatabase(uri: string, database: string): string {
  return formatConnectionUri({ ...parseConnectionUri(uri), database });
}

/** The same URI with one query parameter set or, for undefined, left away. */
export function withParameter(uri: string, name: string, value: string | undefined): string {
  const parts = parseConnectionUri(uri);
  const others = [...parts.parameters].filter(([known]) => known !== name);
  const parameters = new Map(value === undefined ? others : [...others, [name, value]]);
  return formatConnectionUri({ ...parts, parameters });
}

/** `host:port/database`, for logs and errors: no role, no password, no parameters. */
export function describeUri(parts: Pick<ConnectionParts, 'host' | 'port' | 'database'>): string {
  const host = parts.host.includes(':') ? `[${parts.host}]` : parts.host;
  return `${host}:${parts.port}/${parts.database}`;
}

/** Masking these, or anything shorter, would blank a word that everyone's log is full of. */
const wellKnownPasswords = new Set([
  'postgres',
  'postgresql',
  'password',
  'passw0rd',
  'database',
  '12345678',
  'changeme',
]);
const shortestSecret = 8;

/**
 * Every form of the URI's secrets that may turn up in a log: the password as it is, as it stands in the URI, and as
 * each encoder would write it (JavaScript leaves `!'()*` alone, WHATWG URLs leave more, .NET and we leave nothing),
 * and the whole URI. Never throws: what cannot be read is masked whole.
 */
export function secretsOf(uri: string): readonly string[] {
  const forms = [uri, uri.trim(), ...readableForms(uri)];
  const isSecret = (form: string) =>
    form.length >= shortestSecret && !wellKnownPasswords.has(form.toLowerCase());
  return [...new Set(forms)].filter(isSecret);
}

function readableForms(uri: string): readonly string[] {
  try {
    const parts = parseConnectionUri(uri);
    const formatted = formatConnectionUri(parts);
    const asGiven = grammar.exec(uri.trim())?.groups?.password ?? '';
    return [
      parts.password,
      asGiven,
      encodeURIComponent(parts.password),
      encode(parts.password),
      encode(parts.password).replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      whatwgPassword(parts.password),
      formatted,
      formatted.replace(/^postgresql:/, 'postgres:'),
    ];
  } catch {
    return [];
  }
}

/** What `new URL(…).password` gives back: the userinfo percent-encode set (https://url.spec.whatwg.org/#userinfo-percent-encode-set). */
function whatwgPassword(password: string): string {
  const url = new URL('postgresql://host');
  url.username = 'role';
  url.password = password;
  return url.password;
}
