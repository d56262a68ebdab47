/** A connection URI as the environment of a program that uses libpq: no secret in an argument, nothing of the job's own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { type ConnectionParts, parseConnectionUri } from './connection-uri.ts';
import { planTls } from './tls.ts';

export interface LibpqEnvironment extends AsyncDisposable {
  /** The whole environment for the child. Holds no secret but the names of files that do. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface LibpqOptions {
  readonly uri: string;
  /** Of the job: PATH, HOME and the like are kept, every PG… variable is dropped. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** As the server's activity view shows it. */
  readonly applicationName: string;
}

/** https://www.postgresql.org/docs/current/libpq-envars.html; a client that does not know one passes over it. */
const variableOf: Readonly<Record<string, string>> = {
  hostaddr: 'PGHOSTADDR',
  options: 'PGOPTIONS',
  channel_binding: 'PGCHANNELBINDING',
  sslnegotiation: 'PGSSLNEGOTIATION',
  sslcompression: 'PGSSLCOMPRESSION',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  sslcertmode: 'PGSSLCERTMODE',
  sslcrl: 'PGSSLCRL',
  sslcrldir: 'PGSSLCRLDIR',
  sslsni: 'PGSSLSNI',
  requirepeer: 'PGREQUIREPEER',
  require_auth: 'PGREQUIREAUTH',
  ssl_min_protocol_version: 'PGSSLMINPROTOCOLVERSION',
  ssl_max_protocol_version: 'PGSSLMAXPROTOCOLVERSION',
  gssencmode: 'PGGSSENCMODE',
  krbsrvname: 'PGKRBSRVNAME',
  gsslib: 'PGGSSLIB',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  target_session_attrs: 'PGTARGETSESSIONATTRS',
};

/** Have no variable; they go into a service file. Known to every client that is still maintained. */
const serviceParameters = [
  'keepalives',
  'keepalives_idle',
  'keepalives_interval',
  'keepalives_count',
  'tcp_user_timeout',
  'sslpassword',
];

/**
 * Writes the password to a file that only this user may read, and says everything else by variables. What other drivers
 * put into a URI (`pgbouncer`, `connection_limit`, `schema`) is left away. The files go with `await using`.
 * @throws UserError when the URI cannot be read
 */
export async function libpqEnvironment(options: LibpqOptions): Promise<LibpqEnvironment> {
  const parts = parseConnectionUri(options.uri);
  const { mode } = await planTls(parts);
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-libpq-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const variables = {
      ...keptVariables(options.environment),
      ...connectionVariables(parts),
      PGAPPNAME: options.applicationName,
      PGSSLMODE: mode,
      ...(await authorities(parts, mode, folder)),
      ...(await passwordVariables(parts.password, folder)),
      ...(await serviceVariables(parts.parameters, folder)),
      // What programs say is read: in English, whatever the job's language.
      LC_ALL: 'C',
    };
    return { variables, [Symbol.asyncDispose]: remove };
  } catch (thrown) {
    await remove();
    throw thrown;
  }
}

function keptVariables(environment: LibpqOptions['environment']): Record<string, string> {
  const kept = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || /^PG/.test(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(kept);
}

function connectionVariables({
  host,
  port,
  user,
  database,
  parameters,
}: ConnectionParts): Record<string, string> {
  const given = Object.entries(variableOf).flatMap(([parameter, variable]) => {
    const value = parameters.get(parameter);
    return value === undefined ? [] : [[variable, value] as const];
  });
  return {
    // Poolers do not understand the question that a Kerberos ticket lying about would make libpq ask.
    PGGSSENCMODE: 'disable',
    PGCONNECT_TIMEOUT: '60',
    PGHOST: host,
    PGPORT: String(port),
    PGUSER: user,
    PGDATABASE: database,
    ...Object.fromEntries(given),
  };
}

/**
 * Without `sslrootcert` libpq looks for a file in the home folder, and `system` is known to 16 and newer only: the
 * public authorities that Node trusts are written out for both, as our own connections have it.
 */
async function authorities(
  parts: ConnectionParts,
  mode: string,
  folder: string,
): Promise<Record<string, string>> {
  const given = parts.parameters.get('sslrootcert');
  if (given !== undefined && given !== 'system') return { PGSSLROOTCERT: given };
  if (mode !== 'verify-full' && mode !== 'verify-ca') return {};
  const file = join(folder, 'authorities.pem');
  await writeFile(file, rootCertificates.join('\n'));
  return { PGSSLROOTCERT: file };
}

/** Always a file of our own, so that the user's ~/.pgpass has no say. */
async function passwordVariables(password: string, folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'pgpass');
  // A line ends the entry and nothing escapes one; the environment is the one other place that is not an argument.
  const fitsLine = !/[\r\n]/.test(password);
  const entry = password === '' || !fitsLine ? '' : `*:*:*:*:${escapeField(password)}\n`;
  await writeFile(file, entry, { mode: 0o600 });
  return { PGPASSFILE: file, ...(fitsLine ? {} : { PGPASSWORD: password }) };
}

/** https://www.postgresql.org/docs/current/libpq-pgpass.html */
function escapeField(text: string): string {
  return text.replaceAll(/[\\:]/g, '\\$&');
}

/** Never the user's own service file: what it says would win over the variables. */
async function serviceVariables(
  parameters: ConnectionParts['parameters'],
  folder: string,
): Promise<Record<string, string>> {
  const lines = serviceParameters.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined || /[\r\n]/.test(value) ? [] : [`${name}=${value}`];
  });
  if (lines.length === 0) return {};
  const file = join(folder, 'service.conf');
  await writeFile(file, `[backup]\n${lines.join('\n')}\n`, { mode: 0o600 });
  return { PGSERVICEFILE: file, PGSERVICE: 'backup' };
}
