import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionSection } from '../../../src/checks/connection-section.ts';
import { formatConnectionUri, parseConnectionUri } from '../../../src/postgres/connection-uri.ts';
import { queryOnce } from '../../support/database.ts';
import { authorityFile, startTlsServer, type TlsServer } from '../../support/tls-server.ts';
import { check, first, rulesOf } from './support.ts';

let server: TlsServer;

/** A role for each way of being let in; the superuser is let in with and without TLS. */
beforeAll(async () => {
  server = await startTlsServer();
  const rules = [
    'hostnossl all tls_only all reject',
    'host all trusted all trust',
    'host all hashed all md5',
    'host all plain all password',
  ];
  const [row] = await queryOnce(server.uri, 'show hba_file');
  const file = String(row?.hba_file);
  await writeFile(file, `${rules.join('\n')}\n${await readFile(file, 'utf8')}`);
  await appendFile(file, '\n');
  await queryOnce(
    server.uri,
    `create role tls_only login password 'x'; create role trusted login; create role plain login password 'x';
     set password_encryption = 'md5'; create role hashed login password 'x'`,
  );
  await queryOnce(server.uri, 'select pg_reload_conf()');
  const isLoaded = () =>
    queryOnce(uriOf('trusted'), 'select 1').then(
      () => true,
      () => false,
    );
  while (!(await isLoaded())) await new Promise((resolve) => setTimeout(resolve, 20));
});

afterAll(() => server[Symbol.asyncDispose]());

function uriOf(user: string, parameters: Readonly<Record<string, string>> = {}): string {
  const parts = parseConnectionUri(server.uri);
  const password = user === 'postgres' ? parts.password : 'x';
  return formatConnectionUri({ ...parts, user, password, parameters: new Map(Object.entries(parameters)) });
}

const trusted = { sslmode: 'verify-full', sslrootcert: authorityFile };

test('TLS as it should be: verified, refused without, SCRAM with channel binding', async () => {
  const result = await check({ directUri: uriOf('tls_only', trusted), requireTls: true });
  expect(rulesOf(result)).toEqual([]);
  const text = JSON.stringify(connectionSection(result).blocks);
  expect(text).toContain('TLSv1.3');
  expect(text).toMatch(/verified, \d+ days left/);
  expect(text).toContain('refused: pg_hba.conf rejects connection');
  expect(text).toContain('scram-sha-256, with channel binding');
});

test('a certificate of an unknown authority is told, with its reason', async () => {
  const result = await check({ directUri: uriOf('tls_only', { sslmode: 'require' }), requireTls: true });
  expect(rulesOf(result)).toEqual(['warning certificate-not-verified direct']);
  expect(first('certificate-not-verified', result).evidence).toMatch(/UNABLE_TO|SELF_SIGNED|self.signed/);
});

test('verify-full with an unknown authority: no connection, said so', async () => {
  const result = await check({ directUri: uriOf('tls_only', { sslmode: 'verify-full' }), requireTls: true });
  expect(rulesOf(result)).toEqual(['error connection-failed direct']);
});

test('a server that takes clients without TLS, and one that does itself', async () => {
  const accepted = await check({ directUri: uriOf('postgres', trusted), requireTls: true });
  expect(rulesOf(accepted)).toEqual(['error plain-text-accepted direct']);
  const bare = await check({ directUri: uriOf('postgres', { sslmode: 'disable' }), requireTls: true });
  expect(rulesOf(bare)).toEqual([
    'error connection-not-encrypted direct',
    'error plain-text-accepted direct',
    'warning certificate-not-verified direct',
  ]);
  expect(first('connection-not-encrypted', bare).evidence).toContain('The server offers TLS');
  expect(rulesOf(await check({ directUri: uriOf('postgres', { sslmode: 'disable' }) }))).toEqual([]);
});

test('a certificate that ends in days, and one that has ended', async () => {
  const at = async (day: string) => {
    const now = () => new Date(`${day}T00:00:00Z`);
    const { findings } = await check({ directUri: uriOf('tls_only', trusted), requireTls: true }, { now });
    return findings.filter(({ rule }) => rule === 'certificate-expires').map(({ severity }) => severity);
  };
  const text = JSON.stringify(
    connectionSection(await check({ directUri: uriOf('tls_only', trusted) })).blocks,
  );
  const days = Number(/(\d+) days left/.exec(text)?.[1]);
  const dayFromNow = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
  expect(await at(dayFromNow(days - 20))).toEqual([]);
  expect(await at(dayFromNow(days - 5))).toEqual(['warning']);
  expect(await at(dayFromNow(days + 5))).toEqual(['error']);
});

test.each([
  ['trusted', 'warning weak-authentication direct', 'AuthenticationOk'],
  ['hashed', 'warning weak-authentication direct', 'AuthenticationMD5Password'],
  ['plain', 'warning weak-authentication direct', 'AuthenticationCleartextPassword'],
])('authentication: %s', async (role, expected, evidence) => {
  const result = await check({ directUri: uriOf(role) });
  expect(rulesOf(result)).toEqual([expected]);
  expect(first('weak-authentication', result).evidence).toContain(evidence);
});
