import { parseDuration } from '../../duration.ts';
import { UserError } from '../../errors.ts';
import { type DestinationText, refused } from './destination-text.ts';
import { isKey } from './key.ts';

/** A bucket of S3 or of a service that speaks its protocol: R2, B2, MinIO, Google's XML API. */
export interface S3Destination {
  readonly kind: 's3';
  /** For people: bucket and prefix, and the endpoint when it is not AWS. */
  readonly location: string;
  readonly bucket: string;
  /** Empty, or ends with `/`. */
  readonly prefix: string;
  /** Without a path; undefined: AWS. */
  readonly endpoint: string | undefined;
  readonly region: string | undefined;
  readonly pathStyle: boolean;
  readonly lock: ObjectLock | undefined;
  /** Names start with it: `SECOND` reads `SECOND_AWS_ACCESS_KEY_ID`. */
  readonly credentials: string | undefined;
}

export interface ObjectLock {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  readonly retainSeconds: number;
}

const allowed =
  'Parameters: `region`, `endpoint` (https), `object-lock` (governance or compliance) with `retain` (such as 30d), `path-style` (true or false), `credentials` (a prefix of environment variables, such as SECOND).';

const parameters = new Set(['region', 'endpoint', 'object-lock', 'retain', 'path-style', 'credentials']);

/** @throws UserError */
export function parseS3Destination(text: DestinationText): S3Destination {
  const url = parseUrl(text);
  if (url.username !== '' || url.password !== '' || text.line.slice(5).split(/[/?#]/)[0]?.includes('@'))
    throw refused(
      text,
      'it holds credentials',
      'Credentials come from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, as aws-actions/configure-aws-credentials sets them.',
    );
  checkParameters(text, url.searchParams);
  const bucket = bucketOf(text, url);
  const prefix = prefixOf(text, url);
  const endpoint = endpointOf(text, url.searchParams.get('endpoint'));
  return {
    kind: 's3',
    location: `s3://${bucket}/${prefix.slice(0, -1)}${endpoint === undefined ? '' : `?endpoint=${endpoint}`}`,
    bucket,
    prefix,
    endpoint,
    region: matching(text, url, { name: 'region', pattern: /^[a-z0-9-]{2,40}$/, example: 'eu-central-1' }),
    pathStyle: pathStyleOf(text, url.searchParams.get('path-style'), {
      // A dot in the name would not match the wildcard of AWS's certificate.
      fallback: endpoint !== undefined || bucket.includes('.'),
    }),
    lock: lockOf(text, url.searchParams),
    credentials: matching(text, url, {
      name: 'credentials',
      pattern: /^[A-Z][A-Z0-9_]{0,40}$/,
      example: 'SECOND, which reads SECOND_AWS_ACCESS_KEY_ID',
    }),
  };
}

function parseUrl(text: DestinationText): URL {
  if (!/^s3:\/\/[^/?#]/i.test(text.line)) throw refused(text, 'a bucket is written s3://bucket/prefix');
  try {
    return new URL(text.line);
  } catch {
    throw refused(text, 'it is no address; a bucket is written s3://bucket/prefix');
  }
}

function checkParameters(text: DestinationText, given: URLSearchParams): void {
  const names = [...given.keys()];
  for (const name of names) {
    if (!parameters.has(name)) throw refused(text, `it has no parameter "${name.slice(0, 60)}"`, allowed);
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw refused(text, `"${name}" is given twice`, allowed);
  }
}

function bucketOf(text: DestinationText, url: URL): string {
  const bucket = url.host;
  // AWS: 3 to 63 small letters, digits, dots and hyphens; Google allows underscores.
  if (/^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/.test(bucket) && !bucket.includes('..')) return bucket;
  throw refused(text, `"${bucket}" is no name of a bucket (3 to 63 small letters, digits, dots, hyphens)`);
}

function prefixOf(text: DestinationText, url: URL): string {
  if (url.hash !== '') throw refused(text, 'a prefix with "#" is written "%23"');
  // Before the URL is normalised: "a/../b" would silently mean "b".
  const raw = text.line.replace(/^s3:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '');
  const path = decodedPath(text, raw).replaceAll(/^\/+|\/+$/g, '');
  if (path === '') return '';
  if (!isKey(path)) throw refused(text, 'its prefix holds an empty name, "." or ".."');
  return `${path}/`;
}

function decodedPath(text: DestinationText, raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    throw refused(text, 'its prefix is not well percent-encoded');
  }
}

function endpointOf(text: DestinationText, given: string | null): string | undefined {
  if (given === null) return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw refused(text, 'its `endpoint` is no address such as https://s3.example.com', allowed);
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '')
    throw refused(text, 'its `endpoint` is a host without a path', allowed);
  if (url.protocol === 'http:' && !isNearby(url.hostname))
    throw refused(text, 'its `endpoint` is not encrypted: use https', allowed);
  return url.origin;
}

/** This machine, or a container beside it: the names of service containers have no dot. */
function isNearby(hostname: string): boolean {
  return hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname) || !/[.:]/.test(hostname);
}

interface Expected {
  readonly name: string;
  readonly pattern: RegExp;
  readonly example: string;
}

function matching(text: DestinationText, url: URL, expected: Expected): string | undefined {
  const value = url.searchParams.get(expected.name);
  if (value === null || expected.pattern.test(value)) return value ?? undefined;
  throw refused(
    text,
    `its \`${expected.name}\` is not what is expected, such as ${expected.example}`,
    allowed,
  );
}

function pathStyleOf(
  text: DestinationText,
  given: string | null,
  { fallback }: { readonly fallback: boolean },
): boolean {
  if (given === null) return fallback;
  if (given !== 'true' && given !== 'false')
    throw refused(text, 'its `path-style` is neither true nor false', allowed);
  return given === 'true';
}

function lockOf(text: DestinationText, given: URLSearchParams): ObjectLock | undefined {
  const [mode, retain] = [given.get('object-lock'), given.get('retain')];
  if (mode === null && retain === null) return undefined;
  if (mode === null || retain === null)
    throw refused(text, '`object-lock` and `retain` are given together', allowed);
  if (mode !== 'governance' && mode !== 'compliance')
    throw refused(text, 'its `object-lock` is neither governance nor compliance', allowed);
  return { mode: mode === 'governance' ? 'GOVERNANCE' : 'COMPLIANCE', retainSeconds: seconds(text, retain) };
}

function seconds(text: DestinationText, retain: string): number {
  try {
    const parsed = parseDuration(retain);
    if (parsed > 0 && parsed <= 100 * 366 * 86_400) return parsed;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
  }
  throw refused(text, 'its `retain` is no duration of at most 100 years, such as 30d', allowed);
}
