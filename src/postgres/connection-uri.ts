import { UserError } from '../errors.ts';

/** A connection URI taken apart, every part decoded. Never inspect or log it whole: it holds the password. */
export interface ConnectionParts {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Query parameters as given, decoded. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** @throws UserError that never repeats the URI, since it may hold a password. */
export function parseConnectionUri(uri: string): ConnectionParts {
  const parsed = URL.canParse(uri) ? new URL(uri) : undefined;
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hostname === '')
    throw new UserError('The connection URI cannot be read.', {
      hint: 'It must look like postgresql://user:password@host:5432/database?sslmode=require, with /, @, % and other special characters of the password percent-encoded.',
    });
  try {
    return {
      host: decodeURIComponent(parsed.hostname).replace(/^\[|\]$/g, ''),
      port: parsed.port === '' ? 5432 : Number(parsed.port),
      database: decodeURIComponent(parsed.pathname.slice(1)),
      user: decodeURIComponent(parsed.username),
      password: decodeURIComponent(parsed.password),
      parameters: new Map(parsed.searchParams),
    };
  } catch {
    throw new UserError('The connection URI holds a % that starts no percent-encoding.', {
      hint: 'Percent-encode the password: % itself is %25.',
    });
  }
}

/** The inverse of {@link parseConnectionUri}: every part percent-encoded (RFC 3986), IPv6 hosts bracketed. */
export function formatConnectionUri(parts: ConnectionParts): string {
  const host = parts.host.includes(':') ? `[${parts.host}]` : encodeURIComponent(parts.host);
  const credentials =
    parts.password === '' ? encode(parts.user) : `${encode(parts.user)}:${encode(parts.password)}`;
  const query = [...parts.parameters].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `postgresql://${credentials}@${host}:${parts.port}/${encode(parts.database)}${query === '' ? '' : `?${query}`}`;
}

/** encodeURIComponent leaves !'()* alone; shells and other parsers do not. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
