import { chmod, chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, startServer } from '../../src/providers/postgres/server.ts';
import { serverUser } from '../../src/providers/postgres/unprivileged-user.ts';
import { queryOnce } from './database.ts';

const fixtures = fileURLToPath(new URL('../fixtures/tls/', import.meta.url));

/** The authority that signed the server's certificate: for `sslrootcert`, or Node's `ca`. */
export const authorityFile = join(fixtures, 'ca.crt');

export interface TlsServer extends AsyncDisposable {
  /** Superuser URI without `sslmode`, by `localhost`, which the certificate names (so does its IP 127.0.0.1). */
  readonly uri: string;
  readonly port: number;
}

interface TlsServerOptions {
  /** True: pg_hba refuses connections without TLS (SQLSTATE 28000), as Neon does. Default false. */
  readonly refusePlain?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * A server of its own with TLS on. Its certificate comes from a private authority ({@link authorityFile}), so it
 * verifies only for who trusts that one.
 */
export async function startTlsServer(options: TlsServerOptions = {}): Promise<TlsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'database-actions-tls-'));
  await chmod(folder, 0o755);
  const tls = await installCertificate(join(folder, 'tls'));
  const server = await startServer({
    dataDirectory: join(folder, 'data'),
    password: 'tls/p%ss w@rd\'"',
    environment: process.env,
    settings: { ...tls, ...options.settings },
  });
  if (options.refusePlain === true) await refusePlain(server, join(folder, 'data'));
  return {
    uri: server.uri.replace('@127.0.0.1:', '@localhost:'),
    port: server.port,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The server wants its key for itself alone (0600). */
async function installCertificate(folder: string): Promise<Record<string, string>> {
  const user = await serverUser();
  await mkdir(folder, { mode: 0o755 });
  for (const name of ['server.crt', 'server.key']) {
    const file = join(folder, name);
    await copyFile(join(fixtures, name), file);
    await chmod(file, 0o600);
    if (user !== undefined) await chown(file, user.uid, user.gid);
  }
  return { ssl: 'on', ssl_cert_file: join(folder, 'server.crt'), ssl_key_file: join(folder, 'server.key') };
}

async function refusePlain(server: RunningServer, dataDirectory: string): Promise<void> {
  const file = join(dataDirectory, 'pg_hba.conf');
  const rules = await readFile(file, 'utf8');
  await writeFile(file, `hostnossl all all all reject\n${rules}`);
  await queryOnce(server.uri, 'select pg_reload_conf()');
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const refused = await queryOnce(server.uri, 'select 1').then(
      () => false,
      () => true,
    );
    if (refused) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the server still takes connections without TLS');
}
